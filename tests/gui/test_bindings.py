"""Tests of the Qt bindings, and of what the till leaves out or puts off of them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Source(QObject):
    """An object with a signal.

    Signals:
        told: anything.
    """

    told = Signal(object)


def test_emitting_a_signal_keeps_the_reference_count_of_true() -> None:
    """Emitting a signal leaves the reference count of True alone. PySide6 6.12.0 lowered it, and Python 3.11 aborts."""
    source = _Source()
    before = sys.getrefcount(True)
    for _ in range(50):
        source.told.emit(None)
    assert sys.getrefcount(True) >= before - 10


def printed_by(source: str) -> str:
    """Returns what a process of its own prints."""
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


_IMPORTED = """
import linecache
import PySide6.QtCore
from desktop.gui.bindings import stop_reading_sources
if {stops}:
    stop_reading_sources()
import colorsys
print(any(name.endswith("colorsys.py") for name in linecache.cache))
"""


@pytest.mark.parametrize("stops", [True, False])
def test_sources_are_not_read_by_every_import(*, stops: bool) -> None:
    """PySide6 reads the source of each imported module, unless it is stopped. Once it does not, drop `bindings`."""
    source = _IMPORTED.format(stops=stops)
    assert printed_by(source) == str(not stops)


def test_all_names_of_a_qt_module_can_still_be_imported() -> None:
    """`from … import *` needs another of PySide6's replacements, which stays."""
    source = (
        "import PySide6.QtCore\nfrom desktop.gui.bindings import stop_reading_sources\nstop_reading_sources()\n"
        "from PySide6.QtWidgets import *\nprint(QPushButton.__name__)"
    )
    assert printed_by(source) == "QPushButton"


def test_imports_are_not_lazy() -> None:
    """What is imported afterwards is there at once, also with Python 3.15, which can put imports off."""
    source = (
        "import PySide6.QtCore\nfrom desktop.gui.bindings import stop_reading_sources\nstop_reading_sources()\n"
        "print(type(__import__('colorsys')).__name__)"
    )
    assert printed_by(source) == "module"


_DESCRIBED = """
import sys
from desktop.gui import bindings
late = sys.argv[1] == "late"
if late:
    bindings.read_signatures_late()
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QColor
assert bool(bindings._waiting) == late
asked = [
    lambda: QPoint("one", "two"),
    lambda: QColor(1, 2, 3, nothing=4),
    lambda: QRect.contains.__doc__,
    lambda: QTimer.singleShot("a", "b"),
]
first = int(sys.argv[2])
for ask in asked[first:] + asked[:first]:
    try:
        print(ask())
    except (AttributeError, TypeError) as error:
        print(error)
from PySide6.support.signature import parser
print(hasattr(parser, "no_such_name"), parser.pyside_type_init.__name__)
"""


@pytest.mark.parametrize("first", [0, 1, 2])
def test_wrong_arguments_are_described_as_ever(first: int) -> None:
    """PySide6 describes the arguments of its methods in the same words, whether it reads them late or at once.

    Its library reaches for them in several ways, and ends the process if one of them fails.
    """
    late, at_once = (
        subprocess.run(
            [sys.executable, "-c", _DESCRIBED, when, str(first)],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout
        for when in ("late", "at once")
    )
    assert "Supported signatures" in late
    assert late == at_once


def test_bindings_that_are_loaded_already_are_left_alone() -> None:
    """If PySide6 was loaded before, its modules stay as they are."""
    source = (
        "import PySide6.QtCore, sys\nbefore = sys.modules['signature_bootstrap']\n"
        "from desktop.gui.bindings import read_signatures_late\nread_signatures_late()\n"
        "print(sys.modules['signature_bootstrap'] is before)"
    )
    assert printed_by(source) == "True"


def test_features_are_not_offered() -> None:
    """Other names for Qt's methods, which the till does not use, are refused and not ignored."""
    source = (
        "from desktop.gui.bindings import read_signatures_late\nread_signatures_late()\nimport PySide6.QtCore\n"
        "try:\n    from __feature__ import snake_case\nexcept ImportError:\n    print('refused')"
    )
    assert printed_by(source) == "refused"
