"""The files that a POS names for outcomes (`flow.pos_desk.ResultFiles`). A folder that does not answer is given up."""

from __future__ import annotations

import logging
import os
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.failures import NotHandedBack
from desktop.domain.hand_over_record import NO_FOLDER
from desktop.domain.result_line import line_of
from desktop.pos import result_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_log = logging.getLogger(__name__)

_TIMEOUT = 5.0
"""Seconds to wait for a folder, which may be on a machine that is gone. Other hand-overs' outcomes wait as long."""

AnswerT = TypeVar("AnswerT")


class PosFiles:
    """The files, but for those of the till itself. Belongs to the thread of the POS's desk.

    Each access has a thread of its own, because a network share that hangs can hold it up for minutes. Until that
    thread has ended, its folder counts as one that cannot be used, without another wait.
    """

    def __init__(self, own: tuple[Path, ...], *, timeout: float = _TIMEOUT) -> None:
        """Writes nothing yet.

        Args:
            own: the till's own folders (`paths.own_folders`).
            timeout: seconds to wait for a folder.
        """
        self._own = own
        self._timeout = timeout
        self._is_free: dict[str, Callable[[], bool]] = {}

    def prepare(self, record: Mapping[str, object], path: str, hand_over_id: str, *, makes_folder: bool) -> str:
        """See `flow.pos_desk.ResultFiles.prepare`."""
        data = line_of(record).encode()

        def prepare(is_wanted: Callable[[], bool]) -> str:
            with _handing_back():
                name = result_file.prepare(Path(path), data, self._own, owner=hand_over_id, makes_folder=makes_folder)
            if not is_wanted():
                # No one knows its name, and the outcome may be another one by now.
                Path(path).with_name(name).unlink(missing_ok=True)
            return name

        return self._ask(path, prepare)

    def publish(self, path: str, prepared: str) -> None:
        """See `flow.pos_desk.ResultFiles.publish`."""

        def publish(is_wanted: Callable[[], bool]) -> None:
            with _handing_back():
                result_file.publish(Path(path), prepared, self._own, is_wanted=is_wanted)

        self._ask(path, publish)

    def is_prepared(self, path: str, prepared: str) -> bool:
        """See `flow.pos_desk.ResultFiles.is_prepared`."""
        try:
            return self._ask(path, lambda _is_wanted: result_file.is_prepared(Path(path), prepared))
        except OSError as error:
            raise NotHandedBack from error

    def discard(self, path: str, hand_over_id: str, *, but: str = "") -> None:
        """See `flow.pos_desk.ResultFiles.discard`."""
        try:
            self._ask(path, lambda _is_wanted: result_file.discard(Path(path), hand_over_id, but=but))
        except NotHandedBack:
            _log.warning("what was prepared for the POS stays beside its file")

    def state(self, path: str) -> str:
        """See `flow.pos_desk.ResultFiles.state`."""
        try:
            return self._ask(path, lambda _is_wanted: result_file.state(Path(path)))
        except NotHandedBack:
            return NO_FOLDER

    def told(self, path: str) -> Mapping[str, object] | None:
        """See `flow.pos_desk.ResultFiles.told`."""
        try:
            return self._ask(path, lambda _is_wanted: result_file.read(Path(path), self._own))
        except OSError as error:
            raise NotHandedBack from error

    def _ask(self, path: str, call: Callable[[Callable[[], bool]], AnswerT]) -> AnswerT:
        """Calls a function on a thread of its own, and returns what it returns, or raises what it raises.

        Args:
            path: the file that it is about.
            call: gets a function that returns False once no one waits for it any more.

        Raises:
            NotHandedBack: the folder does not answer, or no thread can be started.
        """
        folder = os.path.dirname(path)  # noqa: PTH120 - the folder as it is spelt
        if folder in self._is_free and not self._is_free[folder]():
            raise NotHandedBack
        answer: Future[AnswerT] = Future()
        is_given_up = threading.Event()

        def run() -> None:
            try:
                answer.set_result(call(lambda: not is_given_up.is_set()))
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
                answer.set_exception(error)

        # The program may end meanwhile.
        thread = threading.Thread(target=run, name="pos-file", daemon=True)
        try:
            thread.start()
        except RuntimeError as error:
            # The machine has run out of threads.
            raise NotHandedBack from error
        try:
            return answer.result(self._timeout)
        except FutureTimeoutError:
            is_given_up.set()
            if answer.done():
                # The call itself raised it, or the answer came just now.
                return answer.result()
            self._is_free[folder] = answer.done
            _log.error("a folder of the POS does not answer")
            raise NotHandedBack from None


@contextmanager
def _handing_back() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _log.error("the outcome could not be written for the POS: %s", error.strerror)
        raise NotHandedBack from error
