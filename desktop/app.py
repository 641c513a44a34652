"""Owns starting and ending: command line, settings, one window at a time, the POS's hand-overs, the exit code."""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from desktop import command_line, paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure, JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.services import load_catalogue as load_catalogue  # noqa: PLC0414 - tests ask it of here
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import FrameType

    from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QtMsgType
    from PySide6.QtGui import QIcon
    from PySide6.QtNetwork import QLocalSocket
    from PySide6.QtWidgets import QApplication

    from desktop.command_line import CommandLine
    from desktop.gui.main_window import MainWindow
    from desktop.gui.style import Style
    from desktop.hand_over import HandOvers
    from desktop.logs import Log
    from desktop.opened_links import OpenedLinks
    from desktop.session import Session
    from desktop.single_instance import Reception
    from desktop.store.settings_file import Loaded
    from desktop.update_watch import UpdateWatch


_log = logging.getLogger(__name__)

_HANGED_UP = frozenset({errno.EPIPE, errno.EINVAL if sys.platform == "win32" else errno.EPIPE})
"""What is said on standard output that nobody reads any more; Windows calls it an invalid argument."""


def run(argv: Sequence[str]) -> int:
    """Runs the program to its end; the exit code."""
    try:
        command = command_line.parse(argv[1:])
    except command_line.UsageError as error:
        _complain(f"{error}\nTry points-till --help")
        return ExitCode.USAGE
    config = command.config or paths.config_dir()
    data = command.data or paths.data_dir()
    if command.training:
        data = paths.training_dir(data)
    if command.smoke_test:
        from desktop import smoke_test

        return smoke_test.run(argv[0], command.qt)
    if command.verb:
        return _run_verb(command, config=config, data=data)
    return Application(argv[0], command, config=config, data=data).run()


def load_settings(command: CommandLine, config: Path, *, training: bool = False) -> Loaded:
    """The settings of this run.

    Args:
        command: its options override settings.
        config: the folder of the settings file.
        training: on the practice service.

    Raises:
        SettingsUnusable: with every file or setting and what is wrong with it.
    """
    from desktop.store import settings_file

    try:
        policies = paths.policy_files()
    except OSError as error:
        # A machine that cannot say where its policy is may have one.
        raise SettingsUnusable((("policy", f"cannot be found: {error.strerror}"),)) from error
    return settings_file.load(config, policies, os.environ, command.overrides, training=training)


def load_settings_for(command: CommandLine, config: Path) -> Loaded:
    """The settings that a command needs; the defaults for one that runs whatever the settings are.

    Raises:
        SettingsUnusable: as `load_settings`.
    """
    if command.verb == "journal verify":
        from desktop.domain.settings import Settings
        from desktop.store.settings_file import Loaded

        return Loaded(Settings(), frozenset(), {})
    return load_settings(command, config)


def _run_verb(command: CommandLine, *, config: Path, data: Path) -> int:
    from desktop.commands import Console, explain

    catalogue = load_catalogue()
    signal.signal(signal.SIGTERM, _end_verb)
    # A scheduler or an agent may start a program with neither; a verb then says nothing, and hears nothing.
    with open(os.devnull, "r+", encoding="utf-8") as nobody:  # noqa: PTH123 - a device
        sys.stdin = sys.stdin or nobody
        out = sys.stdout or nobody
        try:
            loaded = load_settings_for(command, config)
            code = Console(command, loaded, config=config, data=data, catalogue=catalogue, out=out).run()
            out.flush()
        except Failure as failure:
            _complain(explain(failure, catalogue))
            return ExitCode.UNUSABLE
        except OSError as error:
            return _end_of_output(error)
    return code


def _end_of_output(error: OSError) -> ExitCode:
    """How a verb ends that could not say, or read, what it was to."""
    if sys.stdout is not None:
        try:
            # What was said before stays said.
            sys.stdout.flush()
        except OSError:
            # Nor is it tried again at the end of the program.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in _HANGED_UP:
        # Whoever read the export has enough; there is nobody left to tell.
        return ExitCode.DONE
    _complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
    return ExitCode.UNUSABLE


def _end_verb(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _running() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no application is running")  # noqa: TRY004 - a matter of time, not of type
    return app


def _first_colours(app: QApplication, config: Path) -> dict[str, str]:
    """The colours of the first picture. The settings are read properly after it; a glance at the theme has to do."""
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


def _complain(text: str) -> None:
    if sys.stderr is not None:
        print(f"points-till: {text}", file=sys.stderr)  # noqa: T201 - a terminal is told on its standard error


def _bring_to_front(session: Session) -> None:
    session.window.raise_()
    session.window.activateWindow()


class Application:
    """The program while it has a window."""

    def __init__(self, name: str, command: CommandLine, *, config: Path, data: Path) -> None:
        self._name = name
        self._command = command
        self._config = config
        self._data = data
        # In training the folder that has training's in it.
        self._root = data.parent if command.training else data
        self._training = command.training
        self._lock: WriterLock | None = None
        self._log: Log | None = None
        self._style: Style | None = None
        self._window: MainWindow | None = None
        self._session: Session | None = None
        self._hand_overs: HandOvers | None = None
        self._reception: Reception | None = None
        self._notifier: QSocketNotifier | None = None
        self._update_watch: UpdateWatch | None = None
        self._opened_links: OpenedLinks | None = None
        self._early: list[tuple[QtMsgType, str]] = []
        self._ended = True
        self._unusable = False
        self._code = ExitCode.DONE

    def run(self) -> int:
        """Shows the window until the cashier ends it; the exit code."""
        try:
            self._lock = WriterLock(paths.journal(self._data))
        except JournalUnusable as unusable:
            # Any other trouble with the journal is said in the window.
            if unusable.why is JournalTrouble.IN_USE:
                from desktop import second_start

                handed_over = second_start.hand_over(self._name, self._command, self._data)
                if handed_over is not None:
                    return handed_over
        from PySide6.QtCore import QLoggingCategory, qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        from desktop.gui.main_window import MainWindow

        # Some desktops ask the accessibility bridge for things that it does not have; that is no news for anybody.
        QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")
        qInstallMessageHandler(self._keep_early)
        app = QApplication([self._name, *self._command.qt])
        app.setApplicationName("points-till")
        app.setApplicationDisplayName("Points Till")
        app.setDesktopFileName("points-till")
        self._hear_signals(app)
        if sys.platform == "darwin":
            from desktop.opened_links import OpenedLinks

            self._opened_links = OpenedLinks(app)
        app.aboutToQuit.connect(self._end)
        self._window = MainWindow(_first_colours(app, self._config))
        self._window.painted.connect(self._fill)
        self._window.show_fitting()
        app.exec()
        self._end()
        if self._style is None and self._command.is_handed_over:
            from desktop import result_file
            from desktop.hand_over import tell_cancelled

            self._code = ExitCode.CANCELLED
            try:
                tell_cancelled(self._command, result_file.own_folders(self._config, self._root))
            except OSError as error:
                _complain(f"the outcome could not be written to {self._command.result} ({error.strerror})")
        if self._log is not None:
            self._log.stop()
        code = self._exit_code()
        if not self._ended:
            # A printer's driver holds a thread for good. What counts is in the journal; waiting would be for ever, and
            # an interpreter that ends with a running QThread aborts.
            os._exit(code)
        return code

    def _fill(self) -> None:
        """Brings the till into the window, once its first picture is on the screen."""
        from desktop import logs
        from desktop.gui.style import Style

        app = _running()
        self._log = logs.start(paths.log_dir(self._data))
        self._log.hear_qt(self._early)
        loaded, trouble = self._load()
        if trouble is not None:
            _complain(f"settings cannot be used: {trouble}")
        self._style = Style(app, paths.resources() / "style", loaded.settings.theme)
        app.setWindowIcon(_icon())
        self._watch_for_updates(app)
        self._open_session(loaded, trouble)
        if self._command.is_handed_over and self._session is not None:
            self._serve(self._session)
        if trouble is None:
            self._receive()
        if self._opened_links is not None:
            self._opened_links.opened.connect(self._on_handed_over)
            self._opened_links.release()

    def _watch_for_updates(self, app: QApplication) -> None:
        from desktop.update_watch import UpdateWatch, request_folder

        folder = request_folder()
        if folder is not None:
            self._update_watch = UpdateWatch(folder, app)
            self._update_watch.time_to_close.connect(self._quit)

    def _receive(self) -> None:
        """Listens for second starts on the data folder of this run."""
        from desktop.single_instance import Reception

        if self._reception is not None:
            self._reception.close()
        self._reception = Reception(self._data)
        self._reception.handed_over.connect(self._on_handed_over)

    def _keep_early(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Keeps what Qt says before there is a log."""
        self._early.append((kind, text))

    def _load(self) -> tuple[Loaded, SettingsUnusable | None]:
        from desktop.domain.settings import Settings
        from desktop.store.settings_file import Loaded

        try:
            loaded = load_settings(self._command, self._config, training=self._training)
        except SettingsUnusable as unusable:
            return Loaded(Settings(), frozenset(), {}), unusable
        for name, source, why in loaded.ignored:
            _log.warning("the setting %s (%s) is ignored: it %s", name, source, why)
        return loaded, None

    def _open_session(self, loaded: Loaded, trouble: SettingsUnusable | None) -> None:
        from desktop.session import Session

        if self._style is None or self._window is None:
            raise RuntimeError("the window comes before what is in it")
        lock, self._lock = self._lock, None
        session = Session(
            loaded,
            self._style,
            load_catalogue(),
            self._window,
            config=self._config,
            data=self._data,
            training=self._training,
            lock=lock,
            trouble=trouble,
        )
        self._session = session
        self._ended = False
        session.practice_requested.connect(self._practise)
        session.settings_saved.connect(self._renew)
        if self._update_watch is not None:
            self._update_watch.follow(session.controller)
        session.begin()

    def _serve(self, session: Session) -> None:
        from desktop.gui.screen import Prefill
        from desktop.hand_over import HandOver

        command = self._command
        prefill = Prefill(command.mobile or "", command.points or "", command.bill or "")
        path = str(command.result) if command.result else ""
        self._make_hand_overs(session).take(HandOver(prefill, path))

    def _make_hand_overs(self, session: Session) -> HandOvers:
        from desktop.hand_over import HandOvers

        if self._hand_overs is None:
            self._hand_overs = HandOvers(session.controller, session.office.tell)
            self._hand_overs.finished.connect(self._quit)
            session.office.told.connect(self._hand_overs.on_told)
        return self._hand_overs

    def _on_handed_over(self, message: dict[str, object], caller: QLocalSocket) -> None:
        from desktop import result_file
        from desktop.hand_over import HandOverError, received
        from desktop.single_instance import Reception

        session = self._session
        if session is None:
            return
        if not message.get("handed_over"):
            _bring_to_front(session)
            Reception.answer(caller, {"code": int(ExitCode.DONE)})
            return
        try:
            hand_over = received(message, caller, result_file.own_folders(self._config, self._root))
        except HandOverError as error:
            Reception.answer(caller, {"code": int(ExitCode.USAGE), "error": f"nothing was handed over: {error}"})
            return
        taken = self._make_hand_overs(session).take(hand_over)
        if taken:
            _bring_to_front(session)
        if hand_over.by_link:
            Reception.answer(caller, {"code": int(ExitCode.DONE if taken else ExitCode.CANCELLED)})

    def _hear_signals(self, app: QApplication) -> None:
        """Ends in order when the system asks: a signal wakes the event loop, which otherwise never runs Python code."""
        if sys.platform == "win32":
            return
        from PySide6.QtCore import QSocketNotifier

        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, app)

        def quiet(_number: int, _frame: FrameType | None) -> None:
            """The wake-up does the work."""

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, quiet)
        self._notifier.activated.connect(self._quit)

    def _quit(self) -> None:
        _running().quit()

    def _practise(self) -> None:
        # Not from within the signal of a widget that is about to go.
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._practise_now)

    def _renew(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._renew_now)

    def _practise_now(self) -> None:
        # Nobody whom the POS handed over is served in training.
        self._end()
        self._training = True
        self._data = paths.training_dir(self._data)
        self._receive()
        self._fill_anew()

    def _renew_now(self) -> None:
        """Fills the window anew, with the settings as they are by now."""
        waiting = self._hand_overs.leave() if self._hand_overs is not None else []
        self._end()
        self._fill_anew()
        for hand_over in waiting:
            if self._session is not None:
                self._make_hand_overs(self._session).take(hand_over)

    def _fill_anew(self) -> None:
        self._hand_overs = None
        loaded, trouble = self._load()
        self._open_session(loaded, trouble)
        if self._style is not None:
            self._style.apply(loaded.settings.theme)

    def _end(self) -> None:
        """Ends the window's threads, once."""
        session, self._session = self._session, None
        if session is None:
            return
        self._unusable = session.failed_to_open
        self._ended = session.end()
        if self._hand_overs is not None:
            # Only now, since the end of the workers is what a redemption that was under way comes to.
            self._hand_overs.conclude()
            self._code = self._hand_overs.code
            for record, path in self._hand_overs.unwritten:
                try:
                    session.services.tell(record, path)
                except Failure as failure:
                    _complain(f"the outcome could not be written to {path} ({failure.support})")

    def _exit_code(self) -> int:
        if self._unusable and self._code in {ExitCode.DONE, ExitCode.CANCELLED}:
            return ExitCode.UNUSABLE
        return self._code
