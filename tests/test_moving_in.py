"""Tests that a login's settings move to the machine's folder when a window opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import moving_in, paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of a login."""
    (tmp_path / "own").mkdir()
    monkeypatch.setattr(paths, "user_config_dir", lambda: tmp_path / "own")
    file = tmp_path / "own" / "settings.json"
    file.write_text('{"till": "one"}', encoding="utf-8")
    return file


def test_settings_move_once(own: Path, tmp_path: Path) -> None:
    """The machine has them, and the login's are kept under another name."""
    machine = tmp_path / "machine"
    machine.mkdir()
    moving_in.try_to_move_settings(machine)
    assert (machine / "settings.json").read_text(encoding="utf-8") == '{"till": "one"}'
    assert not own.exists()
    assert own.with_name("settings.json.moved").exists()
    own.write_text('{"till": "two"}', encoding="utf-8")
    moving_in.try_to_move_settings(machine)
    assert (machine / "settings.json").read_text(encoding="utf-8") == '{"till": "one"}'
    assert own.exists()


def test_a_folder_that_takes_no_settings_does_not_stop_the_till(
    own: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says so, and the settings are still where they were."""
    moving_in.try_to_move_settings(tmp_path / "missing")
    assert "could not be moved" in caplog.text
    assert own.exists()
