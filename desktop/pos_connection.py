"""Connects the POS's side to the window: second starts, links, and the hand-overs that it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.command_line import complain
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure
from desktop.gui.requested_give_back import RequestedGiveBack
from desktop.pos.give_backs import GiveBacks
from desktop.pos.hand_over import HandOverError, HandOvers, own_hand_over, read_hand_over
from desktop.pos.single_instance import SecondStartServer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtNetwork import QLocalSocket

    from desktop.pos.hand_over import HandOver, StartArguments
    from desktop.session import Session


class PosConnection:
    """Serves hand-overs in the current session. A new session begins with new settings, and in training."""

    def __init__(self, config: Path, root: Path, close_window: Callable[[], None]) -> None:
        """Does not listen yet.

        Args:
            config: the folder of the settings file.
            root: the data folder; in training the one that contains the training folder.
            close_window: called when the customer that this program was started for is done.
        """
        self._config = config
        self._root = root
        self._close_window = close_window
        self._session: Session | None = None
        self._hand_overs: HandOvers | None = None
        self._give_backs: GiveBacks | None = None
        self._server: SecondStartServer | None = None

    def listen(self, data: Path) -> None:
        """Listens for second starts on a data folder, and no longer on another one."""
        if self._server is not None:
            self._server.close()
        self._server = SecondStartServer(data)
        self._server.handed_over.connect(self.on_handed_over)

    def follow(self, session: Session) -> None:
        """Serves the following hand-overs in this session."""
        self._session = session
        self._hand_overs = self._give_backs = None

    def serve_own(self, arguments: StartArguments) -> None:
        """Serves the hand-over that this program was started for."""
        self.serve([own_hand_over(arguments)])

    def on_handed_over(self, message: dict[str, object], caller: QLocalSocket) -> None:
        """Serves what a second start or a link hands over, or brings the window to the front if that is nothing.

        Args:
            message: what was handed over.
            caller: the connection that waits for an answer.
        """
        session = self._session
        if session is None:
            return
        if not message.get("handed_over"):
            _bring_to_front(session)
            SecondStartServer.answer(caller, {"code": int(ExitCode.DONE)})
            return
        try:
            hand_over = read_hand_over(message, caller, paths.own_folders(self._config, self._root))
        except HandOverError as error:
            SecondStartServer.answer(
                caller, {"code": int(ExitCode.USAGE), "error": f"nothing was handed over: {error}"}
            )
            return
        is_taken = self._take(session, hand_over)
        if is_taken:
            _bring_to_front(session)
        if hand_over.by_link:
            SecondStartServer.answer(caller, {"code": int(ExitCode.DONE if is_taken else ExitCode.CANCELLED)})

    def withdraw(self) -> list[HandOver]:
        """Gives back the hand-overs that can be served in the next session."""
        waiting = self._give_backs.withdraw() if self._give_backs is not None else []
        return waiting + (self._hand_overs.withdraw() if self._hand_overs is not None else [])

    def serve(self, hand_overs: Sequence[HandOver]) -> None:
        """Serves hand-overs that another session has given back."""
        for hand_over in hand_overs:
            if self._session is not None:
                self._take(self._session, hand_over)

    def _take(self, session: Session, hand_over: HandOver) -> bool:
        if hand_over.give_back:
            return self._give_backs_of(session).take(hand_over)
        return self._hand_overs_of(session).take(hand_over)

    def end(self, session: Session) -> ExitCode | None:
        """Reports every outcome that is left, and stops serving. Call it after the session's workers have ended.

        Returns:
            The exit code for the POS; None if nothing was handed over in this session.
        """
        self._session = None
        if self._hand_overs is None:
            return None
        if self._give_backs is not None:
            self._give_backs.conclude()
        self._hand_overs.conclude()
        for record, path in self._hand_overs.unwritten:
            try:
                session.services.tell(record, path)
            except Failure as failure:
                complain(f"the outcome could not be written to {path} ({failure.support})")
        own = None if self._give_backs is None else self._give_backs.code
        return self._hand_overs.code if own is None else own

    def _give_backs_of(self, session: Session) -> GiveBacks:
        if self._give_backs is None:
            desk = RequestedGiveBack(session.view, session.controller, session.view)
            self._give_backs = GiveBacks(desk, self._hand_overs_of(session).write, session.controller)
            self._give_backs.finished.connect(self._close_window)
        return self._give_backs

    def _hand_overs_of(self, session: Session) -> HandOvers:
        if self._hand_overs is None:
            self._hand_overs = HandOvers(session.controller, session.office.tell, session.controller)
            self._hand_overs.finished.connect(self._close_window)
            session.office.told.connect(self._hand_overs.on_written)
        return self._hand_overs


def _bring_to_front(session: Session) -> None:
    session.window.raise_()
    session.window.activateWindow()
