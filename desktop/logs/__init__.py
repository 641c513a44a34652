"""Writes the log, rotating files without secrets, on a thread of its own, and reports uncaught exceptions."""

from __future__ import annotations

import atexit
import copy
import logging
import logging.handlers
import queue
import sys
import threading
from typing import TYPE_CHECKING, Any

from desktop.logs.crashes import CrashReports, about
from desktop.logs.faults import Faults, OnlyOnce
from desktop.logs.files import RotatingFile, make_log
from desktop.logs.lines import JsonLines, TextLines
from desktop.private_files import make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

_QUIET = {
    # Its warnings have addresses too (`api.transport`).
    "urllib3": logging.ERROR,
    **dict.fromkeys(("werkzeug", "keyring", "asyncio"), logging.WARNING),
}
"""The lowest levels of loggers whose normal lines do not help support, and contain addresses with mobile numbers."""

_LAST_LINES = 3.0
"""Seconds that the end of the program waits for lines that are still to be written. A disk can hang for ever."""

_IGNORED_MESSAGES = frozenset({"This plugin does not support propagateSizeHints()"})
"""Messages that Qt always prints without a screen."""

_log = logging.getLogger(__name__)
_uncaught = logging.getLogger("uncaught")


class _Queued(logging.handlers.QueueHandler):
    """Formats the message on the calling thread, and passes the record to the writing thread.

    Tracebacks are formatted there.
    """

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        record = copy.copy(record)
        record.msg, record.args = record.getMessage(), None
        return record


class _Reporter(logging.Handler):
    """Writes a crash report for every mistake of the program that is logged with its traceback, on the writing thread.

    A worker catches such mistakes, so that the till goes on. They are mistakes all the same.
    """

    def __init__(self, crashes: CrashReports) -> None:
        super().__init__(logging.ERROR)
        self._crashes = crashes

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the report."""
        if record.exc_info and record.exc_info[1] is not None:
            self._crashes.write(f"{record.threadName}: {record.getMessage()}", record.exc_info[1])


class _Listener(logging.handlers.QueueListener):
    """Writes on a thread of its own. Its end does not wait for a disk or a reader that hangs.

    Attributes:
        is_stuck: True if the thread was still writing when its end was no longer waited for.
    """

    is_stuck = False

    def start(self) -> None:
        """Begins to write. If no thread can be started, the lines wait until the end: the till goes on."""
        try:
            super().start()
        except RuntimeError:
            self._thread = None

    def stop(self) -> None:
        """Writes what is left, unless that takes too long. Then `is_stuck` is true."""
        if self._thread is None:
            # The other threads may have ended meanwhile.
            self.start()
        thread = self._thread
        if thread is not None:
            self.enqueue_sentinel()
            thread.join(_LAST_LINES)
            self.is_stuck = thread.is_alive()
            self._thread = None


class Log:
    """The log of one run of the program, from `start` to `stop`.

    Lines wait in memory until `write` says how they are written, because the settings are read after the log begins.

    Attributes:
        path: the file; None if the folder cannot be written, because a till without a log is better than none.
        on_fault: called for every exception that nothing caught, on the thread where it was raised. It must only emit
            a signal or the like.
    """

    def __init__(self, folder: Path, *, terminal_level: int = logging.WARNING) -> None:
        self.path: Path | None = folder / "points-till.log"
        self.on_fault: Callable[[], None] | None = None
        self._crashes: CrashReports | None = None
        self._restore_qt_handler: Callable[[], object] | None = None
        self._faults = Faults()
        problem: OSError | None = None
        self._files: list[logging.Handler] = []
        try:
            make_folder(folder)
            # An existing file that is not ours to write shows now, and not at every line.
            make_log(self.path)
            self._files.append(RotatingFile(self.path))
            self._crashes = CrashReports(folder)
        except OSError as error:
            problem = error
            if not self._files:
                self.path = None
        # A windowed build on Windows has no standard error. Where it is a pipe that is never read, its lines wait on a
        # thread of their own, and those of the file go on.
        self._terminal: _Listener | None = None
        terminals: list[logging.Handler] = []
        if sys.stderr is not None:
            lines: queue.SimpleQueue[Any] = queue.SimpleQueue()
            self._terminal = _Listener(lines, logging.StreamHandler())
            terminals = [logging.handlers.QueueHandler(lines)]
            terminals[0].setLevel(terminal_level if self._files else logging.WARNING)
        for handler in (*self._files, *terminals):
            handler.setFormatter(TextLines())
        reporters = [_Reporter(self._crashes)] if self._crashes is not None else []
        self._handlers = [*self._files, *terminals, *reporters]
        records: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._listener = _Listener(records, *self._handlers, respect_handler_level=True)
        self._queued = _Queued(records)
        self._queued.addFilter(OnlyOnce(self._faults))
        root = logging.getLogger()
        self._level_before = root.level
        root.setLevel(logging.INFO)
        root.addHandler(self._queued)
        for quiet, level in _QUIET.items():
            logging.getLogger(quiet).setLevel(level)
        self._hooks_before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread
        sys.unraisablehook = _log_unraisable
        self._is_writing = False
        self._running = True
        atexit.register(self.stop)
        if problem is not None:
            _log.warning("no log can be kept: %s", problem.strerror)
        self._log_ended_runs()

    def write(self, *, level: str = "info", as_json: bool = False) -> None:
        """Begins to write, or goes on in another way.

        Args:
            level: the lowest level that is written: `error`, `warning`, `info` or `debug`.
            as_json: True for lines of JSON in the file. The terminal always has text.
        """
        for handler in self._files:
            handler.setFormatter(JsonLines() if as_json else TextLines())
        logging.getLogger().setLevel(logging.getLevelNamesMapping()[level.upper()])
        if not self._is_writing:
            self._is_writing = True
            self._start()

    def note_start(self, what: str) -> None:
        """Logs the start, with the versions.

        Args:
            what: what has been started, such as `window`.
        """
        _log.info("started", extra={"facts": {"what": what, **about()}})

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
                if not self._is_writing:
                    self._start()
                self._finish()
                if self._crashes is not None:
                    # On Windows Qt ends the process without a signal, so no handler would write the stacks.
                    self._crashes.dump_stacks()

        before = qInstallMessageHandler(handle)
        for kind, text in early:
            handle(kind, None, text)
        self._restore_qt_handler = lambda: qInstallMessageHandler(before)

    def stop(self) -> bool:
        """Writes what is left and restores the hooks. Calling it again has no effect.

        Returns:
            False if the disk hangs, or the reader of standard error. Then the interpreter would wait for it too, so the
                process must end by `os._exit`.
        """
        if not self._running:
            return not self._is_stuck
        for fault in self._faults.repeated():
            _log.error("a fault happened again and again", extra={"facts": {"fault": fault.name, "times": fault.times}})
        self._running = False
        atexit.unregister(self.stop)
        if self._restore_qt_handler is not None:
            self._restore_qt_handler()
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks_before
        root = logging.getLogger()
        root.removeHandler(self._queued)
        root.setLevel(self._level_before)
        if not self._is_writing:
            self._start()
        self._finish()
        if self._is_stuck:
            # Closing a file waits for the line that is being written.
            return False
        for handler in self._handlers:
            handler.close()
        if self._crashes is not None:
            self._crashes.close()
        return True

    def _start(self) -> None:
        self._listener.start()
        if self._terminal is not None:
            self._terminal.start()

    def _finish(self) -> None:
        # The terminal gets its last lines from the other one.
        self._listener.stop()
        if self._terminal is not None:
            self._terminal.stop()

    @property
    def _is_stuck(self) -> bool:
        return self._listener.is_stuck or (self._terminal is not None and self._terminal.is_stuck)

    def _log_ended_runs(self) -> None:
        for run in self._crashes.ended if self._crashes is not None else ():
            if run.report is None:
                _log.warning("an earlier run did not end in order: it was killed, or the power failed")
            else:
                _log.error("an earlier run crashed", extra={"facts": {"report": run.report.name}})

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """Takes the exceptions of the main thread, and those that leave a slot of Qt in any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        thread = threading.current_thread()
        where = "the main thread" if thread is threading.main_thread() else thread.name
        _uncaught.critical("in %s", where, exc_info=(kind, error, traceback))
        self._tell()

    def _tell(self) -> None:
        if self.on_fault is not None:
            self.on_fault()

    def _on_uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is SystemExit or args.exc_value is None:
            return
        where = args.thread.name if args.thread is not None else "a thread that is gone"
        _uncaught.critical("in %s", where, exc_info=(args.exc_type, args.exc_value, args.exc_traceback))
        self._tell()


def start(folder: Path, *, terminal_level: int = logging.WARNING) -> Log:
    """Starts the log in a folder, and logs uncaught exceptions. Nothing is written before `Log.write`.

    Args:
        folder: the folder, created if it is missing; see `paths.log_dir`. Several processes may share it.
        terminal_level: the lowest level that standard error shows as well. If no log can be kept, it has warnings too.
    """
    return Log(folder, terminal_level=terminal_level)


def _log_unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is None:
        return
    # Log the type and not the object: its repr may be long, slow or broken, which may be the error itself.
    _uncaught.error(
        "%s %s",
        args.err_msg or "ignored in",
        type(args.object).__name__,
        exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
    )
