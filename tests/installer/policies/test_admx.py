"""Tests the administrative template: complete, consistent, and understood by the reader of the policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

import pytest

from desktop.domain.setting_schema import Kind
from desktop.domain.settings import SCHEMA
from desktop.store import settings_file
from desktop.store.managed_policy import KEY, ManagedPolicy
from desktop.store.settings_layers import POLICY, POLICY_DEFAULT
from installer.policies import admx

if TYPE_CHECKING:
    from pathlib import Path

SPACE = {"p": admx.NAMESPACE}
TEMPLATE = ET.fromstring(admx.admx())
TEXTS = ET.fromstring(admx.adml())
POLICIES = TEMPLATE.findall("p:policies/p:policy", SPACE)


def _named(policy: ET.Element) -> tuple[str, str]:
    branch, _, name = policy.get("name", "").partition("_")
    return branch, name


def test_every_setting_can_be_locked_and_given_a_default() -> None:
    """What counts only in the policy can only be locked, because the shop cannot change it anyway."""
    found = Counter(map(_named, POLICIES))
    wanted = [(admx.LOCKED, name) for name in SCHEMA]
    wanted += [("Default", name) for name, one in SCHEMA.items() if not one.policy_only]
    assert found == Counter(wanted)
    keys = {branch: policy.get("key") for policy in POLICIES for branch, _ in [_named(policy)]}
    assert keys == {"Locked": KEY, "Default": f"{KEY}\\defaults"}
    assert {policy.get("class") for policy in POLICIES} == {"Machine"}


def test_every_reference_leads_somewhere() -> None:
    """Texts, presentations, categories and the elements of a presentation exist, and no name is used twice."""
    written = admx.admx().decode()
    strings = [one.get("id", "") for one in TEXTS.findall(".//p:string", SPACE)]
    presentations = [one.get("id", "") for one in TEXTS.findall(".//p:presentation", SPACE)]
    assert set(re.findall(r"\$\(string\.(\w+)\)", written)) == set(strings)
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", written)) == set(presentations)
    categories = [one.get("name", "") for one in TEMPLATE.findall("p:categories/p:category", SPACE)]
    parents = {one.get("ref") for one in TEMPLATE.findall(".//p:parentCategory", SPACE)}
    assert parents <= set(categories)
    names = [policy.get("name", "") for policy in POLICIES]
    assert max(map(max, (Counter(some).values() for some in (strings, presentations, categories, names)))) == 1
    for policy in POLICIES:
        ids = [one.get("id") for one in policy.findall("p:elements/*", SPACE)]
        shown = TEXTS.find(f".//p:presentation[@id='{policy.get('name')}']", SPACE)
        assert ids == ([one.get("refId") for one in shown] if shown is not None else [])


def test_elements_stand_in_the_order_of_the_schema_of_templates() -> None:
    """Group Policy refuses a template whose elements stand in another order."""
    order = ["parentCategory", "supportedOn", "enabledValue", "disabledValue", "elements"]
    for policy in POLICIES:
        tags = [one.tag.partition("}")[2] for one in policy]
        assert tags == [tag for tag in order if tag in tags]
    top = [one.tag.partition("}")[2] for one in TEMPLATE]
    assert top == ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]


def test_names_and_attributes_are_those_of_the_schema_of_templates() -> None:
    """Names have letters, digits and underscores. Elements have only attributes that Microsoft's schema knows."""
    known = {
        "decimal": {"id", "valueName", "required", "minValue", "maxValue"},
        "text": {"id", "valueName", "required", "maxLength"},
        "multiText": {"id", "valueName", "required", "maxLength"},
        "enum": {"id", "valueName", "required"},
    }
    for policy in POLICIES:
        assert re.fullmatch(r"\w+", policy.get("name", ""))
        for element in policy.findall("p:elements/*", SPACE):
            assert set(element.keys()) <= known[element.tag.partition("}")[2]]
    for one in [*TEXTS.findall(".//p:string", SPACE), *TEXTS.findall(".//p:presentation", SPACE)]:
        assert re.fullmatch(r"\w+", one.get("id", ""))
    for value in TEMPLATE.findall(".//p:value/p:string", SPACE):
        assert 0 < len(value.text or "") <= 255


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.get("name"))
def test_what_the_template_writes_is_read(tmp_path: Path, policy: ET.Element) -> None:
    """Each value that the editor can write is read without a problem, locked or as a default."""
    branch, name = _named(policy)
    for value in _writable(policy, name):
        managed = (
            ManagedPolicy("HKLM", {name: value}) if branch == admx.LOCKED else ManagedPolicy("HKLM", {}, {name: value})
        )
        found = settings_file.load(tmp_path, managed=managed)
        assert (found.problems, found.ignored, found.unknown) == ((), (), ())
        assert found.sources[name] == (POLICY if branch == admx.LOCKED else POLICY_DEFAULT)


def _writable(policy: ET.Element, name: str) -> list[object]:
    setting = SCHEMA[name]
    if setting.kind is Kind.FLAG:
        states = [policy.find(f"p:{state}/p:decimal", SPACE) for state in ("enabledValue", "disabledValue")]
        values = [int(state.get("value", "")) for state in states if state is not None]
        assert values == [1, 0]
        return [*values]
    element = policy.find("p:elements/*", SPACE)
    assert element is not None
    assert element.get("valueName") == name
    match element.tag.partition("}")[2]:
        case "enum":
            return [one.text for one in element.iterfind("p:item/p:value/p:string", SPACE)]
        case "decimal":
            lowest, highest = int(element.get("minValue", "")), int(element.get("maxValue", ""))
            assert setting.bounds is not None
            assert (lowest, highest) == (ceil(setting.bounds[0]), int(setting.bounds[1]))
            return [lowest, highest]
        case "multiText":
            lines = ["https://pos.example"] if name == "api_origins" else ["one", "two"]
            return [["[]"]] if setting.kind is Kind.JSON else [lines, []]
        case kind:
            assert kind == "text"
            plain = {"country": "GB", "server": "https://a.example", "currency": "INR", "code_from": "12.5"}
            default = str(setting.default) if isinstance(setting.default, str) else ""
            return [plain.get(name, default)]


def test_kinds_are_those_of_the_settings() -> None:
    """Numbers are numbers with bounds, choices are lists, and yes or no is Enabled or Disabled."""
    kinds = {
        _named(policy)[1]: element.tag.partition("}")[2]
        for policy in POLICIES
        for element in policy.findall("p:elements/*", SPACE)
    }
    assert {"settle_after": "decimal", "theme": "enum", "language": "enum", "store": "text"}.items() <= kinds.items()
    assert {"receipt_header": "multiText", "note_templates": "multiText", "find_by": "text"}.items() <= kinds.items()
    assert "bill_required" not in kinds
