"""Tests which of Qt's messages the till leaves out."""

from __future__ import annotations

import subprocess
import sys

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
    for size in range(10, 200):
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
print("ended")
"""


def test_two_threads_that_look_for_fonts_do_not_wait_for_each_other() -> None:
    """One draws the window, the other a receipt, in scripts that the first font does not have."""
    command = [sys.executable, "-c", _TWO_THREADS_NEED_FONTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "ended"
