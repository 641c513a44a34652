"""Starts the program."""

from __future__ import annotations

import io
import sys


def main() -> int:
    """Runs the command `points-till` or `python -m desktop`, and returns the exit code."""
    use_utf8()
    from desktop.start import run

    return run(sys.argv)


def use_utf8() -> None:
    """Switches standard input, output and error to UTF-8, as in the frozen program.

    With Windows' code page, or a locale without the letters of a message, printing would fail in the middle of a line.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # It is None in a windowed program, and another type in tests and editors.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


if __name__ == "__main__":
    sys.exit(main())
