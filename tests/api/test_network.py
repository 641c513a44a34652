"""Tests the way to the service: proxies with and without a login, and additional certificate authorities."""

from __future__ import annotations

import base64
import logging
import re
import ssl
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trustme
import truststore

from desktop.api.access import BasicAccess, md5_hex
from desktop.api.exchange import Request
from desktop.api.inspection import inspect
from desktop.api.network import Network, Proxy, ProxySource, proxy_for
from desktop.api.transport import Transport
from desktop.domain.failures import Lost, NotSent, Secrets, SecretUnavailable, Unanswered, Unsent
from desktop.domain.settings import Settings
from tests.api import proxies
from tests.api.calls import Call, refused_port
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.api.servers import MakeServer, Server

    MakeTransport = Callable[..., Transport]

POST = Request("POST", "/v1.1/points/redeem", (), b"{}")
SERVICE = "https://loyalty.example"
SECRET = "hush:hush-é"
VARIABLES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*VARIABLES, "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "company.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def service(authority: trustme.CA, make_server: MakeServer) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("loyalty.example", "127.0.0.1").configure_cert(context)
    return make_server(answering(reply(b'{"a": 1}')), context)


def _transport(url: str, network: Network, connect_timeout: float) -> Transport:
    access = BasicAccess("till", "pw")
    return Transport(url, access, connect_timeout=connect_timeout, call_timeout=10.0, network=network)


@pytest.fixture
def make() -> Iterator[MakeTransport]:
    made: list[Transport] = []

    def transport(network: Network, url: str = SERVICE, *, connect_timeout: float = 5.0) -> Transport:
        made.append(_transport(url, network, connect_timeout))
        return made[-1]

    yield transport
    for one in made:
        one.close()


def why_not(transport: Transport) -> Unsent:
    """Makes a call that must not leave, and returns why it did not."""
    with pytest.raises(NotSent) as caught:
        transport.call(POST)
    return caught.value.why


def test_the_setting_is_used_for_every_call(
    service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy of the settings overrides the environment, `NO_PROXY` included; warming up opens the same tunnel."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{refused_port()}")
    monkeypatch.setenv("NO_PROXY", "*")
    proxy = make_server(proxies.tunnel(service))
    transport = make(Network(proxy.url, ca_file=ca_file))
    assert transport.warm_up()
    assert transport.call(POST, moves_points=True).body == b'{"a": 1}'
    assert (proxy.accepted, len(service.requests)) == (1, 1)
    assert proxy.requests[0].startswith(b"CONNECT loyalty.example:443 ")
    assert b"Proxy-Authorization" not in proxy.requests[0]


def test_the_login_goes_to_the_proxy_only(
    service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The service never sees the proxy's login, the proxy never sees the till's, and the log has neither."""
    caplog.set_level(logging.DEBUG)
    proxy = make_server(proxies.tunnel(service, f"shop:{SECRET}"))
    network = Network(proxy.url, ("shop", SECRET), ca_file)
    assert make(network).call(POST).status == 200
    assert b"Proxy-Authorization" not in service.requests[0]
    assert b"\r\nAuthorization" not in proxy.requests[0]
    for text in (caplog.text, repr(network)):
        assert SECRET not in text


@pytest.mark.parametrize("login", [None, ("shop", "wrong")])
def test_a_proxy_that_wants_another_login(
    service: Server,
    make_server: MakeServer,
    make: MakeTransport,
    login: tuple[str, str] | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """407 has a reason of its own, and nothing reaches the service."""
    caplog.set_level(logging.DEBUG)
    proxy = make_server(proxies.tunnel(service, f"shop:{SECRET}"))
    assert why_not(make(Network(proxy.url, login))) is Unsent.PROXY_LOGIN
    assert service.accepted == 0
    assert "wrong" not in caplog.text


def test_a_proxy_that_refuses_the_login_as_a_service_would(make_server: MakeServer, make: MakeTransport) -> None:
    """The proxy tinyproxy answers 401 to a wrong password, and 407 only to none."""
    proxy = make_server(proxies.refusing("401 Unauthorized"))
    assert why_not(make(Network(proxy.url, ("shop", "wrong")))) is Unsent.PROXY_LOGIN


def test_no_login_without_a_password() -> None:
    """An empty password would be a wrong one, and some of those lock an account."""
    settings = Settings(proxy="http://proxy.example:3128", proxy_user="shop")
    assert Network.of(settings, "").proxy_login is None
    assert Network.of(settings, SECRET).proxy_login == ("shop", SECRET)


@pytest.mark.parametrize("status", ["403 Forbidden", "503 Service Unavailable", "302 Found"])
def test_a_proxy_that_opens_no_tunnel(make_server: MakeServer, make: MakeTransport, status: str) -> None:
    """Any other refusal of the proxy is the proxy's, not the service's."""
    assert why_not(make(Network(make_server(proxies.refusing(status)).url))) is Unsent.PROXY


def test_a_proxy_that_hangs(make_server: MakeServer, make: MakeTransport) -> None:
    """The deadline holds, and nothing has left."""
    proxy = make_server(proxies.hanging)
    assert why_not(make(Network(proxy.url), connect_timeout=0.3)) is Unsent.PROXY


def test_a_proxy_that_is_not_there(make: MakeTransport) -> None:
    """A dead proxy is told apart from a dead service."""
    assert why_not(make(Network(f"http://127.0.0.1:{refused_port()}"))) is Unsent.PROXY


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "http://no-such-host.invalid:3128"])
def test_warming_up_through_a_proxy_that_is_not_there(make: MakeTransport, address: str) -> None:
    """Opening the connection in advance fails for the same reason as a call."""
    transport = make(Network(address.format(port=refused_port())))
    with pytest.raises(NotSent) as caught:
        transport.open_connection()
    assert caught.value.why is why_not(transport) is Unsent.PROXY


def test_no_proxy_at_all(service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """`direct` ignores the environment, and so does a service on this machine."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert proxy_for(SERVICE, "direct") == Proxy(source=ProxySource.SETTING)
    assert proxy_for(service.url, "http://proxy.example:3128") == Proxy(source=ProxySource.LOOPBACK)


def test_the_environment_decides_without_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """`HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` do what they do for other programs; `HTTP_PROXY` does nothing."""
    assert proxy_for(SERVICE, "") == Proxy()
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:1")
    assert proxy_for(SERVICE, "").address == ""
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:2")
    assert proxy_for(SERVICE, "") == Proxy("http://proxy.example:2", ProxySource.ENVIRONMENT)
    monkeypatch.setenv("HTTPS_PROXY", "http://shop:hush@proxy.example:3")
    found = proxy_for(SERVICE, "")
    assert (found.source, found.shown) == (ProxySource.ENVIRONMENT, "http://proxy.example:3")
    assert "hush" not in repr(found)
    monkeypatch.setenv("NO_PROXY", ".example")
    assert proxy_for(SERVICE, "") == Proxy(source=ProxySource.NO_PROXY)


@pytest.mark.parametrize("password", ["hush", "hu/sh", "hu?sh", "hu#sh", "hu@sh", "hu:sh", "hu[sh", "h sh"])
@pytest.mark.parametrize("scheme", ["http://", ""])
def test_no_password_of_a_proxy_is_shown(monkeypatch: pytest.MonkeyPatch, password: str, scheme: str) -> None:
    """Also if it has characters that should have been quoted, so that the address cannot be read."""
    monkeypatch.setenv("HTTPS_PROXY", f"{scheme}shop:{password}@proxy.example:3128")
    assert proxy_for(SERVICE, "").shown.endswith("://proxy.example:3128")
    assert "sh" not in proxy_for(SERVICE, "").shown


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://proxy.example:3128", ""),
        ("http://proxy.example:80800", "the proxy's address cannot be read"),
        ("ftp://proxy.example:21", "the proxy's address cannot be read"),
        ("socks5://proxy.example:1080", "SOCKS proxies are not supported, only HTTP proxies"),
        ("socks4a://shop:hush@proxy.example", "SOCKS proxies are not supported, only HTTP proxies"),
        ("http://shop:[hush@proxy.example:3128", "the proxy's address cannot be read"),
        ("SOCKS5H://proxy.example:1080", "SOCKS proxies are not supported, only HTTP proxies"),
    ],
)
def test_a_proxy_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, address: str, problem: str) -> None:
    """The reason tells a SOCKS proxy from a slip in the address."""
    monkeypatch.setenv("ALL_PROXY", address)
    found = proxy_for(SERVICE, "")
    assert (found.source, found.problem) == (ProxySource.ENVIRONMENT, problem)


@pytest.mark.skipif(sys.platform == "win32", reason="the names of Windows' variables have no capitals of their own")
def test_an_empty_variable_takes_the_proxy_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """No exception has decided then: there is no proxy."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:1")
    monkeypatch.setenv("https_proxy", "")
    assert proxy_for(SERVICE, "") == Proxy(source=ProxySource.NONE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' exceptions are read otherwise; they have a test below")
@pytest.mark.parametrize("is_excepted", [True, False])
def test_the_exceptions_of_the_system(monkeypatch: pytest.MonkeyPatch, is_excepted: bool) -> None:
    """`doctor` tells them apart from a system that has no proxy."""
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http://proxy.example:1"})
    monkeypatch.setattr("urllib.request.proxy_bypass", lambda _: is_excepted)
    found = Proxy(source=ProxySource.NO_PROXY) if is_excepted else Proxy("http://proxy.example:1", ProxySource.SYSTEM)
    assert proxy_for(SERVICE, "") == found


@pytest.mark.parametrize(
    ("excepted", "url", "is_direct"),
    [
        ("10.0.0.0/8", "https://10.1.2.3", True),
        ("10.0.0.0/8", "https://11.1.2.3", False),
        ("192.0.2.9, 2001:db8::/32", "https://[2001:db8::1]:8443", True),
        ("2001:db8::1", "https://[2001:db8::1]", True),
        ("10.0.0.0/99,nonsense/,/", SERVICE, False),
        ("example", SERVICE, True),
        ("ample", SERVICE, False),
        (" Loyalty.Example ", SERVICE, True),
        ("loyalty.example:8443", "https://loyalty.example:8443", True),
        ("loyalty.example:8443", SERVICE, False),
        ("*", SERVICE, True),
        ("", SERVICE, False),
    ],
)
def test_what_needs_no_proxy(monkeypatch: pytest.MonkeyPatch, excepted: str, url: str, is_direct: bool) -> None:
    """`NO_PROXY` names hosts, the ends of names, ports and networks, as for other programs."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", excepted)
    assert proxy_for(url, "").source is (ProxySource.NO_PROXY if is_direct else ProxySource.ENVIRONMENT)


@pytest.mark.skipif(sys.platform != "win32", reason="these settings are Windows' own")
@pytest.mark.parametrize(
    ("excepted", "url", "is_direct"),
    [
        ("*.example", SERVICE, True),
        ("10.*;<local>", "https://loyalty", True),
        ("10.*;<local>", "https://10.1.2.3", True),
        ("10.*; Loyalty.Example", SERVICE, True),
        ("<local>", SERVICE, False),
        ("loyal", SERVICE, False),
        ("", SERVICE, False),
        (None, SERVICE, False),
    ],
)
def test_what_needs_no_proxy_by_the_settings_of_windows(excepted: str | None, url: str, is_direct: bool) -> None:
    """Windows' list of exceptions counts, without looking a name up."""
    with proxies.windows_settings("proxy.example:3128", excepted):
        assert proxy_for(url, "").source is (ProxySource.NO_PROXY if is_direct else ProxySource.SYSTEM)


def test_a_way_that_changes(
    service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the environment or the system has another proxy, the next call takes it."""
    first, second = (make_server(proxies.tunnel(service)) for _ in range(2))
    transport = make(Network(ca_file=ca_file))
    for proxy in (first, second, first):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert transport.call(POST).status == 200
    assert (first.accepted, second.accepted) == (2, 1)


def test_an_international_name(service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str) -> None:
    """It is sent as names are written on the wire."""
    proxy = make_server(proxies.tunnel(service))
    assert why_not(make(Network(proxy.url, ca_file=ca_file), "https://bücher.example")) is Unsent.CERTIFICATE_NAME
    assert proxy.requests[0].startswith(b"CONNECT xn--bcher-kva.example:443 ")


def test_a_variable_without_a_scheme(
    service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calls use it as other programs do, and `doctor` looks at the same proxy."""
    proxy = make_server(proxies.tunnel(service))
    for address in (f"127.0.0.1:{proxy.port}", f"//127.0.0.1:{proxy.port}"):
        monkeypatch.setenv("HTTPS_PROXY", address)
        assert make(Network(ca_file=ca_file)).call(POST).status == 200
        seen = inspect(SERVICE, Network(ca_file=ca_file), timeout=5)
        assert (seen.connected_to, seen.proxy.shown) == ("127.0.0.1", proxy.url)


@pytest.mark.parametrize(
    "address",
    [
        "http://shop:hush@proxy.example:80800", "http://shop:hush@[::1", "http://shop:hush@proxy example:8080",
        "http://shop:hush@proxy.example:port", "ftp://shop:hush@proxy.example:21", "http://", "[",
    ],
)  # fmt: skip
def test_a_variable_that_cannot_be_read(make: MakeTransport, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """The proxy is at fault, not the name of the service."""
    monkeypatch.setenv("HTTPS_PROXY", address)
    assert why_not(make(Network())) is Unsent.PROXY
    seen = inspect(SERVICE, Network(), timeout=5)
    assert (seen.connect_problem, seen.name_problem) == ("the proxy's address cannot be read", "")
    assert "hush" not in seen.proxy.shown


def test_a_login_in_the_variable(
    service: Server, make_server: MakeServer, make: MakeTransport, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The login that an address of the environment carries is sent to that proxy."""
    proxy = make_server(proxies.tunnel(service, "shop:hush"))
    monkeypatch.setenv("HTTPS_PROXY", f"http://shop:hush@127.0.0.1:{proxy.port}")
    assert make(Network(ca_file=ca_file)).call(POST).status == 200


def test_additional_authorities_are_trusted(service: Server, make: MakeTransport, ca_file: str) -> None:
    """The file adds to what the machine trusts; without it the same certificate is refused."""
    assert make(Network(ca_file=ca_file), service.url).call(POST).status == 200
    assert why_not(make(Network(), service.url)) is Unsent.CERTIFICATE_UNTRUSTED


def test_the_file_takes_nothing_away(
    service: Server, make: MakeTransport, ca_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the machine trusts stays trusted beside the file."""
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    assert make(Network(ca_file=str(other)), service.url).call(POST).status == 200


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\x00\xff"])
def test_a_file_that_cannot_be_used(
    service: Server, make: MakeTransport, tmp_path: Path, content: bytes | None
) -> None:
    """The till does not go on without the file: nothing is sent, and the reason is the file."""
    path = tmp_path / "company.pem"
    if content is not None:
        path.write_bytes(content)
    transport = make(Network(ca_file=str(path)), service.url)
    assert why_not(transport) is Unsent.CA_FILE
    assert not transport.warm_up()
    assert service.accepted == 0


def test_a_file_that_was_replaced_counts_from_the_next_call(
    service: Server, make: MakeTransport, ca_file: str, tmp_path: Path
) -> None:
    """When a company changes its authority, its tills need not be started again."""
    path = tmp_path / "replaced.pem"
    trustme.CA().cert_pem.write_to_path(str(path))
    transport = make(Network(ca_file=str(path)), service.url)
    assert why_not(transport) is Unsent.CERTIFICATE_UNTRUSTED
    path.write_bytes(Path(ca_file).read_bytes())
    assert transport.call(POST).status == 200
    path.unlink()
    assert transport.call(POST).status == 200


class Drive:
    """A drive with a file of authorities, which hangs until it works again."""

    def __init__(self) -> None:
        self.asked, self.works, self.answered = threading.Event(), threading.Event(), threading.Event()

    def load(self, *_arguments: object, **_options: object) -> None:
        self.asked.set()
        self.works.wait(TIMEOUT)
        self.answered.set()


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    drive = Drive()
    monkeypatch.setattr(truststore.SSLContext, "load_verify_locations", drive.load)
    yield drive
    drive.works.set()


def test_a_file_on_a_drive_that_hangs_is_not_waited_for(
    make_server: MakeServer, make: MakeTransport, drive: Drive
) -> None:
    """Opening has its limit, and the call does not leave later, when the drive works again."""
    service = make_server(answering(reply()))
    transport = make(Network(ca_file="//server/share/company.pem"), service.url, connect_timeout=0.1)
    assert why_not(transport) is Unsent.CONNECT_TIMEOUT
    assert not drive.answered.is_set()
    drive.works.set()
    transport.close()
    assert service.requests == []


@pytest.mark.parametrize("end", [Transport.cancel, Transport.abort])
def test_a_call_can_be_ended_while_the_drive_hangs(
    end: Callable[[Transport], None], make_server: MakeServer, make: MakeTransport, drive: Drive
) -> None:
    """Neither cancelling a call nor closing the window waits for the drive."""
    service = make_server(answering(reply()))
    transport = make(Network(ca_file="//server/share/company.pem"), service.url, connect_timeout=TIMEOUT)
    call = Call(transport)
    assert drive.asked.wait(TIMEOUT)
    end(transport)
    outcome = call.result()
    assert not drive.answered.is_set()
    assert isinstance(outcome, NotSent)
    assert outcome.why is Unsent.STOPPED


def test_other_variables_have_no_effect(
    service: Server, make: MakeTransport, ca_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A netrc does not replace the till's login, and no variable writes the keys of TLS to a file."""
    keys, netrc = tmp_path / "keys", tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{refused_port()}")
    assert make(Network(ca_file=ca_file), service.url).call(POST).status == 200
    assert not keys.exists()
    login = b"till:" + md5_hex("pw").encode()
    assert b"Authorization: Basic " + base64.b64encode(login) in service.requests[0]


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
def test_redirects_are_not_followed(make_server: MakeServer, make: MakeTransport, status: str) -> None:
    """Neither the request nor the password goes to another address."""
    other = make_server(answering(reply()))
    server = make_server(answering(reply(b"", status, f"Location: {other.url}/v1.1/points/redeem\r\n")))
    assert make(Network(), server.url).call(POST).status == int(status[:3])
    assert (len(server.requests), other.accepted) == (1, 0)


def test_the_documentation_has_every_reason() -> None:
    """Store IT finds every code of a connection that cannot be opened, and of no other."""
    page = (Path(__file__).parents[2] / "docs" / "networks.md").read_text(encoding="utf-8")
    codes = {NotSent(why).support for why in Unsent if why is not Unsent.STOPPED}
    others = {SecretUnavailable(Secrets.PROXY).support, Unanswered(Lost.UNREADABLE).support}
    assert set(re.findall(r"^\| `(PT-[A-Z-]+)` \|", page, re.MULTILINE)) == codes | others
