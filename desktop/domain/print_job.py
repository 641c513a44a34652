"""Defines a print job, its states, and which step may follow which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.failures import PaperFailed, PaperTrouble

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.paper import Paper, PaperDocument


class PrintState(StrEnum):
    """How far a job is.

    `TAKEN` means that the printer or its queue has the job. Whether it is on paper is then not known, and stays so if
    the printer cannot tell. `PRINTED` means that the printer or its queue said so.
    """

    WAITING = "waiting"
    SENDING = "sending"
    TAKEN = "taken"
    PRINTED = "printed"
    FAILED = "failed"


_STEPS: dict[PrintState, frozenset[PrintState]] = {
    PrintState.WAITING: frozenset({PrintState.SENDING, PrintState.FAILED}),
    PrintState.SENDING: frozenset({PrintState.TAKEN, PrintState.PRINTED, PrintState.FAILED}),
    PrintState.TAKEN: frozenset({PrintState.PRINTED, PrintState.FAILED}),
    PrintState.PRINTED: frozenset(),
    PrintState.FAILED: frozenset(),
}

_PERHAPS_ON_PAPER = frozenset(
    {PaperTrouble.HALF, PaperTrouble.HANGING, PaperTrouble.STOPPED, PaperTrouble.CANCELLED, PaperTrouble.PRINTER}
)
"""Failures after which a part or all of the document may have come out, at whatever time they happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One document for one printer.

    Attributes:
        number: given by the queue, in the order of the requests; 0 before that.
        reference: of the redemption that the document belongs to; empty for others, such as a test print.
        document: what is printed.
        printer: as the settings name it.
        paper: that the document is laid out for.
        opens_drawer: True to open the cash drawer.
        state: how far it is.
        why: why it failed; None unless it has.
        queue_job: the job's name in the system's queue; empty if it is not in one.
        has_begun: True if a network printer failed after it had been sent the document.
        begun: when it was requested.
        at: when it got into this state.
    """

    number: int = 0
    reference: str = ""
    document: PaperDocument
    printer: str
    paper: Paper
    opens_drawer: bool = False
    state: PrintState = PrintState.WAITING
    why: PaperTrouble | None = None
    queue_job: str = ""
    has_begun: bool = False
    begun: datetime
    at: datetime

    def step(
        self,
        state: PrintState,
        at: datetime,
        *,
        why: PaperTrouble | None = None,
        queue_job: str = "",
        has_begun: bool = False,
    ) -> PrintJob:
        """Returns the job in its next state.

        Raises:
            ValueError: no such step follows, or a failure has no reason.
        """
        if state not in _STEPS[self.state] or (state is PrintState.FAILED) != (why is not None):
            raise ValueError(f"no step from {self.state.value} to {state.value}")
        return replace(self, state=state, at=at, why=why, queue_job=queue_job or self.queue_job, has_begun=has_begun)

    @property
    def is_open(self) -> bool:
        """True if the job still has to be sent, or its queue can still be asked about it."""
        return self.state in {PrintState.WAITING, PrintState.SENDING} or self.is_in_queue

    @property
    def is_in_queue(self) -> bool:
        """True if a queue of the system has the job and can be asked about it."""
        return self.state is PrintState.TAKEN and bool(self.queue_job)

    @property
    def may_be_on_paper(self) -> bool:
        """True if a part or all of the document may have come out, so that another print is a copy.

        What a queue has taken may have come out in part before the paper ended, or come out later in spite of a fault.
        """
        has_left = self.state in {PrintState.SENDING, PrintState.TAKEN, PrintState.PRINTED}
        return has_left or self.why in _PERHAPS_ON_PAPER or self.has_begun or bool(self.queue_job)

    @property
    def short_reference(self) -> str:
        """The reference as a cashier may read it out; empty if the document belongs to no redemption."""
        return f"{self.reference[:4]}…{self.reference[-4:]}" if self.reference else ""

    @property
    def failure(self) -> PaperFailed | None:
        """The failure to show; None unless the job has failed."""
        return None if self.why is None else PaperFailed(self.why)

    def again(self, at: datetime, *, printer: str, paper: Paper) -> PrintJob:
        """Returns a new job with the same document. It is marked as a copy if this one may be on paper.

        Args:
            at: now.
            printer: the same printer, or another one.
            paper: in that printer.
        """
        return replace(
            self,
            number=0,
            document=self.document.as_copy() if self.may_be_on_paper else self.document,
            printer=printer,
            paper=paper,
            # A reprint must not open the drawer without a sale.
            opens_drawer=self.opens_drawer and not self.may_be_on_paper,
            state=PrintState.WAITING,
            why=None,
            queue_job="",
            has_begun=False,
            begun=at,
            at=at,
        )
