"""A second start hands its bill to the open window, and reports the outcome as its own."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.result_line import RESULT_FIELDS
from tests.journeys.pos import ASHA, check, environment, handed, to_the_code
from tests.journeys.remote_till import RemoteTill, ended, start

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from desktop.training.service import PracticeService


@pytest.fixture
def first(options: list[str | Path]) -> RemoteTill:
    """Returns the window that is already open."""
    return RemoteTill(*options, environment=environment())


def second_start(options: list[str | Path], *more: str | Path) -> subprocess.Popen[str]:
    """Starts another process on the same data folder."""
    return start("desktop", *options, *more, environment=environment())


def test_a_second_start_hands_over_and_waits(
    first: RemoteTill, options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The open window takes the bill, the second start reports the outcome as its own, and the window stays open."""
    result = tmp_path / "result.json"
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(result))
        to_the_code(till)
        assert second.poll() is None
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
    """The customer at hand is not interrupted: bills wait their turn, and each gets its own outcome."""
    results = [tmp_path / f"result-{number}.json" for number in range(3)]
    with first as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        starts = [second_start(options, *handed(results[0], bill="MG-0", points="1"))]
        till.until_says("The POS has handed over bill MG-0.")
        for number in (1, 2):
            # In this order, which only the arrival of the first one guarantees.
            starts.append(second_start(options, *handed(results[number], bill=f"MG-{number}", points=f"{number + 1}")))
            till.until_says(f"The POS has handed over {number + 1} bill")
        till.do("key", "F4")
        for number in range(3):
            till.until_sees("Points to redeem")
            to_the_code(till)
            if number == 1:
                till.do("press", "Cancel, back to POS")
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


def test_a_window_that_is_killed_during_a_second_start(
    first: RemoteTill, options: list[str | Path], tmp_path: Path
) -> None:
    """If the first window is killed, the second start does not wait for ever, and reports unknown (exit code 5).

    The file is not written, because no window would rewrite it.
    """
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(tmp_path / "result.json"))
        till.until_sees("Points to redeem")
        till.process.kill()
        end = ended(second)
    assert end.code == 5
    assert (end.record["outcome"], end.record["bill"], end.record["mobile"]) == ("unknown", "MG-1", "9777788221")
    assert tuple(end.record) == RESULT_FIELDS
    assert "the window ended before it told the outcome" in end.complaints
    assert not (tmp_path / "result.json").exists()


def test_a_window_that_is_closed_during_a_second_start(
    first: RemoteTill, options: list[str | Path], tmp_path: Path
) -> None:
    """If the first window is closed in order, the second start is told that its bill was cancelled."""
    result = tmp_path / "result.json"
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(result))
        till.until_sees("Points to redeem")
        till.do("close")
        assert till.end().code == 0
        check(ended(second), 3, "cancelled", result)


@pytest.mark.parametrize("how", ["damaged", "not set up"])
def test_a_second_start_while_the_till_cannot_redeem(tmp_path: Path, options: list[str | Path], how: str) -> None:
    """It ends as a window that was opened for it does: with 6, and not as if the cashier had cancelled."""
    result = tmp_path / "of the POS" / "result.json"
    result.parent.mkdir()
    if how == "damaged":
        journal = paths.journal(tmp_path / "data")
        journal.parent.mkdir(parents=True)
        journal.write_bytes(b"no journal" * 100)
    else:
        options = options[options.index("--config") :]
    with RemoteTill(*options, environment=environment()) as till:
        till.until_sees("Connection: Not working" if how == "damaged" else "Test connection")
        second = second_start(options, *handed(result))
        while True:
            withdrawn = ended(second_start(options, "withdraw", "--bill", "MG-1")).code
            if withdrawn != 7:
                break
        assert withdrawn == 0
        record = check(ended(second), 6, "cancelled", result)
        assert bool(record["message"]) is (how == "damaged"), "an earlier redemption may be missing"
        till.do("close")
        till.end()


def test_a_second_start_for_another_till(first: RemoteTill, options: list[str | Path], tmp_path: Path) -> None:
    """Its points would move in the wrong name, so nothing is handed over, with exit code 2."""
    result = tmp_path / "result.json"
    with first as till:
        till.until_sees("Connection: Connected")
        end = ended(second_start(options, "--till", "till.two", *handed(result)))
        assert (end.code, end.output) == (2, "")
        assert "another --server or --till" in end.complaints
        assert till.do("sees", "Mobile number")
        assert not result.exists()
        till.do("close")
        assert till.end().code == 0


@pytest.mark.slow
def test_a_second_start_without_a_bill(first: RemoteTill, options: list[str | Path]) -> None:
    """It shows the open window, and ends at once."""
    with first as till:
        till.until_sees("Connection: Connected")
        end = ended(second_start(options))
        assert (end.code, end.output, end.complaints) == (0, "", "")
        till.do("close")
        assert till.end().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that ends a process in order")
def test_a_second_start_can_be_ended(first: RemoteTill, options: list[str | Path], tmp_path: Path) -> None:
    """A POS that ends the second start leaves the window as it is, with the fields filled in."""
    with first as till:
        till.until_sees("Connection: Connected")
        second = second_start(options, *handed(tmp_path / "result.json"))
        till.until_sees("Points to redeem")
        second.terminate()
        assert ended(second).code != 0
        assert till.do("text", "Points to redeem") == "250.125"
        till.do("close")
        assert till.end().code == 0


def test_a_bill_is_withdrawn(
    first: RemoteTill, options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """A bill that is open or waits is cancelled for who handed it over. It is too late once it was redeemed."""
    results = [tmp_path / str(number) / "result.json" for number in range(3)]
    for one in results:
        one.parent.mkdir()

    def withdraw(bill: str) -> int:
        return ended(second_start(options, "withdraw", "--bill", bill)).code

    assert withdraw("MG-0") == 7
    with first as till:
        till.until_sees("Connection: Connected")
        assert withdraw("MG-0") == 7
        starts = [second_start(options, *handed(results[0], bill="MG-0"))]
        till.until_sees("Points to redeem")
        starts.append(second_start(options, *handed(results[1], bill="MG-1")))
        till.until_says("The POS has handed over bill MG-1.")
        assert withdraw("mg-1") == 0
        check(ended(starts[1]), 3, "cancelled", results[1])
        assert withdraw("MG-0") == 0
        check(ended(starts[0]), 3, "cancelled", results[0])
        last = second_start(options, *handed(results[2], bill="MG-2"))
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        assert withdraw("MG-2") == 4
        check(ended(last), 0, "redeemed", results[2])
        till.do("close")
    assert len(service.ledger()) == 1


def test_bills_that_are_attached_while_the_window_starts(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """They wait until its journal is open. None is told that the journal cannot be used."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, "--mobile", "9777788221", "--result", result, environment=environment()) as till:
        till.until_sees("Points to redeem")
        till.send_code("10")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        reference = str(till.end().record["external_reference_number"])
    attach = ("attach-bill", "--reference", reference, "--bill", "MG-2")
    with RemoteTill(*options, environment=environment()) as till:
        others = [second_start(options, *attach) for _ in range(4)]
        till.until_sees("Connection: Connected")
        for one in map(ended, others):
            assert (one.code, one.complaints, one.record["bill"]) == (0, "", "MG-2")


def test_a_window_whose_settings_are_mended(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """It takes what the POS hands over before and after that. A window of its own could not have the journal."""
    _, server, _, till_name, *folders = options
    config, results = tmp_path / "config", [tmp_path / name / "result.json" for name in ("before", "after")]
    for folder in (config, *(one.parent for one in results)):
        folder.mkdir()
    (config / "settings.json").write_text(json.dumps({"server": "http://shop.example"}), encoding="utf-8")
    with RemoteTill("--till", till_name, *folders, environment=environment()) as till:
        till.until_sees("Address of the service")
        starts = [second_start(options, *handed(results[0], bill="MG-0"))]
        till.until_sees("Cancel, back to POS")
        till.do("type", "Address of the service", server)
        till.do("press", "Save")
        till.until_sees("Points to redeem")
        starts.append(second_start(options, *handed(results[1])))
        till.until_says("The POS has handed over bill MG-1.")
        till.do("press", "Cancel, back to POS")
        check(ended(starts[0]), 3, "cancelled", results[0])
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        check(ended(starts[1]), 0, "redeemed", results[1])


def test_a_window_whose_settings_cannot_be_used(options: list[str | Path], tmp_path: Path) -> None:
    """If it is closed, the POS is told so with exit code 6, and no second window opens."""
    config, result = tmp_path / "config", tmp_path / "result.json"
    config.mkdir()
    (config / "settings.json").write_text(json.dumps({"server": "http://shop.example"}), encoding="utf-8")
    with RemoteTill(*options[2:], environment=environment()) as till:
        till.until_sees("Address of the service")
        second = start("desktop", *options[2:], *handed(result), environment=environment())
        till.until_sees("Cancel, back to POS")
        till.do("close")
        assert till.end().code == 6
        end = ended(second)
    assert (end.code, end.record["outcome"]) == (6, "cancelled")
