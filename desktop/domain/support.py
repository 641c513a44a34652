"""Describes the support file: a zip that store IT sends to support, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SupportKind(StrEnum):
    """What a part of the support file is."""

    ABOUT = "about"
    SETTINGS = "settings"
    DOCTOR = "doctor"
    JOURNAL = "journal"
    LOG = "log"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class SupportPart:
    """One file in the support file.

    Attributes:
        name: of the file, with its folder in the zip.
        kind: what it is.
        size: bytes before they are packed.
    """

    name: str
    kind: SupportKind
    size: int


@dataclass(frozen=True, slots=True)
class SupportFile:
    """A support file that has not been saved yet.

    Attributes:
        parts: what is in it, in the order of the zip.
        archive: the bytes of the zip.
    """

    parts: tuple[SupportPart, ...]
    archive: bytes
