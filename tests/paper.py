"""Makes documents and print jobs for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.print_job import PrintJob
from desktop.domain.receipt import Line, LineKind, Receipt, ShopTexts, layout
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.texts import is_rtl, translator

if TYPE_CHECKING:
    from collections.abc import Iterable

REFERENCE = "01M81NH5YMRCHACFDDE8T9K2FM"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

SHOPS = {
    "en": ("MG Road Store", "Meera", "IN", "12 MG Road, Bengaluru"),
    "hi": ("एमजी रोड स्टोर", "मीरा", "IN", "12 एमजी रोड, बेंगलुरु"),
    "ar": ("متجر شارع الملك", "مريم", "SA", "١٢ شارع الملك فهد"),
    "th": ("ร้านสุขุมวิท", "กัญญา", "TH", "12 ถนนสุขุมวิท"),
    "zh_CN": ("人民路商店", "王芳", "CN", "上海市人民路12号"),
    "es": ("Tienda Gran Vía", "Lucía", "ES", "Gran Vía 12, Madrid"),
    "fr": ("Magasin République", "Amélie", "FR", "12 place de la République"),
    "id": ("Toko Sudirman", "Dewi", "ID", "Jalan Sudirman 12"),
}
"""A store, its cashier, its country and its address, by language."""


def lines(*texts: str) -> tuple[Line, ...]:
    """Makes centred lines."""
    return tuple(Line(LineKind.CENTRED, text) for text in texts)


def document(*texts: str, **others: Any) -> PaperDocument:  # noqa: ANN401 - fields of a document
    """Makes a small document."""
    return PaperDocument(title="A receipt", lines=lines(*(texts or ("Hello",))), copy_banner="COPY", **others)


def print_job(**others: Any) -> PrintJob:  # noqa: ANN401 - fields of a job
    """Makes a job that waits."""
    fields: dict[str, Any] = {
        "reference": REFERENCE, "document": document(), "printer": "receipts", "paper": Paper.MM_80,
        "begun": NOON, "at": NOON,
    }  # fmt: skip
    return PrintJob(**(fields | others))


def receipt(language: str, *, training: bool = False, copy: bool = False) -> Receipt:
    """Makes a receipt with a value in every field."""
    store, cashier, _country, _address = SHOPS[language]
    return Receipt(
        store=store, till="Till 3", cashier=cashier, at=NOON, zone="UTC", bill="MG-20416", member="+91 ••••• •4410",
        points=Decimal("250.125"), value=Decimal("250.13"), balance=Decimal("2149.875"), redemption_id="7t4y2a",
        reference=REFERENCE, training=training, copy=copy,
    )  # fmt: skip


def receipt_document(
    language: str, *, training: bool = False, logo: str = "", extra: Iterable[Line] = ()
) -> PaperDocument:
    """Makes the document of a receipt in a language. Needs a QGuiApplication."""
    speaker = translator(paths.resources() / "translations", language)

    def translate(text: str) -> str:
        return speaker.translate("Receipt", text) or text

    _store, _cashier, country, address = SHOPS[language]
    made = receipt(language, training=training)
    shop = ShopTexts(header=address, logo=logo)
    found = layout(made, LocaleFormats(locale_of(language, country), country), translate, shop)
    return PaperDocument(
        title=REFERENCE,
        lines=(*found, *extra),
        is_rtl=is_rtl(language),
        watermark=translate("TRAINING") if training else "",
        copy_banner=translate("COPY"),
    )
