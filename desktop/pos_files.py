"""The files that a POS names for outcomes (`flow.pos_desk.ResultFiles`), on the thread of the POS's desk."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.failures import NotHandedBack
from desktop.domain.result_line import line_of
from desktop.pos import result_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_log = logging.getLogger(__name__)


class PosFiles:
    """The files, but for those of the till itself."""

    def __init__(self, own: tuple[Path, ...]) -> None:
        """Writes nothing yet.

        Args:
            own: the till's own folders (`paths.own_folders`).
        """
        self._own = own

    def prepare(self, record: Mapping[str, object], path: str, hand_over_id: str, *, makes_folder: bool) -> str:
        """See `flow.pos_desk.ResultFiles.prepare`."""
        data = line_of(record).encode()
        with _handing_back():
            return result_file.prepare(Path(path), data, self._own, owner=hand_over_id, makes_folder=makes_folder)

    def publish(self, path: str, prepared: str) -> None:
        """See `flow.pos_desk.ResultFiles.publish`."""
        with _handing_back():
            result_file.publish(Path(path), prepared, self._own)

    def is_prepared(self, path: str, prepared: str) -> bool:
        """See `flow.pos_desk.ResultFiles.is_prepared`."""
        return result_file.is_prepared(Path(path), prepared)

    def discard(self, path: str, hand_over_id: str, *, but: str = "") -> None:
        """See `flow.pos_desk.ResultFiles.discard`."""
        result_file.discard(Path(path), hand_over_id, but=but)

    def state(self, path: str) -> str:
        """See `flow.pos_desk.ResultFiles.state`."""
        return result_file.state(Path(path))

    def told(self, path: str) -> Mapping[str, object] | None:
        """See `flow.pos_desk.ResultFiles.told`."""
        try:
            return result_file.read(Path(path), self._own)
        except OSError as error:
            raise NotHandedBack from error


@contextmanager
def _handing_back() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _log.error("the outcome could not be written for the POS: %s", error.strerror)
        raise NotHandedBack from error
