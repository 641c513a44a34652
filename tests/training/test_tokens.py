"""Tests the practice service's tokens: who gets one, how long it lives, and what its faults do."""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from desktop.domain.access import OAuthClient
from desktop.training.application import TOKEN_HEADER, TOKEN_PATH
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from desktop.training.tokens import CLIENT, TTL, Tokens, TokenState

if TYPE_CHECKING:
    from collections.abc import Iterator

RIGHT = {"key": CLIENT.key, "secret": CLIENT.secret}


class Clock:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(clock: Clock) -> Iterator[PracticeService]:
    made = PracticeService(clock=clock)
    made.start()
    yield made
    made.stop()


def ask(service: PracticeService, body: object = RIGHT, method: str = "POST") -> tuple[int, Any]:
    """Asks for a token. Returns the status and the body."""
    connection = http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10)
    connection.request(method, TOKEN_PATH, json.dumps(body) if body is not None else None)
    answer = connection.getresponse()
    assert answer.headers["X-Cap-Requestid"]
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text) if answer.headers["Content-Type"] == "application/json" else text


def find(service: PracticeService, **headers: str) -> tuple[int, Any]:
    """Looks a member up. Returns the status and the status of the body."""
    connection = http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10)
    connection.request("GET", "/v1.1/customer/get?mobile=919876543003&format=json", headers=headers)
    answer = connection.getresponse()
    status = json.loads(answer.read())["response"]["status"]
    connection.close()
    return answer.status, (status["success"], int(status["code"]))


def with_token(service: PracticeService, token: str, **others: str) -> tuple[int, Any]:
    return find(service, **{TOKEN_HEADER: token}, **others)


def test_a_token_opens_the_service_while_it_lives(service: PracticeService, clock: Clock) -> None:
    """As the vendor's samples: 498 after its life, 401 for one that was never given, both with success and HTTP 200."""
    status, body = ask(service)
    assert (status, body["errors"], body["data"]["ttlSeconds"]) == (200, None, TTL)
    token = body["data"]["accessToken"]
    assert with_token(service, token) == (200, ("true", 200))
    clock.now += TTL - 1
    assert with_token(service, token)[1] == ("true", 200)
    clock.now += 1
    assert with_token(service, token) == (200, ("true", 498))
    assert with_token(service, "never-given") == (200, ("true", 401))
    assert ask(service)[1]["data"]["accessToken"] != token


def test_a_token_comes_alone(service: PracticeService) -> None:
    """The vendor wants no Authorization header beside it, so both together are refused."""
    token = ask(service)[1]["data"]["accessToken"]
    assert with_token(service, token, Authorization="Basic eDp5")[0] == 401
    assert find(service)[0] == 401


@pytest.mark.parametrize(
    "body",
    [None, {}, [], {**RIGHT, "secret": "wrong"}, {**RIGHT, "key": "wrong"}, {**RIGHT, "key": None}],
)
def test_a_wrong_key_gets_none(service: PracticeService, body: object) -> None:
    """Code 320001 and no data."""
    status, found = ask(service, body)
    assert (status, found["data"], found["errors"][0]["code"]) == (200, None, 320001)
    assert service.tokens.given == 0


def test_a_token_is_asked_for_by_post(service: PracticeService) -> None:
    """Another method is refused."""
    assert ask(service, None, "GET")[0] == 405


def test_the_faults_of_tokens(service: PracticeService) -> None:
    """Each does what it is called, and only to calls for a token."""
    service.bad_day(BadDay.TOKEN_EXPIRES_AT_ONCE, 1)
    token = ask(service)[1]["data"]["accessToken"]
    assert with_token(service, token)[1] == ("true", 498)
    service.bad_day(BadDay.TOKEN_NOT_GIVEN, 1)
    assert ask(service)[0] == 503
    service.bad_day(BadDay.TOKEN_UNREADABLE, 1)
    assert ask(service)[1].startswith(b"<!DOCTYPE")
    service.bad_day(BadDay.KEY_REFUSED, 1)
    assert ask(service)[1]["errors"][0]["code"] == 320001
    service.bad_day(BadDay.TOKEN_CUT, 1)
    with pytest.raises(http.client.RemoteDisconnected):
        ask(service)
    assert ask(service)[1]["data"]


def test_the_service_remembers_no_secret(service: PracticeService) -> None:
    """What it shows of the requests has neither key, secret nor token."""
    token = ask(service)[1]["data"]["accessToken"]
    with_token(service, token)
    shown = repr(service.requests())
    assert CLIENT.key not in shown
    assert CLIENT.secret not in shown
    assert token not in shown


def test_reset_forgets_tokens_and_rotated_secrets(service: PracticeService) -> None:
    """Everything is as at the start."""
    token = ask(service)[1]["data"]["accessToken"]
    service.tokens.client = OAuthClient("new", "new")
    service.password = "new"
    service.reset()
    assert service.tokens.client == CLIENT
    assert with_token(service, token)[1] == ("true", 401)
    assert service.password == PracticeService().password


def test_expiring_every_token(service: PracticeService) -> None:
    """POST /training/expire-tokens does so from outside."""
    token = ask(service)[1]["data"]["accessToken"]
    connection = http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10)
    connection.request("POST", "/training/expire-tokens")
    assert connection.getresponse().read() == b"{}"
    connection.close()
    assert with_token(service, token)[1] == ("true", 498)


def test_the_states_of_a_token(clock: Clock) -> None:
    """Also with a life of its own."""
    tokens = Tokens(clock)
    short, usual = tokens.give(lives=1.0), tokens.give()
    clock.now += 1.0
    assert (tokens.state(short), tokens.state(usual), tokens.state("x")) == (
        TokenState.EXPIRED, TokenState.GOOD, TokenState.UNKNOWN,
    )  # fmt: skip
