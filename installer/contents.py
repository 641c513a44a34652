"""Decides what a frozen program contains, and checks that nothing needed is missing."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop.domain.setting_values import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

NEVER_IMPORTED = (
    # Development tools that some library imports for its own tests or installation.
    "pip", "setuptools", "pkg_resources", "wheel", "pytest", "_pytest", "unittest", "doctest", "pdb", "pydoc", "test",
    "lib2to3", "ensurepip", "venv", "idlelib", "turtledemo",
    # PyInstaller would load this before every start. `store/journal_workers.py` starts processes without it.
    "multiprocessing",
    # Backports of newer typing names. msgspec uses them if they are there, but does not need them.
    "typing_extensions",
    # Terminal colours, which werkzeug's log would use on Windows.
    "colorama",
    # Another GUI toolkit, and line editing for terminals.
    "tkinter", "_tkinter", "turtle", "readline", "curses", "_curses",
    # Region, carrier and time zone of a number: 5 MB that the till does not use.
    "phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata",
    # Encodings that no system uses for its files and consoles: those of mainframes, early Macs and others. Python does
    # not start without the one that it does use.
    "_codecs_hk", "_codecs_iso2022",
    *(f"encodings.cp{number}" for number in ("037", "273", "424", "500", "875", "1026", "1140")),
    *(f"encodings.mac_{name}" for name in (
        "arabic", "croatian", "cyrillic", "farsi", "greek", "iceland", "latin2", "roman", "romanian", "turkish",
    )),
    "encodings.hp_roman8", "encodings.palmos", "encodings.bz2_codec",
    # Python's own import system, which every Python has built in as well.
    "importlib._bootstrap", "importlib._bootstrap_external",
    # Numbers and dates for a Python without `_decimal` or `_datetime`, and locks on a Redis server.
    "_pydecimal", "_pydatetime", "portalocker.redis",
    # Archives of these kinds. The till writes zip files in the usual way only.
    "_bz2", "_lzma", "bz2", "lzma",
    # Profilers, a debugger in the browser, a browser, mail, FTP, and a test of Python's random numbers.
    "cProfile", "profile", "pstats", "optparse", "werkzeug.debug", "webbrowser", "smtplib", "ftplib", "statistics",
    "fractions",
    # Another HTTP client, which truststore would change as well if it was told to. Development tools have it.
    "requests",
    # TLS by another library, and requests within a browser.
    "urllib3.contrib.pyopenssl", "urllib3.contrib.emscripten",
    # Head office, which needs PostgreSQL and is not part of the frozen program. Its commands say what is missing.
    "desktop.head_office", "desktop.commands.head_office_demo", "desktop.commands.head_office_fetch",
    # Parts of Qt that the till does not use. One import by mistake would pull in half of Qt.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtDesigner",
    # PyInstaller takes Python's side of it along with Qt's own library, which alone is needed.
    "PySide6.QtDBus",
)  # fmt: skip

_NEVER_IMPORTED_ON = {
    "windows": (
        # Windows' list of events, its store of passwords (keyring uses win32ctypes) and shared locks on files (the log
        # takes none): parts of pywin32 that libraries offer and the till does not use.
        "win32evtlog", "win32evtlogutil", "win32cred", "win32file", "win32con", "winerror", "win32api", "win32timezone",
    ),
    # Named pipes of Windows (desktop/pos/local_pipes.py). Elsewhere Python has the sockets itself.
    "macos": ("PySide6.QtNetwork",),
    "linux": ("PySide6.QtNetwork",),
}  # fmt: skip

_SHORT_NUMBERS = re.compile(r"^phonenumbers\.shortdata\.region_")
"""Emergency numbers and other short ones, which no member has. A hook of PyInstaller's would pack them."""

_PROPERTY_LISTS = ("plistlib", "xml.parsers", "xml.sax.expatreader", "pyexpat")
"""Read the policies of macOS. Other systems have no property lists, and the till reads no other XML."""

_PLUGINS = {
    "linux": (
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
        # Dead keys, and input methods for languages that need more than keys.
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqxcb.so",
        "platformthemes/libqxdgdesktopportal.so",
        "printsupport/libcupsprintersupport.so",
    ),
    # On Windows and macOS printing is part of Qt6PrintSupport, not a plug-in.
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
"""Qt's plug-ins, by kind and file.

Every other one is left out: image formats that no receipt has, Qt's own TLS (the till uses Python's), platforms without
a desktop, Wayland (XWayland shows the till), and GTK's dialogs.
"""

_NEVER = re.compile(
    r"""
      (^|/)opengl32sw\.dll$         # 20 MB that paint OpenGL without a graphics card; widgets do without OpenGL
    | (^|/)d3dcompiler_\d+\.dll$    # for shaders, which widgets do not have
    | (^|/)libcups\.so\.\d+$        # speaks with the CUPS of its own system, or there are no printers
    | /PySide6/.*\btranslations/    # of Qt's dialogs, which the till does not show
    | /certifi/cacert\.pem$         # the till trusts the system's authorities only
    | \.dist-info/licenses/         # all are in licences/THIRD-PARTY.txt
    | /resources/head_office/
    | (^|/)direct_url\.json$ | (^|/)RECORD$ | (^|/)INSTALLER$ | (^|/)REQUESTED$  # of the machine it was built on
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PLUGIN = re.compile(r"/plugins/(?P<kind>[^/]+)/(?P<file>[^/]+)$")

_LIBRARY = re.compile(r"\.so(\.\d+)*$|\.dll$|\.dylib$|\.framework/", re.IGNORECASE)
_PYTHON_OWN = re.compile(r"^(lib)?python3|^vcruntime|^msvcp|^ucrtbase|^api-ms-|^Python$", re.IGNORECASE)


def never_imported(system: str) -> tuple[str, ...]:
    """Returns the modules that a bundle does not contain.

    Args:
        system: one of `product.SYSTEMS`.
    """
    return (*NEVER_IMPORTED, *_NEVER_IMPORTED_ON[system], *(() if system == "macos" else _PROPERTY_LISTS))


def is_module_wanted(name: str) -> bool:
    """True if a till can use this module of the bundle, although it is not among `never_imported`."""
    return _SHORT_NUMBERS.match(name) is None


def is_wanted(name: str, system: str) -> bool:
    """True if a till can use this file of the bundle.

    Args:
        name: its path in the bundle.
        system: one of `product.SYSTEMS`.
    """
    path = "/" + name.replace("\\", "/")
    if _NEVER.search(path):
        return False
    plugin = _PLUGIN.search(path)
    return plugin is None or f"{plugin['kind']}/{plugin['file']}" in _PLUGINS[system]


def is_library(name: str) -> bool:
    """True if a file is there only because other binaries load it, unlike Python's modules and Qt's plug-ins."""
    path = "/" + name.replace("\\", "/")
    if _PLUGIN.search(path) or ".abi3." in path or ".cpython-" in path:
        return False
    return bool(_LIBRARY.search(path)) and not _PYTHON_OWN.match(PurePosixPath(path).name)


def still_needed(files: Mapping[str, Callable[[], Iterable[str]]]) -> set[str]:
    """Drops libraries that nothing loads any more, for example those of dropped plug-ins.

    Args:
        files: the path of every binary in the bundle, with a function that returns the base names of the libraries it
            loads.

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


def is_framework_kept(name: str, kept: Iterable[str]) -> bool:
    """False if a file belongs to a macOS framework whose library was dropped: the rest of it cannot be signed.

    Args:
        name: its path in the bundle.
        kept: the result of `still_needed`.
    """
    framework, found, _ = name.replace("\\", "/").partition(".framework/")
    return not found or any(one.replace("\\", "/").startswith(f"{framework}.framework/") for one in kept)


def is_kept_link(name: str, target: str, kept: Container[str]) -> bool:
    """True if a link to a library leads to one that is kept. For frameworks, see `is_framework_kept`.

    Args:
        name: its path in the bundle.
        target: the link's target, relative to its own folder.
        kept: the result of `still_needed`.
    """
    if not is_library(name) or ".framework/" in name or ".framework/" in target:
        return True
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) in kept


def listing(binaries: Iterable[Sequence[str]], datas: Iterable[Sequence[str]]) -> str:
    """Lists the bundle's files. The smoke test of the frozen program checks it (`missing_files`).

    Args:
        binaries: PyInstaller's entries. They are still to be stripped and signed, so only their presence is listed.
        datas: PyInstaller's entries for other files, listed with their sizes.
    """
    lines = [f"-\t{entry[0]}" for entry in binaries]
    lines += [
        f"{Path(entry[1]).stat().st_size}\t{entry[0]}" if Path(entry[1]).is_file() else f"-\t{entry[0]}"
        for entry in datas
    ]
    return "\n".join(sorted(line.replace("\\", "/") for line in lines)) + "\n"


def missing(names: Iterable[str], system: str) -> list[str]:
    """Returns what a till needs and a bundle does not have.

    Args:
        names: the path of every file in the bundle.
        system: one of `product.SYSTEMS`.
    """
    paths = ["/" + name.replace("\\", "/") for name in names]
    suffix = {"windows": ".exe", "linux": "", "macos": ""}[system]
    print_support = {
        "linux": "libQt6PrintSupport.so.6",
        "windows": "Qt6PrintSupport.dll",
        "macos": "QtPrintSupport.framework/Versions/A/QtPrintSupport",
    }[system]
    translated = [one for one in LANGUAGES if one != "en"]
    wanted = [
        f"/points-till{suffix}",
        "/files.txt",
        *(f"/plugins/{plugin}" for plugin in _PLUGINS[system]),
        f"/{print_support}",
        "/resources/messages.toml",
        "/resources/style/till.qss",
        "/resources/icons/points-till.svg",
        *(f"/resources/translations/points-till_{one}.qm" for one in translated),
        *(f"/resources/countries/{one.partition('_')[0]}.json" for one in translated),
        "/licences/THIRD-PARTY.txt",
        "/licences/LICENSE.txt",
        "/licences/points-till.cdx.json",
    ]
    lost = [ending for ending in wanted if not any(path.endswith(ending) for path in paths)]
    # keyring finds its back ends only through this file.
    if not any(re.search(r"/keyring-[^/]+\.dist-info/entry_points\.txt$", path) for path in paths):
        lost.append("/keyring-….dist-info/entry_points.txt")
    return lost


def unused(names: Iterable[str], system: str) -> list[str]:
    """Returns what a bundle has and a till never uses."""
    return sorted(name for name in names if not is_wanted(name, system))


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].lower()
