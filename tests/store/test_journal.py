"""Tests the journal: attempts, their steps, and the audit trail."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.group import GroupChoice, PrimaryUserIdentifierType, PrimaryUserSource
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Candidate, Draft, IllegalStepError, Redeemed, Refusal, State, Step, Trace
from desktop.domain.validation import ValidationMethod
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Journal

REFERENCE = "01KAN4Z7Q8V9W0X1Y2Z3A4B5C6"


def test_it_implements_the_flow_protocol(journal: SqliteJournal) -> None:
    """The class implements the Protocol, which mypy checks, and a new journal has no attempts."""
    port: Journal = journal
    assert port.in_states(*State) == ()


def test_a_begun_attempt_is_in_flight_and_read_back_exactly(
    journal: SqliteJournal, make_draft: Callable[..., Draft], now: datetime
) -> None:
    """Every field of a full draft is read back as it was written, and another connection sees it."""
    draft = make_draft(
        points="0.125",
        program_id="973",
        group=GroupChoice(
            id="12",
            external_id="ext",
            primary_user_id="7",
            source=PrimaryUserSource.WECHAT,
            account_id="acc",
            identifier_type=PrimaryUserIdentifierType.EMAIL,
            identifier_value="a@example.org",
            name="Family",
        ),
        custom_fields=(("point_transfered_to", "9777788221"), ("b", "ä")),
        notes="für Öl “später”",
        validation=ValidationMethod.SKIPPED,
        worth=Decimal("1.250"),
        user_id="u-1",
    )
    attempt = journal.begin(draft, REFERENCE, till="till.one", cashier="Ravi", at=now)
    assert (attempt.state, attempt.draft, attempt.reference) == (State.IN_FLIGHT, draft, REFERENCE)
    assert (attempt.till, attempt.cashier, attempt.at, attempt.changed) == ("till.one", "Ravi", now, now)
    assert (attempt.sends, attempt.looks, attempt.doubtful, attempt.settled_late) == (1, 0, False, False)
    assert attempt.redeemed is None
    assert attempt.trace == Trace()
    assert (attempt.refusal, attempt.candidate, attempt.begun) == (None, None, now)
    assert attempt.journal_id == journal.identity
    assert len(journal.identity) == 32
    assert attempt.at.utcoffset() == timedelta(hours=5, minutes=30)
    assert str(attempt.draft.worth) == "1.250"
    with SqliteJournal.open(journal.path, writer=False) as other:
        assert other.get(REFERENCE) == attempt


def test_a_reference_is_used_once(journal: SqliteJournal, make_draft: Callable[..., Draft], now: datetime) -> None:
    """A second attempt with a reference, in any letter case, is a programming error and writes nothing."""
    first = journal.begin(make_draft(), REFERENCE, till="t", cashier="c", at=now)
    with pytest.raises(ValueError, match="there is an attempt"):
        journal.begin(make_draft(points="1"), REFERENCE.lower(), till="t", cashier="c", at=now)
    assert journal.get(REFERENCE) == first
    assert len(journal.events(REFERENCE)) == 1


def test_a_time_without_offset_is_refused(journal: SqliteJournal, make_draft: Callable[..., Draft]) -> None:
    """A time without an offset is refused, and nothing is written."""
    with pytest.raises(ValueError, match="offset"):
        journal.begin(make_draft(), REFERENCE, till="t", cashier="c", at=datetime(2026, 1, 1))  # noqa: DTZ001 - the claim
    assert journal.get(REFERENCE) is None


def test_a_redemption_is_kept_with_the_service_answer(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The amounts are read back with the decimal places that the service sent."""
    said = Redeemed(
        redemption_id="7t4y2a",
        points=Decimal("250.125"),
        value=Decimal("125.00"),
        balance=Decimal("1E+3"),
        is_group=True,
        request_id="req-1",
    )
    attempt = begin(journal)
    later = now + timedelta(seconds=2)
    done = journal.step(attempt.reference, Step.REDEEMED, at=later, redeemed=said)
    assert (done.state, done.redeemed, done.at, done.changed) == (State.REDEEMED, said, now, later)
    assert str(done.redeemed.value if done.redeemed else "") == "125.00"
    assert not done.settled_late
    assert [(one.what, one.request_id, one.detail) for one in journal.events(attempt.reference)] == [
        ("begun", "", ""),
        ("redeemed", "req-1", "7t4y2a"),
    ]


def test_a_redemption_without_details_is_recorded(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """An answer that proves the redemption and says nothing else still leaves a record of it."""
    assert begin(journal, Step.REDEEMED).redeemed == Redeemed()


@pytest.mark.parametrize(("step", "bill"), [(Step.LOST, ""), (Step.REFUSED, ""), (Step.REDEEMED, "B-1")])
def test_only_a_redemption_without_a_bill_gets_one(
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    make_draft: Callable[..., Draft],
    now: datetime,
    *,
    step: Step,
    bill: str,
) -> None:
    """Whatever the caller knew before, another bill is never written over, and nothing is recorded."""
    attempt = begin(journal, step, draft=make_draft(bill=bill))
    with pytest.raises(ValueError, match="no bill can be attached"):
        journal.attach_bill(attempt.reference, "B-2", at=now)
    assert journal.get(attempt.reference) == attempt
    assert len(journal.events(attempt.reference)) == 2


def test_a_refusal_keeps_what_support_needs(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Code, message and request id are kept. A number in the service's message is masked."""
    attempt = begin(journal)
    trace = Trace(code="816", message="No customer 9777788221, bill 1234567", request_id="req-2")
    refused = journal.step(attempt.reference, Step.REFUSED, at=now, trace=trace)
    assert refused.state is State.REFUSED
    assert refused.trace == replace(trace, message="No customer ••••••8221, bill 1234567")
    assert refused.redeemed is None
    event = journal.events(attempt.reference)[-1]
    assert (event.what, event.detail, event.request_id) == ("refused", "816", "req-2")
    assert (event.till, event.cashier, event.at) == ("till.one", "Ravi", now)


def test_an_illegal_step_writes_nothing(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """An illegal step leaves the attempt and the trail unchanged, and the journal usable."""
    attempt = begin(journal, Step.REFUSED)
    with pytest.raises(IllegalStepError):
        journal.step(attempt.reference, Step.REDEEMED, at=now)
    assert journal.get(attempt.reference) == attempt
    assert len(journal.events(attempt.reference)) == 2
    assert begin(journal).state is State.IN_FLIGHT


def test_an_unknown_reference_is_an_error(journal: SqliteJournal, now: datetime) -> None:
    """Neither a step nor a completion creates an attempt."""
    with pytest.raises(KeyError):
        journal.step("none", Step.LOST, at=now)
    with pytest.raises(KeyError):
        journal.complete("none", Redeemed(), at=now)
    assert journal.get("none") is None
    assert journal.events("none") == ()
    assert journal.events("") == ()


@pytest.mark.parametrize("refusal", [None, *Refusal])
def test_a_refusal_keeps_what_it_proves(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, refusal: Refusal | None
) -> None:
    """What the refusal proves is kept with it."""
    attempt = begin(journal)
    assert journal.step(attempt.reference, Step.REFUSED, at=now, refusal=refusal).refusal is refusal


@pytest.mark.parametrize("refusal", [None, *Refusal])
@pytest.mark.parametrize("step", [Step.FOUND, Step.LOOKED, Step.SUSPECTED, Step.SENT_AGAIN])
def test_only_an_unproved_refusal_goes_on(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, refusal: Refusal | None, step: Step
) -> None:
    """A proved refusal stays refused.

    An unproved one is looked up, and only one that was not processed is sent again.
    """
    attempt = journal.step(begin(journal).reference, Step.REFUSED, at=now, refusal=refusal)
    legal = {Refusal.NOT_PROCESSED} if step is Step.SENT_AGAIN else {Refusal.NOT_PROCESSED, Refusal.FAILED}
    if refusal not in legal:
        with pytest.raises(IllegalStepError):
            journal.step(attempt.reference, step, at=now)
        assert journal.get(attempt.reference) == attempt
        assert len(journal.events(attempt.reference)) == 2
        return
    moved = journal.step(attempt.reference, step, at=now)
    assert (
        moved.state
        is {
            Step.FOUND: State.REDEEMED,
            Step.LOOKED: State.REFUSED,
            Step.SUSPECTED: State.UNKNOWN,
            Step.SENT_AGAIN: State.IN_FLIGHT,
        }[step]
    )
    assert moved.settled_late is (step is Step.FOUND)


def test_a_refusal_that_proves_nothing_is_kept_while_the_attempt_is_unknown(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """An item that failed is not sent again with its reference, even once it is absent."""
    attempt = journal.step(begin(journal).reference, Step.LOST, at=now, refusal=Refusal.FAILED)
    assert attempt.refusal is Refusal.FAILED
    assert not journal.step(attempt.reference, Step.ABSENT, at=now).is_resendable


CANDIDATE = Candidate(
    redemption_id="7t4y2a", time="2026-11-22 14:37:11", points=Decimal("250.125"), bill="call 9777788221"
)


def test_a_candidate_is_kept_as_the_service_sent_it(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The candidate is kept exactly. The event names it with long numbers masked. Sending again clears it."""
    attempt = begin(journal, Step.LOST, Step.LOOKED)
    suspected = journal.step(attempt.reference, Step.SUSPECTED, at=now, candidate=CANDIDATE)
    assert (suspected.state, suspected.candidate, suspected.looks) == (State.UNKNOWN, CANDIDATE, 1)
    detail = journal.events(attempt.reference)[-1].detail
    assert detail == "7t4y2a, 2026-11-22 14:37:11, 250.125 points, bill call ••••••8221"
    absent = journal.step(attempt.reference, Step.ABSENT, at=now)
    assert absent.candidate == CANDIDATE
    assert journal.step(attempt.reference, Step.SENT_AGAIN, at=now).candidate is None


@pytest.mark.parametrize("candidate", [None, Candidate(), Candidate(bill="B-1"), Candidate(points=Decimal("1E+2"))])
def test_a_candidate_may_have_few_fields(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, candidate: Candidate | None
) -> None:
    """Fields that the service left out are left out in the journal too."""
    attempt = begin(journal, Step.LOST)
    assert journal.step(attempt.reference, Step.SUSPECTED, at=now, candidate=candidate).candidate == candidate


def test_only_a_doubtful_attempt_that_was_not_sent_is_suspected(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """No byte of it left, so a redemption in the list is another attempt's, unless an earlier send was doubtful."""
    attempt = begin(journal, Step.NOT_SENT)
    with pytest.raises(IllegalStepError):
        journal.step(attempt.reference, Step.SUSPECTED, at=now, candidate=CANDIDATE)
    doubtful = begin(journal)
    journal.step(doubtful.reference, Step.NOT_SENT, at=now, doubtful=True)
    assert journal.step(doubtful.reference, Step.SUSPECTED, at=now).state is State.UNKNOWN


def test_sending_again_clears_the_refusal_and_keeps_the_user_id(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, make_draft: Callable[..., Draft]
) -> None:
    """The new request has no refusal yet. A known user id is kept, and a new one is added."""
    attempt = begin(journal, draft=make_draft(user_id="u-1"))
    journal.step(attempt.reference, Step.REFUSED, at=now, refusal=Refusal.NOT_PROCESSED)
    later = now + timedelta(minutes=1)
    again = journal.step(attempt.reference, Step.SENT_AGAIN, at=later, draft=make_draft(notes="again"))
    assert (again.refusal, again.draft.user_id, again.draft.notes) == (None, "u-1", "again")
    assert (again.begun, again.at, again.journal_id) == (now, later, journal.identity)
    journal.step(attempt.reference, Step.NOT_SENT, at=now)
    third = journal.step(attempt.reference, Step.SENT_AGAIN, at=later, draft=make_draft(user_id="u-2"))
    assert third.draft.user_id == "u-2"


def test_looks_count_and_leave_the_time_of_the_state(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """A look that found nothing is counted, but does not change since when the outcome is unknown."""
    attempt = begin(journal, Step.LOST)
    for count in (1, 2):
        looked = journal.step(attempt.reference, Step.LOOKED, at=now + timedelta(minutes=count))
        assert (looked.looks, looked.changed, looked.state) == (count, now, State.UNKNOWN)
    absent = journal.step(attempt.reference, Step.ABSENT, at=now + timedelta(minutes=3))
    assert (absent.looks, absent.changed) == (2, now + timedelta(minutes=3))
    assert journal.step(attempt.reference, Step.LOOKED, at=now).looks == 3


def test_sending_again_keeps_the_reference_and_resets_the_looks(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, make_draft: Callable[..., Draft]
) -> None:
    """A second send is counted, becomes the newest, takes the new notes, and sets the doubtful mark if given."""
    attempt = begin(journal, Step.LOST, Step.LOOKED, Step.ABSENT)
    begin(journal, Step.REDEEMED)
    draft = make_draft(notes="again", validation=ValidationMethod.MISSED_CALL)
    later = now + timedelta(days=1)
    again = journal.step(attempt.reference, Step.SENT_AGAIN, at=later, doubtful=True, draft=draft)
    assert (again.state, again.sends, again.looks, again.at) == (State.IN_FLIGHT, 2, 0, later)
    assert again.doubtful
    assert again.draft == draft
    assert journal.search(HistoryQuery())[0] == again
    assert journal.search(HistoryQuery(start=date(2026, 11, 23))) == (again,)
    assert journal.step(attempt.reference, Step.NOT_SENT, at=later, doubtful=False).doubtful is False


def test_another_redemption_is_not_sent_under_the_reference(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, make_draft: Callable[..., Draft]
) -> None:
    """A draft with other points is refused, because a reference means one redemption."""
    attempt = begin(journal, Step.NOT_SENT)
    with pytest.raises(ValueError, match="another redemption"):
        journal.step(attempt.reference, Step.SENT_AGAIN, at=now, draft=make_draft(points="1"))
    assert journal.get(attempt.reference) == attempt


@pytest.mark.parametrize(
    ("steps", "late"),
    [
        ((), False),
        ((Step.LOST,), False),
        ((Step.LOST, Step.ABSENT), True),
        ((Step.LOST, Step.ABSENT, Step.LOOKED), True),
        ((Step.NOT_SENT,), True),
    ],
)
def test_a_late_redemption_is_marked(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, steps: tuple[Step, ...], *, late: bool
) -> None:
    """A redemption that is found after it was recorded as not redeemed is marked as settled late."""
    attempt = begin(journal, *steps)
    found = journal.step(attempt.reference, Step.FOUND, at=now, redeemed=Redeemed(redemption_id="x"))
    assert (found.state, found.settled_late) == (State.REDEEMED, late)
    assert journal.step(found.reference, Step.REVERSED, at=now) == replace(found, state=State.REVERSED)


def test_completing_fills_only_missing_facts(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Facts of the first answer stay. Missing ones are filled in, each once."""
    attempt = begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(1), request_id="first"))
    more = Redeemed(
        redemption_id="id", points=Decimal(9), value=Decimal(2), balance=Decimal(3), is_group=True, request_id="second"
    )
    done = journal.complete(attempt.reference, more, at=now)
    assert done.redeemed == replace(more, points=Decimal(1), request_id="first")
    other = Redeemed(redemption_id="no", points=Decimal(8), value=Decimal(8), balance=Decimal(8), request_id="no")
    assert journal.complete(attempt.reference, other, at=now) == done
    assert [one.what for one in journal.events(attempt.reference)] == ["begun", "redeemed", "completed"]
    assert journal.search(HistoryQuery(text="ID")) == (done,)


def test_only_a_redemption_is_completed(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """A balance does not turn an attempt that did not happen into a redemption."""
    attempt = begin(journal, Step.LOST)
    with pytest.raises(ValueError, match="unknown"):
        journal.complete(attempt.reference, Redeemed(balance=Decimal(1)), at=now)


def test_notes_are_in_the_trail_without_numbers(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """An event that is not a step is kept with time and cashier. What could be a number is masked in it."""
    attempt = begin(journal)
    journal.note("skipped", at=now, till="t", cashier="c", reference=attempt.reference, detail="call +91 97777-88221")
    event = journal.events(attempt.reference)[-1]
    assert (event.what, event.till, event.cashier) == ("skipped", "t", "c")
    assert event.detail == "call +•• •••••-•8221"


def test_a_cashier_of_a_transaction_that_was_undone_is_not_mixed_up_with_the_next_one(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Names are stored as numbers. The number of the first name goes to the second one, and the first gets another."""
    reference = begin(journal).reference

    def undo() -> None:
        with journal._writing():
            journal._note("undone", at=now, till="t", cashier="Nina", reference=reference)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undo()
    for cashier in ("Omar", "Nina"):
        journal.note("kept", at=now, till="t", cashier=cashier, reference=reference)
    with SqliteJournal.open(journal.path, writer=False) as other:
        assert [event.cashier for event in other.events(reference)[1:]] == ["Omar", "Nina"]


def test_the_ids_of_a_redemption_never_change(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Its events are stored without them, so that another id would change what they say."""
    done = begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="7t4y2a", request_id="req-1"))
    for name in ("redemption_id", "redeemed_request_id"):
        with pytest.raises(ValueError, match="never change"), journal._writing():
            journal._update(done.reference, {name: "other"}, journal._event("completed", now, done, request_id=""))
    assert journal.get(done.reference) == done


@pytest.mark.parametrize("change", ["INSERT", "UPDATE"])
def test_what_another_programs_trigger_drops_counts_as_damage(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, change: str
) -> None:
    """Nothing may be sent if its attempt is not stored, and no outcome counts as recorded."""
    known = begin(journal)
    journal._connection.execute(
        f"CREATE TRIGGER foreign_one BEFORE {change} ON attempt BEGIN SELECT RAISE(IGNORE); END"
    )
    with pytest.raises(JournalUnusable) as caught:
        begin(journal) if change == "INSERT" else journal.step(known.reference, Step.LOST, at=now)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert journal.get(known.reference) == known


def test_a_transaction_is_alone_from_its_beginning(journal: SqliteJournal, now: datetime) -> None:
    """What it has read still holds when it writes, because no other thread writes in between."""
    assert journal._own_lock is not None
    with SqliteJournal.open(journal.path, lock=journal._own_lock, timeout=0.0) as other:
        with journal._writing(), pytest.raises(JournalUnusable) as caught:
            other.note("early", at=now, till="t", cashier="c")
        assert caught.value.why is JournalTrouble.IN_USE
        other.note("late", at=now, till="t", cashier="c")


def test_events_are_append_only(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """The file itself refuses to change or remove an event, and to remove an attempt."""
    begin(journal)
    with sqlite3.connect(journal.path) as raw:
        for sql in (
            "UPDATE event SET cashier = 'x'",
            "DELETE FROM event",
            "DELETE FROM attempt",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="stay"):
                raw.execute(sql)
    raw.close()


def test_half_a_character_does_not_stop_a_redemption(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """If an answer contains half a character, the rest of it is kept and the answer is not lost."""
    attempt = begin(journal)
    done = journal.step(attempt.reference, Step.REDEEMED, at=now, redeemed=Redeemed(redemption_id="a\ud800b"))
    assert done.redeemed is not None
    assert done.redeemed.redemption_id == "a?b"
    assert journal.search(HistoryQuery(text="a\udc00b")) == (done,)


def test_a_journal_belongs_to_its_thread(journal: SqliteJournal) -> None:
    """Using it from another thread is reported as a programming error, not as a problem of the file."""
    caught: list[Exception] = []

    def use() -> None:
        try:
            journal.get("x")
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_closing_twice_does_no_harm(path: Path) -> None:
    """Closing twice does no harm, and using it afterwards is a programming error."""
    opened = SqliteJournal.open(path)
    opened.close()
    opened.close()
    with pytest.raises(sqlite3.ProgrammingError):
        opened.get("x")


def test_a_disk_that_fails_while_a_transaction_is_rolled_back(
    journal: SqliteJournal, make_draft: Callable[..., Draft], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that was new in it is written again with the next attempt that needs it."""

    class Failing:
        def __init__(self) -> None:
            self.connection = journal._connection

        def __getattr__(self, name: str) -> object:
            return getattr(self.connection, name)

        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as in the module
            if statement == "COMMIT":
                raise sqlite3.OperationalError("disk I/O error")
            return self.connection.execute(statement, *values)

        def rollback(self) -> None:
            self.connection.rollback()
            raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_connection", Failing())
        with pytest.raises(JournalUnusable):
            journal.begin(make_draft(), REFERENCE, till="till.new", cashier="Meera", at=now)
    journal.begin(make_draft(), REFERENCE, till="till.new", cashier="Meera", at=now)
    assert verify(journal.path).ok
