"""Tests loading the settings of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.command_line import CommandLine
from desktop.domain.failures import SettingsUnusable
from desktop.settings_loading import load_settings, load_settings_for

if TYPE_CHECKING:
    from pathlib import Path


def test_a_policy_that_cannot_be_found_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The till does not start if it cannot tell whether there is a policy."""

    def unknown() -> tuple[Path, ...]:
        raise OSError(2, "Windows does not say options ProgramData is")

    monkeypatch.setattr(paths, "policy_files", unknown)
    with pytest.raises(SettingsUnusable) as caught:
        load_settings(CommandLine(), tmp_path)
    assert caught.value.problems == (("policy", "cannot be found: Windows does not say options ProgramData is"),)


def test_a_run_without_any_settings_gets_the_defaults(tmp_path: Path) -> None:
    """Only `journal verify` ignores a settings file that cannot be used."""
    (tmp_path / "settings.json").write_text('{"country": "nowhere"}', encoding="utf-8")
    with pytest.raises(SettingsUnusable):
        load_settings_for(CommandLine(verb="doctor"), tmp_path)
    assert load_settings_for(CommandLine(verb="journal verify"), tmp_path).settings.country == "IN"
