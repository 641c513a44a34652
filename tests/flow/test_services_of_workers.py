"""Tests of the services of the three workers: the counter, settling, and the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import CodeSent, Eligibility
from desktop.domain.expiring import ExpiringPoints
from desktop.domain.failures import (
    Call,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotAllowed,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
)
from desktop.domain.group import GroupChoice
from desktop.domain.history import HistoryQuery
from desktop.domain.member import IdentifierKind, Member
from desktop.domain.points import Points
from desktop.domain.redemption import State, Step
from desktop.domain.settings import Settings
from desktop.domain.support import SupportFile, SupportKind, SupportPart
from desktop.domain.validation import ValidationMethod
from desktop.flow.background_till import BackgroundTill, OutlookAnswer, SettlingState, WorthAnswer
from desktop.flow.office import Office
from desktop.flow.service_check import TriedService
from desktop.flow.till import Till
from tests.flow.fakes import ASHA, CATALOGUE, NOTHING, make_draft, make_due, redeemed, seen
from tests.paper import document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.access import Secret
    from desktop.domain.paper import PaperDocument
    from desktop.flow.ports import Journal
    from tests.flow.fakes import Counter

SETTINGS = Settings(
    server="https://eu.example.com", till="till.one", cashier="Ravi", settle_after=0, look_again_after=7
)


class Files:
    """Saves nothing, and remembers what it was asked."""

    def __init__(self) -> None:
        self.archives: list[tuple[bytes, str]] = []
        self.saved: list[tuple[PaperDocument, str]] = []
        self.tables: list[str] = []

    def save(self, document: PaperDocument, name: str) -> str:
        self.saved.append((document, name))
        return f"{name}.pdf"

    def save_archive(self, archive: bytes, name: str) -> str:
        self.archives.append((archive, name))
        return f"{name}.zip"

    def save_table(self, texts: Iterable[str], name: str) -> str:
        self.tables.append("".join(texts))
        return f"{name}.csv"


@pytest.fixture
def till(counter: Counter) -> Till:
    """The counter's desk."""
    return Till(counter.api, counter.journal.as_journal, counter.clock, SETTINGS, CATALOGUE)


@pytest.fixture
def desk(counter: Counter) -> BackgroundTill:
    """The settling desk."""
    return BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, SETTINGS)


class Told:
    """Administration: says what it was asked."""

    support = SupportFile((SupportPart("about.txt", SupportKind.ABOUT, 3),), b"zip")

    def __init__(self) -> None:
        self.heard: list[object] = []

    def make_support_file(self) -> SupportFile:
        return self.support

    def try_service(self, settings: Settings, secret: Secret, proxy_password: str = "") -> TriedService:
        self.heard.append(("try", settings, secret, proxy_password))
        return TriedService(0.08)

    def set_journal_aside(self) -> str:
        self.heard.append(("aside",))
        return "journal.damaged.db"

    def save(self, values: dict[str, object], secret: Secret, proxy_password: str = "") -> None:
        self.heard.append(("settings", values, secret, proxy_password))


@pytest.fixture
def told() -> Told:
    """Who is asked at the office."""
    return Told()


@pytest.fixture
def office(counter: Counter, told: Told) -> Office:
    """The office's desk."""
    return Office(lambda: counter.journal.as_journal, Files(), told)


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
            make_due(desk.settler)
            state = desk.look_once()
        assert state.progress is not None
        assert state.progress.attempt.state is State.NOT_APPLIED
        assert state.unknown == ()
        assert state.next_in == pytest.approx(7.0)

    def test_a_look_comes_when_it_is_due_or_at_once(self, counter: Counter, desk: BackgroundTill) -> None:
        """A lost one has its second."""
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = NOTHING
        state = desk.watch(attempt)
        assert state.next_in is not None
        assert state.next_in > 0
        assert desk.look_once().progress is None
        assert not counter.api.calls
        counter.api.sees = seen(attempt.reference)
        make_due(desk.settler)
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

    def test_it_saves_documents(self, office: Office) -> None:
        """With just what it was given."""
        assert office.save_document(document("a"), "MG-1") == "MG-1.pdf"
        assert isinstance(office.files, Files)
        assert office.files.saved == [(document("a"), "MG-1")]

    def test_it_asks_the_administration(self, office: Office, told: Told) -> None:
        """With just what it was given."""
        assert office.try_service(SETTINGS, "pw", "proxy") == TriedService(0.08)
        office.save_settings({"till": "t"}, "pw", "proxy")
        assert office.set_journal_aside() == "journal.damaged.db"
        assert told.heard == [
            ("try", SETTINGS, "pw", "proxy"),
            ("settings", {"till": "t"}, "pw", "proxy"),
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

        office = Office(open_journal, Files(), told)
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
        office = Office(open_journal, Files(), told)
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


def test_the_outlook_is_what_the_service_says(desk: BackgroundTill, counter: Counter) -> None:
    """It asks about all points, which points cover the bill, and which expire."""
    soon = ExpiringPoints(Decimal(412), counter.clock.now().date() + timedelta(days=8))
    counter.api.schedule = (soon,)
    counter.api.eligibility = Eligibility(worth=Decimal(250), points=Decimal(125))
    draft = make_draft()
    assert desk.outlook(draft, Points(Decimal(250))) == OutlookAnswer(
        draft, expiring=soon, points_for_bill=Points(Decimal(125))
    )
    assert counter.api.checks[-1] == {
        "draft": replace(draft, points=Points(Decimal(250))),
        "send_code": False,
        "as_money": True,
    }


@pytest.mark.parametrize(
    "answered",
    [
        Eligibility(worth=Decimal(240), points=Decimal(120)),
        Eligibility(worth=Decimal(250)),
        Eligibility(worth=Decimal(250), points=Decimal("83.3333")),
        Refused(Call.CHECK, 818),
    ],
)
def test_points_that_do_not_cover_the_bill_exactly_are_not_offered(
    desk: BackgroundTill, counter: Counter, answered: object
) -> None:
    """The service rounds to steps, or the member has too few points."""
    counter.api.eligibility = answered
    assert desk.outlook(make_draft(), Points(Decimal(250))).points_for_bill is None


def test_the_outlook_says_why_points_cannot_be_redeemed(desk: BackgroundTill, counter: Counter) -> None:
    """A refusal is an answer. A question that is not answered is left open."""
    refusal = Refused(Call.CHECK, 821, "at least 100")
    counter.api.eligibility = refusal
    assert desk.outlook(make_draft(), None).refusal is refusal
    counter.api.eligibility = Unanswered(Lost.TIMEOUT)
    assert desk.outlook(make_draft(), None).refusal is None


@pytest.mark.parametrize(
    ("failure", "asked"),
    [(Refused(Call.EXPIRING, 403), 1), (NotSent(Unsent.NAME), 2), (Throttled(Call.EXPIRING, 429), 2)],
)
def test_a_service_without_expiring_points_is_asked_once(
    desk: BackgroundTill, counter: Counter, failure: Exception, asked: int
) -> None:
    """A call that this organisation does not have is not made for every customer."""
    counter.api.schedule = failure
    for _ in range(2):
        assert desk.outlook(make_draft(), None).expiring is None
    assert counter.api.calls.count("expiring_points") == asked


def test_a_group_has_no_expiring_points(desk: BackgroundTill, counter: Counter) -> None:
    """The schedule is the member's own."""
    desk.outlook(replace(make_draft(), group=GroupChoice(id="5501")), None)
    assert "expiring_points" not in counter.api.calls


def test_a_till_that_does_not_look_ahead_asks_only_about_the_bill(counter: Counter) -> None:
    """The setting switches the other questions off."""
    quiet = BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, replace(SETTINGS, look_ahead=False))
    quiet.outlook(make_draft(), Points(Decimal(5)))
    assert counter.api.calls == ["check"]


def test_a_code_can_be_sent_to_another_identifier(till: Till) -> None:
    """The member is the same, and so are the points."""
    named = replace(ASHA, kind=IdentifierKind.EMAIL, value="asha@example.com")
    assert till.send_code_again(make_draft(), named).message.startswith("email")
    assert till.send_code_again(make_draft()).message.startswith("mobile")


def test_few_points_need_no_code_if_the_policy_says_so(counter: Counter) -> None:
    """The audit trail has it, with the cashier who serves, and more points need the code whatever the window sends."""
    settings = replace(SETTINGS, code_from=Decimal(500))
    till = Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE)
    counter.api.redeems.append(redeemed())
    draft = replace(make_draft(), validation=ValidationMethod.SKIPPED)
    attempt = till.redeem(draft, None, cashier="Meera")
    assert (attempt.state, attempt.cashier) == (State.REDEEMED, "Meera")
    said = [(one.what, one.cashier, one.detail) for one in counter.real.newest_events(9)]
    assert ("code_not_needed", "Meera", "fewer than 500 points") in said
    with pytest.raises(NotAllowed):
        till.redeem(replace(draft, points=Points(Decimal(500))), None)


def test_without_the_policy_no_redemption_skips_the_code(till: Till) -> None:
    """Nothing is begun."""
    with pytest.raises(NotAllowed):
        till.redeem(replace(make_draft(), validation=ValidationMethod.SKIPPED), None)


def test_money_for_few_points_needs_no_code_either(counter: Counter) -> None:
    """How many points it takes is known only from the service."""
    settings = replace(SETTINGS, code_from=Decimal(500))
    till = Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE)
    counter.api.eligibility = Eligibility(worth=Decimal(100), points=Decimal(100))
    draft, _ = till.send_code_for_money(make_draft())
    assert draft.validation is ValidationMethod.SKIPPED
    assert counter.api.checks[-1]["send_code"] is False
