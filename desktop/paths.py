"""Finds the program's own resources, packaged or not, and a till's folders on each platform."""

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

    Only the operating system is asked, and no variable of the environment: else a cashier could get rid of a policy, or
    bring one along. platformdirs would read `WIN_PD_OVERRIDE_COMMON_APPDATA` and `XDG_CONFIG_DIRS`.
    """
    if sys.platform == "win32":
        return (_program_data() / NAME / POLICY_FILE,)
    if sys.platform == "darwin":
        return (Path("/Library/Application Support") / NAME / POLICY_FILE,)
    return (Path("/etc") / NAME / POLICY_FILE,)


def documents_dir() -> Path:
    """The user's folder of documents, where receipts are saved unless a setting names another."""
    return _platform().user_documents_path


@cache
def _platform() -> PlatformDirsABC:
    # Imported late: resources are wanted before the first paint, the folders of a user only after the settings are.
    from platformdirs import PlatformDirs

    return PlatformDirs(NAME, appauthor=False, roaming=False)


if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows

    def _program_data() -> Path:
        r"""`C:\ProgramData`, as the registry has it in a place that only administrators can change.

        `SHGetKnownFolderPath(FOLDERID_ProgramData)` reads the same value. It comes second because the shell may expand
        it with this process's own `%ProgramData%` or `%SystemDrive%`.
        """
        import winreg

        try:
            where = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, where, 0, access) as key:
                found = str(winreg.QueryValueEx(key, "ProgramData")[0])
        except OSError:
            return _known_program_data()
        drive = _system_drive()
        for variable in ("%SystemDrive%", "%systemdrive%", "%SYSTEMDRIVE%"):
            found = found.replace(variable, drive)
        return Path(found) if "%" not in found and Path(found).is_absolute() else _known_program_data()

    def _system_drive() -> str:
        import ctypes

        buffer = ctypes.create_unicode_buffer(260)
        if not ctypes.windll.kernel32.GetSystemWindowsDirectoryW(buffer, len(buffer)):
            raise ctypes.WinError()
        return Path(buffer.value).drive

    def _known_program_data() -> Path:
        import ctypes
        import uuid

        program_data = uuid.UUID("62ab5d82-fdc1-4dc3-a9dd-070d1d495d97").bytes_le
        found = ctypes.c_wchar_p()
        code = ctypes.windll.shell32.SHGetKnownFolderPath(program_data, 0, None, ctypes.byref(found))
        if code or not found.value:
            raise OSError(code, "Windows does not say where ProgramData is")
        path = Path(found.value)
        ctypes.windll.ole32.CoTaskMemFree(found)
        return path
