"""Names the two ways in which a till signs in to the loyalty service, and holds the key and secret of one of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum


class SignIn(StrEnum):
    """How the till signs in: with its name and password, or with a key and a secret that give short-lived tokens."""

    BASIC = "basic"
    OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """The key and the secret that an organisation makes for a till (vendor's page /docs/api-client).

    Attributes:
        key: names the client.
        secret: shown once by the vendor, when it is made.
    """

    key: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def text(self) -> str:
        """Both as one text, which is how a keyring keeps them."""
        return json.dumps([self.key, self.secret], ensure_ascii=False)

    @classmethod
    def parse(cls, text: str) -> OAuthClient:
        """Reads what `text` has made.

        Raises:
            ValueError: it is something else. The text is not quoted, because it may be a secret.
        """
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        match found:
            case [str(key), str(secret)] if key and secret:
                return cls(key, secret)
            case _:
                raise ValueError("no key and secret")


Secret = str | OAuthClient
"""What a till signs in with: its password, or its key and secret."""
