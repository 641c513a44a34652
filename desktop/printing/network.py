"""Sends ESC/POS to a thermal printer in the network, and asks it for its state."""

from __future__ import annotations

import logging
import select
import socket
import struct
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.print_job import PrintState
from desktop.printing.escpos import ASK_PRINTED, ASK_STATUS, CLEAR_BUFFER

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.printers import NetworkPrinter

_log = logging.getLogger(__name__)

_SLICE = 0.25
"""Seconds after which a wait looks whether the program ends."""

_SEND_BUFFER = 8 * 1024
"""Bytes that the system keeps for a printer that does not read. The rest is known to have been taken."""

_CHUNK = 4 * 1024

_SO_NWRITE = 0x1024
"""A socket option of macOS (`sys/socket.h`): bytes that have not been acknowledged."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for a printer, in seconds.

    Attributes:
        connect: until it accepts a connection.
        status: until it answers a question that it answers at once.
        stall: without taking any byte.
        whole: for all bytes.
        printing: until everything has been printed.
        closing: until a printer that answers no questions closes its side.
    """

    connect: float = 5.0
    status: float = 1.0
    stall: float = 15.0
    whole: float = 60.0
    printing: float = 20.0
    closing: float = 2.0


class NetworkConnection:
    """One connection to a printer, for one job."""

    def __init__(self, address: NetworkPrinter, limits: Limits, keep_on: Callable[[], bool]) -> None:
        """Connects.

        Args:
            address: of the printer.
            limits: how long to wait.
            keep_on: returns False when the program ends.

        Raises:
            PaperFailed: there is no printer at the address.
        """
        self._limits = limits
        self._keep_on = keep_on
        self._answers = b""
        try:
            self._socket = socket.create_connection((address.host, address.port), timeout=limits.connect)
        except socket.gaierror as error:
            raise PaperFailed(PaperTrouble.ADDRESS) from error
        except (OSError, UnicodeError) as error:
            _log.info("no printer at port %d: %s", address.port, error)
            raise PaperFailed(PaperTrouble.NOT_FOUND) from error
        self._socket.settimeout(0)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        """Closes the connection."""
        self._socket.close()

    def print(self, data: bytes) -> PrintState:
        """Sends a job. Returns `PRINTED` if the printer says so, else `TAKEN`.

        Raises:
            PaperFailed: the printer reports a fault, or it did not take the whole job.
        """
        answers = self._is_ready()
        sent = self._send(data)
        if not answers:
            self._wait_until_taken()
            return PrintState.TAKEN
        _log.debug("%d bytes sent", sent)
        return self._wait_until_printed()

    # The state of the printer

    def _is_ready(self) -> bool:
        """Asks for the printer's state. Returns False if it does not answer such questions.

        Raises:
            PaperFailed: it answers that it cannot print, or what answers is not a printer.
        """
        try:
            self._socket.send(ASK_STATUS[1])
            self._read_until(lambda answer: bool(_statuses(answer)), self._limits.status)
            if _is_banner(self._answers):
                _log.info("what answers is not a printer")
                raise PaperFailed(PaperTrouble.NOT_FOUND)
            if not _statuses(self._answers):
                return False
            self._check_state()
        except OSError as error:
            raise PaperFailed(PaperTrouble.NOT_FOUND) from error
        return True

    def _check_state(self) -> bool:
        """Asks why the printer is offline, and for paper. Returns True if an answer to `ASK_PRINTED` came as well.

        Raises:
            PaperFailed: it cannot print.
        """
        self._answers = b""
        # A printer that is behind has no room for questions. It is asked again later.
        with suppress(BlockingIOError):
            for ask in ASK_STATUS.values():
                self._socket.send(ask)
        self._read_until(lambda answer: len(_statuses(answer)) >= len(ASK_STATUS), self._limits.status)
        trouble = trouble_of(_statuses(self._answers))
        if trouble is not None:
            raise PaperFailed(trouble)
        return any(_is_sensor(byte) for byte in self._answers)

    # Sending

    def _send(self, data: bytes) -> int:
        sent = 0
        started = moved = time.monotonic()
        view = memoryview(data)
        while sent < len(data):
            if not self._keep_on():
                raise PaperFailed(PaperTrouble.STOPPED)
            now = time.monotonic()
            if now - moved > self._limits.stall or now - started > self._limits.whole:
                raise PaperFailed(PaperTrouble.HANGING)
            try:
                _, writable, _ = select.select([], [self._socket], [], _SLICE)
                if writable:
                    sent += self._socket.send(view[sent : sent + _CHUNK])
                    moved = time.monotonic()
            except BlockingIOError:
                continue
            except OSError as error:
                raise PaperFailed(PaperTrouble.HALF) from error
        return sent

    def _wait_until_printed(self) -> PrintState:
        """Waits for the answer that comes after the last line. Meanwhile, asks for faults.

        Raises:
            PaperFailed: the printer cannot go on.
        """
        end = time.monotonic() + self._limits.printing
        try:
            self._answers = b""
            self._ask_if_printed(end)
            while time.monotonic() < end and self._keep_on():
                self._read_until(lambda answer: any(_is_sensor(byte) for byte in answer), self._limits.status)
                if any(_is_sensor(byte) for byte in self._answers) or self._check_state():
                    return PrintState.PRINTED
        except PaperFailed as failure:
            # Otherwise the rest would come out with the next receipt.
            with suppress(OSError):
                self._socket.send(CLEAR_BUFFER)
            raise PaperFailed(failure.why, has_begun=True) from failure
        except OSError as error:
            raise PaperFailed(PaperTrouble.HALF) from error
        return PrintState.TAKEN

    def _ask_if_printed(self, end: float) -> None:
        """Asks for the answer that comes after the last line, as soon as a printer that is behind has room for it.

        Raises:
            PaperFailed: it has taken nothing more until the end of the time.
        """
        while self._keep_on():
            try:
                self._socket.send(ASK_PRINTED)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise PaperFailed(PaperTrouble.HANGING) from None
                select.select([], [self._socket], [], _SLICE)
            else:
                return

    def _wait_until_taken(self) -> None:
        """Waits until the printer has everything, as far as the system can tell.

        Raises:
            PaperFailed: it stopped reading, or broke the connection without reading everything.
        """
        end = time.monotonic() + self._limits.stall
        while _unsent(self._socket) and self._keep_on():
            if time.monotonic() > end:
                raise PaperFailed(PaperTrouble.HANGING)
            self._read_until(lambda _answer: False, _SLICE)
        try:
            self._socket.shutdown(socket.SHUT_WR)
            self._read_until(lambda _answer: False, self._limits.closing)
        except OSError as error:
            # The printer closed the connection without reading everything.
            raise PaperFailed(PaperTrouble.HALF) from error

    def _read_until(self, is_enough: Callable[[bytes], bool], seconds: float) -> None:
        """Reads what the printer says, until it is enough, the printer closes its side, or the time is over."""
        end = time.monotonic() + seconds
        while not is_enough(self._answers) and self._keep_on():
            left = end - time.monotonic()
            if left <= 0:
                return
            readable, _, _ = select.select([self._socket], [], [], min(left, _SLICE))
            if readable:
                try:
                    read = self._socket.recv(256)
                except BlockingIOError:
                    continue
                if not read:
                    return
                self._answers = (self._answers + read)[-256:]


def trouble_of(statuses: list[int]) -> PaperTrouble | None:
    """Returns what the answers to `DLE EOT` 1, 2 and 4 report, in this order (Epson's ESC/POS reference).

    Args:
        statuses: as many as were answered.
    """
    printer, offline, paper = (*statuses, *(None for _ in ASK_STATUS))[: len(ASK_STATUS)]
    if (paper is not None and paper & 0x60 == 0x60) or (offline is not None and offline & 0x20):  # noqa: PLR2004 - bits
        return PaperTrouble.PAPER_OUT
    if offline is not None and offline & 0x04:
        return PaperTrouble.COVER_OPEN
    if offline is not None and offline & 0x40:
        return PaperTrouble.PRINTER
    if printer is not None and printer & 0x08:
        return PaperTrouble.OFFLINE
    return None


def _statuses(answer: bytes) -> list[int]:
    """Returns the bytes that have the fixed bits of an answer to `DLE EOT`."""
    return [byte for byte in answer if byte & 0x93 == 0x12]  # noqa: PLR2004 - bits


def _is_sensor(byte: int) -> bool:
    """True if a byte has the fixed bits of an answer to `GS r 1`."""
    return byte & 0x90 == 0


def _is_banner(answer: bytes) -> bool:
    """True if something answers in words, as a web server or a mail server does."""
    return len(answer) > len(ASK_STATUS) and all(byte in b"\r\n" or 0x20 <= byte < 0x7F for byte in answer)  # noqa: PLR2004 - ASCII


def _unsent(connection: socket.socket) -> int:
    """Returns how many bytes the other side has not acknowledged. 0 if the system does not tell."""
    if sys.platform == "linux":
        import fcntl
        import termios

        (count,) = struct.unpack("i", fcntl.ioctl(connection, termios.TIOCOUTQ, struct.pack("i", 0)))
    elif sys.platform == "darwin":
        count = connection.getsockopt(socket.SOL_SOCKET, _SO_NWRITE)
    else:
        count = 0
    return int(count)
