"""Tests settings on the disk: which layer counts, what is refused or ignored, and that nothing is lost."""

from __future__ import annotations

import functools
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.failures import SettingsUnusable
from desktop.domain.settings import CustomField, CustomFieldKind, NumberPadMode, Settings, Theme, is_policy_only, names
from desktop.store import settings_file
from desktop.store.settings_file import Loaded, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


load = functools.partial(settings_file.load, policy_problem=lambda _path: "")
"""Trusts all policies, because the folders of these tests belong to the user who runs them."""

LOOPBACK = "http://127.0.0.1:8000"
REAL = "https://eu.example.com"


def write(path: Path, values: object) -> Path:
    """Writes a file as store IT would."""
    path.write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
    return path


def problem(config: Path, *policies: Path) -> tuple[str, str]:
    """Returns the single problem of the settings."""
    with pytest.raises(SettingsUnusable) as caught:
        load(config, policies)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_without_files_every_setting_has_its_default(tmp_path: Path) -> None:
    """All files may be missing. Every setting then has its default, and says so."""
    loaded = load(tmp_path / "none", [tmp_path / "policy.json"])
    assert loaded.settings == Settings()
    assert loaded.locked == frozenset()
    assert set(loaded.sources.values()) == {"default"}
    assert not (tmp_path / "none").exists()


def test_each_layer_overrides_the_weaker_ones(tmp_path: Path) -> None:
    """Each layer overrides the ones before (defaults, file, environment, command line, policy), and settings name their
    layer.
    """
    everywhere = {"cashier": "file", "store": "file", "till": "file", "program_id": "file", "country": "DE"}
    write(tmp_path / "settings.json", everywhere)
    weak = write(tmp_path / "weak.json", {"cashier": "weak policy", "bill_required": True})
    strong = write(tmp_path / "strong.json", {"cashier": "policy"})
    environment = {f"POINTS_TILL_{name}": "environment" for name in ("CASHIER", "STORE", "TILL")} | {"HOME": "/"}
    loaded = load(
        tmp_path,
        [weak, tmp_path / "none.json", strong],
        environment,
        {"cashier": "line", "till": "line", "language": None, "verb": "settle"},
    )
    assert (loaded.settings.cashier, loaded.settings.till, loaded.settings.store) == ("policy", "line", "environment")
    assert (loaded.settings.program_id, loaded.settings.country) == ("file", "DE")
    assert loaded.settings.bill_required
    assert loaded.locked == {"cashier", "bill_required"}
    assert {name: source for name, source in loaded.sources.items() if source != "default"} == {
        "cashier": "policy",
        "bill_required": "policy",
        "till": "command line",
        "store": "environment",
        "program_id": "file",
        "country": "file",
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{\n  "till": "a",\n  "store" "b"\n}', "line 3, column 11: Expecting ':' delimiter"),
        ("", "line 1, column 1: Expecting value"),
        ("[]", "must be a JSON object"),
        ('"till"', "must be a JSON object"),
        ('{"till": "a", "store": "b", "till": "c"}', "contains a name twice: till"),
        ("[" * 100_000, "is not what a settings file can hold"),
        ('{"retention_days": ' + "9" * 5000 + "}", "is not what a settings file can hold"),
    ],
)
@pytest.mark.parametrize("name", ["settings.json", "policy.json"])
def test_a_syntax_error_names_its_place(tmp_path: Path, name: str, content: str, says: str) -> None:
    """The error names the file and the line, for settings and policies, and nothing is overwritten."""
    path = write(tmp_path / name, content)
    where, what = problem(tmp_path, tmp_path / "policy.json")
    assert where == str(path)
    assert what.startswith(says)
    if name == "settings.json":
        with pytest.raises(SettingsUnusable):
            save(tmp_path, {"till": "x"})
    assert path.read_text(encoding="utf-8") == content


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    """The error names a file in another encoding. A byte order mark, which Windows editors write, is accepted."""
    (tmp_path / "settings.json").write_bytes('{"store": "Öl"}'.encode("latin-1"))
    assert problem(tmp_path) == (str(tmp_path / "settings.json"), "is not UTF-8 text")
    (tmp_path / "settings.json").write_bytes('{"store": "Öl"}'.encode("utf-8-sig"))
    assert load(tmp_path).settings.store == "Öl"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("theme", "pink", "must be one of system, light, dark, high-contrast (file)"),
        ("read_timeout", "soon", "must be a number (file)"),
        ("till", ["a"], "must be a text (file)"),
        ("server", "http://shop.example", "must begin with https:// (http:// is for this machine alone) (file)"),
        ("settle_after", float("nan"), "must be from 0 to 86400 (file)"),
    ],
)
def test_a_wrong_value_names_its_setting_and_layer(tmp_path: Path, name: str, value: object, says: str) -> None:
    """The error names the setting, its layer, and what it must be."""
    write(tmp_path / "settings.json", {name: value})
    assert problem(tmp_path) == (name, says)


def test_an_unreadable_policy_is_not_skipped(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """An unreadable policy stops the till. Starting without it would be a way around it."""
    policy = write(open_folder / "policy.json", {"till": "a"})
    policy.chmod(0o000)
    with without_rights():
        assert problem(open_folder, policy) == (str(policy), "cannot be read: Permission denied")


@pytest.mark.parametrize(
    "name", ["password", "till_password", "Passwd", "server.secret", "passphrase", "password_digest"]
)
def test_a_password_does_not_belong_in_a_file(tmp_path: Path, name: str) -> None:
    """A password is neither saved nor read. The error says where it belongs and does not repeat its value."""
    with pytest.raises(SettingsUnusable) as caught:
        save(tmp_path, {name: "hunter2"})
    assert "keyring" in str(caught.value)
    assert not (tmp_path / "settings.json").exists()
    write(tmp_path / "settings.json", {name: "hunter2"})
    where, what = problem(tmp_path)
    assert where.endswith(name)
    assert "keyring" in what
    assert "hunter2" not in where + what


def test_saving_keeps_unknown_settings(tmp_path: Path) -> None:
    """A newer till's settings and unchanged ones stay. None removes a setting."""
    config = tmp_path / "new" / "folder"
    save(config, {"till": "a", "store": "b"})
    values = json.loads((config / "settings.json").read_text(encoding="utf-8"))
    write(config / "settings.json", values | {"from_a_newer_till": {"deep": [1]}, "password_rules": "long"})
    save(config, {"store": None, "cashier": "Äsha"})
    assert json.loads((config / "settings.json").read_text(encoding="utf-8")) == {
        "till": "a",
        "cashier": "Äsha",
        "from_a_newer_till": {"deep": [1]},
        "password_rules": "long",
    }
    assert load(config).settings == Settings(till="a", cashier="Äsha")


def test_every_kind_of_value_is_read_back(tmp_path: Path) -> None:
    """Choices, numbers, flags and lists of fields are saved as `Settings` holds them and read back equal."""
    wanted = Settings(
        theme=Theme.DARK,
        number_pad=NumberPadMode.NEVER,
        read_timeout=2.5,
        retention_days=7,
        password_is_digest=True,
        custom_fields=(CustomField(name="a", kind=CustomFieldKind.CHOICE, choices=("x", "y"), required=True),),
    )
    save(tmp_path, {name: getattr(wanted, name) for name in names() if not is_policy_only(name)})
    assert load(tmp_path).settings == wanted


@pytest.mark.parametrize(
    ("values", "where"), [({"theme": "pink"}, "theme"), ({"tyll": "a"}, "tyll"), ({"store": "\ud800"}, "store")]
)
def test_values_that_cannot_be_read_back_are_not_saved(tmp_path: Path, values: dict[str, object], where: str) -> None:
    """The file stays unchanged, and no partial file is left beside it."""
    save(tmp_path, {"till": "a"})
    before = (tmp_path / "settings.json").read_bytes()
    with pytest.raises(SettingsUnusable) as caught:
        save(tmp_path, values)
    assert where in caught.value.problems[0][0]
    assert (tmp_path / "settings.json").read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")
def test_the_file_is_private(tmp_path: Path) -> None:
    """Folder and file are private from the start, with every umask."""
    before = os.umask(0)
    try:
        save(tmp_path / "config", {"till": "a"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "config").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "config" / "settings.json").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_into_a_managed_folder_stays_one(tmp_path: Path) -> None:
    """Saving replaces the link's target, not the link."""
    managed = write(tmp_path / "managed.json", {"store": "b"})
    (tmp_path / "settings.json").symlink_to(managed)
    save(tmp_path, {"till": "a"})
    assert (tmp_path / "settings.json").is_symlink()
    assert json.loads(managed.read_text(encoding="utf-8")) == {"store": "b", "till": "a"}


def test_a_failed_write_is_reported(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """In a read-only folder the settings stay unchanged, and the error names the file."""
    save(open_folder, {"till": "a"})
    (open_folder / "settings.json").chmod(0o644)
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(SettingsUnusable) as caught:
        save(open_folder, {"till": "b"})
    open_folder.chmod(0o755)
    assert caught.value.problems == ((str(open_folder / "settings.json"), "cannot be written: Permission denied"),)
    assert load(open_folder).settings.till == "a"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk fails while writing, the old file stays and no other. A dead process's leftover is removed."""
    save(tmp_path, {"till": "a"})
    (tmp_path / f".settings.json.{os.getpid()}.new").write_text("half")

    def fail(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("desktop.private_files.os.fsync", fail)
        with pytest.raises(SettingsUnusable, match="Input/output error"):
            save(tmp_path, {"till": "b"})
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]
    assert load(tmp_path).settings.till == "a"


@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Any bytes give settings, or a `SettingsUnusable` that names the file."""
    (tmp_path / "settings.json").write_bytes(data)
    outcome: Loaded | SettingsUnusable
    try:
        outcome = load(tmp_path)
    except SettingsUnusable as failure:
        outcome = failure
    assert isinstance(outcome, Loaded) or outcome.problems[0][0].startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("skip_validation", True),
        ("supervisor_pin", "scrypt$c2FsdA==$aGFzaA=="),
        ("missed_call", True),
        ("missed_call_number", "+91 22 1234 5678"),
        ("missed_call_first", True),
    ],
)
@pytest.mark.parametrize("server", [LOOPBACK, REAL])
def test_settings_that_replace_the_code_count_only_in_the_policy(
    tmp_path: Path, name: str, value: object, server: str
) -> None:
    """A cashier who sets it elsewhere changes nothing, on this machine too. It is reported, and the till starts."""
    assert is_policy_only(name)
    write(tmp_path / "settings.json", {name: value, "server": server})
    environment = {f"POINTS_TILL_{name.upper()}": str(value)}
    loaded = load(tmp_path, [tmp_path / "policy.json"], environment, {name: value})
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert loaded.sources[name] == "default"
    assert [(one, layer) for one, layer, _ in loaded.ignored] == [
        (name, "command line"), (name, "environment"), (name, "file"),
    ]  # fmt: skip
    assert {why for *_, why in loaded.ignored} == {"counts only in the machine's policy"}
    policy = write(tmp_path / "policy.json", {name: value})
    loaded = load(tmp_path, [policy], environment)
    assert getattr(loaded.settings, name) == value
    assert loaded.sources[name] == "policy"
    assert loaded.locked == {name}


def test_policy_only_settings_are_not_saved(tmp_path: Path) -> None:
    """The settings page cannot set it either."""
    with pytest.raises(SettingsUnusable) as caught:
        save(tmp_path, {"skip_validation": True})
    assert caught.value.problems == (("skip_validation", "counts only in the machine's policy"),)
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    ("name", "weak", "enough"), [("settle_after", 29.9, 30.0), ("look_again_after", 3600.1, 3600.0)]
)
@pytest.mark.parametrize("layer", ["file", "environment", "command line"])
def test_weak_values_count_only_in_the_policy_or_on_this_machine(
    tmp_path: Path, name: str, weak: float, enough: float, layer: str
) -> None:
    """Few looks prove little. A practice service on this machine may have them, and so may a policy."""

    def loaded(value: float, server: str, *, training: bool = False) -> Loaded:
        write(tmp_path / "settings.json", {name: value} if layer == "file" else {})
        environment = {f"POINTS_TILL_{name.upper()}": str(value)} if layer == "environment" else {}
        line = {"server": server} | ({name: value} if layer == "command line" else {})
        return load(tmp_path, (), environment, line, training=training)

    ignored = loaded(weak, REAL)
    assert getattr(ignored.settings, name) == getattr(Settings(), name)
    assert [(one, where) for one, where, _ in ignored.ignored] == [(name, layer)]
    for counts in (loaded(enough, REAL), loaded(weak, LOOPBACK), loaded(weak, REAL, training=True)):
        assert counts.sources[name] == layer
        assert counts.ignored == ()
    policy = write(tmp_path / "policy.json", {name: weak})
    assert getattr(load(tmp_path, [policy], {}, {"server": REAL}).settings, name) == weak


def test_a_weaker_layer_replaces_an_ignored_value(tmp_path: Path) -> None:
    """If the environment's value may not count, the file's counts."""
    write(tmp_path / "settings.json", {"settle_after": 60, "server": REAL})
    loaded = load(tmp_path, (), {"POINTS_TILL_SETTLE_AFTER": "1"})
    assert (loaded.settings.settle_after, loaded.sources["settle_after"]) == (60, "file")


@pytest.mark.parametrize(
    ("file", "policy", "line", "home"),
    [
        ("", "", REAL, ""),
        (REAL, "", LOOPBACK, REAL),
        (REAL, "https://policy.example", "", "https://policy.example"),
        ("eu.example.com/", "", "", REAL),
        ("ftp://x", "", REAL, ""),
    ],
)
def test_the_file_or_the_policy_sets_the_home_of_a_password(
    tmp_path: Path, file: str, policy: str, line: str, home: str
) -> None:
    """Neither the command line nor the environment changes the home."""
    write(tmp_path / "settings.json", {"server": file} if file else {})
    write(tmp_path / "policy.json", {"server": policy} if policy else {})
    for environment, overrides in (({}, {"server": line or None}), ({"POINTS_TILL_SERVER": line} if line else {}, {})):
        assert load(tmp_path, [tmp_path / "policy.json"], environment, overrides).home == home


@pytest.mark.parametrize("why", ["does not belong to root", "can be changed by others"])
def test_a_policy_that_a_user_could_have_made_stops_the_till(tmp_path: Path, why: str) -> None:
    """Ignoring it would let a cashier get rid of a policy, and trusting it would let a cashier bring one."""
    policy = write(tmp_path / "policy.json", {"skip_validation": True})
    with pytest.raises(SettingsUnusable) as caught:
        load(tmp_path, [policy], policy_problem=lambda path: f"{path.name} {why}")
    assert caught.value.problems == ((str(policy), f"cannot be trusted: policy.json {why}"),)
    assert load(tmp_path, [tmp_path / "none.json"], policy_problem=lambda _path: why).settings == Settings()


@pytest.mark.skipif(os.name == "nt", reason="Windows answers that no such file exists")
def test_a_policy_whose_folder_is_a_file_stops_the_till(tmp_path: Path) -> None:
    """A file in place of the policy's folder does not count as a missing policy."""
    (tmp_path / "folder").write_text("")
    where, what = problem(tmp_path, tmp_path / "folder" / "policy.json")
    assert where == str(tmp_path / "folder" / "policy.json")
    assert what.startswith("cannot be read")


def test_reading_settings_imports_nothing_heavy() -> None:
    """Reading settings runs before the first paint, so it imports no database, keyring, Qt or phone number metadata."""
    heavy = ("sqlite3", "keyring", "msgspec", "PySide6", "phonenumbers", "hashlib", "tempfile")
    program = f"import sys, desktop.store.settings_file; print([n for n in {heavy!r} if n in sys.modules])"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert done.stdout.strip() == "[]"
