"""Tests how requests are signed: by name and password, and by tokens that are renewed in time and by one thread."""

from __future__ import annotations

import base64
import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from desktop.api import access as access_module
from desktop.api.access import TOKEN_HEADER, BasicAccess, OAuthAccess, md5_hex
from desktop.api.exchange import Answer
from desktop.domain.access import OAuthClient
from desktop.domain.failures import Lost, NotSent, Secrets, SecretUnavailable, Unanswered, Unsent

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Request

CLIENT = OAuthClient("the-key", "the-secret")
OTHER = OAuthClient("other-key", "other-secret")
REFUSED = Answer(200, {}, b'{"data": null, "errors": [{"code": 320001, "message": "the-secret is wrong"}]}')
TIMEOUT = 10.0


def given(token: str, seconds: object = 300) -> Answer:
    """The service's answer with a token."""
    return Answer(200, {}, json.dumps({"data": {"accessToken": token, "ttlSeconds": seconds}, "errors": None}).encode())


class Clock:
    """Stands in for the module `time`: a monotonic and a wall clock that a test moves."""

    def __init__(self) -> None:
        self.ticks = 1_000.0
        self.wall = 1_700_000_000.0

    def monotonic(self) -> float:
        return self.ticks

    def time(self) -> float:
        return self.wall

    def pass_time(self, seconds: float) -> None:
        self.ticks += seconds
        self.wall += seconds


class ScriptedLine:
    """A connection that gives the answers that a test sets.

    Attributes:
        answers: an answer, a failure to raise, or a function that makes an answer.
        requests: what was sent.
        wanted: False once the call was cancelled.
    """

    def __init__(self, *answers: Answer | Exception | Callable[[], Answer]) -> None:
        self.answers = list(answers)
        self.requests: list[Request] = []
        self.wanted = True

    def send_unsigned(self, request: Request) -> Answer:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer() if callable(answer) else answer

    def is_wanted(self) -> bool:
        return self.wanted


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the clocks by which a token's life is measured."""
    made = Clock()
    monkeypatch.setattr(access_module, "time", made)
    return made


def token_of(access: OAuthAccess, line: ScriptedLine, *, ahead: bool = False) -> str:
    """Signs a request, and returns the token that was used."""
    headers = access.headers(line, ahead=ahead)
    assert set(headers) == {TOKEN_HEADER}, "the vendor wants no Authorization header beside the token"
    return headers[TOKEN_HEADER]


# Name and password


def test_basic_access_is_signed_as_the_vendor_wants_it() -> None:
    """The vendor's own check value, and a digest that is sent as it is."""
    line = ScriptedLine()
    expected = "Basic " + base64.b64encode(b"store.server:8a16a6b70505eb1f1ff7cdc0cd5559a7").decode()
    assert BasicAccess("store.server", "server123").headers(line) == {"Authorization": expected}
    digest = BasicAccess("store.server", f" {md5_hex('server123')}\n", is_digest=True)
    assert digest.headers(line, ahead=True) == {"Authorization": expected}
    digest.wake()
    assert line.requests == []


def test_a_password_is_read_again_only_after_it_was_refused() -> None:
    """Another one signs the next request. The same one is not sent twice, and old headers are enough."""
    stored = ["old", "new", "new"]
    access = BasicAccess("till", "old", read_again=lambda: stored.pop(0))
    first = access.headers(ScriptedLine())
    assert not access.renew(first), "the stored password is still the refused one"
    assert access.headers(ScriptedLine()) == first
    assert access.renew(first)
    second = access.headers(ScriptedLine())
    assert second == BasicAccess("till", "new").headers(ScriptedLine())
    assert access.renew(first), "another connection learns that it was changed meanwhile, without the keyring"
    assert stored == ["new"]
    assert not access.renew(second)


def test_a_password_that_cannot_be_read_again_stays(caplog: pytest.LogCaptureFixture) -> None:
    """A locked keyring is logged by its reason. Without a keyring, nothing is read."""

    def locked() -> str:
        raise SecretUnavailable(Secrets.LOCKED)

    access = BasicAccess("till", "old", read_again=locked)
    before = access.headers(ScriptedLine())
    assert not access.renew(before)
    assert access.headers(ScriptedLine()) == before
    assert "PASSWORD-LOCKED" in caplog.text
    alone = BasicAccess("till", "old")
    assert not alone.renew(alone.headers(ScriptedLine()))


# Tokens


def test_a_token_is_kept_for_its_life_and_renewed_before_its_end(clock: Clock) -> None:
    """One call for a token serves until a fifth of its life is left, or a minute if that is less."""
    line = ScriptedLine(given("one", 100), given("two", 3_600), given("three"))
    access = OAuthAccess(CLIENT)
    assert token_of(access, line) == "one"
    clock.pass_time(79)
    assert token_of(access, line) == "one"
    clock.pass_time(2)
    assert token_of(access, line) == "two"
    clock.pass_time(3_600 - 61)
    assert token_of(access, line) == "two"
    clock.pass_time(2)
    assert token_of(access, line) == "three"
    assert len(line.requests) == 3
    assert json.loads(line.requests[0].body or b"") == {"key": "the-key", "secret": "the-secret"}
    assert (line.requests[0].method, line.requests[0].path) == ("POST", "/v3/oauth/token/generate")
    assert dict(line.requests[0].query) == {}, "the secret is in no address"


def test_a_quiet_moment_renews_earlier(clock: Clock) -> None:
    """So the cashier does not wait for it."""
    line = ScriptedLine(given("one", 100), given("two", 100))
    access = OAuthAccess(CLIENT)
    assert token_of(access, line) == "one"
    clock.pass_time(51)
    assert token_of(access, line) == "one"
    assert token_of(access, line, ahead=True) == "two"


@pytest.mark.parametrize("move", [lambda clock: clock.pass_time(301), lambda clock: setattr(clock, "wall", 0.0)])
def test_a_token_is_not_used_after_its_life(clock: Clock, move: Callable[[Clock], None]) -> None:
    """The monotonic clock decides, and the wall clock too, because the first can stop while a machine sleeps."""
    line = ScriptedLine(given("one"), NotSent(Unsent.CONNECT))
    access = OAuthAccess(CLIENT)
    assert token_of(access, line) == "one"
    move(clock)
    with pytest.raises(NotSent) as caught:
        access.headers(line)
    assert caught.value.why is Unsent.CONNECT


@pytest.mark.parametrize("seconds", [0, -5, None, "soon", "NaN"])
def test_a_token_without_a_life_serves_one_request(clock: Clock, seconds: object) -> None:
    """The next request fetches its own."""
    del clock
    line = ScriptedLine(given("one", seconds), given("two", seconds))
    access = OAuthAccess(CLIENT)
    assert token_of(access, line) == "one"
    assert token_of(access, line) == "two"


def test_a_token_that_is_still_good_is_used_if_it_cannot_be_renewed(clock: Clock) -> None:
    """The service of tokens may be down for a moment. Once the token's life is over, nothing is sent."""
    line = ScriptedLine(given("one", 100), Unanswered(Lost.TIMEOUT), NotSent(Unsent.CONNECT), Unanswered(Lost.CUT))
    access = OAuthAccess(CLIENT)
    assert token_of(access, line) == "one"
    clock.pass_time(85)
    assert token_of(access, line) == "one"
    assert token_of(access, line) == "one"
    clock.pass_time(16)
    with pytest.raises(NotSent) as caught:
        access.headers(line)
    assert caught.value.why is Unsent.NO_TOKEN


def test_a_token_that_was_not_accepted_is_replaced_once(clock: Clock) -> None:
    """A second connection that used the same old token does not drop the new one."""
    del clock
    line = ScriptedLine(given("one"), given("two"))
    access = OAuthAccess(CLIENT)
    refused = access.headers(line)
    assert access.renew(refused)
    assert token_of(access, line) == "two"
    assert access.renew(refused)
    assert token_of(access, line) == "two"
    assert len(line.requests) == 2


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (REFUSED, Unsent.KEY_REFUSED),
        (Answer(401, {}, b"<html>"), Unsent.KEY_REFUSED),
        (Answer(403), Unsent.KEY_REFUSED),
        (Answer(503, {}, b"<html>"), Unsent.NO_TOKEN),
        (Answer(429, {"retry-after": "60"}), Unsent.NO_TOKEN),
        (Answer(200, {}, b"<html>"), Unsent.NO_TOKEN),
        (Answer(200, {}, b"{}"), Unsent.NO_TOKEN),
        (Answer(200, incomplete=Lost.TIMEOUT), Unsent.NO_TOKEN),
        (Unanswered(Lost.TIMEOUT), Unsent.NO_TOKEN),
        (NotSent(Unsent.TLS), Unsent.TLS),
    ],
)
def test_without_a_token_nothing_is_sent(answer: Answer | Exception, why: Unsent) -> None:
    """Whatever became of the call for a token, the request that needs it has not left."""
    with pytest.raises(NotSent) as caught:
        OAuthAccess(CLIENT).headers(ScriptedLine(answer))
    assert caught.value.why is why


def test_key_and_secret_are_read_again_if_they_are_refused() -> None:
    """Others that were stored meanwhile are used at once. The same ones are not sent twice."""
    stored = [CLIENT, OTHER]
    line = ScriptedLine(REFUSED, REFUSED, given("one"))
    access = OAuthAccess(CLIENT, read_again=lambda: stored.pop(0))
    with pytest.raises(NotSent) as caught:
        access.headers(line)
    assert caught.value.why is Unsent.KEY_REFUSED
    assert len(line.requests) == 1
    assert token_of(access, line) == "one"
    assert json.loads(line.requests[-1].body or b"")["key"] == "other-key"


def test_key_and_secret_that_cannot_be_read_again(caplog: pytest.LogCaptureFixture) -> None:
    """The refusal stays the reason, and the log has the keyring's."""

    def locked() -> OAuthClient:
        raise SecretUnavailable(Secrets.LOCKED)

    with pytest.raises(NotSent) as caught:
        OAuthAccess(CLIENT, read_again=locked).headers(ScriptedLine(REFUSED))
    assert caught.value.why is Unsent.KEY_REFUSED
    assert "PASSWORD-LOCKED" in caplog.text


def test_one_thread_fetches_and_the_others_wait(clock: Clock) -> None:
    """Ten threads that need the first token cause one call."""
    del clock
    asked, go = threading.Event(), threading.Event()

    def slowly() -> Answer:
        asked.set()
        assert go.wait(TIMEOUT)
        return given("one")

    access = OAuthAccess(CLIENT)
    first, others = ScriptedLine(slowly), ScriptedLine()
    with ThreadPoolExecutor(10) as pool:
        leading = pool.submit(token_of, access, first)
        assert asked.wait(TIMEOUT)
        waiting = [pool.submit(token_of, access, others) for _ in range(9)]
        go.set()
        assert {leading.result(TIMEOUT), *(one.result(TIMEOUT) for one in waiting)} == {"one"}
    assert others.requests == []


def test_the_others_go_on_with_a_token_that_is_still_good(clock: Clock) -> None:
    """While one thread renews it ahead of time, no other waits."""
    asked, go = threading.Event(), threading.Event()

    def slowly() -> Answer:
        asked.set()
        assert go.wait(TIMEOUT)
        return given("two", 100)

    access = OAuthAccess(CLIENT)
    line = ScriptedLine(given("one", 100), slowly)
    token_of(access, line)
    clock.pass_time(90)
    with ThreadPoolExecutor(1) as pool:
        leading = pool.submit(token_of, access, line)
        assert asked.wait(TIMEOUT)
        assert token_of(access, ScriptedLine()) == "one"
        go.set()
        assert leading.result(TIMEOUT) == "two"


def test_the_next_thread_fetches_if_the_first_gets_none() -> None:
    """A failed call does not leave the others waiting."""
    asked, go = threading.Event(), threading.Event()

    def fails() -> Answer:
        asked.set()
        assert go.wait(TIMEOUT)
        raise Unanswered(Lost.CUT)

    access = OAuthAccess(CLIENT)
    with ThreadPoolExecutor(2) as pool:
        leading = pool.submit(token_of, access, ScriptedLine(fails))
        assert asked.wait(TIMEOUT)
        second = pool.submit(token_of, access, ScriptedLine(given("two")))
        go.set()
        assert second.result(TIMEOUT) == "two"
        assert isinstance(leading.exception(TIMEOUT), NotSent)


def test_a_mistake_in_the_program_does_not_leave_the_others_waiting() -> None:
    """The next thread fetches."""
    access = OAuthAccess(CLIENT)
    with pytest.raises(ZeroDivisionError):
        access.headers(ScriptedLine(ZeroDivisionError()))
    assert token_of(access, ScriptedLine(given("one"))) == "one"


def test_a_call_that_is_cancelled_stops_waiting_for_another_thread() -> None:
    """At the end of the program, and when the cashier cancels."""
    asked, go = threading.Event(), threading.Event()

    def slowly() -> Answer:
        asked.set()
        assert go.wait(TIMEOUT)
        return given("one")

    access = OAuthAccess(CLIENT)
    cancelled = ScriptedLine()
    with ThreadPoolExecutor(2) as pool:
        leading = pool.submit(token_of, access, ScriptedLine(slowly))
        assert asked.wait(TIMEOUT)
        waiting = pool.submit(access.headers, cancelled)
        cancelled.wanted = False
        access.wake()
        failure = waiting.exception(TIMEOUT)
        assert isinstance(failure, NotSent)
        assert failure.why is Unsent.STOPPED
        go.set()
        assert leading.result(TIMEOUT) == "one"


def test_a_call_for_a_token_that_is_cancelled_says_so(clock: Clock) -> None:
    """Even an old token that is still good is not used then."""

    def cancelled() -> Answer:
        line.wanted = False
        raise Unanswered(Lost.STOPPED)

    line = ScriptedLine(given("one", 100), cancelled)
    access = OAuthAccess(CLIENT)
    token_of(access, line)
    clock.pass_time(90)
    with pytest.raises(NotSent) as caught:
        access.headers(line)
    assert caught.value.why is Unsent.STOPPED


def test_nothing_secret_is_logged_or_shown(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    """Neither key, secret nor token, not even if the service repeats them."""
    caplog.set_level(logging.DEBUG)
    line = ScriptedLine(given("t0ken", 100), REFUSED, Answer(500, {}, b'{"data": null, "errors": ["the-secret"]}'))
    access = OAuthAccess(CLIENT, read_again=lambda: CLIENT)
    token_of(access, line)
    clock.pass_time(85)
    token_of(access, line)
    clock.pass_time(20)
    with pytest.raises(NotSent) as caught:
        access.headers(line)
    shown = f"{caplog.text} {access!r} {access._token!r} {access._client!r} {caught.value!r} {caught.value}"
    for secret in ("t0ken", "the-key", "the-secret"):
        assert secret not in shown
