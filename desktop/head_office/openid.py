"""Asks the company's OpenID provider who someone is: authorization code with PKCE, and a signed id_token.

Authlib makes the requests and checks the claims, and joserfc checks the signature. They come with the extra
`head-office-oidc`.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_log = logging.getLogger(__name__)

_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""Signatures with the provider's private key. `none`, and those with a shared secret, prove nothing here."""

_TIMEOUT = 10.0
_METADATA_AGE = 3_600.0
_KEYS_AGE = 60.0
"""Seconds after which keys are read again if one is not known: providers replace their keys without notice."""

_LEEWAY = 60
"""Seconds by which the provider's clock may be off."""

_MOST_CALLS = 4
"""Calls at the same time. Each holds a thread and a connection of head office, which the tills need too."""

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class NotSignedOnError(Exception):
    """The provider did not prove who it is. The text says why, for the log."""


class NotAllowedError(Exception):
    """The provider proved who it is, and the account lacks what is required. The text names no person, for the log."""


class ProviderUnreachableError(Exception):
    """The provider does not answer as it should. The text says why, for the log."""


class Person(NamedTuple):
    """Who has signed on.

    Attributes:
        name: e-mail address, or what the provider has in its place.
        subject: the provider's own name for the person, which stays the same.
    """

    name: str
    subject: str


@dataclass(frozen=True, slots=True)
class Registration:
    """How the provider knows head office.

    Attributes:
        issuer: the provider's address, exactly as it writes it in its tokens.
        client: the client id.
        secret: the client's secret; empty for a client without one.
        redirect: where the provider sends browsers back to.
        required: claims that an account needs, each with the values of which one is enough.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    redirect: str
    required: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Checks the addresses.

        Raises:
            ValueError: one of them is not HTTPS, and not on this machine.
        """
        for address in (self.issuer, self.redirect):
            if not _is_safe(address):
                raise ValueError(f"{address} must begin with https://")


class OpenIdProvider:
    """The provider. Threads may share it: it keeps nothing of any person."""

    def __init__(self, registration: Registration) -> None:
        """Asks for nothing yet, so that head office starts while the provider is down."""
        self._registration = registration
        self._guard = threading.Lock()
        self._calls = threading.BoundedSemaphore(_MOST_CALLS)
        self._metadata: dict[str, Any] = {}
        self._metadata_at = 0.0
        self._keys: KeySet | None = None
        self._keys_at = 0.0

    def address_for(self, *, state: str, nonce: str, verifier: str) -> str:
        """Returns where a browser signs on.

        Args:
            state: comes back with the browser.
            nonce: comes back in the token.
            verifier: proves when the code is used that it was asked for here (PKCE).

        Raises:
            ProviderUnreachableError: the provider does not say where.
        """
        endpoint = self._endpoint("authorization_endpoint")
        with self._session() as session:
            address, _ = session.create_authorization_url(endpoint, state=state, nonce=nonce, code_verifier=verifier)
        return str(address)

    def end_address(self) -> str:
        """Returns where a browser ends its session at the provider; empty if the provider does not say.

        The provider may ask the person first, because head office keeps no id_token that would prove who it is.
        """
        try:
            endpoint = self._endpoint("end_session_endpoint")
        except ProviderUnreachableError:
            return ""
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode({'client_id': self._registration.client})}"

    def person(self, code: str, *, nonce: str, verifier: str) -> Person:
        """Uses a code, and returns who has signed on.

        Args:
            code: what the browser came back with.
            nonce: as in `address_for`.
            verifier: likewise.

        Raises:
            NotSignedOnError: the code or the token is not valid.
            NotAllowedError: a required claim is missing, or has other values.
            ProviderUnreachableError: the provider does not answer.
        """
        endpoint = self._endpoint("token_endpoint")
        try:
            with self._call(), self._session() as session:
                token = session.fetch_token(
                    endpoint,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    timeout=_TIMEOUT,
                    allow_redirects=False,
                )
        except OAuthError as error:
            raise NotSignedOnError(f"the provider refuses the code: {error.error}") from None
        except (OSError, ValueError) as error:
            raise ProviderUnreachableError(f"token: {type(error).__name__}") from None
        text = token.get("id_token") if isinstance(token, dict) else None
        if not isinstance(text, str):
            raise NotSignedOnError("there is no id_token")
        claims = self._claims(text, nonce=nonce, access_token=token.get("access_token"))
        person = _person(claims)
        for name, wanted in self._registration.required.items():
            if wanted.isdisjoint(_values(claims.get(name))):
                raise NotAllowedError(f"the claim {name} is missing, or has no required value")
        return person

    def _claims(self, text: str, *, nonce: str, access_token: object) -> Mapping[str, Any]:
        """Returns the claims of a token, once signature, issuer, audience, times and nonce are checked.

        Raises:
            NotSignedOnError: one of them is wrong.
        """
        try:
            token = self._decode(text)
            claims = CodeIDToken(
                token.claims,
                token.header,
                options={
                    "iss": {"essential": True, "value": self._registration.issuer},
                    "aud": {"essential": True, "value": self._registration.client},
                },
                params={"nonce": nonce, "client_id": self._registration.client, "access_token": access_token},
            )
            claims.validate(leeway=_LEEWAY)
        except (JoseError, ValueError, TypeError) as error:
            raise NotSignedOnError(f"the id_token is not valid: {error}") from None
        return dict(token.claims)

    def _decode(self, text: str) -> jwt.Token:
        keys = self._key_set()
        try:
            return jwt.decode(text, keys, algorithms=_ALGORITHMS)
        except (JoseError, ValueError):
            newer = self._key_set(seen=keys)
            if newer is keys:
                raise
            return jwt.decode(text, newer, algorithms=_ALGORITHMS)

    def _key_set(self, seen: KeySet | None = None) -> KeySet:
        """Returns the provider's keys: newer ones than those that were seen, if it may be asked again already."""
        address = self._endpoint("jwks_uri")
        with self._guard:
            known = self._keys
            if known is not None and (known is not seen or time.monotonic() - self._keys_at < _KEYS_AGE):
                return known
        found = _keys(self._get(address))
        with self._guard:
            self._keys, self._keys_at = found, time.monotonic()
        return found

    def _endpoint(self, name: str) -> str:
        with self._guard:
            metadata = self._metadata
            is_fresh = time.monotonic() - self._metadata_at < _METADATA_AGE
        if not metadata or not is_fresh:
            metadata = self._get(get_well_known_url(self._registration.issuer, external=True))
            # An answer that is about another issuer would let that one sign people on.
            if metadata.get("issuer") != self._registration.issuer:
                raise ProviderUnreachableError("its description is of another issuer")
            with self._guard:
                self._metadata, self._metadata_at = metadata, time.monotonic()
        address = metadata.get(name)
        if not isinstance(address, str) or not _is_safe(address):
            raise ProviderUnreachableError(f"its {name} is missing or not HTTPS")
        return address

    def _get(self, address: str) -> dict[str, Any]:
        try:
            with self._call(), self._session() as session:
                answer = session.get(address, withhold_token=True, timeout=_TIMEOUT, allow_redirects=False)
                found = answer.json() if answer.status_code == 200 else None  # noqa: PLR2004 - HTTP's OK
        except (OSError, ValueError) as error:
            raise ProviderUnreachableError(f"{address}: {type(error).__name__}") from None
        if not isinstance(found, dict):
            raise ProviderUnreachableError(f"{address}: there is no JSON object")
        return found

    @contextmanager
    def _call(self) -> Iterator[None]:
        """Allows a call, unless too many are under way.

        Raises:
            ProviderUnreachableError: they are.
        """
        if not self._calls.acquire(blocking=False):
            raise ProviderUnreachableError(f"calls that wait for it already: {_MOST_CALLS}")
        try:
            yield
        finally:
            self._calls.release()

    def _session(self) -> OAuth2Session:
        registration = self._registration
        return OAuth2Session(
            registration.client,
            registration.secret or None,
            token_endpoint_auth_method="client_secret_basic" if registration.secret else "none",
            scope="openid email profile",
            redirect_uri=registration.redirect,
            code_challenge_method="S256",
        )


def _keys(published: Mapping[str, Any]) -> KeySet:
    """Returns the keys that can be read. A provider may publish others as well, for other programs (RFC 7517, 5).

    Raises:
        ProviderUnreachableError: there is none.
    """
    listed = published.get("keys")
    found: list[Key] = []
    for one in listed if isinstance(listed, list) else ():
        try:
            found += KeySet.import_key_set({"keys": [one]}).keys
        except (JoseError, ValueError, TypeError, KeyError) as error:
            _log.info("a key of the OpenID provider is left out: %s", type(error).__name__)
    if not found:
        raise ProviderUnreachableError("it publishes no key that can be used")
    return KeySet(found)


def _person(claims: Mapping[str, Any]) -> Person:
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject:
        raise NotSignedOnError("the id_token names no one")
    # Some providers write it as a text.
    is_verified = str(claims.get("email_verified", True)).lower() != "false"
    email = claims.get("email") if is_verified else None
    names = (email, claims.get("preferred_username"), subject)
    return Person(next(one for one in names if isinstance(one, str) and one.strip()), subject)


def _values(claim: object) -> Iterator[str]:
    """Yields the values of a claim, which may be a list of groups or roles. Other values than texts are as in JSON."""
    for one in claim if isinstance(claim, list) else [claim]:
        yield one if isinstance(one, str) else json.dumps(one)


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )
