"""Shows the settings of a till in groups with a search, made from the schema."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.setting_schema import Group, Setting
from desktop.domain.settings import SCHEMA
from desktop.gui.icons import SIZE, pixmap
from desktop.gui.pages.setting_row import SettingRow
from desktop.gui.scale import lay_out_now, make_viewport, rescale, scale_of, set_fixed_size, set_margins, set_spacing
from desktop.gui.setting_words import PROXY_PASSWORD, SECRETS, setting_words
from desktop.gui.style import set_role
from desktop.gui.tab_order import come_after, stops_in
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.item_views import ItemList
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.setting_control import make_control
from desktop.gui.widgets.setting_edits import SearchEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.gui.style import Style


def _in_order() -> Iterator[Setting]:
    for setting in sorted(SCHEMA.values(), key=lambda one: tuple(Group).index(one.group)):
        yield setting
        if setting.name == "sign_in":
            yield from (secret for secret, _ in SECRETS.values())
        if setting.name == "proxy_user":
            yield PROXY_PASSWORD


_NARROW, _STACKED = 940, 660
"""Widths in pixels at scale 1 below which the groups are a choice box, and the controls stand under their labels."""

_LEAST = 150
"""Height in pixels at scale 1 that the settings have at least, so that one of them can be seen whole."""

_ALL = {setting.name: setting for setting in _in_order()}
"""Every setting by name, and the secrets behind the settings that they belong to."""

_ICONS = {
    Group.SERVICE: "cloud",
    Group.SHOP: "receipt",
    Group.REDEEMING: "cash",
    Group.CODES: "phone",
    Group.PRINTING: "printer",
    Group.CASHIERS: "user",
    Group.POS: "pos",
    Group.HEAD_OFFICE: "send",
    Group.LOOK: "globe",
    Group.SUPPORT: "info",
}


class SettingsForm(QWidget):
    """The groups at the start, the settings of one group beside them. A search shows settings of all groups.

    A row is made when it is first shown. All of them would hold up the window for half a second, and Orca would be told
    of hundreds of widgets, which takes it ten seconds, before it says where the focus is.

    Attributes:
        made: the rows that are made, by the names of their settings.

    Signals:
        changed: the user or the program changed a value.
        row_made: a row was made (the name of its setting). It shows no value yet.
    """

    changed = Signal()
    row_made = Signal(str)

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._theme = style
        self._is_narrow = False
        self._group = Group.SERVICE
        self._groups = [group for group in Group if any(one.group is group for one in SCHEMA.values())]
        self.made: dict[str, SettingRow] = {}
        self._last_stops: dict[str, QWidget] = {}
        self._is_stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._grid, 12)
        self.search = SearchEdit(style, self.tr("Search settings"), self)
        self.search.textChanged.connect(self._on_searched)
        self._list = self._make_list()
        self._box = ChoiceBox(self.tr("Group"), "setting_group", self)
        self._box.show_entries([(setting_words(group.value), group) for group in self._groups], None)
        self._box.activated.connect(self._list.setCurrentRow)
        # There is no room for it, but on Linux a screen reader knows a choice by its label only.
        words = label("small", self._box.accessibleName())
        words.setParent(self)
        words.setBuddy(self._box)
        words.hide()
        self._card = QFrame(self)
        set_role(self._card, "card")
        inner = QVBoxLayout(self._card)
        set_margins(inner, 24, 12, 12, 12)
        set_spacing(inner, 4)
        head = QHBoxLayout()
        self._title = ElidedLabel("title")
        self._count = label("muted", name="count_of_settings")
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addSpacing(12)
        inner.addLayout(head)
        self._remark = label("muted", wrap=True, name="setting_group_remark")
        self._remarks: dict[Group, str] = {}
        inner.addWidget(self._remark)
        self._none = label("note", self.tr("No setting has these words."), wrap=True)
        inner.addWidget(self._none)
        inner.addWidget(self._make_area(), 1)
        self._arrange()
        self._list.setCurrentRow(0)
        # Also if it is the group that is shown already.
        self._list.clicked.connect(self._scroll_to_top)
        self._box.activated.connect(self._scroll_to_top)
        style.changed.connect(self._paint_icons)
        self._paint_icons()

    def _make_list(self) -> ItemList:
        made = ItemList(self)
        made.setObjectName("setting_groups")
        made.setAccessibleName(self.tr("Groups of settings"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for group in self._groups:
            made.addItem(QListWidgetItem(setting_words(group.value)))
        made.itemSelectionChanged.connect(self._on_listed)
        return made

    def _make_area(self) -> QScrollArea:
        self.area = QScrollArea()
        make_viewport(self.area)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.area, "form")
        self._inside = QFrame()
        set_role(self._inside, "form")
        self._column = QVBoxLayout(self._inside)
        set_margins(self._column, 4, 0, 12, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area.setWidget(self._inside)
        self.row("sign_in").control.changed.connect(self._on_sign_in)
        return self.area

    def row(self, name: str) -> SettingRow:
        """Returns the row of a setting, or of a secret. Makes it if no one has needed it before."""
        if name not in self.made:
            self._add_row(_ALL[name])
        return self.made[name]

    def _add_row(self, setting: Setting) -> None:
        before = [name for name in itertools.takewhile(setting.name.__ne__, _ALL) if name in self.made]
        row = self._make_row(setting)
        row.hide()
        self._column.insertWidget(len(before), row)
        row.set_narrow(narrow=self._is_stacked)
        rescale(row, scale_of(self))
        stops = stops_in(row)
        come_after(self._last_stops[before[-1]] if before else self._inside, stops)
        self._last_stops[setting.name] = stops[-1]
        self.made[setting.name] = row
        self.row_made.emit(setting.name)

    def _make_row(self, setting: Setting) -> SettingRow:
        same = self.tr("Same as the system") if setting.name == "language" else self.tr("Same as the window")
        control = make_control(setting, self._theme, same_as=same)
        control.changed.connect(self.changed)
        return SettingRow(self._theme, setting_words(setting.label), setting_words(setting.help), control)

    # What is shown

    def show_group(self, group: Group) -> None:
        """Shows a group, and ends a search."""
        self._list.setCurrentRow(self._groups.index(group))
        self.search.clear()

    def set_remark(self, group: Group, text: str) -> None:
        """Shows a line above the settings of a group."""
        self._remarks[group] = text
        self._show_remark()

    def _show_remark(self) -> None:
        text = "" if self.search.text().strip() else self._remarks.get(self._group, "")
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def focus(self) -> None:
        """Moves the focus to the first setting that is shown and can be changed."""
        for row in self._shown_rows():
            if row.control.isEnabled():
                row.control.focus()
                # The settings may have been scrolled when they were shown before. With Qt's margins the first of them
                # would be cut off, although there is room.
                self._scroll_to_top()
                # Rows that have just been shown do not have their places yet.
                lay_out_now(self._inside)
                self.area.ensureWidgetVisible(row, 0, 0)
                self._begin_with_a_whole_row(row)
                return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_with_a_whole_row(self, last: SettingRow) -> None:
        """Scrolls past the rest of a row whose title is out of sight, unless that is in the last one to begin with."""
        bar = self.area.verticalScrollBar()
        at = bar.value()
        if at:
            tops = (row.y() for row in self._shown_rows())
            bar.setValue(next((top for top in tops if at <= top <= last.y()), at))

    def focus_on(self, name: str) -> None:
        """Moves the focus to a setting, whatever group is shown."""
        row = self.row(name)
        if row.isHidden():
            self.show_group(row.control.setting.group)
        row.control.focus()
        self.area.ensureWidgetVisible(row)

    def mark(self, whys: Mapping[str, str]) -> None:
        """Marks the settings that a message is about, and no others.

        Args:
            whys: what is wrong with each of them.
        """
        for name in whys:
            self.row(name)
        for name, row in self.made.items():
            row.control.set_bad(bad=name in whys, why=whys.get(name, ""))

    def _shown_rows(self) -> Iterator[SettingRow]:
        return (row for name in _ALL if (row := self.made.get(name)) is not None and not row.isHidden())

    def _counts(self, name: str) -> bool:
        """True unless it is a secret of the way to sign in that is not chosen."""
        return name not in SECRETS or str(self.made["sign_in"].control.raw()) == SECRETS[name][1]

    @Slot()
    def _on_sign_in(self) -> None:
        self._show_rows()

    @Slot()
    def _on_listed(self) -> None:
        """Shows the group that is selected, and ends a search. During a search, no group is selected."""
        for index in self._list.selectedIndexes():
            self._group = self._groups[index.row()]
            self._box.show_value(self._group)
            self.search.clear()
            self._show_rows()
            self._scroll_to_top()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        """Shows what is found in all groups, or again the group that was shown before."""
        if text.strip():
            self._list.clearSelection()
            self._show_rows()
            self._scroll_to_top()
        else:
            self._list.item(self._groups.index(self._group)).setSelected(True)

    @Slot()
    def _scroll_to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def _show_rows(self) -> None:
        search = self.search.text().strip()
        for name, setting in _ALL.items():
            is_meant = _matches(setting, search) if search else setting.group is self._group
            if is_meant and self._counts(name):
                self.row(name).show()
            elif name in self.made:
                self.made[name].hide()
        count = sum(1 for _ in self._shown_rows())
        self._title.setText(self.tr("Search") if search else setting_words(self._group.value))
        words = self.tr("{count} of %Ln settings", "", sum(map(self._counts, _ALL)))
        self._count.setText(words.format(count=QLocale().toString(count)))
        self._none.setVisible(not count)
        self._show_remark()

    # How much room there is

    def hasHeightForWidth(self) -> bool:
        """Returns False, because the settings scroll. Otherwise a line above them would ask for their whole height."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the groups as a list or as a choice box."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW * self._theme.scale
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._arrange()
        self._is_stacked = event.size().width() < _STACKED * self._theme.scale
        for row in self.made.values():
            row.set_narrow(narrow=self._is_stacked)
        self.area.setMinimumHeight(round(_LEAST * self._theme.scale))

    def _arrange(self) -> None:
        for part in (self.search, self._list, self._box, self._card):
            self._grid.removeWidget(part)
        self._list.setVisible(not self._is_narrow)
        self._box.setVisible(self._is_narrow)
        side = 0 if self._is_narrow else 224
        set_fixed_size(self.search, side, 0)
        set_fixed_size(self._list, side, 0)
        if self._is_narrow:
            self.search.setMinimumWidth(0)
            self.search.setMaximumWidth(16_777_215)
            # In the order of the Tab key, which is that of the wide form.
            self._grid.addWidget(self.search, 0, 0)
            self._grid.addWidget(self._box, 0, 1)
            self._grid.addWidget(self._card, 1, 0, 1, 2)
        else:
            self.search.setFixedWidth(round(side * self._theme.scale))
            self._list.setFixedWidth(round(side * self._theme.scale))
            self._grid.addWidget(self.search, 0, 0)
            self._grid.addWidget(self._list, 1, 0)
            self._grid.addWidget(self._card, 0, 1, 2, 1)
        self._grid.setColumnStretch(0, 1 if self._is_narrow else 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)

    @Slot()
    def _paint_icons(self) -> None:
        side = round(SIZE * self._theme.scale)
        self._list.setIconSize(QSize(side, side))
        for at, group in enumerate(self._groups):
            picture = pixmap(_ICONS[group], self._theme.colour("soft"), side, self.devicePixelRatioF())
            self._list.item(at).setIcon(QIcon(picture))


def _matches(setting: Setting, search: str) -> bool:
    """True if every word of a search is in the label, the meaning, or the setting's name."""
    text = f"{setting_words(setting.label)} {setting_words(setting.help)} {setting.name}".casefold()
    return all(word in text for word in search.casefold().split())
