"""Tests the translation tool: placeholders, plural forms, and texts that would never reach a translator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.settings import LANGUAGES as SETTING_LANGUAGES
from installer import linguist, translations
from installer.translations import Entry, entries, placeholder_problems, problems_of, untranslated_texts

if TYPE_CHECKING:
    from pathlib import Path

PLACEHOLDERS = st.sampled_from(["{points}", "{name}", "{0}", "{at:%H}", "%n", "%1", "%2", "%L1"])


@given(st.lists(PLACEHOLDERS, max_size=4), st.randoms(use_true_random=False), st.text("абв ", max_size=5))
def test_placeholders_may_move_and_repeat(used: list[str], random: object, words: str) -> None:
    """A translation may reorder and repeat placeholders, because languages differ."""
    moved = [*used, *used[:1]]
    random.shuffle(moved)  # type: ignore[attr-defined]  # hypothesis' Random
    assert placeholder_problems(" ".join(used), words + words.join(moved)) == []


@given(st.lists(PLACEHOLDERS, min_size=1, max_size=4, unique=True), st.data())
def test_a_placeholder_that_is_lost_or_made_up_is_found(used: list[str], data: st.DataObject) -> None:
    """Each lost or invented placeholder is reported by name."""
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
def test_a_translated_placeholder_name_is_found(source: str, translation: str, problems: list[str]) -> None:
    """A translated placeholder name is reported here, because it would crash a receipt at the counter."""
    assert placeholder_problems(source, translation) == problems


def entry(*forms: str, finished: bool = True) -> Entry:
    """A message with a number."""
    return Entry("Words", "%n point(s)", "", forms, is_plural=True, is_finished=finished)


def test_a_word_may_replace_the_number_only_in_a_form_for_one_number() -> None:
    """Arabic needs no digit for zero, one and two, but the form for many needs it."""
    arabic = ("لا نقاط", "نقطة", "نقطتان", "%n نقاط", "%n نقطة", "%n نقطة")
    assert problems_of(entry(*arabic), "ar") == []
    assert problems_of(entry(*arabic[:3], "نقاط", *arabic[4:]), "ar") == ["lacks %n"]
    assert problems_of(entry("un punto", "%n puntos"), "es") == []
    assert problems_of(entry("un point", "%n points"), "fr") == ["lacks %n"], "French uses the first form for zero"
    assert problems_of(entry("แต้ม"), "th") == ["lacks %n"]


def test_an_unfinished_message_is_one_problem() -> None:
    """An unfinished message is one problem, not one for each placeholder."""
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
    """Unfinished, empty and half-plural messages are unfinished, and vanished ones are dropped."""
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


def test_texts_that_would_not_reach_a_translator_are_found() -> None:
    """Texts that Python's parser finds in the source and lupdate does not are reported."""
    known = {("Page", "Good"), ("Other", "Elsewhere"), ("Messages", "Try again.")}
    assert untranslated_texts(MODULE, known) == [
        "5: lupdate finds “Elsewhere” in another context, not in Page",
        "6: lupdate finds “Nowhere” in no context, not in Page",
        "7: write the text out here, or lupdate cannot find it",
        "8: ask with `self.tr` within a class, or with `QCoreApplication.translate`",
        "9: lupdate finds “In an f-string” in no context, not in Page",
        "11: write the text out here, or lupdate cannot find it",
    ]


def test_every_language_of_the_settings_is_translated() -> None:
    """The files of translations are exactly those of the languages that the settings offer."""
    files = {path.name for path in translations.TRANSLATIONS.glob("*.ts")}
    assert files == {f"points-till_{language}.ts" for language in SETTING_LANGUAGES}
    assert translations.SOURCE_LANGUAGE not in translations.LANGUAGES


def test_a_check_that_misses_a_text_says_what_adds_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only `update` can add a text. One that is there and not translated needs a person."""
    hint = "python -m installer.translations update"
    for problem, said in (("is missing", True), ("is not finished", False)):
        monkeypatch.setattr(translations, "check", lambda one=problem: [f"points-till_fr.ts: Page: “Open” {one}"])
        assert translations.main(["check"]) == 1
        assert (hint in capsys.readouterr().out) is said


def test_the_window_has_typographic_marks_in_every_language() -> None:
    """The window writes ’ and “ ”, never the marks of a typewriter."""
    files = sorted(translations.TRANSLATIONS.glob("*.ts"))
    texts = {text for file in files for entry in entries(file) for text in (entry.source, *entry.forms)}
    assert [text for text in sorted(texts) if "'" in text or '"' in text] == []


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    translations.update(folder)
    return folder


def test_an_update_finds_the_window_the_catalogue_and_the_receipt(updated: Path) -> None:
    """Every language gets every text, without paths of this machine. English has only the plural forms."""
    files = {file.name: entries(file) for file in updated.iterdir()}
    assert set(files) == {f"points-till_{language}.ts" for language in SETTING_LANGUAGES}
    english = files.pop("points-till_en.ts")
    assert {entry.is_plural for entry in english} == {True}
    contexts = [{entry.context for entry in found} for found in files.values()]
    assert all(found == contexts[0] and found >= {"Messages", "Receipt"} for found in contexts)
    assert all(str(updated.parent) not in file.read_text(encoding="utf-8") for file in updated.iterdir())
    assert not any("<location" in file.read_text(encoding="utf-8") for file in updated.iterdir())


def test_an_update_keeps_translations_and_drops_unused_texts(tmp_path: Path) -> None:
    """A second update changes no byte, and a text that the program no longer uses is dropped."""
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


def test_a_number_in_groups_is_isolated_in_arabic() -> None:
    """Otherwise the groups of a mobile number are shown in the opposite order."""
    for one in entries(translations.TRANSLATIONS / "points-till_ar.ts"):
        for form in one.forms:
            assert not re.search(r"\d[ \u00a0-]\d", re.sub("\u2066[^\u2069]*\u2069", "", form)), form


def test_translations_are_compiled_beside_their_sources(tmp_path: Path) -> None:
    """Each `.ts` gets a `.qm`. An empty folder is no error; a broken file is."""
    assert linguist.compile_all(tmp_path) == ()
    (tmp_path / "points-till_fr.ts").write_text(TS, encoding="utf-8")
    (made,) = linguist.compile_all(tmp_path)
    assert made == tmp_path / "points-till_fr.qm"
    assert "Retour".encode("utf-16-be") in made.read_bytes()
    (tmp_path / "points-till_es.ts").write_text("<TS", encoding="utf-8")
    with pytest.raises(linguist.LinguistError, match="lrelease ended with"):
        linguist.compile_all(tmp_path)


def test_a_missing_tool_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without the translation tools ends with a reason."""
    with pytest.raises(linguist.LinguistError, match="does not contain nosuchtool"):
        linguist.tool("nosuchtool")
    monkeypatch.setattr(linguist, "find_spec", lambda _name: None)
    with pytest.raises(linguist.LinguistError, match="not installed"):
        linguist.tool("lrelease")
