"""Writes and reads files of settings, for tests."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from desktop.store import settings_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.store.settings_layers import Problem

load = functools.partial(settings_file.load, policy_problem=lambda _path: "")
"""Trusts all policies, because the folders of these tests belong to the user who runs them."""

LOOPBACK = "http://127.0.0.1:8000"
REAL = "https://eu.example.com"


def write(path: Path, values: object) -> Path:
    """Writes a file as store IT would."""
    path.write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
    return path


def problem(config: Path, *policies: Path) -> Problem:
    """Returns the single problem of the settings."""
    (found,) = load(config, policies).problems
    return found
