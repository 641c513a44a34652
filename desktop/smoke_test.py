"""Owns `--smoke-test`: whether this installation is whole, found out by redeeming once on the practice service."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from desktop.smoke_redemption import SmokeRedemption

WITHIN = 60.0
"""Seconds for the redemption with its receipt; a second or two is usual, a virus scanner's first look can take long."""

PRINTERS_WITHIN = 20.0
"""Seconds to look for printers: one that is switched off in the network has been seen to take this long."""

_NO_NEWS = frozenset({"This plugin does not support propagateSizeHints()"})
"""What Qt always says without a screen; it tells nothing about the installation."""

_SOME = 5
"""How many files are named of those that are lost."""

_Answer = TypeVar("_Answer")


class Report:
    """What was looked at, a line each: `ok …`, `warning …` for what some systems never have, `missing …`.

    Attributes:
        is_whole: whether nothing is missing.
    """

    def __init__(self) -> None:
        self.is_whole = True

    def ok(self, what: str) -> None:
        """Something is as it should be."""
        self._say("ok", what)

    def warning(self, what: str) -> None:
        """Something is not there that the till can do without on this system."""
        self._say("warning", what)

    def missing(self, what: str) -> None:
        """Something is not there that every till needs."""
        self.is_whole = False
        self._say("missing", what)

    @staticmethod
    def _say(kind: str, what: str) -> None:
        # A windowed build that nobody listens to has no standard output; the exit code says it then.
        if sys.stdout is not None:
            print(kind, what.replace("\n", " "), flush=True)  # noqa: T201 - this is what it is for


def run(name: str, qt: tuple[str, ...]) -> int:
    """Looks at everything that a till needs; touches none of the till's own folders, and no password.

    Args:
        name: of the program, for Qt.
        qt: Qt's own options.

    Returns:
        0 where all is there, 1 where something is missing.
    """
    report = Report()
    threads_ended = True
    try:
        threads_ended = _check_all(report, name, qt)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is wrong with this installation
        report.missing(f"{type(error).__name__}: {error}")
    if not threads_ended:
        import os

        # An interpreter that ends with a running QThread aborts, which would hide what was found.
        os._exit(1)
    return 0 if report.is_whole else 1


def _check_all(report: Report, name: str, qt: tuple[str, ...]) -> bool:
    """Whether every thread ended."""
    is_whole = _check_files(report)
    has_resources = _check_resources(report)
    _check_imports(report)
    # Without its words and its style there is no window to be looked at; without its plug-ins Qt ends the program.
    threads_ended = not (is_whole and has_resources) or _check_window_in_temporary_folder(report, name, qt)
    _check_keyring(report)
    _check_printers(report)
    return threads_ended


def _check_files(report: Report) -> bool:
    """Whether all files of a frozen program are there."""
    if not getattr(sys, "frozen", False):
        return True
    folder = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's own name for it
    lost = lost_files(folder)
    if not lost:
        report.ok("files: all there")
        return True
    some = ", ".join(lost[:_SOME]) + (f" and {len(lost) - _SOME} more" if len(lost) > _SOME else "")
    if sys.platform == "darwin":
        # An app's signature is what holds its files together there.
        report.warning(f"files: {some}")
        return True
    report.missing(f"files: {some}")
    return False


def lost_files(folder: Path) -> list[str]:
    """What is not there of a frozen program, or has another size, by the list that it was packed with.

    Args:
        folder: where its files lie.
    """
    listing = folder / "files.txt"
    if not listing.is_file():
        return [listing.name]
    lost = []
    for line in listing.read_text(encoding="utf-8").splitlines():
        size, _, name = line.partition("\t")
        file = folder / name
        if not file.exists() or (size != "-" and file.stat().st_size != int(size)):
            lost.append(name)
    return lost


def _check_window_in_temporary_folder(report: Report, name: str, qt: tuple[str, ...]) -> bool:
    folder = Path(tempfile.mkdtemp(prefix="points-till-smoke-"))
    try:
        return _check_window(report, name, qt, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_resources(report: Report) -> bool:
    """Whether there is enough for a window."""
    from desktop.domain.settings import LANGUAGES
    from desktop.services import load_catalogue

    folder = paths.resources()
    try:
        words = len(load_catalogue().texts())
    except (OSError, ValueError) as error:
        report.missing(f"resources: {error}")
        return False
    lost = [name for name in ("style/till.qss", "style/tokens.json") if not (folder / name).is_file()]
    icons = sorted(icon.name for icon in (folder / "icons").glob("*.svg"))
    if lost or not icons:
        report.missing(f"resources: {', '.join([*lost, *([] if icons else ['icons'])])} in {folder}")
    else:
        report.ok(f"resources: {words} messages, {len(icons)} icons, style")
    from desktop.languages import translator

    others = [language for language in LANGUAGES if language != "en"]
    untranslated = [language for language in others if translator(folder / "translations", language).isEmpty()]
    if untranslated:
        report.missing(f"translations: {', '.join(untranslated)}")
    else:
        report.ok(f"translations: {', '.join(others)}")
    return not lost


def _check_imports(report: Report) -> None:
    """What the redemption below has no use for, but a real one has: TLS, and the plans of all countries' numbers."""
    try:
        import ssl

        import truststore

        truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except (ImportError, OSError) as error:
        report.missing(f"certificates: {error}")
    else:
        report.ok(f"certificates: the system's own, {ssl.OPENSSL_VERSION}")
    import phonenumbers

    lost = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        try:
            if phonenumbers.example_number(region) is None:
                lost.append(region)
        except ImportError:
            lost.append(region)
    if lost:
        report.missing(f"countries: {', '.join(lost)}")
    else:
        report.ok(f"countries: {len(phonenumbers.SUPPORTED_REGIONS)}")


def _check_window(report: Report, name: str, qt: tuple[str, ...], folder: Path) -> bool:
    """Redeems in the till's own window; whether its threads ended."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg} and text not in _NO_NEWS:
            said.append(text)

    before = qInstallMessageHandler(hear)
    try:
        app = QApplication([name, *qt])
        report.ok(f"Qt: {app.platformName()} plug-in, {app.style().objectName()} style")
        _check_images(report)
        ended = _redeem(report, app, folder)
    finally:
        qInstallMessageHandler(before)
    for text in dict.fromkeys(said):
        report.warning(f"Qt says: {text}")
    return ended


def _check_images(report: Report) -> None:
    from PySide6.QtGui import QIcon

    icons = sorted((paths.resources() / "icons").glob("*.svg"))
    blank = [icon.name for icon in icons if QIcon(str(icon)).pixmap(32, 32).isNull()]
    if blank:
        report.missing(f"images: SVG cannot be painted ({', '.join(blank)})")
    else:
        report.ok("images: SVG")


def _redeem(report: Report, app: QApplication, folder: Path) -> bool:
    from desktop.domain.settings import Settings
    from desktop.gui.main_window import MainWindow
    from desktop.gui.theme import Look
    from desktop.services import load_catalogue
    from desktop.session import Session
    from desktop.smoke_redemption import SmokeRedemption
    from desktop.store.settings_file import Loaded

    app.setApplicationName("points-till")
    app.setQuitOnLastWindowClosed(False)
    settings = replace(Settings(), receipt_folder=str(folder / "receipts"))
    look = Look(app, paths.resources() / "style", settings.theme)
    tokens = json.loads((paths.resources() / "style" / "tokens.json").read_bytes())
    window = MainWindow(tokens["colour"]["light"])
    session = Session(
        Loaded(settings, frozenset(), {}),
        look,
        load_catalogue(),
        window,
        config=folder / "config",
        data=folder / "data",
        training=True,
        lock=None,
    )
    redemption = SmokeRedemption(session, WITHIN)
    redemption.finished.connect(app.quit)
    window.painted.connect(session.begin)
    window.show_fitting()
    app.exec()
    _tell_redemption(report, redemption)
    ended = session.end()
    window.hide()
    if ended:
        report.ok("threads: ended in order")
    else:
        report.missing("threads: one did not end")
    return ended


def _tell_redemption(report: Report, redemption: SmokeRedemption) -> None:
    for step in redemption.steps:
        report.ok(step)
    if redemption.trouble:
        report.missing(redemption.trouble)
        return
    problem = pdf_problem(Path(redemption.receipt))
    if problem:
        report.missing(f"receipt: {problem}")
    else:
        report.ok(f"receipt: a PDF of {Path(redemption.receipt).stat().st_size} bytes")


def pdf_problem(path: Path) -> str:
    """What keeps a file from being a PDF with something on it; empty where nothing does."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return f"{error.strerror}: {path.name}"
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-64:]:
        return f"{path.name} is not a PDF"
    if b"/Type /Page" not in content and b"/Type/Page" not in content:
        return f"{path.name} has no page"
    return ""


def _check_keyring(report: Report) -> None:
    from desktop.domain.failures import Secrets, SecretUnavailable
    from desktop.store.secrets import Passwords

    try:
        report.ok(f"keyring: {Passwords({}).backend_name()}")
    except SecretUnavailable as trouble:
        if sys.platform in {"win32", "darwin"}:
            report.missing(f"keyring: {trouble}")
        else:
            why = "none on this system" if trouble.why is Secrets.NO_STORE else "does not answer"
            report.warning(f"keyring: {why}; the password then has to come from POINTS_TILL_PASSWORD")


def _check_printers(report: Report) -> None:
    try:
        from desktop.printing.printer import printer_names
    except ImportError as error:
        report.missing(f"printing: {error}")
        return
    if sys.platform not in {"win32", "darwin"}:
        # There it is a plug-in; Windows' and macOS' printing is within Qt's own library.
        loaded, refused = _load_plugins("printsupport")
        if refused:
            # It is CUPS's own library that the plug-in needs, and a system without CUPS has no printers either.
            report.warning(f"printing: PDF only, since the system has no CUPS ({'; '.join(refused)})")
            return
        if not loaded:
            report.missing("printing: no print-support plug-in")
            return
    try:
        printers = _within(PRINTERS_WITHIN, printer_names)
    except TimeoutError:
        report.warning(f"printing: not all printers answered within {PRINTERS_WITHIN:.0f} s")
    except ImportError as error:
        report.missing(f"printing: {error}")
    else:
        report.ok(f"printing: {len(printers)} printers")


def _load_plugins(kind: str) -> tuple[list[str], list[str]]:
    """The plug-ins of a kind that load, and why others do not."""
    from PySide6.QtCore import QCoreApplication, QLibrary, QPluginLoader

    loaded, refused = [], []
    for folder in QCoreApplication.libraryPaths():
        for file in sorted((Path(folder) / kind).glob("*")):
            if not QLibrary.isLibrary(str(file)):
                continue
            loader = QPluginLoader(str(file))
            if loader.load():
                loaded.append(file.name)
            else:
                refused.append(loader.errorString())
    return loaded, refused


def _within(seconds: float, question: Callable[[], _Answer]) -> _Answer:
    answers: SimpleQueue[_Answer | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(question())
        except Exception as error:  # noqa: BLE001 - it is raised in the thread that asked
            answers.put(error)

    threading.Thread(target=ask, name="question", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer
