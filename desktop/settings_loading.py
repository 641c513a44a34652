"""Loads the settings of this run from the settings file, the policy, the environment and the command line."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine
    from desktop.store.settings_file import Loaded


def load_settings(command: CommandLine, config: Path, *, training: bool = False) -> Loaded:
    """Loads the settings. Never raises: what cannot be used is in `Loaded.problems`.

    Args:
        command: the command line. Its options override settings.
        config: the folder of the settings file.
        training: True if this run uses the practice service.
    """
    from desktop.store import managed_policy, settings_file
    from desktop.store.settings_layers import POLICY, Problem

    problems: tuple[Problem, ...] = ()
    policies: tuple[Path, ...] = ()
    try:
        policies = paths.policy_files()
    except OSError as error:
        # There may be a policy, so nothing may be redeemed without it.
        reason = f"cannot be found: {error.strerror}"
        problems = (Problem("", POLICY, "policy", reason, stops=True),)
    loaded = settings_file.load(
        config, policies, os.environ, command.overrides, training=training, managed=managed_policy.find()
    )
    return replace(loaded, problems=(*problems, *loaded.problems))


def in_short(loaded: Loaded) -> str:
    """Returns which source sets which settings, without their values, for the log. Defaults are left out."""
    from desktop.store.settings_layers import DEFAULT

    by_source: dict[str, list[str]] = {}
    for name, source in loaded.sources.items():
        if source != DEFAULT:
            by_source.setdefault(source, []).append(name)
    told = (f"{source}: {', '.join(names)}" for source, names in by_source.items())
    return "; ".join(told) or "all have their defaults"
