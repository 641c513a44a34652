"""Checks an installation: files, resources, libraries, keyring and printing."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.smoke_test.report import Report

PRINTERS_TIMEOUT = 20.0
"""Seconds to list the printers. With a network printer that is switched off, this has taken that long."""

_MAX_NAMES = 5
"""How many missing files are named."""

_Answer = TypeVar("_Answer")


def check_files(report: Report) -> bool:
    """Checks the files of a frozen program. Returns True if all are there."""
    if not getattr(sys, "frozen", False):
        return True
    folder = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's own name for it
    missing = missing_files(folder)
    if not missing:
        report.ok("files: all there")
        return True
    more = len(missing) - _MAX_NAMES
    names = ", ".join(missing[:_MAX_NAMES]) + (f" and {more} more" if more > 0 else "")
    if sys.platform == "darwin":
        # On macOS the app's signature protects its files.
        report.warning(f"files: {names}")
        return True
    else:
        report.missing(f"files: {names}")
        return False


def missing_files(folder: Path) -> list[str]:
    """Returns the files that are missing or have another size than in the list that was packed with them.

    Args:
        folder: the folder of the frozen program's files.
    """
    listing = folder / "files.txt"
    if not listing.is_file():
        return [listing.name]
    missing = []
    for line in listing.read_text(encoding="utf-8").splitlines():
        size, _, name = line.partition("\t")
        file = folder / name
        if not file.exists() or (size != "-" and file.stat().st_size != int(size)):
            missing.append(name)
    return missing


def check_resources(report: Report) -> bool:
    """Checks texts, style, icons and translations. Returns True if they suffice for a window."""
    from desktop.domain.settings import LANGUAGES
    from desktop.texts import load_catalogue, translator

    folder = paths.resources()
    try:
        texts = len(load_catalogue().texts())
    except (OSError, ValueError) as error:
        report.missing(f"resources: {error}")
        return False
    missing = [name for name in ("style/till.qss", "style/tokens.json") if not (folder / name).is_file()]
    icons = sorted(icon.name for icon in (folder / "icons").glob("*.svg"))
    if missing or not icons:
        report.missing(f"resources: {', '.join([*missing, *([] if icons else ['icons'])])} in {folder}")
    else:
        report.ok(f"resources: {texts} messages, {len(icons)} icons, style")
    others = [language for language in LANGUAGES if language != "en"]
    untranslated = [language for language in others if translator(folder / "translations", language).isEmpty()]
    if untranslated:
        report.missing(f"translations: {', '.join(untranslated)}")
    else:
        report.ok(f"translations: {', '.join(others)}")
    return not missing and bool(icons)


def check_imports(report: Report) -> None:
    """Checks what a real redemption needs and the one in training does not: TLS, and every country's numbering plan."""
    try:
        import ssl

        import truststore

        truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except (ImportError, OSError) as error:
        report.missing(f"certificates: {error}")
    else:
        report.ok(f"certificates: the system's own, {ssl.OPENSSL_VERSION}")
    import phonenumbers

    missing = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        try:
            if phonenumbers.example_number(region) is None:
                missing.append(region)
        except ImportError:
            missing.append(region)
    if missing:
        report.missing(f"countries: {', '.join(missing)}")
    else:
        report.ok(f"countries: {len(phonenumbers.SUPPORTED_REGIONS)}")


def check_keyring(report: Report) -> None:
    """Checks that the keyring answers. Linux may have none."""
    from desktop.domain.failures import Secrets, SecretUnavailable
    from desktop.store.secrets import Passwords

    try:
        report.ok(f"keyring: {Passwords({}).backend_name()}")
    except SecretUnavailable as failure:
        if sys.platform in {"win32", "darwin"}:
            report.missing(f"keyring: {failure}")
        else:
            reason = "none on this system" if failure.why is Secrets.NO_STORE else "does not answer"
            report.warning(f"keyring: {reason}; the password then has to come from POINTS_TILL_PASSWORD")


def check_printers(report: Report) -> None:
    """Checks that Qt can list printers, and that the till can speak with the spooler of Windows."""
    try:
        from desktop.printing.pages import printer_names

        if sys.platform == "win32":
            from desktop.printing.windows import WindowsQueues

            WindowsQueues()
    except ImportError as error:
        report.missing(f"printing: {error}")
        return
    if sys.platform not in {"win32", "darwin"}:
        # On Linux printing is a plug-in. On Windows and macOS it is part of Qt's own library.
        loaded, errors = _load_plugins("printsupport")
        if errors:
            # The plug-in needs the library of CUPS, and a system without CUPS has no printers either.
            report.warning(f"printing: PDF only, since the system has no CUPS ({'; '.join(errors)})")
            return
        if not loaded:
            report.missing("printing: no print-support plug-in")
            return
    try:
        printers = call_with_timeout(PRINTERS_TIMEOUT, printer_names)
    except TimeoutError:
        report.warning(f"printing: not all printers answered within {PRINTERS_TIMEOUT:.0f} s")
    except ImportError as error:
        report.missing(f"printing: {error}")
    else:
        report.ok(f"printing: {len(printers)} printers")


def _load_plugins(kind: str) -> tuple[list[str], list[str]]:
    """Loads Qt's plug-ins of a kind. Returns the names of those that load, and the errors of the others."""
    from PySide6.QtCore import QCoreApplication, QLibrary, QPluginLoader

    loaded, errors = [], []
    for folder in QCoreApplication.libraryPaths():
        for file in sorted((Path(folder) / kind).glob("*")):
            if not QLibrary.isLibrary(str(file)):
                continue
            loader = QPluginLoader(str(file))
            if loader.load():
                loaded.append(file.name)
            else:
                errors.append(loader.errorString())
    return loaded, errors


def call_with_timeout(seconds: float, function: Callable[[], _Answer]) -> _Answer:
    """Calls a function on another thread, and returns its answer or raises its exception.

    Raises:
        TimeoutError: the function has not returned in time. It goes on in the background.
    """
    answers: SimpleQueue[_Answer | Exception] = SimpleQueue()

    def call() -> None:
        try:
            answers.put(function())
        except Exception as error:  # noqa: BLE001 - it is raised again in the calling thread
            answers.put(error)

    threading.Thread(target=call, name="smoke test", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer
