"""Tests the smoke test's check of languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.setting_values import LANGUAGES
from desktop.smoke_test import languages
from desktop.smoke_test.report import Report

if TYPE_CHECKING:
    import pytest


def test_a_code_page_that_the_program_has_lost_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the encoding of a machine's consoles, Python does not start there."""
    monkeypatch.setattr(languages, "CODE_PAGES", (*languages.CODE_PAGES, "cp0"))
    languages.check_languages(Report())
    assert "code page cp0" in capsys.readouterr().out


def test_every_language_is_checked() -> None:
    """Each language of the till has words in their order, a number and a date."""
    assert set(languages.SORTED) == set(languages.WRITTEN) == set(LANGUAGES)
