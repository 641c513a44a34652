"""Fixtures for tests of the GUI: the application, the style, and real tills."""

from __future__ import annotations

from tests.journeys.tills import machine_keyring, open_till, qt_warnings, service, style

__all__ = ["machine_keyring", "open_till", "qt_warnings", "service", "style"]
