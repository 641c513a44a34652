"""Acts as a machine that has run out of threads."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def refuse_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has Python start no thread from now on."""

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
