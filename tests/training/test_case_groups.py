"""Tests that every sample member and every fault stands under a heading that says what it shows."""

from __future__ import annotations

from collections import Counter

from desktop.training.bad_days import BadDay
from desktop.training.case_groups import CaseGroup, FaultGroup, case_group, fault_group, split_case
from desktop.training.coded_members import ACCOUNTS


def test_every_heading_is_used_and_none_is_endless() -> None:
    """Each group has members, and the everyday customers, with whom everything works, are few enough to scan."""
    counted = Counter(case_group(account) for account in ACCOUNTS)
    assert set(counted) == set(CaseGroup)
    assert counted[CaseGroup.EVERYDAY] <= 12


def test_asha_is_an_everyday_customer() -> None:
    """The member with whom everything works comes first."""
    assert case_group(ACCOUNTS[0]) is CaseGroup.EVERYDAY


def test_a_refused_member_says_so() -> None:
    """Members that a points call refuses stand together, whatever else is special about them."""
    for account in ACCOUNTS:
        if account.refused and not account.lookup_refused:
            assert case_group(account) is CaseGroup.REFUSED, account.case


def test_every_fault_has_a_heading() -> None:
    """Each group has faults, and a lost answer is not called a slow one."""
    assert {fault_group(day) for day in BadDay} == set(FaultGroup)
    assert fault_group(BadDay.ANSWER_LOST) is FaultGroup.LOST


def test_a_case_and_its_code() -> None:
    """The code at the end stands for itself, so that the sentence before it is translated once."""
    assert split_case("Is marked as fraud (809).") == ("Is marked as fraud", "809")
    assert split_case("No points at all.") == ("No points at all.", "")
    cases = [split_case(account.case) for account in ACCOUNTS]
    assert not [text for text, code in cases if code in text and code]
