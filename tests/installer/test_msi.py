"""Tests the MSI around the set-up: its tables everywhere, its life on a Windows for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from installer import product
from installer.windows import msi
from tests.installer.wine import Windows, is_there, windows_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"
LIST_OF_PROGRAMS = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
STARTED = r"C:\started.txt"

needs_msibuild = pytest.mark.skipif(shutil.which("msibuild") is None, reason="msibuild is not installed")


def _rows(version: str, table: str) -> dict[str, list[str]]:
    names, _types, _keys, *rows = msi.tables(version)[table]
    assert all(len(row) == len(names) for row in rows)
    return {row[0]: list(row) for row in rows}


def test_the_product_is_known_in_all_versions() -> None:
    """The upgrade code stays, the product code changes with the version, and a pre-release counts as its release."""
    old, new = _rows("1.2.3", "Property"), _rows("1.2.4", "Property")
    assert old["UpgradeCode"] == new["UpgradeCode"] == ["UpgradeCode", "{4E1B7F52-7B0E-5A58-9E37-8C2D1A6B90F3}"]
    assert old["ProductCode"] != new["ProductCode"] != _rows("1.2.4rc1", "Property")["ProductCode"]
    assert old["ProductCode"] == _rows("1.2.3", "Property")["ProductCode"]
    assert msi.msi_version("1.2.4rc1") == msi.msi_version("1.2.4") == "1.2.4"
    assert old["ALLUSERS"] == ["ALLUSERS", "1"]
    with pytest.raises(ValueError, match="cannot hold"):
        msi.msi_version("256.0.0")


def test_the_set_up_runs_as_the_system_and_its_exit_code_counts() -> None:
    """Each own action is deferred (1024), not the user's (2048), waited for and checked (no 64, no 128)."""
    actions = _rows(product.version(), "CustomAction")
    assert {int(row[1]) for row in actions.values()} == {2 + 3072, 34 + 3072}
    assert all("/S /AllUsers /WAIT=[WAIT]" in row[3] for row in actions.values())
    steps = _rows(product.version(), "InstallExecuteSequence")
    order = sorted(steps, key=lambda name: int(steps[name][2]))
    assert order.index("InstallInitialize") < order.index("RemoveTill") < order.index("InstallTill")
    assert order.index("InstallTill") < order.index("InstallFinalize") == len(order) - 1
    assert "UPGRADINGPRODUCTCODE" in steps["RemoveTill"][1]


def test_restart_manager_closes_no_till() -> None:
    """A till that serves a customer is closed by no one but itself."""
    assert _rows("1.2.3", "Property")["MSIRESTARTMANAGERCONTROL"] == ["MSIRESTARTMANAGERCONTROL", "Disable"]


@needs_msibuild
def test_the_msi_carries_the_set_up_unchanged(tmp_path: Path) -> None:
    """msitools reads the tables, and the stream is the set-up byte for byte."""
    set_up = tmp_path / "points-till-1.2.3-windows-x64-setup.exe"
    set_up.write_bytes(os.urandom(100_000))
    made = msi.make(set_up)
    assert made == tmp_path / f"points-till-{product.version()}-windows-x64.msi"
    found = subprocess.run(["msiinfo", "tables", str(made)], capture_output=True, text=True, check=True).stdout
    assert set(msi.tables("1.2.3")) <= set(found.split())
    command = ["msiinfo", "extract", str(made), "Binary.SetUp"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == set_up.read_bytes()
    said = subprocess.run(["msiinfo", "suminfo", str(made)], capture_output=True, text=True, check=True).stdout
    assert "Template: x64;1033" in said


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A Windows of this module's own. Nothing here has a window."""
    made = Windows(tmp_path_factory.mktemp("windows"), "")
    yield made
    made.close()


def _make(folder: Path, version: str) -> Path:
    stand_in = product.ROOT / "tests" / "installer" / "stand_ins" / "set_up.nsi"
    set_up = folder / f"setup-{version}.exe"
    command = ["makensis", "-V1", f"-DOUTPUT={set_up}", f"-DVERSION={version}", str(stand_in)]
    subprocess.run(command, check=True)
    return msi.make(set_up, folder / f"{version}.msi", version)


@pytest.mark.slow
@pytest.mark.timeout(900)
@needs_msibuild
@pytest.mark.skipif(not is_there(), reason="no Windows for tests: tests.installer.on_windows makes one")
@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_install_upgrade_refuse_and_remove(windows: Windows, tmp_path: Path) -> None:
    """The MSI starts the set-up once for each step, hides its entry, fails with it, and removes the till."""

    def run(*arguments: str) -> int:
        code, _said = windows.run("msiexec.exe", *arguments, "/qn")
        return code

    def started() -> list[str]:
        lines = windows.path(STARTED).read_text(encoding="ascii").splitlines() if windows.path(STARTED).exists() else []
        windows.path(STARTED).unlink(missing_ok=True)
        return [line.strip() for line in lines]

    old, new = (_make(tmp_path, version) for version in ("1.2.3", "1.2.4"))
    product_codes = [msi.tables(version)["Property"][3][1] for version in ("1.2.3", "1.2.4")]

    windows.path(r"C:\busy").touch()
    # Windows says 1603; Wine says 1627.
    assert run("/i", windows_path(old)) in {1603, 1627}
    assert started() == ["install 1.2.3 /S /AllUsers /WAIT=120 /SHARED="]
    windows.path(r"C:\busy").unlink()

    assert run("/i", windows_path(old), "WAIT=5") == 0
    assert started() == ["install 1.2.3 /S /AllUsers /WAIT=5 /SHARED="]
    assert windows.registry(UNINSTALL, "SystemComponent") == "0x1"
    assert windows.registry(f"{LIST_OF_PROGRAMS}\\{product_codes[0]}", "DisplayVersion") == "1.2.3"

    # Windows removes the old MSI like this in an upgrade. Wine leaves the property out, so these are two steps.
    assert run("/x", product_codes[0], f"UPGRADINGPRODUCTCODE={product_codes[1]}") == 0
    assert started() == []
    assert windows.registry(UNINSTALL, "DisplayVersion") == "1.2.3"
    assert windows.registry(f"{LIST_OF_PROGRAMS}\\{product_codes[0]}", "DisplayVersion") is None
    assert run("/i", windows_path(new), "STARTATLOGIN=1", "SHARED=1") == 0
    assert started() == ["install 1.2.4 /S /AllUsers /WAIT=120 /SHARED=1 /STARTATLOGIN=1"]

    assert run("/i", windows_path(old)) != 0
    assert started() == []
    assert windows.registry(UNINSTALL, "DisplayVersion") == "1.2.4"

    assert run("/x", product_codes[1]) == 0
    # NSIS keeps `_?=` for itself.
    assert started() == ["remove /S /AllUsers /WAIT=120"]
    assert not windows.path(r"C:\Program Files\Points Till").exists()
    assert windows.registry(UNINSTALL, "SystemComponent") is None
    assert windows.registry(f"{LIST_OF_PROGRAMS}\\{product_codes[1]}", "DisplayVersion") is None


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not is_there(), reason="no Windows for tests: tests.installer.on_windows makes one")
def test_group_policy_is_read_from_the_registry(windows: Windows) -> None:
    """Numbers, texts and lines are read as the template writes them, and the key of defaults beside them."""
    script = (
        f"import sys; sys.path.insert(0, {windows_path(product.ROOT)!r})\n"
        "from desktop.store import managed_policy\n"
        "print(managed_policy.find())"
    )
    code, said = windows.run("python.exe", "-c", script)
    assert (code, said.strip()) == (0, "None")
    key = r"HKLM\Software\Policies\points-till"
    for arguments in (
        (key, "/v", "bill_required", "/t", "REG_DWORD", "/d", "1"),
        (key, "/v", "Store", "/d", "MG Road"),
        (key, "/v", "receipt_header", "/t", "REG_MULTI_SZ", "/d", r"MG Road 1\0Bengaluru"),
        (rf"{key}\defaults", "/v", "country", "/d", "GB"),
    ):
        assert windows.run("reg.exe", "add", *arguments, "/f")[0] == 0
    code, said = windows.run("python.exe", "-c", script)
    assert code == 0
    assert "'bill_required': 1" in said
    assert "'store': 'MG Road'" in said
    assert "'receipt_header': ['MG Road 1', 'Bengaluru']" in said
    assert "defaults={'country': 'GB'}" in said
