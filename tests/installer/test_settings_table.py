"""Tests that the documentation lists every setting as the schema has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.settings import SCHEMA
from installer import settings_table

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_page_that_is_out_of_date_is_named_and_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` ends with 1 then. Without it, the page is written, and checks afterwards."""
    page = tmp_path / "settings.md"
    old = settings_table.PAGE.read_text(encoding="utf-8").replace("| Settle after |", "| Settle later |")
    page.write_text(old, encoding="utf-8")
    monkeypatch.setattr(settings_table, "PAGE", page)
    assert settings_table.main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == old
    assert settings_table.main() == 0
    assert settings_table.main(["--check"]) == 0


def test_a_page_without_marks_is_not_written_over() -> None:
    """A page that was edited by hand keeps its text."""
    with pytest.raises(ValueError, match="marks"):
        settings_table.with_table("no table here")
