"""Closes a day, and compares it with what the service has."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import Failure
from desktop.domain.redemption import HAPPENED, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from desktop.domain.day_report import Closing, DayReport
    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.ports import Clock

_log = logging.getLogger(__name__)

_WIDER = timedelta(days=1)
"""The time zone of the service's days is not documented, so a day more is asked for on both sides (`more-calls.md`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRedemption:
    """A redemption as the service lists it.

    Attributes:
        reference: `external_reference_number`; empty if the service does not say.
        redemption_id: the service's own id; may be empty.
        points: what it moved; None if the service does not say.
        reversed_points: what was given back of it.
        bill: `transaction_number`; may be empty.
        time: as the service wrote it, `YYYY-MM-DD HH:MM:SS`, without a zone.
        till: the till's name; may be empty.
    """

    reference: str = ""
    redemption_id: str = ""
    points: Decimal | None = None
    reversed_points: Decimal = Decimal(0)
    bill: str = ""
    time: str = ""
    till: str = ""


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


class DayJournal(Protocol):
    """What reports need of the journal (`store.journal.SqliteJournal`)."""

    def day_report(self, day: date) -> DayReport:
        """Returns the report of a local day."""

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Returns the attempts that were last sent on a local day, oldest first."""

    def closings(self) -> tuple[Closing, ...]:
        """Returns the days that were closed, in the order of closing."""

    def close_day(self, day: date, *, at: datetime, till: str, cashier: str) -> None:
        """Adds the event that closes a day."""


class Difference(StrEnum):
    """How the service and the journal differ about a redemption."""

    THEIRS = "theirs"
    """The service has it, and the journal does not know that it happened."""
    OURS = "ours"
    """The journal says that it happened, and the service does not show it."""
    OTHER_POINTS = "other_points"
    """Both have it, with other points."""
    OTHER_REVERSED = "other_reversed"
    """Both have it. One of them says that all of it was given back, and the other does not."""
    HINT = "hint"
    """The store's list has one of this till that none of ours explains. It has no reference, so it proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDifference:
    """One difference.

    Attributes:
        kind: which one.
        ours: the attempt; None if the journal has none.
        theirs: the service's row; None if it shows none.
    """

    kind: Difference
    ours: Attempt | None = None
    theirs: ServiceRedemption | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A day of the journal beside the service's.

    Attributes:
        day: the local day.
        agreed: how many redemptions both have alike.
        differences: what differs.
        unseen: attempts about which the service could not be asked, or whose member was forgotten.
        has_store_list: True if the store's list could be read too.
    """

    day: date
    agreed: int = 0
    differences: tuple[FoundDifference, ...] = ()
    unseen: tuple[Attempt, ...] = ()
    has_store_list: bool = False


class DayAlreadyClosedError(RuntimeError):
    """The day was closed before.

    Attributes:
        closing: when and by whom.
    """

    def __init__(self, closing: Closing) -> None:
        super().__init__(f"{closing.day.isoformat()} was closed at {closing.at.isoformat()}")
        self.closing = closing


class DayNotBegunError(RuntimeError):
    """The day has not begun."""


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
        DayNotBegunError: it has not begun.
        JournalUnusable: nothing was recorded.
    """
    now = clock.now()
    if day > now.date():
        raise DayNotBegunError
    known = next((one for one in journal.closings() if one.day == day), None)
    if known is not None:
        raise DayAlreadyClosedError(known)
    journal.close_day(day, at=now, till=till, cashier=cashier)
    return journal.day_report(day)


def compare_day(journal: DayJournal, lists: RedemptionLists, day: date, *, till: str) -> Comparison:
    """Compares a day with the lists of the members concerned, and with the list of the store as a hint.

    A row belongs to an attempt that has its reference, or its redemption id. Any other row of a member counts only if
    it names this till and this day. The rest are other tills' redemptions, or other days'.

    Args:
        journal: the journal.
        lists: the service.
        day: the local day.
        till: the till's name, as the service shows it.

    Raises:
        JournalUnusable: the journal cannot be read.
    """
    attempts = journal.attempts_on(day)
    rows, unseen = _rows_of_members(attempts, lists, day)
    by_reference = {one.reference.casefold(): one for one in attempts}
    by_id = {one.redeemed.redemption_id: one for one in attempts if one.redeemed and one.redeemed.redemption_id}
    differences: list[FoundDifference] = []
    shown = {one.reference for one in unseen}
    agreed = 0
    for row in rows:
        attempt = by_reference.get(row.reference.casefold()) or by_id.get(row.redemption_id)
        if attempt is not None:
            shown.add(attempt.reference)
            found = _differences(attempt, row)
            differences += found
            agreed += not found
        elif _is_of(row, till, day):
            differences.append(FoundDifference(kind=Difference.THEIRS, theirs=row))
    differences += [
        FoundDifference(kind=Difference.OURS, ours=one)
        for one in attempts
        if one.state in HAPPENED and one.reference not in shown
    ]
    hints = _hints(attempts, lists, day, till)
    return Comparison(
        day=day,
        agreed=agreed,
        differences=(*differences, *(hints or ())),
        unseen=unseen,
        has_store_list=hints is not None,
    )


def _rows_of_members(
    attempts: Iterable[Attempt], lists: RedemptionLists, day: date
) -> tuple[list[ServiceRedemption], tuple[Attempt, ...]]:
    """Returns what the service lists for the members of some attempts, and the attempts whose list is not known."""
    rows: dict[ServiceRedemption, None] = {}
    unseen: list[Attempt] = []
    asked: list[tuple[Draft, bool]] = []
    for attempt in attempts:
        is_read = next((done for draft, done in asked if draft.is_same_person(attempt.draft)), None)
        if not attempt.draft.identifier.value:
            is_read = False
        elif is_read is None:
            try:
                rows |= dict.fromkeys(lists.redemptions_of(attempt.draft, day - _WIDER, day + _WIDER))
                is_read = True
            except Failure as failure:
                _log.warning("the redemptions of a member could not be compared: %s", failure.support)
                is_read = False
            asked.append((attempt.draft, is_read))
        if not is_read:
            unseen.append(attempt)
    return list(rows), tuple(unseen)


def _differences(attempt: Attempt, row: ServiceRedemption) -> list[FoundDifference]:
    """Returns how an attempt and its row differ."""
    if attempt.state not in HAPPENED:
        return [FoundDifference(kind=Difference.THEIRS, ours=attempt, theirs=row)]
    found = []
    if row.points is not None and row.points != _moved(attempt):
        found.append(FoundDifference(kind=Difference.OTHER_POINTS, ours=attempt, theirs=row))
    is_reversed = row.reversed_points > 0 and row.reversed_points == (row.points or _moved(attempt))
    if is_reversed is not (attempt.state is State.REVERSED):
        found.append(FoundDifference(kind=Difference.OTHER_REVERSED, ours=attempt, theirs=row))
    return found


def _is_of(row: ServiceRedemption, till: str, day: date) -> bool:
    return row.till == till and row.time.startswith(day.isoformat())


def _hints(attempts: Iterable[Attempt], lists: RedemptionLists, day: date, till: str) -> list[FoundDifference] | None:
    """Returns rows of the store's list for this till and day that none of our redemptions explains.

    None if the list could not be read.
    """
    try:
        rows = lists.redemptions_of_store(day, day)
    except Failure as failure:
        _log.info("the store's list could not be read: %s", failure.support)
        return None
    ours: list[tuple[str, Decimal | None]] = [
        (one.draft.bill, _moved(one)) for one in attempts if one.state in HAPPENED
    ]
    hints = []
    for row in rows:
        if not _is_of(row, till, day):
            continue
        if (row.bill, row.points) in ours:
            # Each of ours explains one row.
            ours.remove((row.bill, row.points))
        else:
            hints.append(FoundDifference(kind=Difference.HINT, theirs=row))
    return hints


def _moved(attempt: Attempt) -> Decimal:
    done = attempt.redeemed
    return attempt.draft.points.value if done is None or done.points is None else done.points
