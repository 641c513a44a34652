"""Loads the settings of this run from the settings file, the policy, the environment and the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.failures import SettingsUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine
    from desktop.store.settings_file import Loaded


def load_settings(command: CommandLine, config: Path, *, training: bool = False) -> Loaded:
    """Loads the settings.

    Args:
        command: the command line. Its options override settings.
        config: the folder of the settings file.
        training: True if this run uses the practice service.

    Raises:
        SettingsUnusable: names every file or setting that is wrong, and the reason.
    """
    from desktop.store import settings_file

    try:
        policies = paths.policy_files()
    except OSError as error:
        # There may be a policy, so the till must not start without it.
        raise SettingsUnusable((("policy", f"cannot be found: {error.strerror}"),)) from error
    return settings_file.load(config, policies, os.environ, command.overrides, training=training)


def load_settings_for(command: CommandLine, config: Path) -> Loaded:
    """Loads the settings for a command. `journal verify` gets the defaults, so it runs even if the settings are wrong.

    Raises:
        SettingsUnusable: as for `load_settings`.
    """
    if command.verb == "journal verify":
        return default_settings()
    return load_settings(command, config)


def default_settings() -> Loaded:
    """Returns the default settings, for when the others cannot be used."""
    from desktop.domain.settings import Settings
    from desktop.store.settings_file import Loaded

    return Loaded(Settings(), frozenset(), {})
