"""Finds the program's own resources, packaged or not, and a till's folders on each platform."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.private_files import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from platformdirs.api import PlatformDirsABC

NAME = "points-till"
POLICY_FILE = "policy.json"


class NoHomeError(Exception):
    """This user has no home folder: a service or a container may run without `HOME`, as a user of no name."""

    def __init__(self) -> None:
        super().__init__("this user has no home folder: set HOME to one, as a whole path (PT-DISK)")


def resources() -> Path:
    """Returns the folder of icons, translations, style and texts: in a PyInstaller bundle, a wheel, or the source."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    installed = Path(__file__).with_name("_resources")
    return installed if installed.is_dir() else Path(__file__).parents[1] / "resources"


def config_dir() -> Path:
    """Returns the folder of the settings file, unless `--config` names another. It may not exist yet."""
    return machine_dir() or user_config_dir()


def data_dir() -> Path:
    """Returns the folder of the journal, unless `--data` names another. It may not exist yet.

    It is the machine's folder if there is one, so that all logins of a till have the same journal.
    """
    return machine_dir() or user_data_dir()


def user_config_dir() -> Path:
    """Returns the folder of this user's own settings file.

    Raises:
        NoHomeError: the user has none.
    """
    with _home_needed():
        return _platform().user_config_path


def user_data_dir() -> Path:
    """Returns the folder of this user's own journal.

    It is not a roaming folder, because two tills would write to a journal that follows the user to other machines.

    Raises:
        NoHomeError: the user has none.
    """
    with _home_needed():
        return _platform().user_data_path


def machine_place() -> Path:
    """Returns where the folder is that all logins of this machine share, if an administrator has made it.

    Like the policy's, the path comes from the operating system and not from the environment, and only administrators
    can make a folder there.
    """
    if sys.platform == "win32":
        return _program_data() / NAME / "till"
    elif sys.platform == "darwin":
        return Path("/Library/Application Support") / NAME / "till"
    else:
        return Path("/var/lib") / NAME


def machine_dir() -> Path | None:
    """Returns the folder that all logins of this machine share; None if the till keeps its data for each user.

    A folder that this user may not enter is returned as well. The till then says that it cannot use its journal,
    instead of beginning an empty one for this user.
    """
    place = machine_place()
    if not place.is_dir() or place.is_symlink():
        return None
    if sys.platform == "win32":
        # On Windows any user can make folders in ProgramData. One that a user made does not count.
        from desktop.store import policy_trust

        if policy_trust.problem(place):
            return None
    return place


def training_dir(data: Path) -> Path:
    """Returns the data folder of training, inside the real one. Training never touches the real journal."""
    return data / "training"


def journal(data: Path) -> Path:
    """Returns the journal's file in a data folder."""
    return data / "journal.db"


def head_office_resources() -> Path:
    """Returns the folder of head office's templates, style and migrations."""
    return resources() / "head_office"


def head_office_state(data: Path) -> Path:
    """Returns the file that remembers how far head office has confirmed the journal of a data folder."""
    return data / "head-office.json"


def print_queue(data: Path) -> Path:
    """Returns the file of the print jobs in a data folder."""
    return data / "print-queue.db"


def pos_records(data: Path) -> Path:
    """Returns the file of what the till remembers for the POS, in a data folder."""
    return data / "pos-records.db"


def api_token(data: Path) -> Path:
    """Returns the file of the local interface's token, in a data folder."""
    return data / "api-token"


def log_dir(data: Path) -> Path:
    """Returns the folder of the logs, inside the data folder."""
    return data / "logs"


def open_tills_dir() -> Path:
    """Returns the folder in which windows record which till they are open for. It does not depend on `--data`."""
    return data_dir() / "open-tills"


def own_folders(config: Path, data: Path) -> tuple[Path, ...]:
    """Returns the folders in which no outcome for the POS may be written.

    These are the till's settings, journal, logs, training and locks, the same folders of a till on the machine's usual
    paths, the machine's policy, and the program itself. The folder of saved receipts is not one of them, because people
    and other programs use it too, and an outcome there replaces only the file that the POS names.

    Args:
        config: the settings folder of this run.
        data: the data folder of this run; in training the one that contains the training folder.
    """
    program = [resources(), Path(__file__).parent]
    if getattr(sys, "frozen", False):
        program.append(Path(sys.executable).parent)
    policies = [policy.parent for policy in policy_files()]
    return (config, data, config_dir(), data_dir(), user_config_dir(), user_data_dir(), *policies, *program)


def policy_files() -> tuple[Path, ...]:
    """Returns the files in which store IT fixes settings for every user of a machine. They may not exist.

    The paths come from the operating system and not from the environment. Otherwise a cashier could disable the policy
    or replace it. platformdirs would read `WIN_PD_OVERRIDE_COMMON_APPDATA` and `XDG_CONFIG_DIRS`.
    """
    if sys.platform == "win32":
        return (_program_data() / NAME / POLICY_FILE,)
    elif sys.platform == "darwin":
        return (Path("/Library/Application Support") / NAME / POLICY_FILE,)
    else:
        return (Path("/etc") / NAME / POLICY_FILE,)


def machine_data(data: Path) -> Path | None:
    """Returns a data folder if all logins of this machine share it; None if it belongs to one user."""
    if sys.platform == "win32":
        machine = machine_dir()
        return data if machine is not None and data.resolve() == machine.resolve() else None
    else:
        return data if is_shared(data) else None


def documents_dir() -> Path:
    """Returns the user's folder of documents, where receipts are saved unless a setting names another."""
    return _platform().user_documents_path


@contextmanager
def _home_needed() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        # platformdirs has no error of its own for it.
        raise NoHomeError from error


@cache
def _platform() -> PlatformDirsABC:
    # Imported late, because only the resources are needed before the first paint.
    from platformdirs import PlatformDirs

    return PlatformDirs(NAME, appauthor=False, roaming=False)


if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows

    def _program_data() -> Path:
        r"""Returns `C:\ProgramData` from a place in the registry that only administrators can change.

        `SHGetKnownFolderPath(FOLDERID_ProgramData)` reads the same value. It is the fallback, because the shell may
        expand it with this process's own `%ProgramData%` or `%SystemDrive%`.
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
