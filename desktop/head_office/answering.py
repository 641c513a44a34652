"""Answers the tills and other programs: the WSGI application's routes under `/v1`."""

from __future__ import annotations

import json
import logging
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from desktop.domain.event_batch import BatchError
from desktop.head_office import access, queries
from desktop.head_office.taking import OtherTillsJournalError, take_body

if TYPE_CHECKING:
    from psycopg import Connection
    from werkzeug.wrappers import Request

_log = logging.getLogger(__name__)

LARGEST_BODY = 4_000_000
"""Bytes of a request as it arrives."""

LARGEST_BATCH = 32_000_000
"""Bytes of a batch once it is expanded."""

SIGN_ON = "/sign-on"
SIGNED_ON = "/sign-on/back"
SIGN_OUT = "/sign-out"
"""Where a browser begins to sign on with OpenID, where it comes back to, and where it signs out."""

Json = dict[str, object]


class RequestError(Exception):
    """A request that is not answered as it was meant.

    Attributes:
        status: of the answer.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


def answer(found: Json, status: int = 200) -> Response:
    """Returns an answer in JSON, which no cache may keep."""
    response = Response(json.dumps(found), status, content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def take_events(connection: Connection, request: Request, till: str) -> Response:
    """Takes a batch from a till.

    Raises:
        RequestError: it was not taken.
    """
    try:
        confirmed = take_body(connection, till, _body(request), datetime.now(UTC))
    except BatchError as error:
        _log.warning("a batch from %s was not taken: %s", till, error)
        raise RequestError(422, str(error)) from None
    except OtherTillsJournalError as error:
        _log.warning("a batch from %s was not taken: %s", till, error)
        raise RequestError(403, "this journal belongs to another till") from None
    return answer({"last": confirmed.last, "resume": confirmed.resume, "forked": confirmed.forked})


def list_redemptions(connection: Connection, request: Request, reader: str, address: str) -> Response:
    """Answers a search by reference, bill or redemption id.

    Raises:
        RequestError: nothing is asked for.
    """
    names = ("reference", "bill", "redemption_id")
    search = queries.Search(**{name: request.args.get(name, "").strip() for name in names})
    if search == queries.Search():
        raise RequestError(400, "one of reference, bill and redemption_id is needed")
    found = queries.redemptions(connection, search)
    asked = " ".join(f"{name}={getattr(search, name)}" for name in names if getattr(search, name))
    access.log(connection, who=reader, address=address, what="redemptions", asked=asked, found=len(found))
    return answer({"redemptions": [queries.record(one) for one in found]})


def list_tills(connection: Connection) -> Response:
    """Answers which tills there are, and what is wrong with them."""
    return answer({"tills": [queries.till_record(one) for one in queries.tills(connection)]})


def _body(request: Request) -> bytes:
    """Returns the body, expanded within limits.

    Raises:
        RequestError: it is too large, or cannot be expanded.
    """
    length = request.content_length
    if length is not None and length > LARGEST_BODY:
        raise RequestError(413, "the body is too large")
    # The stream makes room for as much as is asked for, which for the largest body takes longer than everything else.
    body = request.stream.read(LARGEST_BODY + 1 if length is None else length + 1)
    if len(body) > LARGEST_BODY:
        raise RequestError(413, "the body is too large")
    match request.headers.get("Content-Encoding", "").strip().lower():
        case "" | "identity":
            return body
        case "gzip":
            return _expand(body)
        case other:
            raise RequestError(415, f"the encoding {other[:40]} is not known")


def _expand(body: bytes) -> bytes:
    expander = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        found = expander.decompress(body, LARGEST_BATCH)
    except zlib.error:
        raise RequestError(400, "the body is not gzip") from None
    if expander.unconsumed_tail:
        raise RequestError(413, "the body is too large once it is expanded")
    if not expander.eof or expander.unused_data:
        raise RequestError(400, "the body is not one whole gzip file")
    return found
