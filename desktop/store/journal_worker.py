"""Reads pieces of a journal for another process of this program, which asks on standard input.

Each request is a line of JSON. Each answer is a line of JSON, and then a text of as many bytes as the line says.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn

from desktop.store.errors import PROBLEMS
from desktop.store.exporting import Piece
from desktop.store.journal_pieces import JournalPieces, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

ENCODING = ("utf-8", "surrogatepass")
"""How a text is sent, so that whatever a damaged or foreign row holds arrives as it is."""


def run() -> NoReturn:
    """Answers requests until the process that asks has ended, and ends this one."""
    # The process that asks decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if sys.stdin is not None and sys.stdout is not None:
            serve(sys.stdin.buffer, sys.stdout.buffer, on_end=lambda: os._exit(0))
    finally:
        # Python cannot end properly while another thread waits for standard input.
        os._exit(1)


def serve(requests: BinaryIO, answers: BinaryIO, on_end: Callable[[], object]) -> None:
    """Answers requests, one after the other.

    Args:
        requests: where they come from.
        answers: where the answers go.
        on_end: called on another thread when no more requests can come, even if an answer is being made.
    """
    lines: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        for line in requests:
            lines.put(line)
        lines.put(b"")
        on_end()

    Thread(target=listen, daemon=True).start()
    pieces: JournalPieces | None = None
    try:
        while line := lines.get():
            request, text = json.loads(line), ""
            try:
                if pieces is None:
                    pieces = JournalPieces(Path(request["path"]))
                found, text = _answer(pieces, request)
                answer = {"found": found}
            except PROBLEMS as problem:
                answer = {"failed": str(problem)}
            sent = text.encode(*ENCODING)
            answers.write(json.dumps({**answer, "size": len(sent)}).encode() + b"\n")
            answers.write(sent)
            answers.flush()
    finally:
        if pieces is not None:
            pieces.close()


def _answer(pieces: JournalPieces, request: dict[str, Any]) -> tuple[Any, str]:
    """Returns what was found, and a text."""
    piece = Piece(*request.get("piece", (0, 0)))
    start, end = (None if day is None else date.fromisoformat(day) for day in request.get("days", (None, None)))
    match request["do"]:
        case "begin":
            return pieces.begin(), ""
        case "check structure":
            pieces.check_structure()
        case "check events":
            return pieces.check_events(piece, bytes.fromhex(request["before"])), ""
        case "check attempts":
            pieces.check_attempts(piece)
        case "records":
            wanted = Wanted(
                request["form"], request["full_mobile"], start, end, None, tuple(request["states"]),
                request["cashier"], request["text"],
            )  # fmt: skip
            found = list(pieces.records(wanted, piece))
            return (found[-1][1] if found else "", len(found)), "".join(text for text, _ in found)
        case "event lines":
            return None, "".join(pieces.event_lines(start, end, piece))
        case unknown:
            raise ValueError(f"no such request: {unknown}")
    return None, ""
