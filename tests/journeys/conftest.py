"""Fixtures for the journeys: tills with a real window, and the services that they use."""

from __future__ import annotations

from tests.head_office.databases import database, postgres, receiver
from tests.journeys.pos import options
from tests.journeys.signing_on import pins, stored_pin
from tests.journeys.tills import after_loss, machine_keyring, open_till, qt_warnings, service, style

__all__ = [
    "after_loss", "database", "machine_keyring", "open_till", "options", "pins", "postgres", "qt_warnings", "receiver",
    "service", "stored_pin", "style",
]  # fmt: skip
