"""Decides what an error of the HTTP library proves: that nothing of a request left, or that its answer is lost."""

from __future__ import annotations

import http.client
import logging
import re
import socket
import ssl
from typing import TYPE_CHECKING

import urllib3.exceptions as urllib3_errors
from urllib3.util.ssl_match_hostname import CertificateError

from desktop.api.connections import GateClosedError, ProxyLoginError
from desktop.domain.failures import Failure, Lost, NotSent, Unanswered, Unsent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.api.connections import SendGate

_log = logging.getLogger(__name__)


def failure(error: Exception, gate: SendGate) -> Failure:
    """Returns what an error means for a call. The gate proves whether a byte left. The error only says why.

    Only the names of errors are logged, because their texts carry addresses, and with them members' numbers.
    """
    if not gate.sent:
        why = _unsent(error, connected=gate.connected)
        _log.info("not sent: %s (%s)", why.value, type(error).__name__)
        return NotSent(why)
    what = lost(error)
    _log.warning("the answer was lost: %s (%s)", what.value, type(error).__name__)
    return Unanswered(what)


def _unsent(error: Exception, *, connected: bool) -> Unsent:
    """Returns why nothing left, by the errors behind an error.

    The certificate comes first: it must never be retried.
    """
    errors = tuple(_behind(error))

    def any_of(*kinds: type[BaseException]) -> bool:
        return any(isinstance(one, kinds) for one in errors)

    if any_of(ssl.SSLCertVerificationError, CertificateError):
        return _wrong_certificate(errors)
    if any_of(urllib3_errors.ProxyError):
        return Unsent.PROXY_LOGIN if any_of(ProxyLoginError) else Unsent.PROXY
    if any_of(socket.gaierror, urllib3_errors.NameResolutionError, urllib3_errors.LocationValueError, UnicodeError):
        return Unsent.NAME
    # urllib3 2 counts a refused connection among the timeouts too. Only the system's own error tells.
    if any_of(TimeoutError, urllib3_errors.ReadTimeoutError, GateClosedError):
        return Unsent.CONNECT_TIMEOUT
    if any_of(ssl.SSLError) or (connected and any_of(OSError)):
        # Only OpenSSL's own errors have a reason. On macOS truststore raises others.
        is_old = any(getattr(one, "reason", "") in _OLD_VERSION for one in errors if isinstance(one, ssl.SSLError))
        return Unsent.TLS_VERSION if is_old else Unsent.TLS
    return Unsent.CONNECT


def _wrong_certificate(errors: tuple[BaseException, ...]) -> Unsent:
    """Returns what is wrong with a certificate, by OpenSSL's codes and those that truststore passes on."""
    if any(isinstance(one, CertificateError) for one in errors):
        return Unsent.CERTIFICATE_NAME
    for one in errors:
        if isinstance(one, ssl.SSLCertVerificationError):
            return _CERTIFICATE_CODES.get(getattr(one, "verify_code", 0), Unsent.CERTIFICATE)
    return Unsent.CERTIFICATE


_OLD_VERSION = frozenset({"TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL"})
"""OpenSSL's reasons if the two sides have no version of TLS in common."""

_CERTIFICATE_CODES = {
    # OpenSSL: X509_V_ERR_CERT_NOT_YET_VALID and _HAS_EXPIRED, _HOSTNAME_MISMATCH and _IP_ADDRESS_MISMATCH, and the
    # errors of a chain that does not end at a trusted certificate.
    9: Unsent.CERTIFICATE_NOT_YET_VALID,
    10: Unsent.CERTIFICATE_EXPIRED,
    62: Unsent.CERTIFICATE_NAME,
    64: Unsent.CERTIFICATE_NAME,
    2: Unsent.CERTIFICATE_UNTRUSTED,
    18: Unsent.CERTIFICATE_UNTRUSTED,
    19: Unsent.CERTIFICATE_UNTRUSTED,
    20: Unsent.CERTIFICATE_UNTRUSTED,
    21: Unsent.CERTIFICATE_UNTRUSTED,
    # Windows (winerror.h): CERT_E_EXPIRED, which also means: not valid yet; CERT_E_CN_NO_MATCH, CERT_E_UNTRUSTEDROOT.
    0x800B0101: Unsent.CERTIFICATE_EXPIRED,
    0x800B010F: Unsent.CERTIFICATE_NAME,
    0x800B0109: Unsent.CERTIFICATE_UNTRUSTED,
    # macOS (SecBase.h): errSecCertificateExpired, errSecCertificateNotValidYet, errSecHostNameMismatch,
    # errSecNotTrusted.
    -67818: Unsent.CERTIFICATE_EXPIRED,
    -67819: Unsent.CERTIFICATE_NOT_YET_VALID,
    -67602: Unsent.CERTIFICATE_NAME,
    -67843: Unsent.CERTIFICATE_UNTRUSTED,
}


def lost(error: Exception) -> Lost:
    """Returns why there is no answer, after a byte of the request may have left."""
    errors = tuple(_behind(error))
    if any(isinstance(one, TimeoutError | urllib3_errors.ReadTimeoutError | GateClosedError) for one in errors):
        return Lost.TIMEOUT
    if any(isinstance(one, ConnectionError | ssl.SSLError | http.client.IncompleteRead) for one in errors):
        return Lost.CUT
    if any(isinstance(one, urllib3_errors.DecodeError | http.client.HTTPException) for one in errors):
        return Lost.UNREADABLE
    return Lost.CUT


_WRAPPING_ATTRIBUTES = re.compile(r"reason|original_error")


def _behind(error: BaseException) -> Iterator[BaseException]:
    """Yields an error and all that it wraps, in any of the ways in which urllib3 wraps errors."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, *one.args]
        waiting += [value for name, value in vars(one).items() if _WRAPPING_ATTRIBUTES.fullmatch(name)]
