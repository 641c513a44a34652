"""Gives all tests what they need of the system: a data folder of their own, and fonts on Windows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    # Without a screen Qt does not ask Windows for fonts but looks into a folder of its own, which is empty.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"]) / "Fonts"))


@pytest.fixture(scope="session", autouse=True)
def usual_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Windows of tests must not note in this user's own folder which tills they are open for (Linux)."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("xdg"))
