"""Writes the log, a rotating file without secrets, on a thread of its own, and logs uncaught exceptions."""

from __future__ import annotations

import atexit
import copy
import faulthandler
import logging
import logging.handlers
import queue
import re
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.private_files import make_folder, open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from io import TextIOWrapper
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

MAX_BYTES = 1_000_000
FILES = 5
MASK = "••••••"
CRASH_FILE = "crash.log"

_QUIET = ("urllib3", "requests", "werkzeug", "keyring", "asyncio")
"""Loggers whose normal lines do not help support, and contain addresses with mobile numbers."""

_DATE = r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?)?"
_DIGITS = re.compile(rf"(?P<date>(?<!\d){_DATE}(?!\d))|\d(?:[\s()\-\u2010-\u2015]{{0,2}}\d){{5,}}")
"""Runs of six or more digits, as numbers are typed and shown, except in a date."""

_SECRET = re.compile(
    r"""
    (?P<key>
        (?:validation_?code|passw(?:or)?d|secret|otp|mobile|identifier_?value|e-?mail|first_?name|last_?name)[\w\-]{0,40}
        (?: \\*["']\s{0,8}[:=,] | \s{0,8}[:=] ) \s{0,8}[bu]?
    )
    (?:
        \\*(?P<quote>["'])(?:\\.|(?!(?P=quote))[^\\])*(?P=quote)  # quoted, however deep the quotes are escaped
      | \\*["'].*                                                 # quoted and cut off: all that is left of the line
      | [^\s&,;"'}\])]+
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HEADER = re.compile(
    r"""(?P<key>\b(?:(?:proxy-)?authorization|(?:set-)?cookie)\\*["']?\s{0,8}[:=,]\s{0,8}[bu]?\\*["']?)[^\r\n"']*""",
    re.IGNORECASE,
)
_CREDENTIALS = re.compile(r"\b(?P<key>(?:basic|bearer|digest)\s{1,8})[A-Za-z0-9+/_\-=.]{6,}", re.IGNORECASE)
_USER_INFO = re.compile(r"(?P<key>\b[a-z][a-z0-9+.\-]{0,20}://)[^\s/@\"']+@", re.IGNORECASE)


def redact(text: str) -> str:
    """Masks what a log must not contain: numbers, codes, passwords, names, credentials.

    If in doubt, it masks: support can ask for what is missing, but no one can take back a secret.
    """
    text = _HEADER.sub(rf"\g<key>{MASK}", text)
    text = _CREDENTIALS.sub(rf"\g<key>{MASK}", text)
    text = _USER_INFO.sub(rf"\g<key>{MASK}@", text)
    text = _SECRET.sub(rf"\g<key>{MASK}", text)
    return _DIGITS.sub(lambda found: found["date"] or MASK, text)


_IGNORED_MESSAGES = frozenset({"This plugin does not support propagateSizeHints()"})
"""Messages that Qt always prints without a screen."""


class RedactingFormatter(logging.Formatter):
    """Formats a line: time with offset, level, thread, logger, and the redacted message with its traceback."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(threadName)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line. Runs on the writing thread."""
        moment = datetime.fromtimestamp(record.created).astimezone().isoformat(sep=" ", timespec="milliseconds")
        return f"{moment} {redact(super().format(record))}"


class _RotatingFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read. It grows beyond its size if another process has it open."""

    def _open(self) -> TextIOWrapper:
        return _open_private(self.baseFilename)

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        try:
            super().doRollover()
        except OSError:
            # Windows cannot rename a file that another window has open. A large file is better than no log.
            if self.stream is None:
                self.stream = self._open()


class _Queued(logging.handlers.QueueHandler):
    """Formats the message on the calling thread, and passes the record to the writing thread.

    Tracebacks are formatted there.
    """

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        record = copy.copy(record)
        record.msg, record.args = record.getMessage(), None
        return record


class Log:
    """The log of one run of the program, from `start` to `stop`.

    Attributes:
        path: the file; None if the folder cannot be written, because a till without a log is better than none.
    """

    def __init__(self, folder: Path, name: str, level: int) -> None:
        self.path: Path | None = folder / f"{name}.log"
        self._crash_file: TextIOWrapper | None = None
        self._restore_qt_handler: Callable[[], object] | None = None
        handlers: list[logging.Handler] = []
        problem: OSError | None = None
        try:
            make_folder(folder)
            handlers.append(_RotatingFile(self.path, maxBytes=MAX_BYTES, backupCount=FILES - 1, encoding="utf-8"))
            self._open_crash_file(folder / CRASH_FILE)
        except OSError as error:
            self.path, problem = None, error
        if sys.stderr is not None:
            # A windowed build on Windows has no standard error.
            terminal = logging.StreamHandler()
            terminal.setLevel(logging.WARNING)
            handlers.append(terminal)
        for handler in handlers:
            handler.setFormatter(RedactingFormatter())
        records: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._listener = logging.handlers.QueueListener(records, *handlers, respect_handler_level=True)
        self._handlers = handlers
        self._queued = _Queued(records)
        root = logging.getLogger()
        self._level_before = root.level
        root.setLevel(level)
        root.addHandler(self._queued)
        for quiet in _QUIET:
            logging.getLogger(quiet).setLevel(logging.WARNING)
        self._listener.start()
        self._hooks_before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook, threading.excepthook, sys.unraisablehook = _uncaught, _uncaught_in_thread, _unraisable
        self._running = True
        atexit.register(self.stop)
        if problem is not None:
            logging.getLogger(__name__).warning("no log can be kept: %s", problem.strerror)

    def log_qt_messages(self, early: Sequence[tuple[QtMsgType, str]] = ()) -> None:
        """Logs Qt's messages, which a windowed build would lose. Imports Qt.

        Args:
            early: messages from before this call.
        """
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
            QtMsgType.QtCriticalMsg: logging.ERROR,
            QtMsgType.QtFatalMsg: logging.CRITICAL,
        }

        def handle(kind: QtMsgType, context: QMessageLogContext | None, text: str) -> None:
            if text in _IGNORED_MESSAGES:
                return
            category = (context.category if context is not None else None) or "default"
            logging.getLogger(f"qt.{category}").log(levels.get(kind, logging.WARNING), "%s", text)
            if kind is QtMsgType.QtFatalMsg:
                # The process ends as soon as this function returns, so the writing thread must finish first.
                self._listener.stop()
                self._listener.start()
                if self._crash_file is not None:
                    # On Windows Qt ends the process without a signal, so no handler would write the stacks.
                    faulthandler.dump_traceback(self._crash_file)

        before = qInstallMessageHandler(handle)
        for kind, text in early:
            handle(kind, None, text)
        self._restore_qt_handler = lambda: qInstallMessageHandler(before)

    def stop(self) -> None:
        """Writes what is left and restores the hooks. Calling it again has no effect."""
        if not self._running:
            return
        self._running = False
        atexit.unregister(self.stop)
        if self._restore_qt_handler is not None:
            self._restore_qt_handler()
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks_before
        root = logging.getLogger()
        root.removeHandler(self._queued)
        root.setLevel(self._level_before)
        self._listener.stop()
        for handler in self._handlers:
            handler.close()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()

    def _open_crash_file(self, path: Path) -> None:
        """Makes a crash of the interpreter leave its stacks, unless that has been set up already."""
        if faulthandler.is_enabled():
            return
        if path.exists() and path.stat().st_size > MAX_BYTES:
            path.unlink()
        self._crash_file = _open_private(path)
        faulthandler.enable(self._crash_file)


def start(folder: Path, *, name: str = "points-till", level: int = logging.INFO) -> Log:
    """Starts the log in a folder, and logs uncaught exceptions.

    Args:
        folder: the folder, created if it is missing; see `paths.log_dir`.
        name: the name of the file. A second process on the same folder needs its own, because Windows cannot rotate a
            shared file.
        level: the lowest level that is logged.
    """
    return Log(folder, name, level)


def _open_private(path: Path | str) -> TextIOWrapper:
    """Opens a file for appending that only its owner, or the group of a shared folder, can read."""

    def opener(name: str, flags: int) -> int:
        return open_file(Path(name), flags)

    return open(path, "a", encoding="utf-8", errors="backslashreplace", opener=opener)


def _uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    logging.getLogger("uncaught").critical("in the main thread", exc_info=(kind, error, traceback))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is SystemExit or args.exc_value is None:
        return
    where = args.thread.name if args.thread is not None else "a thread that is gone"
    logging.getLogger("uncaught").critical("in %s", where, exc_info=(args.exc_type, args.exc_value, args.exc_traceback))


def _unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is None:
        return
    # Log the type and not the object: its repr may be long, slow or broken, which may be the error itself.
    logging.getLogger("uncaught").error(
        "%s %s",
        args.err_msg or "ignored in",
        type(args.object).__name__,
        exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
    )
