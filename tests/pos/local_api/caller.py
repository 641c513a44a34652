"""A POS that calls the local interface over HTTP."""

from __future__ import annotations

import http.client
import json
import socket
import time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TIMEOUT = 90.0
"""Seconds for an answer: longer than the longest poll."""


class Said(NamedTuple):
    """An answer.

    Attributes:
        status: of HTTP.
        body: decoded; None if there is none.
        headers: by their names in lower case.
    """

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def code(self) -> str:
        """The stable code of a refusal."""
        return str(self.body["error"]["code"])


def free_port() -> int:
    """Returns a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        port: int = made.getsockname()[1]
        return port


class ApiCaller:
    """Calls the interface.

    Args:
        port: of the interface.
        token: for every request; empty for none.
    """

    def __init__(self, port: int, token: str) -> None:
        self.port = port
        self.token = token

    def call(self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Said:
        """Sends one request, and returns the answer. A text or bytes go as they are, anything else as JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        given = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        sent = body if isinstance(body, bytes | str) or body is None else json.dumps(body)
        if sent is not None:
            given["Content-Type"] = "application/json"
        try:
            connection.request(method, path, sent, {**given, **(headers or {})})
            answer = connection.getresponse()
            text = answer.read()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Said(answer.status, json.loads(text) if text else None, found)
        finally:
            connection.close()

    def until_served(self, is_alive: Callable[[], bool] = lambda: True) -> None:
        """Waits until the interface is served. No signal tells another process so."""
        end = time.monotonic() + 30
        while time.monotonic() < end and is_alive():
            with socket.socket() as made:
                if made.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError("the interface is not served")

    def hand_over(self, **fields: str) -> str:
        """Hands over, and returns the id."""
        said = self.call("POST", "/v1/hand-overs", fields)
        assert said.status == 201, said
        return str(said.body["id"])

    def result(self, hand_over_id: str, wait: float = 30) -> dict[str, Any]:
        """Waits for the result of a hand-over."""
        said = self.call("GET", f"/v1/hand-overs/{hand_over_id}?wait={wait}")
        assert said.status == 200, said
        found: dict[str, Any] = said.body
        return found
