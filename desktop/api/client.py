"""Makes the calls of the loyalty service: takes and returns values of the domain."""

from __future__ import annotations

import logging
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.api.network import Network
from desktop.api.rate_limit import RateLimit
from desktop.api.transport import Transport
from desktop.api.wire import (
    call_codes,
    eligibility,
    expiry,
    members,
    redeem,
    redemptions,
    reversal,
    reversals,
    setup,
    store_reports,
    verdict,
)
from desktop.domain.eligibility import RedemptionsSeen
from desktop.domain.failures import Failure, Lost, Unanswered
from desktop.domain.reconciliation import ServiceRedemption
from desktop.domain.reversal import ReversalsSeen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from desktop.api.exchange import Answer, Request
    from desktop.domain.eligibility import CodeSent, Eligibility, Found
    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.member import Identifier, Member
    from desktop.domain.points import Points
    from desktop.domain.redemption import Draft, Redeemed
    from desktop.domain.reversal import GivenBack
    from desktop.domain.service_setup import ServiceProgram, ServiceTill
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode

_log = logging.getLogger(__name__)

_REMEMBERED_IDS = 1_000
"""Request ids that are remembered: more than one connection carries in an hour at a busy till."""

MOST_PAGES = 20
"""Pages that one look-up reads at most: ten thousand redemptions if the pages are full."""


class LoyaltyClient:
    """The loyalty service (`flow.ports.LoyaltyApi`). Every call blocks, and raises only failures of the domain.

    Args:
        transport: sends the requests; closed with the client.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._request_ids: deque[str] = deque(maxlen=_REMEMBERED_IDS)

    @classmethod
    def of(
        cls, settings: Settings, password: str, *, proxy_password: str = "", rate_limit: RateLimit | None = None
    ) -> LoyaltyClient:
        """Makes a client from the settings.

        Args:
            settings: server, till, time limits and so on.
            password: the till's password, or its digest if the settings say so.
            proxy_password: the password for the proxy, if the settings have a login for it.
            rate_limit: shared by all the clients of one till, so that together they stay under the limit.
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
                rate_limit=rate_limit or RateLimit(settings.requests_per_minute),
                headers={name: value for name, value in attribution.items() if value},
                network=Network.of(settings, proxy_password),
            )
        )

    def warm_up(self) -> bool:
        """Opens the connection in advance, and returns whether it is open. See `Transport.warm_up`."""
        return self._transport.warm_up()

    def open_connection(self) -> None:
        """Opens the connection without sending a request. See `Transport.open_connection`."""
        self._transport.open_connection()

    def cancel(self) -> None:
        """Ends the call that is running, and only that one. See `Transport.cancel`."""
        self._transport.cancel()

    def find_member(self, identifier: Identifier) -> Member:
        """Calls customer/get."""
        return members.read(self._call(members.ask(identifier)), identifier)

    def check(self, draft: Draft, *, send_code: bool, as_money: bool = False) -> Eligibility:
        """Calls points/isredeemable, which also sends the code if `send_code` is set."""
        request = eligibility.ask(draft, send_code=send_code, as_money=as_money)
        with self._dropping_strays():
            return eligibility.read(self._call(request), draft, send_code=send_code, as_money=as_money)

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        """Calls points/validationcode."""
        with self._dropping_strays():
            return eligibility.read_code_sent(self._call(eligibility.ask_for_code(identifier, points)), identifier)

    def expiring_points(self, identifier: Identifier, program_id: str) -> tuple[ExpiringPoints, ...]:
        """Calls customers/lookup/pointsExpirySchedule."""
        return expiry.read(self._call(expiry.ask(identifier, program_id)))

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        """Calls points/redeem once. It never repeats the call by itself.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves.
            Throttled: the same, and the request may be sent again with the same reference.
            NotSent: no byte left.
            Unanswered: the points may have moved.
        """
        with self._dropping_strays():
            answer = self._call(redeem.ask(draft, reference, code), moves_points=True, reference=reference)
            return redeem.read(answer, draft, reference, code)

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        """Calls customer/redemptions by reference, page after page if the service ignored the filter.

        Each page is asked for by the time of the oldest redemption seen, which is the service's own clock. A look-up is
        complete only if it positively saw every redemption of the member. Only then does finding nothing prove
        anything.
        """
        seen: frozenset[str] = frozenset()
        candidates: dict[str, Found] = {}
        end = request_id = ""
        stated = 0
        for _ in range(MOST_PAGES):
            with self._dropping_strays():
                answer = self._call(redemptions.ask(draft.identifier, reference, end=end), reference=reference)
                page = redemptions.read(answer, draft)
            request_id = page.request_id
            found = page.matching(reference)
            if found:
                return RedemptionsSeen(found=found, complete=not page.may_hide_more, request_id=request_id)
            for one in page.candidates(draft, reference, begun=begun, now=now):
                candidates.setdefault(f"{one.redemption_id}|{one.time}", one)
            if page.problem or page.mentions(reference):
                break
            # The bound includes its own second, so a page without any known redemption did not keep to the bound.
            if end and not page.identities & seen:
                break
            fresh = page.identities - seen
            seen |= fresh
            stated = max(stated, page.stated or 0)
            if not page.may_hide_more:
                # The last page shows everything up to its bound. Together the pages must show the greatest number ever
                # stated.
                complete = len(seen) >= stated
                return RedemptionsSeen(complete=complete, candidates=tuple(candidates.values()), request_id=request_id)
            if not fresh or not page.oldest:
                break
            end = page.oldest
        return RedemptionsSeen(complete=False, candidates=tuple(candidates.values()), request_id=request_id)

    def reverse(self, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
        """Calls points/reverse once. It never repeats the call by itself.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves.
            Throttled: the same.
            NotSent: no byte left.
            Unanswered: the points may be back. The redemption's list of reversals tells.
        """
        request = reversal.ask(draft, reference, redemption_id, points)
        with self._dropping_strays():
            answer = self._call(request, moves_points=True, reference=reference)
            return reversal.read(answer, draft, reference, redemption_id, points)

    def find_reversals(self, draft: Draft, reference: str, redemption_id: str) -> ReversalsSeen:
        """Calls customer/redemptions by reference, page after page until one shows the redemption.

        If a page shows something that cannot be read in order, the redemption counts as not seen.
        """
        known: frozenset[str] = frozenset()
        end = ""
        for _ in range(MOST_PAGES):
            with self._dropping_strays():
                answer = self._call(redemptions.ask(draft.identifier, reference, end=end), reference=reference)
                page = reversals.read(answer, draft, reference, redemption_id)
            if page.seen is not None:
                return page.seen
            if not page.oldest or not page.identities - known:
                break
            known |= page.identities
            end = page.oldest
        return ReversalsSeen()

    def redemptions_of(self, draft: Draft, start: date, end: date) -> tuple[ServiceRedemption, ...]:
        """Calls customer/redemptions for a member's redemptions of some days, page after page.

        Raises:
            Unanswered: `CONTRADICTORY`, if the list could not be read completely, so that it proves no absence.
            Failure: a page could not be read.
        """
        rows: dict[str, ServiceRedemption] = {}
        stated, until = 0, end.isoformat()
        for _ in range(MOST_PAGES):
            with self._dropping_strays():
                answer = self._call(redemptions.ask(draft.identifier, "", start=start.isoformat(), end=until))
                page = redemptions.read(answer, draft)
            fresh = page.identities - rows.keys()
            rows |= {row.identity: _listed(row) for row in page.rows}
            stated = max(stated, page.stated or 0)
            if page.problem:
                break
            if not page.may_hide_more and len(rows) >= stated:
                return tuple(rows.values())
            if not fresh or not page.oldest:
                break
            until = page.oldest
        raise Unanswered(Lost.CONTRADICTORY, request_id=page.request_id)

    def redemptions_of_store(self, start: date, end: date) -> tuple[ServiceRedemption, ...]:
        """Calls store/reports."""
        return store_reports.read(self._call(store_reports.ask(start, end)))

    def check_login(self) -> None:
        """Calls store/login, which is about no member.

        Raises:
            Failure: the service does not accept the till, does not know the call, or cannot be reached.
        """
        setup.read_login(self._call(setup.ask_login()))

    def programs(self) -> tuple[ServiceProgram, ...]:
        """Calls organization/programs."""
        return setup.read_programs(self._call(setup.ask_programs()))

    def till(self, name: str) -> ServiceTill:
        """Calls organization/till."""
        return setup.read_till(self._call(setup.ask_till(name)))

    @property
    def last_head(self) -> Answer | None:
        """Status line and headers of the last answer; None if the last call got none."""
        return self._transport.last_head

    def _call(self, request: Request, *, moves_points: bool = False, reference: str = "") -> Answer:
        """Sends one request, and logs the call without anything that names the member.

        An answer with an earlier answer's request id may belong to another request, or to a cache.

        Args:
            request: what to send.
            moves_points: see `Transport.call`.
            reference: of the attempt that the call is about, for the log.
        """
        facts: dict[str, object] = {"call": request.call, "reference": reference, "sent": len(request.body or b"")}
        began = time.monotonic()
        try:
            answer = self._transport.call(request, moves_points=moves_points)
        except Failure as failure:
            facts |= {"ms": round((time.monotonic() - began) * 1000), "failure": failure.support}
            _log.warning("no answer", extra={"facts": facts})
            raise
        facts["ms"] = round((time.monotonic() - began) * 1000)
        code, item = call_codes.codes_of(answer)
        facts |= {
            "received": len(answer.body),
            "http": answer.status,
            "code": code,
            "item": item,
            "request_id": verdict.request_id(answer),
            "incomplete": answer.incomplete.value if answer.incomplete is not None else "",
        }
        _log.info("call", extra={"facts": facts})
        request_id = verdict.request_id(answer)
        if not request_id:
            return answer
        if request_id not in self._request_ids:
            self._request_ids.append(request_id)
            return answer
        _log.warning("an answer came with the request id of an earlier one; the connection is closed")
        self._transport.drop_connection()
        return replace(answer, is_repeated=True)

    @contextmanager
    def _dropping_strays(self) -> Iterator[None]:
        """Closes the connection after an answer that belongs to another request: more such answers may wait on it."""
        try:
            yield
        except Unanswered as lost:
            if lost.why is Lost.STRAY:
                _log.warning("an answer belongs to another request; the connection is closed")
                self._transport.drop_connection()
            raise

    def abort(self) -> None:
        """Ends the call that is running, and prevents every later one. Called from another thread."""
        self._transport.abort()

    def close(self) -> None:
        """Closes the connections."""
        self._transport.close()


def _listed(row: redemptions.Row) -> ServiceRedemption:
    found = row.found
    return ServiceRedemption(
        # As it was checked: a blank one is no reference.
        reference=row.reference,
        redemption_id=found.redemption_id,
        points=found.points,
        reversed_points=found.reversed_points,
        bill=found.bill,
        time=row.time,
        till=row.till,
    )
