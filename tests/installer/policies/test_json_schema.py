"""Tests that the till reads without a problem whatever the JSON Schemas accept, and that they accept real files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop.domain.settings import SCHEMA, needs_policy
from desktop.store import settings_file
from installer import product
from installer.policies import json_schema

if TYPE_CHECKING:
    from pathlib import Path

POLICY = json_schema.policy()
SETTINGS = json_schema.settings_file()
_ACCEPTS_POLICY = Draft202012Validator(POLICY)
_ACCEPTS_SETTINGS = Draft202012Validator(SETTINGS)


NAMES_A_FILE = {"cashier_pin_file"}
"""Settings whose value is a path that the till reads at once. No schema can tell if there is such a file."""


def _trusted(_path: Path) -> str:
    return ""


def _fitting(schema: dict[str, Any]) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each kind
    """Draws values of a schema, most of which it accepts."""
    if "anyOf" in schema:
        return st.one_of([_fitting(one) for one in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(schema["minimum"], schema["maximum"])
        case "number":
            return st.floats(schema["minimum"], schema["maximum"]) | st.just(schema["minimum"])
        case "array":
            return st.lists(_fitting(schema["items"]), max_size=3)
        case "object":
            return st.fixed_dictionaries({}, optional={n: _fitting(one) for n, one in schema["properties"].items()})
        case _:
            return _texts(schema)


def _texts(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    pattern = schema["pattern"]
    near = st.text(max_size=schema.get("maxLength", 40) + 1)
    marks = st.sampled_from(
        ["${HOSTNAME}", "till-${HOSTNAME}", "${OTHER}", "a:b", "raw:Q", "tcp://10.0.0.9:9100", "tcp:/x"]
    )
    drawn = st.from_regex(re.compile(pattern)) | near | marks | st.just("x" * schema.get("maxLength", 10))
    return drawn.filter(lambda text: len(text) <= schema.get("maxLength", len(text)) + 1)


def _problems(folder: Path, name: str, value: object) -> list[object]:
    """Loads a value as policy and as settings, and returns all that the till says about it."""
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    policies = [path] if name == "policy.json" else []
    loaded = settings_file.load(
        folder if not policies else folder / "none", policies, {}, policy_problem=_trusted, machine=lambda: "t" * 63
    )
    problems = [str(one) for one in loaded.problems if one.name not in NAMES_A_FILE]
    return [*problems, *loaded.ignored, *loaded.unknown]


@pytest.mark.parametrize("name", sorted(SCHEMA))
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_till_reads_what_the_schema_accepts(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    """A value that the schema accepts is read without a problem, locked and as a default."""
    folder = tmp_path_factory.getbasetemp()
    value = data.draw(_fitting(POLICY["properties"][name]))
    if name == "custom_fields" and isinstance(value, list):
        # A schema cannot say that names differ.
        assume(len({str(one["name"]).strip() for one in value if "name" in one}) == len(value))
    policy = {name: value, "defaults": {name: value}}
    if _ACCEPTS_POLICY.is_valid(policy):
        assert _problems(folder, "policy.json", policy) == []
    if _ACCEPTS_SETTINGS.is_valid({name: value}):
        assert _problems(folder, "settings.json", {name: value}) == []


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(
    value=st.dictionaries(
        st.sampled_from([*SCHEMA, "defaults", "password", "unknown"]),
        st.recursive(
            st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=20),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            max_leaves=4,
        ),
        max_size=3,
    )
)
def test_the_schema_accepts_nothing_that_the_till_refuses(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, object]
) -> None:
    """The same holds for any JSON."""
    if _ACCEPTS_POLICY.is_valid(value):
        assert _problems(tmp_path_factory.getbasetemp(), "policy.json", value) == []


def test_the_schemas_are_schemas_and_know_every_setting() -> None:
    """Both follow their dialect. The settings file has all but what only a policy may set."""
    for schema in (POLICY, SETTINGS):
        Draft202012Validator.check_schema(schema)
    assert POLICY["properties"].keys() == {*SCHEMA, "defaults"}
    assert sorted(POLICY["properties"]["defaults"]["properties"]) == sorted(SCHEMA)
    assert SETTINGS["properties"].keys() == {name for name, one in SCHEMA.items() if not one.policy_only}


def test_real_files_are_accepted(tmp_path: Path) -> None:
    """The example of the deploy scripts, those of the documents, every default, and what the settings page saves."""
    examples = [(product.ROOT / "installer/windows/deploy/policy.example.json").read_text(encoding="utf-8")]
    for page in ("docs/settings.md", "installer/windows/deploy/README.md"):
        text = (product.ROOT / page).read_text(encoding="utf-8")
        examples += re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert len(examples) >= 3
    for example in examples:
        _ACCEPTS_POLICY.validate(json.loads(example))
    _ACCEPTS_POLICY.validate({name: one["default"] for name, one in POLICY["properties"].items() if name in SCHEMA})
    saved = {
        "server": "https://eu.api.example.com/v1", "till": "store.till1", "country": "gb", "notes_limit": "80",
        "printer": "tcp://192.168.1.40:9100", "find_by": "card, email", "auto_print": "yes", "theme": "DARK",
        "custom_fields": '[{"name": "table", "kind": "choice", "choices": ["1", "2"]}]',
    }  # fmt: skip
    read = {name: SCHEMA[name].read(value) for name, value in saved.items()}
    settings_file.save(tmp_path, read)
    _ACCEPTS_SETTINGS.validate(json.loads((tmp_path / "settings.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "policy",
    [{"settle_after": "soon"}, {"country": "ZZ"}, {"server": "http://eu.example.com"}, {"sever": "https://a.example"},
     {"defaults": {"defaults": {}}}, {"defaults": []}, {"custom_fields": [{"name": "a", "kind": "choice"}]},
     {"till": "a:b"}, {"till": "${USER}"}, {"code_from": -1}, {"supervisor_pin": "12345678"}, {"bill_required": "yes"}],
)  # fmt: skip
def test_mistakes_are_refused(policy: dict[str, object]) -> None:
    """An editor marks a wrong value, a misspelt name, and what stands in the wrong place."""
    assert not _ACCEPTS_POLICY.is_valid(policy)


def test_weak_values_belong_into_the_policy() -> None:
    """The settings file's bounds leave out what would be ignored there."""
    assert _ACCEPTS_POLICY.is_valid({"settle_after": 5, "look_again_after": 7200})
    for name, strong, weak in (("settle_after", 30, 29.9), ("look_again_after", 3600, 3601)):
        assert not needs_policy(name, strong)
        assert needs_policy(name, weak)
        assert _ACCEPTS_SETTINGS.is_valid({name: strong})
        assert not _ACCEPTS_SETTINGS.is_valid({name: weak})
    with pytest.raises(ValueError, match="not a number"):
        json_schema.strong_bounds(SCHEMA["store"])


def test_the_form_of_jamf_lists_titles_and_an_order() -> None:
    """Jamf shows each setting under its label, in the schema's order, and each choice in words."""
    form = json_schema.jamf_form()
    shown = form["properties"]
    assert [name for name, _ in sorted(shown.items(), key=lambda item: item[1]["property_order"])][:-1] == list(SCHEMA)
    assert shown["paper"]["options"]["enum_titles"] == ["58 mm", "80 mm", "A4"]
    assert all({"title", "description", "type"} <= one.keys() for one in shown.values())
    assert "anyOf" not in json.dumps(form)
