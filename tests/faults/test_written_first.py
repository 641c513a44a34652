"""Tests that a redemption is in the journal before its request arrives, and that no secret ever is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.redemption import State
from desktop.store.journal import SqliteJournal
from tests.faults.answers import THROTTLED
from tests.faults.faults import POSITIONS, REDEEM, answered, cut_request, hold_back
from tests.faults.harness import draft

if TYPE_CHECKING:
    from tests.faults.harness import Harness
    from tests.faults.proxy import SeenRequest


def test_every_request_is_recorded_before_it_is_sent(harness: Harness) -> None:
    """Whenever a request reaches the network, whether first, repeated or sent again, the journal has it in flight."""
    journal = paths.journal(harness.data())
    found: list[tuple[State, int]] = []

    def look(seen: SeenRequest) -> None:
        if seen.path == REDEEM:
            with SqliteJournal.open(journal, writer=False) as reader:
                attempt = reader.get(seen.reference)
            assert attempt is not None
            found.append((attempt.state, attempt.sends))

    harness.proxy.on_arrival = look
    with harness.till() as till:
        assert harness.redeem(till, draft("B-1")).state is State.REDEEMED
        harness.proxy.plan(answered(THROTTLED["429"], processed=False))
        assert harness.redeem(till, draft("B-2")).state is State.REDEEMED
        harness.proxy.plan(hold_back())
        lost = harness.redeem(till, draft("B-3"))
        till.watch(lost)
        till.settle()
        assert till.stored(lost).state is State.NOT_APPLIED
        assert harness.redeem(till, draft("B-3")).state is State.REDEEMED
    assert found == [(State.IN_FLIGHT, sends) for sends in (1, 1, 1, 1, 2)]
    assert harness.disagreements() == {}


def test_no_code_and_no_password_is_recorded(harness: Harness) -> None:
    """No file of the till contains a code or the password, whatever the outcome was."""
    harness.service.password = "Tr0ub4dor&3"
    secrets = [harness.service.password]
    with harness.till() as till:
        for number, fault in enumerate(
            (None, cut_request(POSITIONS["in-the-body"]), answered(THROTTLED["429"], processed=False))
        ):
            wanted = draft(f"B-{number}")
            secrets.append(harness.code(wanted).secret)
            if fault is not None:
                harness.proxy.plan(fault)
            till.watch(harness.redeem(till, wanted))
        till.settle()
        files = [file for file in harness.folder.rglob("*") if file.is_file()]
        held = b"".join(file.read_bytes() for file in files)
        assert b"B-2" in held
        assert [secret for secret in secrets if secret.encode() in held] == []
        assert any(secret.encode() in seen.body for seen in harness.proxy.seen for secret in secrets)
    assert harness.disagreements() == {}
