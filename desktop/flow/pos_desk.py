"""Tells the POS the outcomes of hand-overs: in its files, and again when one becomes known or turns out otherwise."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import Failure, JournalUnusable
from desktop.domain.hand_over_record import ExpectedFile
from desktop.flow.outcome_reader import CHANGEABLE, UNKNOWN, OutcomeReader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop.domain.hand_over_record import HandOverRecord, JournalPosition
    from desktop.flow.outcome_reader import OutcomeJournal
    from desktop.flow.ports import Clock

_log = logging.getLogger(__name__)

_KEPT = timedelta(days=7)
"""How long the id of a hand-over is known. With it the till keeps the member's number that was handed over."""


class Records(Protocol):
    """What the till remembers for the POS (`store.pos_records`). Every method raises `JournalUnusable`."""

    def expect(self, file: ExpectedFile) -> None:
        """Records durably that a file is about to have an outcome that may change."""

    def expected(self) -> tuple[ExpectedFile, ...]:
        """Returns the files whose outcome may change."""

    def forget_file(self, path: str) -> None:
        """Forgets a file."""

    def find(self, hand_over_id: str) -> HandOverRecord | None:
        """Returns a hand-over of the local interface."""

    def lost(self) -> tuple[HandOverRecord, ...]:
        """Returns the hand-overs that came to the counter and have no final outcome told, oldest first."""

    def open(self, hand_over_id: str, at: JournalPosition) -> None:
        """Records durably that the customer is at the counter now."""

    def tell(
        self, hand_over_id: str, told: Mapping[str, object], *, reference: str, reversal_id: str, is_done: bool
    ) -> None:
        """Records durably what the POS is about to be told."""

    def forget(self, before: datetime) -> int:
        """Deletes hand-overs that are older, with what was handed over. Returns how many there were."""

    def close(self) -> None:
        """Closes the file."""


class ResultFiles(Protocol):
    """The files that the POS names."""

    def tell(self, record: Mapping[str, object], path: str) -> None:
        """Writes an outcome, completely or not at all.

        Raises:
            NotHandedBack: it cannot be written.
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
        hand_over_id: of a hand-over of the local interface; empty for another one.
        reversal_id: the till's own id of the reversal that it is about; empty if it is about none.
        is_done: True if the cashier has finished with the hand-over.
        is_again: True if it was told before, but the file could not be written, which the cashier knows.
    """

    record: Mapping[str, str | None]
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
    ) -> None:
        """Opens nothing yet, because most starts have nothing to tell."""
        self._open_journal = open_journal
        self._open_records = open_records
        self._files = files
        self._clock = clock
        self._journal: OutcomeJournal | None = None
        self._records: Records | None = None
        self._opened: set[str] = set()
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
        if self._records is None:
            self._records = self._open_records()
        return self._records

    def open_hand_over(self, hand_over_id: str) -> None:
        """Records where the journal is when a customer of the local interface comes to the counter.

        Whatever is sent from now on belongs to this customer, until the outcome is told.

        Raises:
            JournalUnusable: it could not be recorded yet.
        """
        self._opened.add(hand_over_id)
        at = self.journal.position
        self._unremembered.append(lambda: self.records.open(hand_over_id, at))
        self._remember_all()

    def tell(self, telling: Telling) -> Told:
        """Tells an outcome. Adds the earlier redemption of the same bill, if the journal has one."""
        record = self._with_earlier(telling.record)
        self._unremembered.append(lambda: self._remember(telling, record))
        self._try_to_remember()
        if not telling.path:
            return Told(record)
        try:
            self._files.tell(record, telling.path)
        except Failure as failure:
            return Told(record) if telling.is_again else Told(record, failure, telling.path)
        return Told(record)

    def catch_up(self) -> None:
        """Rewrites the files whose outcome is another one by now: it is known, or points moved although it said no.

        A file that the POS has taken away, or that is about another hand-over by now, is left alone. One that cannot be
        read now is looked at again later.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        self._remember_all()
        for file in self.records.expected():
            try:
                said = self._files.told(file.path) or {}
            except Failure as failure:
                # The folder may be on another machine, or locked. The file may still say `unknown`.
                _log.warning("a file of the POS cannot be read: %s", failure.support)
                continue
            is_ours = said.get("outcome") in CHANGEABLE and said.get("external_reference_number") == file.reference
            known = self._reader.known(file.reference, file.reversal_id, said) if is_ours else None
            if known is not None and known.record["outcome"] != said["outcome"]:
                try:
                    self._files.tell(self._with_earlier(known.record), file.path)
                except Failure as failure:
                    # The next start tries again.
                    _log.warning("a file of the POS still says %s: %s", said["outcome"], failure.support)
                    continue
            if known is None or not known.may_change:
                self.records.forget_file(file.path)

    def conclude_lost(self) -> None:
        """Records the outcome of hand-overs that were at the counter when the till ended without telling it.

        Also deletes old hand-overs, whether or not the local interface is still served.

        Call it at a start, before anything is sent: what is sent from now on belongs to other customers.

        Raises:
            JournalUnusable: the journal cannot be read, or it could not be recorded yet.
        """
        self._has_to_conclude = True
        for one in self.records.lost():
            if one.id in self._opened:
                # It came to the counter before this was called, and is there now.
                continue
            told, reference, reversal_id = self._reader.lost(one)
            self.records.tell(one.id, told, reference=reference, reversal_id=reversal_id, is_done=True)
        self.records.forget(self._clock.now() - _KEPT)
        self._has_to_conclude = False

    def _try_to_remember(self) -> None:
        try:
            self._remember_all()
        except JournalUnusable as trouble:
            _log.warning("an outcome is told, but not remembered yet: %s", trouble.support)

    def _remember_all(self) -> None:
        """Records what came to the counter and what was told, in its order. What could not be recorded is tried again.

        A hand-over without a recorded outcome would get that of the next customer.
        """
        if self._has_to_conclude:
            self.conclude_lost()
        while self._unremembered:
            self._unremembered[0]()
            self._unremembered.popleft()

    def _remember(self, telling: Telling, record: Mapping[str, object]) -> None:
        if telling.path and self._may_change(telling, record):
            self.records.expect(
                ExpectedFile(path=telling.path, reference=telling.reference, reversal_id=telling.reversal_id)
            )
        elif telling.path and any(one.path == telling.path for one in self.records.expected()):
            self.records.forget_file(telling.path)
        if telling.hand_over_id:
            self.records.tell(
                telling.hand_over_id,
                record,
                reference=telling.reference,
                reversal_id=telling.reversal_id,
                # If it is not even known what was sent, the journal says it at the next start.
                is_done=telling.is_done and (record["outcome"] != UNKNOWN or bool(telling.reference)),
            )

    def _may_change(self, telling: Telling, record: Mapping[str, object]) -> bool:
        """True if the outcome may be another one later, or is already."""
        if not telling.reference or record["outcome"] not in CHANGEABLE:
            return False
        if record["outcome"] == UNKNOWN:
            return True
        known = self._reader.known(telling.reference, telling.reversal_id)
        return known is not None and (known.may_change or known.record["outcome"] != record["outcome"])

    @property
    def _reader(self) -> OutcomeReader:
        return OutcomeReader(self.journal)

    def _with_earlier(self, record: Mapping[str, object]) -> Mapping[str, object]:
        try:
            return self._reader.with_earlier(record) if record.get("bill") else record
        except JournalUnusable as trouble:
            # The POS needs the outcome, even if the history cannot be read.
            _log.warning("no earlier redemption could be looked up: %s", trouble.support)
            return record

    def close(self) -> None:
        """Closes the files."""
        self._try_to_remember()
        journal, self._journal = self._journal, None
        records, self._records = self._records, None
        for one in (journal, records):
            if one is not None:
                one.close()
