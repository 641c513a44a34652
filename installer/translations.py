"""Collects, checks and compiles the `.ts` files' texts: `python -m installer.translations update|check|compile`."""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import lessons, setting_values
from desktop.domain.day_paper import DAY_WORDS
from desktop.domain.messages import Catalogue
from desktop.domain.paper import PRACTICE_STORE, TRAINING, TRIAL_WORDS
from desktop.domain.receipt import WORDS
from desktop.domain.reversal_receipt import REVERSAL_WORDS
from desktop.domain.settings import SCHEMA
from desktop.gui.setting_words import texts_of
from desktop.training import case_groups
from installer.linguist import LinguistError, compile_all, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCE_LANGUAGE = "en"
LANGUAGES = tuple(language for language in setting_values.LANGUAGES if language != SOURCE_LANGUAGE)
FORMS_WITHOUT_NUMBER = {"ar": {0, 1, 2}, "es": {0}, "en": {0}}
"""Plural forms that cover one number only, such as zero, one or two. A word may replace the number there."""

COLLECTED = ("Messages", "Receipt", "Training", "Settings")
"""Contexts whose texts are in the catalogue, the receipt, the training and the schema of settings. The code looks them
up by variables.
"""

_BRACED = re.compile(r"\{[^{}]*\}")
_PERCENT = re.compile(r"%L?(?:[1-9][0-9]?|n)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a `.ts` file.

    Attributes:
        context: the class, or the context that was passed to `translate`.
        source: the English text.
        comment: distinguishes two equal texts.
        forms: the translation, with one text for each plural form of the language if the source has a number.
        is_plural: True if the source has a number.
        is_finished: True if a translator has marked it as finished.
    """

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    is_plural: bool
    is_finished: bool

    @property
    def name(self) -> tuple[str, str, str]:
        """The key that identifies this message."""
        return self.context, self.source, self.comment


def placeholder_problems(source: str, translation: str, *, number_may_be_missing: bool = False) -> list[str]:
    """Returns the differences between the `{name}`, `%1` and `%Ln` placeholders of a translation and its source.

    Args:
        source: the English text.
        translation: one form of its translation.
        number_may_be_missing: True if a word may replace `%n` or `%Ln`.
    """
    problems = []
    for pattern in (_BRACED, _PERCENT):
        wanted, found = set(pattern.findall(source)), set(pattern.findall(translation))
        missing = wanted - found - ({"%n", "%Ln"} if number_may_be_missing else set())
        problems += [f"lacks {one}" for one in sorted(missing)]
        problems += [f"has {one}, which the source has not" for one in sorted(found - wanted)]
    if "{" in _BRACED.sub("", translation) or "}" in _BRACED.sub("", translation):
        problems.append("has a brace that is not closed")
    return problems


def entries(file: Path) -> tuple[Entry, ...]:
    """Reads the messages of a `.ts` file."""
    found = []
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - the project's own files
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = "" if translation is None else translation.get("type", "")
            plural = message.get("numerus") == "yes"
            forms: tuple[str, ...] = ()
            if translation is not None:
                forms = tuple(form.text or "" for form in translation) if plural else (translation.text or "",)
            if kind not in {"vanished", "obsolete"}:
                found.append(
                    Entry(
                        context=context.findtext("name", ""),
                        source=message.findtext("source", ""),
                        comment=message.findtext("comment", ""),
                        forms=forms,
                        is_plural=plural,
                        is_finished=kind != "unfinished" and all(forms) and bool(forms),
                    )
                )
    return tuple(found)


def problems_of(entry: Entry, language: str) -> list[str]:
    """Returns the problems of one message in one language."""
    if not entry.is_finished:
        return ["is not finished"]
    may_be_missing = FORMS_WITHOUT_NUMBER.get(language, set()) if entry.is_plural else set()
    return [
        problem
        for number, form in enumerate(entry.forms)
        for problem in placeholder_problems(entry.source, form, number_may_be_missing=number in may_be_missing)
    ]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A place in the source that asks for a translation.

    Attributes:
        line: its line number.
        context: the class, or the context that is passed to `translate`; empty if neither is a literal.
        text: the text; empty if it is not a literal.
        names_its_context: True for `translate`, whose texts may be in a table elsewhere with the same context.
    """

    line: int
    context: str
    text: str
    names_its_context: bool


def marked(source: str) -> Iterator[MarkedText]:
    """Yields every call of `tr`, and of `translate` on the application, in a module."""
    yield from _marked(ast.parse(source), "")


def _marked(node: ast.AST, class_name: str) -> Iterator[MarkedText]:
    if isinstance(node, ast.ClassDef):
        class_name = node.name
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        owner = node.func.value.id
        if node.func.attr == "tr" and node.args:
            yield MarkedText(
                node.lineno, class_name if owner == "self" else "", _literal_text(node.args[0]), names_its_context=False
            )
        elif node.func.attr == "translate" and owner in {"QCoreApplication", "QApplication"} and len(node.args) > 1:
            yield MarkedText(
                node.lineno, _literal_text(node.args[0]), _literal_text(node.args[1]), names_its_context=True
            )
    for child in ast.iter_child_nodes(node):
        yield from _marked(child, class_name)


def _literal_text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def untranslated_texts(source: str, known: set[tuple[str, str]]) -> list[str]:
    """Returns the texts of a module that would stay untranslated, each with its line number.

    Args:
        source: the module's text.
        known: the contexts and texts that lupdate has found.
    """
    found = []
    contexts = {context for context, _ in known}
    for one in marked(source):
        if not one.context:
            found.append(f"{one.line}: ask with `self.tr` within a class, or with `QCoreApplication.translate`")
        elif not one.text and not (one.names_its_context and one.context in contexts):
            found.append(f"{one.line}: write the text out here, or lupdate cannot find it")
        elif one.text and (one.context, one.text) not in known:
            where = "another context" if one.text in {text for _, text in known} else "no context"
            found.append(f"{one.line}: lupdate finds “{one.text}” in {where}, not in {one.context}")
    return found


def update(folder: Path = TRANSLATIONS, program: Path = PROGRAM) -> None:
    """Updates every `.ts` file from the source, and drops texts that are no longer used."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        collected = Path(temporary) / "collected.py"
        collected.write_text(_collected(), encoding="utf-8")
        source = ["-silent", "-extensions", "py", str(program), str(collected)]
        options = ["-locations", "none", "-no-obsolete", "-source-language", SOURCE_LANGUAGE]
        for language in (*LANGUAGES, SOURCE_LANGUAGE):
            # Set the language for each file: lupdate guesses it from the whole path, and reads a folder `test_an_x` as
            # Aragonese.
            target = ["-target-language", language, "-ts", str(_file(folder, language))]
            plural_only = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
            run("lupdate", [*source, *options, *plural_only, *target])


def check() -> list[str]:
    """Returns everything that is missing or wrong in any language."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "translations"
        if TRANSLATIONS.is_dir():
            shutil.copytree(TRANSLATIONS, fresh)
        update(fresh)
        for language in (*LANGUAGES, SOURCE_LANGUAGE):
            wanted, kept = entries(_file(fresh, language)), _file(TRANSLATIONS, language)
            if not kept.is_file():
                found.append(f"{kept.name}: is missing")
                continue
            names = {entry.name for entry in entries(kept)}
            for entry in wanted:
                problems = problems_of(entry, language) if entry.name in names else ["is missing"]
                found += [f"{kept.name}: {entry.context}: “{entry.source}” {problem}" for problem in problems]
        known = {(entry.context, entry.source) for entry in entries(_file(fresh, LANGUAGES[0]))}
    for file in sorted(PROGRAM.rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        found += [f"{name}:{lost}" for lost in untranslated_texts(file.read_text(encoding="utf-8"), known)]
    return found


def _collected() -> str:
    """Returns a module that asks for each text that the code looks up by a variable, so that lupdate finds them."""
    catalogue = Catalogue.parse((ROOT / "resources" / "messages.toml").read_text(encoding="utf-8"))
    lines = ["from PySide6.QtCore import QT_TRANSLATE_NOOP"]
    paper = tuple(dict.fromkeys((*WORDS, *REVERSAL_WORDS, *DAY_WORDS, TRAINING, PRACTICE_STORE, *TRIAL_WORDS)))
    training = (*lessons.WORDS, *case_groups.WORDS)
    collected = (catalogue.texts(), paper, training, texts_of(SCHEMA))
    for context, texts in zip(COLLECTED, collected, strict=True):
        lines += [f'QT_TRANSLATE_NOOP("{context}", {_literal(text)})' for text in texts]
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _file(folder: Path, language: str) -> Path:
    return folder / f"points-till_{language}.ts"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns 0 on success, 1 if there is something to fix."""
    parser = argparse.ArgumentParser(prog="python -m installer.translations", description="Translations of the till.")
    parser.add_argument("verb", choices=("update", "check", "compile"))
    verb = parser.parse_args(arguments).verb
    try:
        match verb:
            case "update":
                update()
            case "compile":
                for made in compile_all(TRANSLATIONS):
                    print(made.relative_to(ROOT).as_posix())
            case _:
                found = check()
                for problem in found:
                    print(problem)
                print(f"{len(found)} to fix" if found else "every text is translated into every language")
                if any(problem.endswith(" is missing") for problem in found):
                    print("python -m installer.translations update adds what is missing, to be translated")
                return 1 if found else 0
    except LinguistError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
