"""oauth/token/generate: asks for a token with key and secret, and reads it (vendor's page /reference/oauth)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.domain.failures import Call, Lost, Unanswered

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.access import OAuthClient

LONGEST_LIFE = 30 * 86_400.0
"""Seconds. The vendor allows up to 30 days, so a longer life is a mistake of the answer."""

LONGEST_TOKEN = 16_384
"""Characters. Longer headers are refused by most servers."""

_WRONG_KEY = 320001
_REFUSING = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Token:
    """A token.

    Attributes:
        value: the token, which never appears in a log.
        seconds: how long it lives; 0 if the answer does not say, so that it serves one request.
    """

    value: str = field(repr=False)
    seconds: float


class KeyRefusedError(Exception):
    """The service does not accept the key and secret.

    Attributes:
        code: the service's code.
        request_id: of the answer.
    """

    def __init__(self, code: int, request_id: str) -> None:
        super().__init__(f"code {code}")
        self.code = code
        self.request_id = request_id


def ask(client: OAuthClient) -> Request:
    """Makes the request for a token. Its body is the only place where the secret leaves the till."""
    body = msgspec.json.encode({"key": client.key, "secret": client.secret})
    return Request("POST", "/v3/oauth/token/generate", body=body)


def read(answer: Answer) -> Token:
    """Reads a token. Nothing of the answer's texts is kept, because an echo could contain the secret.

    Raises:
        KeyRefusedError: the service does not accept the key and secret.
        Throttled, Unanswered: there is no token in the answer.
    """
    if answer.status in _REFUSING:
        raise KeyRefusedError(answer.status, verdict.request_id(answer))
    if answer.status == verdict.TOO_MANY:
        raise verdict.throttled(Call.TOKEN, answer, verdict.TOO_MANY, "")
    body = verdict.body_of(Call.TOKEN, answer)
    errors = loose.entries(body.get("errors"))
    # As it came: `loose.text` would shorten it.
    value = loose.only(body.get("data")).get("accessToken")
    if errors and loose.is_blank(value):
        code = loose.code(errors[0].get("code")) if isinstance(errors[0], dict) else None
        if code == _WRONG_KEY or code in _REFUSING:
            raise KeyRefusedError(code or 0, verdict.request_id(answer))
        raise Unanswered(Lost.SERVER_ERROR, http_status=answer.status, request_id=verdict.request_id(answer))
    if errors or answer.status >= 300 or not isinstance(value, str) or not _can_be_sent(value):  # noqa: PLR2004 - HTTP's own classes of success
        raise verdict.contradictory(answer)
    return Token(value, _seconds(loose.only(body.get("data")).get("ttlSeconds")))


def _can_be_sent(value: str) -> bool:
    """True for visible ASCII. Anything else could end the header and begin another."""
    return 0 < len(value) <= LONGEST_TOKEN and value.isascii() and value.isprintable() and " " not in value


def _seconds(value: object) -> float:
    amount = loose.amount(value)
    return min(max(float(amount), 0.0), LONGEST_LIFE) if amount is not None else 0.0
