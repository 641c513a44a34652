"""Shows the customer's display: points, value and balance, then the code, and at the end what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.validation import ValidationMethod
from desktop.gui.receipts import isolated_name
from desktop.gui.scale import rescale, scale_for, set_fixed_size, set_margins, set_minimum_width, set_spacing
from desktop.gui.screen import Busy, Place, Screen
from desktop.gui.style import set_role
from desktop.gui.widgets.code_pad import CodePad
from desktop.gui.widgets.labels import label
from desktop.gui.words import short_first_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

_DESIGN = (1024, 640)
_LOGO = 48
_PAD_WIDTH = 440
_LAST_DIGITS = 4


class CustomerWindow(QWidget):
    """A window that the customer looks at. It never shows a whole number, and never takes the keyboard.

    Signals:
        code_entered: the member has typed the code (`str`). Only the cashier can redeem with it.
        activated: the window system gave the keyboard to this window, which has no use for it.
    """

    code_entered = Signal(str)
    activated = Signal()

    def __init__(
        self,
        controller: Controller,
        style: Style,
        design: ReceiptDesign,
        *,
        store: str,
        logo: str,
        has_pad: bool,
    ) -> None:
        """Shows the welcome.

        Args:
            controller: whose screen is shown.
            style: the colours and sizes.
            design: fills in what the service left out of a redemption.
            store: the store's name.
            logo: path of the store's logo; empty for its initials.
            has_pad: True if the display is a touch screen.
        """
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self._controller = controller
        self._style = style
        self._design = design
        self.setObjectName("customer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The till ends with the cashier's window.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Points Till: for the customer"))
        set_role(self, "customer")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # Otherwise the window would be higher than a low display, and its last keys outside of it.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addLayout(self._make_facts(store, logo), 1)
        self._code, self.pad = self._make_code(has_pad=has_pad)
        row.addWidget(self._code)
        self.pad.entered.connect(self.code_entered)
        self._asked: tuple[object, ...] = ()
        style.changed.connect(self._on_style_changed)
        controller.changed.connect(self.draw)
        self._on_style_changed()
        self.draw(controller.screen)

    def _make_facts(self, store: str, logo: str) -> QVBoxLayout:
        column = QVBoxLayout()
        set_margins(column, 40, 32, 32, 32)
        head = QHBoxLayout()
        set_spacing(head, 12)
        head.addWidget(_logo(store, logo))
        head.addWidget(label("title", store, name="store"), 1)
        column.addLayout(head)
        column.addStretch(1)
        self.lead = label("soft_body", name="lead", wrap=True)
        self.main = label("hero", name="main", wrap=True)
        self.sub = label("amount", name="sub", wrap=True)
        for text in (self.lead, self.main, self.sub):
            column.addWidget(text)
        column.addStretch(1)
        self._pairs: list[tuple[QWidget, QLabel, QLabel]] = []
        for role in ("body", "title"):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            words, value = label("soft_body"), label(role)
            line.addWidget(words, 1)
            line.addWidget(value)
            column.addWidget(pair)
            self._pairs.append((pair, words, value))
        return column

    def _make_code(self, *, has_pad: bool) -> tuple[QFrame, CodePad]:
        panel = QFrame()
        set_role(panel, "customer_code")
        column = self._code_column = QVBoxLayout(panel)
        set_spacing(column, 8)
        column.addWidget(label("headline", self.tr("Enter your code") if has_pad else self.tr("Your code, please")))
        self.hint = label("soft_body", name="hint", wrap=True)
        column.addWidget(self.hint)
        pad = CodePad(self._controller.formats)
        pad.setVisible(has_pad)
        self._has_pad = has_pad
        column.addWidget(pad, 1)
        if not has_pad:
            column.addStretch(1)
        set_minimum_width(panel, _PAD_WIDTH)
        panel.hide()
        return panel, pad

    # Where it is shown

    def show_as_window(self) -> None:
        """Opens beside the cashier's window, to be moved by hand."""
        self.resize(QSize(*_DESIGN).boundedTo(self.screen().availableSize()))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Gives the keyboard back. Not every window system knows windows that do not want it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws everything larger on a larger display."""
        super().resizeEvent(event)
        self._on_style_changed()

    @Slot()
    def _on_style_changed(self) -> None:
        scale = scale_for(self.width(), self.height(), _DESIGN)
        is_low = self.height() < _DESIGN[1]
        set_margins(self._code_column, 32, 16 if is_low else 32, 32, 16 if is_low else 32)
        self.pad.set_low(low=is_low)
        sheet = self._style.sheet_at(scale)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        rescale(self, scale)

    # What it shows

    @Slot(object)
    def draw(self, screen: Screen) -> None:
        """Shows what the customer may see of the screen.

        If no one is signed on, the cashier has gone, and perhaps the customer too.
        """
        match screen.place:
            case Place.RECEIPT:
                self._draw_receipt(screen)
            case Place.UNKNOWN:
                self._draw_unknown(screen)
            case Place.POINTS | Place.CODE if screen.member is not None and not screen.is_locked:
                self._draw_redemption(screen)
            case _:
                self._show(self.tr("Welcome"))
        self._draw_code(screen)

    def _draw_redemption(self, screen: Screen) -> None:
        formats, name = self._controller.formats, self._first_name(screen)
        draft, worth = screen.draft, screen.draft.worth if screen.draft is not None else None
        if screen.place is Place.POINTS:
            draft, worth = screen.worth if screen.worth is not None else (None, None)
        available = screen.available
        if draft is None:
            if available is None:
                self._show(self.tr("Hello, {name}").format(name=name) if name else self.tr("Welcome"))
                return
            lead = self.tr("{name}, you have").format(name=name) if name else self.tr("You have")
            self._show(self._points(available), lead=lead)
            return
        lead = self.tr("{name}, you are using").format(name=name) if name else self.tr("You are using")
        off = self.tr("{value} off your bill").format(value=formats.money(worth)) if worth is not None else ""
        pairs = []
        if available is not None:
            pairs.append((self.tr("Your points now"), formats.number(available)))
            pairs.append((self.tr("You keep"), formats.number(available - draft.points.value)))
        self._show(self._points(draft.points.value), lead=lead, sub=off, pairs=pairs)

    def _draw_receipt(self, screen: Screen) -> None:
        attempt = screen.attempt
        if attempt is None or attempt.state is not State.REDEEMED or screen.is_locked:
            self._show(self.tr("Thank you"))
            return
        formats = self._controller.formats
        receipt = self._design.receipt(attempt)
        pairs = [(self.tr("Points used"), formats.number(receipt.points))]
        if receipt.balance is not None:
            pairs.append((self.tr("Your points now"), formats.number(receipt.balance)))
        main = self._points(receipt.points)
        if receipt.value is not None:
            main = self.tr("{value} off your bill").format(value=formats.money(receipt.value))
        self._show(main, lead=self.tr("Thank you"), pairs=pairs)

    def _draw_unknown(self, screen: Screen) -> None:
        if screen.attempt is not None and not screen.attempt.is_unsettled:
            self._show(self.tr("Your points were not used"))
            return
        self._show(self.tr("One moment, please"), sub=self.tr("We are checking whether your points were used."))

    def _draw_code(self, screen: Screen) -> None:
        is_asked = (
            screen.place is Place.CODE
            and not screen.is_locked
            and screen.code is not None
            and screen.validation is ValidationMethod.CODE
            and screen.question is None
        )
        self._code.setVisible(is_asked)
        is_wrong = screen.notice.tone == "bad" and screen.notice.field is FormField.CODE
        asked = (screen.visit, is_asked, screen.code, is_wrong, screen.busy is Busy.REDEEMING)
        if asked == self._asked:
            return
        self._asked = asked
        self.pad.clear()
        self.pad.setEnabled(screen.busy is None)
        if screen.busy is Busy.REDEEMING:
            self.hint.setText(self.tr("One moment, please"))
        elif is_wrong:
            self.hint.setText(self.tr("That code was not accepted. Please try again."))
        else:
            self.hint.setText(self._sent_to(screen))

    def _sent_to(self, screen: Screen) -> str:
        digits = "".join(one for one in screen.shown if one.isdigit())[-_LAST_DIGITS:] if screen.mobile else ""
        if digits and self._has_pad:
            return self.tr("Sent to your phone ending in {digits}").format(digits=digits)
        if digits:
            return self.tr("Tell the cashier the code that was sent to your phone ending in {digits}").format(
                digits=digits
            )
        return (
            self.tr("We have sent you a code") if self._has_pad else self.tr("Tell the cashier the code you received")
        )

    def _points(self, amount: Decimal) -> str:
        formats = self._controller.formats
        return self.tr("{points} points", "", formats.plural(amount)).format(points=formats.number(amount))

    @staticmethod
    def _first_name(screen: Screen) -> str:
        return isolated_name(short_first_name(screen.member.name)) if screen.member is not None else ""

    def _show(self, main: str, *, lead: str = "", sub: str = "", pairs: Sequence[tuple[str, str]] = ()) -> None:
        for shown, text in ((self.main, main), (self.lead, lead), (self.sub, sub)):
            shown.setText(text)
            shown.setVisible(bool(text))
        for place, (pair, words, value) in enumerate(self._pairs):
            pair.setVisible(place < len(pairs))
            if place < len(pairs):
                words.setText(pairs[place][0])
                value.setText(pairs[place][1])


def _logo(store: str, path: str) -> QLabel:
    """Returns the store's logo; its initials if there is no picture or it cannot be read."""
    made = label("customer_logo", name="customer_logo")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_fixed_size(made, _LOGO, _LOGO)
    picture = QPixmap(path) if path else QPixmap()
    if picture.isNull():
        made.setText("".join(word[0] for word in store.split()[:2]).upper() or "P")
    else:
        set_role(made, "customer_picture")
        made.setScaledContents(True)
        made.setPixmap(picture)
    made.setAccessibleName(" ")
    return made
