"""The limits of the local interface. They are far above what a POS needs."""

from __future__ import annotations

MAX_BODY = 16_384
"""Bytes of a body: many times the longest hand-over."""

MAX_HEADERS = 16_384
"""Bytes of the head of a request."""

MAX_WAIT = 60
"""Seconds that a caller can wait for an outcome in one request."""

MAX_CONNECTIONS = 64
"""Connections at a time."""

THREADS = 12
"""Requests that are answered at a time."""

MAX_POLLS = 7
"""Requests that wait for an outcome at a time. The other threads answer what needs no waiting."""

MAX_BILLS = 2
"""Bills that are being attached at a time. Each waits for the service."""

REQUEST_TIMEOUT = 10.0
"""Seconds in which a whole request must have arrived, however many pieces it comes in."""
