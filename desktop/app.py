"""Starts and ends the program with a window: shows one window at a time, and returns the exit code."""

from __future__ import annotations

import logging
import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from desktop import display_check, paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.journal_failures import JournalUnusable
from desktop.standard_output import complain

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QtMsgType
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from desktop.command_line import CommandLine
    from desktop.fault_notice import FaultNotice
    from desktop.gui.main_window import MainWindow
    from desktop.gui.style import Style
    from desktop.logs import Log
    from desktop.pos.opened_links import OpenedLinks
    from desktop.pos_connection import PosConnection
    from desktop.session import Session
    from desktop.shop_printing import ShopPrinting
    from desktop.store.settings_file import Loaded
    from desktop.store.writer_lock import WriterLock
    from desktop.update_watch import UpdateWatch


_log = logging.getLogger(__name__)


def _running() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no application is running")  # noqa: TRY004 - this is not about the type
    return app


def _first_colours(app: QApplication, config: Path) -> dict[str, str]:
    """Returns the colours of the first picture. Only the theme is read for it; the other settings are loaded later."""
    import json

    theme: object = os.environ.get("POINTS_TILL_THEME", "")
    if not theme:
        try:
            theme = json.loads((config / "settings.json").read_bytes()).get("theme", "")
        except (OSError, ValueError, AttributeError, RecursionError):
            theme = ""
    if not isinstance(theme, str) or theme not in {"light", "dark", "high-contrast"}:
        theme = "dark" if app.palette().window().color().lightness() < 128 else "light"  # noqa: PLR2004 - half of 255
    tokens = json.loads((paths.resources() / "style" / "tokens.json").read_bytes())
    colours: dict[str, dict[str, str]] = tokens["colour"]
    return colours[theme]


def _icon() -> QIcon:
    from PySide6.QtGui import QIcon

    return QIcon(str(paths.resources() / "icons" / "points-till.svg"))


class Application:
    """The program while it has a window."""

    def __init__(self, name: str, command: CommandLine, *, config: Path, data: Path, lock: WriterLock | None) -> None:
        """Shows nothing yet.

        Args:
            name: the name of the program, for Qt.
            command: the command line.
            config: the settings folder.
            data: the data folder.
            lock: the journal's lock; None if it could not be taken. The window then says why.
        """
        self._name = name
        self._command = command
        self._config = config
        self._data = data
        # In training, the folder that contains the training folder.
        self._root = data.parent if command.training else data
        self._training = command.training
        self._lock = lock
        self._printing: ShopPrinting | None = None
        self._log: Log | None = None
        self._faults: FaultNotice | None = None
        self._style: Style | None = None
        self._window: MainWindow | None = None
        self._session: Session | None = None
        self._pos: PosConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._update_watch: UpdateWatch | None = None
        self._opened_links: OpenedLinks | None = None
        self._early_messages: list[tuple[QtMsgType, str]] = []
        self._scale_problems: dict[str, str] = {}
        self._ended = True
        self._has_left_thread = False
        self._unusable = False
        self._code = ExitCode.DONE

    def run(self) -> int:
        """Shows the window until the cashier closes it, and returns the exit code."""
        if display_check.is_display_missing(self._command.qt):
            return self._end_without_window(display_check.NO_DISPLAY)
        self._scale_problems = display_check.scale_problems()
        for name, problem in self._scale_problems.items():
            complain(problem)
            del os.environ[name]
        from desktop.gui import bindings

        bindings.read_signatures_late()
        try:
            from PySide6.QtCore import qInstallMessageHandler

            bindings.stop_reading_sources()
            from PySide6.QtWidgets import QApplication
            from shiboken6 import delete
        except ImportError as error:
            if ".so" not in str(error):
                raise
            return self._end_without_window(display_check.explain_missing_library(str(error)))

        from desktop.gui.main_window import MainWindow
        from desktop.gui.qt_messages import leave_out_messages

        leave_out_messages()
        qInstallMessageHandler(self._keep_early)
        app = QApplication([self._name, *self._command.qt])
        app.setApplicationName("points-till")
        app.setApplicationDisplayName("Points Till")
        app.setDesktopFileName("points-till")
        self._handle_signals(app)
        if sys.platform == "darwin":
            from desktop.pos.opened_links import OpenedLinks

            self._opened_links = OpenedLinks(app)
        app.aboutToQuit.connect(self._end)
        self._window = MainWindow(_first_colours(app, self._config))
        self._window.painted.connect(self._fill)
        self._window.show_fitting()
        app.exec()
        self._end()
        if self._pos is not None:
            self._pos.stop()
        if self._style is None:
            self._report_cancelled()
        code = self._exit_code()
        if self._log is not None:
            _log.info("ended", extra={"facts": {"exit_code": code}})
            self._ended = self._log.stop() and self._ended
        # Qt writes messages until the process is gone, and would crash in a handler of an interpreter that has ended.
        qInstallMessageHandler(None)
        if not self._ended:
            # A printer driver or a disk may block a thread for ever. Everything that matters is in the journal, and an
            # interpreter that ends with a running QThread aborts.
            os._exit(code)
        # The bindings delete the accessible objects that Python has made, and Qt those of the widgets that are left.
        delete(self._window)
        return code

    def _report_cancelled(self) -> None:
        """Tells the POS that its customer was not served."""
        if not self._command.is_handed_over:
            return
        from desktop.pos.hand_over_queue import report_cancelled

        self._code = ExitCode.CANCELLED
        try:
            report_cancelled(self._command, paths.own_folders(self._config, self._root), self._find_earlier())
        except OSError as error:
            complain(f"the outcome could not be written to {self._command.result} ({error.strerror})")

    def _find_earlier(self) -> dict[str, str | None] | None:
        from desktop.store.outcomes import find_earlier

        try:
            return find_earlier(paths.journal(self._data), self._command.bill or "")
        except JournalUnusable as unusable:
            # The POS needs the outcome all the same.
            complain(f"no earlier redemption of the bill could be looked up ({unusable.support})")
            return None

    def _end_without_window(self, reason: str) -> ExitCode:
        """Says why there can be no window, also to the POS. Returns the exit code."""
        complain(reason)
        self._report_cancelled()
        return ExitCode.UNUSABLE

    def _fill(self) -> None:
        """Fills the window after its first picture is on the screen."""
        from desktop import interpreter, lean_imports

        lean_imports.import_dataclasses()
        lean_imports.import_msgspec()
        from desktop import logs
        from desktop.fault_notice import FaultNotice
        from desktop.gui.style import Style
        from desktop.pos_connection import PosConnection

        app = _running()
        interpreter.switch_threads_sooner()
        log = self._log = logs.start(paths.log_dir(self._data))
        log.log_qt_messages(self._early_messages)
        for problem in self._scale_problems.values():
            _log.warning(problem)
        log.note_start("training" if self._training else "window")
        self._faults = FaultNotice(app)
        log.on_fault = self._faults.note
        loaded = self._load()
        self._style = Style(app, paths.resources() / "style", loaded.settings.theme)
        app.setWindowIcon(_icon())
        self._watch_for_updates(app)
        pos = self._pos = PosConnection(self._config, self._root, self._quit)
        self._open_session(loaded)
        if self._command.is_handed_over:
            pos.serve_own(self._command)
        # Also if the settings cannot be used: they can be mended in this window, and a second one could not redeem.
        pos.listen(self._data)
        if self._opened_links is not None:
            self._opened_links.opened.connect(pos.on_handed_over)
            self._opened_links.release()

    def _watch_for_updates(self, app: QApplication) -> None:
        from desktop.update_watch import UpdateWatch, request_folder

        folder = request_folder()
        if folder is not None:
            self._update_watch = UpdateWatch(folder, app)
            self._update_watch.time_to_close.connect(self._quit)

    def _keep_early(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Keeps Qt's messages until there is a log. If Qt gives up, ends the program before Qt aborts it."""
        from PySide6.QtCore import QtMsgType

        self._early_messages.append((kind, text))
        if kind == QtMsgType.QtFatalMsg:
            reason = display_check.explain_failed_start([one for _, one in self._early_messages])
            # Qt calls abort() as soon as this returns.
            os._exit(self._end_without_window(reason))

    def _load(self) -> Loaded:
        from desktop.domain.settings import LogFormat
        from desktop.settings_loading import in_short, load_settings

        if paths.machine_dir() == self._config:
            from desktop import moving_in

            moving_in.try_to_move_settings(self._config)
        loaded = load_settings(self._command, self._config, training=self._training)
        for problem in loaded.problems:
            complain(f"setting cannot be used: {problem}")
            _log.error("setting cannot be used: %s", problem)
        for name, source, why in loaded.ignored:
            _log.warning("ignored the setting %s (%s): it %s", name, source, why)
        _log.info("settings: %s", in_short(loaded))
        if self._log is not None:
            self._log.write(level=loaded.settings.log_level.value, as_json=loaded.settings.log_format is LogFormat.JSON)
        return loaded

    def _open_session(self, loaded: Loaded) -> None:
        from desktop.session import Session
        from desktop.texts import load_catalogue

        if self._style is None or self._window is None or self._pos is None:
            raise RuntimeError("the window must exist before it is filled")
        lock, self._lock = self._lock, None
        printing, self._printing = self._printing, None
        session = Session(
            loaded,
            self._style,
            load_catalogue(),
            self._window,
            config=self._config,
            data=self._data,
            training=self._training,
            lock=lock,
            printing=printing,
            diagnose=partial(self._diagnose, loaded),
        )
        self._session = session
        self._ended = False
        self._pos.follow(session)
        session.practice_requested.connect(self._on_practice_requested)
        session.practice_ended.connect(self._on_practice_ended)
        session.settings_saved.connect(self._on_settings_saved)
        if self._update_watch is not None:
            self._update_watch.follow(session.controller)
        if self._faults is not None:
            self._faults.follow(session.controller)
        session.begin()

    def _diagnose(self, loaded: Loaded) -> dict[str, object]:
        """Returns the doctor's report for the support file. Runs on the office worker's thread."""
        from desktop.commands.console import Console
        from desktop.commands.support_file import doctor_report
        from desktop.texts import load_catalogue

        with open(os.devnull, "w", encoding="utf-8") as nothing:  # noqa: PTH123 - a device
            console = Console(self._command, loaded, self._config, self._data, load_catalogue(), nothing)
            return doctor_report(console)

    def _handle_signals(self, app: QApplication) -> None:
        """Closes the window on a signal of the system. It wakes the event loop, which otherwise runs no Python code."""
        if sys.platform != "win32":
            from PySide6.QtCore import QSocketNotifier

            reading, writing = os.pipe()
            os.set_blocking(writing, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, app)

            def ignore(_number: int, _frame: FrameType | None) -> None:
                """Does nothing, because the wake-up closes the window."""

            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                # Who started the till may have it ignore a signal, as `nohup` does.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    signal.signal(number, ignore)
            self._notifier.activated.connect(self._quit)

    def _quit(self) -> None:
        _running().quit()

    def _on_practice_requested(self) -> None:
        # Wait until the signal has returned, because its sender is about to be deleted.
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, partial(self._change_till, training=True))

    def _on_practice_ended(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, partial(self._change_till, training=False))

    def _on_settings_saved(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._restart_session)

    def _change_till(self, *, training: bool) -> None:
        """Opens the practice till, where the POS's customers are not served, or the real one with its first start."""
        self._end()
        self._training = training
        self._data = paths.training_dir(self._root) if training else self._root
        if self._pos is not None:
            self._pos.listen(self._data)
        self._reopen_session()

    def _restart_session(self) -> None:
        """Starts a new session with the settings as they are now."""
        waiting = self._pos.release() if self._pos is not None else []
        if not waiting and self._pos is not None and self._pos.may_close:
            # Saving ends what this window was opened for, and no one else's customer waits.
            self._quit()
            return
        half_typed = self._session.half_typed if self._session is not None else ""
        # A second start that found the journal free in between would open a window of its own, and this one could not
        # redeem any more.
        self._end(is_restart=True)
        self._reopen_session()
        if self._session is not None:
            self._session.go_on(half_typed)
        if self._pos is not None:
            self._pos.serve(waiting)

    def _reopen_session(self) -> None:
        loaded = self._load()
        self._open_session(loaded)
        if self._style is not None:
            self._style.apply(loaded.settings.theme)

    def _end(self, *, is_restart: bool = False) -> None:
        """Ends the session's threads. Calling it again has no effect.

        Args:
            is_restart: True to keep the journal's lock and the printing for the session that follows.
        """
        session, self._session = self._session, None
        if session is None:
            return
        if self._faults is not None:
            self._faults.follow(None)
        # A till that is not set up serves no customer either.
        is_to_be_set_up = session.setup is not None and self._command.is_handed_over
        self._unusable = session.failed_to_open or is_to_be_set_up
        if self._pos is not None:
            if not is_restart:
                # Until the threads have ended, a POS could hand over to a window that serves no one any more.
                self._pos.stop_listening()
            self._pos.prepare_end()
        ended = session.end(is_restart=is_restart)
        self._lock, self._printing = session.kept_lock, session.kept_printing
        # A thread of an earlier session may still run at the end of the program.
        self._has_left_thread = self._has_left_thread or not ended
        self._ended = not self._has_left_thread and self._printing is None
        # Only after the workers have ended is the outcome of a redemption in flight known.
        code = self._pos.end() if self._pos is not None else None
        if code is not None:
            self._code = code

    def _exit_code(self) -> int:
        if self._unusable and self._code in {ExitCode.DONE, ExitCode.CANCELLED}:
            return ExitCode.UNUSABLE
        return self._code
