"""Prints the results of the smoke test."""

from __future__ import annotations

import sys


class Report:
    """Prints one line for each check: `ok …`, `warning …` for what some systems never have, or `missing …`.

    Attributes:
        is_complete: True if nothing is missing.
    """

    def __init__(self) -> None:
        self.is_complete = True

    def ok(self, text: str) -> None:
        """Reports that something is as it should be."""
        self._print("ok", text)

    def warning(self, text: str) -> None:
        """Reports that something is missing that the till does not need on this system."""
        self._print("warning", text)

    def missing(self, text: str) -> None:
        """Reports that something is missing that every till needs."""
        self.is_complete = False
        self._print("missing", text)

    @staticmethod
    def _print(kind: str, text: str) -> None:
        # A windowed build may have no standard output. The exit code then tells the result.
        if sys.stdout is not None:
            print(kind, text.replace("\n", " "), flush=True)  # noqa: T201 - the result is for the terminal
