"""Holds the choice of a group to redeem from: the `user_group2_*` parameters of the vendor's page and their rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PrimaryUserSource(StrEnum):
    """Allowed values of `user_group2_primary_user_source` (redeem-points reference)."""

    FACEBOOK = "FACEBOOK"
    WEB_ENGAGE = "WEB_ENGAGE"
    WECHAT = "WECHAT"
    INSTORE = "INSTORE"
    MARTJACK = "MARTJACK"
    TMALL = "TMALL"
    TAOBAO = "TAOBAO"
    JD = "JD"
    ECOMMERCE = "ECOMMERCE"
    WEBSITE = "WEBSITE"
    LINE = "LINE"
    MOBILE_APP = "MOBILE_APP"


class PrimaryUserIdentifierType(StrEnum):
    """Allowed values of `user_group2_primary_user_identifier_type` (redeem-points reference)."""

    MOBILE = "mobile"
    EMAIL = "email"
    CARD_NUMBER = "cardnumber"
    CARD_EXTERNAL_ID = "cardExternalId"
    ID = "id"


SOURCES_WITH_ACCOUNTS = frozenset({PrimaryUserSource.WECHAT})
"""Sources with several accounts, which need `user_group2_primary_user_accountId` (redeem-points reference)."""


class GroupProblem(StrEnum):
    """Why a group choice cannot be sent."""

    NOTHING_CHOSEN = "nothing_chosen"
    TYPE_WITHOUT_VALUE = "type_without_value"
    VALUE_WITHOUT_TYPE = "value_without_type"
    SOURCE_WITHOUT_IDENTIFIER = "source_without_identifier"
    ACCOUNT_WITHOUT_SOURCE = "account_without_source"
    ACCOUNT_MISSING = "account_missing"


class GroupError(ValueError):
    """A group choice that cannot be sent.

    Attributes:
        problem: the reason.
    """

    def __init__(self, problem: GroupProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChoice:
    """The group whose points are redeemed, with one field for each `user_group2_*` parameter.

    Two choices are equal if they send the same parameters. What a group is called is no part of that.

    Raises:
        GroupError: on construction, if the combination cannot name a group.
    """

    id: str = ""
    external_id: str = ""
    primary_user_id: str = ""
    source: PrimaryUserSource | None = None
    account_id: str = ""
    identifier_type: PrimaryUserIdentifierType | None = None
    identifier_value: str = field(default="", repr=False)
    name: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem is not None:
            raise GroupError(problem)

    def _problem(self) -> GroupProblem | None:
        named = self.id or self.external_id or self.primary_user_id or self.identifier_value
        rules = (
            (self.identifier_type and not self.identifier_value, GroupProblem.TYPE_WITHOUT_VALUE),
            (self.identifier_value and not self.identifier_type, GroupProblem.VALUE_WITHOUT_TYPE),
            (self.source and not self.identifier_value, GroupProblem.SOURCE_WITHOUT_IDENTIFIER),
            (self.account_id and not self.source, GroupProblem.ACCOUNT_WITHOUT_SOURCE),
            (self.source in SOURCES_WITH_ACCOUNTS and not self.account_id, GroupProblem.ACCOUNT_MISSING),
            (not named, GroupProblem.NOTHING_CHOSEN),
        )
        return next((problem for broken, problem in rules if broken), None)

    @property
    def parameters(self) -> dict[str, str]:
        """The query parameters that are set, by the vendor's own names."""
        named = {
            "user_group2_primary_user_id": self.primary_user_id,
            "user_group2_id": self.id,
            "user_group2_external_id": self.external_id,
            "user_group2_primary_user_source": self.source.value if self.source else "",
            "user_group2_primary_user_accountId": self.account_id,
            "user_group2_primary_user_identifier_type": self.identifier_type.value if self.identifier_type else "",
            "user_group2_primary_user_identifier_value": self.identifier_value,
        }
        return {name: value for name, value in named.items() if value}
