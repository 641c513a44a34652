"""Owns what belongs into a frozen program: what a till never uses is left out, what it needs must be there."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

NEVER_IMPORTED = (
    # Development tools that some library imports where it is itself tested or installed.
    "pip", "setuptools", "pkg_resources", "wheel", "pytest", "_pytest", "unittest", "doctest", "pdb", "pydoc", "test",
    "lib2to3", "ensurepip", "venv", "idlelib", "turtledemo",
    # Other processes: the till starts none, and PyInstaller would load it before every start.
    "multiprocessing",
    # Names of newer Pythons, which msgspec looks for and does without.
    "typing_extensions",
    # Colours of a terminal, which werkzeug's log would have on Windows.
    "colorama",
    # Another tool kit, and a terminal's line editing.
    "tkinter", "_tkinter", "turtle", "readline", "curses", "_curses",
    # Where a number is from, by whose network and in which time zone: 5 MB that the till does not ask.
    "phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata",
    # Parts of Qt that nothing of the till is made of; one import by mistake would bring half of Qt along.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtDesigner",
)  # fmt: skip

_PLUGINS = {
    "linux": (
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
        # A keyboard's dead keys, and the input methods of languages that need more than keys.
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqxcb.so",
        "platformthemes/libqxdgdesktopportal.so",
        "printsupport/libcupsprintersupport.so",
    ),
    # On Windows and macOS printing is no plug-in: it is within Qt6PrintSupport itself.
    "windows": (
        "iconengines/qsvgicon.dll",
        "imageformats/qsvg.dll",
        "platforms/qoffscreen.dll",
        "platforms/qwindows.dll",
        "styles/qmodernwindowsstyle.dll",
    ),
    "macos": (
        "iconengines/libqsvgicon.dylib",
        "imageformats/libqsvg.dylib",
        "platforms/libqcocoa.dylib",
        "platforms/libqoffscreen.dylib",
        "styles/libqmacstyle.dylib",
    ),
}
"""Qt's plug-ins, by kind and file. Every other one is left out: image formats that no receipt has, Qt's own TLS (the
till speaks through Python's), screens without a desktop, Wayland (XWayland shows the till), GTK's dialogs."""

_NEVER = re.compile(
    r"""
      (^|/)opengl32sw\.dll$         # 20 MB that paint OpenGL without a graphics card; widgets do without OpenGL
    | (^|/)d3dcompiler_\d+\.dll$    # for shaders, which widgets do not have
    | (^|/)libcups\.so\.\d+$        # speaks with the CUPS of its own system, or there are no printers
    | /PySide6/.*\btranslations/    # of Qt's dialogs, which the till does not show
    | (^|/)direct_url\.json$ | (^|/)RECORD$ | (^|/)INSTALLER$ | (^|/)REQUESTED$  # of the machine it was built on
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PLUGIN = re.compile(r"/plugins/(?P<kind>[^/]+)/(?P<file>[^/]+)$")

_LIBRARY = re.compile(r"\.so(\.\d+)*$|\.dll$|\.dylib$|\.framework/", re.IGNORECASE)
_PYTHON_OWN = re.compile(r"^(lib)?python3|^vcruntime|^msvcp|^ucrtbase|^api-ms-|^Python$", re.IGNORECASE)


def is_wanted(name: str, system: str) -> bool:
    """Whether a file of the bundle is one that a till can use.

    Args:
        name: its path within the bundle.
        system: one of `product.SYSTEMS`.
    """
    path = "/" + name.replace("\\", "/")
    if _NEVER.search(path):
        return False
    plugin = _PLUGIN.search(path)
    return plugin is None or f"{plugin['kind']}/{plugin['file']}" in _PLUGINS[system]


def is_library(name: str) -> bool:
    """Whether a file is there only because others load it, unlike Python's modules and Qt's plug-ins."""
    path = "/" + name.replace("\\", "/")
    if _PLUGIN.search(path) or ".abi3." in path or ".cpython-" in path:
        return False
    return bool(_LIBRARY.search(path)) and not _PYTHON_OWN.match(PurePosixPath(path).name)


def still_needed(files: Mapping[str, Callable[[], Iterable[str]]]) -> set[str]:
    """Drops libraries that nothing loads any more, such as those of plug-ins that were left out.

    Args:
        files: every binary's path within the bundle, and what tells the base names of the libraries that it loads.

    Returns:
        The paths to keep.
    """
    by_name: dict[str, set[str]] = {}
    for name in files:
        by_name.setdefault(_base(name), set()).add(name)
    kept: set[str] = set()
    waiting = [name for name in files if not is_library(name)]
    while waiting:
        name = waiting.pop()
        if name in kept:
            continue
        kept.add(name)
        for loaded in files[name]():
            waiting += by_name.get(_base(loaded), set()) - kept
    return kept


def is_whole(name: str, kept: Iterable[str]) -> bool:
    """Whether a file is none of a macOS framework whose library was dropped: what is left of that is nothing to sign.

    Args:
        name: its path within the bundle.
        kept: what `still_needed` keeps.
    """
    framework, found, _ = name.replace("\\", "/").partition(".framework/")
    return not found or any(one.replace("\\", "/").startswith(f"{framework}.framework/") for one in kept)


def leads_somewhere(name: str, target: str, kept: Container[str]) -> bool:
    """Whether a link to a library leads to one that is kept; those of macOS' frameworks stay with them (`is_whole`).

    Args:
        name: its path within the bundle.
        target: where it leads, from its own folder.
        kept: what `still_needed` keeps.
    """
    if not is_library(name) or ".framework/" in name or ".framework/" in target:
        return True
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) in kept


def listing(binaries: Iterable[Sequence[str]], datas: Iterable[Sequence[str]]) -> str:
    """The list that a frozen program is held against by its own smoke test (`desktop.smoke_test.lost_files`).

    Args:
        binaries: PyInstaller's entries, of which only the presence is known: they are stripped and signed yet.
        datas: likewise, which have to keep their sizes.
    """
    lines = [f"-\t{entry[0]}" for entry in binaries]
    lines += [
        f"{Path(entry[1]).stat().st_size}\t{entry[0]}" if Path(entry[1]).is_file() else f"-\t{entry[0]}"
        for entry in datas
    ]
    return "\n".join(sorted(line.replace("\\", "/") for line in lines)) + "\n"


def missing(names: Iterable[str], system: str) -> list[str]:
    """What a till needs and a bundle has not.

    Args:
        names: every file's path within the bundle.
        system: one of `product.SYSTEMS`.
    """
    paths = ["/" + name.replace("\\", "/") for name in names]
    suffix = {"windows": ".exe", "linux": "", "macos": ""}[system]
    print_support = {
        "linux": "libQt6PrintSupport.so.6",
        "windows": "Qt6PrintSupport.dll",
        "macos": "QtPrintSupport.framework/Versions/A/QtPrintSupport",
    }[system]
    wanted = [
        f"/points-till{suffix}",
        "/files.txt",
        *(f"/plugins/{plugin}" for plugin in _PLUGINS[system]),
        f"/{print_support}",
        "/resources/messages.toml",
        "/resources/style/till.qss",
        "/resources/icons/points-till.svg",
        *(f"/resources/translations/points-till_{one}.qm" for one in ("ar", "es", "fr", "hi", "id", "th", "zh_CN")),
        "/licences/THIRD-PARTY.txt",
        "/licences/LICENSE.txt",
        "/licences/points-till.cdx.json",
    ]
    lost = [ending for ending in wanted if not any(path.endswith(ending) for path in paths)]
    # keyring finds its back ends by this file alone.
    if not any(re.search(r"/keyring-[^/]+\.dist-info/entry_points\.txt$", path) for path in paths):
        lost.append("/keyring-….dist-info/entry_points.txt")
    return lost


def unwanted(names: Iterable[str], system: str) -> list[str]:
    """What a bundle has and a till never uses."""
    return sorted(name for name in names if not is_wanted(name, system))


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].lower()
