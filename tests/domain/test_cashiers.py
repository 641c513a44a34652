"""Tests which cashier a typed name or number means, and which names are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cashiers import find_cashier, find_listed, may_sign_on
from desktop.domain.failures import NotSignedOn, SignOnTrouble
from desktop.domain.joiners import is_printable
from desktop.domain.settings import Settings

NAMES = ("Meera Nair", "1042 Dev Patil", "Zoë Ström", "77", "1042b Omar")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Meera Nair", "Meera Nair"),
        ("  meera   NAIR ", "Meera Nair"),
        ("1042", "1042 Dev Patil"),
        ("1042 dev patil", "1042 Dev Patil"),
        ("ZOË STRÖM", "Zoë Ström"),
        ("77", "77"),
        ("Meera", None),
        ("104", None),
        ("Dev Patil", "1042 Dev Patil"),
        ("  dev   PATIL", "1042 Dev Patil"),
        ("Patil", None),
        ("Omar", None),
        ("1042b", None),
        ("", None),
    ],
)
def test_a_name_is_meant_by_the_whole_of_it_or_by_its_number(typed: str, name: str | None) -> None:
    """Also by what follows the number. Spaces and capitals do not matter. Any other part of a name means no one."""
    assert find_cashier(typed, NAMES) == name


def test_a_name_without_its_number_means_no_one_if_two_cashiers_have_it() -> None:
    """One of them would get the other's redemptions. A cashier who is listed without a number has the name alone."""
    two = ("1042 Meera Nair", "1043 Meera Nair")
    assert find_cashier("Meera Nair", two) is None
    assert find_cashier("Meera Nair", (*two, "Meera Nair")) == "Meera Nair"
    for only_listed in (True, False):
        settings = Settings(cashiers=two, only_listed_cashiers=only_listed)
        assert _why("meera nair", settings) is SignOnTrouble.SEVERAL
        assert may_sign_on("1043", settings) == may_sign_on("1043 meera nair", settings) == "1043 Meera Nair"
    assert may_sign_on("meera nair", Settings(cashiers=two[:1])) == "1042 Meera Nair"
    assert may_sign_on("meera nair", Settings(cashiers=two[:1], only_listed_cashiers=True)) == "1042 Meera Nair"


def test_two_lists_are_compared_by_whole_names_and_numbers() -> None:
    """A cashier of the file of PINs who has no number may be someone else than one of the list."""
    assert find_listed("Dev Patil", NAMES) is None
    assert find_listed("1042", NAMES) == find_listed("1042 dev patil", NAMES) == "1042 Dev Patil"


@pytest.mark.parametrize("typed", ["", "   "])
@pytest.mark.parametrize("names", [("Dev",), ("1042 Meera", "Dev"), ("1042 Meera",)])
def test_no_text_means_no_one(typed: str, names: tuple[str, ...]) -> None:
    """The only name without a number is not meant by a text without one."""
    assert find_cashier(typed, names) is None


def test_a_number_that_two_cashiers_have_means_no_one() -> None:
    """One of them would get the other's redemptions."""
    assert find_cashier("7", ("7 Asha", "7 Ravi")) is None
    assert find_cashier("7 asha", ("7 Asha", "7 Ravi")) == "7 Asha"
    assert _why("7", Settings(cashiers=("7 Asha", "7 Ravi"))) is SignOnTrouble.SEVERAL
    assert find_cashier("asha", ("Asha", "ASHA")) is None
    assert find_cashier("asha", ("Asha", "Asha")) == "Asha"


def _why(typed: str, settings: Settings) -> SignOnTrouble | None:
    try:
        may_sign_on(typed, settings)
    except NotSignedOn as refusal:
        return refusal.why
    return None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", SignOnTrouble.NO_NAME),
        ("   ", SignOnTrouble.NO_NAME),
        ("Kiran", None),
        ("1042", None),
        ("12345678", None),
        ("123456789", SignOnTrouble.NOT_A_NAME),
        ("9777788221", SignOnTrouble.NOT_A_NAME),
        ("+91 97777 88221", SignOnTrouble.NOT_A_NAME),
        ("٩٧٧٧٧٨٨٢٢١", SignOnTrouble.NOT_A_NAME),
        ("asha@example.com", SignOnTrouble.NOT_A_NAME),
        ("Kiran\u202e", SignOnTrouble.NOT_A_NAME),
        ("\u0905\u0930\u094d\u200d\u092f\u093e", None),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u062f", None),
        ("Ki\u200dran", SignOnTrouble.NOT_A_NAME),
        ("x" * 201, SignOnTrouble.NOT_A_NAME),
    ],
)
def test_what_a_scanner_reads_is_no_free_name(typed: str, why: SignOnTrouble | None) -> None:
    """A customer's number would stay in the audit trail and on receipts as the cashier's name."""
    assert _why(typed, Settings(country="IN")) is why


def test_a_short_mobile_number_is_no_name_either() -> None:
    """Mobile numbers of Singapore have eight digits. The same digits are a name in another country."""
    assert _why("81234567", Settings(country="SG")) is SignOnTrouble.NOT_A_NAME
    assert _why("81234567", Settings(country="IN")) is None
    assert may_sign_on("81234567", Settings(country="SG", cashiers=("81234567",))) == "81234567"


def test_only_listed_cashiers_if_the_settings_say_so() -> None:
    """Without a list, no one could ever sign on, so anyone may."""
    assert may_sign_on("kiran  das", Settings(cashiers=NAMES)) == "kiran das"
    assert _why("Kiran", Settings(cashiers=NAMES, only_listed_cashiers=True)) is SignOnTrouble.UNKNOWN
    assert may_sign_on("1042", Settings(cashiers=NAMES, only_listed_cashiers=True)) == "1042 Dev Patil"
    assert may_sign_on("Kiran", Settings(only_listed_cashiers=True)) == "Kiran"


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_is_a_name_or_refused(typed: str, names: list[str]) -> None:
    """A name that is accepted is on one line, and means itself the next time."""
    settings = Settings(cashiers=tuple(names))
    try:
        name = may_sign_on(typed, settings)
    except NotSignedOn:
        return
    assert name in names or (is_printable(name) and name == " ".join(name.split()))
    if name not in names:
        assert may_sign_on(name, settings) == name
