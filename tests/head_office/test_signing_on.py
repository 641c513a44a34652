"""Tests signing on with an OpenID provider, by the whole code flow over HTTP."""

from __future__ import annotations

import base64
import http.client
import json
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest

from desktop.head_office.openid import OpenIdProvider, ProviderUnreachableError, Registration
from desktop.head_office.signing_on import SignOn
from tests.head_office.chains import Chain
from tests.head_office.openid_provider import CLIENT, SECRET, Provider, new_key, provider
from tests.head_office.receivers import Answer, Receiver, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from psycopg import Connection

SESSION = "points-till-session"
STATE = "points-till-sign-on"


class Browser:
    """Follows redirects and keeps cookies, for one person."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}
        self.set: list[str] = []

    @property
    def states(self) -> dict[str, str]:
        """The cookies of sign-ons that have begun."""
        return {name: value for name, value in self.cookies.items() if name.startswith(STATE)}

    def get(self, url: str) -> Answer:
        """Asks for an address once."""
        return self._request("GET", url)

    def post(self, url: str, **form: str) -> Answer:
        """Sends a form."""
        return self._request("POST", url, urlencode(form))

    def _request(self, method: str, url: str, body: str = "") -> Answer:
        parts = urlsplit(url)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)) as connection:
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            for name, value in response.getheaders():
                if name.lower() == "set-cookie":
                    self.set.append(value)
                    cookie, _, _ = value.partition(";")
                    key, _, content = cookie.partition("=")
                    if "max-age=0" in value.lower():
                        self.cookies.pop(key, None)
                    else:
                        self.cookies[key] = content
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())

    def follow(self, url: str, until: str = "") -> tuple[str, Answer]:
        """Follows redirects and pages that go on by themselves, up to an address that begins so.

        Returns where it is, and what came last.
        """
        for _ in range(8):
            answer = self.get(url)
            _, _, goes_on = answer.headers.get("refresh", "").partition("url=")
            there = answer.headers["location"] if answer.status in {302, 303} else goes_on
            if not there:
                return url, answer
            parts = urlsplit(url)
            url = there if urlsplit(there).netloc else f"{parts.scheme}://{parts.netloc}{there}"
            if until and url.startswith(until):
                return url, answer
        raise AssertionError("it never ends")


@pytest.fixture
def openid() -> Iterator[Provider]:
    """A running provider."""
    with provider() as one:
        yield one


@pytest.fixture
def office(database: str, openid: Provider) -> Iterator[Receiver]:
    """Head office, which signs people on at the provider."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with running(database, port=port, sign_on=SignOn(openid.url, CLIENT, SECRET, f"http://127.0.0.1:{port}/")) as one:
        yield one


def test_a_person_signs_on_and_reads(office: Receiver, connection: Connection) -> None:
    """The page that was asked for comes back after the provider, with the name. What is looked up is in the log."""
    browser = Browser()
    url, page = browser.follow(f"{office.url}/totals?from=2026-11-25&by=day")
    assert (url, page.status) == (f"{office.url}/totals?from=2026-11-25&by=day", 200)
    assert "anita@example.com" in page.text
    assert browser.get(f"{office.url}/search?kind=bill&q=B1").status == 200
    logged = connection.execute("SELECT who, what, asked FROM access_log ORDER BY id").fetchall()
    assert logged == [("anita@example.com", "sign-on", "0042"), ("anita@example.com", "bill", "B1")]


def test_cookies_are_out_of_reach(office: Receiver, connection: Connection) -> None:
    """No script and no other site gets them, and the database has only hashes."""
    browser = Browser()
    browser.follow(f"{office.url}/")
    assert all("HttpOnly" in one and "SameSite=Lax" in one and "Path=/" in one for one in browser.set)
    assert browser.cookies[SESSION] not in str(connection.execute("SELECT * FROM session").fetchall())
    assert browser.states == {}
    assert connection.execute("SELECT count(*) FROM sign_on").fetchone() == (0,)


def test_who_signed_on_only_reads(office: Receiver) -> None:
    """A session sends no events, and ends by itself."""
    browser = Browser()
    browser.follow(f"{office.url}/")
    cookie = {"Cookie": f"{SESSION}={browser.cookies[SESSION]}"}
    assert office.request("POST", "/v1/events", body=b"{}", headers=cookie).status == 401
    assert office.request("POST", "/totals", body=b"", headers=cookie).status == 405
    assert office.get("/v1/tills", headers=cookie).status == 200


def test_a_session_ends(office: Receiver, connection: Connection) -> None:
    """After that, the provider is asked again."""
    browser = Browser()
    browser.follow(f"{office.url}/")
    connection.execute("UPDATE session SET ends = now()")
    assert browser.get(f"{office.url}/").status == 303
    assert browser.get(f"{office.url}/v1/tills").status == 401


def test_a_form_leads_to_the_provider_when_the_session_has_ended(office: Receiver, openid: Provider) -> None:
    """A page's policy lets its forms be sent here only, and browsers hold redirects to it as well."""
    browser = Browser()
    for answer in (browser.get(f"{office.url}/totals?by=day"), browser.post(f"{office.url}/search", kind="mobile")):
        assert (answer.status, answer.headers["location"][:9]) == (303, "/sign-on?")
        page = browser.get(office.url + answer.headers["location"])
        assert page.status == 200
        assert page.headers["refresh"].startswith(f"0; url={openid.url}/authorize?")
        assert page.headers["cache-control"] == "no-store"


def _proof(page: Answer) -> str:
    """Returns what the form of a page proves that it is from here with."""
    found = re.search(r'action="/sign-out"><input type="hidden" name="proof" value="([0-9a-f]{64})">', page.text)
    assert found is not None
    return found[1]


def test_a_person_signs_out(office: Receiver, openid: Provider, connection: Connection) -> None:
    """The session ends here at once, also for who has its cookie, and then at the provider if it says where."""
    openid.description = {"end_session_endpoint": f"{openid.url}/end?now=1"}
    browser = Browser()
    _, page = browser.follow(f"{office.url}/")
    cookie = browser.cookies[SESSION]
    gone = browser.post(f"{office.url}/sign-out", proof=_proof(page))
    assert (gone.status, SESSION in browser.cookies) == (200, False)
    there = f"{openid.url}/end?now=1&client_id={CLIENT}"
    assert gone.headers["refresh"] == f"0; url={there}"
    assert there.replace("&", "&amp;") in gone.text
    assert office.get("/v1/tills", headers={"Cookie": f"{SESSION}={cookie}"}).status == 401
    assert connection.execute("SELECT count(*) FROM session").fetchone() == (0,)
    logged = connection.execute("SELECT who, what FROM access_log ORDER BY id").fetchall()
    assert logged == [("anita@example.com", "sign-on"), ("anita@example.com", "sign-out")]


def test_a_person_signs_out_of_a_provider_that_does_not_say_where(office: Receiver) -> None:
    """Then the session ends here only."""
    browser = Browser()
    _, page = browser.follow(f"{office.url}/")
    gone = browser.post(f"{office.url}/sign-out", proof=_proof(page))
    assert gone.status == 200
    assert "refresh" not in gone.headers
    assert browser.get(f"{office.url}/").status == 303


def test_no_other_site_signs_a_person_out(office: Receiver) -> None:
    """Neither a link nor a form without this session's own proof."""
    browser, other = Browser(), Browser()
    browser.follow(f"{office.url}/")
    _, page = other.follow(f"{office.url}/")
    assert browser.get(f"{office.url}/sign-out").status == 405
    for proof in ("", "0" * 64, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), _proof(page)):
        assert browser.post(f"{office.url}/sign-out", proof=proof).status == 403
    assert Browser().post(f"{office.url}/sign-out", proof=_proof(page)).status == 403
    assert browser.get(f"{office.url}/").status == 200


def test_who_reads_with_a_key_has_nothing_to_sign_out_of(office: Receiver) -> None:
    """The browser itself keeps a key."""
    assert "/sign-out" not in office.get("/", key=office.enrol_reader()).text


def test_keys_and_proxies_go_on_as_before(office: Receiver) -> None:
    """A program with a reader's key is not sent to the provider, and a wrong key is not either."""
    assert office.get("/v1/tills", key=office.enrol_reader()).status == 200
    assert office.get("/", key=office.enrol_reader()).status == 200
    assert office.get("/", key="wrong").status == 401
    assert office.send(Chain().batch(), office.enrol()).status == 200


def _changed(**claims: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def change(found: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in (found | claims).items() if value is not None}

    return change


_PAST = int(time.time()) - 3_600


_WRONG: tuple[dict[str, object], ...] = (
    {"nonce": "another"}, {"nonce": None}, {"iss": "https://elsewhere.example"}, {"iss": None},
    {"aud": "another-client"}, {"aud": None}, {"aud": [CLIENT, "another-client"], "azp": "another-client"},
    {"exp": _PAST}, {"exp": None}, {"iat": None}, {"iat": "soon"}, {"iat": 2 * _PAST}, {"sub": None}, {"sub": 5},
)  # fmt: skip


def test_a_wrong_token_signs_no_one_on(office: Receiver, openid: Provider) -> None:
    """Nonce, issuer, audience, times and subject are checked. The page does not say which is wrong."""
    for claims in _WRONG:
        openid.change = _changed(**claims)
        browser = Browser()
        _, answer = browser.follow(f"{office.url}/")
        assert (answer.status, claims) == (403, claims)
        assert "does not prove who you are" in answer.text
        assert SESSION not in browser.cookies


@pytest.mark.parametrize(
    ("claims", "is_let_in"),
    [
        ({"groups": "head-office", "staff": True}, True),
        ({"groups": ["tills", "cn=auditors,o=shop"], "staff": ["true", 7]}, True),
        ({"groups": ["tills", "Head-Office"], "staff": True}, False),
        ({"groups": ["head-office"]}, False),
        ({"groups": "head-office, tills", "staff": True}, False),
        ({"groups": {"head-office": True}, "staff": True}, False),
        ({"groups": None, "staff": True}, False),
        ({"groups": [], "staff": True}, False),
    ],
)
def test_only_accounts_with_the_required_claims_are_let_in(
    database: str, openid: Provider, caplog: pytest.LogCaptureFixture, claims: dict[str, object], *, is_let_in: bool
) -> None:
    """One of the values is enough, every claim is needed, and a refusal says nothing about the person in the log."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    required = (("groups", "head-office"), ("groups", "cn=auditors,o=shop"), ("staff", "true"))
    sign_on = SignOn(openid.url, CLIENT, SECRET, f"http://127.0.0.1:{port}/", required)
    openid.change = _changed(**claims)
    with running(database, port=port, sign_on=sign_on) as office:
        browser = Browser()
        _, answer = browser.follow(f"{office.url}/")
    assert (answer.status, SESSION in browser.cookies) == ((200, True) if is_let_in else (403, False))
    if not is_let_in:
        assert "Your account may not see head office" in answer.text
        assert "a sign-on was refused: the claim" in caplog.text
        assert "anita" not in caplog.text
        assert "0042" not in caplog.text


def test_a_token_of_another_key_is_refused(office: Receiver, openid: Provider) -> None:
    """The signature is checked with the keys that the provider publishes."""
    openid.keys = [new_key("one")]
    assert Browser().follow(f"{office.url}/")[1].status == 403


def test_a_new_key_of_the_provider_is_found(
    office: Receiver, openid: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Providers replace their keys. The keys are read again, but not for each wrong token."""
    assert Browser().follow(f"{office.url}/")[1].status == 200
    openid.key = new_key("two")
    openid.keys = [openid.key]
    assert Browser().follow(f"{office.url}/")[1].status == 403
    monkeypatch.setattr("desktop.head_office.openid._KEYS_AGE", 0.0)
    assert Browser().follow(f"{office.url}/")[1].status == 200


def test_keys_that_cannot_be_read_are_left_out(office: Receiver, openid: Provider) -> None:
    """A provider may publish newer kinds of keys for other programs. Without any that can be read, no one signs on."""
    own, openid.keys = openid.keys, []
    openid.other_keys = [
        {"kty": "EC", "crv": "brainpoolP256r1", "x": "AA", "y": "AA", "kid": "a"}, {"kty": "XYZ", "kid": "b"},
        {"kty": "EC", "crv": "P-256", "x": "*", "y": "*", "kid": "c"}, {"kid": "d"}, {}, "e", 5, None,
    ]  # fmt: skip
    assert Browser().follow(f"{office.url}/")[1].status == 503
    openid.keys = own
    assert Browser().follow(f"{office.url}/")[1].status == 200


def _unsigned(text: str, algorithm: str) -> str:
    _, claims, _ = text.split(".")
    header = base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "kid": "one"}).encode()).decode().rstrip("=")
    return f"{header}.{claims}."


def test_a_token_without_the_providers_signature_is_refused(
    office: Receiver, openid: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token does not choose how it is checked."""
    exchange = openid.exchange
    for algorithm in ("none", "HS256"):

        def unsigned(
            form: Mapping[str, str], authorization: str, algorithm: str = algorithm
        ) -> tuple[int, dict[str, Any]]:
            status, found = exchange(form, authorization)
            return status, found | {"id_token": _unsigned(found["id_token"], algorithm)}

        monkeypatch.setattr(openid, "exchange", unsigned)
        assert Browser().follow(f"{office.url}/")[1].status == 403


def test_another_state_is_refused(office: Receiver, openid: Provider) -> None:
    """A link to come back with someone else's code, or none of ours, signs no one on."""
    other, browser = Browser(), Browser()
    back, _ = other.follow(f"{office.url}/", until=f"{office.url}/sign-on/back")
    assert browser.get(back).status == 403
    browser.follow(f"{office.url}/", until=openid.url)
    assert browser.get(back).status == 403
    assert browser.get(f"{office.url}/sign-on/back?code=x").status == 403
    assert SESSION not in browser.cookies
    # The one who began may still go on, once.
    states = other.states
    assert other.get(back).status == 303
    other.cookies |= states
    assert other.get(back).status == 403


def test_two_tabs_sign_on_at_the_same_time(office: Receiver) -> None:
    """Both begin before either comes back, and each comes to its own page."""
    browser = Browser()
    tabs = {
        page: browser.follow(f"{office.url}{page}", until=f"{office.url}/sign-on/back")[0]
        for page in ("/tills", "/open")
    }
    for page, back in tabs.items():
        answer = browser.get(back)
        assert (answer.status, answer.headers.get("location")) == (303, page)
    assert browser.states == {}


def test_given_up_sign_ons_do_not_fill_the_browsers_requests(office: Receiver, openid: Provider) -> None:
    """A browser may begin as often as it likes, and can sign on afterwards."""
    browser = Browser()
    for _ in range(25):
        browser.follow(f"{office.url}/", until=openid.url)
        assert len(browser.states) <= 10
    assert browser.follow(f"{office.url}/")[1].status == 200


def test_a_sign_on_that_took_too_long_is_refused(office: Receiver, connection: Connection) -> None:
    """It ends after ten minutes."""
    browser = Browser()
    back, _ = browser.follow(f"{office.url}/", until=f"{office.url}/sign-on/back")
    connection.execute("UPDATE sign_on SET begun = now() - interval '11 minutes'")
    assert browser.get(back).status == 403


def test_a_code_needs_the_proof_of_who_asked(office: Receiver, connection: Connection) -> None:
    """A stolen code is of no use without the verifier (PKCE)."""
    browser = Browser()
    back, _ = browser.follow(f"{office.url}/", until=f"{office.url}/sign-on/back")
    connection.execute("UPDATE sign_on SET verifier = 'another'")
    assert browser.get(back).status == 403


def test_what_the_provider_refuses_is_said(office: Receiver, openid: Provider) -> None:
    """Someone without rights there, and an answer of another provider."""
    for query in ({"error": "access_denied"}, {"code": "x", "iss": "https://elsewhere.example"}):
        browser = Browser()
        browser.follow(f"{office.url}/", until=openid.url)
        (state,) = browser.states.values()
        answer = browser.get(f"{office.url}/sign-on/back?{urlencode({'state': state, **query})}")
        assert answer.status == 403
        assert "has not let you in" in answer.text


def test_no_one_is_sent_elsewhere(office: Receiver) -> None:
    """After signing on, only a page of head office follows."""
    for page in ("//evil.example/", "https://evil.example", "/\\evil.example", "/a\r\nX: y", "/%0d"):
        url, answer = Browser().follow(f"{office.url}/sign-on?{urlencode({'page': page})}")
        assert (url, answer.status) == (f"{office.url}/", 200)


_STRANGE: tuple[dict[str, object], ...] = (
    {"issuer": "https://elsewhere.example"}, {"authorization_endpoint": None},
    {"authorization_endpoint": "http://elsewhere.example/"}, {"authorization_endpoint": "javascript:alert(1)"},
    {"jwks_uri": "http://elsewhere.example/"}, {"token_endpoint": 5},
)  # fmt: skip


def test_a_description_that_is_not_as_it_should_be(
    office: Receiver, openid: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No browser and no secret is sent to an address that is not HTTPS or of another issuer."""
    monkeypatch.setattr("desktop.head_office.openid._METADATA_AGE", 0.0)
    for openid.description in _STRANGE:
        assert (Browser().follow(f"{office.url}/")[1].status, openid.description) == (503, openid.description)


def test_a_provider_that_is_down_is_not_remembered(office: Receiver, openid: Provider) -> None:
    """Head office runs without it, and asks again."""
    openid.is_down = True
    assert Browser().follow(f"{office.url}/")[1].status == 503
    openid.is_down = False
    assert Browser().follow(f"{office.url}/")[1].status == 200


def test_few_calls_wait_for_a_slow_provider(openid: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each holds a thread of head office, which the tills need too. Who comes meanwhile is refused at once."""
    monkeypatch.setattr("desktop.head_office.openid._MOST_CALLS", 1)
    asking = OpenIdProvider(Registration(openid.url, CLIENT, SECRET, "https://x.example"))
    openid.answers.clear()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(asking.address_for, state="s", nonce="n", verifier="v")
        assert openid.asked.acquire(timeout=30)
        with pytest.raises(ProviderUnreachableError, match="wait for it already"):
            asking.address_for(state="s", nonce="n", verifier="v")
        openid.answers.set()
        assert first.result(30).startswith(openid.url)
    assert asking.address_for(state="s", nonce="n", verifier="v").startswith(openid.url)


def test_an_address_that_is_not_verified_is_not_the_name(office: Receiver, openid: Provider) -> None:
    """Some providers write `false` as a text."""
    for verified, name in ((True, "anita@"), ("true", "anita@"), (False, "0042"), ("false", "0042")):
        openid.change = _changed(email_verified=verified)
        assert f"<p>{name}" in Browser().follow(f"{office.url}/")[1].text


@pytest.mark.parametrize(
    ("issuer", "public"),
    [("http://id.example", "https://x.example"), ("https://id.example", "http://x.example"), ("x", "y")],
)
def test_only_https_is_accepted(issuer: str, public: str) -> None:
    """Except on this machine."""
    with pytest.raises(ValueError, match="https"):
        SignOn(issuer, CLIENT, SECRET, public)
    assert SECRET not in repr(Registration("https://id.example", CLIENT, SECRET, "https://x.example"))


def test_over_https_cookies_belong_to_the_host(openid: Provider) -> None:
    """Browsers refuse a cookie of this name that another host of the company sets."""
    assert SignOn(openid.url, CLIENT, "", "https://x.example")._session_cookie.startswith("__Host-")
