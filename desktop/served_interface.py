"""Serves the local interface in the window: takes what its requests ask for, on the GUI thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop.local_interface import BillRequest, HandedOver, LocalInterface, Taken, Withdrawal
from desktop.pos.hand_over import HandOver, prefill_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.failures import Failure
    from desktop.flow.attach_bill import BillAnswer
    from desktop.pos.local_api.board import Board
    from desktop.session import Session


class ServedInterface(QObject):
    """The local interface, as long as port, origins and data folder stay the same. Lives on the GUI thread.

    Attributes:
        wanted: data folder, port and origins.
    """

    def __init__(
        self,
        data: Path,
        port: int,
        origins: tuple[str, ...],
        *,
        board: Board,
        take: Callable[[HandOver], bool | None],
        withdraw: Callable[[str], bool],
    ) -> None:
        """Begins to listen.

        Args:
            data: the data folder.
            port: the port.
            origins: of web pages that may call.
            board: the hand-overs at the till.
            take: serves a hand-over. Returns False if too many wait, and None if the till cannot redeem.
            withdraw: takes a hand-over back. Returns False if it is too late.
        """
        super().__init__()
        self.wanted = (data, port, origins)
        self._take = take
        self._withdraw = withdraw
        self._session: Session | None = None
        self._trouble = ""
        self._interface = LocalInterface(data, board, self)
        self._interface.handed_over.connect(self._on_handed_over)
        self._interface.withdrawn.connect(self._on_withdrawn)
        self._interface.bill_wanted.connect(self._on_bill_wanted)
        self._interface.started.connect(self._on_started)
        self._interface.serve(port, origins)

    @property
    def port(self) -> int:
        """The port that is served; 0 if none is."""
        return self._interface.port

    def follow(self, session: Session) -> None:
        """Serves in this session."""
        self._session = session
        session.controller.attempt_known.connect(self._on_outcome_known)
        session.controller.giving_back.known.connect(self._on_outcome_known)
        # Only now is an outcome recorded that was unknown while the cashier waits.
        session.telling.told.connect(self._on_outcome_known)
        self._warn()

    def leave(self) -> None:
        """The session has ended. Requests are refused until the next one begins."""
        self._session = None
        self._interface.give_up()

    def stop(self, *, wait: bool = False) -> None:
        """Stops listening.

        Args:
            wait: True until the last answers have left.
        """
        self._session = None
        self._interface.stop(wait=wait)
        self.deleteLater()

    @Slot(str)
    def note_opened(self, hand_over_id: str) -> None:
        """A hand-over is at the counter."""
        self._interface.board.open(hand_over_id)

    @Slot(object)
    def _on_handed_over(self, handed: HandedOver) -> None:
        fields = dict(handed.fields)
        ticket = handed.ticket
        give_back = fields.get("give_back", "")
        hand_over = HandOver(prefill_of(fields), "", ticket, give_back=give_back, id=ticket.hand_over_id)
        if handed.answer.set_running_or_notify_cancel():
            taken = self._take(hand_over)
            if taken is None:
                # The caller may have its id already, and would wait for an outcome.
                handed.ticket.answer({})
            handed.answer.set_result(Taken.NOT_READY if taken is None else Taken.YES if taken else Taken.QUEUE_FULL)

    @Slot(object)
    def _on_withdrawn(self, asked: Withdrawal) -> None:
        if asked.answer.set_running_or_notify_cancel():
            asked.answer.set_result(self._withdraw(asked.hand_over_id))

    @Slot(object)
    def _on_bill_wanted(self, asked: BillRequest) -> None:
        session = self._session
        if session is None:
            asked.answer.cancel()
        else:
            session.bills.attach(asked.reference, asked.bill, partial(_answer_bill, asked))

    @Slot(object)
    def _on_outcome_known(self, _outcome: object) -> None:
        self._interface.board.touch()

    @Slot(str)
    def _on_started(self, trouble: str) -> None:
        self._trouble = trouble
        self._warn()

    def _warn(self) -> None:
        """Says in the window that the interface is not served. Redeeming goes on."""
        if self._trouble and self._session is not None:
            text = QCoreApplication.translate(
                "LocalInterface",
                "The POS cannot reach this till through port {port}, maybe because another program uses it. You can "
                "redeem as usual. Tell support.",
            )
            self._session.controller.add_standing_warning(text.format(port=self.wanted[1]))


def _answer_bill(asked: BillRequest, found: BillAnswer | Failure) -> None:
    if asked.answer.set_running_or_notify_cancel():
        asked.answer.set_result(found)
