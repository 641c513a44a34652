"""Owns how a receipt looks on the screen: its lines in the receipt's language, as text and as a page of paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.domain.receipt import Line, LineKind, Receipt, layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.receipt import Formats
    from desktop.domain.redemption import Attempt


class ReceiptDesign:
    """Turns attempts into receipts, and receipts into lines and pages, in the store's language."""

    def __init__(
        self, formats: Formats, translate: Callable[[str], str], *, store: str, training: bool, rtl: bool
    ) -> None:
        self._formats = formats
        self._translate = translate
        self._store = store
        self._training = training
        self._rtl = rtl

    def receipt(self, attempt: Attempt, *, copy: bool = False) -> Receipt:
        """The receipt of a redemption.

        Raises:
            ValueError: where the attempt is no redemption.
        """
        made = Receipt.of(attempt, store=self._store, training=self._training)
        return made.as_copy() if copy else made

    def lines(self, receipt: Receipt) -> tuple[Line, ...]:
        """The receipt's lines."""
        return layout(receipt, self._formats, self._translate)

    def html(self, receipt: Receipt) -> str:
        """The receipt as Qt's rich text, for the screen and for paper."""
        rows = "".join(_row(line, rtl=self._rtl) for line in self.lines(receipt))
        return f'<table width="100%" cellspacing="0" cellpadding="1" style="{_FONT}">{rows}</table>'


_FONT = "font-family:'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Thai','Thonburi','Tahoma','Noto Sans',monospace"
"""One width for all where the script has it; after that a face that is made for the script."""


def isolated(text: str) -> str:
    """A number, code or date that keeps its own order between words that are written from right to left."""
    return f"\u2066{text}\u2069"


def _row(line: Line, *, rtl: bool) -> str:
    left, right = escape(line.left), escape(line.right)
    match line.kind:
        case LineKind.RULE:
            return '<tr><td colspan="2"><hr></td></tr>'
        case LineKind.PAIR:
            return _pair(left, right, "", rtl=rtl)
        case LineKind.BIG_PAIR:
            return _pair(left, right, "font-size:large; font-weight:700", rtl=rtl)
        case LineKind.TITLE:
            return f'<tr><td colspan="2" align="center"><b>{left}</b></td></tr>'
        case LineKind.BANNER:
            return f'<tr><td colspan="2" align="center"><b>*** {left} ***</b></td></tr>'
        case LineKind.CENTRED:
            return f'<tr><td colspan="2" align="center">{left}</td></tr>'


def _pair(words: str, value: str, style: str, *, rtl: bool) -> str:
    words_cell = f'<span style="{style}">{words}&nbsp;</span>'
    value_cell = f'<span style="{style}">{isolated(value) if rtl else value}</span>'
    # Qt's rich text does not turn a table round for a script that is written from right to left.
    first, second = (value_cell, words_cell) if rtl else (words_cell, value_cell)
    return f'<tr><td align="left">{first}</td><td align="right">{second}</td></tr>'
