"""Imports libraries without parts of the standard library that they load only to know their own version."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_METADATA = "importlib.metadata"


@contextmanager
def without_metadata() -> Iterator[None]:
    """Leaves `importlib.metadata` out of what is imported in the block: half a MiB. Has no effect if it is loaded.

    A library that asks for a version in the block is told that the package is not installed. Afterwards it gets it.
    """
    if _METADATA in sys.modules:
        yield
        return
    late = ModuleType(_METADATA)
    late.version = _version  # type: ignore[attr-defined]
    sys.modules[_METADATA] = late
    try:
        yield
    finally:
        del sys.modules[_METADATA]


def _version(package: str) -> str:
    if getattr(sys.modules.get(_METADATA), "version", None) is _version:
        raise ImportError(f"the version of {package} is not looked up during imports")
    from importlib.metadata import version

    return version(package)
