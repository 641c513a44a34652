"""Imports libraries without parts that they load for every program and the till hardly ever needs."""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


@contextmanager
def missing(*names: str) -> Iterator[None]:
    """Imports in the block what has optional parts as if these modules were not installed, unless they are loaded."""
    left_out = [name for name in names if name not in sys.modules]
    # None makes an import fail.
    sys.modules |= dict.fromkeys(left_out)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]


@contextmanager
def late(*names: str, only_functions: bool = False) -> Iterator[None]:
    """Leaves modules out of what is imported in the block. Each is imported when something in it is first used.

    Has no effect on modules that are loaded already.

    Args:
        names: the modules.
        only_functions: everything that is taken out of them in the block (`from … import …`) is a function, so it can
            wait until it is called. Otherwise it loads the module at once.
    """
    made = {name: _Late(name, only_functions=only_functions) for name in names if name not in sys.modules}
    sys.modules |= made
    try:
        yield
    finally:
        for name in made:
            if isinstance(sys.modules.get(name), _Late):
                del sys.modules[name]


class _Late(ModuleType):
    """Stands for a module that is imported when something in it is first used."""

    def __init__(self, name: str, *, only_functions: bool) -> None:
        super().__init__(name)
        self._only_functions = only_functions

    def __getattr__(self, name: str) -> object:
        # The interpreter asks every module for such names. They do not need the module.
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            if self._only_functions:
                return _late_function(self.__name__, name)
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def _late_function(module: str, name: str) -> Callable[..., object]:
    def call(*arguments: object, **named: object) -> object:
        found: object = getattr(importlib.import_module(module), name)(*arguments, **named)
        return found

    return call


def import_dataclasses() -> None:
    """Imports dataclasses without the library that describes the arguments of a class that has no docstring: 0.7 MiB.

    Call it before anything else imports dataclasses. From Python 3.13 on, dataclasses need that library for each class.
    """
    with late("inspect"):
        import dataclasses  # noqa: F401 - only to have it in memory


def import_msgspec() -> None:
    """Imports msgspec without what describes types, for schemas. Call it before anything else imports msgspec."""
    with late("msgspec.inspect"):
        import msgspec  # noqa: F401 - only to have it in memory


def _version(package: str) -> str:
    if getattr(sys.modules.get(_METADATA), "version", None) is _version:
        raise ImportError(f"the version of {package} is not looked up during imports")
    from importlib.metadata import version

    return version(package)
