"""Logs each call as one line, without anything that names the member or signs the request."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.api.wire import call_codes, verdict
from desktop.domain.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer, Request

_log = logging.getLogger(__name__)


def logged(request: Request, send: Callable[[], Answer], *, reference: str = "", has_codes: bool = True) -> Answer:
    """Makes a call and logs its name, HTTP status, codes, request id, duration and bytes. Nothing of a body is logged.

    Returns the answer, without its request id if that repeats a part of the request: the log, the journal and the POS
    keep request ids as they are, and what a service sends back in one could be a number, a code or a secret.

    Args:
        request: what is sent.
        send: sends it; what it raises is logged and raised again.
        reference: of the attempt that the call is about.
        has_codes: False if the answer has no codes of the vendor's version 1.1, as that with a token.
    """
    facts: dict[str, object] = {"call": request.call, "reference": reference, "sent": len(request.body or b"")}
    began = time.monotonic()
    try:
        answer = send()
    except Failure as failure:
        facts |= {"ms": round((time.monotonic() - began) * 1000), "failure": failure.support}
        _log.warning("no answer", extra={"facts": facts})
        raise
    if _repeats(request, reference, verdict.request_id(answer)):
        answer = replace(answer, headers={**answer.headers, verdict.REQUEST_ID: ""})
    facts |= {"ms": round((time.monotonic() - began) * 1000), "received": len(answer.body), "http": answer.status}
    if _log.isEnabledFor(logging.INFO):
        if has_codes:
            # It reads the whole answer, which the caller reads again.
            facts["code"], facts["item"] = call_codes.codes_of(answer)
        facts["request_id"] = verdict.request_id(answer)
        facts["incomplete"] = answer.incomplete.value if answer.incomplete is not None else ""
        _log.info("call", extra={"facts": facts})
    return answer


_WORD = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])[A-Za-z0-9]{6,}")
"""A number or a code. Words without a digit are names of fields, which a request id may have too."""


def _repeats(request: Request, reference: str, request_id: str) -> bool:
    """True if a request id repeats a part of the request. The attempt's reference is no secret, so it may."""
    if not request_id:
        return False
    sent = " ".join((*(value for _, value in request.query), (request.body or b"").decode("utf-8", "replace")))
    if reference:
        sent = sent.replace(reference, " ")
    return request_id in sent or any(word in request_id for word in _WORD.findall(sent))
