"""Shows the settings that a store changes by hand, and the short set-up of a first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import settings as options
from desktop.domain.failures import Failure, SettingsUnusable
from desktop.domain.settings import NumberPadMode, Settings, Theme
from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.check_box import CheckBox
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import label, literal

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.settings_controller import SettingsController


class SettingsPage(QWidget):
    """The page for the till's name, its service, and the look of the window.

    Signals:
        closed: the user returns to the customer at hand.
    """

    closed = Signal()

    def __init__(
        self, controller: Controller, settings_controller: SettingsController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._settings_controller = settings_controller
        self._fields: dict[str, QLineEdit | QComboBox | QCheckBox] = {}
        self._shown: dict[str, object] = {}
        self.setObjectName("settings_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 10)
        card = QFrame()
        set_role(card, "card")
        inner = self._inner = QVBoxLayout(card)
        self.title = label("title", self.tr("Settings"))
        self.explanation = label("note", wrap=True)
        inner.addWidget(self.title)
        inner.addWidget(self.explanation)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(area, "form")
        inside = QFrame()
        set_role(inside, "form")
        self._form = QFormLayout(inside)
        set_margins(self._form, 0, 4, 12, 4)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(18)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._make_fields()
        area.setWidget(inside)
        inner.addWidget(area, 1)
        column.addWidget(card, 1)
        self._buttons = QGridLayout()
        set_spacing(self._buttons, 8)
        self.practise = Button(self.tr("Practise first"), "practise_first", role="quiet")
        self.try_it = Button(self.tr("Try it"), "try_it", role="quiet")
        self.cancel = Button(self.tr("Close"), "close_settings", role="quiet", key=self.tr("Esc"))
        self.save = Button(self.tr("Save"), "save_settings", role="primary")
        column.addLayout(self._buttons)
        self.set_compact(compact=False)
        self.practise.clicked.connect(settings_controller.practise)
        self.try_it.clicked.connect(self._on_try)
        self.cancel.clicked.connect(self.closed)
        self.save.clicked.connect(self._on_save)
        settings_controller.tried.connect(self._on_tried)
        settings_controller.refused.connect(self._on_refused)

    def set_compact(self, *, compact: bool) -> None:
        """Puts the buttons in two rows instead of one if there is little room."""
        self._inner.setContentsMargins(*((10, 4, 4, 4) if compact else (22, 14, 10, 14)))
        columns = 2 if compact else 4
        for index, button in enumerate((self.practise, self.try_it, self.cancel, self.save)):
            row, column = divmod(index, columns)
            self._buttons.addWidget(button, row, column)
            self._buttons.setColumnStretch(index, 1 if index < columns else 0)

    def fill(self) -> None:
        """Shows the settings in force."""
        settings = self._controller.settings
        training = self._controller.training
        first = not settings.is_complete and not training
        self.title.setText(self.tr("Set up this till") if first else self.tr("Settings"))
        self.practise.setVisible(not training)
        self.cancel.setVisible(not first)
        self.try_it.setEnabled(not training)
        if training:
            self.explanation.setText(
                self.tr(
                    "In training the service’s address, the till and the password are those of the practice service."
                )
            )
        elif self._settings_controller.locked:
            self.explanation.setText(self.tr("Settings that cannot be changed here are set by your company."))
        elif first:
            self.explanation.setText(self.tr("Your company’s support has given you these. Try it before you save."))
        self.explanation.setVisible(bool(self.explanation.text()))
        for name, widget in self._fields.items():
            value: object = "" if name == "password" else getattr(settings, name)
            if isinstance(widget, QCheckBox):
                widget.setChecked(bool(value))
            elif isinstance(widget, QComboBox):
                widget.setCurrentIndex(max(0, widget.findData(getattr(value, "value", value))))
            else:
                widget.setText(str(value))
            fixed = name in self._settings_controller.locked or (training and name in {"server", "till", "password"})
            fixed = fixed or (name != "password" and options.is_policy_only(name))
            widget.setEnabled(not fixed)
        self._shown = self._values()

    def focus(self) -> None:
        """Moves the focus to the first field that can be changed."""
        for widget in self._fields.values():
            if widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _make_fields(self) -> None:
        self._add("server", self.tr("Address of the service"), QLineEdit())
        self._add("till", self.tr("Name of this till"), QLineEdit())
        password = QLineEdit()
        password.setEchoMode(QLineEdit.EchoMode.Password)
        password.setPlaceholderText(self.tr("Leave empty to keep the one that is stored"))
        self._add("password", self.tr("Password of this till"), password)
        self._add("store", self.tr("Store"), QLineEdit())
        self._add("cashier", self.tr("Cashier"), QLineEdit())
        country = QLineEdit()
        country.setMaxLength(2)
        self._add("country", self.tr("Country (two letters)"), country)
        self._add("language", self.tr("Language"), _choice(((self.tr("Same as the system"), ""), *_LANGUAGES)))
        themes = (
            (self.tr("Same as the system"), Theme.SYSTEM.value),
            (self.tr("Light"), Theme.LIGHT.value),
            (self.tr("Dark"), Theme.DARK.value),
            (self.tr("High contrast"), Theme.HIGH_CONTRAST.value),
        )
        self._add("theme", self.tr("Colours"), _choice(themes))
        pads = (
            (self.tr("If there is a touch screen"), NumberPadMode.AUTO.value),
            (self.tr("Always"), NumberPadMode.ALWAYS.value),
            (self.tr("Never"), NumberPadMode.NEVER.value),
        )
        self._add("number_pad", self.tr("Number pad"), _choice(pads))
        self._add("program_id", self.tr("Loyalty program"), QLineEdit())
        bill = CheckBox(self.tr("A redemption needs a bill number"), "setting_bill_required")
        self._add("bill_required", "", bill)

    def _add(self, name: str, words: str, widget: QLineEdit | QComboBox | QCheckBox) -> None:
        widget.setObjectName(f"setting_{name}")
        widget.setAccessibleName(words or widget.property("text"))
        self._fields[name] = widget
        if not words:
            # It has the whole row, because its own words can be wider than the second column.
            self._form.addRow(widget)
            return
        caption = label("field_label", literal(words))
        caption.setBuddy(widget)
        self._form.addRow(caption, widget)

    def _values(self) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, widget in self._fields.items():
            if not widget.isEnabled() or name == "password":
                continue
            if isinstance(widget, QCheckBox):
                values[name] = widget.isChecked()
            elif isinstance(widget, QComboBox):
                values[name] = widget.currentData()
            else:
                values[name] = widget.text().strip()
        return values

    @property
    def _password(self) -> str:
        widget = self._fields["password"]
        return widget.text() if isinstance(widget, QLineEdit) else ""

    def _read(self) -> Settings | None:
        try:
            return options.read(self._settings_controller.raw, self._values())
        except SettingsUnusable as unusable:
            name, problem = unusable.problems[0]
            self._controller.say("bad", self.tr("{setting}: {problem}").format(setting=name, problem=problem))
            widget = self._fields.get(name)
            if widget is not None:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return None

    @Slot()
    def _on_try(self) -> None:
        settings = self._read()
        if settings is None:
            return
        if not settings.is_complete:
            self._controller.say("bad", self.tr("Enter the address of the service and the name of this till."))
            return
        self.try_it.setEnabled(False)
        self._controller.say("info", self.tr("Connecting to the service…"))
        self._settings_controller.try_service(settings, self._password)

    @Slot(object)
    def _on_tried(self, failure: Failure | None) -> None:
        self.try_it.setEnabled(True)
        if failure is None:
            self._controller.say("good", self.tr("The service responds and knows this till."))
        else:
            self._controller.say_failure(failure)

    @Slot()
    def _on_save(self) -> None:
        if self._read() is not None:
            # Save only changes made here. Values from the command line or the environment are for one run only.
            changed = {name: value for name, value in self._values().items() if value != self._shown.get(name)}
            self._settings_controller.save(changed, self._password)

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        self._controller.say_failure(failure)


_LANGUAGES = (
    ("English", "en"),
    ("العربية", "ar"),
    ("Español", "es"),
    ("Français", "fr"),
    ("हिन्दी", "hi"),
    ("Bahasa Indonesia", "id"),
    ("ไทย", "th"),
    ("简体中文", "zh_CN"),
)


def _choice(entries: tuple[tuple[str, str], ...]) -> QComboBox:
    box = ChoiceBox("", "")
    for words, value in entries:
        box.addItem(words, value)
    return box
