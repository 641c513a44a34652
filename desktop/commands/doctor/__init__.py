"""Checks everything that a till needs, one thing independently of the other, and reports it for people or as JSON."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

# These modules import what may be broken within their checks, so that it takes only that check down.
from desktop.commands.doctor import interface, machine, records, service
from desktop.commands.doctor.report import Report, Task, collect

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.exit_codes import ExitCode

_SHORT, _NETWORK, _LONG = 15.0, 180.0, 600.0
"""Seconds that a check may take. The whole journal of a till that has run for years takes a minute."""


def run(console: Console) -> ExitCode:
    """Prints the report, and returns `UNUSABLE` if a window would refuse to redeem."""
    # What the checks log is in the report. Without a handler, Python would print it on the console.
    logging.getLogger("desktop").addHandler(logging.NullHandler())
    report = examine(console)
    if console.command.json:
        console.print(report.as_json())
    else:
        for line in report.lines():
            console.print(line)
    return report.exit_code


def examine(console: Console) -> Report:
    """Makes every check. Never raises: a check that fails itself is reported as such."""
    return collect(
        [
            Task("program", machine.check_program, _SHORT),
            Task("resources", machine.check_resources, _SHORT, stops=True),
            Task("settings", lambda: machine.check_settings(console), _SHORT, stops=True),
            Task("disk", lambda: machine.check_disk(console), _SHORT, stops=True),
            Task("log", lambda: machine.check_log(console), _SHORT),
            Task("journal", lambda: records.check_journal(console), _LONG, stops=True),
            Task("attempts", lambda: records.check_attempts(console), _SHORT),
            Task("login", lambda: records.check_login(console), _SHORT),
            Task("sending", lambda: records.check_head_office(console), _SHORT),
            Task("keyring", lambda: machine.check_keyring(console), _SHORT),
            Task("service", lambda: service.check_service(console), _NETWORK, stops=True),
            Task("printers", lambda: machine.check_printers(console), 2 * _SHORT),
            Task("interface", lambda: interface.check_interface(console), _SHORT),
        ]
    )
