"""Opens the till's own window in training, redeems once in it, and checks the saved receipt."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import display_check, paths
from desktop.domain.settings import Settings
from desktop.gui.main_window import MainWindow
from desktop.gui.qt_messages import leave_out_messages
from desktop.gui.style import Style
from desktop.session import Session
from desktop.smoke_test.redemption import SmokeRedemption
from desktop.store.settings_file import Loaded
from desktop.texts import load_catalogue

if TYPE_CHECKING:
    from desktop.smoke_test.report import Report

REDEMPTION_TIMEOUT = 60.0
"""Seconds for the redemption with its receipt. It usually takes two, but a virus scanner's first scan can take long."""

_IGNORED_MESSAGES = frozenset({"This plugin does not support propagateSizeHints()"})
"""Messages that Qt always prints without a screen. They say nothing about the installation."""


def check_window_in_temporary_folder(report: Report, name: str, qt: tuple[str, ...]) -> bool:
    """Redeems in a window whose folders are temporary.

    Args:
        report: receives the results.
        name: the name of the program, for Qt.
        qt: Qt's own options.

    Returns:
        True if every thread has ended.
    """
    folder = Path(tempfile.mkdtemp(prefix="points-till-smoke-"))
    try:
        return _check_window(report, name, qt, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_window(report: Report, name: str, qt: tuple[str, ...], folder: Path) -> bool:
    if display_check.is_display_missing(qt):
        report.missing(f"display: {display_check.NO_DISPLAY}")
        return True
    messages: list[str] = []

    def collect(kind: QtMsgType, _context: object, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            report.missing(f"window: {display_check.explain_failed_start([*messages, text])}")
            shutil.rmtree(folder, ignore_errors=True)
            # Qt calls abort() as soon as this returns.
            os._exit(1)
        if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg} and text not in _IGNORED_MESSAGES:
            messages.append(text)

    leave_out_messages()
    before = qInstallMessageHandler(collect)
    try:
        app = QApplication([name, *qt])
        report.ok(f"Qt: {app.platformName()} plug-in, {app.style().objectName()} style")
        _check_bindings(report)
        _check_images(report)
        threads_ended = _redeem(report, app, folder)
    finally:
        qInstallMessageHandler(before)
    for text in dict.fromkeys(messages):
        report.warning(f"Qt says: {text}")
    return threads_ended


def _check_bindings(report: Report) -> None:
    """Checks that the part of PySide6 that is read late (`gui/bindings.py`) can be read."""
    wrong: Any = "no number"
    try:
        QPoint(wrong, wrong)
    except TypeError as error:
        if "Supported signatures" in str(error):
            report.ok("bindings: wrong arguments are described")
            return
    report.missing("bindings: PySide6 cannot describe the arguments of its methods")


def _check_images(report: Report) -> None:
    icons = sorted((paths.resources() / "icons").glob("*.svg"))
    blank = [icon.name for icon in icons if QIcon(str(icon)).pixmap(32, 32).isNull()]
    if blank:
        report.missing(f"images: SVG cannot be painted ({', '.join(blank)})")
    else:
        report.ok("images: SVG")


def _redeem(report: Report, app: QApplication, folder: Path) -> bool:
    app.setApplicationName("points-till")
    app.setQuitOnLastWindowClosed(False)
    settings = replace(Settings(), receipt_folder=str(folder / "receipts"))
    style = Style(app, paths.resources() / "style", settings.theme)
    tokens = json.loads((paths.resources() / "style" / "tokens.json").read_bytes())
    window = MainWindow(tokens["colour"]["light"])
    session = Session(
        Loaded(settings, frozenset(), {}),
        style,
        load_catalogue(),
        window,
        config=folder / "config",
        data=folder / "data",
        training=True,
        lock=None,
    )
    redemption = SmokeRedemption(session, REDEMPTION_TIMEOUT)
    redemption.finished.connect(app.quit)
    window.painted.connect(session.begin)
    window.show_fitting()
    app.exec()
    _report_redemption(report, redemption)
    threads_ended = session.end()
    window.hide()
    if threads_ended:
        report.ok("threads: ended in order")
    else:
        report.missing("threads: one did not end")
    return threads_ended


def _report_redemption(report: Report, redemption: SmokeRedemption) -> None:
    for step in redemption.steps:
        report.ok(step)
    if redemption.problem:
        report.missing(redemption.problem)
        return
    receipt = Path(redemption.receipt)
    problem = pdf_problem(receipt)
    if problem:
        report.missing(f"receipt: {problem}")
    else:
        report.ok(f"receipt: a PDF of {receipt.stat().st_size} bytes")


def pdf_problem(path: Path) -> str:
    """Returns why a file is not a PDF with a page; empty if it is one."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return f"{error.strerror}: {path.name}"
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-64:]:
        return f"{path.name} is not a PDF"
    if b"/Type /Page" not in content and b"/Type/Page" not in content:
        return f"{path.name} has no page"
    return ""
