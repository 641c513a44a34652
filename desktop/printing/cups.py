"""Prints through CUPS on Linux and macOS, by its own commands, and asks its queues what became of a job."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintState
from desktop.domain.printers import PrinterChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.paper import PaperDocument

_log = logging.getLogger(__name__)

_TIMEOUT = 10.0
"""Seconds for one command. They answer at once, unless the print service hangs."""

_SLICE = 0.25
"""Seconds after which a wait looks whether the program ends."""

_QUEUE_NAME = re.compile(r"[^\s/#,'\"\\-][^\s/#,'\"\\]*")
"""What CUPS accepts as the name of a queue, without what its commands would take for an option or a list."""

_JOB = re.compile(r"request id is (\S+-\d+)")

_REASONS = (
    (PaperTrouble.PAPER_OUT, ("media-empty", "media-needed")),
    (PaperTrouble.COVER_OPEN, ("cover-open", "door-open", "interlock-open")),
    (PaperTrouble.PAUSED, ("paused", "moving-to-paused", "printer-stopped", "hold-new-jobs")),
    (PaperTrouble.OFFLINE, ("offline", "shutdown", "connecting-to-device", "timed-out")),
    (PaperTrouble.PRINTER, ("media-jam", "input-tray-missing", "cups-missing-filter", "cups-insecure-filter")),
)
"""Reasons of a printer's state (RFC 8011, 5.4.12, and CUPS's own), most useful first. A suffix says how grave."""

_SHEET = re.compile(
    r"(?:(?:iso|na|jis)_)?(?:a[345]|(?:iso|jis)?b[45]|letter|legal|executive|tabloid)(?![0-9])", re.IGNORECASE
)
"""How the names of sheets begin (PPD, "Standard Option Keywords for PageSize", and PWG 5101.1)."""

_HARMLESS = ("-report", "-warning")

_CANNOT_REACH = re.compile(
    r"may not exist or is unavailable|not responding|unable to locate|unable to connect|is busy|offline|not connected"
    r"|waiting for printer to become available",
    re.IGNORECASE,
)
"""What the back ends of CUPS report about a printer that is off or unplugged, while they keep trying."""


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """A job as `lpstat -l` shows it.

    Attributes:
        name: such as `receipts-17`.
        status: the back end's own words.
        reasons: of its state.
    """

    name: str
    status: str = ""
    reasons: tuple[str, ...] = ()


class CupsQueues:
    """The queues of CUPS.

    It uses the commands `lp` and `lpstat`, which every system with CUPS has. pycups would have to be compiled on each
    machine that builds the program, because it has no wheels.
    """

    def __init__(self, *, timeout: float = 20.0) -> None:
        """Asks nothing yet.

        Args:
            timeout: seconds that a printer may be out of reach before its job counts as failed.
        """
        self._timeout = timeout
        self._unreachable_since: dict[str, float] = {}

    def send_raw(self, queue: str, data: bytes, *, title: str, keep_on: Callable[[], bool]) -> str:
        """See `Queues.send_raw`."""
        return self._send(queue, data, title, ("raw",), keep_on)

    def send_pages(
        self, queue: str, document: PaperDocument, paper: Paper, *, title: str, keep_on: Callable[[], bool]
    ) -> str:
        """See `Queues.send_pages`."""
        from desktop.printing.pages import page_layout, pdf
        from desktop.printing.sheet import Sheet

        options = ["print-scaling=none"]
        if paper is not Paper.A4:
            # Without this, the driver puts the receipt on its own paper and shrinks or cuts it.
            page = page_layout(Sheet(document, paper.dots), paper).fullRectPoints()
            options.append(f"media=Custom.{page.width()}x{page.height()}")
        return self._send(queue, pdf(document, paper), title, options, keep_on)

    def check(self, job: str, keep_on: Callable[[], bool]) -> PrintState | None:
        """See `Queues.check`."""
        queue = job.rpartition("-")[0]
        waiting = find_job(self._lpstat(keep_on, "-W", "not-completed", "-l", "-o", queue), job)
        if waiting is not None:
            trouble = self._trouble(waiting, self._lpstat(keep_on, "-l", "-p", queue))
            if trouble is not None:
                raise PaperFailed(trouble)
            return PrintState.TAKEN
        self._unreachable_since.pop(job, None)
        ended = find_job(self._lpstat(keep_on, "-W", "completed", "-l", "-o", queue), job)
        if ended is None:
            return None
        if any("cancel" in reason for reason in ended.reasons):
            raise PaperFailed(PaperTrouble.CANCELLED)
        if any(word in reason for reason in ended.reasons for word in ("abort", "error")):
            _log.warning("the queue reports %s: %s", ", ".join(ended.reasons), ended.status)
            raise PaperFailed(PaperTrouble.OFFLINE if _CANNOT_REACH.search(ended.status) else PaperTrouble.PRINTER)
        return PrintState.PRINTED

    def withdraw(self, job: str, keep_on: Callable[[], bool]) -> None:
        """See `Queues.withdraw`."""
        code, _, complaint = _run(["cancel", job], b"", keep_on)
        if code:
            _log.info("cancel: %s", complaint.strip())

    def check_queue(self, queue: str) -> None:
        """See `Queues.check_queue`."""

        def keep_on() -> bool:
            return True

        if shutil.which("lpstat") is None or "not running" in self._lpstat(keep_on, "-r"):
            raise PaperFailed(PaperTrouble.NO_SPOOLER)
        if queue:
            self._check(queue, keep_on)

    def choices(self) -> tuple[PrinterChoice, ...]:
        """See `Queues.choices`."""

        def keep_on() -> bool:
            return True

        try:
            names = [name for name in self._lpstat(keep_on, "-e").split() if _QUEUE_NAME.fullmatch(name)]
            default = _default_of(self._lpstat(keep_on, "-d"))
        except PaperFailed as failure:
            _log.info("no queues: %s", failure)
            return ()
        pages = [PrinterChoice(name, name, is_default=name == default) for name in names]
        return (*pages, *(PrinterChoice(f"raw:{name}", name, is_raw=True) for name in names))

    def has_sheets(self, queue: str, keep_on: Callable[[], bool]) -> bool | None:
        """See `Queues.has_sheets`."""
        if not _QUEUE_NAME.fullmatch(queue):
            return None
        try:
            return names_sheets(_run(["lpoptions", "-p", queue, "-l"], b"", keep_on)[1])
        except PaperFailed as failure:
            _log.info("the paper of a queue is not known: %s", failure)
            return None

    def _send(self, queue: str, data: bytes, title: str, options: Sequence[str], keep_on: Callable[[], bool]) -> str:
        queue = queue or self._default(keep_on)
        self._check(queue, keep_on)
        command = ["lp", "-d", queue, "-t", title]
        for option in options:
            command += ["-o", option]
        code, said, complaint = _run(command, data, keep_on)
        found = _JOB.search(said)
        if code or found is None:
            _log.warning("lp: %s", complaint.strip())
            raise PaperFailed(PaperTrouble.REJECTING if "not accepting" in complaint else PaperTrouble.NO_SPOOLER)
        return found[1]

    def _default(self, keep_on: Callable[[], bool]) -> str:
        name = _default_of(self._lpstat(keep_on, "-d"))
        if not name:
            raise PaperFailed(PaperTrouble.NO_PRINTER)
        return name

    def _check(self, queue: str, keep_on: Callable[[], bool]) -> None:
        """Raises `PaperFailed` if a queue would keep a job without printing it."""
        if not _QUEUE_NAME.fullmatch(queue):
            raise PaperFailed(PaperTrouble.NO_PRINTER)
        if "not running" in self._lpstat(keep_on, "-r"):
            raise PaperFailed(PaperTrouble.NO_SPOOLER)
        accepts = self._lpstat(keep_on, "-a", queue)
        if not accepts.strip():
            raise PaperFailed(PaperTrouble.NO_PRINTER)
        if " not accepting requests" in accepts.partition("\n")[0]:
            raise PaperFailed(PaperTrouble.REJECTING)
        trouble = printer_trouble(self._lpstat(keep_on, "-l", "-p", queue))
        if trouble is not None:
            raise PaperFailed(trouble)

    def _trouble(self, job: QueuedJob, printer: str) -> PaperTrouble | None:
        trouble = printer_trouble(printer)
        if trouble is not None and trouble is not PaperTrouble.OFFLINE:
            return trouble
        if trouble is None and not _CANNOT_REACH.search(job.status):
            self._unreachable_since.pop(job.name, None)
            return None
        # A printer that wakes up or is busy with another till is out of reach for a moment.
        since = self._unreachable_since.setdefault(job.name, time.monotonic())
        return PaperTrouble.OFFLINE if time.monotonic() - since >= self._timeout else None

    @staticmethod
    def _lpstat(keep_on: Callable[[], bool], *arguments: str) -> str:
        return _run(["lpstat", *arguments], b"", keep_on)[1]


def find_job(listing: str, name: str) -> QueuedJob | None:
    """Returns a job from what `lpstat -l -o` printed; None if it is not there."""
    found: QueuedJob | None = None
    status = ""
    reasons: tuple[str, ...] = ()
    for line in listing.splitlines():
        if not line[:1].isspace():
            if found is not None:
                break
            if line.split(None, 1)[:1] == [name]:
                found = QueuedJob(name)
        elif found is not None:
            label, _, value = line.strip().partition(":")
            if label == "Status":
                status = value.strip()
            elif label == "Alerts":
                reasons = tuple(value.split())
    return None if found is None else QueuedJob(name, status, reasons)


def printer_trouble(listing: str) -> PaperTrouble | None:
    """Returns why a printer does not print, from what `lpstat -l -p` printed about it; None if it does."""
    first, _, rest = listing.partition("\n")
    alerts = re.search(r"^\s+Alerts:(.*)$", rest, re.MULTILINE)
    reasons = [one for one in (alerts[1].split() if alerts else []) if not one.endswith(_HARMLESS)]
    for trouble, words in _REASONS:
        if any(reason.startswith(words) for reason in reasons):
            return trouble
    return PaperTrouble.PAUSED if re.match(r"printer \S+ disabled", first) else None


def names_sheets(listing: str) -> bool | None:
    """True if a queue prints on sheets, from what `lpoptions -l` printed about it; None if it names no paper."""
    default = re.search(r"^(?:PageSize|media)/[^:]*:.*\*(\S+)", listing, re.MULTILINE)
    return None if default is None else bool(_SHEET.match(default[1]))


def _default_of(listing: str) -> str:
    found = re.search(r"system default destination: (\S+)", listing)
    return found[1] if found else ""


def _run(command: Sequence[str], data: bytes, keep_on: Callable[[], bool]) -> tuple[int, str, str]:
    """Runs one of CUPS's commands. Returns its exit code, and what it printed to both outputs.

    Raises:
        PaperFailed: there is no CUPS, it does not answer, or the program ends.
    """
    program = shutil.which(command[0])
    if program is None:
        raise PaperFailed(PaperTrouble.NO_PRINTER)
    # It needs no password.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POINTS_TILL_")}
    # In English, whatever the language of the desktop. On macOS that also needs SOFTWARE (CUPS, cups/language.c).
    environment |= {"LC_ALL": "C", "LANG": "C", "SOFTWARE": "points-till"}
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(  # noqa: S603 - CUPS's own commands; the names of queues have been checked
            [program, *command[1:]], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
        ) as process
    ):
        end = time.monotonic() + _TIMEOUT
        sending: bytes | None = data
        while True:
            try:
                said, complaint = process.communicate(sending, timeout=_SLICE)
            except subprocess.TimeoutExpired:
                sending = None
                if keep_on() and time.monotonic() < end:
                    continue
                process.kill()
                raise PaperFailed(PaperTrouble.NO_SPOOLER if keep_on() else PaperTrouble.STOPPED) from None
            return process.returncode, said.decode(errors="replace"), complaint.decode(errors="replace")
