"""Describes what the till remembers of hand-overs beside the journal, so that the POS gets each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFile:
    """A file of the POS whose outcome is unknown or not proved, and that is rewritten if it becomes another one.

    Attributes:
        path: the file.
        reference: of the redemption.
        reversal_id: the till's own id of the reversal; empty if it is about the redemption itself.
        hand_over_id: of the hand-over; empty if an earlier version did not keep it.
    """

    path: str
    reference: str
    reversal_id: str = ""
    hand_over_id: str = ""


RESULT = "result"
"""The field of a hand-over that names the file for its outcome, as on the command line."""


NO_FOLDER = "no folder"
"""What a file is like if its folder is missing, or cannot be looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedFile:
    """A file of the POS that does not have the last outcome of its hand-over yet.

    Attributes:
        path: the file.
        seen: what the file was like before (`ResultFiles.state`); another program has changed it if it is not so.
        prepared: the name of the file beside it that takes its place; empty before there is one.
    """

    path: str
    seen: str
    prepared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPosition:
    """A place in the journal: what has a higher number happened later.

    Attributes:
        identity: of the journal. Numbers of another journal mean nothing. Empty for an older version's, whose events do
            not say for which hand-over something was sent.
        events: the number of the newest event.
    """

    identity: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRecord:
    """A hand-over of the local interface, or one whose outcome goes to a file, as it survives a restart of the till.

    Attributes:
        id: of the hand-over.
        at: when it was handed over, with offset.
        fields: what was handed over, by the names of the command line.
        key: the caller's own key for it; empty if there is none.
        opened: where the journal was when the customer came to the counter; None if that has not happened.
        reference: of the redemption that the outcome is about; empty if there is none.
        reversal_id: likewise, of the reversal.
        told: the outcome as it was told last; None if nothing was told.
        is_done: True if the cashier has finished with it.
    """

    id: str
    at: datetime
    fields: Mapping[str, str]
    key: str = ""
    opened: JournalPosition | None = None
    reference: str = ""
    reversal_id: str = ""
    told: Mapping[str, object] | None = None
    is_done: bool = False
