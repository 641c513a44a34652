"""Hands messages over to a window from other processes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from pytestqt.qtbot import QtBot

    from desktop.pos.single_instance import LocalSocket, SecondStartServer

ROOT = Path(__file__).parents[2]

SECOND_START = """
import json, sys
from pathlib import Path
from desktop.pos import second_start
print(json.dumps(second_start.ask_window(Path(sys.argv[1]), json.loads(sys.argv[2]))))
"""


def next_hand_over(qtbot: QtBot, server: SecondStartServer) -> tuple[dict[str, object], LocalSocket]:
    """Waits for the next hand-over. Returns the message and the caller that waits for an answer."""
    with qtbot.waitSignal(server.handed_over, timeout=20_000) as caught:
        pass
    assert caught.args is not None
    message, caller = caught.args
    return message, caller


def answer(qtbot: QtBot, process: subprocess.Popen[str]) -> object:
    """Returns the answer that the second start got."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return json.loads(process.communicate()[0])
