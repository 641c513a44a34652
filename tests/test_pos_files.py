"""Tests the files of a POS whose folder does not answer, or answers late."""

from __future__ import annotations

import errno
import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import NotHandedBack
from desktop.domain.hand_over_record import NO_FOLDER
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.pos import result_file
from desktop.pos_files import PosFiles
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON, FakeClock
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop.flow.outcome_reader import OutcomeJournal

SAID = {"outcome": "redeemed", "bill": None}


class Share:
    """A folder on another machine, which can stop answering.

    Attributes:
        folder: the folder.
        answers: set while it answers.
        asked: counts each access.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.answers = threading.Event()
        self.answers.set()
        self.asked = 0

    @property
    def file(self) -> str:
        """The POS's file."""
        return str(self.folder / "result.json")

    def wait(self, path: Path) -> None:
        """Is called before each access to a file."""
        if path.parent == self.folder:
            self.asked += 1
            self.answers.wait(30)

    def names(self) -> list[str]:
        """Returns what is in the folder."""
        return sorted(one.name for one in self.folder.iterdir())


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    """Yields a share, which answers again at the end of the test."""
    made = Share(tmp_path / "share")
    check, state, is_prepared, discard = (
        result_file._find,
        result_file.state,
        result_file.is_prepared,
        result_file.discard,
    )

    def slow_check(path: Path, own: Iterable[Path]) -> Path:
        made.wait(path)
        return check(path, own)

    def slow_state(path: Path) -> str:
        made.wait(path)
        return state(path)

    def slow_is_prepared(path: Path, prepared: str) -> bool:
        made.wait(path)
        return is_prepared(path, prepared)

    def slow_discard(path: Path, owner: str, *, but: str = "") -> None:
        made.wait(path)
        discard(path, owner, but=but)

    monkeypatch.setattr(result_file, "_find", slow_check)
    monkeypatch.setattr(result_file, "state", slow_state)
    monkeypatch.setattr(result_file, "is_prepared", slow_is_prepared)
    monkeypatch.setattr(result_file, "discard", slow_discard)
    yield made
    made.answers.set()
    until_idle()


def until_idle() -> None:
    """Waits until nothing is done for a file any more."""
    for one in threading.enumerate():
        if one.name == "pos-file":
            one.join(30)
            assert not one.is_alive()


@pytest.fixture
def files() -> PosFiles:
    """Returns files that wait only briefly."""
    return PosFiles((), timeout=0.2)


def tell(files: PosFiles, path: str) -> None:
    """Writes an outcome."""
    files.publish(path, files.prepare(SAID, path, "H1", makes_folder=True))


def test_a_folder_that_does_not_answer_is_waited_for_once(share: Share, files: PosFiles, tmp_path: Path) -> None:
    """The outcomes of other hand-overs are written meanwhile. It is used again once it answers."""
    share.answers.clear()
    with pytest.raises(NotHandedBack):
        tell(files, share.file)
    begun = time.monotonic()
    with pytest.raises(NotHandedBack):
        tell(files, share.file)
    with pytest.raises(NotHandedBack):
        files.told(share.file)
    with pytest.raises(NotHandedBack):
        files.is_prepared(share.file, "x")
    files.discard(share.file, "H1")
    assert files.state(share.file) == NO_FOLDER
    assert share.asked == 1
    other = tmp_path / "other.json"
    tell(files, str(other))
    assert files.told(str(other)) == SAID
    assert time.monotonic() - begun < 20
    share.answers.set()
    until_idle()
    assert share.names() == []
    tell(files, share.file)
    assert (share.names(), files.told(share.file)) == (["result.json"], SAID)


def test_an_outcome_that_took_too_long_is_not_put_in_place_later(share: Share, files: PosFiles) -> None:
    """By then the POS may use its file for the next bill. Nothing is left beside it."""
    prepared = files.prepare(SAID, share.file, "H1", makes_folder=True)
    share.answers.clear()
    with pytest.raises(NotHandedBack):
        files.publish(share.file, prepared)
    share.answers.set()
    until_idle()
    assert share.names() == []


def test_a_share_that_fails_at_once_is_no_mistake_of_the_program(
    share: Share, files: PosFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if the system itself says that the time is over, or that the machine is gone."""

    def fail(error: OSError) -> Callable[..., object]:
        def failing(*_arguments: object, **_others: object) -> object:
            raise error

        return failing

    for number in (errno.ETIMEDOUT, errno.EIO):
        error = OSError(number, os.strerror(number))
        for name in ("read", "is_prepared", "prepare", "publish"):
            monkeypatch.setattr(result_file, name, fail(error))
        with pytest.raises(NotHandedBack):
            files.told(share.file)
        with pytest.raises(NotHandedBack):
            files.is_prepared(share.file, "x")
        with pytest.raises(NotHandedBack):
            files.prepare(SAID, share.file, "H1", makes_folder=True)
        with pytest.raises(NotHandedBack):
            files.publish(share.file, "x")


def test_a_dead_folder_does_not_hold_up_other_hand_overs(share: Share, files: PosFiles, tmp_path: Path) -> None:
    """The cashier is told of the first one's file. The second one's is written, and so is the first at its end."""

    def no_journal() -> OutcomeJournal:
        raise AssertionError("not needed")

    desk = PosDesk(no_journal, lambda: PosRecords(tmp_path / "pos-records.db"), files, FakeClock(), lambda now: now)
    share.answers.clear()
    at = NOON.isoformat()
    first = desk.tell(Telling(record=SAID | {"at": at}, path=share.file, hand_over_id="H1"))
    second = desk.tell(Telling(record=SAID | {"at": at}, path=str(tmp_path / "second.json"), hand_over_id="H2"))
    assert (isinstance(first.failure, NotHandedBack), first.path) == (True, share.file)
    assert (second.failure, (tmp_path / "second.json").exists()) == (None, True)
    share.answers.set()
    until_idle()
    assert desk.tell(Telling(record=SAID, path=share.file, hand_over_id="H1", is_again=True)).failure is None
    assert share.names() == ["result.json"]
    desk.close()


def test_a_machine_that_has_run_out_of_threads(
    files: PosFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outcome is told later, as with a folder that does not answer."""
    file = str(tmp_path / "result.json")
    with monkeypatch.context() as patched:
        refuse_threads(patched)
        with pytest.raises(NotHandedBack):
            tell(files, file)
    tell(files, file)
    assert files.told(file) == SAID
