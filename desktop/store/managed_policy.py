r"""Reads the policy that device management sets: Group Policy and Intune on Windows, a configuration profile on macOS.

On Windows it is the key `HKEY_LOCAL_MACHINE\Software\Policies\points-till`, which only administrators can change. On
macOS it is the file that the system makes of a profile for the device. Both have the names and values of `policy.json`,
and `defaults` with those that the shop may change.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store import policy_trust

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY = r"Software\Policies\points-till"
DOMAIN = "org.points-till.desktop"
PROFILE = Path("/Library/Managed Preferences") / f"{DOMAIN}.plist"
DEFAULTS = "defaults"

_PAYLOAD = "Payload"
"""What the names begin with that macOS adds to a profile."""


@dataclass(frozen=True, slots=True)
class ManagedPolicy:
    """What device management has set.

    Attributes:
        where: the key or the file.
        values: names and values that are locked.
        defaults: names and values that the shop may change.
        problem: why it cannot be read or trusted, in plain English; empty if it can.
    """

    where: str
    values: Mapping[str, object] = field(default_factory=dict)
    defaults: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


def find() -> ManagedPolicy | None:
    """Returns this machine's managed policy; None if there is none. Never raises."""
    if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
        return _from_registry()
    else:
        return from_profile() if sys.platform == "darwin" else None


def from_profile(
    path: Path = PROFILE, policy_problem: Callable[[Path], str] = policy_trust.problem
) -> ManagedPolicy | None:
    """Reads the file that macOS makes of a profile; None if there is none. Never raises.

    Args:
        path: the file.
        policy_problem: returns why the file cannot be trusted, or an empty text. Tests replace it.
    """
    where = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return ManagedPolicy(where, problem=f"cannot be read: {error.strerror or 'no reason given'}")
    why = policy_problem(path)
    if why:
        return ManagedPolicy(where, problem=f"cannot be trusted: {why}")
    try:
        found = _read_plist(data)
    except ValueError as error:
        return ManagedPolicy(where, problem=str(error))
    defaults = found.get(DEFAULTS, {})
    return ManagedPolicy(where, _named(found), _named(defaults) if isinstance(defaults, dict) else {})


def _read_plist(data: bytes) -> dict[object, object]:
    """Reads a property list with names and values.

    Raises:
        ValueError: with what is wrong, in plain English.
    """
    # Only Macs need them.
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        found = plistlib.loads(data)
    # plistlib lets every mistake of its own through, such as a number that is none.
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise ValueError(f"is not a property list: {error}") from None
    if not isinstance(found, dict):
        raise ValueError("is not a property list with names and values")  # noqa: TRY004 - one kind of failure for all
    if not isinstance(found.get(DEFAULTS, {}), dict):
        raise ValueError(f"{DEFAULTS} must have names and values")  # noqa: TRY004 - as above
    return found


def _named(values: Mapping[object, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in values.items()
        if isinstance(name, str) and name != DEFAULTS and not name.startswith(_PAYLOAD)
    }


if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows

    def _from_registry() -> ManagedPolicy | None:
        where = f"HKLM\\{KEY}"
        try:
            values = _values(KEY)
            defaults = _values(f"{KEY}\\{DEFAULTS}") or {}
        except OSError as error:
            return ManagedPolicy(where, problem=f"cannot be read: {error.strerror or 'no reason given'}")
        return ManagedPolicy(where, values or {}, defaults) if values or defaults else None

    def _values(key: str) -> dict[str, object] | None:
        """Returns the values of a key; None if it does not exist."""
        import winreg

        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        found: dict[str, object] = {}
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
                for index in range(winreg.QueryInfoKey(opened)[1]):
                    # Windows does not distinguish the case of names.
                    name, value, _kind = winreg.EnumValue(opened, index)
                    found[name.lower()] = value
        except FileNotFoundError:
            return None
        return found
