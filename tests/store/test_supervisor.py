"""Tests that tries of the supervisor's PIN are counted where a cashier cannot reset them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotAllowed, Supervision
from desktop.store import recent_events
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.store.supervisor import AGREED, MAX_TRIES, PAUSE, TRIED, SupervisorPin, SupervisorTries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGHT, WRONG = "471108", "471109"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def time(self) -> datetime:
        """Returns the same time with an offset."""
        return datetime.fromtimestamp(self.now, UTC)


class Shop:
    """A till's folder with its journal, in which the program can be restarted."""

    def __init__(self, folder: Path, stored: str) -> None:
        self.clock = Clock()
        self.path = folder / "supervisor.json"
        self.cashier = "Meera"
        self.stored = stored
        self.journal = SqliteJournal.open(folder / "journal.db", till="till.one")
        self.start()

    def start(self) -> None:
        """Restarts the program, which loses everything in memory."""
        tries = SupervisorTries(self.journal, till="till.one", cashier=self.cashier, now=self.clock.time)
        self.gate = SupervisorPin(self.path, self.stored, tries, clock=self.clock)

    def why(self, pin: str) -> Supervision | None:
        """Returns why a PIN is refused, or None if it is accepted. The flow records the agreement."""
        try:
            self.gate.check(pin)
        except NotAllowed as refusal:
            return refusal.why
        self.journal.note(AGREED, at=self.clock.time(), till="till.one", cashier="Meera")
        return None

    def tried(self) -> int:
        """Returns how many tries are in the audit trail."""
        return [one.what for one in self.journal.newest_events(1_000)].count(TRIED)


@pytest.fixture(scope="module")
def stored() -> str:
    """A stored PIN at a low cost."""
    return hash_pin(RIGHT, Cost(4, 8, 1))


@pytest.fixture
def shop(tmp_path: Path, stored: str) -> Iterator[Shop]:
    """A till's folder."""
    made = Shop(tmp_path, stored)
    yield made
    made.journal.close()


def test_the_right_pin_passes_and_clears_the_count(shop: Shop) -> None:
    """Four wrong PINs twice never cause a pause if a right one comes between."""
    for _ in range(2):
        assert [shop.why(WRONG) for _ in range(MAX_TRIES - 1)] == [Supervision.WRONG_PIN] * (MAX_TRIES - 1)
        assert shop.why(RIGHT) is None


def test_after_too_many_wrong_pins_even_the_right_one_waits(shop: Shop) -> None:
    """The pause holds after a restart too. When it is over, five tries are possible again."""
    assert [shop.why(WRONG) for _ in range(MAX_TRIES)][-1] is Supervision.PAUSED
    shop.clock.now += PAUSE - 1
    shop.start()
    assert shop.why(RIGHT) is Supervision.PAUSED
    shop.clock.now += 1
    assert shop.why(WRONG) is Supervision.WRONG_PIN
    assert shop.why(RIGHT) is None


def test_a_try_during_the_pause_is_not_checked_and_does_not_prolong_it(shop: Shop) -> None:
    """A try during the pause neither guesses nor extends the pause."""
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
    shop.clock.now += PAUSE - 1
    assert [shop.why(RIGHT) for _ in range(20)] == [Supervision.PAUSED] * 20
    assert shop.tried() == MAX_TRIES
    shop.clock.now += 1
    assert shop.why(RIGHT) is None


@pytest.mark.parametrize(
    "content", [None, "{}", '{"wrong": 0, "until": 0}', '{"wrong": 0, "until": 1e999}', "[" * 9_999]
)
def test_deleting_or_rewriting_the_file_gives_no_more_tries(shop: Shop, content: str | None) -> None:
    """The journal counts five tries in 15 minutes, even if the file is changed between them."""
    outcomes = []
    for _ in range(40):
        outcomes.append(shop.why(WRONG))
        if content is None:
            shop.path.unlink(missing_ok=True)
        else:
            shop.path.write_text(content)
        shop.start()
    assert shop.tried() <= MAX_TRIES
    assert set(outcomes[MAX_TRIES:]) == {Supervision.PAUSED}
    shop.path.unlink(missing_ok=True)
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_the_tries_of_all_cashiers_count_together(shop: Shop) -> None:
    """There is one supervisor's PIN, and signing on as somebody else gives no more tries."""
    for number in range(MAX_TRIES):
        shop.cashier = f"{number} Asha"
        shop.start()
        shop.why(WRONG)
        shop.path.unlink(missing_ok=True)
    shop.cashier = "Meera"
    shop.start()
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_six_digits_take_years_at_the_till(shop: Shop) -> None:
    """A cashier who deletes the file has 480 tries a day, so half of a million PINs take 1,040 days."""
    hours = 3
    for _ in range(hours * 60):
        shop.why(WRONG)
        shop.path.unlink(missing_ok=True)
        shop.clock.now += 60
    assert shop.tried() == hours * 20
    assert 500_000 / (24 * 20) > 1_000


def test_each_try_is_recorded_before_the_pin_is_checked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killing the program during the check does not give an extra try."""

    def killed(_pin: str, _stored: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("desktop.store.pin_tries.is_pin", killed)
        for _ in range(MAX_TRIES):
            with pytest.raises(KeyboardInterrupt):
                shop.gate.check(RIGHT)
            shop.path.unlink()
            shop.start()
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_other_events_do_not_hide_the_tries(shop: Shop) -> None:
    """Other events of the till in 15 minutes do not hide the tries."""
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
        for _ in range(30):
            shop.journal.note("code_skipped", at=shop.clock.time(), till="till.one", cashier="Meera")
    shop.path.unlink()
    assert shop.why(RIGHT) is Supervision.PAUSED


@pytest.mark.parametrize("wrong_clock", [0, 1, 4])
def test_however_much_else_happens_the_tries_count(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, wrong_clock: int
) -> None:
    """Also more than is looked through at a time, and if the clock was wrong for a few events."""
    monkeypatch.setattr(recent_events, "STRETCH", 5)
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
    for number in range(33):
        at = shop.clock.time() - timedelta(days=10 < number <= 10 + wrong_clock)
        shop.journal.note("code_skipped", at=at, till="till.one", cashier="Meera")
    shop.path.unlink()
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_what_happened_long_ago_is_not_read(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal of years takes no longer than one of an hour."""
    monkeypatch.setattr(recent_events, "STRETCH", 5)
    for _ in range(40):
        shop.journal.note("code_skipped", at=shop.clock.time(), till="till.one", cashier="Meera")
    shop.clock.now += 3 * PAUSE
    shop.journal.note(TRIED, at=shop.clock.time(), till="till.one", cashier="Meera")
    asked: list[str] = []
    shop.journal._connection.set_trace_callback(asked.append)
    tries = SupervisorTries(shop.journal, till="till.one", cashier="Meera", now=shop.clock.time)
    assert tries.recent() == 1
    # The older one ends it.
    assert len([one for one in asked if one.startswith("SELECT 1 FROM event")]) == 2
    plans = [shop.journal._connection.execute(f"EXPLAIN QUERY PLAN {one}").fetchall() for one in asked]
    assert not [step["detail"] for plan in plans for step in plan if step["detail"].startswith("SCAN")]


def test_setting_the_clock_back_does_not_extend_the_pause(shop: Shop) -> None:
    """A wrong clock that is corrected does not extend the pause by a year."""
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
    shop.clock.now -= 2 * PAUSE
    # What happens now makes the till read further back.
    shop.journal.note("code_skipped", at=shop.clock.time(), till="till.one", cashier="Meera")
    assert shop.why(RIGHT) is None


@pytest.mark.parametrize("unset", ["", RIGHT, "scrypt$x$y"])
def test_without_a_usable_pin_every_try_is_refused(tmp_path: Path, unset: str) -> None:
    """No PIN is accepted if none is set, or if it is stored in plain text."""
    shop = Shop(tmp_path, unset)
    assert shop.why(RIGHT) is Supervision.NO_PIN
    shop.journal.close()


def test_without_a_pin_no_try_is_counted(tmp_path: Path) -> None:
    """The reason stays the same, however often someone tries."""
    shop = Shop(tmp_path, "")
    assert [shop.why(RIGHT) for _ in range(MAX_TRIES + 1)] == [Supervision.NO_PIN] * (MAX_TRIES + 1)
    shop.journal.close()


@pytest.mark.parametrize("content", ["{}", "[]", "5", "", '{"wrong": 1e999, "until": 0}', "[" * 9_999])
def test_a_count_that_was_tampered_with_leaves_one_try(shop: Shop, content: str) -> None:
    """An unreadable file counts as four wrong tries."""
    shop.path.write_text(content)
    assert shop.why(WRONG) is Supervision.PAUSED


def test_if_tries_cannot_be_counted_every_try_is_refused(shop: Shop, tmp_path: Path) -> None:
    """No PIN is accepted if the disk cannot be written."""
    (tmp_path / "file").write_text("")
    shop.path = tmp_path / "file" / "x.json"
    shop.start()
    assert shop.why(RIGHT) is Supervision.UNCOUNTED


@pytest.mark.parametrize("broken", ["recent", "add"])
def test_a_journal_that_cannot_count_refuses_every_try(tmp_path: Path, stored: str, broken: str) -> None:
    """If the journal cannot count, the PIN is not even checked."""

    class Broken:
        def recent(self) -> int:
            return self._used("recent")

        def add(self) -> None:
            self._used("add")

        def _used(self, name: str) -> int:
            if name == broken:
                raise JournalUnusable(JournalTrouble.FULL)
            return 0

    gate = SupervisorPin(tmp_path / "supervisor.json", stored, Broken())
    with pytest.raises(NotAllowed) as caught:
        gate.check(RIGHT)
    assert caught.value.why is Supervision.UNCOUNTED


def test_a_try_records_the_cashier(shop: Shop) -> None:
    """Till, cashier and time are in the audit trail. The PIN is not."""
    shop.why(WRONG)
    (event,) = (one for one in shop.journal.newest_events(10) if one.what == TRIED)
    assert (event.till, event.cashier, event.at) == ("till.one", "Meera", shop.clock.time())
    assert WRONG not in event.detail
    assert timedelta(0) == event.at - shop.clock.time()


def test_another_journal_gives_no_more_tries(tmp_path: Path, stored: str) -> None:
    """The file alone pauses for the whole time, and allows five tries after it, if the journal has no tries."""

    class Forgetful:
        def recent(self) -> int:
            return 0

        def add(self) -> None:
            pass

    clock = Clock()
    gate = SupervisorPin(tmp_path / "supervisor.json", stored, Forgetful(), clock=clock)

    def why(pin: str) -> Supervision | None:
        try:
            gate.check(pin)
        except NotAllowed as refusal:
            return refusal.why
        return None

    five = [Supervision.WRONG_PIN] * (MAX_TRIES - 1) + [Supervision.PAUSED]
    assert [why(WRONG) for _ in range(MAX_TRIES)] == five
    assert why(RIGHT) is Supervision.PAUSED
    clock.now += PAUSE - 1
    assert why(RIGHT) is Supervision.PAUSED
    clock.now += 1
    assert [why(WRONG) for _ in range(MAX_TRIES)] == five
    clock.now += PAUSE
    assert why(RIGHT) is None
