"""Makes the calls of the loyalty service: takes and returns values of the domain."""

from __future__ import annotations

import logging
import math
import time
from collections import Counter, deque
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from desktop.api.access import BasicAccess, OAuthAccess
from desktop.api.call_log import logged
from desktop.api.network import Network
from desktop.api.rate_limit import RateLimit
from desktop.api.transport import Transport
from desktop.api.wire import (
    eligibility,
    expiry,
    members,
    redeem,
    redemptions,
    reversal,
    reversals,
    setup,
    update_redemption,
    verdict,
)
from desktop.domain.access import OAuthClient
from desktop.domain.eligibility import RedemptionsSeen
from desktop.domain.failures import Lost, OutdatedAccess, Refused, Unanswered
from desktop.domain.reversal import ReversalsSeen

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from datetime import date

    from desktop.api.access import Access
    from desktop.api.exchange import Answer, Request
    from desktop.domain.access import Secret
    from desktop.domain.eligibility import CodeSent, Eligibility, Found
    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.member import Identifier, Member
    from desktop.domain.points import Points
    from desktop.domain.reconciliation import ServiceRedemption
    from desktop.domain.redemption import Draft, Redeemed
    from desktop.domain.reversal import GivenBack
    from desktop.domain.service_setup import ServiceProgram, ServiceTill
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode

_log = logging.getLogger(__name__)

_REMEMBERED_IDS = 1_000
"""Request ids that are remembered: more than one connection carries in an hour at a busy till."""

_ResultT = TypeVar("_ResultT")

MOST_PAGES = 20
"""Pages that one look-up reads at most: ten thousand redemptions if the pages are full."""


class LoyaltyClient:
    """The loyalty service (`flow.ports.LoyaltyApi`). Every call blocks, and raises only failures of the domain.

    Args:
        transport: sends the requests; closed with the client.
        paging_time: seconds after which a look-up asks for no further page.
    """

    def __init__(self, transport: Transport, *, paging_time: float = math.inf) -> None:
        self._transport = transport
        self._paging_time = paging_time
        self._request_ids: deque[str] = deque(maxlen=_REMEMBERED_IDS)

    @classmethod
    def of(
        cls,
        settings: Settings,
        secret: Secret | Access,
        *,
        proxy_password: str = "",
        rate_limit: RateLimit | None = None,
        has_left: threading.Event | None = None,
        paging_time: float = math.inf,
    ) -> LoyaltyClient:
        """Makes a client from the settings.

        Args:
            settings: server, till, time limits and so on.
            secret: the till's password, or its digest if the settings say so; or its key and secret; or what signs the
                requests of all clients of one till, so that they share one token (`access_of`).
            proxy_password: the password for the proxy, if the settings have a login for it.
            rate_limit: shared by all the clients of one till, so that together they stay under the limit.
            has_left: set whenever a request of this client has left.
            paging_time: as in the constructor.
        """
        access = access_of(settings, secret) if isinstance(secret, str | OAuthClient) else secret
        return cls(
            Transport(
                settings.server,
                access,
                connect_timeout=settings.connect_timeout,
                call_timeout=settings.read_timeout,
                rate_limit=rate_limit or RateLimit(settings.requests_per_minute),
                headers=_attribution(settings, access),
                network=Network.of(settings, proxy_password),
                has_left=has_left,
            ),
            paging_time=paging_time,
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
        return self._ask(members.ask(identifier), lambda answer: members.read(answer, identifier))

    def check(self, draft: Draft, *, send_code: bool, as_money: bool = False) -> Eligibility:
        """Calls points/isredeemable, which also sends the code if `send_code` is set."""
        request = eligibility.ask(draft, send_code=send_code, as_money=as_money)
        return self._ask(
            request, lambda answer: eligibility.read(answer, draft, send_code=send_code, as_money=as_money)
        )

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        """Calls points/validationcode."""
        request = eligibility.ask_for_code(identifier, points)
        return self._ask(request, lambda answer: eligibility.read_code_sent(answer, identifier))

    def expiring_points(self, identifier: Identifier, program_id: str) -> tuple[ExpiringPoints, ...]:
        """Calls customers/lookup/pointsExpirySchedule."""
        return self._ask(expiry.ask(identifier, program_id), expiry.read)

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        """Calls points/redeem once. It never repeats the call by itself.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves. `OutdatedAccess` if it
                did not accept the till's password or token, and the till has another one by now.
            Throttled: the same, and the request may be sent again with the same reference.
            NotSent: no byte left.
            Unanswered: the points may have moved.
        """
        request = redeem.ask(draft, reference, code)
        return self._move_points(
            request, lambda answer: redeem.read(answer, draft, reference, code), reference=reference
        )

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        """Calls customer/redemptions by reference, page after page if the service ignored the filter.

        Each page is asked for by the time of the oldest redemption seen, which is the service's own clock. A look-up is
        complete only if it positively saw every redemption of the member. Only then does finding nothing prove
        anything.
        """
        seen: dict[str, str] = {}
        candidates: dict[str, Found] = {}
        end = request_id = ""
        stated, is_complete = 0, False
        for _ in self._turns():
            page = self._page(redemptions.ask(draft, reference, end=end), draft, reference=reference)
            request_id = page.request_id
            found = page.matching(reference)
            if found:
                return RedemptionsSeen(
                    found=found, complete=not page.may_hide_more, is_cached=page.is_cached, request_id=request_id
                )
            for one in page.candidates(draft, reference, begun=begun, now=now):
                candidates.setdefault(f"{one.redemption_id}|{one.time}", one)
            if page.problem or page.mentions(reference):
                break
            # The bound includes its own second, so a page without any known redemption did not keep to the bound.
            if end and not page.identities & seen.keys():
                break
            fresh = page.identities - seen.keys()
            seen |= {row.identity: row.found.redemption_id for row in page.rows}
            stated = max(stated, page.stated or 0)
            if not page.may_hide_more:
                # The last page shows everything up to its bound. Together the pages must show the greatest number ever
                # stated.
                is_complete = len(seen) >= stated
                break
            if not fresh or not page.oldest:
                break
            end = page.oldest
        return RedemptionsSeen(
            complete=is_complete,
            candidates=tuple(candidates.values()),
            shared_ids=frozenset(one for one, count in Counter(seen.values()).items() if count > 1),
            request_id=request_id,
        )

    def reverse(self, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
        """Calls points/reverse once. It never repeats the call by itself.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves. `OutdatedAccess` as
                for `redeem`.
            Throttled: the same.
            NotSent: no byte left.
            Unanswered: the points may be back. The redemption's list of reversals tells.
        """
        request = reversal.ask(draft, reference, redemption_id, points)
        return self._move_points(
            request,
            lambda answer: reversal.read(answer, draft, reference, redemption_id, points),
            reference=reference,
        )

    def attach_bill(self, draft: Draft, reference: str, redemption_id: str, bill: str) -> str:
        """Calls points/updateRedemption, which moves no points, and returns the request id.

        Raises:
            Refused: the service says that it did not do it.
            Throttled: the same.
            NotSent: no byte left.
            Unanswered: the bill may be attached.
        """
        # The same bill again is harmless, so it may be asked once more with another password or token.
        return self._ask(
            update_redemption.ask(draft, reference, redemption_id, bill),
            lambda answer: update_redemption.read(answer, draft, reference, redemption_id, bill),
            reference=reference,
        )

    def find_reversals(self, draft: Draft, reference: str, redemption_id: str) -> ReversalsSeen:
        """Calls customer/redemptions by reference, page after page until one shows the redemption.

        If a page shows something that cannot be read in order, the redemption counts as not seen.
        """
        known: frozenset[str] = frozenset()
        end = ""
        for _ in self._turns():
            page = self._ask(
                redemptions.ask(draft, reference, end=end),
                lambda answer: reversals.read(answer, draft, reference, redemption_id),
                reference=reference,
            )
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
            page = self._page(redemptions.ask(draft, "", start=start.isoformat(), end=until), draft)
            # A page without any known redemption did not keep to the bound; see `find_redemptions`.
            if page.problem or (rows and not page.identities & rows.keys()):
                break
            fresh = page.identities - rows.keys()
            rows |= {row.identity: _listed(row) for row in page.rows}
            stated = max(stated, page.stated or 0)
            if not page.may_hide_more and len(rows) >= stated:
                return tuple(rows.values())
            if not fresh or not page.oldest:
                break
            until = page.oldest
        raise Unanswered(Lost.CONTRADICTORY, request_id=page.request_id)

    def redemptions_of_store(self, start: date, end: date) -> tuple[ServiceRedemption, ...]:
        """Calls store/reports."""
        # Only a day that is compared with the service needs it.
        from desktop.api.wire import store_reports

        return self._ask(store_reports.ask(start, end), store_reports.read)

    def _turns(self) -> Iterator[int]:
        """Yields once for each page that a look-up may ask for: the first one always."""
        end = time.monotonic() + self._paging_time
        for number in range(MOST_PAGES):
            if number and time.monotonic() >= end:
                _log.info("the look-up takes too long: no more pages after %d", number)
                return
            yield number

    def _page(self, request: Request, draft: Draft, *, reference: str = "") -> redemptions.Page:
        return self._ask(request, lambda answer: redemptions.read(answer, draft), reference=reference)

    def _ask(self, request: Request, read: Callable[[Answer], _ResultT], *, reference: str = "") -> _ResultT:
        """Makes a call that moves no points, once more if another password or token is known by then."""
        try:
            return self._read(self._call(request, reference=reference), read)
        except Refused as refusal:
            if refusal.code not in verdict.NOT_ACCEPTED or not self._transport.renew_access():
                raise
        return self._read(self._call(request, reference=reference), read)

    def _move_points(self, request: Request, read: Callable[[Answer], _ResultT], *, reference: str) -> _ResultT:
        """Makes a call that moves points, once. 401 and 498 do not prove that none moved, so the caller looks first."""
        try:
            return self._read(self._call(request, moves_points=True, reference=reference), read)
        except Refused as refusal:
            if refusal.code in verdict.NOT_ACCEPTED and self._transport.renew_access():
                raise OutdatedAccess(
                    refusal.call, refusal.code, refusal.message, request_id=refusal.request_id
                ) from refusal
            raise

    def _read(self, answer: Answer, read: Callable[[Answer], _ResultT]) -> _ResultT:
        """Reads an answer. Closes the connection if it belongs to another request: more such answers may wait on it."""
        try:
            return read(answer)
        except Unanswered as lost:
            if lost.why is Lost.STRAY:
                _log.warning("an answer belongs to another request; the connection is closed")
                self._transport.drop_connection()
            raise

    def check_login(self) -> None:
        """Calls store/login, which is about no member.

        Raises:
            Failure: the service does not accept the till, does not know the call, or cannot be reached.
        """
        self._ask(setup.ask_login(), setup.read_login)

    def programs(self) -> tuple[ServiceProgram, ...]:
        """Calls organization/programs."""
        return self._ask(setup.ask_programs(), setup.read_programs)

    def till(self, name: str) -> ServiceTill:
        """Calls organization/till."""
        return self._ask(setup.ask_till(name), setup.read_till)

    @property
    def last_head(self) -> Answer | None:
        """Status line and headers of the last answer; None if the last call got none."""
        return self._transport.last_head

    def clock_ahead(self) -> float | None:
        """Returns by how many seconds the till's clock is ahead of the service's, which has whole seconds.

        To be asked right after a call. None if that call got no answer, or the answer has no date.
        """
        date = None if self.last_head is None else verdict.date_of(self.last_head)
        return None if date is None else (datetime.now(UTC) - date).total_seconds()

    def _call(self, request: Request, *, moves_points: bool = False, reference: str = "") -> Answer:
        """Sends one request, and logs the call without anything that names the member.

        Args:
            request: what to send.
            moves_points: see `Transport.call`.
            reference: of the attempt that the call is about, for the log.
        """
        return logged(request, lambda: self._send(request, moves_points=moves_points), reference=reference)

    def _send(self, request: Request, *, moves_points: bool) -> Answer:
        """Sends one request. An answer with an earlier answer's request id may belong to another one, or to a cache."""
        answer = self._transport.call(request, moves_points=moves_points)
        request_id = verdict.request_id(answer)
        if not request_id:
            return answer
        if request_id not in self._request_ids:
            self._request_ids.append(request_id)
            return answer
        _log.warning("an answer came with the request id of an earlier one; the connection is closed")
        self._transport.drop_connection()
        return replace(answer, is_repeated=True)

    def abort(self) -> None:
        """Ends the call that is running, and prevents every later one. Called from another thread."""
        self._transport.abort()

    def close(self) -> None:
        """Closes the connections."""
        self._transport.close()


def access_of(settings: Settings, secret: Secret, *, read_again: Callable[[], Secret] | None = None) -> Access:
    """Makes what signs the requests of a till.

    Args:
        settings: the till's name, and whether the password is a digest.
        secret: its kind decides how the till signs in.
        read_again: reads the stored secret, if it can have changed. See `BasicAccess` and `OAuthAccess`.
    """
    if isinstance(secret, OAuthClient):
        return OAuthAccess(secret, read_again=_only(OAuthClient, secret, read_again))
    return BasicAccess(
        settings.till, secret, is_digest=settings.password_is_digest, read_again=_only(str, secret, read_again)
    )


_SecretT = TypeVar("_SecretT", str, OAuthClient)


def _only(
    kind: type[_SecretT], known: _SecretT, read_again: Callable[[], Secret] | None
) -> Callable[[], _SecretT] | None:
    if read_again is None:
        return None

    def read() -> _SecretT:
        found = read_again()
        return found if isinstance(found, kind) else known

    return read


def _attribution(settings: Settings, access: Access) -> dict[str, str]:
    """Returns the headers that say for which till or store the calls are made.

    An organisation has few keys and many tills. Without these headers, the service would count all that is done with a
    key for the one till that the key belongs to (vendor's page /reference/oauth).
    """
    kind, code = settings.attribution_type, settings.attribution_code
    if isinstance(access, OAuthAccess) and not kind and not code:
        # http.client writes Latin-1, and the till's name can be in any script.
        kind, code = "TILL", settings.till.encode().decode("latin-1")
    headers = {"X-CAP-API-ATTRIBUTION-ENTITY-TYPE": kind, "X-CAP-API-ATTRIBUTION-ENTITY-CODE": code}
    return {name: value for name, value in headers.items() if value}


def _listed(row: redemptions.Row) -> ServiceRedemption:
    from desktop.domain.reconciliation import ServiceRedemption

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
        program_id=found.program_id,
        reversals=row.reversals,
    )
