"""Tests that events are taken exactly once, whatever arrives in whatever order."""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.event_batch import BatchError, SentRecord, write
from desktop.domain.head_office import Acknowledgement
from desktop.head_office import alarms, appending, queries, quick_batch, serving
from desktop.head_office.taking import OtherTillsJournalError, take_body
from tests.head_office.chains import Chain, busy_chain

if TYPE_CHECKING:
    from psycopg import Connection

    from desktop.domain.event_batch import EventBatch


def _now() -> datetime:
    return datetime.now(UTC)


def _take(connection: Connection, batch: EventBatch, till: str = "till.one") -> Acknowledgement:
    return take_body(connection, till, write(batch), _now())


def _events(connection: Connection) -> list[Any]:
    return connection.execute(
        "SELECT journal.identity, journal.till, number, hash, what, event.reference FROM event"
        " JOIN journal ON journal.id = event.journal ORDER BY 1, 3, 4"
    ).fetchall()


def _attempts(connection: Connection) -> list[Any]:
    return connection.execute(
        "SELECT journal.identity, reference, number, counts, state, moved_points, bill, day FROM attempt"
        " JOIN journal ON journal.id = attempt.journal ORDER BY 1, 2, 3"
    ).fetchall()


def _catch_up(connection: Connection, chain: Chain, count: int = 7) -> int:
    """Sends as a till does, until head office has everything. Returns how many batches it took."""
    answer = _take(connection, chain.batch(chain.last, 0), chain.till)
    sent = 1
    while answer.resume < chain.last:
        answer = _take(connection, chain.batch(answer.resume, count), chain.till)
        sent += 1
        assert sent < 1_000
    return sent


def test_a_journal_is_taken_whole(connection: Connection) -> None:
    """Every event is there with its number and hash, and every redemption with its exact points."""
    chain = busy_chain("till.one", "a" * 32, 30)
    assert _catch_up(connection, chain) > 5
    assert [(row[2], row[3].hex()) for row in _events(connection)] == [(one.seq, one.hash) for one in chain.events]
    found = {row[1]: row for row in _attempts(connection)}
    assert len(found) == 30
    for reference, state in chain.states.items():
        assert found[reference][4] == state["state"]
        if state["state"] == "redeemed":
            assert found[reference][5] == Decimal(str(state["points"]))
    assert all(row[3] for row in found.values())


@pytest.mark.parametrize("seed", range(4))
def test_everything_twice_and_out_of_order_gives_the_same_table(connection: Connection, seed: int) -> None:
    """Batches of any size are sent again and in any order; then the till goes on. The table is as if sent once."""
    dice = random.Random(seed)
    chain = busy_chain("till.one", "a" * 32, 20, seed)
    batches = [chain.batch(after, dice.randint(0, 9)) for after in (dice.randint(0, chain.last) for _ in range(60))]
    for batch in batches:
        answer = _take(connection, batch)
        assert answer.last <= chain.last
    _catch_up(connection, chain)
    for batch in dice.sample(batches, len(batches)):
        assert _take(connection, batch).last == chain.last
    assert [(row[2], row[3].hex()) for row in _events(connection)] == [(one.seq, one.hash) for one in chain.events]
    assert len(_attempts(connection)) == 20


def test_only_what_follows_the_newest_event_is_taken_in_one_statement(connection: Connection) -> None:
    """A gap, a repetition, another till, a copy, and a redemption that another journal has are decided step by step."""
    chain = busy_chain("till.one", "a" * 32, 20)
    now = _now()

    def append(batch: EventBatch, till: str = "till.one") -> Acknowledgement | None:
        quick = quick_batch.read(write(batch))
        assert quick is not None
        with connection.transaction():
            return appending.append(connection, till, quick, now)

    assert append(chain.batch(0, 5)) is None  # the journal is not known yet
    _take(connection, chain.batch(chain.last, 0))
    assert append(chain.batch(0, 5)) == Acknowledgement(5, 5)
    assert append(chain.batch(0, 5)) is None
    assert append(chain.batch(6, 5)) is None
    assert append(chain.batch(5, 5), "till.two") is None
    assert len(_events(connection)) == 5
    assert append(chain.batch(5, 6)) == Acknowledgement(11, 11)
    moved = chain.copy("b" * 32)
    _take(connection, moved.batch(moved.last, 0))
    assert append(moved.batch(0, 9)) is None
    other = chain.copy()
    other.redeem("OTHER1")
    _catch_up(connection, chain)
    chain.redeem("ONE1")
    _catch_up(connection, chain)
    _catch_up(connection, other)
    chain.redeem("ONE2")
    assert append(chain.batch(chain.last - 2)) is None
    assert _take(connection, chain.batch(chain.last - 2)).forked


def test_a_till_that_has_sent_everything_is_heard_of_in_one_statement(connection: Connection) -> None:
    """Only if head office stands where the till does, and has no copy of the journal."""
    chain = busy_chain("till.one", "a" * 32, 3)
    _catch_up(connection, chain)
    now = _now()

    def greet(one: Chain, after: int, till: str = "till.one") -> Acknowledgement | None:
        quick = quick_batch.read(write(one.batch(after, 0)))
        assert quick is not None
        return appending.append(connection, till, quick, now)

    assert greet(chain, chain.last) == Acknowledgement(chain.last, chain.last)
    (till,) = queries.tills(connection)
    assert (till["contact"], till["acknowledged"]) == (now, chain.last)
    assert greet(chain, chain.last - 1) is None
    assert greet(chain, chain.last, "till.two") is None
    copy = chain.copy()
    copy.redeem("OTHER1")
    assert greet(copy, copy.last) is None
    chain.redeem("ONE1")
    _catch_up(connection, chain)
    _catch_up(connection, copy)
    assert greet(chain, chain.last) is None
    assert _take(connection, chain.batch(chain.last, 0)).forked


def test_a_gap_is_asked_for_again(connection: Connection) -> None:
    """A batch whose predecessor is missing is not taken. The answer says where to go on."""
    chain = busy_chain("till.one", "a" * 32, 10)
    _take(connection, chain.batch(0, 5))
    assert _take(connection, chain.batch(9, 5)) == Acknowledgement(5, 5)
    assert len(_events(connection)) == 5


def test_another_tills_journal_is_refused_and_noted(connection: Connection) -> None:
    """A key does not let a till write into the journal of another one."""
    chain = busy_chain("till.one", "a" * 32, 3)
    _take(connection, chain.batch())
    with pytest.raises(OtherTillsJournalError):
        _take(connection, chain.batch(), "till.two")
    assert [(one["kind"], one["till"]) for one in queries.alarms(connection)] == [("other_till", "till.two")]


@pytest.mark.parametrize("field", ["detail", "cashier", "what", "reference", "at", "till", "request_id", "facts"])
def test_an_event_that_was_changed_is_refused(connection: Connection, field: str) -> None:
    """Every field is covered by the hash. Nothing of the batch is taken, and an alarm stays."""
    chain = busy_chain("till.one", "a" * 32, 3)
    batch = chain.batch()
    other: dict[str, Any] = {field: "f" * 64 if field == "facts" else "other"}
    changed = replace(batch.events[3], **other)
    with pytest.raises(BatchError, match="event 4 was changed"):
        _take(connection, replace(batch, events=(*batch.events[:3], changed, *batch.events[4:])))
    assert not _events(connection)
    assert queries.alarms(connection)[0]["kind"] == "changed"


def test_other_points_than_the_journals_are_refused(connection: Connection) -> None:
    """The amounts that come with an event are proved by its digest."""
    chain = Chain()
    chain.redeem("R1", "12.5")
    batch = chain.batch()
    record = batch.events[1].record
    assert record is not None
    columns = {**record.columns, "moved_points": "13"}
    changed = replace(batch.events[1], record=SentRecord("attempt", columns))
    with pytest.raises(BatchError, match="the attempt of event 2 was changed"):
        _take(connection, replace(batch, events=(batch.events[0], changed)))


@pytest.mark.parametrize("points", ["NaN", "1E33", "1E-33", "1E-999999"])
def test_a_number_that_cannot_be_an_amount_is_refused(connection: Connection, points: str) -> None:
    """An amount that is proved but is none, or that PostgreSQL cannot hold, does not get into the sums."""
    chain = Chain()
    chain.redeem("R1", points)
    with pytest.raises(BatchError, match="amount"):
        _take(connection, chain.batch())


@pytest.mark.parametrize("column", ["at", "changed"])
@pytest.mark.parametrize("time", ["2026-11-31T10:00:00+05:30", "2026-W48-5T10:00:00+05:30", "yesterday"])
def test_a_time_that_the_database_cannot_read_is_refused(connection: Connection, column: str, time: str) -> None:
    """Stored, it would break the totals of every till for these days."""
    chain = Chain()
    chain.add("redeemed", "R1", state="redeemed", points="2", moved_points="2")
    chain.add("reversed", "R1", **{"state": "reversed", column: time})
    with pytest.raises(BatchError, match="time"):
        take_body(connection, chain.till, write(chain.batch()), _now())


def test_two_copies_of_a_journal_are_an_alarm_and_lose_nothing(connection: Connection) -> None:
    """The same number with another hash is a fork. Both chains are kept, and each redemption counts once."""
    one = busy_chain("till.one", "a" * 32, 12)
    other = one.copy()
    _catch_up(connection, one)
    other.redeem("OTHER1", "3")
    one.redeem("ONE1", "4")
    one.redeem("ONE2", "5")
    _catch_up(connection, one)
    _catch_up(connection, other)
    other.redeem("OTHER2", "6")
    _catch_up(connection, other)
    one.redeem("ONE3", "7")
    _catch_up(connection, one)
    hashes = {row[3].hex() for row in _events(connection)}
    assert hashes == {event.hash for event in (*one.events, *other.events)}
    assert len(_events(connection)) == len(hashes)
    (alarm,) = queries.alarms(connection)
    assert (alarm["kind"], alarm["number"]) == ("fork", 26)
    for reference in ("ONE1", "ONE2", "ONE3", "OTHER1", "OTHER2"):
        assert len(queries.redemptions(connection, queries.Search(reference=reference))) == 1
    assert queries.tills(connection)[0]["problems"] == ["forked"]


def test_a_restored_backup_is_an_alarm_before_it_goes_on(connection: Connection) -> None:
    """The till says that it knows less than it has sent. When it goes on and the chains part, it is the same alarm."""
    chain = busy_chain("till.one", "a" * 32, 10)
    _catch_up(connection, chain)
    restored = replace(chain, events=chain.events[:12], states={})
    assert _take(connection, restored.batch(12, 0)).forked
    (alarm,) = queries.alarms(connection)
    assert (alarm["kind"], alarm["number"]) == ("fork", 13)
    assert next(one for one in queries.tills(connection) if one["name"] == "till.one")["forked"]
    restored.redeem("AFTER1")
    _catch_up(connection, restored)
    assert [(one["kind"], one["number"]) for one in queries.alarms(connection)] == [("fork", 13)]


@pytest.mark.parametrize("sent_at", ["", "yesterday", "2026-11-25T12:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_batch_that_was_held_up_is_no_alarm(connection: Connection, sent_at: str) -> None:
    """When it was sent, the till had not made the events that it lacks. Without a time, nothing is said of it."""
    chain = busy_chain("till.one", "a" * 32, 10)
    _catch_up(connection, chain)
    earlier = replace(chain, events=chain.events[:12], states={})
    late = earlier.batch(5, 7, now=datetime.fromisoformat(chain.events[11].at))
    assert not _take(connection, late).forked
    assert not _take(connection, replace(late, sent_at=sent_at)).forked
    assert [one["kind"] for one in queries.alarms(connection) if one["kind"] == "fork"] == []


def _take_at(connection: Connection, chain: Chain, minute: float, *, after: int | None = None) -> None:
    """Takes what a till sends some minutes from now, so far as head office knows everything before it."""
    at = _now() + timedelta(minutes=minute)
    batch = chain.batch(chain.last if after is None else after, now=at)
    take_body(connection, chain.till, write(batch), at)


@pytest.mark.parametrize("is_step_by_step", [False, True])
def test_two_tills_with_one_name_are_an_alarm(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, *, is_step_by_step: bool
) -> None:
    """Two journals send in turn. Whichever way their batches are taken, it is one alarm, and nothing is lost."""
    if is_step_by_step:
        monkeypatch.setattr(quick_batch, "read", lambda _body: None)
    one, other = busy_chain("till.one", "a" * 32, 3), busy_chain("till.one", "b" * 32, 3, seed=1)
    for minute, chain in enumerate((one, other)):
        _take_at(connection, chain, minute, after=0)
    assert queries.alarms(connection) == []
    _take_at(connection, one, 5)
    _take_at(connection, other, 6)
    (alarm,) = queries.alarms(connection)
    assert (alarm["kind"], alarm["till"], alarm["times"]) == ("name", "till.one", 2)
    assert one.identity in alarm["detail"]
    assert other.identity in alarm["detail"]
    assert queries.tills(connection)[0]["problems"] == ["alarm"]
    assert len(_events(connection)) == one.last + other.last


def test_a_till_that_got_another_journal_is_no_alarm(connection: Connection) -> None:
    """Neither is a batch of the old journal that was held up on its way, nor a login that worked before."""
    old = busy_chain("till.one", "a" * 32, 3)
    _take_at(connection, old, 0, after=0)
    old.at = _now() + timedelta(minutes=2)
    new = old.copy("b" * 32)
    _take_at(connection, new, 2, after=0)
    timeless = replace(old.batch(old.last), sent_at="0001-01-01T00:00:00+14:00")
    take_body(connection, "till.one", write(timeless), _now() + timedelta(minutes=3))
    _take_at(connection, new, 3)
    late = old.batch(old.last, now=_now() + timedelta(minutes=1))
    take_body(connection, "till.one", write(late), _now() + timedelta(minutes=3))
    _take_at(connection, new, 4)
    new.redeem("NEW1")
    _take_at(connection, new, 20, after=new.last - 2)
    _take_at(connection, new, 21)
    old.redeem("OLD1")
    _take_at(connection, old, 22, after=old.last - 2)
    assert [one for one in queries.alarms(connection) if one["kind"] == "name"] == []


@pytest.mark.parametrize("first", [0, 1])
def test_the_order_in_which_copies_arrive_does_not_matter(connection: Connection, first: int) -> None:
    """Whichever of two copies is heard first: the same events are kept, and the same rows count."""
    one = busy_chain("till.one", "a" * 32, 200, 1)
    other = one.copy()
    one.redeem("ONE1", "4")
    other.redeem("OTHER1", "3")
    for chain in (one, other) if first == 0 else (other, one):
        _catch_up(connection, chain, 50)
    assert {row[3].hex() for row in _events(connection)} == {event.hash for event in (*one.events, *other.events)}
    counted = [row[1] for row in _attempts(connection) if row[3]]
    assert sorted(counted) == sorted({*one.states, *other.states})


def test_a_journal_that_moved_counts_each_redemption_once(connection: Connection) -> None:
    """A restored backup has a new identity and sends everything again. What it found out since counts."""
    old = busy_chain("till.one", "a" * 32, 5)
    old.add("begun", "OPEN1", state="in_flight", points="9", bill="B-1")
    old.add("lost", "OPEN1", state="unknown")
    moved = old.copy("b" * 32)
    moved.add("found", "OPEN1", detail="id-9", state="redeemed", moved_points="9", redemption_id="id-9")
    _catch_up(connection, moved)
    _catch_up(connection, old)
    rows = [row for row in _attempts(connection) if row[1] == "OPEN1"]
    assert [(row[0][0], row[3], row[4]) for row in rows] == [("a", False, "unknown"), ("b", True, "redeemed")]
    totals = queries.totals(connection, datetime(2026, 11, 25).date(), datetime(2026, 11, 25).date())  # noqa: DTZ001
    redeemed = [Decimal(str(one["points"])) for one in moved.states.values() if one["state"] == "redeemed"]
    assert totals[0]["points"] == sum(redeemed)
    assert totals[0]["count"] == len(redeemed)


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("identity", ["0" * 32, "b" * 32])
@pytest.mark.parametrize("is_own", [True, False])
def test_what_came_later_counts_of_two_journals_that_both_know_a_redemption(
    connection: Connection, first: int, identity: str, is_own: bool
) -> None:
    """A journal that replaced a damaged one gave points back, or got the bill. The old one's row says less."""
    old = Chain()
    old.redeem("R1", "5")
    new = old.copy(identity)
    if is_own:
        new.states["R1"]["journal_id"] = identity
    new.give_back("R1", "2", "back-1")
    new.add("given_back_in_part", "R1", reversed_points="2")
    old.redeem("R2", "4")
    new.states["R2"] = dict(old.states["R2"])
    new.add("bill_attached", "R2", bill="MG-7")
    for chain in (old, new) if first == 0 else (new, old):
        _catch_up(connection, chain)
    (back,) = queries.redemptions(connection, queries.Search(reference="R1"))
    assert (back["net"], queries.record(back)["reversed_points"]) == (3, "2")
    (attached,) = queries.redemptions(connection, queries.Search(bill="mg-7"))
    assert attached["reference"] == "R2"


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("identity", ["0" * 32, "b" * 32])
@pytest.mark.parametrize("state", ["not_sent", "not_applied"])
def test_what_was_sent_again_with_the_next_journal_is_open(
    connection: Connection, first: int, identity: str, state: str
) -> None:
    """The points may have moved, whatever the journal that was replaced says of the send before."""
    old = Chain()
    old.add("begun", "R1", state="in_flight", points="5")
    old.add(state, "R1", state=state)
    new = old.copy(identity)
    new.add("sent_again", "R1", state="in_flight")
    new.add("lost", "R1", state="unknown")
    for chain in (old, new) if first == 0 else (new, old):
        _catch_up(connection, chain)
    assert [(one["reference"], one["state"]) for one in queries.open_attempts(connection)] == [("R1", "unknown")]
    new.add("absent", "R1", state="not_applied")
    _catch_up(connection, new)
    assert queries.open_attempts(connection) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
@pytest.mark.parametrize(
    ("before", "now"), [("not_sent", "unknown"), ("unknown", "not_applied"), ("not_applied", "unknown")]
)
def test_journals_that_replaced_others_tell_what_is_newest(
    connection: Connection, order: tuple[int, ...], before: str, now: str
) -> None:
    """The clock was set back between a damaged journal and the next one. The last one has only taken its row over."""
    chains = [Chain()]
    chains[0].add("made", detail=chains[0].identity)
    chains[0].add("begun", "R1", state="in_flight", points="5")
    chains[0].add(before, "R1", state=before)
    for identity in ("0" * 32, "b" * 32):
        old = chains[-1]
        new = Chain(identity=identity, at=old.at - timedelta(hours=3))
        new.add("succeeded", detail=f"{identity} after {old.identity} at {old.events[-1].hash}")
        new.states["R1"] = dict(old.states["R1"])
        new.add("salvaged", "R1", state=before if identity[0] == "0" else now, changed=str(old.states["R1"]["changed"]))
        if identity[0] == "0":
            new.add("changed", "R1", state=now)
        chains.append(new)
    for place in order:
        _catch_up(connection, chains[place])
    counting = [row[4] for row in _attempts(connection) if row[3]]
    assert counting == [now]


def test_the_clocks_tell_what_is_newest_of_two_branches(connection: Connection) -> None:
    """Neither copy of a journal replaced the other one, although only one of them has the first events."""
    one = Chain()
    one.add("begun", "R1", state="in_flight", points="5")
    one.add("not_sent", "R1", state="not_sent")
    other = one.copy()
    one.redeem("R2")
    other.add("sent_again", "R1", state="in_flight")
    _catch_up(connection, one)
    _catch_up(connection, other)
    assert [row["reference"] for row in queries.open_attempts(connection)] == ["R1"]


def test_copies_that_send_at_the_same_time_count_once(database: str) -> None:
    """Two transactions that know the same redemptions do not both count them."""
    old = busy_chain("till.one", "a" * 32, 60)
    chains = [old, *(old.copy(letter * 32) for letter in "bcd")]
    failures: list[BaseException] = []

    def send(chain: Chain) -> None:
        try:
            with serving.connect(database) as connection:
                _catch_up(connection, chain, 20)
        except BaseException as error:  # noqa: BLE001 - the test reports it
            failures.append(error)

    threads = [threading.Thread(target=send, args=(chain,)) for chain in chains]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures
    with serving.connect(database) as connection:
        rows = _attempts(connection)
        assert len(rows) == 60 * 4
        assert sorted(row[1] for row in rows if row[3]) == sorted(old.states)


def test_one_batch_that_arrives_several_times_at_once_is_taken_once(database: str) -> None:
    """A till that gave up waiting sends again while the first call still works, perhaps at another receiver."""
    chain = busy_chain("till.one", "a" * 32, 80)
    begin = threading.Barrier(6)
    answers: list[Acknowledgement] = []

    def send() -> None:
        with serving.connect(database) as connection:
            begin.wait(30)
            answers.extend(_take(connection, chain.batch(after, 40)) for after in range(0, chain.last, 40))

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 6 * len(range(0, chain.last, 40))
    with serving.connect(database) as connection:
        found = [(row[2], row[3].hex()) for row in _events(connection)]
        assert found == [(one.seq, one.hash) for one in chain.events]
        assert not queries.alarms(connection)


def test_a_clock_that_is_right_is_not_off_by_minus_nothing(connection: Connection) -> None:
    """Programs that read the tills see 0.0."""
    _take(connection, busy_chain("till.one", "a" * 32, 1).batch())
    connection.execute("UPDATE till SET clock_off = -0.02")
    assert str(queries.till_record(queries.tills(connection)[0])["clock_off"]) == "0.0"


def test_a_clock_that_is_off_is_noted(connection: Connection) -> None:
    """The till's clock is compared with this one at every contact."""
    chain = busy_chain("till.one", "a" * 32, 1)
    _take(connection, chain.batch(now=_now() - timedelta(hours=2)))
    (alarm,) = queries.alarms(connection)
    assert alarm["kind"] == "clock"
    assert -7_300 < queries.tills(connection)[0]["clock_off"] < -7_100


def test_an_alarm_that_sounds_again_keeps_the_reasons(connection: Connection) -> None:
    """Why it was closed stays with it, however often it sounds since."""
    for reason in ("new battery", "new board"):
        alarms.sound(connection, "clock", "till.one", detail="off by 5")
        alarms.sound(connection, "clock", "till.one", detail="off by 6")
        (alarm,) = queries.alarms(connection)
        assert alarms.close(connection, alarm["id"], reason)
        assert queries.alarms(connection) == []
    alarms.sound(connection, "clock", "till.one", detail="off by 7")
    (alarm,) = queries.alarms(connection)
    assert alarm["detail"] == "off by 7 – closed: new battery – closed: new board"


def test_a_text_that_postgresql_cannot_hold_does_not_stop_a_till(connection: Connection) -> None:
    """NUL and halves of characters are replaced in the columns. The hash is that of the original."""
    chain = Chain()
    chain.add("note", detail="a\0b\ud800c")
    chain.redeem("R1")
    _catch_up(connection, chain)
    assert connection.execute("SELECT detail FROM event WHERE number = 1").fetchone() == ("a\ufffdb?c",)


def test_a_till_that_never_sent_is_seen(connection: Connection) -> None:
    """A till that was enrolled and is silent since is on the list."""
    from desktop.head_office import access

    access.enrol_till(connection, "till.nine")
    assert queries.tills(connection)[0]["problems"] == ["never seen"]
