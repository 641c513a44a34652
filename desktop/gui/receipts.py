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
        rows = "".join(_row(line) for line in self.lines(receipt))
        direction = "rtl" if self._rtl else "ltr"
        return f'<table width="100%" cellspacing="0" cellpadding="1" dir="{direction}" style="{_FONT}">{rows}</table>'


_FONT = "font-family:'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Thai','Thonburi','Tahoma','Noto Sans',monospace"
"""One width for all where the script has it; after that a face that is made for the script."""


def _row(line: Line) -> str:
    left, right = escape(line.left), escape(line.right)
    match line.kind:
        case LineKind.RULE:
            return '<tr><td colspan="2"><hr></td></tr>'
        case LineKind.PAIR:
            return f'<tr><td>{left}&nbsp;</td><td align="right">{right}</td></tr>'
        case LineKind.BIG_PAIR:
            return (
                f'<tr><td><span style="font-size:large; font-weight:700">{left}&nbsp;</span></td>'
                f'<td align="right"><span style="font-size:large; font-weight:700">{right}</span></td></tr>'
            )
        case LineKind.TITLE:
            return f'<tr><td colspan="2" align="center"><b>{left}</b></td></tr>'
        case LineKind.BANNER:
            return f'<tr><td colspan="2" align="center"><b>*** {left} ***</b></td></tr>'
        case LineKind.CENTRED:
            return f'<tr><td colspan="2" align="center">{left}</td></tr>'
