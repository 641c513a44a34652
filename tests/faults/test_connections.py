"""Tests failing connections: name look-ups, refused connections, and TLS with invalid certificates."""

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
from tests.faults.faults import POSITIONS, REDEEM, End, cut_answer, cut_request
from tests.faults.harness import draft
from tests.faults.proxy import HOST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

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


def assert_pressed_again(harness: Harness, reference: str) -> None:
    """The same redemption, with the way open: the same reference, and it happens."""
    with harness.till() as till:
        again = harness.redeem(till, BILL)
        assert (again.reference, again.state) == (reference, State.REDEEMED)
    assert harness.disagreements() == {}


@tls
@pytest.mark.parametrize(
    ("wrong", "code"),
    [("name", "NAME"), ("authority", "UNTRUSTED"), ("expired", "EXPIRED"), ("not yet", "NOT-YET-VALID")],
)
def test_an_invalid_certificate(
    make_harness: MakeHarness, authority: trustme.CA, context: ssl.SSLContext, wrong: str, code: str
) -> None:
    """Nothing is sent, and the till says why. The same redemption succeeds once the certificate is valid."""
    now = dt.datetime.now(dt.UTC)
    bad = {
        "name": lambda: authority.issue_cert("elsewhere.example"),
        "authority": lambda: trustme.CA().issue_cert(HOST),
        "expired": lambda: authority.issue_cert(HOST, not_after=now - dt.timedelta(days=1)),
        "not yet": lambda: authority.issue_cert(HOST, not_before=now + dt.timedelta(days=1)),
    }
    bad[wrong]().configure_cert(context)
    harness = make_harness(context=context)
    with harness.till() as till:
        attempt = harness.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, f"PT-CERTIFICATE-{code}")
        assert (harness.proxy.seen, harness.service.ledger()) == ((), ())
        authority.issue_cert(HOST).configure_cert(context)
    assert_pressed_again(harness, attempt.reference)


@tls
@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_a_cut_within_tls_is_settled(
    make_harness: MakeHarness, authority: trustme.CA, context: ssl.SSLContext, end: End
) -> None:
    """A cut within an encrypted message leaves the outcome unknown too."""
    authority.issue_cert(HOST).configure_cert(context)
    harness = make_harness(context=context)
    with harness.till() as till:
        for name in ("before", "in-the-head", "in-the-body", "one-byte-before-the-end"):
            for cut in (cut_request, cut_answer):
                harness.proxy.plan(cut(POSITIONS[name], end))
                attempt = harness.redeem(till, draft(f"{cut.__name__} {name}"))
                assert (attempt.state, harness.moved(attempt)) == (State.UNKNOWN, int(cut is cut_answer))
                till.watch(attempt)
        till.settle()
        assert len(till.counter.journal.in_states(State.REDEEMED)) == 4
    assert harness.disagreements() == {}


@tls
def test_a_handshake_that_never_ends(harness: Harness, silent: int) -> None:
    """Nothing is sent before the server has shown its certificate."""
    settings = replace(harness.settings, server=f"https://{HOST}:{silent}", connect_timeout=0.2)
    with harness.till(settings=settings) as till:
        attempt = harness.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, "PT-CONNECT-TIMEOUT")
    assert_pressed_again(harness, attempt.reference)


def test_a_service_that_never_accepts_the_connection(harness: Harness, silent: int) -> None:
    """The kernel accepts the bytes for a server that does not. It may read them later, so the outcome is unknown."""
    settings = replace(harness.settings, server=f"http://{HOST}:{silent}", read_timeout=0.3)
    with harness.till(settings=settings) as till:
        attempt = harness.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "PT-TIMEOUT")
    with harness.till() as till:
        till.settle()
        assert till.stored(attempt).state is State.NOT_APPLIED
    assert_pressed_again(harness, attempt.reference)


def test_a_name_that_does_not_exist(harness: Harness) -> None:
    """No name server knows a name that ends with `.invalid` (RFC 6761), so nothing is sent."""
    with harness.till(settings=replace(harness.settings, server="https://loyalty.invalid")) as till:
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.NOT_SENT
        # Without a network, the name server never answers.
        assert attempt.trace.code in {"PT-NAME", "PT-CONNECT-TIMEOUT"}
    assert_pressed_again(harness, attempt.reference)


def test_a_name_server_that_fails(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the till's own network is down, the name cannot be found, and nothing is sent."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with harness.till(settings=replace(harness.settings, server="https://loyalty.example")) as till:
        with monkeypatch.context() as patch:
            patch.setattr("socket.getaddrinfo", fail)
            attempt = harness.redeem(till, BILL)
        assert (attempt.state, attempt.trace.code) == (State.NOT_SENT, "PT-NAME")
    assert_pressed_again(harness, attempt.reference)


def test_a_service_that_is_down(harness: Harness) -> None:
    """A refused connection sends nothing, however often the cashier presses. All tries have one reference."""
    harness.proxy.go_offline()
    with harness.till() as till:
        tries = [harness.redeem(till, BILL) for _ in range(3)]
        assert {one.state for one in tries} == {State.NOT_SENT}
        assert {one.reference for one in tries} == {tries[0].reference}
        harness.proxy.go_online()
    assert_pressed_again(harness, tries[0].reference)
    assert [seen.path for seen in harness.proxy.seen] == [REDEEM]


def test_a_service_that_goes_down_before_the_outcome_is_known(harness: Harness) -> None:
    """While the service is down, the outcome stays unknown. Settling goes on when it is back."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, BILL)
        till.watch(attempt)
        harness.proxy.drop_connections()
        harness.proxy.go_offline()
        for _ in range(5):
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        harness.proxy.go_online()
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}
