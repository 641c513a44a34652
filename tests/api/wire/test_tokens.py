"""Tests how a call for a token is made and read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.exchange import Answer
from desktop.api.wire import tokens
from desktop.domain.access import OAuthClient
from desktop.domain.failures import Failure, Lost, Throttled, Unanswered

SAMPLE = {"data": {"accessToken": "eyJhbGciOi.J9.x-y_z", "ttlSeconds": 300}, "errors": None}


def answer(body: object, status: int = 200, **headers: str) -> Answer:
    return Answer(status, headers, json.dumps(body).encode())


def test_the_request_is_the_vendor_s() -> None:
    """Key and secret are in the body only."""
    request = tokens.ask(OAuthClient("ключ", 'se"cret'))
    assert (request.method, request.path, dict(request.query), dict(request.headers)) == (
        "POST", "/v3/oauth/token/generate", {}, {},
    )  # fmt: skip
    assert json.loads(request.body or b"") == {"key": "ключ", "secret": 'se"cret'}


@pytest.mark.parametrize(
    ("change", "seconds"),
    [
        ({}, 300.0),
        ({"ttlSeconds": "300"}, 300.0),
        ({"ttlSeconds": 1e12}, tokens.LONGEST_LIFE),
        ({"ttlSeconds": ""}, 0.0),
    ],
)
def test_the_sample_is_read(change: dict[str, object], seconds: float) -> None:
    """Also with loose types, in a list of one, and within `response`."""
    data = {**SAMPLE["data"], **change}  # type: ignore[dict-item]  # JSON
    for body in ({"data": data, "errors": None}, {"data": [data], "errors": []}, {"response": {"data": data}}):
        token = tokens.read(answer(body))
        assert (token.value, token.seconds) == ("eyJhbGciOi.J9.x-y_z", seconds)
        assert "eyJ" not in repr(token)


@pytest.mark.parametrize("code", [320001, "320001", 401, 403])
@pytest.mark.parametrize("status", [200, 400, 401])
def test_a_refused_key_is_told_apart(code: object, status: int) -> None:
    """Whatever the HTTP status, which the vendor does not document."""
    body = {"data": None, "errors": [{"code": code, "message": "the-secret is wrong"}]}
    with pytest.raises(tokens.KeyRefusedError) as caught:
        tokens.read(answer(body, status, **{"x-cap-requestid": "r-1"}))
    assert caught.value.request_id == "r-1"
    assert "the-secret" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (answer({"data": None, "errors": [{"code": 1}]}), Lost.SERVER_ERROR),
        (answer({"data": None, "errors": ["x"]}), Lost.SERVER_ERROR),
        (answer({"data": SAMPLE["data"], "errors": [{"code": 320001}]}), Lost.CONTRADICTORY),
        (answer(SAMPLE, 500), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": 7}, "errors": None}), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": ""}, "errors": None}), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": "two words"}}), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": "x\r\nX-Evil: 1"}}), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": "é"}}), Lost.CONTRADICTORY),
        (answer({"data": {"accessToken": "x" * (tokens.LONGEST_TOKEN + 1)}}), Lost.CONTRADICTORY),
        (answer([]), Lost.UNREADABLE),
        (Answer(502, {}, b"<html>"), Lost.SERVER_ERROR),
        (Answer(200, incomplete=Lost.CUT), Lost.CUT),
    ],
)
def test_anything_else_is_no_token(found: Answer, why: Lost) -> None:
    """Above all what could end the header and begin another."""
    with pytest.raises(Unanswered) as caught:
        tokens.read(found)
    assert caught.value.why is why


def test_a_busy_service_is_told_apart() -> None:
    """429 comes with the pause that the service wants."""
    with pytest.raises(Throttled) as caught:
        tokens.read(Answer(429, {"retry-after": "7"}))
    assert caught.value.retry_after == 7.0


_NAMES = st.sampled_from(["data", "errors", "accessToken", "ttlSeconds", "code"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(body=_JSON | st.fixed_dictionaries({"data": _JSON, "errors": _JSON}), status=st.sampled_from([200, 400, 500]))
def test_any_json_is_read_or_refused(body: Any, status: int) -> None:  # noqa: ANN401 - any JSON
    """A token that is read can be sent in a header, and has a life that can be used."""
    try:
        token = tokens.read(Answer(status, {}, json.dumps(body).encode()))
    except (Failure, tokens.KeyRefusedError):
        return
    assert token.value.isascii()
    assert not set(token.value) & set("\r\n \0")
    assert 0 <= token.seconds <= tokens.LONGEST_LIFE


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """No answer breaks the program."""
    with pytest.raises((Failure, tokens.KeyRefusedError)):
        tokens.read(Answer(200, {}, body))
