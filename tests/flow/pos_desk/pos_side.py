"""Provides the files of a POS in memory, and short ways to record what happens at the till."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotHandedBack
from desktop.domain.hand_over_record import NO_FOLDER, HandOverRecord
from desktop.domain.points import Points
from desktop.domain.redemption import Refusal, Step
from desktop.domain.result_record import result
from desktop.flow.outcome_reader import OutcomeReader
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON, FakeClock, listing, make_draft, redeemed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.flow.ports import SureTime
    from tests.flow.fakes import Counter

REFERENCE = "01KA"
FILE = "result.json"


class KilledError(BaseException):
    """The till is killed here."""


class Files:
    """The POS's files, in memory. A file is named after its folder: `share/result.json`.

    Attributes:
        content: what each file has in it, also those that are prepared.
        is_full: True if the disk is full.
        is_away: True if what is in the files cannot be read now.
        gone: folders that are not there.
        dies_before: the step before which the till is killed; empty for none.
        published: the outcomes that the POS got, in order.
    """

    def __init__(self) -> None:
        self.content: dict[str, Mapping[str, object]] = {}
        self.is_full = False
        self.is_away = False
        self.gone: set[str] = set()
        self.dies_before = ""
        self.published: list[object] = []
        self._made = 0

    def prepare(self, record: Mapping[str, object], path: str, hand_over_id: str, *, makes_folder: bool) -> str:
        self._die("prepare")
        folder = path.rpartition("/")[0]
        if self.is_full or (folder in self.gone and not makes_folder):
            raise NotHandedBack
        self.gone.discard(folder)
        self._made += 1
        name = f"{hand_over_id}-{self._made}"
        self.content[f"{path}.{name}"] = dict(record)
        self._die("record")
        return name

    def publish(self, path: str, prepared: str) -> None:
        self._die("publish")
        self.content[path] = self.content.pop(f"{path}.{prepared}")
        self.published.append(self.content[path]["outcome"])
        self._die("end")

    def refuse(self, path: str, prepared: str) -> None:
        """Is `publish` if another program has the file open."""
        del self.content[f"{path}.{prepared}"]
        raise NotHandedBack

    def is_prepared(self, path: str, prepared: str) -> bool:
        return f"{path}.{prepared}" in self.content

    def discard(self, path: str, hand_over_id: str, *, but: str = "") -> None:
        assert hand_over_id
        for name in [one for one in self.content if one.startswith(f"{path}.{hand_over_id}-")]:
            if name != f"{path}.{but}":
                del self.content[name]

    def state(self, path: str) -> str:
        if path.rpartition("/")[0] in self.gone:
            return NO_FOLDER
        return str(id(self.content[path])) if path in self.content else ""

    def told(self, path: str) -> Mapping[str, object] | None:
        if self.is_away:
            raise NotHandedBack
        return self.content.get(path)

    def _die(self, step: str) -> None:
        if step == self.dies_before:
            self.dies_before = ""
            raise KilledError


_opened: list[SqliteJournal | PosRecords] = []


def open_desk(
    tmp_path: Path,
    files: Files,
    clock: FakeClock | None = None,
    *,
    kept: PosRecords | None = None,
    sure_time: SureTime = lambda now: now,
) -> PosDesk:
    """Opens the desk, as each start does, on a connection that the test keeps if it wants one."""

    def journal() -> SqliteJournal:
        opened = SqliteJournal.open(tmp_path / "journal.db", writer=False)
        _opened.append(opened)
        return opened

    def records() -> PosRecords:
        opened = kept or PosRecords(tmp_path / "pos-records.db")
        _opened.append(opened)
        return opened

    return PosDesk(journal, records, files, clock or FakeClock(), sure_time)


def close_what_is_left() -> None:
    """Closes what tills had open that were killed, as the system does when a process is gone."""
    while _opened:
        _opened.pop().close()


def begin(counter: Counter, reference: str = REFERENCE, bill: str = "MG-1", *, hand_over: str = "") -> None:
    """Records an attempt that is about to be sent, for a hand-over or for a customer of the cashier's own."""
    counter.real.begin(make_draft(bill), reference, till="till.one", cashier="", at=NOON, hand_over=hand_over)


def step(counter: Counter, step: Step, reference: str = REFERENCE) -> None:
    """Records what became of an attempt."""
    counter.real.step(reference, step, at=NOON, redeemed=redeemed() if step in {Step.REDEEMED, Step.FOUND} else None)


def give_back(counter: Counter, reversal_id: str, points: str = "40", *, hand_over: str = "") -> None:
    """Records a reversal that is about to be sent."""
    counter.real.begin_reversal(
        REFERENCE,
        reversal_id,
        points=Points(Decimal(points)),
        reason="",
        before=listing(),
        till="till.one",
        cashier="",
        at=NOON,
        hand_over=hand_over,
    )


def telling(counter: Counter, path: str = FILE, **others: object) -> Telling:
    """Returns the outcome of the attempt as it is now."""
    made = Telling(record=result(counter.real.get(REFERENCE)), path=path, reference=REFERENCE)
    return replace(made, **others)  # type: ignore[arg-type]  # fields of the class


def added(records: PosRecords, **fields: str) -> HandOverRecord:
    """Records a hand-over of the local interface."""
    made = HandOverRecord(id="H1", at=NOON, fields=fields or {"bill": "MG-1"})
    records.add(made)
    return made


def outcome(tmp_path: Path, records: PosRecords) -> tuple[object, object]:
    """Returns the outcome and reference that a POS is told now of the hand-over."""
    known = records.find("H1")
    assert known is not None
    with SqliteJournal.open(tmp_path / "journal.db", writer=False) as journal:
        told = OutcomeReader(journal).result_of(known)
    return told["outcome"], told["external_reference_number"]


def out_of_room(*_arguments: object, **_others: object) -> None:
    """Fails as on a full disk."""
    raise JournalUnusable(JournalTrouble.FULL, "pos-records.db")


def refuse(counter: Counter, refusal: Refusal) -> None:
    """Records that the service refused the attempt."""
    counter.real.step(REFERENCE, Step.REFUSED, at=NOON, refusal=refusal)


def end(counter: Counter, how: str) -> None:
    """Lets the attempt end as not redeemed, without a proof."""
    if how == "refused":
        refuse(counter, Refusal.FAILED)
    elif how == "not_sent":
        counter.real.step(REFERENCE, Step.NOT_SENT, at=NOON, doubtful=True)
    else:
        step(counter, Step.LOST)
        step(counter, Step.ABSENT)
