"""Owns the settings: one typed list of options, each with its default, its meaning and how its text is read."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from desktop.domain.failures import SettingsUnusable
from desktop.domain.mobile import MobileForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

ENVIRONMENT_PREFIX = "POINTS_TILL_"
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
FIND_BY = frozenset({"card", "email", "external_id"})
LANGUAGES = ("en", "ar", "es", "fr", "hi", "id", "th", "zh_CN")


class Theme(StrEnum):
    """How the window is coloured; `SYSTEM` follows the desktop, at once."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class NumberPad(StrEnum):
    """When the on-screen number pad is there; `AUTO` means where there is a touch screen."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class CustomFieldKind(StrEnum):
    """What a custom field takes."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField:
    """A field that the organisation has added to its redemptions.

    Attributes:
        name: as the service knows it.
        label: as the cashier reads it.
        kind: what it takes.
        choices: allowed values of a choice.
        required: whether a redemption needs it.
        default: what it holds at first.
        remembered: whether it keeps the last value for the next customer.
    """

    name: str
    label: str = ""
    kind: CustomFieldKind = CustomFieldKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str = ""
    remembered: bool = False


_Value = TypeVar("_Value")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("must be a text")


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    match str(value).strip().lower():
        case "1" | "true" | "yes" | "on":
            return True
        case "0" | "false" | "no" | "off" | "":
            return False
        case _:
            raise ValueError("must be true or false")


def _number(lowest: float, highest: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError("must be a number")  # noqa: TRY004 - one kind of failure for all that cannot be read
        try:
            number = float(value)
        except ValueError:
            raise ValueError("must be a number") from None
        if not lowest <= number <= highest:
            raise ValueError(f"must be from {lowest:g} to {highest:g}")
        return number

    return read


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    read_number = _number(lowest, highest)

    def read(value: object) -> int:
        number = read_number(value)
        if number != int(number):
            raise ValueError("must be a whole number")
        return int(number)

    return read


def _one_of(kind: type[_Value]) -> Callable[[object], _Value]:
    def read(value: object) -> _Value:
        try:
            return kind(str(value).strip().lower())  # type: ignore[call-arg]  # every kind used here is a StrEnum
        except ValueError:
            allowed = ", ".join(str(member.value) for member in kind)  # type: ignore[attr-defined]  # as above
            raise ValueError(f"must be one of {allowed}") from None

    return read


def _language(value: object) -> str:
    text = _text(value).replace("-", "_")
    for language in LANGUAGES:
        if text.lower() in {language.lower(), language.split("_")[0]}:
            return language
    if not text:
        return ""
    raise ValueError(f"must be one of {', '.join(LANGUAGES)}, or empty for the system's own")


def _pattern(pattern: str, what: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _text(value).upper()
        if text and not re.fullmatch(pattern, text):
            raise ValueError(f"must be {what}")
        return text

    return read


def server_address(value: object) -> str:
    """Reads the service's address: `https://host`, or `http://` for a loopback address alone; a bare host means https.

    Raises:
        ValueError: with what is wrong, in plain English; user names in it are refused, since addresses are logged.
    """
    text = _text(value)
    if not text:
        return ""
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("is not an address") from None
    # A colon without a port is what `https:/host` comes to, which would make `https` the host.
    if not host or parts.netloc.endswith(":") or re.search(r"\s", text):
        raise ValueError("is not an address")
    if "@" in parts.netloc:
        raise ValueError("must not carry a user name or password")
    if "?" in text or "#" in text:
        raise ValueError("must not carry a query")
    if parts.scheme == "http" and host not in LOOPBACK_HOSTS:
        raise ValueError("must begin with https:// (http:// is for this machine alone)")
    if parts.scheme not in {"http", "https"}:
        raise ValueError("must begin with https://")
    return text.rstrip("/")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = _from_json(value, "must be a JSON list of texts") if value.strip() else []
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list of texts")  # noqa: TRY004 - one kind of failure for all that cannot be read
    return tuple(text for text in map(_text, value) if text)


def _identifier_kinds(value: object) -> tuple[str, ...]:
    entries = re.split(r"[\s,]+", value) if isinstance(value, str) else value
    if not isinstance(entries, list | tuple):
        raise ValueError("must be a list")  # noqa: TRY004 - as above
    kinds = tuple(dict.fromkeys(_text(one).lower() for one in entries if one))
    if set(kinds) - FIND_BY:
        raise ValueError(f"must be some of {', '.join(sorted(FIND_BY))}")
    return kinds


def _from_json(text: str, otherwise: str) -> object:
    import json

    try:
        return json.loads(text)
    except ValueError:
        raise ValueError(otherwise) from None


def _custom_fields(value: object) -> tuple[CustomField, ...]:
    if isinstance(value, tuple) and all(isinstance(one, CustomField) for one in value):
        return value
    if isinstance(value, str) and not value.strip():
        return ()
    if isinstance(value, str):
        value = _from_json(value, "must be a JSON list of fields")
    if not isinstance(value, list):
        raise ValueError("must be a list of fields")  # noqa: TRY004 - as above
    return tuple(_custom_field(entry) for entry in value)


def _custom_field(entry: object) -> CustomField:
    if not isinstance(entry, dict) or not _text(entry.get("name", "")):
        raise ValueError("every field needs a name")
    unknown = set(entry) - {one.name for one in dataclasses.fields(CustomField)}
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(map(str, unknown)))}")
    choices = entry.get("choices", [])
    if not isinstance(choices, list):
        raise ValueError("choices must be a list")  # noqa: TRY004 - as above
    made = CustomField(
        name=_text(entry["name"]),
        label=_text(entry.get("label", "")),
        kind=_one_of(CustomFieldKind)(entry.get("kind", "text")),
        choices=tuple(_text(choice) for choice in choices),
        required=_flag(entry.get("required", False)),
        default=_text(entry.get("default", "")),
        remembered=_flag(entry.get("remembered", False)),
    )
    if made.kind is CustomFieldKind.CHOICE and not made.choices:
        raise ValueError(f"{made.name} needs choices")
    return made


def _pin_hash(raw: object) -> str:
    text = _text(raw)
    if text and not re.fullmatch(r"scrypt\$[^$]+\$[^$]+", text):
        # What stands there may be the PIN itself, which is repeated nowhere.
        raise ValueError("must be what `points-till pin hash` makes of the PIN")
    return text


def _option(default: object, read: Callable[[object], object], meaning: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=default, metadata={"read": read, "help": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of a till. Each can stand in the settings file, in a policy file, or in `POINTS_TILL_<NAME>`."""

    server: str = _option("", server_address, "Address of the loyalty service, which begins with https://.")
    till: str = _option("", _text, "The till's name: the user of the service's Basic authentication.")
    password_is_digest: bool = _option(False, _flag, "The stored password is its MD5 digest already.")  # noqa: FBT003
    cashier: str = _option("", _text, "Who is at the till, for the receipt and the audit trail.")
    store: str = _option("", _text, "The store's name, for the window and the receipt.")
    country: str = _option(
        "IN", _pattern("[A-Z]{2}", "an ISO 3166 region such as IN"), "Region of numbers without a country code."
    )
    currency: str = _option(
        "", _pattern("[A-Z]{3}", "an ISO 4217 code such as INR"), "Currency; empty for the country's own."
    )
    language: str = _option("", _language, "Language of the window; empty for the system's own.")
    receipt_language: str = _option("", _language, "Language of the receipt; empty for the window's.")
    theme: Theme = _option(Theme.SYSTEM, _one_of(Theme), "system, light, dark or high-contrast.")
    number_pad: NumberPad = _option(NumberPad.AUTO, _one_of(NumberPad), "On-screen number pad: auto, always or never.")
    mobile_form: MobileForm = _option(
        MobileForm.DIGITS, _one_of(MobileForm), "How the service wants numbers: digits, plus, national."
    )
    program_id: str = _option("", _text, "Fixed program; empty for the default one or the cashier's choice.")
    bill_required: bool = _option(False, _flag, "Whether a redemption needs a bill number.")  # noqa: FBT003
    connect_timeout: float = _option(5.0, _number(0.1, 120), "Seconds to wait for a connection.")
    read_timeout: float = _option(20.0, _number(0.1, 600), "Seconds for the whole of a call.")
    settle_after: float = _option(
        120.0, _number(0, 86_400), "Seconds since a call ended after which several looks that found nothing prove it."
    )
    look_again_after: float = _option(
        900.0, _number(1, 86_400), "Seconds until a redemption taken for absent is looked for again."
    )
    code_valid_for: float = _option(
        900.0, _number(0, 86_400), "Seconds that the organisation's codes are good for; 0: not known."
    )
    code_again_after: float = _option(30.0, _number(0, 3_600), "Seconds until a code can be sent again.")
    retention_days: int = _option(90, _whole(1, 3_650), "Days that mobile numbers of settled attempts are kept.")
    requests_per_minute: int = _option(100, _whole(1, 100_000), "The service's rate limit for this till.")
    attribution_type: str = _option("", _text, "X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.")
    attribution_code: str = _option("", _text, "X-CAP-API-ATTRIBUTION-ENTITY-CODE.")
    printer: str = _option("", _text, "Name of the system printer; empty for the default one.")
    receipt_folder: str = _option("", _text, "Folder of saved receipts; empty for Documents.")
    custom_fields: tuple[CustomField, ...] = _option(
        (), _custom_fields, "Fields that the organisation has added (JSON list)."
    )
    group_redemption: bool = _option(True, _flag, "Whether points of a group can be redeemed.")  # noqa: FBT003
    notes: bool = _option(True, _flag, "Whether a redemption can carry a note.")  # noqa: FBT003
    notes_limit: int = _option(200, _whole(1, 4_000), "Characters that a note has at most.")
    note_templates: tuple[str, ...] = _option((), _texts, "Notes to choose from (JSON list of texts).")
    money_input: bool = _option(False, _flag, "Whether an amount of money can be entered for points.")  # noqa: FBT003
    find_by: tuple[str, ...] = _option(
        (), _identifier_kinds, "How a member can be found beside the mobile number: card, email, external_id."
    )
    missed_call: bool = _option(False, _flag, "Whether a missed call can take the place of the code.")  # noqa: FBT003
    missed_call_number: str = _option("", _text, "The number that a member calls and hangs up.")
    missed_call_first: bool = _option(
        False,  # noqa: FBT003 - a default, not a switch in a call
        _flag,
        "Whether a missed call is asked for at once, in place of a code.",
    )
    skip_validation: bool = _option(
        False,  # noqa: FBT003 - as above
        _flag,
        "Whether a supervisor can let a redemption go without a code; needs supervisor_pin.",
    )
    supervisor_pin: str = _option(
        "", _pin_hash, "The supervisor's PIN as `points-till pin hash` makes it, never as it is typed."
    )

    @property
    def service(self) -> str:
        """The service that redemptions are sent to, as the journal tells one from another."""
        return self.server.lower()

    @property
    def is_complete(self) -> bool:
        """Whether nothing has to be asked for before the service can be called (the password aside)."""
        return bool(self.server and self.till)


def names() -> tuple[str, ...]:
    """Every setting's name, in the order of the list."""
    return tuple(one.name for one in dataclasses.fields(Settings))


def meaning(name: str) -> str:
    """What a setting is for, in English."""
    return str(_FIELDS[name].metadata["help"])


def read(*layers: Mapping[str, object]) -> Settings:
    """Reads layers of raw values, the strongest last.

    Args:
        layers: names to values as they stand in a file or in the environment; unknown names are left alone, because an
            older till must start with a newer till's file.

    Raises:
        SettingsUnusable: with every value that cannot be read.
    """
    merged: dict[str, object] = {}
    for layer in layers:
        merged.update({name: value for name, value in layer.items() if name in _FIELDS and value is not None})
    problems: list[tuple[str, str]] = []
    values: dict[str, Any] = {}
    for name, raw in merged.items():
        try:
            values[name] = _FIELDS[name].metadata["read"](raw)
        except ValueError as error:
            problems.append((name, str(error)))
    if problems:
        raise SettingsUnusable(tuple(problems))
    return Settings(**values)


def unknown(layer: Iterable[str]) -> tuple[str, ...]:
    """Names that are no setting's, such as one that is misspelt or a newer till's; in their order."""
    return tuple(name for name in layer if name not in _FIELDS)


def unknown_in(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Variables that look like a setting's and are none; the password's is not one."""
    known = {ENVIRONMENT_PREFIX + name.upper() for name in (*names(), "password")}
    return tuple(
        sorted(
            name for name in map(str.upper, environment) if name.startswith(ENVIRONMENT_PREFIX) and name not in known
        )
    )


def from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    """The layer that stands in the environment: `POINTS_TILL_COUNTRY` and so on, whatever their case on Windows."""
    upper = {name.upper(): value for name, value in environment.items()}
    return {
        name: upper[ENVIRONMENT_PREFIX + name.upper()] for name in names() if ENVIRONMENT_PREFIX + name.upper() in upper
    }


_FIELDS = {one.name: one for one in dataclasses.fields(Settings)}
