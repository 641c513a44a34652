"""Connects the POS's side to the window: second starts, links, and the hand-overs that it serves."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import NotHandedBack
from desktop.flow.attach_bill import BillAnswer, BillTrouble
from desktop.flow.pos_desk import Telling, Told
from desktop.gui.requested_give_back import RequestedGiveBack
from desktop.pos.file_checks import FileChecks, answer_not_taken
from desktop.pos.give_backs import GiveBacks
from desktop.pos.hand_over import (
    HandOverError,
    not_handed_over,
    nothing_done,
    own_hand_over,
    read_hand_over,
    record_of,
)
from desktop.pos.hand_over_queue import HandOvers, report_of
from desktop.pos.handed_text import TextError, clean, clean_bill
from desktop.pos.reports import Reports
from desktop.pos.second_start import CLOSING
from desktop.pos.single_instance import SecondStart, SecondStartServer
from desktop.pos.start_arguments import print_record
from desktop.standard_output import complain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.domain.failures import Failure
    from desktop.pos.hand_over import HandOver
    from desktop.pos.local_api.board import Board
    from desktop.pos.reports import Report
    from desktop.pos.single_instance import LocalSocket
    from desktop.pos.start_arguments import StartArguments
    from desktop.served_interface import ServedInterface
    from desktop.session import Session


_TELLING_TIMEOUT = 10.0
"""Seconds in which the outcomes that are left must be told when a session ends."""

_TRY_AGAIN = frozenset({BillTrouble.NOT_SENT, BillTrouble.NOT_KNOWN})
"""Why a bill may be attached at the next try. The till looks first, so a try too many does no harm."""

_OTHER_SETTINGS = "the window that is open works with another --server or --till"


class Served(QObject):
    """What is served for the POS in one session. Lives on the GUI thread.

    Signals:
        hand_over_opened: a hand-over of the local interface is at the counter (id).
    """

    hand_over_opened = Signal(str)

    def __init__(self, session: Session, close_window: Callable[[], None]) -> None:
        super().__init__(session.controller)
        self._session = session
        self._close_window = close_window
        self.reports = Reports(self._start, print_record, self)
        self.hand_overs = HandOvers(session.controller, self._tell, self)
        desk = RequestedGiveBack(session.view.pages, session.view.navigation, session.controller, session.view)
        self.give_backs = GiveBacks(desk, self._tell, self)
        session.telling.told.connect(self.reports.on_told)
        session.telling.not_told.connect(self.reports.on_not_told)
        for queue in (self.hand_overs, self.give_backs):
            session.telling.not_written.connect(queue.note_not_written)
            queue.finished.connect(self._on_finished)
            queue.opened.connect(self._on_opened)

    def take(self, hand_over: HandOver) -> bool:
        """Serves a hand-over, at once or later. False if too many wait; its caller has then been told."""
        if hand_over.result:
            self._session.telling.expect_file(record_of(hand_over))
        return self.give_backs.take(hand_over) if hand_over.give_back else self.hand_overs.take(hand_over)

    def turn_away(self, hand_over: HandOver, code: ExitCode, error: str = "") -> None:
        """Tells the POS, in its file too, that nothing was done for a hand-over, which does not come to the counter."""
        if hand_over.result:
            self._session.telling.expect_file(record_of(hand_over))
        record = nothing_done(hand_over) | {"message": error or None}
        self._tell(report_of(hand_over, record, code, error=error and not_handed_over(error)))

    @property
    def is_own_done(self) -> bool:
        """True if what this program was started for is done, or is done once this session ends."""
        return self.hand_overs.is_own_done or self.give_backs.is_own_done

    @property
    def may_close(self) -> bool:
        """True if the window may close instead of starting again. Call it after `release` has left nothing to serve.

        If an outcome is not known, the window goes on and finds it out.
        """
        return self.is_own_done and self.hand_overs.is_known and self.give_backs.is_known

    def finish_when_empty(self) -> None:
        """Closes the window after the next hand-over, because what the program was started for is done."""
        self.hand_overs.finish_when_empty()
        self.give_backs.finish_when_empty()

    def end(self) -> None:
        """Tells every outcome that is left. Call it after the session's workers have ended."""
        self.give_backs.conclude()
        self.hand_overs.conclude()
        rest = self.reports.take_rest()
        if not rest:
            return
        answers: SimpleQueue[Told] = SimpleQueue()
        # The folder of a file may be on a machine that no longer answers, which must not keep the window open.
        telling = threading.Thread(target=self._tell_rest, args=(rest, answers), name="pos-end", daemon=True)
        end = time.monotonic() + _TELLING_TIMEOUT
        is_late = False
        try:
            telling.start()
        except RuntimeError:
            # The machine has run out of threads.
            is_late = True
        for report in rest:
            # If it is late, the next start writes the file.
            told = Told(report.record, NotHandedBack() if report.path else None, report.path)
            if not is_late:
                try:
                    told = answers.get(timeout=max(0.0, end - time.monotonic()))
                except Empty:
                    # From now on, an answer that comes is not the one to the next report.
                    is_late = True
            if told.failure is not None:
                complain(f"the outcome could not be written to {report.path} ({told.failure.support})")
            self.reports.deliver(report, told.record)
        if telling.ident is not None:
            telling.join(max(0.0, end - time.monotonic()))

    def _tell_rest(self, rest: Sequence[Report], answers: SimpleQueue[Told]) -> None:
        desk = self._session.services.open_pos_desk()
        try:
            for report in rest:
                answers.put(desk.tell(_telling(report)))
        finally:
            desk.close()

    def withdraw(self, is_meant: Callable[[HandOver], bool]) -> bool | None:
        """Takes the hand-overs back that are meant. None if there is none, and False if it is too late."""
        found = {self.hand_overs.withdraw(is_meant), self.give_backs.withdraw(is_meant)} - {None}
        return False not in found if found else None

    def _tell(self, report: Report) -> None:
        if report.code is ExitCode.CANCELLED and not report.error and not _can_redeem(self._session):
            # As for a window that was opened for it: the POS may look for the cause at the till, not at the cashier.
            report = replace(report, code=ExitCode.UNUSABLE)
        self.reports.add(report)

    def _start(self, report: Report) -> None:
        self._session.telling.tell(_telling(report))

    @Slot()
    def _on_finished(self) -> None:
        """Closes the window, or lets the other queue close it after what it serves."""
        for queue in (self.hand_overs, self.give_backs):
            if queue.is_busy:
                queue.finish_when_empty()
                return
        self._close_window()

    @Slot(object)
    def _on_opened(self, hand_over: HandOver) -> None:
        if hand_over.is_remembered:
            self._session.telling.open_hand_over(hand_over.id)
        if hand_over.is_from_interface:
            self.hand_over_opened.emit(hand_over.id)


@dataclass(frozen=True, slots=True, eq=False)
class _BillRequest:
    """A second start that waits until a bill is attached."""

    reference: str
    bill: str
    caller: LocalSocket


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
        self._data: Path | None = None
        self._session: Session | None = None
        self._served: Served | None = None
        self._is_own_done = False
        self._server: SecondStartServer | None = None
        self._interface: ServedInterface | None = None
        self._board: tuple[Path, Board] | None = None
        self._checks = FileChecks(self._take_checked)
        self._bills: list[_BillRequest] = []
        self._is_session_ending = False

    def listen(self, data: Path) -> None:
        """Listens for second starts on a data folder, and no longer on another one."""
        if self._server is not None:
            self._checks.give_up()
            self._give_up_bills()
            self._server.close()
        self._server = SecondStartServer(data)
        self._server.handed_over.connect(self.on_handed_over)
        self._data = data
        self._serve_interface()

    def follow(self, session: Session) -> None:
        """Serves the following hand-overs in this session."""
        self._session = session
        self._served = None
        self._is_session_ending = False
        self._serve_interface()
        for one in list(self._bills):
            # The session before ended with it. Attaching a bill again is no error, because the till looks first.
            self._ask_to_attach(session, one)

    def _serve_interface(self) -> None:
        """Serves the local interface on the port of the settings, and no longer on another one."""
        session, data = self._session, self._data
        if session is None or data is None:
            return
        settings = session.controller.settings
        wanted = (data, settings.local_api, settings.api_origins)
        if self._interface is not None and self._interface.wanted != wanted:
            self._interface.stop()
            self._interface = None
        if self._interface is None and settings.local_api:
            from desktop.served_interface import ServedInterface

            self._interface = ServedInterface(
                *wanted,
                board=self._board_of(data),
                take=self._take_from_interface,
                withdraw=self._withdraw_from_interface,
            )
            if self._served is not None:
                self._served.hand_over_opened.connect(self._interface.note_opened)
        if self._interface is not None:
            self._interface.follow(session)

    def _board_of(self, data: Path) -> Board:
        """Returns the hand-overs of a data folder. They outlive the interface, which ends if its port changes."""
        if self._board is None or self._board[0] != data:
            from desktop.pos.local_api.board import Board

            self._board = (data, Board())
        return self._board[1]

    def _take_from_interface(self, hand_over: HandOver) -> bool | None:
        """Serves a hand-over of the local interface. None if the till cannot redeem now."""
        session = self._session
        if session is None or not _can_redeem(session):
            return None
        is_taken = self._served_in(session).take(hand_over)
        if is_taken:
            _bring_to_front(session)
        return is_taken

    def _withdraw_from_interface(self, hand_over_id: str) -> bool:
        return self._served is not None and self._served.withdraw(lambda one: one.id == hand_over_id) is True

    def serve_own(self, arguments: StartArguments) -> None:
        """Serves the hand-over that this program was started for."""
        self.serve([own_hand_over(arguments)])

    def on_handed_over(self, message: dict[str, object], caller: LocalSocket) -> None:
        """Serves what a second start or a link hands over, or brings the window to the front if that is nothing.

        Args:
            message: what was handed over.
            caller: the connection that waits for an answer.
        """
        session = self._session
        if session is None:
            return
        if "attach_bill" in message:
            self._attach_bill(session, message["attach_bill"], caller)
            return
        if "withdraw" in message:
            SecondStartServer.answer(caller, self._withdraw_as_asked(message["withdraw"]))
            return
        if not message.get("handed_over"):
            _bring_to_front(session)
            SecondStartServer.answer(caller, {"code": int(ExitCode.DONE)})
            return
        try:
            hand_over = self._read(session, message, caller)
        except HandOverError as error:
            SecondStartServer.answer(caller, {"code": int(ExitCode.USAGE), "error": not_handed_over(error)})
            return
        if hand_over.result:
            self._checks.check(hand_over, paths.own_folders(self._config, self._root))
            return
        is_taken = self._take(session, hand_over)
        if hand_over.by_link:
            SecondStartServer.answer(caller, {"code": int(ExitCode.DONE if is_taken else ExitCode.CANCELLED)})

    @staticmethod
    def _read(session: Session, message: dict[str, object], caller: LocalSocket) -> HandOver:
        hand_over = read_hand_over(message, SecondStart(caller))
        if not session.works_with(hand_over.settings):
            # The points would move at another service, or in another till's name, than the caller asked for.
            raise HandOverError(_OTHER_SETTINGS)
        return hand_over

    def _take(self, session: Session, hand_over: HandOver) -> bool:
        is_taken = self._served_in(session).take(hand_over)
        if is_taken:
            _bring_to_front(session)
        return is_taken

    def _take_checked(self, hand_over: HandOver, is_withdrawn: bool) -> None:  # noqa: FBT001 - a callback
        """Takes a hand-over whose file has been checked. One that was taken back meanwhile is told so, in its file too.

        Args:
            hand_over: with the resolved path of its file.
            is_withdrawn: True if it was taken back meanwhile.
        """
        session = self._session
        if session is None:
            answer_not_taken(hand_over, is_withdrawn=is_withdrawn)
        elif is_withdrawn:
            self._served_in(session).turn_away(hand_over, ExitCode.CANCELLED)
        elif not session.works_with(hand_over.settings):
            # Other settings have been saved meanwhile.
            self._served_in(session).turn_away(hand_over, ExitCode.USAGE, _OTHER_SETTINGS)
        else:
            self._take(session, hand_over)

    def _withdraw_as_asked(self, asked: object) -> dict[str, object]:
        """Takes hand-overs back for `points-till withdraw`. Returns the answer."""
        given = asked if isinstance(asked, dict) else {}
        try:
            bill = clean_bill("bill", str(given.get("bill", "")))
            give_back = clean("reference", str(given.get("give_back", "")))
        except TextError as error:
            return {"code": int(ExitCode.USAGE), "error": str(error)}
        if bool(bill) is bool(give_back):
            return {"code": int(ExitCode.USAGE), "error": "either a bill or a reference is needed"}

        def is_meant(one: HandOver) -> bool:
            mine, its = (bill, one.prefill.bill) if bill else (give_back, one.give_back)
            return its.casefold() == mine.casefold()

        found = None if self._served is None else self._served.withdraw(is_meant)
        if self._checks.withdraw(is_meant) and found is None:
            found = True
        if found is None:
            return {"code": int(ExitCode.NO_RECORD), "error": "the till has no such hand-over now"}
        if not found:
            doing = "redeeming" if bill else "giving the points back"
            return {"code": int(ExitCode.NOT_REDEEMED), "error": f"too late: the cashier is {doing}, or has tried to"}
        return {"code": int(ExitCode.DONE)}

    def _attach_bill(self, session: Session, asked: object, caller: LocalSocket) -> None:
        """Attaches a bill for `points-till attach-bill`, which cannot write to the journal of an open window."""
        given = asked if isinstance(asked, dict) else {}
        try:
            reference = clean("reference", str(given.get("reference", "")))
            bill = clean_bill("bill", str(given.get("bill", "")))
        except TextError as error:
            SecondStartServer.answer(caller, {"code": int(ExitCode.USAGE), "error": str(error)})
            return
        if not reference or not bill:
            SecondStartServer.answer(caller, {"code": int(ExitCode.USAGE), "error": "reference and bill are needed"})
            return
        request = _BillRequest(reference, bill, caller)
        self._bills.append(request)
        self._ask_to_attach(session, request)

    def _ask_to_attach(self, session: Session, request: _BillRequest) -> None:
        from desktop.bill_messages import bill_message

        def answer(found: BillAnswer | Failure) -> None:
            if self._is_session_ending and isinstance(found, BillAnswer) and found.trouble in _TRY_AGAIN:
                # The end has cut it off. The next session tries again, or the caller itself if the window closes.
                return
            if request in self._bills:
                self._bills.remove(request)
                SecondStartServer.answer(request.caller, bill_message(found))

        session.bills.attach(request.reference, request.bill, answer)

    def _give_up_bills(self) -> None:
        """Tells those who still wait for a bill that this window attaches none. They can then do it themselves."""
        bills, self._bills = self._bills, []
        for one in bills:
            SecondStartServer.answer(one.caller, {CLOSING: True})

    def stop_listening(self) -> None:
        """Takes nothing more of second starts, because the window closes. Each can open a window of its own then."""
        self._checks.give_up()
        if self._server is not None:
            self._server.stop_listening()

    def stop(self) -> None:
        """Stops listening for second starts, and serving the local interface, after the last answers."""
        self._checks.give_up()
        self._give_up_bills()
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._interface is not None:
            self._interface.stop(wait=True)
            self._interface = None

    def release(self) -> list[HandOver]:
        """Gives back the hand-overs that can be served in the next session."""
        if self._served is None:
            return []
        return self._served.give_backs.release() + self._served.hand_overs.release()

    @property
    def may_close(self) -> bool:
        """True if the window may close instead of starting again with other settings; see `Served.may_close`."""
        return self._served is not None and self._served.may_close

    def serve(self, hand_overs: Sequence[HandOver]) -> None:
        """Serves hand-overs that another session has given back, unless the settings are no longer what they need."""
        session = self._session
        if session is None:
            return
        for hand_over in hand_overs:
            if session.works_with(hand_over.settings):
                self._served_in(session).take(hand_over)
            else:
                self._served_in(session).turn_away(hand_over, ExitCode.USAGE, _OTHER_SETTINGS)

    def prepare_end(self) -> None:
        """Reports the outcomes that are certain before the session's workers end."""
        self._is_session_ending = True
        if self._served is not None:
            self._served.give_backs.conclude_early()
            self._served.hand_overs.conclude_early()

    def end(self) -> ExitCode | None:
        """Reports every outcome that is left, and stops serving. Call it after the session's workers have ended.

        Returns:
            The exit code for the POS; None if nothing was handed over in this session.
        """
        self._session = None
        served, self._served = self._served, None
        if served is not None:
            served.end()
            self._is_own_done = served.is_own_done
        if self._interface is not None:
            self._interface.leave()
        if served is None:
            return None
        own = served.give_backs.code
        return served.hand_overs.code if own is None else own

    def _served_in(self, session: Session) -> Served:
        if self._served is None:
            self._served = Served(session, self._close_window)
            if self._is_own_done:
                # In an earlier session, before the settings were saved.
                self._served.finish_when_empty()
            if self._interface is not None:
                self._served.hand_over_opened.connect(self._interface.note_opened)
        return self._served


def _telling(report: Report) -> Telling:
    return Telling(
        record=report.record,
        path=report.path,
        reference=report.reference,
        reversal_id=report.reversal_id,
        hand_over_id=report.hand_over_id,
        is_done=report.is_done,
        is_again=report.is_again,
    )


def _can_redeem(session: Session) -> bool:
    """False if the till is not set up, or its settings or its journal cannot be used."""
    return session.setup is None and not session.failed_to_open


def _bring_to_front(session: Session) -> None:
    session.window.raise_()
    session.window.activateWindow()
