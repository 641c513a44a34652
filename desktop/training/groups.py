"""Finds the group that the `user_group2_*` parameters of a call name (redeem-points reference, query parameters)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.training.refusals import CallRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.training.members import Account, Group

PARAMETERS = (
    "user_group2_primary_user_id",
    "user_group2_id",
    "user_group2_external_id",
    "user_group2_primary_user_source",
    "user_group2_primary_user_accountId",
    "user_group2_primary_user_identifier_type",
    "user_group2_primary_user_identifier_value",
)

# Copied from the vendor's page, not from the till's own lists. If the till has a wrong value, it must be refused here.
_SOURCES = frozenset(
    {
        "FACEBOOK",
        "WEB_ENGAGE",
        "WECHAT",
        "INSTORE",
        "MARTJACK",
        "TMALL",
        "TAOBAO",
        "JD",
        "ECOMMERCE",
        "WEBSITE",
        "LINE",
        "MOBILE_APP",
    }
)
_IDENTIFIER_TYPES = frozenset({"mobile", "email", "cardnumber", "cardExternalId", "id"})


def named_group(account: Account, query: Mapping[str, str]) -> Group | None:
    """Returns the group whose points are requested, or None if no parameter names one.

    Raises:
        CallRefused: 1632 if the parameters name an unknown group or one that the member is not in, or contradict each
            other; 828 if points redemption is not configured for the group.
    """
    given = {name: query[name] for name in PARAMETERS if name in query}
    if not given:
        return None
    group = account.group
    if group is None or not group.is_known or not all(given.values()) or not _names(given, group):
        raise CallRefused(1632)
    if not group.can_redeem:
        raise CallRefused(828)
    return group


def _names(given: Mapping[str, str], group: Group) -> bool:
    direct = {
        "user_group2_id": group.id,
        "user_group2_external_id": group.external_id,
        "user_group2_primary_user_id": group.primary_user_id,
    }
    if any(given[name] != value for name, value in direct.items() if name in given):
        return False
    source, account_id, type_, value = (given.get(name, "") for name in PARAMETERS[3:])
    if not (source or account_id or type_ or value):
        return True
    if type_ not in _IDENTIFIER_TYPES or source not in _SOURCES | {""}:
        return False
    return any(
        (one.type, one.value, one.source, one.account_id) == (type_, value, source or "INSTORE", account_id)
        for one in group.identities
    )
