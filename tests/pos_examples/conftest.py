"""Fixtures for the examples: a till of their own, and a service."""

from __future__ import annotations

from tests.journeys.pos import options
from tests.journeys.tills import service

__all__ = ["options", "service"]
