"""Describes a setting: what reads it, what it is called, in which group it stands, and who may change it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain.setting_values import Lines, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Group(StrEnum):
    """The groups of the settings page and of the tables in the documentation, in their order."""

    SERVICE = "Service"
    SHOP = "Shop"
    REDEEMING = "Redeeming"
    CODES = "Codes"
    PRINTING = "Printing"
    CASHIERS = "Cashiers"
    POS = "POS"
    HEAD_OFFICE = "Head office"
    LOOK = "Look and language"
    SUPPORT = "Support"


class Kind(StrEnum):
    """How a setting is shown and entered."""

    TEXT = "text"
    LINES = "lines"
    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"
    SEVERAL = "several"
    LIST = "list"
    """A list of texts."""
    JSON = "json"
    """A list of objects."""
    REGION = "region"
    LANGUAGE = "language"
    PRINTER = "printer"
    PIN = "pin"
    """A hash that is never shown."""
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    """What is kept in the keyring and never shown."""
    KEY = "key"
    """A key that is never shown. It can be replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known about one setting.

    Attributes:
        name: as in `Settings`, in the files, and after `POINTS_TILL_`.
        default: its value if nothing sets it.
        read: reads a raw value; raises `ValueError`.
        label: its name for people, in English.
        help: what it is for, in English.
        group: where it stands.
        kind: how it is shown and entered.
        choices: for `Kind.CHOICE` and `Kind.SEVERAL`, each value with its English words.
        policy_only: True if it counts only in the machine's policy.
        protects_money: True if points could be redeemed wrongly while it has its default in place of the value that was
            meant. If such a value cannot be read, redeeming stops.
        is_weak: True for values that count only if the policy sets them or the service is on this machine.
        if_wrong: value in place of the default if the value that was meant cannot be read; None for the default. It is
            never looser than what may have been meant.
    """

    name: str
    default: object
    read: Callable[[object], object]
    label: str
    help: str
    group: Group
    kind: Kind
    choices: Mapping[str, str]
    policy_only: bool
    protects_money: bool
    is_weak: Callable[[Any], bool] | None
    if_wrong: object

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return ENVIRONMENT_PREFIX + self.name.upper()

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The least and the greatest number; None if it is not a number."""
        return (self.read.lowest, self.read.highest) if isinstance(self.read, Number) else None

    @property
    def is_whole(self) -> bool:
        """True if it is a whole number."""
        return isinstance(self.default, int) and not isinstance(self.default, bool)


ENVIRONMENT_PREFIX = "POINTS_TILL_"


def option(
    default: object,
    read: Callable[[object], object],
    meaning: str,
    *,
    label: str = "",
    group: Group = Group.SHOP,
    kind: Kind | None = None,
    choices: Mapping[str, str] | None = None,
    policy_only: bool = False,
    protects_money: bool = False,
    is_weak: Callable[[Any], bool] | None = None,
    if_wrong: object = None,
) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Describes a field of `Settings`. The arguments are those of `Setting`.

    Args:
        default: also decides the kind, unless `kind` names one.
        read: see `Setting.read`.
        meaning: see `Setting.help`.
        label: the name in words, unless another is given.
        group: see `Setting.group`.
        kind: see `Setting.kind`.
        choices: words for some values of an enumeration; the others are shown as they are.
        policy_only: see `Setting.policy_only`.
        protects_money: see `Setting.protects_money`.
        is_weak: see `Setting.is_weak`.
        if_wrong: see `Setting.if_wrong`.
    """
    described = {
        "default": default,
        "read": read,
        "label": label,
        "help": meaning,
        "group": group,
        "kind": kind or _kind(default, read),
        "choices": _choices(default, choices or {}),
        "policy_only": policy_only,
        "protects_money": protects_money,
        "is_weak": is_weak,
        "if_wrong": if_wrong,
    }
    return dataclasses.field(default=default, metadata=described)


def schema_of(settings: type) -> dict[str, Setting]:
    """Returns the settings of a dataclass whose fields `option` has described, by name, in their order."""
    made: dict[str, Setting] = {}
    for one in dataclasses.fields(settings):
        described = dict(one.metadata)
        # What writes tables and policies knows texts, and no keys.
        described["default"] = "" if described["kind"] is Kind.KEY else described["default"]
        described["label"] = described["label"] or one.name.replace("_", " ").capitalize()
        made[one.name] = Setting(name=one.name, **described)
    return made


def _kind(default: object, read: Callable[[object], object]) -> Kind:
    match default:
        case bool():
            return Kind.FLAG
        case StrEnum():
            return Kind.CHOICE
        case int() | float():
            return Kind.NUMBER
        case tuple():
            return Kind.LIST
        case _:
            return Kind.LINES if isinstance(read, Lines) else Kind.TEXT


def _choices(default: object, words: Mapping[str, str]) -> dict[str, str]:
    values = [one.value for one in type(default)] if isinstance(default, StrEnum) else list(words)
    return {value: words.get(value, value.replace("_", " ").capitalize()) for value in values}
