"""Checks the journal and its chain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.commands.console import complain_of_no_journal
from desktop.domain.exit_codes import ExitCode
from desktop.store.journal_workers import verify_whole
from desktop.store.verification import verify

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Prints the result, the number of events and the head as one line of JSON."""
    head = console.command.head
    verdict = verify(console.journal, head) if head else verify_whole(console.journal)
    report = {"ok": verdict.ok, "events": verdict.events, "head": verdict.head}
    if verdict.problem:
        report["problem"] = verdict.problem
    console.print(json.dumps(report, ensure_ascii=False))
    if verdict.ok and not verdict.events and not console.journal.exists():
        complain_of_no_journal(console.journal)
    return ExitCode.DONE if verdict.ok else ExitCode.UNUSABLE
