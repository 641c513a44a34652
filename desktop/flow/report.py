"""Closes a day, and compares it with what the service has."""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import DayNotBegun, Failure
from desktop.domain.reconciliation import (
    Comparison,
    ComparisonProgress,
    Difference,
    FoundDifference,
    ServiceRedemption,
)
from desktop.domain.redemption import HAPPENED, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from desktop.domain.day_report import Closing, DayReport
    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.ports import Clock, DayJournal

_log = logging.getLogger(__name__)

_WIDER = timedelta(days=1)
"""The time zone of the service's days is not documented, so a day more is asked for on both sides (`more-calls.md`)."""


class RedemptionLists(Protocol):
    """The service's lists that a day is compared with. Every method blocks, and raises failures of the domain."""

    def redemptions_of(self, draft: Draft, start: date, end: date) -> Sequence[ServiceRedemption]:
        """Calls customer/redemptions for a member, with `mlp=true`, and reads every page.

        Raises:
            Failure: the list could not be read completely, so it proves no absence.
        """

    def redemptions_of_store(self, start: date, end: date) -> Sequence[ServiceRedemption]:
        """Calls store/reports. Its rows have no reference and no redemption id, so they are only a hint.

        Raises:
            Failure: the service has no such list, or it could not be read.
        """


class DayAlreadyClosedError(RuntimeError):
    """The day was closed before.

    Attributes:
        closing: when and by whom.
    """

    def __init__(self, closing: Closing) -> None:
        super().__init__(f"{closing.day.isoformat()} was closed at {closing.at.isoformat()}")
        self.closing = closing


def close_day(journal: DayJournal, clock: Clock, day: date, *, till: str, cashier: str) -> DayReport:
    """Closes a day, and returns its report. What is settled afterwards is named in the report of a later day.

    Args:
        journal: where it is recorded.
        clock: time.
        day: today or an earlier day.
        till: the till's name.
        cashier: who closes it.

    Raises:
        DayAlreadyClosedError: it was closed before.
        DayNotBegun: it has not begun.
        JournalUnusable: nothing was recorded.
    """
    now = clock.now()
    if day > now.date():
        raise DayNotBegun
    known = next((one for one in journal.closings() if one.day == day), None)
    if known is not None:
        raise DayAlreadyClosedError(known)
    journal.close_day(day, at=now, till=till, cashier=cashier)
    return journal.day_report(day)


class DayComparison:
    """Compares a day with the lists of the members concerned, and with the list of the store as a hint.

    It asks for one list at a time, so that what else has to be asked need not wait for all of them.

    A row belongs to an attempt that has its reference, or its redemption id. Any other row of a member counts only if
    it names this till and this day. The rest are other tills' redemptions, or other days'. The service's day need not
    be the till's, so an attempt of another day explains its own row too.
    """

    def __init__(self, journal: DayJournal, lists: RedemptionLists, day: date, *, till: str) -> None:
        """Reads the journal, and asks for nothing yet.

        Args:
            journal: the journal.
            lists: the service.
            day: the local day.
            till: the till's code, as the service shows it.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        self._lists = lists
        self._day = day
        self._till = till
        self._journal = journal
        self._attempts = journal.attempts_on(day)
        self._beside = [one for near in (day - _WIDER, day + _WIDER) for one in journal.attempts_on(near)]
        self._members = _by_member(self._attempts)
        self._asked = 0
        self._rows: dict[ServiceRedemption, None] = {}
        self._seen: set[str] = set()
        self._result: Comparison | None = None

    @property
    def progress(self) -> ComparisonProgress:
        """How far it has come."""
        return ComparisonProgress(day=self._day, asked=self._asked, lists=len(self._members) + 1, result=self._result)

    def ask_next(self) -> ComparisonProgress:
        """Asks for the next list. After the last one, the result is there."""
        if self._result is None:
            if self._asked < len(self._members):
                self._ask_member(self._members[self._asked])
            else:
                self._result = self._compare()
            self._asked += 1
        return self.progress

    def _ask_member(self, attempts: Sequence[Attempt]) -> None:
        day = self._day
        try:
            self._rows |= dict.fromkeys(self._lists.redemptions_of(attempts[0].draft, day - _WIDER, day + _WIDER))
        except Failure as failure:
            _log.warning("the redemptions of a member could not be compared: %s", failure.support)
        else:
            self._seen |= {one.reference for one in attempts}

    def _compare(self) -> Comparison:
        attempts = self._attempts
        by_reference = {one.reference.casefold(): one for one in attempts}
        by_id = {one.redeemed.redemption_id: one for one in attempts if one.redeemed and one.redeemed.redemption_id}
        unseen = tuple(one for one in attempts if one.reference not in self._seen)
        differences: list[FoundDifference] = []
        shown = {one.reference for one in unseen}
        agreed = 0
        rows_of: defaultdict[str, list[ServiceRedemption]] = defaultdict(list)
        strange: list[FoundDifference] = []
        for row in self._rows:
            attempt = by_reference.get(row.reference.casefold()) or by_id.get(row.redemption_id)
            if attempt is not None:
                rows_of[attempt.reference].append(row)
            elif _is_of(row, self._till, self._day) and not self._is_of_another_day(row):
                strange.append(FoundDifference(kind=Difference.THEIRS, theirs=row))
        for attempt in attempts:
            if not (rows := rows_of[attempt.reference]):
                continue
            shown.add(attempt.reference)
            own = _own_row(attempt, rows)
            found = _differences(attempt, own)
            differences += found
            agreed += not found
            # One attempt explains one redemption. If the service moved points again for it, that must not agree too.
            differences += [
                FoundDifference(kind=Difference.THEIRS, theirs=row) for row in rows if _is_another(row, own)
            ]
        differences += strange
        differences += [
            FoundDifference(kind=Difference.OURS, ours=one)
            for one in attempts
            if one.state in HAPPENED and one.reference not in shown
        ]
        named = [(row.bill, row.points) for row in (one.theirs for one in differences) if row is not None]
        hints = self._hints(named)
        return Comparison(
            day=self._day,
            agreed=agreed,
            differences=(*differences, *(hints or ())),
            unseen=unseen,
            has_store_list=hints is not None,
        )

    def _is_of_another_day(self, row: ServiceRedemption) -> bool:
        """True if a row is the redemption that the journal has under another day. Points that moved again are not."""
        attempt = self._journal.get(row.reference)
        if attempt is None and row.redemption_id:
            attempt = next((one for one in self._beside if _id_of(one) == row.redemption_id), None)
        if attempt is None or attempt.state not in HAPPENED:
            return False
        return not row.redemption_id or _id_of(attempt) in {"", row.redemption_id}

    def _hints(self, named: list[tuple[str, Decimal | None]]) -> list[FoundDifference] | None:
        """Returns rows of the store's list for this till and day that nothing explains. None if it could not be read.

        Args:
            named: bill and points of the rows that are differences already.
        """
        try:
            rows = self._lists.redemptions_of_store(self._day, self._day)
        except Failure as failure:
            _log.info("the store's list could not be read: %s", failure.support)
            return None
        known = (*self._attempts, *self._beside)
        explained = [*named, *((one.draft.bill, one.moved) for one in known if one.state in HAPPENED)]
        hints = []
        for row in rows:
            if not _is_of(row, self._till, self._day):
                continue
            if (row.bill, row.points) in explained:
                # Each of ours explains one row.
                explained.remove((row.bill, row.points))
            else:
                hints.append(FoundDifference(kind=Difference.HINT, theirs=row))
        return hints


def _by_member(attempts: Iterable[Attempt]) -> list[list[Attempt]]:
    """Returns the attempts of each member. Those whose member was forgotten are left out."""
    members: list[list[Attempt]] = []
    for attempt in attempts:
        if not attempt.draft.identifier.value:
            continue
        same = next((one for one in members if one[0].draft.is_same_person(attempt.draft)), None)
        if same is None:
            members.append([attempt])
        else:
            same.append(attempt)
    return members


def _own_row(attempt: Attempt, rows: Sequence[ServiceRedemption]) -> ServiceRedemption:
    """Returns the row with the redemption id that the till knows; the first one if none has it."""
    known = _id_of(attempt)
    return next((row for row in rows if known and row.redemption_id == known), rows[0])


def _id_of(attempt: Attempt) -> str:
    return attempt.redeemed.redemption_id if attempt.redeemed is not None else ""


def _is_another(row: ServiceRedemption, own: ServiceRedemption) -> bool:
    if row.redemption_id and own.redemption_id:
        return row.redemption_id != own.redemption_id
    # Two lists may show the same redemption, but not at two times.
    return row.time != own.time


def _differences(attempt: Attempt, row: ServiceRedemption) -> list[FoundDifference]:
    """Returns how an attempt and its row differ."""
    if attempt.state not in HAPPENED:
        return [FoundDifference(kind=Difference.THEIRS, ours=attempt, theirs=row)]
    found = []
    if row.points is not None and row.points != attempt.moved:
        found.append(FoundDifference(kind=Difference.OTHER_POINTS, ours=attempt, theirs=row))
    is_reversed = row.reversed_points > 0 and row.reversed_points == (row.points or attempt.moved)
    if is_reversed is not (attempt.state is State.REVERSED):
        found.append(FoundDifference(kind=Difference.OTHER_REVERSED, ours=attempt, theirs=row))
    elif not is_reversed and attempt.reversed_points and _is_other_part(attempt, row):
        found.append(FoundDifference(kind=Difference.OTHER_GIVEN_BACK, ours=attempt, theirs=row))
    return found


def _is_other_part(attempt: Attempt, row: ServiceRedemption) -> bool:
    """True if the service lists other points that came back than this till has given back. It may list none."""
    return row.reversed_points != attempt.reversed_points and all(one.points is not None for one in row.reversals)


def _is_of(row: ServiceRedemption, till: str, day: date) -> bool:
    return row.till.casefold() == till.casefold() and row.time.startswith(day.isoformat())
