"""Tests of the Qt bindings, for a release that broke a till that runs all day."""

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
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == str(not stops)


def test_all_names_of_a_qt_module_can_still_be_imported() -> None:
    """`from … import *` needs another of PySide6's replacements, which stays."""
    source = (
        "import PySide6.QtCore\nfrom desktop.gui.bindings import stop_reading_sources\nstop_reading_sources()\n"
        "from PySide6.QtWidgets import *\nprint(QPushButton.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "QPushButton"
