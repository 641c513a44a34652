"""Writes the manifests with which winget installs a release: `python -m installer winget`."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from installer import product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDENTIFIER = "PointsTill.PointsTill"
"""The package's name in winget, so it never changes."""

SCHEMA = "1.10.0"
LANGUAGE = "en-US"
SOURCE = "https://github.com/points-till/points-till"

_RETURN_CODES = {
    1602: "cancelledByUser",
    1618: "packageInUse",
    1633: "systemNotSupported",
    1638: "downgrade",
}
"""winget's words for the set-up's exit codes (installer/windows/points-till.nsi)."""


def write(set_up: Path, folder: Path, version: str | None = None) -> list[Path]:
    """Writes the three manifests of a release. Returns their paths.

    Args:
        set_up: the set-up as it is published. Its SHA-256 stands in the manifest.
        folder: gets the files, in the folders of winget's repository.
        version: the product's version by default.
    """
    version = version or product.version()
    digest = hashlib.sha256(set_up.read_bytes()).hexdigest().upper()
    target = folder / "manifests" / IDENTIFIER[0].lower() / IDENTIFIER.replace(".", "/") / version
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for suffix, manifest in _manifests(version, set_up.name, digest).items():
        path = target / f"{IDENTIFIER}{suffix}.yaml"
        kind = manifest["ManifestType"]
        head = f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{SCHEMA}.schema.json\n\n"
        path.write_text(head + "\n".join(_lines(manifest)) + "\n", encoding="utf-8", newline="\n")
        made.append(path)
    return made


def _manifests(version: str, name: str, digest: str) -> dict[str, dict[str, Any]]:
    about = {"PackageIdentifier": IDENTIFIER, "PackageVersion": version}
    installer = {
        "Platform": ["Windows.Desktop"],
        "MinimumOSVersion": "10.0.17763.0",
        "InstallerType": "nullsoft",
        "InstallModes": ["interactive", "silent", "silentWithProgress"],
        "UpgradeBehavior": "install",
        "ProductCode": product.NAME,
        "ExpectedReturnCodes": [
            {"InstallerReturnCode": code, "ReturnResponse": words} for code, words in _RETURN_CODES.items()
        ],
        "Installers": [
            {
                "Architecture": "x64",
                "Scope": scope,
                "InstallerUrl": f"{SOURCE}/releases/download/v{version}/{name}",
                "InstallerSha256": digest,
                "InstallerSwitches": {"Custom": mode},
                "ElevationRequirement": elevation,
            }
            for scope, mode, elevation in (
                ("machine", "/AllUsers", "elevationRequired"),
                ("user", "/CurrentUser", "elevationProhibited"),
            )
        ],
    }
    words = {
        "PackageLocale": LANGUAGE,
        "Publisher": product.PUBLISHER,
        "PublisherUrl": SOURCE,
        "PublisherSupportUrl": f"{SOURCE}/issues",
        "PackageName": product.TITLE,
        "PackageUrl": SOURCE,
        "License": "MIT",
        "LicenseUrl": f"{SOURCE}/blob/main/LICENSE",
        "ShortDescription": product.DESCRIPTION,
        "ReleaseNotesUrl": f"{SOURCE}/releases/tag/v{version}",
        "Tags": ["loyalty", "points", "pos", "till"],
    }
    parts: dict[str, tuple[str, dict[str, Any]]] = {
        "": ("version", {"DefaultLocale": LANGUAGE}),
        ".installer": ("installer", installer),
        f".locale.{LANGUAGE}": ("defaultLocale", words),
    }
    return {
        suffix: {**about, **content, "ManifestType": kind, "ManifestVersion": SCHEMA}
        for suffix, (kind, content) in parts.items()
    }


def _lines(value: object, indent: str = "") -> Iterator[str]:
    """Yields a value as lines of YAML. Texts are written as in JSON, which is YAML too."""
    if isinstance(value, dict):
        for name, one in value.items():
            if isinstance(one, dict | list):
                yield f"{indent}{name}:"
                yield from _lines(one, f"{indent}  " if isinstance(one, dict) else indent)
            else:
                yield f"{indent}{name}: {json.dumps(one, ensure_ascii=False)}"
    elif isinstance(value, list):
        for one in value:
            first, *rest = _lines(one, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
    else:
        yield f"{indent}{json.dumps(value, ensure_ascii=False)}"
