"""Receives the links that macOS hands to a running program, which come as Qt events and not on the command line."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

from desktop.pos import links
from desktop.pos.single_instance import LocalSocket

_log = logging.getLogger(__name__)


class OpenedLinks(QObject):
    """Takes links from the application's events, and keeps those that come before the till is ready until `release`.

    Signals:
        opened: like `SecondStartServer.handed_over`: what was handed over (`dict`), and a caller (`LocalSocket`) that
            is not connected, because no program waits for an answer.
    """

    opened = Signal(object, object)

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self._kept: list[dict[str, str]] | None = []
        self._no_caller = LocalSocket(parent=self)
        application.installEventFilter(self)

    def release(self) -> None:
        """Hands over the links that came before the till was ready. Hands over later ones at once."""
        kept, self._kept = self._kept, None
        for fields in kept or []:
            self._hand_over(fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the links that the system asks to open."""
        if not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        try:
            fields = links.parse(event.url().toString(event.url().ComponentFormattingOption.FullyEncoded))
        except links.LinkError as error:
            _log.warning("did not follow a link: %s", error)
            return True
        if self._kept is None:
            self._hand_over(fields)
        else:
            self._kept.append(fields)
        return True

    def _hand_over(self, fields: dict[str, str]) -> None:
        self.opened.emit({"handed_over": bool(fields), "by_link": True, **fields}, self._no_caller)
