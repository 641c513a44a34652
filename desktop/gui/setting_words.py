"""Translates what the schema of settings says in English, and names countries and languages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QCoreApplication, QFile, QLocale

from desktop.domain.access import OAuthClient, Secret, SignIn
from desktop.domain.regions import REGIONS
from desktop.domain.setting_schema import Group, Kind, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COUNTRIES = "countries"
"""The prefix of the paths of countries' names. `Style` says which folder it stands for."""


@dataclass(frozen=True, slots=True)
class Region:
    """A country or other region.

    Attributes:
        code: as ISO 3166 has it.
        name: in the window's language; empty if it has none.
        english: its name in English, which finds it in every language.
    """

    code: str
    name: str
    english: str

    @property
    def words(self) -> str:
        """What the list of regions shows."""
        return f"{self.name} ({self.code})" if self.name else self.code


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

OAUTH_KEY = replace(
    PASSWORD,
    name="oauth_key",
    label="Key",
    help="It is kept in this computer’s keyring, with the secret. Leave both empty to keep those that are stored.",
)
OAUTH_SECRET = replace(
    PASSWORD,
    name="oauth_secret",
    label="Secret",
    help="It was shown once, when the key was made. Leave both empty to keep those that are stored.",
)
"""The key and the secret have rows of the same kind. They take the password’s place if the till signs in with them."""

SECRETS = {
    PASSWORD.name: (PASSWORD, SignIn.BASIC),
    OAUTH_KEY.name: (OAUTH_KEY, SignIn.OAUTH),
    OAUTH_SECRET.name: (OAUTH_SECRET, SignIn.OAUTH),
}
"""The rows of secrets, each with the way to sign in that needs it."""

PROXY_PASSWORD = replace(PASSWORD, name="proxy_password", label="Password for the proxy")
"""Like `PASSWORD`."""

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


PROBLEMS = (
    "must be a text",
    "must be one line without control characters",
    "must be text without control characters",
    "must not be longer than {longest} characters",
    "must not have a colon in it",
    "must be ASCII letters, digits and marks",
    "must not have {name} in it: only {known} is known",
    "must be true or false",
    "must be a number",
    "must be a whole number",
    "must be from {lowest} to {highest}",
    "must be an amount of points, such as 100 or 12.5",
    "must be one of {choices}, or empty for the system’s own",
    "must be one of {choices}",
    "must be some of {choices}",
    "must be an ISO 4217 code such as INR",
    "must be an ISO 3166 region such as IN",
    "is not an address",
    "must not carry a user name or password",
    "must not carry a query",
    "must begin with https:// (http:// is for this machine alone)",
    "must begin with https://",
    "must not carry a login: that is the setting proxy_user and a password of its own",
    "must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)",
    "must be http://host:port",
    "must be tcp://HOST:PORT",
    "must name a queue after raw:",
    "must be a list of addresses such as https://pos.example",
    "must be addresses such as https://pos.example, without a path or a *",
    "must be a list",
    "must be a list of texts",
    "must be a list of fields",
    "must be a JSON list of texts",
    "must be a JSON list of fields",
    "must not have more than {most} entries",
    "every field needs a name",
    "choices must be a list",
    "{name} needs choices",
    "{name} is there twice",
    "unknown: {names}",
    "must be what `points-till pin hash` makes of the PIN",
    "is not a key that `points-till head-office enrol` has printed",
    "is not a text",
)
"""What can be wrong with a value of a setting, as `setting_values` and its like say it. The first that fits counts."""


def entered_secret(sign_in: object, values: Mapping[str, object]) -> Secret:
    """Returns the secret that was entered: an empty text if none was.

    Args:
        sign_in: the way to sign in that is chosen, as the control of the setting has it.
        values: what is in the controls of the secrets, by the names of `SECRETS`.
    """
    if str(sign_in) != SignIn.OAUTH:
        return str(values.get(PASSWORD.name, ""))
    key, secret = (str(values.get(one.name, "")).strip() for one in (OAUTH_KEY, OAUTH_SECRET))
    return OAuthClient(key, secret) if key and secret else ""


def half_entered(sign_in: object, values: Mapping[str, object]) -> str:
    """Returns the name of the row that is empty although its other half was entered; empty if there is none."""
    if str(sign_in) != SignIn.OAUTH:
        return ""
    halves = {one.name: bool(str(values.get(one.name, "")).strip()) for one in (OAUTH_KEY, OAUTH_SECRET)}
    return next((name for name, entered in halves.items() if not entered and any(halves.values())), "")


def setting_words(text: str) -> str:
    """Translates a label, a help text, a group or a choice of the schema."""
    return QCoreApplication.translate("Settings", text)


def problem_words(reason: str) -> str:
    """Translates why a value of a setting cannot be used, which the domain says in English.

    Returns:
        The English if it is none of `PROBLEMS`, such as a mistake in the JSON of a file.
    """
    for template, pattern in _patterns():
        found = pattern.fullmatch(reason)
        if found is not None:
            return QCoreApplication.translate("Settings", template).format(**found.groupdict())
    return reason


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Returns the problems with patterns that find their values in a reason."""
    fields = re.compile(r"\\{(\w+)\\}")
    return tuple((one, re.compile(fields.sub(r"(?P<\1>.+)", re.escape(one)), re.DOTALL)) for one in PROBLEMS)


def texts_of(schema: Mapping[str, Setting]) -> Iterator[str]:
    """Yields every text of the schema that is shown, each once, for the translators."""
    yield from dict.fromkeys(_texts((*schema.values(), PASSWORD, OAUTH_KEY, OAUTH_SECRET, PROXY_PASSWORD)))
    yield from PROBLEMS


def regions() -> list[Region]:
    """Returns every region, in the order of the names in the window's language."""
    names, found = _names_of_regions(), []
    for code in REGIONS:
        english = QLocale.territoryToString(QLocale.codeToTerritory(code))
        english = "" if english == "Default" else english
        found.append(Region(code, names.get(code, english), english))
    collator = QCollator(QLocale())
    return sorted(found, key=lambda one: (collator.sortKey(one.words), one.code))


def _names_of_regions() -> dict[str, str]:
    """Returns the names that `installer.country_names` has written for the window's language; none for English."""
    file = QFile(f"{COUNTRIES}:{QLocale.languageToCode(QLocale().language())}.json")
    return json.loads(bytes(file.readAll().data())) if file.open(QFile.OpenModeFlag.ReadOnly) else {}


def _texts(settings: Iterable[Setting]) -> Iterator[str]:
    yield from (group.value for group in Group)
    for one in settings:
        yield one.label
        yield one.help
        yield from one.choices.values()
