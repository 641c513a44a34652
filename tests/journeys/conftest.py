"""Fixtures for the journeys: tills with a real window, and the services that they use."""

from __future__ import annotations

from tests.head_office.databases import database, postgres, receiver
from tests.journeys.pos import options
from tests.journeys.tills import after_loss, machine_keyring, open_till, qt_warnings, service, style

__all__ = [
    "after_loss", "database", "machine_keyring", "open_till", "options", "postgres", "qt_warnings", "receiver",
    "service", "style",
]  # fmt: skip
