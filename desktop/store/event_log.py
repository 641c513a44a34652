"""Logs the events that a transaction has added to the journal, after it is durable."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop.store.event_rows import REVERSAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.event_rows import NewEvent

_log = logging.getLogger(__name__)

_MOST = 20
"""Events of one transaction that are logged. Only taking over another journal adds more."""

_CODES = frozenset({"refused", "not_sent", "lost", "waiting", "sign_on_refused"})
"""Steps whose detail is a code."""

_REDEMPTIONS = frozenset({"redeemed", "found", "completed"})
"""Steps whose detail is the id of the redemption."""

_FREE_OF_NAMES = frozenset({"day_closed", "given_back_in_part", "forgotten", "signed_on", "signed_off"})
"""Other events whose detail the till makes itself, and that no one types. Who signs on is the event's cashier."""


def write(events: Sequence[NewEvent]) -> None:
    """Logs events that are in the journal now. What a person typed, such as a reason, is not logged."""
    for event in events[:_MOST]:
        _log.info("journal: %s", event.what, extra={"facts": _facts(event)})
    if len(events) > _MOST:
        _log.info("journal: %d more events", len(events) - _MOST)


def _facts(event: NewEvent) -> dict[str, object]:
    facts: dict[str, object] = {"reference": event.reference, "request_id": event.request_id}
    if event.what in _CODES:
        facts["code"] = event.detail
    elif event.what in _REDEMPTIONS:
        facts["redemption_id"] = event.detail
    elif event.what in _FREE_OF_NAMES:
        facts["detail"] = event.detail
    elif event.what.startswith(REVERSAL):
        reversal, _, rest = event.detail.partition(" ")
        facts |= {"reversal_id": reversal, "detail": rest}
    if event.what == "begun" or not event.reference:
        facts["cashier"] = event.cashier
    return facts
