"""Writes the third-party licences and the bill of materials of a bundle."""

from __future__ import annotations

import os
import sqlite3
import ssl
import sys
import tomllib
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from installer import country_names, icu_data, product

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS = Path(__file__).with_name("licences")

_QT_PACKAGES = {"pyside6-essentials", "shiboken6"}

_LOADER_PACKAGES = {"pyinstaller", "pyinstaller-hooks-contrib", product.NAME}
"""PyInstaller's loader, the code it runs first, and the program itself if it is installed."""

_RULE = "=" * 100

_HEAD = """{title} {version} for {system}: third-party software and its licences

{title} itself is under the MIT licence, in LICENSE.txt beside this file.

Qt, PySide6 and Shiboken {qt} are used under the GNU Lesser General Public License, version 3. Its text, and that of the
General Public License that it builds on, are in LGPL-3.0.txt and GPL-3.0.txt beside this file. They are used unchanged,
as separate shared libraries in the folder PySide6, and you may replace them with your own builds of the same interface.
On macOS you then have to sign the program again (codesign --force --deep --sign - "Points Till.app"). You may reverse
engineer the program to debug such a change. Qt contains third-party software itself, all under licences that allow
this: https://doc.qt.io/qt-6/licenses-used-in-qt.html lists it. Portions of this software are copyright © The FreeType
Project (https://freetype.org). All rights reserved. The source is at

    https://download.qt.io/official_releases/qt/            version {qt}
    https://download.qt.io/official_releases/QtForPython/   version {qt}

and everyone who receives this program can request it from the publisher for three years.
{icu}
PyInstaller's loader starts the program. Its licence allows this for programs under any licence.
"""

_REDUCED_ICU = """
ICU comes with Qt. Its library of data, libicudata, has only what is needed to sort texts in the program's languages.
Any other libicudata of the same version can take its place.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A third-party part of the program.

    Attributes:
        name: the name as its authors write it.
        version: the packed version.
        licence: an SPDX expression or the authors' own words.
        home: its home page or source.
        texts: the licence texts that were packed with it.
        requires: the names of the parts it requires.
        is_package: True if it comes from the Python package index.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    is_package: bool = True


def parts() -> tuple[Part, ...]:
    """Returns all third-party parts of this machine's bundle by name: packages, their dependencies, and Python.

    Raises:
        PackageNotFoundError: if a requirement in pyproject.toml is not installed.
    """
    found: dict[str, Part] = {}
    waiting = list(required())
    while waiting:
        name = waiting.pop()
        if name not in found:
            part = found[name] = _package(name)
            waiting += part.requires
    return tuple(sorted((*found.values(), *_python(), *_icu(), _cldr()), key=lambda part: part.name.lower()))


def required() -> tuple[str, ...]:
    """The names of the run-time requirements in pyproject.toml that apply to this system."""
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return tuple(_applicable(project["dependencies"]))


def write(folder: Path, system: str) -> None:
    """Empties a folder and writes the licences and the bill of materials of this machine's bundle to it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    found = parts()
    (folder / "LICENSE.txt").write_text((product.ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    for text in sorted(TEXTS.glob("*GPL-*.txt")):
        (folder / text.name).write_text(text.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "THIRD-PARTY.txt").write_text(third_party(found, system), encoding="utf-8")
    (folder / f"{product.NAME}.cdx.json").write_text(bill_of_materials(found, system), encoding="utf-8")


def unlisted_packages(sources: Iterable[str]) -> tuple[str, ...]:
    """Returns packages that get into a bundle but are not in `parts`. Their licences would be missing.

    Some libraries import others if they are installed. So these packages come from an environment with more in it than
    the lock.

    Args:
        sources: the frozen files, at the places where they are installed.
    """
    known = {_normal(part.name) for part in parts()} | _LOADER_PACKAGES
    frozen = {_place(source) for source in sources if source}
    return tuple(
        sorted(
            f"{found.metadata['Name']} {found.version}"
            for found in metadata.distributions()
            if _normal(found.metadata["Name"]) not in known
            and any(_place(str(file.locate())) in frozen for file in found.files or ())
        )
    )


def third_party(found: tuple[Part, ...], system: str) -> str:
    """The text of the third-party licences file."""
    qt = next(part.version for part in found if _normal(part.name) == "pyside6-essentials")
    icu = _REDUCED_ICU if any(part.name == "ICU" for part in found) else ""
    lines = [_HEAD.format(title=product.TITLE, version=product.version(), system=system, qt=qt, icu=icu)]
    for part in found:
        lines += [_RULE, f"{part.name} {part.version}", f"Licence: {part.licence}", f"Home: {part.home}", ""]
        lines += [text.strip() + "\n" for text in part.texts]
    return "\n".join(lines) + "\n"


def bill_of_materials(found: tuple[Part, ...], system: str) -> str:
    """The bill of materials as CycloneDX 1.6 in JSON. The same parts give the same text."""
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion
    from packageurl import PackageURL

    licences = LicenseFactory()
    program = Component(
        name=product.NAME,
        version=product.version(),
        type=ComponentType.APPLICATION,
        bom_ref=product.NAME,
        licenses=[licences.make_from_string("MIT")],
    )
    components = {
        _normal(part.name): Component(
            name=part.name,
            version=part.version,
            type=ComponentType.LIBRARY,
            bom_ref=_normal(part.name),
            licenses=[licences.make_from_string(part.licence)],
            purl=PackageURL("pypi", name=_normal(part.name), version=part.version) if part.is_package else None,
            external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.home))],
        )
        for part in found
    }
    identity = " ".join([system, product.version(), *(f"{part.name}=={part.version}" for part in found)])
    bom = Bom(components=components.values(), serial_number=uuid.uuid5(uuid.NAMESPACE_URL, identity))
    bom.metadata.component = program
    bom.metadata.timestamp = _built_at()
    for part in found:
        bom.register_dependency(
            components[_normal(part.name)], [components[name] for name in part.requires if name in components]
        )
    top = {*required(), *(_normal(part.name) for part in found if not part.is_package)}
    bom.register_dependency(program, [components[name] for name in sorted(top)])
    written = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    return f"{written}\n"


def _package(name: str) -> Part:
    about = metadata.metadata(name)
    distribution = metadata.distribution(name)
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in distribution.files or ()
        if ".dist-info" in str(file) and _is_licence(file.name)
    ]
    if _normal(name) in _QT_PACKAGES:
        # The wheels let us choose between three licences. We choose this one, and its text is in `licences/`.
        licence, texts = "LGPL-3.0-only", []
    else:
        licence = _first(about, "License-Expression") or _classified(about) or "see its text"
    urls = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or [] if ", " in line)
    home = _first(about, "Home-page") or next(iter(urls.values()), "see its text")
    return Part(
        name=about["Name"],
        version=about["Version"],
        licence=licence,
        home=home,
        texts=tuple(texts),
        requires=tuple(_applicable(distribution.requires or [])),
    )


def _python() -> Iterator[Part]:
    version = ".".join(map(str, sys.version_info[:3]))
    candidates = (Path(os.__file__).with_name("LICENSE.txt"), Path(sys.base_prefix) / "LICENSE.txt")
    text = next((file.read_text(encoding="utf-8", errors="replace") for file in candidates if file.is_file()), "")
    home = "https://docs.python.org/3/license.html"
    yield Part("CPython", version, "PSF-2.0", home, (text,) if text else (f"The text is at {home}",), is_package=False)
    openssl = ssl.OPENSSL_VERSION.split()[1]
    yield Part("OpenSSL", openssl, "Apache-2.0", "https://openssl-library.org/", is_package=False)
    yield Part("SQLite", sqlite3.sqlite_version, "blessing", "https://sqlite.org/copyright.html", is_package=False)
    loader = metadata.metadata("pyinstaller")
    yield Part(
        "PyInstaller loader",
        loader["Version"],
        "GPL-2.0-or-later WITH Bootloader-exception",
        "https://pyinstaller.org/",
        is_package=False,
    )


def _icu() -> Iterator[Part]:
    # Elsewhere Qt uses what the system has instead.
    for file in metadata.files("PySide6_Essentials") or ():
        found = icu_data.NAME.match(file.name)
        if found is not None:
            text = (TEXTS / "ICU.txt").read_text(encoding="utf-8")
            home = "https://icu.unicode.org/"
            yield Part("ICU", found["version"], "Unicode-DFS-2016", home, (text,), is_package=False)


def _cldr() -> Part:
    text = (TEXTS / "CLDR.txt").read_text(encoding="utf-8")
    return Part("CLDR", country_names.CLDR, "Unicode-3.0", "https://cldr.unicode.org/", (text,), is_package=False)


def _applicable(requirements: list[str]) -> Iterator[str]:
    from packaging.requirements import Requirement

    for line in requirements:
        requirement = Requirement(line)
        # Extras are not packed.
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _normal(requirement.name)


def _first(about: metadata.PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name) or []), "")


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))


_SPDX = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def _classified(about: metadata.PackageMetadata) -> str:
    classifiers = about.get_all("Classifier") or []
    found = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: OSI Approved :: ")]
    return " AND ".join(_SPDX.get(name, name) for name in found)


def _place(file: str) -> str:
    return os.path.normcase(os.path.realpath(file))


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _built_at() -> datetime:
    """The date of the source, so that the same tag gives the same file."""
    return datetime.fromtimestamp(product.source_date(), UTC)
