"""Tests group choices: compares every combination of parameters with an independent version of the rule."""

from __future__ import annotations

import itertools

import pytest

from desktop.domain.group import (
    SOURCES_WITH_ACCOUNTS,
    GroupChoice,
    GroupError,
    GroupProblem,
    PrimaryUserIdentifierType,
    PrimaryUserSource,
)

NAMES = ("id", "external_id", "primary_user_id", "source", "account_id", "identifier_type", "identifier_value", "name")
PARAMETERS = {
    "id": "user_group2_id",
    "external_id": "user_group2_external_id",
    "primary_user_id": "user_group2_primary_user_id",
    "source": "user_group2_primary_user_source",
    "account_id": "user_group2_primary_user_accountId",
    "identifier_type": "user_group2_primary_user_identifier_type",
    "identifier_value": "user_group2_primary_user_identifier_value",
}
"""Fields and the vendor's names for them, copied from the redeem-points reference."""


def choose(given: frozenset[str], source: PrimaryUserSource) -> GroupChoice:
    """Makes a choice with exactly these fields."""
    return GroupChoice(
        id="11" if "id" in given else "",
        external_id="ext" if "external_id" in given else "",
        primary_user_id="564670755" if "primary_user_id" in given else "",
        source=source if "source" in given else None,
        account_id="acc" if "account_id" in given else "",
        identifier_type=PrimaryUserIdentifierType.MOBILE if "identifier_type" in given else None,
        identifier_value="919777788221" if "identifier_value" in given else "",
        name="The Raos" if "name" in given else "",
    )


def can_be_sent(given: frozenset[str], source: PrimaryUserSource) -> bool:
    """Applies the rule the other way round: what belongs together comes together, and something names the group."""
    pair = {"identifier_type", "identifier_value"}
    if given & pair and not pair <= given:
        return False
    if "source" in given:
        if not pair <= given or (source is PrimaryUserSource.WECHAT and "account_id" not in given):
            return False
    elif "account_id" in given:
        return False
    return bool(given & {"id", "external_id", "primary_user_id", "identifier_value"})


@pytest.mark.parametrize("source", [PrimaryUserSource.WECHAT, PrimaryUserSource.INSTORE])
def test_every_combination_of_parameters_is_sent_or_refused_by_the_rule(source: PrimaryUserSource) -> None:
    """Of all 256 combinations, those that can name a group carry just their own parameters. No other can be made."""
    sent = 0
    for size in range(len(NAMES) + 1):
        for given in map(frozenset, itertools.combinations(NAMES, size)):
            if can_be_sent(given, source):
                assert set(choose(given, source).parameters) == {PARAMETERS[one] for one in given - {"name"}}
                sent += 1
            else:
                with pytest.raises(GroupError) as caught:
                    choose(given, source)
                assert str(caught.value) == caught.value.problem.value
    assert 0 < sent < 2 ** len(NAMES)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (set(), GroupProblem.NOTHING_CHOSEN),
        ({"name"}, GroupProblem.NOTHING_CHOSEN),
        ({"id", "identifier_type"}, GroupProblem.TYPE_WITHOUT_VALUE),
        ({"id", "identifier_value"}, GroupProblem.VALUE_WITHOUT_TYPE),
        ({"id", "source"}, GroupProblem.SOURCE_WITHOUT_IDENTIFIER),
        ({"id", "account_id"}, GroupProblem.ACCOUNT_WITHOUT_SOURCE),
        ({"source", "identifier_type", "identifier_value"}, GroupProblem.ACCOUNT_MISSING),
    ],
)
def test_a_choice_that_cannot_be_sent_says_why(given: set[str], problem: GroupProblem) -> None:
    """Each mistake has its own reason, so that the window can point at the field."""
    with pytest.raises(GroupError) as caught:
        choose(frozenset(given), PrimaryUserSource.WECHAT)
    assert caught.value.problem is problem


def test_parameters_carry_the_vendor_s_names_and_values() -> None:
    """A full choice is sent as the reference writes it."""
    assert choose(frozenset(NAMES), PrimaryUserSource.WECHAT).parameters == {
        "user_group2_primary_user_id": "564670755",
        "user_group2_id": "11",
        "user_group2_external_id": "ext",
        "user_group2_primary_user_source": "WECHAT",
        "user_group2_primary_user_accountId": "acc",
        "user_group2_primary_user_identifier_type": "mobile",
        "user_group2_primary_user_identifier_value": "919777788221",
    }


def test_the_allowed_values_are_those_of_the_reference() -> None:
    """They are literally those of the reference, in its order."""
    sources = "FACEBOOK, WEB_ENGAGE, WECHAT, INSTORE, MARTJACK, TMALL, TAOBAO, JD, ECOMMERCE, WEBSITE, LINE, MOBILE_APP"
    assert ", ".join(PrimaryUserSource) == sources
    assert ", ".join(PrimaryUserIdentifierType) == "mobile, email, cardnumber, cardExternalId, id"
    assert set(PrimaryUserSource) > SOURCES_WITH_ACCOUNTS


def test_a_group_s_number_is_not_in_its_repr() -> None:
    """The primary member's mobile number cannot slip into a log."""
    assert "919777788221" not in repr(choose(frozenset(NAMES), PrimaryUserSource.WECHAT))
