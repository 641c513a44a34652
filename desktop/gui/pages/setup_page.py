"""Sets up a till at its first start, in three short pages. The counter cannot be reached before they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.access import SignIn
from desktop.domain.failures import Failure, SecretUnavailable, SettingsUnusable
from desktop.domain.settings import SCHEMA
from desktop.gui.connection_words import ConnectionResult, ConnectionWords, Fact
from desktop.gui.focus import follow_focus
from desktop.gui.pages.setup_bar import SetupBar, Stepper
from desktop.gui.pages.setup_side import SetupSide
from desktop.gui.scale import lay_out_now, make_viewport, rescale, scale_for, set_margins, set_spacing
from desktop.gui.setting_words import SECRETS, entered_secret, half_entered, problem_words, setting_words
from desktop.gui.style import set_role
from desktop.gui.timers import once
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fact_list import FactList
from desktop.gui.widgets.focus_ring import FocusRing
from desktop.gui.widgets.labels import label, literal
from desktop.gui.widgets.page_stack import PageStack
from desktop.gui.widgets.setting_control import PrinterControl, SettingControl, make_control

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.access import Secret
    from desktop.flow.service_check import TriedService
    from desktop.gui.settings_controller import SettingsController
    from desktop.gui.style import Style
    from desktop.gui.trial_print import TrialState
    from desktop.gui.words import Words

PAGES = (
    ("server", "till", "sign_in", "password", "oauth_key", "oauth_secret"),
    ("store", "country", "language", "cashier"),
    ("printer", "paper"),
)
"""The settings of each page. Those that the schema does not have are left out."""

_PLACES = {"password": (2, 0), "oauth_key": (2, 0), "oauth_secret": (2, 1)}
"""Row and column of the secrets on the first page."""

_ADDRESS, _SHOP, _PRINTER = range(3)
_MARGIN = 24
"""Pixels that are in sight above and below what has the focus."""

_NARROW = 900
_LOW, _SMALL = 480, 720
"""Sizes in pixels below which the help moves under the card, and below which everything takes less room."""


class SetupPage(QWidget):
    """The first start. It fills the window in place of the till.

    Signals:
        test_print_requested: print a test page on the printer that is entered (its address), and its `Paper`.
        printers_wanted: the page with the printer is shown, and can offer printers (`show_printers`).
    """

    test_print_requested = Signal(str, object)
    printers_wanted = Signal()

    def __init__(self, administration: SettingsController, words: Words, style: Style) -> None:
        """Shows the first page.

        Args:
            administration: tries and saves.
            words: puts failures into words.
            style: the theme.
        """
        super().__init__()
        self._administration = administration
        self._catalogue = words
        self._words = ConnectionWords(words, self)
        self._theme = style
        self._passed: tuple[object, ...] | None = None
        self._tried: tuple[object, ...] = ()
        self._tested, self._signing_in = "", SignIn.BASIC
        self.controls: dict[str, SettingControl] = {}
        self._fields: dict[str, QWidget] = {}
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = SetupBar(style, administration.loaded.settings.language)
        self.bar.language.setEnabled(not administration.who_set("language"))
        self.bar.language_chosen.connect(self._on_language)
        column.addWidget(self.bar)
        self._area = QScrollArea()
        make_viewport(self._area)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._box.addWidget(self._make_card(), 1)
        self.side = SetupSide(style)
        self.side.practise.clicked.connect(administration.practise)
        self._box.addWidget(self.side)
        self._area.setWidget(inside)
        column.addWidget(self._area, 1)
        self._ring = FocusRing(style, self)
        # After the lines have been laid out. Typing removes them again.
        self._scroll = once(self, 0, self._scroll_to_facts)
        back = QShortcut(QKeySequence("Esc"), self)
        back.activated.connect(self._on_back)
        follow_focus(self._on_focus_changed)
        administration.answered.connect(self._on_answered)
        administration.failed.connect(self._on_failed)
        administration.refused.connect(self._on_refused)
        self._show_secrets()
        self._show(_ADDRESS)

    def _make_card(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        self._inner = QVBoxLayout(card)
        set_margins(self._inner, 24, 16, 24, 24)
        # A refusal of three lines fits a terminal, with the button in its place.
        set_spacing(self._inner, 8)
        names = (self.tr("Address and till"), self.tr("Shop"), self.tr("Printer"))
        self.stepper = Stepper(names)
        self._inner.addWidget(self.stepper)
        self.stack = PageStack()
        for at, settings in enumerate(PAGES):
            self.stack.addWidget(self._make_page(at, settings))
        self._inner.addWidget(self.stack)
        self.facts = FactList(self._theme)
        self._inner.addWidget(self.facts)
        self._inner.addStretch(1)
        row = QHBoxLayout()
        set_spacing(row, 12)
        self.back = Button(self.tr("Back"), "back", role="quiet", key=self.tr("Esc"))
        self.next = Button(self.tr("Test connection"), "test_connection", role="primary", key=self.tr("Enter"))
        row.addWidget(self.back)
        row.addWidget(self.next, 1)
        self._inner.addLayout(row)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        return card

    def _make_page(self, at: int, names: Sequence[str]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(grid, 8)
        shown = [name for name in names if name in SCHEMA or name in SECRETS]
        cells: dict[tuple[int, int], QVBoxLayout] = {}
        for place, name in enumerate(shown):
            # The address has a row of its own, because it is long.
            row, side, wide = (0, 0, 2) if place == 0 and at != _SHOP else (*divmod(place + (at != _SHOP), 2), 1)
            # Only one of the two ways to sign in is shown, so the key takes the password's place.
            row, side = _PLACES.get(name, (row, side))
            cell = cells.get((row, side))
            if cell is None:
                # Qt's grid leaves no space above a place with two parts if the later one is hidden.
                cell = cells[row, side] = QVBoxLayout()
                # All labels of a row are equally high, whatever stands below them.
                grid.addLayout(cell, row, side, 1, wide, Qt.AlignmentFlag.AlignTop)
            cell.addWidget(self._make_field(name))
        if at == _PRINTER:
            self.test_print = Button(self.tr("Test print"), "test_print", role="quiet", icon="printer")
            self.test_print.clicked.connect(self._on_test_print)
            grid.addWidget(self.test_print, len(shown), 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return page

    def _make_field(self, name: str) -> QWidget:
        setting = SECRETS[name][0] if name in SECRETS else SCHEMA[name]
        control = make_control(setting, self._theme, same_as=self.tr("Same as the system"))
        self.controls[name] = control
        value: object = "" if name in SECRETS else getattr(self._administration.loaded.settings, name)
        control.show_value(value)
        control.set_locked(locked=bool(self._administration.who_set(name)))
        control.changed.connect(self._on_changed)
        target = control.target
        control.describe(setting_words(setting.help))
        if isinstance(target, QLineEdit):
            target.returnPressed.connect(self._on_enter)
        elif isinstance(target, ChoiceBox):
            target.entered.connect(self._on_enter)
        field = self._fields[name] = QWidget()
        # The control comes before its label in the tree of a screen reader, so that their common name finds it first.
        control.setParent(field)
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 4)
        words = label("field_label", literal(setting_words(setting.label)))
        words.setBuddy(target)
        column.addWidget(words)
        column.addWidget(control)
        return field

    # How much room there is

    def minimumSizeHint(self) -> QSize:
        """The least size at scale 1. At a larger one, it would keep a window from becoming as small as that at once."""
        return super().minimumSizeHint() / self._theme.scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the help under the card if the window is narrow."""
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        scale = scale_for(width, height)
        if scale != self._theme.scale:
            self._theme.set_scale(scale)
        small = width < _SMALL or height < _LOW
        self.setStyleSheet(self._theme.compact if small else "")
        narrow = width < _NARROW
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        set_margins(self._box, *((8, 6, 8, 6) if small else (24, 8, 24, 8) if narrow else (24, 16, 24, 16)))
        set_spacing(self._box, 8 if narrow else 24)
        set_margins(self._inner, *((12, 4, 12, 8) if small else (24, 8, 24, 12) if narrow else (24, 16, 24, 24)))
        self.stepper.set_short(short=small)
        self.side.set_narrow(narrow=narrow, small=small)
        rescale(self, scale)

    # From page to page

    @property
    def _at(self) -> int:
        return self.stack.currentIndex()

    def focus(self) -> None:
        """Moves the focus to the first field of the page that can be changed and is empty, or else to the button."""
        free = [one for name in PAGES[self._at] if (one := self._shown(name)) is not None and one.isEnabled()]
        empty = [one for one in free if not one.raw()]
        if self._at == _ADDRESS and self._passed == self._entered():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        elif empty or free:
            (empty or free)[0].focus()

    def show_printers(self, printers: Sequence[str]) -> None:
        """Offers printers that the system knows, as the settings name them."""
        for control in self.controls.values():
            if isinstance(control, PrinterControl):
                control.show_printers(printers)

    def _shown(self, name: str) -> SettingControl | None:
        """Returns the control of a setting; None if there is none, or if the chosen way to sign in does not need it."""
        field = self._fields.get(name)
        return None if field is None or field.isHidden() else self.controls[name]

    @property
    def _secret_field(self) -> str:
        """The first field of the secret that the chosen way to sign in needs."""
        return next(name for name in SECRETS if self._shown(name) is not None)

    def _show(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.stepper.show_step(at)
        self.back.setVisible(at > _ADDRESS)
        self.facts.clear()
        self._draw_next()
        # Another page has its own height. What gets the focus must not be scrolled to where it was.
        lay_out_now(self.stack)
        self._area.verticalScrollBar().setValue(0)
        if at == _PRINTER:
            self.printers_wanted.emit()

    def _draw_next(self) -> None:
        tests = self._at == _ADDRESS and self._passed != self._entered()
        words = self.tr("Test connection") if tests else self.tr("Next")
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setObjectName("test_connection" if tests else "next")
        self.next.set_icon("refresh" if tests else "")

    def _entered(self) -> tuple[object, ...]:
        return tuple(self.controls[name].raw() for name in PAGES[_ADDRESS])

    @Slot()
    def _on_changed(self) -> None:
        if len(self.controls) < sum(name in SCHEMA or name in SECRETS for page in PAGES for name in page):
            return
        self._show_secrets()
        self._mark("")
        self.facts.clear()
        self._scroll.stop()
        self._draw_next()
        self._show_focus()

    @Slot()
    def _on_enter(self) -> None:
        """Goes to the next empty field, or does what the button does."""
        shown = [one for name in PAGES[self._at] if (one := self._shown(name)) is not None]
        at = next((at for at, one in enumerate(shown) if one.target.hasFocus()), len(shown))
        follows = [
            one for one in shown[at + 1 :] if one.isEnabled() and isinstance(one.target, QLineEdit) and not one.raw()
        ]
        if follows:
            follows[0].focus()
        else:
            self.next.click()

    @Slot()
    def _on_back(self) -> None:
        if self._at > _ADDRESS and self.next.isEnabled():
            self._show(self._at - 1)
            self.focus()

    @Slot()
    def _on_next(self) -> None:
        if not self._is_readable():
            return
        if self._at == _ADDRESS and self._passed != self._entered():
            self._test()
        elif self._at < _PRINTER:
            self._show(self._at + 1)
            self.focus()
        else:
            self._set_busy(busy=True)
            self._administration.save(self._values(), self._secret)

    # What is entered

    def _values(self) -> dict[str, object]:
        """Returns what is entered and differs from the settings in force."""
        in_force = self._administration.loaded.settings
        found: dict[str, object] = {}
        for name, control in self.controls.items():
            raw = control.raw()
            if name not in SECRETS and control.isEnabled() and raw != str(getattr(in_force, name)):
                found[name] = raw
        return found

    def _secrets(self) -> dict[str, object]:
        return {name: self.controls[name].raw() for name in SECRETS if self.controls[name].isEnabled()}

    @property
    def _secret(self) -> Secret:
        return entered_secret(self.controls["sign_in"].raw(), self._secrets())

    def _show_secrets(self) -> None:
        """Shows the fields that the chosen way to sign in needs."""
        for name, (_, sign_in) in SECRETS.items():
            self._fields[name].setVisible(str(self.controls["sign_in"].raw()) == sign_in)

    def _is_readable(self) -> bool:
        """Says which field of this page is empty or wrong. Returns True if none is."""
        missing = {
            "server": self.tr("Enter the address of the service."),
            "till": self.tr("Enter the name of this till."),
        }
        for name in PAGES[self._at]:
            if name in missing and not self.controls[name].raw():
                self._say_at(name, missing[name])
                return False
        half = half_entered(self.controls["sign_in"].raw(), self._secrets()) if self._at == _ADDRESS else ""
        if half:
            self._say_at(half, self.tr("Enter the key and the secret, or neither."))
            return False
        try:
            self._administration.with_changes(self._values())
        except SettingsUnusable as unusable:
            on_page = [one for one in unusable.problems if one[0] in PAGES[self._at]]
            if not on_page:
                return True
            name, problem = on_page[0]
            words = setting_words(SCHEMA[name].label)
            self._say_at(name, self.tr("{setting}: {problem}").format(setting=words, problem=problem_words(problem)))
            return False
        return True

    def _mark(self, name: str, why: str = "") -> None:
        for one, control in self.controls.items():
            control.set_bad(bad=one == name, why=why)

    def _say_at(self, name: str, text: str) -> None:
        self._show_result(ConnectionResult((Fact(good=False, text=text),), name))

    def _show_result(self, result: ConnectionResult) -> None:
        self._mark(result.field, " ".join(fact.words for fact in result.facts if not fact.good))
        self.facts.show_result(result.facts)
        if result.field in PAGES[self._at]:
            self.controls[result.field].focus()
        self._scroll.start()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._show_focus()

    @Slot()
    def _show_focus(self) -> None:
        """Keeps what has the focus in sight, also if Enter moved it, or if a result was shown in its place."""
        focused = QApplication.focusWidget()
        inside = self._area.widget()
        if focused is not None and inside is not None and inside.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, _MARGIN)

    @Slot()
    def _scroll_to_facts(self) -> None:
        self._area.ensureWidgetVisible(self.facts)

    def _set_busy(self, *, busy: bool) -> None:
        if busy and (self.next.hasFocus() or self.back.hasFocus()):
            # Qt moves the focus away from a button that is disabled, and Enter would begin the training.
            self.focus()
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)

    # Trying and saving

    def _test(self) -> None:
        settings = self._administration.with_changes(self._values())
        self._tried, self._tested, self._signing_in = self._entered(), settings.server, settings.sign_in
        self._mark("")
        self._set_busy(busy=True)
        self.facts.say("clock", "soft", self.tr("Connecting to the service…"))
        self._administration.try_service(settings, self._secret)

    @Slot(object)
    def _on_answered(self, tried: TriedService) -> None:
        self._set_busy(busy=False)
        self._passed = self._tried
        self._draw_next()
        if self._at == _ADDRESS and self._tried == self._entered():
            self.facts.show_result(self._words.passed(tried, self._tested).facts)
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        self._show_result(self._words.failed(failure, self._tested, self._signing_in))

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        if isinstance(failure, SecretUnavailable):
            self._show(_ADDRESS)
        notice = self._catalogue.failure(failure)
        field = self._secret_field if isinstance(failure, SecretUnavailable) else ""
        self._show_result(ConnectionResult((Fact(good=False, text=notice.text, support=notice.support),), field))

    @Slot(str)
    def _on_language(self, language: str) -> None:
        """Saves the language at once. The window starts again in it."""
        self._administration.save({"language": language}, "")

    @Slot()
    def _on_test_print(self) -> None:
        if self._is_readable():
            settings = self._administration.with_changes(self._values())
            self.test_print_requested.emit(settings.printer, settings.paper)

    @Slot(object)
    def show_print_state(self, state: TrialState) -> None:
        """Shows how far the test page is, unless the user has gone to another page."""
        if self._at != _PRINTER:
            return
        if state.reason is not None:
            self.facts.show_result((Fact(good=False, text=state.reason.text, support=state.reason.support),))
        elif state.tone == "good":
            self.facts.show_result((Fact(good=True, text=state.text),))
        else:
            self.facts.say("printer", "soft", state.text)
        self._scroll.start()
