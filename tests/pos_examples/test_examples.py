"""The examples of docs/pos tell the truth about every bill. None redeems twice, even if it or the till is killed."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from typing import TYPE_CHECKING, ClassVar, Protocol

import pytest

from desktop import paths
from desktop.domain.failures import Call
from desktop.store.api_token import ensure_token
from desktop.training.bad_days import BadDay
from tests.chromium import find_chromium
from tests.journeys.pos import ASHA, environment, to_the_code
from tests.journeys.remote_till import RemoteTill
from tests.pos.local_api.caller import ApiCaller, free_port
from tests.pos_examples import csharp
from tests.pos_examples.browser import Browser, PageServer
from tests.pos_examples.programs import EXAMPLES, Pos, ProgramPos, clean_environment, command_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.training.service import PracticeService

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests kill the examples with POSIX signals")


class Shop(Protocol):
    """A till, and a POS that is one of the examples."""

    service: PracticeService
    knows_its_hand_overs: bool
    """False if a POS that was restarted hands its bill over once more, because it has no id to ask with."""

    def till(self, **settings: object) -> RemoteTill:
        """Opens the till."""

    def sell(self, bill: str, points: str = "10") -> Pos:
        """Starts the POS with a bill."""

    def sell_anew(self, bill: str) -> Pos:
        """Starts a POS that knows nothing of a bill that was sold before."""

    def give_back(self, reference: str, points: str) -> None:
        """Hands over that points are to be given back."""


class ProgramShop:
    """A shop whose POS is a program."""

    knows_its_hand_overs = True

    def __init__(self, folder: Path, service: PracticeService, options: list[str | Path]) -> None:
        self.service = service
        self._folder = folder
        self._options = options
        self._caller = ApiCaller(free_port(), ensure_token(paths.api_token(folder / "data")))
        self._environment = clean_environment() | {
            "TILL_PORT": str(self._caller.port),
            "TILL_TOKEN": self._caller.token,
        }
        self.started: list[ProgramPos] = []

    def till(self, **settings: object) -> RemoteTill:
        till = RemoteTill(*self._options, environment=environment(local_api=self._caller.port, **settings))
        till.until_sees("Connection: Connected")
        self._caller.until_served(lambda: till.process.poll() is None)
        return till

    def sell(self, bill: str, points: str = "10") -> Pos:
        made = ProgramPos(self._command(bill, points), self._environment, self._folder)
        self.started.append(made)
        return made

    def sell_anew(self, bill: str) -> Pos:
        shutil.rmtree(self._folder / "sales", ignore_errors=True)
        return self.sell(bill)

    def give_back(self, reference: str, points: str) -> None:
        self._caller.hand_over(give_back=reference, points=points)

    def _command(self, bill: str, points: str) -> list[str | Path]:
        raise NotImplementedError

    def close(self) -> None:
        for one in self.started:
            one.kill()


class PythonShop(ProgramShop):
    """docs/pos/python."""

    def _command(self, bill: str, points: str) -> list[str | Path]:
        return [sys.executable, EXAMPLES / "python" / "pos.py", bill, "--mobile", "9777788221", "--points", points]


class ShellShop(ProgramShop):
    """docs/pos/shell."""

    knows_its_hand_overs = False

    def __init__(self, folder: Path, service: PracticeService, options: list[str | Path]) -> None:
        super().__init__(folder, service, options)
        if shutil.which("jq") is None:
            pytest.skip("jq is not installed")
        path = f"{command_in(folder / 'bin', options)}:{self._environment['PATH']}"
        self._environment |= environment() | {"PATH": path, "TMPDIR": str(folder)}

    def _command(self, bill: str, points: str) -> list[str | Path]:
        return ["sh", EXAMPLES / "shell" / "pos.sh", bill, "9777788221", points]


class CsharpShop(ProgramShop):
    """docs/pos/csharp, whose program a fixture has built."""

    program: ClassVar[list[str | Path]] = []

    def _command(self, bill: str, points: str) -> list[str | Path]:
        return [*self.program, bill, "9777788221", points]


class BrowserPos:
    """One bill in the page."""

    def __init__(self, shop: BrowserShop, bill: str) -> None:
        self._shop = shop
        self._bill = bill

    def until_says(self, part: str) -> str:
        """See `Pos.until_says`."""
        return self._shop.browser().until_item(f"{self._bill} ", part)

    def kill(self) -> None:
        """See `Pos.kill`."""
        self._shop.kill()


class BrowserShop(ProgramShop):
    """docs/pos/browser."""

    def __init__(self, folder: Path, service: PracticeService, options: list[str | Path]) -> None:
        super().__init__(folder, service, options)
        self._program = find_chromium()
        if self._program is None:
            pytest.skip("Chromium is not installed")
        self._pages = PageServer(EXAMPLES / "browser")
        self.page = f"{self._pages.origin}/pos.html"
        self._browser: Browser | None = None

    def till(self, **settings: object) -> RemoteTill:
        return super().till(api_origins=self._pages.origin, **settings)

    def browser(self) -> Browser:
        """Returns the browser, which is started if need be, with the same profile as before."""
        if self._browser is None:
            assert self._program is not None
            self._browser = Browser(self._program, self._folder / "profile", self.page)
            self._browser.fill("till", port=str(self._caller.port), token=self._caller.token)
        return self._browser

    def kill(self) -> None:
        """Ends the browser at once."""
        if self._browser is not None:
            self._browser.close()
            self._browser = None

    def sell(self, bill: str, points: str = "10") -> Pos:
        self.browser().fill("sale", bill=bill, mobile="9777788221", points=points)
        return BrowserPos(self, bill)

    def sell_anew(self, bill: str) -> Pos:
        # The page itself would look at the outcomes first, just before the till begins to redeem.
        handed_over = {"id": self._caller.hand_over(bill=bill, mobile="9777788221", points="10")}
        sale = json.dumps(handed_over)
        self.browser().evaluate(f"localStorage.setItem({json.dumps(f'bill:{bill}')}, {json.dumps(sale)})")
        self.browser().open(self.page)
        return BrowserPos(self, bill)

    def close(self) -> None:
        self.kill()
        self._pages.stop()


@pytest.fixture(scope="session")
def csharp_command(tmp_path_factory: pytest.TempPathFactory) -> list[str | Path]:
    """Builds the example in C# once, and returns the command that starts it."""
    try:
        return csharp.built_in(tmp_path_factory.mktemp("csharp"))
    except csharp.NotInstalledError as error:
        pytest.skip(str(error))


@pytest.fixture(params=[PythonShop, ShellShop, BrowserShop, CsharpShop])
def shop(
    request: pytest.FixtureRequest, tmp_path: Path, service: PracticeService, options: list[str | Path]
) -> Iterator[Shop]:
    """Yields a shop for each example whose tools are installed."""
    if request.param is CsharpShop:
        CsharpShop.program = request.getfixturevalue("csharp_command")
    made = request.param(tmp_path, service, options)
    yield made
    made.close()


def redeem(shop: Shop, till: RemoteTill) -> str:
    """Redeems what was handed over, as the cashier does, and returns the reference."""
    to_the_code(till)
    till.enter_code(shop.service.codes()[ASHA])
    till.until_sees("Updated balance")
    till.do("key", "Return")
    till.until_sees("Mobile number")
    return shop.service.ledger()[-1].reference


def test_redeemed(shop: Shop) -> None:
    """The POS says what to take off. Started again with the same bill, it says the same and hands nothing over."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        reference = redeem(shop, till)
        told = f"MG-1 redeemed: take 10 off the bill. ({reference})"
        assert pos.until_says("redeemed") == told
        assert shop.sell("MG-1").until_says("redeemed") == told
        assert till.do("sees", "Mobile number")
    assert len(shop.service.ledger()) == 1


def test_refused(shop: Shop) -> None:
    """A refusal is told when the cashier gives up. The same bill can be tried again."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("(808)")
        till.do("press", "Cancel, back to POS")
        assert pos.until_says("refused").startswith("MG-1 refused: take the full payment. ")
        till.until_sees("Mobile number")
        pos = shop.sell("MG-1")
        redeem(shop, till)
        pos.until_says("MG-1 redeemed: take 10 off the bill.")


def test_cancelled(shop: Shop) -> None:
    """The cashier leaves. The same bill can be tried again."""
    with shop.till() as till:
        for _ in range(2):
            pos = shop.sell("MG-1")
            till.until_sees("Points to redeem")
            till.do("press", "Cancel, back to POS")
            pos.until_says("MG-1 cancelled: take the full payment.")
            till.until_sees("Mobile number")
    assert not shop.service.ledger()


def test_unknown_that_becomes_known(shop: Shop) -> None:
    """The POS keeps the bill open, and says what to do as soon as the till has found the outcome out."""
    with shop.till(settle_after=1) as till:
        pos = shop.sell("MG-1")
        to_the_code(till)
        code = shop.service.codes()[ASHA]
        shop.service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        shop.service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("key", "Return")
        till.until_sees("Mobile number")
        pos.until_says("MG-1 unknown: keep the bill open.")
        shop.service.bad_day(None)
        pos.until_says("MG-1 redeemed: take 10 off the bill.")
    assert len(shop.service.ledger()) == 1


@pytest.mark.parametrize("becomes", ["redeemed", "cancelled"])
def test_an_earlier_redemption_that_is_not_known(shop: Shop, becomes: str) -> None:
    """The POS comes again without its memory, and the cashier sends the bill back. The POS holds it all the same."""
    with shop.till(settle_after=1) as till:
        lost = shop.sell("MG-1")
        lost.until_says("MG-1 waiting")
        to_the_code(till)
        code = shop.service.codes()[ASHA]
        lost.kill()
        # Without an id, it asks the journal first, where nothing is yet. Its bill waits behind the other one.
        pos = None if shop.knows_its_hand_overs else shop.sell_anew("MG-1")
        if pos is not None:
            pos.until_says("MG-1 waiting")
        shop.service.bad_day(BadDay.ANSWER_LOST if becomes == "redeemed" else BadDay.CUT_BEFORE, 1, call=Call.REDEEM)
        shop.service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("key", "Return")
        if pos is None:
            till.until_sees("Mobile number")
            pos = shop.sell_anew("MG-1")
        till.until_sees("Points to redeem")
        till.do("press", "Cancel, back to POS")
        pos.until_says("MG-1 unknown: keep the bill open.")
        shop.service.bad_day(None)
        pos.until_says(
            "MG-1 redeemed: take 10 off the bill."
            if becomes == "redeemed"
            else "MG-1 cancelled: take the full payment."
        )
    assert len(shop.service.ledger()) == (1 if becomes == "redeemed" else 0)


def test_a_pos_that_is_killed(shop: Shop) -> None:
    """Points that were redeemed while the POS was dead are taken off after its restart, and not redeemed again."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        pos.until_says("MG-1 waiting")
        to_the_code(till)
        pos.kill()
        till.enter_code(shop.service.codes()[ASHA])
        till.until_sees("Updated balance")
        till.do("key", "Return")
        till.until_sees("Mobile number")
        shop.sell("MG-1").until_says("MG-1 redeemed: take 10 off the bill.")
        assert till.do("sees", "Mobile number")
    assert len(shop.service.ledger()) == 1


def test_points_that_were_given_back_meanwhile(shop: Shop) -> None:
    """The cashier gave a part back while the POS was dead, so it must not take the whole value off the bill."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        pos.until_says("MG-1 waiting")
        till.until_sees("Points to redeem")
        pos.kill()
        shop.give_back(redeem(shop, till), "4")
        till.until_sees("All 10")
        till.do("type", "Reason", "Item returned")
        till.do("key", "Return")
        till.until_sees("Done")
        told = shop.sell("MG-1").until_says("redeemed")
        assert told.startswith("MG-1 redeemed: take 10, less the worth of 4 points that are back, off the bill. (")


def test_a_pos_that_is_restarted_at_once(shop: Shop) -> None:
    """The bill is still at the till when the POS comes back. It is redeemed once, and the POS is told."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        till.until_sees("Points to redeem")
        pos.kill()
        pos = shop.sell("MG-1")
        pos.until_says("MG-1 waiting")
        redeem_one_of_two(shop, till)
        if not shop.knows_its_hand_overs:
            till.until_sees("Cancel, back to POS")
            till.do("press", "Cancel, back to POS")
        pos.until_says("MG-1 redeemed: take 10 off the bill.")
        till.until_sees("Mobile number")
    assert len(shop.service.ledger()) == 1


def test_a_till_that_is_killed(shop: Shop) -> None:
    """The POS waits for the till that was killed while it redeemed, and takes off what that had sent."""
    with shop.till(read_timeout=60) as till:
        pos = shop.sell("MG-1")
        to_the_code(till)
        shop.service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
        till.enter_code(shop.service.codes()[ASHA])
        while not shop.service.ledger():
            till.do("names")
        till.process.kill()
        till.process.wait()
    with shop.till(settle_after=1):
        pos.until_says("MG-1 redeemed: take 10 off the bill.")
    assert len(shop.service.ledger()) == 1


def test_a_till_that_is_killed_before_anything_is_sent(shop: Shop) -> None:
    """Nothing was redeemed, so the customer pays in full."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        till.until_sees("Points to redeem")
        till.process.kill()
        till.process.wait()
    with shop.till():
        pos.until_says("MG-1 cancelled: take the full payment.")
    assert not shop.service.ledger()


def test_a_till_that_has_forgotten_the_hand_over(shop: Shop, tmp_path: Path) -> None:
    """After a week the till knows neither the id nor anything of the bill: nothing was sent, so the bill is free."""
    with shop.till() as till:
        pos = shop.sell("MG-1")
        till.until_sees("Points to redeem")
        till.process.kill()
        till.process.wait()
    # As the till does itself after a week.
    for file in (tmp_path / "data").glob("pos-records.db*"):
        file.unlink()
    with shop.till():
        pos.until_says("MG-1 cancelled: take the full payment.")
    assert not shop.service.ledger()


def test_two_hand_overs_at_once(shop: Shop) -> None:
    """Each bill is told its own outcome."""
    with shop.till() as till:
        first = shop.sell("MG-1", "10")
        till.until_sees("Points to redeem")
        second = shop.sell("MG-2", "20")
        second.until_says("MG-2 waiting")
        reference = redeem_one_of_two(shop, till)
        assert first.until_says("redeemed") == f"MG-1 redeemed: take 10 off the bill. ({reference})"
        till.until_sees("Points to redeem")
        reference = redeem(shop, till)
        assert second.until_says("redeemed") == f"MG-2 redeemed: take 20 off the bill. ({reference})"
    assert len(shop.service.ledger()) == 2


def test_a_page_that_has_forgotten_a_bill(tmp_path: Path, service: PracticeService, options: list[str | Path]) -> None:
    """The till's journal knows what became of the bill: first that it is not known yet, then that it was redeemed."""
    with contextlib.closing(BrowserShop(tmp_path, service, options)) as shop, shop.till(settle_after=1) as till:
        shop.sell("MG-1")
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("key", "Return")
        till.until_sees("Mobile number")
        shop.browser().evaluate("localStorage.removeItem('bill:MG-1')")
        shop.browser().open(shop.page)
        pos = shop.sell("MG-1")
        pos.until_says("MG-1 unknown: keep the bill open.")
        service.bad_day(None)
        pos.until_says("MG-1 redeemed: take 10 off the bill.")
        assert till.do("sees", "Mobile number")
    assert len(service.ledger()) == 1


def redeem_one_of_two(shop: Shop, till: RemoteTill) -> str:
    """Redeems while another bill waits, which is at the counter afterwards."""
    to_the_code(till)
    till.enter_code(shop.service.codes()[ASHA])
    till.until_sees("Updated balance")
    till.do("key", "Return")
    return shop.service.ledger()[-1].reference
