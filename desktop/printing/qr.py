"""Makes QR codes as rows of modules."""

from __future__ import annotations


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Returns the modules of a QR code, from top to bottom, without the quiet zone around it. True is dark.

    Error correction M keeps a code readable on a crumpled receipt, or if a few dots of the print head are dead.
    """
    import segno

    made = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
