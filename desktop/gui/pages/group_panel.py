"""Lets the cashier choose a group to redeem from: one that the look-up returned, or one entered by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.choices import choice_of
from desktop.domain.group import (
    SOURCES_WITH_ACCOUNTS,
    GroupChoice,
    GroupError,
    GroupProblem,
    PrimaryUserIdentifierType,
    PrimaryUserSource,
)
from desktop.gui.scale import set_spacing
from desktop.gui.screen import Panel, Screen
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.message_view import MessageView

if TYPE_CHECKING:
    from desktop.domain.member import Member, MemberGroup
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style

_OWN, _OTHER = "own", "other"
_ID, _EXTERNAL_ID, _PRIMARY_ID, _PRIMARY = "id", "external_id", "primary_id", "primary"


class GroupPanel(QWidget):
    """Takes the place of the points step's fields while a group is chosen."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._member: Member | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self.group = ChoiceBox(self.tr("Group"), "group")
        self.named_by = ChoiceBox(self.tr("Find group by"), "group_named_by")
        self.value = TextField(self.tr("Number or name"), "group_value", role="", style=style)
        self.value.edit.setMaxLength(100)
        self.type = ChoiceBox(self.tr("Kind of identifier"), "group_identifier_kind")
        self.source = ChoiceBox(self.tr("Source"), "group_source")
        self.account = TextField(self.tr("Account of the source"), "group_account", role="", style=style)
        self.account.edit.setMaxLength(100)
        self.named_by.show_entries(
            (
                (self.tr("Group number"), _ID),
                (self.tr("Group number in another system"), _EXTERNAL_ID),
                (self.tr("Main member’s user number"), _PRIMARY_ID),
                (self.tr("Main member’s mobile, e-mail or card"), _PRIMARY),
            ),
            _ID,
        )
        self.type.show_entries(
            (
                (self.tr("Mobile number"), PrimaryUserIdentifierType.MOBILE),
                (self.tr("E-mail"), PrimaryUserIdentifierType.EMAIL),
                (self.tr("Card number"), PrimaryUserIdentifierType.CARD_NUMBER),
                (self.tr("Card number in another system"), PrimaryUserIdentifierType.CARD_EXTERNAL_ID),
                (self.tr("User number"), PrimaryUserIdentifierType.ID),
            ),
            PrimaryUserIdentifierType.MOBILE,
        )
        # The sources are the service's own names, which are the same in every language.
        sources: list[tuple[str, object]] = [(self.tr("Not needed"), None)]
        self.source.show_entries([*sources, *((one.value, one) for one in PrimaryUserSource)], None)
        column.addWidget(_labelled(self.group, self.tr("Whose points?")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self._named_by = _labelled(self.named_by, self.tr("Find group by"))
        self._type = _labelled(self.type, self.tr("Kind of identifier"))
        self._source = _labelled(self.source, self.tr("Source"))
        grid.addWidget(self._named_by, 0, 0)
        grid.addWidget(self.value, 0, 1)
        for at, widget in enumerate((self._type, self._source)):
            grid.addWidget(widget, 1, at)
        grid.addWidget(self.account, 2, 1)
        column.addLayout(grid)
        self.message = MessageView(style)
        column.addWidget(self.message)
        column.addStretch(1)
        row = QHBoxLayout()
        set_spacing(row, 14)
        self.cancel = Button(self.tr("Go back"), "leave_group", role="quiet", key=self.tr("Esc"))
        self.use = Button(self.tr("Use this group"), "use_group", role="primary", key=self.tr("Enter"))
        row.addWidget(self.cancel, 1)
        row.addWidget(self.use, 2)
        column.addLayout(row)
        for box in (self.group, self.named_by, self.type, self.source):
            box.chosen.connect(self._on_chosen)
            box.entered.connect(self._on_use)
        for field in (self.value, self.account):
            field.entered.connect(self._on_use)
            field.typed.connect(controller.dismiss)
        self.use.clicked.connect(self._on_use)
        self.cancel.clicked.connect(self._on_cancel)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in the order in which it stands."""
        value, account = self.value.edit, self.account.edit
        return self.group, self.named_by, value, self.type, self.source, account, self.cancel, self.use

    def draw(self, screen: Screen) -> None:
        """Draws the panel for the member at hand."""
        member = screen.member
        if member is None or screen.panel is not Panel.GROUP:
            return
        if member is not self._member:
            self._member = member
            entries: list[tuple[str, object]] = [(self._words_of(one), one) for one in member.groups]
            entries.append((self.tr("Another group"), _OTHER))
            entries.append((self.tr("The member’s own points"), _OWN))
            self.group.show_entries(entries, entries[0][1])
            self.value.set_text("")
            self.account.set_text("")
        if not screen.notice.text:
            for field in (self.value, self.account):
                field.set_bad(bad=False)
        self._arrange()

    def focus(self) -> None:
        """Moves the focus to the first choice."""
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words_of(self, group: MemberGroup) -> str:
        name = group.name or group.external_id or group.id or group.primary_user_id
        if group.points is None:
            return name
        formats = self._controller.formats
        return self.tr("{group} · {points} points", "", formats.plural(group.points)).format(
            group=name, points=formats.number(group.points)
        )

    def _arrange(self) -> None:
        other = self.group.value == _OTHER
        primary = other and self.named_by.value == _PRIMARY
        for widget in (self._named_by, self.value):
            widget.setVisible(other)
        for widget in (self._type, self._source):
            widget.setVisible(primary)
        self.account.setVisible(primary and self.source.value in SOURCES_WITH_ACCOUNTS)
        own = self.group.value == _OWN
        self.use.setText(self.tr("Use the member’s own points") if own else self.tr("Use this group"))

    def _choice(self) -> GroupChoice | None:
        chosen, value = self.group.value, self.value.text.strip()
        if chosen == _OWN or self._member is None:
            return None
        if chosen != _OTHER:
            return choice_of(next(one for one in self._member.groups if one == chosen))
        match self.named_by.value:
            case "external_id":
                return GroupChoice(external_id=value)
            case "primary_id":
                return GroupChoice(primary_user_id=value)
            case "primary":
                source, kind = self.source.value, self.type.value
                account = self.account.text.strip() if source in SOURCES_WITH_ACCOUNTS else ""
                return GroupChoice(
                    identifier_type=kind if isinstance(kind, PrimaryUserIdentifierType) else None,
                    identifier_value=value,
                    source=source if isinstance(source, PrimaryUserSource) else None,
                    account_id=account,
                )
            case _:
                return GroupChoice(id=value)

    def _problem_words(self, problem: GroupProblem) -> str:
        match problem:
            case GroupProblem.NOTHING_CHOSEN | GroupProblem.TYPE_WITHOUT_VALUE:
                return self.tr("Type the group’s number or name.")
            case GroupProblem.VALUE_WITHOUT_TYPE:
                return self.tr("Choose what kind of identifier this is.")
            case GroupProblem.SOURCE_WITHOUT_IDENTIFIER:
                return self.tr("With a source, also enter the main member’s identifier.")
            case GroupProblem.ACCOUNT_WITHOUT_SOURCE:
                return self.tr("With an account, also choose its source.")
            case GroupProblem.ACCOUNT_MISSING:
                return self.tr("This source has several accounts. Type which one.")

    @Slot()
    def _on_chosen(self) -> None:
        self._controller.dismiss()
        self._arrange()

    @Slot()
    def _on_use(self) -> None:
        try:
            choice = self._choice()
        except GroupError as error:
            text = self._problem_words(error.problem)
            self._controller.say("bad", text)
            missing = error.problem in {GroupProblem.ACCOUNT_MISSING, GroupProblem.ACCOUNT_WITHOUT_SOURCE}
            field = self.account if missing else self.value
            field.set_bad(bad=True, why=text)
            field.focus(select=True)
            return
        self._controller.choose(replace(self._controller.screen.choices, group=choice))

    @Slot()
    def _on_cancel(self) -> None:
        self._controller.open_panel(Panel.NONE)


def _labelled(box: ChoiceBox, words: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    set_spacing(column, 4)
    above = label("field_label", words)
    above.setBuddy(box)
    column.addWidget(above)
    column.addWidget(box)
    return made
