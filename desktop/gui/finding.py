"""Owns finding the member at the counter: by what was typed, among several who fit, and whether they may redeem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.failures import Call, Failure, Refused
from desktop.domain.finding import IdentifierError, read_identifier
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.messages import FormField
from desktop.domain.mobile import MobileError, MobileNumber, mobile_of
from desktop.flow.operations import FindMember
from desktop.gui.screen import Busy, Notice, Place

if TYPE_CHECKING:
    from desktop.domain.failures import SeveralFound
    from desktop.domain.member import Member
    from desktop.domain.settings import Settings
    from desktop.gui.calls import Calls
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting

_NOT_ENROLLED = 1013


class Finding(QObject):
    """Looks members up."""

    def __init__(
        self, display: Display, calls: Calls, drafting: Drafting, settings: Settings, parent: QObject | None = None
    ) -> None:
        """Looks nobody up yet.

        Args:
            display: shows who was found.
            calls: asks the service.
            drafting: knows what a member's choices begin with.
            settings: in force.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._calls = calls
        self._drafting = drafting
        self._settings = settings

    def find(self, text: str, kind: IdentifierKind) -> None:
        """Looks the member up whose number, or other identifier, was typed."""
        if self._display.screen.busy is not None:
            return
        words = self._display.words
        if kind is not IdentifierKind.MOBILE:
            try:
                named = read_identifier(kind, text)
            except IdentifierError as error:
                self._display.say("bad", words.identifier_problem(error.problem), field=FormField.MOBILE)
                return
            self._look_up(named, mobile=None)
            return
        try:
            mobile = MobileNumber.parse(text, self._settings.country)
        except MobileError as error:
            self._display.say("bad", words.mobile_problem(error.problem), field=FormField.MOBILE)
            return
        self._look_up(Identifier(IdentifierKind.MOBILE, mobile.wire(self._settings.mobile_form)), mobile)

    def choose(self, member: Member) -> None:
        """One of several who fit is the one at the counter."""
        screen = self._display.screen
        if screen.busy is None and member in screen.matches:
            self.show_found(member)

    def offer(self, several: SeveralFound) -> None:
        """The service knows several who fit: the cashier chooses."""
        notice = self._display.words.failure(several, tone="wait")
        self._display.show(link=self._display.good_link, matches=several.members, notice=notice)

    def show_found(self, member: Member) -> None:
        """The member is known: on to the points, unless they may not redeem at all."""
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
        self._display.show(
            member=member,
            mobile=mobile,
            matches=(),
            choices=self._drafting.choices_for(screen.choices, member),
            place=Place.POINTS,
            notice=self._merged_words(mobile) if member.was_merged else Notice(),
            draft=None,
            code=None,
            worth=None,
        )

    def _look_up(self, identifier: Identifier, mobile: MobileNumber | None) -> None:
        self._display.show(mobile=mobile, member=None, matches=())
        self._calls.begin(Busy.FINDING, FindMember(identifier))

    def _merged_words(self, mobile: MobileNumber | None) -> Notice:
        text = self.tr(
            "This number’s account was merged into that of {number}. Points are redeemed there. Check the name with "
            "the member."
        ).format(number=mobile.masked if mobile is not None else self.tr("another"))
        return Notice("wait", text)
