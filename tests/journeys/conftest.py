"""Owns what journeys share: tills with a real window, and the services that they speak to."""

from __future__ import annotations

from tests.journeys.tills import open_till, qt_warnings, service, style

__all__ = ["open_till", "qt_warnings", "service", "style"]
