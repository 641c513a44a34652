"""Tests loading the settings of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.command_line import CommandLine
from desktop.settings_loading import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_without_knowing_the_policy_nothing_is_redeemed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the system does not say where a policy would be, redeeming stops. The settings are still read."""

    def unknown() -> tuple[Path, ...]:
        raise OSError(2, "Windows does not say where ProgramData is")

    monkeypatch.setattr(paths, "policy_files", unknown)
    loaded = load_settings(CommandLine(overrides={"store": "MG Road"}), tmp_path)
    assert loaded.unusable is not None
    assert loaded.unusable.problems == (("policy", "cannot be found: Windows does not say where ProgramData is"),)
    assert loaded.settings.store == "MG Road"


def test_a_value_that_cannot_be_used_stops_no_command(tmp_path: Path) -> None:
    """The value is named with file, line and reason, and its default is used."""
    (tmp_path / "settings.json").write_text('{\n"country": "nowhere"}', encoding="utf-8")
    loaded = load_settings(CommandLine(verb="doctor"), tmp_path)
    assert loaded.settings.country == "IN"
    assert loaded.unusable is None
    (problem,) = loaded.problems
    path = tmp_path / "settings.json"
    assert str(problem) == f"country: must be an ISO 3166 region such as IN ({path}, line 2)"
