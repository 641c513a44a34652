"""Checks for `--smoke-test` that this installation is complete, and redeems once on the practice service."""

from __future__ import annotations

from desktop.smoke_test import installation
from desktop.smoke_test.report import Report


def run(name: str, qt: tuple[str, ...]) -> int:
    """Checks everything that a till needs. Does not touch the till's own folders, and reads no password.

    Args:
        name: the name of the program, for Qt.
        qt: Qt's own options.

    Returns:
        0 if everything is there, 1 if something is missing.
    """
    report = Report()
    threads_ended = True
    try:
        threads_ended = _check_all(report, name, qt)
    except Exception as error:  # noqa: BLE001 - any error means that something is wrong with this installation
        report.missing(f"{type(error).__name__}: {error}")
    if not threads_ended:
        import os

        # An interpreter that ends with a running QThread aborts, and the caller would not see the exit code.
        os._exit(1)
    return 0 if report.is_complete else 1


def _check_all(report: Report, name: str, qt: tuple[str, ...]) -> bool:
    """Runs all checks. Returns True if every thread has ended."""
    is_complete = installation.check_files(report)
    has_resources = installation.check_resources(report)
    installation.check_imports(report)
    threads_ended = True
    # A window needs its texts and style, and without its plug-ins Qt would end the program.
    if is_complete and has_resources:
        from desktop.smoke_test.languages import check_languages
        from desktop.smoke_test.window import check_window_in_temporary_folder

        check_languages(report)
        threads_ended = check_window_in_temporary_folder(report, name, qt)
    installation.check_keyring(report)
    installation.check_printers(report)
    return threads_ended
