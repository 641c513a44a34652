"""Tests the command `attach-bill`. `tests/journeys/test_local_interface.py` runs it beside a window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.api.client import LoyaltyClient
from desktop.commands import attach_bill
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Call, JournalTrouble, JournalUnusable
from desktop.domain.redemption import Step, new_reference
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.commands.runs import ASHA, NOW, at, draft, exported, run, verified

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService


@pytest.fixture
def reference(data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> str:
    """Redeems without a bill, and returns the reference."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("POINTS_TILL_READ_TIMEOUT", "1")
    wanted = draft("", "10")
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        made = new_reference(NOW)
        journal.begin(wanted, made, till=TILL, cashier="", at=NOW)
        client = LoyaltyClient.of(Settings(server=service.url, till=TILL), PASSWORD)
        client.send_code(wanted.identifier, wanted.points)
        redeemed = client.redeem(wanted, made, ValidationCode.parse(service.codes()[ASHA]))
        client.close()
        journal.step(made, Step.REDEEMED, at=NOW, redeemed=redeemed)
    return made


def attach(data: Path, service: PracticeService, reference: str, bill: str = "MG-1") -> tuple[ExitCode, str]:
    """Attaches a bill."""
    return run(data, "attach-bill", "--reference", reference, "--bill", bill, *at(service))


def sent(service: PracticeService) -> list[dict[str, object]]:
    """Returns the bodies of the calls that attach a bill."""
    return [json.loads(str(one["body"])) for one in service.requests() if one["path"] == "/v2/points/updateRedemption"]


def test_a_bill_is_attached(data: Path, service: PracticeService, reference: str) -> None:
    """It is printed as a result, and stands in the export and the outcome. The journal stays whole."""
    code, printed = attach(data, service, reference.lower())
    assert code is ExitCode.DONE
    assert json.loads(printed)["bill"] == "MG-1"
    (record,) = exported(data)
    assert (record["bill"], record["external_reference_number"]) == ("MG-1", reference)
    assert run(data, "outcome", "--bill", "mg-1") == (ExitCode.DONE, printed)
    assert verified(data)[0] is ExitCode.DONE
    assert attach(data, service, reference, "mg-1") == (ExitCode.DONE, printed)
    assert len(sent(service)) == 1
    assert sent(service)[0]["redemptionId"] == service.ledger()[0].redemption_id


def test_another_bill_is_refused(
    data: Path, service: PracticeService, reference: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The journal keeps the first."""
    attach(data, service, reference)
    assert attach(data, service, reference, "MG-2") == (ExitCode.NOT_REDEEMED, "")
    assert "another bill" in capsys.readouterr().err
    assert exported(data)[0]["bill"] == "MG-1"


def test_a_lost_answer_is_found_again(
    data: Path, service: PracticeService, reference: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The outcome is unknown as long as no one can look. The next try sends nothing again."""
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.ATTACH_BILL)
    service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
    assert attach(data, service, reference) == (ExitCode.UNKNOWN, "")
    assert "try again" in capsys.readouterr().err
    service.bad_day(None)
    code, printed = attach(data, service, reference)
    assert code is ExitCode.DONE
    assert json.loads(printed)["bill"] == "MG-1"
    assert len(sent(service)) == 1


def test_what_this_till_does_not_know(data: Path, service: PracticeService, reference: str) -> None:
    """It has an exit code of its own, and makes no journal."""
    assert attach(data, service, f"{reference}X") == (ExitCode.NO_RECORD, "")
    assert attach(data / "unused", service, reference) == (ExitCode.NO_RECORD, "")
    assert not (data / "unused").exists()
    assert not sent(service)


def test_an_unknown_redemption_gets_no_bill(data: Path, service: PracticeService, reference: str) -> None:
    """It is not known whether there is anything to attach it to."""
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        other = new_reference(NOW)
        journal.begin(draft("", "7"), other, till=TILL, cashier="", at=NOW)
    assert attach(data, service, other) == (ExitCode.UNKNOWN, "")
    assert attach(data, service, reference)[0] is ExitCode.DONE


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"code": 0}, ExitCode.UNUSABLE),
        ({"code": 4, "error": "the redemption has another bill"}, ExitCode.NOT_REDEEMED),
        ({}, ExitCode.UNKNOWN),
        ({"code": "0"}, ExitCode.UNKNOWN),
        ({"code": 99}, ExitCode.UNKNOWN),
    ],
)
def test_what_the_open_window_says(
    data: Path,
    service: PracticeService,
    reference: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    answer: dict[str, object],
    code: ExitCode,
) -> None:
    """Only the journal proves that the bill is attached: an earlier version says “done” to everything.

    Standard error says why it is not, also if the window has said nothing.
    """
    monkeypatch.setattr(attach_bill, "_ask_window", lambda *_asked: answer)
    with WriterLock(paths.journal(data)):
        assert attach(data, service, reference) == (code, "")
    said = capsys.readouterr().err
    assert ("try again" if code is ExitCode.UNKNOWN else "bill") in said


def test_a_journal_in_use_without_a_window(
    data: Path, service: PracticeService, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another command has it."""
    monkeypatch.setattr(attach_bill, "_ask_window", lambda *_asked: None)
    with WriterLock(paths.journal(data)), pytest.raises(JournalUnusable) as caught:
        attach(data, service, reference)
    assert caught.value.why is JournalTrouble.IN_USE


def test_a_window_that_closes_meanwhile(
    data: Path, service: PracticeService, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has taken nothing, and its lock is free then. So the command attaches the bill itself."""
    lock = WriterLock(paths.journal(data))

    def close(*_asked: object) -> None:
        lock.release()

    monkeypatch.setattr(attach_bill, "_ask_window", close)
    code, printed = attach(data, service, reference)
    assert code is ExitCode.DONE
    assert json.loads(printed)["external_reference_number"] == reference
