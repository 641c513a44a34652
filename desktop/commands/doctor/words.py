"""Says what is wrong in the words of IT: the catalogue of messages speaks to cashiers, who would call IT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.access import SignIn
from desktop.domain.failures import (
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotSent,
    PaperFailed,
    PaperTrouble,
    Refused,
    Secrets,
    SecretUnavailable,
    SettingsUnusable,
    Throttled,
    Unanswered,
    Unsent,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.failures import Failure

_UNSENT: Mapping[Unsent, str] = {
    Unsent.NAME: "the name has no address",
    Unsent.CONNECT: "the connection was refused",
    Unsent.CONNECT_TIMEOUT: "no one answered in time",
    Unsent.CERTIFICATE: "the certificate cannot be accepted",
    Unsent.CERTIFICATE_EXPIRED: "the certificate has expired",
    Unsent.CERTIFICATE_NOT_YET_VALID: "the certificate is not valid yet",
    Unsent.CERTIFICATE_NAME: "the certificate is for another host",
    Unsent.CERTIFICATE_UNTRUSTED: "this computer does not trust the certificate’s issuer",
    Unsent.TLS: "there was no TLS handshake",
    Unsent.TLS_VERSION: "the service offers only versions of TLS older than 1.2",
    Unsent.CA_FILE: "the file of the setting ca_file cannot be used",
    Unsent.PROXY: "the proxy is not there, or opens no tunnel",
    Unsent.PROXY_LOGIN: "the proxy wants another login",
    Unsent.STOPPED: "it was stopped",
    Unsent.NO_TOKEN: "the service gave no token: try again in a minute, then ask the vendor",
    Unsent.KEY_REFUSED: "the service does not accept the key and secret: points-till oauth set --till NAME",
}

_LOST: Mapping[Lost, str] = {
    Lost.TIMEOUT: "the connection was made, but no answer came in time",
    Lost.CUT: "the connection was cut before the answer was complete",
    Lost.SERVER_ERROR: "the service reports an error of its own",
    Lost.UNREADABLE: "the answer is not one of the service",
    Lost.CONTRADICTORY: "the answer contradicts itself",
    Lost.STRAY: "the answer belongs to another request",
}

_CODES: Mapping[int, str] = {
    401: "the service does not accept the till’s name and password",
    403: "the service knows this till, but does not let it look up members: ask the vendor to allow it",
    404: "there is no loyalty service at this address",
    498: "the service does not accept the till’s token",
}

_SECRETS: Mapping[Secrets, str] = {
    Secrets.MISSING: "none is stored for this till: points-till password set --till NAME",
    Secrets.CLIENT_MISSING: "no key and secret are stored for this till: points-till oauth set --till NAME",
    Secrets.LOCKED: "the keyring is locked, or this login may not read it: sign in to this computer again",
    Secrets.NO_ANSWER: "the keyring does not answer: look for a window that asks to unlock it",
    Secrets.FAILED: "the keyring has a fault of its own: the log names it",
    Secrets.NO_STORE: "the system offers no keyring: start its service, or set POINTS_TILL_PASSWORD",
    Secrets.OTHER_HOST: "one is stored, but for another address: enter it again for this one",
    Secrets.PROXY: "none is stored for this name at this proxy: points-till password set --proxy",
}

_JOURNAL: Mapping[JournalTrouble, str] = {
    JournalTrouble.DAMAGED: "it is damaged: keep the file for support; the window offers to begin a new one",
    JournalTrouble.READ_ONLY: "it cannot be written: check the rights of the file and its folder",
    JournalTrouble.FULL: "the disk is full",
    JournalTrouble.NEWER: "install the newer version of Points Till that made it",
    JournalTrouble.IN_USE: "another program holds it",
    JournalTrouble.OTHER_LOGIN: "the till is open in another login on this computer",
    JournalTrouble.UNAVAILABLE: "it cannot be opened: check the rights of the file and its folder",
}

_PAPER: Mapping[PaperTrouble, str] = {
    PaperTrouble.NO_PRINTER: "there is no such printer",
    PaperTrouble.PRINTER: "the printer reports a fault",
    PaperTrouble.PAPER_OUT: "out of paper",
    PaperTrouble.COVER_OPEN: "the cover is open",
    PaperTrouble.OFFLINE: "offline",
    PaperTrouble.NOT_FOUND: "no printer answers at this address",
    PaperTrouble.ADDRESS: "the address has no such host",
    PaperTrouble.PAUSED: "the queue is paused",
    PaperTrouble.REJECTING: "the queue accepts no jobs",
    PaperTrouble.NO_SPOOLER: "the system’s print service does not run",
}


def reason(failure: Failure, sign_in: SignIn = SignIn.BASIC) -> str:  # noqa: PLR0911 - one for each kind
    """Says why something failed, without its code."""
    match failure:
        case Refused(code=401) if sign_in is SignIn.OAUTH:
            return "the service does not accept the token that it gave for the key: ask the vendor what the key may do"
        case NotSent(why=unsent):
            return _UNSENT[unsent]
        case Refused(code=code, message=message):
            said = f"the service refuses it with {code}{f', “{message}”' if message else ''}"
            return _CODES.get(code, said)
        case Throttled():
            return "too many requests: wait a minute, and see the setting requests_per_minute"
        case Unanswered(why=lost):
            return _LOST.get(lost, lost.value)
        case SecretUnavailable(why=secret):
            return _SECRETS[secret]
        case SettingsUnusable():
            return str(failure)
        case PaperFailed(why=paper):
            return _PAPER.get(paper, paper.value.replace("_", " "))
        case JournalUnusable(why=journal):
            return _JOURNAL[journal]
        case _:
            return type(failure).__name__


def reason_of_proxy(failure: SecretUnavailable) -> str:
    """Says why the password for the proxy is not available."""
    if failure.why is Secrets.NO_STORE:
        return "the system offers no keyring: start its service, or set POINTS_TILL_PROXY_PASSWORD"
    return reason(failure)


def how_long(seconds: float) -> str:
    """Returns a length of time in its two largest units: `1 h 57 min`."""
    whole = round(abs(seconds))
    sizes = {"d": 86_400, "h": 3_600, "min": 60, "s": 1}
    parts = []
    for unit, size in sizes.items():
        count, whole = divmod(whole, size)
        if count:
            parts.append(f"{count} {unit}")
        elif parts:
            break
    return " ".join(parts[:2]) or "0 s"
