"""Tests that every code of the till and of the service is explained."""

from __future__ import annotations

import re
import tomllib

from desktop.texts import load_catalogue
from installer import product
from installer.site import codes

FOUND = {one.name: one for one in codes.codes()}


def test_every_code_of_the_program_is_on_the_page() -> None:
    """The codes that are made of a reason, and each that stands in the source."""
    written = {
        code
        for path in (product.ROOT / "desktop").rglob("*.py")
        for code in re.findall(r"\bPT-[A-Z]+(?:-[A-Z]+)*\b", path.read_text(encoding="utf-8"))
    }
    assert {"PT-TIMEOUT", "PT-JOURNAL-DAMAGED", "PT-PAPER-HALF", "PT-PASSWORD-MISSING"} <= FOUND.keys()
    # PT-HTTP- has the status behind it.
    assert {code for code in written if code != "PT-HTTP"} <= FOUND.keys()


def test_every_code_has_cause_and_cure() -> None:
    """Nothing is missing in cures.toml."""
    assert [name for name, one in FOUND.items() if not (one.cause and one.cure)] == []
    cures = tomllib.loads(codes.CURES.read_text(encoding="utf-8"))
    assert all(one.keys() == {"cause", "cure"} for one in cures.values())


def test_the_cashiers_words_stand_beside_them() -> None:
    """Support reads what the cashier reads. Some codes are for support alone."""
    assert FOUND["PT-JOURNAL-FULL"].reads.startswith("This till’s disk is full.")
    assert not FOUND["PT-BY-HAND"].reads
    assert not FOUND["PT-CLOCK"].reads


def test_the_page_is_up_to_date() -> None:
    """If this fails, run `python -m installer.site.codes`."""
    assert codes.PAGE.read_text(encoding="utf-8") == codes.page()


def test_the_page_has_the_codes_of_the_service() -> None:
    """Each number of the catalogue has a row, and says if it proves that no points were moved."""
    page = codes.page()
    rows = dict(re.findall(r"^\| (\d+) \| .* \| (yes|no|–) \|$", page, re.MULTILINE))
    numbers = {key.rpartition(".")[2] for key in load_catalogue().entries if re.match(r"refused\.\w+\.\d+$", key)}
    assert rows.keys() == numbers
    assert (rows["808"], rows["815"], rows["606"]) == ("yes", "no", "no")
    assert page.count("\n## PT-") == len(FOUND)
