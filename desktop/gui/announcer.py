"""Announces what a sighted cashier sees happen, each thing once: member, worth, code sent, call to make, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.redemption import State
from desktop.domain.validation import ValidationMethod
from desktop.gui.pages.other_ways import missed_call_words
from desktop.gui.screen import Place
from desktop.gui.voice import announce, voice_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.member import Member
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.screen import Screen

_SERVING = {Place.POINTS, Place.CODE}
"""The steps that show the member."""


class Announcer(QObject):
    """Tells screen readers about changes that do not have the focus.

    Messages announce themselves. What has the focus is read by the screen reader anyway.

    Signals:
        announced: a text was handed to the screen reader, and whether it interrupts what is being read.
    """

    announced = Signal(str, bool)

    def __init__(self, controller: Controller, design: ReceiptDesign, window: QWidget) -> None:
        """Begins with the screen at hand, which is not announced.

        Args:
            controller: whose screen is announced.
            design: fills in what the service left out of a redemption.
            window: speaks, so that a screen reader knows where the text comes from.
        """
        super().__init__(window)
        self._controller = controller
        self._design = design
        self._window = window
        self._before = controller.screen
        self._member = self._worth = ""
        controller.handed_back.connect(self.say_handed_back)
        controller.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        before, self._before = self._before, screen
        voice = voice_of(self._window)
        if screen.member is not before.member:
            voice.forget(self._member)
        if _worth(screen) != _worth(before):
            voice.forget(self._worth)
        if screen.sign_on.cashier != before.sign_on.cashier:
            self._announce_cashier(screen.sign_on.cashier)
            if screen.sign_on.cashier and screen.place in _SERVING and screen.member is not None:
                # The cashier has returned, and the window shows again who was being served.
                self._announce_member(screen, screen.member)
        if screen.attempt is not None and _outcome(screen) != _outcome(before):
            self._announce_outcome(screen.attempt, screen.place)
        elif screen.visit == before.visit:
            self._announce_step(screen, before)

    def _announce_outcome(self, attempt: Attempt, place: Place) -> None:
        words = self._controller.words
        if place is Place.RECEIPT and attempt.state is State.REDEEMED:
            receipt = self._design.receipt(attempt)
            self._say(words.redeemed(receipt.points, receipt.value, receipt.balance), interrupts=True)
        elif place is Place.UNKNOWN and attempt.is_unsettled:
            text = self.tr("{unknown}. Do not redeem again.").format(unknown=words.unknown(attempt))
            self._say(text, interrupts=True)
        elif place is Place.UNKNOWN:
            self._say(self.tr("The points were not redeemed"), interrupts=True)

    def _announce_cashier(self, cashier: str) -> None:
        self._say(self.tr("{cashier} has signed on").format(cashier=cashier) if cashier else self.tr("Signed off"))

    def _announce_step(self, screen: Screen, before: Screen) -> None:
        formats = self._controller.formats
        member = screen.member
        if member is not None and member is not before.member:
            self._announce_member(screen, member)
        if screen.code is not None and screen.code is not before.code and screen.code.sent and not screen.notice.text:
            # A message says more, such as that the code has been sent again.
            self._say(self.tr("Code sent"))
        if _asks_for_call(screen) and not _asks_for_call(before):
            self._say(missed_call_words(self._controller.settings.missed_call_number, screen))
        if screen.worth is not None and _worth(screen) != _worth(before):
            self._worth = self.tr("Worth {money}").format(money=formats.money(screen.worth[1]))
            self._say(self._worth)

    def _announce_member(self, screen: Screen, member: Member) -> None:
        formats = self._controller.formats
        said = [member.name or screen.shown]
        if screen.available is not None:
            count = formats.plural(screen.available)
            said.append(self.tr("{points} points", "", count).format(points=formats.number(screen.available)))
        self._member = ", ".join(said)
        self._say(self._member)

    @Slot()
    def say_handed_back(self) -> None:
        """Says that the POS has again what it handed over. Nothing else would be heard than where the focus is now."""
        self._say(self.tr("Cancelled, back to the POS"))

    def _say(self, text: str, *, interrupts: bool = False) -> None:
        self.announced.emit(text, interrupts)
        announce(self._window, text, interrupts=interrupts)


def _outcome(screen: Screen) -> tuple[object, ...] | None:
    """Returns what is announced once: the attempt with its state, on the pages for outcomes."""
    if screen.attempt is None or screen.place not in {Place.RECEIPT, Place.UNKNOWN}:
        return None
    return screen.visit, screen.place, screen.attempt.reference, screen.attempt.state


def _asks_for_call(screen: Screen) -> bool:
    return screen.place is Place.CODE and screen.validation is ValidationMethod.MISSED_CALL


def _worth(screen: Screen) -> tuple[object, ...] | None:
    """Returns the points and their worth, without what else was asked about."""
    return None if screen.worth is None else (screen.worth[0].points, screen.worth[1])
