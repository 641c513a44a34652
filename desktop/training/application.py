"""Handles HTTP requests to the practice service: paths, authentication, network faults and `/training/`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import selectors
import socket
import uuid
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from desktop.domain.failures import Call
from desktop.training import answers, setup
from desktop.training.amounts import plain
from desktop.training.answers import Answer, to_json
from desktop.training.bad_days import BadDay
from desktop.training.bodies import UnreadableRequest, read_object
from desktop.training.calls import CallRequest
from desktop.training.listener import ConnectionCut
from desktop.training.loose_types import with_loose_types
from desktop.training.tokens import TokenState

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Mapping

    from werkzeug.wrappers import Request

    from desktop.training.state import PracticeState

_EXPIRING_PATH = "/v2/customers/lookup/pointsExpirySchedule"

CALLS = {
    "/v1.1/customer/get": ("GET", Call.FIND_MEMBER),
    "/v1.1/points/isredeemable": ("GET", Call.CHECK),
    "/v1.1/points/validationcode": ("GET", Call.SEND_CODE),
    "/v1.1/points/redeem": ("POST", Call.REDEEM),
    "/v1.1/customer/redemptions": ("GET", Call.FIND_REDEMPTIONS),
    "/v1.1/store/reports.json": ("GET", Call.STORE_REPORT),
    "/v2/points/reverse": ("POST", Call.REVERSE),
    "/v2/points/updateRedemption": ("PUT", Call.ATTACH_BILL),
    _EXPIRING_PATH: ("GET", Call.EXPIRING),
}

_EXPIRING_BY_ID = re.compile(r"/v2/customers/([0-9]+)/pointsExpirySchedule", re.ASCII)

TOKEN_PATH = "/v3/oauth/token/generate"  # noqa: S105 - a path
TOKEN_HEADER = "X-CAP-API-OAUTH-TOKEN"  # noqa: S105 - a header's name

_SIGNING = frozenset({"authorization", TOKEN_HEADER.casefold()})

_PAGES = {
    BadDay.PAGE_520: 520,
    BadDay.ERROR_500: 500,
    BadDay.ERROR_502: 502,
    BadDay.ERROR_503: 503,
    BadDay.ERROR_504: 504,
}
_CLIENT_CHECK_INTERVAL = 0.05


class PracticeApplication:
    """Answers HTTP requests.

    Args:
        service: what the service knows: members, codes and bad days.
        stopping: set when the service stops; every wait in here then ends.
    """

    def __init__(self, service: PracticeState, stopping: threading.Event) -> None:
        self._service = service
        self._stopping = stopping
        self._control: dict[tuple[str, str], Callable[[Request], object]] = {
            ("GET", "codes"): lambda _: service.codes(),
            ("GET", "members"): lambda _: service.describe_members(),
            ("GET", "ledger"): lambda _: self._ledger(),
            ("GET", "requests"): lambda _: service.requests(),
            ("POST", "bad-day"): self._bad_day,
            ("POST", "expire-codes"): lambda _: service.expire_codes(),
            ("POST", "expire-tokens"): lambda _: service.tokens.expire(),
            ("POST", "reset"): lambda _: service.reset(),
        }

    def respond(self, request: Request) -> Response:  # noqa: PLR0911 - one for each way out
        """Answers one request.

        Raises:
            ConnectionCut: if the connection must be cut instead of answered.
        """
        path = request.path
        if path.startswith("/training/"):
            return self._respond_to_control(request, path.removeprefix("/training/"))
        self._service.note_request(_record(request))
        if path == TOKEN_PATH:
            return self._give_token(request)
        path, named = _named_member(path)
        if path not in CALLS and path not in setup.CHECKS:
            return _json(answers.call_refused(404, "Resource not found"))
        method, call = CALLS.get(path, ("GET", Call.SETUP))
        if request.method != method:
            return _json(answers.call_refused(405, "Method not allowed"))
        refused = self._refused_access(request)
        if refused is not None:
            return refused
        if call is Call.SETUP:
            # The faults are about members, and each happens once: a check must not use one up.
            return _json(setup.answer(path, request.args))
        return self._respond_to_call(request, call, named)

    def _respond_to_call(self, request: Request, call: Call, named: Mapping[str, str]) -> Response:
        today = self._service.forecast.begin_call(call)
        connection: socket.socket = request.environ["werkzeug.socket"]
        early = self._fault_before(today, connection)
        if early is not None:
            return early
        call_request = CallRequest(
            call=call,
            query={**request.args.to_dict(), **named},
            body=request.get_data(),
            today=today,
            pause=lambda: self._pause(today.get(BadDay.SLOW, 0.0)),
        )
        return self._with_faults(self._service.calls.answer(call_request), today, connection)

    def _fault_before(self, today: Mapping[BadDay, float], connection: socket.socket) -> Response | None:
        """Applies the faults that happen before the call does anything."""
        if BadDay.CUT_BEFORE in today:
            raise ConnectionCut
        if BadDay.HANG in today:
            self._hang(connection)
        if BadDay.ACCESS_REFUSED in today:
            return _json(answers.access_refused())
        if BadDay.TOKEN_EXPIRED in today:
            return _json(answers.token_expired())
        if BadDay.ERROR_429 in today or BadDay.ERROR_429_RETRY_AFTER in today:
            response = _json(answers.call_refused(429, "Too many requests"))
            if BadDay.ERROR_429_RETRY_AFTER in today:
                response.headers["Retry-After"] = f"{today[BadDay.ERROR_429_RETRY_AFTER]:.0f}"
            return response
        return next((_page(status) for bad_day, status in _PAGES.items() if bad_day in today), None)

    def _with_faults(self, answer: Answer, today: Mapping[BadDay, float], connection: socket.socket) -> Response:
        """Applies the faults that happen after the call has done its work."""
        if BadDay.ANSWER_LOST in today:
            raise ConnectionCut
        if BadDay.HANG_AFTER in today:
            self._hang(connection)
        if BadDay.PAGE_520_MOVED in today:
            return _page(520)
        if BadDay.ACCESS_REFUSED_MOVED in today:
            return _json(answers.access_refused())
        if BadDay.TOKEN_EXPIRED_MOVED in today:
            return _json(answers.token_expired())
        response = _json(with_loose_types(answer) if BadDay.LOOSE_TYPES in today else answer)
        whole = response.get_data()
        half = whole[: len(whole) // 2]
        if BadDay.HALF_JSON in today:
            response.set_data(half)
        elif BadDay.TRUNCATED in today:
            _stream(response, _truncated(half), len(whole))
        elif BadDay.DRIP in today:
            _stream(response, self._drip(whole, today[BadDay.DRIP]), len(whole))
        return response

    def _pause(self, seconds: float) -> None:
        if seconds and self._stopping.wait(seconds):
            raise ConnectionCut

    def _drip(self, whole: bytes, seconds: float) -> Iterator[bytes]:
        for at in range(len(whole)):
            yield whole[at : at + 1]
            self._pause(seconds)

    def _hang(self, connection: socket.socket) -> None:
        """Waits until the service stops or the client has disconnected, then cuts the connection."""
        with selectors.DefaultSelector() as selector:
            selector.register(connection, selectors.EVENT_READ)
            while not self._stopping.wait(_CLIENT_CHECK_INTERVAL):
                if selector.select(0) and _has_gone(connection):
                    break
        raise ConnectionCut

    def _give_token(self, request: Request) -> Response:
        """Answers a call for a token, with its faults."""
        today = self._service.forecast.begin_call(Call.TOKEN)
        connection: socket.socket = request.environ["werkzeug.socket"]
        if BadDay.TOKEN_HANGS in today:
            self._hang(connection)
        if BadDay.TOKEN_CUT in today:
            raise ConnectionCut
        if BadDay.TOKEN_NOT_GIVEN in today:
            return _page(503)
        if BadDay.TOKEN_UNREADABLE in today:
            return _page(200)
        if request.method != "POST":
            return _json(answers.call_refused(405, "Method not allowed"))
        try:
            asked = read_object(request.get_data())
        except UnreadableRequest:
            asked = {}
        client = self._service.tokens.client
        is_right = hmac.compare_digest(f"{asked.get('key')}".encode(), client.key.encode()) & hmac.compare_digest(
            f"{asked.get('secret')}".encode(), client.secret.encode()
        )
        if not is_right or BadDay.KEY_REFUSED in today:
            return _with_request_id(_plain_json(answers.NO_TOKEN))
        token = self._service.tokens.give(lives=0.0 if BadDay.TOKEN_EXPIRES_AT_ONCE in today else None)
        return _with_request_id(_plain_json(answers.token(token, self._service.tokens.ttl)))

    def _refused_access(self, request: Request) -> Response | None:
        """Returns the answer to a call that is not signed as it should be; None if it is."""
        token = request.headers.get(TOKEN_HEADER, "")
        basic = request.headers.get("Authorization", "")
        if token and not basic:
            match self._service.tokens.state(token):
                case TokenState.GOOD:
                    return None
                case TokenState.EXPIRED:
                    return _json(answers.token_expired())
                case TokenState.UNKNOWN:
                    return _json(answers.access_refused())
        if not token and self._is_authorised(basic):
            return None
        response = _json(answers.call_refused(401, "Unauthorized"))
        response.headers["WWW-Authenticate"] = 'Basic realm="loyalty"'
        return response

    def _is_authorised(self, header: str) -> bool:
        scheme, _, encoded = header.partition(" ")
        try:
            till, _, digest = base64.b64decode(encoded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return False
        # The vendor's scheme, not our choice: the password part is the MD5 hex digest of the till's password.
        expected = hashlib.md5(self._service.password.encode(), usedforsecurity=False).hexdigest()
        return (
            scheme.casefold() == "basic"
            and hmac.compare_digest(till.encode(), self._service.till.encode())
            and hmac.compare_digest(digest.encode(), expected.encode())
        )

    def _respond_to_control(self, request: Request, name: str) -> Response:
        handler = self._control.get((request.method, name))
        if handler is None:
            return _plain_json({"error": "no such control"}, 404)
        try:
            done = handler(request)
        except (UnreadableRequest, ValueError) as error:
            return _plain_json({"error": str(error)}, 400)
        return _plain_json({} if done is None else done)

    def _bad_day(self, request: Request) -> None:
        asked = read_object(request.get_data())
        unknown = set(asked) - {"name", "times", "call", "seconds", "also"}
        if unknown:
            raise UnreadableRequest(f"unknown: {', '.join(sorted(unknown))}")
        name, times, call, seconds = (asked.get(key) for key in ("name", "times", "call", "seconds"))
        if times is not None and type(times) is not int:
            raise UnreadableRequest("times must be a whole number or null")
        self._service.bad_day(
            None if name is None else BadDay(str(name)),
            times,
            call=None if call is None else Call(str(call)),
            seconds=None if seconds is None else float(str(seconds)),
            also=asked.get("also") is True,
        )

    def _ledger(self) -> list[dict[str, str]]:
        return [
            {
                "reference": one.reference,
                "mobile": one.mobile,
                "points": plain(one.points),
                "redemption_id": one.redemption_id,
                "program": one.program,
                "group": one.group,
                "reversed_points": plain(one.reversed_points),
            }
            for one in self._service.ledger()
        ]


def _named_member(path: str) -> tuple[str, dict[str, str]]:
    """Returns the path of a call, and the query that stands for the member if the path names one."""
    by_id = _EXPIRING_BY_ID.fullmatch(path)
    if by_id is None:
        return path, {}
    return _EXPIRING_PATH, {"identifierName": "id", "identifierValue": by_id[1]}


def _has_gone(connection: socket.socket) -> bool:
    """True if the client has closed a readable connection. Leaves the bytes of a pipelined request unread."""
    try:
        return not connection.recv(1, socket.MSG_PEEK)
    except ConnectionError:
        return True


def _record(request: Request) -> dict[str, object]:
    return {
        "method": request.method,
        "path": request.path,
        "query_names": sorted(request.args),
        "query": request.args.to_dict(),
        "body": request.get_data().decode(errors="replace") if request.path != TOKEN_PATH else "",
        "headers": {name: value for name, value in request.headers if name.casefold() not in _SIGNING},
    }


def _json(answer: Answer) -> Response:
    return _with_request_id(Response(to_json(answer.body), answer.status, content_type="application/json"))


def _plain_json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), status, content_type="application/json")


def _page(status: int) -> Response:
    """An HTML error page, as a proxy in front of the service sends it. It says nothing about the redemption."""
    text = f"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>Error {status}</h1></body></html>"
    return _with_request_id(Response(text, status, content_type="text/html; charset=utf-8"))


def _with_request_id(response: Response) -> Response:
    response.headers["X-Cap-Requestid"] = str(uuid.uuid4())
    return response


def _stream(response: Response, pieces: Iterator[bytes], length: int) -> None:
    """Sends the body in pieces, with the Content-Length of the whole body."""
    response.response = pieces
    response.headers["Content-Length"] = str(length)


def _truncated(half: bytes) -> Iterator[bytes]:
    yield half
    raise ConnectionCut
