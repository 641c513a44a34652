"""Starts the program."""

from __future__ import annotations

import io
import sys


def main() -> int:
    """The command `points-till`, and `python -m desktop`; the exit code."""
    speak_utf8()
    from desktop.app import run

    return run(sys.argv)


def speak_utf8() -> None:
    """Makes what other programs write and read UTF-8, as the frozen program's is.

    Windows' code page, or a locale that has none of a message's letters, would end the program in the middle of a line.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # None in a windowed program; something else under a test or in an editor.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


if __name__ == "__main__":
    sys.exit(main())
