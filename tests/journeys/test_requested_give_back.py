"""A POS that asks to give points back gets the outcome of what the cashier agreed to, and nothing happens by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call
from desktop.training.bad_days import BadDay
from tests.journeys.pos import ASHA, check, environment, handed, read, to_the_code
from tests.journeys.remote_till import RemoteTill, ended, run, start

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService


def asked(reference: str, result: Path, points: str = "") -> list[str | Path]:
    """Returns the options that the POS adds."""
    return ["--give-back", reference, *(["--points", points] if points else []), "--result", result]


@pytest.fixture
def reference(options: list[str | Path], service: PracticeService, tmp_path: Path) -> str:
    """Redeems 250.125 points on this till, and returns the reference."""
    result = tmp_path / "bill" / "result.json"
    result.parent.mkdir()
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        record = check(till.end(), 0, "redeemed", result)
    return str(record["external_reference_number"])


def agree(till: RemoteTill) -> None:
    """Enters the reason, and gives back."""
    till.do("type", "Reason", "Item returned")
    till.do("key", "Return")


def until_offered(till: RemoteTill, left: str = "All 250.125") -> None:
    """Waits until points can be given back."""
    till.until_sees("Points to give back")
    till.until_sees(left)


def test_points_that_are_given_back(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """The amount is filled in, and nothing is given back before the cashier agrees. Then the exit code is 0."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result, "40.5"), environment=environment()) as till:
        until_offered(till)
        assert till.do("text", "Points to give back") == "40.5"
        assert service.ledger()[0].reversed_points == 0
        agree(till)
        till.until_sees("Done: Back to POS")
        till.do("until_file", str(result))
        till.do("key", "Return")
        record = check(till.end(), 0, "reversed", result)
    assert (record["reversed_points"], record["points_requested"]) == ("40.5", "40.5")
    assert (record["external_reference_number"], record["bill"], record["mobile"]) == (reference, "MG-1", ASHA)
    assert str(service.ledger()[0].reversed_points) == "40.5"


def test_a_till_that_is_killed_while_it_gives_back(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """The next start writes the POS's file with the outcome of what was sent for this request."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result, "40.5"), environment=environment(read_timeout=60)) as till:
        until_offered(till)
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REVERSE)
        agree(till)
        while not service.ledger()[0].reversed_points:
            till.do("names")
        till.process.kill()
        till.process.wait()
    assert not result.exists()
    with RemoteTill(*options, environment=environment(settle_after=1)) as till:
        till.do("until_file", str(result))
        while read(result)["outcome"] == "unknown":
            till.do("names")
    record = read(result)
    assert (record["outcome"], record["reversed_points"]) == ("reversed", "40.5")
    assert record["external_reference_number"] == reference


def test_withdrawing_too_late(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """`withdraw` says that points are being given back, not that they are being redeemed."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result, "40.5"), environment=environment(read_timeout=60)) as till:
        until_offered(till)
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REVERSE)
        agree(till)
        while not service.ledger()[0].reversed_points:
            till.do("names")
        late = run(*options, "withdraw", "--reference", reference, environment=environment())
        assert late.code == 4
        assert "too late: the cashier is giving the points back, or has tried to" in late.complaints
        assert not result.exists()


@pytest.mark.parametrize("way", [("key", "Escape"), ("press", "Cancel, back to POS")])
def test_a_cashier_who_does_not_agree(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path, way: tuple[str, str]
) -> None:
    """Escape and `Cancel, back to POS` end the window with exit code 3, and no points are back."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result), environment=environment()) as till:
        until_offered(till)
        till.do(*way)
        record = check(till.end(), 3, "cancelled", result)
    assert (record["external_reference_number"], record["bill"]) == (reference, "MG-1")
    assert service.ledger()[0].reversed_points == 0


def test_a_redemption_that_is_given_back_as_a_whole(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """If the POS names no points, all that are left are filled in."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result), environment=environment()) as till:
        until_offered(till)
        assert till.do("text", "Points to give back") == "250.125"
        agree(till)
        till.until_sees("Done: Back to POS")
        till.do("key", "Return")
        check(till.end(), 0, "reversed", result)
    assert str(service.ledger()[0].reversed_points) == "250.125"


def test_what_this_till_has_not_redeemed(options: list[str | Path], tmp_path: Path) -> None:
    """A reference that is not in the journal is refused, with exit code 4 and the reason."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked("01NOSUCHREFERENCE", result), environment=environment()) as till:
        till.until_says("PT-")
        # The way back has the focus.
        till.do("key", "Return")
        record = check(till.end(), 4, "refused", result)
    assert record["code"]
    assert record["message"]
    assert record["external_reference_number"] == "01NOSUCHREFERENCE"


@pytest.mark.parametrize("day", [BadDay.ERROR_503, BadDay.TRUNCATED])
@pytest.mark.parametrize("way", ["the cashier", "the POS"])
def test_a_service_that_does_not_say_what_can_be_given_back(  # noqa: PLR0917 - pytest passes them by name
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path, day: BadDay, way: str
) -> None:
    """Nothing was sent, and no one has refused anything: who cancels then is told so, with exit code 3."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, environment=environment()) as till:
        till.until_sees("Connection: Connected")
        service.bad_day(day, 50, call=Call.FIND_REDEMPTIONS)
        second = start("desktop", *options, *asked(reference, result, "40"), environment=environment())
        till.until_sees("Try again")
        if way == "the POS":
            assert run(*options, "withdraw", "--reference", reference, environment=environment()).code == 0
        else:
            till.do("press", "Cancel, back to POS")
        record = check(ended(second), 3, "cancelled", result)
        assert bool(record["code"]) is bool(record["message"]) is (way == "the cashier")
        assert (record["begun"], record["external_reference_number"], record["bill"]) == (None, reference, "MG-1")
        till.do("close")
    assert service.ledger()[0].reversed_points == 0


def test_an_unknown_outcome(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """The file says so at once, and the exit code is 5."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, *asked(reference, result, "40"), environment=environment()) as till:
        until_offered(till)
        service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=60)
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
        agree(till)
        till.do("until_file", str(result))
        till.until_sees("Done: Back to POS")
        till.do("key", "Return")
        record = check(till.end(), 5, "unknown", result)
    assert record["reversed_points"] is None
    assert record["points_requested"] == "40"


def test_a_page_that_cannot_be_left(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """While points are being given back, Escape does nothing, so that the cashier and the POS learn the outcome."""
    result = tmp_path / "result.json"
    slow = environment(read_timeout=20)
    with RemoteTill(*options, *asked(reference, result, "40"), environment=slow) as till:
        until_offered(till)
        service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE)
        agree(till)
        till.do("key", "Escape")
        till.until_sees("Done: Back to POS")
        till.do("key", "Return")
        check(till.end(), 0, "reversed", result)


def test_a_page_that_is_left_for_the_history(
    options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path
) -> None:
    """The POS is told the outcome once there is one, and the cashier reads it as news."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, environment=environment(read_timeout=20)) as till:
        till.until_sees("Connection: Connected")
        second = start("desktop", *options, *asked(reference, result, "40"), environment=environment())
        until_offered(till)
        service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE)
        agree(till)
        till.do("key", "F2")
        till.until_sees("Redemptions")
        check(ended(second), 0, "reversed", result)
        till.do("close")
        assert till.end().output == ""


def test_a_second_start(options: list[str | Path], service: PracticeService, reference: str, tmp_path: Path) -> None:
    """The open window shows the page, the second start reports the outcome, and the window goes back to the counter."""
    result = tmp_path / "result.json"
    with RemoteTill(*options, environment=environment()) as till:
        till.until_sees("Connection: Connected")
        # A customer is being served, and is not interrupted.
        till.find_member()
        second = start("desktop", *options, *asked(reference, result, "250.125"), environment=environment())
        till.do("type", "Points to redeem", "1")
        assert second.poll() is None
        till.do("key", "F4")
        until_offered(till)
        agree(till)
        check(ended(second), 0, "reversed", result)
        till.do("key", "Return")
        till.until_sees("Mobile number")
        till.do("close")
        assert till.end().output == ""
    assert str(service.ledger()[0].reversed_points) == "250.125"


@pytest.mark.parametrize(
    "wrong",
    [
        ["--give-back", ""],
        ["--give-back", "R", "--bill", "B"],
        ["--give-back", "R", "--mobile", "9777788221"],
        ["--give-back", "R", "--points", "1,000"],
        ["--give-back", "R\x07"],
        ["outcome", "--give-back", "R"],
    ],
)
def test_a_command_line_that_is_not_valid(options: list[str | Path], wrong: list[str]) -> None:
    """Each is a usage error with exit code 2, before there is a window."""
    assert run(*options, *wrong).code == 2
