"""Tells the POS the outcomes of hand-overs: in its files, and again when one becomes known or turns out otherwise."""

from __future__ import annotations

import logging
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import Failure, JournalTrouble, JournalUnusable, NotHandedBack
from desktop.domain.hand_over_record import NO_FOLDER, RESULT, AwaitedFile, ExpectedFile
from desktop.flow.outcome_reader import CHANGEABLE, UNKNOWN, OutcomeReader, is_unsent_give_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from desktop.domain.hand_over_record import HandOverRecord, JournalPosition
    from desktop.flow.outcome_reader import Known, OutcomeJournal
    from desktop.flow.ports import Clock, SureTime

_log = logging.getLogger(__name__)

_REFERENCE = "external_reference_number"

_NO_HISTORY = "The till's journal cannot be read, so an earlier redemption of this bill may be missing here."
"""What the POS is told, in English, if that is so."""

_KEPT = timedelta(days=7)
"""How long the id of a hand-over is known. With it the till keeps the member's number that was handed over."""


class Records(Protocol):
    """What the till remembers for the POS (`store.pos_records`). Every method raises `JournalUnusable`."""

    @property
    def is_in_place(self) -> bool:
        """False if another file has taken its place."""

    def expect(self, file: ExpectedFile) -> None:
        """Records durably that a file is about to have an outcome that may change."""

    def expected(self) -> tuple[ExpectedFile, ...]:
        """Returns the files whose outcome may change."""

    def forget_file(self, path: str) -> None:
        """Forgets a file."""

    def find(self, hand_over_id: str) -> HandOverRecord | None:
        """Returns a hand-over of the local interface."""

    def lost(self) -> tuple[HandOverRecord, ...]:
        """Returns the hand-overs without a final outcome, and those whose file may not have it, oldest first."""

    def await_file(self, record: HandOverRecord, file: AwaitedFile) -> None:
        """Records durably that the POS expects the outcome of a hand-over in a file, and no earlier one there."""

    def awaited(self, hand_over_id: str) -> AwaitedFile | None:
        """Returns the file that may not have the last outcome of a hand-over; None if there is none."""

    def note_published(self, hand_over_id: str, file: AwaitedFile) -> None:
        """Records that a file has the outcome of a hand-over, for a later one that waits and named the same file."""

    def forget_awaited(self, hand_over_id: str) -> None:
        """Forgets the file of a hand-over."""

    def open(self, hand_over_id: str, at: JournalPosition) -> None:
        """Records durably that the customer is at the counter now."""

    def tell(
        self,
        hand_over_id: str,
        told: Mapping[str, object],
        *,
        reference: str,
        reversal_id: str,
        is_done: bool,
        file: AwaitedFile | None = None,
    ) -> None:
        """Records durably what the POS is about to be told, and with which prepared file if there is one.

        If the cashier has finished, and there is none, its file is not waited for any more.
        """

    def sure_time(self, now: datetime) -> datetime | None:
        """Returns how late it surely is by the hand-overs that came (`SureTime`); None if that is not known."""

    def forget(self, before: datetime, until: datetime) -> int:
        """Deletes hand-overs that are older, with what was handed over. Returns how many there were.

        What follows one of between the two times is not older, although the clock was set back when it came.
        """

    def close(self) -> None:
        """Closes the file."""


class ResultFiles(Protocol):
    """The files that the POS names. An outcome is prepared beside a file, and then takes its place in one step.

    So after a power cut it is certain whether the POS got an outcome, even if it has taken the file away since. No
    method waits long for a folder that does not answer, because other hand-overs wait meanwhile.
    """

    def prepare(self, record: Mapping[str, object], path: str, hand_over_id: str, *, makes_folder: bool) -> str:
        """Writes an outcome durably to a new file beside the POS's. Returns its name.

        Args:
            record: the outcome.
            path: the POS's file.
            hand_over_id: of the hand-over that it is about; empty if that is not known.
            makes_folder: True to create a missing folder.

        Raises:
            NotHandedBack: it cannot be written.
        """

    def publish(self, path: str, prepared: str) -> None:
        """Puts a prepared file in the place of the POS's.

        Raises:
            NotHandedBack: that cannot be done. The prepared file is gone.
        """

    def is_prepared(self, path: str, prepared: str) -> bool:
        """True if a prepared file has not been published.

        Raises:
            NotHandedBack: its folder cannot be used now.
        """

    def discard(self, path: str, hand_over_id: str, *, but: str = "") -> None:
        """Removes what was prepared for a hand-over, but for one name, also if that was never recorded."""

    def state(self, path: str) -> str:
        """Returns what tells whether a file has been changed or replaced since; empty if there is none.

        `NO_FOLDER` says that its folder is missing, or cannot be looked into.
        """

    def told(self, path: str) -> Mapping[str, object] | None:
        """Returns the outcome that a file has; None if it is gone, or has something else in it.

        Raises:
            NotHandedBack: it cannot be read now.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An outcome to tell.

    Attributes:
        record: the result, without an earlier redemption.
        path: the file for it; empty for none.
        reference: of the redemption that it is about; empty if nothing was sent.
        hand_over_id: of the hand-over.
        reversal_id: the till's own id of the reversal that it is about; empty if it is about none.
        is_done: True if the cashier has finished with the hand-over.
        is_again: True if it was told before, but the file could not be written, which the cashier knows.
    """

    record: Mapping[str, object]
    path: str = ""
    reference: str = ""
    hand_over_id: str = ""
    reversal_id: str = ""
    is_done: bool = True
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome that was told.

    Attributes:
        record: the result, with the earlier redemption of the same bill.
        failure: why the file could not be written; None if it was, there is none, or the cashier knows.
        path: the file that could not be written; empty without a failure.
    """

    record: Mapping[str, object]
    failure: Failure | None = None
    path: str = ""


class PosDesk:
    """Tells outcomes. Belongs to one thread.

    What this class remembers beside the journal is a help for the POS. If it cannot be written, the outcome is told all
    the same.
    """

    def __init__(
        self,
        open_journal: Callable[[], OutcomeJournal],
        open_records: Callable[[], Records],
        files: ResultFiles,
        clock: Clock,
        sure_time: SureTime,
    ) -> None:
        """Opens nothing yet, because most starts have nothing to tell."""
        self._open_journal = open_journal
        self._open_records = open_records
        self._files = files
        self._clock = clock
        self._sure_time = sure_time
        self._journal: OutcomeJournal | None = None
        self._records: Records | None = None
        self._taken: dict[str, str] = {}
        self._unremembered: deque[Callable[[], None]] = deque()
        self._has_to_conclude = False

    @property
    def journal(self) -> OutcomeJournal:
        """The journal, for reading.

        Raises:
            JournalUnusable: it cannot be opened. The next use tries again.
        """
        if self._journal is None:
            self._journal = self._open_journal()
        return self._journal

    @property
    def records(self) -> Records:
        """What the till remembers for the POS.

        Raises:
            JournalUnusable: it cannot be opened. The next use tries again.
        """
        if self._records is not None and not self._records.is_in_place:
            self._close_records()
        if self._records is None:
            self._records = self._open_records()
        return self._records

    def expect_file(self, hand_over: HandOverRecord) -> None:
        """Records that the POS expects the outcome of a hand-over in a file, so that a later start can write it.

        Raises:
            JournalUnusable: it could not be recorded yet.
        """
        path = self._taken[hand_over.id] = hand_over.fields[RESULT]
        file = AwaitedFile(path=path, seen=self._files.state(path))
        self._unremembered.append(lambda: self.records.await_file(hand_over, file))
        self._remember_all()

    def open_hand_over(self, hand_over_id: str) -> None:
        """Records where the journal is when a customer of the POS comes to the counter.

        Nothing was sent for this customer before.

        Raises:
            JournalUnusable: it could not be recorded yet.
        """
        self._taken.setdefault(hand_over_id, "")
        at = self.journal.position
        self._unremembered.append(lambda: self.records.open(hand_over_id, at))
        self._remember_all()

    def tell(self, telling: Telling) -> Told:
        """Tells an outcome. Adds the earlier redemption of the same bill, if the journal has one."""
        record = self._with_earlier(telling.record)
        # If it is not even known what was sent, the journal says it at the next start.
        is_done = telling.is_done and (record["outcome"] != UNKNOWN or bool(telling.reference))
        file, failure = None, None
        if telling.path:
            try:
                file = self._prepare(record, telling.path, telling.hand_over_id)
            except Failure as trouble:
                failure = trouble
        self._unremembered.append(lambda: self._remember(telling, record, file, is_done=is_done))
        self._try_to_remember()
        if file is not None:
            try:
                self._files.publish(file.path, file.prepared)
            except Failure as trouble:
                failure = trouble
                unpublished = replace(file, prepared="")
                # Otherwise the next start would take the prepared file, which is gone, for one that the POS got.
                self._unremembered.append(lambda: self._remember(telling, record, unpublished, is_done=is_done))
            else:
                published = replace(file, seen=self._files.state(file.path))
                self._unremembered.append(lambda: self._note_published(telling, record, published))
            self._try_to_remember()
        if telling.path and telling.hand_over_id and is_done:
            # One that could not be written is tried again when the cashier has finished, but not at the next start.
            self._unremembered.append(lambda: self.records.forget_awaited(telling.hand_over_id))
        return Told(record) if failure is None or telling.is_again else Told(record, failure, telling.path)

    def catch_up(self) -> None:
        """Rewrites the files whose outcome is another one by now: it is known, or points moved although it said no.

        A file that the POS has taken away, or that is about another hand-over by now, is left alone. One that cannot be
        read now is looked at again later.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        self._remember_all()
        with self._reopening_records():
            expected = self.records.expected()
        for file in expected:
            try:
                said = self._files.told(file.path) or {}
            except Failure as failure:
                # The folder may be on another machine, or locked. The file may still say `unknown`.
                _log.warning("a file of the POS cannot be read: %s", failure.support)
                continue
            known = self._known(file, said) if self._is_ours(file, said) else None
            # A till that was killed while it did this has left one.
            self._files.discard(file.path, file.reference)
            if known is not None and any(known.record[name] != said[name] for name in ("outcome", _REFERENCE)):
                try:
                    fresh = self._prepare(self._with_earlier(known.record), file.path, file.reference)
                    self._files.publish(fresh.path, fresh.prepared)
                except Failure as failure:
                    # The next start tries again.
                    _log.warning("a file of the POS still says %s: %s", said["outcome"], failure.support)
                    continue
            if known is None or not known.may_change:
                self.records.forget_file(file.path)

    def conclude_lost(self) -> None:
        """Records and writes the outcome of hand-overs that were at the till when it ended without telling it.

        Also deletes old hand-overs, whether or not the local interface is still served.

        Raises:
            JournalUnusable: the journal cannot be read, or it could not be recorded yet.
        """
        self._has_to_conclude = True
        for one in self.records.lost():
            # One that came before this was called is at the till now.
            if one.id not in self._taken:
                self._conclude(one)
        now = self._clock.now()
        # Nothing may have been redeemed for long, because all customers that the POS handed over were cancelled.
        known = [at for at in (self._sure_time(now), self.records.sure_time(now)) if at is not None]
        if known:
            self.records.forget(max(known) - _KEPT, max(known))
        self._has_to_conclude = False

    def _conclude(self, lost: HandOverRecord) -> None:
        if lost.is_done and lost.told is not None:
            told, reference, reversal_id = lost.told, lost.reference, lost.reversal_id
        else:
            told, reference, reversal_id = self._reader.lost(lost)
        made = Telling(record=told, reference=reference, reversal_id=reversal_id, hand_over_id=lost.id)
        file = self.records.awaited(lost.id)
        try:
            if file is not None and self._is_owed(lost, file, told):
                self._write_owed(replace(made, path=file.path), file)
            else:
                if RESULT in lost.fields:
                    self._files.discard(lost.fields[RESULT], lost.id)
                self._remember(made, told, None, is_done=True)
        except NotHandedBack as failure:
            # The next start tries again.
            _log.warning("the POS still waits for a file: %s", failure.support)
            return
        self.records.forget_awaited(lost.id)

    def _write_owed(self, made: Telling, file: AwaitedFile) -> None:
        """Writes a file that a lost hand-over has not got.

        Raises:
            NotHandedBack: it cannot be written.
            JournalUnusable: it could not be recorded. Nothing was written.
        """
        fresh = self._prepare(made.record, made.path, made.hand_over_id, makes_folder=file.seen == NO_FOLDER)
        try:
            self._remember(made, made.record, fresh, is_done=True)
        except JournalUnusable:
            self._files.discard(made.path, made.hand_over_id, but=file.prepared)
            raise
        self._files.discard(made.path, made.hand_over_id, but=fresh.prepared)
        try:
            self._files.publish(made.path, fresh.prepared)
        except NotHandedBack:
            self._remember(made, made.record, replace(fresh, prepared=""), is_done=True)
            raise
        _log.info("wrote the outcome of a hand-over that was at the till when it ended: %s", made.record["outcome"])

    def _is_owed(self, lost: HandOverRecord, file: AwaitedFile, told: Mapping[str, object]) -> bool:
        """True if the POS has not got this outcome in its file, and the file is not for anything else by now.

        Raises:
            NotHandedBack: the file cannot be read now, or its folder is gone. It may be on a disk that comes back, or
                belong to another login.
        """
        if file.seen != NO_FOLDER and self._files.state(file.path) == NO_FOLDER:
            raise NotHandedBack
        if file.path in self._taken.values():
            return False
        if not file.prepared or self._files.is_prepared(file.path, file.prepared):
            # Nothing of this hand-over has been in the file, or not the last that was told. If there is no file, no one
            # else's outcome is replaced.
            if self._files.state(file.path) in {file.seen, ""}:
                return True
            # A folder that did not answer at the hand-over may have had a file already, made for its mode.
            return file.seen == NO_FOLDER and self._files.told(file.path) is None
        said, before = self._files.told(file.path) or {}, lost.told or {}
        # `catch_up` may have told the same redemption's outcome since.
        is_ours = said == before or (bool(before.get(_REFERENCE)) and said.get(_REFERENCE) == before[_REFERENCE])
        news = ("outcome", _REFERENCE, "message", "reversed_points")
        return is_ours and any(said.get(name) != told.get(name) for name in news)

    def _prepare(
        self, record: Mapping[str, object], path: str, hand_over_id: str = "", *, makes_folder: bool = True
    ) -> AwaitedFile:
        prepared = self._files.prepare(record, path, hand_over_id, makes_folder=makes_folder)
        return AwaitedFile(path=path, seen=self._files.state(path), prepared=prepared)

    def _try_to_remember(self) -> None:
        try:
            self._remember_all()
        except JournalUnusable as trouble:
            _log.warning("an outcome is told, but not remembered yet: %s", trouble.support)
        except Exception:  # noqa: BLE001 - a mistake in the program, logged in full; the POS needs the outcome
            _log.exception("an outcome is told, but not remembered")

    def _remember_all(self) -> None:
        """Records what came to the till and what was told, in its order. What could not be recorded is tried again."""
        with self._reopening_records():
            if self._has_to_conclude:
                self.conclude_lost()
            while self._unremembered:
                self._unremembered[0]()
                self._unremembered.popleft()

    @contextmanager
    def _reopening_records(self) -> Iterator[None]:
        """Closes records that are damaged. Opening them again keeps the file aside."""
        try:
            yield
        except JournalUnusable as trouble:
            if trouble.why is JournalTrouble.DAMAGED:
                self._close_records()
            raise

    def _close_records(self) -> None:
        records, self._records = self._records, None
        if records is not None:
            records.close()

    def _remember(
        self, telling: Telling, record: Mapping[str, object], file: AwaitedFile | None, *, is_done: bool
    ) -> None:
        if telling.path and self._may_change(telling, record):
            self._expect(telling)
        elif not (file and file.prepared) and telling.reference and self._is_expected(telling):
            # The file still says what it said before.
            self._expect(telling)
        if telling.hand_over_id:
            self.records.tell(
                telling.hand_over_id,
                record,
                reference=telling.reference,
                reversal_id=telling.reversal_id,
                is_done=is_done,
                file=file,
            )

    def _note_published(self, telling: Telling, record: Mapping[str, object], file: AwaitedFile) -> None:
        self.records.note_published(telling.hand_over_id, file)
        if not self._may_change(telling, record) and any(one.path == file.path for one in self.records.expected()):
            self.records.forget_file(file.path)

    def _expect(self, telling: Telling) -> None:
        self.records.expect(
            ExpectedFile(
                path=telling.path,
                reference=telling.reference,
                reversal_id=telling.reversal_id,
                hand_over_id=telling.hand_over_id,
            )
        )

    def _is_expected(self, telling: Telling) -> bool:
        """True if a file may have an earlier outcome of the same hand-over."""
        expected = (one for one in self.records.expected() if one.path == telling.path)
        return any(one.hand_over_id == telling.hand_over_id for one in expected)

    def _may_change(self, telling: Telling, record: Mapping[str, object]) -> bool:
        """True if the outcome may be another one later, or is already."""
        if not telling.reference or record["outcome"] not in CHANGEABLE:
            return False
        if record["outcome"] == UNKNOWN:
            return True
        known = self._reader.known(telling.reference, telling.reversal_id, hand_over=telling.hand_over_id)
        return known is not None and (known.may_change or known.record["outcome"] != record["outcome"])

    def _is_ours(self, file: ExpectedFile, said: Mapping[str, object]) -> bool:
        """True if a file has an outcome of its hand-over that may be another one by now.

        That may be of an attempt before the last one, because the last outcome could not be written.
        """
        reference = said.get(_REFERENCE)
        # The POS may have written anything there, also a list, which no set can be asked for.
        if str(said.get("outcome")) not in CHANGEABLE or not isinstance(reference, str) or not reference.isascii():
            return False
        is_same = bool(file.hand_over_id) and file.hand_over_id in self.journal.hand_overs(reference)
        return reference == file.reference or is_same

    def _known(self, file: ExpectedFile, said: Mapping[str, object]) -> Known | None:
        return self._reader.known(file.reference, file.reversal_id, said, file.hand_over_id)

    @property
    def _reader(self) -> OutcomeReader:
        return OutcomeReader(self.journal)

    def _with_earlier(self, record: Mapping[str, object]) -> Mapping[str, object]:
        if not record.get("bill") and not is_unsent_give_back(record):
            return record
        try:
            return self._reader.with_earlier(record)
        except JournalUnusable as trouble:
            # The POS needs the outcome, even if the history cannot be read.
            _log.warning("no earlier redemption could be looked up: %s", trouble.support)
            return {**record, "message": record.get("message") or _NO_HISTORY}

    def close(self) -> None:
        """Closes the files."""
        self._try_to_remember()
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()
        self._close_records()
