"""Serves the local interface in the window: takes what its requests ask for, on the GUI thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop.domain.failures import Failure, JournalUnusable
from desktop.local_interface import BillRequest, HandedOver, LocalInterface, Taken, Withdrawal
from desktop.pos.hand_over import HandOver, prefill_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.flow.attach_bill import BillAnswer
    from desktop.session import Session

_log = logging.getLogger(__name__)


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
        take: Callable[[HandOver], bool | None],
        withdraw: Callable[[str], bool],
    ) -> None:
        """Begins to listen.

        Args:
            data: the data folder.
            port: the port.
            origins: of web pages that may call.
            take: serves a hand-over. Returns False if too many wait, and None if the till cannot redeem.
            withdraw: takes a hand-over back. Returns False if it is too late.
        """
        super().__init__()
        self.wanted = (data, port, origins)
        self._take = take
        self._withdraw = withdraw
        self._session: Session | None = None
        self._trouble = ""
        self._interface = LocalInterface(data, self)
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
        self._warn()

    def stop(self) -> None:
        """Stops listening."""
        self._interface.stop()
        self.deleteLater()

    @Slot(str)
    def note_opened(self, hand_over_id: str) -> None:
        """A hand-over is at the counter."""
        self._interface.board.open(hand_over_id)

    @Slot(object)
    def _on_handed_over(self, handed: HandedOver) -> None:
        fields = dict(handed.fields)
        hand_over = HandOver(prefill_of(fields), "", handed.ticket, give_back=fields.get("give_back", ""))
        taken = self._take(hand_over)
        handed.answer.set_result(Taken.NOT_READY if taken is None else Taken.YES if taken else Taken.QUEUE_FULL)

    @Slot(object)
    def _on_withdrawn(self, asked: Withdrawal) -> None:
        asked.answer.set_result(self._withdraw(asked.hand_over_id))

    @Slot(object)
    def _on_bill_wanted(self, asked: BillRequest) -> None:
        def answer(found: BillAnswer | Failure) -> None:
            if isinstance(found, Failure):
                asked.answer.set_exception(found if isinstance(found, JournalUnusable) else RuntimeError(found.support))
            else:
                asked.answer.set_result(found)

        if self._session is not None:
            self._session.bills.attach(asked.reference, asked.bill, answer)

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
