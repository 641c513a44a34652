"""Tries changed settings against the service, and saves them, both off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain import settings as options
from desktop.flow.office import Office

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop.domain.access import Secret
    from desktop.domain.failures import Failure
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.flow.service_check import TriedService
    from desktop.gui.worker import WorkerThread


class SettingProblem(Protocol):
    """A setting that cannot be used (`store.settings_layers.Problem`)."""

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
    """Stands between the settings page or the first start and the office worker.

    Attributes:
        loaded: the settings in force, and where each came from.
        given_passwords: the secrets that the environment has, so that they are not asked for: `password`,
            `proxy_password`, `oauth_key`, `oauth_secret`.
        waits_to_apply: settings are saved and not in force yet, because a customer is half served, points are being
            moved, or an outcome has not been read.

    Signals:
        answered: the service has answered and accepts the till (`TriedService`).
        failed: it has not (`Failure`).
        refused: the settings could not be saved (`Failure`).
        saved: they are saved. The till restarts with them, at the latest once no customer is being served.
        practice_requested: the cashier wants to practise first.
        support_made: the support file is made, but not saved (`SupportFile`).
        support_saved: it is saved (path).
        support_failed: it is not made or not saved (`Failure`).
    """

    answered = Signal(object)
    failed = Signal(object)
    refused = Signal(object)
    saved = Signal()
    practice_requested = Signal()
    support_made = Signal(object)
    support_saved = Signal(str)
    support_failed = Signal(object)

    def __init__(
        self,
        office: WorkerThread[Office],
        loaded: LoadedSettings,
        *,
        given_passwords: Collection[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """Takes the settings in force.

        Args:
            office: tries and saves.
            loaded: the settings in force, and where each came from.
            given_passwords: see above.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.loaded = loaded
        self.given_passwords = frozenset(given_passwords)
        self.waits_to_apply = False
        self._office = office

    def with_changes(self, values: Mapping[str, object]) -> Settings:
        """Returns the settings in force with some raw values in their place.

        Raises:
            SettingsUnusable: names every value that cannot be read.
        """
        in_force = {name: getattr(self.loaded.settings, name) for name in self.loaded.sources}
        return options.read(in_force, values)

    def who_set(self, name: str) -> str:
        """Returns the layer that sets a setting, so that it cannot be changed here; empty if it can."""
        if name not in self.loaded.sources:
            # A password.
            return "environment" if name in self.given_passwords else ""
        # A shop could only name this machine as its head office, which no shop needs.
        if name in self.loaded.locked or options.is_policy_only(name) or name == "head_office":
            return "policy"
        source = self.loaded.sources[name]
        return source if source in {"environment", "command line"} else ""

    def try_service(self, settings: Settings, secret: Secret, proxy_password: str = "") -> None:
        """Calls the service with these settings. For a secret that is an empty text, the stored one is used."""
        self._office.ask(self._on_answered, self._on_not_answered, Office.try_service, settings, secret, proxy_password)

    def save(self, values: Mapping[str, object], secret: Secret, proxy_password: str = "") -> None:
        """Saves what was changed. For a secret that is an empty text, the stored one is kept."""
        self._office.ask(self._on_saved, self._on_not_saved, Office.save_settings, dict(values), secret, proxy_password)

    def make_support_file(self) -> None:
        """Collects the support file, to show what is in it."""
        self._office.ask(self._on_support_made, self._on_support_failed, Office.make_support_file)

    @Slot(object)
    def save_support_file(self, made: SupportFile) -> None:
        """Saves a support file in the folder of receipts. It never replaces another file."""
        self._office.ask(self._on_support_saved, self._on_support_failed, Office.save_support_file, made)

    @Slot()
    def practise(self) -> None:
        """Requests training instead."""
        self.practice_requested.emit()

    @Slot(object)
    def _on_answered(self, tried: TriedService) -> None:
        self.answered.emit(tried)

    @Slot(object)
    def _on_not_answered(self, failure: Failure) -> None:
        self.failed.emit(failure)

    @Slot(object)
    def _on_saved(self, _nothing: None) -> None:
        self.saved.emit()

    @Slot(object)
    def _on_not_saved(self, failure: Failure) -> None:
        self.refused.emit(failure)

    @Slot(object)
    def _on_support_made(self, made: SupportFile) -> None:
        self.support_made.emit(made)

    @Slot(object)
    def _on_support_saved(self, path: str) -> None:
        self.support_saved.emit(path)

    @Slot(object)
    def _on_support_failed(self, failure: Failure) -> None:
        self.support_failed.emit(failure)
