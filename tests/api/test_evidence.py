"""Tests what an error of the HTTP library proves, however urllib3 has wrapped it."""

from __future__ import annotations

import http.client
import ssl

import pytest
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import DecodeError, HTTPError, ReadTimeoutError
from urllib3.util.ssl_match_hostname import CertificateError

from desktop.api.connections import GateClosedError, SendGate
from desktop.api.evidence import failure, lost
from desktop.domain.failures import Lost, NotSent, Unsent

POOL = HTTPConnectionPool("127.0.0.1")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (TimeoutError(), Lost.TIMEOUT),
        (ReadTimeoutError(POOL, "/", ""), Lost.TIMEOUT),
        (GateClosedError(), Lost.TIMEOUT),
        (ConnectionResetError(), Lost.CUT),
        (ssl.SSLError(), Lost.CUT),
        (http.client.IncompleteRead(b""), Lost.CUT),
        (ValueError(), Lost.CUT),
        (DecodeError(), Lost.UNREADABLE),
        (http.client.BadStatusLine(""), Lost.UNREADABLE),
    ],
)
def test_why_there_is_no_answer(error: Exception, why: Lost) -> None:
    """The cause decides, not the error around it."""
    assert lost(HTTPError(error)) is why


def old_version() -> ssl.SSLError:
    """Returns the error of a server that has only old versions of TLS."""
    error = ssl.SSLError()
    error.reason = "UNSUPPORTED_PROTOCOL"
    return error


@pytest.mark.parametrize(
    ("error", "connected", "why"),
    [
        (TimeoutError(), True, Unsent.CONNECT_TIMEOUT),
        (OSError(), False, Unsent.CONNECT),
        (OSError(), True, Unsent.TLS),
        (ssl.SSLError(), False, Unsent.TLS),
        (old_version(), False, Unsent.TLS_VERSION),
        (CertificateError(), False, Unsent.CERTIFICATE_NAME),
        (ssl.SSLCertVerificationError(), False, Unsent.CERTIFICATE),
    ],
)
def test_why_nothing_left(error: Exception, connected: bool, why: Unsent) -> None:
    """Before a server has answered the connection, only TLS's own errors are about TLS."""
    gate = SendGate(deadline=1.0, idle_limit=1.0)
    gate.connected = connected
    found = failure(HTTPError(error), gate)
    assert isinstance(found, NotSent)
    assert found.why is why
