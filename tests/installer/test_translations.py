"""Owns tests of the translation tool: placeholders, plural forms, and texts that no translator would ever see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.settings import LANGUAGES as SETTING_LANGUAGES
from installer import linguist, translations
from installer.translations import Entry, entries, lost_texts, placeholder_problems, problems_of

if TYPE_CHECKING:
    from pathlib import Path

PLACEHOLDERS = st.sampled_from(["{points}", "{name}", "{0}", "{at:%H}", "%n", "%1", "%2", "%L1"])


@given(st.lists(PLACEHOLDERS, max_size=4), st.randoms(use_true_random=False), st.text("абв ", max_size=5))
def test_placeholders_may_move_and_repeat(used: list[str], random: object, words: str) -> None:
    """Languages put things in another order, and say them twice; neither is a mistake."""
    moved = [*used, *used[:1]]
    random.shuffle(moved)  # type: ignore[attr-defined]  # hypothesis' Random
    assert placeholder_problems(" ".join(used), words + words.join(moved)) == []


@given(st.lists(PLACEHOLDERS, min_size=1, max_size=4, unique=True), st.data())
def test_a_placeholder_that_is_lost_or_made_up_is_found(used: list[str], data: st.DataObject) -> None:
    """Each of them by its name, on whichever side it is missing."""
    victim = data.draw(st.sampled_from(used))
    fewer = [one for one in used if one != victim]
    assert placeholder_problems(" ".join(used), " ".join(fewer)) == [f"lacks {victim}"]
    assert placeholder_problems(" ".join(fewer), " ".join(used)) == [f"has {victim}, which the source has not"]


@pytest.mark.parametrize(
    ("source", "translation", "problems"),
    [
        ("{points} points", "{ points } points", ["lacks {points}", "has { points }, which the source has not"]),
        ("{points} points", "{punkte} Punkte", ["lacks {points}", "has {punkte}, which the source has not"]),
        ("{points} points", "{points Punkte", ["lacks {points}", "has a brace that is not closed"]),
        ("points", "Punkte}", ["has a brace that is not closed"]),
        ("100 % of it", "100 % davon", []),
        ("Till {till} · Cashier {cashier}", "{cashier} · {till}", []),
    ],
)
def test_what_would_break_at_the_counter_is_found_here(source: str, translation: str, problems: list[str]) -> None:
    """A name that a translator translated would end a receipt in a crash."""
    assert placeholder_problems(source, translation) == problems


def entry(*forms: str, finished: bool = True) -> Entry:
    """A message with a number."""
    return Entry("Words", "%n point(s)", "", forms, is_plural=True, is_finished=finished)


def test_a_word_may_stand_for_the_number_only_where_it_is_one_number() -> None:
    """Arabic says nothing, one and both without a digit; a form for many needs it."""
    arabic = ("لا نقاط", "نقطة", "نقطتان", "%n نقاط", "%n نقطة", "%n نقطة")
    assert problems_of(entry(*arabic), "ar") == []
    assert problems_of(entry(*arabic[:3], "نقاط", *arabic[4:]), "ar") == ["lacks %n"]
    assert problems_of(entry("un punto", "%n puntos"), "es") == []
    assert problems_of(entry("un point", "%n points"), "fr") == ["lacks %n"], "French says nought with the first form"
    assert problems_of(entry("แต้ม"), "th") == ["lacks %n"]


def test_what_is_not_finished_is_said_and_nothing_else_of_it() -> None:
    """A gap is one problem, not one for each placeholder."""
    assert problems_of(entry("", "", finished=False), "fr") == ["is not finished"]


TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="fr_FR"><context><name>Words</name>
<message><source>Go back</source><translation>Retour</translation></message>
<message><source>Open</source><comment>verb</comment><translation type="unfinished">Ouvrir</translation></message>
<message><source>Empty</source><translation></translation></message>
<message><source>None</source></message>
<message><source>Gone</source><translation type="vanished">Parti</translation></message>
<message numerus="yes"><source>%n point(s)</source>
<translation><numerusform>%n point</numerusform><numerusform>%n points</numerusform></translation></message>
<message numerus="yes"><source>%n day(s)</source>
<translation><numerusform>%n jour</numerusform><numerusform></numerusform></translation></message>
</context></TS>"""


def test_a_file_is_read_as_linguist_writes_it(tmp_path: Path) -> None:
    """Unfinished, empty and half plural messages are unfinished; what has vanished is not there."""
    file = tmp_path / "points-till_fr.ts"
    file.write_text(TS, encoding="utf-8")
    found = {entry.source: entry for entry in entries(file)}
    assert found["Go back"] == Entry("Words", "Go back", "", ("Retour",), is_plural=False, is_finished=True)
    assert found["Open"].name == ("Words", "Open", "verb")
    assert found["%n point(s)"].forms == ("%n point", "%n points")
    assert [name for name, entry in found.items() if entry.is_finished] == ["Go back", "%n point(s)"]
    assert "Gone" not in found


MODULE = """
class Page:
    def show(self, name, label):
        self.tr("Good")
        self.tr("Elsewhere")
        self.tr("Nowhere")
        self.tr(name)
        label.tr("Foreign")
        f"{self.tr('In an f-string')}"
        QCoreApplication.translate("Messages", name)
        QCoreApplication.translate("Odd", name)
        QCoreApplication.translate("Page", "Good")
        name.translate(str.maketrans("", ""))
"""


def test_texts_that_no_translator_would_see_are_found() -> None:
    """Python's own reading of the source is held against what lupdate found."""
    known = {("Page", "Good"), ("Other", "Elsewhere"), ("Messages", "Try again.")}
    assert lost_texts(MODULE, known) == [
        "5: lupdate finds “Elsewhere” in another context, not in Page",
        "6: lupdate finds “Nowhere” in no context, not in Page",
        "7: write the text out where it is asked for, or nobody can find it",
        "8: ask with `self.tr` within a class, or with `QCoreApplication.translate`",
        "9: lupdate finds “In an f-string” in no context, not in Page",
        "11: write the text out where it is asked for, or nobody can find it",
    ]


def test_every_language_of_the_settings_is_translated() -> None:
    """What can be chosen is there, and the other way round."""
    assert {translations.SOURCE_LANGUAGE, *translations.LANGUAGES} == set(SETTING_LANGUAGES)


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    translations.update(folder)
    return folder


def test_an_update_finds_the_window_the_catalogue_and_the_receipt(updated: Path) -> None:
    """Every language has every text, without a trace of where this was run; English has plural forms alone."""
    files = {file.name: entries(file) for file in updated.iterdir()}
    assert set(files) == {f"points-till_{language}.ts" for language in SETTING_LANGUAGES}
    english = files.pop("points-till_en.ts")
    assert all(entry.is_plural for entry in english)
    contexts = [{entry.context for entry in found} for found in files.values()]
    assert all(found == contexts[0] and found >= {"Messages", "Receipt"} for found in contexts)
    assert all(str(updated.parent) not in file.read_text(encoding="utf-8") for file in updated.iterdir())
    assert not any("<location" in file.read_text(encoding="utf-8") for file in updated.iterdir())


def test_an_update_keeps_what_translators_did_and_drops_what_is_no_longer_said(tmp_path: Path) -> None:
    """Running it again changes no byte; a text that is gone from the program is gone from the files."""
    program, folder = tmp_path / "program", tmp_path / "translations"
    program.mkdir()
    module = program / "page.py"
    module.write_text(
        'class Page:\n    def show(self):\n        self.tr("Old")\n        self.tr("Kept")\n', encoding="utf-8"
    )
    translations.update(folder, program)
    french = folder / "points-till_fr.ts"
    text = french.read_text(encoding="utf-8")
    assert '<TS version="2.1" language="fr"' in text
    source = '<source>Kept</source>\n        <translation type="unfinished">'
    assert source in text
    french.write_text(text.replace(source, source.replace(' type="unfinished"', "") + "Gardé"), encoding="utf-8")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    translations.update(folder, program)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    module.write_text('class Page:\n    def show(self):\n        self.tr("Kept")\n', encoding="utf-8")
    translations.update(folder, program)
    page = [entry for entry in entries(french) if entry.context == "Page"]
    assert [(entry.source, entry.forms, entry.is_finished) for entry in page] == [("Kept", ("Gardé",), True)]


def test_translations_are_compiled_beside_their_sources(tmp_path: Path) -> None:
    """One `.qm` for each `.ts`; a folder without any is no trouble, a broken file is."""
    assert linguist.compile_all(tmp_path) == ()
    (tmp_path / "points-till_fr.ts").write_text(TS, encoding="utf-8")
    (made,) = linguist.compile_all(tmp_path)
    assert made == tmp_path / "points-till_fr.qm"
    assert "Retour".encode("utf-16-be") in made.read_bytes()
    (tmp_path / "points-till_es.ts").write_text("<TS", encoding="utf-8")
    with pytest.raises(linguist.LinguistError, match="lrelease ended with"):
        linguist.compile_all(tmp_path)


def test_a_tool_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without the translation tools ends with a reason."""
    with pytest.raises(linguist.LinguistError, match="brings no nosuchtool"):
        linguist.tool("nosuchtool")
    monkeypatch.setattr(linguist, "find_spec", lambda _name: None)
    with pytest.raises(linguist.LinguistError, match="not installed"):
        linguist.tool("lrelease")
