"""Tests with random evenings that every view of the same money agrees, and that a redemption counts on one day only.

The service of these tests takes other points than were asked for now and then, leaves out what they are worth, and
loses answers. The clock crosses midnight in several zones, and is set.
"""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.day_paper import DayPaper, layout_day
from desktop.domain.day_report import GIVEN_BACK, REDEEMED, UNKNOWN
from desktop.domain.eligibility import Found, RedemptionsSeen
from desktop.domain.failures import Call, HeldBack, Lost, NotReversible, NotSent, Refused, Unanswered, Unsent
from desktop.domain.member import Identifier, IdentifierKind, Member
from desktop.domain.points import Points, plain
from desktop.domain.receipt import LineKind, Receipt, layout
from desktop.domain.reconciliation import ServiceRedemption
from desktop.domain.redemption import HAPPENED, Redeemed, State
from desktop.domain.result_record import record, result
from desktop.domain.reversal import GivenBack, ReversalRow, ReversalsSeen, ReversalState, still_off_bill
from desktop.domain.reversal_receipt import ReversalReceipt, layout_reversal
from desktop.flow.give_back import GiveBack
from desktop.flow.outcome_reader import OutcomeReader
from desktop.flow.redeem import Redeemer
from desktop.flow.report import DayAlreadyClosedError, DayComparison, close_day
from desktop.flow.settling.reversal_settler import ReversalSettler
from desktop.flow.settling.settler import Settler
from desktop.store.damaged_journal import replace_damaged
from desktop.store.export_records import RecordWriter, header
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_outcomes
from tests.domain.test_receipt import PlainFormats
from tests.flow.fakes import CATALOGUE, LOOK_AGAIN_AFTER, SETTLE_AFTER, FakeClock, ScriptedApi, make_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.domain.day_report import DayReport
    from desktop.domain.receipt import Line
    from desktop.domain.redemption import Attempt, Draft

NOTHING = Decimal(0)
LEAST = Decimal("0.001")
"""The smallest amount of points."""

ZONES = ("Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "Australia/Lord_Howe")
EVENINGS = ((2026, 10, 24), (2026, 11, 22), (2027, 3, 27), (2026, 12, 31))
"""After some of them the clocks change."""


class ZoneClock(FakeClock):
    """A clock in a zone with its changes of the clock. `set_wall` sets it apart from the time that passes."""

    def __init__(self, start: datetime, zone: str) -> None:
        super().__init__()
        self._wall, self._zone = start, ZoneInfo(zone)

    def now(self) -> datetime:
        there = self._wall.astimezone(self._zone)
        return there.replace(tzinfo=timezone(there.utcoffset() or timedelta(0)))


@dataclass
class Taken:
    """A redemption in the service's books."""

    draft: Draft
    row: ServiceRedemption
    back: list[ReversalRow] = field(default_factory=list)

    @property
    def points(self) -> Decimal:
        assert self.row.points is not None
        return self.row.points

    @property
    def returned(self) -> Decimal:
        return sum((one.points or NOTHING for one in self.back), NOTHING)


class BookKeeper(ScriptedApi):
    """A service with books of its own."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self.dice = dice
        self.books: dict[str, Taken] = {}

    def redeem(self, draft: Draft, reference: str, code: object) -> Redeemed:
        del code
        fate = self.dice.choice(("ok", "ok", "ok", "refused", "unsent", "lost", "moved", "other points"))
        if fate == "refused":
            raise Refused(Call.REDEEM, 886, "not enough points")
        if fate == "unsent":
            raise NotSent(Unsent.CONNECT)
        if fate == "lost":
            raise Unanswered(Lost.TIMEOUT)
        asked = draft.points.value
        points = max((asked * 9 / 10).quantize(LEAST), LEAST) if fate == "other points" else asked
        number = f"id{len(self.books)}"
        row = ServiceRedemption(reference=reference, redemption_id=number, points=points, bill=draft.bill)
        self.books[reference] = Taken(draft, row)
        if fate != "ok":
            raise Unanswered(Lost.TIMEOUT)
        value = self.dice.choice((None, points, (points / 3).quantize(Decimal("0.01")), Decimal(10)))
        return Redeemed(redemption_id=number, points=self.dice.choice((None, points)), value=value)

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        del draft, begun, now
        taken = self.books.get(reference)
        if taken is None:
            return RedemptionsSeen()
        row = taken.row
        return RedemptionsSeen(
            found=(Found(reference=reference, redemption_id=row.redemption_id, points=taken.points),)
        )

    def find_member(self, identifier: Identifier) -> Member:
        return Member(identifier=identifier, points=Decimal("1891.5"))

    def reverse(self, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
        del draft, redemption_id
        fate = self.dice.choice(("ok", "ok", "ok", "refused", "lost", "moved", "fewer"))
        if fate == "refused":
            raise Refused(Call.REVERSE, 905, "off")
        if fate == "lost":
            raise Unanswered(Lost.TIMEOUT)
        came = max((points.value / 2).quantize(LEAST), LEAST) if fate == "fewer" else points.value
        back = self.books[reference].back
        back.append(ReversalRow(reversal_id=f"{reference}{len(back)}", points=came))
        if fate == "moved":
            raise Unanswered(Lost.TIMEOUT)
        expired = self.dice.choice((NOTHING, came))
        return GivenBack(points=came, available=came - expired, expired=expired)

    def find_reversals(self, draft: Draft, reference: str, redemption_id: str) -> ReversalsSeen:
        del draft, redemption_id
        taken = self.books.get(reference)
        if taken is None:
            return ReversalsSeen()
        return ReversalsSeen(is_seen=True, points=taken.points, rows=tuple(taken.back), complete=True)

    def redemptions_of(self, draft: Draft, start: date, end: date) -> Sequence[ServiceRedemption]:
        del start, end
        return [self._listed(one) for one in self.books.values() if one.draft.identifier == draft.identifier]

    def redemptions_of_store(self, start: date, end: date) -> Sequence[ServiceRedemption]:
        del start, end
        return []

    @staticmethod
    def _listed(taken: Taken) -> ServiceRedemption:
        row = taken.row
        return ServiceRedemption(
            reference=row.reference,
            redemption_id=row.redemption_id,
            points=row.points,
            reversed_points=taken.returned,
            reversals=tuple(taken.back),
        )


class Evening:
    """A till on an evening with a number of its own.

    Attributes:
        journal: what it has recorded.
        service: what happened.
    """

    def __init__(self, number: int, path: Path) -> None:
        dice = self._dice = random.Random(number)
        self._path = path
        begin = datetime(*dice.choice(EVENINGS), dice.randrange(24), 30, tzinfo=UTC)
        self._clock = ZoneClock(begin, dice.choice(ZONES))
        self.service = BookKeeper(dice)
        self._bills = 0
        self._open()

    def _open(self) -> None:
        """Opens the journal, and takes up what is unknown, with the names of now."""
        self.journal = SqliteJournal.open(self._path, till="till.one")
        till, cashier = self._dice.choice(("till.one", "till.two")), self._dice.choice(("Ravi", "Meera", ""))
        parts = (self.service, self.journal, self._clock)
        self._redeemer = Redeemer(*parts, CATALOGUE, till=till, cashier=cashier)
        self._giving_back = GiveBack(*parts, CATALOGUE, till=till, cashier=cashier)
        self._settlers = (
            Settler(*parts, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER),
            ReversalSettler(*parts, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER),
        )
        for settler in self._settlers:
            settler.resume()

    def pass_by(self) -> None:
        """Lets the evening happen, until everything is known and looked up once more."""
        happens = (self._redeem, self._give_back, self._wait, self._settle, self._close, self._another, self._set_clock)
        for what in self._dice.choices((*happens, self._attach), (10, 8, 5, 2, 2, 1, 1, 1), k=30):
            what()
        self._return_elsewhere()
        self._another()
        self._settle()

    def _redeem(self) -> None:
        dice = self._dice
        self._bills += 1
        points = dice.choice(("100", "10", "0.001", "3.333", "250.125"))
        draft = make_draft(
            # Two customers in turn may have one bill.
            dice.choice((f"B-{self._bills - self._bills % 2}", "")),
            points,
            identifier=Identifier(IdentifierKind.MOBILE, f"91977778822{dice.randrange(4)}"),
            program_id=dice.choice(("", "7")),
            worth=dice.choice((None, Decimal(points), Decimal(points) / 4)),
        )
        for _ in range(5):
            try:
                self._settlers[0].watch(self._redeemer.redeem(draft, None, confirmed=True))
            except HeldBack:
                # The cashier goes on.
                continue
            return

    def _redeemed(self) -> list[Attempt]:
        return [one for one in self.journal.export(None, None) if one.state is State.REDEEMED]

    def _give_back(self) -> None:
        done = self._redeemed()
        if not done:
            return
        attempt = self._dice.choice(done)
        try:
            left = self._giving_back.offer(attempt.reference).left
            part = max((left / self._dice.randint(1, 3)).quantize(LEAST), LEAST)
            self._settlers[1].watch(self._giving_back.give_back(attempt.reference, Points(min(part, left)), "wrong"))
        except NotReversible:
            # An earlier one is unknown, or everything is back.
            return

    def _return_elsewhere(self) -> None:
        """Another till gives back what is left of a redemption, and this one finds that out."""
        for one in self._redeemed():
            if not any(back.is_open or back.is_unproved for back in self.journal.reversals_of(one.reference)):
                taken = self.service.books[one.reference]
                taken.back.append(ReversalRow(reversal_id="elsewhere", points=taken.points - taken.returned))
                with pytest.raises(NotReversible):
                    self._giving_back.offer(one.reference)
                return

    def _attach(self) -> None:
        for one in self._redeemed():
            if not one.draft.bill:
                self.journal.attach_bill(one.reference, f"A-{one.reference[-6:]}", at=self._clock.now())
                return

    def _wait(self) -> None:
        self._clock.advance(self._dice.choice((60, 3_600, 5 * 3_600, 20 * 3_600)))

    def _set_clock(self) -> None:
        self._clock.set_wall(timedelta(hours=self._dice.choice((-30, -1, 1, 30))))

    def _settle(self) -> None:
        for settler in self._settlers:
            while (due := settler.next_due()) is not None:
                self._clock.advance(due + 0.001)
                settler.look_once()

    def _close(self) -> None:
        day = self._clock.now().date() - timedelta(days=self._dice.randrange(2))
        try:
            close_day(self.journal, self._clock, day, till="till.one", cashier="Meera")
        except DayAlreadyClosedError:
            return

    def _another(self) -> None:
        """Someone else signs on, or the till starts again, perhaps with a journal that replaced a damaged one."""
        self.journal.close()
        if self._dice.random() < 0.2:
            replace_damaged(self._path, self._clock.now())
        self._open()

    def days(self, attempts: Sequence[Attempt]) -> list[date]:
        """Returns every day on which something counts."""
        times = [one.at for one in attempts] + [one.changed for one in attempts]
        times += [back.at for one in attempts for back in self.journal.reversals_of(one.reference)]
        return sorted({at.date() for at in times})

    def compare_with_service(self, day: date) -> list[object]:
        """Returns how a day differs from the service's books."""
        comparing = DayComparison(self.journal, self.service, day, till="till.one")
        while (found := comparing.ask_next().result) is None:
            pass
        return list(found.differences)


@pytest.fixture
def evening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Evening]:
    """An evening that is over."""
    made = Evening(request.param, tmp_path / "journal.db")
    try:
        made.pass_by()
        yield made
    finally:
        made.journal.close()


# In the last one, parts that only a look-up found have to be rounded so that they make up the whole.
@pytest.mark.parametrize("evening", [0, 1, 2, 3, 44], indirect=True)
def test_all_views_of_an_evening_agree(evening: Evening) -> None:
    """Service, receipts, results, exports, each day's totals and report, their sums, and the comparison."""
    journal, books = evening.journal, evening.service.books
    attempts = list(journal.export(None, None))
    done = [one for one in attempts if one.state in HAPPENED]
    assert {one.reference: (one.moved, _back(one)) for one in done} == {
        reference: (taken.points, taken.returned) for reference, taken in books.items()
    }
    for attempt in done:
        _check_one(attempt)
    for attempt in attempts:
        _check_outcome(journal, attempt)
    _check_exports(journal, attempts)
    days = evening.days(attempts)
    for day in days:
        _check_day(journal, day, [one for one in attempts if one.at.date() == day])
        assert evening.compare_with_service(day) == []
    assert sum(len(journal.attempts_on(day)) for day in days) == len(attempts)
    _check_sums([journal.day_report(day) for day in days], done)
    left = [still_off_bill(one) for one in done if one.state is State.REDEEMED]
    totals = [journal.totals(day) for day in days]
    assert sum((one.points for one in totals), NOTHING) == sum((points for points, _ in left), NOTHING)
    assert sum((one.value for one in totals), NOTHING) == sum((value or NOTHING for _, value in left), NOTHING)


def _back(attempt: Attempt) -> Decimal:
    """Returns what this till and others have given back."""
    return attempt.moved if attempt.state is State.REVERSED else attempt.reversed_points


def _check_one(attempt: Attempt) -> None:
    """The receipt, as it is printed, says what the POS is told."""
    receipt, told = Receipt.of(attempt, store="", training=False), result(attempt)
    printed = _printed(layout(receipt, PlainFormats(), str))
    assert printed["Points"] == f"\N{MINUS SIGN}{told['points_redeemed']}"
    for name, of in (("Value", "redeemed_value"), ("Balance", "balance"), ("Bill", "bill")):
        assert printed.get(name, "").removeprefix("₹") == (told[of] or ""), name
    assert (printed.get("Redemption"), printed["Reference"]) == (told["redemption_id"], attempt.reference)


def _printed(lines: Sequence[Line]) -> dict[str, str]:
    """Returns the pairs of a paper, of which the first one with a name counts."""
    pairs = [(line.left, line.right) for line in lines if line.kind in {LineKind.PAIR, LineKind.BIG_PAIR}]
    return dict(reversed(pairs))


def _check_outcome(journal: SqliteJournal, attempt: Attempt) -> None:
    """A POS that asks by command reads what the window tells it, also of the bill's earlier redemption."""
    reader = OutcomeReader(journal)
    known = reader.known(attempt.reference, "")
    assert known is not None
    told = reader.with_earlier(known.record)
    assert find_outcomes(journal.path, bill="", reference=attempt.reference) == (told,)
    if attempt.draft.bill:
        assert told in find_outcomes(journal.path, bill=attempt.draft.bill, reference="")


def _check_day_on_paper(journal: SqliteJournal, report: DayReport) -> None:
    """The printed report has what the printed receipts of its day add up to."""
    paper = DayPaper(report=report, store="", till="", at=datetime(2026, 11, 22, tzinfo=UTC))
    printed = _printed(layout_day(paper, PlainFormats(), str))
    sums, backs = report.sums, []
    assert printed[f"Redeemed × {sums.redeemed.count}"] == plain(sums.redeemed.points)
    assert printed["Net points"] == plain(sums.net_points)
    assert printed["Net value"] == f"₹{plain(sums.redeemed.value - sums.given_back.value)}"
    for reference in {one.reference for one in report.entries if one.kind == GIVEN_BACK}:
        attempt = journal.get(reference)
        assert attempt is not None
        for back in journal.reversals_of(reference):
            if back.state is ReversalState.REVERSED and back.at.date() == report.day:
                receipt = ReversalReceipt.of(attempt, back, store="", training=False)
                lines = _printed(layout_reversal(receipt, PlainFormats(), str))
                value = lines.get("Value", "₹0").removeprefix("₹")
                backs.append((Decimal(lines["Points given back"]), Decimal(value)))
    elsewhere = [one for one in report.entries if one.kind == GIVEN_BACK and not one.gives_back]
    backs += [(one.points, one.value or NOTHING) for one in elsewhere]
    assert len(backs) == sums.given_back.count
    assert sum((points for points, _ in backs), NOTHING) == sums.given_back.points
    assert sum((value for _, value in backs), NOTHING) == sums.given_back.value


def _check_exports(journal: SqliteJournal, attempts: Sequence[Attempt]) -> None:
    """Both forms say the same of each attempt, whichever way its text is made."""
    texts = {}
    for form in ("jsonl", "csv"):
        writer = RecordWriter(form, full_mobile=False)
        rows = [writer.text(one.attempt, one.seq, approvals) for one, approvals in journal.export_rows(None, None)]
        texts[form] = header(form) + "".join(rows)
    lines = [json.loads(line) for line in texts["jsonl"].splitlines()]
    cells = list(csv.DictReader(io.StringIO(texts["csv"])))
    for attempt, line, row in zip(attempts, lines, cells, strict=True):
        wanted = record(attempt, full_mobile=False, approvals=line["approvals"], seq=line["seq"])
        assert line == wanted
        for name in ("points_redeemed", "points_requested", "redeemed_value", "reversed_points", "balance"):
            assert (row[name] or None) == wanted[name], name


def _check_day(journal: SqliteJournal, day: date, sent: Sequence[Attempt]) -> None:
    """The report of a day has what was sent on it, and so have the totals of the lists."""
    done = [one for one in sent if one.state in HAPPENED]
    left = [one for one in done if one.state is State.REDEEMED]
    report, totals = journal.day_report(day), journal.totals(day)
    _check_day_on_paper(journal, report)
    assert report.sums.redeemed.count == len(done)
    assert report.sums.redeemed.points == sum((one.moved for one in done), NOTHING)
    receipts = [Receipt.of(one, store="", training=False) for one in done]
    assert report.sums.redeemed.value == sum((one.value or NOTHING for one in receipts), NOTHING)
    assert [one for one in report.entries if one.kind == UNKNOWN and not one.is_over] == []
    assert report.sums.refused.count == sum(one.state is State.REFUSED for one in sent)
    assert (totals.count, totals.given_back) == (len(left), report.sums.given_back.points)
    assert totals.points == sum((one.moved - one.reversed_points for one in left), NOTHING)


def _check_sums(reports: Sequence[DayReport], done: Sequence[Attempt]) -> None:
    """Over all days, what was redeemed less what came back is what is still off the bills, also rounded in parts."""
    named = [one.reference for report in reports for one in report.entries if one.kind == REDEEMED]
    assert sorted(named) == sorted(one.reference for one in done)
    sums = [report.sums for report in reports]
    left = [still_off_bill(one) for one in done if one.state is State.REDEEMED]
    assert sum((one.net_points for one in sums), NOTHING) == sum((points for points, _ in left), NOTHING)
    net = sum((one.redeemed.value - one.given_back.value for one in sums), NOTHING)
    assert net == sum((value or NOTHING for _, value in left), NOTHING)
    for report in reports:
        for parts in (report.by_cashier, report.by_program):
            assert sum((one.net_points for one in parts.values()), NOTHING) == report.sums.net_points
