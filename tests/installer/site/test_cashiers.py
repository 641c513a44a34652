"""Tests the cashiers' pages: every language, the window's own words, with and without pictures."""

from __future__ import annotations

import pytest

from desktop.domain.lessons import LESSONS
from desktop.domain.settings import LANGUAGES
from installer.freeze import compile_translations
from installer.site import cashiers


@pytest.fixture(autouse=True, scope="module")
def compiled() -> None:
    """The translations as the window loads them."""
    compile_translations()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_whole_page(language: str) -> None:
    """All lessons, keys and messages; in other languages than English no lesson is in English."""
    page = cashiers.page(language)
    english = cashiers.page("en")
    assert page.startswith(f"# {cashiers.NAMES[language]}\n")
    assert page.count("\n## ") == len(LESSONS) + 2
    assert page.count("\n") == english.count("\n")
    if language != "en":
        lessons = page.partition("\n| ")[0].splitlines()
        assert [line for line in lessons if line.startswith(("#", "1. ", "2. ", "3. ")) and line in english] == []


def test_the_words_are_those_of_the_window() -> None:
    """The French page says what the French window says."""
    page = cashiers.page("fr")
    assert "| `F4` | Client suivant |" in page
    assert "| `Entrée` | Suivant |" in page
    assert "| `Échap` | Retour |" in page
    assert "La caisse se renseigne toute seule. Attendez qu’elle vous le dise." in page


def test_pictures_are_shown_if_they_were_drawn() -> None:
    """Each picture stands below the steps that lead to it. Without any, the page has no empty places."""
    page = cashiers.page("en", lambda scene, state: f"{scene}-{state}.png" if state != "code" else None)
    assert page.count("![") == sum(map(len, cashiers.PICTURES.values())) - 1
    assert page.index("redeeming-receipt.png") < page.index("## A wrong code")
    assert "![" not in cashiers.page("en")
