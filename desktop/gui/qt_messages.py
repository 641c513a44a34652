"""Leaves out those messages of Qt that would stop the window or only fill the log."""

from __future__ import annotations

import os

from PySide6.QtCore import QLoggingCategory

_RULES = (
    # Some desktops ask the accessibility bridge for things that it does not have, which is harmless.
    "qt.accessibility.atspi.warning=false",
    # Qt looks for fonts under a lock and writes these messages while it holds the lock. A handler in Python needs the
    # interpreter, and may have to wait for it. If the thread that has it needs a font too, both wait for ever. That
    # happened when a receipt in a script that the first font does not have was printed while the window was drawn.
    "qt.text.*=false",
    "qt.qpa.fonts*=false",
)


def leave_out_messages() -> None:
    """Sets what Qt leaves out. Call it before there is an application, and before a message handler is installed."""
    # Qt reads these two when the application is made, and they override the rules above. The last rule counts.
    given = os.environ.get("QT_LOGGING_RULES", "")
    if given or os.environ.get("QT_LOGGING_CONF"):
        os.environ["QT_LOGGING_RULES"] = ";".join(filter(None, (given, *_RULES)))
    QLoggingCategory.setFilterRules("\n".join(_RULES))
