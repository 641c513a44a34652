"""A window that was opened for one request of the POS serves what was handed over meanwhile, and only then closes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.domain.reversal import GivenBack, ReversalState
from desktop.gui.screen import Place
from desktop.pos.hand_over import HandOver
from desktop.pos_connection import Served
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA
from tests.journeys.pos import check, environment, handed, read, to_the_code
from tests.journeys.remote_till import RemoteTill, ended, run, start
from tests.journeys.test_give_back import open_page
from tests.training.conftest import Till as OtherTill

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.reversal import Reversal
    from desktop.pos.reports import Report
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


class Connection:
    """The POS's side of a till: what closes the window, and what the POS was told."""

    def __init__(self, cashier: Cashier) -> None:
        self.closes = 0
        self.told: list[str] = []
        self.points_back: list[str | None] = []
        self.served = Served(cashier.session, self._close)
        self.served.hand_overs._tell = self.served.give_backs._tell = self._note

    def _note(self, one: Report) -> None:
        if not one.path:
            # It only records that the cashier has finished.
            return
        self.told.append(f"{one.path} {one.record['outcome']}")
        self.points_back.append(one.record["reversed_points"])

    def _close(self) -> None:
        self.closes += 1

    def bill(self, *, is_own: bool) -> None:
        """Hands a bill over."""
        self.served.take(HandOver(Prefill(mobile=ASHA, bill="MG-2"), "bill", by_link=not is_own))

    def give_back(self, reference: str, points: str = "40", *, is_own: bool) -> None:
        """Asks to give points back."""
        self.served.take(HandOver(Prefill(points=points), f"back {points}", by_link=not is_own, give_back=reference))


def redeemed(
    open_till: OpenTill,
    service: PracticeService,
    **others: Any,  # noqa: ANN401 - as `OpenTill`
) -> tuple[Cashier, Connection]:
    """Opens a till and redeems 100 points."""
    cashier = open_till(service=service, **({"give_back": "cashier"} | others))
    cashier.redeem("100", bill="MG-1")
    cashier.enter()
    return cashier, Connection(cashier)


def test_a_request_to_give_back_that_comes_during_the_bill(open_till: OpenTill, service: PracticeService) -> None:
    """It is served after the bill, not told that the cashier has cancelled it."""
    cashier, pos = redeemed(open_till, service)
    pos.bill(is_own=True)
    cashier.until_at(Place.POINTS)
    pos.give_back(service.ledger()[0].reference, is_own=False)
    cashier.press("Cancel, back to POS")
    cashier.until_sees("All 100")
    assert (pos.told, pos.closes) == (["bill cancelled"], 0)
    cashier.rest()
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Done")
    assert (pos.told, pos.closes) == (["bill cancelled", "back 40 reversed"], 1)
    assert pos.served.hand_overs.code is ExitCode.CANCELLED


def test_a_bill_that_comes_while_points_are_given_back(open_till: OpenTill, service: PracticeService) -> None:
    """Its customer waits behind the page, and is served afterwards."""
    cashier, pos = redeemed(open_till, service)
    pos.give_back(service.ledger()[0].reference, is_own=True)
    cashier.until_sees("All 100")
    pos.bill(is_own=False)
    cashier.until_at(Place.POINTS)
    cashier.key(Qt.Key.Key_Escape)
    assert cashier.sees("Points to redeem")
    assert (pos.told, pos.closes) == (["back 40 cancelled"], 0)
    cashier.send_code("12.5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    cashier.rest()
    cashier.enter()
    assert (pos.told, pos.closes) == (["back 40 cancelled", "bill redeemed"], 1)
    assert pos.served.give_backs.code is ExitCode.CANCELLED


def test_points_of_the_bill_that_are_given_back_before_its_end(open_till: OpenTill, service: PracticeService) -> None:
    """The POS is told so at once, also of a part, because it must not take these points off the bill."""
    cashier = open_till(service=service, give_back="cashier")
    pos = Connection(cashier)
    pos.bill(is_own=True)
    cashier.until_at(Place.POINTS)
    cashier.send_code("100")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    for points, left in (("30", "100"), ("70", "70")):
        open_page(cashier)
        assert cashier.sees(f"All {left}")
        cashier.type("Points to give back", points)
        cashier.type("Reason", "Item returned")
        cashier.enter()
        cashier.until_sees("Points given back")
        cashier.escape()
        cashier.until_sees("Redemptions")
        cashier.escape()
        cashier.until_sees("Updated balance")
    cashier.until(lambda: len(pos.told) == 3, "what the POS is told")
    cashier.rest()
    cashier.enter()
    assert pos.told == ["bill redeemed", "bill redeemed", "bill reversed"]
    assert (pos.points_back, pos.closes) == ([None, "30", "100"], 1)
    assert pos.served.hand_overs.code is ExitCode.NOT_REDEEMED


def test_two_requests_for_as_many_points(open_till: OpenTill, service: PracticeService) -> None:
    """Each has its amount filled in, also the second one."""
    cashier, pos = redeemed(open_till, service)
    for _ in range(2):
        pos.give_back(service.ledger()[0].reference, is_own=False)
        cashier.until_sees("All 100")
        assert cashier.text("Points to give back") == "40"
        cashier.press("Cancel, back to POS")


def given_back_once(cashier: Cashier, pos: Connection, reference: str) -> None:
    """Gives 40 points back, and opens the page for the same request once more."""
    pos.give_back(reference, is_own=False)
    cashier.until_sees("All 100")
    cashier.rest()
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Done")
    pos.give_back(reference, is_own=False)
    cashier.until_sees("All 60")
    cashier.rest()


@pytest.mark.parametrize("name", ["Meera", ""])
def test_a_request_that_comes_twice(open_till: OpenTill, service: PracticeService, name: str) -> None:
    """A POS that lost the answer asks again. The cashier is told what is back already, and Enter gives nothing back."""
    cashier, pos = redeemed(open_till, service, cashier=name)
    given_back_once(cashier, pos, service.ledger()[0].reference)
    cashier.enter()
    said = "40 points of this redemption were already given back at "
    assert cashier.message.startswith(said)
    assert cashier.message.endswith(f"{name and f' by {name}'}. Go on only if the customer returns something else now.")
    assert cashier.focus == "Go back"
    # Neither keys nor a scanner reach the fields behind the question.
    cashier.keys("7")
    cashier.key(Qt.Key.Key_F6)
    assert cashier.focus == "Go back"
    cashier.enter()
    assert (cashier.focus, cashier.text("Points to give back"), cashier.message) == ("Points to give back", "40", "")
    cashier.type("Reason", "Item returned")
    cashier.press("Give back 40 points")
    assert cashier.focus == "Go back"
    cashier.escape()
    assert cashier.focus == "Points to give back"
    cashier.press("Cancel, back to POS")
    assert pos.told == ["back 40 reversed", "back 40 cancelled"]
    assert service.ledger()[0].reversed_points == 40


def test_a_second_return_of_as_many_points(open_till: OpenTill, service: PracticeService) -> None:
    """The cashier says so once, and goes on where the question came. Other points are not asked about."""
    cashier, pos = redeemed(open_till, service)
    given_back_once(cashier, pos, service.ledger()[0].reference)
    cashier.type("Points to give back", "41")
    cashier.enter()
    assert cashier.focus == "Reason"
    cashier.type("Points to give back", "40")
    cashier.enter()
    cashier.press("Give back 40 points again")
    assert cashier.focus == "Reason"
    cashier.keys("Another item")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Done")
    assert pos.told == ["back 40 reversed", "back 40 reversed"]
    assert service.ledger()[0].reversed_points == 80


def test_a_cashier_is_not_asked(open_till: OpenTill, service: PracticeService) -> None:
    """A second return of as many points that the cashier begins by hand is meant."""
    cashier, _ = redeemed(open_till, service)
    cashier.key(Qt.Key.Key_F2)
    for left in ("100", "60"):
        cashier.until_sees("Give points back")
        cashier.press("Give points back")
        cashier.until_sees(f"All {left}")
        cashier.type("Points to give back", "40")
        cashier.type("Reason", "Item returned")
        cashier.enter()
        cashier.until_sees("Points given back")
        cashier.escape()
    assert service.ledger()[0].reversed_points == 80


def test_points_that_another_till_gave_back(open_till: OpenTill, service: PracticeService) -> None:
    """The journal does not have them, but the service's list does."""
    cashier, pos = redeemed(open_till, service)
    reference = service.ledger()[0].reference
    assert OtherTill(service).reverse(ASHA, "40", externalReferenceNumber=reference).status == 200
    pos.give_back(reference, is_own=False)
    cashier.until_sees("All 60")
    cashier.rest()
    cashier.enter()
    assert cashier.message.startswith("40 points of this redemption were already given back, but not at this till.")
    assert cashier.focus == "Go back"


def test_a_request_is_withdrawn_while_its_reason_is_typed(open_till: OpenTill, service: PracticeService) -> None:
    """The rest of the reason does not become a mobile number, and the window says what happened."""
    cashier, pos = redeemed(open_till, service)
    pos.give_back(service.ledger()[0].reference, is_own=False)
    cashier.until_sees("All 100")
    with cashier.burst():
        cashier.type("Reason", "12")
        assert pos.served.give_backs.withdraw(lambda _one: True) is True
        cashier.keys("34")
        cashier.enter()
    assert cashier.focus == "Mobile number"
    assert cashier.text("Mobile number") == ""
    assert cashier.message == "The POS no longer asks to give points back."
    assert pos.told == ["back 40 cancelled"]


def test_a_request_is_withdrawn_while_the_same_one_waits(open_till: OpenTill, service: PracticeService) -> None:
    """The next one opens at once, and the page does not say that the POS no longer asks."""
    cashier, pos = redeemed(open_till, service)
    for points in ("40", "30"):
        pos.give_back(service.ledger()[0].reference, points, is_own=False)
    cashier.until_sees("All 100")
    assert pos.served.give_backs.withdraw(lambda one: one.prefill.points == "40") is True
    cashier.until(lambda: cashier.text("Points to give back") == "30", "the next request")
    assert cashier.message == ""


@pytest.mark.parametrize(("points", "outcome"), [("60", "refused"), ("40", "reversed"), ("", "reversed")])
def test_another_request_while_the_first_is_not_known(
    open_till: OpenTill, service: PracticeService, points: str, outcome: str
) -> None:
    """For the same points it may be the same request once more. For others, the first one's outcome is not its own."""
    cashier, pos = redeemed(open_till, service)
    reference = service.ledger()[0].reference
    pos.give_back(reference, is_own=False)
    cashier.until_sees("All 100")
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=2)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
    cashier.rest()
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_says("Do not give them back again.")
    cashier.press("Done")
    pos.give_back(reference, points, is_own=False)
    cashier.until_says("(PT-REVERSAL-PENDING)")
    cashier.until(lambda: cashier.screen.news, "news")
    cashier.escape()
    firsts = [one for one in pos.told if one.startswith("back 40 unknown")]
    assert firsts
    assert pos.told[-1] == f"back {points} {outcome}"
    assert service.ledger()[0].reversed_points == 40


def found_later(cashier: Cashier, reversal: Reversal) -> None:
    """Lets settling find a reversal that counted as not done."""
    giving_back = cashier.session.controller.giving_back
    found = replace(reversal, state=ReversalState.REVERSED, settled_late=True, given_back=GivenBack(points=Decimal(40)))
    giving_back._settling.reversal_settled.emit(found, giving_back.view.attempt)


def refused_without_proof(cashier: Cashier, service: PracticeService) -> Reversal:
    """Tries to give 40 points back, and is refused."""
    seen: list[Reversal] = []
    cashier.session.controller.giving_back.known.connect(seen.append)
    service.bad_day(BadDay.BUSY_521, 1, call=Call.REVERSE)
    cashier.rest()
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until(lambda: bool(seen), "a refusal")
    assert seen[0].is_unproved
    return seen[0]


def test_a_first_try_that_turns_up_while_the_page_is_open(open_till: OpenTill, service: PracticeService) -> None:
    """The page shows it and offers the points no more. The POS would not be told of the second give-back."""
    cashier, pos = redeemed(open_till, service)
    pos.give_back(service.ledger()[0].reference, is_own=False)
    cashier.until_sees("All 100")
    found_later(cashier, refused_without_proof(cashier, service))
    cashier.until_sees("Points given back")
    cashier.press("Done")
    assert pos.told == ["back 40 reversed"]


def test_an_earlier_request_that_turns_up_answers_one_for_as_many_points(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The POS may be asking once more. The page shows what is back, and offers it no more."""
    cashier, pos = redeemed(open_till, service)
    pos.give_back(service.ledger()[0].reference, is_own=False)
    cashier.until_sees("All 100")
    first = refused_without_proof(cashier, service)
    cashier.press("Cancel, back to POS")
    pos.give_back(service.ledger()[0].reference, "40.0", is_own=False)
    cashier.until_sees("All 100")
    found_later(cashier, first)
    cashier.until_sees("Points given back")
    cashier.press("Done")
    assert pos.told == ["back 40 refused", "back 40.0 reversed"]


def test_an_earlier_request_that_turns_up_is_not_the_answer_to_one_for_the_rest(
    open_till: OpenTill, service: PracticeService
) -> None:
    """A request without points is one for all that is left. A part that was given back before is another one's."""
    cashier, pos = redeemed(open_till, service)
    reference = service.ledger()[0].reference
    pos.give_back(reference, is_own=False)
    cashier.until_sees("All 100")
    first = refused_without_proof(cashier, service)
    cashier.press("Cancel, back to POS")
    pos.give_back(reference, "", is_own=False)
    cashier.until_sees("All 100")
    found_later(cashier, first)
    cashier.rest()
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Done")
    assert pos.told[-1] == "back  reversed"
    assert pos.points_back[-1] == "100"


@pytest.mark.parametrize("moved", [BadDay.HANG_AFTER, BadDay.HANG])
def test_points_of_the_bill_that_may_be_back_when_its_window_ends(
    options: list[str | Path], service: PracticeService, tmp_path: Path, moved: BadDay
) -> None:
    """The POS is told with exit code 5 that it is not known yet, and the next start writes what became of it."""
    result = tmp_path / "result" / "result.json"
    result.parent.mkdir()
    settings: dict[str, object] = {"give_back": "cashier", "settle_after": 1, "read_timeout": 2}
    with RemoteTill(*options, *handed(result), environment=environment(**settings)) as till:
        to_the_code(till)
        till.enter_code(service.codes()[f"91{ASHA}"])
        till.until_sees("Updated balance")
        till.do("until_file", str(result), "redeemed")
        till.do("key", "F2")
        till.until_sees("Give points back")
        till.do("press", "Give points back")
        till.until_sees("All 250.125")
        service.bad_day(moved, 1, call=Call.REVERSE, seconds=60)
        till.do("type", "Points to give back", "250.125")
        till.do("type", "Reason", "Item returned")
        till.do("key", "Return")
        while not any("reverse" in str(one["path"]) for one in service.requests()):
            till.do("names")
        service.bad_day(BadDay.CUT_BEFORE, call=Call.FIND_REDEMPTIONS, also=True)
        till.do("until_file", str(result), "unknown")
        till.do("close")
        end = till.end()
        assert (end.code, end.record["outcome"], read(result)["outcome"]) == (5, "redeemed", "unknown")
        assert "given back" in str(read(result)["message"])
    asked = run(*options, "outcome", "--bill", "MG-1", environment=environment())
    assert asked.record == read(result)
    service.bad_day(None)
    wanted = "reversed" if moved is BadDay.HANG_AFTER else "redeemed"
    with RemoteTill(*options, environment=environment(**settings)) as till:
        till.do("until_file", str(result), wanted)
    assert run(*options, "outcome", "--bill", "MG-1", environment=environment()).record == read(result)


def save_settings(till: RemoteTill) -> None:
    """Saves another setting, with which the window starts again."""
    till.do("key", "F10")
    till.until_sees("Save")
    till.do("type", "Calls per minute", "500")
    till.do("press", "Save")


def test_the_exit_code_outlives_other_settings(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """After an unknown outcome the settings are changed and another bill is served. The program does not end with 0."""
    first, second = tmp_path / "first" / "result.json", tmp_path / "second" / "result.json"
    for result in (first, second):
        result.parent.mkdir()
    with RemoteTill(*options, *handed(first), environment=environment()) as till:
        to_the_code(till)
        code = service.codes()[f"91{ASHA}"]
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("Not known yet")
        save_settings(till)
        till.until_says("saved")
        other = start("desktop", *options, *handed(second, bill="MG-2"), environment=environment())
        till.until_sees("Cancel, back to POS")
        till.do("press", "Cancel, back to POS")
        check(ended(other), 3, "cancelled", second)
        # The window closes by itself, because what it was opened for is done.
        end = till.end()
    assert (end.code, end.record["outcome"], read(first)["outcome"]) == (5, "unknown", "unknown")


def test_settings_are_saved_after_a_refusal(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The code can be entered again, or the POS can be told. That ends what the window was opened for: it closes."""
    result = tmp_path / "result" / "result.json"
    result.parent.mkdir()
    with RemoteTill(*options, *handed(result), environment=environment()) as till:
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("code")
        save_settings(till)
        till.until_says("They count after this customer.")
        till.do("press", "Cancel, back to POS")
        check(till.end(), 4, "refused", result)
    assert not service.ledger()


def test_settings_are_saved_while_the_next_bill_is_served(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """The window closes afterwards as it would have without that."""
    del service
    first, second = tmp_path / "first" / "result.json", tmp_path / "second" / "result.json"
    for result in (first, second):
        result.parent.mkdir()
    with RemoteTill(*options, *handed(first), environment=environment()) as till:
        till.until_sees("Points to redeem")
        other = start("desktop", *options, *handed(second, bill="MG-2", points="7"), environment=environment())
        till.until_says("MG-2")
        till.do("press", "Cancel, back to POS")
        till.until_sees("Points to redeem")
        save_settings(till)
        till.until_sees("Cancel, back to POS")
        till.do("press", "Cancel, back to POS")
        check(ended(other), 3, "cancelled", second)
        end = till.end()
    assert (end.code, end.record["outcome"], read(first)) == (3, "cancelled", end.record)
