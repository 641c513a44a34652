"""Owns what tests of the window's parts share: the application, the theme, and real tills for looking at pages."""

from __future__ import annotations

from tests.journeys.tills import open_till, qt_warnings, service, style

__all__ = ["open_till", "qt_warnings", "service", "style"]
