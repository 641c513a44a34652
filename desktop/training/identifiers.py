"""Owns how the practice service finds a member: by mobile number or another identifier, merged accounts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.training.refusals import MERGED, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.training.members import Account

COUNTRY_CODE = "91"
"""The practice organisation's country: numbers without a country code are taken for its own."""

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

    def sharing(self, identifier: Mapping[str, str]) -> tuple[Account, ...]:
        """Every member whom an e-mail address names, which a family may share."""
        for name, value in identifier.items():
            if _NAMES[name.casefold()] == "email":
                wanted = value.strip().casefold()
                return tuple(one for one in self._accounts if one.email and one.email.casefold() == wanted)
        return ()

    def find(self, identifier: Mapping[str, str], *, invalid: int, unknown: int, block_merged: bool = False) -> Account:
        """The member that an identifier names; the surviving account where theirs was merged into another.

        Args:
            identifier: a kind and a value, as `given_identifier` found them.
            invalid: the code for what can be no identifier.
            unknown: the code for nobody.
            block_merged: whether a merged account is refused instead of its survivor answering silently.

        Raises:
            Refusal: with one of these codes.
        """
        for name, value in identifier.items():
            kind = _NAMES[name.casefold()]
            account = self._by.get((kind, _number(value, invalid) if kind == "mobile" else value.strip().casefold()))
            if account is None:
                raise Refusal(unknown)
            if not account.merged_into:
                return account
            if block_merged:
                raise Refusal(MERGED, "Customer has been merged into another account")
            return self._by["mobile", account.merged_into]
        raise Refusal(invalid)


def given_identifier(where: Mapping[str, object]) -> dict[str, str]:
    """The first identifier in a query or in a `customer` object, by the name that it has there; empty where none is."""
    for name, value in where.items():
        if name.casefold() in _NAMES and isinstance(value, str | int) and str(value).strip():
            return {name: str(value)}
    return {}


def _number(text: str, invalid: int) -> str:
    digits = text.strip().removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) in _LENGTHS):
        raise Refusal(invalid)
    return COUNTRY_CODE + digits if len(digits) == _NATIONAL_LENGTH else digits
