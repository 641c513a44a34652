"""Tests counts that are the same on every machine and that decide how fast and small the till is.

Times and memory vary between machines and runs; `python -m tests.benchmarks` measures them. If a limit here is exceeded
for a good reason, measure, and raise it in the same commit.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.benchmarks import calls

ROOT = Path(__file__).resolve().parents[1]

_SPLIT = sys.version_info >= (3, 13)
"""Python 3.13 divides some of its modules, such as `pathlib`, and imports more of them."""

_ANNOTATED = sys.version_info >= (3, 14)
"""Python 3.14 has `annotationlib`, which imports `ast`, and its `logging` imports `dataclasses` and what that needs."""

MODULES_BEFORE_PAINT = 203 if _ANNOTATED else 181 if _SPLIT else 178
"""200, 179 and 176 on the day of writing; seven of them are stand-ins that PySide6 names twice."""

ENUMERATIONS_BEFORE_PAINT = 76 if _ANNOTATED else 70
"""68 without annotations on the day of writing. All of `Qt` is a hundred more, and takes a third as long as a bare
window.

Eight are those of `QAccessible` (2.5 ms): a reader must not see the window before `accessible_objects` is in use."""

MODULES_AFTER_START = 700 if _ANNOTATED else 690 if _SPLIT else 675
"""691, 682 and 667 on the day of writing, in a development environment."""

QT_CLASSES = 470
"""431 on the day of writing, with PySide 6.11. It makes 300 more to find out what one of Qt's own widgets is."""

WIDGETS = 205
"""195 on the day of writing. Each takes 20 KiB, most of it for the style sheet."""

STATEMENTS = 35
"""SQL statements of the counter's journal for one redemption, the checks of earlier attempts among them.

18 on the day of writing, and 12 more for the first one in a journal, which adds the names of till and cashier."""

_PROBE = """
import builtins, enum, gc, json, linecache, sys
# Some libraries load it if it is there. Only development environments have it.
sys.modules["typing_extensions"] = None
from desktop import app, start
from desktop.gui import bindings

def report(painted):
    after = sorted(sys.modules)
    facts = {"painted": painted, "started": after, "hooked": "feature" in repr(builtins.__import__)}
    # Since Python 3.13 it has what stands after `-c`.
    facts["lines"] = len([name for name in linecache.cache if name != "<string>"])
    facts |= {"enumerations": enumerations, "threads": threads, "unread": len(bindings._waiting)}
    from PySide6.QtWidgets import QApplication
    # Otherwise what the resting collector leaves out would not be found.
    gc.unfreeze()
    classes = [one for one in gc.get_objects() if isinstance(one, type)]
    facts["classes"] = [one.__qualname__ for one in classes if (one.__module__ or "").startswith("PySide6")]
    # `allWidgets` would make the classes that are counted.
    facts["widgets"] = len(QApplication.allWidgets())
    print(json.dumps(facts), flush=True)
    QApplication.quit()

def fill(application):
    global enumerations, threads
    painted, enumerations, threads = sorted(sys.modules), len(created), len(sys._current_frames())
    original(application)
    # The office worker is opened after the counter, and the settling worker with it.
    application._session.office.today_changed.connect(lambda _: report(painted))

def create(cls, name, *rest, **options):
    created.append(name)
    return enumeration(cls, name, *rest, **options)

original, app.Application._fill = app.Application._fill, fill
created, enumeration, enum.EnumType.__new__ = [], enum.EnumType.__new__, create
sys.exit(start.run(["points-till", *sys.argv[1:]]))
"""


@pytest.fixture(scope="module")
def started() -> dict[str, list[str]]:
    """Starts the program in a process of its own, and returns the modules that it had imported at two moments."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("POINTS_TILL_")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "POINTS_TILL_PASSWORD": "limits"}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _PROBE, "--server", "http://127.0.0.1:9", "--till", "limits"]
        command += ["--data", f"{folder}/d", "--config", f"{folder}/c"]
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_few_modules_are_imported_before_the_first_picture(started: dict[str, list[str]]) -> None:
    """The window shows its first picture with a fixed small part of the program."""
    painted = started["painted"]
    assert len(painted) <= MODULES_BEFORE_PAINT, sorted(painted)
    heavy = {"sqlite3", "ssl", "urllib3", "msgspec", "dataclasses", "http.client", "desktop.session", "phonenumbers"}
    # PySide6 loads these to describe the arguments of its methods.
    heavy |= {"inspect", "ast", "dis"}
    if _ANNOTATED:
        heavy -= {"inspect", "ast", "dis", "dataclasses"}
    found = heavy & set(painted)
    assert not found


def test_few_enumerations_are_made_before_the_first_picture(started: dict[str, list[str]]) -> None:
    """Nothing in the first picture loads the enumerations of `Qt`, which PySide6 makes all at once."""
    assert int(str(started["enumerations"])) <= ENUMERATIONS_BEFORE_PAINT


def test_no_other_thread_runs_python_before_the_first_picture(started: dict[str, list[str]]) -> None:
    """No worker takes the interpreter from the painting thread until the window is on the screen."""
    assert int(str(started["threads"])) == 1


def test_descriptions_of_arguments_are_not_read_by_a_start(started: dict[str, list[str]]) -> None:
    """PySide6's sources about the arguments of its methods are not compiled until something asks for them."""
    assert int(str(started["unread"])) == 7


def test_few_modules_are_imported_after_the_start(started: dict[str, list[str]]) -> None:
    """What only some tills need is not imported by all: training's server, the keyring, character detection."""
    after = set(started["started"])
    assert len(after) <= MODULES_AFTER_START, sorted(after)
    rare = {"werkzeug", "keyring", "charset_normalizer", "chardet", "idna", "PySide6.QtPrintSupport", "asyncio"}
    rare |= {"importlib.metadata", "html.entities", "subprocess", "csv", "xml.sax", "portalocker.redis"}
    rare |= {
        "msgspec.inspect",
        "desktop.gui.widgets.phone",
        "desktop.gui.pages.group_panel",
        "desktop.domain.day_paper",
    }
    if not _SPLIT:
        # Later dataclasses need it for each class.
        rare.add("inspect")
    if sys.platform != "win32":
        rare.add("PySide6.QtNetwork")
    assert not rare & after


def test_no_source_is_read_while_modules_are_imported(started: dict[str, list[str]]) -> None:
    """PySide6's own `import` is switched off, which would read and keep the source of every module."""
    assert not started["hooked"]
    assert int(str(started["lines"])) == 0


def test_few_of_qts_classes_are_made(started: dict[str, list[str]]) -> None:
    """None of Qt's own widgets gets to Python, for which PySide would make every class of widgets."""
    classes = started["classes"]
    assert "QWidget" in classes
    assert len(classes) <= QT_CLASSES, sorted(classes)
    assert not {"QWizard", "QGraphicsView", "QDnsLookup", "QFileDialog"} & set(classes)


def test_few_widgets_are_made_at_the_start(started: dict[str, list[str]]) -> None:
    """Pages and rows that are not shown are made when they are needed."""
    assert int(str(started["widgets"])) <= WIDGETS


@pytest.mark.skipif(sys.platform != "linux", reason="only there an environment variable says whom to trust")
def test_a_redemption_makes_one_call_and_is_drawn_twice() -> None:
    """Pressing Redeem sends one request, commits twice, and draws "Redeeming…" and the receipt once each."""
    rows = calls.drive(2, delay=0.02)
    for row in rows:
        if row["step"] == "redeem":
            counted = row["painted"]
            assert counted["calls"] == counted["calls that move points"] == 1
            assert counted["commits"] == 2
            assert counted["statements"] <= STATEMENTS, counted
            assert counted["draws"] == 2
            assert counted["draws after the answer"] == 1
            assert counted["paints after the answer"] == 1
    assert [row["step"] for row in rows] == ["find_member", "send_code", "redeem"] * 2
