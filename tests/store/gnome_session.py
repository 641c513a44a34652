"""Uses the till's passwords in a session with the real GNOME keyring, step by step, and prints what happened as JSON.

Runs within `dbus-run-session`, in an environment of its own:

    dbus-run-session -- python -m tests.store.gnome_session

With `--unopened`, no one has opened the keyring, and only one password is asked for.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.failures import SecretUnavailable
from desktop.store.secrets import Passwords

if TYPE_CHECKING:
    from collections.abc import Callable

EU = "https://eu.example.com"
TILL = "till.one"


def main() -> None:
    """Takes every step, and prints the results by their names."""
    if "--unopened" in sys.argv:
        sys.stdout.write(json.dumps({"unopened": _get()}))
        return
    _open_keyring()
    done = {"open and empty": _get()}
    done["key and secret, empty"] = _get(SignIn.OAUTH)
    Passwords({}, home=EU).set(TILL, "pässword", EU)
    done["stored"] = _get()
    done["other address"] = _get(server="https://evil.example.net")
    Passwords({}, home=EU, sign_in=SignIn.OAUTH).set(TILL, OAuthClient("the-key", "the-secret").text, EU)
    done["key and secret, stored"] = _get(SignIn.OAUTH)
    _lock()
    done["locked"] = _get()
    done["locked, stored again"] = _why(lambda: Passwords({}, home=EU, timeout=10.0).set(TILL, "new", EU))
    sys.stdout.write(json.dumps(done))


def _get(sign_in: SignIn = SignIn.BASIC, *, server: str = EU) -> str:
    passwords = Passwords({}, home=EU, sign_in=sign_in, timeout=10.0)
    return _why(lambda: str(passwords.get(TILL, server)))


def _why(use: Callable[[], object]) -> str:
    try:
        return str(use())
    except SecretUnavailable as failure:
        return failure.why.name


def _open_keyring() -> None:
    """Starts the daemon with an open keyring, as signing in to the desktop does."""
    subprocess.run(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
        input=b"login-password",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _lock() -> None:
    import secretstorage

    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    connection.close()


if __name__ == "__main__":
    main()
