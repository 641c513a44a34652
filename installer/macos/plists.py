"""Owns what macOS is told of the program: Info.plist, entitlements, and the oldest system that it runs on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from installer import product

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTITLEMENTS = Path(__file__).with_name("entitlements.plist")

MINIMUM_SYSTEM = (15, 0)
"""What the files of the pinned Qt wheels ask for, whatever their tag says: of 6.11.3 the wheel is tagged 13.0, Qt's own
libraries say 13.0, and PySide's bindings (`PySide6/*.abi3.so`) say 15.0. `oldest_system` reads it from the files."""


def info_plist() -> dict[str, Any]:
    """What PyInstaller adds to the Info.plist that it makes."""
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
        "CFBundleLocalizations": ["en", "ar", "es", "fr", "hi", "id", "th", "zh_CN"],
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": ".".join(map(str, MINIMUM_SYSTEM)),
        # One till, one journal: a second start is handed to the window that is open.
        "LSMultipleInstancesProhibited": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{product.PUBLISHER}, MIT licence",
        # Follows light and dark.
        "NSRequiresAquaSystemAppearance": False,
        "NSPrincipalClass": "NSApplication",
    }


def signing_identity() -> str | None:
    """The certificate that PyInstaller signs with, from CI's secrets; None for an ad-hoc signature."""
    return os.environ.get("POINTS_TILL_CODESIGN_IDENTITY") or None


def oldest_system(files: Iterable[Path]) -> tuple[tuple[int, int], list[Path]]:
    """The oldest macOS that all files run on, and those that ask for just that one.

    Args:
        files: of a bundle or a wheel; what is no Mach-O file is passed over.
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
    """Each processor kind that a Mach-O file has code for, and the oldest system that the code asks for.

    Empty for what is no Mach-O file, and for an archive of them.
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
