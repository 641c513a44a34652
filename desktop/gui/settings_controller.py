"""Owns changing the settings: tried against the real service, saved off the painting thread, then put in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.operations import SaveSettings, TryService

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.settings import Settings
    from desktop.flow.office import Office
    from desktop.gui.worker import Crew, Reply


class SettingsController(QObject):
    """Between the settings page and the office.

    Signals:
        tried: what came of trying (`Failure | None`).
        refused: the settings could not be saved (`Failure`).
        saved: they are saved; the till starts anew with them.
        practice_requested: the cashier wants to practise first.
    """

    tried = Signal(object)
    refused = Signal(object)
    saved = Signal()
    practice_requested = Signal()

    def __init__(
        self, office: Crew[Office], raw: Mapping[str, object], locked: frozenset[str], parent: QObject | None = None
    ) -> None:
        """Takes the settings as they stand.

        Args:
            office: carries it out.
            raw: names and values in force, as they were read.
            locked: names that a policy has set.
            parent: owner.
        """
        super().__init__(parent)
        self.raw = dict(raw)
        self.locked = locked
        self._office = office
        office.replied.connect(self._on_replied)

    def try_service(self, settings: Settings, password: str) -> None:
        """Calls the service with these settings; an empty password stands for the stored one."""
        self._office.ask(TryService(settings, password))

    def save(self, values: Mapping[str, object], password: str) -> None:
        """Saves what was changed; an empty password keeps the stored one."""
        self._office.ask(SaveSettings(dict(values), password))

    @Slot()
    def practise(self) -> None:
        """Starts training instead."""
        self.practice_requested.emit()

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        if isinstance(reply.operation, TryService):
            self.tried.emit(reply.failure)
        elif isinstance(reply.operation, SaveSettings):
            if reply.failure is not None:
                self.refused.emit(reply.failure)
            else:
                self.saved.emit()
