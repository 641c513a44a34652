"""Keeps PySide6 from doing work at every start that the till does not need: a third of the time of a bare window."""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType

_BOOTSTRAP = "signature_bootstrap"
"""PySide6's own module that compiles and runs the sources that its library contains."""

_FEATURES = "shibokensupport/feature.py"
"""Reads the source of every imported module. Its two functions are called at every `import`, so it cannot wait."""

_WITHOUT_FEATURES = """
def feature_import(*arguments, **keywords):
    return None
def feature_imported(module):
    return None
"""

_LATE = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler", "layout", "mapping", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool",
    )
)  # fmt: skip
"""Sources that only describe the arguments of Qt's methods, for the text of a `TypeError` and for `inspect`."""

_STAND_IN = """
def __getattr__(name):
    from desktop.gui.bindings import run_late
    return run_late({filename!r}, globals(), name)
"""

_MAPPING = "shibokensupport/signature/mapping.py"
_STAND_IN_FOR_MAPPING = """
def update_mapping():
    from desktop.gui.bindings import run_late
    return run_late({filename!r}, globals(), "update_mapping")()
kept = update_mapping
"""
"""PySide6's library takes this function out of the module's names, keeps its address for ever, and then evaluates names
in the module."""

_waiting: dict[str, bytes] = {}
_lock = threading.RLock()


def read_signatures_late() -> None:
    """Lets PySide6 run the part that describes the arguments of its methods when it is first asked for.

    PySide6 contains that part as source, and compiles it at every start: a third of the time to a bare window, and
    several MiB. It has no option for it. Has no effect if PySide6 is loaded already, or if a version works otherwise:
    everything is then read at once, as without this function.
    """
    if "shiboken6" in sys.modules or _BOOTSTRAP in sys.modules:
        return
    # PySide6 runs its own code in this module, and finds this name there before Python's own.
    bootstrap = ModuleType(_BOOTSTRAP)
    vars(bootstrap)["compile"] = _compile
    sys.modules[_BOOTSTRAP] = bootstrap


def _compile(source: bytes, filename: str, mode: str) -> CodeType:
    """Compiles one of PySide6's sources, or a small stand-in for it."""
    text: bytes | str = source
    if filename == _FEATURES:
        text = _WITHOUT_FEATURES
    elif filename in _LATE:
        _waiting[filename] = source
        text = (_STAND_IN + (_STAND_IN_FOR_MAPPING if filename == _MAPPING else "")).format(filename=filename)
    code: CodeType = compile(text, filename, mode)
    return code


def run_late(filename: str, namespace: dict[str, object], name: str) -> object:
    """Runs the source that a stand-in replaced, and returns what was asked of it.

    Args:
        filename: one of `_LATE`.
        namespace: the names of the module, in which the source runs.
        name: what is asked for.

    Raises:
        AttributeError: the module has no such name.
    """
    # The interpreter asks every module for such names. They do not need the source.
    if not name.startswith("__"):
        with _lock:
            source = _waiting.pop(filename, None)
            if source is not None:
                exec(compile(source, filename, "exec"), namespace)  # noqa: S102 - PySide6's own source
    try:
        return namespace[name]
    except KeyError:
        raise AttributeError(f"{filename} has no {name}") from None


def stop_reading_sources() -> None:
    """Takes back PySide6's replacement of `import`. Call it as soon as PySide6 is imported.

    It reads the source of every module that is imported after it, to see whether the module may want other names
    for Qt's methods (`from __feature__ import snake_case`), and the standard library's `linecache` then keeps all these
    texts: 9 MiB for the till. The till wants Qt's own names. PySide6 keeps the original under this name, and has no
    option for it.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is None:
        return
    if original.__name__ != "__import__":
        # PySide6 6.12 takes Python 3.15's `__lazy_import__` for it, which puts every import off.
        original = importlib.__import__
    builtins.__import__ = original
