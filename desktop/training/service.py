"""Starts and stops the practice service."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from desktop.training.state import PracticeState

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.training.codes import PhoneMessage
    from desktop.training.listener import Listener


class PracticeService(PracticeState):
    """A loyalty service on 127.0.0.1 with sample members, for training and for tests.

    Points, codes and redemptions live as long as this object. It can be stopped and started again on the same port.

    Args:
        port: the port to listen on; 0 for any free one.
        on_message: called for each code that is "sent", on a thread of the service.
        clock: a monotonic clock, in seconds.
        code_valid_for: how long a code is valid, in seconds.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        on_message: Callable[[PhoneMessage], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        code_valid_for: float = 900.0,
    ) -> None:
        super().__init__(clock=clock, code_valid_for=code_valid_for, on_message=on_message)
        self._port = port
        self._listener: Listener | None = None
        self._stopping = threading.Event()

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, known after the first start.

        Raises:
            RuntimeError: if the port is 0 and the service was never started.
        """
        if not self._port:
            raise RuntimeError("the practice service has no address until it is started")
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Starts listening, and returns when the service is ready. Has no effect if it is already listening.

        Raises:
            OSError: if the port is not available.
        """
        if self._listener is not None:
            return
        # werkzeug takes longer to import than the first paint may.
        from desktop.training.application import PracticeApplication
        from desktop.training.listener import Listener

        self._stopping = threading.Event()
        self._listener = Listener(self._port, PracticeApplication(self, self._stopping).respond)
        self._port = self._listener.port

    def stop(self) -> None:
        """Stops listening and ends every connection at once, even one that hangs. Has no effect if it is stopped."""
        if self._listener is None:
            return
        self._stopping.set()
        self._listener.stop()
        self._listener = None

    def describe(self) -> dict[str, object]:
        """Returns what `points-till training-server` prints, ready for JSON.

        These are url, till, password, key and secret for tokens, and members.
        """
        return {
            "url": self.url,
            "till": self.till,
            "password": self.password,
            "oauth_key": self.client.key,
            "oauth_secret": self.client.secret,
            "members": self.describe_members(),
        }
