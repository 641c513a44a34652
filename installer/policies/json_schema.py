"""Makes JSON Schemas of the settings file and of the policy, and the form that Jamf Pro shows.

What a schema accepts, the till reads without a problem. The till reads some more, such as `"yes"` for `true`.
"""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Any

from desktop.domain import addresses
from desktop.domain import setting_values as values
from desktop.domain.regions import REGIONS
from desktop.domain.setting_schema import Kind
from desktop.domain.setting_values import LANGUAGES, Letters, Lines, Number, Text, Texts
from desktop.domain.settings import SCHEMA

if TYPE_CHECKING:
    from desktop.domain.setting_schema import Setting

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BASE = "urn:points-till:"
DEFAULTS = "defaults"

_Schema = dict[str, Any]

_NOT_PRINTED = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff"
_LINE = rf"^[^{_NOT_PRINTED}]*$"
_LINES = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$"
_ONE_MACHINE_NAME = r"(?!.*\$\{(?!HOSTNAME\})[A-Za-z_][A-Za-z0-9_]*\})(?!.*\$\{HOSTNAME\}.*\$\{HOSTNAME\})"
_MACHINE_NAME = 64
"""Characters that a machine's name takes at most (RFC 1035, 2.3.4), and one to spare."""

_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?"
_PORT = r"(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
_PATH = r"(?:/[A-Za-z0-9._~-]+)*/?"
_LOOPBACK = r"(?:127\.0\.0\.1|localhost|\[::1\])"

_PATTERNS: dict[str, str] = {
    "head_office_key": r"^(?:[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43})?$",
    "server_address": rf"^(?:https://{_HOST}(?::{_PORT})?{_PATH}|http://{_LOOPBACK}(?::{_PORT})?{_PATH})?$",
    "proxy_address": rf"^(?:direct|http://{_HOST}:{_PORT})?$",
    "till_name": rf"^{_ONE_MACHINE_NAME}[^:{_NOT_PRINTED}]*$",
    "header": rf"^{_ONE_MACHINE_NAME}[\u0020-\u007e]*$",
    "pin_hash": r"^(?:scrypt(?:\$[A-Za-z0-9+/=_.,:-]+){2,3})?$",
    "printer": (
        rf"^(?:(?![ \t]|[Rr][Aa][Ww]:|[Tt][Cc][Pp]:)[^{_NOT_PRINTED}]+|raw:[^\s{_NOT_PRINTED}][^{_NOT_PRINTED}]*"
        rf"|tcp://{_HOST}(?::{_PORT})?)?$"
    ),
}
"""What the reader of this name takes. Each is a little narrower than the reader."""

_ORIGIN = rf"^https?://[a-z0-9](?:[a-z0-9-]{{0,60}}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{{0,60}}[a-z0-9])?){{0,3}}(?::{_PORT})?$"
_POINTS = r"^[0-9]{1,12}(?:\.[0-9]{1,3})?$"
_OWN_ADDRESS = rf"^(?:https?://{_LOOPBACK}(?::{_PORT})?{_PATH})?$"
"""An address of this machine, or none: for a setting of which no other counts outside the policy."""

_LONGEST = {"server_address": values.LONGEST_ADDRESS, "proxy_address": values.LONGEST_ADDRESS}
_LONGEST |= {"pin_hash": values.LONGEST_ADDRESS}


def settings_file() -> _Schema:
    """Returns the schema of `settings.json`: without what counts only in the policy."""
    allowed = [one for one in SCHEMA.values() if not one.policy_only]
    made = _document("settings.schema.json", "Settings of Points Till: settings.json")
    made["properties"] = {one.name: _described(one, in_policy=False) for one in allowed}
    return made


def policy() -> _Schema:
    """Returns the schema of `policy.json`: what is locked, and under `defaults` what the shop may change."""
    made = _document("policy.schema.json", "Policy of Points Till: policy.json")
    properties = {one.name: _described(one, in_policy=True) for one in SCHEMA.values()}
    made["properties"] = properties | {
        DEFAULTS: {
            "title": "Defaults",
            "description": "Settings that the shop may change. What stands outside is locked.",
            "type": "object",
            "properties": deepcopy(properties),
            "additionalProperties": False,
        }
    }
    return made


def jamf_form() -> _Schema:
    """Returns the form of *Application & Custom Settings* in Jamf Pro.

    Jamf takes a part of JSON Schema. It lists titles beside the values of a choice, and shows the properties in an
    order of their own.
    """
    made = policy()
    for key in ("$schema", "$id", "additionalProperties"):
        del made[key]
    made["description"] = "What is set here is locked. Under Defaults stands what the shop may change."
    for properties in (made["properties"], made["properties"][DEFAULTS]["properties"]):
        for order, (name, one) in enumerate(properties.items()):
            one["property_order"] = 10 * (order + 1)
            # Jamf offers no choice between kinds of value.
            one.update(one.pop("anyOf", [{}])[0])
            one.pop("allOf", None)
            if name in SCHEMA and SCHEMA[name].kind is Kind.CHOICE:
                one["options"] = {"enum_titles": list(SCHEMA[name].choices.values())}
    del made["properties"][DEFAULTS]["additionalProperties"]
    return made


def _document(name: str, title: str) -> _Schema:
    return {
        "$schema": DIALECT,
        "$id": f"{BASE}{name}",
        "title": title,
        "type": "object",
        "additionalProperties": False,
    }


def _described(setting: Setting, *, in_policy: bool) -> _Schema:
    words = f"{setting.help} Group: {setting.group}."
    if setting.policy_only:
        words += " Counts only in the policy."
    if setting.protects_money:
        words += " Protects money: a value that cannot be read stops redeeming."
    described = {"title": setting.label, "description": words, **_value(setting, in_policy=in_policy)}
    if not in_policy and setting.is_weak is not None and setting.read is addresses.server_address:
        described["pattern"] = _OWN_ADDRESS
    default = _plain(setting.default)
    return described | {"default": default}


def _value(setting: Setting, *, in_policy: bool) -> _Schema:  # noqa: PLR0911 - one for each kind of value
    match setting.kind, setting.read:
        case Kind.FLAG, _:
            return {"type": "boolean"}
        case Kind.NUMBER, Number() as number:
            lowest, highest = (number.lowest, number.highest) if in_policy else strong_bounds(setting)
            kind = "integer" if number.is_whole else "number"
            return {"type": kind, "minimum": _short(lowest), "maximum": _short(highest)}
        case Kind.CHOICE, _:
            return {"type": "string", "enum": list(setting.choices)}
        case Kind.SEVERAL, _:
            return _list({"type": "string", "enum": list(setting.choices)})
        case Kind.LANGUAGE, _:
            return {"type": "string", "enum": ["", *LANGUAGES]}
        case Kind.REGION, _:
            return {"type": "string", "enum": sorted(REGIONS)}
        case _, Lines(longest):
            return {"type": "string", "maxLength": longest, "pattern": _LINES}
        case _, Letters(count):
            return {"type": "string", "pattern": rf"^(?:[A-Za-z]{{{count}}})?$"}
        case _, Texts(longest):
            return _list({"type": "string", "maxLength": longest, "pattern": _LINES})
        case _, Text(longest):
            pattern = rf"^{_ONE_MACHINE_NAME}{_LINE[1:]}"
            return {"type": "string", "maxLength": longest - _MACHINE_NAME, "pattern": pattern}
        case _:
            return _by_reader(setting)


def _by_reader(setting: Setting) -> _Schema:
    """Returns what a reader of its own takes.

    Raises:
        ValueError: the reader is not known here. Add what it takes.
    """
    name = getattr(setting.read, "__name__", "")
    if name in _PATTERNS:
        longest = _LONGEST.get(name, values.LONGEST_TEXT) - _MACHINE_NAME
        return {"type": "string", "maxLength": longest, "pattern": _PATTERNS[name]}
    if name == "points":
        most = 10**12 - 1
        return {
            "anyOf": [{"type": "string", "pattern": _POINTS}, {"type": "integer", "minimum": 1, "maximum": most}],
        }
    if name == "web_origins":
        return _list({"type": "string", "maxLength": values.LONGEST_ADDRESS, "pattern": _ORIGIN})
    if name == "custom_fields":
        return _list(_custom_field())
    raise ValueError(f"{setting.name}: installer/policies/json_schema.py does not know what its reader takes")


def _custom_field() -> _Schema:
    text = {"type": "string", "maxLength": values.LONGEST_TEXT, "pattern": _LINE}
    kinds = [one.value for one in values.CustomFieldKind]
    choice = {"properties": {"kind": {"const": values.CustomFieldKind.CHOICE.value}}, "required": ["kind"]}
    return {
        "type": "object",
        "properties": {
            "name": {**text, "pattern": rf"^[^\s{_NOT_PRINTED}][^{_NOT_PRINTED}]*$"},
            "label": text,
            "kind": {"type": "string", "enum": kinds, "default": values.CustomFieldKind.TEXT.value},
            "choices": _list(text),
            "required": {"type": "boolean", "default": False},
            "default": text,
            "remembered": {"type": "boolean", "default": False},
        },
        "required": ["name"],
        "additionalProperties": False,
        "allOf": [{"if": choice, "then": {"properties": {"choices": {"minItems": 1}}, "required": ["choices"]}}],
    }


def strong_bounds(setting: Setting) -> tuple[float, float]:
    """Returns the least and the greatest number that count outside the policy.

    Raises:
        ValueError: it is not a number.
    """
    if setting.bounds is None:
        raise ValueError(f"{setting.name} is not a number")
    lowest, highest = setting.bounds
    is_weak = setting.is_weak
    if is_weak is None:
        return lowest, highest
    if is_weak(lowest):
        return _edge(lowest, highest, is_weak=is_weak), highest
    if is_weak(highest):
        return lowest, _edge(highest, lowest, is_weak=is_weak)
    return lowest, highest


def _edge(weak: float, strong: float, *, is_weak: Any) -> float:  # noqa: ANN401 - as `Setting.is_weak`
    """Returns the whole number nearest to the weak ones that is strong."""
    step = 1 if strong > weak else -1
    low, high = 0, ceil(abs(strong - weak))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_weak(weak + step * middle) else (low, middle)
    return weak + step * high


def _list(items: _Schema) -> _Schema:
    return {"type": "array", "items": items, "maxItems": values.MOST_ENTRIES}


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _plain(default: object) -> object:
    match default:
        case StrEnum():
            return default.value
        case tuple():
            return list(default)
        case Decimal():
            return str(default)
        case float():
            return _short(default)
        case _:
            return default
