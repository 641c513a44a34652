"""Tests of the services of the three workers: the counter, settling, and the office."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import CodeSent, Eligibility
from desktop.domain.failures import (
    Call,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    NotSent,
    Refused,
    Unsent,
)
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Member
from desktop.domain.receipt import Receipt
from desktop.domain.redemption import State, Step
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationMethod
from desktop.flow.background_till import BackgroundTill, SettlingState, WorthAnswer
from desktop.flow.office import Office
from desktop.flow.till import Till
from tests.flow.fakes import ASHA, CATALOGUE, NOTHING, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.flow.ports import Journal
    from tests.flow.fakes import Counter

SETTINGS = Settings(
    server="https://eu.example.com", till="till.one", cashier="Ravi", settle_after=0, look_again_after=7
)
RECEIPT = Receipt(
    store="", till="till.one", cashier="", at=datetime(2026, 11, 22, tzinfo=UTC), member="•", points=Decimal(1)
)


@pytest.fixture
def till(counter: Counter) -> Till:
    """The counter's desk."""
    return Till(counter.api, counter.journal.as_journal, counter.clock, SETTINGS, CATALOGUE)


@pytest.fixture
def desk(counter: Counter) -> BackgroundTill:
    """The settling desk."""
    return BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, SETTINGS)


class Told:
    """Printer and administration: says what it was asked."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def print_receipt(self, receipt: Receipt) -> None:
        self.heard.append(("print", receipt))

    def save_receipt(self, receipt: Receipt) -> str:
        self.heard.append(("save", receipt))
        return "receipt.pdf"

    def tell(self, record: dict[str, str | None], path: str) -> None:
        self.heard.append(("tell", record, path))

    def try_service(self, settings: Settings, password: str) -> float:
        self.heard.append(("try", settings, password))
        return 0.08

    def set_journal_aside(self) -> str:
        self.heard.append(("aside",))
        return "journal.damaged.db"

    def save(self, values: dict[str, object], password: str) -> None:
        self.heard.append(("settings", values, password))


@pytest.fixture
def told() -> Told:
    """Who is asked at the office."""
    return Told()


@pytest.fixture
def office(counter: Counter, told: Told) -> Office:
    """The office's desk."""
    return Office(lambda: counter.journal.as_journal, told, told)


class TestCounter:
    """What the counter is asked."""

    def test_each_does_its_verb(self, counter: Counter, till: Till) -> None:
        """Warm up, find, check, send again, redeem."""
        counter.api.redeems.append(redeemed())
        draft = make_draft()
        assert till.warm_up() is True
        assert till.find_member(ASHA) == Member(identifier=ASHA, points=Decimal(1891))
        assert till.send_code(draft) == Eligibility(worth=Decimal(100))
        assert till.send_code_again(draft) == CodeSent(message="mobile 100")
        attempt = till.redeem(draft, counter.code)
        assert attempt.state is State.REDEEMED
        assert counter.api.sent == [(attempt.reference, draft, counter.code)]
        assert counter.api.calls == ["warm_up", "find_member", "check", "send_code", "redeem"]

    def test_going_on_is_handed_on(self, counter: Counter, till: Till) -> None:
        """With the check as with the redemption; without it, the question comes up."""
        counter.attempt_after(Step.LOST)
        other = make_draft("B-18")
        for first in (lambda: till.send_code(other), lambda: till.redeem(other, counter.code)):
            with pytest.raises(HeldBack) as caught:
                first()
            assert caught.value.why is Held.SAME_MEMBER
        counter.api.redeems.append(redeemed())
        assert till.send_code(other, confirmed=True).code_sent
        attempt = till.redeem(other, counter.code, confirmed=True)
        assert attempt.state is State.REDEEMED


class TestSettling:
    """What the settling desk is asked."""

    def test_the_worth_is_asked_without_a_code(self, counter: Counter, desk: BackgroundTill) -> None:
        """While the cashier types nothing may be sent to the member."""
        draft = make_draft(program_id="973", validation=ValidationMethod.MISSED_CALL)
        assert desk.worth(draft) == WorthAnswer(draft, worth=Decimal(100))
        (check,) = counter.api.checks
        assert check == {"draft": draft, "send_code": False, "as_money": False}

    def test_a_refusal_of_points_that_are_typed_is_an_answer(self, counter: Counter, desk: BackgroundTill) -> None:
        """It belongs to the points that were asked about. Any other failure stays a failure."""
        draft, refusal = make_draft(), Refused(Call.CHECK, 819)
        counter.api.eligibility = refusal
        assert desk.worth(draft) == WorthAnswer(draft, refusal=refusal)
        counter.api.eligibility = NotSent(Unsent.NAME)
        with pytest.raises(NotSent):
            desk.worth(draft)

    def test_a_start_says_what_is_unknown(self, counter: Counter, desk: BackgroundTill) -> None:
        """And when the next look is."""
        assert desk.resume() == SettlingState((), None)
        attempt = counter.attempt_after(Step.LOST)
        state = desk.resume()
        assert [one.attempt for one in state.unknown] == [attempt]
        assert (state.next_in, state.progress) == (0.0, None)

    def test_the_times_are_those_of_the_settings(self, counter: Counter, desk: BackgroundTill) -> None:
        """`settle_after` 0 takes three looks, `look_again_after` 7 one in seven seconds."""
        desk.watch(counter.attempt_after(Step.LOST))
        for _ in range(3):
            desk.settler.hurry()
            state = desk.look_once()
        assert state.progress is not None
        assert state.progress.attempt.state is State.NOT_APPLIED
        assert state.unknown == ()
        assert state.next_in == pytest.approx(7.0)

    def test_a_look_comes_when_it_is_due_or_at_once(self, counter: Counter, desk: BackgroundTill) -> None:
        """Without hurry a lost one has its second."""
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = NOTHING
        state = desk.watch(attempt)
        assert state.next_in is not None
        assert state.next_in > 0
        assert desk.look_once().progress is None
        assert not counter.api.calls
        counter.api.sees = seen(attempt.reference)
        desk.settler.hurry()
        state = desk.look_once()
        assert state.progress is not None
        assert state.progress.attempt.state is State.REDEEMED
        assert (state.unknown, state.next_in) == ((), None)

    def test_the_end_gives_everything_back(self, counter: Counter, desk: BackgroundTill) -> None:
        """Connection and journal."""
        closed = []
        counter.journal.before["close"] = lambda: closed.append("journal")
        desk.close()
        assert (counter.api.calls, closed) == (["close"], ["journal"])


class TestOffice:
    """What the office is asked."""

    def test_it_reads_the_journal(self, counter: Counter, office: Office) -> None:
        """Searches, and a day's figures."""
        attempt = counter.attempt_after(Step.REDEEMED)
        assert office.search(HistoryQuery(text="B-17")) == (attempt,)
        assert office.totals(attempt.at.date()).count == 1

    def test_it_asks_printer_and_administration(self, office: Office, told: Told) -> None:
        """With just what it was given."""
        office.print_receipt(RECEIPT)
        assert office.save_receipt(RECEIPT) == "receipt.pdf"
        office.tell({"outcome": "redeemed"}, "out.json")
        assert office.try_service(SETTINGS, "pw") == 0.08
        office.save_settings({"till": "t"}, "pw")
        assert office.set_journal_aside() == "journal.damaged.db"
        assert told.heard == [
            ("print", RECEIPT),
            ("save", RECEIPT),
            ("tell", {"outcome": "redeemed"}, "out.json"),
            ("try", SETTINGS, "pw"),
            ("settings", {"till": "t"}, "pw"),
            ("aside",),
        ]

    def test_the_journal_is_opened_once_and_when_it_is_read(self, counter: Counter, told: Told) -> None:
        """Settings can be saved without one; one that could not be opened is tried again."""
        opened: list[str] = []

        def open_journal() -> Journal:
            opened.append("once more")
            if len(opened) == 1:
                raise JournalUnusable(JournalTrouble.IN_USE)
            return counter.journal.as_journal

        office = Office(open_journal, told, told)
        office.save_settings({}, "")
        assert not opened
        with pytest.raises(JournalUnusable):
            office.search(HistoryQuery())
        for _ in range(3):
            office.search(HistoryQuery())
        assert len(opened) == 2

    def test_a_journal_that_is_set_aside_is_read_no_more(self, counter: Counter, told: Told) -> None:
        """Windows renames no file that is open, and history is to show the new one."""
        opened: list[str] = []

        def open_journal() -> Journal:
            opened.append("once more")
            return counter.journal.as_journal

        counter.journal.before["close"] = lambda: told.heard.append(("closed",))
        office = Office(open_journal, told, told)
        office.search(HistoryQuery())
        office.set_journal_aside()
        assert told.heard == [("closed",), ("aside",)]
        assert office.journal is counter.journal.as_journal
        assert len(opened) == 2

    def test_the_end_gives_back_what_was_opened(self, counter: Counter, office: Office) -> None:
        """And opens nothing for that."""
        closed = []
        counter.journal.before["close"] = lambda: closed.append("journal")
        office.close()
        assert not closed
        assert office.journal is counter.journal.as_journal
        office.close()
        assert closed == ["journal"]
