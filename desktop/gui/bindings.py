"""Switches a part of PySide6 off that the till does not use, and that costs time and memory at every import."""

from __future__ import annotations

import builtins


def stop_reading_sources() -> None:
    """Takes back PySide6's replacement of `import`. Call it as soon as PySide6 is imported.

    It reads the source of every module that is imported after it, to see whether the module may want other names
    for Qt's methods (`from __feature__ import snake_case`), and the standard library's `linecache` then keeps all these
    texts: 9 MiB for the till. The till wants Qt's own names. PySide6 keeps the original under this name, and has no
    option for it.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
