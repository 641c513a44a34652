"""Holds one HTTP request and its answer as plain values, before anything is read into them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.failures import Lost


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request.

    Attributes:
        method: `GET` or `POST`.
        path: behind the service's address, with the leading slash.
        query: names and values, in the order in which they are sent.
        body: the bytes of the body; None if there is none.
        headers: sent in addition to those of every request.
        name: of the call, for the log; empty for that of the path, if the path names no member.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes | None = field(default=None, repr=False)
    headers: tuple[tuple[str, str], ...] = ()
    name: str = ""

    @property
    def call(self) -> str:
        """The call's name for the log, `points/redeem`."""
        return self.name or self.path.strip("/").partition("/")[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: at least a status line and headers.

    Attributes:
        status: the HTTP status.
        headers: by their names in lower case.
        body: as decoded from its content encoding; empty if it is incomplete.
        incomplete: why the body is not complete; None if it is. The status line still counts.
        is_repeated: True if its request id came with an earlier answer, so that it may answer another request.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    incomplete: Lost | None = None
    is_repeated: bool = False
