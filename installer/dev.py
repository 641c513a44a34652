"""Sets up and runs what a newcomer needs: `python3 installer/dev.py train` and `python3 installer/dev.py test`.

It needs only the standard library of any supported Python, because nothing is installed yet.
"""

from __future__ import annotations

import argparse
import ast
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)

OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The libraries that Qt loads without a screen, and the Debian packages that contain them."""

SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""The libraries that Qt also needs to paint on a screen."""

TEST_TOOLS = {"pgrep": "procps", "jq": "jq"}
"""Programs that tests use, and the Debian packages that bring them. Tests are skipped without them."""

_WITHOUT_EFFECT = {"default-timeout", "disable-pip-version-check", "no-cache-dir", "progress-bar", "retries", "timeout"}
"""Settings of pip that change nothing about what is installed, and from where."""

TESTS_FAILED = 1
"""Exit code of pytest if it ran to its end and a test failed."""


class CannotGoOnError(RuntimeError):
    """A problem that only the user can solve. The text says how."""


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Debian packages whose libraries cannot be loaded; none on systems other than Linux."""
    is_linux = sys.platform.startswith("linux")
    return [package for library, package in libraries.items() if is_linux and not _loads(library)]


def missing_tools(tools: dict[str, str]) -> list[str]:
    """Debian packages whose programs are not on the path; none on systems other than Linux."""
    is_linux = sys.platform.startswith("linux")
    return [package for tool, package in tools.items() if is_linux and shutil.which(tool) is None]


def missing_venv(venv: Path) -> list[str]:
    """The package without which Debian's Python cannot make a virtual environment, if one has to be made."""
    # Other systems' Pythons, and most that were built from source, come with it.
    if _python(venv).exists() or importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def provide_packages(needed: Sequence[str], optional: Sequence[str] = ()) -> None:
    """Installs the system packages that are missing, or says how to.

    Args:
        needed: Debian packages that are missing and that nothing works without.
        optional: Debian packages that are missing and that some tests use. Those tests are skipped without them.

    Raises:
        CannotGoOnError: needed packages are missing, and this user or this system cannot install them.
    """
    missing = [*needed, *optional]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    has_apt = shutil.which("apt-get") is not None
    is_root = sys.platform != "win32" and os.geteuid() == 0
    if missing and has_apt and is_root:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update"], environment)
        _run(install, environment)
    elif needed and has_apt:
        raise CannotGoOnError(
            "A few system packages are missing. Install them, and then run the same command again:\n"
            f"    sudo {' '.join(install)}"
        )
    elif needed:
        raise CannotGoOnError(f"Install what Debian calls {' '.join(needed)}, and then run the same command again.")


def provide_project(extra: str, venv: Path | None = None) -> Path:
    """Creates a virtual environment with the project and its dependencies. Returns quickly if it is up to date.

    Args:
        extra: `dev` to include the tools; empty for the program alone.
        venv: its folder; `.venv` by default.

    Returns:
        The environment's Python.
    """
    venv = venv or VENV
    python = _python(venv)
    stamps = [venv / f"installed-{name}" for name in dict.fromkeys((extra or "program", "dev"))]
    wanted = _fingerprint()
    if python.exists() and any(stamp.is_file() and stamp.read_text(encoding="ascii") == wanted for stamp in stamps):
        if _has_stale_translations():
            _run([str(python), "-m", "installer.translations", "compile"])
        return python
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(venv)])
    project = f"{ROOT}[{extra}]" if extra else str(ROOT)
    _install(python, project)
    stamps[0].write_text(wanted, encoding="ascii")
    return python


def _install(python: Path, project: str) -> None:
    """Installs a project with uv, which takes a fifth of the time, or else with pip.

    uv reads no settings of pip. Where pip has some that uv has no equal of, such as a proxy, pip does it.
    """
    pip = [str(python), "-m", "pip"]
    options = ["install", "--quiet", "--disable-pip-version-check"]
    settings = uv_settings(pip_configuration(python))
    if settings is not None and _status([*pip, *options, "uv"]) == 0:
        uv = str(python.with_name("uv.exe" if sys.platform == "win32" else "uv"))
        command = [uv, "pip", "install", "--quiet", "--python", str(python), "--editable", project]
        print("+", *command, flush=True)
        if _status(command, {**os.environ, **settings}) == 0:
            return
    _run([*pip, *options, "--editable", project])


def uv_settings(configuration: Mapping[str, str]) -> dict[str, str] | None:
    """Variables that make uv install from where pip would; None if pip has settings that uv has no equal of.

    Args:
        configuration: pip's settings by their long names, such as `extra-index-url`.
    """
    settings: dict[str, str] = {}
    for name, value in configuration.items():
        if name == "cert":
            settings["SSL_CERT_FILE"] = value
        elif name == "find-links":
            settings["UV_FIND_LINKS"] = ",".join(value.split())
        elif name == "constraint":
            settings["UV_CONSTRAINT"] = " ".join(value.split())
        elif name == "index-url":
            settings["UV_DEFAULT_INDEX"] = value
        elif name == "extra-index-url":
            # As pip does, of all indexes the newest release. uv's own way is the first index that has the package.
            settings |= {"UV_INDEX": " ".join(value.split()), "UV_INDEX_STRATEGY": "unsafe-best-match"}
        elif name not in _WITHOUT_EFFECT:
            return None
    return settings


def pip_configuration(python: Path) -> dict[str, str]:
    """Reads pip's settings, from its files and variables; those for other commands than `install` are left out."""
    command = [str(python), "-m", "pip", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - pip
    return parse_pip_configuration(listed.stdout)


def parse_pip_configuration(listed: str) -> dict[str, str]:
    """Reads what `pip config list` prints: `global.cert='/a'`, `:env:.cert='/a'`. Variables override files."""
    found: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in listed.splitlines():
        name, is_setting, value = line.partition("=")
        section, _, key = name.rpartition(".")
        if is_setting and section in found and key != "config-file":
            found[section][key] = str(ast.literal_eval(value))
    return found["global"] | found["install"] | found[":env:"]


def train(arguments: Sequence[str]) -> int:
    """Starts the till on its practice service."""
    # Asked first: an installation of some minutes should not end with this message.
    code = _status([sys.executable, str(ROOT / "desktop" / "display_check.py"), *arguments])
    if code:
        return code
    provide_packages([*missing_packages(OFFSCREEN_LIBRARIES | SCREEN_LIBRARIES), *missing_venv(VENV)])
    python = provide_project("")
    return _status([str(python), "-m", "desktop", "--training", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Runs the tests without a screen; what failed, once more by itself."""
    provide_packages([*missing_packages(OFFSCREEN_LIBRARIES), *missing_venv(VENV)], missing_tools(TEST_TOOLS))
    python = provide_project("dev")
    # One process for each processor. A file stays in one process, because its tests share servers and windows.
    spread = [] if "--collect-only" in arguments else ["-n", "auto", "--dist", "loadfile"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pytest = [str(python), "-m", "pytest"]
    code = _status([*pytest, *spread, *arguments], environment)
    if code == TESTS_FAILED and spread:
        # Some tests wait for threads, processes and servers, and lose a race on a machine that is too busy. Who is
        # right about a failure is clear when nothing else runs. The first one that fails again is enough.
        print("\nTests failed. They run once more, one after the other:", flush=True)
        # pytest does not find single tests that are named here if they are not among those that failed.
        others = [one for one in arguments if "::" not in one]
        code = _status([*pytest, "--last-failed", "--exitfirst", *others], environment)
        if code == 0:
            print("They passed this time. Please report what failed at first, above.", flush=True)
    return code


def packages(_arguments: Sequence[str]) -> int:
    """Prints the Debian packages that are missing, for installing them in another way."""
    libraries = missing_packages(OFFSCREEN_LIBRARIES | SCREEN_LIBRARIES)
    print(*libraries, *missing_venv(VENV), *missing_tools(TEST_TOOLS))
    return 0


VERBS = {"train": train, "test": test, "packages": packages}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Passes the arguments after the verb to the till or to pytest."""
    if sys.version_info[:2] < OLDEST_PYTHON:  # an older Python must get this message, not a syntax error
        print(f"Points Till needs Python {'.'.join(map(str, OLDEST_PYTHON))} or newer.", file=sys.stderr)
        return 1
    parser = argparse.ArgumentParser(prog="dev.py", description="Runs or tests the till, and installs what it needs.")
    parser.add_argument(
        "verb", choices=VERBS, help="; ".join(f"{name}: {verb.__doc__}" for name, verb in VERBS.items())
    )
    known, rest = parser.parse_known_args(arguments)
    try:
        return VERBS[known.verb](rest)
    except CannotGoOnError as error:
        print(error, file=sys.stderr)
    except subprocess.CalledProcessError as error:
        print(f"{error.cmd[0]} failed with exit code {error.returncode}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _fingerprint() -> str:
    """A text that changes when the requirements change."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _has_stale_translations() -> bool:
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    print("+", *command, flush=True)
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603 - only the commands above


def _status(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603 - as above


if __name__ == "__main__":
    sys.exit(main())
