"""Hand-overs, kills and full disks in any order: the POS gets each outcome once, and never another customer's."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.hand_over_record import RESULT, HandOverRecord
from desktop.domain.redemption import State, Step
from desktop.domain.result_record import result
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON
from tests.flow.pos_desk.pos_side import Files, KilledError, begin, open_desk, out_of_room, step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.flow.fakes import Counter

STEPS = ("prepare", "record", "publish", "end")
PATHS = ("a.json", "b.json")


class ListedFiles(Files):
    """The POS's files, with a list of what was published: path, hand-over and outcome."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[tuple[str, str, Mapping[str, object]]] = []

    def publish(self, path: str, prepared: str) -> None:
        count, content = len(self.published), self.content[f"{path}.{prepared}"]
        try:
            super().publish(path, prepared)
        finally:
            if len(self.published) > count:
                self.listed.append((path, prepared.partition("-")[0], content))


class Shop:
    """A till and its POS, which do something at random.

    Attributes:
        newest: the newest hand-over that named each path.
        touched: hand-overs whose file the POS has taken away or written to.
        sent_for: the hand-over of each attempt; empty for a customer of the cashier's own.
        last: the last attempt of each hand-over.
    """

    def __init__(self, seed: int, counter: Counter, folder: Path) -> None:
        self.random = Random(seed)
        self.counter = counter
        self.folder = folder
        self.files = ListedFiles()
        self.desk: PosDesk = open_desk(folder, self.files)
        self.newest: dict[str, str] = {}
        self.touched: set[str] = set()
        self.sent_for: dict[str, str] = {}
        self.last: dict[str, str] = {}
        self._current: HandOverRecord | None = None
        self._told: set[tuple[str, str, State | None]] = set()
        self._count = 0

    def act(self) -> None:
        """Does something."""
        self.random.choice((
            self.hand_over, self.hand_over, self.redeem, self.redeem, self.tell, self.tell_and_end, self.die_telling,
            self.start, self.take_file, self.write_file, self.settle,
        ))()  # fmt: skip

    def hand_over(self) -> None:
        """Hands a customer over, with or without a bill."""
        if self._current is None:
            self._count += 1
            made, path = f"F{self._count}", self.random.choice(PATHS)
            fields = {"bill": self.random.choice(("", made)), RESULT: path}
            self._current = HandOverRecord(id=made, at=NOON, fields=fields)
            self.newest[path] = made
            self.desk.expect_file(self._current)
            self.desk.open_hand_over(made)

    def redeem(self) -> None:
        """Redeems for the hand-over, or for a customer of the cashier's own."""
        current = self._current
        made = "" if current is None else current.id
        attempt = self.counter.real.get(self.last.get(made, ""))
        if made and attempt is not None and (made, attempt.reference, State.REDEEMED) in self._told:
            return
        reference = f"R{len(self.sent_for):03}"
        self.sent_for[reference] = made
        begin(self.counter, reference, "" if current is None else current.fields["bill"], hand_over=made)
        if made:
            self.last[made] = reference
        known = self.random.choice((None, Step.REDEEMED, Step.LOST))
        if known is not None:
            step(self.counter, known, reference)

    def tell(self, *, ends: bool = False) -> None:
        """Tells the outcome as it is now, but none twice."""
        current = self._current
        if current is None:
            return
        reference = self.last.get(current.id, "")
        attempt = self.counter.real.get(reference)
        state = None if attempt is None else attempt.state
        if (attempt is not None or ends) and (current.id, reference, state) not in self._told:
            self._told.add((current.id, reference, state))
            record = result(attempt, bill=current.fields["bill"])
            is_done = ends or state is State.REDEEMED
            path = current.fields[RESULT]
            self.desk.tell(
                Telling(record=record, path=path, reference=reference, hand_over_id=current.id, is_done=is_done)
            )
        if ends:
            self._current = None

    def tell_and_end(self) -> None:
        """Tells the outcome because the cashier has finished."""
        self.tell(ends=True)

    def die_telling(self) -> None:
        """Is killed while it tells the outcome."""
        self.files.dies_before = self.random.choice(STEPS)
        with suppress(KilledError):
            self.tell(ends=self.random.random() < 0.5)
        self.files.dies_before = ""
        self.start()

    def start(self) -> None:
        """Is killed, and starts again. That start may be killed too, or the disk is full."""
        kept = self.open()
        try:
            with pytest.MonkeyPatch.context() as full, suppress(JournalUnusable):
                if self.random.randrange(3) == 0:
                    full.setattr(kept, self.random.choice(("lost", "tell", "forget_awaited", "forget")), out_of_room)
                else:
                    self.files.dies_before = self.random.choice((*STEPS, "", ""))
                self.desk.conclude_lost()
                self.desk.catch_up()
        except KilledError:
            self.start()
        self.files.dies_before = ""

    def open(self) -> PosRecords:
        """Opens the till again. Returns what it remembers."""
        self._current = None
        self.counter.real.recover(NOON)
        kept = PosRecords(self.folder / "pos-records.db")
        self.desk = open_desk(self.folder, self.files, kept=kept)
        return kept

    def end(self) -> None:
        """Starts twice without trouble, and lets everything become known."""
        for _ in range(2):
            self.open()
            self.desk.conclude_lost()
            self.settle()
            self.desk.close()

    def take_file(self) -> None:
        """The POS takes a file away."""
        path = self.random.choice(PATHS)
        if self.files.content.pop(path, None) is not None:
            self.touched.add(self.newest.get(path, ""))

    def write_file(self) -> None:
        """The POS, or another till, writes to a file."""
        path = self.random.choice(PATHS)
        self.files.content[path] = {"outcome": "its own"}
        self.touched.add(self.newest.get(path, ""))

    def settle(self) -> None:
        """What was not known becomes known."""
        for reference in self.sent_for:
            attempt = self.counter.real.get(reference)
            if attempt is not None and attempt.state is State.UNKNOWN:
                step(self.counter, Step.FOUND, reference)
        with suppress(JournalUnusable):
            self.desk.catch_up()


@pytest.mark.parametrize("seed", range(60))
def test_the_pos_gets_each_outcome_once(counter: Counter, tmp_path: Path, seed: int) -> None:
    """In the file that the newest hand-over names, unless the POS has used it since. Nothing is left beside it."""
    begin(counter, "00BEFORE", "MG-0")
    step(counter, Step.REDEEMED, "00BEFORE")
    shop = Shop(seed, counter, tmp_path)
    for _ in range(shop.random.randint(3, 25)):
        shop.act()
    shop.end()
    told = [
        (path, made, str(one["outcome"]), str(one["external_reference_number"] or ""))
        for path, made, one in shop.files.listed
        # What is prepared for an outcome that is another one by now has the reference's name instead.
        if made not in shop.sent_for
    ]
    assert len(set(told)) == len(told)
    assert all(shop.sent_for[reference] == made for _, made, _, reference in told if reference)
    for path, made in shop.newest.items():
        if made not in shop.touched:
            has, reference = shop.files.content[path], shop.last.get(made)
            assert has["external_reference_number"] == reference
            assert has["outcome"] == ("cancelled" if reference is None else "redeemed")
    assert set(shop.files.content) <= set(PATHS)
