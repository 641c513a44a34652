"""A till in memory behind the local interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.result_record import result
from desktop.pos.local_api.backend import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TOKEN = "a-token-that-is-long-enough-to-be-one-1234567"


class MemoryTill:
    """Takes every hand-over, and never redeems.

    Attributes:
        taken: the fields of each hand-over, by its id.
        bills: the bills that were attached, by reference.
        given: the token; empty for none.
        failure: raised by every call; None for none.
    """

    def __init__(self) -> None:
        self.taken: dict[str, Mapping[str, str]] = {}
        self.keys: dict[str, str] = {}
        self.done: set[str] = set()
        self.bills: dict[str, str] = {}
        self.waits: list[float] = []
        self.given = TOKEN
        self.failure: Exception | None = None

    def token(self) -> str:
        return self.given

    def hand_over(self, fields: Mapping[str, str], key: str) -> tuple[str, bool]:
        self._fail()
        if key in self.keys:
            return self.keys[key], False
        made = f"H{len(self.taken)}"
        self.taken[made] = fields
        if key:
            self.keys[key] = made
        return made, True

    def result(self, hand_over_id: str, wait: float, _has_gone: Callable[[], bool]) -> Mapping[str, object] | None:
        self._fail()
        self.waits.append(wait)
        if hand_over_id not in self.taken:
            raise ApiError(404, "no_such_hand_over", "The till does not know this id.")
        return dict(result(None, bill="MG-1")) if hand_over_id in self.done else None

    def state(self, _hand_over_id: str) -> str:
        return "waiting"

    def withdraw(self, hand_over_id: str) -> Mapping[str, object]:
        self._fail()
        if hand_over_id not in self.taken:
            raise ApiError(404, "no_such_hand_over", "The till does not know this id.")
        self.done.add(hand_over_id)
        return dict(result(None))

    def outcomes(self, *, bill: str, reference: str) -> Sequence[Mapping[str, object]]:
        self._fail()
        found = result(None, bill=bill or "MG-1") | {"external_reference_number": reference or "01KA"}
        return [{**found, "earlier": dict(found)}]

    def attach_bill(self, reference: str, bill: str) -> Mapping[str, object]:
        self._fail()
        if self.bills.setdefault(reference, bill) != bill:
            raise ApiError(409, "has_a_bill", "The redemption has another bill.")
        return result(None, bill=bill) | {"external_reference_number": reference}

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
