"""Prepares PySide6 before it is loaded in the frozen program.

PyInstaller runs this before its own hook, which imports PySide6 at the start of every command.
"""

from desktop.gui.bindings import read_signatures_late

read_signatures_late()
