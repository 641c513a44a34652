"""Tests of making a bare Debian: it fetches packages as this machine does, and says why it cannot be made."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.dev import parse_pip_configuration
from tests.installer import on_bare_debian
from tests.installer.on_bare_debian import pip_settings

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths are those of Linux")

_keys = st.sampled_from(["cert", "extra-index-url", "find-links", "index-url", "no-index", "proxy", "x"])
_values = st.text(max_size=8)


@given(files=st.dictionaries(_keys, _values), variables=st.dictionaries(_keys, _values))
def test_pip_s_settings_are_read_as_it_prints_them(files: dict[str, str], variables: dict[str, str]) -> None:
    """A variable overrides a file. Settings for other commands than `install`, and other lines, are left out."""
    lines = [f"global.{key}={value!r}" for key, value in files.items()]
    lines += ["install.user='yes'", "list.format='json'", ":env:.config-file='/a'", "WARNING: something"]
    lines += [f":env:.{key}={value!r}" for key, value in variables.items()]
    assert parse_pip_configuration("\n".join(lines)) == files | {"user": "yes"} | variables


def test_what_pip_needs_goes_along(tmp_path: Path) -> None:
    """Folders with packages are mounted, an index with its neighbours; the certificate gets a path of its own."""
    index, wheels, certificate = tmp_path / "mirror" / "simple", tmp_path / "wheels", tmp_path / "ca.pem"
    index.mkdir(parents=True)
    wheels.mkdir()
    certificate.touch()
    urls = f"{index.as_uri()}\nhttps://example.org/simple"
    configuration = {"extra-index-url": urls, "find-links": f"{wheels} /no/such/folder", "cert": str(certificate)}
    given, binds = pip_settings(
        configuration, {"https_proxy": "http://proxy.example", "SSL_CERT_FILE": "/no", "X": "y"}
    )
    assert given == {
        "https_proxy": "http://proxy.example",
        "PIP_EXTRA_INDEX_URL": urls,
        "PIP_FIND_LINKS": configuration["find-links"],
        "PIP_CERT": binds[str(certificate)],
    }
    assert binds == {str(one): str(one) for one in (index.parent, wheels)} | {str(certificate): given["PIP_CERT"]}


def test_a_certificate_that_only_a_variable_names_goes_along(tmp_path: Path) -> None:
    """Without any setting nothing is mounted."""
    certificate = tmp_path / "ca.pem"
    certificate.touch()
    given, binds = pip_settings({}, {"SSL_CERT_FILE": str(certificate)})
    assert binds == {str(certificate): given["PIP_CERT"]}
    assert pip_settings({}, {}) == ({}, {})


@pytest.mark.parametrize(
    ("machine", "reason"),
    [
        (("darwin", 0, True, 0), "it takes Linux"),
        (("linux", 1000, True, 0), "it takes root"),
        (("linux", 0, False, 0), "it takes mmdebstrap, unshare, mount, chroot"),
        (("linux", 0, True, 1), "it takes the right to mount (not permitted)"),
    ],
)
def test_a_machine_without_the_means_says_so(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    machine: tuple[str, int, bool, int],
    reason: str,
) -> None:
    """The exit code is the one that test runners take for skipped."""
    system, user, has_tools, probe = machine
    monkeypatch.setattr(signal, "signal", lambda *_arguments: None)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: name if has_tools else None)
    probed = subprocess.CompletedProcess([], probe, "", "not permitted\n")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: probed)
    assert on_bare_debian.main([]) == on_bare_debian.NO_DEBIAN
    assert capsys.readouterr().err == f"no bare Debian to test in here: {reason}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has namespaces")
def test_nothing_is_left_of_what_ran_apart(tmp_path: Path) -> None:
    """Mounts and background processes end with the command, whose exit code is told."""
    try:
        on_bare_debian.check()
    except on_bare_debian.NoDebianError as error:
        pytest.skip(f"no namespaces here: {error}")
    script = 'mount -t tmpfs tmpfs "$1"; touch "$1/inside"; sleep 1000 & exit 7'
    assert on_bare_debian._run_apart(["sh", "-c", script, "sh", str(tmp_path)], {"PATH": "/usr/bin:/bin"}) == 7
    assert list(tmp_path.iterdir()) == []
