"""Tests the journal against a model of plain values, with random sequences of steps and restarts."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from desktop.domain.history import HistoryQuery, Totals
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import (
    TRANSITIONS,
    UNSETTLED,
    Attempt,
    Candidate,
    Draft,
    IllegalStepError,
    Redeemed,
    Refusal,
    State,
    Step,
    Trace,
)
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify

AMOUNTS = st.none() | st.decimals(min_value=0, max_value=10**6, places=3)
REDEEMED = st.builds(
    Redeemed, redemption_id=st.sampled_from(["", "7t4y2a", "AfL1vt"]), points=AMOUNTS, value=AMOUNTS, balance=AMOUNTS
)
DRAFTS = st.builds(
    Draft,
    identifier=st.builds(
        Identifier,
        st.just(IdentifierKind.MOBILE),
        st.sampled_from(["919777788221", "919777788222", "9777788221", "4915112345678"]),
    ),
    points=st.decimals(min_value="0.001", max_value=10**6, places=3).map(Points),
    bill=st.sampled_from(["", "B-1", "B1", "B-2"]),
    user_id=st.sampled_from(["", "u-1", "u-2"]),
    notes=st.text(max_size=5),
    custom_fields=st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=2).map(tuple),
)
CANDIDATES = st.builds(
    Candidate,
    redemption_id=st.sampled_from(["", "AfL1vt"]),
    time=st.text(max_size=3),
    points=AMOUNTS,
    bill=st.text(max_size=3),
)
MOMENTS = st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 24), timezones=st.timezones())  # noqa: DTZ001 - zones are drawn beside them


def may(attempt: Attempt, step: Step) -> bool:
    """Returns True if the rules allow this step for this attempt."""
    match attempt.state, step:
        case _, Step.SENT_AGAIN:
            return attempt.is_resendable
        case (State.REFUSED, _) | (State.NOT_SENT, Step.SUSPECTED):
            return attempt.is_unproved
        case _:
            return True


class TillsLife(RuleBasedStateMachine):
    """Journal and model agree after every sequence of steps, and after every restart."""

    references = Bundle("references")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="points-till-"))
        self.journal = SqliteJournal.open(self.folder / "journal.sqlite")
        self.model: dict[str, Attempt] = {}
        self.happened: dict[str, list[str]] = {}

    def newest_first(self) -> list[Attempt]:
        return list(reversed(self.model.values()))

    @rule(target=references, draft=DRAFTS, at=MOMENTS)
    def begins(self, draft: Draft, at: datetime) -> str:
        reference = f"R{len(self.model):04}"
        self.model[reference] = self.journal.begin(draft, reference, till="t", cashier="c", at=at)
        assert self.model[reference] == Attempt(
            reference=reference,
            state=State.IN_FLIGHT,
            draft=draft,
            till="t",
            cashier="c",
            at=at,
            changed=at,
            begun=at,
            journal_id=self.journal.identity,
        )
        self.happened[reference] = ["begun"]
        return reference

    @rule(
        reference=references,
        step=st.sampled_from(Step),
        at=MOMENTS,
        redeemed=REDEEMED,
        code=st.sampled_from(["", "808"]),
        doubtful=st.none() | st.booleans(),
        refusal=st.none() | st.sampled_from(Refusal),
        candidate=st.none() | CANDIDATES,
    )
    def steps(
        self,
        *,
        reference: str,
        step: Step,
        at: datetime,
        redeemed: Redeemed,
        code: str,
        doubtful: bool | None,
        refusal: Refusal | None,
        candidate: Candidate | None,
    ) -> None:
        before = self.model[reference]
        trace = Trace(code=code) if code else None
        state = TRANSITIONS.get((before.state, step))

        def take() -> Attempt:
            return self.journal.step(
                reference,
                step,
                at=at,
                redeemed=redeemed,
                trace=trace,
                doubtful=doubtful,
                refusal=refusal,
                candidate=candidate,
            )

        if state is None or not may(before, step):
            with pytest.raises(IllegalStepError):
                take()
            return
        expected = replace(before, state=state)
        if state is not before.state:
            expected = replace(expected, changed=at)
        if doubtful is not None:
            expected = replace(expected, doubtful=doubtful)
        if step in {Step.REDEEMED, Step.FOUND}:
            expected = replace(expected, redeemed=redeemed, settled_late=before.state not in UNSETTLED)
        if trace is not None:
            expected = replace(expected, trace=trace)
        if step in {Step.REFUSED, Step.LOST}:
            expected = replace(expected, refusal=refusal)
        if step is Step.SUSPECTED:
            expected = replace(expected, candidate=candidate)
        if step is Step.LOOKED:
            expected = replace(expected, looks=before.looks + 1)
        if step is Step.SENT_AGAIN:
            expected = replace(expected, sends=before.sends + 1, looks=0, at=at, refusal=None, candidate=None)
            del self.model[reference]
        self.model[reference] = expected
        self.happened[reference].append(step.value)
        assert take() == expected

    @rule(reference=references, redeemed=REDEEMED, at=MOMENTS)
    def completes(self, reference: str, redeemed: Redeemed, at: datetime) -> None:
        known = self.model[reference].redeemed
        if known is None:
            with pytest.raises(ValueError, match="not a redemption"):
                self.journal.complete(reference, redeemed, at=at)
            return
        fuller = Redeemed(
            redemption_id=known.redemption_id or redeemed.redemption_id,
            points=known.points if known.points is not None else redeemed.points,
            value=known.value if known.value is not None else redeemed.value,
            balance=known.balance if known.balance is not None else redeemed.balance,
        )
        if fuller != known:
            self.happened[reference].append("completed")
        self.model[reference] = replace(self.model[reference], redeemed=fuller)
        assert self.journal.complete(reference, redeemed, at=at) == self.model[reference]

    @rule(at=MOMENTS)
    def starts_again(self, at: datetime) -> None:
        self.journal.close()
        self.journal = SqliteJournal.open(self.folder / "journal.sqlite")
        recovered = []
        for reference, attempt in self.model.items():
            if attempt.state is State.IN_FLIGHT:
                lost = replace(attempt, state=State.UNKNOWN, changed=at, trace=Trace(code="PT-DIED"))
                self.model[reference] = lost
                self.happened[reference].append("lost")
                recovered.append(lost)
        assert self.journal.recover(at) == tuple(recovered)

    @rule(draft=DRAFTS)
    def asks_about_a_draft(self, draft: Draft) -> None:
        assert self.journal.not_redeemed(draft) == tuple(
            one
            for one in self.newest_first()
            if (one.is_resendable or one.is_unproved) and one.draft.is_same_person(draft)
        )
        assert self.journal.similar_bill(draft.bill) == tuple(
            one
            for one in self.newest_first()
            if one.draft.bill != draft.bill
            and draft.bill
            and one.draft.bill.replace("-", "") == draft.bill.replace("-", "")
        )
        assert self.journal.same_bill(draft.bill) == tuple(
            one for one in self.newest_first() if draft.bill and one.draft.bill == draft.bill
        )
        assert self.journal.same_member(draft) == tuple(
            one for one in self.newest_first() if one.is_unsettled and one.draft.is_same_person(draft)
        )

    @rule(day=MOMENTS, text=st.sampled_from(["", "91977", "8222", "B-1", "7T4", "R000"]), limit=st.integers(1, 4))
    def asks_about_the_past(self, day: datetime, text: str, limit: int) -> None:
        found = [
            one
            for one in self.newest_first()
            if one.draft.identifier.value.startswith(text)
            or one.draft.identifier.value.endswith(text)
            or one.draft.bill.startswith(text)
            or one.reference.startswith(text)
            or (one.redeemed is not None and one.redeemed.redemption_id.startswith(text.lower()))
        ]
        assert self.journal.search(HistoryQuery(text=text, limit=limit)) == tuple(found[:limit])
        since = [one for one in found if one.at.date() >= day.date()]
        assert self.journal.search(HistoryQuery(text=text, limit=limit, start=day.date())) == tuple(since[:limit])
        ours = [one for one in self.model.values() if one.at.date() == day.date()]
        assert list(self.journal.export(day.date(), day.date())) == ours
        done = [(one.draft.points.value, one.redeemed) for one in ours if one.state is State.REDEEMED and one.redeemed]
        assert self.journal.totals(day.date()) == Totals(
            count=len(done),
            points=sum((asked if said.points is None else said.points for asked, said in done), Decimal(0)),
            value=sum((said.value for _, said in done if said.value is not None), Decimal(0)),
            unsettled=sum(one.is_unsettled for one in self.model.values()),
            given_back=sum(
                (
                    one.moved
                    for one in self.model.values()
                    if one.state is State.REVERSED and one.changed.date() == day.date()
                ),
                Decimal(0),
            ),
        )

    @invariant()
    def is_the_model(self) -> None:
        if not hasattr(self, "model"):
            return
        assert list(self.journal.export(None, None)) == list(self.model.values())
        for reference, attempt in self.model.items():
            assert self.journal.get(reference) == attempt
            assert [one.what for one in self.journal.events(reference)] == self.happened[reference]
        for state in State:
            assert self.journal.in_states(state) == tuple(one for one in self.model.values() if one.state is state)

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
            verdict = verify(self.folder / "journal.sqlite")
            assert verdict.ok, verdict
            shutil.rmtree(self.folder)


TillsLife.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestTillsLife = TillsLife.TestCase
