"""Tests the frozen program in a minimal Debian that has only the packages that README names.

It needs the frozen program (`python -m installer build`), root, and mmdebstrap.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import freeze, icu_data, product
from installer.dev import OFFSCREEN_LIBRARIES, SCREEN_LIBRARIES

if TYPE_CHECKING:
    from pathlib import Path

BUNDLE = product.bundle("linux")

TIMEOUT = 300.0
"""Seconds for one smoke test, which takes two or three on a machine that does nothing else."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Linux bundle runs on Linux"),
    pytest.mark.skipif(not BUNDLE.is_dir(), reason="the program is not frozen"),
]


def test_nothing_is_missing_and_it_has_not_grown() -> None:
    """`python -m installer check` finds no problem."""
    assert freeze.problems(BUNDLE, "linux") == []
    assert [path.name for path in BUNDLE.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_the_frozen_program_passes_its_smoke_test(tmp_path: Path) -> None:
    """It works from any folder, under any name, and ignores Python's own environment variables."""
    copied = tmp_path / "a folder with a blank"
    shutil.copytree(BUNDLE, copied, symlinks=True)
    environment = {**os.environ, "PYTHONPATH": "/nowhere", "PYTHONHOME": "/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    command = [str(copied / product.NAME), "--smoke-test"]
    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=TIMEOUT
    )
    assert (done.returncode, "missing" in done.stdout, done.stderr) == (0, False, ""), done.stdout


@pytest.mark.parametrize("lost", ["PySide6/Qt/plugins/platforms", "resources/style/compact.qss", "licences"])
def test_a_broken_installation_says_what_is_missing(tmp_path: Path, lost: str) -> None:
    """A damaged installation names the missing file, where Qt would exit silently or show an unattended message box."""
    copied = tmp_path / "program"
    shutil.copytree(BUNDLE, copied, symlinks=True)
    target = copied / "_internal" / lost
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()
    command = [str(copied / product.NAME), "--smoke-test", "-platform", "offscreen"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"missing files: {lost}" in done.stdout


def test_missing_sort_orders_are_reported(tmp_path: Path) -> None:
    """A program whose ICU has no data names the languages that it cannot sort.

    So the smoke test would also notice if the data were reduced too far.
    """
    copied = tmp_path / "program"
    shutil.copytree(BUNDLE, copied, symlinks=True)
    (library,) = (copied / "_internal" / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    icu_data.write(library, icu_data.read(library)[0], {})
    command = [str(copied / product.NAME), "--smoke-test", "-platform", "offscreen"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
    assert done.returncode == 1
    assert "missing languages: order in ar; order in en; order in es" in done.stdout


@pytest.mark.skipif(shutil.which("mmdebstrap") is None, reason="mmdebstrap is not installed")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can change into another root")
def test_it_runs_in_the_smallest_debian(tmp_path: Path) -> None:
    """It redeems without Python, without a compiler, with one font, and with only the packages that README names."""
    root = tmp_path / "root"
    packages = [*OFFSCREEN_LIBRARIES.values(), *SCREEN_LIBRARIES.values()]
    # The program needs the system libraries of the release it was frozen on, or newer ones.
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    include = ["--variant=essential", f"--include={','.join(packages)}"]
    subprocess.run(["mmdebstrap", "--quiet", *include, release, str(root)], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(BUNDLE, root / "opt" / product.NAME, symlinks=True)
    assert not (root / "usr" / "bin" / "python3").exists()
    done = subprocess.run(
        [
            "/usr/sbin/chroot",
            str(root),
            f"/opt/{product.NAME}/{product.NAME}",
            "--smoke-test",
            "-platform",
            "offscreen",
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": "/root"},
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )
    assert (done.returncode, "missing" in done.stdout) == (0, False), done.stdout + done.stderr
    assert "ok redemption: 10.5 points redeemed" in done.stdout
