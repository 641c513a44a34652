"""Fixtures for the tests of head office."""

from __future__ import annotations

from tests.head_office.databases import connection, database, postgres, real_server, receiver

__all__ = ["connection", "database", "postgres", "real_server", "receiver"]
