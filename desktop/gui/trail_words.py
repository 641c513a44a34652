"""Puts the events of the audit trail into words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.gui.receipts import isolated_in_rtl

if TYPE_CHECKING:
    from desktop.domain.history import Event
    from desktop.gui.formats import LocaleFormats

_ICONS = {
    "begun": ("send", "soft"),
    "sent_again": ("send", "soft"),
    "redeemed": ("check", "good"),
    "found": ("check", "good"),
    "completed": ("info", "soft"),
    "refused": ("cross", "bad"),
    "not_sent": ("cross", "bad"),
    "absent": ("cross", "bad"),
    "lost": ("question", "wait"),
    "suspected": ("alert", "wait"),
    "looked": ("search", "soft"),
    "waiting": ("clock", "soft"),
    "signed_in_again": ("send", "soft"),
    "reversed": ("giveback", "accent"),
    "given_back_in_part": ("giveback", "accent"),
    "supervisor_agreed": ("user", "soft"),
    "supervisor_refused": ("user", "bad"),
    "settled_by_hand": ("user", "soft"),
    "taken_over": ("user", "soft"),
    "code_not_needed": ("lock", "soft"),
    "code_skipped": ("lock", "soft"),
    "asked_again": ("search", "soft"),
    "bill_sent": ("send", "soft"),
    "bill_attached": ("check", "good"),
}

_SENT = frozenset({"begun", "sent_again", "asked_again"})
"""Events whose detail is the id of a hand-over."""

_OF_REVERSAL = re.compile(r"^(?:reversal|give_back)_")
"""Begins the name of an event of points that were given back."""

_WITH_POINTS = frozenset({"begun", "salvaged"})
"""Steps of a reversal whose event has the points."""


class TrailWords(QObject):
    """Says what an event means, in the cashier's language."""

    def __init__(self, formats: LocaleFormats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._words = {
            "begun": self.tr("Recorded and sent"),
            "sent_again": self.tr("Sent again with the same reference"),
            "redeemed": self.tr("Redeemed"),
            "found": self.tr("Found: redeemed"),
            "completed": self.tr("Balance learned"),
            "refused": self.tr("Refused"),
            "not_sent": self.tr("Not sent"),
            "absent": self.tr("Proved not redeemed"),
            "lost": self.tr("No answer that proves it"),
            "suspected": self.tr("Perhaps found"),
            "looked": self.tr("Asked: not there yet"),
            "waiting": self.tr("Waited for a busy service"),
            "signed_in_again": self.tr("Signed in again, looked, and sent again"),
            "reversed": self.tr("All points given back"),
            "given_back_in_part": self.tr("Points given back"),
            "supervisor_agreed": self.tr("A supervisor agreed"),
            "supervisor_refused": self.tr("A supervisor did not agree"),
            "settled_by_hand": self.tr("Settled by hand"),
            "taken_over": self.tr("Taken over by {cashier}"),
            "asked_again": self.tr("Asked for again"),
            "code_not_needed": self.tr("No code needed"),
            "code_skipped": self.tr("Without a code"),
            "bill_sent": self.tr("Bill number sent"),
            "bill_attached": self.tr("Bill number attached"),
            "salvaged": self.tr("Taken from another journal"),
            "forgotten": self.tr("Personal data deleted"),
            "reversal_reversed": self.tr("Points given back"),
            "reversal_found": self.tr("Found: given back"),
            "reversal_absent": self.tr("Proved not given back"),
        }

    def says(self, event: Event) -> str:
        """Returns what happened, with the code or detail that was recorded."""
        if _OF_REVERSAL.match(event.what):
            return self._says_of_reversal(event)
        words = self._words.get(event.what, event.what.replace("_", " ")).format(cashier=event.cashier)
        # Which hand-over of the POS it was sent for is for support, in the export.
        return f"{words} ({event.detail})" if event.detail and event.what not in _SENT else words

    def _says_of_reversal(self, event: Event) -> str:
        """Leaves out the till's own id of the reversal, with which the detail begins: 26 characters without a space."""
        step = _OF_REVERSAL.sub("", event.what, count=1)
        detail = event.detail.partition(" ")[2]
        if step in _WITH_POINTS:
            # "100 points", and perhaps who approved it, which has a line of its own.
            detail = self._formats.number(Decimal(detail.partition(" ")[0]))
        words = self._words.get(event.what, "")
        if not words:
            step_words = self._words.get(step, step.replace("_", " "))
            words = self.tr("Giving back: {event}").format(event=step_words)
        return f"{words} ({isolated_in_rtl(detail)})" if detail else words

    @staticmethod
    def icon(event: Event) -> tuple[str, str]:
        """Returns the icon of an event, and the role of its colour."""
        return _ICONS.get(_OF_REVERSAL.sub("", event.what, count=1), ("info", "soft"))
