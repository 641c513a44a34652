"""Owns tests of where things lie: packaged, installed and in the source, and a till's folders."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import paths

REPOSITORY = Path(__file__).parents[1]


def test_resources_of_the_source_are_the_repository_s() -> None:
    """A till that is started from the source finds its words."""
    assert paths.resources() == REPOSITORY / "resources"
    assert (paths.resources() / "messages.toml").is_file()


def test_resources_of_a_bundle_are_beside_its_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """PyInstaller says where it put them."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_resources_of_an_installed_wheel_are_in_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wheel carries them inside the package, where nothing else can overwrite them."""
    (tmp_path / "desktop" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "desktop" / "paths.py"))
    assert paths.resources() == tmp_path / "desktop" / "_resources"


def test_logs_and_training_lie_in_the_data_folder(tmp_path: Path) -> None:
    """The folder that `--data` names holds all that the till keeps; training keeps its own inside."""
    assert paths.log_dir(tmp_path) == tmp_path / "logs"
    assert paths.training_dir(tmp_path) == tmp_path / "training"
    assert paths.log_dir() == paths.data_dir() / "logs"
    assert paths.training_dir() == paths.data_dir() / "training"


def test_the_folders_are_the_platform_s_and_bear_the_product_s_name() -> None:
    """Absolute, named after the product, and none of them is made by asking."""
    for folder in (paths.config_dir(), paths.data_dir()):
        assert folder.is_absolute()
        assert folder.name == "points-till"
    assert paths.documents_dir().is_absolute()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG folders are Linux's")
def test_folders_follow_the_environment_on_linux_but_a_policy_does_not(tmp_path: Path) -> None:
    """A cashier who sets a variable moves her own folders, and never gets out from under the policy."""
    code = "from desktop import paths; print(paths.config_dir(), paths.data_dir(), *paths.policy_files(), sep='\\n')"
    environment = {
        "XDG_CONFIG_HOME": f"{tmp_path}/c",
        "XDG_DATA_HOME": f"{tmp_path}/d",
        "XDG_CONFIG_DIRS": f"{tmp_path}/p",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        f"{tmp_path}/c/points-till",
        f"{tmp_path}/d/points-till",
        "/etc/points-till/policy.json",
    ]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_policy_of_windows_and_macos_is_the_machine_s(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """There the platform's own folder for all users is asked for, which is not the user's."""
    monkeypatch.setattr(sys, "platform", platform)
    (file,) = paths.policy_files()
    assert file.name == "policy.json"
    assert file.parent != paths.config_dir()


def test_asking_for_resources_imports_nothing_heavy() -> None:
    """Resources are wanted before the first paint."""
    code = "import sys; from desktop import paths; paths.resources(); print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
