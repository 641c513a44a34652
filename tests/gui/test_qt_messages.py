"""Tests which of Qt's messages the till leaves out."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_TWO_THREADS_NEED_FONTS = """
import sys
import threading
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from desktop.gui.qt_messages import leave_out_messages

def handle(kind, context, text):
    for _ in range(50):
        messages.append(text)

def look_for_fonts():
    for size in range(10, 50):
        font = QFont("DejaVu Sans")
        font.setPixelSize(size)
        QFontMetricsF(font).horizontalAdvance("भंडार متجر ร้าน")

messages = []
leave_out_messages()
qInstallMessageHandler(handle)
app = QGuiApplication(["fonts", "-platform", "offscreen"])
sys.setswitchinterval(0.001)
other = threading.Thread(target=look_for_fonts, daemon=True)
other.start()
look_for_fonts()
other.join()
qInstallMessageHandler(None)
print("ended")
"""


@pytest.mark.parametrize("variable", ["", "QT_LOGGING_RULES", "QT_LOGGING_CONF"])
def test_two_threads_that_look_for_fonts_do_not_wait_for_each_other(variable: str, tmp_path: Path) -> None:
    """One draws the window, the other a receipt, in scripts that the first font does not have.

    Support may ask Qt for all of its messages.
    """
    rules = tmp_path / "rules.ini"
    rules.write_text("[Rules]\n*.debug=true\n", encoding="utf-8")
    environment = dict(os.environ)
    if variable:
        environment[variable] = "*.debug=true" if variable == "QT_LOGGING_RULES" else str(rules)
    command = [sys.executable, "-c", _TWO_THREADS_NEED_FONTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True, env=environment)
    assert done.stdout.strip() == "ended"
