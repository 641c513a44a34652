"""Carries out the calls of the loyalty service on sample members, without HTTP."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.failures import Call
from desktop.training import answers
from desktop.training.amounts import read_json_points, read_query_points
from desktop.training.bad_days import BadDay
from desktop.training.bodies import RedeemItem, UnreadableRequest, read_object, read_redeem_item
from desktop.training.coded_members import ACCOUNTS
from desktop.training.codes import PhoneMessage, ValidationCodes
from desktop.training.groups import named_group
from desktop.training.identifiers import CARDS, SHORT_CARD, Members, given_identifier
from desktop.training.ledger import SERVICE_ZONE, Ledger, Order, Purse
from desktop.training.lookups import RedemptionQuery
from desktop.training.members import DEFAULT_PROGRAM, GROUPS, PROGRAMS, Account, MissedCall
from desktop.training.refusals import REPEATED_REFERENCE, CallRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.training.answers import Answer


def _no_pause() -> None:
    """The pause when no slow answer is scheduled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest:
    """One call.

    Attributes:
        query: the query parameters.
        body: the body as received.
        today: the faults of this call, with their durations.
        pause: waits as long as a slow answer takes. The member is locked meanwhile.
    """

    call: Call
    query: Mapping[str, str] = field(repr=False)
    body: bytes = field(default=b"", repr=False)
    today: Mapping[BadDay, float] = field(default_factory=dict)
    pause: Callable[[], None] = _no_pause

    def is_true(self, name: str) -> bool:
        """True if the parameter is `true`."""
        return self.query.get(name, "").strip().casefold() == "true"


class LoyaltyCalls:
    """The loyalty service's calls on sample members. Thread-safe.

    Args:
        clock: a monotonic clock, in seconds.
        code_valid_for: how long a code is valid, in seconds.
        on_message: called for each code that is sent, while no lock is held.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        code_valid_for: float,
        on_message: Callable[[PhoneMessage], None] | None = None,
    ) -> None:
        self.codes = ValidationCodes(clock, code_valid_for)
        self.ledger = Ledger(ACCOUNTS, GROUPS, clock)
        self._members = Members(ACCOUNTS)
        self._on_message = on_message
        self._in_flight: set[str] = set()
        self._busy_count: Counter[str] = Counter()
        self._lock = threading.Lock()

    def reset(self) -> None:
        """Restores the initial state."""
        self.codes.reset()
        self.ledger.reset()
        with self._lock:
            self._busy_count.clear()

    def answer(self, request: CallRequest) -> Answer:
        """Carries out a call and returns its answer or its refusal."""
        handler = {
            Call.FIND_MEMBER: self._find_member,
            Call.CHECK: self._check,
            Call.SEND_CODE: self._send_code,
            Call.REDEEM: self._redeem,
            Call.FIND_REDEMPTIONS: self._find_redemptions,
            Call.REVERSE: self._reverse,
            Call.ATTACH_BILL: self._attach_bill,
            Call.EXPIRING: self._expiring,
            Call.STORE_REPORT: self._store_report,
        }[request.call]
        if request.call not in {Call.REDEEM, Call.REVERSE}:
            request.pause()
        try:
            return handler(request)
        except UnreadableRequest as error:
            return answers.call_refused(400, str(error))
        except CallRefused as refusal:
            return _refused(request, refusal)

    def _find_member(self, request: CallRequest) -> Answer:
        shared = self._members.with_email(given_identifier(request.query))
        if len(shared) > 1:
            return answers.members([self._described(one, request) for one in shared])
        account = self._members.find(
            given_identifier(request.query),
            invalid=1011,
            unknown=1012,
            block_merged=request.is_true("block_merged_customers"),
        )
        if account.lookup_refused:
            raise CallRefused(account.lookup_refused)
        return answers.members([self._described(account, request)])

    def _described(self, account: Account, request: CallRequest) -> dict[str, object]:
        balances = {
            holding.program_id: self.ledger.balance(Purse(account.mobile, holding.program_id))
            for holding in account.holdings
        }
        group = account.group
        return answers.customer(
            account,
            balances,
            Decimal(0) if group is None else self.ledger.balance(Purse(group.id, "", is_group=True)),
            all_programs=request.is_true("mlp"),
            with_user_id=request.is_true("user_id"),
        )

    def _check(self, request: CallRequest) -> Answer:
        as_money = request.is_true("currency_input")
        points = read_query_points(request.query.get("points"))
        account = self._customer(request, given_identifier(request.query, but=SHORT_CARD))
        purse, ratio = self._purse(account, request)
        if as_money:
            points /= ratio
        self._check_amount(account, points, purse)
        code = request.query.get("validation_code", "")
        if code and not request.is_true("skip_validation"):
            self.codes.check(account.mobile, code)
        if request.query.get("validation_type") == "MISSED_CALL" and account.missed_call is MissedCall.OFF:
            raise CallRefused(823)
        code_refusal = None
        if request.is_true("issue_otp"):
            if account.code_refused:
                code_refusal = CallRefused(876)
            else:
                self._send_message(account, points)
        return answers.redeemable(account, points, ratio, as_money=as_money, refusal=code_refusal)

    def _send_code(self, request: CallRequest) -> Answer:
        points = read_query_points(request.query.get("points"))
        account = self._customer(request, given_identifier(request.query, but=SHORT_CARD))
        if account.code_refused:
            raise CallRefused(account.code_refused)
        self._send_message(account, points)
        return answers.code_sent(account, request.query["points"])

    def _redeem(self, request: CallRequest) -> Answer:
        item = read_redeem_item(request.body)
        points = read_json_points(item.points)
        account = self._customer(request, item.identifier)
        with self._locked(account, 521):
            request.pause()
            order, ratio = self._redeem_order(request, item, account, points)
            entry, left = self.ledger.redeem(order)
            if order.code:
                self.codes.use_up(account.mobile)
        return answers.redeemed(account, entry, left, ratio)

    def _redeem_order(
        self, request: CallRequest, item: RedeemItem, account: Account, points: Decimal
    ) -> tuple[Order, Decimal]:
        if self._is_busy(account):
            raise CallRefused(521)
        if item.reference and self.ledger.knows(item.reference):
            raise CallRefused(REPEATED_REFERENCE)
        if account.refused_on_redeem:
            raise CallRefused(account.refused_on_redeem)
        if account.group is not None and not account.group.is_set_up:
            raise CallRefused(3316)
        purse, ratio = self._purse(account, request)
        bill = item.checked_bill()
        item.check_time()
        item.check_custom_fields()
        self._check_amount(account, points, purse)
        # Check the code last, so that no other refusal uses up one of the five tries.
        code = self._validated(request, account, item.code)
        return (
            Order(
                mobile=account.mobile,
                purse=purse,
                points=points,
                reference=item.reference,
                bill=bill,
                notes=item.notes,
                code=code,
                shows_after=request.today.get(BadDay.REDEMPTION_SHOWS_LATE, 0.0),
            ),
            ratio,
        )

    def _find_redemptions(self, request: CallRequest) -> Answer:
        lookup = RedemptionQuery.read(request.query, ignore_reference=BadDay.LOOKUP_IGNORES_REFERENCE in request.today)
        account = self._members.find(given_identifier(request.query, but=CARDS), invalid=1011, unknown=1012)
        page = lookup.page(self.ledger.entries(account.mobile))
        return answers.redemptions(account, page, with_user_id=request.is_true("user_id"))

    def _expiring(self, request: CallRequest) -> Answer:
        named = {request.query.get("identifierName", ""): request.query.get("identifierValue", "")}
        account = self._members.find(given_identifier(named), invalid=8015, unknown=8015)
        program = request.query.get("programId") or DEFAULT_PROGRAM
        return answers.expiry_schedule(account, program, datetime.now(SERVICE_ZONE).date())

    def _store_report(self, request: CallRequest) -> Answer:
        if request.query.get("type") != "redemption":
            raise UnreadableRequest("The practice service has only the report of redemptions")
        # The vendor wants both dates or neither.
        if ("start_date" in request.query) is not ("end_date" in request.query):
            raise UnreadableRequest("Send start_date and end_date, or neither")
        query = {name: request.query[name] for name in ("start_date", "end_date") if name in request.query}
        lookup = RedemptionQuery.read({**query, "mlp": "true"})
        accounts = {account.mobile: account for account in ACCOUNTS}
        found = lookup.matching(self.ledger.all_entries())
        return answers.store_report([(accounts[entry.order.mobile], entry) for entry in found])

    def _reverse(self, request: CallRequest) -> Answer:
        asked = read_object(request.body)
        named = asked.get("identifier")
        named = named if isinstance(named, dict) else {}
        redemption_id = str(asked.get("redemptionId") or "")
        reference = str(asked.get("externalReferenceNumber") or "")
        if redemption_id and reference:
            # Not documented. A till that sends both does not know which one counts.
            raise CallRefused(887, "Send redemptionId or externalReferenceNumber, not both")
        wanted = asked.get("pointsToBeReversed")
        points = None if wanted is None else read_json_points(wanted, invalid=4102)
        identifier = given_identifier({str(named.get("type")): named.get("value")})
        account = self._members.find(identifier, invalid=901, unknown=901)
        with self._locked(account, 904):
            request.pause()
            if BadDay.BUSY_521 in request.today:
                raise CallRefused(904)
            if account.reversal_refused:
                raise CallRefused(account.reversal_refused)
            entry, reversal = self.ledger.reverse(
                account.mobile,
                points,
                redemption_id=redemption_id,
                reference=reference,
                expires=account.expires,
                shows_after=request.today.get(BadDay.REVERSAL_SHOWS_LATE, 0.0),
            )
        if BadDay.REVERSAL_REFUSED_AFTER in request.today:
            raise CallRefused(902)
        return answers.reversed_points(account, named, entry, reversal)

    def _attach_bill(self, request: CallRequest) -> Answer:
        asked = read_object(request.body)
        redemption_id = str(asked.get("redemptionId") or "")
        reference = str(asked.get("externalReferenceNumber") or "")
        if bool(redemption_id) == bool(reference):
            raise CallRefused(749)
        entity = asked.get("entity")
        if not isinstance(entity, dict):
            raise CallRefused(1219)
        if entity.get("type") != "CUSTOMER":
            raise CallRefused(1212)
        bill = asked.get("billNumber")
        if not isinstance(bill, str) or not bill.strip():
            raise CallRefused(748)
        identifier = given_identifier({str(entity.get("identifierType")): entity.get("identifierValue")})
        account = self._members.find(identifier, invalid=8015, unknown=8015)
        entry = self.ledger.attach_bill(account.mobile, bill.strip(), redemption_id=redemption_id, reference=reference)
        return answers.bill_attached(account, entry)

    def _customer(self, request: CallRequest, identifier: Mapping[str, str]) -> Account:
        account = self._members.find(
            identifier, invalid=802, unknown=816, block_merged=request.is_true("block_merged_customers")
        )
        if BadDay.BUSY_521 in request.today:
            raise CallRefused(521)
        if account.refused:
            raise CallRefused(account.refused)
        return account

    def _purse(self, account: Account, request: CallRequest) -> tuple[Purse, Decimal]:
        program = PROGRAMS.get(request.query.get("program_id") or DEFAULT_PROGRAM)
        if program is None:
            raise CallRefused(1101)
        if not program.can_redeem:
            raise CallRefused(827)
        group = named_group(account, request.query)
        if group is not None:
            return Purse(group.id, program.id, is_group=True), program.ratio
        if account.holding(program.id) is None:
            raise CallRefused(881)
        return Purse(account.mobile, program.id), program.ratio

    def _check_amount(self, account: Account, points: Decimal, purse: Purse) -> None:
        if account.step is not None and points % account.step:
            raise CallRefused(807)
        if account.maximum is not None and points > account.maximum:
            raise CallRefused(819)
        if account.minimum is not None and points < account.minimum:
            raise CallRefused(821)
        if points > self.ledger.balance(purse):
            raise CallRefused(818)

    def _validated(self, request: CallRequest, account: Account, code: str) -> str:
        """Returns the code to use up, or an empty string if the member agreed in another way."""
        if request.is_true("skip_validation"):
            return ""
        kind = request.query.get("validation_type", "")
        if kind == "MISSED_CALL":
            if account.missed_call is not MissedCall.MADE:
                raise CallRefused(account.missed_call.value)
            return ""
        if kind not in {"", "SMS"}:
            raise CallRefused(808)
        if BadDay.EXPIRED_CODE in request.today:
            self.codes.expire(account.mobile)
        misread = BadDay.WRONG_CODE in request.today
        self.codes.check(account.mobile, f"{code}?" if misread else code)
        return code

    def _is_busy(self, account: Account) -> bool:
        with self._lock:
            if self._busy_count[account.mobile] >= account.busy_times:
                return False
            self._busy_count[account.mobile] += 1
            return True

    @contextmanager
    def _locked(self, account: Account, busy: int) -> Iterator[None]:
        """Locks a member, as the real service does while a request for that member is in flight."""
        with self._lock:
            if account.mobile in self._in_flight:
                raise CallRefused(busy)
            self._in_flight.add(account.mobile)
        try:
            yield
        finally:
            with self._lock:
                self._in_flight.discard(account.mobile)

    def _send_message(self, account: Account, points: Decimal) -> None:
        code, valid_for = self.codes.issue(account.mobile)
        if self._on_message is not None:
            self._on_message(PhoneMessage(account.mobile, code, points, valid_for))


def _refused(request: CallRequest, refusal: CallRefused) -> Answer:
    """Puts a refusal into the answer format of its call."""
    identifier = given_identifier(request.query)
    points = request.query.get("points", "")
    match request.call:
        case Call.FIND_MEMBER:
            return answers.member_refused(identifier, refusal)
        case Call.CHECK:
            return answers.not_redeemable(identifier, points, refusal)
        case Call.SEND_CODE:
            return answers.code_not_sent(identifier, points, refusal)
        case Call.REDEEM:
            item = read_redeem_item(request.body)
            return answers.redemption_refused(item.identifier, item.echoed_points, refusal)
        case Call.FIND_REDEMPTIONS:
            return answers.redemptions_refused(identifier, refusal)
        case Call.REVERSE | Call.ATTACH_BILL | Call.EXPIRING | Call.STORE_REPORT | Call.TOKEN | Call.SETUP:
            return answers.reversal_refused(refusal)
