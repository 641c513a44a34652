"""A file is rewritten once its outcome is known or turns out otherwise, by the same window or at the next start."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.gui.screen import Place
from desktop.pos.hand_over import HandOver
from desktop.pos_connection import Served
from desktop.training.bad_days import BadDay
from tests.journeys.pos import ASHA, check, environment, handed, read, to_the_code
from tests.journeys.remote_till import RemoteTill, start

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def leave_unknown(options: list[str | Path], service: PracticeService, result: Path) -> str:
    """Redeems, loses the answer, and closes the window. Returns the reference."""
    with RemoteTill(*options, *handed(result), environment=environment(settle_after=1)) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("key", "Return")
        record = check(till.end(), 5, "unknown", result)
    return str(record["external_reference_number"])


def test_a_redemption_at_the_next_start(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """The next start finds the outcome, and rewrites the file without being asked."""
    result = tmp_path / "result.json"
    reference = leave_unknown(options, service, result)
    service.bad_day(None)
    with RemoteTill(*options, environment=environment(settle_after=1)) as till:
        till.do("until_file", str(result), "redeemed")
    assert read(result)["external_reference_number"] == reference


def test_a_redemption_that_counted_as_not_done(
    options: list[str | Path], service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service shows it too late. The next start finds it, and the file no longer says that nothing was taken."""
    result = tmp_path / "result.json"
    quick = environment(read_timeout=0.4, settle_after=0.4)
    with RemoteTill(*options, *handed(result), environment=quick) as till:
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
        service.bad_day(BadDay.REDEMPTION_SHOWS_LATE, seconds=60, also=True)
        till.enter_code(code)
        till.until_sees("Redeem again")
        till.do("press", "Next customer")
        reference = check(till.end(), 4, "not_applied", result)["external_reference_number"]
    service.bad_day(None)
    monkeypatch.setattr(service.calls.ledger, "_clock", lambda: time.monotonic() + 60)
    with RemoteTill(*options, environment=quick) as till:
        till.do("until_file", str(result), "redeemed")
        asked = start("desktop", *options, "outcome", "--reference", str(reference), environment=environment())
        assert json.loads(asked.communicate(timeout=60)[0]) == read(result)


def test_a_file_that_was_taken_away_is_not_made_again(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The POS has read it. No file appears where none is expected any more."""
    result = tmp_path / "result.json"
    reference = leave_unknown(options, service, result)
    result.unlink()
    service.bad_day(None)
    with RemoteTill(*options, environment=environment(settle_after=1)) as till:
        till.until_sees("Connection: Connected")
        asked = start("desktop", *options, "outcome", "--reference", reference, environment=environment())
        output, _ = asked.communicate(timeout=60)
        while json.loads(output)["outcome"] == "unknown":
            asked = start("desktop", *options, "outcome", "--reference", reference, environment=environment())
            output, _ = asked.communicate(timeout=60)
        till.do("close")
        till.end()
    assert not result.exists()


@pytest.mark.parametrize("by", ["the same window", "the next start"])
def test_points_that_are_given_back(
    options: list[str | Path], service: PracticeService, tmp_path: Path, by: str
) -> None:
    """A reversal whose answer was lost is settled like a redemption, and its file too."""
    bill, result = tmp_path / "bill.json", tmp_path / "back.json"
    with RemoteTill(*options, *handed(bill, points="50"), environment=environment()) as till:
        to_the_code(till)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        till.end()
    reference = str(read(bill)["external_reference_number"])
    asked: list[str | Path] = ["--give-back", reference, "--points", "40", "--result", result]
    with RemoteTill(*options, environment=environment(read_timeout=4)) as till:
        till.until_sees("Connection: Connected")
        second = start("desktop", *options, *asked, environment=environment())
        till.until_sees("Points to give back")
        till.until_sees("All 50")
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REVERSE)
        till.do("type", "Reason", "Item returned")
        till.do("key", "Return")
        while not service.ledger()[0].reversed_points:
            till.do("names")
        service.bad_day(BadDay.CUT_BEFORE, call=Call.FIND_REDEMPTIONS, also=True)
        till.do("until_file", str(result))
        assert read(result)["outcome"] == "unknown"
        till.until_sees("Done")
        till.do("key", "Return")
        assert json.loads(second.communicate(timeout=60)[0])["outcome"] == "unknown"
        if by == "the same window":
            service.bad_day(None)
            till.do("until_file", str(result), "reversed")
        else:
            till.do("close")
            till.end()
    if by == "the next start":
        service.bad_day(None)
        with RemoteTill(*options, environment=environment()) as till:
            till.do("until_file", str(result), "reversed")
    assert (read(result)["reversed_points"], read(result)["external_reference_number"]) == ("40", reference)


def test_a_window_that_closes_right_after_an_outcome(
    open_till: OpenTill, service: PracticeService, tmp_path: Path
) -> None:
    """The files are looked through only once an outcome has been painted. Closing before that loses none."""
    result = tmp_path / "pos" / "result.json"
    result.parent.mkdir()
    cashier = open_till(service=service)
    session = cashier.session
    served = Served(session, lambda: None)
    served.take(HandOver(Prefill(mobile=ASHA, bill="MG-1"), str(result), id="H1"))
    cashier.until_at(Place.POINTS)
    cashier.send_code("12.5")
    service.bad_day(BadDay.REDEMPTION_SHOWS_LATE, 1, seconds=2)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM, also=True)
    cashier.enter_code()
    cashier.until_at(Place.UNKNOWN)
    cashier.rest()
    cashier.enter()
    cashier.until(lambda: not served.hand_overs.is_busy and result.exists(), "the outcome")
    # Whatever the machine does meanwhile, the end comes first.
    session._catch_up_soon.setInterval(600_000)
    cashier.until(session._catch_up_soon.isActive, "the redemption")
    assert read(result)["outcome"] == "unknown"
    assert cashier.end()
    assert read(result)["outcome"] == "redeemed"
