"""Tests that translated texts say one thing by one word, in the marks of the language.

A cashier who reads "open the history" must find a button with that word.
"""

from __future__ import annotations

import re

import pytest

from installer.translations import TRANSLATIONS, entries

SECOND_WORDS = {
    "ar": ("حاسوب", "جواب", "رقم المشرف السري", "الرمز المميز", "رد النقاط", "(?<!أمين )(?<!أمناء )الصندوق"),
    "es": ("[Mm]iembro", r"\bEnter\b", "[Ff]ormación", "fideli[zd]", r"\bvenc", "tomaron", "Aún no se sabe$"),
    "fr": (
        "[Mm]embre",
        r"\bregistre\b",
        "[Ss]uperviseur",
        "[Cc]odes? PIN",
        "[Pp]aramètre",
        "ci-dessous",
        "encore connu",
    ),
    "hi": ("सदस्य", "सहायता", "सेवा", "इतिहास", "प्रशिक्षण", "समूह", "भुना", "सहेज", "संदर्भ", "दुकान", "यहां", "जांच"),
    "id": (
        *("[Aa]nggota", "[Tt]agihan", "[Pp]onsel", r"\b[Tt]elepon\b", "[Tt]ukarkan", "[Pp]elatihan", "[Ss]ambungan"),
        *("[Ll]oyalitas", "(?<![Mm]esin )[Kk]asir (?:ini|terus|ditutup)"),
    ),
    "th": ("แต้ม", "ใบเสร็จ", "ฝึกหัด", "สายไม่ได้รับ", "แคชเชียร์", "เลขบิล", "(?<!ให้)(?<!รับ)บริการ(?!ลูกค้า)"),
    "zh_CN": ("收银台", "服务", "培训", "退回", "忠诚度", "尚不清楚", "历史(?!记录)", "PIN(?! 码)", "显示的编号"),
}
"""Words that a second translator used for a thing that has a word already: member, till, service, receipt, history."""

FOREIGN_MARKS = {
    "ar": r"[?;]|(?<=[؀-ۿ]),",
    "fr": "[ \u00a0][:;!?»]|«[^\u202f]|[^\u202f]»",
    "hi": r"(?<!\.)\.(?=$|\s)",
    "th": r"(?<!น)(?<!มม)\.(?=$|\s)|[;।]",
    "zh_CN": r"(?<=[一-龥])[,;:?!()]|[,;:?!](?=[一-龥])|\.(?=$|\s)",
}
"""Marks of another language: a full stop for a danda, a comma of half width, a French colon without a narrow space."""


def texts_of(language: str) -> set[str]:
    """Returns every text of a language."""
    return {text for entry in entries(TRANSLATIONS / f"points-till_{language}.ts") for text in entry.forms}


@pytest.mark.parametrize("language", SECOND_WORDS)
def test_one_thing_has_one_word(language: str) -> None:
    """No text uses the second word for a thing."""
    second = re.compile("|".join(SECOND_WORDS[language]))
    assert {text for text in texts_of(language) if second.search(text)} == set()


@pytest.mark.parametrize("language", FOREIGN_MARKS)
def test_the_marks_are_those_of_the_language(language: str) -> None:
    """No text has another language's mark where the language has its own."""
    foreign = re.compile(FOREIGN_MARKS[language])
    assert {text for text in texts_of(language) if foreign.search(text)} == set()


def test_arabic_isolates_what_has_an_order_of_its_own() -> None:
    """A bill, a path, a request's number or a number in groups would be written from right to left otherwise."""
    ordered = re.compile(r"\{(?:bill|path|request)\}|\d+ \d+|https://(?!\w)")
    isolated = re.compile("\u2066[^\u2066\u2069]*\u2069")
    assert {text for text in texts_of("ar") if ordered.search(isolated.sub("", text))} == set()
