"""What a benchmark and the window that it starts both know.

These names have a module of their own because that window's modules load Qt. A till's private memory would look larger,
relative to a bare window's, if the benchmark itself used the same files.
"""

MEMBER = "9876543003"
"""The sample member with points for any number of redemptions."""

STALL_TIMES = "STALL_TIMES"
"""The environment variable with the number of times that a scene is played in one window."""

STALL_EXPORTED = "STALL_EXPORTED"
"""The environment variable with the data folder that the command exports."""

MANY_ROUNDS = "MANY_ROUNDS"
"""The environment variable with the number of redemptions in one window."""
