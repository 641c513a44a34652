"""Moves what a login had for itself into the folder that all logins of this machine share."""

from __future__ import annotations

import logging
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.access import SignIn
from desktop.domain.failures import Failure, Secrets, SecretUnavailable
from desktop.private_files import write_atomically
from desktop.store.errors import journal_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.domain.settings import Settings
    from desktop.store.writer_lock import WriterLock

_log = logging.getLogger(__name__)

SETTINGS = "settings.json"

_ABSENT = frozenset({Secrets.MISSING, Secrets.CLIENT_MISSING, Secrets.OTHER_HOST, Secrets.NO_STORE, Secrets.PROXY})


def move_settings(machine: Path) -> bool:
    """Moves this login's settings, unless the machine has some. Returns True if they were moved.

    Raises:
        OSError: they cannot be read or written. They are still where they were.
    """
    own, shared = paths.user_config_dir() / SETTINGS, machine / SETTINGS
    if shared.exists() or not own.is_file():
        return False
    from desktop.store.moving import set_aside

    write_atomically(shared, own.read_bytes())
    set_aside(own)
    return True


def try_to_move_settings(machine: Path) -> None:
    """Moves this login's settings as `move_settings` does. If that fails, they stay for the next start."""
    try:
        if move_settings(machine):
            _log.warning("moved this login's settings to %s", machine)
    except OSError as error:
        _log.warning("this login's settings could not be moved to %s: %s", machine, error.strerror)


def move_rest(
    machine: Path, settings: Settings, home: str, *, sign_ins: Iterable[SignIn] = SignIn, lock: WriterLock | None = None
) -> tuple[list[str], list[Failure]]:
    """Moves this login's secrets, journal, print jobs and records of hand-overs. Goes on if one of them fails.

    What the machine has already stays as it is: the two journals are joined, and so are the other records. Calling it
    again after any failure moves the rest. Blocks for as long as a keyring does; never call it on the GUI thread.

    Args:
        machine: the folder that all logins share.
        settings: the settings in force, for the names of the secrets.
        home: the service's address in the settings; see `store.secrets.Passwords`.
        sign_ins: whose secrets to look for. Each look into a keyring can take its time limit.
        lock: the lock on the machine's journal that this process already holds.

    Returns:
        What was moved, and why something was not.
    """
    own = paths.user_data_dir()
    moved: list[str] = []
    failures: list[Failure] = []

    def attempt(move: Callable[[], str]) -> None:
        try:
            with journal_errors(own):
                what = move()
        except Failure as failure:
            _log.warning("not everything could be moved from %s to %s: %s", own, machine, failure)
            failures.append(failure)
            return
        if what:
            _log.warning("moved from %s to %s: %s", own, machine, what)
            moved.append(what)

    # The journal is first, because what it does not know yet must not wait for a keyring.
    attempt(partial(_move_journal, own, machine, lock))
    if not failures:
        # Hand-overs and receipts belong to the redemptions of that journal.
        for move in (_move_print_queue, _move_pos_records, _move_token):
            attempt(partial(move, own, machine))
    for sign_in in sign_ins:
        attempt(partial(_move_secret, machine, settings, home, sign_in))
    attempt(partial(_move_proxy_password, machine, settings))
    return moved, failures


def _move_journal(own: Path, machine: Path, lock: WriterLock | None) -> str:
    from desktop.store.moving import Moved, move_journal

    match move_journal(paths.journal(own), paths.journal(machine), lock=lock):
        case Moved.NOTHING:
            return ""
        case Moved.MOVED:
            # How far head office is. It asks for the rest if this is lost.
            _copy_if_missing(paths.head_office_state(own), paths.head_office_state(machine))
            return "the journal"
        case Moved.JOINED:
            return "the journal, which was joined to the machine's"


def _move_print_queue(own: Path, machine: Path) -> str:
    from desktop.store.moving import set_aside
    from desktop.store.print_queue import PrintQueue

    file = paths.print_queue(own)
    if not file.exists():
        return ""
    with closing(PrintQueue(file)) as old, closing(PrintQueue(paths.print_queue(machine))) as new:
        new.take_over(old)
    set_aside(file)
    return "the print jobs"


def _move_pos_records(own: Path, machine: Path) -> str:
    from desktop.store.moving import set_aside
    from desktop.store.pos_records import PosRecords

    file = paths.pos_records(own)
    if not file.exists():
        return ""
    with PosRecords(file) as old, PosRecords(paths.pos_records(machine)) as new:
        new.take_over(old)
    set_aside(file)
    return "the records of hand-overs"


def _move_token(own: Path, machine: Path) -> str:
    """Keeps the token with which the POS calls the local interface."""
    moved = _copy_if_missing(paths.api_token(own), paths.api_token(machine))
    return "the token of the local interface" if moved else ""


def _move_secret(machine: Path, settings: Settings, home: str, sign_in: SignIn) -> str:
    from desktop.store.secrets import Passwords

    till, server = settings.till, settings.server
    own = Passwords({}, home=home, sign_in=sign_in)
    shared = Passwords({}, home=home, sign_in=sign_in, machine=machine)
    if not till or not server or _find(lambda: shared.get(till, server)):
        return ""
    found = _find(lambda: own.get(till, server))
    if not found:
        return ""
    shared.set(till, found, server)
    # The machine has it now. Some keyrings cannot delete.
    with suppress(SecretUnavailable):
        own.delete(till, server)
    return "the password" if sign_in is SignIn.BASIC else "the key and secret"


def _move_proxy_password(machine: Path, settings: Settings) -> str:
    from desktop.store.proxy_password import ProxyPassword

    own, shared = ProxyPassword({}), ProxyPassword({}, machine=machine)
    if _find(lambda: shared.get(settings)):
        return ""
    found = _find(lambda: own.get(settings))
    if not found:
        return ""
    shared.set(settings, found)
    with suppress(SecretUnavailable):
        own.delete(settings)
    return "the password for the proxy"


def _find(read: Callable[[], str]) -> str:
    """Returns a secret; empty if there is none.

    Raises:
        SecretUnavailable: it is not known whether there is one.
    """
    try:
        return read()
    except SecretUnavailable as failure:
        if failure.why in _ABSENT:
            return ""
        raise


def _copy_if_missing(source: Path, target: Path) -> bool:
    if target.exists() or not source.is_file():
        return False
    write_atomically(target, source.read_bytes())
    return True
