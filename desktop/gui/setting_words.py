"""Translates what the schema of settings says in English, and names countries and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.regions import REGIONS
from desktop.domain.setting_schema import Group, Kind, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PASSWORD = Setting(
    name="password",
    default="",
    read=str,
    label="Password of this till",
    help="It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.",
    group=Group.SERVICE,
    kind=Kind.PASSWORD,
    choices={},
    policy_only=False,
    protects_money=False,
    is_weak=None,
    if_wrong=None,
)
"""The password has a row like a setting, but is none: it is in no file and in no policy."""

PROXY_PASSWORD = Setting(
    name="proxy_password",
    default="",
    read=str,
    label="Password for the proxy",
    help="It is kept in this computer’s keyring, never in a file. Leave it empty to keep the one that is stored.",
    group=Group.SERVICE,
    kind=Kind.PASSWORD,
    choices={},
    policy_only=False,
    protects_money=False,
    is_weak=None,
    if_wrong=None,
)
"""Like `PASSWORD`."""

PASSWORDS = {"till": PASSWORD, "proxy_user": PROXY_PASSWORD}
"""The rows of passwords, by the setting after which each stands."""

LANGUAGES = (
    ("English", "en"),
    ("العربية", "ar"),
    ("Español", "es"),
    ("Français", "fr"),
    ("हिन्दी", "hi"),
    ("Bahasa Indonesia", "id"),
    ("ไทย", "th"),
    ("简体中文", "zh_CN"),
)
"""The languages of the window, each by its own name."""


def setting_words(text: str) -> str:
    """Translates a label, a help text, a group or a choice of the schema."""
    return QCoreApplication.translate("Settings", text)


def texts_of(schema: Mapping[str, Setting]) -> Iterator[str]:
    """Yields every text of the schema that is shown, each once, for the translators."""
    yield from dict.fromkeys(_texts((*schema.values(), *PASSWORDS.values())))


def regions() -> list[tuple[str, str]]:
    """Returns the name and the code of each region, in the order of the names."""
    named = ((QLocale.territoryToString(QLocale.codeToTerritory(code)), code) for code in REGIONS)
    return sorted((f"{name} ({code})" if name and name != "Default" else code, code) for name, code in named)


def _texts(settings: Iterable[Setting]) -> Iterator[str]:
    yield from (group.value for group in Group)
    for one in settings:
        yield one.label
        yield one.help
        yield from one.choices.values()
