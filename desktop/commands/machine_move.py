"""Moves this user's settings, secrets and journal into the folder that all logins of this machine share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.command_line import complain
from desktop.domain.access import SignIn
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Secrets, SecretUnavailable
from desktop.domain.redemption import UNSETTLED
from desktop.private_files import sync_folder, write_atomically
from desktop.settings_loading import load_settings
from desktop.store.journal import SqliteJournal
from desktop.store.moving import JournalThereError, move_journal, moved_path
from desktop.store.secrets import Passwords
from desktop.store.settings_file import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.commands.console import Console

_ABSENT = frozenset({Secrets.MISSING, Secrets.CLIENT_MISSING, Secrets.OTHER_HOST, Secrets.NO_STORE})


def run(console: Console) -> ExitCode:
    """Moves what the machine does not have yet. What it has already stays, and so does this user's own.

    Raises:
        SecretUnavailable: this user's keyring is locked, or the machine's store cannot be written.
        JournalUnusable: one of the two journals is open or cannot be used.
    """
    if paths.machine_data(console.data) is None:
        complain("the logins of this machine share no folder; “machine share” makes one")
        return ExitCode.UNUSABLE
    if _move_settings(paths.user_config_dir() / FILE_NAME, console.data / FILE_NAME):
        console.print("moved the settings")
    for what in _move_secrets(console):
        console.print(f"moved the {what}")
    own = paths.user_data_dir()
    try:
        if move_journal(paths.journal(own), console.journal):
            console.print("moved the journal")
    except JournalThereError:
        return _report_own(console, own)
    return ExitCode.DONE


def _move_settings(own: Path, shared: Path) -> bool:
    if not own.exists() or shared.exists():
        return False
    write_atomically(shared, own.read_bytes())
    own.rename(own.with_name(f"{own.name}.moved"))
    sync_folder(own.parent)
    return True


def _move_secrets(console: Console) -> list[str]:
    loaded = load_settings(console.command, console.data)
    till, server = loaded.settings.till, loaded.settings.server
    moved = []
    for sign_in, what in ((SignIn.BASIC, "password"), (SignIn.OAUTH, "key and secret")):
        own = Passwords({}, home=loaded.home, sign_in=sign_in)
        shared = Passwords({}, home=loaded.home, sign_in=sign_in, machine=console.data)
        if not till or not server or _find(shared, till, server):
            continue
        found = _find(own, till, server)
        if found:
            shared.set(till, found, server)
            own.delete(till, server)
            moved.append(what)
    return moved


def _find(passwords: Passwords, till: str, server: str) -> str:
    try:
        return passwords.get(till, server)
    except SecretUnavailable as failure:
        if failure.why in _ABSENT:
            return ""
        raise


def _report_own(console: Console, own: Path) -> ExitCode:
    """Says what is left in this user's journal, because two journals cannot be put together."""
    path = paths.journal(own)
    with SqliteJournal.open(path if path.exists() else moved_path(path), writer=False) as journal:
        open_ones = journal.in_states(*UNSETTLED)
    console.print(f"this machine has a journal already, so the one in {own} stays there")
    if not open_ones:
        return ExitCode.DONE
    complain(f"{len(open_ones)} redemptions in it are not settled; run: points-till settle --data {own} --config {own}")
    return ExitCode.UNKNOWN
