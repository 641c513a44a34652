"""Says why the window cannot be shown on this machine, and what to do about it.

It needs only the standard library, so `installer/dev.py` can also run it as a script before anything is installed.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

UNUSABLE = 6
"""The exit code `ExitCode.UNUSABLE`, written out because the script cannot import the package."""

PACKAGES = (
    "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libxcb-cursor0",
    "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip
"""The Debian packages that Qt needs on a machine with a display: the tables of `installer/dev.py` in one list."""

_SCALES = {"QT_SCALE_FACTOR": (0.25, 8.0), "QT_SCREEN_SCALE_FACTORS": (0.25, 8.0), "QT_FONT_DPI": (24.0, 768.0)}
"""The variables of the environment by which Qt enlarges windows, each with the least and the most that can be used."""

NO_DISPLAY = """\
There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set, so the window cannot be shown.
Start the till from a desktop, or connect with `ssh -X`. To try it without a screen, use a virtual one:
    sudo apt-get install xvfb xauth
    xvfb-run --auto-servernum THE SAME COMMAND"""


def is_display_missing(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> bool:
    """True if Qt would look for a display on Linux and there is none. Takes no measurable time.

    Args:
        arguments: the command line. Qt's `-platform` and `-display` count, and the last of each wins.
        environment: of the process.
    """
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return False
    platforms = environment.get("QT_QPA_PLATFORM", "")
    for option, value in itertools.pairwise(arguments):
        name = option.lstrip("-") if option.startswith("-") else ""
        if name == "display":
            return False
        if name == "platform":
            platforms = value
    # Qt takes a list and tries one after the other: `wayland;xcb`, each with options after a colon.
    needs_one = all(one.startswith(("xcb", "wayland")) for one in platforms.split(";") if one)
    return needs_one and sys.platform.startswith("linux")


def scale_problems(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Says of each variable that scales the window why it does not count. Those that count are left out.

    With such a scale Qt has shown a window that no one can use, or has crashed.
    """
    return {
        name: f"{name} is {environment[name]} and does not count: it can be {least:g} to {most:g}"
        for name, (least, most) in _SCALES.items()
        if not all(least <= scale <= most for scale in _scales_in(environment.get(name, "")))
    }


def _scales_in(text: str) -> Iterator[float]:
    """Returns the numbers in `1.5`, in a list for several screens (`1.5;2`) or by their names (`DP-1=1.5;HDMI-1=2`)."""
    for one in text.split(";"):
        # Qt ignores what is no number.
        with contextlib.suppress(ValueError):
            yield float(one.rpartition("=")[2])


def explain_missing_library(reason: str) -> str:
    """The message if a library that Qt needs is missing.

    Args:
        reason: what the system's loader says, which names the library.
    """
    return (
        f"Qt cannot be loaded ({reason}).\n"
        "On Debian and Ubuntu, run this and then start the till again:\n"
        f"    sudo apt-get install --no-install-recommends {' '.join(PACKAGES)}"
    )


def explain_failed_start(messages: Sequence[str]) -> str:
    """The message if Qt has given up because none of its platform plugins works.

    Args:
        messages: what Qt has said until then.
    """
    reason = _missing_library()
    if reason:
        return explain_missing_library(reason)
    # Qt says this of the library at every failure of the plugin, although the library was found just now.
    said = [text.strip() for text in messages if "xcb-cursor0" not in text]
    return "\n".join(["Qt cannot show a window. Check the display that DISPLAY or WAYLAND_DISPLAY names.", *said])


def _missing_library() -> str:
    """What the loader says of Qt's plugin for X11; empty if the plugin can be loaded, and on other systems."""
    if sys.platform.startswith("linux"):
        import ctypes

        from PySide6.QtCore import QLibraryInfo

        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        try:
            ctypes.CDLL(f"{plugins}/platforms/libqxcb.so")
        except OSError as error:
            return str(error)
    return ""


def main(arguments: Sequence[str]) -> int:
    """Prints what is missing; 0 if there is a display."""
    if is_display_missing(arguments):
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - a script that dev.py runs
        return UNUSABLE
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
