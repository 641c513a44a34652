"""Describes the service's certificate, and what is wrong with it or with the handshake."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.failures import Unsent

if TYPE_CHECKING:
    from desktop.api.inspection import Certificate, Inspection


def problem_of(why: Unsent, seen: Inspection, ca_file: str) -> str:  # noqa: PLR0911 - one for each reason
    """Says what is wrong with a certificate or a handshake."""
    certificate = seen.certificate
    match why:
        case Unsent.CA_FILE:
            return f"the file of the setting ca_file cannot be used: {ca_file}"
        case Unsent.TLS_VERSION:
            return f"the service offers only {seen.tls_version or 'versions older than TLS 1.2'}; 1.2 is needed"
        case Unsent.CERTIFICATE_EXPIRED if certificate is not None:
            return f"the certificate expired on {certificate.not_after:%Y-%m-%d %H:%M} UTC; {_check_clock()}"
        case Unsent.CERTIFICATE_NOT_YET_VALID if certificate is not None:
            return f"the certificate is valid only from {certificate.not_before:%Y-%m-%d %H:%M} UTC; {_check_clock()}"
        case Unsent.CERTIFICATE_NAME if certificate is not None:
            return f"the certificate is for {', '.join(certificate.names) or 'no name'}, not for {seen.host}"
        case Unsent.CERTIFICATE_UNTRUSTED if certificate is not None and certificate.issuer == certificate.subject:
            return "the certificate has signed itself, and this computer does not trust it"
        case Unsent.CERTIFICATE_UNTRUSTED if certificate is not None:
            return f"this computer does not trust the issuer: {certificate.issuer}"
        case Unsent.CONNECT_TIMEOUT:
            return "the connection is accepted, but no TLS handshake comes: a wrong port, or a firewall"
        case Unsent.CERTIFICATE:
            return "the certificate cannot be accepted"
        case _:
            return f"no safe connection: {seen.tls_problem or 'the handshake was cut'}"


def _check_clock() -> str:
    """Says what this till's clock says. Without a connection, no other clock can be compared with it."""
    return f"check this till’s clock, which says {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"


def as_json(certificate: Certificate | None) -> dict[str, object] | None:
    """Returns a certificate as JSON can have it."""
    if certificate is None:
        return None
    return {
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "names": list(certificate.names),
        "not_before": certificate.not_before.isoformat(),
        "not_after": certificate.not_after.isoformat(),
    }


def lines_of(certificate: Certificate | None) -> tuple[str, ...]:
    """Describes a certificate for people."""
    if certificate is None:
        return ()
    return (
        f"certificate of {certificate.subject or ', '.join(certificate.names)}",
        f"issued by {certificate.issuer}",
        f"valid from {certificate.not_before:%Y-%m-%d} to {certificate.not_after:%Y-%m-%d}",
    )
