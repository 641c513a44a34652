"""Starts the program."""

from __future__ import annotations

import io
import os
import sys
import time

_DAY = 24 * 60 * 60
"""Seconds."""


def main() -> int:
    """Runs the command `points-till` or `python -m desktop`, and returns the exit code."""
    use_utf8()
    use_possible_time_zone()
    keep_memory_out_of_files()
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


def keep_memory_out_of_files() -> None:
    """Asks POSIX for no core dump after a crash: passwords, codes and members' numbers are in the memory.

    Some systems keep dumps for days and offer to send them. The log has the stacks of a crash. An administrator who
    needs one can still raise the limit of a running till (`prlimit`).
    """
    if sys.platform != "win32":
        import resource

        _, highest = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, highest))


def use_possible_time_zone() -> None:
    """Takes UTC if the environment names a time zone that is a day or more away from it. On Windows, `TZ` is dropped.

    POSIX lets `TZ` name such zones, and Python cannot tell their time: each command and the window would fail.
    """
    if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
        # Only its C library reads `TZ`, and takes names such as `Asia/Kolkata` for UTC. Shells that come from Unix set
        # it. Receipts, days and reports must have the zone of Windows' settings.
        if os.environ.pop("TZ", None) is not None:
            import ctypes

            ctypes.cdll.ucrtbase["_tzset"]()
    elif max(abs(time.timezone), abs(time.altzone)) >= _DAY:
        from desktop.standard_output import complain

        complain(f"TZ={os.environ.get('TZ', '')} is not a possible time zone; all times are in UTC")
        os.environ["TZ"] = "UTC"
        time.tzset()


if __name__ == "__main__":
    sys.exit(main())
