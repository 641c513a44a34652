"""Sets up hypothesis for the tests of the POS's side."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# On a busy machine, loading hypothesis' table of all characters alone takes seconds, which is not a fault of a test.
settings.register_profile("busy-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy-machine")
