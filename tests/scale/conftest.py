"""Fixtures for the tests with many tills."""

from __future__ import annotations

from tests.head_office.databases import real_server

__all__ = ["real_server"]
