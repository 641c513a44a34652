"""Puts the result of a connection test into words: what works, what does not, why, and which field it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.access import SignIn
from desktop.domain.failures import (
    Failure,
    Lost,
    NotSent,
    Refused,
    Secrets,
    SecretUnavailable,
    Unanswered,
    Unsent,
)

if TYPE_CHECKING:
    from desktop.flow.service_check import TriedService
    from desktop.gui.words import Words

_CREDENTIALS = frozenset({401, 498})
_MAY_NOT = frozenset({403, 618})
_NOT_THERE = 404
_NO_CONNECTION = frozenset(
    {
        Unsent.NAME,
        Unsent.CONNECT,
        Unsent.CONNECT_TIMEOUT,
        Unsent.CA_FILE,
        Unsent.PROXY,
        Unsent.PROXY_LOGIN,
        Unsent.STOPPED,
    }
)


_FIELDS = {Unsent.CA_FILE: "ca_file", Unsent.PROXY: "proxy", Unsent.PROXY_LOGIN: "proxy_user"}
"""The settings that failures are about, if it is not the address."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the result.

    Attributes:
        good: True if this works.
        text: what works or does not.
        next_step: what to do about it.
        support: the number for support.
    """

    good: bool
    text: str
    next_step: str = ""
    support: str = ""

    @property
    def words(self) -> str:
        """The whole line, with the number for support in brackets."""
        return " ".join(part for part in (self.text, self.next_step, f"({self.support})" * bool(self.support)) if part)


@dataclass(frozen=True, slots=True)
class ConnectionResult:
    """The result of a connection test.

    Attributes:
        facts: what works, then what does not.
        field: the setting that the failure is about; empty if it is about none.
    """

    facts: tuple[Fact, ...]
    field: str = ""


class ConnectionWords(QObject):
    """Explains a connection test to somebody who sets up a till."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def passed(self, tried: TriedService, server: str) -> ConnectionResult:
        """Returns the result if the service accepts the till.

        Args:
            tried: how long the service took, and how far its clock is from the till's.
            server: its address.
        """
        took = self._words.formats.locale.toString(max(1, round(tried.seconds * 1000)))
        answers = Fact(good=True, text=self.tr("The address answers in {time} ms").format(time=took))
        accepted = Fact(good=True, text=self.tr("The service responds and knows this till."))
        return ConnectionResult((answers, *self._safe(server), accepted, *self._clock(tried)))

    def failed(self, failure: Failure, server: str, sign_in: SignIn = SignIn.BASIC) -> ConnectionResult:
        """Returns the result if the test failed.

        Args:
            failure: why.
            server: the service's address.
            sign_in: how the till signs in.
        """
        field, says, next_step = self._explained(failure)
        if field == "password" and sign_in is SignIn.OAUTH:
            field = "oauth_key"
            if isinstance(failure, Refused):
                says = self.tr("The service does not accept the token that it gave for this key.")
                next_step = self.tr("Ask your company’s support whether the key may be used for this till.")
        bad = Fact(good=False, text=says, next_step=next_step, support=failure.support)
        match failure:
            case SecretUnavailable():
                return ConnectionResult((bad,), field)
            case NotSent(why=why):
                return ConnectionResult((bad,) if why in _NO_CONNECTION else (self._answers(), bad), field)
            case _:
                return ConnectionResult((self._answers(), *self._safe(server), bad), field)

    def _answers(self) -> Fact:
        return Fact(good=True, text=self.tr("The address answers"))

    def _safe(self, server: str) -> tuple[Fact, ...]:
        if not server.lower().startswith("https:"):
            return ()
        return (Fact(good=True, text=self.tr("The connection is safe")),)

    def _clock(self, tried: TriedService) -> tuple[Fact, ...]:
        """Says if this computer's clock is off: receipts, the end of the day and certificates depend on it."""
        if not tried.clock_is_off:
            return ()
        here = self._now()
        there = here - timedelta(seconds=tried.clock_ahead or 0)
        formats = self._words.formats
        says = self.tr("The service knows this till, but this computer’s clock says {here}, and the service’s {there}.")
        text = says.format(here=formats.moment(here, ""), there=formats.moment(there, ""))
        next_step = self.tr("Check this computer’s date, time and time zone.")
        return (Fact(good=False, text=text, next_step=next_step, support="PT-CLOCK"),)

    def _now(self) -> datetime:
        return datetime.now(UTC).astimezone()

    def _today(self) -> str:
        return self._words.formats.full_day(self._now().date())

    def _explained(self, failure: Failure) -> tuple[str, str, str]:  # noqa: PLR0911 - one for each kind
        """Returns the field, what happened, and what to do."""
        match failure:
            case NotSent(why=Unsent.KEY_REFUSED):
                return (
                    "oauth_key",
                    self.tr("The service does not accept this key and secret."),
                    self.tr("Enter both again. Capital letters count."),
                )
            case NotSent(why=why):
                return (_FIELDS.get(why, "server"), *self._not_sent(why))
            case Refused(code=code) if code in _CREDENTIALS:
                return (
                    "password",
                    self.tr("The service does not accept this name and password."),
                    self.tr("Enter the password again. Capital letters count. Check the name of this till too."),
                )
            case Refused(code=code) if code in _MAY_NOT:
                return (
                    "till",
                    self.tr("The service knows this till, but does not let it look up members."),
                    self.tr("Ask your company’s support to allow it."),
                )
            case Refused(code=code) if code == _NOT_THERE:
                return ("server", self.tr("There is no loyalty service at this address."), self._check_address())
            case Unanswered(why=Lost.UNREADABLE | Lost.STRAY | Lost.CONTRADICTORY, http_status=status):
                answered = self.tr("Something else answered, not the loyalty service.")
                said = f"{answered} (HTTP {status})" if status else answered
                maybe = self.tr("It may be a web filter or a sign-in page of this network. Check the address.")
                return ("server", said, maybe)
            case SecretUnavailable(why=secret):
                field = "proxy_password" if secret is Secrets.PROXY else "password"
                return (field, *self._of_catalogue(failure))
            case _:
                return ("", *self._of_catalogue(failure))

    def _not_sent(self, why: Unsent) -> tuple[str, str]:  # noqa: PLR0911 - one for each reason
        """Returns why no byte left, and what to do."""
        match why:
            case Unsent.NAME:
                return (self.tr("No computer has this name."), self._check_address())
            case Unsent.CONNECT:
                return (
                    self.tr("The computer at this address does not accept connections."),
                    self.tr("Check the address and its port, and whether this computer is online."),
                )
            case Unsent.CONNECT_TIMEOUT:
                return (
                    self.tr("No computer answers at this address."),
                    self.tr("Check the address. A firewall may block it: ask who runs the network."),
                )
            case Unsent.PROXY_LOGIN:
                return (
                    self.tr("The proxy of this network does not accept the till’s login."),
                    self.tr("Check the name and the password for the proxy."),
                )
            case Unsent.PROXY:
                return (
                    self.tr("The proxy of this network does not let the till through."),
                    self.tr("Ask who runs the network to allow this address."),
                )
            case Unsent.NO_TOKEN | Unsent.KEY_REFUSED:
                return (
                    self.tr("The service gave no token, so this till cannot sign in."),
                    self.tr("Try again in a minute. If that does not help, check the address."),
                )
            case Unsent.STOPPED:
                return (self.tr("The test was stopped."), "")
            case _:
                return self._not_safe(why)

    def _not_safe(self, why: Unsent) -> tuple[str, str]:  # noqa: PLR0911 - one for each reason
        """Returns what is wrong with the certificate or the encryption, and what to do."""
        match why:
            case Unsent.CERTIFICATE_EXPIRED:
                return (
                    self.tr("The certificate of this address has expired."),
                    self.tr(
                        "Check this computer’s date ({date}). If it is right, tell support: the certificate must be "
                        "renewed."
                    ).format(date=self._today()),
                )
            case Unsent.CERTIFICATE_NOT_YET_VALID:
                return (
                    self.tr("The certificate of this address is not valid yet."),
                    self.tr("Check this computer’s date ({date}). It may be in the past.").format(date=self._today()),
                )
            case Unsent.CERTIFICATE_NAME:
                return (self.tr("The certificate belongs to another address."), self._check_address())
            case Unsent.CERTIFICATE_UNTRUSTED:
                return (
                    self.tr("This computer does not trust the certificate of this address."),
                    self.tr("If your network inspects secure traffic, its certificate must be installed here."),
                )
            case Unsent.TLS:
                return (
                    self.tr("The address answers, but not with a safe connection."),
                    self.tr("Check the address and its port."),
                )
            case Unsent.TLS_VERSION:
                return (
                    self.tr("The address offers only old connections that are not safe any more."),
                    self.tr("The service must offer TLS 1.2 or newer: tell its support."),
                )
            case Unsent.CA_FILE:
                return (
                    self.tr("The file of certificates cannot be used."),
                    self.tr("It must exist, be readable, and have certificates in PEM form."),
                )
            case _:
                return (self.tr("The certificate of this address cannot be accepted."), self._check_address())

    def _check_address(self) -> str:
        return self.tr("Check the spelling of the address.")

    def _of_catalogue(self, failure: Failure) -> tuple[str, str]:
        notice = self._words.failure(failure)
        return notice.text, ""
