"""Tests that what is wrong with a setting is said in the window's language."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

import desktop.domain
from desktop import paths
from desktop.domain.settings import LANGUAGES, read_value
from desktop.gui import setting_words
from desktop.gui.setting_words import PROBLEMS, _patterns, problem_words
from desktop.texts import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

_DOMAIN = Path(desktop.domain.__file__).parent
_MODULES = ("setting_values", "printers", "head_office")


def raised(module: str) -> Iterator[str]:
    """Yields what a module's `ValueError`s say, with `X` for each value."""
    for node in ast.walk(ast.parse((_DOMAIN / f"{module}.py").read_text(encoding="utf-8"))):
        match node:
            case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[ast.Constant(value=str(text))])):
                yield text
            case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[ast.JoinedStr(values=parts)])):
                yield "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in parts)
            case ast.Call(func=ast.Name(id="_from_json"), args=[_, ast.Constant(value=str(text))]):
                yield text
            case _:
                pass


@pytest.mark.parametrize("module", _MODULES)
def test_every_problem_has_a_text_for_translators(module: str) -> None:
    """Otherwise it would be in English in every language."""
    texts = set(raised(module)) - {"must be X"}
    assert texts
    assert {text for text in texts if not any(pattern.fullmatch(text) for _, pattern in _patterns())} == set()


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("connect_timeout", "999", ("0.1", "120")),
        ("server", "http://shop.example", ("https://", "http://")),
        ("theme", "pink", ("high-contrast",)),
        ("notes_limit", "many", ()),
        ("custom_fields", '[{"name": "size", "kind": "choice"}]', ("size",)),
    ],
)
def test_the_values_stay(qtbot: QtBot, language: str, name: str, value: str, shown: tuple[str, ...]) -> None:  # noqa: ARG001 - makes the application
    """Only the words are translated."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - what it says is tested below
        read_value(name, value)
    english = str(caught.value)
    translated = translator(paths.resources() / "translations", language)
    QCoreApplication.installTranslator(translated)
    try:
        said = problem_words(english)
    finally:
        QCoreApplication.removeTranslator(translated)
    assert said != english
    assert all(one in said for one in shown)


def test_every_language_has_a_name_to_choose_it_by() -> None:
    """The settings page offers each language of the settings, in their order."""
    assert tuple(code for _name, code in setting_words.LANGUAGES) == LANGUAGES


def test_a_mistake_of_another_kind_stays_in_english() -> None:
    """It is for support."""
    assert problem_words("has a comma too many") == "has a comma too many"
    assert len(set(PROBLEMS)) == len(PROBLEMS)
