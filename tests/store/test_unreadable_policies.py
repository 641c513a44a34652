"""Tests that a policy which cannot be read is never looser than the one that store IT wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.settings import SCHEMA, GiveBackRule, Settings
from desktop.store.managed_policy import ManagedPolicy
from tests.store.setting_files import load, write

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.store.settings_file import Loaded

STRICT = {name: setting.if_wrong for name, setting in SCHEMA.items() if setting.if_wrong is not None}


def policy(tmp_path: Path, content: object) -> Loaded:
    """Loads a policy, and no other settings."""
    return load(tmp_path, [write(tmp_path / "policy.json", content)])


def set_as(loaded: Loaded, names: object = STRICT) -> dict[str, object]:
    """Returns the values in force of some settings."""
    return {name: getattr(loaded.settings, name) for name in names}  # type: ignore[attr-defined]  # any names


@pytest.mark.parametrize("wrong", ["2 days", "", 0, 2.5, True, [2], "two"])
def test_wrong_days_to_give_back_are_the_fewest(tmp_path: Path, wrong: object) -> None:
    """The program's default of 90 days may be far more than were meant."""
    loaded = policy(tmp_path, {"give_back_days": wrong})
    assert [one.name for one in loaded.problems] == ["give_back_days"]
    assert (loaded.settings.give_back_days, loaded.unusable) == (1, None)
    assert policy(tmp_path, {"give_back_days": 1}).settings.give_back_days == 1


@pytest.mark.parametrize("wrong", ["1 min", "", -1, True])
def test_an_idle_cashier_is_signed_off_sooner_if_the_time_cannot_be_read(tmp_path: Path, wrong: object) -> None:
    """The default of five minutes may be longer than was meant, and so may 0, which is never."""
    assert policy(tmp_path, {"sign_off_after": wrong}).settings.sign_off_after == 30
    assert policy(tmp_path, {"sign_off_after": 0}).settings.sign_off_after == 0


def test_if_it_is_not_known_who_may_sign_on_the_list_counts(tmp_path: Path) -> None:
    """A slip in `only_listed_cashiers` does not let everyone sign on."""
    wrong = {"sign_on": True, "cashiers": ["Meera"], "only_listed_cashiers": "yess"}
    loaded = policy(tmp_path, wrong)
    assert (loaded.settings.only_listed_cashiers, loaded.unusable) == (True, None)


@pytest.mark.parametrize(
    "cashiers",
    ['"Meera, Ravi"', '["Meera", 7.5]', "{}", "[Meera]", '["Meera"\n"Ravi"]', "[]", '""', '["", " "]'],
)
def test_a_lost_list_of_the_only_cashiers_stops_redeeming(tmp_path: Path, cashiers: str) -> None:
    """Otherwise anyone could sign on, with the list's PINs or without any."""
    text = f'{{"sign_on": true,\n"only_listed_cashiers": true,\n"cashiers": {cashiers}\n}}'
    loaded = policy(tmp_path, text)
    assert loaded.settings.cashiers == ()
    assert loaded.unusable is not None
    assert [name for name, _ in loaded.unusable.problems] == ["cashiers"]
    for harmless in ('"sign_on": false', '"only_listed_cashiers": false'):
        name = harmless.partition(":")[0]
        assert policy(tmp_path, text.replace(f"{name}: true", harmless)).unusable is None


def test_a_list_that_another_mistake_hides_is_lost(tmp_path: Path) -> None:
    """The mistake is named, and that the list is missing because of it."""
    text = (
        '{"sign_on": true, "only_listed_cashiers": true,\n"store": "x" y "cashiers" ["Meera"],\n"receipt_folder": "a"}'
    )
    loaded = policy(tmp_path, text)
    assert [(one.name, one.stops) for one in loaded.problems] == [("store", False), ("cashiers", True)]
    assert loaded.problems[1].where == loaded.problems[0].where


def test_a_list_that_the_shop_lost_stops_redeeming_too(tmp_path: Path) -> None:
    """The policy asks for the shop's own list."""
    write(tmp_path / "settings.json", {"cashiers": "Meera"})
    rule = {"sign_on": True, "only_listed_cashiers": True}
    assert policy(tmp_path, rule).unusable is not None
    with_default = policy(tmp_path, rule | {"defaults": {"cashiers": ["Ravi"]}})
    assert (with_default.settings.cashiers, with_default.unusable) == (("Ravi",), None)
    write(tmp_path / "settings.json", {})
    assert policy(tmp_path, rule).unusable is None


@pytest.mark.parametrize("layer", ["policy", "policy default", "managed"])
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_yes_or_no_in_a_policy_is_a_mistake(tmp_path: Path, layer: str, empty: str) -> None:
    """A template that filled nothing in does not turn off what protects money."""
    value = {"bill_required": empty}
    if layer == "managed":
        loaded = load(tmp_path, (), managed=ManagedPolicy("HKLM", value))
    else:
        loaded = policy(tmp_path, {"defaults": value} if layer == "policy default" else value)
    assert loaded.unusable is not None
    assert [(one.name, one.reason) for one in loaded.problems] == [
        ("bill_required", "must be true or false, and is empty")
    ]
    assert load(tmp_path, (), {"POINTS_TILL_BILL_REQUIRED": empty}).problems == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "  \n",
        "null",
        "supervisor",
        '{"store": "b",',
        '{"store": "b", "give_b',
        '{"store": "b", "till": "x',
        '["store"]',
        '{"defaults": {"theme": pink}, "store": "b"',
        '{"defaults": {"theme": pink}',
        '{"defaults": {"theme": "dark"',
        '{"store": b },\n"theme": "dark"',
    ],
)
def test_what_a_cut_policy_may_have_had_is_strict(tmp_path: Path, content: str) -> None:
    """A file that a full disk or a power cut left may have said who gives points back. The till goes on redeeming."""
    write(tmp_path / "settings.json", {"sign_on": False, "settle_after": 60})
    loaded = policy(tmp_path, content)
    assert loaded.problems
    assert set_as(loaded) == STRICT
    if '"till' not in content:
        assert loaded.unusable is None


def test_what_can_be_read_of_a_cut_policy_counts(tmp_path: Path) -> None:
    """It is what store IT wrote."""
    loaded = policy(tmp_path, '{"give_back": "supervisor", "give_back_days": 14, "settle_after": 300, "store": "b",')
    assert set_as(loaded, ("give_back", "give_back_days", "settle_after", "store")) == {
        "give_back": GiveBackRule.SUPERVISOR,
        "give_back_days": 14,
        "settle_after": 300,
        "store": "b",
    }


@pytest.mark.parametrize(
    "content",
    [
        '{"store": 5 x}',
        '{"store": "b",\n"receipt_folder": /srv\n}',
        '{"store": "b"} x',
        '{"store": "b", "defaults": {"theme": pink}}',
        '{"store": "b", "receipt_folder": /srv}',
        '{"defaults": {"theme": pink}, "store": "b"}',
    ],
)
def test_a_slip_in_a_whole_policy_costs_only_its_own_setting(tmp_path: Path, content: str) -> None:
    """Beginning and end are there, so nothing else is missing. The same holds for the till's own file."""
    loaded = policy(tmp_path, content)
    assert loaded.problems
    assert set_as(loaded) == set_as(load(tmp_path / "none"))
    write(tmp_path / "settings.json", '{"store": "b",')
    assert load(tmp_path).settings == Settings(store="b")


@pytest.mark.parametrize("name", ["Give_Back", "GIVE_BACK", "give-back", "give back", " give_back"])
@pytest.mark.parametrize("layer", ["policy", "policy default", "managed"])
def test_almost_a_settings_name_in_a_policy_is_a_mistake(tmp_path: Path, name: str, layer: str) -> None:
    """Windows knows no capitals in names, and people write dashes. What was meant to be forbidden is not allowed."""
    value = {name: "no-one"}
    if layer == "managed":
        loaded = load(tmp_path, (), managed=ManagedPolicy("profile", value))
    else:
        loaded = policy(tmp_path, {"defaults": value} if layer == "policy default" else value)
    assert [(one.name, one.reason) for one in loaded.problems] == [("give_back", f"must not be written {name}")]
    assert (loaded.settings.give_back, loaded.unusable, loaded.unknown) == (GiveBackRule.NO_ONE, None, ())
    both = policy(tmp_path, value | {"give_back": "supervisor"})
    assert (both.settings.give_back, both.unknown) == (GiveBackRule.SUPERVISOR, ((name, "policy"),))


@pytest.mark.parametrize("order", [1, -1])
def test_a_null_beside_almost_a_settings_name_is_no_value(tmp_path: Path, order: int) -> None:
    """A null sets nothing, so the other name is what was meant, and a mistake."""
    loaded = policy(tmp_path, dict([("sign_on", None), ("sign-on", True)][::order]))
    assert [(one.name, one.reason) for one in loaded.problems] == [("sign_on", "must not be written sign-on")]
    assert (loaded.settings.sign_on, loaded.unknown) == (True, ())
    assert policy(tmp_path, {"bill_required": None, "Bill-Required": True}).unusable is not None


def test_almost_the_name_of_what_protects_money_stops_redeeming(tmp_path: Path) -> None:
    """In the till's own file it is an unknown name, because the shop decides there."""
    assert policy(tmp_path, {"Bill-Required": True}).unusable is not None
    assert policy(tmp_path, {"billing": True, "_till": 1}).problems == ()
    write(tmp_path / "settings.json", {"Bill-Required": True})
    assert load(tmp_path).unknown == (("Bill-Required", "file"),)
