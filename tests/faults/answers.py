"""Makes error pages, unreadable, corrupted and throttling answers, as bytes on the wire."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from tests.faults.faults import End, Fault, answered

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD_END = b"\r\n\r\n"

EDGE_STATUSES = (500, 502, 503, 504, 520, 521, 522, 523, 524)
"""Statuses with which a service, or the proxy in front of it, says that it does not know the outcome either."""


def http(body: bytes, status: str = "200 OK", kind: str = "application/json", *more: str) -> bytes:
    """Returns an answer with the correct length."""
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *more)
    return "\r\n".join(lines).encode() + _HEAD_END + body


def page(status: int) -> bytes:
    """Returns an error page of the proxy in front of the service."""
    text = f"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>Error {status}</h1></body></html>"
    return http(text.encode(), f"{status} Error", "text/html; charset=utf-8")


def body_of(answer: bytes) -> bytes:
    """Returns the raw body of an answer."""
    return answer.partition(_HEAD_END)[2]


def success(points: str = "1", redemption_id: str = "FORGED") -> bytes:
    """Returns a forged answer about a redemption that never happened."""
    item = {
        "mobile": "919777788221",
        "redemption_id": redemption_id,
        "points_redeemed": points,
        "redeemed_value": 1,
        "balance": 1,
        "item_status": {"success": "true", "code": 800, "message": "Points Redeemed"},
    }
    status = {"success": "true", "code": 200, "message": "Success"}
    return http(json.dumps({"response": {"status": status, "responses": {"points": item}}}).encode())


def _response(responses: object, status: object = None) -> bytes:
    said = {"success": "true", "code": 200, "message": "Success"} if status is None else status
    return http(json.dumps({"response": {"status": said, "responses": responses}}).encode())


def _item(**fields: object) -> bytes:
    return _response({"points": {"redemption_id": "x1", "points_redeemed": "1", **fields}})


PAGES: dict[str, bytes] = {
    **{f"page {status}": page(status) for status in EDGE_STATUSES},
    "page 200 of a captive portal": http(b"<html><body>Welcome to the mall. Accept the terms.</body></html>"),
    "page 599 without a body": http(b"", "599 Nobody Knows"),
    "JSON 500 for the whole call": http(
        b'{"response": {"status": {"success": "false", "code": 500, "message": "All requests have failed due to '
        b'errors"}}}',
        "500 Internal Server Error",
    ),
    "JSON 408": http(b'{"response": {"status": {"success": "false", "code": 408}}}', "408 Request Timeout"),
}
"""Pages and bodies that report a failure, but not whether the points moved before it."""

NONSENSE: dict[str, bytes] = {
    "empty": http(b""),
    "204": b"HTTP/1.1 204 No Content\r\n\r\n",
    "null": http(b"null"),
    "a list": http(b"[]"),
    "an empty object": http(b"{}"),
    "a text": http(b'"redeemed"'),
    "half a JSON": http(b'{"response": {"status": {"success": "true", "code": 200'),
    "two JSONs": http(b'{"response": {}}{"response": {}}'),
    "responses of numbers": _response([1, 2]),
    "responses of nothing": _response(None),
    "two items": _response({"points": [{"item_status": {"success": "true", "code": 800}}] * 2}),
    "an item without a status": _item(),
    "code in words": _item(item_status={"success": "true", "code": "eight hundred"}),
    "code as a list": _item(item_status={"success": "true", "code": [800]}),
    "code as a truth": _item(item_status={"success": "true", "code": True}),
    "success as a number of points": _item(item_status={"success": 12, "code": 800}),
    "no success": _item(item_status={"code": 800}),
    "800 that failed": _item(item_status={"success": "false", "code": 800}),
    "808 that succeeded": _item(item_status={"success": "true", "code": 808}),
    "item status as a text": _item(item_status="true 800"),
    "NUL bytes": http(b"\x00" * 200),
    "not UTF-8": http(b'{"response": {"status": "\xff\xfe\xc3\x28"}}'),
    "very deep": http(b'{"response":' * 5000 + b"1" + b"}" * 5000),
    "no HTTP at all": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "a status that is no number": b"HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\n{}",
    "redirect": b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /v1.1/points/redeem\r\nContent-Length: 0\r\n\r\n",
    "a head without an end": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
    "a head that is too long": b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 70_000 + b"\r\nContent-Length: 2\r\n\r\n{}",
}
"""Answers that say nothing about the redemption, but that a careless parser reads as yes or no."""

THROTTLED: dict[str, bytes] = {
    "429": http(b'{"response": {"status": {"success": "false", "code": 429}}}', "429 Too Many Requests"),
    "429 with Retry-After": http(b"", "429 Too Many Requests", "application/json", "Retry-After: 1"),
    "429 page": http(b"<html>slow down</html>", "429 Too Many Requests", "text/html"),
    "429 with a garbled Retry-After": http(b"", "429 Too Many Requests", "text/html", "Retry-After: soon"),
    "item 521": _item(item_status={"success": "false", "code": 521, "message": "in progress"}),
}
"""Answers after which the till sends the identical request again."""


def _with_body(make: Callable[[bytes], bytes], *headers: bytes) -> Callable[[bytes], bytes]:
    """Changes the body of a true answer, and corrects the length."""

    def rewrite(answer: bytes) -> bytes:
        head, _, body = answer.partition(_HEAD_END)
        made = make(body)
        kept = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"content-length", b"content-ty"))]
        lines = [*kept, b"Content-Length: %d" % len(made), *(headers or (b"Content-Type: application/json",))]
        return b"\r\n".join(lines) + _HEAD_END + made

    return rewrite


def with_length(change: int) -> Callable[[bytes], bytes]:
    """Changes the stated length of a true answer by so many bytes."""

    def rewrite(answer: bytes) -> bytes:
        size = len(body_of(answer))
        return answer.replace(b"Content-Length: %d" % size, b"Content-Length: %d" % (size + change))

    return rewrite


def _chunked(make: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def rewrite(answer: bytes) -> bytes:
        body = body_of(answer)
        return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked" + _HEAD_END + make(body)

    return rewrite


def _flipped(body: bytes) -> bytes:
    packed = bytearray(gzip.compress(body, mtime=0))
    packed[len(packed) // 2] ^= 0xFF
    return bytes(packed)


_GZIP = b"Content-Encoding: gzip"

CORRUPTED: dict[str, Callable[[bytes], bytes]] = {
    "half of it under a right length": _with_body(lambda body: body[: len(body) // 2]),
    "without its last byte": _with_body(lambda body: body[:-1]),
    "in UTF-16": _with_body(lambda body: body.decode().encode("utf-16")),
    "said to be in UTF-16": _with_body(lambda body: body, b"Content-Type: application/json; charset=utf-16"),
    "said to be in no charset": _with_body(lambda body: body, b"Content-Type: application/json; charset=klingon-8"),
    "with a mark of the byte order": _with_body(lambda body: b"\xef\xbb\xbf" + body),
    "said to be gzip": _with_body(lambda body: body, _GZIP),
    "half of a gzip": _with_body(lambda body: (packed := gzip.compress(body))[: len(packed) // 2], _GZIP),
    "gzip with a wrong byte": _with_body(_flipped, _GZIP),
    "gzip with a tail": _with_body(lambda body: gzip.compress(body) + b"tail", _GZIP),
    "gzip twice": _with_body(lambda body: gzip.compress(gzip.compress(body)), _GZIP),
    "said to be brotli": _with_body(lambda body: body, b"Content-Encoding: br"),
    "in another wrapping": _with_body(lambda body: b'{"result": ' + body + b"}"),
    "types changed": _with_body(lambda body: body.replace(b'"points"', b'"pointz"')),
    "length too long": with_length(100),
    "length too short": with_length(-100),
    "length negative": lambda answer: answer.replace(b"Content-Length: ", b"Content-Length: -"),
    "length in words": lambda answer: answer.replace(b"Content-Length: ", b"Content-Length: about "),
    "two lengths": lambda answer: answer.replace(b"Content-Length: ", b"Content-Length: 7\r\nContent-Length: "),
    "a chunk without a size": _chunked(lambda body: b"zz\r\n" + body + b"\r\n0\r\n\r\n"),
    "a chunk that is too short": _chunked(lambda body: b"%x\r\n" % (len(body) + 50) + body),
    "chunks without an end": _chunked(lambda body: b"%x\r\n" % len(body) + body + b"\r\n"),
    "chunked and with a length": lambda answer: answer.replace(
        b"Content-Length: ", b"Transfer-Encoding: chunked\r\nContent-Length: "
    ),
}
"""Ways to corrupt a true answer. The service has processed the request in each of them."""


def pages(*, processed: bool) -> dict[str, Fault]:
    """Returns a fault for each page."""
    return {name: answered(answer, processed=processed, name=name) for name, answer in PAGES.items()}


def nonsense(*, processed: bool) -> dict[str, Fault]:
    """Returns a fault for each answer that says nothing. It closes the connection, because some answers have no end."""
    return {name: answered(answer, processed=processed, end=End.CLOSE, name=name) for name, answer in NONSENSE.items()}


def corrupted() -> dict[str, Fault]:
    """Returns a fault for each way to corrupt a true answer."""
    return {name: Fault(name=name, rewrite=rewrite, end=End.CLOSE) for name, rewrite in CORRUPTED.items()}


def throttled() -> dict[str, Fault]:
    """Returns a fault for each answer that asks to wait."""
    return {name: answered(answer, processed=False, name=name) for name, answer in THROTTLED.items()}
