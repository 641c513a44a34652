"""Tests the lines of the log: one record is one line or object, whatever is in it."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.logs.lines import JsonLines, TextLines
from desktop.logs.redaction import MASK

ANYTHING = st.text(max_size=60)
FORGED = "done\n2026-11-26T10:00:00.000+00:00 INFO MainThread desktop: redeemed 500 points"


def record(message: str, facts: dict[str, object] | None = None, *, error: bool = False) -> logging.LogRecord:
    """Returns a record with facts, and perhaps with the exception that is being handled."""
    found = sys.exc_info() if error else None
    made = logging.LogRecord("desktop.api", logging.INFO, "client.py", 1, message, None, found)
    made.threadName = "counter"
    if facts is not None:
        made.facts = facts
    return made


@given(
    ANYTHING, st.dictionaries(st.sampled_from(["reference", "request_id", "cashier", "ms"]), ANYTHING | st.integers())
)
def test_a_record_is_one_line_of_text(message: str, facts: dict[str, object]) -> None:
    """No character in a message or a fact begins another line."""
    line = TextLines().format(record(message, facts))
    assert len(line.splitlines()) == 1
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d INFO counter desktop\.api: ", line)


@given(ANYTHING, st.dictionaries(st.sampled_from(["reference", "message", "password", "ms"]), ANYTHING | st.integers()))
def test_a_record_is_one_object_of_json(message: str, facts: dict[str, object]) -> None:
    """Every line can be read as JSON, and a fact cannot take the place of what each line has."""
    line = JsonLines().format(record(message, facts))
    assert len(line.splitlines()) == 1
    told = json.loads(line)
    assert {"at", "level", "thread", "logger", "message"} <= set(told)
    assert datetime.fromisoformat(told["at"]).tzinfo is not None
    assert (told["level"], told["logger"]) == ("info", "desktop.api")


@pytest.mark.parametrize("lines", [TextLines(), JsonLines()], ids=["text", "json"])
def test_what_the_service_sends_cannot_forge_a_line(lines: logging.Formatter) -> None:
    """A line break is escaped in a message, in a fact, and in the text of an exception."""
    try:
        json.loads(FORGED)
    except ValueError as error:
        error.args = (FORGED,)
        made = lines.format(record(FORGED, {"request_id": FORGED}, error=True))
    first, *others = made.splitlines()
    assert "\\n2026-11-26" in first
    assert all(line.startswith("  | ") for line in others)
    assert bool(others) is isinstance(lines, TextLines)


def test_facts_follow_the_message() -> None:
    """Empty facts are left out, texts with spaces are quoted, and numbers of the program are not masked."""
    facts: dict[str, object] = {
        "call": "points/redeem", "reference": "01JDB8Q3M7ZV5W2X9Y4T6R8N0K", "received": 1234567, "failure": "",
        "code": None, "cashier": "Meera Rao", "password": "hunter2", "asked": "919777788221",
    }  # fmt: skip
    line = TextLines().format(record("call", facts))
    assert line.endswith(
        "desktop.api: call call=points/redeem reference=01JDB8Q3M7ZV5W2X9Y4T6R8N0K received=1234567"
        f' cashier="Meera Rao" password={MASK} asked={MASK}'
    )
    told = json.loads(JsonLines().format(record("call", facts)))
    assert told["received"] == 1234567
    assert told["reference"] == "01JDB8Q3M7ZV5W2X9Y4T6R8N0K"
    assert (told["password"], told["asked"], told["cashier"]) == (MASK, MASK, "Meera Rao")
    assert "failure" not in told


def test_a_very_long_message_is_cut() -> None:
    """A service that answers with megabytes does not fill the disk."""
    assert len(TextLines().format(record("x" * 1_000_000))) < 21_000
