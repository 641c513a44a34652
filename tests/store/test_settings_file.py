"""Tests settings on the disk: which layer counts, what is wrong with a file, and that nothing is lost."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.failures import SettingsNotSaved, SettingsUnusable
from desktop.domain.head_office import TillKey
from desktop.domain.settings import (
    CustomField,
    CustomFieldKind,
    GiveBackRule,
    NumberPadMode,
    Settings,
    Theme,
    is_policy_only,
    names,
)
from desktop.store import settings_file
from desktop.store.settings_file import UNREADABLE_NAME, save
from desktop.store.settings_layers import Problem
from tests.posix import make_fifo
from tests.store.setting_files import load, problem, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


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


@pytest.mark.parametrize("name", ["settings.json", "policy.json"])
def test_a_typo_costs_one_setting(tmp_path: Path, name: str) -> None:
    """The message names file and line, the other settings of the file count, and nothing is overwritten."""
    content = '{\n  "till": "a",\n  "store" "b",\n  "cashier": "Meera"\n}'
    path = write(tmp_path / name, content)
    found = problem(tmp_path, tmp_path / "policy.json")
    assert str(found) == f"store: a colon is missing after the name ({path}, line 3)"
    assert not found.stops
    loaded = load(tmp_path, [tmp_path / "policy.json"])
    assert (loaded.settings.till, loaded.settings.store, loaded.settings.cashier) == ("a", "", "Meera")
    assert path.read_text(encoding="utf-8") == content


def test_saving_over_a_file_with_mistakes_keeps_it(tmp_path: Path) -> None:
    """The settings page can repair a file. What could be read stays in it, and the old one is kept beside it."""
    content = '{"till": "a", "store" "b"}'
    write(tmp_path / "settings.json", content)
    save(tmp_path, {"store": "c"})
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8")) == {"till": "a", "store": "c"}
    assert (tmp_path / UNREADABLE_NAME).read_text(encoding="utf-8") == content
    assert load(tmp_path).problems == ()


def test_bytes_that_are_not_utf_8_cost_one_setting(tmp_path: Path) -> None:
    """Another encoding is named. A byte order mark, which Windows editors write, and PowerShell's UTF-16 are read."""
    (tmp_path / "settings.json").write_bytes('{"store": "Öl", "till": "a"}'.encode("latin-1"))
    assert (problem(tmp_path).name, problem(tmp_path).reason) == ("store", "is not UTF-8 text")
    assert load(tmp_path).settings.till == "a"
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "settings.json").write_bytes('{"store": "Öl"}'.encode(encoding))
        assert load(tmp_path).settings.store == "Öl"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("theme", "pink", "must be one of system, light, dark, high-contrast"),
        ("read_timeout", "soon", "must be a number"),
        ("country", "ZZ", "must be an ISO 3166 region such as IN"),
        ("till", ["a"], "must be a text"),
        ("server", "http://shop.example", "must begin with https:// (http:// is for this machine alone)"),
        ("settle_after", float("nan"), "must be from 0 to 86400"),
    ],
)
@pytest.mark.parametrize("layer", ["file", "policy", "environment", "command line"])
def test_a_wrong_value_is_named_and_has_its_default(
    tmp_path: Path, name: str, value: object, says: str, layer: str
) -> None:
    """The message names the setting, its place, and what it must be. Redeeming stops only for money's sake."""
    file = write(tmp_path / "settings.json", {name: value} if layer == "file" else {})
    policy = write(tmp_path / "policy.json", {name: value} if layer == "policy" else {})
    variable = f"POINTS_TILL_{name.upper()}"
    environment = {variable: str(value)} if layer == "environment" else {}
    loaded = load(tmp_path, [policy], environment, {name: value} if layer == "command line" else {})
    if layer == "environment" and name == "till":
        assert loaded.settings.till == str(value)
        return
    (found,) = loaded.problems
    places = {
        "file": f"{file}, line 1",
        "policy": f"{policy}, line 1",
        "environment": variable,
        "command line": f"--{name}",
    }
    assert found == Problem(name, layer, places[layer], says, stops=name in {"till", "server", "settle_after"})
    expected = 86_400.0 if name == "settle_after" else getattr(Settings(), name)
    assert getattr(loaded.settings, name) == expected
    assert (loaded.unusable is not None) is found.stops
    assert loaded.problem_of(name) is found
    assert loaded.problem_of("store") is None
    assert loaded.locked == ({name} if layer == "policy" else set())
    if found.stops:
        assert str(loaded.unusable) == str(found)


def test_a_wrong_value_does_not_uncover_a_weaker_one(tmp_path: Path) -> None:
    """A slip in the policy does not give the shop a say. The policy's own default counts instead, if there is one."""
    write(tmp_path / "settings.json", {"country": "DE", "theme": "dark"})
    policy = write(tmp_path / "policy.json", {"country": "UK", "theme": "pink", "defaults": {"country": "GB"}})
    loaded = load(tmp_path, [policy])
    assert (loaded.settings.country, loaded.settings.theme) == ("GB", Theme.SYSTEM)
    assert loaded.locked == {"country", "theme"}
    loaded = load(tmp_path, [write(tmp_path / "other.json", {"defaults": {"country": "GB"}})], {}, {"country": "UK"})
    assert (loaded.settings.country, loaded.sources["country"]) == ("GB", "policy default")


def test_the_machines_name_can_be_part_of_a_setting(tmp_path: Path) -> None:
    """One policy names a thousand tills. Other names in braces are refused, and numbers are left alone."""
    policy = write(tmp_path / "policy.json", {"till": "shop.${HOSTNAME}", "store": "${USER}", "cashier": "${5}"})
    loaded = load(tmp_path, [policy], machine=lambda: "POS-12.shop.example")
    assert (loaded.settings.till, loaded.settings.cashier) == ("shop.POS-12", "${5}")
    assert [str(one) for one in loaded.problems] == [
        f"store: must not have ${{USER}} in it: only ${{HOSTNAME}} is known ({policy}, line 1)"
    ]


@pytest.mark.parametrize(
    ("content", "stops"),
    [
        ('{"bill_required: true,\n"store": "b"}', True),
        ('{\n"receipt_folder": /srv,\n"store": "b"\n}', False),
        ('{"store": "b"} "settle_after": 300', True),
        ('{"defaults": {"settle_after": 300 sec}, "store": "b"}', True),
        ('{"store": "b",', False),
    ],
)
def test_a_typo_stops_the_till_only_if_it_hides_a_setting_that_protects_money(
    tmp_path: Path, content: str, stops: bool
) -> None:
    """1,500 tills go on if only a folder is unclear. They stop if it is unclear when a redemption counts as settled."""
    loaded = load(tmp_path, [write(tmp_path / "policy.json", content)])
    assert loaded.problems
    assert (loaded.unusable is not None) is stops
    assert loaded.settings.store == "b"
    assert load(tmp_path, [tmp_path / "policy.json"], training=True).unusable is None


def test_a_setting_that_was_read_is_not_hidden_by_a_text_that_names_it(tmp_path: Path) -> None:
    """Only what has no value is unclear."""
    policy = write(tmp_path / "policy.json", '{"till": "a",\n"store": my till}')
    loaded = load(tmp_path, [policy])
    assert (loaded.settings.till, loaded.unusable) == ("a", None)


def test_an_unreadable_settings_file_stops_the_till(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """The till does not ask to be set up again."""
    write(open_folder / "settings.json", {"till": "a"}).chmod(0o000)
    with without_rights():
        assert load(open_folder).unusable is not None


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
    found = problem(tmp_path)
    assert found.name == name
    assert "keyring" in found.reason
    assert "hunter2" not in str(found)
    save(tmp_path, {"store": "a"})
    assert "hunter2" not in (tmp_path / "settings.json").read_text(encoding="utf-8")


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
        head_office_key=TillKey("c" * 43, bytes(32)),
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
    with without_rights(), pytest.raises(SettingsNotSaved) as caught:
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


PIECES = st.sampled_from(
    [
        "{", "}", "[", "]", ":", ",", '"', '"till"', '"store": "b"', '"defaults": {', "bill_required", "true", "1e999",
        "\n", "\\u", "\ufffd", "# till = 1", "[service]", "=",
    ]
)  # fmt: skip


@given(
    data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | st.lists(PIECES).map("".join).map(str.encode)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", ["settings.json", "policy.json"])
def test_any_file_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    """Any bytes give settings. Each problem names the file, the line and the reason."""
    (tmp_path / name).write_bytes(data)
    for one in load(tmp_path, [tmp_path / "policy.json"]).problems:
        assert re.fullmatch(rf"{re.escape(str(tmp_path / name))}, line [1-9][0-9]*", one.where)
        assert one.reason
        str(one).encode()
    save(tmp_path, {"store": "c"})
    assert load(tmp_path).settings.store == "c"
    assert load(tmp_path).problems == ()


@given(st.dictionaries(st.sampled_from(["store", "cashier", "x"]), st.text(max_size=9)), st.integers(0, 200), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_slip_never_gives_a_value_that_was_not_written(
    tmp_path: Path, values: dict[str, str], at: int, data: st.DataObject
) -> None:
    """A character that is lost, or one too many, changes the entry that it is in, or is reported."""
    text = json.dumps(values | {"till": "a", "program_id": "7"}, indent=1, ensure_ascii=False)
    at %= len(text)
    slip = data.draw(st.sampled_from(["", '"', ",", "}", "{", ":", "\n"]))
    (tmp_path / "policy.json").write_text(text[:at] + slip + text[at + 1 :], encoding="utf-8")
    loaded = load(tmp_path, [tmp_path / "policy.json"])
    if not loaded.problems and not loaded.unknown:
        assert loaded.settings.till in {"a", slip.strip()}
        assert loaded.settings.program_id in {"7", slip.strip()}


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO")
def test_a_settings_file_that_is_no_file_blocks_nothing(tmp_path: Path) -> None:
    """Reading a FIFO would block the doctor for ever."""
    make_fifo(tmp_path / "settings.json")
    loaded = settings_file.load(tmp_path, (), {}, {})
    assert "not a file" in str(loaded.problems[0])
    assert loaded.unusable is not None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, True),
        ({"server": "https://loyalty.example/", "till": "till.one"}, True),
        ({"server": "loyalty.example"}, True),
        ({"server": "https://other.example"}, False),
        ({"server": "https://"}, False),
        ({"till": "till.two"}, False),
        ({"till": "${HOSTNAME}"}, True),
    ],
)
def test_another_start_is_compared_by_address_and_till(
    tmp_path: Path, asked: dict[str, object], expected: bool
) -> None:
    """In any spelling of the address. A machine's name is not compared, because it is read anew at each start."""
    given = {"server": "https://loyalty.example", "till": "till.one"}
    assert settings_file.load(tmp_path, overrides=given).works_with(asked) is expected
    assert settings_file.load(tmp_path).works_with(asked)


@pytest.mark.parametrize("wrong", ['"supervisors"', "1", '["supervisor"]', "supervisor"])
def test_a_slip_in_the_policy_lets_no_one_give_points_back(tmp_path: Path, wrong: str) -> None:
    """The program's default is that every cashier may, which is what the policy was to forbid."""
    policy = tmp_path / "policy.json"
    policy.write_text(f'{{"give_back": {wrong},\n"store": "b"}}', encoding="utf-8")
    loaded = load(tmp_path, [policy])
    assert [one.name for one in loaded.problems] == ["give_back"]
    assert (loaded.settings.give_back, loaded.unusable) == (GiveBackRule.NO_ONE, None)


def test_defaults_count_in_a_policy_only(tmp_path: Path) -> None:
    """In the till's own file they have no effect. They are named there, and saving keeps them."""
    defaults = {"country": "GB"}
    write(tmp_path / "settings.json", {"store": "a", "defaults": defaults})
    loaded = load(tmp_path)
    assert (loaded.settings.country, loaded.unknown, loaded.problems) == ("IN", (("defaults", "file"),), ())
    save(tmp_path, {"store": "b"})
    kept = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert kept == {"store": "b", "defaults": defaults}


@pytest.mark.parametrize("layer", ["file", "policy", "policy default"])
def test_a_password_can_belong_to_an_address_with_the_machines_name(tmp_path: Path, layer: str) -> None:
    """The till calls that address, so a password that was stored without one is for it."""
    server = {"server": "https://${HOSTNAME}.shops.example.com"}
    if layer == "file":
        write(tmp_path / "settings.json", server)
    policy = write(tmp_path / "policy.json", {"defaults": server} if layer == "policy default" else server)
    loaded = load(tmp_path, [] if layer == "file" else [policy], machine=lambda: "shop1.example.com")
    assert loaded.home == loaded.settings.server == "https://shop1.shops.example.com"
