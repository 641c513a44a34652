"""Tests printing through the spooler of Windows, with a stand-in that has the spooler's calls and error numbers."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintState
from desktop.printing.windows import WindowsQueues, job_trouble, printer_trouble
from tests.paper import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.printing.printers import Queues


class SpoolerError(Exception):
    """As `pywintypes.error`: number, function, message."""


class Spooler(ModuleType):
    """Stands in for `win32print`. It has one queue, `Receipts`.

    Attributes:
        status: of the queue.
        attributes: of the queue.
        job_status: of the job; None if the queue no longer has it.
        written: bytes that it has been given, and the kind of data.
        takes: bytes that it takes of a job; None for all.
        mode: what the driver prints on unless it is told otherwise; None if the driver does not say.
        error: the number with which every call fails; 0 for none.
        opened: queues that are open.
    """

    def __init__(self) -> None:
        super().__init__("win32print")
        self.status = self.attributes = self.error = self.opened = 0
        self.job_status: int | None = 0
        self.written: list[tuple[str, bytes]] = []
        self.takes: int | None = None
        self.mode: SimpleNamespace | None = None
        self.deleted: list[int] = []

    def OpenPrinter(self, name: str) -> str:  # noqa: N802 - Windows' name
        self._fail()
        if name != "Receipts":
            raise SpoolerError(1801, "OpenPrinter", "The printer name is invalid.")
        self.opened += 1
        return name

    def ClosePrinter(self, _printer: str) -> None:  # noqa: N802
        self.opened -= 1

    def GetPrinter(self, _printer: str, level: int) -> dict[str, Any]:  # noqa: N802
        assert level == 2
        return {"Status": self.status, "Attributes": self.attributes, "pDevMode": self.mode}

    def StartDocPrinter(self, _printer: str, level: int, info: tuple[str, str | None, str]) -> int:  # noqa: N802
        assert level == 1
        self.written.append((info[2], b""))
        return 42

    def StartPagePrinter(self, _printer: str) -> None:  # noqa: N802
        pass

    def WritePrinter(self, _printer: str, data: bytes) -> int:  # noqa: N802
        self.written[-1] = (self.written[-1][0], data)
        return len(data) if self.takes is None else self.takes

    def EndPagePrinter(self, _printer: str) -> None:  # noqa: N802
        pass

    def EndDocPrinter(self, _printer: str) -> None:  # noqa: N802
        pass

    def GetJob(self, _printer: str, number: int, level: int) -> dict[str, int]:  # noqa: N802
        assert (number, level) == (42, 1)
        if self.job_status is None:
            raise SpoolerError(87, "GetJob", "The parameter is incorrect.")
        return {"Status": self.job_status}

    def SetJob(self, _printer: str, number: int, _level: int, _info: None, command: int) -> None:  # noqa: N802
        assert command == 5
        if self.job_status is None:
            raise SpoolerError(87, "SetJob", "The parameter is incorrect.")
        self.deleted.append(number)

    def EnumPrinters(self, flags: int, _name: None, level: int) -> tuple[dict[str, str], ...]:  # noqa: N802
        assert (flags, level) == (6, 4)
        self._fail()
        return ({"pPrinterName": "Receipts"}, {"pPrinterName": "Office"})

    def GetDefaultPrinter(self) -> str:  # noqa: N802
        if self.error:
            raise RuntimeError("The default printer was not found.")
        return "Office"

    def _fail(self) -> None:
        if self.error:
            raise SpoolerError(self.error, "OpenPrinter", "")


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    """Puts the stand-in in the place of pywin32."""
    made = Spooler()
    types: Any = ModuleType("pywintypes")
    types.error = SpoolerError
    monkeypatch.setitem(sys.modules, "win32print", made)
    monkeypatch.setitem(sys.modules, "pywintypes", types)
    return made


def always() -> bool:
    """The program does not end."""
    return True


def refusal(call: Callable[[], object]) -> PaperTrouble:
    """Returns why a call fails."""
    with pytest.raises(PaperFailed) as caught:
        call()
    return caught.value.why


def send(queue: str = "Receipts") -> str:
    """Puts bytes in a queue."""
    return WindowsQueues().send_raw(queue, b"hello", title="A receipt", keep_on=always)


def test_bytes_are_passed_on_unchanged(spooler: Spooler) -> None:
    """The job is raw, the queue is closed, and the job's name holds queue and number."""
    assert send() == "Receipts\n42"
    assert (spooler.written, spooler.opened) == ([("RAW", b"hello")], 0)


@pytest.mark.parametrize(
    ("status", "attributes", "trouble"),
    [
        (0x1, 0, PaperTrouble.PAUSED),
        (0x2, 0, PaperTrouble.PRINTER),
        (0x8, 0, PaperTrouble.PRINTER),
        (0x10, 0, PaperTrouble.PAPER_OUT),
        (0x80, 0, PaperTrouble.OFFLINE),
        (0x1000, 0, PaperTrouble.OFFLINE),
        (0x400000, 0, PaperTrouble.COVER_OPEN),
        (0x11, 0, PaperTrouble.PAPER_OUT),
        (0, 0x400, PaperTrouble.OFFLINE),
    ],
)
def test_a_queue_that_does_not_print(spooler: Spooler, status: int, attributes: int, trouble: PaperTrouble) -> None:
    """Nothing is put into it, and it is closed."""
    spooler.status, spooler.attributes = status, attributes
    assert refusal(send) is trouble
    assert (spooler.written, spooler.opened) == ([], 0)


@pytest.mark.parametrize("status", [0, 0x200, 0x400, 0x20000])
def test_a_queue_that_prints(spooler: Spooler, status: int) -> None:
    """Busy, printing or low on toner is no reason not to print."""
    spooler.status = status
    assert send()


def test_a_queue_that_does_not_exist() -> None:
    """Without pywin32 there is nothing to ask."""
    if sys.platform != "win32":
        with pytest.raises(ImportError):
            WindowsQueues()


def test_no_default_printer(spooler: Spooler) -> None:
    """An empty setting needs one."""
    # The type makes mypy compare the class with the protocol on every system. `system_queues` does so on Windows only.
    queues: Queues = WindowsQueues()
    spooler.error = 1722
    with pytest.raises(PaperFailed) as caught:
        queues.send_pages("", document(), Paper.MM_80, title="A receipt", keep_on=always)
    assert caught.value.why is PaperTrouble.NO_PRINTER


@pytest.mark.parametrize(
    ("error", "trouble"), [(1722, PaperTrouble.NO_SPOOLER), (5, PaperTrouble.PRINTER), (1801, PaperTrouble.NO_PRINTER)]
)
def test_errors_of_the_spooler(spooler: Spooler, error: int, trouble: PaperTrouble) -> None:
    """A spooler that does not run is not a missing printer."""
    spooler.error = error
    assert refusal(send) is trouble
    spooler.error = 0
    assert refusal(lambda: send("Kitchen")) is PaperTrouble.NO_PRINTER


def test_a_job_that_is_taken_in_part(spooler: Spooler) -> None:
    """The spooler says how much it took."""
    spooler.takes = 3
    assert refusal(send) is PaperTrouble.HALF


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (0, PrintState.TAKEN),
        (0x18, PrintState.TAKEN),
        (0x80, PrintState.PRINTED),
        (0x1000, PrintState.PRINTED),
        (0x2080, PrintState.PRINTED),
        (None, None),
    ],
)
def test_what_became_of_a_job(spooler: Spooler, status: int | None, outcome: PrintState | None) -> None:
    """A job that has left the queue may have been printed or removed, so nothing is claimed."""
    spooler.job_status = status
    assert WindowsQueues().check("Receipts\n42", always) is outcome
    assert spooler.opened == 0


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (0x1, PaperTrouble.PAUSED),
        (0x12, PaperTrouble.PRINTER),
        (0x20, PaperTrouble.OFFLINE),
        (0x40, PaperTrouble.PAPER_OUT),
        (0x100, PaperTrouble.CANCELLED),
        (0x400, PaperTrouble.PRINTER),
    ],
)
def test_a_job_that_is_not_printed(spooler: Spooler, status: int, trouble: PaperTrouble) -> None:
    """The reason is the job's own."""
    spooler.job_status = status
    assert refusal(lambda: WindowsQueues().check("Receipts\n42", always)) is trouble


def test_a_job_in_a_queue_that_stops(spooler: Spooler) -> None:
    """A waiting job has no fault of its own. The queue's state is the reason."""
    spooler.status = 0x10
    assert refusal(lambda: WindowsQueues().check("Receipts\n42", always)) is PaperTrouble.PAPER_OUT
    spooler.job_status = 0x80
    assert WindowsQueues().check("Receipts\n42", always) is PrintState.PRINTED
    spooler.error = 1722
    assert refusal(lambda: WindowsQueues().check("Receipts\n42", always)) is PaperTrouble.NO_SPOOLER


def test_a_failed_job_is_removed(spooler: Spooler) -> None:
    """So that it does not come out later. If it cannot be removed, that is no failure of its own."""
    WindowsQueues().withdraw("Receipts\n42", always)
    assert spooler.deleted == [42]
    spooler.job_status = None
    WindowsQueues().withdraw("Receipts\n42", always)
    assert (spooler.deleted, spooler.opened) == ([42], 0)


def test_the_printers_for_the_settings(spooler: Spooler) -> None:
    """Each queue is offered with its driver, and for a receipt printer; none if the spooler does not run."""
    offered = WindowsQueues().choices()
    assert [one.address for one in offered] == ["Receipts", "Office", "raw:Receipts", "raw:Office"]
    assert [one.address for one in offered if one.is_default] == ["Office"]
    spooler.error = 1722
    assert WindowsQueues().choices() == ()


@pytest.mark.parametrize(("size", "has_sheets"), [(1, True), (9, True), (13, True), (0, False), (256, False)])
def test_the_paper_of_a_driver(spooler: Spooler, size: int, has_sheets: bool) -> None:
    """A usual sheet is told from a roll, which only the driver knows."""
    spooler.mode = SimpleNamespace(PaperSize=size)
    assert WindowsQueues().has_sheets("Receipts", always) is has_sheets
    assert spooler.opened == 0


def test_a_driver_that_does_not_tell_its_paper(spooler: Spooler) -> None:
    """Nothing is known then, and nothing fails."""
    assert WindowsQueues().has_sheets("Receipts", always) is None
    assert WindowsQueues().has_sheets("No such printer", always) is None
    assert spooler.opened == 0


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_any_status_is_read(status: int, attributes: int) -> None:
    """Bits that are not known mean nothing."""
    assert printer_trouble(status, attributes) in {None, *PaperTrouble}
    assert job_trouble(status) in {None, *PaperTrouble}
