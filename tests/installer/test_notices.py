"""Tests that the licences and the bill of materials name everything that is packed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import PyInstaller
import pytest
import urllib3

from installer import notices, product

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The licences of a bundle of this machine."""
    made = tmp_path_factory.mktemp("licences")
    (made / "left over from the last build").touch()
    notices.write(made, "linux")
    return made


@pytest.fixture(scope="module")
def bill(folder: Path) -> dict[str, Any]:
    """The bundle's bill of materials."""
    found: dict[str, Any] = json.loads((folder / "points-till.cdx.json").read_text(encoding="utf-8"))
    return found


def test_the_folder_has_every_notice_and_nothing_else(folder: Path) -> None:
    """The folder has the program's licence, the third-party licences, Qt's two, the bill of materials, and nothing
    else.
    """
    names = {file.name for file in folder.iterdir()}
    assert names == {"LICENSE.txt", "THIRD-PARTY.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "points-till.cdx.json"}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (folder / "GPL-3.0.txt").read_text(encoding="utf-8")


def test_the_notices_fulfil_qts_licence(folder: Path) -> None:
    """The notices say which licence and version Qt has, where its source is, and that its libraries may be replaced."""
    text = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    qt = next(part.version for part in notices.parts() if part.name.lower().startswith("pyside6"))
    assert f"Qt, PySide6 and Shiboken {qt} are used under the GNU Lesser General Public License, version 3" in text
    assert "you may replace them" in text
    assert "https://download.qt.io/official_releases/qt/" in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux Qt brings its own ICU")
def test_the_notices_say_what_was_changed(folder: Path) -> None:
    """On Linux the notices include ICU's licence and say that its data is reduced."""
    text = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert "Licence: Unicode-DFS-2016" in text
    assert "Copyright © 1991-" in text
    assert "libicudata, has only what is needed to sort texts" in text


def test_an_unnamed_frozen_package_is_found() -> None:
    """A package that a library imported by chance is reported. Named parts, Python's own and the loader are not."""
    frozen = [pytest.__file__, urllib3.__file__, json.__file__, PyInstaller.__file__, notices.__file__, ""]
    assert notices.unlisted_packages(frozen) == (f"pytest {pytest.__version__}",)
    assert notices.unlisted_packages(frozen[1:]) == ()


def test_every_part_is_named_with_its_terms(folder: Path) -> None:
    """Indirect requirements are named too, and packages include their licence texts."""
    text = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    found = {part.name.lower(): part for part in notices.parts()}
    assert {"idna", "urllib3", "keyring", "jaraco.classes", "cpython", "openssl", "sqlite"} <= found.keys()
    assert not {"pytest", "pyinstaller", "hatchling"} & found.keys()
    for part in found.values():
        assert f"{part.name} {part.version}\nLicence: {part.licence}\n" in text
        assert part.licence
    without_text = {part.name for part in found.values() if part.is_package and not part.texts}
    assert without_text <= {"PySide6_Essentials", "shiboken6"}


def test_the_bill_of_materials_is_cyclonedx(bill: dict[str, Any]) -> None:
    """The bill has the program at the top, a purl for each package, and the dependencies."""
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "points-till"
    assert bill["metadata"]["component"]["version"] == product.version()
    components = {one["name"]: one for one in bill["components"]}
    assert set(components) == {part.name for part in notices.parts()}
    assert components["urllib3"]["purl"].startswith("pkg:pypi/urllib3@")
    needs = {one["ref"]: set(one.get("dependsOn", ())) for one in bill["dependencies"]}
    assert set(notices.required()) <= needs["points-till"]
    assert "jaraco-classes" in needs["keyring"]


def test_the_same_parts_make_the_same_bill(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building the same tag again gives the same bill."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    found = notices.parts()
    assert notices.bill_of_materials(found, "windows") == notices.bill_of_materials(found, "windows")
    assert notices.bill_of_materials(found, "windows") != notices.bill_of_materials(found, "macos")
