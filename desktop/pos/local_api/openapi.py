"""The OpenAPI document of the local interface. `tests/pos/local_api` compares every call with it."""

from __future__ import annotations

from typing import Any

from desktop import __version__
from desktop.domain.result_line import RESULT_FIELDS
from desktop.pos.handed_text import MAX_BILL, MAX_LENGTH
from desktop.pos.local_api.fields import FIELDS, LONGEST, MAX_KEY, PATTERNS, TEXT
from desktop.pos.local_api.limits import MAX_WAIT

OUTCOMES = ("redeemed", "refused", "cancelled", "unknown", "not_sent", "not_applied", "reversed")
"""The values of `outcome`."""

KEY_PATTERN = r"^[!-~]+$"
"""What an idempotency key is made of: ASCII characters that can be seen, as in any header."""


def _text(meaning: str, *, longest: int = MAX_LENGTH, pattern: str = TEXT) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest, "pattern": pattern, "description": meaning}


_FIELDS = {name: _text(meaning, longest=LONGEST[name], pattern=PATTERNS[name]) for name, meaning in FIELDS.items()}

_RESULT: dict[str, Any] = {
    "type": "object",
    "required": list(RESULT_FIELDS),
    "additionalProperties": False,
    "properties": {
        **{name: {"type": ["string", "null"]} for name in RESULT_FIELDS},
        "outcome": {"type": "string", "enum": list(OUTCOMES)},
        "points_redeemed": {"type": ["string", "null"], "description": "What was redeemed, exact."},
        "at": {"type": ["string", "null"], "description": "RFC 3339 with offset: when the outcome was known."},
        "earlier": {
            "description": "An earlier redemption of the same bill, if there is one, whatever the outcome is.",
            "anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Result"}],
        },
    },
}

_ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {"type": "string", "description": "Stable, for programs."},
                "message": {"type": "string", "description": "In plain English, for people."},
                "field": {"type": "string", "description": "The field that is not valid."},
                "id": {"type": "string", "description": "The hand-over that stands in the way."},
                "support": {"type": "string", "description": "The code for support, such as the service's own."},
            },
        }
    },
}

_MEANINGS = {
    400: "The request or its JSON cannot be read.",
    401: "The token is missing or wrong.",
    403: "The origin of the web page is not in API_ORIGINS.",
    404: "There is no such hand-over or redemption.",
    405: "The path does not take this method.",
    409: "The till is in a state that does not allow it; the code says which.",
    413: "The body is too large.",
    415: "The body is not application/json.",
    421: "The Host header names another host.",
    422: "A field or a parameter is not valid.",
    429: "Too many callers are waiting. Ask again after Retry-After seconds.",
    431: "The head of the request is too large.",
    500: "The till could not answer. Its log says why.",
    502: "The service refused it.",
    503: "The till or the service cannot do it now. Try again.",
    504: "The service did not answer. Try again: the till looks first.",
}

_ALWAYS = (400, 401, 403, 405, 421, 422, 431, 500, 503)


def _answer(meaning: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": meaning, "content": {"application/json": {"schema": schema}}}


def _answers(*statuses: int, **done: dict[str, Any]) -> dict[str, Any]:
    error = {"$ref": "#/components/schemas/Error"}
    refused = {str(status): _answer(_MEANINGS[status], error) for status in sorted({*_ALWAYS, *statuses})}
    return {name.removeprefix("http"): value for name, value in done.items()} | refused


_RESULT_REF = {"$ref": "#/components/schemas/Result"}
_ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "minLength": 1, "maxLength": 100},
    "description": "As the hand-over was answered.",
}
_ID_SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
_WAITING = {
    "type": "object",
    "required": ["id", "state"],
    "properties": {"id": {"type": "string"}, "state": {"type": "string", "enum": ["waiting", "open"]}},
}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _parameter(name: str, schema: dict[str, Any], meaning: str, *, place: str = "query") -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, "description": meaning}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Points Till, the POS's local interface",
        "version": __version__,
        "description": "Hands customers over to the till, and tells what became of them. Nothing is redeemed without "
        "the cashier.",
    },
    "servers": [{"url": "/"}],
    "security": [{"token": []}],
    "paths": {
        "/v1/hand-overs": {
            "post": {
                "operationId": "handOver",
                "summary": "Hand a customer over",
                "description": "Fills in the fields at the till, or asks the cashier to give points back (give_back). "
                "The same hand-over sent again while it is at the till is answered with the same id, unless it has no "
                "bill and another Idempotency-Key. Blanks around a field do not count.",
                "parameters": [
                    _parameter(
                        "Idempotency-Key",
                        {"type": "string", "minLength": 1, "maxLength": MAX_KEY, "pattern": KEY_PATTERN},
                        "The caller's own key. A repeat with it is answered with the same id, also after a restart.",
                        place="header",
                    )
                ],
                "requestBody": _body(
                    {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": _FIELDS}
                ),
                "responses": _answers(
                    409,
                    413,
                    415,
                    http200=_answer("The same hand-over is known already.", _ID_SCHEMA),
                    http201=_answer("It is at the till.", _ID_SCHEMA),
                ),
            }
        },
        "/v1/hand-overs/{id}": {
            "parameters": [_ID],
            "get": {
                "operationId": "result",
                "summary": "Ask for the result",
                "parameters": [
                    _parameter(
                        "wait",
                        {"type": "number", "minimum": 0, "maximum": MAX_WAIT},
                        "Seconds to wait for a result. An unknown outcome comes at once; then calls wait for it.",
                    )
                ],
                "responses": _answers(
                    404,
                    429,
                    http200=_answer("The result, as it is known now. Ask again if it is unknown.", _RESULT_REF),
                    http202=_answer("There is no result yet.", _WAITING),
                ),
            },
            "delete": {
                "operationId": "withdraw",
                "summary": "Withdraw it, if nothing has been sent yet",
                "responses": _answers(404, 409, http200=_answer("It is cancelled.", _RESULT_REF)),
            },
        },
        "/v1/outcomes": {
            "get": {
                "operationId": "outcomes",
                "summary": "Ask for the outcomes for a bill or a reference",
                "description": "Exactly one of both is needed.",
                "parameters": [
                    _parameter("bill", {**_text("", longest=MAX_BILL), "minLength": 1}, "A bill number."),
                    _parameter("reference", {**_text(""), "minLength": 1}, "A redemption's reference."),
                ],
                "responses": _answers(
                    http200=_answer(
                        "The outcomes, newest first; an empty list if there is none.",
                        {
                            "type": "object",
                            "required": ["outcomes"],
                            "properties": {"outcomes": {"type": "array", "items": _RESULT_REF}},
                        },
                    )
                ),
            }
        },
        "/v1/outcomes/{reference}/bill": {
            "parameters": [
                _parameter("reference", {"type": "string", "minLength": 1}, "A redemption's reference.", place="path")
            ],
            "put": {
                "operationId": "attachBill",
                "summary": "Attach a bill number to a redemption",
                "description": "Attaching the same number again is no error.",
                "requestBody": _body(
                    {
                        "type": "object",
                        "required": ["bill"],
                        "additionalProperties": False,
                        "properties": {"bill": {**_text("The bill number.", longest=MAX_BILL), "minLength": 1}},
                    }
                ),
                "responses": _answers(
                    404, 409, 413, 415, 429, 502, 504, http200=_answer("The redemption with its bill.", _RESULT_REF)
                ),
            },
        },
        "/openapi.json": {
            "get": {
                "operationId": "describe",
                "summary": "This document",
                "security": [],
                "responses": {"200": _answer("The document.", {"type": "object"})},
            }
        },
    },
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {"Result": _RESULT, "Error": _ERROR},
    },
}
"""The document that `/openapi.json` serves."""
