"""Shows the customer's display: points, value and balance, then the code, and at the end what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop.domain.eligibility import CodeChannel
from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.reversal import still_off_bill
from desktop.domain.validation import ValidationMethod
from desktop.gui.receipts import isolated_name
from desktop.gui.scale import (
    activate_inside,
    rescale,
    scale_for,
    scale_of,
    set_fixed_size,
    set_margins,
    set_minimum_width,
    set_spacing,
)
from desktop.gui.screen import Busy, Place, Screen
from desktop.gui.style import change_role, set_role
from desktop.gui.widgets.code_pad import CodePad
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.words import short_first_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

_DESIGN = (1024, 640)
_UPRIGHT_DESIGN = (600, 1024)
_LOGO = 48
_PAD_WIDTH = 440
_LEAST_FACTS = 320
"""The width in pixels at scale 1 below which what is redeemed cannot be read beside the keys."""
_LOW = 560
_LOW_BELOW = 900
"""Heights in pixels at scale 1 from which six rows of keys have room: beside what is redeemed, and below it."""
_LAST_DIGITS = 4

_WITH_SMALL_AMOUNT, _WITH_SMALL_MARGINS, _WITH_AMOUNT_ONLY = 1, 2, 3
"""What is given up, one after the other, if the words do not fit: some fonts, and all of Thai, need higher lines."""


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
        parts = self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        # Otherwise the window would be higher than a low display, and its last keys outside of it.
        parts.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._facts = self._make_facts(store, logo)
        parts.addWidget(self._facts)
        self._code, self.pad = self._make_code(has_pad=has_pad)
        parts.addWidget(self._code)
        self.pad.entered.connect(self.code_entered)
        self._asked: tuple[object, ...] = ()
        self._visit = controller.screen.visit
        self._comes_back = False
        self._fits: tuple[object, ...] = ()
        style.changed.connect(self._on_style_changed)
        controller.changed.connect(self.draw)
        self._on_style_changed()
        self.draw(controller.screen)

    def _make_facts(self, store: str, logo: str) -> QWidget:
        made = QWidget()
        column = self._facts_column = QVBoxLayout(made)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        set_spacing(head, 12)
        name = ElidedLabel("title")
        name.setObjectName("store")
        name.setText(store)
        head.addWidget(_logo(store, logo))
        head.addWidget(name, 1)
        column.addWidget(self._head)
        column.addStretch(1)
        self.lead = label("soft_body", name="lead", wrap=True)
        self.main = label("hero", name="main", wrap=True)
        self.sub = label("amount", name="sub", wrap=True)
        for text in (self.lead, self.main, self.sub):
            column.addWidget(text)
        column.addStretch(1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self._rule = QFrame()
        set_role(self._rule, "rule")
        foot.addWidget(self._rule)
        column.addWidget(self._foot)
        self._pairs: list[tuple[QWidget, QLabel, QLabel]] = []
        for role in ("body", "title"):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            words, value = label("soft_body"), label(role)
            line.addWidget(words, 1)
            line.addWidget(value)
            foot.addWidget(pair)
            self._pairs.append((pair, words, value))
        return made

    def _make_code(self, *, has_pad: bool) -> tuple[QFrame, CodePad]:
        panel = QFrame()
        set_role(panel, "customer_code")
        column = self._code_column = QVBoxLayout(panel)
        set_spacing(column, 8)
        if not has_pad:
            # Level with what is redeemed, because nothing follows.
            column.addStretch(1)
        words = self.tr("Enter your code") if has_pad else self.tr("Your code, please")
        self._title = label("headline", words, wrap=True)
        column.addWidget(self._title)
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
        """Opens beside the cashier's window, to be moved by hand. If it is closed, it is back for the next customer.

        Otherwise a press on the wrong window's button would leave every customer of the day without it.
        """
        self._comes_back = True
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
        is_upright = self.height() > self.width()
        scale = scale_for(self.width(), self.height(), _UPRIGHT_DESIGN if is_upright else _DESIGN)
        sheet = self._style.sheet_at(scale)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        rescale(self, scale)
        self._fits = ()
        self._fit()

    def _fit(self) -> None:
        """Arranges everything so that the words fit, if they are others than the last time."""
        words = tuple(one.text() for one in (self.lead, self.main, self.sub, self.hint))
        shown = (*words, self._code.isHidden(), *(pair.isHidden() for pair, *_ in self._pairs))
        if shown == self._fits:
            return
        self._fits = shown
        for given_up in range(_WITH_AMOUNT_ONLY + 1):
            self._arrange(given_up)
            activate_inside(self)
            if self._has_room():
                return

    def _has_room(self) -> bool:
        parts = ((self._facts, self._facts_column), (self._code, self._code_column))
        return all(
            part.isHidden() or column.minimumHeightForWidth(part.width()) <= part.height() for part, column in parts
        )

    def _arrange(self, given_up: int) -> None:
        """Puts the code beside what is redeemed, or below it on a narrow display, and leaves out what has no room."""
        scale = scale_of(self)
        width, height = self.width() / scale, self.height() / scale
        is_below = height > width or width < _PAD_WIDTH + _LEAST_FACTS
        is_low = height < (_LOW_BELOW if is_below else _LOW)
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight)
        is_tight = is_below and is_low and self._has_pad and not self._code.isHidden()
        for extra in (self._head, self._foot):
            extra.setVisible(not is_tight)
        is_tightest = (is_tight and height < _LOW) or given_up >= _WITH_AMOUNT_ONLY
        for one in (self.lead, self.sub, self._title):
            one.setVisible(bool(one.text()) and not is_tightest)
        change_role(self.main, "headline" if is_tightest or given_up >= _WITH_SMALL_AMOUNT else "hero")
        # Below what is redeemed, the keys get the larger part.
        self._parts.setStretch(0, 0 if is_tightest else 2 if is_below else 5)
        self._parts.setStretch(1, (3 if self._has_pad else 0) if is_below else 4)
        set_minimum_width(self._code, 0 if is_below else _PAD_WIDTH)
        beside, above = 16 if is_low else 32, 16 if is_low or height < _DESIGN[1] else 32
        if given_up >= _WITH_SMALL_MARGINS:
            above = 8
        set_margins(self._code_column, beside, above, beside, above)
        if is_below:
            set_margins(self._facts_column, beside, above, beside, above)
        else:
            ends = above if given_up >= _WITH_SMALL_MARGINS else 32
            set_margins(self._facts_column, 40, ends, 32, ends)
        self.pad.set_low(low=is_low or height < _DESIGN[1], wide=height < _LOW)

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
        self._fit()
        if screen.visit != self._visit:
            self._visit = screen.visit
            if self._comes_back and self.isHidden():
                self.show()

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
        used, value = still_off_bill(attempt)
        pairs = [(self.tr("Points used"), formats.number(used))]
        # The balance is that of the redemption.
        if receipt.balance is not None and not attempt.reversed_points:
            pairs.append((self.tr("Your points now"), formats.number(receipt.balance)))
        main = self._points(used)
        if value is not None:
            main = self.tr("{value} off your bill").format(value=formats.money(value))
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
        if self._code.isHidden() is is_asked:
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
        """Says where the code was sent, if it was. Otherwise the member may have one from before."""
        sent = screen.code if screen.code is not None and screen.code.sent else None
        by_phone = sent is not None and sent.channel is not CodeChannel.EMAIL and screen.mobile
        digits = "".join(one for one in screen.shown if one.isdigit())[-_LAST_DIGITS:] if by_phone else ""
        if not self._has_pad:
            if not digits:
                return self.tr("Tell the cashier the code you received")
            return self.tr("Tell the cashier the code that was sent to your phone ending in {digits}").format(
                digits=digits
            )
        if sent is None:
            return ""
        words = self.tr("We have sent you a code")
        if digits:
            words = self.tr("Sent to your phone ending in {digits}").format(digits=digits)
        if sent.good_until is None:
            return words
        until = self._controller.formats.clock(sent.good_until)
        return self.tr("{sent} · good until about {time}").format(sent=words, time=until)

    def _points(self, amount: Decimal) -> str:
        formats = self._controller.formats
        return self.tr("{points} points", "", formats.plural(amount)).format(points=formats.number(amount))

    @staticmethod
    def _first_name(screen: Screen) -> str:
        return isolated_name(short_first_name(screen.member.name)) if screen.member is not None else ""

    def _show(self, main: str, *, lead: str = "", sub: str = "", pairs: Sequence[tuple[str, str]] = ()) -> None:
        for shown, text in ((self.main, main), (self.lead, lead), (self.sub, sub)):
            shown.setText(text)
        self._rule.setVisible(bool(pairs))
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
