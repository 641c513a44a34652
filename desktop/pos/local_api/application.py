"""Answers the requests of the local interface: who may call, which call it is, and errors as JSON with stable codes."""

from __future__ import annotations

import hmac
import logging
import re
import threading
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from desktop.domain.result_line import line_of
from desktop.pos.handed_text import MAX_BILL, MAX_LENGTH
from desktop.pos.local_api import openapi
from desktop.pos.local_api.backend import ApiError
from desktop.pos.local_api.fields import MAX_KEY, clean_text, read_bill, read_fields, read_json
from desktop.pos.local_api.limits import MAX_BILLS, MAX_BODY, MAX_POLLS, MAX_WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from wsgiref.types import StartResponse, WSGIEnvironment

    from desktop.pos.local_api.backend import Backend

_log = logging.getLogger(__name__)

HTTP_PORT = 80

_CALLS = Map(
    [
        Rule("/openapi.json", endpoint="openapi", methods=["GET"]),
        Rule("/v1/hand-overs", endpoint="hand_over", methods=["POST"]),
        Rule("/v1/hand-overs/<hand_over_id>", endpoint="result", methods=["GET"]),
        Rule("/v1/hand-overs/<hand_over_id>", endpoint="withdraw", methods=["DELETE"]),
        Rule("/v1/outcomes", endpoint="outcomes", methods=["GET"]),
        Rule("/v1/outcomes/<reference>/bill", endpoint="attach_bill", methods=["PUT"]),
    ],
    strict_slashes=True,
    merge_slashes=False,
    redirect_defaults=False,
)


def calls() -> Iterator[tuple[str, str]]:
    """Returns the method and path of every call, as the OpenAPI document writes them."""
    for rule in _CALLS.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, rule.rule.replace("<hand_over_id>", "{id}").replace("<", "{").replace(">", "}")


_HAS_GONE = "waitress.client_disconnected"
"""Where the server says whether the caller of a request has gone."""

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key",
    "Access-Control-Max-Age": "600",
}


class LocalApi:
    """The WSGI application.

    Args:
        backend: the till.
        origins: of web pages that may call, such as `https://pos.example`.
        port: on which it is served, for the check of the Host header.
    """

    def __init__(self, backend: Backend, origins: Collection[str], port: int) -> None:
        self._backend = backend
        self._origins = frozenset(one.lower() for one in origins)
        # A web page can let its own name point to 127.0.0.1. The browser then sends that name here.
        # Callers leave out the usual port.
        shown = "" if port == HTTP_PORT else f":{port}"
        self._hosts = frozenset(f"{host}{shown}" for host in ("127.0.0.1", "localhost"))
        self._polls = threading.BoundedSemaphore(MAX_POLLS)
        self._bills = threading.BoundedSemaphore(MAX_BILLS)
        self._handlers: dict[str, Callable[..., Response]] = {
            "openapi": self._openapi,
            "hand_over": self._hand_over,
            "result": self._result,
            "withdraw": self._withdraw,
            "outcomes": self._outcomes,
            "attach_bill": self._attach_bill,
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        request = Request(environ)
        request.max_content_length = MAX_BODY
        origin = request.headers.get("Origin", "")
        try:
            response = self._respond(request, origin)
        except ApiError as error:
            response = _refusal(error)
        except Exception:  # noqa: BLE001 - logged in full; a caller gets no trace of it
            _log.exception("a request of the local interface failed")
            response = _refusal(ApiError(500, "internal_error", "The till could not answer. Its log says why."))
        if origin and origin.lower() in self._origins:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "Location, Retry-After"
        response.headers["Vary"] = "Origin"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response(environ, start_response)

    def _respond(self, request: Request, origin: str) -> Response:
        if request.headers.get("Host", "").lower() not in self._hosts:
            raise ApiError(421, "wrong_host", "Call the till as 127.0.0.1 or localhost, with its port.")
        if origin and origin.lower() not in self._origins:
            raise ApiError(403, "origin_not_allowed", "The setting API_ORIGINS does not list this origin.")
        if request.method == "OPTIONS" and origin and "Access-Control-Request-Method" in request.headers:
            return self._preflight(request)
        endpoint, arguments = self._route(request)
        if endpoint != "openapi":
            self._check_token(request)
        return self._handlers[endpoint](request, **arguments)

    @staticmethod
    def _preflight(request: Request) -> Response:
        response = Response(status=204)
        response.headers.update(_PREFLIGHT)
        if request.headers.get("Access-Control-Request-Private-Network", "").lower() == "true":
            response.headers["Access-Control-Allow-Private-Network"] = "true"
        return response

    @staticmethod
    def _route(request: Request) -> tuple[str, dict[str, str]]:
        try:
            endpoint, arguments = _CALLS.bind("127.0.0.1").match(request.path, request.method)
        except MethodNotAllowed as error:
            allowed = ", ".join(sorted(set(error.valid_methods or ()) - {"HEAD"}))
            raise ApiError(405, "method_not_allowed", f"Allowed here: {allowed}.", allow=allowed) from None
        except NotFound:
            raise ApiError(404, "no_such_path", "There is nothing here. See /openapi.json.") from None
        except HTTPException as error:
            raise ApiError(error.code or 404, "no_such_path", "There is nothing here. See /openapi.json.") from None
        return str(endpoint), {str(name): str(value) for name, value in arguments.items()}

    def _check_token(self, request: Request) -> None:
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        token = self._backend.token().encode()
        # Compared even if there is nothing to compare, so that the time tells nothing.
        is_right = hmac.compare_digest(given.strip().encode("utf-8", "replace"), token)
        if not is_right or not token or scheme.lower() != "bearer":
            raise ApiError(401, "unauthorized", "Send the token of “points-till api-token” as a bearer token.")

    # The calls

    @staticmethod
    def _openapi(_request: Request) -> Response:
        return _json(openapi.DOCUMENT)

    def _hand_over(self, request: Request) -> Response:
        key = request.headers.get("Idempotency-Key")
        if key is not None and (len(key) > MAX_KEY or not re.fullmatch(openapi.KEY_PATTERN, key)):
            raise ApiError(422, "invalid_field", f"Idempotency-Key must be 1 to {MAX_KEY} characters without spaces.")
        fields = read_fields(_body(request))
        hand_over_id, is_new = self._backend.hand_over(fields, key or "")
        response = _json({"id": hand_over_id}, 201 if is_new else 200)
        response.headers["Location"] = f"/v1/hand-overs/{hand_over_id}"
        # A relative address, because the caller knows the host by another name than werkzeug.
        response.autocorrect_location_header = False
        return response

    def _result(self, request: Request, hand_over_id: str) -> Response:
        given = _query(request, {"wait"})
        wait = _seconds(given["wait"]) if "wait" in given else 0.0
        with _one_of(self._polls if wait else None, MAX_POLLS):
            found = self._backend.result(hand_over_id, wait, request.environ.get(_HAS_GONE, _stays))
        if found is None:
            return _json({"id": hand_over_id, "state": self._backend.state(hand_over_id)}, 202)
        return _json(found)

    def _withdraw(self, request: Request, hand_over_id: str) -> Response:
        _query(request, set())
        return _json(self._backend.withdraw(hand_over_id))

    def _outcomes(self, request: Request) -> Response:
        given = _query(request, {"bill", "reference"})
        if len(given) != 1:
            raise ApiError(422, "bill_or_reference", "Ask for either a bill or a reference.")
        ((name, value),) = given.items()
        text = clean_text(name, value, MAX_BILL if name == "bill" else MAX_LENGTH)
        found = self._backend.outcomes(**{"bill": "", "reference": "", name: text})
        return _json({"outcomes": list(found)})

    def _attach_bill(self, request: Request, reference: str) -> Response:
        bill = read_bill(_body(request))
        asked = clean_text("reference", reference)
        with _one_of(self._bills, MAX_BILLS):
            return _json(self._backend.attach_bill(asked, bill))


@contextmanager
def _one_of(places: threading.BoundedSemaphore | None, number: int) -> Iterator[None]:
    """Takes one of the places for calls that take long. Other calls must still be answered, so no one waits for one."""
    if places is None:
        yield
        return
    if not places.acquire(blocking=False):
        raise ApiError(429, "too_many_waiting", f"At most {number} callers can wait.", retry_after="1")
    try:
        yield
    finally:
        places.release()


def _body(request: Request) -> dict[str, object]:
    _query(request, set())
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Send application/json.")
    try:
        return read_json(request.get_data(cache=False))
    except HTTPException:
        raise ApiError(413, "too_large", f"A body has at most {MAX_BODY} bytes.") from None


def _query(request: Request, known: Collection[str]) -> dict[str, str]:
    """Returns the parameters of a request.

    Raises:
        ApiError: one is unknown, or named twice, or they are not UTF-8.
    """
    try:
        # werkzeug keeps what is not UTF-8 as it was written, so there would be no record of a bill that has one.
        given = parse_qsl(request.query_string.decode("ascii"), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise ApiError(422, "invalid_parameter", "The parameters are not UTF-8.") from None
    found = dict(given)
    if len(found) < len(given) or not found.keys() <= set(known):
        raise ApiError(422, "invalid_parameter", f"Allowed here, once each: {', '.join(sorted(known)) or 'none'}.")
    return found


def _stays() -> bool:
    """Tells that a caller has not gone, if the server does not say."""
    return False


def _seconds(text: str) -> float:
    try:
        seconds = float(text) if text.isascii() and text.replace(".", "", 1).isdigit() else -1.0
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= MAX_WAIT:
        raise ApiError(422, "invalid_parameter", f"wait is a number of seconds from 0 to {MAX_WAIT}.")
    return seconds


def _json(found: Mapping[str, object], status: int = 200) -> Response:
    return Response(line_of(found), status, mimetype="application/json")


def _refusal(error: ApiError) -> Response:
    more = dict(error.more)
    headers = {name.replace("_", "-").title(): more.pop(name) for name in ("allow", "retry_after") if name in more}
    response = _json({"error": {"code": error.code, "message": error.message, **more}}, error.status)
    response.headers.update(headers)
    if error.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status >= HTTPStatus.BAD_REQUEST and error.code in {"wrong_host", "origin_not_allowed"}:
        _log.warning("refused a caller of the local interface: %s", error.code)
    return response
