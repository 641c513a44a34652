"""Provides a print service for the tests of a folder, and printers in the network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.printing.print_service import PrintService, start_print_service

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def running_cups() -> Iterator[PrintService]:
    """Runs one CUPS for all tests that need it."""
    service = start_print_service()
    yield service
    service.stop()
    shutil.rmtree(service.folder)


@pytest.fixture
def cups(running_cups: PrintService, monkeypatch: pytest.MonkeyPatch) -> PrintService:
    """Makes the program use the CUPS of the tests."""
    monkeypatch.setenv("CUPS_SERVER", str(running_cups.socket))
    # Where `lpoptions` finds what the driver can, as it does on this machine's own CUPS.
    monkeypatch.setenv("CUPS_SERVERROOT", str(running_cups.folder / "root"))
    return running_cups
