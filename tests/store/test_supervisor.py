"""Asking for the supervisor's PIN: tries are counted where a cashier cannot reset them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotAllowed, Supervision
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.store.supervisor import AGREED, MAX_TRIES, PAUSE, TRIED, JournalTries, SupervisorPin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGHT, WRONG = "471108", "471109"


class Clock:
    """Seconds that go forward when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def time(self) -> datetime:
        """The same with an offset."""
        return datetime.fromtimestamp(self.now, UTC)


class Shop:
    """A till's folder with its journal, in which the program can be started again."""

    def __init__(self, folder: Path, stored: str) -> None:
        self.clock = Clock()
        self.path = folder / "supervisor.json"
        self.stored = stored
        self.journal = SqliteJournal.open(folder / "journal.db", till="till.one")
        self.start()

    def start(self) -> None:
        """Starts the program again: nothing is left in its memory."""
        tries = JournalTries(self.journal, till="till.one", cashier="Meera", now=self.clock.time)
        self.gate = SupervisorPin(self.path, self.stored, tries, clock=self.clock)

    def why(self, pin: str) -> Supervision | None:
        """Why a PIN lets nobody through; None if it does. The flow records the agreement."""
        try:
            self.gate.check(pin)
        except NotAllowed as refusal:
            return refusal.why
        self.journal.note(AGREED, at=self.clock.time(), till="till.one", cashier="Meera")
        return None

    def tried(self) -> int:
        """How many tries stand in the audit trail."""
        return [one.what for one in self.journal.newest_events(1_000)].count(TRIED)


@pytest.fixture(scope="module")
def stored() -> str:
    """What is kept of the PIN, at a cost that tests can afford."""
    return hash_pin(RIGHT, Cost(4, 8, 1))


@pytest.fixture
def shop(tmp_path: Path, stored: str) -> Iterator[Shop]:
    """A till's folder."""
    made = Shop(tmp_path, stored)
    yield made
    made.journal.close()


def test_the_right_pin_passes_and_clears_the_count(shop: Shop) -> None:
    """Four wrong ones in a row, twice, never make a pause with a right one in between."""
    for _ in range(2):
        assert [shop.why(WRONG) for _ in range(MAX_TRIES - 1)] == [Supervision.WRONG_PIN] * (MAX_TRIES - 1)
        assert shop.why(RIGHT) is None


def test_after_too_many_wrong_ones_even_the_right_one_waits(shop: Shop) -> None:
    """Also after a restart; five tries can be made again when the pause is over."""
    assert [shop.why(WRONG) for _ in range(MAX_TRIES)][-1] is Supervision.PAUSED
    shop.clock.now += PAUSE - 1
    shop.start()
    assert shop.why(RIGHT) is Supervision.PAUSED
    shop.clock.now += 1
    assert shop.why(WRONG) is Supervision.WRONG_PIN
    assert shop.why(RIGHT) is None


def test_a_try_during_the_pause_is_not_checked_and_does_not_prolong_it(shop: Shop) -> None:
    """Pressing on neither guesses nor locks the supervisor out for longer."""
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
    """The journal has them: five in 15 minutes, whatever happens to the file between them."""
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


def test_six_digits_take_years_at_the_till(shop: Shop) -> None:
    """A patient cashier who deletes the file has 480 tries a day, so half of a million PINs take 1,040 days."""
    hours = 3
    for _ in range(hours * 60):
        shop.why(WRONG)
        shop.path.unlink(missing_ok=True)
        shop.clock.now += 60
    assert shop.tried() == hours * 20
    assert 500_000 / (24 * 20) > 1_000


def test_each_try_is_recorded_before_the_pin_is_checked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killing the program while it checks does not give an extra try."""

    def killed(_pin: str, _stored: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("desktop.store.supervisor.is_pin", killed)
        for _ in range(MAX_TRIES):
            with pytest.raises(KeyboardInterrupt):
                shop.gate.check(RIGHT)
            shop.path.unlink()
            shop.start()
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_other_events_do_not_hide_the_tries(shop: Shop) -> None:
    """Whatever else the till records in 15 minutes, the tries are found."""
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
        for _ in range(30):
            shop.journal.note("code_skipped", at=shop.clock.time(), till="till.one", cashier="Meera")
    shop.path.unlink()
    assert shop.why(RIGHT) is Supervision.PAUSED


def test_a_clock_that_is_set_back_makes_no_longer_pause(shop: Shop) -> None:
    """A wrong clock that is put right does not lock anybody out for a year."""
    for _ in range(MAX_TRIES):
        shop.why(WRONG)
    shop.clock.now -= 2 * PAUSE
    assert shop.why(RIGHT) is None


@pytest.mark.parametrize("unset", ["", RIGHT, "scrypt$x$y"])
def test_without_a_usable_pin_nobody_passes(tmp_path: Path, unset: str) -> None:
    """Neither if none is set nor if somebody typed it in plain."""
    shop = Shop(tmp_path, unset)
    assert shop.why(RIGHT) is Supervision.NO_PIN
    shop.journal.close()


def test_a_count_that_was_tampered_with_leaves_one_try(shop: Shop) -> None:
    """A file that cannot be read counts as four wrong tries."""
    shop.path.write_text("{}")
    assert shop.why(WRONG) is Supervision.PAUSED


def test_if_tries_cannot_be_counted_nobody_passes(shop: Shop, tmp_path: Path) -> None:
    """A disk that cannot be written, or a journal that cannot."""
    (tmp_path / "file").write_text("")
    shop.path = tmp_path / "file" / "x.json"
    shop.start()
    assert shop.why(RIGHT) is Supervision.UNCOUNTED


@pytest.mark.parametrize("broken", ["recent", "add"])
def test_a_journal_that_cannot_count_lets_nobody_through(tmp_path: Path, stored: str, broken: str) -> None:
    """The PIN is not even checked."""

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


def test_a_try_says_who_was_at_the_till(shop: Shop) -> None:
    """Till, cashier and time stand in the audit trail; the PIN does not."""
    shop.why(WRONG)
    (event,) = (one for one in shop.journal.newest_events(10) if one.what == TRIED)
    assert (event.till, event.cashier, event.at) == ("till.one", "Meera", shop.clock.time())
    assert WRONG not in event.detail
    assert timedelta(0) == event.at - shop.clock.time()
