r"""Makes the administrative template of Group Policy and Intune: `points-till.admx`, and its English texts.

Each setting has two policies: one that locks it, and one that gives it a default which the shop may change. They are
values below `HKEY_LOCAL_MACHINE\Software\Policies\points-till`, which `desktop.store.managed_policy` reads.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor
from typing import TYPE_CHECKING

from desktop.domain.setting_schema import Group, Kind
from desktop.domain.settings import LANGUAGES, SCHEMA
from desktop.gui.setting_words import LANGUAGES as LANGUAGE_NAMES
from desktop.store.managed_policy import DEFAULTS, KEY
from installer import product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.setting_schema import Setting

NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
LANGUAGE = "en-US"
PREFIX = "pointstill"
ROOT = "PointsTill"
LOCKED = "Locked"

LONGEST_TEXT = 16_384
"""Characters of a text that a template may hold. The till checks the setting's own limit."""

_REVISION = "1.0"


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the two places for every setting.

    Attributes:
        name: begins the identifiers of its policies and categories.
        key: the registry key of its values.
        title: its name for people.
        explained: ends the help of each of its policies.
    """

    name: str
    key: str
    title: str
    explained: str


BRANCHES = (
    Branch(LOCKED, KEY, "Locked settings", "Enabled locks the setting: it cannot be changed at the till."),
    Branch(
        "Default",
        f"{KEY}\\{DEFAULTS}",
        "Defaults that the shop may change",
        "Enabled gives the setting a default, which the settings page can change.",
    ),
)


def admx() -> bytes:
    """Returns the template."""
    top = ET.Element("policyDefinitions", {"xmlns": NAMESPACE, "revision": _REVISION, "schemaVersion": "1.0"})
    ET.SubElement(
        ET.SubElement(top, "policyNamespaces"), "target", prefix=PREFIX, namespace="PointsTill.Policies.PointsTill"
    )
    ET.SubElement(top, "resources", minRequiredRevision=_REVISION)
    definitions = ET.SubElement(ET.SubElement(top, "supportedOn"), "definitions")
    ET.SubElement(definitions, "definition", name="SUPPORTED", displayName="$(string.SUPPORTED)")
    categories = ET.SubElement(top, "categories")
    ET.SubElement(categories, "category", name=ROOT, displayName=f"$(string.{ROOT})")
    policies = ET.SubElement(top, "policies")
    for branch in BRANCHES:
        _category(categories, branch.name, ROOT)
        for group in _groups(branch):
            _category(categories, f"{branch.name}_{group.name}", branch.name)
        for setting in _settings(branch):
            _policy(policies, branch, setting)
    return _written(top)


def adml() -> bytes:
    """Returns the template's English texts."""
    top = ET.Element("policyDefinitionResources", {"xmlns": NAMESPACE, "revision": _REVISION, "schemaVersion": "1.0"})
    ET.SubElement(top, "displayName").text = product.TITLE
    ET.SubElement(top, "description").text = f"Settings of {product.TITLE}"
    resources = ET.SubElement(top, "resources")
    table = ET.SubElement(resources, "stringTable")
    presentations = ET.SubElement(resources, "presentationTable")
    texts = {"SUPPORTED": "Windows 10 version 1809 or newer", ROOT: product.TITLE}
    for branch in BRANCHES:
        texts[branch.name] = branch.title
        texts |= {f"{branch.name}_{group.name}": group.value for group in _groups(branch)}
        for setting in _settings(branch):
            texts[f"{branch.name}_{setting.name}"] = setting.label
            texts[f"{branch.name}_{setting.name}_Help"] = _help(branch, setting)
            if setting.kind is not Kind.FLAG:
                _presentation(presentations, branch, setting)
    for setting in SCHEMA.values():
        texts |= {f"{setting.name}_{number}": words for number, (_, words) in enumerate(_items(setting))}
    for name, text in texts.items():
        ET.SubElement(table, "string", id=name).text = text
    return _written(top)


def _category(categories: ET.Element, name: str, parent: str) -> None:
    made = ET.SubElement(categories, "category", name=name, displayName=f"$(string.{name})")
    ET.SubElement(made, "parentCategory", ref=parent)


def _policy(policies: ET.Element, branch: Branch, setting: Setting) -> None:
    name = f"{branch.name}_{setting.name}"
    attributes = {
        "name": name,
        "class": "Machine",
        "displayName": f"$(string.{name})",
        "explainText": f"$(string.{name}_Help)",
        "key": branch.key,
    }
    attributes |= (
        {"valueName": setting.name} if setting.kind is Kind.FLAG else {"presentation": f"$(presentation.{name})"}
    )
    made = ET.SubElement(policies, "policy", attributes)
    ET.SubElement(made, "parentCategory", ref=f"{branch.name}_{setting.group.name}")
    ET.SubElement(made, "supportedOn", ref="SUPPORTED")
    if setting.kind is Kind.FLAG:
        for state, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(made, state), "decimal", value=value)
        return
    _element(ET.SubElement(made, "elements"), setting)


def _element(elements: ET.Element, setting: Setting) -> None:
    common = {"id": setting.name, "valueName": setting.name}
    items = list(_items(setting))
    if items:
        made = ET.SubElement(elements, "enum", common | {"required": "true"})
        for number, (value, _) in enumerate(items):
            item = ET.SubElement(made, "item", displayName=f"$(string.{setting.name}_{number})")
            ET.SubElement(ET.SubElement(item, "value"), "string").text = value
    elif setting.bounds is not None:
        # A template has whole numbers only. Its editor checks the bounds, which a text would not have.
        lowest, highest = setting.bounds
        bounds = {"minValue": str(ceil(lowest)), "maxValue": str(floor(highest))}
        ET.SubElement(elements, "decimal", common | {"required": "true"} | bounds)
    elif _is_long(setting):
        ET.SubElement(elements, "multiText", common | {"maxLength": str(LONGEST_TEXT)})
    else:
        ET.SubElement(elements, "text", common | {"maxLength": str(_longest(setting))})


def _presentation(presentations: ET.Element, branch: Branch, setting: Setting) -> None:
    made = ET.SubElement(presentations, "presentation", id=f"{branch.name}_{setting.name}")
    items = [value for value, _ in _items(setting)]
    if items:
        default = setting.default.value if isinstance(setting.default, StrEnum) else setting.default
        chosen = items.index(str(default)) if str(default) in items else 0
        box = ET.SubElement(made, "dropdownList", refId=setting.name, noSort="true", defaultItem=str(chosen))
        box.text = setting.label
    elif setting.bounds is not None:
        start = f"{ceil(float(str(setting.default)))}"
        ET.SubElement(made, "decimalTextBox", refId=setting.name, defaultValue=start).text = setting.label
    elif _is_long(setting):
        ET.SubElement(made, "multiTextBox", refId=setting.name).text = setting.label
    else:
        box = ET.SubElement(made, "textBox", refId=setting.name)
        ET.SubElement(box, "label").text = setting.label
        default = setting.default
        ET.SubElement(box, "defaultValue").text = ", ".join(default) if isinstance(default, tuple) else str(default)


def _help(branch: Branch, setting: Setting) -> str:
    lines = [setting.help, ""]
    match setting.kind:
        case Kind.FLAG:
            lines += [f"Enabled: on. Disabled: off. The program's default: {'on' if setting.default else 'off'}."]
            stays = "Enabled and Disabled lock the setting: it cannot be changed at the till."
            gives = "Enabled and Disabled give the setting a default, which the settings page can change."
            lines.append(stays if branch.name == LOCKED else gives)
        case kind:
            lines.append(branch.explained)
            if kind is Kind.LIST:
                lines.append("One on each line.")
            elif kind is Kind.SEVERAL:
                lines.append(f"Any of these, with commas between them: {', '.join(setting.choices)}.")
            elif kind is Kind.JSON:
                lines.append("A JSON list.")
    if setting.protects_money:
        lines.append("This setting protects money: the till does not redeem with a value that it cannot read.")
    return "\n".join([*lines, f"Name in policy.json: {setting.name}"])


def _items(setting: Setting) -> Iterator[tuple[str, str]]:
    """Yields the values of a choice, each with its words."""
    if setting.kind is Kind.CHOICE:
        yield from setting.choices.items()
    elif setting.kind is Kind.LANGUAGE:
        names = {code: name for name, code in LANGUAGE_NAMES}
        yield from ((code, f"{names[code]} ({code})") for code in LANGUAGES)


def _is_long(setting: Setting) -> bool:
    return setting.kind in {Kind.LINES, Kind.LIST, Kind.JSON}


def _longest(setting: Setting) -> int:
    return getattr(setting.read, "longest", 500)


def _groups(branch: Branch) -> list[Group]:
    found = {setting.group for setting in _settings(branch)}
    return [group for group in Group if group in found]


def _settings(branch: Branch) -> list[Setting]:
    # The shop cannot change what counts only in the policy.
    return [one for one in SCHEMA.values() if branch.name == LOCKED or not one.policy_only]


def _written(top: ET.Element) -> bytes:
    ET.indent(top)
    written: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
