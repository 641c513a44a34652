"""Tests which facts of the journal's events the log has, and that it has none that a person typed."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import Redeemed, Step, Trace, new_reference
from desktop.store import event_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Draft
    from desktop.store.journal import SqliteJournal


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, object]]]:
    """Returns the messages of the log with their facts, without those that are empty."""
    return [
        (one.message, {name: value for name, value in vars(one)["facts"].items() if value})
        for one in caplog.records
        if one.name == event_log.__name__ and "facts" in vars(one)
    ]


@pytest.mark.parametrize(
    ("what", "detail", "told"),
    [
        ("signed_on", "PIN", {"cashier": "Meera", "detail": "PIN"}),
        ("signed_off", "idle", {"cashier": "Meera", "detail": "idle"}),
        ("sign_on_refused", "PT-SIGN-ON-PIN", {"cashier": "Meera", "code": "PT-SIGN-ON-PIN"}),
        ("supervisor_refused", "PT-PIN, for Asha Rao", {"cashier": "Meera"}),
    ],
)
def test_who_signed_on_is_in_the_log(
    journal: SqliteJournal,
    caplog: pytest.LogCaptureFixture,
    what: str,
    detail: str,
    told: dict[str, object],
) -> None:
    """With what the till says about it, but never with a text that a person typed."""
    caplog.set_level(logging.INFO)
    journal.note(what, at=datetime.now(UTC), till="till.one", cashier="Meera", detail=detail)
    assert lines(caplog) == [(f"journal: {what}", told)]


def test_each_step_of_an_attempt_has_its_reference(
    journal: SqliteJournal, now: datetime, make_draft: Callable[..., Draft], caplog: pytest.LogCaptureFixture
) -> None:
    """In the order in which they happened, with the code of what went wrong and the ids that support asks for."""
    caplog.set_level(logging.INFO)
    reference = new_reference(now)
    journal.begin(make_draft(), reference, at=now, till="till.one", cashier="Meera")
    journal.step(reference, Step.LOST, at=now, trace=Trace(code="PT-TIMEOUT"))
    journal.note("settled_by_hand", at=now, till="till.one", cashier="Meera", reference=reference, detail="saw Asha")
    journal.step(reference, Step.FOUND, at=now, redeemed=Redeemed(redemption_id="R-1", request_id="Q-1"))
    assert lines(caplog) == [
        ("journal: begun", {"reference": reference, "cashier": "Meera"}),
        ("journal: lost", {"reference": reference, "code": "PT-TIMEOUT"}),
        ("journal: settled_by_hand", {"reference": reference}),
        ("journal: found", {"reference": reference, "redemption_id": "R-1", "request_id": "Q-1"}),
    ]


def test_what_is_not_durable_is_not_logged(
    journal: SqliteJournal, now: datetime, make_draft: Callable[..., Draft], caplog: pytest.LogCaptureFixture
) -> None:
    """A transaction that fails leaves no line, so the log never says more than the journal."""
    caplog.set_level(logging.INFO)
    reference = new_reference(now)
    journal.begin(make_draft(), reference, at=now, till="till.one", cashier="Meera")
    caplog.clear()
    with pytest.raises(ValueError, match="reference"):
        journal.begin(make_draft(), reference, at=now, till="till.one", cashier="Meera")
    journal.note("signed_on", at=now, till="till.one", cashier="Meera")
    assert [message for message, _ in lines(caplog)] == ["journal: signed_on"]
