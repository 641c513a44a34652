"""Shows every setting that a store changes, who set it, and the buttons that try and save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import settings as options
from desktop.domain.access import SignIn
from desktop.domain.failures import SettingsUnusable
from desktop.domain.head_office import SendingProblem
from desktop.domain.setting_schema import Group, Kind
from desktop.gui.connection_words import ConnectionWords
from desktop.gui.pages.settings_form import SettingsForm
from desktop.gui.pages.support_panel import SupportPanel
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_spacing
from desktop.gui.screen import Notice
from desktop.gui.setting_words import SECRETS, entered_secret, half_entered, problem_words
from desktop.gui.voice import joined, voice_of
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.print_state_view import PrintStateView
from desktop.gui.widgets.setting_control import PrinterControl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.access import Secret
    from desktop.domain.failures import Failure
    from desktop.domain.head_office import SendingStatus
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.flow.service_check import TriedService
    from desktop.gui.controller import Controller
    from desktop.gui.settings_controller import SettingsController
    from desktop.gui.style import Style
    from desktop.gui.trial_print import TrialState

_PRACTICE = frozenset({"server", "till", *SECRETS, "proxy", "proxy_user", "proxy_password", "ca_file"})
"""What the practice service decides in training."""

_RING = 5
_GAP = 12
_OUTCOME = 96
"""Width in pixels at scale 1 that the outcome of the test print has at least, if all buttons are in one row."""


class SettingsPage(QWidget):
    """The settings page.

    Attributes:
        form: the groups and the settings.

    Signals:
        closed: the user returns to the customer at hand.
        printers_wanted: the page is shown, and can offer the printers that the system knows (`show_printers`).
        test_print_requested: print a test page on the printer that is entered (its address), and its `Paper`.
    """

    closed = Signal()
    printers_wanted = Signal()
    test_print_requested = Signal(str, object)

    def __init__(self, controller: Controller, settings_controller: SettingsController, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._settings_controller = settings_controller
        self._theme = style
        self._words = ConnectionWords(controller.words, self)
        self._shown: dict[str, object] = {}
        self._printers: Sequence[str] = ()
        self._tested, self._signing_in = "", SignIn.BASIC
        self._is_testing = self._is_collecting = self._is_saving = False
        self.setObjectName("settings_page")
        column = QVBoxLayout(self)
        # The ring of the focus is painted around a button.
        column.setContentsMargins(_RING, _RING, _RING, _RING)
        set_spacing(column, 8)
        self.explanation = label("note", wrap=True)
        column.addWidget(self.explanation)
        self.form = SettingsForm(style)
        self.form.row_made.connect(self._fill_row)
        column.addWidget(self.form, 1)
        self.support_panel = SupportPanel(style, controller.formats.locale)
        self.support_panel.hide()
        column.addWidget(self.support_panel, 1)
        self._rows = [QHBoxLayout() for _ in range(3)]
        for row in self._rows:
            set_spacing(row, _GAP)
        self.test = Button(self.tr("Test connection"), "test_connection", role="quiet", icon="refresh")
        self.test_print = Button(self.tr("Test print"), "test_print", role="quiet", icon="printer")
        self.support = Button(self.tr("Support file"), "support_file", role="quiet", icon="save")
        self.close_button = Button(self.tr("Close"), "close", role="quiet", key=self.tr("Esc"))
        self.save = Button(self.tr("Save"), "save", role="primary", icon="check")
        self.print_state = PrintStateView(style)
        trying, ending = (self.test, self.test_print, self.support, self.print_state), (self.close_button, self.save)
        self._ways: tuple[tuple[tuple[QWidget, ...], ...], ...] = (
            ((*trying, *ending),),
            (trying, ending),
            (trying[:2], trying[2:], ending),
        )
        for row in self._rows:
            column.addLayout(row)
        self._way: tuple[tuple[QWidget, ...], ...] = ()
        self._place_buttons(self._ways[-1])
        self.test.clicked.connect(self._on_test)
        self.test_print.clicked.connect(self._on_test_print)
        self.support.clicked.connect(self._on_support)
        self.support_panel.cancelled.connect(self.step_back)
        self.support_panel.save_requested.connect(settings_controller.save_support_file)
        self.close_button.clicked.connect(self.closed)
        self.save.clicked.connect(self._on_save)
        settings_controller.answered.connect(self._on_answered)
        settings_controller.failed.connect(self._on_failed)
        settings_controller.refused.connect(self._on_refused)
        settings_controller.support_made.connect(self._on_support_made)
        settings_controller.support_saved.connect(self._on_support_saved)
        settings_controller.support_failed.connect(self._on_support_failed)

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self.explanation.setVisible(bool(self.explanation.text()) and not compact)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons can be in more rows, so that the page does not stay wide in a narrow window."""
        hint = super().minimumSizeHint()
        shown = self.form if self.support_panel.isHidden() else self.support_panel
        least = max(shown.minimumSizeHint().width(), self._width_of(self._ways[-1])) + 2 * _RING
        return QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons in as few rows as there is room for. How wide they are depends on the language."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _RING
        before = self._way
        self._place_buttons(next((way for way in self._ways if self._width_of(way) <= room), self._ways[-1]))
        if self._way != before:
            # Qt drops the request for another layout that is made while a layout is applied.
            QTimer.singleShot(0, self, self._lay_out)

    @Slot()
    def _lay_out(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.updateGeometry()

    def _width_of(self, way: tuple[tuple[QWidget, ...], ...]) -> int:
        gap = round(_GAP * self._theme.scale)
        # In more rows the outcome has the room that the longer buttons leave, and its words wrap.
        outcome = round(_OUTCOME * self._theme.scale) if len(way) == 1 else 0
        widths = [
            [outcome if part is self.print_state else part.sizeHint().width() + gap for part in row] for row in way
        ]
        return max(map(sum, widths))

    def _place_buttons(self, way: tuple[tuple[QWidget, ...], ...]) -> None:
        if way == self._way:
            return
        self._way = way
        for old in self._rows:
            while old.takeAt(0) is not None:
                pass
        for row, parts in zip(self._rows, way, strict=False):
            for part in parts:
                # In one row only the outcome and the first button share the room that is left.
                row.addWidget(part, int(len(way) > 1 or part in {self.print_state, self.save}))

    # What is shown

    def fill(self) -> None:
        """Shows the settings in force, who set them, and what is wrong with those that cannot be used."""
        self.step_back()
        self._is_collecting = self._is_saving = False
        loaded = self._settings_controller.loaded
        training = self._controller.training
        words = []
        if training:
            words.append(
                self.tr(
                    "In training the service’s address, the till and the password are those of the practice service."
                )
            )
        if self._settings_controller.waits_to_apply:
            words.append(
                self.tr(
                    "What was saved counts once no customer is being served. Until then, this is what counted before."
                )
            )
        self.explanation.setText("\n".join(words))
        self.explanation.setVisible(bool(words))
        self.test.setEnabled(not training)
        self._shown = {}
        for name in tuple(self.form.made):
            # The way to sign in decides which secrets have a row, and may have some made.
            self._fill_row(name)
        first = next((one.name for one in loaded.problems if one.name in options.SCHEMA), "")
        self.form.show_group(options.SCHEMA[first].group if first else Group.SERVICE)
        self.print_state.clear()
        self.printers_wanted.emit()

    @Slot(str)
    def _fill_row(self, name: str) -> None:
        row = self.form.made[name]
        is_setting = name in options.SCHEMA
        row.control.show_value(getattr(self._controller.settings, name) if is_setting else "")
        who = self._settings_controller.who_set(name)
        row.control.set_locked(locked=bool(who) or (self._controller.training and name in _PRACTICE))
        row.say_who(*self._badge(name, who))
        problem = next((one for one in reversed(self._settings_controller.loaded.problems) if one.name == name), None)
        why = problem_words(problem.reason) if problem is not None else ""
        # A path begins with its slash, and a line ends with its number, in every language.
        row.show_problem(f"{why} ({isolated_in_rtl(problem.where)})" if problem is not None else "")
        row.control.set_bad(bad=problem is not None, why=why)
        if isinstance(row.control, PrinterControl):
            row.control.show_printers(self._printers)
        self._shown[name] = row.control.raw()

    def focus(self) -> None:
        """Moves the focus to the first setting that cannot be used, or else to the first that can be changed."""
        problems = [one.name for one in self._settings_controller.loaded.problems if one.name in options.SCHEMA]
        free = [name for name in problems if self.form.row(name).control.isEnabled()]
        if free:
            self.form.focus_on(free[0])
        else:
            self.form.focus()
        focused = self.form.focusWidget()
        if focused is not None:
            # Orca 43 reads a field that is filled in the moment it gets the focus without its name, or not at all.
            voice_of(self).say_value(joined((self.tr("Settings"), focused.accessibleName())))

    def show_printers(self, printers: Sequence[str]) -> None:
        """Offers printers that the system knows, as the settings name them."""
        self._printers = printers
        for row in self.form.made.values():
            if isinstance(row.control, PrinterControl):
                row.control.show_printers(printers)

    @Slot(object)
    def show_sending(self, status: SendingStatus) -> None:
        """Says how far head office is, above its settings."""
        self.form.set_remark(Group.HEAD_OFFICE, self._sending_words(status))

    def _sending_words(self, status: SendingStatus) -> str:
        if status.forked:
            return self.tr("Head office has other records under this till’s numbers. Call support.")
        waiting = self.tr("%Ln record(s) wait to be sent.", "", status.behind)
        match status.problem:
            case None if status.contact is None:
                return self.tr("Head office has not answered yet.")
            case None:
                return waiting if status.behind else self.tr("Head office has everything.")
            case SendingProblem.OFFLINE | SendingProblem.BUSY:
                return self.tr("Head office cannot be reached just now. {waiting}").format(waiting=waiting)
            case SendingProblem.KEY:
                return self.tr("Head office does not know this till’s key. {waiting}").format(waiting=waiting)
            case SendingProblem.OTHER_TILL | SendingProblem.REFUSED | SendingProblem.JOURNAL:
                words = self.tr("Head office does not accept this till’s records. Call support. {waiting}")
                return words.format(waiting=waiting)

    def _badge(self, name: str, who: str) -> tuple[str, str]:
        """Returns who set a value, if it is not the shop, and an icon."""
        match who:
            case "policy":
                return self.tr("Set by policy"), "lock"
            case "environment":
                return self.tr("Set by environment"), "terminal"
            case "command line":
                return self.tr("Set by command line"), "terminal"
            case _ if self._settings_controller.loaded.sources.get(name) == "policy default":
                return self.tr("Your company’s default"), "user"
            case _:
                return "", ""

    # What was changed

    def leave(self) -> bool:
        """Forgets the passwords that were typed. Returns True if something was changed and is not being saved."""
        was_changed = not self._is_saving and any(
            row.control.isEnabled() and row.control.raw() != self._shown.get(name)
            for name, row in self.form.made.items()
        )
        for name in self.form.made.keys() & {*SECRETS, "proxy_password"}:
            self.form.made[name].control.show_value("")
        return was_changed

    def _changed(self) -> dict[str, object]:
        """Returns the raw values that the shop may change and has changed, and those that replace a wrong one."""
        wrong = {one.name for one in self._settings_controller.loaded.problems if one.name in options.SCHEMA}
        for name in wrong:
            self.form.row(name)
        return {
            name: row.control.raw()
            for name, row in self.form.made.items()
            if name in options.SCHEMA
            and row.control.isEnabled()
            and (row.control.raw() != self._shown.get(name) or name in wrong)
        }

    def _secrets(self) -> dict[str, object]:
        rows = {name: row.control for name, row in self.form.made.items() if name in SECRETS}
        return {name: control.raw() for name, control in rows.items() if control.isEnabled()}

    @property
    def _passwords(self) -> tuple[Secret, str]:
        """What is entered as the till's secret and as the proxy's password."""
        proxy = self.form.row("proxy_password").control
        secret = entered_secret(self.form.row("sign_in").control.raw(), self._secrets())
        return secret, str(proxy.raw()) if proxy.isEnabled() else ""

    def _read(self) -> Settings | None:
        """Returns the settings as they are entered, or says what is wrong with one and returns None."""
        try:
            settings = self._settings_controller.with_changes(self._changed())
        except SettingsUnusable as unusable:
            name, problem = unusable.problems[0]
            label_of = self.form.row(name).words
            self._say_at(name, self.tr("{setting}: {problem}").format(setting=label_of, problem=problem_words(problem)))
            return None
        half = half_entered(self.form.row("sign_in").control.raw(), self._secrets())
        if half:
            self._say_at(half, self.tr("Enter the key and the secret, or neither."))
            return None
        self.form.mark({})
        return settings

    def _say_at(self, name: str, text: str, support: str = "") -> None:
        self.form.mark({name: Notice("bad", text, support).spoken})
        self.form.focus_on(name)
        self._controller.say("bad", text, support)

    # Trying

    @Slot()
    def _on_test(self) -> None:
        if self._is_testing:
            # The button stays enabled: a disabled one would pass the focus on, and Enter would print a test page.
            return
        settings = self._read()
        if settings is None:
            return
        missing = {
            "server": self.tr("Enter the address of the service."),
            "till": self.tr("Enter the name of this till."),
        }
        for name, words in missing.items():
            if not getattr(settings, name):
                self._say_at(name, words)
                return
        self._tested, self._signing_in = settings.server, settings.sign_in
        self._is_testing = True
        self._controller.say("info", self.tr("Connecting to the service…"))
        self._settings_controller.try_service(settings, *self._passwords)

    @Slot(object)
    def _on_answered(self, tried: TriedService) -> None:
        self._is_testing = False
        result = self._words.passed(tried, self._tested)
        last = result.facts[-1]
        text = f"{last.text} {last.next_step}".strip()
        self._controller.say("good" if last.good else "bad", text, last.support)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._is_testing = False
        result = self._words.failed(failure, self._tested, self._signing_in)
        bad = result.facts[-1]
        text = f"{bad.text} {bad.next_step}".strip()
        if result.field and self.isVisible():
            self._say_at(result.field, text, bad.support)
        else:
            self._controller.say("bad", text, bad.support)

    @Slot()
    def _on_test_print(self) -> None:
        settings = self._read()
        if settings is not None:
            self._controller.dismiss()
            self.test_print_requested.emit(settings.printer, settings.paper)

    @Slot(object)
    def show_print_state(self, state: TrialState) -> None:
        """Shows beside the button how far the test page is. Why it was not printed is the page's message."""
        self.print_state.show_state(state)
        if state.reason is not None and self.isVisible():
            self._controller.say(state.reason.tone, state.reason.text, state.reason.support)

    # The support file

    @Slot()
    def step_back(self) -> bool:
        """Goes back from the contents of a support file to the settings. Returns False if the settings are shown."""
        was_shown = not self.support_panel.isHidden()
        self._show_support_panel(shown=False)
        if was_shown and self.isVisible():
            self.support.setFocus()
        return was_shown

    def _show_support_panel(self, *, shown: bool) -> None:
        self.form.setVisible(not shown)
        self.support_panel.setVisible(shown)
        for part in (self.test, self.test_print, self.support, self.close_button, self.save):
            part.setVisible(not shown)
        self.print_state.setVisible(not shown)

    @Slot()
    def _on_support(self) -> None:
        if self._is_collecting:
            return
        self._is_collecting = True
        self._controller.say("info", self.tr("Collecting the support file… This can take a minute."))
        self._settings_controller.make_support_file()

    @Slot(object)
    def _on_support_made(self, made: SupportFile) -> None:
        self._is_collecting = False
        if self.isVisible():
            self._controller.dismiss()
            self._show_support_panel(shown=True)
            self.support_panel.show_file(made)

    @Slot(str)
    def _on_support_saved(self, path: str) -> None:
        self.step_back()
        self._controller.say("good", self.tr("The support file is saved: {path}").format(path=path))

    @Slot(object)
    def _on_support_failed(self, failure: Failure) -> None:
        self._is_collecting = False
        self._controller.say_failure(failure)

    # Saving

    @Slot()
    def _on_save(self) -> None:
        if self._read() is not None:
            self._is_saving = True
            self._settings_controller.save(self._typed(self._changed()), *self._passwords)

    @staticmethod
    def _typed(changed: dict[str, object]) -> dict[str, object]:
        """Returns the values to write: numbers as numbers and objects as objects, texts as they were typed.

        A text may have `${HOSTNAME}` in it, which must stay so.
        """
        keeps_text = {Kind.TEXT, Kind.PRINTER, Kind.LINES, Kind.KEY}
        return {
            name: raw if options.SCHEMA[name].kind in keeps_text else options.read_value(name, raw)
            for name, raw in changed.items()
        }

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        self._is_saving = False
        self._controller.say_failure(failure)
