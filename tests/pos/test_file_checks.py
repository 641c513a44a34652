"""The file of a second start is checked without holding up the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop.domain.prefill import Prefill
from desktop.pos import result_file
from desktop.pos.file_checks import FileChecks
from desktop.pos.hand_over import HandOver
from desktop.pos.second_start import CLOSING
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Caller:
    """A program that waits (`reports.Caller`)."""

    hand_over_id = ""

    def __init__(self) -> None:
        self.answers: list[dict[str, object]] = []

    def answer(self, message: dict[str, object]) -> None:
        """Keeps the answer."""
        self.answers.append(message)


class Share(threading.Event):
    """A share that answers once it is set. Files elsewhere are checked at once."""

    def check(self, path: Path, own: Iterable[Path]) -> Path:
        """Waits as long as the share does not answer."""
        if path.parent.name == "share":
            assert self.wait(30)
        return _check(path, own)


_check = result_file.check


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    """Yields a share that does not answer until the test says so, or has ended."""
    made = Share()
    monkeypatch.setattr(result_file, "check", made.check)
    yield made
    made.set()


@pytest.fixture
def taken() -> list[tuple[str, bool]]:
    """Collects what comes to the till: the file, and whether it was taken back meanwhile."""
    return []


@pytest.fixture
def checks(qtbot: QtBot, taken: list[tuple[str, bool]]) -> FileChecks:  # noqa: ARG001 - Qt must be running
    """Returns the checks."""
    return FileChecks(lambda one, is_withdrawn: taken.append((one.result, is_withdrawn)))


def asked(folder: Path, bill: str = "A") -> HandOver:
    """Returns a hand-over of a second start."""
    return HandOver(Prefill(bill=bill), str(folder / f"{bill}.json"), Caller(), id=bill)


def answers(hand_over: HandOver) -> list[dict[str, object]]:
    """Returns what the second start was told."""
    assert isinstance(hand_over.caller, Caller)
    return hand_over.caller.answers


def test_a_slow_share_holds_up_nothing_else(
    qtbot: QtBot, checks: FileChecks, share: Share, taken: list[tuple[str, bool]], tmp_path: Path
) -> None:
    """The next hand-over is taken meanwhile, and this one as soon as its share answers."""
    for name in ("share", "disk"):
        (tmp_path / name).mkdir()
    checks.check(asked(tmp_path / "share"), ())
    checks.check(asked(tmp_path / "disk", "B"), ())
    qtbot.waitUntil(lambda: taken == [(str(tmp_path / "disk" / "B.json"), False)])
    assert checks.withdraw(lambda one: one.prefill.bill == "B") is False
    assert checks.withdraw(lambda one: one.prefill.bill == "A") is True
    share.set()
    qtbot.waitUntil(lambda: taken[1:] == [(str(tmp_path / "share" / "A.json"), True)])
    # The withdrawal counts for that one only.
    checks.check(asked(tmp_path / "share"), ())
    qtbot.waitUntil(lambda: taken[2:] == [(str(tmp_path / "share" / "A.json"), False)])


def test_a_file_that_cannot_be_used(
    qtbot: QtBot, checks: FileChecks, taken: list[tuple[str, bool]], tmp_path: Path
) -> None:
    """The caller is told why, and nothing comes to the till."""
    made = asked(tmp_path)
    checks.check(made, (tmp_path,))
    qtbot.waitUntil(lambda: bool(answers(made)))
    why = "nothing was handed over: the file for the outcome is in a folder of the till itself"
    assert (answers(made), taken) == ([{"code": 2, "error": why}], [])


@pytest.mark.parametrize("error", [ValueError("a mistake"), None])
def test_a_folder_that_does_not_answer(  # noqa: PLR0917 - pytest passes them by name
    qtbot: QtBot,
    share: Share,
    taken: list[tuple[str, bool]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception | None,
) -> None:
    """The caller does not wait for ever. It is told the same if the program makes a mistake."""
    checks = FileChecks(lambda one, is_withdrawn: taken.append((one.result, is_withdrawn)), timeout=200)
    if error is not None:

        def fail(*_arguments: object) -> None:
            raise error

        monkeypatch.setattr(result_file, "check", fail)
    made = asked(tmp_path / "share")
    checks.check(made, ())
    qtbot.waitUntil(lambda: bool(answers(made)))
    share.set()
    qtbot.wait(300)
    why = "nothing was handed over: the file for the outcome cannot be checked"
    assert (answers(made), taken) == ([{"code": 2, "error": why}], [])


def test_a_machine_that_has_run_out_of_threads(
    qtbot: QtBot, checks: FileChecks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The caller is told at once, instead of waiting for ever."""
    made = asked(tmp_path)
    with monkeypatch.context() as patched:
        refuse_threads(patched)
        checks.check(made, ())
    qtbot.waitUntil(lambda: bool(answers(made)))
    why = "nothing was handed over: the file for the outcome cannot be checked"
    assert answers(made) == [{"code": 2, "error": why}]


def test_a_window_that_closes(
    qtbot: QtBot, checks: FileChecks, share: Share, taken: list[tuple[str, bool]], tmp_path: Path
) -> None:
    """It says that it has taken nothing, so that the second start opens a window of its own.

    If the bill was withdrawn meanwhile, the second start ends instead: no cashier may redeem for that bill.
    """
    made, withdrawn = asked(tmp_path / "share"), asked(tmp_path / "share", "B")
    for one in (made, withdrawn):
        checks.check(one, ())
    assert checks.withdraw(lambda one: one.prefill.bill == "B")
    checks.give_up()
    share.set()
    qtbot.wait(100)
    assert (answers(made), taken) == ([{CLOSING: True}], [])
    assert is_cancelled(withdrawn)


def is_cancelled(hand_over: HandOver) -> bool:
    """Tells whether a second start was told once that nothing was done for its bill."""
    (answer,) = answers(hand_over)
    record = answer["record"]
    assert isinstance(record, dict)
    return (record["outcome"], record["bill"], answer["code"]) == ("cancelled", hand_over.prefill.bill, 3)


def test_a_withdrawn_bill_whose_file_cannot_be_used(
    qtbot: QtBot, checks: FileChecks, taken: list[tuple[str, bool]], tmp_path: Path
) -> None:
    """The second start ends as the POS was promised when it withdrew the bill: with `cancelled`."""
    made = asked(tmp_path)
    checks.check(made, (tmp_path,))
    assert checks.withdraw(lambda _one: True)
    qtbot.waitUntil(lambda: bool(answers(made)))
    assert (is_cancelled(made), taken) == (True, [])
