"""Tests which files belong in a frozen program."""

from __future__ import annotations

import codecs
import re
from encodings import normalize_encoding
from typing import TYPE_CHECKING

import pytest

from desktop.smoke_test.languages import CODE_PAGES
from installer import contents, freeze, product

if TYPE_CHECKING:
    from pathlib import Path


def _whole(system: str) -> list[str]:
    """The file names of a complete bundle, built from the rules themselves."""
    return [f"_internal{name}" for name in contents.missing([], system)]


@pytest.mark.parametrize("system", product.SYSTEMS)
def test_each_missing_thing_is_reported(system: str) -> None:
    """Each plug-in, language, resource, licence and keyring's metadata is reported if it alone is missing."""
    whole = [name.replace("keyring-…", "keyring-25.7.0") for name in _whole(system)]
    assert contents.missing(whole, system) == []
    assert contents.unused(whole, system) == []
    for lost in whole:
        assert contents.missing([name for name in whole if name != lost], system)


@pytest.mark.parametrize("system", product.SYSTEMS)
def test_every_language_of_the_till_is_packed(system: str) -> None:
    """A language that is added to the till is also required in the bundle."""
    languages = {name.partition("points-till_")[2].removesuffix(".qm") for name in _whole(system) if ".qm" in name}
    files = (product.ROOT / "resources" / "translations").glob("*.ts")
    assert languages == {file.stem.removeprefix("points-till_") for file in files} - {"en"}


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("_internal/PySide6/opengl32sw.dll", "windows"),
        ("_internal\\PySide6\\plugins\\imageformats\\qjpeg.dll", "windows"),
        ("_internal/PySide6/translations/qt_ar.qm", "windows"),
        ("_internal/PySide6/Qt/translations/qtbase_ar.qm", "linux"),
        ("_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so", "linux"),
        ("_internal/libcups.so.2", "linux"),
        ("Contents/Frameworks/PySide6/Qt/plugins/tls/libqopensslbackend.dylib", "macos"),
        ("_internal/keyring-25.7.0.dist-info/RECORD", "linux"),
        ("_internal/urllib3-2.8.0.dist-info/licenses/LICENSE", "linux"),
        ("_internal/certifi/cacert.pem", "windows"),
        ("_internal\\resources\\head_office\\migrations\\0001_begin.sql", "windows"),
    ],
)
def test_unused_files_are_left_out(name: str, system: str) -> None:
    """An unused file is left out, and reported if it is in a bundle all the same."""
    assert not contents.is_wanted(name, system)
    assert contents.unused([name], system) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "_internal/resources/translations/points-till_ar.qm",
        "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
        "_internal/keyring-25.7.0.dist-info/entry_points.txt",
        "_internal/licences/LGPL-3.0.txt",
    ],
)
def test_needed_files_stay(name: str) -> None:
    """The rules do not remove what a till needs."""
    assert contents.is_wanted(name, "linux")


@pytest.mark.parametrize("system", product.SYSTEMS)
def test_no_code_page_is_left_out(system: str) -> None:
    """Every code page that a system may use for a console or a file is packed."""
    left_out = contents.never_imported(system)
    pages = [*CODE_PAGES, "cp437", "cp850", "cp1250", "cp1258", "iso8859-15", "koi8-r", "tis-620", "utf-16"]
    assert [page for page in pages if f"encodings.{normalize_encoding(codecs.lookup(page).name)}" in left_out] == []


@pytest.mark.parametrize(
    ("module", "system", "expected"),
    [
        ("plistlib", "macos", False),
        ("pyexpat", "macos", False),
        ("plistlib", "windows", True),
        ("pyexpat", "linux", True),
        ("win32file", "windows", True),
        ("win32print", "windows", False),
        ("pywintypes", "windows", False),
        ("unicodedata", "windows", False),
    ],
)
def test_what_another_system_needs_is_left_out(module: str, system: str, *, expected: bool) -> None:
    """Only macOS reads property lists, and of pywin32 the till needs the spooler."""
    assert (module in contents.never_imported(system)) is expected


def test_the_till_imports_nothing_that_is_left_out() -> None:
    """No module of the till imports one, however late, except for head office, whose commands say what is missing."""
    names = "|".join(map(re.escape, contents.NEVER_IMPORTED))
    imports = re.compile(rf"^\s*(?:from|import) (?:{names})(?![\w])", re.MULTILINE)
    till = product.ROOT / "desktop"
    wrong = [file.relative_to(till) for file in till.rglob("*.py") if imports.search(file.read_text(encoding="utf-8"))]
    assert {file.as_posix() for file in wrong if file.parts[0] != "head_office"} == {
        "commands/head_office.py",
        "commands/head_office_demo.py",
        "commands/head_office_fetch.py",
    }


def test_short_numbers_are_left_out() -> None:
    """The numbering plan of every country is packed, and its emergency numbers are not."""
    assert contents.is_module_wanted("phonenumbers.data.region_IN")
    assert contents.is_module_wanted("phonenumbers.shortdata")
    assert not contents.is_module_wanted("phonenumbers.shortdata.region_IN")


def test_libraries_are_dropped_with_their_last_user() -> None:
    """Leaving a plug-in out removes its libraries at any depth, except those that something else loads."""
    loads = {
        "PySide6/plugins/platforms/qwindows.dll": ["Qt6Gui.dll"],
        "PySide6/Qt6Gui.dll": ["Qt6Core.dll", "KERNEL32.dll"],
        "PySide6/Qt6Core.dll": ["ICUUC.DLL"],
        "icuuc.dll": [],
        "PySide6/Qt6Pdf.dll": ["Qt6Core.dll", "freetype.dll"],
        "freetype.dll": [],
        "python313.dll": ["VCRUNTIME140.dll"],
        "VCRUNTIME140.dll": [],
        "_ssl.pyd": ["libssl-3.dll"],
        "libssl-3.dll": ["libcrypto-3.dll"],
        "libcrypto-3.dll": [],
    }
    kept = contents.still_needed({name: needs.copy for name, needs in loads.items()})
    assert set(loads) - kept == {"PySide6/Qt6Pdf.dll", "freetype.dll"}


def test_a_link_to_a_dropped_library_is_dropped() -> None:
    """A link to a dropped library is dropped too."""
    kept = {"PySide6/Qt/lib/libQt6Core.so.6"}
    assert contents.is_kept_link("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", kept)
    assert contents.is_kept_link("PySide6/libQt6Core.so.6", "Qt/lib/libQt6Core.so.6", kept)
    assert not contents.is_kept_link("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6", kept)
    assert contents.is_kept_link("PySide6/QtCore.framework/Versions/Current", "A", kept)


def test_a_framework_is_kept_or_dropped_as_a_whole() -> None:
    """A framework is kept or dropped as a whole: codesign refuses one with a property list and no library."""
    kept = {"PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "PySide6/QtCore.abi3.so"}
    assert contents.is_framework_kept("PySide6/Qt/lib/QtCore.framework/Resources/Info.plist", kept)
    assert contents.is_framework_kept("resources/messages.toml", kept)
    assert not contents.is_framework_kept("PySide6/Qt/lib/QtPdf.framework/Resources/Info.plist", kept)
    assert not contents.is_framework_kept("PySide6/Qt/lib/QtPdf.framework/Versions/Current", kept)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("libgnutls.so.30", True),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("libssl.3.dylib", True),
        ("PySide6/QtCore.abi3.so", False),
        ("python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("libpython3.11.so.1.0", False),
        ("python313.dll", False),
        ("_ssl.pyd", False),
    ],
)
def test_only_libraries_can_become_unused(name: str, *, expected: bool) -> None:
    """Modules and plug-ins are loaded by name, which no binary shows, so only libraries can be dropped as unused."""
    assert contents.is_library(name) is expected


def test_growth_of_more_than_a_tenth_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Growth of 10 % passes and one byte more does not. A system without a recorded size always passes."""
    for name in _whole("windows"):
        file = tmp_path / name.replace("keyring-…", "keyring-25.7.0")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "ballast").write_bytes(bytes(1_100_000))
    sizes = tmp_path / "sizes.toml"
    monkeypatch.setattr(freeze, "SIZES", sizes)
    sizes.write_text("windows = 1.0\n", encoding="utf-8")
    here = freeze.size(tmp_path) - sizes.stat().st_size
    assert here == 1_100_000
    sizes.unlink()
    monkeypatch.setattr(freeze, "recorded_size", lambda _system: 1_000_000)
    assert freeze.problems(tmp_path, "windows") == []
    (tmp_path / "one more").write_bytes(b"1")
    (problem,) = freeze.problems(tmp_path, "windows")
    assert problem.startswith("grown: 1.1 MB")
    monkeypatch.setattr(freeze, "recorded_size", lambda _system: None)
    assert freeze.problems(tmp_path, "windows") == []
