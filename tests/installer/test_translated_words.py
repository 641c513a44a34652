"""Tests that translated texts say one thing by one word, in the marks of the language.

A cashier who reads "open the history" must find a button with that word.
"""

from __future__ import annotations

import re

import pytest

from installer.translations import TRANSLATIONS, entries

SECOND_WORDS = {
    "ar": (
        *("حاسوب", "جواب", "رقم المشرف السري", "الرمز المميز", "رد النقاط", "(?<!أمين )(?<!أمناء )الصندوق"),
        *("الكاشير", "(?<!ال)خدمة ال?نقاط", "Wi-Fi", "HOSTNAME.*الجهاز"),
    ),
    "es": (
        *("[Mm]iembro", r"\bEnter\b", "[Ff]ormación", "fideli[zd]", r"\bvenc", "tomaron", "Aún no se sabe$"),
        "ordenador",
    ),
    "fr": (
        "[Mm]embre",
        r"\bregistre\b",
        "[Ss]uperviseur",
        "[Cc]odes? PIN",
        "[Pp]aramètre",
        "ci-dessous",
        "encore connu",
        "service de points",
        "cette machine",
    ),
    "hi": (
        *("सदस्य", "सहायता", "सेवा", "इतिहास", "प्रशिक्षण", "समूह", "भुना", "सहेज", "संदर्भ", "दुकान", "यहां", "जांच"),
        *("पॉइंट सर्विस", "मशीन", "मैसेज"),
    ),
    "id": (
        *("[Aa]nggota", "[Tt]agihan", "[Pp]onsel", r"\b[Tt]elepon\b", "[Tt]ukarkan", "[Pp]elatihan", "[Ss]ambungan"),
        *("[Ll]oyalitas", "(?<![Mm]esin )[Kk]asir (?:ini|terus|ditutup)", r"\b[Ff]ile\b", "penjualan", "dengan tangan"),
    ),
    "th": (
        *("แต้ม", "ใบเสร็จ", "ฝึกหัด", "สายไม่ได้รับ", "แคชเชียร์", "เลขบิล", "(?<!ให้)(?<!รับ)บริการ(?!ลูกค้า)"),
        *("ระบบคะแนน", "ระบบ POS", "HOSTNAME.*ชื่อเครื่อง"),
    ),
    "zh_CN": (
        *("收银台", "服务", "培训", "退回", "忠诚度", "尚不清楚", "历史(?!记录)", "PIN(?! 码)", "显示的编号"),
        *("计算机", "收银系统", "无验证码"),
    ),
}
"""Words that a second translator used for a thing that has a word already: member, till, service, receipt, history,
computer.
"""

FOREIGN_MARKS = {
    "ar": r"[?;]|(?<=[؀-ۿ]),",
    "fr": "[ \u00a0][:;!?»]|«[^\u202f]|[^\u202f]»",
    "hi": r"(?<!\.)\.(?=$|\s)",
    "th": r"(?<!น)(?<!มม)\.(?=$|\s)|[;।]",
    "zh_CN": r"(?<=[一-龥]) ?[,;:?!()]|[,;:?!](?=[一-龥])|\.(?=$|\s)",
}
"""Marks of another language: a full stop for a danda, a comma of half width, a French colon without a narrow space."""

DEADLINES = {
    "es": r"en \{seconds\}",
    "hi": "(?:मिनट|सेकंड) में (?:फिर|नया)",
    "id": r"dalam \{seconds\}",
    "th": r"(?:อีกครั้ง|รหัสใหม่)ใน ?(?:\{|\d|หนึ่ง)",
}
"""How a language says "within" a time, where a text says that the cashier has to wait for so long."""

NAMES = re.compile(r"“([^”{]+)”|\bpress (Redeem|Enter|Esc)\b|\b(?:in|Open) (Settings|History)\b|\bunder (Cashier)\b")
"""How an English text names a button, a key, a page or a field."""


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


@pytest.mark.parametrize("language", SECOND_WORDS)
def test_a_text_names_a_button_as_the_button_is_named(language: str) -> None:
    """A text that says “press Redeem” has the word that stands on the button, and so for pages, fields and keys."""
    known = entries(TRANSLATIONS / f"points-till_{language}.ts")
    named = [(entry, name) for entry in known for found in NAMES.findall(entry.source) for name in found if name]
    shown = {name: {form for entry in known if entry.source == name for form in entry.forms} for _, name in named}
    assert set(shown) >= {"Redeem", "Enter", "Esc", "Settings", "History", "Cashier", "Give back"}
    assert [
        (name, form)
        for entry, name in named
        for form in entry.forms
        if not any(word.casefold() in form.casefold() for word in shown[name])
    ] == []


@pytest.mark.parametrize("language", DEADLINES)
def test_a_wait_is_not_a_deadline(language: str) -> None:
    """No text says that something must be done within a time which the cashier has to wait for."""
    deadline = re.compile(DEADLINES[language])
    assert {text for text in texts_of(language) if deadline.search(text)} == set()


@pytest.mark.parametrize(("language", "hour"), [("hi", "बजे"), ("th", "น")])
def test_the_day_of_an_earlier_time_does_not_part_the_time_from_its_word(language: str, hour: str) -> None:
    """`{at}` ends with the day if it was not today: 18:57 (30 November). The word for o'clock cannot follow it."""
    assert {text for text in texts_of(language) if f"{{at}} {hour}" in text} == set()
