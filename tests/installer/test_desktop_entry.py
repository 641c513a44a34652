"""Tests the program's entry in the menu of a Linux desktop: it is valid, and the documented commands install it."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from desktop.pos import links
from installer import pack, product, translations

if TYPE_CHECKING:
    from pathlib import Path

PAGE = product.ROOT / "docs" / "install.md"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """Reads the entry."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys differ by capitals
    parser.read(pack.DESKTOP_ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_entry_is_valid() -> None:
    """The specification's own tool finds nothing to say."""
    done = subprocess.run(
        ["desktop-file-validate", str(pack.DESKTOP_ENTRY)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_entry_has_the_names_of_the_program(entry: configparser.SectionProxy) -> None:
    """Command, icon, windows and links are those of the program, and what it does is said in every language."""
    app = (product.ROOT / "desktop" / "app.py").read_text(encoding="utf-8")
    assert entry["Name"] == product.TITLE
    assert entry["Exec"] == f"{product.NAME} %u"
    assert entry["MimeType"] == f"x-scheme-handler/{links.SCHEME};"
    # By these the desktop knows the window as the entry's, and shows its icon.
    assert f'setDesktopFileName("{pack.DESKTOP_ENTRY.stem}")' in app
    assert f'setApplicationName("{entry["StartupWMClass"]}")' in app
    for language in translations.LANGUAGES:
        known = translations.entries(translations.TRANSLATIONS / f"points-till_{language}.ts")
        assert [entry[f"Comment[{language}]"]] == [one.forms[0] for one in known if one.source == entry["Comment"]]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="commands of Linux")
def test_the_documented_commands_install_it(tmp_path: Path, entry: configparser.SectionProxy) -> None:
    """They put entry and icon where desktops look, for the menu and for the start at login; removing leaves nothing."""
    page = PAGE.read_text(encoding="utf-8")
    commands = re.findall(r"^install -D .*$", page, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        inside = re.sub(r" /(usr|etc)/", rf" {tmp_path}/\1/", command)
        subprocess.run(inside.split(), cwd=product.ROOT, check=True)
    wanted = pack.DESKTOP_ENTRY.read_bytes()
    for folder in ("usr/local/share/applications", "etc/xdg/autostart"):
        assert (tmp_path / folder / pack.DESKTOP_ENTRY.name).read_bytes() == wanted
    assert (tmp_path / "usr/local/share/icons/hicolor/scalable/apps" / f"{entry['Icon']}.svg").is_file()
    (remove,) = re.findall(r"^\| Linux \| `(rm .*)` \|$", page, re.MULTILINE)
    words = re.sub(r" /(usr|etc|opt)/", rf" {tmp_path}/\1/", remove).split()
    assert words[:2] == ["rm", "-rf"]
    assert all(one.startswith(f"{tmp_path}/") for one in words[2:])
    subprocess.run(words, check=True)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_the_archive_for_linux_has_the_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No source is needed for the menu then."""
    monkeypatch.setattr(product, "DIST", tmp_path / "dist")
    (tmp_path / "dist").mkdir()
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / product.NAME).write_bytes(b"")
    with tarfile.open(pack.linux_archive(tmp_path / "bundle")) as archive:
        assert f"{product.NAME}/{pack.DESKTOP_ENTRY.name}" in archive.getnames()
