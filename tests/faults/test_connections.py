"""Takes the way to the service away: names, refused connections, and real TLS with certificates that must not pass."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import trustme

from desktop.domain.redemption import State
from tests.faults.faults import REDEEM, SPOTS, End, cut_answer, cut_request
from tests.faults.proxy import HOST
from tests.faults.shop import draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop

BILL = draft("B-1")

tls = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the machine's store cannot be replaced by an environment variable"
)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """The company's own authority, which this machine trusts."""
    made = trustme.CA()
    path = tmp_path / "machine.pem"
    made.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return made


@pytest.fixture
def context() -> ssl.SSLContext:
    """What the service speaks TLS with; a certificate can be put in at any time, for the connections that follow."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)


@pytest.fixture
def silent() -> Iterator[int]:
    """A port on which connections are taken, and not a word is said."""
    with socket.create_server((HOST, 0)) as listener:
        yield listener.getsockname()[1]


def assert_pressed_again(shop: Shop, reference: str) -> None:
    """The same redemption, with the way open: the same reference, and it happens."""
    with shop.till() as till:
        again = shop.redeem(till, BILL)
        assert (again.reference, again.state) == (reference, State.REDEEMED)
    assert shop.disagreements() == {}


@tls
@pytest.mark.parametrize("wrong", ["name", "authority", "expired", "not yet"])
def test_a_certificate_that_must_not_pass(
    make_shop: MakeShop, authority: trustme.CA, context: ssl.SSLContext, wrong: str
) -> None:
    """Nothing leaves the till, it says why, and the same redemption goes through once the certificate is right."""
    now = dt.datetime.now(dt.UTC)
    bad = {
        "name": lambda: authority.issue_cert("elsewhere.example"),
        "authority": lambda: trustme.CA().issue_cert(HOST),
        "expired": lambda: authority.issue_cert(HOST, not_after=now - dt.timedelta(days=1)),
        "not yet": lambda: authority.issue_cert(HOST, not_before=now + dt.timedelta(days=1)),
    }
    bad[wrong]().configure_cert(context)
    shop = make_shop(context=context)
    with shop.till() as till:
        attempt = shop.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, "PT-CERTIFICATE")
        assert (shop.proxy.seen, shop.service.ledger()) == ((), ())
        authority.issue_cert(HOST).configure_cert(context)
    assert_pressed_again(shop, attempt.reference)


@tls
@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_a_cut_within_tls_is_settled(
    make_shop: MakeShop, authority: trustme.CA, context: ssl.SSLContext, end: End
) -> None:
    """What goes through is ciphertext, and a cut leaves the outcome as unknown as anywhere else."""
    authority.issue_cert(HOST).configure_cert(context)
    shop = make_shop(context=context)
    with shop.till() as till:
        for name in ("before", "in-the-head", "in-the-body", "one-byte-before-the-end"):
            for cut in (cut_request, cut_answer):
                shop.proxy.plan(cut(SPOTS[name], end))
                attempt = shop.redeem(till, draft(f"{cut.__name__} {name}"))
                assert (attempt.state, shop.moved(attempt)) == (State.UNKNOWN, int(cut is cut_answer))
                till.watch(attempt)
        till.settle()
        assert len(till.counter.journal.in_states(State.REDEEMED)) == 4
    assert shop.disagreements() == {}


@tls
def test_a_handshake_that_never_ends(make_shop: MakeShop, silent: int) -> None:
    """Nothing is sent before the other side has shown who it is."""
    shop = make_shop(connect_timeout=0.2)
    with shop.till(settings=replace(shop.settings, server=f"https://{HOST}:{silent}")) as till:
        attempt = shop.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, "PT-CONNECT-TIMEOUT")
    assert_pressed_again(shop, attempt.reference)


def test_a_service_that_takes_the_request_and_never_a_connection(make_shop: MakeShop, silent: int) -> None:
    """The system takes bytes for a program that does not: they may be read any time, so the outcome is unknown."""
    shop = make_shop(read_timeout=0.3)
    with shop.till(settings=replace(shop.settings, server=f"http://{HOST}:{silent}")) as till:
        attempt = shop.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "PT-TIMEOUT")
    with shop.till() as till:
        till.settle()
        assert till.now_of(attempt).state is State.NOT_APPLIED
    assert_pressed_again(shop, attempt.reference)


def test_a_name_that_is_nobodys(make_shop: MakeShop) -> None:
    """RFC 6761 keeps `.invalid` free: no name server knows it, and nothing leaves."""
    shop = make_shop(connect_timeout=2.0)
    with shop.till(settings=replace(shop.settings, server="https://loyalty.invalid")) as till:
        attempt = shop.redeem(till, BILL)
        assert attempt.state is State.NOT_SENT
        # A machine without any network asks a name server that never answers.
        assert attempt.trace.code in {"PT-NAME", "PT-CONNECT-TIMEOUT"}
    assert_pressed_again(shop, attempt.reference)


def test_a_name_server_that_fails(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The till's own network is down: the name cannot be found, and nothing leaves."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with shop.till(settings=replace(shop.settings, server="https://loyalty.example")) as till:
        with monkeypatch.context() as patch:
            patch.setattr("socket.getaddrinfo", fail)
            attempt = shop.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, "PT-NAME")
    assert_pressed_again(shop, attempt.reference)


def test_a_service_that_is_down(shop: Shop) -> None:
    """A refused connection sent nothing, as often as the cashier presses; one reference serves all the tries."""
    shop.proxy.go_offline()
    with shop.till() as till:
        tries = [shop.redeem(till, BILL) for _ in range(3)]
        assert {one.state for one in tries} == {State.NOT_SENT}
        assert {one.reference for one in tries} == {tries[0].reference}
        shop.proxy.go_online()
    assert_pressed_again(shop, tries[0].reference)
    assert [seen.path for seen in shop.proxy.seen] == [REDEEM]


def test_a_service_that_goes_down_before_it_is_known(shop: Shop) -> None:
    """While nobody answers, unknown stays unknown; settling goes on when the service is back."""
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, BILL)
        till.watch(attempt)
        shop.proxy.drop_connections()
        shop.proxy.go_offline()
        for _ in range(5):
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        shop.proxy.go_online()
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}
