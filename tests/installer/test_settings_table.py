"""Tests that the documentation lists every setting as the schema has it."""

from __future__ import annotations

import pytest

from desktop.domain.settings import SCHEMA
from installer import settings_table


def test_the_page_has_the_settings_of_the_schema() -> None:
    """If this fails, run `python -m installer.settings_table`."""
    page = settings_table.PAGE.read_text(encoding="utf-8")
    assert settings_table.with_table(page) == page


def test_every_setting_has_one_row() -> None:
    """Each row has as many cells as the head, and says who may set the setting."""
    rows = [row for row in settings_table.table().splitlines() if row.startswith("| ")]
    named = [row.split(" | ")[1].strip("`") for row in rows if "`" in row]
    assert sorted(named) == sorted(SCHEMA)
    assert {row.count(" | ") for row in rows} == {5}
    assert "| Settle after | `settle_after` | 120 | 0 to 86 400 |" in settings_table.table()
    assert any(row.endswith("policy only |") for row in rows)


def test_a_page_without_marks_is_not_written_over() -> None:
    """A page that was edited by hand keeps its text."""
    with pytest.raises(ValueError, match="marks"):
        settings_table.with_table("no table here")
