"""Turns a picture into ESC/POS, the commands of thermal printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.paper import Commands

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

# The commands and their numbers are those of Epson's ESC/POS reference, which other makers follow.
_INITIALISE = b"\x1b@"
_RASTER = b"\x1dv0\x00"
_COLUMNS = b"\x1b*\x21"
_NARROW_LINES, _USUAL_LINES = b"\x1b3\x10", b"\x1b2"
_FEED_AND_CUT = b"\x1dVB\x00"
_FEED_FIVE_LINES = b"\x1bd\x05"
_OPEN_DRAWER = b"\x1bp\x00\x19\xfa"
"""A pulse of 50 ms on pin 2, then a pause of half a second."""

ASK_PRINTED = b"\x1dr\x01"
"""Asks for the paper sensor (`GS r 1`). The answer comes when everything before it has been printed."""

ASK_STATUS = {1: b"\x10\x04\x01", 2: b"\x10\x04\x02", 4: b"\x10\x04\x04"}
"""Ask for the printer, why it is offline, and the paper (`DLE EOT n`). Answered at once, whatever is printing."""

CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""Deletes what has not been printed yet (`DLE DC4 8`)."""

_BAND = 128
"""Rows of one raster command. A whole receipt is more than the buffer of some printers holds."""

_PINS = 24


def encode(picture: QImage, *, commands: Commands, cut: bool, drawer: bool) -> bytes:
    """Returns the bytes that print a picture.

    Args:
        picture: from `sheet.picture`; its width is a multiple of 8.
        commands: that the printer understands.
        cut: True to cut the paper, False to feed it to where it can be torn off.
        drawer: True to open the cash drawer first.
    """
    parts = [_INITIALISE]
    if drawer:
        parts.append(_OPEN_DRAWER)
    rows = rows_of(picture)
    match commands:
        case Commands.RASTER:
            parts += _raster(rows, picture.width() // 8)
        case Commands.COLUMNS:
            parts += _columns(rows, picture.width())
    parts.append(_FEED_AND_CUT if cut else _FEED_FIVE_LINES)
    return b"".join(parts)


def rows_of(picture: QImage) -> list[bytes]:
    """Returns the rows of a picture in `Format_Mono`, eight dots in a byte, the leftmost in its highest bit."""
    stride, used = picture.bytesPerLine(), picture.width() // 8
    data = bytes(picture.constBits())
    return [data[start : start + used] for start in range(0, stride * picture.height(), stride)]


def _raster(rows: list[bytes], width: int) -> list[bytes]:
    parts = []
    for first in range(0, len(rows), _BAND):
        band = rows[first : first + _BAND]
        parts.append(_RASTER + width.to_bytes(2, "little") + len(band).to_bytes(2, "little") + b"".join(band))
    return parts


def _columns(rows: list[bytes], width: int) -> list[bytes]:
    """Each command prints 24 rows. A column is three bytes, its uppermost dot in the highest bit of the first."""
    # A printer feeds at least the height of what it has printed, so the bands touch.
    parts = [_NARROW_LINES]
    blank = bytes(width // 8)
    for first in range(0, len(rows), _PINS):
        band = rows[first : first + _PINS]
        band += [blank] * (_PINS - len(band))
        # As one number for each row, so that a column is a bit of each.
        numbers = [int.from_bytes(row, "big") for row in band]
        columns = bytearray()
        for column in range(width - 1, -1, -1):
            bits = 0
            for number in numbers:
                bits = bits << 1 | number >> column & 1
            columns += bits.to_bytes(3, "big")
        parts.append(_COLUMNS + width.to_bytes(2, "little") + bytes(columns) + b"\n")
    return [*parts, _USUAL_LINES]
