"""Tests the line that is logged for each call."""

from __future__ import annotations

import logging

import pytest

from desktop.api.call_log import logged
from desktop.api.exchange import Answer, Request
from desktop.api.wire import verdict

REDEEM = Request(
    "POST",
    "/v1.1/points/redeem",
    (("format", "json"),),
    b'{"root": {"redeem": [{"customer": {"mobile": "919777788221"}, "validation_code": "NS3U05"}]}}',
)
FIND = Request("GET", "/v1.1/customer/get", (("mobile", "919777788221"), ("format", "json")))
TOKEN = Request("POST", "/v3/oauth/token/generate", body=b'{"key": "k-1", "secret": "s3cret+/"}')


def logged_id(request: Request, request_id: str, caplog: pytest.LogCaptureFixture) -> str:
    """Returns the request id that is logged for a call whose answer has this one."""
    caplog.set_level(logging.INFO)
    answer = logged(request, lambda: Answer(200, {"x-cap-requestid": request_id}))
    facts: dict[str, str] = caplog.records[-1].__dict__["facts"]
    assert verdict.request_id(answer) == facts["request_id"], "the journal and the POS would have another one"
    return facts["request_id"]


@pytest.mark.parametrize("request_id", ["886cff1a-2a4e-4d6a-9d5b-0a1c36d1e001", "1760604030972", "redeem-1"])
@pytest.mark.parametrize("request_", [REDEEM, FIND, TOKEN])
def test_a_request_id_is_logged_as_it_is(request_: Request, request_id: str, caplog: pytest.LogCaptureFixture) -> None:
    """Support asks for it."""
    assert logged_id(request_, request_id, caplog) == request_id


@pytest.mark.parametrize(
    ("request_", "request_id"),
    [
        (REDEEM, "919777788221"),
        (REDEEM, "id-919777788221-1"),
        (REDEEM, "NS3U05"),
        (FIND, "919777788221"),
        (FIND, "mobile:919777788221"),
        (TOKEN, "s3cret+/"),
        (TOKEN, "secret=s3cret+/"),
    ],
)
def test_what_the_till_has_sent_is_no_request_id(
    request_: Request, request_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A service that sends a number, a code or a secret back in this header does not bring it into the log."""
    assert logged_id(request_, request_id, caplog) == ""


def test_a_request_id_may_have_the_reference() -> None:
    """The log and the journal have it anyway, and support finds the call by both."""
    request = Request("POST", "/v1.1/points/redeem", body=b'{"external_reference_number": "01KA5T8Z"}')
    answer = logged(request, lambda: Answer(200, {"x-cap-requestid": "rq-01KA5T8Z-1"}), reference="01KA5T8Z")
    assert verdict.request_id(answer) == "rq-01KA5T8Z-1"
