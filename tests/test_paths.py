"""Tests where resources and a till's folders are: packaged, installed and in the source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import paths

REPOSITORY = Path(__file__).parents[1]


def test_resources_of_the_source_are_the_repository_s() -> None:
    """A till started from the source finds its texts."""
    assert paths.resources() == REPOSITORY / "resources"
    assert (paths.resources() / "messages.toml").is_file()


def test_resources_of_a_bundle_are_beside_its_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """PyInstaller's attribute names the folder."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_resources_of_an_installed_wheel_are_in_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wheel contains them inside the package, where no other package can overwrite them."""
    (tmp_path / "desktop" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "desktop" / "paths.py"))
    assert paths.resources() == tmp_path / "desktop" / "_resources"


def test_logs_and_training_lie_in_the_data_folder(tmp_path: Path) -> None:
    """The folder that `--data` names contains everything that the till stores. Training has its own folder inside."""
    assert paths.log_dir(tmp_path) == tmp_path / "logs"
    assert paths.training_dir(tmp_path) == tmp_path / "training"


def test_the_folders_are_the_platform_s_and_bear_the_product_s_name() -> None:
    """The folders are absolute, named after the product, and not created by asking."""
    for folder in (paths.config_dir(), paths.data_dir()):
        assert folder.is_absolute()
        assert folder.name == "points-till"
    assert paths.documents_dir().is_absolute()


ELSEWHERE = {
    name: str(Path(__file__).parent)
    for name in (
        "XDG_CONFIG_DIRS", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "HOME", "USERPROFILE", "ProgramData", "ALLUSERSPROFILE",
        "APPDATA", "LOCALAPPDATA", "SystemDrive", "WIN_PD_OVERRIDE_COMMON_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    )
}  # fmt: skip
"""Variables by which a system finds folders, all with other values."""


def test_no_variable_moves_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cashier cannot disable or replace a policy with a variable."""
    before = paths.policy_files()
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    paths._platform.cache_clear()
    assert paths.policy_files() == before
    monkeypatch.undo()
    paths._platform.cache_clear()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG folders are Linux's")
def test_folders_follow_the_environment_on_linux_but_a_policy_does_not(tmp_path: Path) -> None:
    """Variables move the user's own folders, but not the policy."""
    code = "from desktop import paths; print(paths.config_dir(), paths.data_dir(), *paths.policy_files(), sep='\\n')"
    environment = ELSEWHERE | {"XDG_CONFIG_HOME": f"{tmp_path}/c", "XDG_DATA_HOME": f"{tmp_path}/d"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        f"{tmp_path}/c/points-till",
        f"{tmp_path}/d/points-till",
        "/etc/points-till/policy.json",
    ]


def test_the_policy_of_macos_is_in_a_folder_of_the_machine_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS the path is the same on every machine."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [file.as_posix() for file in paths.policy_files()] == [
        "/Library/Application Support/points-till/policy.json"
    ]


def test_the_policy_of_windows_is_in_program_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Windows the system tells the path."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(paths, "_program_data", lambda: tmp_path, raising=False)
    assert paths.policy_files() == (tmp_path / "points-till" / "policy.json",)


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_windows_says_where_program_data_is() -> None:
    """The registry and the shell agree on an unchanged machine."""
    if sys.platform == "win32":  # tells mypy the same as the mark
        assert paths._program_data() == paths._known_program_data()
        assert paths._program_data().is_dir()


def test_asking_for_resources_imports_nothing_heavy() -> None:
    """Resources are needed before the first paint."""
    code = "import sys; from desktop import paths; paths.resources(); print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
