"""Tests that an odd value in any cell of the journal is damage, and never a mistake of the program."""

from __future__ import annotations

import shutil
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, IllegalStepError, Redeemed, State, Step
from desktop.domain.reversal import (
    GivenBack,
    IllegalReversalStepError,
    ReversalsSeen,
    ReversalState,
    ReversalStep,
)
from desktop.store import checking, opening
from desktop.store.damaged_journal import replace_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_outcomes
from desktop.store.verification import verify
from tests.store.cells import DAY, NOW, ODD_VALUES, REFERENCE, columns, make, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REFERENCES = [REFERENCE.format(number) for number in range(8)]
DRAFT = Draft(
    identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
    points=Points(Decimal("250.125")),
    bill="B-9",
    user_id="17",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal without damage."""
    path = tmp_path_factory.mktemp("whole") / "journal.sqlite"
    make(path)
    assert verify(path).ok
    return path


def reads(journal: SqliteJournal) -> Iterator[Callable[[], object]]:
    """Yields everything that a till and its commands read."""
    day = HistoryQuery(start=DAY, end=DAY)
    texts = ("", "8221", "B-1", "919777788221", "7t4y2a", "01KAN", "a@b.example")
    yield from (lambda one=one: journal.get(one) for one in REFERENCES)
    yield from (lambda one=one: journal.events(one) for one in (*REFERENCES, "x"))
    yield from (lambda one=one: journal.reversals_of(one) for one in REFERENCES)
    yield from (lambda one=one: journal.same_bill(f"B-{one}") for one in range(8))
    yield from (lambda one=one: journal.similar_bill(f"B{one}") for one in range(8))
    yield from (lambda one=one: journal.search(one) for one in (day, *(HistoryQuery(text=text) for text in texts)))
    yield from (lambda one=one: journal.get_reversal(f"rv-{one}") for one in range(3))
    yield from (lambda one=one: journal.begun_for(f"h-rv-{one}", REFERENCES[7]) for one in range(3))
    for date in (DAY, DAY - timedelta(days=400), DAY + timedelta(days=1)):
        yield partial(journal.day_report, date)
        yield partial(journal.totals, date)
    yield lambda: journal.in_states(*State)
    yield lambda: journal.reversals_in(*ReversalState)
    yield lambda: (journal.count_states(), journal.count_reversals())
    yield lambda: (journal.identity, journal.position, journal.moved_from, journal.copied_from)
    yield lambda: (journal.same_member(DRAFT), journal.not_redeemed(DRAFT), journal.recent(DRAFT, DAY))
    yield lambda: (journal.unproved(9), journal.closings())
    yield lambda: list(journal.export(None, None))
    yield lambda: list(journal.export_rows(None, None))
    yield lambda: list(journal.export_rows(None, None, 3))
    yield lambda: list(journal.audit(None, None))
    yield lambda: list(journal.newest_events(999))
    yield lambda: journal.sent_for("h-1", NOW)
    yield lambda: journal.sent_for("h-2", NOW)


def writes(journal: SqliteJournal) -> Iterator[Callable[[], object]]:
    """Yields what a till writes, beginning with its start."""
    yield lambda: journal.recover(NOW)
    yield lambda: journal.forget_members(NOW + timedelta(days=1))
    for number, step in ((3, Step.FOUND), (4, Step.FOUND), (5, Step.FOUND), (6, Step.REFUSED)):
        yield partial(journal.step, REFERENCES[number], step, at=NOW)
    yield lambda: journal.complete(REFERENCES[1], Redeemed(balance=Decimal(9)), at=NOW)
    back = GivenBack(points=Decimal(40), reversal_id="z")
    for number in range(3):
        yield partial(journal.step_reversal, f"rv-{number}", ReversalStep.FOUND, at=NOW, given_back=back)
    yield lambda: journal.begin_reversal(
        REFERENCES[1], "rv-9", points=Points(Decimal(1)), reason="x", before=ReversalsSeen(), till="t", cashier="c",
        at=NOW,
    )  # fmt: skip
    yield lambda: journal.begin(DRAFT, REFERENCE.format(99), till="t", cashier="c", at=NOW)
    yield lambda: journal.close_day(DAY, at=NOW, till="t", cashier="c")


def assert_nothing_else_is_raised(uses: Iterator[Callable[[], object]]) -> None:
    """Makes each use. It may be refused, as a step is that does not fit."""
    for use in uses:
        try:
            use()
        except JournalUnusable as unusable:
            if unusable.why is not JournalTrouble.DAMAGED:
                raise
        except (IllegalStepError, IllegalReversalStepError, KeyError):
            pass
        except ValueError as error:
            if str(error) not in REFUSALS:
                raise


REFUSALS = {
    "this day cannot be closed",
    "nothing can be given back of this redemption now",
    *(f"not a redemption to complete: {state.value}" for state in State),
}


def check(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uses a damaged journal in every way, as a small one and as one too large to be checked at the start."""
    verdict = verify(path)
    assert_nothing_else_is_raised(
        iter(
            (
                lambda: find_outcomes(path, bill="B-3", reference=""),
                lambda: find_outcomes(path, bill="", reference=REFERENCES[3]),
            )
        )
    )
    is_open = True
    try:
        SqliteJournal.open(path).close()
    except JournalUnusable as unusable:
        if unusable.why is not JournalTrouble.DAMAGED:
            raise
        is_open = False
    assert is_open is verdict.ok
    with monkeypatch.context() as patched:
        for limit in ("_FULL_CHECK_LIMIT", "_QUICK_CHECK_LIMIT", "_QUICK_CHECK_LIMIT_AFTER_CRASH"):
            patched.setattr(opening, limit, 0)
        patched.setattr(checking, "_RECENT", 0)
        for writer, uses in ((False, reads), (True, writes)):
            try:
                journal = SqliteJournal.open(path, writer=writer)
            except JournalUnusable as unusable:
                if unusable.why is not JournalTrouble.DAMAGED:
                    raise
            else:
                with journal:
                    assert_nothing_else_is_raised(uses(journal))
    assert replace_damaged(path, NOW).exists()
    assert verify(path).ok


def fill(path: Path, whole: Path, cell: tuple[str, str], value: str, row: int) -> bool:
    """Copies the journal, and puts a value into one cell. Returns False if the cell cannot hold it."""
    shutil.rmtree(path.parent, ignore_errors=True)
    shutil.copytree(whole.parent, path.parent)
    return put(path, *cell, value, row)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("what", ODD_VALUES)
def test_any_odd_value_in_any_cell_is_damage(
    path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Whatever a cell holds, the till goes on, or reports damage."""
    for number, cell in enumerate(columns(whole)):
        if fill(path, whole, cell, ODD_VALUES[what], number % 11):
            check(path, monkeypatch)


FOUND = (
    ("event", "seq", "hugely negative", 0),
    ("event", "what", "beyond any date", 10),
    ("event", "facts", "negative", 2),
    ("checkpoint", "hash", "one", 0),
    ("journal", "only", "zero", 0),
    ("journal", "file", "not UTF-8", 0),
    ("attempt", "first", "sixteen bytes", 3),
    ("attempt", "tail", "sixteen bytes", 0),
    ("attempt", "shown", "bytes", 10),
    ("attempt", "name", "bytes", 8),
    ("attempt", "bill", "bytes", 1),
    ("attempt", "utc_offset", "time without offset", 3),
    ("attempt", "redemption_id", "real", 4),
    ("attempt", "moved_points", "huge exponent", 9),
    ("attempt", "remembered", "other number", 3),
    ("reversal", "seq", "zero", 1),
    ("reversal", "id", "null", 5),
    ("reversal", "id", "empty text", 5),
    ("reversal", "reference", "bytes", 8),
    ("reversal", "till", "null", 7),
    ("reversal", "cashier", "bytes", 10),
    ("reversal", "day", "text", 5),
    ("reversal", "at", "time without offset", 10),
    ("reversal", "reversed_points", "huge exponent", 3),
    ("reversal", "available", "empty text", 0),
    ("reversal", "salt", "negative", 4),
)


@pytest.mark.parametrize(("cell", "what", "row"), [((table, column), what, row) for table, column, what, row in FOUND])
def test_an_odd_value_is_damage(  # noqa: PLR0917 - fixtures
    path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch, cell: tuple[str, str], what: str, row: int
) -> None:
    """A value that the till never writes is reported as damage by a check, and by whatever reads it."""
    assert fill(path, whole, cell, ODD_VALUES[what], row)
    assert not verify(path).ok
    check(path, monkeypatch)


def test_a_member_that_is_known_counts_as_remembered(path: Path, whole: Path) -> None:
    """An attempt that only says that its member was forgotten would never be looked up again."""
    assert fill(path, whole, ("attempt", "remembered"), "0", 3)
    assert "was changed" in verify(path).problem
