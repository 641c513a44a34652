"""Checks the way to the service and the service itself: proxy, address, connection, TLS, login, clock, set-up."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop import paths
from desktop.commands.doctor.certificates import as_json, lines_of, problem_of
from desktop.commands.doctor.report import Check
from desktop.commands.doctor.words import how_long, reason, reason_of_proxy
from desktop.domain.access import SignIn
from desktop.domain.failures import Failure, NotSent, SecretUnavailable, SettingsUnusable, Unanswered, Unsent

if TYPE_CHECKING:
    from desktop.api.client import LoyaltyClient
    from desktop.api.inspection import Inspection
    from desktop.commands.console import Console
    from desktop.domain.access import Secret
    from desktop.domain.settings import Settings

_LONGEST_CALL = 20.0
"""Seconds that a call of the doctor takes at most."""

_EXPIRES_SOON = 21
"""Days before the end of a certificate from which that is told."""

_TLS = frozenset(
    {
        Unsent.CERTIFICATE,
        Unsent.CERTIFICATE_EXPIRED,
        Unsent.CERTIFICATE_NAME,
        Unsent.CERTIFICATE_NOT_YET_VALID,
        Unsent.CERTIFICATE_UNTRUSTED,
        Unsent.CA_FILE,
        Unsent.TLS,
        Unsent.TLS_VERSION,
    }
)
_PROXY = frozenset({Unsent.PROXY, Unsent.PROXY_LOGIN})


_PROXY_SOURCES = {
    "none": "no one has set one",
    "loopback": "the service is on this computer",
    "setting": "by the setting proxy",
    "environment": "by HTTPS_PROXY or ALL_PROXY",
    "no_proxy": "by NO_PROXY or the system’s exceptions",
    "system": "by the system’s settings",
}
"""What decided about the proxy, by the values of `desktop.api.network.ProxySource`."""

_ELSE = {
    "404": "another program: check the address",
    "502": "a proxy or a firewall before the service",
    "503": "a proxy or a firewall before the service",
    "504": "a proxy or a firewall before the service",
}
"""What may have answered in place of the service, by HTTP status. The service's own answers have a request id."""


def check_service(console: Console) -> list[Check]:
    """Makes every check of the service, as far as the one before allows."""
    settings = console.settings
    if console.command.training:
        return _check_practice(console)
    if not settings.is_complete:
        missing = " and ".join(name for name in ("server", "till") if not getattr(settings, name))
        text = f"not set up: {missing} needed"
        return [Check("service", ok=False, text=text, code="PT-NOT-SET-UP", stops=True)]
    return _Examination(console, settings).checks()


def _check_practice(console: Console) -> list[Check]:
    """Checks a practice service of its own, as a window in training starts one."""
    from desktop.training.service import PracticeService

    practice = PracticeService()
    practice.start()
    try:
        settings = replace(
            console.settings, server=practice.url, till=practice.till, password_is_digest=False, sign_in=SignIn.BASIC
        )
        return _Examination(console, settings, practice.password).checks()
    finally:
        practice.stop()


class _Examination:
    """The checks of one service."""

    def __init__(self, console: Console, settings: Settings, secret: Secret = "") -> None:
        """Takes what to check.

        Args:
            console: the command.
            settings: with the service's address and the till's name.
            secret: if it need not be looked for.
        """
        self._console = console
        self._settings = replace(settings, read_timeout=min(settings.read_timeout, _LONGEST_CALL))
        self._secret = secret
        self._proxy_password = ""
        self._secret_problem: SecretUnavailable | SettingsUnusable | None = None
        self._proxy_problem: SecretUnavailable | None = None

    def checks(self) -> list[Check]:
        """Makes the checks."""
        from desktop.api.client import LoyaltyClient
        from desktop.api.inspection import inspect
        from desktop.api.network import Network

        settings = self._settings
        password = self._check_password()
        network = Network.of(settings, self._proxy_password)
        seen = inspect(settings.server, network, timeout=min(settings.connect_timeout + 5, _LONGEST_CALL))
        client = LoyaltyClient.of(settings, self._secret, proxy_password=self._proxy_password)
        try:
            unsent = self._open(client)
            checks = [
                password,
                self._proxy(seen, unsent),
                self._address(seen, unsent),
                self._connection(seen, unsent),
            ]
            if urlsplit(settings.server).scheme == "https":
                checks.append(self._tls(seen, unsent))
            return [*checks, *self._answers(client, unsent, seen)]
        finally:
            client.close()

    # The secrets

    def _check_password(self) -> Check:
        from desktop.store.proxy_password import ProxyPassword
        from desktop.store.secrets import ENVIRONMENT_NAME, KEY_NAME, SECRET_NAME, Passwords

        settings = self._settings
        if self._secret:
            details: dict[str, object] = {"found": True, "source": "practice"}
            return Check("password", ok=True, text="the practice service has its own", details=details)
        try:
            machine = paths.machine_data(self._console.data)
            self._proxy_password = ProxyPassword(os.environ, machine=machine).get(settings)
        except SecretUnavailable as failure:
            self._proxy_problem = failure
        needed = (ENVIRONMENT_NAME,) if settings.sign_in is SignIn.BASIC else (KEY_NAME, SECRET_NAME)
        source = "environment" if all(map(os.environ.get, needed)) else "keyring"
        try:
            passwords = Passwords(
                os.environ,
                home=self._console.loaded.home,
                sign_in=settings.sign_in,
                machine=paths.machine_data(self._console.data),
            )
            self._secret = passwords.secret(settings.till, settings.server)
        except (SecretUnavailable, SettingsUnusable) as failure:
            self._secret_problem = failure
            details = {"found": False, "source": source}
            code = failure.support
            return Check("password", ok=False, text=reason(failure), code=code, stops=True, details=details)
        details = {"found": True, "source": source}
        return Check("password", ok=True, text=f"found ({source})", details=details)

    # The way to the service

    def _open(self, client: LoyaltyClient) -> NotSent | None:
        try:
            client.open_connection()
        except NotSent as failure:
            return failure
        return None

    def _proxy(self, seen: Inspection, unsent: NotSent | None) -> Check:
        proxy = seen.proxy
        details: dict[str, object] = {
            "address": proxy.shown,
            "source": proxy.source.value,
            "login": bool(self._settings.proxy_user) or "@" in proxy.address,
            "status": seen.proxy_status or None,
        }
        text = f"{proxy.shown or 'none'}, {_PROXY_SOURCES[proxy.source.value]}"
        if self._proxy_problem is not None:
            text = f"{text}; its password: {reason_of_proxy(self._proxy_problem)}"
            code = self._proxy_problem.support
            return Check("proxy", ok=False, text=text, code=code, stops=True, details=details)
        if unsent is not None and unsent.why in _PROXY:
            text = f"{text}, opens no way to the service: {seen.connect_problem or seen.name_problem or reason(unsent)}"
            return Check("proxy", ok=False, text=text, code=unsent.support, stops=True, details=details)
        if not proxy.address and any(one.name == "proxy" for one in self._console.loaded.problems):
            # The till, too, does without it. If it must not, the checks below show what comes of that.
            text = "none, because the setting proxy cannot be used"
            return Check("proxy", ok=False, text=text, code="PT-SETTINGS", because="settings", details=details)
        return Check("proxy", ok=True, text=text, details=details)

    def _address(self, seen: Inspection, unsent: NotSent | None) -> Check:
        through = bool(seen.proxy.address)
        details: dict[str, object] = {
            "host": seen.host,
            "port": seen.port,
            "addresses": [] if through else list(seen.addresses),
            "proxy_addresses": list(seen.addresses) if through else [],
        }
        text = f"{seen.host} port {seen.port}"
        if through:
            return Check("address", ok=True, text=f"{text}, looked up by the proxy", details=details)
        if seen.name_problem or (unsent is not None and unsent.why is Unsent.NAME):
            text = f"{text} has no address: {seen.name_problem or 'the name cannot be looked up'}"
            return Check("address", ok=False, text=text, code=NotSent(Unsent.NAME).support, stops=True, details=details)
        return Check("address", ok=True, text=f"{text} is {', '.join(seen.addresses)}", details=details)

    def _connection(self, seen: Inspection, unsent: NotSent | None) -> Check:
        milliseconds = round(seen.connect_seconds * 1000)
        details: dict[str, object] = {"connected_to": seen.connected_to, "milliseconds": milliseconds}
        if unsent is not None and not self._is_about_tls(unsent, seen):
            why = seen.connect_problem or seen.name_problem or reason(unsent)
            details |= {"problem": why}
            return Check(
                "connection",
                ok=False,
                text=f"none: {why}",
                code=unsent.support,
                stops=True,
                because="proxy" if unsent.why in _PROXY else "address" if unsent.why is Unsent.NAME else "",
                details=details,
            )
        if unsent is not None and not seen.connected_to:
            # The till itself stops before it connects, for example because of `ca_file`. This is one thing more.
            why = seen.connect_problem or seen.name_problem or "no one answered in time"
            cause = Unsent.PROXY if seen.proxy.address else Unsent.NAME if seen.name_problem else Unsent.CONNECT
            details |= {"problem": why}
            code = NotSent(cause).support
            because = "address" if cause is Unsent.NAME else ""
            return Check(
                "connection", ok=False, text=f"none: {why}", code=code, stops=True, because=because, details=details
            )
        return Check("connection", ok=True, text=f"{seen.connected_to} in {milliseconds} ms", details=details)

    def _tls(self, seen: Inspection, unsent: NotSent | None) -> Check:
        certificate = seen.certificate
        details: dict[str, object] = {
            "version": seen.tls_version,
            "cipher": seen.cipher,
            "problem": seen.tls_problem,
            "ca_file": self._settings.ca_file,
            "certificate": as_json(certificate),
        }
        lines = lines_of(certificate)
        if self._settings.ca_file and (unsent is None or unsent.why is not Unsent.CA_FILE):
            lines = (*lines, f"trusted too: the authorities in {self._settings.ca_file}")
        if unsent is None:
            text = f"{seen.tls_version}, certificate trusted"
            left = (certificate.not_after - datetime.now(UTC)).days if certificate is not None else _EXPIRES_SOON
            if left < _EXPIRES_SOON:
                text = f"{text}, but it expires in {left} days"
                code = "PT-CERTIFICATE-EXPIRES-SOON"
                return Check("tls", ok=False, text=text, code=code, details=details, lines=lines)
            return Check("tls", ok=True, text=text, details=details, lines=lines)
        if not self._is_about_tls(unsent, seen):
            text = "not known: there is no connection"
            return Check("tls", ok=False, text=text, code=unsent.support, stops=True, because="connection")
        why = unsent.why
        if certificate is not None and why is Unsent.CERTIFICATE_EXPIRED and certificate.not_before > datetime.now(UTC):
            # Windows has one error for both.
            why = Unsent.CERTIFICATE_NOT_YET_VALID
        return Check(
            "tls",
            ok=False,
            text=problem_of(why, seen, self._settings.ca_file),
            code=NotSent(why).support,
            stops=True,
            details=details,
            lines=lines,
        )

    # The service

    def _is_about_tls(self, unsent: NotSent, seen: Inspection) -> bool:
        """True if the connection was made, and the handshake failed."""
        if unsent.why is Unsent.CONNECT_TIMEOUT:
            return bool(seen.connected_to) and self._settings.server.startswith("https:")
        return unsent.why in _TLS

    def _cause(self, problem: Failure, seen: Inspection) -> str:
        """Returns the check that has found a problem."""
        if problem is self._secret_problem:
            return "password"
        if not isinstance(problem, NotSent) or problem.why in _PROXY:
            return "proxy"
        if problem.why is Unsent.NAME:
            return "address"
        return "tls" if self._is_about_tls(problem, seen) else "connection"

    def _answers(self, client: LoyaltyClient, unsent: NotSent | None, seen: Inspection) -> list[Check]:
        from desktop.flow.service_check import check_service as call_service

        # Without its password, the proxy has refused the tunnel.
        problem = self._proxy_problem or unsent or self._secret_problem
        if problem is not None:
            because = self._cause(problem, seen)
            text = f"not called: see {because}"
            return [Check("service", ok=False, text=text, code=problem.support, stops=True, because=because)]
        failure: Failure | None = None
        seconds = 0.0
        try:
            seconds = call_service(client, self._settings)
        except Failure as found:
            failure = found
        ahead = client.clock_ahead()
        head = client.last_head
        details: dict[str, object] = {
            "accepted": failure is None,
            "http_status": head.status if head is not None else None,
            "content_type": head.headers.get("content-type", "") if head is not None else "",
            "redirected_to": _host(head.headers.get("location", "")) if head is not None else "",
            "request_id": head.headers.get("x-cap-requestid", "") if head is not None else "",
            "milliseconds": round(seconds * 1000) or None,
        }
        checks = [self._service(failure, details)]
        if ahead is not None:
            checks.append(_clock(ahead))
        if failure is None:
            checks += [self._till(client), self._programs(client)]
        return checks

    def _service(self, failure: Failure | None, details: dict[str, object]) -> Check:
        lines = (f"request id {details['request_id']}",) if details["request_id"] else ()
        if failure is None:
            signs_with = "password" if self._settings.sign_in is SignIn.BASIC else "key"
            text = (
                f"HTTP {details['http_status']} in {details['milliseconds']} ms: accepts this till and its {signs_with}"
            )
            return Check("service", ok=True, text=text, details=details, lines=lines)
        text = reason(failure, self._settings.sign_in)
        if details["http_status"] is not None:
            moved = f", which leads to {details['redirected_to']}" if details["redirected_to"] else ""
            text = f"HTTP {details['http_status']} ({details['content_type'] or 'no type'}){moved}: {text}"
            is_page = isinstance(failure, Unanswered) or "json" not in str(details["content_type"])
            if is_page and not details["request_id"]:
                text = f"{text}. It may be {_ELSE.get(str(details['http_status']), 'a web filter or a sign-in page')}"
        return Check("service", ok=False, text=text, code=failure.support, stops=True, details=details, lines=lines)

    def _till(self, client: LoyaltyClient) -> Check:
        try:
            till = client.till(self._settings.till)
        except Failure as failure:
            details: dict[str, object] = {"known": None, "code": failure.support}
            return Check("till", ok=True, text="the service does not tell", details=details)
        details = {
            "known": True,
            "id": till.id,
            "code": till.code,
            "name": till.name,
            "active": till.is_active,
            "time_zone": till.time_zone,
            "currency": till.currency,
        }
        text = f"{till.code or self._settings.till} is {till.name or 'a till'}, number {till.id}"
        if till.is_active is False:
            text = f"{text}, and is not active"
            return Check("till", ok=False, text=text, code="PT-TILL-INACTIVE", details=details)
        return Check("till", ok=True, text=text, details=details)

    def _programs(self, client: LoyaltyClient) -> Check:
        try:
            programs = client.programs()
        except Failure as failure:
            details: dict[str, object] = {"programs": None, "code": failure.support}
            return Check("programs", ok=True, text="the service does not tell", details=details)
        details = {
            "programs": [
                {
                    "id": one.id,
                    "name": one.name,
                    "ratio": None if one.ratio is None else str(one.ratio),
                    "default": one.is_default,
                }
                for one in programs
            ],
            "program_id": self._settings.program_id,
        }
        named = [f"{one.name or one.id} ({one.id}{', default' if one.is_default else ''})" for one in programs]
        text = ", ".join(named) or "none"
        wanted = self._settings.program_id
        if wanted and wanted not in {one.id for one in programs}:
            text = f"the setting program_id names {wanted}, which the service does not know: {text}"
            return Check("programs", ok=False, text=text, code="PT-PROGRAM-UNKNOWN", details=details)
        return Check("programs", ok=True, text=text, details=details)


def _clock(ahead: float) -> Check:
    """Compares the till's clock with the service's.

    Args:
        ahead: seconds by which the till's clock is ahead. The service's has whole seconds.
    """
    from desktop.flow.service_check import CLOCK_TOLERANCE

    details = {"seconds_ahead": round(ahead)}
    if abs(ahead) <= CLOCK_TOLERANCE:
        return Check("clock", ok=True, text=f"{how_long(ahead)} from the service’s", details=details)
    text = f"this till’s clock is {how_long(ahead)} {'ahead of' if ahead > 0 else 'behind'} the service’s: set it"
    return Check("clock", ok=False, text=text, code="PT-CLOCK", details=details)


def _host(location: str) -> str:
    """Returns the host of a redirect. Its path and query may hold what is no one's business."""
    try:
        return urlsplit(location).hostname or ""
    except ValueError:
        return ""
