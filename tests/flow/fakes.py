"""Provides fakes for tests of the flow: a scripted service, a clock that tests set, a journal that fails."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.eligibility import CodeSent, Eligibility, Found, RedemptionsSeen
from desktop.domain.failures import JournalTrouble, JournalUnusable, Lost, Unanswered
from desktop.domain.member import Identifier, IdentifierKind, Member
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, Refusal, Step, new_reference
from desktop.domain.reversal import GivenBack, ReversalRow, ReversalsSeen
from desktop.domain.validation import ValidationCode
from desktop.flow.give_back import GiveBack
from desktop.flow.redeem import Redeemer
from desktop.flow.settling.reversal_settler import ReversalSettler
from desktop.flow.settling.settler import Settler
from desktop.texts import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Journal
    from desktop.flow.settling.settler import Progress
    from desktop.store.journal import SqliteJournal

    Answer = object | Exception | Callable[[], object]

INDIA = timezone(timedelta(hours=5, minutes=30))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=INDIA)
ASHA = Identifier(IdentifierKind.MOBILE, "919777788221")
RAVI = Identifier(IdentifierKind.MOBILE, "919777788222")

CATALOGUE = load_catalogue()

SETTLE_AFTER = 120.0
LOOK_AGAIN_AFTER = 900.0

ABSENT = (Step.LOST, Step.ABSENT)
"""The steps of an attempt that was recorded as not redeemed after look-ups."""


def make_draft(bill: str = "B-17", points: str = "100", *, identifier: Identifier = ASHA, **others: Any) -> Draft:  # noqa: ANN401 - fields of a draft
    """Makes what a cashier asks for. The defaults are those of an ordinary member."""
    shown = f"+91 ••••• •{identifier.value[-4:]}" if identifier.kind is IdentifierKind.MOBILE else ""
    return Draft(identifier=identifier, shown=shown, points=Points(Decimal(points)), bill=bill, **others)


def redeemed(redemption_id: str = "7t4y2a", *, points: str = "100", balance: str | None = "1891") -> Redeemed:
    """Makes what the service says about a redemption that happened."""
    return Redeemed(
        redemption_id=redemption_id,
        points=Decimal(points),
        value=Decimal(points),
        balance=None if balance is None else Decimal(balance),
        request_id="req-redeem",
    )


def seen(
    reference: str, *, points: str | None = "100", given_back: str = "0", redemption_id: str = "7t4y2a"
) -> RedemptionsSeen:
    """Makes a look-up's answer that shows a redemption."""
    amount = None if points is None else Decimal(points)
    found = Found(reference=reference, redemption_id=redemption_id, points=amount, reversed_points=Decimal(given_back))
    return RedemptionsSeen(found=(found,))


NOTHING = RedemptionsSeen()
"""A look-up that saw everything and found nothing."""

CUT_SHORT = RedemptionsSeen(complete=False)
"""A look-up that could not see everything."""


def entry(points: str | None = "40", number: str = "1", time: str = "2026-11-22 12:00:00") -> ReversalRow:
    """Makes one entry of a list of reversals."""
    return ReversalRow(reversal_id=number, points=None if points is None else Decimal(points), time=time)


def listing(*rows: ReversalRow, complete: bool = True, **others: Any) -> ReversalsSeen:  # noqa: ANN401 - of a list
    """Makes a look-up's list of reversals."""
    named: dict[str, Any] = {"redemption_id": "7t4y2a", "points": Decimal(100), **others}
    return ReversalsSeen(is_seen=True, rows=rows, complete=complete, **named)


def given_back(points: str | None = "40", *, expired: str = "0") -> GivenBack:
    """Makes what the service says about points that came back."""
    amount = None if points is None else Decimal(points)
    available = None if amount is None else amount - Decimal(expired)
    return GivenBack(
        points=amount, available=available, expired=Decimal(expired), reversal_id="rv", request_id="req-reverse"
    )


class ScriptedApi:
    """A service that gives the answers that a test sets, in their order.

    A call without an answer is a mistake in a test.

    Attributes:
        redeems: answers to redeem: a value, a failure to raise, or a function that makes one.
        looks: answers to find_redemptions, each once.
        sees: what it answers after these.
        member: the answer to find_member.
        sent: reference, draft and code of every redeem that was called.
        asked: the member and reference of every look-up.
        begun: the time of every look-up from which on a redemption could be the attempt.
        checks: the arguments of every check.
        reverses: answers to reverse, as for redeem.
        lists: answers to find_reversals, each once.
        shows: what it answers after these.
        reversed: reference, redemption id and points of every reverse that was called.
        listed: reference and redemption id of every find_reversals that was called.
        attaches: answers to attach_bill, as for redeem.
        attached: reference, redemption id and bill of every attach_bill that was called.
        calls: the names of all calls, in their order.
    """

    def __init__(self) -> None:
        self.reverses: deque[Answer] = deque()
        self.lists: deque[Answer] = deque()
        self.shows: Answer = ReversalsSeen()
        self.reversed: list[tuple[str, str, str]] = []
        self.listed: list[tuple[str, str]] = []
        self.attaches: deque[Answer] = deque()
        self.attached: list[tuple[str, str, str]] = []
        self.redeems: deque[Answer] = deque()
        self.looks: deque[Answer] = deque()
        self.sees: Answer = NOTHING
        self.member: Answer = Member(identifier=ASHA, points=Decimal(1891))
        self.eligibility: Answer = Eligibility(worth=Decimal(100))
        self.sent: list[tuple[str, Draft, ValidationCode | None]] = []
        self.asked: list[tuple[Identifier, str]] = []
        self.begun: list[datetime] = []
        self.checks: list[dict[str, object]] = []
        self.calls: list[str] = []
        self.schedule: Answer = ()
        self.schedules_asked: list[tuple[Identifier, str]] = []

    def warm_up(self) -> bool:
        self.calls.append("warm_up")
        return True

    def find_member(self, identifier: Identifier) -> Member:
        self.calls.append("find_member")
        assert isinstance(identifier, Identifier)
        return cast("Member", _answer(self.member))

    def check(self, draft: Draft, *, send_code: bool, as_money: bool = False) -> Eligibility:
        self.calls.append("check")
        self.checks.append({"draft": draft, "send_code": send_code, "as_money": as_money})
        return cast("Eligibility", _answer(self.eligibility))

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        self.calls.append("send_code")
        return CodeSent(message=f"{identifier.kind} {points.wire}")

    def expiring_points(self, identifier: Identifier, program_id: str) -> tuple[ExpiringPoints, ...]:
        self.calls.append("expiring_points")
        self.schedules_asked.append((identifier, program_id))
        return cast("tuple[ExpiringPoints, ...]", _answer(self.schedule))

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        self.calls.append("redeem")
        self.sent.append((reference, draft, code))
        return cast("Redeemed", _answer(self.redeems.popleft()))

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        self.calls.append("find_redemptions")
        assert begun.utcoffset() is not None
        assert now.utcoffset() is not None
        self.asked.append((draft.identifier, reference))
        self.begun.append(begun)
        return cast("RedemptionsSeen", _answer(self.looks.popleft() if self.looks else self.sees))

    def reverse(self, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
        self.calls.append("reverse")
        assert draft.identifier.value
        self.reversed.append((reference, redemption_id, points.wire))
        return cast("GivenBack", _answer(self.reverses.popleft()))

    def attach_bill(self, draft: Draft, reference: str, redemption_id: str, bill: str) -> str:
        self.calls.append("attach_bill")
        assert draft.identifier.value
        self.attached.append((reference, redemption_id, bill))
        return cast("str", _answer(self.attaches.popleft()))

    def find_reversals(self, draft: Draft, reference: str, redemption_id: str) -> ReversalsSeen:
        self.calls.append("find_reversals")
        assert reference or redemption_id
        self.asked.append((draft.identifier, reference))
        self.listed.append((reference, redemption_id))
        return cast("ReversalsSeen", _answer(self.lists.popleft() if self.lists else self.shows))

    def close(self) -> None:
        self.calls.append("close")


def _answer(told: Answer) -> object:
    answer = told() if callable(told) else told
    if isinstance(answer, Exception):
        raise answer
    return answer


class FakeClock:
    """A clock that moves only if a test advances it or the flow waits on it.

    Attributes:
        waits: how long each wait was to last.
        interrupted: whether the program ends.
    """

    def __init__(self) -> None:
        self._wall = NOON
        self._monotonic = 1000.1
        self.waits: list[float] = []
        self.interrupted = False

    def now(self) -> datetime:
        return self._wall

    def monotonic(self) -> float:
        return self._monotonic

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        if not self.interrupted:
            self.advance(seconds)
        return self.interrupted

    def advance(self, seconds: float) -> None:
        """Lets time pass."""
        self._monotonic += seconds
        self._wall += timedelta(seconds=seconds)

    def set_wall(self, by: timedelta) -> None:
        """Sets the wall clock. No time passes."""
        self._wall += by


class FaultyJournal:
    """Wraps the real journal. It can fail, or call a function before a method.

    Attributes:
        broken: names of the methods that fail.
        before: called before the next call of a method; once.
        instead: what the next call of a method returns; once.
        fails_after: how many more calls of a method succeed.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.broken: set[str] = set()
        self.before: dict[str, Callable[[], object]] = {}
        self.instead: dict[str, object] = {}
        self.fails_after: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the journal has there
        method = getattr(self._journal, name)
        if not callable(method):
            return method

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on unchanged
            if name in self.before:
                self.before.pop(name)()
            if name in self.instead:
                return self.instead.pop(name)
            if name in self.fails_after:
                self.fails_after[name] -= 1
            if name in self.broken or self.fails_after.get(name, 0) < 0:
                raise JournalUnusable(JournalTrouble.FULL, "journal.db")
            return method(*args, **named)

        return call

    @property
    def as_journal(self) -> Journal:
        """Itself, with the type that it replaces."""
        return cast("Journal", self)


class Counter:
    """A counter and its settling, as they work together in one till.

    Attributes:
        real: the journal on the disk.
        journal: the journal as the flow gets it.
        api: the service.
        clock: time.
        redeemer: carries out a press of Redeem.
        settler: settles unknown attempts.
        give_back: gives points back.
        reversal_settler: settles unknown reversals.
        code: the code that the member reads out.
        lost: the failure of an answer that never came.
    """

    def __init__(self, real: SqliteJournal) -> None:
        self.real = real
        self.journal = FaultyJournal(real)
        self.api = ScriptedApi()
        self.clock = FakeClock()
        self.redeemer = self.of("Ravi")
        self.settler = Settler(
            self.api,
            self.journal.as_journal,
            self.clock,
            settle_after=SETTLE_AFTER,
            look_again_after=LOOK_AGAIN_AFTER,
        )
        self.give_back = self.giving_back("Ravi")
        self.reversal_settler = ReversalSettler(
            self.api,
            self.journal.as_journal,
            self.clock,
            settle_after=SETTLE_AFTER,
            look_again_after=LOOK_AGAIN_AFTER,
        )
        self.code = ValidationCode("NS3U05")
        self.lost = Unanswered(Lost.TIMEOUT)

    def of(self, cashier: str, *, till: str = "till.one", **others: Any) -> Redeemer:  # noqa: ANN401 - of a Redeemer
        """Makes a redeemer for another cashier."""
        return Redeemer(self.api, self.journal.as_journal, self.clock, CATALOGUE, till=till, cashier=cashier, **others)

    def giving_back(self, cashier: str, **others: Any) -> GiveBack:  # noqa: ANN401 - of a GiveBack
        """Makes what gives points back for another cashier."""
        named = {"till": "till.one", **others}
        return GiveBack(self.api, self.journal.as_journal, self.clock, CATALOGUE, cashier=cashier, **named)

    def redemption(self, points: str = "100", **others: Any) -> Attempt:  # noqa: ANN401 - of `begin`
        """Records a redemption that happened."""
        now = self.clock.now()
        draft = others.pop("draft", None) or make_draft(points=points)
        done = others.pop("redeemed", None) or redeemed(points=points)
        attempt = self.real.begin(draft, new_reference(now), till="till.one", cashier="Ravi", at=now, **others)
        return self.real.step(attempt.reference, Step.REDEEMED, at=now, redeemed=done)

    def attempt_after(
        self,
        *steps: Step,
        draft: Draft | None = None,
        doubtful: bool | None = None,
        service: str = "",
        refusal: Refusal | None = None,
    ) -> Attempt:
        """Records an attempt and takes it through steps."""
        now = self.clock.now()
        attempt = self.real.begin(
            draft or make_draft(), new_reference(now), till="till.one", cashier="Ravi", at=now, service=service
        )
        for step in steps:
            attempt = self.real.step(attempt.reference, step, at=now, doubtful=doubtful, refusal=refusal)
        return attempt

    def stored(self, attempt: Attempt) -> Attempt:
        """Returns an attempt as the journal has it."""
        found = self.real.get(attempt.reference)
        assert found is not None
        return found

    def happened(self, attempt: Attempt) -> list[str]:
        """Returns the events of an attempt in the audit trail."""
        return [event.what for event in self.real.events(attempt.reference)]


def next_look(counter: Counter, settler: Settler | None = None) -> Progress | None:
    """Waits until a look-up is due, and makes it."""
    settler = settler or counter.settler
    due = settler.next_due()
    assert due is not None, "the settler has nothing left to look up"
    counter.clock.advance(due + 0.001)
    return settler.look_once()


def make_due(settler: Settler) -> None:
    """Ends every pause between look-ups at once, without any time passing."""
    for watch in settler._watches:
        watch.due = settler._clock.monotonic()


def look_until_known(counter: Counter, settler: Settler | None = None) -> list[Progress]:
    """Looks up for as long as anything is unknown. Returns the progress of each look-up."""
    settler = settler or counter.settler
    brought = []
    while settler.unknown():
        progress = next_look(counter, settler)
        assert progress is not None
        brought.append(progress)
    return brought
