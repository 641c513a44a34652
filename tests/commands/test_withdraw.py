"""Tests the command `withdraw`, with a journal that is or is not held by a window, and what the window answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.store.writer_lock import WriterLock
from tests.commands.runs import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def held(filled: Path) -> Iterator[Path]:
    """Yields a data folder whose journal is held, as by a window."""
    lock = WriterLock(paths.journal(filled))
    yield filled
    lock.release()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, dict[str, Any], float | None]]:
    """Returns what the window was asked. It answers with `answers`, which a test may change."""
    found: list[tuple[Path, dict[str, Any], float | None]] = []

    def ask(
        data: Path, message: dict[str, Any], *, timeout: float | None = None, **_more: object
    ) -> dict[str, Any] | None:
        found.append((data, message, timeout))
        return {"code": 0}

    monkeypatch.setattr("desktop.pos.second_start.ask_window", ask)
    return found


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--bill", "MG-1"), {"withdraw": {"bill": "MG-1"}}),
        (("--reference", "01JP0000000000000000000000"), {"withdraw": {"give_back": "01JP0000000000000000000000"}}),
    ],
)
def test_the_window_is_asked(
    held: Path, asked: list[tuple[Path, dict[str, Any], float | None]], arguments: tuple[str, str], message: object
) -> None:
    """A bill names what was handed over, a reference what was to be given back. The wait has an end."""
    assert run(held, "withdraw", *arguments)[0] is ExitCode.DONE
    ((data, said, timeout),) = asked
    assert (data, said) == (held, message)
    assert timeout is not None


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"code": 0}, ExitCode.DONE),
        ({"code": 4, "error": "it is too late"}, ExitCode.NOT_REDEEMED),
        ({"code": 7, "error": "the till has no such hand-over"}, ExitCode.NO_RECORD),
        ({}, ExitCode.UNKNOWN),
        ({"code": 99}, ExitCode.UNKNOWN),
        ({"code": "0"}, ExitCode.UNKNOWN),
        (None, ExitCode.NO_RECORD),
    ],
)
def test_what_the_window_answers(
    held: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, object] | None,
    code: ExitCode,
) -> None:
    """Its code is the command's; an answer that is none means that the outcome is not known."""
    monkeypatch.setattr("desktop.pos.second_start.ask_window", lambda *_arguments, **_more: answer)
    assert run(held, "withdraw", "--bill", "MG-1")[0] is code
    said = capsys.readouterr().err
    expected = "" if answer is None else str(answer.get("error", ""))
    assert expected in said
    assert ("no window" in said) is (answer is None)
    assert ("try again" in said) is (code is ExitCode.UNKNOWN)


def test_without_a_window_nothing_is_at_the_till(
    filled: Path, asked: list[tuple[Path, dict[str, Any], float | None]]
) -> None:
    """No window is asked, and none is waited for."""
    assert run(filled, "withdraw", "--bill", "MG-1")[0] is ExitCode.NO_RECORD
    assert not asked


def test_without_a_journal_nothing_is_made(tmp_path: Path) -> None:
    """A till that was never opened has no hand-over, and gets no journal by being asked."""
    data = tmp_path / "empty"
    data.mkdir()
    assert run(data, "withdraw", "--bill", "MG-1")[0] is ExitCode.NO_RECORD
    assert not paths.journal(data).exists()


def test_a_till_that_cannot_be_asked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that cannot be locked is an error, not an answer."""

    def fail(journal: Path) -> WriterLock:
        raise JournalUnusable(JournalTrouble.READ_ONLY, str(journal))

    monkeypatch.setattr("desktop.store.writer_lock.WriterLock", fail)
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "withdraw", "--bill", "MG-1")
    assert caught.value.why is JournalTrouble.READ_ONLY
