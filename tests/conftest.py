"""Gives all tests their own data folder, and fonts on Windows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    # Without a screen, Qt does not use the fonts of Windows but looks in its own folder, which is empty.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"]) / "Fonts"))


@pytest.fixture(scope="session", autouse=True)
def usual_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps windows of tests from recording in this user's own folder which tills they are open for (Linux)."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("xdg"))
