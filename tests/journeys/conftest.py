"""Owns what journeys share: tills with a real window, and the services that they speak to."""

from __future__ import annotations

from tests.journeys.tills import look, open_till, qt_warnings, service

__all__ = ["look", "open_till", "qt_warnings", "service"]
