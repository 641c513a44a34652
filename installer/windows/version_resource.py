"""Writes the version resource that Windows shows in the program's properties: version, product, publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo


def strings() -> dict[str, str]:
    """The texts of the resource."""
    version = product.version()
    return {
        "CompanyName": product.PUBLISHER,
        "FileDescription": product.TITLE,
        "FileVersion": version,
        "InternalName": product.NAME,
        "LegalCopyright": f"{product.PUBLISHER}, MIT licence",
        "OriginalFilename": f"{product.NAME}.exe",
        "ProductName": product.TITLE,
        "ProductVersion": version,
    }


def version_resource() -> VSVersionInfo:
    """The resource in PyInstaller's form. Windows only."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    numbers = product.version_numbers(product.version())
    us_english, unicode = 0x0409, 0x04B0
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            StringFileInfo(
                [
                    StringTable(
                        f"{us_english:04X}{unicode:04X}",
                        [StringStruct(name, text) for name, text in strings().items()],
                    )
                ]
            ),
            VarFileInfo([VarStruct("Translation", [us_english, unicode])]),
        ],
    )
