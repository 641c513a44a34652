"""Imports keyring without libraries that it hardly uses, and without the back ends of other systems."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import threading
from typing import TYPE_CHECKING

from desktop.lean_imports import late

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SYSTEM_BACK_ENDS = {
    "win32": "keyring.backends.Windows.WinVaultKeyring",
    "darwin": "keyring.backends.macOS.Keyring",
    "linux": "keyring.backends.SecretService.Keyring",
}
"""The back end that keyring would choose, by `sys.platform`."""

_OTHERS_ON_LINUX = ("dbus", "gi")
"""Libraries with which keyring has more back ends on Linux, and may use several at once. The till brings neither."""

_LATE = ("importlib_metadata", "more_itertools", "tarfile" if sys.version_info >= (3, 12) else "backports.tarfile")
"""Libraries of 3 MiB, of which keyring takes nothing but functions. The till never calls them."""

_lock = threading.Lock()
_state = {"must select": False}


def import_keyring() -> None:
    """Imports keyring. Has no effect if it is imported already. Call it before anything else imports keyring."""
    with _lock:
        if "keyring" in sys.modules:
            return
        with late(*_LATE, only_functions=True):
            importlib.import_module("keyring")
        _state["must select"] = True


def select_keyring() -> KeyringBackend:
    """Returns the keyring that the environment, keyring's own configuration or the system names.

    It is the one that `keyring.get_keyring` would return. That function imports every back end to compare them; here
    only the system's own is imported, unless it cannot be used. May block for as long as the keyring does.

    Raises:
        Exception: what the configuration names cannot be used.
    """
    import_keyring()
    import keyring

    with _lock:
        if _state["must select"]:
            found = _named() or _systems_own()
            if found is not None:
                keyring.set_keyring(found)
            _state["must select"] = False
        return keyring.get_keyring()


def _named() -> KeyringBackend | None:
    from keyring import core

    return core.load_env() or core.load_config()


def _systems_own() -> KeyringBackend | None:
    from keyring import core

    name = _SYSTEM_BACK_ENDS.get(sys.platform)
    if name is None or (sys.platform == "linux" and any(map(importlib.util.find_spec, _OTHERS_ON_LINUX))):
        return None
    try:
        return core.load_keyring(name)
    except (RuntimeError, ImportError):
        # It cannot be used here. Another one may be installed.
        return None
