"""Runs the receiver for tests, and calls it over HTTP."""

from __future__ import annotations

import gzip
import http.client
import json
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from desktop import paths
from desktop.domain.event_batch import write
from desktop.head_office import access, serving
from desktop.head_office.application import Trust
from desktop.head_office.serving import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.event_batch import EventBatch
    from desktop.head_office.calendar import Calendar
    from desktop.head_office.signing_on import SignOn


class Answer(NamedTuple):
    """What the receiver answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - as JSON has it
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Receiver:
    """A running receiver."""

    def __init__(self, url: str, database: str) -> None:
        self.url = url
        self.database = database

    def enrol(self, till: str = "till.one") -> str:
        """Returns a till's whole key."""
        with serving.connect(self.database) as connection:
            return access.enrol_till(connection, till)

    def enrol_reader(self, name: str = "anita") -> str:
        """Returns a reader's key."""
        with serving.connect(self.database) as connection:
            return access.enrol_reader(connection, name)

    def request(
        self,
        method: str,
        path: str,
        *,
        key: str = "",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Makes a request."""
        parts = urlsplit(self.url)
        whole = {**({"Authorization": f"Bearer {key}"} if key else {}), **(headers or {})}
        with closing(http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)) as connection:
            connection.request(method, path, body=body, headers=whole)
            response = connection.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
            )

    def get(self, path: str, *, key: str = "", headers: Mapping[str, str] | None = None, **query: str) -> Answer:
        """Asks for a page, or for JSON."""
        return self.request("GET", f"{path}?{urlencode(query)}" if query else path, key=key, headers=headers)

    def send(self, batch: EventBatch, key: str) -> Answer:
        """Sends a batch as a till does."""
        body = gzip.compress(write(batch))
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return self.request("POST", "/v1/events", key=key.partition(".")[0], body=body, headers=headers)


@contextmanager
def running(
    database: str,
    trust: Trust | None = None,
    port: int = 0,
    sign_on: SignOn | None = None,
    calendar: Calendar | None = None,
) -> Iterator[Receiver]:
    """Runs a receiver on a thread."""
    server = Server(
        database,
        paths.head_office_resources(),
        trust or Trust(),
        port=port,
        threads=4,
        sign_on=sign_on,
        calendar=calendar,
    )
    thread = threading.Thread(target=server.run, name="receiver")
    thread.start()
    try:
        yield Receiver(server.url, database)
    finally:
        server.stop()
        thread.join(30)
        assert not thread.is_alive()
