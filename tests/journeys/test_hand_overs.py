"""A bill from the POS is filled in, never sent by itself, and its outcome is always reported correctly."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.failures import Call
from desktop.domain.redemption import Redeemed, Step
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from tests.commands.runs import NOW, draft
from tests.disks import small_disk
from tests.faults.test_disk import fill
from tests.journeys.pos import ASHA, check, environment, handed, read, to_the_code
from tests.journeys.remote_till import AT_ONCE, RemoteTill, ended, start

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService

SELDOM = pytest.mark.slow


def test_a_redemption(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The member is looked up at once. The outcome is written at once, and Done ends the window with exit code 0."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Points to redeem")
        assert not [one for one in service.requests() if "issue_otp" in str(one["query_names"])]
        to_the_code(till)
        assert till.do("text", "Redeem") == "Redeem 250.125 points"
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("until_file", str(result))
        assert read(result)["outcome"] == "redeemed"
        assert till.do("text", "New customer") == "Back to POS"
        till.do("key", "Return")
        record = check(till.end(), 0, "redeemed", result)
    moved = service.ledger()[0]
    assert record["external_reference_number"] == moved.reference
    assert record["redemption_id"] == moved.redemption_id
    assert record["points_redeemed"] == "250.125"
    assert Decimal(str(record["redeemed_value"])) == Decimal("250.125")
    assert record["balance"] == "1740.875"
    assert record["mobile"] == ASHA
    assert record["bill"] == "MG-1"
    assert record["code"] == "800"
    assert record["request_id"]


def test_a_file_on_a_full_disk(options: list[str | Path], service: PracticeService) -> None:
    """The cashier reads that the POS was not told. With room again, the file has the outcome at the end."""
    with small_disk(64 * 1024) as disk:
        result, filler = disk / "result.json", disk / "filler"
        with RemoteTill(*options, *handed(result), environment=environment()) as till:
            to_the_code(till)
            fill(filler)
            till.enter_code(service.codes()[ASHA])
            till.until_says("(PT-HAND-OVER-FILE)")
            assert not result.exists()
            filler.unlink()
            till.do("key", "Return")
            check(till.end(), 0, "redeemed", result)


@pytest.mark.parametrize(
    "way", ["Cancel, back to POS", pytest.param("close", marks=SELDOM), pytest.param("quit", marks=SELDOM)]
)
def test_a_cancelled_bill(options: list[str | Path], service: PracticeService, tmp_path: Path, way: str) -> None:
    """If the cashier leaves before anything was redeemed, the outcome is cancelled, with exit code 3."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Connected")
        if way == "Cancel, back to POS":
            till.do("press", way)
        else:
            till.do(way)
        record = check(till.end(), 3, "cancelled", result)
    assert record["bill"] == "MG-1"
    assert record["external_reference_number"] is None
    assert not service.ledger()


def test_a_till_that_is_killed_with_bills(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The POS hands one over again, which gets its own outcome. The next start tells that the other ones are over."""
    first, waiting = tmp_path / "first" / "result.json", tmp_path / "waiting.json"
    with RemoteTill(*options, *handed(first), environment=environment()) as till:
        till.until_sees("Points to redeem")
        second = start("desktop", *options, *handed(waiting, "MG-2"), environment=environment())
        with PosRecords(paths.pos_records(tmp_path / "data")) as records:
            while len(records.lost()) < 2:
                till.do("names")
        till.process.kill()
        till.process.wait()
        assert ended(second).code == 5
    assert not first.exists()
    assert not waiting.exists()
    with RemoteTill(*options, *handed(first, points="7"), environment=environment()) as till:
        till.do("until_file", str(waiting))
        assert (read(waiting)["outcome"], read(waiting)["bill"]) == ("cancelled", "MG-2")
        assert not first.exists()
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        till.do("until_file", str(first))
        assert (read(first)["outcome"], read(first)["points_redeemed"]) == ("redeemed", "7")
        till.do("key", "Return")
        check(till.end(), 0, "redeemed", first)
    # What the POS has read is not written again.
    first.unlink()
    waiting.unlink()
    with RemoteTill(*options, environment=environment()) as till:
        till.until_sees("Connection: Connected")
        till.do("close")
        till.end()
    assert not first.exists()
    assert not waiting.exists()


@pytest.mark.parametrize("at_once", ["close made", pytest.param("quit made", marks=SELDOM)])
def test_a_bill_that_is_cancelled_before_there_is_a_window(
    options: list[str | Path], tmp_path: Path, at_once: str
) -> None:
    """A window that is closed before the first picture is reported as cancelled, never as redeemed."""
    result = tmp_path / "result.json"
    environ = environment() | {AT_ONCE: at_once}
    with RemoteTill(*options, *handed(result), environment=environ) as till:
        check(till.end(), 3, "cancelled", result)


def test_a_bill_that_was_redeemed_before_and_gets_no_window(options: list[str | Path], tmp_path: Path) -> None:
    """The POS is told of the earlier redemption even then."""
    with SqliteJournal.open(paths.journal(tmp_path / "data"), till=TILL) as journal:
        journal.begin(draft("mg-1", "10"), "01KA", till=TILL, cashier="", at=NOW)
        journal.step("01KA", Step.REDEEMED, at=NOW, redeemed=Redeemed(redemption_id="7t4y2a", points=Decimal(10)))
    result = tmp_path / "result.json"
    environ = environment() | {AT_ONCE: "close made"}
    with RemoteTill(*options, *handed(result), environment=environ) as till:
        end = till.end()
    assert (end.code, end.record["outcome"]) == (3, "cancelled")
    earlier = json.loads(result.read_text(encoding="utf-8"))["earlier"]
    assert end.record["earlier"] == earlier
    assert (earlier["outcome"], earlier["external_reference_number"]) == ("redeemed", "01KA")


def test_a_refused_bill(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """A refusal is reported when the cashier gives up, with exit code 4 and the service's code and message."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("(808)")
        assert not result.exists()
        till.do("press", "Cancel, back to POS")
        record = check(till.end(), 4, "refused", result)
    assert record["code"] == "808"
    assert record["message"]
    assert record["points_redeemed"] is None
    assert not service.ledger()


@pytest.mark.slow
def test_a_bill_that_is_refused_and_then_redeemed(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """After a refusal and a redemption, the POS is told only of the redemption."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("(808)")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        check(till.end(), 0, "redeemed", result)


@pytest.mark.slow
def test_a_bill_that_is_not_sent(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """Without a connection the outcome is not sent, with exit code 4."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.stop()
        till.enter_code(code)
        till.until_says("(PT-CONNECT)")
        till.do("press", "Cancel, back to POS")
        record = check(till.end(), 4, "not_sent", result)
    assert record["code"] == "PT-CONNECT"


def test_a_bill_with_an_unknown_outcome(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The file has the unknown outcome at once. Exit code 5 follows when the cashier goes on, with the reference."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("until_file", str(result))
        assert read(result)["outcome"] == "unknown"
        assert till.do("text", "Next customer") == "Back to POS"
        till.do("key", "Return")
        record = check(till.end(), 5, "unknown", result)
    assert record["external_reference_number"] == service.ledger()[0].reference


@pytest.mark.parametrize("way", ["close", pytest.param("quit", marks=SELDOM)])
def test_a_window_that_is_closed_during_a_redemption(
    options: list[str | Path], service: PracticeService, tmp_path: Path, way: str
) -> None:
    """Points may have moved when the window is closed: the outcome is unknown with its reference, never cancelled."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(read_timeout=60)) as till:
        to_the_code(till)
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
        till.enter_code(service.codes()[ASHA])
        while not service.ledger():
            till.do("names")
        till.do(way)
        record = check(till.end(), 5, "unknown", result)
    assert record["external_reference_number"] == service.ledger()[0].reference


@pytest.mark.slow
def test_an_unknown_outcome_that_is_settled(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """As soon as the points are known to have moved, file and standard output say so, with exit code 0."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(settle_after=1)) as till:
        to_the_code(till)
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        check(till.end(), 0, "redeemed", result)


@pytest.mark.slow
def test_a_bill_that_was_not_applied_and_is_redeemed_again(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """Not applied is not final while the cashier can redeem again. The POS is told only the final outcome."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(read_timeout=0.4, settle_after=0.4)) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.CUT_BEFORE, 1, call=Call.REDEEM)
        till.enter_code(code)
        till.until_sees("Redeem again")
        till.do("until_file", str(result))
        till.do("key", "Return")
        till.until_sees("Validation code")
        till.do("key", "Return")
        till.until_sees("Updated balance")
        till.do("key", "Return")
        record = check(till.end(), 0, "redeemed", result)
    assert [one.reference for one in service.ledger()] == [record["external_reference_number"]]


def test_a_till_that_cannot_work(options: list[str | Path], tmp_path: Path) -> None:
    """With a damaged journal, the exit code is 6, and the POS is told that nothing was done."""
    journal = paths.journal(tmp_path / "data")
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"no journal" * 100)
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Not working")
        till.do("close")
        check(till.end(), 6, "cancelled", result)


def test_a_till_that_is_not_set_up(tmp_path: Path) -> None:
    """The window asks for the address first. If it is closed without one, the exit code is the doctor's."""
    result = tmp_path / "result.json"
    folders: list[str | Path] = ["--config", tmp_path / "config", "--data", tmp_path / "data"]
    with RemoteTill(*folders, *handed(result), environment=environment()) as till:
        till.until_sees("Test connection")
        till.do("close")
        end = till.end()
    assert end.code == 6
    assert end.record == read(result)
    assert end.record["outcome"] == "cancelled"


@pytest.mark.slow
def test_settings_that_cannot_be_used(options: list[str | Path], tmp_path: Path) -> None:
    """A wrong value of a setting that protects money is reported, with exit code 6."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(settle_after="soon")) as till:
        till.until_sees("Connection: Not working")
        till.do("close")
        end = till.end()
    assert end.code == 6
    assert "setting cannot be used: settle_after:" in end.complaints
    assert end.record["outcome"] == "cancelled"


@pytest.mark.slow
def test_a_result_that_cannot_be_written(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The redemption and standard output are unchanged, and the window says that the file was not written."""
    folder = tmp_path / "of the POS"
    folder.mkdir()
    result = folder / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        # The folder existed when the till was opened.
        folder.rmdir()
        folder.touch()
        till.enter_code(service.codes()[ASHA])
        till.until_says("The outcome could not be sent to the POS.")
        till.until_sees("Updated balance")
        till.do("key", "Return")
        end = till.end()
    assert end.code == 0
    assert end.record["outcome"] == "redeemed"
    assert end.complaints == ""
    assert not result.exists()


@pytest.mark.slow
def test_a_bill_in_training(tmp_path: Path) -> None:
    """Training takes hand-overs as well, in a data folder of its own."""
    result = tmp_path / "result.json"
    options: list[str | Path] = ["--training", "--config", tmp_path / "config", "--data", tmp_path / "data"]
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Points to redeem")
        till.do("close")
        check(till.end(), 3, "cancelled", result)
    assert paths.journal(paths.training_dir(tmp_path / "data")).exists()
    assert not paths.journal(tmp_path / "data").exists()
