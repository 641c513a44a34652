"""Stores the till's password, or the proxy's, in the keyring."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.settings import origin
from desktop.standard_output import complain
from desktop.store.proxy_password import ProxyPassword
from desktop.store.secrets import Passwords

if TYPE_CHECKING:
    from desktop.commands.console import Console


def read_line() -> str:
    """Returns a line of standard input, without what shells add to it.

    Raises:
        UnicodeError: it is not UTF-8.
    """
    # Windows' `echo secret | …` appends a space, and some shells begin with a byte order mark.
    line = sys.stdin.readline().lstrip("\ufeff").strip()
    line.encode()
    return line


def run(console: Console) -> ExitCode:
    """Reads the password from the first line of standard input.

    Raises:
        SecretUnavailable: the keyring cannot store it.
        SettingsUnusable: the settings name no proxy, or no name for it.
    """
    try:
        password = read_line()
    except UnicodeError:
        complain("the password on standard input is not UTF-8")
        return ExitCode.USAGE
    if not password:
        complain("no password on standard input")
        return ExitCode.USAGE
    if console.command.proxy:
        ProxyPassword({}, machine=paths.machine_data(console.data)).set(console.settings, password)
        console.print(f"the password of {console.settings.proxy_user} at {console.settings.proxy} is stored")
        return ExitCode.DONE
    passwords = Passwords({}, home=console.loaded.home, machine=paths.machine_data(console.data))
    till, server = console.settings.till, console.settings.server
    passwords.set(till, password, server)
    owner = f"{till} at {origin(server)}" if server else till
    console.print(f"the password of {owner} is in {passwords.backend_name()}")
    if not server:
        console.print("it will belong to the first address that this till uses")
    return ExitCode.DONE
