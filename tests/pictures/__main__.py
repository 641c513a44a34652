"""Draws every page in every state, size, theme and language: `python -m tests.pictures FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

from tests.pictures.choice import ALL_SIZES, CHOICE, FEW_SIZES, THEMES, Choice
from tests.pictures.scenes import SCENES
from tests.pictures.sheet import write_sheet


def main(arguments: list[str]) -> int:
    """Draws, and writes `index.html` to look through. Returns 1 if something does not fit."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="receives the pictures and index.html")
    parser.add_argument("--scene", action="append", choices=sorted(SCENES), help="one scene; may be repeated")
    parser.add_argument("--language", action="append", help="one language; may be repeated (en, ar, fr)")
    parser.add_argument("--theme", action="append", choices=THEMES, help="one theme; may be repeated")
    parser.add_argument("--size", action="append", help="one size such as 1024x600; may be repeated")
    parser.add_argument("--all", action="store_true", help="every size and language, which takes half an hour")
    options = parser.parse_args(arguments)
    from desktop.domain.settings import LANGUAGES

    sizes = ALL_SIZES if options.all else FEW_SIZES
    choice = Choice(
        folder=str(options.folder.resolve()),
        scenes=tuple(options.scene or SCENES),
        languages=tuple(options.language or (LANGUAGES if options.all else ("en", "ar", "fr"))),
        themes=tuple(options.theme or THEMES),
        sizes=tuple(_size(one) for one in options.size) if options.size else sizes,
    )
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ[CHOICE] = choice.as_text()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw = Path(__file__).with_name("draw_pictures.py")
    failed = pytest.main([str(draw), "-q", "--timeout=1200", "-p", "no:cacheprovider"])
    problems = write_sheet(options.folder)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{options.folder / 'index.html'}: {len(problems)} pictures in which something does not fit\n")
    return 1 if failed or problems else 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
