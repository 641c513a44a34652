"""Looks at the journal at the very moment at which a request arrives, and for what must never be in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.redemption import State
from desktop.store.journal import SqliteJournal
from tests.faults.answers import TOO_MANY
from tests.faults.faults import REDEEM, SPOTS, answered, cut_request, hold_back
from tests.faults.shop import draft

if TYPE_CHECKING:
    from tests.faults.proxy import Seen
    from tests.faults.shop import Shop


def test_every_request_was_written_down_before_it_left(shop: Shop) -> None:
    """First, repeated, sent again: whenever a redemption reaches the network, the journal has it in flight."""
    journal = paths.journal(shop.data())
    found: list[tuple[State, int]] = []

    def look(seen: Seen) -> None:
        if seen.path == REDEEM:
            with SqliteJournal.open(journal, writer=False) as reader:
                attempt = reader.get(seen.reference)
            assert attempt is not None
            found.append((attempt.state, attempt.sends))

    shop.proxy.on_arrival = look
    with shop.till() as till:
        assert shop.redeem(till, draft("B-1")).state is State.REDEEMED
        shop.proxy.plan(answered(TOO_MANY["429"], acts=False))
        assert shop.redeem(till, draft("B-2")).state is State.REDEEMED
        shop.proxy.plan(hold_back())
        lost = shop.redeem(till, draft("B-3"))
        till.watch(lost)
        till.settle()
        assert till.now_of(lost).state is State.NOT_APPLIED
        assert shop.redeem(till, draft("B-3")).state is State.REDEEMED
    assert found == [(State.IN_FLIGHT, sends) for sends in (1, 1, 1, 1, 2)]
    assert shop.disagreements() == {}


def test_no_code_and_no_password_is_ever_written(shop: Shop) -> None:
    """Whatever became of a redemption, its code stands in no file of the till, and the password in none either."""
    shop.service.password = "Tr0ub4dor&3"
    secrets = [shop.service.password]
    with shop.till() as till:
        for number, fault in enumerate(
            (None, cut_request(SPOTS["in-the-body"]), answered(TOO_MANY["429"], acts=False))
        ):
            wanted = draft(f"B-{number}")
            secrets.append(shop.code(wanted).secret)
            if fault is not None:
                shop.proxy.plan(fault)
            till.watch(shop.redeem(till, wanted))
        till.settle()
        files = [file for file in shop.folder.rglob("*") if file.is_file()]
        held = b"".join(file.read_bytes() for file in files)
        assert b"B-2" in held
        assert [secret for secret in secrets if secret.encode() in held] == []
        assert any(secret.encode() in seen.body for seen in shop.proxy.seen for secret in secrets)
    assert shop.disagreements() == {}
