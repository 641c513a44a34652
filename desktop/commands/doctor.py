"""Reports versions, settings and folders, and checks the disk, the journal and the service."""

from __future__ import annotations

import os
import platform
import tempfile
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from desktop import __version__, paths
from desktop.commands.console import explain_moved
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure, JournalUnusable, SecretUnavailable
from desktop.domain.redemption import State
from desktop.domain.settings import meaning
from desktop.flow.service_check import check_service
from desktop.store.secrets import Passwords

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.commands.console import Console

_NEEDED_SPACE = 256 * 1024
"""Bytes that must fit on the disk: enough for many redemptions."""

_LOCAL_TIMEOUT = 5.0
_MOST_BYTES = 1 << 20


def run(console: Console) -> ExitCode:
    """Prints everything, and returns `UNUSABLE` if the till could not redeem now."""
    passwords = Passwords(os.environ, home=console.loaded.home)
    _print(console, "points-till", __version__)
    _print(console, "python", f"{platform.python_version()} on {platform.platform()}")
    for name in ("PySide6_Essentials", "requests", "urllib3", "truststore", "keyring", "phonenumbers", "msgspec"):
        _print(console, name, _version(name))
    _print(console, "resources", paths.resources())
    _print(console, "config folder", console.config)
    _print(console, "data folder", console.data)
    for policy in paths.policy_files():
        _print(console, "policy", f"{policy} ({'there' if policy.exists() else 'none'})")
    _print_settings(console)
    _print(console, "keyring", _result_or_code(passwords.backend_name))
    healthy = [
        console.loaded.unusable is None,
        _check_disk(console),
        _check_journal(console),
        _check_service(console, passwords),
    ]
    _check_local_api(console)
    return ExitCode.DONE if all(healthy) else ExitCode.UNUSABLE


def _print_settings(console: Console) -> None:
    """Prints the settings with their sources, those that are ignored, and those that may be misspelt."""
    from desktop.store.pins import has_current_cost

    for name, source in sorted(console.loaded.sources.items()):
        value = getattr(console.settings, name)
        if name == "supervisor_pin" and value:
            old = "made by an earlier version, maybe of fewer than six digits: make a new one with `pin hash`"
            value = "set" if has_current_cost(value) else f"set, {old}"
        _print(console, f"setting {name}", f"{_shown(value)} ({source}). {meaning(name)}")
    for problem in console.loaded.problems:
        stops = " Nothing is redeemed until it is corrected." if problem.stops else ""
        _print(console, "setting cannot be used", f"{problem}.{stops}")
    for name, source, why in console.loaded.ignored:
        _print(console, "ignored", f"{name} ({source}) {why}")
    for name, source in console.loaded.unknown:
        _print(console, "not a setting", f"{name} ({source}) changes nothing: is it misspelt?")


def _check_disk(console: Console) -> bool:
    """Returns True if the till could record a redemption now."""
    data = console.data
    if not os.path.lexists(data):
        return _check_parent(console)
    try:
        with tempfile.TemporaryFile(dir=data) as file:
            file.write(bytes(_NEEDED_SPACE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _print(console, "disk", f"nothing can be written to {data}: {error.strerror}")
        return False
    _print(console, "disk", "can be written to")
    return True


def _check_parent(console: Console) -> bool:
    """Returns True if the till could create its data folder."""
    nearest = next(folder for folder in console.data.absolute().parents if os.path.lexists(folder))
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return True
    _print(console, "disk", f"{console.data} cannot be made in {nearest}")
    return False


def _check_journal(console: Console) -> bool:
    from desktop.store.errors import journal_errors
    from desktop.store.journal import SqliteJournal
    from desktop.store.opening import find_journal, try_writing
    from desktop.store.verification import verify

    path = console.journal
    try:
        with journal_errors(path):
            existing = find_journal(path)
        if existing is None:
            _print(console, "journal", f"{path} (none yet)")
            return True
        verdict = verify(existing)
        if verdict.why is not None:
            _print(console, "journal check", verdict.problem)
            raise JournalUnusable(verdict.why, str(path))  # noqa: TRY301 - explained below like the others
        with journal_errors(existing):
            try_writing(existing)
        with SqliteJournal.open(existing, writer=False) as journal:
            unknown = journal.in_states(State.UNKNOWN, State.IN_FLIGHT)
            moved_from = journal.moved_from
    except JournalUnusable as failure:
        _print(console, "journal", f"{path}: {console.explain(failure)}")
        return False
    _print(console, "journal", f"{path} ({len(unknown)} not known yet)")
    _print(console, "journal check", verdict.problem or f"{verdict.events} events, head {verdict.head}")
    if moved_from:
        _print(console, "journal moved", explain_moved(moved_from))
    return True


def _check_service(console: Console, passwords: Passwords) -> bool:
    settings = console.settings
    if not settings.is_complete:
        _print(console, "service", "not set up: server and till are needed")
        return False
    from desktop.api.client import LoyaltyClient

    try:
        client = LoyaltyClient.of(settings, passwords.get(settings.till, settings.server))
    except SecretUnavailable as failure:
        _print(console, "service", console.explain(failure))
        return False
    try:
        check_service(client, settings)
    except Failure as failure:
        _print(console, "service", console.explain(failure))
        return False
    finally:
        client.close()
    _print(console, "service", "answers, and knows this till")
    return True


def _check_local_api(console: Console) -> None:
    """Says whether the local interface is served. Redeeming does not need it, so nothing depends on the answer."""
    import http.client
    import json

    port = console.settings.local_api
    if not port:
        _print(console, "local interface", "off (LOCAL_API)")
        return
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LOCAL_TIMEOUT)
    try:
        connection.request("GET", "/openapi.json")
        title = json.loads(connection.getresponse().read(_MOST_BYTES))["info"]["title"]
    except ConnectionRefusedError:
        _print(console, "local interface", f"not served on port {port}: no window is open, or its log says why")
        return
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError):
        title = ""
    finally:
        connection.close()
    is_ours = isinstance(title, str) and title.startswith("Points Till")
    what = "answers" if is_ours else "another program has it, so the POS cannot reach the till"
    _print(console, "local interface", f"port {port}: {what}")


def _print(console: Console, subject: str, value: object) -> None:
    console.print(f"{subject}: {value}")


def _shown(value: object) -> object:
    return value if value not in {"", ()} else "-"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _result_or_code(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Failure as failure:
        return failure.support
