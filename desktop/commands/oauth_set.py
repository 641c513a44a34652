"""Stores the key and secret with which the till gets its tokens in the keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.password_set import read_line
from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.exit_codes import ExitCode
from desktop.domain.settings import origin
from desktop.standard_output import complain
from desktop.store.secrets import Passwords

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Reads the key from the first line of standard input, and the secret from the second.

    Raises:
        SecretUnavailable: the keyring cannot store them.
    """
    try:
        key, secret = read_line(), read_line()
    except UnicodeError:
        complain("the key and secret on standard input are not UTF-8")
        return ExitCode.USAGE
    if not key or not secret:
        complain("two lines are needed on standard input: the key, then the secret")
        return ExitCode.USAGE
    passwords = Passwords({}, home=console.loaded.home, sign_in=SignIn.OAUTH, machine=paths.machine_data(console.data))
    till, server = console.settings.till, console.settings.server
    passwords.set(till, OAuthClient(key, secret).text, server)
    owner = f"{till} at {origin(server)}" if server else till
    console.print(f"the key and secret of {owner} are in {passwords.backend_name()}")
    if not server:
        console.print("they will belong to the first address that this till uses")
    if console.settings.sign_in is not SignIn.OAUTH:
        console.print("the till uses them once its setting sign_in is oauth")
    return ExitCode.DONE
