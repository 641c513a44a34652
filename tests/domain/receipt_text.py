"""Renders a receipt as plain text, so that a test can show it at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.receipt import LineKind

if TYPE_CHECKING:
    from desktop.domain.receipt import Line


def as_text(lines: tuple[Line, ...], width: int) -> str:
    """Returns the text in so many columns, without pictures. Does not break long lines."""
    pictures = {LineKind.QR, LineKind.LOGO}
    return "\n".join(_rendered(line, width) for line in lines if line.kind not in pictures)


def _rendered(line: Line, width: int) -> str:
    match line.kind:
        case LineKind.RULE:
            return "-" * width
        case LineKind.PAIR | LineKind.BIG_PAIR:
            return line.left + line.right.rjust(width - len(line.left))
        case _:
            return (" " * ((width - len(line.left)) // 2)) + line.left
