"""Owns where things lie: the program's own resources, packaged or not, and a till's folders on each platform."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

NAME = "points-till"
POLICY_FILE = "policy.json"


def resources() -> Path:
    """The folder of icons, translations, style and words: in a PyInstaller bundle, a wheel, or the source."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    installed = Path(__file__).with_name("_resources")
    return installed if installed.is_dir() else Path(__file__).parents[1] / "resources"


def config_dir() -> Path:
    """The folder of the settings file, unless `--config` names another; it may not be there yet."""
    return _platform().user_config_path


def data_dir() -> Path:
    """The folder of the journal, unless `--data` names another; it may not be there yet.

    Never a roaming folder: a journal that travels to another machine would be written by two tills.
    """
    return _platform().user_data_path


def training_dir(data: Path | None = None) -> Path:
    """The data folder of training, inside the real one, so that nothing of practice meets a real redemption."""
    return (data or data_dir()) / "training"


def journal(data: Path) -> Path:
    """The journal's file in a data folder."""
    return data / "journal.db"


def log_dir(data: Path | None = None) -> Path:
    """The folder of the logs, inside the data folder."""
    return (data or data_dir()) / "logs"


def open_tills_dir() -> Path:
    """The folder in which windows note which till they are open for; it does not depend on `--data`."""
    return data_dir() / "open-tills"


def policy_files() -> tuple[Path, ...]:
    """The files in which store IT fixes settings for every user of a machine; they may not be there.

    No variable of the environment moves them, or a cashier could slip out from under a policy.
    """
    if sys.platform in {"win32", "darwin"}:
        return (_platform().site_config_path / POLICY_FILE,)
    return (Path("/etc") / NAME / POLICY_FILE,)


def documents_dir() -> Path:
    """The user's folder of documents, where receipts are saved unless a setting names another."""
    return _platform().user_documents_path


@cache
def _platform() -> PlatformDirsABC:
    # Imported late: resources are wanted before the first paint, the folders of a user only after the settings are.
    from platformdirs import PlatformDirs

    return PlatformDirs(NAME, appauthor=False, roaming=False)
