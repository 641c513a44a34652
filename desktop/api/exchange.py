"""Owns one exchange over HTTP as plain values: what is asked and what came back, before anything is read into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.failures import Lost


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked.

    Attributes:
        method: `GET` or `POST`.
        path: behind the service's address, with the leading slash.
        query: names and values, in the order in which they are sent.
        body: the bytes of the body; None where there is none.
        headers: sent besides those that every request has.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes | None = field(default=None, repr=False)
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, at least a status line and headers.

    Attributes:
        status: the HTTP status.
        headers: by their names in lower case.
        body: as decoded from its content encoding; empty where `trouble` says that it is not all there.
        trouble: what became of the body where it could not be had whole; the status line still stands.
        is_repeated: True if its request id came with an earlier answer, so that it may answer another request.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    trouble: Lost | None = None
    is_repeated: bool = False
