"""Tests of the two commands for newcomers: they need only Python, and say what they cannot do themselves."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import dev


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run. pip would install, not uv."""
    commands: list[list[str]] = []
    monkeypatch.setattr(dev, "pip_configuration", lambda _python: {"proxy": "http://proxy.example.com:3128"})
    monkeypatch.setattr(dev, "_run", lambda command, _environment=None: commands.append(list(command)))
    return commands


def test_the_script_needs_nothing_but_python() -> None:
    """The script is the first that a fresh machine runs, so it imports only the standard library."""
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_it_runs_alone_and_lists_its_verbs(tmp_path: Path) -> None:
    """The script runs outside the tests' environment and from another folder, and lists its verbs."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(Path(dev.__file__)), "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "train" in done.stdout
    assert "test" in done.stdout


def test_a_library_that_is_missing_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that cannot be loaded is reported by its Debian package. Other systems get all libraries with Qt."""
    libraries = {"libnosuchthing.so.7": "libnosuchthing7"}
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.missing_packages(libraries) == ["libnosuchthing7"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.missing_packages(libraries) == []


def test_a_tool_that_is_missing_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only on Linux, where Debian has a package for it."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/ps" if name == "ps" else None)
    assert dev.missing_tools({"ps": "procps", "nosuchtool": "nosuchpackage"}) == ["nosuchpackage"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.missing_tools({"nosuchtool": "nosuchpackage"}) == []


def test_debian_s_python_needs_a_package_to_make_an_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is asked for only if there is no environment yet and this Python cannot make one."""
    assert dev.missing_venv(tmp_path) == []
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert dev.missing_venv(tmp_path) == [f"python{version}-venv"]
    python = dev._python(tmp_path)
    python.parent.mkdir(parents=True)
    python.touch()
    assert dev.missing_venv(tmp_path) == []


def test_without_rights_the_one_command_is_printed(monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]) -> None:
    """It has everything that is missing, also what only some tests use."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    command = "sudo apt-get install --yes --no-install-recommends libegl1 libgl1 procps$"
    with pytest.raises(dev.CannotGoOnError, match=command):
        dev.provide_packages(["libegl1", "libgl1"], ["procps"])
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(dev.CannotGoOnError, match="libegl1 libgl1"):
        dev.provide_packages(["libegl1", "libgl1"], ["procps"])
    assert ran == []


@pytest.mark.parametrize("has_apt", [True, False])
def test_without_rights_the_tests_run_without_an_optional_tool(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], *, has_apt: bool
) -> None:
    """The tests that use it are skipped, which is no reason to stop."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if has_apt else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    dev.provide_packages([], ["procps"])
    assert ran == []


def test_with_rights_the_packages_are_installed(monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]) -> None:
    """Root, as in a container, is not asked. Nothing is run if nothing is missing."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    dev.provide_packages([])
    assert ran == []
    dev.provide_packages(["libegl1"], ["procps"])
    assert [command[:2] for command in ran] == [["apt-get", "update"], ["apt-get", "install"]]
    assert ran[1][-2:] == ["libegl1", "procps"]


@pytest.mark.parametrize("verb", ["train", "test"])
def test_both_commands_ask_for_the_packages_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ran: list[list[str]], verb: str
) -> None:
    """Python's package for environments is in the same command as Qt's libraries."""
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "missing_packages", lambda libraries: list(libraries.values()))
    monkeypatch.setattr(dev, "missing_venv", lambda _venv: ["python3-venv"])
    monkeypatch.setattr(dev, "missing_tools", lambda _tools: ["procps"])
    monkeypatch.setattr(dev, "_status", lambda _command, _environment=None: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert dev.main([verb]) == 0
    assert [command[0] for command in ran[:3]] == ["apt-get", "apt-get", sys.executable]
    assert {"libegl1", "python3-venv"} <= set(ran[1])
    assert ("libxcb-cursor0" in ran[1], "procps" in ran[1]) == (verb == "train", verb == "test")


@pytest.mark.parametrize(
    ("configuration", "settings"),
    [
        ({}, {}),
        (
            {"cert": "/a.pem", "find-links": "/wheels /more", "timeout": "60"},
            {"SSL_CERT_FILE": "/a.pem", "UV_FIND_LINKS": "/wheels,/more"},
        ),
        ({"index-url": "https://pypi.example.com/simple"}, {"UV_DEFAULT_INDEX": "https://pypi.example.com/simple"}),
        ({"constraint": "/a.txt"}, {"UV_CONSTRAINT": "/a.txt"}),
        (
            {"extra-index-url": "file:///a\nfile:///b"},
            {"UV_INDEX": "file:///a file:///b", "UV_INDEX_STRATEGY": "unsafe-best-match"},
        ),
        # uv would take packages from elsewhere, or from nowhere.
        ({"cert": "/a.pem", "proxy": "http://proxy.example.com:3128"}, None),
        ({"no-index": "true"}, None),
    ],
)
def test_uv_installs_from_where_pip_would(configuration: dict[str, str], settings: dict[str, str] | None) -> None:
    """What it has no equal of is left to pip, because a company's index must not be gone around."""
    assert dev.uv_settings(configuration) == settings


@pytest.mark.parametrize(
    ("codes", "extra", "by_pip"),
    [([0, 0], "", False), ([1], "", True), ([0, 2], "", True), ([], "no-index", True)],
    ids=["uv", "no uv", "uv fails", "not uv's"],
)
def test_pip_installs_what_uv_does_not(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], codes: list[int], extra: str, *, by_pip: bool
) -> None:
    """The environment is complete either way."""
    left = list(codes)
    monkeypatch.setattr(dev, "pip_configuration", lambda _python: {extra: "1"} if extra else {})
    monkeypatch.setattr(dev, "_status", lambda _command, _environment=None: left.pop(0))
    dev._install(Path("python"), "project[dev]")
    assert left == []
    assert [command[1:3] + command[-2:] for command in ran] == [["-m", "pip", "--editable", "project[dev]"]] * by_pip


@pytest.mark.parametrize(
    ("codes", "options", "runs", "result"),
    [([0], [], 1, 0), ([1, 0], [], 2, 0), ([1, 1], [], 2, 1), ([2], [], 1, 2), ([1], ["--collect-only"], 1, 1)],
    ids=["all pass", "lost a race", "fails again", "interrupted", "runs no test"],
)
def test_what_failed_runs_once_more(
    monkeypatch: pytest.MonkeyPatch, codes: list[int], options: list[str], runs: int, result: int
) -> None:
    """A test that fails twice fails the command. What was interrupted is not run again."""
    commands: list[list[str]] = []

    def status(command: list[str], _environment: object = None) -> int:
        commands.append(command)
        return codes[len(commands) - 1]

    monkeypatch.setattr(dev, "_status", status)
    monkeypatch.setattr(dev, "provide_packages", lambda *_packages: None)
    monkeypatch.setattr(dev, "provide_project", lambda _extra: Path("python"))
    named = "tests/test_paths.py::test_one"
    assert dev.main(["test", "tests/domain", named, *options]) == result
    assert ["--last-failed" in command for command in commands] == [False, True][:runs]
    assert all("tests/domain" in command for command in commands)
    # The last failed ones are known by name.
    assert [named in command for command in commands] == [True, False][:runs]
    assert "-n" not in commands[-1] or runs == 1


def test_the_second_time_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ran: list[list[str]]
) -> None:
    """An up-to-date environment is used as it is, also one with tools for the program alone. A change is installed."""
    monkeypatch.setattr(dev, "_has_stale_translations", lambda: False)
    python = dev.provide_project("dev", tmp_path)
    assert ran
    assert any("[dev]" in argument for argument in ran[-1])
    python.parent.mkdir(parents=True)
    python.touch()
    ran.clear()
    assert dev.provide_project("dev", tmp_path) == dev.provide_project("", tmp_path) == python
    assert ran == []
    monkeypatch.setattr(dev, "_has_stale_translations", lambda: True)
    dev.provide_project("", tmp_path)
    assert ran == [[str(python), "-m", "installer.translations", "compile"]]
    monkeypatch.setattr(dev, "_fingerprint", lambda: "changed")
    ran.clear()
    dev.provide_project("", tmp_path)
    assert len(ran) == 1
    assert "--editable" in ran[0]


def test_a_translation_that_is_newer_than_its_compilation_is_stale(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A changed translation is compiled before the next start."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert not dev._has_stale_translations()
    source = tmp_path / "resources" / "translations" / "points-till_fr.ts"
    source.parent.mkdir(parents=True)
    source.touch()
    assert dev._has_stale_translations()
    compiled = source.with_suffix(".qm")
    compiled.touch()
    os.utime(source, (1, 1))
    assert not dev._has_stale_translations()


def test_arguments_after_the_verb_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments after the verb go to pytest, and pytest's exit code is returned."""
    seen: list[list[str]] = []

    def remember(arguments: list[str]) -> int:
        seen.append(arguments)
        return 5

    monkeypatch.setitem(dev.VERBS, "test", remember)
    assert dev.main(["test", "-k", "points", "-x"]) == 5
    assert seen == [["-k", "points", "-x"]]


def test_a_failure_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A failure ends with a sentence and not with a traceback."""

    def refuse(_arguments: list[str]) -> int:
        raise dev.CannotGoOnError("Run this.")

    def break_off(_arguments: list[str]) -> int:
        raise subprocess.CalledProcessError(7, ["pip"])

    monkeypatch.setitem(dev.VERBS, "train", refuse)
    assert dev.main(["train"]) == 1
    monkeypatch.setitem(dev.VERBS, "train", break_off)
    assert dev.main(["train"]) == 1
    assert capsys.readouterr().err == "Run this.\npip failed with exit code 7\n"
