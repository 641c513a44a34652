"""Finds out which cashier a typed name or number means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import NotSignedOn, SignOnTrouble
from desktop.domain.joiners import is_printable
from desktop.domain.mobile import MobileError, MobileNumber
from desktop.domain.setting_values import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    return _find(typed, names, (key_of, _number_of, _name_after_number))


def find_listed(typed: str, names: Iterable[str]) -> str | None:
    """Does the same for texts that are the whole of a name or its number.

    If two lists are compared, `Meera Nair` of one may be someone else than `1042 Meera Nair` of the other.
    """
    return _find(typed, names, (key_of, _number_of))


def _find(typed: str, names: Iterable[str], ways: Iterable[Callable[[str], str]]) -> str | None:
    wanted = key_of(typed)
    if not wanted:
        # It would equal the number of every name that begins with none.
        return None
    known = list(dict.fromkeys(names))
    for part_of in ways:
        matching = [name for name in known if part_of(name) == wanted]
        if matching:
            return matching[0] if len(matching) == 1 else None
    return None


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
    found = find_cashier(name, settings.cashiers)
    if found is not None:
        return found
    if _has_namesakes(name, settings.cashiers):
        raise NotSignedOn(SignOnTrouble.SEVERAL)
    if settings.only_listed_cashiers and settings.cashiers:
        raise NotSignedOn(SignOnTrouble.UNKNOWN)
    if len(name) > LONGEST_TEXT or not is_printable(name) or _is_like_a_customers_number(name, settings.country):
        raise NotSignedOn(SignOnTrouble.NOT_A_NAME)
    return name


def _has_namesakes(typed: str, names: Iterable[str]) -> bool:
    """Returns True if a text is the number of several cashiers, or their name after it, and the whole name of none."""
    wanted, known = key_of(typed), set(names)
    if any(key_of(name) == wanted for name in known):
        return False
    return any(sum(part_of(name) == wanted for name in known) > 1 for part_of in (_number_of, _name_after_number))


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
