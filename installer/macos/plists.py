"""Defines Info.plist, the entitlements, and the oldest macOS that the program supports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.setting_values import LANGUAGES
from installer import product

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTITLEMENTS = Path(__file__).with_name("entitlements.plist")

MINIMUM_SYSTEM = (15, 0)
"""The oldest macOS that the pinned Qt wheels really need, whatever their tag says: the 6.11.3 wheel is tagged 13.0 and
Qt's own libraries say 13.0, but PySide's bindings (`PySide6/*.abi3.so`) say 15.0.

`oldest_system` reads it from the files.
"""


def info_plist() -> dict[str, Any]:
    """The entries that PyInstaller adds to its Info.plist."""
    version = product.version()
    numbers = product.version_numbers(version)
    return {
        "CFBundleDisplayName": product.TITLE,
        "CFBundleName": product.TITLE,
        "CFBundleShortVersionString": ".".join(map(str, numbers[:3])),
        "CFBundleVersion": ".".join(map(str, numbers)),
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": product.IDENTIFIER,
                "CFBundleURLSchemes": [product.LINK_SCHEME],
                "CFBundleTypeRole": "Viewer",
            }
        ],
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": ".".join(map(str, MINIMUM_SYSTEM)),
        # There is one till and one journal. A second start passes its arguments to the open window.
        "LSMultipleInstancesProhibited": False,
        "NSHighResolutionCapable": True,
        # macOS shows it when it asks whether the till may reach printers and servers of the shop's own network.
        "NSLocalNetworkUsageDescription": (
            f"{product.TITLE} prints receipts on a network printer and reaches servers in your own network. "
            "Without this, such a printer or server cannot be found."
        ),
        "NSHumanReadableCopyright": f"{product.PUBLISHER}, MIT licence",
        # Follows the system's light and dark mode.
        "NSRequiresAquaSystemAppearance": False,
        "NSPrincipalClass": "NSApplication",
    }


def signing_identity() -> str | None:
    """The certificate that PyInstaller signs with, from CI's secrets; None for an ad-hoc signature."""
    return os.environ.get("POINTS_TILL_CODESIGN_IDENTITY") or None


def oldest_system(files: Iterable[Path]) -> tuple[tuple[int, int], list[Path]]:
    """Returns the oldest macOS that all files run on, and the files that need exactly that version.

    Args:
        files: files of a bundle or a wheel. Files that are not Mach-O are skipped.
    """
    oldest: tuple[int, int] = (0, 0)
    asking: list[Path] = []
    for file in files:
        for wanted in {version for _processor, version in slices(file)}:
            if wanted > oldest:
                oldest, asking = wanted, []
            if wanted == oldest:
                asking.append(file)
    return oldest, asking


def slices(file: Path) -> list[tuple[str, tuple[int, int]]]:
    """Returns each processor kind in a Mach-O file, with the oldest system that its code needs.

    Empty for an archive of Mach-O files and for any other file.
    """
    from macholib.mach_o import CPU_TYPE_NAMES, LC_BUILD_VERSION, LC_VERSION_MIN_MACOSX
    from macholib.MachO import MachO

    with file.open("rb") as opened:
        if opened.read(4) not in {b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe"}:
            return []
    try:
        macho = MachO(str(file))
    except ValueError:
        return []
    found = []
    for header in macho.headers:
        processor = CPU_TYPE_NAMES.get(header.header.cputype, str(header.header.cputype)).lower()
        for command, detail, _data in header.commands:
            if command.cmd == LC_BUILD_VERSION:
                packed = int(detail.minos)
            elif command.cmd == LC_VERSION_MIN_MACOSX:
                packed = int(detail.version)
            else:
                continue
            found.append((processor, (packed >> 16, packed >> 8 & 0xFF)))
    return found
