"""Owns what all tests need of the system: on Windows, fonts for windows without a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    # Without a screen Qt does not ask Windows for fonts but looks into a folder of its own, which is empty.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"]) / "Fonts"))
