"""Lays out receipts in the receipt's language, as lines of text, as HTML for the screen, and ready to be printed."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop.domain.masking import MASK
from desktop.domain.paper import TRAINING, PaperDocument, is_rtl_text, trial_document
from desktop.domain.receipt import Line, LineKind, Receipt, ShopTexts, layout, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.day_report import DayReport
    from desktop.domain.paper import Paper
    from desktop.domain.receipt import Formats
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.domain.reversal_receipt import ReversalReceipt

_SAMPLE = Decimal("1234.5")
"""Points on a test print, so that the digits and marks of the language can be seen."""


class ReceiptDesign:
    """Turns attempts into receipts, and receipts into lines and pages, in the store's language."""

    def __init__(
        self,
        formats: Formats,
        translate: Callable[[str], str],
        *,
        store: str,
        training: bool,
        rtl: bool,
        shop: ShopTexts | None = None,
    ) -> None:
        """Stores what it needs.

        Args:
            formats: formats numbers and times in the receipt's language.
            translate: translates the receipt's texts.
            store: the store's name.
            training: True to mark every receipt.
            rtl: True if the language is written from right to left.
            shop: what the shop adds.
        """
        self._formats = formats
        self._translate = translate
        self._store = store
        self._training = training
        self._rtl = rtl
        self._shop = shop or ShopTexts()

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
        # Points are given back seldom.
        from desktop.domain.reversal_receipt import ReversalReceipt

        return ReversalReceipt.of(attempt, reversal, store=self._store, training=self._training)

    def lines(self, receipt: Receipt | ReversalReceipt) -> tuple[Line, ...]:
        """Returns the receipt's lines."""
        if isinstance(receipt, Receipt):
            return layout(receipt, self._formats, self._translate, self._shop)
        from desktop.domain.reversal_receipt import layout_reversal

        return layout_reversal(receipt, self._formats, self._translate)

    def document(self, receipt: Receipt | ReversalReceipt) -> PaperDocument:
        """Returns a receipt ready to be printed or saved."""
        return PaperDocument(
            title=receipt.reference,
            lines=self.lines(receipt),
            is_rtl=self._rtl,
            watermark=self._translate(TRAINING) if receipt.training else "",
            copy_banner=self._translate("COPY"),
        )

    def day(self, report: DayReport, till: str) -> PaperDocument:
        """Returns the report of a day ready to be printed or saved."""
        from desktop.domain.day_paper import DayPaper, layout_day

        paper = DayPaper(
            report=report,
            store=self._store,
            till=till,
            at=datetime.now(UTC).astimezone(),
            training=self._training,
        )
        return PaperDocument(
            title=f"{report.day.isoformat()} {till}",
            lines=layout_day(paper, self._formats, self._translate),
            is_rtl=self._rtl,
            watermark=self._translate(TRAINING) if self._training else "",
        )

    def day_file_name(self, report: DayReport) -> str:
        """Returns the name of a saved report, without its ending."""
        words = ["TRAINING"] if self._training else []
        return " ".join((*words, report.day.isoformat(), self._translate("End of day")))

    def trial(self, till: str, printer: str, paper: Paper) -> PaperDocument:
        """Returns the page of *Test print*."""
        now = datetime.now(UTC).astimezone()
        sample = Receipt(
            store=self._store, till=till, cashier="", at=now, zone=zone_of(now), points=_SAMPLE, reference=""
        )
        return trial_document(sample, self._formats, self._translate, printer=printer, paper=paper, is_rtl=self._rtl)

    def html(self, receipt: Receipt | ReversalReceipt) -> str:
        """Returns the receipt as Qt's rich text, for the screen."""
        rows = "".join(_row(line, rtl=self._rtl) for line in self.lines(receipt))
        return f'<table width="100%" cellspacing="0" cellpadding="1" style="{_FONT}">{rows}</table>'


_FONT = "font-family:'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Thai','Thonburi','Tahoma','Noto Sans',monospace"
"""Monospaced fonts first, then fonts made for scripts that have none."""


def file_name(receipt: Receipt | ReversalReceipt) -> str:
    """Returns the name of a saved receipt, without its ending."""
    words = ["TRAINING"] if receipt.training else []
    words += [f"{receipt.at:%Y-%m-%d %H%M}", receipt.bill or receipt.redemption_id or receipt.reference]
    words += [] if isinstance(receipt, Receipt) else [f"given back {receipt.reversal_id}".strip()]
    words += ["COPY"] if receipt.copy else []
    return " ".join(words)


def isolated(text: str) -> str:
    """Isolates a number, code or date, so that it keeps its order in a right-to-left text."""
    return f"\u2066{text}\u2069"


def isolated_in_rtl(text: str) -> str:
    """Isolates a number, code or date if the window reads from right to left. An empty text stays empty."""
    return isolated(text) if text and QGuiApplication.isRightToLeft() else text


def bill_or_member(attempt: Attempt) -> str:
    """Names a redemption in a sentence: by its bill, or else by the member's masked number."""
    # A number is read from left to right in every language.
    return isolated_in_rtl(attempt.draft.bill or attempt.masked_identifier)


def isolated_name(text: str) -> str:
    """Isolates a name, so that it keeps the order of its own language. An empty text stays empty."""
    return f"\u2068{text}\u2069" if text else text


def _escaped(text: str) -> str:
    # The standard library's functions for this load a list of all entities, or the parsers of XML.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _row(line: Line, *, rtl: bool) -> str:  # noqa: PLR0911 - one for each kind of line
    left, right = _escaped(line.left), _escaped(line.right)
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
        case LineKind.QR | LineKind.LOGO:
            # The widget that shows the paper draws pictures itself.
            return ""
        case LineKind.CENTRED:
            return f'<tr><td colspan="2" align="center">{left}</td></tr>'


_NO_BREAK = ' style="white-space:nowrap"'
_SHORT_WORDS = 12
"""Characters of words that are never broken."""
_LONG_VALUE = 22
"""Characters of one word that have no room beside other words on the narrowest screen."""


def _pair(words: str, value: str, style: str, *, rtl: bool) -> str:
    words_cell = f'<span style="{style}">{words}&nbsp;</span>'
    # As on paper, a value keeps its own direction, which for money is that of the language.
    kept = f"\u2067{value}\u2069" if is_rtl_text(value) else isolated(value)
    value_cell = f'<span style="{style}">{kept if rtl else value}</span>'
    # A masked number is not broken between its groups, and leaves the words beside it their room.
    of_words = _NO_BREAK if len(words) <= _SHORT_WORDS else ""
    of_value = _NO_BREAK if MASK in value else ""
    # Qt's rich text does not mirror a table for right-to-left scripts.
    (first, of_first), (second, of_second) = ((words_cell, of_words), (value_cell, of_value))[:: -1 if rtl else 1]
    if len(value) > _LONG_VALUE and not any(one.isspace() for one in value):
        # A reference is easier to read and to copy in one piece.
        start, end = ("right", "left") if rtl else ("left", "right")
        return (
            f'<tr><td colspan="2" align="{start}">{words_cell}</td></tr>'
            f'<tr><td colspan="2" align="{end}">{value_cell}</td></tr>'
        )
    return f'<tr><td align="left"{of_first}>{first}</td><td align="right"{of_second}>{second}</td></tr>'
