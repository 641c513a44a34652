"""Finds out which cashier a typed name or number means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import NotSignedOn, SignOnTrouble
from desktop.domain.joiners import is_printable
from desktop.domain.mobile import MobileError, MobileNumber
from desktop.domain.setting_values import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.settings import Settings

_MOST_DIGITS = 8
"""Digits that a free name may have. Card numbers and mobile numbers of most countries have more."""


def key_of(name: str) -> str:
    """Returns what two spellings of one cashier have in common, whatever their spaces and capitals."""
    return " ".join(name.split()).casefold()


def find_cashier(typed: str, names: Iterable[str]) -> str | None:
    """Returns the one name that a text means; None if there is none, or if there are several.

    A name is meant if the text is the whole of it, the number that it begins with, or what follows that number: `1042`
    and `Meera Nair` mean `1042 Meera Nair`. What is meant more exactly comes first.
    """
    return _only(_meant(typed, names, by_name_alone=True))


def find_listed(typed: str, names: Iterable[str]) -> str | None:
    """Does the same for texts that are the whole of a name or its number.

    If two lists are compared, `Meera Nair` of one may be someone else than `1042 Meera Nair` of the other.
    """
    return _only(_meant(typed, names, by_name_alone=False))


def _meant(typed: str, names: Iterable[str], *, by_name_alone: bool) -> list[str]:
    """Returns every name that a text can mean, in the most exact way in which it means any."""
    wanted = key_of(typed)
    if not wanted:
        # It would equal the number of every name that begins with none.
        return []
    known = list(dict.fromkeys(names))
    for part_of in (key_of, _number_of, *([_name_after_number] if by_name_alone else [])):
        matching = [name for name in known if part_of(name) == wanted]
        if matching:
            return matching
    return []


def _only(names: Sequence[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def may_sign_on(typed: str, settings: Settings) -> str:
    """Returns the name under which someone may sign on without a PIN.

    Args:
        typed: a name or number.
        settings: name the cashiers, and say whether there can be others.

    Raises:
        NotSignedOn: it is no cashier's name, or looks like a customer's number. Such a number would stay in the audit
            trail and on receipts. Or several listed cashiers have this number, or this name after their number: it
            would be a further one.
    """
    name = " ".join(typed.split())
    if not name:
        raise NotSignedOn(SignOnTrouble.NO_NAME)
    meant = _meant(name, settings.cashiers, by_name_alone=True)
    found = _only(meant)
    if found is not None:
        return found
    if meant and key_of(meant[0]) != key_of(name):
        raise NotSignedOn(SignOnTrouble.SEVERAL)
    if settings.only_listed_cashiers and settings.cashiers:
        raise NotSignedOn(SignOnTrouble.UNKNOWN)
    if len(name) > LONGEST_TEXT or not is_printable(name) or _is_like_a_customers_number(name, settings.country):
        raise NotSignedOn(SignOnTrouble.NOT_A_NAME)
    return name


def _number_of(name: str) -> str:
    """Returns the number that a name begins with; empty if it begins with something else."""
    number = key_of(name).partition(" ")[0]
    return number if number.isdecimal() else ""


def _name_after_number(name: str) -> str:
    """Returns what follows the number that a name begins with; empty if it begins with something else."""
    number, _, rest = key_of(name).partition(" ")
    return rest if number.isdecimal() else ""


def _is_like_a_customers_number(name: str, country: str) -> bool:
    if "@" in name or sum(one.isdecimal() for one in name) > _MOST_DIGITS:
        return True
    try:
        return not MobileNumber.parse(name, country).unusual
    except MobileError:
        return False
