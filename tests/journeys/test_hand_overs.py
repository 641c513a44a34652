"""A bill handed over by the POS: filled in, never sent by itself, its outcome told on every way and never wrongly."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.failures import Call
from desktop.domain.result_record import RESULT_FIELDS
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.journeys.remote_till import AT_ONCE, Ended, RemoteTill, ended, start

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from desktop.training.service import PracticeService

ASHA = "919777788221"
SELDOM = pytest.mark.slow


@pytest.fixture
def options(service: PracticeService, tmp_path: Path) -> list[str | Path]:
    """What every start on this till is given."""
    return [
        "--server", service.url, "--till", TILL, "--config", tmp_path / "config", "--data", tmp_path / "data",
    ]  # fmt: skip


def environment(**settings: object) -> dict[str, str]:
    """The environment of a till with these settings."""
    given = {"LANGUAGE": "en", "READ_TIMEOUT": 1, "SETTLE_AFTER": 60} | {
        name.upper(): value for name, value in settings.items()
    }
    return {"POINTS_TILL_PASSWORD": PASSWORD} | {f"POINTS_TILL_{name}": str(value) for name, value in given.items()}


def handed(result: Path, bill: str = "MG-1", points: str = "250.125") -> list[str | Path]:
    """What the POS adds."""
    return ["--bill", bill, "--mobile", "9777788221", "--points", points, "--result", result]


def read(result: Path) -> dict[str, str | None]:
    """What stands in the POS's file."""
    found: dict[str, str | None] = json.loads(result.read_text(encoding="utf-8"))
    return found


def check(end: Ended, code: int, outcome: str, result: Path) -> dict[str, str | None]:
    """Exit code, standard output and file agree, and have the contract's fields and types."""
    assert end.complaints == ""
    record = end.record
    assert end.code == code
    assert tuple(record) == RESULT_FIELDS
    assert all(value is None or isinstance(value, str) for value in record.values())
    assert record["outcome"] == outcome
    assert datetime.fromisoformat(str(record["at"])).tzinfo is not None
    assert read(result) == record
    assert [one.name for one in result.parent.iterdir() if "result" in one.name] == [result.name]
    return record


def to_the_code(till: RemoteTill) -> None:
    """From the filled-in fields to the code step, by Enter alone."""
    till.until_sees("Connection: Connected")
    till.do("key", "Return")
    till.until_sees("Points to redeem")
    till.do("key", "Return")
    till.until_sees("Validation code")


def test_a_redemption(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The fields are filled in, nothing is sent; four Enters; told at once; the window ends with Done, exit code 0."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Connected")
        assert till.do("text", "Mobile number") == "9777788221"
        assert not [one for one in service.requests() if "mobile" in str(one["query_names"])]
        to_the_code(till)
        assert till.do("text", "Redeem") == "Redeem 250.125 points"
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("until_file", str(result))
        assert read(result)["outcome"] == "redeemed"
        assert till.do("text", "New customer") == "Done"
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


@pytest.mark.parametrize(
    "way", ["New customer", pytest.param("close", marks=SELDOM), pytest.param("quit", marks=SELDOM)]
)
def test_a_cancelled_one(options: list[str | Path], service: PracticeService, tmp_path: Path, way: str) -> None:
    """The cashier leaves before anything was redeemed: cancelled, exit code 3."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Connected")
        if way == "New customer":
            till.do("press", way)
        else:
            till.do(way)
        record = check(till.end(), 3, "cancelled", result)
    assert record["bill"] == "MG-1"
    assert record["external_reference_number"] is None
    assert not service.ledger()


@pytest.mark.parametrize("at_once", ["close made", pytest.param("quit made", marks=SELDOM)])
def test_one_that_was_cancelled_before_there_was_a_window(
    options: list[str | Path], tmp_path: Path, at_once: str
) -> None:
    """Closed before the first picture: still cancelled, and never taken for redeemed."""
    result = tmp_path / "result.json"
    environ = environment() | {AT_ONCE: at_once}
    with RemoteTill(*options, *handed(result), environment=environ) as till:
        check(till.end(), 3, "cancelled", result)


def test_a_refused_one(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """A refusal is told when the cashier gives up, exit code 4, with the service's code and words."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("(808)")
        assert not result.exists()
        till.do("key", "F4")
        record = check(till.end(), 4, "refused", result)
    assert record["code"] == "808"
    assert record["message"]
    assert record["points_redeemed"] is None
    assert not service.ledger()


@pytest.mark.slow
def test_one_that_is_refused_and_then_redeemed(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The second try counts: the POS hears of a redemption only."""
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
def test_one_that_never_left(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """No connection: not sent, exit code 4."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.stop()
        till.enter_code(code)
        till.until_says("(PT-CONNECT)")
        till.do("key", "F4")
        record = check(till.end(), 4, "not_sent", result)
    assert record["code"] == "PT-CONNECT"


def test_an_unknown_one(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """Nobody knows: the file says so at once, exit code 5 when the cashier goes on, with the reference to ask for."""
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
        assert till.do("text", "New customer") == "Done"
        till.do("key", "Return")
        record = check(till.end(), 5, "unknown", result)
    assert record["external_reference_number"] == service.ledger()[0].reference


@pytest.mark.parametrize("way", ["close", pytest.param("quit", marks=SELDOM)])
def test_a_window_that_is_closed_on_a_redemption_under_way(
    options: list[str | Path], service: PracticeService, tmp_path: Path, way: str
) -> None:
    """Points may have moved when the window is closed: never told as cancelled, but unknown, with its reference."""
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
def test_an_unknown_one_that_is_settled(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """As soon as it is known that the points moved, the file and standard output say so: exit code 0."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(settle_after=1)) as till:
        to_the_code(till)
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        check(till.end(), 0, "redeemed", result)


@pytest.mark.slow
def test_one_that_did_not_happen_and_is_redeemed_again(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """Not applied is not the last word while the cashier can redeem again: the POS is told the last word alone."""
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
    """A damaged journal: exit code 6, and the POS hears that nothing was done."""
    journal = paths.journal(tmp_path / "data")
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"no journal" * 100)
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Not working")
        till.do("close")
        check(till.end(), 6, "cancelled", result)


@pytest.mark.slow
def test_settings_that_cannot_be_used(options: list[str | Path], tmp_path: Path) -> None:
    """A setting that makes no sense: said in the window and on standard error, exit code 6."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment(country="nowhere")) as till:
        till.until_sees("Connection: Not working")
        till.do("close")
        end = till.end()
    assert end.code == 6
    assert "settings cannot be used: country:" in end.complaints
    assert end.record["outcome"] == "cancelled"


@pytest.mark.slow
def test_a_result_that_cannot_be_written(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The redemption and standard output are as ever; that the file could not be written is said, as what it is."""
    folder = tmp_path / "of the POS"
    folder.mkdir()
    result = folder / "result.json"
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        # It was there when the till was opened.
        folder.rmdir()
        folder.touch()
        till.enter_code(service.codes()[ASHA])
        till.until_says("The POS could not be told what came of it.")
        till.until_sees("Updated balance")
        till.do("key", "Return")
        end = till.end()
    assert end.code == 0
    assert end.record["outcome"] == "redeemed"
    assert str(result) in end.complaints
    assert not result.exists()


@pytest.fixture
def first(options: list[str | Path]) -> RemoteTill:
    """The window that is open already."""
    return RemoteTill(*options, environment=environment())


def second_start(options: list[str | Path], *more: str | Path) -> subprocess.Popen[str]:
    """Another start on the same data folder."""
    return start("desktop", *options, *more, environment=environment())


def test_a_second_start_hands_over_and_waits(
    first: RemoteTill, options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The window that is open takes the bill; the second start tells the outcome as its own; the window stays."""
    result = tmp_path / "result.json"
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(result))
        till.do("until_text", "Mobile number", "9777788221")
        assert second.poll() is None
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        end = ended(second)
        till.do("until_file", str(result))
        check(end, 0, "redeemed", result)
        till.do("key", "Return")
        till.until_sees("Mobile number")
        till.do("close")
        assert till.end().output == ""
    assert len(service.ledger()) == 1


def test_bills_that_come_while_another_is_served(
    first: RemoteTill, options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """Nobody is interrupted: bills wait their turn, each gets its own outcome, and none is mixed up or lost."""
    results = [tmp_path / f"result-{number}.json" for number in range(3)]
    with first as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        starts = [second_start(options, *handed(results[0], bill="MG-0", points="1"))]
        till.until_says("The next bill has been handed over.")
        for number in (1, 2):
            # In this order, which only the first one's arrival makes sure of.
            till.do("type", "Points to redeem", "5")
            till.do("until_message", "")
            starts.append(second_start(options, *handed(results[number], bill=f"MG-{number}", points=f"{number + 1}")))
            till.until_says("The next bill has been handed over.")
        till.do("key", "F4")
        for number in range(3):
            till.do("until_text", "Mobile number", "9777788221")
            to_the_code(till)
            if number == 1:
                till.do("key", "F4")
                continue
            till.enter_code(service.codes()[ASHA])
            till.until_sees("Updated balance")
            till.do("key", "Return")
        ends = [ended(one) for one in starts]
        till.do("close")
        assert till.end().code == 0
    assert [one.code for one in ends] == [0, 3, 0]
    assert [one.record["bill"] for one in ends] == ["MG-0", "MG-1", "MG-2"]
    assert [one.record["points_redeemed"] for one in ends] == ["1", None, "3"]
    assert [str(one.points) for one in service.ledger()] == ["1", "3"]


def test_a_window_that_dies_on_a_second_start(first: RemoteTill, options: list[str | Path], tmp_path: Path) -> None:
    """The first window is killed: the second start does not wait for ever, and claims nothing (exit code 5)."""
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(tmp_path / "result.json"))
        till.do("until_text", "Mobile number", "9777788221")
        till.process.kill()
        end = ended(second)
    assert end.code == 5
    assert end.output == ""
    assert not (tmp_path / "result.json").exists()


def test_a_window_that_is_closed_on_a_second_start(
    first: RemoteTill, options: list[str | Path], tmp_path: Path
) -> None:
    """The first window is closed in order: the second start is told that its bill was cancelled."""
    result = tmp_path / "result.json"
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(result))
        till.do("until_text", "Mobile number", "9777788221")
        till.do("close")
        assert till.end().code == 0
        check(ended(second), 3, "cancelled", result)


@pytest.mark.slow
def test_a_second_start_without_a_bill(first: RemoteTill, options: list[str | Path]) -> None:
    """It shows the window that is there, and ends at once."""
    with first as till:
        till.until_sees("Connection: Connected")
        end = ended(second_start(options))
        assert (end.code, end.output, end.complaints) == (0, "", "")
        till.do("close")
        assert till.end().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process is not told to end in order")
def test_a_second_start_can_be_ended(first: RemoteTill, options: list[str | Path], tmp_path: Path) -> None:
    """A POS that gives up on the second start leaves the window as it is, with the fields filled in."""
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(tmp_path / "result.json"))
        till.do("until_text", "Mobile number", "9777788221")
        second.terminate()
        assert ended(second).code != 0
        assert till.do("text", "Mobile number") == "9777788221"
        till.do("close")
        assert till.end().code == 0


@pytest.mark.slow
def test_a_bill_in_training(tmp_path: Path) -> None:
    """Training takes hand-overs as well, on a data folder of its own."""
    result = tmp_path / "result.json"
    options: list[str | Path] = ["--training", "--config", tmp_path / "config", "--data", tmp_path / "data"]
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        till.until_sees("Connection: Training")
        assert till.do("text", "Mobile number") == "9777788221"
        till.do("close")
        check(till.end(), 3, "cancelled", result)
    assert paths.journal(paths.training_dir(tmp_path / "data")).exists()
    assert not paths.journal(tmp_path / "data").exists()
