"""A small OpenID provider on 127.0.0.1: the code flow with PKCE, and tokens that can be made wrong."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CLIENT = "head-office"
SECRET = "provider-and-head-office-know-this"

Claims = dict[str, Any]


def new_key(name: str) -> ECKey:
    """Returns a key of a provider."""
    return ECKey.generate_key("P-256", {"kid": name, "use": "sig"})


class Provider:
    """What the provider knows.

    Attributes:
        change: changes the claims of the next tokens.
        key: signs the tokens; what browsers get is not always what `keys` lists.
        keys: what it publishes.
        other_keys: what it publishes for other programs, as JSON.
        description: replaces parts of its description.
        codes: codes that were not used yet, with the parameters of their authorization.
        asked: released for each question about its description.
        answers: its description is answered while this is set.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.key = new_key("one")
        self.keys = [self.key]
        self.other_keys: list[Any] = []
        self.asked = threading.Semaphore(0)
        self.answers = threading.Event()
        self.answers.set()
        self.change: Callable[[Claims], Claims] = lambda claims: claims
        self.description: dict[str, Any] = {}
        self.codes: dict[str, Mapping[str, str]] = {}
        self.algorithm = "ES256"
        self.is_down = False

    def describe(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "id_token_signing_alg_values_supported": ["ES256"],
            **self.description,
        }

    def authorize(self, query: Mapping[str, str]) -> str:
        """Signs Anita on at once, and returns where her browser goes."""
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state'], 'iss': self.url})}"

    def exchange(self, form: Mapping[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """Answers a code with a token, once, to the client that proves that it asked for it."""
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        if asked is None or proof != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        if authorization != f"Basic {base64.b64encode(f'{CLIENT}:{SECRET}'.encode()).decode()}":
            return 401, {"error": "invalid_client"}
        now = int(time.time())
        claims: Claims = {
            "iss": self.url, "aud": CLIENT, "sub": "0042", "email": "anita@example.com", "nonce": asked["nonce"],
            "iat": now, "exp": now + 300,
        }  # fmt: skip
        header = {"alg": self.algorithm, "kid": self.key.kid or ""}
        token = jwt.encode(header, self.change(claims), self.key, algorithms=[self.algorithm])
        return 200, {"access_token": "not-used", "token_type": "Bearer", "expires_in": 300, "id_token": token}


@contextmanager
def provider() -> Iterator[Provider]:
    """Runs a provider on a thread."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            match parts.path:
                case _ if made.is_down:
                    self._answer(503, {})
                case "/.well-known/openid-configuration":
                    made.asked.release()
                    made.answers.wait(60)
                    self._answer(200, made.describe())
                case "/keys":
                    own = KeySet(list(made.keys)).as_dict(private=False)["keys"]
                    self._answer(200, {"keys": [*made.other_keys, *own]})
                case "/authorize":
                    self.send_response(302)
                    self.send_header("Location", made.authorize(query))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                case _:
                    self._answer(404, {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(*made.exchange(form, self.headers.get("Authorization", "")))

        def _answer(self, status: int, found: dict[str, Any]) -> None:
            body = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Prints nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Provider(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="provider")
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
