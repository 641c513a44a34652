"""Imports requests without two libraries that it loads for every program: 4.6 MiB that the till hardly ever needs."""

from __future__ import annotations

import sys
import warnings
from types import ModuleType
from typing import TYPE_CHECKING

from desktop.lean_imports import without_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

_DETECTION = ("chardet", "charset_normalizer")
"""Guess the encoding of a text. The service speaks JSON, which the till reads from the bytes."""

_HOST_NAMES = "idna"
"""Encodes host names that are not ASCII. requests and urllib3 import it again if they are given such a name."""


def import_requests() -> None:
    """Imports requests. Has no effect if it is imported already. Call it before anything else imports requests."""
    if "requests" in sys.modules:
        return
    before = {name: sys.modules.get(name) for name in (*_DETECTION, _HOST_NAMES)}
    for name in _without(before):
        # None makes an import fail. requests imports the library for host names without a condition, so it gets an
        # empty module, which is gone before anyone looks into it.
        sys.modules[name] = ModuleType(name) if name == _HOST_NAMES else None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings(), without_metadata():
            warnings.filterwarnings("ignore", message="Unable to find acceptable character detection dependency")
            import requests.packages  # noqa: F401 - only to have it in memory
    finally:
        for name in _without(before):
            del sys.modules[name]
        if before[_HOST_NAMES] is None:
            sys.modules.pop(f"requests.packages.{_HOST_NAMES}", None)


def _without(modules: dict[str, ModuleType | None]) -> Iterator[str]:
    """Yields the names of modules that were not imported before."""
    return (name for name, module in modules.items() if module is None)
