"""Tries changed settings against the service, and saves them, both off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.failures import Failure
    from desktop.domain.settings import Settings
    from desktop.gui.worker import WorkerThread


class SettingProblem(Protocol):
    """A setting that cannot be used (`store.settings_file.Problem`)."""

    @property
    def name(self) -> str:
        """The setting; empty if it is not known which one was meant."""

    @property
    def source(self) -> str:
        """Its layer."""

    @property
    def where(self) -> str:
        """File and line, environment variable, or option."""

    @property
    def reason(self) -> str:
        """What is wrong, in plain English."""


class LoadedSettings(Protocol):
    """The settings of a run, and where each came from (`store.settings_file.Loaded`)."""

    @property
    def settings(self) -> Settings:
        """The settings in effect."""

    @property
    def locked(self) -> frozenset[str]:
        """Names that a policy sets."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The layer of every setting."""

    @property
    def problems(self) -> Sequence[SettingProblem]:
        """What cannot be used. The setting has its default instead."""


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
        loaded: LoadedSettings,
        parent: QObject | None = None,
    ) -> None:
        """Takes the settings in force.

        Args:
            office: tries and saves.
            loaded: the settings in force, and where each came from.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.loaded = loaded
        self.raw = {name: getattr(loaded.settings, name) for name, one in loaded.sources.items() if one != "default"}
        self.locked = loaded.locked
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
