"""Finds the member at the counter, among several if need be, and checks whether they may redeem."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import Call, Failure, Refused, SeveralFound, Throttled
from desktop.domain.finding import IdentifierError, IdentifierProblem, read_identifier
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.messages import FormField
from desktop.domain.mobile import MobileError, MobileNumber, MobileProblem, mobile_of
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import is_reference
from desktop.flow.till import Till
from desktop.gui.rate_limit_wait import RateLimitWait
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.screen import Busy, Notice, Outlook, Place

if TYPE_CHECKING:
    from desktop.domain.member import Member
    from desktop.domain.settings import Settings
    from desktop.gui.calls import CounterCalls
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.screen import Screen

_NOT_ENROLLED = 1013
_NO_SUCH_MEMBER = frozenset({802, 816, 1011, 1012})
"""Codes that say that no member has this number, or none can have it."""

_TOO_MANY_REQUESTS = 429


class Finding(QObject):
    """The part of the controller that looks members up.

    Signals:
        begun: a customer's number was entered. It is looked up next.
        found: a member was found, who can redeem. `Screen.member` says who.
        receipt_scanned: a receipt's number was entered in place of a customer's, in whatever letter case.
    """

    begun = Signal()
    found = Signal()
    receipt_scanned = Signal(str)

    def __init__(
        self,
        display: Display,
        calls: CounterCalls,
        drafting: Drafting,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Starts with no look-up.

        Args:
            display: shows who was found.
            calls: makes the calls.
            drafting: knows what a member's choices begin with.
            settings: in force.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._calls = calls
        self._drafting = drafting
        self._settings = settings
        self._looked_up: Identifier | None = None
        self._has_waited = False
        self._wait = RateLimitWait(self)
        self._wait.ticked.connect(self._on_waiting)
        self._wait.due.connect(self._on_waited)

    def find(self, text: str, kind: IdentifierKind = IdentifierKind.MOBILE) -> None:
        """Looks up the member whose number, or other identifier, was typed."""
        if self._display.screen.busy is None and self._display.screen.question is None:
            with self._display.moving_focus():
                self._find(text, kind)

    def find_handed_over(self, mobile: str) -> None:
        """Looks up the member that the POS handed over. The focus moves only when the answer is there."""
        if self._display.screen.busy is None and self._display.screen.question is None:
            self._find(mobile, IdentifierKind.MOBILE)

    def stop_waiting(self) -> None:
        """Stops waiting for the service's rate limit."""
        self._wait.stop()

    def _find(self, text: str, kind: IdentifierKind) -> None:
        words = self._display.words
        if kind is not IdentifierKind.MOBILE:
            try:
                named = read_identifier(kind, text)
            except IdentifierError as error:
                said = words.identifier_problem(error.problem)
                if error.problem is not IdentifierProblem.EMPTY:
                    said = self._with_other_ways(said, kind)
                self._display.say("bad", said, field=FormField.MOBILE)
                return
            self._look_up(named, mobile=None)
            return
        try:
            mobile = MobileNumber.parse(text, self._settings.country)
        except MobileError as error:
            said = words.mobile_problem(error.problem)
            if is_reference(text.strip()):
                if self._display.screen.prefill == Prefill():
                    self.receipt_scanned.emit(text.strip())
                    return
                # The POS waits for its own customer.
                said = self.tr("That is the number of a receipt. Open History and scan it there to give points back.")
            elif error.problem is not MobileProblem.EMPTY:
                said = self._with_other_ways(said, kind)
            self._display.say("bad", said, field=FormField.MOBILE)
            return
        self._look_up(Identifier(IdentifierKind.MOBILE, mobile.wire(self._settings.mobile_form)), mobile)

    def choose(self, member: Member) -> None:
        """Takes one of several matching members as the one at the counter."""
        screen = self._display.screen
        if screen.busy is None and member in screen.matches:
            with self._display.moving_focus():
                self._show_found(member)

    @Slot(object)
    def _on_found(self, member: Member) -> None:
        self._wait.stop()
        self._show_found(member)

    @Slot(object)
    def _on_not_found(self, failure: Failure) -> None:
        match failure:
            case SeveralFound():
                self._offer(failure)
            case Throttled() if failure.code == _TOO_MANY_REQUESTS and self._waits(failure.retry_after):
                pass
            case Refused() if failure.code in _NO_SUCH_MEMBER and self._looked_up is not None:
                notice = self._display.words.failure(failure)
                self._display.show_status_of(failure)
                self._display.refuse(replace(notice, text=self._with_other_ways(notice.text, self._looked_up.kind)))
            case _:
                self._display.show_call_failure(failure)

    def _with_other_ways(self, said: str, kind: IdentifierKind) -> str:
        """Adds that what was typed may be another kind of number, if the cashier can choose another."""
        if not self._settings.find_by:
            return said
        match kind:
            case IdentifierKind.CARD:
                hint = self.tr("If it is not a card number, choose below what it is.")
            case IdentifierKind.EMAIL:
                hint = self.tr("If it is not an e-mail address, choose below what it is.")
            case IdentifierKind.EXTERNAL_ID:
                hint = self.tr("If it is not a customer number, choose below what it is.")
            case _:
                hint = self.tr("If it is not a mobile number, choose below what it is.")
        return f"{said} {hint}"

    def _waits(self, retry_after: float | None) -> bool:
        """True if the look-up will be repeated by itself after the pause that the service needs."""
        return self._looked_up is not None and self._wait.begin(self._looked_up, retry_after)

    @Slot(int)
    def _on_waiting(self, seconds: int) -> None:
        self._has_waited = True
        # Shown once. The countdown is on the button, where a screen reader does not read it aloud every second.
        text = self.tr("The service is very busy. The till looks again by itself. Press Esc to stop.")
        notice = Notice("wait", text, str(_TOO_MANY_REQUESTS))
        self._display.show(replace(self._display.screen, busy=Busy.WAITING, seconds_left=seconds, notice=notice))

    @Slot(object)
    def _on_waited(self, identifier: Identifier) -> None:
        self._ask(identifier)

    def _offer(self, several: SeveralFound) -> None:
        """Lets the cashier choose between several matching members."""
        notice = self._display.words.failure(several, tone="wait")
        self._display.show(
            replace(self._display.screen, status=self._display.good_status, matches=several.members, notice=notice)
        )

    def _show_found(self, member: Member) -> None:
        """Goes on to the points, unless the member may not redeem at all."""
        if member.is_marked_as_fraud:
            self._display.say_failure(Failure("refused.customer_get.809", "809", request_id=member.request_id))
            return
        if not member.is_enrolled:
            self._display.say_failure(Refused(Call.FIND_MEMBER, _NOT_ENROLLED, request_id=member.request_id))
            return
        screen = self._display.screen
        mobile = screen.mobile
        if mobile is None or member.was_merged:
            mobile = mobile_of(member, self._settings.country)
        found = replace(
            self._display.screen,
            member=member,
            mobile=mobile,
            matches=(),
            choices=self._drafting.choices_for(screen, member),
            place=Place.POINTS,
            draft=None,
            code=None,
            worth=None,
            points_for_bill=None,
            outlook=Outlook(),
        )
        self._display.show(replace(found, notice=self._found_words(found, member)))
        self.found.emit()

    def _found_words(self, screen: Screen, member: Member) -> Notice:
        """Returns what the cashier should know about the member at once."""
        if self._drafting.has_nothing_to_redeem(screen):
            name = member.name or self.tr("This member")
            title = self.tr("{name} has no points to redeem.").format(name=name)
            next_step = self.tr("Finish the sale without points.")
            return Notice("info", f"{title} {next_step}", title=title)
        if member.was_merged:
            return self._merged_words(screen.mobile)
        if self._has_waited:
            # The cashier saw the till wait and should know that all is well now.
            return Notice("info", self.tr("The service was very busy. The till waited until it answered."))
        return Notice()

    def _look_up(self, identifier: Identifier, mobile: MobileNumber | None) -> None:
        self._has_waited = False
        self.begun.emit()
        self._display.prepare(replace(self._display.screen, mobile=mobile, member=None, matches=()))
        self._ask(identifier)

    def _ask(self, identifier: Identifier) -> None:
        self._looked_up = identifier
        self._calls.begin(Busy.FINDING, self._on_found, self._on_not_found, Till.find_member, identifier)

    def _merged_words(self, mobile: MobileNumber | None) -> Notice:
        text = self.tr(
            "This number’s account was merged into that of {number}. Points are redeemed there. Check the name with "
            "the member."
        ).format(number=isolated_in_rtl(mobile.masked) if mobile is not None else self.tr("another"))
        return Notice("wait", text)
