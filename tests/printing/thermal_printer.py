"""Reads ESC/POS as a thermal printer does, and gives back the dots on the paper.

It was written from Epson's reference and shares no code with the program: it works on single dots.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ESC, GS, DLE, FS = 0x1B, 0x1D, 0x10, 0x1C


@dataclass
class Paper:
    """What came out of a printer.

    Attributes:
        rows: the printed rows; True is a black dot.
        cuts: the rows after which the paper was cut.
        pulses: how often the drawer was opened.
        fed: lines that were fed after the last row.
        text: printable characters outside commands, which a receipt that is a picture does not have.
    """

    rows: list[list[bool]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    pulses: int = 0
    fed: int = 0
    text: str = ""


class UnknownCommandError(ValueError):
    """A command that this printer does not have. A real one would print its parameters as letters."""


class Reader:
    """Reads the bytes of one or more jobs."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self.paper = Paper()
        self._line: list[list[bool]] = []

    def read(self) -> Paper:
        """Reads everything, and returns the paper.

        Raises:
            UnknownCommandError: for a command that receipt printers need not have.
            IndexError: the data ends in the middle of a command.
        """
        while self._at < len(self._data):
            self._step()
        return self.paper

    def _next(self) -> int:
        byte = self._data[self._at]
        self._at += 1
        return byte

    def _number(self) -> int:
        low = self._next()
        return low + 256 * self._next()

    def _step(self) -> None:
        byte = self._next()
        if byte == ESC:
            self._escape(self._next())
        elif byte == GS:
            self._group(self._next())
        elif byte == DLE:
            self._real_time(self._next())
        elif byte == 0x0A:
            self._feed_line()
        elif byte == FS:
            raise UnknownCommandError("FS")
        else:
            self.paper.text += chr(byte)

    def _escape(self, command: int) -> None:
        match chr(command):
            case "@":
                self._line = []
            case "*":
                self._columns(self._next())
            case "3":
                self._next()
            case "2":
                pass
            case "d":
                self.paper.fed += self._next()
            case "p":
                assert self._next() in {0, 1}
                on, off = self._next(), self._next()
                assert on < off, "the pulse must be shorter than the pause"
                self.paper.pulses += 1
            case other:
                raise UnknownCommandError(f"ESC {other!r}")

    def _group(self, command: int) -> None:
        match chr(command):
            case "v":
                assert self._next() == ord("0")
                self._raster(self._next())
            case "V":
                how = self._next()
                if how in {65, 66}:
                    self.paper.fed += self._next()
                elif how not in {0, 1, 48, 49}:
                    raise UnknownCommandError(f"GS V {how}")
                self.paper.cuts.append(len(self.paper.rows))
            case "r":
                assert self._next() in {1, 2, 49, 50}
            case other:
                raise UnknownCommandError(f"GS {other!r}")

    def _real_time(self, command: int) -> None:
        if command == 4:
            assert self._next() in {1, 2, 3, 4}
        elif command == 20:
            assert [self._next() for _ in range(8)] == [8, 1, 3, 20, 1, 6, 2, 8]
        else:
            raise UnknownCommandError(f"DLE {command}")

    def _raster(self, mode: int) -> None:
        assert mode == 0, "dots of double width or height"
        width, height = self._number(), self._number()
        for _ in range(height):
            row: list[bool] = []
            for _ in range(width):
                byte = self._next()
                row += [bool(byte >> (7 - dot) & 1) for dot in range(8)]
            self.paper.rows.append(row)

    def _columns(self, mode: int) -> None:
        assert mode == 33, "24 dots of double density"
        assert not self._line, "two pictures on one line"
        width = self._number()
        self._line = [[False] * width for _ in range(24)]
        for column in range(width):
            for part in range(3):
                byte = self._next()
                for dot in range(8):
                    self._line[part * 8 + dot][column] = bool(byte & 0x80 >> dot)

    def _feed_line(self) -> None:
        if self._line:
            self.paper.rows += self._line
            self._line = []
        else:
            self.paper.fed += 1


def print_out(data: bytes) -> Paper:
    """Returns what a printer makes of the bytes."""
    return Reader(data).read()
