"""Lays out receipts in the receipt's language, as lines of text and as HTML for screen and paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.domain.receipt import Line, LineKind, Receipt, layout
from desktop.domain.reversal_receipt import ReversalReceipt, layout_reversal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.receipt import Formats
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal


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
        """Returns the receipt of a redemption.

        Raises:
            ValueError: the attempt is not a redemption.
        """
        made = Receipt.of(attempt, store=self._store, training=self._training)
        return made.as_copy() if copy else made

    def reversal_receipt(self, attempt: Attempt, reversal: Reversal) -> ReversalReceipt:
        """Returns the receipt of points that were given back.

        Raises:
            ValueError: they were not.
        """
        return ReversalReceipt.of(attempt, reversal, store=self._store, training=self._training)

    def lines(self, receipt: Receipt | ReversalReceipt) -> tuple[Line, ...]:
        """Returns the receipt's lines."""
        if isinstance(receipt, ReversalReceipt):
            return layout_reversal(receipt, self._formats, self._translate)
        return layout(receipt, self._formats, self._translate)

    def html(self, receipt: Receipt | ReversalReceipt) -> str:
        """Returns the receipt as Qt's rich text, for the screen and for paper."""
        rows = "".join(_row(line, rtl=self._rtl) for line in self.lines(receipt))
        return f'<table width="100%" cellspacing="0" cellpadding="1" style="{_FONT}">{rows}</table>'


_FONT = "font-family:'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Thai','Thonburi','Tahoma','Noto Sans',monospace"
"""Monospaced fonts first, then fonts made for scripts that have none."""


def isolated(text: str) -> str:
    """Isolates a number, code or date, so that it keeps its order in a right-to-left text."""
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
    # Qt's rich text does not mirror a table for right-to-left scripts.
    first, second = (value_cell, words_cell) if rtl else (words_cell, value_cell)
    return f'<tr><td align="left">{first}</td><td align="right">{second}</td></tr>'
