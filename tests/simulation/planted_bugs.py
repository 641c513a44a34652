"""Bugs that are planted into the program, to prove that the simulation finds them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.api.client import LoyaltyClient
from desktop.api.wire import belonging, loose, redemptions, reversal, reversals, update_redemption, verdict
from desktop.domain import reversal_evidence
from desktop.domain.failures import Unanswered
from desktop.domain.messages import Catalogue
from desktop.domain.redemption import Attempt
from desktop.domain.reversal import Reversal
from desktop.flow import give_back, reversal_lookup
from desktop.flow.attach_bill import AttachBill
from desktop.flow.earlier_attempts import EarlierAttempts
from desktop.flow.give_back import GiveBack
from desktop.flow.redeem import Redeemer
from desktop.flow.settling.reversal_settler import ReversalSettler
from desktop.flow.settling.settler import Settler
from desktop.store import reversal_journal
from desktop.store.journal import SqliteJournal
from tests.simulation.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from desktop.api.exchange import Answer, Request
    from desktop.domain.redemption import Draft
    from desktop.domain.reversal import GivenBack, ReversalsSeen
    from desktop.flow.attach_bill import BillAnswer

    Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Bug:
    """A bug.

    Attributes:
        plant: puts it into the program.
        fault: what the judge calls the harm that it does.
        kinds: the kinds of fault that bring it to light.
    """

    plant: Plant
    fault: Fault
    kinds: tuple[str, ...]


def _set(owner: object, name: str, value: object) -> Plant:
    return lambda patch: patch.setattr(owner, name, value)


def _without_request_ids(patch: pytest.MonkeyPatch) -> None:
    true = LoyaltyClient.__init__

    def made(self: LoyaltyClient, *args: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as it came
        true(self, *args, **named)
        self._request_ids = deque(maxlen=0)

    patch.setattr(LoyaltyClient, "__init__", made)


def _compares_only_the_identifier(patch: pytest.MonkeyPatch) -> None:
    def names(fields: dict[str, object], draft: Draft) -> bool:
        return belonging.names_another_member(fields, draft.identifier)

    patch.setattr(belonging, "could_name_another_member", names)


def _believes_refusals_after_a_repeat(patch: pytest.MonkeyPatch) -> None:
    true = Redeemer._refused

    def refused(self: Redeemer, attempt: Attempt, refusal: Any, *, repeated: bool) -> Attempt:  # noqa: ANN401
        del repeated
        return true(self, attempt, refusal, repeated=False)

    patch.setattr(Redeemer, "_refused", refused)


def _takes_any_shape(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redemptions, "_points_of", lambda customer: customer.get("redemptions") or {"point": []})
    patch.setattr(redemptions, "_problem_of", lambda *_: "")
    patch.setattr(redemptions.Page, "may_hide_more", False)


def _searches_one_program(patch: pytest.MonkeyPatch) -> None:
    true = redemptions.ask

    def ask(draft: Draft, reference: str, *, end: str = "") -> Request:
        asked = true(draft, reference, end=end)
        return replace(asked, query=tuple(one for one in asked.query if one[0] != "mlp"))

    patch.setattr(redemptions, "ask", ask)


def _proves_absence_at_once(patch: pytest.MonkeyPatch) -> None:
    true = Settler.__init__

    def made(self: Settler, *args: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as it came
        true(self, *args, **named)
        self._watches._settle_after = 0.0

    patch.setattr(Settler, "__init__", made)


_ALL_LOOKS_LIE = (
    *(f"look-up: reference {how}" for how in ("blank", "null", "-1", "missing", "cut")),
    *("look-up: bare points", "look-up: bare redemptions", "look-up: rows renamed", "look-up: points renamed"),
)


def _sends_another_bill_unseen(patch: pytest.MonkeyPatch) -> None:
    true = AttachBill._look

    def look(self: AttachBill, attempt: Attempt, bill: str, **_: object) -> BillAnswer | None:
        return true(self, attempt, bill)

    patch.setattr(AttachBill, "_look", look)


BUGS: dict[str, Bug] = {
    "every refusal is taken for a proof": Bug(
        _set(Catalogue, "proves_nothing_was_done", lambda *_: True),
        Fault.MOVED_TWICE,
        ("redeems, then 815", "redeems, then 401"),
    ),
    "nothing is looked up before it is sent again": Bug(
        _set(EarlierAttempts, "look_up_unproved", lambda *_: None),
        Fault.MOVED_TWICE,
        ("redeems, fails, shows up a moment later",),
    ),
    "a new reference after not_applied": Bug(
        _set(Attempt, "is_resendable", property(lambda _: False)), Fault.MOVED_TWICE, ("delivered late",)
    ),
    "the echo is ignored": Bug(
        _set(belonging, "is_of_another_redemption", lambda *_: False),
        Fault.WRONGLY_REDEEMED,
        ("answer of another request: another member", "answer of another request: other points"),
    ),
    "a member who cannot be compared is taken for ours": Bug(
        _compares_only_the_identifier, Fault.WRONGLY_FINAL, ("member found otherwise",)
    ),
    "request ids are not remembered": Bug(
        _without_request_ids, Fault.WRONGLY_REDEEMED, ("answer of another request: older answer",)
    ),
    "a refusal after a repeat is believed": Bug(
        _believes_refusals_after_a_repeat, Fault.WRONGLY_FINAL, ("redeems, then 521", "redeems, then 429")
    ),
    "rows that could be the attempt are overlooked": Bug(
        _set(redemptions.Page, "candidates", lambda *_, **__: ()), Fault.CALLED_ABSENT, _ALL_LOOKS_LIE
    ),
    "an answer of any shape is taken for an empty list": Bug(
        _takes_any_shape, Fault.CALLED_ABSENT, ("look-up: customer null", "look-up: customer empty")
    ),
    "the count is not compared with the rows": Bug(
        _set(redemptions, "_stated", lambda _, rows: rows), Fault.CALLED_ABSENT, ("look-up: counted but not there",)
    ),
    "only the default program is searched": Bug(
        _searches_one_program, Fault.CALLED_ABSENT, ("answer lost", "nonsense, acted")
    ),
    "absence is proved at once": Bug(
        _proves_absence_at_once, Fault.CALLED_ABSENT, ("look-up: shows up within settle_after",)
    ),
    "what was in flight at a crash is forgotten": Bug(
        _set(SqliteJournal, "recover", lambda *_: ()), Fault.UNSETTLED, ("dies at the counter",)
    ),
    "what counts as not redeemed is never rechecked": Bug(
        _set(SqliteJournal, "unproved", lambda *_: ()), Fault.WRONGLY_FINAL, ("delivered late",)
    ),
    "what support calls not redeemed gets a new reference": Bug(
        _set(Attempt, "is_resendable", property(lambda _: False)),
        Fault.MOVED_TWICE,
        ("settled by hand, wrongly as not redeemed",),
    ),
    "a masked number is taken for another member's": Bug(
        _set(belonging, "_MASKED_NUMBER", re.compile("(?!)")), Fault.UNSETTLED, ("answer lost",)
    ),
    "another bill is sent although a look-up has failed": Bug(
        _sends_another_bill_unseen, Fault.BILL_REPLACED, ("bill attached later, then another",)
    ),
    "an earlier try to attach a bill is not looked up": Bug(
        _set(AttachBill, "_look", lambda *_, **__: None), Fault.BILL_REPLACED, ("bill attached later, then another",)
    ),
    "the bill of another redemption's answer is taken": Bug(
        _set(update_redemption, "read", lambda answer, *_: verdict.request_id(answer)),
        Fault.WRONGLY_REDEEMED,
        ("bill attached later",),
    ),
}
"""Each bug with its name."""


def _sends_a_lost_reversal_again(patch: pytest.MonkeyPatch) -> None:
    true = LoyaltyClient.reverse

    def reverse(self: LoyaltyClient, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as it came
        try:
            return true(self, *args, **named)
        except Unanswered:
            return true(self, *args, **named)

    patch.setattr(LoyaltyClient, "reverse", reverse)


def _takes_what_was_asked_for(patch: pytest.MonkeyPatch) -> None:
    true = reversal.read

    def read(*args: Any) -> GivenBack:  # noqa: ANN401 - handed on as it came
        return replace(true(*args), points=args[-1].value)

    patch.setattr(reversal, "read", read)


def _counts_expired_points(patch: pytest.MonkeyPatch) -> None:
    true = reversal.read

    def read(*args: Any) -> GivenBack:  # noqa: ANN401 - handed on as it came
        done = true(*args)
        return replace(done, available=done.points)

    patch.setattr(reversal, "read", read)


def _proves_absence_of_reversals_at_once(patch: pytest.MonkeyPatch) -> None:
    true = ReversalSettler.__init__

    def made(self: ReversalSettler, *args: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as it came
        true(self, *args, **named)
        self._watches._settle_after = 0.0

    patch.setattr(ReversalSettler, "__init__", made)


def _takes_every_list_for_whole(patch: pytest.MonkeyPatch) -> None:
    true = reversals.read

    def read(*args: Any) -> reversals.ReversalsPage:  # noqa: ANN401 - handed on as it came
        page = true(*args)
        return page if page.seen is None else replace(page, seen=replace(page.seen, complete=True))

    patch.setattr(reversals, "read", read)


def _begins_on_a_cached_list(patch: pytest.MonkeyPatch) -> None:
    true = reversals.read

    def read(answer: Answer, *asked: Any) -> reversals.ReversalsPage:  # noqa: ANN401 - handed on as it came
        headers = {name: value for name, value in answer.headers.items() if name != "age"}
        page = true(replace(answer, headers=headers), *asked)
        if page.seen is None or not redemptions.is_from_cache(answer):
            return page
        return replace(page, seen=replace(page.seen, complete=False))

    patch.setattr(reversals, "read", read)


def _ignores_the_list_before(patch: pytest.MonkeyPatch) -> None:
    def is_fresh(_: Reversal, seen: ReversalsSeen) -> list[int]:
        return list(range(len(seen.rows)))

    patch.setattr(reversal_evidence, "_since", is_fresh)


def _counts_an_entry_for_each_reversal(patch: pytest.MonkeyPatch) -> None:
    true = reversal_evidence.evidence

    def alone(one: Reversal, seen: ReversalsSeen, _others: object = ()) -> reversal_evidence.ReversalEvidence:
        return true(one, seen)

    for module in (give_back, reversal_lookup, reversal_journal):
        patch.setattr(module, "evidence", alone)


def _believes_the_list_before(patch: pytest.MonkeyPatch) -> None:
    true = SqliteJournal.begin_reversal

    def begin_reversal(self: SqliteJournal, *args: Any, before: ReversalsSeen, **named: Any) -> Reversal:  # noqa: ANN401
        return true(self, *args, before=replace(before, complete=True), **named)

    patch.setattr(SqliteJournal, "begin_reversal", begin_reversal)


REVERSAL_BUGS: dict[str, Bug] = {
    "every refusal of a reversal is taken for a proof": Bug(
        _set(Catalogue, "proves_nothing_was_done", lambda *_: True),
        Fault.WRONGLY_NOT_BACK,
        ("back: gives back, refuses and hides",),
    ),
    "earlier reversals are not looked for before the next one": Bug(
        _set(GiveBack, "_look_for_unproved", lambda *_: None),
        Fault.GIVEN_BACK_TWICE,
        ("back: delivered late", "back: gives back, refuses and hides"),
    ),
    "an unknown reversal does not hold the redemption": Bug(
        _set(Reversal, "is_open", False), Fault.GIVEN_BACK_TWICE, ("back: answer lost",)
    ),
    "the echo of a reversal is ignored": Bug(
        _set(reversal, "_is_of_another_reversal", lambda *_: False),
        Fault.WRONGLY_BACK,
        ("back: answer of another request: another member", "back: answer of another request: other points"),
    ),
    "points that cannot be compared are believed": Bug(
        _set(loose, "is_no_amount", lambda _: False),
        Fault.WRONGLY_BACK,
        ("back: points that cannot be compared",),
    ),
    "what was asked for is taken for what came back": Bug(
        _takes_what_was_asked_for, Fault.WRONGLY_BACK, ("back: another amount",)
    ),
    "expired points are counted as available": Bug(
        _counts_expired_points, Fault.WRONGLY_BACK, ("back: nothing goes wrong",)
    ),
    "a lost reversal is sent again": Bug(
        _sends_a_lost_reversal_again, Fault.SENT_TWICE, ("back: answer lost", "back: request lost")
    ),
    "absence of a reversal is proved at once": Bug(
        _proves_absence_of_reversals_at_once, Fault.CALLED_ABSENT, ("back list: shows up within settle_after",)
    ),
    "every list of reversals is taken for whole": Bug(
        _takes_every_list_for_whole, Fault.CALLED_ABSENT, ("back list: left out", "back list: elsewhere")
    ),
    "entries from before the reversal count as it": Bug(
        _ignores_the_list_before, Fault.WRONGLY_BACK, ("back: elsewhere before",)
    ),
    "an entry counts for every reversal that it fits": Bug(
        _counts_an_entry_for_each_reversal, Fault.WRONGLY_BACK, ("back: several lost", "back: delivered late")
    ),
    "the list before is always taken for whole": Bug(
        _believes_the_list_before, Fault.WRONGLY_BACK, ("back: elsewhere before, list left out",)
    ),
    "points are given back on a list from a cache": Bug(
        _begins_on_a_cached_list, Fault.WRONGLY_BACK, ("back: elsewhere before, list from a cache",)
    ),
    "an entry that is there twice counts twice": Bug(
        _set(redemptions, "_each_once", tuple), Fault.WRONGLY_BACK, ("back list: an entry twice",)
    ),
    "what support calls not given back is never looked up again": Bug(
        _set(Reversal, "is_unproved", False), Fault.WRONGLY_NOT_BACK, ("back: settled by hand",)
    ),
    "a reversal that was in flight at a crash is forgotten": Bug(
        _set(SqliteJournal, "_recover_reversals", lambda *_: None), Fault.UNSETTLED, ("back: dies at the counter",)
    ),
    "what counts as not given back is never rechecked": Bug(
        _set(Reversal, "is_unproved", False), Fault.WRONGLY_NOT_BACK, ("back: delivered late",)
    ),
}
"""Bugs of giving points back."""
