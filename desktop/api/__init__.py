"""Talks HTTP to the loyalty service. No other package does."""

from desktop.api.lean_requests import import_requests

# Before any module of this package imports requests itself.
import_requests()
