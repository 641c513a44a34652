"""Writes the journal: every attempt and every event, durably, before the till goes on."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.points import plain
from desktop.domain.redemption import HAPPENED, Redeemed, State, Step, Trace
from desktop.store import forgetting, reversals, rows, schema
from desktop.store.errors import journal_errors
from desktop.store.opening import open_reader, open_writer
from desktop.store.reading import ASKED_AGAIN, BUSY_TIMEOUT
from desktop.store.reversal_journal import DIED, ReversalJournal
from desktop.store.search_keys import mask_numbers
from desktop.store.stepping import StepDetails, change_of
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from desktop.domain.redemption import Attempt, Candidate, Draft, Refusal
    from desktop.domain.reversal import Reversal
    from desktop.store.open_files import OpenFiles
    from desktop.store.ownership import Predecessor


class SqliteJournal(ReversalJournal):
    """The journal in one SQLite file. It belongs to the thread that opened it, so each thread opens its own.

    Every problem with the file is raised as `JournalUnusable`, and nothing is written in part. Programming errors (an
    unknown reference, a closed journal, another thread) are raised unchanged.

    The order is that of the events, not of the clock. "Newest" means sent last.

    Attributes:
        path: the file.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        till: str,
        read_parameters: str,
        own_lock: WriterLock | None,
        moved: bool = False,
        files: OpenFiles | None = None,
    ) -> None:
        """Called by `open`."""
        super().__init__(connection, path, read_parameters=read_parameters, moved=moved, files=files)
        self._till = till
        self._own_lock = own_lock

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        till: str = "",
        writer: bool = True,
        lock: WriterLock | None = None,
        timeout: float = BUSY_TIMEOUT,
        predecessor: Predecessor | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> SqliteJournal:
        """Opens the journal. A writer creates it if it does not exist.

        Args:
            path: the file. Its folder is created if it does not exist.
            till: name recorded with events that belong to no attempt.
            writer: opens the journal for writing. Without it, the journal can be read beside a writer, and from a
                read-only folder.
            lock: the lock that this process already holds. Without one, a writer takes the lock, so it is the only
                writer.
            timeout: seconds to wait for another connection of this process.
            predecessor: the damaged journal that this new one replaces. The first event names it.
            on_progress: called with the rows that are done, and all rows, while a journal of an earlier version is
                converted, which takes a minute for a million attempts. What it raises stops the conversion; the next
                start goes on.

        Raises:
            JournalUnusable: the journal cannot be used. Nothing was changed.
            ValueError: the lock belongs to another journal, or was released.
        """
        if not writer:
            with journal_errors(path):
                connection, how = open_reader(path, timeout)
                if schema.version_of(connection) < schema.PACKED:
                    from desktop.store.upgrade import readable_copy

                    with closing(connection) as old:
                        connection, how = readable_copy(old), ""
            return cls(connection, path, till=till, read_parameters=how, own_lock=None)
        own = WriterLock(path) if lock is None else None
        held = own or lock
        if held is None or not held.held or held.journal != path.absolute():
            raise ValueError("not this journal's lock")
        try:
            with held.opening, journal_errors(path):
                connection, files, moved = open_writer(
                    path, timeout, checked=held.checked, predecessor=predecessor, on_progress=on_progress
                )
        except BaseException:
            if own is not None:
                own.release()
            raise
        held.checked = True
        return cls(connection, path, till=till, read_parameters="mode=ro", own_lock=own, moved=moved, files=files)

    def begin(
        self,
        draft: Draft,
        reference: str,
        *,
        till: str,
        cashier: str,
        at: datetime,
        service: str = "",
        hand_over: str = "",
    ) -> Attempt:
        """Writes a new attempt, `in_flight`, before any byte of its request leaves.

        The event has the id of the POS's hand-over, so what was sent for it can be told from what was sent later.

        Raises:
            JournalUnusable: nothing was written, so nothing may be sent.
            ValueError: an attempt with this reference exists.
        """
        with self._writing():
            if self._row(reference) is not None:
                raise ValueError("there is an attempt with this reference")
            whole = self._insert(
                "begun",
                at,
                {
                    "reference": reference,
                    "state": State.IN_FLIGHT.value,
                    "sends": 1,
                    **rows.draft_columns(draft),
                    "till": rows.text(till),
                    "cashier": rows.text(cashier),
                    "service": rows.text(service),
                    "begun": at.isoformat(),
                    "journal_id": self._end.identity,
                    **rows.sent_columns(at),
                    **rows.changed_columns(at),
                },
                detail=hand_over,
            )
            # `pack` has made sure that the row gives back these columns.
            return rows.attempt_from_columns(whole)

    def adopt(self, attempts: Iterable[Attempt], *, at: datetime, predecessor: Predecessor | None = None) -> int:
        """Takes over the readable attempts of another journal in one transaction, and returns how many there were.

        The old events are not copied. If the last pages were damaged, an attempt that reads as not sent may have been
        sent since, so it is marked as doubtful.

        Args:
            attempts: oldest first, without repeated references.
            at: time of the event.
            predecessor: the other journal. If it was this till's own, its attempts become this journal's. Otherwise
                they keep their identity and are never sent again.

        Raises:
            JournalUnusable: nothing was taken over, or the attempts could not be read.
        """
        with self._writing():
            return self._adopt(attempts, predecessor, at=at, damaged=True)

    def join(
        self, attempts: Iterable[Attempt], back: Iterable[Reversal], *, at: datetime, predecessor: Predecessor
    ) -> tuple[int, int]:
        """Takes over the attempts and reversals of another login's journal on this machine, in one transaction.

        They can be continued here as if they had been begun here. What this journal has already stays as it is, so
        joining again after a power cut changes nothing. The old events are not copied: an event names the other
        journal and its head.

        Args:
            attempts: oldest first, without repeated references.
            back: in the order in which they were begun.
            at: time of the event.
            predecessor: the other journal. Its file is kept, but no till may use it any more.

        Returns:
            How many attempts and reversals were taken over.

        Raises:
            JournalUnusable: nothing was taken over.
        """
        with self._writing():
            self._note(
                "joined", at=at, till=self._till, cashier="", detail=f"{predecessor.identity} {predecessor.head}"
            )
            redemptions = self._adopt(attempts, predecessor, at=at, damaged=False)
            return redemptions, self._adopt_reversals(back, predecessor, at=at)

    def _adopt(
        self, attempts: Iterable[Attempt], predecessor: Predecessor | None, *, at: datetime, damaged: bool
    ) -> int:
        renamed = self._renamed(predecessor)
        adopted = 0
        for attempt in attempts:
            if self._row(attempt.reference) is not None:
                continue
            columns = rows.attempt_columns(attempt)
            if damaged and attempt.state is State.NOT_SENT:
                columns["doubtful"] = 1
            columns["journal_id"] = renamed.get(attempt.journal_id, columns["journal_id"])
            self._insert("salvaged", at, columns)
            adopted += 1
        return adopted

    def step(
        self,
        reference: str,
        step: Step,
        *,
        at: datetime,
        redeemed: Redeemed | None = None,
        trace: Trace | None = None,
        doubtful: bool | None = None,
        draft: Draft | None = None,
        refusal: Refusal | None = None,
        candidate: Candidate | None = None,
        hand_over: str | None = None,
    ) -> Attempt:
        """Applies one legal step to an attempt and adds the event.

        `SENT_AGAIN` counts a send, makes the attempt the newest, resets the looks, and clears refusal and candidate.
        `LOOKED` counts a look that found nothing. `changed` moves only with the state, so it tells since when an
        outcome is unknown.

        Args:
            reference: reference of the attempt.
            step: what happened.
            at: time of the step.
            redeemed: kept with `REDEEMED` and `FOUND`.
            trace: kept if given. A redemption that was settled by hand has one too.
            doubtful: sets the attempt's mark if given.
            draft: what is sent again, if its notes or way of validating differ from the first time.
            refusal: what the refusal proves, kept with `REFUSED` and `LOST`.
            candidate: the redemption that could be this attempt, kept with `SUSPECTED`.
            hand_over: as for `begin`, kept with `SENT_AGAIN`. With `FOUND`, it says that the cashier has asked for the
                same redemption again, and an event of its own keeps it.

        Raises:
            IllegalStepError: the attempt may not take this step. Nothing was written.
            JournalUnusable: nothing was written.
            KeyError: there is no such attempt.
            ValueError: the draft is another redemption.
        """
        details = StepDetails(at, redeemed, trace, doubtful, draft, refusal, candidate, hand_over)
        with self._writing():
            if step is Step.FOUND and hand_over is not None:
                self._ask_again(reference, hand_over, at)
            return self._step(reference, step, details)

    def ask_again(self, reference: str, hand_over: str, *, at: datetime) -> None:
        """Records that a press has found out that a redemption happened, as `step` does with `FOUND`.

        Raises:
            JournalUnusable: nothing was written.
            KeyError: there is no such attempt.
        """
        with self._writing():
            self._ask_again(reference, hand_over, at)

    def _ask_again(self, reference: str, hand_over: str, at: datetime) -> None:
        event = self._event(ASKED_AGAIN, at, self._known(reference), request_id="", detail=hand_over)
        self._update(reference, {}, event)

    def complete(self, reference: str, redeemed: Redeemed, *, at: datetime) -> Attempt:
        """Adds facts that became known later about a redemption that happened. Known facts stay unchanged.

        Raises:
            JournalUnusable: nothing was written.
            KeyError: there is no such attempt.
            ValueError: the attempt is not a redemption.
        """
        with self._writing():
            attempt = self._known(reference)
            known = attempt.redeemed
            if known is None:
                raise ValueError(f"not a redemption to complete: {attempt.state.value}")
            fuller = Redeemed(
                redemption_id=known.redemption_id or redeemed.redemption_id,
                points=redeemed.points if known.points is None else known.points,
                value=redeemed.value if known.value is None else known.value,
                balance=redeemed.balance if known.balance is None else known.balance,
                is_group=known.is_group or redeemed.is_group,
                request_id=known.request_id or redeemed.request_id,
            )
            if fuller == known:
                return attempt
            event = self._event("completed", at, attempt, request_id=redeemed.request_id)
            return self._update(reference, rows.redeemed_columns(fuller), event)

    def attach_bill(self, reference: str, bill: str, *, at: datetime, request_id: str = "") -> Attempt:
        """Records the bill that was attached to a redemption afterwards.

        Raises:
            JournalUnusable: nothing was written.
            KeyError: there is no such attempt.
            ValueError: it is not a redemption, or has a bill already.
        """
        with self._writing():
            attempt = self._known(reference)
            if attempt.state not in HAPPENED or attempt.draft.bill:
                raise ValueError("no bill can be attached to this attempt")
            columns = rows.bill_columns(bill)
            event = self._event("bill_attached", at, attempt, request_id=request_id, detail=mask_numbers(bill))
            return self._update(attempt.reference, columns, event)

    def note(self, what: str, *, at: datetime, till: str, cashier: str, reference: str = "", detail: str = "") -> None:
        """Adds an event to the audit trail that is not a step of an attempt. Masks what could be a number.

        Raises:
            JournalUnusable: nothing was written.
        """
        with self._writing():
            self._note(what, at=at, till=till, cashier=cashier, reference=reference, detail=mask_numbers(detail))

    def close_day(self, day: date, *, at: datetime, till: str, cashier: str) -> None:
        """Adds the event that closes a local day, with what the day's report says then.

        Raises:
            JournalUnusable: nothing was written.
            ValueError: the day was closed before, or has not come yet.
        """
        from desktop.store.day_figures import read_day

        if day > at.date() or any(one.day == day for one in self.closings()):
            raise ValueError("this day cannot be closed")
        with self._writing():
            report = read_day(self._connection, self._words, day)
            sums, unknown = report.sums, report.sums.unknown.count + len(report.open_reversals)
            detail = f"{day.isoformat()} net {plain(sums.net_points)} points, {unknown} not known yet"
            self._note("day_closed", at=at, till=till, cashier=cashier, detail=detail)

    def recover(self, at: datetime) -> tuple[Attempt, ...]:
        """Marks attempts and reversals as unknown that were in flight when the till died.

        The writer calls it once at each start.

        Returns:
            Those attempts, oldest first.

        Raises:
            JournalUnusable: nothing was written.
        """
        with self._writing():
            self._recover_reversals(at)
            return tuple(
                self._step(attempt.reference, Step.LOST, StepDetails(at, trace=Trace(code=DIED)))
                for attempt in self._in_states(State.IN_FLIGHT)
            )

    def forget_members(self, before: datetime, until: datetime | None = None) -> int:
        """Deletes numbers, names and other identifiers of attempts that have been settled since before a time.

        Unsettled attempts keep their data, because settling needs the number. So do attempts that are recorded as not
        redeemed without proof, until they have been looked up once more. The masked number and its last four digits
        stay.

        Args:
            before: the time.
            until: how late it surely is (`sure_time`). An attempt that follows one of between the two times is not
                older, although the clock was set back when it was sent. None trusts the time of each attempt.

        Returns:
            The number of attempts whose data was deleted.

        Raises:
            JournalUnusable: some attempts may be done, but none in part.
        """
        forgotten, day, ahead_of = 0, 0, forgetting.LAST
        if until is not None:
            with journal_errors(self.path):
                ahead_of = forgetting.first_younger(self._connection, before, until)
        while True:
            with self._writing():
                found = forgetting.next_rows(self._connection, before, first_day=day, ahead_of=ahead_of)
                for row in found:
                    known = self._unpack(row)
                    self._replace(row, known | rows.forgotten_columns(rows.attempt_from_columns(known)))
                    reversals.forget(self._connection, known["reference"])
                if found:
                    now = datetime.now(tz=UTC).astimezone()
                    self._note("forgotten", at=now, till=self._till, cashier="", detail=str(len(found)))
                forgotten += len(found)
            # Do not read what was forgotten again.
            day = found[-1]["day"] if found else day
            if len(found) < forgetting.AT_ONCE:
                break
        if forgotten:
            self._empty_the_wal()
        return forgotten

    def merge_wal(self) -> None:
        """Makes the file alone the whole journal, before it is renamed or copied.

        Raises:
            JournalUnusable: the file does not take it, for example because the disk is full, or another program is
                reading it.
        """
        with self._emptying_the_wal():
            schema.merge_wal(self._connection, self.path)

    def close(self) -> None:
        """Closes the file, and releases the lock if `open` took it. Has no effect the second time."""
        try:
            with journal_errors(self.path):
                self._connection.close()
        finally:
            if self._own_lock is not None:
                self._own_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _step(self, reference: str, step: Step, details: StepDetails) -> Attempt:
        row = self._known_row(reference)
        known = self._unpack(row)
        attempt = rows.attempt_from_columns(known)
        change = change_of(attempt, step, details, identity=self._end.identity)
        event = self._event(step.value, details.at, attempt, request_id=change.request_id, detail=change.detail)
        return self._change(row, known, change.columns, event, newest=step is Step.SENT_AGAIN)

    @contextmanager
    def _emptying_the_wal(self) -> Iterator[None]:
        emptying = nullcontext() if self._files is None else self._files.emptying_the_wal()
        with journal_errors(self.path), emptying:
            yield

    def _empty_the_wal(self) -> None:
        # The WAL still contains the old rows. If a reader keeps it busy, it is overwritten later.
        with self._emptying_the_wal():
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT * 1000)}")
