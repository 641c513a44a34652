"""Tests that everything is written in plain English."""

from __future__ import annotations

import ast
import inspect
import io
import re
import tokenize
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FOLDERS = (".ci", ".github", "desktop", "docs", "installer", "resources/style", "tests")
"""Folders with text for people. The documents beside them count too."""

SUFFIXES = {"", ".c", ".md", ".mjs", ".nsh", ".nsi", ".plist", ".ps1", ".py", ".qss", ".spec", ".toml", ".yml"}
NOT_OURS = {"__pycache__", "licences", "screenshots"}

OLD_OPENING = re.compile(r"\W*(Owns\b|Claims about\b)")
OLD_WORDS = re.compile(
    r"\b(whoever|whomever|nobody|what came of|(is|are) to be had|cannot be had|said so at once|set up rightly)\b",
    re.IGNORECASE,
)
LONGEST_LINE = 120


@cache
def our_files(*suffixes: str) -> list[Path]:
    """Returns the files with these suffixes."""
    files = [*ROOT.glob("*.md"), *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*")))]
    return [file for file in files if file.is_file() and file.suffix in suffixes and not NOT_OURS & set(file.parts)]


@cache
def text_of(file: Path) -> str:
    """Returns a file's text."""
    return file.read_text(encoding="utf-8")


def prose_of(file: Path) -> list[tuple[int, str]]:
    """Returns the comments and docstrings of a Python file, or the lines of any other file, with their line numbers."""
    text = text_of(file)
    if file.suffix != ".py":
        return list(enumerate(text.splitlines(), 1))
    docstrings = [
        (node.lineno, node.value.value)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return docstrings + [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def first_words(file: Path) -> str:
    """Returns a Python file's module docstring, or the first line of another file after the interpreter line."""
    text = text_of(file)
    if file.suffix == ".py":
        # Only the beginning is taken apart, because the whole of every file takes long.
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type not in {tokenize.COMMENT, tokenize.NL}:
                return inspect.cleandoc(ast.literal_eval(token.string)) if token.type == tokenize.STRING else ""
    lines = [line for line in text.splitlines() if not line.startswith("#!")]
    return lines[0] if lines else ""


def test_every_module_says_in_one_line_what_it_does() -> None:
    """No file opens with “Owns” or “Claims about”, and every Python module begins with a one-line sentence."""
    files = our_files(*SUFFIXES)
    assert len(files) > len(FOLDERS)
    assert [str(file) for file in files if OLD_OPENING.match(first_words(file))] == []
    openings = {str(file): first_words(file).partition("\n")[0] for file in files if file.suffix == ".py"}
    assert [name for name, opening in openings.items() if not opening.endswith(".")] == []


def test_the_old_words_are_gone() -> None:
    """No comment, docstring or document contains a word of the old dialect."""
    found = [
        f"{file.relative_to(ROOT)}:{line}: {match[0]}"
        for file in our_files(*SUFFIXES)
        # Most files have none of these words anywhere, and taking a file apart is slow.
        if OLD_WORDS.search(text_of(file))
        for line, text in prose_of(file)
        for match in OLD_WORDS.finditer(text)
    ]
    assert found == []


def test_lines_of_documents_are_short() -> None:
    """Lines in Markdown have at most 120 characters, except in tables, which cannot be wrapped."""
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in our_files(".md")
        for line, text in prose_of(file)
        if len(text) > LONGEST_LINE and not text.startswith("|")
    ]
    assert found == []


def test_old_style_is_found(tmp_path: Path) -> None:
    """The checks find the old openings and words in Python and in other files."""
    module, script = tmp_path / "module.py", tmp_path / "script.nsi"
    module.write_text('"""Owns the lot."""\nnobody = 1  # for whoever asks\n', encoding="utf-8")
    script.write_text("; Claims about a set-up.\n", encoding="utf-8")
    assert OLD_OPENING.match(first_words(module))
    assert OLD_OPENING.match(first_words(script))
    assert [match[0] for _, text in prose_of(module) for match in OLD_WORDS.finditer(text)] == ["whoever"]
