"""Reads both codes of an answer for the log, whatever call it answers. Nothing is decided by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.api.wire import loose

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

_GREATEST = 99_999

_DEEPEST = 6
"""Levels below which no answer has a status."""


def codes_of(answer: Answer) -> tuple[int | None, int | None]:
    """Returns the overall status code and that of the first item; None for what the answer does not have."""
    if not answer.body or answer.incomplete is not None:
        return None, None
    try:
        whole = loose.only(loose.parse(answer.body))
    except loose.UnreadableError:
        return None, None
    body = loose.only(whole["response"]) if not loose.is_blank(whole.get("response")) else whole
    overall = loose.code(loose.only(body.get("status")).get("code"))
    if overall is None:
        # Calls of version 2 have a list of errors in its place.
        overall = loose.code(_first_object(body.get("errors")).get("code"))
    return _plausible(overall), _plausible(_item_code(body, _DEEPEST))


def _item_code(value: object, levels: int) -> int | None:
    """Returns the code of the first item status, which is at another depth in each call."""
    for one in loose.entries(value)[:1]:
        if not isinstance(one, dict):
            return None
        found = loose.code(loose.only(one.get("item_status")).get("code"))
        if found is not None or levels == 0:
            return found
        for inner in one.values():
            if isinstance(inner, dict | list):
                found = _item_code(inner, levels - 1)
                if found is not None:
                    return found
    return None


def _plausible(code: int | None) -> int | None:
    """Returns a code only if it is as short as codes are: a longer number could be a member's."""
    return code if code is not None and abs(code) <= _GREATEST else None


def _first_object(value: object) -> dict[str, object]:
    return next(iter(loose.objects(value)), {})
