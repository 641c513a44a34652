"""Builds the site from the documents and the product's own texts: `python -m installer.site [--pictures]`."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.settings import LANGUAGES
from desktop.texts import is_rtl
from installer import freeze, product, settings_table
from installer.site import cashiers, codes, links, pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BUILD = product.ROOT / "build" / "site"
HTML = BUILD / "html"


def write_sources(folder: Path, pictures: Path | None = None) -> None:
    """Writes the pages of the site in Markdown, with Sphinx's configuration.

    Args:
        folder: is emptied first.
        pictures: the folder of `python -m tests.pictures`; the pages are complete without it.

    Raises:
        ValueError: a document has a link that leads nowhere, or a page that is made of the source is out of date.
    """
    settings = settings_table.PAGE.read_text(encoding="utf-8")
    if settings_table.with_table(settings) != settings:
        raise ValueError("docs/settings.md is out of date: run python -m installer.settings_table")
    if codes.PAGE.read_text(encoding="utf-8") != codes.page():
        raise ValueError("docs/codes.md is out of date: run python -m installer.site.codes")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "cashiers").mkdir(parents=True)
    found = pages.existing()
    targets = {page.source: page.target for page in found} | {pages.FIRST: "index", "README.md": "index"}
    for source, target in {page.source: page.target for page in found}.items():
        _write(folder / f"{target}.md", _document(source, target, targets))
    for language in LANGUAGES:
        _write(folder / "cashiers" / f"{language}.md", cashiers.page(language, _pictures(pictures, folder, language)))
    _write(folder / "index.md", _document(pages.FIRST, "index", targets) + _contents(found))
    shutil.copyfile(Path(__file__).with_name("conf.py"), folder / "conf.py")
    shutil.copyfile(product.ROOT / "resources" / "icons" / "points-till.svg", folder / "points-till.svg")


def build(pictures: Path | None = None) -> list[str]:
    """Builds the site into `build/site/html`. Returns what is wrong with its links.

    Raises:
        CalledProcessError: Sphinx found a mistake.
        ValueError: see `write_sources`.
    """
    source = BUILD / "source"
    freeze.compile_translations()
    write_sources(source, pictures)
    shutil.rmtree(HTML, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "--builder", "html", "--fresh-env", "--fail-on-warning", "--keep-going"]
    environment = {**os.environ, "PYTHONPATH": str(product.ROOT), "SOURCE_DATE_EPOCH": str(product.source_date())}
    doctrees = ["--doctree-dir", str(BUILD / "doctrees"), "--quiet"]
    subprocess.run([*command, *doctrees, str(source), str(HTML)], env=environment, check=True)  # noqa: S603 - files made here
    for language in LANGUAGES:
        page = HTML / "cashiers" / f"{language}.html"
        _write(page, with_language(page.read_text(encoding="utf-8"), language))
    return links.problems(HTML)


def with_language(page: str, language: str) -> str:
    """Returns a built page with its language, and from right to left if that is how it is written.

    Raises:
        ValueError: the page has no article.
    """
    direction = ' dir="rtl"' if is_rtl(language) else ""
    # Only the text: the theme's own navigation is in English and stays on its side.
    made, count = re.subn(
        r"<article([^>]*)>", rf'<article\1 lang="{language.replace("_", "-")}"{direction}>', page, count=1
    )
    if not count:
        raise ValueError("the theme has no article")
    return made


def draw_pictures(folder: Path) -> None:
    """Draws the window for the cashiers' pages, in every language."""
    scenes = dict.fromkeys(scene for shown in cashiers.PICTURES.values() for scene, _ in shown)
    command = [sys.executable, "-m", "tests.pictures", str(folder), "--theme", "light", "--size", "1024x600"]
    command += [word for scene in scenes for word in ("--scene", scene)]
    command += [word for language in LANGUAGES for word in ("--language", language)]
    # It ends with 1 if a text does not fit, which is no reason to have no site.
    subprocess.run(command, cwd=product.ROOT, check=False)  # noqa: S603 - the project's own program


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns 0 on success."""
    parser = argparse.ArgumentParser(prog="python -m installer.site", description=__doc__)
    parser.add_argument("--pictures", action="store_true", help="draws the window for the cashiers' pages, in minutes")
    options = parser.parse_args(arguments)
    pictures = BUILD / "pictures"
    if options.pictures:
        draw_pictures(pictures)
    try:
        found = build(pictures if pictures.is_dir() else None)
    except (ValueError, OSError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return 1
    for problem in found:
        print(problem)
    print(HTML / "index.html")
    return 1 if found else 0


def _document(source: str, target: str, targets: dict[str, str]) -> str:
    text = (product.ROOT / source).read_text(encoding="utf-8")
    return pages.with_links(text, source, target, targets)


def _contents(found: list[pages.Page]) -> str:
    """Returns the navigation."""
    lines = []
    sections = {"For cashiers": [f"cashiers/{language}" for language in LANGUAGES]}
    for section in pages.SECTIONS:
        sections[section] = [page.target for page in found if page.section == section]
    for section, targets in sections.items():
        if targets:
            lines += ["", "```{toctree}", ":hidden:", f":caption: {section}", "", *targets, "```"]
    return "\n".join(lines) + "\n"


def _pictures(pictures: Path | None, folder: Path, language: str) -> Callable[[str, str], str | None]:
    """Returns what finds the picture of a scene's state, and copies it beside the page."""
    drawn: dict[tuple[str, str], Path] = {}
    for record in sorted(pictures.glob("*.json")) if pictures is not None else ():
        about = json.loads(record.read_text(encoding="utf-8"))
        if about["language"] == language:
            drawn[about["scene"], about["state"].replace(" ", "_")] = record.with_suffix(".png")

    def find(scene: str, state: str) -> str | None:
        picture = drawn.get((scene, state))
        if picture is None or not picture.is_file():
            return None
        shutil.copyfile(picture, folder / "cashiers" / picture.name)
        return picture.name

    return find


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
