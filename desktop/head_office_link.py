"""Runs the thread that sends the journal to head office, and says how far it is."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import __version__, paths
from desktop.domain.failures import SecretUnavailable
from desktop.domain.head_office import SendingProblem, SendingStatus
from desktop.flow.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.event_batch import EventBatch
    from desktop.domain.settings import Settings
    from desktop.flow.sending import Receiver, Sender
    from desktop.store.outgoing import Outbox

_log = logging.getLogger(__name__)

_END_TIMEOUT = 5.0
"""Seconds in which the thread ends. Its call is cut at once, so it takes that long only if the disk hangs."""

_LOCKED_WAIT = 60.0
"""Seconds between two looks into a keyring that is locked."""

_KILOBYTE = 1_000


def make_sender(
    settings: Settings, data: Path, clock: SystemClock, on_status: Callable[[SendingStatus], None]
) -> tuple[Sender, Receiver] | None:
    """Returns what sends for a till, or None if it has no head office.

    Args:
        settings: of the till.
        data: the folder of its journal.
        clock: ends every wait when it is interrupted.
        on_status: see `flow.sending.Sender`.

    Raises:
        SecretUnavailable: the password for the proxy is not available.
    """
    if not settings.head_office or not settings.head_office_key:
        return None
    from desktop.api.head_office import HeadOfficeClient
    from desktop.api.network import Network
    from desktop.flow.sending import Sender
    from desktop.store.proxy_password import ProxyPassword

    outbox = _outbox(settings, data)
    if outbox is None:
        return None

    def describe(batch: EventBatch) -> EventBatch:
        sent_at = clock.now().isoformat(timespec="milliseconds")
        return replace(batch, till=settings.till, store=settings.store, version=__version__, sent_at=sent_at)

    network = Network.of(settings, ProxyPassword(os.environ, machine=paths.machine_data(data)).get(settings))
    receiver = HeadOfficeClient(settings.head_office, settings.head_office_key.credential, network)
    sender = Sender(
        outbox,
        receiver,
        clock,
        describe=describe,
        pause=settings.head_office_pause,
        bytes_per_second=settings.head_office_bandwidth * _KILOBYTE,
        on_status=on_status,
    )
    return sender, receiver


def head_office_status(settings: Settings, data: Path) -> SendingStatus | None:
    """Returns how far head office is, without asking it, or None if the till has no head office.

    Args:
        settings: of the till.
        data: the folder of its journal.
    """
    outbox = _outbox(settings, data)
    return None if outbox is None else outbox.status()


def status_text(status: SendingStatus) -> str:
    """Says in English how far head office is, for `doctor`."""
    text = f"{status.acknowledged} of {status.events} events confirmed, {status.behind} behind"
    contact = "never answered" if status.contact is None else f"last answer {status.contact:%Y-%m-%d %H:%M}"
    parts = [text, contact]
    if status.problem is not None:
        parts.append(f"last try failed: {status.problem.value.replace('_', ' ')}")
    if status.forked:
        parts.append("head office has other events of this journal: two copies of it have gone on")
    return ", ".join(parts)


def _outbox(settings: Settings, data: Path) -> Outbox | None:
    if not settings.head_office or not settings.head_office_key:
        return None
    from desktop.store.outgoing import Outbox

    return Outbox(
        paths.journal(data),
        paths.head_office_state(data),
        digest_key=settings.head_office_key.digest_key,
        with_numbers=settings.head_office_numbers,
    )


class HeadOfficeLink(QObject):
    """The thread that sends for one window.

    Attributes:
        status: how far head office is, as far as this thread knows.

    Signals:
        status_changed: the same has changed (`SendingStatus`).
    """

    status_changed = Signal(object)

    def __init__(self, settings: Settings, data: Path, parent: QObject | None = None) -> None:
        """Starts nothing yet.

        Args:
            settings: of the till.
            data: the folder of its journal.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.status = SendingStatus()
        self._settings = settings
        self._data = data
        self._clock = SystemClock()
        self._receiver: Receiver | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_wanted(self) -> bool:
        """True if the settings name a head office."""
        return bool(self._settings.head_office) and bool(self._settings.head_office_key)

    def start(self) -> None:
        """Starts sending. Does nothing if there is no head office, or the thread runs."""
        if not self.is_wanted or self._thread is not None:
            return
        # A daemon, so that a disk that hangs cannot keep the window open.
        self._thread = threading.Thread(target=self._run, name="head-office", daemon=True)
        self._thread.start()

    def stop(self) -> bool:
        """Cuts the call under way, and ends the thread. Returns True if it has ended."""
        self._clock.interrupt()
        if self._receiver is not None:
            self._receiver.abort()
        if self._thread is None:
            return True
        self._thread.join(_END_TIMEOUT)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            # The imports take a while, so they wait until this thread runs.
            made = self._make()
            if made is not None:
                sender, self._receiver = made
                # `stop` may have been called before there was anything to cut.
                if not self._clock.wait(0):
                    sender.run()
        except Exception:  # noqa: BLE001 - a mistake here must not end the till; it is logged in full
            _log.exception("sending to head office has ended")

    def _make(self) -> tuple[Sender, Receiver] | None:
        """Makes what sends. Waits while the keyring, which has the proxy's password, is locked."""
        while True:
            try:
                return make_sender(self._settings, self._data, self._clock, self._on_status)
            except SecretUnavailable as failure:
                _log.warning("head office: %s", failure.support)
                self._on_status(replace(self.status, problem=SendingProblem.OFFLINE))
                if self._clock.wait(_LOCKED_WAIT):
                    return None

    def _on_status(self, status: SendingStatus) -> None:
        """Runs on the sending thread. The signal takes the status to the GUI thread."""
        self.status = status
        self.status_changed.emit(status)
