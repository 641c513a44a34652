"""Checks that an answer belongs to the request: the member, the points and the reference that it echoes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.api.wire import loose
from desktop.domain.member import IdentifierKind, is_same_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.member import Identifier
    from desktop.domain.redemption import Draft
    from desktop.domain.validation import ValidationCode

_SEPARATORS = re.compile(r"[\W_]+")
_NO_REFERENCE = frozenset({"", "1", "null", "none", "nil", "na", "undefined"})

_NUMBER = re.compile(r"[\d\s()+\-./]{6,}")
"""A mobile number that can be compared: a release may mask the number of a member who was found in another way."""

_MASKED_NUMBER = re.compile(r"[\d\s()+\-./xX*•●#]*(?:[xX*•●#][\s()+\-./]*){2}(?P<end>\d*)")
"""A mobile number of which a release shows a part. What the mask leaves at the end can be compared."""

_ECHOED_AS_ASKED = frozenset({IdentifierKind.EMAIL, IdentifierKind.EXTERNAL_ID, IdentifierKind.CARD})
"""Identifiers that a refusal may repeat as they were sent, in a field of the same name."""

_SHORTEST_CUT_BILL = 16
"""Characters from which a bill number may have been cut short. A shorter one could be another bill: 1 and 12."""


def is_blank_reference(text: str) -> bool:
    """True if a release writes this for 'no reference': nothing, `-1`, `null`, zeros or dashes."""
    return _letters(text).lstrip("0") in _NO_REFERENCE


def id_of(value: object) -> str:
    """Returns the service's own id of a redemption or a member; empty if a release writes that there is none, as `-1`.

    Otherwise all redemptions, or all members, of such a release would be the same one.
    """
    text = loose.text(value)
    return "" if is_blank_reference(text) else text


def number_of(value: object) -> str:
    """Returns the service's number of a member or a reversal, as `id_of`. It counts them, and 1 is the first one's."""
    text = loose.text(value)
    return text if text == "1" else id_of(value)


def is_unreadable(value: object) -> bool:
    """True if a list or an object stands where a release writes one number or text, so that it cannot be compared."""
    return isinstance(value, list | dict) and not loose.is_blank(value)


def names_unreadably(fields: dict[str, object]) -> bool:
    """True if the member cannot be compared by one of the names that an answer echoes."""
    return any(is_unreadable(fields.get(name)) for name in ("mobile", "user_id", "userId"))


def names_only_a_masked_number(fields: dict[str, object], draft: Draft) -> bool:
    """True if a mask hides whom an answer is about, and no other name in it is known to be the member's."""
    is_masked = _MASKED_NUMBER.fullmatch(loose.text(fields.get("mobile"))) is not None
    return is_masked and True not in set(_comparisons(fields, draft.identifier, draft.user_id, draft.mobile))


def names_another_member(
    fields: dict[str, object], identifier: Identifier, user_id: str = "", mobile: str = ""
) -> bool:
    """True if the fields name a member, and it is certainly not the one that was asked for.

    What is not echoed, and what the till cannot compare, is not checked. Types and spellings of a number do not count.

    Args:
        fields: of a member, with `mobile` and `user_id` if the release echoes them.
        identifier: who was asked for.
        user_id: the service's own id of that member; empty if it is not known.
        mobile: the number that the service has of that member; empty if it is not known.
    """
    return False in set(_comparisons(fields, identifier, user_id, mobile))


def could_name_another_member(fields: dict[str, object], draft: Draft) -> bool:
    """True if the fields name another member, or name one of whom the till does not know if it is the one asked for.

    A member who was found by an e-mail address has a number and an id that only the look-up of the member told. If it
    did not tell the one that is echoed, the answer could be a stranger's.
    """
    found = set(_comparisons(fields, draft.identifier, draft.user_id, draft.mobile))
    return False in found or found == {None}


def _comparisons(fields: dict[str, object], identifier: Identifier, user_id: str, mobile: str) -> Iterator[bool | None]:
    """Yields for each echoed name of a member if it is the one that was asked for; None if the till cannot know."""
    kind, value = identifier.kind, identifier.value
    if names_unreadably(fields):
        yield None
    echoed = loose.text(fields.get("mobile"))
    if echoed:
        # A member who has a new number may be named by either.
        numbers = [value] if kind is IdentifierKind.MOBILE else []
        numbers += [mobile] if _NUMBER.fullmatch(mobile) else []
        yield _is_one_of(echoed, numbers) if numbers else None
    echoed = number_of(loose.first(fields, "user_id", "userId"))
    if echoed:
        known = (user_id or (value if kind is IdentifierKind.ID else "")).strip()
        yield known == echoed if known else None
    echoed = loose.text(fields.get(kind.value)) if kind in _ECHOED_AS_ASKED else ""
    if echoed:
        # Another spelling need not be another member: addresses are masked, and cards have blanks.
        yield echoed.casefold() == value.strip().casefold() or None


def _is_one_of(echoed: str, numbers: list[str]) -> bool | None:
    """True if a number is one of these; None if it may be, because a mask hides the rest of it."""
    if any(is_same_number(echoed, one) for one in numbers):
        return True
    masked = _MASKED_NUMBER.fullmatch(echoed)
    # A number may be written with blanks.
    is_end = masked is not None and any(_letters(one).endswith(masked["end"]) for one in numbers)
    return None if is_end else False


def is_of_another_redemption(
    item: dict[str, object], draft: Draft, reference: str, code: ValidationCode | None
) -> bool:
    """True if an item of points/redeem echoes another member, other points, another reference, bill or code.

    What is not echoed is not checked. A member who is echoed must be known to be the one that was asked for.
    """
    if could_name_another_member(item, draft):
        return True
    points = loose.amount(item.get("points_redeemed"))
    if points and points != draft.points.value:
        return True
    named = loose.first(item, "external_reference_number", "externalReferenceNumber")
    if is_unreadable(named):
        return True
    echoed = loose.text(named)
    if not is_blank_reference(echoed) and echoed.casefold() != reference.casefold():
        return True
    return any(_is_another_effect(effect, draft, code) for effect in _effects(item))


def _effects(item: dict[str, object]) -> tuple[dict[str, object], ...]:
    return tuple(one for part in loose.objects(item.get("side_effects")) for one in loose.objects(part.get("effect")))


def _is_another_effect(effect: dict[str, object], draft: Draft, code: ValidationCode | None) -> bool:
    echoed = loose.text(effect.get("redeemed_on_bill_number"))
    if echoed != "-1" and draft.bill and _is_another_bill(_letters(echoed), _letters(draft.bill)):
        return True
    used = _letters(loose.text(effect.get("validation_code")))
    return bool(used) and code is not None and used != _letters(code.secret)


def _is_another_bill(echoed: str, sent: str) -> bool:
    # A service that drops a dash or cuts a long number short means the same bill.
    is_cut = len(echoed) >= _SHORTEST_CUT_BILL and sent.startswith(echoed)
    return bool(echoed) and echoed != sent and not is_cut


def _letters(text: str) -> str:
    return _SEPARATORS.sub("", text).casefold()
