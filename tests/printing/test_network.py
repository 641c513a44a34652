"""Tests printing on a thermal printer in the network: healthy, slow, hanging, broken off, out of paper."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Commands, Paper
from desktop.domain.print_job import PrintState
from desktop.printing import network
from desktop.printing.escpos import ASK_PRINTED, ASK_STATUS, CLEAR_BUFFER
from desktop.printing.network import Limits, trouble_of
from desktop.printing.printers import ShopPrinters, ThermalSettings
from desktop.printing.sheet import picture
from tests.paper import print_job, receipt_document
from tests.printing.network_printer import (
    COVER_OPEN,
    CUTTER_STUCK,
    FINE,
    OFFLINE,
    PAPER_OUT,
    Behaviour,
    FakePrinter,
)
from tests.printing.test_escpos import dots
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.usefixtures("qapp")

QUICK = Limits(connect=2, status=0.3, stall=0.6, whole=20, printing=0.6, closing=0.3)


@pytest.fixture
def printer() -> Iterator[Callable[..., FakePrinter]]:
    """Makes printers, and switches them off at the end."""
    made: list[FakePrinter] = []

    def make(**behaviour: object) -> FakePrinter:
        made.append(FakePrinter(Behaviour(**behaviour)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def send(address: str, limits: Limits = QUICK, keep_on: Callable[[], bool] = lambda: True) -> PrintState:
    """Prints a receipt, and returns what is known about it."""
    job = print_job(document=receipt_document("ar"), printer=address, paper=Paper.MM_80)
    state, queue_job = ShopPrinters(lambda: ThermalSettings(Commands.RASTER, cut=True), limits=limits).send(
        job, keep_on
    )
    assert queue_job == ""
    return state


def refusal(address: str, limits: Limits = QUICK) -> PaperTrouble:
    """Returns why a receipt is not printed."""
    return failure(address, limits).why


def failure(address: str, limits: Limits = QUICK) -> PaperFailed:
    """Returns the failure of a receipt that is not printed."""
    with pytest.raises(PaperFailed) as caught:
        send(address, limits)
    return caught.value


def is_whole(job: bytes) -> bool:
    """True if the whole receipt came out, dot for dot, with one cut."""
    paper = print_out(job)
    wanted = dots(picture(receipt_document("ar"), 576))
    return paper.rows[: len(wanted)] == wanted and len(paper.cuts) == 1


def test_a_printer_that_says_it_has_printed(printer: Callable[..., FakePrinter]) -> None:
    """If the printer answers, the job is printed, and that is known."""
    one = printer(answers=FINE, says_printed=True)
    assert send(one.address) is PrintState.PRINTED
    one.close()
    assert is_whole(one.jobs[0])


def test_a_printer_that_says_nothing(printer: Callable[..., FakePrinter]) -> None:
    """Cheap printers answer no questions. The job is then taken, and no more is claimed."""
    one = printer()
    assert send(one.address) is PrintState.TAKEN
    one.close()
    assert is_whole(one.jobs[0])


def test_a_printer_that_never_says_it_has_printed(printer: Callable[..., FakePrinter]) -> None:
    """It answers for its state only. The job is taken."""
    assert send(printer(answers=FINE).address) is PrintState.TAKEN


def test_a_slow_printer(printer: Callable[..., FakePrinter]) -> None:
    """A printer that reads a little at a time prints everything. It takes longer than a printer may stall."""
    one = printer(chunk=4096, pause=0.05)
    assert send(one.address) is PrintState.TAKEN
    one.close()
    assert is_whole(one.jobs[0])


def test_a_printer_that_is_too_slow(printer: Callable[..., FakePrinter]) -> None:
    """The job as a whole has a limit too, so that a printer that drips does not hold up the others for ever."""
    one = printer(chunk=256, pause=0.05)
    assert refusal(one.address, Limits(status=0.1, stall=5, whole=1)) is PaperTrouble.HANGING


@pytest.mark.parametrize("after", [0, 3, 10_000])
def test_a_printer_that_hangs(printer: Callable[..., FakePrinter], after: int) -> None:
    """It took a part and reads no more. What came out is uncertain, and the message says so."""
    assert refusal(printer(stop_after=after).address) is PaperTrouble.HANGING


def test_a_printer_that_hangs_at_the_end(printer: Callable[..., FakePrinter]) -> None:
    """The last bytes stay in this machine's buffer. Having given them to the system is not having printed them."""
    whole = printer()
    send(whole.address)
    whole.close()
    assert refusal(printer(stop_after=len(whole.jobs[0]) - 30_000).address) is PaperTrouble.HANGING


@pytest.mark.parametrize("after", [10, 20_000])
def test_half_a_job(printer: Callable[..., FakePrinter], after: int) -> None:
    """The connection breaks in the middle: the cashier is told that only a part came out."""
    one = printer(cut_after=after)
    assert refusal(one.address) is PaperTrouble.HALF
    one.close()
    assert after <= len(one.jobs[0]) < 50_000


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        (PAPER_OUT, PaperTrouble.PAPER_OUT),
        (COVER_OPEN, PaperTrouble.COVER_OPEN),
        (OFFLINE, PaperTrouble.OFFLINE),
        (CUTTER_STUCK, PaperTrouble.PRINTER),
    ],
)
def test_a_printer_that_is_not_ready(
    printer: Callable[..., FakePrinter], answers: dict[int, int], trouble: PaperTrouble
) -> None:
    """Nothing is sent to it, so nothing comes out later by itself."""
    one = printer(answers=answers)
    refused = failure(one.address)
    assert (refused.why, refused.has_begun) == (trouble, False)
    one.close()
    assert not print_out(one.jobs[0]).rows


@pytest.mark.parametrize(
    ("later", "trouble"), [(PAPER_OUT, PaperTrouble.PAPER_OUT), (COVER_OPEN, PaperTrouble.COVER_OPEN)]
)
def test_paper_runs_out_in_the_middle(
    printer: Callable[..., FakePrinter], later: dict[int, int], trouble: PaperTrouble
) -> None:
    """The reason is found while waiting, and the rest is deleted in the printer, so that it does not come out later.

    A part is on paper, so the next print is a copy, and does not open the drawer again.
    """
    one = printer(answers=FINE, later=later, later_after=30_000)
    failed = failure(one.address)
    assert (failed.why, failed.has_begun) == (trouble, True)
    # Otherwise it could be switched off before it has read the last bytes.
    assert one.ended.wait(10)
    one.close()
    assert one.jobs[0].endswith(CLEAR_BUFFER)


class Line:
    """A connection that cannot send some bytes. Everything else goes through."""

    def __init__(self, real: socket.socket, fails: list[tuple[bytes, OSError]]) -> None:
        self._real = real
        self._fails = fails

    def send(self, data: bytes) -> int:
        """Fails for the bytes of the next failure, once."""
        if self._fails and bytes(data) == self._fails[0][0]:
            raise self._fails.pop(0)[1]
        return self._real.send(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, OSError]]:
    """Returns a list of bytes that the next connection cannot send, with the errors, to be filled."""
    fails: list[tuple[bytes, OSError]] = []
    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda *to, **how: Line(connect(*to, **how), fails))
    return fails


def test_a_printer_that_is_behind_when_it_is_asked(
    printer: Callable[..., FakePrinter], failing: list[tuple[bytes, OSError]]
) -> None:
    """If the system has no room for a question yet, it is asked later. Half a receipt did not come out."""
    one = printer(answers=FINE, says_printed=True)
    failing += [(ASK_PRINTED, BlockingIOError()), (ASK_PRINTED, BlockingIOError())]
    assert send(one.address) is PrintState.PRINTED
    assert not failing
    one.close()
    assert is_whole(one.jobs[0])


def test_a_printer_that_has_no_room_for_questions_while_it_prints(
    printer: Callable[..., FakePrinter], failing: list[tuple[bytes, OSError]]
) -> None:
    """What it is cannot be asked then. The job is taken, as if it answered nothing."""
    one = printer(answers=FINE)
    failing += [(ASK_PRINTED, BlockingIOError()), (ASK_STATUS[1], BlockingIOError())]
    assert send(one.address) is PrintState.TAKEN
    assert not failing


def test_a_printer_that_takes_nothing_more_at_the_end(
    printer: Callable[..., FakePrinter], failing: list[tuple[bytes, OSError]]
) -> None:
    """It is not waited for for ever."""
    failing += [(ASK_PRINTED, BlockingIOError())]
    assert refusal(printer(answers=FINE).address, replace(QUICK, printing=-1)) is PaperTrouble.HANGING


def test_a_printer_that_ends_the_connection_with_its_fault(
    printer: Callable[..., FakePrinter], failing: list[tuple[bytes, OSError]]
) -> None:
    """The cashier reads what it said, although the rest cannot be deleted in it any more."""
    one = printer(answers=FINE, later=PAPER_OUT, later_after=30_000)
    failing += [(CLEAR_BUFFER, BrokenPipeError())]
    assert refusal(one.address) is PaperTrouble.PAPER_OUT
    assert not failing


def test_a_closed_port() -> None:
    """The printer is off."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert refusal(f"tcp://127.0.0.1:{port}") is PaperTrouble.NOT_FOUND


@pytest.mark.parametrize("address", ["tcp://no-such-printer.invalid", f"tcp://{'x' * 70}.invalid"])
def test_a_name_that_does_not_exist(address: str) -> None:
    """The address is wrong, which another try does not change."""
    assert refusal(address) in {PaperTrouble.ADDRESS, PaperTrouble.NOT_FOUND}


@pytest.mark.parametrize("banner", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.6\r\n"])
def test_another_device_at_the_address(printer: Callable[..., FakePrinter], banner: bytes) -> None:
    """A web server is not a printer. Its answer is noticed, and the receipt is not sent to it."""
    one = printer(banner=banner)
    assert refusal(one.address) is PaperTrouble.NOT_FOUND
    one.close()
    assert len(one.jobs[0]) < 20


def test_the_end_of_the_program_stops_a_hanging_job(printer: Callable[..., FakePrinter]) -> None:
    """The thread ends soon, although the printer would be waited for much longer."""
    one = printer(stop_after=10_000)
    ending = threading.Event()
    found: list[PaperTrouble] = []

    def work() -> None:
        with pytest.raises(PaperFailed) as caught:
            send(one.address, Limits(status=0.1, stall=600, whole=600), lambda: not ending.is_set())
        found.append(caught.value.why)

    thread = threading.Thread(target=work)
    thread.start()
    ending.set()
    thread.join(timeout=30)
    assert found == [PaperTrouble.STOPPED]


@given(st.lists(st.integers(0, 255), max_size=6))
def test_any_answer_is_understood_or_ignored(statuses: list[int]) -> None:
    """Whatever a printer answers, there is a trouble or none, and never an exception."""
    assert trouble_of(statuses) in {None, *PaperTrouble}


def test_a_fine_printer_has_no_trouble() -> None:
    """The fixed bits of the answers are not taken for faults, and a roll that is nearly empty still prints."""
    assert trouble_of([0x12, 0x12, 0x12]) is None
    assert trouble_of([0x12, 0x12, 0x1E]) is None
    assert trouble_of([0x16, 0x12, 0x12]) is None, "the drawer's pin"


def test_a_system_that_does_not_count_unsent_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows does not tell. The job then counts as taken once the system has it."""
    monkeypatch.setattr("desktop.printing.network.sys.platform", "win32")
    with socket.socket() as one:
        assert network._unsent(one) == 0


def test_the_stand_in_stops_where_it_is_told_to() -> None:
    """It answers nothing that comes later, even if everything arrives at once. Otherwise tests would see it printed."""
    printer = FakePrinter(Behaviour(says_printed=True, stop_after=100))
    try:
        with socket.create_connection(("127.0.0.1", printer.port)) as connection:
            connection.sendall(b"." * 200 + ASK_PRINTED)
            assert printer.stopped.wait(10)
            assert printer.jobs == [b"." * 100]
            printer.go_on()
            connection.settimeout(10)
            assert connection.recv(1) == b"\x00"
    finally:
        printer.close()
