"""Tests printing through a real CUPS: raw queues, PDF, and queues that are paused, reject, or reach no printer."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Commands, Paper
from desktop.domain.print_job import PrintJob, PrintState
from desktop.printing import cups as cups_commands
from desktop.printing.cups import CupsQueues, find_job, names_sheets, printer_trouble
from desktop.printing.printers import ShopPrinters, ThermalSettings
from desktop.printing.sheet import picture
from tests.paper import print_job, receipt_document
from tests.printing.network_printer import Behaviour, FakePrinter
from tests.printing.print_service import PDF_DRIVER
from tests.printing.test_escpos import dots
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from tests.printing.print_service import PrintService

pytestmark = pytest.mark.usefixtures("qapp")


def always() -> bool:
    """The program does not end."""
    return True


class Desk:
    """Sends jobs to queues, and asks about them."""

    def __init__(self) -> None:
        self.printers = ShopPrinters(lambda: ThermalSettings(Commands.RASTER, cut=True))

    def send(self, printer: str, paper: Paper = Paper.MM_80) -> PrintJob:
        """Sends a receipt."""
        job = print_job(number=7, document=receipt_document("en"), printer=printer, paper=paper)
        state, queue_job = self.printers.send(job, always)
        assert state is PrintState.TAKEN, "a queue that has taken a job has not printed it"
        return job.step(PrintState.SENDING, job.at).step(state, job.at, queue_job=queue_job)

    def refusal(self, printer: str) -> PaperTrouble:
        """Returns why a receipt is not taken."""
        with pytest.raises(PaperFailed) as caught:
            self.send(printer)
        return caught.value.why

    def outcome(self, job: PrintJob) -> PrintState | PaperTrouble | None:
        """Asks until the queue has something new to say."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                state = self.printers.check(job, always)
            except PaperFailed as failure:
                return failure.why
            if state is not PrintState.TAKEN:
                return state
        return PrintState.TAKEN


@pytest.fixture
def desk(cups: PrintService) -> Desk:
    """Returns a desk that prints through the CUPS of the tests."""
    assert cups.socket.exists()
    return Desk()


def test_a_raw_queue_passes_the_receipt_on(cups: PrintService, desk: Desk) -> None:
    """The printer behind the queue gets the receipt dot for dot, and the queue then says that it is printed."""
    printer = FakePrinter(Behaviour())
    cups.add_queue("thermal", f"socket://127.0.0.1:{printer.port}")
    job = desk.send("raw:thermal")
    assert job.queue_job.startswith("thermal-")
    assert desk.outcome(job) is PrintState.PRINTED
    printer.close()
    paper = print_out(next(one for one in printer.jobs if one))
    wanted = dots(picture(receipt_document("en"), 576))
    assert paper.rows[: len(wanted)] == wanted
    assert len(paper.cuts) == 1


@pytest.mark.parametrize(("paper", "width"), [(Paper.MM_58, 58), (Paper.MM_80, 80), (Paper.A4, 210)])
def test_a_driver_prints_in_full_size(cups: PrintService, desk: Desk, tmp_path: Path, paper: Paper, width: int) -> None:
    """A printer with a driver gets a page of the paper's own size, and the receipt on it is not shrunk.

    The text is no longer text in this file, because cups-pdf makes it of PostScript; `test_pages` looks at that.
    """
    missing = [name for name in ("pdftoppm", "pdfinfo") if shutil.which(name) is None]
    if missing or PDF_DRIVER not in cups.run("lpinfo", "-m"):
        pytest.skip(f"not installed: {', '.join(missing) or 'cups-pdf'}")
    queue = f"pdf{width}"
    cups.add_queue(queue, "cups-pdf:/", PDF_DRIVER)
    before = pdfs()
    assert desk.outcome(desk.send(queue, paper)) is PrintState.PRINTED
    (made,) = pdfs() - before
    told = subprocess.run(["pdfinfo", made], capture_output=True, text=True, check=True).stdout
    subprocess.run(["pdftoppm", "-r", "203", "-gray", "-singlefile", made, tmp_path / "page"], check=True)
    made.unlink()
    assert "Pages:           1\n" in told
    size = next(line for line in told.splitlines() if line.startswith("Page size"))
    assert abs(float(size.split()[2]) / 72 * 25.4 - width) < 1
    page = QImage(str(tmp_path / "page.pgm")).convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(page.constBits()), page.bytesPerLine()
    columns = [x for x in range(page.width()) if min(data[x::stride]) < 90]
    assert abs(columns[-1] - columns[0] - (paper.dots - 8)) < 4, "the rules go from edge to edge"


def test_the_paper_of_a_queue(cups: PrintService, desk: Desk) -> None:
    """A driver names its sheets. A raw queue is of a receipt printer, and a queue without a driver does not tell."""
    if PDF_DRIVER not in cups.run("lpinfo", "-m"):
        pytest.skip("not installed: cups-pdf")
    cups.add_queue("office", "cups-pdf:/", PDF_DRIVER)
    cups.add_queue("plain")
    has_sheets = {
        name: desk.printers.has_sheets(name, always)
        for name in ("office", "raw:office", "tcp://10.0.0.9", "tcp:nowhere", "plain", "nosuchqueue", "-d")
    }
    assert has_sheets == {
        "office": True, "raw:office": False, "tcp://10.0.0.9": False, "tcp:nowhere": None, "plain": None,
        "nosuchqueue": None, "-d": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("default", "wanted"),
    [
        ("A4", True),
        ("Letter.Fullbleed", True),
        ("iso_a4_210x297mm", True),
        ("na_letter", True),
        ("A45", False),
        ("Custom.164x500", False),
        ("RP80x297", False),
        ("om_x-72-mmy-200-mm_72x200mm", False),
    ],
)
def test_the_names_of_papers(default: str, wanted: bool) -> None:
    """The one with the star is the default."""
    listing = f"Resolution/Resolution: *203dpi\nPageSize/Media Size: Letter *{default} A4 Custom.WIDTHxHEIGHT\n"
    assert names_sheets(listing) is wanted
    assert names_sheets(listing.replace("PageSize", "media")) is wanted
    assert names_sheets("Resolution/Resolution: *203dpi\n") is None


def pdfs() -> set[Path]:
    """Returns the files that cups-pdf has made in the home folder, where its own settings put them."""
    return set((Path.home() / "PDF").rglob("*.pdf"))


@pytest.mark.parametrize("kind", ["raw:", ""])
def test_a_paused_queue(cups: PrintService, desk: Desk, kind: str) -> None:
    """The job is not even put in: it would come out by itself when someone resumes the queue."""
    cups.add_queue("paused")
    cups.run("cupsdisable", "-r", "lunch", "paused")
    assert desk.refusal(f"{kind}paused") is PaperTrouble.PAUSED
    assert "paused-" not in cups.run("lpstat", "-W", "all", "-o")


@pytest.mark.parametrize("kind", ["raw:", ""])
def test_a_queue_that_rejects(cups: PrintService, desk: Desk, kind: str) -> None:
    """It was reported as sent once. The queue itself says that it takes nothing."""
    cups.add_queue("rejecting")
    cups.run("cupsreject", "rejecting")
    assert desk.refusal(f"{kind}rejecting") is PaperTrouble.REJECTING


@pytest.mark.parametrize("name", ["nosuchqueue", "raw:nosuchqueue", "raw:-d", "a b", "x,y"])
def test_a_queue_that_does_not_exist(desk: Desk, name: str) -> None:
    """Another printer is never used silently, and a name is never taken for an option or a list."""
    assert desk.refusal(name) is PaperTrouble.NO_PRINTER


def test_no_default_printer(desk: Desk) -> None:
    """Without a printer in the settings and a default one in the system, there is none."""
    assert desk.refusal("") is PaperTrouble.NO_PRINTER


def test_the_default_printer(cups: PrintService, desk: Desk) -> None:
    """An empty setting stands for the system's default printer."""
    cups.add_queue("usual")
    cups.run("lpadmin", "-d", "usual")
    try:
        assert desk.send("").queue_job.startswith("usual-")
        assert [one.address for one in desk.printers.choices() if one.is_default] == ["usual"]
    finally:
        cups.run("lpadmin", "-x", "usual")


def test_a_printer_that_is_unplugged(cups: PrintService) -> None:
    """The queue takes the job and keeps trying. After a while that is a failure, with the job out of the queue."""
    cups.add_queue("unplugged", "socket://127.0.0.1:9")
    queues = CupsQueues(timeout=1.0)
    name = queues.send_raw("unplugged", b"hello", title="A receipt", keep_on=always)
    states: list[object] = []
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            states.append(queues.check(name, always))
        except PaperFailed as failure:
            states.append(failure.why)
            break
    assert states[0] is PrintState.TAKEN
    assert states[-1] is PaperTrouble.OFFLINE
    queues.withdraw(name, always)
    assert name not in cups.run("lpstat", "-W", "not-completed", "-o")


def test_a_queue_that_is_paused_later(cups: PrintService, desk: Desk) -> None:
    """A job that waits in a queue which someone pauses is reported, and not called printed."""
    cups.add_queue("later", "socket://127.0.0.1:9")
    job = desk.send("raw:later")
    cups.run("cupsdisable", "later")
    assert desk.outcome(job) is PaperTrouble.PAUSED
    desk.printers.withdraw(job, always)


def test_a_job_that_someone_removes(cups: PrintService, desk: Desk) -> None:
    """It is not called printed."""
    cups.add_queue("removed", "socket://127.0.0.1:9")
    job = desk.send("raw:removed")
    cups.run("cancel", job.queue_job)
    assert desk.outcome(job) is PaperTrouble.CANCELLED
    desk.printers.withdraw(job, always)


def test_a_job_that_the_queue_gives_up(cups: PrintService, desk: Desk) -> None:
    """A back end that fails ends the job without paper."""
    cups.add_queue("broken", "socket://no-such-printer.invalid")
    cups.run("lpadmin", "-p", "broken", "-o", "printer-error-policy=abort-job")
    job = desk.send("raw:broken")
    assert desk.outcome(job) in {PaperTrouble.OFFLINE, PaperTrouble.PRINTER}
    desk.printers.withdraw(job, always)


def test_a_job_that_the_queue_has_forgotten(desk: Desk) -> None:
    """Then it is not known what became of it."""
    job = print_job(state=PrintState.TAKEN, queue_job="usual-99999")
    assert desk.printers.check(job, always) is None


def test_the_printers_for_the_settings(cups: PrintService, desk: Desk) -> None:
    """Each queue is offered with its driver, and for a receipt printer."""
    cups.add_queue("listed")
    offered = {one.address: one for one in desk.printers.choices()}
    assert offered["listed"].name == offered["raw:listed"].name == "listed"
    assert (offered["listed"].is_raw, offered["raw:listed"].is_raw) == (False, True)


def test_no_print_service(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """If CUPS does not run, that is the reason, and no printers are offered."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "cups.sock"))
    assert desk.refusal("raw:thermal") is PaperTrouble.NO_SPOOLER
    assert desk.printers.choices() == ()


def test_no_cups_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system without CUPS has no printers."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Desk().refusal("raw:thermal") is PaperTrouble.NO_PRINTER
    assert Desk().printers.choices() == ()


@pytest.mark.parametrize(
    ("ending", "trouble", "after"), [(False, PaperTrouble.NO_SPOOLER, 0.5), (True, PaperTrouble.STOPPED, 10.0)]
)
def test_a_print_service_that_hangs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: bool, trouble: PaperTrouble, after: float
) -> None:
    """A command that does not come back is ended, at the latest when the program ends."""
    hanging = tmp_path / "lpstat"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("desktop.printing.cups._TIMEOUT", after)
    with pytest.raises(PaperFailed) as caught:
        CupsQueues().send_raw("thermal", b"", title="", keep_on=lambda: not ending)
    assert caught.value.why is trouble


def test_the_commands_get_no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Secrets of the environment stay in this program."""
    listing = tmp_path / "lpstat"
    listing.write_text("#!/bin/sh\nexec env\n")
    listing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("POINTS_TILL_PASSWORD", "hush")
    status, said, _ = cups_commands._run(["lpstat"], b"", always)
    assert (status, "SOFTWARE=points-till" in said, "hush" in said) == (0, True, False)


PRINTER = "printer {name} {state}\n\tWords of the driver\n\tDescription: \n\tAlerts: {alerts}\n\tLocation: \n"


@pytest.mark.parametrize(
    ("state", "alerts", "trouble"),
    [
        ("is idle.  enabled since Thu", "none", None),
        ("now printing x-1.  enabled since Thu", "none", None),
        ("is idle.  enabled since Thu", "media-low-warning media-empty-report", None),
        ("is idle.  enabled since Thu", "media-empty-error", PaperTrouble.PAPER_OUT),
        ("is idle.  enabled since Thu", "offline-error media-needed", PaperTrouble.PAPER_OUT),
        ("is idle.  enabled since Thu", "cover-open", PaperTrouble.COVER_OPEN),
        ("is idle.  enabled since Thu", "offline", PaperTrouble.OFFLINE),
        ("is idle.  enabled since Thu", "media-jam-error", PaperTrouble.PRINTER),
        ("disabled since Thu -", "paused", PaperTrouble.PAUSED),
        ("disabled since Thu -", "none", PaperTrouble.PAUSED),
    ],
)
def test_what_a_printer_reports(state: str, alerts: str, trouble: PaperTrouble | None) -> None:
    """The reasons of RFC 8011 are read by their beginnings. Warnings and reports do not stop a job."""
    assert printer_trouble(PRINTER.format(name="x", state=state, alerts=alerts)) is trouble


@given(st.text())
def test_any_listing_is_read(listing: str) -> None:
    """Whatever the commands print, there is an answer and never an exception."""
    assert printer_trouble(listing) in {None, *PaperTrouble}
    found = find_job(listing, "x-1")
    assert found is None or found.name == "x-1"


def test_a_job_is_not_taken_for_another() -> None:
    """`x-1` is not `x-11`, and the lines of the next job are not those of this one."""
    listing = (
        "x-11  root  1024  Thu\n\tStatus: eleven\n\tAlerts: job-printing\n\tqueued for x\n"
        "x-1  root  1024  Thu\n\tStatus: one: two\n\tAlerts: a b\n\tqueued for x\n"
        "x-2  root  1024  Thu\n\tStatus: two\n\tAlerts: none\n"
    )
    found = find_job(listing, "x-1")
    assert found is not None
    assert (found.status, found.reasons) == ("one: two", ("a", "b"))
    assert find_job(listing, "x-3") is None
