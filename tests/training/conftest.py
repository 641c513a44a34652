"""Fixtures for tests of the practice service: a running service, a clock that jumps, and a till that speaks HTTP."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import threading
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import settings

from desktop.training.service import PracticeService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.training.codes import PhoneMessage

ASHA = "919777788221"

# A shared machine is sometimes slow, and a deadline would fail tests for no other reason.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


class Clock:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Reply:
    """One answer."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a test reaches into it, and a wrong shape fails it
        return json.loads(self.text, parse_float=Decimal)

    @property
    def inner(self) -> Any:  # noqa: ANN401 - as above
        return self.json["response"]

    @property
    def code(self) -> int:
        """The item's code, wherever this call puts it."""
        found = list(_item_codes(self.json))
        assert len(found) == 1, f"expected one item status in {self.text}"
        return found[0]


def _item_codes(value: object) -> Iterator[int]:
    if isinstance(value, dict):
        if "item_status" in value:
            yield int(value["item_status"]["code"])
        if value.get("errors"):
            yield int(value["errors"][0]["code"])
        for one in value.values():
            yield from _item_codes(one)
    elif isinstance(value, list):
        for one in value:
            yield from _item_codes(one)


class Till:
    """A till that opens a new connection for each call."""

    def __init__(self, service: PracticeService) -> None:
        self.service = service
        digest = hashlib.md5(service.password.encode(), usedforsecurity=False).hexdigest()
        self.authorization = "Basic " + base64.b64encode(f"{service.till}:{digest}".encode()).decode()

    def connect(self, timeout: float = 10.0) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urlsplit(self.service.url).netloc, timeout=timeout)

    def request(
        self,
        method: str,
        path: str,
        query: dict[str, str] | None = None,
        body: str | None = None,
        *,
        authorization: str | None = "",
        timeout: float = 10.0,
    ) -> Reply:
        connection = self.connect(timeout)
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        if authorization is not None:
            headers["Authorization"] = authorization or self.authorization
        try:
            connection.request(
                method,
                f"{path}?{urlencode({'format': 'json', **(query or {})})}",
                None if body is None else body.encode(),
                headers,
            )
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def find(self, mobile: str = ASHA, **query: str) -> Reply:
        return self.request("GET", "/v1.1/customer/get", {"mobile": mobile, "mlp": "true", "user_id": "true", **query})

    def check(self, mobile: str = ASHA, points: str = "10", **query: str) -> Reply:
        return self.request("GET", "/v1.1/points/isredeemable", {"mobile": mobile, "points": points, **query})

    def send_code(self, mobile: str = ASHA, points: str = "10") -> str:
        """Requests a code and returns the one that the phone shows. While a code is valid, it is sent again."""
        reply = self.request("GET", "/v1.1/points/validationcode", {"mobile": mobile, "points": points})
        assert reply.code == 200
        return self.service.codes()[mobile]

    def redeem(
        self,
        mobile: str = ASHA,
        points: str = "10",
        *,
        code: str | None = None,
        reference: str = "",
        query: dict[str, str] | None = None,
        timeout: float = 10.0,
        **item: object,
    ) -> Reply:
        """points/redeem. `points` is the text of the JSON value. Without a code, validation is skipped."""
        fields: dict[str, object] = {"customer": {"mobile": mobile}, **item}
        if code is not None:
            fields["validation_code"] = code
        if reference:
            fields["external_reference_number"] = reference
        rest = json.dumps(fields)[1:]
        return self.request(
            "POST",
            "/v1.1/points/redeem",
            {**({} if code is not None else {"skip_validation": "true"}), **(query or {})},
            f'{{"root":{{"redeem":[{{"points_redeemed":{points},{rest}]}}}}',
            timeout=timeout,
        )

    def redemptions(self, mobile: str = ASHA, **query: str) -> list[Any]:
        reply = self.request("GET", "/v1.1/customer/redemptions", {"mobile": mobile, "mlp": "true", **query})
        found = reply.inner["customer"]["redemptions"]["points"]["point"]
        assert isinstance(found, list)
        return found

    def reverse(
        self, mobile: str = ASHA, points: str | None = None, fields: dict[str, object] | None = None, **more: object
    ) -> Reply:
        """points/reverse. `points` is the text of the JSON value."""
        body = json.dumps({"identifier": {"type": "mobile", "value": mobile}, **(fields or {}), **more})
        if points is not None:
            body = f'{body[:-1]},"pointsToBeReversed":{points}}}'
        return self.request("POST", "/v2/points/reverse", body=body)

    def balance(self, mobile: str = ASHA) -> Decimal:
        return Decimal(self.find(mobile).inner["customers"]["customer"][0]["loyalty_points"])

    def control(self, name: str, body: object = None) -> Reply:
        text = None if body is None else json.dumps(body)
        posts = {"bad-day", "expire-codes", "reset"}
        return self.request("POST" if name in posts else "GET", f"/training/{name}", body=text, authorization=None)


@pytest.fixture(scope="session")
def messages() -> list[PhoneMessage]:
    """Every code that was sent."""
    return []


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def running(clock: Clock, messages: list[PhoneMessage]) -> Iterator[PracticeService]:
    service = PracticeService(clock=clock, on_message=messages.append)
    service.start()
    yield service
    service.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("practice-service")]


@pytest.fixture
def service(running: PracticeService, messages: list[PhoneMessage]) -> PracticeService:
    """A running service in its initial state."""
    running.reset()
    messages.clear()
    return running


@pytest.fixture
def till_at() -> Callable[[PracticeService], Till]:
    """A factory of tills that use a service of the test's own."""
    return Till


@pytest.fixture
def till(service: PracticeService) -> Till:
    return Till(service)
