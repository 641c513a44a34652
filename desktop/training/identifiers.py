"""Finds a member by mobile number or another identifier, and follows merged accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.training.refusals import MERGED, CallRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.training.members import Account

COUNTRY_CODE = "91"
"""The practice organisation's country. A number without a country code is assumed to be from there."""

_NAMES = {
    "mobile": "mobile",
    "phone": "mobile",
    "email": "email",
    "external_id": "external_id",
    "externalid": "external_id",
    "id": "id",
    "card": "card",
    "card_number": "card",
    "cardnumber": "card",
}
CARDS = frozenset({"card", "card_number", "cardnumber"})
"""Names of a card. customer/redemptions has none of them (/reference/get-customer-redemptions)."""

SHORT_CARD = frozenset({"card"})
"""The name of a card that isredeemable and validationcode do not have: they call it `card_number`."""

_NATIONAL_LENGTH = 10
_LENGTHS = range(_NATIONAL_LENGTH, 16)


class Members:
    """Every member, by every identifier."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._accounts = tuple(accounts)
        self._by: dict[tuple[str, str], Account] = {}
        for account in self._accounts:
            known = {
                "mobile": account.mobile,
                "email": account.email,
                "external_id": account.external_id,
                "id": account.user_id,
                "card": account.card,
            }
            self._by.update({(kind, value.casefold()): account for kind, value in known.items() if value})

    def with_email(self, identifier: Mapping[str, str]) -> tuple[Account, ...]:
        """Returns every member with an e-mail address, because a family may share one."""
        for name, value in identifier.items():
            if _NAMES[name.casefold()] == "email":
                wanted = value.strip().casefold()
                return tuple(one for one in self._accounts if one.email and one.email.casefold() == wanted)
        return ()

    def find(self, identifier: Mapping[str, str], *, invalid: int, unknown: int, block_merged: bool = False) -> Account:
        """Returns the member with an identifier. If the account was merged, returns the account that took it over.

        Args:
            identifier: a kind and a value, as `given_identifier` returns them.
            invalid: the code to use if the text cannot be an identifier.
            unknown: the code to use if no member has it.
            block_merged: refuses a merged account instead of returning the one that took it over.

        Raises:
            CallRefused: with one of these codes.
        """
        for name, value in identifier.items():
            kind = _NAMES[name.casefold()]
            account = self._by.get((kind, _number(value, invalid) if kind == "mobile" else value.strip().casefold()))
            if account is None:
                raise CallRefused(unknown)
            if not account.merged_into:
                return account
            if block_merged:
                raise CallRefused(MERGED, "Customer has been merged into another account")
            return self._by["mobile", account.merged_into]
        raise CallRefused(invalid)


def given_identifier(where: Mapping[str, object], *, but: frozenset[str] = frozenset()) -> dict[str, str]:
    """Returns the first identifier in a query or a `customer` object, by its field name; empty if there is none.

    Args:
        where: the query or the object.
        but: names that the page of the call does not have.
    """
    for name, value in where.items():
        if name.casefold() in _NAMES.keys() - but and isinstance(value, str | int) and str(value).strip():
            return {name: str(value)}
    return {}


def _number(text: str, invalid: int) -> str:
    digits = text.strip().removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) in _LENGTHS):
        raise CallRefused(invalid)
    return COUNTRY_CODE + digits if len(digits) == _NATIONAL_LENGTH else digits
