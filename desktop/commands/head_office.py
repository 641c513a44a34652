"""Runs head office: its database, its keys, its server, and a demonstration of all of it."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.standard_output import complain

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.head_office.signing_on import SignOn

DATABASE = "POINTS_TILL_DATABASE"
"""The environment variable for `--database`. A URL on the command line can be seen by every user of a machine."""

OIDC_SECRET = "POINTS_TILL_OIDC_SECRET"  # noqa: S105 - the variable's name
"""The environment variable for the secret that the OpenID provider knows head office by."""


def run(console: Console) -> ExitCode:
    """Runs the command, and explains what is missing if it cannot be run."""
    try:
        import psycopg

        from desktop.head_office.fetching import FetchRunsError
        from desktop.head_office.importing import ImportedListError
        from desktop.head_office.migrations import WrongVersionError
        from desktop.head_office.temporary_database import NoPostgresError
    except ModuleNotFoundError as error:
        complain(f"{error.name} is missing: install Points Till with [head-office], as docs/head-office.md says")
        return ExitCode.UNUSABLE
    try:
        return _run(console)
    except (WrongVersionError, NoPostgresError, ImportedListError, FetchRunsError, LookupError) as error:
        complain(str(error))
    except psycopg.Error as error:
        # libpq's own words name the host and the user, and no password, once it could read the address.
        complain(f"the database: {' '.join(str(error).split())}")
    return ExitCode.UNUSABLE


def _run(console: Console) -> ExitCode:
    verb = console.command.verb
    if verb == "head-office demo":
        from desktop.commands import head_office_demo

        return head_office_demo.run(console)
    from desktop.commands import head_office_fetch

    database = console.command.database or os.environ.get(DATABASE, "")
    if not database:
        complain(f"--database is needed, or {DATABASE}")
        return ExitCode.USAGE
    if not _can_be_read(database):
        complain(
            f"--database or {DATABASE} is no address of a PostgreSQL database: postgresql://USER:PASSWORD@HOST/NAME, "
            "with % and two digits for each special character of the password"
        )
        return ExitCode.USAGE
    commands = {
        "head-office serve": _serve,
        "head-office migrate": _migrate,
        "head-office enrol": _enrol,
        "head-office import": _import,
        "head-office close-alarm": _close_alarm,
        "head-office fetch": head_office_fetch.run,
    }
    return commands[verb](console, database)


def _can_be_read(database: str) -> bool:
    """True if libpq can read an address. If it cannot, its reason quotes the address, and the password with it."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        conninfo_to_dict(database)
    except psycopg.ProgrammingError:
        return False
    return True


def _serve(console: Console, database: str) -> ExitCode:
    from desktop.head_office.application import Trust
    from desktop.head_office.calendar import Calendar
    from desktop.head_office.serving import Server

    command = console.command
    # systemd and containers keep what is printed on standard error.
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        trust = Trust.of(
            command.trusted_proxy, user_header=command.user_header, certificate_header=command.certificate_header
        )
    except ValueError as error:
        complain(f"--trusted-proxy: {error}")
        return ExitCode.USAGE
    try:
        calendar = Calendar.of(command.time_zone)
        sign_on = _sign_on(console)
    except (ValueError, ModuleNotFoundError) as error:
        complain(str(error))
        return ExitCode.USAGE
    try:
        server = Server(
            database,
            paths.head_office_resources(),
            trust,
            host=command.host,
            port=command.port,
            sign_on=sign_on,
            calendar=calendar,
        )
    except OSError as error:
        complain(f"port {command.port} cannot be used: {error.strerror}")
        return ExitCode.USAGE
    try:
        # Flush, because another program waits for this line.
        console.print(json.dumps({"url": server.url}), flush=True)
        server.run()
    except KeyboardInterrupt:
        pass
    return ExitCode.DONE


def _sign_on(console: Console) -> SignOn | None:
    """Returns what signs people on with OpenID, or None if the command line names no provider.

    Raises:
        ValueError: an address is not HTTPS.
        ModuleNotFoundError: what that takes is not installed. The text says how to install it.
    """
    command = console.command
    if not command.oidc_issuer:
        return None
    try:
        from desktop.head_office.signing_on import SignOn
    except ModuleNotFoundError as error:
        text = f"{error.name} is missing: install Points Till with [head-office-oidc], as docs/head-office.md says"
        raise ModuleNotFoundError(text) from None
    secret = os.environ.get(OIDC_SECRET, "")
    return SignOn(command.oidc_issuer, command.oidc_client, secret, command.public_url, command.require_claim)


def _migrate(console: Console, database: str) -> ExitCode:
    from desktop.head_office import migrations, serving

    with serving.connect(database) as connection:
        applied = migrations.migrate(connection, paths.head_office_resources() / "migrations")
    console.print(json.dumps({"applied": applied}))
    return ExitCode.DONE


def _enrol(console: Console, database: str) -> ExitCode:
    from desktop.head_office import access, migrations, serving

    command = console.command
    named = {"reader": command.reader} if command.reader else {"till": command.operand}
    with serving.connect(database) as connection:
        migrations.check_version(connection, paths.head_office_resources() / "migrations")
        if command.revoke:
            owner = access.Owner(till=command.operand, reader=command.reader)
            console.print(json.dumps({**named, "revoked": access.revoke(connection, owner)}, ensure_ascii=False))
            if access.has_had_key(connection, owner):
                return ExitCode.DONE
            # A key that someone wants to end may still open the door under the right name.
            complain(f"no {'reader' if command.reader else 'till'} “{owner.reader or owner.till}” ever had a key")
            return ExitCode.NO_RECORD
        if command.reader:
            key = access.enrol_reader(connection, command.reader)
        else:
            key = access.enrol_till(connection, command.operand)
    console.print(json.dumps({**named, "key": key}, ensure_ascii=False))
    return ExitCode.DONE


def _import(console: Console, database: str) -> ExitCode:
    from desktop.head_office import importing, migrations, serving

    command = console.command
    file = Path(command.operand)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        complain(f"{file}: it is not UTF-8")
        return ExitCode.USAGE
    with serving.connect(database) as connection:
        migrations.check_version(connection, paths.head_office_resources() / "migrations")
        count = importing.store(connection, command.source, file.name, text)
    console.print(json.dumps({"source": command.source, "imported": count}))
    return ExitCode.DONE


def _close_alarm(console: Console, database: str) -> ExitCode:
    from desktop.head_office import alarms, serving

    command = console.command
    with serving.connect(database) as connection:
        closed = alarms.close(connection, int(command.operand), command.reason)
    if not closed:
        complain(f"no alarm {command.operand} is open")
        return ExitCode.UNUSABLE
    console.print(json.dumps({"closed": int(command.operand)}))
    return ExitCode.DONE
