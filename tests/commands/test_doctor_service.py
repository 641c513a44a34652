"""Tests what `doctor` says about the way to the service and about the service itself."""

from __future__ import annotations

import datetime as dt
import json
import os
import ssl
import sys
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Secrets, SecretUnavailable
from desktop.store.proxy_password import ENVIRONMENT_NAME as PROXY_PASSWORD
from desktop.store.proxy_password import ProxyPassword
from desktop.training.answers import TILL
from desktop.training.state import PASSWORD
from tests.api import proxies
from tests.api.calls import hang, refused_port
from tests.api.certificates import old_tls, self_signed
from tests.api.servers import answering, reply
from tests.commands.runs import at, reported, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.api.servers import Behaviour, MakeServer, Server

MEMBER_UNKNOWN = json.dumps(
    {
        "response": {
            "status": {"success": "false", "code": 500, "message": "All requests have failed"},
            "customers": {"customer": [{"item_status": {"success": "false", "code": 1012, "message": "None"}}]},
        }
    }
).encode()
WORKS = reply(MEMBER_UNKNOWN, headers="Content-Type: application/json\r\n")
SECRETS = ("till-hush", "proxy-hush")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the machine's store cannot be replaced by an environment variable"
)


@pytest.fixture
def make_server() -> Iterator[MakeServer]:
    from tests.api.servers import Server

    servers: list[Server] = []

    def make(behave: Behaviour, context: ssl.SSLContext | None = None) -> Server:
        servers.append(Server(behave, context))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name in {"SSL_CERT_FILE", "SSL_CERT_DIR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("POINTS_TILL_PASSWORD", SECRETS[0])


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    made = trustme.CA(organization_name="Maple Market IT")
    path = tmp_path / "company.pem"
    made.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("POINTS_TILL_CA_FILE", str(path))
    return made


def checks_at(data: Path, url: str) -> dict[str, Any]:
    """Returns the checks of a till at an address by their names. Neither form of the report may show a secret."""
    report = reported(data, "--server", url, "--till", TILL)
    code, printed = run(data, "doctor", "--server", url, "--till", TILL)
    assert (code is ExitCode.DONE) is report["ok"]
    for secret in SECRETS:
        assert secret not in printed + json.dumps(report)
    stopping = [one["name"] for one in report["checks"] if one["stops"]]
    assert report["ok"] is (not stopping)
    assert all(one["code"] for one in report["checks"] if not one["ok"])
    return {one["name"]: one for one in report["checks"]}


def secure(make_server: MakeServer, certificate: trustme.LeafCert, *answers: bytes) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return make_server(answering(*(answers or (WORKS,))), context)


def test_a_safe_connection(data: Path, make_server: MakeServer, authority: trustme.CA) -> None:
    """Address, TLS version, issuer and validity are told; a service that knows no set-up questions is no problem."""
    server = secure(make_server, authority.issue_cert("127.0.0.1"))
    checks = checks_at(data, server.url)
    assert all(checks[name]["ok"] for name in ("proxy", "address", "connection", "tls", "service", "till", "programs"))
    assert checks["address"]["details"]["port"] == server.port
    assert checks["tls"]["details"]["version"] == "TLS 1.3"
    assert "Maple Market IT" in checks["tls"]["details"]["certificate"]["issuer"]
    assert checks["till"]["text"] == checks["programs"]["text"] == "the service does not tell"


NOW = dt.datetime.now(dt.UTC)
CLOCK_SAYS = "check this till’s clock, which says 20"


@pytest.mark.parametrize(
    ("host", "before", "after", "code", "says"),
    [
        ("127.0.0.1", None, NOW - dt.timedelta(1), "PT-CERTIFICATE-EXPIRED", f"UTC; {CLOCK_SAYS}"),
        ("127.0.0.1", NOW + dt.timedelta(1), None, "PT-CERTIFICATE-NOT-YET-VALID", f"UTC; {CLOCK_SAYS}"),
        ("shop.example", None, None, "PT-CERTIFICATE-NAME", "is for shop.example, not for 127.0.0.1"),
    ],
)
def test_each_fault_of_a_certificate_has_its_own_code(
    data: Path,
    make_server: MakeServer,
    authority: trustme.CA,
    *,
    host: str,
    before: dt.datetime | None,
    after: dt.datetime | None,
    code: str,
    says: str,
) -> None:
    """The certificate is shown all the same, and no request is sent."""
    server = secure(make_server, authority.issue_cert(host, not_before=before, not_after=after))
    checks = checks_at(data, server.url)
    assert (checks["tls"]["ok"], checks["tls"]["code"]) == (False, code)
    assert says in checks["tls"]["text"]
    assert checks["tls"]["details"]["certificate"]["names"] == [host]
    assert checks["connection"]["ok"]
    assert checks["service"]["code"] == code
    assert server.requests == []


def test_an_unknown_issuer(data: Path, make_server: MakeServer) -> None:
    """The issuer is named, because it is what IT has to trust, or an inspecting firewall."""
    server = secure(make_server, trustme.CA(organization_name="Some Firewall").issue_cert("127.0.0.1"))
    checks = checks_at(data, server.url)
    assert checks["tls"]["code"] == "PT-CERTIFICATE-UNTRUSTED"
    assert "Some Firewall" in checks["tls"]["text"]


def test_a_proxy_of_the_settings_that_cannot_be_used(
    data: Path, make_server: MakeServer, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a PAC file. The till calls the service without it, and no one is told that none was set."""
    monkeypatch.setenv("POINTS_TILL_PROXY", "http://proxy.example:80/proxy.pac")
    url = secure(make_server, authority.issue_cert("127.0.0.1")).url
    proxy = checks_at(data, url)["proxy"]
    assert proxy["text"] == "none, because the setting proxy cannot be used"
    assert (proxy["code"], proxy["because"], proxy["stops"]) == ("PT-SETTINGS", "settings", False)
    begin_with = run(data, "doctor", "--server", url, "--till", TILL)[1].splitlines()[-1]
    assert begin_with.startswith("Worth a look: settings,")
    assert "proxy" not in begin_with


def test_a_proxy_of_the_environment_that_cannot_be_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy is named as the cause, and nothing else."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:80800")
    checks = checks_at(data, "https://loyalty.example")
    assert (checks["proxy"]["code"], checks["address"]["ok"]) == ("PT-PROXY", True)
    assert (checks["connection"]["because"], checks["tls"]["because"]) == ("proxy", "connection")
    assert "address cannot be read" in checks["proxy"]["text"]


def test_a_certificate_that_signed_itself(data: Path, make_server: MakeServer) -> None:
    """It is said in words, under the code of an unknown issuer."""
    checks = checks_at(data, make_server(answering(WORKS), self_signed("127.0.0.1")).url)
    assert checks["tls"]["code"] == "PT-CERTIFICATE-UNTRUSTED"
    assert "signed itself" in checks["tls"]["text"]


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls(data: Path, make_server: MakeServer, authority: trustme.CA) -> None:
    """The version that the service offers is told."""
    context = old_tls()
    authority.issue_cert("127.0.0.1").configure_cert(context)
    checks = checks_at(data, make_server(answering(WORKS), context).url)
    assert checks["tls"]["code"] == "PT-TLS-VERSION"
    assert "TLS 1.1" in checks["tls"]["text"]


def test_a_certificate_that_ends_soon(data: Path, make_server: MakeServer, authority: trustme.CA) -> None:
    """It is worth a look before it stops the till."""
    server = secure(make_server, authority.issue_cert("127.0.0.1", not_after=NOW + dt.timedelta(days=5)))
    checks = checks_at(data, server.url)
    assert (checks["tls"]["ok"], checks["tls"]["stops"]) == (False, False)
    assert checks["tls"]["code"] == "PT-CERTIFICATE-EXPIRES-SOON"
    assert checks["service"]["ok"]


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_certificates_that_cannot_be_used(
    data: Path, make_server: MakeServer, authority: trustme.CA, tmp_path: Path, content: str | None
) -> None:
    """The file is named, and nothing is sent."""
    server = secure(make_server, authority.issue_cert("127.0.0.1"))
    path = tmp_path / "company.pem"
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    checks = checks_at(data, server.url)
    assert checks["tls"]["code"] == "PT-CA-FILE"
    assert str(path) in checks["tls"]["text"]
    assert server.requests == []


@pytest.mark.parametrize(
    ("status", "headers", "http", "code"),
    [
        ("403 Forbidden", "Content-Type: text/html\r\n", 403, "PT-UNREADABLE"),
        ("200 OK", "Content-Type: text/html\r\n", 200, "PT-UNREADABLE"),
        ("302 Found", "Location: https://portal.example/login?token=hush\r\n", 302, "PT-UNREADABLE"),
        ("511 Network Authentication Required", "", 511, "PT-HTTP-511"),
    ],
)
def test_a_web_filter_or_a_sign_in_page(
    data: Path, make_server: MakeServer, *, status: str, headers: str, http: int, code: str
) -> None:
    """What it answers is told, and where it leads, but not the rest of that address."""
    server = make_server(answering(reply(b"<html>Sign in</html>", status, headers)))
    service = checks_at(data, server.url)["service"]
    assert (service["ok"], service["code"], service["details"]["http_status"]) == (False, code, http)
    assert f"HTTP {http} (" in service["text"]
    assert "It may be a web filter or a sign-in page" in service["text"]
    if http == 302:
        assert service["details"]["redirected_to"] == "portal.example"
    assert "hush" not in json.dumps(service)


def test_a_refused_password(data: Path, service: PracticeService) -> None:
    """401 is said to be about name and password; nothing more is asked."""
    checks = checks_at(data, service.url)
    assert (checks["service"]["code"], checks["service"]["details"]["http_status"]) == ("401", 401)
    assert checks["service"]["text"].startswith("HTTP 401 (application/json): the service does not accept")
    assert "till" not in checks
    assert checks["connection"]["ok"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment is always text")
def test_a_password_of_the_environment_that_is_not_utf8(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable is named, and the service is not called."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", "K\udce4se")
    checks = checks_at(data, service.url)
    assert checks["password"]["text"] == "POINTS_TILL_PASSWORD: is not UTF-8"
    assert (checks["password"]["code"], checks["service"]["because"]) == ("PT-SETTINGS", "password")


def test_a_page_that_wants_a_login(data: Path, make_server: MakeServer) -> None:
    """A 401 that is a page is not blamed on the till's password alone."""
    page = reply(b"<html>Log in</html>", "401 Unauthorized", "Content-Type: text/html\r\n")
    service = checks_at(data, make_server(answering(page)).url)["service"]
    assert (service["code"], service["stops"]) == ("401", True)
    assert "It may be a web filter or a sign-in page" in service["text"]


def test_till_and_programs_as_the_service_knows_them(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program of the settings that the service does not know is worth a look, and stops nothing."""
    service.password = SECRETS[0]
    monkeypatch.setenv("POINTS_TILL_PROGRAM_ID", "9999")
    checks = checks_at(data, service.url)
    assert checks["till"]["details"]["name"] == "Practice store"
    assert [one["id"] for one in checks["programs"]["details"]["programs"]] == ["973", "1044", "1055"]
    assert (checks["programs"]["code"], checks["programs"]["stops"]) == ("PT-PROGRAM-UNKNOWN", False)
    assert "9999" in checks["programs"]["text"]


@pytest.mark.parametrize(("minutes", "ok"), [(0, True), (90, False), (-90, False)])
def test_the_clock(data: Path, make_server: MakeServer, *, minutes: int, ok: bool) -> None:
    """The difference to the service's clock is told, with its direction."""
    date = format_datetime(dt.datetime.now(dt.UTC) - dt.timedelta(minutes=minutes), usegmt=True)
    clock = checks_at(data, make_server(answering(reply(MEMBER_UNKNOWN, headers=f"Date: {date}\r\n"))).url)["clock"]
    assert (clock["ok"], clock["stops"]) == (ok, False)
    assert abs(clock["details"]["seconds_ahead"] - 60 * minutes) < 30
    assert ok or ("ahead of" if minutes > 0 else "behind") in clock["text"]


def test_no_one_listens(data: Path) -> None:
    """The name has an address, and the connection is refused."""
    checks = checks_at(data, f"https://127.0.0.1:{refused_port()}")
    assert checks["address"]["ok"]
    assert checks["connection"]["code"] == "PT-CONNECT"
    assert "Connection refused" in checks["connection"]["text"]


def test_a_port_without_tls(data: Path, make_server: MakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is made. What fails is the handshake, which no one answers."""
    monkeypatch.setenv("POINTS_TILL_CONNECT_TIMEOUT", "0.5")
    server = make_server(lambda server, _conn: server.over.wait(20) and None)
    checks = checks_at(data, server.url.replace("http:", "https:"))
    assert checks["connection"]["ok"]
    assert (checks["tls"]["code"], checks["tls"]["because"]) == ("PT-CONNECT-TIMEOUT", "")
    assert "no TLS handshake comes: a wrong port" in checks["tls"]["text"]
    assert checks["service"]["because"] == "tls"


def test_another_program_at_the_address(data: Path, make_server: MakeServer) -> None:
    """Its 404 may be JSON too. Without the service's request id, it is likely to be something else."""
    answer = reply(b'{"message": "no such page"}', "404 Not Found", "Content-Type: application/json\r\n")
    service = checks_at(data, make_server(answering(answer)).url)["service"]
    assert not service["ok"]
    assert "another program: check the address" in service["text"]


def test_an_error_of_the_service(data: Path, make_server: MakeServer) -> None:
    """It has the HTTP status and the request id that the vendor's support asks for, and is not blamed on a filter."""
    headers = "Content-Type: application/json\r\nX-Cap-Requestid: r-77\r\n"
    server = make_server(answering(reply(b"{}", "500 Internal Server Error", headers)))
    service = checks_at(data, server.url)["service"]
    assert (service["code"], service["details"]["request_id"]) == ("PT-HTTP-500", "r-77")
    assert "It may be" not in service["text"]
    assert "request id r-77" in run(data, "doctor", "--server", server.url, "--till", TILL)[1]


def test_nothing_that_was_received_moves_the_cursor(data: Path, make_server: MakeServer) -> None:
    """Control characters of an answer do not reach the terminal."""
    answer = reply(b"<html>", "403 Forbidden", "Content-Type: text/\x1b[2Jhtml\r\n")
    printed = run(data, "doctor", "--server", make_server(answering(answer)).url, "--till", TILL)[1]
    assert "\x1b" not in printed
    assert "text/\N{REPLACEMENT CHARACTER}[2Jhtml" in printed


def test_no_such_name(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is at fault, and the code says so."""
    monkeypatch.setenv("POINTS_TILL_PROXY", "direct")
    checks = checks_at(data, "https://no-such-host.invalid")
    assert checks["address"]["code"] == checks["service"]["code"] == "PT-NAME"
    assert [checks[name]["because"] for name in ("address", "connection", "tls", "service")] == [
        "",
        "address",
        "connection",
        "address",
    ]


def test_a_service_that_hangs(data: Path, make_server: MakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report comes all the same."""
    monkeypatch.setenv("POINTS_TILL_READ_TIMEOUT", "0.5")
    checks = checks_at(data, make_server(hang).url)
    assert checks["service"]["code"] == "PT-TIMEOUT"


class TestProxy:
    """A service behind a proxy that wants a login."""

    URL = "https://loyalty.example"

    @pytest.fixture
    def proxy(self, make_server: MakeServer, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Server:
        service = secure(make_server, authority.issue_cert("loyalty.example"))
        made = make_server(proxies.tunnel(service, f"shop:{SECRETS[1]}"))
        monkeypatch.setenv("POINTS_TILL_PROXY", made.url)
        monkeypatch.setenv("POINTS_TILL_PROXY_USER", "shop")
        return made

    def test_with_its_login(self, data: Path, proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """Proxy and certificate are told, and every call goes through it."""
        monkeypatch.setenv(PROXY_PASSWORD, SECRETS[1])
        checks = checks_at(data, self.URL)
        assert checks["service"]["ok"]
        assert checks["proxy"]["details"] == {"address": proxy.url, "source": "setting", "login": True, "status": None}
        assert checks["address"]["details"]["proxy_addresses"] == ["127.0.0.1"]
        assert checks["tls"]["ok"]

    def test_with_a_wrong_login(self, data: Path, proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """407 is the proxy's, and the code says that it is about the login."""
        monkeypatch.setenv(PROXY_PASSWORD, "wrong")
        checks = checks_at(data, self.URL)
        assert checks["proxy"]["code"] == checks["service"]["code"] == "PT-PROXY-LOGIN"
        assert checks["proxy"]["details"]["status"] == 407
        assert proxy.url in checks["proxy"]["text"]

    @pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "http://no-such-host.invalid:3128"])
    def test_that_is_not_there(self, data: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
        """It is the proxy that is missing, not the service."""
        monkeypatch.setenv("POINTS_TILL_PROXY", address.format(port=refused_port()))
        checks = checks_at(data, self.URL)
        assert checks["proxy"]["code"] == checks["service"]["code"] == "PT-PROXY"
        assert checks["connection"]["because"] == checks["service"]["because"] == "proxy"
        assert any(why in checks["proxy"]["text"] for why in ("Connection refused", "not known", "No address"))

    @pytest.mark.usefixtures("proxy")
    def test_without_a_stored_password(self, data: Path) -> None:
        """A missing password is told apart from a wrong one."""
        checks = checks_at(data, self.URL)
        assert checks["proxy"]["code"] == checks["service"]["code"] == "PT-PASSWORD-PROXY"

    @pytest.mark.usefixtures("proxy")
    def test_without_a_keyring(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The variable to set is the proxy's. The till's own password must not get the proxy's value."""

        def fail(*_: object) -> str:
            raise SecretUnavailable(Secrets.NO_STORE)

        monkeypatch.setattr(ProxyPassword, "get", fail)
        checks = checks_at(data, self.URL)
        assert "set POINTS_TILL_PROXY_PASSWORD" in checks["proxy"]["text"]
        assert "POINTS_TILL_PASSWORD" not in checks["proxy"]["text"]

    def test_with_the_password_of_the_keyring(self, data: Path, proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """`password set --proxy` keeps it, for this name and this proxy."""
        import io

        monkeypatch.setattr("sys.stdin", io.StringIO(SECRETS[1]))
        code, printed = run(data, "password", "set", "--proxy")
        assert code is ExitCode.DONE
        assert (proxy.url in printed, SECRETS[1] in printed) == (True, False)
        assert checks_at(data, self.URL)["service"]["ok"]


def test_nothing_is_wrong_with_the_practice_service(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above can fail: with the right password every check of the service passes."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    report = reported(data, *at(service))
    bad = [one["name"] for one in report["checks"] if not one["ok"]]
    assert set(bad) <= {"printers"}


def test_an_unusable_file_of_certificates_hides_no_refused_connection(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The till stops before it connects. What the doctor then finds out by itself is told as it is."""
    monkeypatch.setenv("POINTS_TILL_CA_FILE", str(data / "none.pem"))
    checks = checks_at(data, f"https://127.0.0.1:{refused_port()}")
    assert checks["tls"]["code"] == "PT-CA-FILE"
    assert not checks["connection"]["ok"]
    assert checks["connection"]["code"] == "PT-CONNECT"
