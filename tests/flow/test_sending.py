"""Tests the thread that sends to head office, with a journal and a head office made of plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.head_office import (
    Acknowledgement,
    NotAcknowledgedError,
    SendingProblem,
    SendingStatus,
    SendingStoppedError,
)
from desktop.flow.sending import Sender
from tests.head_office.chains import Chain

if TYPE_CHECKING:
    from desktop.domain.event_batch import EventBatch

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


class _Clock:
    def __init__(self) -> None:
        self.time = 1_000.0
        self.waits: list[float] = []
        self.rounds = 100

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return self.time

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.time += seconds
        self.rounds -= 1
        return self.rounds <= 0


class _Journal:
    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.known = SendingStatus()
        self.remembered: list[SendingStatus] = []
        self.failure: JournalUnusable | None = None
        self.is_there = True
        self.error: OSError | None = None

    def batch(self, after: int | None, limit: int) -> EventBatch | None:
        if self.failure is not None:
            raise self.failure
        if not self.is_there:
            return None
        last = self.chain.last
        return self.chain.batch(last, 0) if after is None else self.chain.batch(min(after, last), limit)

    def status(self) -> SendingStatus:
        return self.known

    def remember(self, journal: str, status: SendingStatus) -> None:
        assert journal == self.chain.identity
        if self.error is not None:
            raise self.error
        self.remembered.append(status)


class _HeadOffice:
    """Takes what follows what it has, as the receiver does for one journal."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.batches: list[EventBatch] = []
        self.failures: list[NotAcknowledgedError | SendingStoppedError] = []
        self.closed = False

    def send(self, batch: EventBatch) -> tuple[Acknowledgement, int]:
        self.batches.append(batch)
        if self.failures:
            raise self.failures.pop(0)
        if batch.after > len(self.taken):
            return Acknowledgement(len(self.taken), len(self.taken)), 100
        for event in batch.events:
            if event.seq == len(self.taken) + 1:
                self.taken.append(event.hash)
        return Acknowledgement(len(self.taken), batch.end), 100 * len(batch.events)

    def abort(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class _Sending:
    """Everything of a test."""

    def __init__(self, events: int = 0, *, bytes_per_second: float = 0.0) -> None:
        self.chain = Chain()
        self.add(events)
        self.journal = _Journal(self.chain)
        self.head_office = _HeadOffice()
        self.clock = _Clock()
        self.said: list[SendingStatus] = []
        self.sender = Sender(
            self.journal,
            self.head_office,
            self.clock,
            describe=lambda batch: replace(batch, till="till.one", sent_at="now"),
            pause=10.0,
            bytes_per_second=bytes_per_second,
            on_status=self.said.append,
        )

    def add(self, events: int) -> None:
        for _ in range(events):
            self.chain.add("note")

    def run(self, rounds: int) -> None:
        self.clock.rounds = rounds
        self.sender.run()


@pytest.fixture
def sending() -> _Sending:
    """A till with 1,200 events that has never sent any."""
    return _Sending(1_200)


def test_everything_is_sent_oldest_first_and_once(sending: _Sending) -> None:
    """The first call only asks how far head office is. Then all events follow in batches, without a pause."""
    sending.run(6)
    assert sending.head_office.taken == [event.hash for event in sending.chain.events]
    assert [(batch.after, len(batch.events)) for batch in sending.head_office.batches] == [
        (1_200, 0), (0, 500), (500, 500), (1_000, 200),
    ]  # fmt: skip
    assert sending.clock.waits == [0.0, 0.0, 0.0, 10.0, 10.0, 10.0]
    assert sending.said[-1] == SendingStatus(acknowledged=1_200, events=1_200, contact=NOW)
    assert sending.head_office.closed


def test_every_batch_says_who_sends(sending: _Sending) -> None:
    """The till's name and clock are added just before a batch is sent."""
    sending.run(3)
    assert {(batch.till, batch.sent_at) for batch in sending.head_office.batches} == {("till.one", "now")}


def test_what_is_new_is_sent_after_the_pause(sending: _Sending) -> None:
    """Nothing is sent while nothing is new."""
    sending.run(5)
    before = len(sending.head_office.batches)
    sending.add(2)
    sending.clock.rounds = 1
    sending.sender.run()
    assert [len(batch.events) for batch in sending.head_office.batches[before:]] == [2]


def test_a_quiet_till_says_that_it_is_there(sending: _Sending) -> None:
    """After five minutes without anything to send it calls all the same."""
    sending.run(40)
    assert [batch.after for batch in sending.head_office.batches[4:]] == [1_200]


def test_a_restored_database_gets_everything_again(sending: _Sending) -> None:
    """If head office has fewer events than it had, it says so, and the till goes back."""
    sending.run(5)
    del sending.head_office.taken[300:]
    sending.add(1)
    sending.run(6)
    assert sending.head_office.taken == [event.hash for event in sending.chain.events]


def test_a_failure_is_tried_again_later_and_later(sending: _Sending) -> None:
    """The pauses grow up to a quarter of an hour, with some chance in them. The batch stays the same."""
    sending.head_office.failures = [NotAcknowledgedError(SendingProblem.OFFLINE) for _ in range(14)]
    sending.run(14)
    waits = sending.clock.waits
    assert all(low <= wait <= 2 * low for low, wait in zip((2.5, 5, 10, 20, 40), waits, strict=False))
    assert all(450 <= wait <= 900 for wait in waits[10:])
    assert len({batch.after for batch in sending.head_office.batches}) == 1
    assert sending.said[-1].problem is SendingProblem.OFFLINE
    assert sending.said[-1].behind == 1_200
    sending.run(6)
    assert sending.said[-1] == SendingStatus(acknowledged=1_200, events=1_200, contact=NOW)
    assert sending.journal.remembered[-1] == sending.said[-1]


def test_a_till_that_is_closed_while_it_sends_reports_no_failure(sending: _Sending) -> None:
    """The call that is cut then says nothing about head office, so its last answer still counts."""
    sending.run(2)
    sending.head_office.failures = [SendingStoppedError()]
    sending.run(1)
    assert sending.sender.status.problem is None
    assert all(status.problem is None for status in (*sending.said, *sending.journal.remembered))


@pytest.mark.parametrize("wait", [31_536_000.0, 1e12, float("inf")])
def test_head_office_cannot_ask_for_too_long_a_wait(sending: _Sending, wait: float) -> None:
    """A proxy may answer with any number. The system cannot wait for a million years, and no till should for one."""
    sending.head_office.failures = [NotAcknowledgedError(SendingProblem.BUSY, wait=wait)]
    sending.run(1)
    assert 900.0 <= sending.clock.waits[0] < 901.0


def test_head_office_says_how_long_to_wait(sending: _Sending) -> None:
    """A longer time than the till’s own counts. Not all tills come back in the same second."""
    sending.head_office.failures = [NotAcknowledgedError(SendingProblem.BUSY, wait=300.0)]
    sending.run(1)
    (wait,) = sending.clock.waits
    assert 300.0 <= wait < 301.0


def test_the_bandwidth_is_kept() -> None:
    """After a batch the till waits for as long as its bytes may take, also if it failed."""
    sending = _Sending(600, bytes_per_second=1_000.0)
    sending.head_office.failures = [NotAcknowledgedError(SendingProblem.BUSY, size=60_000)]
    sending.run(4)
    assert sending.clock.waits[0] == 60.0
    assert sending.clock.waits[2] == 50.0


def test_a_journal_that_cannot_be_read_is_reported(sending: _Sending) -> None:
    """Nothing is sent, and the thread goes on: the window may replace the journal."""
    sending.journal.failure = JournalUnusable(JournalTrouble.DAMAGED, "journal")
    sending.run(2)
    assert sending.said[-1].problem is SendingProblem.JOURNAL
    assert not sending.head_office.batches
    sending.journal.failure = None
    sending.run(6)
    assert len(sending.head_office.taken) == 1_200


def test_a_journal_that_can_be_read_again_is_no_problem_any_more(sending: _Sending) -> None:
    """It is said at once, and not only after the next call, which may take five minutes."""
    sending.run(6)
    sending.journal.failure = JournalUnusable(JournalTrouble.IN_USE, "journal")
    sending.run(1)
    sending.journal.failure = None
    calls = len(sending.head_office.batches)
    assert sending.sender.step() == 10.0
    assert [one.problem for one in sending.said[-2:]] == [SendingProblem.JOURNAL, None]
    assert len(sending.head_office.batches) == calls


def test_a_mistake_or_too_few_threads_do_not_end_sending(
    sending: _Sending, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The window says that head office was not reached, and not that it has everything. Then the till goes on."""
    sending.run(6)
    sending.add(3)
    with monkeypatch.context() as patched:
        patched.setattr(sending.head_office, "send", _out_of_threads)
        sending.run(2)
    assert sending.said[-1].problem is SendingProblem.OFFLINE
    assert sending.journal.remembered[-1] == sending.said[-1]
    assert "can't start new thread" in caplog.text
    assert sending.clock.waits[-1] > 2
    sending.run(2)
    assert sending.said[-1] == SendingStatus(acknowledged=1_203, events=1_203, contact=NOW)


def _out_of_threads(_batch: EventBatch) -> tuple[Acknowledgement, int]:
    raise RuntimeError("can't start new thread")


def test_a_replaced_journal_is_sent_from_its_beginning(sending: _Sending) -> None:
    """Its identity is another one, so head office is asked again how far it is."""
    sending.run(5)
    sending.journal.chain = Chain(identity="b" * 32)
    sending.journal.chain.add("succeeded")
    sending.head_office.taken.clear()
    sending.run(4)
    assert sending.head_office.taken == [sending.journal.chain.events[0].hash]
    assert sending.sender.status.events == 1


def test_without_a_journal_nothing_is_sent(sending: _Sending) -> None:
    """A till that is being set up waits."""
    sending.journal.is_there = False
    sending.run(3)
    assert sending.clock.waits == [10.0] * 3


def test_a_state_that_cannot_be_written_stops_nothing(sending: _Sending) -> None:
    """On a full disk the till still sends."""
    sending.journal.error = OSError(28, "No space left on device")
    sending.run(5)
    assert len(sending.head_office.taken) == 1_200


def test_while_catching_up_the_state_is_not_written_each_time() -> None:
    """The disk belongs to the cashier."""
    sending = _Sending(20_000)
    sending.run(60)
    assert len(sending.head_office.taken) == 20_000
    assert len(sending.journal.remembered) <= 3


def test_two_that_do_not_understand_each_other_give_up() -> None:
    """A head office that never takes anything is not called without end."""
    sending = _Sending(10)

    class Stubborn(_HeadOffice):
        def send(self, batch: EventBatch) -> tuple[Acknowledgement, int]:
            self.batches.append(batch)
            return Acknowledgement(0, 0), 10

    head_office = Stubborn()
    sending.sender._receiver = head_office
    sending.run(70)
    assert sending.said[-1].problem is SendingProblem.REFUSED
    assert any(wait > 1 for wait in sending.clock.waits)


@given(
    st.lists(
        st.sampled_from(["run", "add", "offline", "lost", "restore"]),
        max_size=12,
    ),
    st.integers(0, 1_300),
)
def test_whatever_happens_everything_arrives(happenings: list[str], events: int) -> None:
    """Failures before and after arrival, restored databases and restarts of the till lose nothing."""
    sending = _Sending(events)
    for happening in happenings:
        match happening:
            case "add":
                sending.add(30)
            case "offline":
                sending.head_office.failures.append(NotAcknowledgedError(SendingProblem.OFFLINE))
            case "restore":
                del sending.head_office.taken[len(sending.head_office.taken) // 2 :]
            case "lost":
                sending.sender._after = None
            case _:
                pass
        sending.run(2)
    sending.sender._spoke_at = None
    sending.run(12)
    assert sending.head_office.taken == [event.hash for event in sending.chain.events]
