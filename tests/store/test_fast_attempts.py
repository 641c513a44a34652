"""Tests that the fast way of checking rows agrees with the general one, and finds every change."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, Step, Trace, new_reference
from desktop.domain.result_record import result
from desktop.store import chain, checking, event_rows, export_records, fast_attempts, fast_events, outcomes
from desktop.store.attempt_check import SELECT_ATTEMPTS
from desktop.store.errors import DamagedRowError
from desktop.store.export_records import RecordWriter, export_record, text_maker
from desktop.store.fast_attempts import FastAttempts, columns_of
from desktop.store.fast_events import FastEvents
from desktop.store.journal import SqliteJournal
from desktop.store.row_attempts import attempt_of
from desktop.store.rows import attempt_from_columns
from desktop.store.verification import verify

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt

texts = st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cs"]), max_size=6)
plain_texts = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
amounts = (
    st.none() | st.decimals(-9, 99_999, places=3) | st.sampled_from([Decimal("1E+3"), Decimal("0.00"), Decimal(7)])
)
attempts = st.fixed_dictionaries(
    {
        "mobile": st.from_regex(r"91[0-9]{6,10}", fullmatch=True) | st.from_regex(r"\+?[0-9]{1,20}", fullmatch=True),
        "head": st.sampled_from(["+91 ••••• •", "", "••••••", "+1 ", "x", "=", '"', ",", "\u2028"]),
        "name": texts,
        "points": st.decimals(Decimal("0.001"), 999, places=3),
        "worth": amounts,
        "bill": texts | plain_texts,
        "program_id": st.sampled_from(["", "7"]),
        "notes": st.sampled_from(["", "n"]),
        "user_id": st.sampled_from(["", "17", "017", "u-1"]),
        "cashier": texts,
        "service": st.sampled_from(["", "https://eu.example.com"]),
        "offset": st.integers(-720, 840),
        "microseconds": st.sampled_from([0, 1, 999_999]),
        "request_id": st.sampled_from(
            ["", "r-1", "=r", "r\x7f", "é", "0f" * 16, "12345678-1234-1234-1234-123456789abc", "2d" * 17]
        ),
        "redemption_id": texts | plain_texts,
        "moved": amounts,
        "step": st.sampled_from([None, Step.REDEEMED, Step.REFUSED, Step.LOST]),
    }
)


def record(journal: SqliteJournal, one: dict[str, Any]) -> None:
    """Records one attempt."""
    zone = timezone(timedelta(minutes=one["offset"]))
    at = datetime(2026, 11, 22, 12, 0, 1, one["microseconds"], tzinfo=zone)
    draft = Draft(
        identifier=Identifier(IdentifierKind.MOBILE, one["mobile"]),
        shown=one["head"] and one["head"] + one["mobile"][-4:],
        points=Points(one["points"]),
        **{name: one[name] for name in ("name", "worth", "bill", "program_id", "notes", "user_id")},
    )
    reference = new_reference(at)
    journal.begin(draft, reference, till="till.one", cashier=one["cashier"], at=at, service=one["service"])
    if one["step"] is not None:
        done = Redeemed(
            redemption_id=one["redemption_id"], points=one["moved"], value=one["moved"], balance=one["moved"],
            request_id=one["request_id"],
        )  # fmt: skip
        trace = Trace(code="808", message="no", request_id=one["request_id"])
        journal.step(reference, one["step"], at=at + timedelta(seconds=2), redeemed=done, trace=trace)


def compare(journal: SqliteJournal) -> list[bool]:
    """Compares both ways for every row. Returns which attempts and events took the fast one."""
    raw: sqlite3.Connection = journal._connection
    fast, fast_events = FastAttempts(raw, journal._words), FastEvents(raw, journal._words)
    writers = {
        (form, full): RecordWriter(form, full_mobile=full) for form in ("csv", "jsonl") for full in (False, True)
    }
    taken = []
    for row in raw.execute(f"{SELECT_ATTEMPTS} ORDER BY attempt.seq"):
        columns, found = journal._unpack(row), fast.check(row, row["last_facts"])
        assert attempt_of(row, journal._words, raw) == attempt_from_columns(columns)
        assert chain.facts_of(columns) == row["last_facts"]
        assert found is None or columns_of(found).items() <= columns.items()
        assert fast.check(row, bytes(32)) is None
        assert outcomes._result(columns if found is None else columns_of(found)) == result(
            attempt_from_columns(columns)
        )
        for (form, full), writer in writers.items():
            wanted = text_maker(form)(export_record(columns, 7, full_mobile=full))
            assert writer.text(columns if found is None else found, 7) == wanted
        taken.append(found is not None)
    previous = chain.START
    for row in raw.execute(f"{event_rows.SELECT} ORDER BY event.seq"):
        event = event_rows.unpack(row, journal._words, raw)
        wanted_hash = chain.hash_of(previous, row["seq"], event, row["facts"] or b"")
        known = fast_events.hash_of(row, previous)
        assert known in {None, wanted_hash}
        assert known is None or fast_events.event(row) == event
        assert wanted_hash[: chain.MARK_BYTES] == row["mark"]
        taken.append(known is not None)
        previous = wanted_hash
    return taken


@settings(max_examples=60, deadline=None)
@given(made=st.lists(attempts, min_size=1, max_size=4))
def test_both_ways_agree(tmp_path_factory: pytest.TempPathFactory, made: list[dict[str, Any]]) -> None:
    """The fast way returns the same columns and the same hashes, or leaves the row to the general one."""
    with SqliteJournal.open(tmp_path_factory.mktemp("fast") / "journal.sqlite") as journal:
        for one in made:
            record(journal, one)
        compare(journal)


def test_ordinary_rows_take_the_fast_way(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """Redemptions as a till makes them by the thousand are ordinary, and so are their events."""
    redeemed = Redeemed(redemption_id="7t4y2a", points=Decimal("2.5"), value=Decimal("2.50"), request_id="0f" * 16)
    for _ in range(3):
        begin(journal, Step.REDEEMED, redeemed=redeemed)
    taken = compare(journal)
    assert taken == [True] * 3 + [False] + [True] * 6


def test_what_is_remembered_is_forgotten_again(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A large export remembers only the newest of what attempts share, and its records and digests stay right."""
    for module, name in ((fast_attempts, "REMEMBERED"), (export_records, "REMEMBERED"), (fast_events, "_REMEMBERED")):
        monkeypatch.setattr(module, name, 2)
    for number in range(6):
        draft = make_draft(bill=f"{'ABCDEF'[number]}-0{number}", program_id=str(number))
        begin(journal, Step.REDEEMED, draft=draft, redeemed=Redeemed(redemption_id="7t4y2a", balance=Decimal(number)))
    assert compare(journal) == [True] * 6 + [False] + [True] * 12


def test_the_fast_json_is_the_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder for many rows writes what the json module writes, for every character."""
    values = [chr(number) for number in range(0x300)] + ["\ud800", 2**70, -1, None, "a\u2028b"]
    monkeypatch.setattr(chain, "_encode_fast", None)
    slow = [chain._json([value]) for value in values]
    chain.hash_faster()
    assert [chain._json([value]) for value in values] == slow


def test_a_large_journal_is_checked_with_the_fast_encoder(
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    monkeypatch: pytest.MonkeyPatch,
    make_draft: Callable[..., Draft],
) -> None:
    """It makes no difference for the outcome, whatever the texts are."""
    monkeypatch.setattr(chain, "_encode_fast", None)
    monkeypatch.setattr(checking, "_MANY", 1)
    for bill in ("", " ", "B-1", "Öl"):
        begin(journal, Step.REDEEMED, draft=make_draft(bill=bill), redeemed=Redeemed(redemption_id=bill))
    assert verify(journal.path).ok
    assert chain._encode_fast is not None
    with pytest.raises(DamagedRowError):
        chain.facts_of({"name": b"x"}, ())
