"""Owns the calls that a till makes, each from the trade's own values to the trade's own values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.api.budget import Budget
from desktop.api.transport import Transport
from desktop.api.wire import eligibility, members, redeem, redemptions, reversal
from desktop.domain.eligibility import Look
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from desktop.api.wire.reversal import Reversed
    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.group import GroupChoice
    from desktop.domain.member import Identifier, Member
    from desktop.domain.points import Points
    from desktop.domain.redemption import Draft, Redeemed
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode

MOST_PAGES = 20
"""Pages that one look-up reads at most: ten thousand redemptions where pages are full."""


class LoyaltyClient:
    """The loyalty service (`flow.ports.LoyaltyApi`). Every call blocks, and raises failures of the domain only.

    Args:
        transport: the way to the service; closed with the client.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @classmethod
    def of(cls, settings: Settings, password: str, *, budget: Budget | None = None) -> LoyaltyClient:
        """A client as the settings say.

        Args:
            settings: server, till, time limits and so on.
            password: the till's password, or its digest where the settings say so.
            budget: shared by all the clients of one till, so that together they keep under the limit.
        """
        attribution = {
            "X-CAP-API-ATTRIBUTION-ENTITY-TYPE": settings.attribution_type,
            "X-CAP-API-ATTRIBUTION-ENTITY-CODE": settings.attribution_code,
        }
        return cls(
            Transport(
                settings.server,
                settings.till,
                password,
                password_is_digest=settings.password_is_digest,
                connect_timeout=settings.connect_timeout,
                call_timeout=settings.read_timeout,
                budget=budget or Budget(settings.requests_per_minute),
                headers={name: value for name, value in attribution.items() if value},
            )
        )

    def warm_up(self) -> bool:
        """Opens the connection ahead; whether it is open. See `Transport.warm_up`."""
        return self._transport.warm_up()

    def cancel(self) -> None:
        """Ends the call in flight, and only that. See `Transport.cancel`."""
        self._transport.cancel()

    def find_member(self, identifier: Identifier) -> Member:
        """customer/get."""
        return members.read(self._transport.call(members.ask(identifier)), identifier)

    def check(
        self,
        identifier: Identifier,
        points: Points,
        *,
        send_code: bool,
        program_id: str = "",
        group: GroupChoice | None = None,
        validation: ValidationMethod = ValidationMethod.CODE,
        as_money: bool = False,
    ) -> Eligibility:
        """points/isredeemable; the code goes out in the same call where `send_code` is set."""
        request = eligibility.ask(
            identifier,
            points,
            send_code=send_code,
            program_id=program_id,
            group=group,
            validation=validation,
            as_money=as_money,
        )
        return eligibility.read(self._transport.call(request))

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        """points/validationcode."""
        return eligibility.read_code_sent(self._transport.call(eligibility.ask_for_code(identifier, points)))

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        """points/redeem, sent once and never repeated by itself.

        Raises:
            Refused: proved not to have happened.
            Throttled: proved not to have happened, and may be sent again.
            NotSent: no byte left.
            Unanswered: may have happened.
        """
        answer = self._transport.call(redeem.ask(draft, reference, code), precious=True)
        return redeem.read(answer, hide=code.secret if code is not None else "")

    def find_redemptions(self, identifier: Identifier, reference: str) -> Look:
        """customer/redemptions by reference, page after page where the service ignored the filter.

        Pages are asked for by the time of the oldest redemption seen, which is the service's own clock. Where it cannot
        be made sure that every redemption was seen, the look is not complete, and its finding nothing proves nothing.
        """
        seen: frozenset[str] = frozenset()
        shows_references = False
        end = request_id = ""
        for _ in range(MOST_PAGES):
            page = redemptions.read(self._transport.call(redemptions.ask(identifier, reference, end=end)))
            request_id = page.request_id
            found = page.matching(reference)
            if found:
                return Look(found=found, complete=not page.may_hide_more, request_id=request_id)
            shows_references = shows_references or page.shows_references
            if page.rows and not shows_references:
                break
            # The bound includes its own second: a page that shows nothing known was not bounded as it was asked to be.
            if end and not page.identities & seen:
                break
            fresh = page.identities - seen
            if not page.may_hide_more or (end and not fresh and not page.is_full):
                return Look(complete=True, request_id=request_id)
            if not fresh or not page.oldest:
                break
            seen |= fresh
            end = page.oldest
        return Look(complete=False, request_id=request_id)

    def reverse(self, redemption_id: str, points: Points, identifier: Identifier, reference: str) -> Reversed:
        """points/reverse, sent once and never repeated by itself.

        Raises:
            Refused: proved not to have happened.
            Throttled: proved not to have happened, and may be sent again.
            NotSent: no byte left.
            Unanswered: may have happened; the redemption's list of reversals tells.
        """
        request = reversal.ask(redemption_id, points, identifier, reference)
        return reversal.read(self._transport.call(request, precious=True))

    def abort(self) -> None:
        """Ends the call in flight at once, and every later one before it begins; called from another thread."""
        self._transport.abort()

    def close(self) -> None:
        """Gives the connections back."""
        self._transport.close()
