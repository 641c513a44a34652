"""Checks what belongs to the machine: program, settings, disk, log, keyring and printers."""

from __future__ import annotations

import errno
import os
import platform
import re
import shutil
import sys
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from desktop import __version__, paths
from desktop.commands.doctor.report import Check
from desktop.commands.doctor.words import reason
from desktop.display_check import scale_problems
from desktop.domain import settings as options
from desktop.domain.failures import PaperFailed, PaperTrouble, SecretUnavailable
from desktop.domain.setting_schema import Kind
from desktop.domain.settings import CustomField
from desktop.store import managed_policy

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.commands.console import Console
    from desktop.domain.printers import NetworkPrinter
    from desktop.printing.printers import Queues

_NEEDED_SPACE = 256 * 1024
"""Bytes that must fit on the disk: enough for many redemptions."""

_LITTLE_SPACE = 200 * 2**20
"""Free bytes below which the disk is worth a look."""

_THERE, _NONE = "there", "none"

_PARTS = 4
"""Parts of the program that are no libraries of Python: they have a line of their own."""

_MOST_NAMES = 10
"""Cashiers who are named in one line."""

_SECRET = re.compile(r"(key|secret|password|token|pin)$")

_LIBRARIES = (
    "PySide6_Essentials",
    "urllib3",
    "truststore",
    "keyring",
    "phonenumbers",
    "msgspec",
    "concurrent-log-handler",
)


def check_program() -> Check:
    """Tells the versions of everything that the program is made of."""
    import sqlite3
    import ssl

    versions = {
        "points-till": __version__,
        "python": platform.python_version(),
        "qt": _qt_version(),
        "openssl": ssl.OPENSSL_VERSION.removeprefix("OpenSSL "),
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in _LIBRARIES},
    }
    window_problem = _window_problem()
    frozen = bool(getattr(sys, "frozen", False))
    details = {
        "versions": versions,
        "platform": platform.platform(),
        "executable": sys.executable,
        "packaged": frozen,
        "window_problem": window_problem,
    }
    missing = [name for name, found in versions.items() if found == "missing"]
    text = f"Points Till {__version__} on {platform.platform()}"
    named = [f"{name} {found}" for name, found in versions.items() if name != "points-till"]
    lines = (", ".join(named[:_PARTS]), ", ".join(named[_PARTS:]), *scale_problems().values())
    if window_problem:
        text = f"{text}; no window can be shown: {window_problem}"
        code = "PT-PROGRAM-INCOMPLETE"
        return Check("program", ok=False, text=text, code=code, stops=True, details=details, lines=lines)
    if missing and not frozen:
        text = f"{text}; missing: {', '.join(missing)}"
        return Check("program", ok=False, text=text, code="PT-PROGRAM-INCOMPLETE", details=details, lines=lines)
    return Check("program", ok=True, text=text, details=details, lines=lines)


def check_resources() -> Check:
    """Checks the files that the window cannot do without."""
    from desktop.texts import load_catalogue

    folder = paths.resources()
    details: dict[str, object] = {"path": str(folder)}
    try:
        load_catalogue()
        (folder / "style" / "tokens.json").read_bytes()
    except (OSError, ValueError) as error:
        name = getattr(error, "filename", None) or "messages.toml"
        text = f"the installation is damaged, install it again: {name}"
        return Check("resources", ok=False, text=text, code="PT-RESOURCES", stops=True, details=details)
    return Check("resources", ok=True, text=str(folder), details=details)


def check_settings(console: Console) -> Check:
    """Lists the settings with their sources, what cannot be used, and what has no effect."""
    loaded = console.loaded
    values: dict[str, object] = {}
    file = console.config / "settings.json"
    lines = [f"file: {file} ({_presence(file)})"]
    policy_files = {str(one): _presence(one) for one in paths.policy_files()}
    managed = managed_policy.find()
    if managed is not None:
        policy_files[managed.where] = _THERE
    lines += [f"policy: {one} ({presence})" for one, presence in policy_files.items()]
    for name, source in loaded.sources.items():
        shown = _shown(name, getattr(console.settings, name))
        values[name] = {"value": shown, "source": source}
        if source != "default":
            lines.append(f"{name} = {_as_text(shown)} ({source})")
    lines.append(f"{sum(one == 'default' for one in loaded.sources.values())} settings have their defaults")
    problems, ignored, unknown = _problems(console)
    if _has_old_pin(console):
        ignored.append("supervisor_pin was made by an earlier version, maybe of fewer than six digits: make a new one")
    ignored += _without_supervisor(console)
    locked_out = _locked_out(console)
    if locked_out:
        named = ", ".join(locked_out[:_MOST_NAMES]) + (" …" if len(locked_out) > _MOST_NAMES else "")
        ignored.append(f"cashiers who cannot sign on, because they have no PIN in cashier_pin_file: {named}")
    lines += [f"setting cannot be used: {one}" for one in problems]
    lines += [f"ignored: {one}" for one in ignored]
    lines += [f"not a setting: {one}" for one in unknown]
    details = {
        "folder": str(console.config),
        # What this user may not look for may be there.
        "policies": [{"path": one, "exists": presence != _NONE} for one, presence in policy_files.items()],
        "values": values,
        "problems": problems,
        "ignored": ignored,
        "unknown": unknown,
    }
    count = len(problems) + len(ignored) + len(unknown)
    text = f"{count} to put right" if count else "all can be used"
    code = "PT-SETTINGS" if count else ""
    stops = loaded.unusable is not None
    return Check("settings", ok=not count, text=text, code=code, stops=stops, details=details, lines=tuple(lines))


def _presence(file: Path) -> str:
    """Says whether there is something of this name, or why this user may not know."""
    try:
        os.lstat(file)
    except FileNotFoundError:
        return _NONE
    except OSError as error:
        return error.strerror or type(error).__name__
    return _THERE


def _problems(console: Console) -> tuple[list[str], list[str], list[str]]:
    """Returns what cannot be used, what is ignored, and what is no setting."""
    loaded = console.loaded
    problems = [
        f"{one}.{' Nothing is redeemed until it is corrected.' if one.stops else ''}" for one in loaded.problems
    ]
    ignored = [f"{name} ({source}) {why}" for name, source, why in loaded.ignored]
    unknown = [f"{name} ({source}) changes nothing: is it misspelt?" for name, source in loaded.unknown]
    return problems, ignored, unknown


def _shown(name: str, value: object) -> object:
    """Returns a value as JSON can have it, and never a secret or its hash."""
    if options.SCHEMA[name].kind in {Kind.PIN, Kind.PASSWORD} or _SECRET.search(name):
        return "set" if value else "not set"
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return [asdict(one) if isinstance(one, CustomField) else str(one) for one in value]
    return str(value)


def _as_text(shown: object) -> str:
    if isinstance(shown, list):
        return ", ".join(str(one["name"]) if isinstance(one, dict) else str(one) for one in shown)
    return str(shown)


def _has_old_pin(console: Console) -> bool:
    from desktop.store.pins import has_current_cost

    return bool(console.settings.supervisor_pin) and not has_current_cost(console.settings.supervisor_pin)


def _without_supervisor(console: Console) -> list[str]:
    """Returns what a policy lets only supervisors do, if no supervisor has a PIN, and no other line says why."""
    settings = console.settings
    if settings.supervisor_pin or console.loaded.problem_of("supervisor_pin") is not None:
        return []
    found = []
    if settings.give_back is options.GiveBackRule.SUPERVISOR:
        found.append("give_back is supervisor, and supervisor_pin is not set: no one can give points back")
    if settings.skip_validation:
        found.append("skip_validation has no effect without supervisor_pin")
    return found


def _locked_out(console: Console) -> list[str]:
    """Returns the listed cashiers who have no PIN."""
    from desktop.store.cashier_pins import without_pin

    return without_pin(console.settings)


def check_disk(console: Console) -> Check:
    """Checks that the till could record a redemption now, and how much room there is."""
    data = console.data
    details: dict[str, object] = {"folder": str(data), "free_bytes": None}
    folder = data if os.path.lexists(data) else _nearest(data)
    free, problem = 0, ""
    try:
        details["free_bytes"] = free = shutil.disk_usage(folder).free
        if folder == data:
            with tempfile.TemporaryFile(dir=data) as file:
                file.write(bytes(_NEEDED_SPACE))
                file.flush()
                os.fsync(file.fileno())
        elif free < _NEEDED_SPACE:
            problem = os.strerror(errno.ENOSPC)
    except OSError as error:
        problem = error.strerror or type(error).__name__
    if problem:
        text = f"nothing can be written to {data}: {problem}"
        return Check("disk", ok=False, text=text, code="PT-DISK", stops=True, details=details)
    if folder != data and not (folder.is_dir() and os.access(folder, os.W_OK)):
        text = f"{data} cannot be made in {folder}"
        return Check("disk", ok=False, text=text, code="PT-DISK", stops=True, details=details)
    can = "can be written to" if folder == data else "is not there yet and can be made"
    text = f"{data} {can}, {free / 2**30:,.1f} GB free"
    if free < _LITTLE_SPACE:
        return Check("disk", ok=False, text=text, code="PT-DISK-SPACE", details=details)
    return Check("disk", ok=True, text=text, details=details)


def _nearest(folder: Path) -> Path:
    return next(one for one in folder.absolute().parents if os.path.lexists(one))


def check_log(console: Console) -> Check:
    """Tells where the log is. A till without a log can redeem."""
    folder = paths.log_dir(console.data)
    if os.path.lexists(console.data) and not os.access(console.data, os.X_OK):
        text = f"nothing can be written to {folder}"
        return Check("log", ok=False, text=text, code="PT-LOG", details={"folder": str(folder)})
    files = sorted(folder.glob("*.log*")) if folder.is_dir() else []
    size = sum(one.stat().st_size for one in files)
    from desktop.logs import crashes

    last = crashes.newest(folder)
    details: dict[str, object] = {"folder": str(folder), "files": [one.name for one in files], "bytes": size}
    details["last_crash"] = last or None
    if os.path.lexists(folder) and not os.access(folder, os.W_OK):
        text = f"nothing can be written to {folder}"
        return Check("log", ok=False, text=text, code="PT-LOG", details=details)
    lines = (f"last crash: {last}",) if last else ()
    return Check("log", ok=True, text=f"{folder} ({len(files)} files)", details=details, lines=lines)


def check_keyring(console: Console) -> Check:
    """Tells which keyring the system has. Whether the password is in it is a part of the service's checks."""
    from desktop.store.secrets import Passwords

    try:
        name = Passwords({}, machine=paths.machine_data(console.data)).backend_name()
    except SecretUnavailable as failure:
        return Check("keyring", ok=False, text=reason(failure), code=failure.support, details={"name": None})
    return Check("keyring", ok=True, text=name, details={"name": name})


def check_printers(console: Console) -> Check:
    """Lists the printers of the system with the state of their queues, and looks at the till's own."""
    from desktop.domain.printers import NetworkPrinter, address_text, printer_address
    from desktop.printing.printers import system_queues

    queues = system_queues()
    states: dict[str, PaperFailed | None] = {}
    default = ""
    for one in queues.choices():
        if not one.is_raw:
            default = one.name if one.is_default else default
            states[one.name] = _queue_problem(queues, one.name)
    own = printer_address(console.settings.printer)
    if isinstance(own, NetworkPrinter):
        shown = address_text(own)
        problem = states[shown] = _network_problem(own)
    else:
        shown = own.name or default
        problem = _queue_problem(queues, shown)
        if not shown and problem is None:
            problem = PaperFailed(PaperTrouble.NO_PRINTER)
    details: dict[str, object] = {
        "configured": address_text(own),
        "default": default,
        "queues": {name: found.support if found is not None else "ready" for name, found in states.items()},
    }
    lines = tuple(f"{name}: {_state(found)}{', default' if name == default else ''}" for name, found in states.items())
    if problem is not None:
        text = f"the till’s printer {shown} is not ready: " if shown else "none is ready: "
        code = problem.support
        return Check("printers", ok=False, text=text + reason(problem), code=code, details=details, lines=lines)
    return Check("printers", ok=True, text=f"{shown} is ready", details=details, lines=lines)


def _state(problem: PaperFailed | None) -> str:
    return "ready" if problem is None else f"{reason(problem)} ({problem.support})"


def _queue_problem(queues: Queues, name: str) -> PaperFailed | None:
    """Returns why a queue would not print; for an empty name, why the print service does not work."""
    try:
        queues.check_queue(name)
    except PaperFailed as failure:
        return failure
    return None


def _network_problem(printer: NetworkPrinter) -> PaperFailed | None:
    """Returns why a network printer accepts no connection. Nothing is sent to it."""
    import socket

    try:
        socket.create_connection((printer.host, printer.port), timeout=5).close()
    except socket.gaierror:
        return PaperFailed(PaperTrouble.ADDRESS)
    except OSError:
        return PaperFailed(PaperTrouble.NOT_FOUND)
    return None


def _qt_version() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return f"cannot be loaded ({error.name or type(error).__name__})"
    return str(qVersion())


def _window_problem() -> str:
    """Returns what a window lacks on this computer. A screen is not needed: this may run over SSH."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - it needs the most of the system's libraries
    except ImportError as error:
        # The text names the library of the system that is missing.
        return f"Qt cannot be loaded ({error})"
    return ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
