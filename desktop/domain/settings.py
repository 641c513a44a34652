"""Lists the settings: each with its default, its meaning, how it is read, and who may set it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain import setting_values as values
from desktop.domain.failures import SettingsUnusable
from desktop.domain.mobile import MobileForm
from desktop.domain.setting_values import (
    FIND_BY,
    LANGUAGES,
    LONGEST_PATH,
    LOOPBACK_HOSTS,
    CustomField,
    CustomFieldKind,
    is_loopback,
    origin,
    server_address,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "ENVIRONMENT_PREFIX", "FIND_BY", "LANGUAGES", "LOOPBACK_HOSTS", "CustomField", "CustomFieldKind", "GiveBackRule",
    "MobileForm", "NumberPadMode", "Settings", "Theme", "from_environment", "is_loopback", "is_policy_only", "meaning",
    "names", "needs_policy", "origin", "read", "read_value", "server_address", "unknown", "unknown_in",
]  # fmt: skip

ENVIRONMENT_PREFIX = "POINTS_TILL_"
PROVES_AFTER = 30.0
"""Seconds below which `settle_after` proves less than the design promises, so that only the policy may set it."""

LOOKS_AGAIN_WITHIN = 3_600.0
"""Seconds above which `look_again_after` puts the second look off so long that only the policy may set it."""


class Theme(StrEnum):
    """The window's colours. `SYSTEM` follows the desktop at once."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class GiveBackRule(StrEnum):
    """Who may give points back."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    NO_ONE = "no-one"


class NumberPadMode(StrEnum):
    """When the on-screen number pad is shown. `AUTO` shows it if there is a touch screen."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _option(
    default: object,
    read: Callable[[object], object],
    meaning: str,
    *,
    policy_only: bool = False,
    is_weak: Callable[[Any], bool] | None = None,
) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Describes one setting.

    Args:
        default: its value when nothing sets it.
        read: reads a raw value; raises `ValueError`.
        meaning: what it is for, in English.
        policy_only: it counts only if the machine's policy sets it.
        is_weak: values that count only if the policy sets them or the service is on this machine.
    """
    return field(
        default=default, metadata={"read": read, "help": meaning, "policy_only": policy_only, "is_weak": is_weak}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of a till. Each can be set in the settings file, in the policy, or in `POINTS_TILL_<NAME>`.

    Some count only if the policy sets them (`is_policy_only`, `needs_policy`).
    """

    server: str = _option("", values.server_address, "Address of the loyalty service, which begins with https://.")
    till: str = _option("", values.till_name, "The till's name: the user of the service's Basic authentication.")
    password_is_digest: bool = _option(False, values.flag, "The stored password is its MD5 digest already.")  # noqa: FBT003
    cashier: str = _option("", values.text(), "Who is at the till, for the receipt and the audit trail.")
    store: str = _option("", values.text(), "The store's name, for the window and the receipt.")
    country: str = _option(
        "IN", values.letters(2, "an ISO 3166 region such as IN"), "Region of numbers without a country code."
    )
    currency: str = _option(
        "", values.letters(3, "an ISO 4217 code such as INR"), "Currency; empty for the country's own."
    )
    language: str = _option("", values.language, "Language of the window; empty for the system's own.")
    receipt_language: str = _option("", values.language, "Language of the receipt; empty for the window's.")
    theme: Theme = _option(Theme.SYSTEM, values.one_of(Theme), "system, light, dark or high-contrast.")
    number_pad: NumberPadMode = _option(
        NumberPadMode.AUTO, values.one_of(NumberPadMode), "On-screen number pad: auto, always or never."
    )
    mobile_form: MobileForm = _option(
        MobileForm.DIGITS, values.one_of(MobileForm), "How the service wants numbers: digits, plus, national."
    )
    program_id: str = _option("", values.text(), "Fixed program; empty for the default one or the cashier's choice.")
    bill_required: bool = _option(False, values.flag, "Whether a redemption needs a bill number.")  # noqa: FBT003
    connect_timeout: float = _option(5.0, values.number(0.1, 120), "Seconds to wait for a connection.")
    read_timeout: float = _option(20.0, values.number(0.1, 600), "Seconds for the whole of a call.")
    settle_after: float = _option(
        120.0,
        values.number(0, 86_400),
        "Seconds since a call ended after which several looks that found nothing prove it.",
        is_weak=lambda seconds: seconds < PROVES_AFTER,
    )
    look_again_after: float = _option(
        900.0,
        values.number(1, 86_400),
        "Seconds until a redemption recorded as not redeemed is looked up again.",
        is_weak=lambda seconds: seconds > LOOKS_AGAIN_WITHIN,
    )
    code_valid_for: float = _option(
        900.0, values.number(0, 86_400), "Seconds that the organisation's codes are good for; 0: not known."
    )
    code_again_after: float = _option(30.0, values.number(0, 3_600), "Seconds until a code can be sent again.")
    retention_days: int = _option(90, values.whole(1, 3_650), "Days that mobile numbers of settled attempts are kept.")
    requests_per_minute: int = _option(100, values.whole(1, 100_000), "The service's rate limit for this till.")
    attribution_type: str = _option("", values.header, "X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.")
    attribution_code: str = _option("", values.header, "X-CAP-API-ATTRIBUTION-ENTITY-CODE.")
    printer: str = _option("", values.text(), "Name of the system printer; empty for the default one.")
    receipt_folder: str = _option("", values.text(LONGEST_PATH), "Folder of saved receipts; empty for Documents.")
    custom_fields: tuple[CustomField, ...] = _option(
        (), values.custom_fields, "Fields that the organisation has added (JSON list)."
    )
    group_redemption: bool = _option(True, values.flag, "Whether points of a group can be redeemed.")  # noqa: FBT003
    notes: bool = _option(True, values.flag, "Whether a redemption can carry a note.")  # noqa: FBT003
    notes_limit: int = _option(200, values.whole(1, 4_000), "Characters that a note has at most.")
    note_templates: tuple[str, ...] = _option((), values.texts(4_000), "Notes to choose from (JSON list of texts).")
    money_input: bool = _option(False, values.flag, "Whether an amount of money can be entered for points.")  # noqa: FBT003
    find_by: tuple[str, ...] = _option(
        (), values.identifier_kinds, "How a member can be found beside the mobile number: card, email, external_id."
    )
    # Everything that lets a redemption go through without the member's code: a cashier must not be able to set it.
    missed_call: bool = _option(
        False,  # noqa: FBT003 - a default, not a switch in a call
        values.flag,
        "Whether a missed call can take the place of the code.",
        policy_only=True,
    )
    missed_call_number: str = _option(
        "", values.text(), "The number that a member calls and hangs up.", policy_only=True
    )
    missed_call_first: bool = _option(
        False,  # noqa: FBT003 - as above
        values.flag,
        "Whether a missed call is asked for at once, in place of a code.",
        policy_only=True,
    )
    skip_validation: bool = _option(
        False,  # noqa: FBT003 - as above
        values.flag,
        "Whether a supervisor can let a redemption go without a code; needs supervisor_pin.",
        policy_only=True,
    )
    supervisor_pin: str = _option(
        "",
        values.pin_hash,
        "The supervisor's PIN as `points-till pin hash` makes it, never as it is typed.",
        policy_only=True,
    )

    # Giving points back undoes a sale, so only store IT decides who may do it.
    give_back: GiveBackRule = _option(
        GiveBackRule.CASHIER,
        values.one_of(GiveBackRule),
        "Who may give points back: cashier, supervisor (the cashier with the supervisor's PIN), no-one.",
        policy_only=True,
    )
    give_back_days: int = _option(
        90,
        values.whole(1, 3_650),
        "Days after a redemption within which its points can be given back.",
        policy_only=True,
    )

    @property
    def service(self) -> str:
        """The service that redemptions are sent to. The journal tells services apart by this."""
        return self.server.lower()

    @property
    def is_complete(self) -> bool:
        """True if nothing more has to be asked for before the service can be called (apart from the password)."""
        return bool(self.server and self.till)


def names() -> tuple[str, ...]:
    """Every setting's name, in the order of the list."""
    return tuple(one.name for one in dataclasses.fields(Settings))


def meaning(name: str) -> str:
    """Returns what a setting is for, in English."""
    return str(_FIELDS[name].metadata["help"])


def is_policy_only(name: str) -> bool:
    """True if a setting counts only if the machine's policy sets it."""
    return bool(_FIELDS[name].metadata["policy_only"])


def needs_policy(name: str, value: object) -> bool:
    """True if this value of a setting weakens a proof, so that it counts only from the policy or on a loopback address.

    Args:
        name: of the setting.
        value: as `read_value` has read it.
    """
    is_weak = _FIELDS[name].metadata["is_weak"]
    return is_weak is not None and bool(is_weak(value))


def read_value(name: str, raw: object) -> object:
    """Reads one setting's raw value.

    Raises:
        ValueError: with what is wrong with it, in plain English.
    """
    read_raw: Callable[[object], object] = _FIELDS[name].metadata["read"]
    return read_raw(raw)


def read(*layers: Mapping[str, object]) -> Settings:
    """Reads layers of raw values, the strongest last.

    Args:
        layers: names to values as a file or the environment has them; unknown names are left alone, because an
            older till must start with a newer till's file.

    Raises:
        SettingsUnusable: with every value that cannot be read.
    """
    merged: dict[str, object] = {}
    for layer in layers:
        merged.update({name: value for name, value in layer.items() if name in _FIELDS and value is not None})
    problems: list[tuple[str, str]] = []
    found: dict[str, Any] = {}
    for name, raw in merged.items():
        try:
            found[name] = read_value(name, raw)
        except ValueError as error:
            problems.append((name, str(error)))
    if problems:
        raise SettingsUnusable(tuple(problems))
    return Settings(**found)


def unknown(layer: Iterable[str]) -> tuple[str, ...]:
    """Returns the names that are not a setting's, such as a misspelt one or a newer till's, in their order."""
    return tuple(name for name in layer if name not in _FIELDS)


def unknown_in(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the variables that look like a setting's and are not. The password's variable is not returned."""
    known = {ENVIRONMENT_PREFIX + name.upper() for name in (*names(), "password")}
    return tuple(
        sorted(
            name for name in map(str.upper, environment) if name.startswith(ENVIRONMENT_PREFIX) and name not in known
        )
    )


def from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    """Returns the layer of the environment: `POINTS_TILL_COUNTRY` and so on, in any case on Windows."""
    upper = {name.upper(): value for name, value in environment.items()}
    return {
        name: upper[ENVIRONMENT_PREFIX + name.upper()] for name in names() if ENVIRONMENT_PREFIX + name.upper() in upper
    }


_FIELDS = {one.name: one for one in dataclasses.fields(Settings)}
