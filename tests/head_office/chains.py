"""Makes chains of events as a till's journal has them, without a journal, so that many can be made."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.domain.event_batch import EventBatch, SentEvent, SentRecord
from desktop.domain.event_hashes import START, event_hash, facts_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def _microseconds(at: datetime) -> int:
    return int(at.timestamp()) * 1_000_000 + at.microsecond


@dataclass
class Chain:
    """The journal of one till.

    Attributes:
        till: its name.
        identity: of the journal.
        events: all events, each with the record that it would have if it were the newest about its redemption.
        store: the till's store.
    """

    till: str = "till.one"
    identity: str = "a" * 32
    store: str = "MG Road"
    at: datetime = NOON
    events: list[SentEvent] = field(default_factory=list)
    states: dict[str, dict[str, str | int]] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Number of the newest event."""
        return len(self.events)

    def add(self, what: str, reference: str = "", *, detail: str = "", member: str = "", **columns: str) -> None:
        """Adds an event; with columns, it changes the redemption with this reference."""
        self.at += timedelta(seconds=1)
        record, facts = None, ""
        if columns:
            at = self.at.isoformat()
            known = self.states.setdefault(
                reference,
                {"reference": reference, "till": self.till, "at": at, "begun": at, "journal_id": self.identity},
            )
            known.update({"changed": at} | columns)
            record = SentRecord("attempt", dict(known), member)
            facts = facts_digest(known).hex()
        seq = len(self.events) + 1
        previous = bytes.fromhex(self.events[-1].hash) if self.events else START
        event = SentEvent(
            seq, self.at.isoformat(), _microseconds(self.at), what, self.till, "Asha", reference, "", detail,
            facts, "", record,
        )  # fmt: skip
        own = event_hash(previous, seq, event.covered, facts)
        self.events.append(replace(event, hash=own.hex()))

    def redeem(self, reference: str, points: str = "12.5", *, bill: str = "", member: str = "", **columns: str) -> None:
        """Adds a redemption that happens."""
        facts = {"points": points, "bill": bill, "program_id": "p1", **columns}
        self.add("begun", reference, member=member, state="in_flight", **facts)
        self.add(
            "redeemed", reference, detail=f"id-{reference}", member=member, state="redeemed", moved_points=points,
            moved_value=points, redemption_id=f"id-{reference}",
        )  # fmt: skip

    def give_back(self, reference: str, points: str, number: str, *, state: str = "reversed") -> None:
        """Adds a reversal of a redemption, at the chain's time."""
        self.at += timedelta(seconds=1)
        columns: dict[str, str | int] = {
            "id": number, "reference": reference, "state": state, "points": points, "till": self.till,
            "cashier": "Asha", "at": self.at.isoformat(), "changed": self.at.isoformat(),
        }  # fmt: skip
        if state == "reversed":
            columns["reversed_points"] = points
        facts = facts_digest(columns).hex()
        seq = len(self.events) + 1
        previous = bytes.fromhex(self.events[-1].hash) if self.events else START
        event = SentEvent(
            seq, self.at.isoformat(), _microseconds(self.at), f"reversal_{state}", self.till, "Asha", reference, "",
            number, facts, "", SentRecord("reversal", columns),
        )  # fmt: skip
        own = event_hash(previous, seq, event.covered, facts)
        self.events.append(replace(event, hash=own.hex()))

    def copy(self, identity: str | None = None) -> Chain:
        """Returns a copy of the journal, as of a copied disk. With an identity, it knows that it is a copy."""
        states = {reference: dict(state) for reference, state in self.states.items()}
        made = Chain(self.till, self.identity, self.store, self.at, list(self.events), states)
        if identity is not None:
            made.identity = identity
            made.add("moved", detail=f"{identity} from {self.identity}")
        return made

    def batch(self, after: int = 0, count: int = 2_000, *, now: datetime | None = None) -> EventBatch:
        """Returns what the till would send now."""
        newest = {
            event.reference: event.seq
            for event in self.events
            if event.record is not None and event.record.kind == "attempt"
        }
        events: Sequence[SentEvent] = [
            event
            if event.record is None or event.record.kind == "reversal" or newest[event.reference] == event.seq
            else replace(event, record=None)
            for event in self.events[after : after + count]
        ]
        return EventBatch(
            journal=self.identity,
            after=after,
            previous=START.hex() if after == 0 else self.events[after - 1].hash,
            events=tuple(events),
            last=len(self.events),
            till=self.till,
            store=self.store,
            version="1.2.3",
            sent_at=(now or datetime.now(UTC)).isoformat(),
        )


def busy_chain(till: str, identity: str, redemptions: int, seed: int = 0) -> Chain:
    """Returns the journal of a till that has redeemed for a while, with some refusals."""
    dice = random.Random(seed)
    chain = Chain(till, identity)
    chain.add("made", detail=identity)
    for number in range(redemptions):
        reference = f"{till.upper().replace('.', '')}{number:08d}"
        if dice.random() < 0.1:
            chain.add("begun", reference, state="in_flight", points="5", bill=f"{till}-{number}")
            chain.add("refused", reference, detail="886", state="refused", code="886")
        else:
            chain.redeem(reference, str(dice.randint(1, 400) / 8), bill=f"{till}-{number}")
    return chain
