"""Bugs that are planted into the flow, to prove that the state machine finds them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.domain.failures import Throttled
from desktop.domain.messages import Catalogue
from desktop.domain.redemption import Attempt, Refusal, Step
from desktop.flow import redeem
from desktop.flow.lookup import Lookup, LookupResult
from desktop.flow.redeem import Redeemer
from desktop.flow.settling import watch_list
from desktop.flow.settling.settler import Settler
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    Plant = Callable[[pytest.MonkeyPatch], None]
    """Puts a bug into the program."""


def _records_429_as_refused(patch: pytest.MonkeyPatch) -> None:
    refused = Redeemer._refused

    def with_bug(self: Redeemer, attempt: Attempt, refusal: Any, *, repeated: bool) -> Attempt:  # noqa: ANN401
        if isinstance(refusal, Throttled):
            return self._write(attempt, redeem._Outcome(Step.REFUSED, refusal=Refusal.PROVED))
        return refused(self, attempt, refusal, repeated=repeated)

    patch.setattr(Redeemer, "_refused", with_bug)


def _believes_refusals_after_a_repeat(patch: pytest.MonkeyPatch) -> None:
    refused = Redeemer._refused

    def with_bug(self: Redeemer, attempt: Attempt, refusal: Any, *, repeated: bool) -> Attempt:  # noqa: ANN401
        del repeated
        return refused(self, attempt, refusal, repeated=False)

    patch.setattr(Redeemer, "_refused", with_bug)


def _believes_every_refusal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Catalogue, "proves_nothing_was_done", lambda *_: True)


def _uses_a_new_reference(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Attempt, "is_resendable", property(lambda _: False))


def _believes_one_look_up(patch: pytest.MonkeyPatch) -> None:
    init = Settler.__init__

    def with_bug(self: Settler, *args: Any, **named: Any) -> None:  # noqa: ANN401 - passed on
        init(self, *args, **named)
        self._watches._settle_after = 0.0

    patch.setattr(Settler, "__init__", with_bug)
    patch.setattr(watch_list, "LOOKS_NEEDED", 1)


def _changes_results(change: Callable[[LookupResult], LookupResult]) -> Plant:
    def plant(patch: pytest.MonkeyPatch) -> None:
        look = Lookup.look
        patch.setattr(Lookup, "look", lambda self, attempt: change(look(self, attempt)))

    return plant


def _takes_incomplete_for_absent(result: LookupResult) -> LookupResult:
    shows_nothing = result.found is None and result.candidate is None and result.failure is None
    return replace(result, is_absent=shows_nothing)


def _ignores_candidates(result: LookupResult) -> LookupResult:
    return result if result.candidate is None else LookupResult(is_absent=True)


def _forgets_what_was_in_flight(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqliteJournal, "recover", lambda *_: ())


def _never_rechecks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqliteJournal, "unproved", lambda *_: ())


BUGS: dict[str, Plant] = {
    "429 is recorded as a refusal": _records_429_as_refused,
    "a refusal after a repeat is believed": _believes_refusals_after_a_repeat,
    "every refusal is believed": _believes_every_refusal,
    "what was not sent or not applied gets a new reference": _uses_a_new_reference,
    "one look-up proves absence": _believes_one_look_up,
    "an incomplete look-up counts as absence": _changes_results(_takes_incomplete_for_absent),
    "candidates are ignored": _changes_results(_ignores_candidates),
    "what was in flight at a power cut is forgotten": _forgets_what_was_in_flight,
    "what counts as not redeemed is never rechecked": _never_rechecks,
}
"""Each bug with its name."""
