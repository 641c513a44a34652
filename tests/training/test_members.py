"""Tests that the sample members are consistent and cover every case."""

from __future__ import annotations

import tomllib
from pathlib import Path

import phonenumbers

from desktop.training.coded_members import ACCOUNTS
from desktop.training.members import GROUPS, PROGRAMS
from desktop.training.refusals import MESSAGES
from desktop.training.service import PracticeService


def test_every_number_is_a_valid_indian_mobile_of_one_member() -> None:
    """Every sample number is a valid mobile number, and no two members share an identifier."""
    for account in ACCOUNTS:
        assert phonenumbers.is_valid_number(phonenumbers.parse(f"+{account.mobile}"))
        assert account.mobile.startswith("91")
        assert len(account.mobile) == 12
    for numbers in zip(*((one.mobile, one.user_id) for one in ACCOUNTS), strict=True):
        assert len(set(numbers)) == len(ACCOUNTS)


def test_the_vendors_example_number_is_asha_with_1991_points() -> None:
    """The number on the vendor's page is Asha's, and she has the balance of that page."""
    first = PracticeService().members[0]
    assert (first.mobile, first.name, str(first.points)) == ("919777788221", "Asha Rao", "1991")


def test_every_case_is_one_short_sentence() -> None:
    """Each member has a different case, described in one short sentence."""
    cases = [one.case for one in ACCOUNTS]
    assert len(set(cases)) == len(cases)
    assert all(case.endswith(".") and len(case) <= 100 for case in cases)


def test_primary_members_and_merged_accounts_exist() -> None:
    """A merged account leads to a member, and the family's primary member exists."""
    by_mobile = {one.mobile: one for one in ACCOUNTS}
    assert [one for one in ACCOUNTS if one.merged_into]
    assert all(one.merged_into in by_mobile for one in ACCOUNTS if one.merged_into)
    assert {one.group for one in ACCOUNTS if one.group} == set(GROUPS)
    assert any(one.user_id == GROUPS[0].primary_user_id for one in ACCOUNTS)
    assert {one.program_id for account in ACCOUNTS for one in account.holdings} - set(PROGRAMS) == {"1999"}


def test_the_service_has_words_for_every_code_that_the_till_lists() -> None:
    """The practice service has a message for every code in the till's catalogue, except HTTP's own."""
    catalogue = Path(__file__).parents[2] / "resources" / "messages.toml"
    keys = tomllib.loads(catalogue.read_text(encoding="utf-8"))["keys"]
    listed = {int(key.rpartition(".")[2]) for key in keys if key.startswith("refused.any.")}
    of_the_wire = {401, 403, 404, 429, 498}
    assert listed - of_the_wire <= set(MESSAGES)
