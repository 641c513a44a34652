"""Tries changed settings against the service, and saves them, both off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.failures import Failure
    from desktop.domain.settings import Settings
    from desktop.gui.worker import WorkerThread


class SettingsController(QObject):
    """Stands between the settings page and the office worker.

    Signals:
        tried: the result of trying (`Failure | None`).
        refused: the settings could not be saved (`Failure`).
        saved: they are saved. The till restarts with them.
        practice_requested: the cashier wants to practise first.
    """

    tried = Signal(object)
    refused = Signal(object)
    saved = Signal()
    practice_requested = Signal()

    def __init__(
        self,
        office: WorkerThread[Office],
        raw: Mapping[str, object],
        locked: frozenset[str],
        parent: QObject | None = None,
    ) -> None:
        """Takes the settings in force.

        Args:
            office: tries and saves.
            raw: names and values in force, as they were read.
            locked: names that a policy has set.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.raw = dict(raw)
        self.locked = locked
        self._office = office

    def try_service(self, settings: Settings, password: str) -> None:
        """Calls the service with these settings. If the password is empty, the stored one is used."""
        self._office.ask(self._on_tried, self._on_refused_by_service, Office.try_service, settings, password)

    def save(self, values: Mapping[str, object], password: str) -> None:
        """Saves what was changed. If the password is empty, the stored one is kept."""
        self._office.ask(self._on_saved, self._on_not_saved, Office.save_settings, dict(values), password)

    @Slot()
    def practise(self) -> None:
        """Requests training instead."""
        self.practice_requested.emit()

    @Slot(object)
    def _on_tried(self, _nothing: None) -> None:
        self.tried.emit(None)

    @Slot(object)
    def _on_refused_by_service(self, failure: Failure) -> None:
        self.tried.emit(failure)

    @Slot(object)
    def _on_saved(self, _nothing: None) -> None:
        self.saved.emit()

    @Slot(object)
    def _on_not_saved(self, failure: Failure) -> None:
        self.refused.emit(failure)
