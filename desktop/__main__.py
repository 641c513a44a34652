"""Starts the program."""

from __future__ import annotations

import sys


def main() -> int:
    """The command `points-till`, and `python -m desktop`; the exit code."""
    from desktop.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
