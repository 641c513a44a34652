"""Lists the settings: each with its default, its meaning, how it is read, and who may set it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain import addresses
from desktop.domain import setting_values as values
from desktop.domain.access import SignIn
from desktop.domain.addresses import DIRECT, is_loopback, origin, server_address
from desktop.domain.failures import SettingsUnusable
from desktop.domain.head_office import NO_KEY, TillKey, head_office_key
from desktop.domain.mobile import MobileForm
from desktop.domain.paper import Commands, Paper
from desktop.domain.setting_schema import ENVIRONMENT_PREFIX, Group, Kind, option, schema_of
from desktop.domain.setting_values import FIND_BY, LANGUAGES, LONGEST_PATH, CustomField, CustomFieldKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "DIRECT", "ENVIRONMENT_PREFIX", "FIND_BY", "LANGUAGES", "SCHEMA", "CustomField",
    "CustomFieldKind", "CustomerDisplay", "GiveBackRule", "LogFormat", "LogLevel", "MobileForm", "NumberPadMode",
    "Settings", "Theme",
    "from_environment", "is_loopback", "is_policy_only", "meaning", "names", "needs_policy", "origin", "read",
    "read_value", "server_address", "unknown", "unknown_in",
]  # fmt: skip

PROVES_AFTER = 30.0
"""Seconds below which `settle_after` proves less than the design promises, so that only the policy may set it."""

LONGEST_SETTLING = 86_400.0
"""Seconds of the longest `settle_after`."""

FEWEST_DAYS = 1
"""The least `give_back_days`."""

SIGNS_OFF_SOON = 30.0
"""Seconds after which an idle cashier is signed off if `sign_off_after` cannot be read. Few shops mean a shorter time,
and a cashier who waits for a customer's code comes back to what was left."""

LOOKS_AGAIN_WITHIN = 3_600.0
"""Seconds above which `look_again_after` puts the second look off so long that only the policy may set it."""


class Theme(StrEnum):
    """The window's colours. `SYSTEM` follows the desktop at once."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class NumberPadMode(StrEnum):
    """When the on-screen number pad is shown. `AUTO` shows it if there is a touch screen."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class GiveBackRule(StrEnum):
    """Who may give points back: `SUPERVISOR` is the cashier with the supervisor's PIN."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    NO_ONE = "no-one"


class CustomerDisplay(StrEnum):
    """Where the customer sees points and balance."""

    OFF = "off"
    WINDOW = "window"
    SECOND = "second"
    """On a second display, if there is one."""


class LogLevel(StrEnum):
    """The least important lines that the log has."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


class LogFormat(StrEnum):
    """How the lines of the log are written."""

    TEXT = "text"
    JSON = "json"
    """One object per line, for programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of a till. Each can be set in the settings file, in the policy, or in `POINTS_TILL_<NAME>`.

    Some count only if the policy sets them (`is_policy_only`, `needs_policy`).
    """

    # Service
    server: str = option(
        "", addresses.server_address, "Address of the loyalty service, which begins with https://.",
        label="Address of the service", group=Group.SERVICE, protects_money=True,
    )  # fmt: skip
    till: str = option(
        "", values.till_name, "The user of the service’s Basic authentication. ${HOSTNAME} is this computer’s name.",
        label="Name of this till", group=Group.SERVICE, protects_money=True,
    )  # fmt: skip
    sign_in: SignIn = option(
        SignIn.BASIC, values.one_of(SignIn), "How the till signs in to the service.",
        label="Sign in with", group=Group.SERVICE,
        choices={"basic": "Name and password", "oauth": "Key and secret (OAuth)"},
    )  # fmt: skip
    password_is_digest: bool = option(
        False, values.flag, "The stored password is its MD5 digest already.",
        label="Password is a digest", group=Group.SERVICE,
    )  # fmt: skip
    connect_timeout: float = option(
        5.0, values.number(0.1, 120), "Seconds to wait for a connection.",
        label="Time to connect", group=Group.SERVICE,
    )  # fmt: skip
    read_timeout: float = option(
        20.0, values.number(0.1, 600), "Seconds for the whole of a call.", label="Time for a call", group=Group.SERVICE
    )
    settle_after: float = option(
        120.0, values.number(0, LONGEST_SETTLING),
        "Seconds after the end of a call. From then on, several look-ups that find nothing prove that no points moved.",
        label="Settle after", group=Group.SERVICE, protects_money=True, is_weak=lambda seconds: seconds < PROVES_AFTER,
        # A till whose own time is not known waits so long that nothing counts as not redeemed too early.
        if_wrong=LONGEST_SETTLING,
    )  # fmt: skip
    look_again_after: float = option(
        900.0, values.number(1, 86_400), "Seconds until a redemption recorded as not redeemed is looked up again.",
        label="Look again after", group=Group.SERVICE, is_weak=lambda seconds: seconds > LOOKS_AGAIN_WITHIN,
    )  # fmt: skip
    requests_per_minute: int = option(
        100, values.whole(1, 100_000), "The service’s rate limit for this till.",
        label="Calls per minute", group=Group.SERVICE,
    )  # fmt: skip
    attribution_type: str = option(
        "", values.header, "X-CAP-API-ATTRIBUTION-ENTITY-TYPE, such as TILL or STORE_CODE.",
        label="Attribution type", group=Group.SERVICE,
    )  # fmt: skip
    attribution_code: str = option(
        "", values.header, "X-CAP-API-ATTRIBUTION-ENTITY-CODE.", label="Attribution code", group=Group.SERVICE
    )
    proxy: str = option(
        "", addresses.proxy_address,
        "http://host:port of the proxy, direct for none; empty for the one of this computer.",
        label="Proxy", group=Group.SERVICE,
    )  # fmt: skip
    proxy_user: str = option(
        "", values.till_name, "Who logs in at the proxy; empty if it asks for no login.",
        label="Name for the proxy", group=Group.SERVICE,
    )  # fmt: skip
    ca_file: str = option(
        "", values.text(LONGEST_PATH),
        "Path of a PEM file of certificate authorities to trust beside those of this computer.",
        label="File of certificates", group=Group.SERVICE,
    )  # fmt: skip
    # Shop
    store: str = option("", values.text(), "The store’s name, for the window and the receipt.", label="Store")
    country: str = option(
        "IN", values.region, "Region of numbers without a country code.", label="Country", kind=Kind.REGION
    )
    currency: str = option(
        "", values.letters(3, "an ISO 4217 code such as INR"), "Currency; empty for the country’s own.",
        label="Currency",
    )  # fmt: skip
    mobile_form: MobileForm = option(
        MobileForm.DIGITS, values.one_of(MobileForm), "How the service wants numbers: digits, plus, national.",
        label="Form of mobile numbers", choices={"digits": "Digits", "plus": "With +", "national": "National"},
    )  # fmt: skip
    retention_days: int = option(
        90,
        values.whole(1, 3_650),
        "Days that mobile numbers of settled attempts are kept.",
        label="Days to keep numbers",
    )
    # Redeeming
    program_id: str = option(
        "", values.text(), "Fixed program; empty for the default one or the cashier’s choice.",
        label="Loyalty program", group=Group.REDEEMING, protects_money=True,
    )  # fmt: skip
    bill_required: bool = option(
        False, values.flag, "Whether a redemption needs a bill number.",
        label="Bill number required", group=Group.REDEEMING, protects_money=True,
    )  # fmt: skip
    group_redemption: bool = option(
        True, values.flag, "Whether points of a group can be redeemed.",
        label="Points of a group", group=Group.REDEEMING, protects_money=True,
    )  # fmt: skip
    groups_by_hand: bool = option(
        False, values.flag, "Whether a group that the service does not show can be entered by hand.",
        label="Groups by hand", group=Group.REDEEMING,
    )  # fmt: skip
    look_ahead: bool = option(
        True, values.flag, "Ask at once, for a member, which points expire and whether they can be redeemed.",
        label="Look ahead", group=Group.REDEEMING,
    )  # fmt: skip
    money_input: bool = option(
        False, values.flag, "Whether an amount of money can be entered for points.",
        label="Amounts of money", group=Group.REDEEMING,
    )  # fmt: skip
    find_by: tuple[str, ...] = option(
        (), values.identifier_kinds,
        "How a member can be found beside the mobile number: card, email, external_id.",
        label="Find members by", group=Group.REDEEMING, kind=Kind.SEVERAL,
        choices={"card": "Card", "email": "E-mail", "external_id": "Customer number"},
    )  # fmt: skip
    notes: bool = option(
        True, values.flag, "Whether a redemption can carry a note.", label="Notes", group=Group.REDEEMING
    )
    notes_limit: int = option(
        200, values.whole(1, 4_000), "Characters that a note has at most.", label="Length of a note",
        group=Group.REDEEMING,
    )  # fmt: skip
    note_templates: tuple[str, ...] = option(
        (), values.texts(4_000), "Notes to choose from (JSON list of texts).", label="Notes to choose from",
        group=Group.REDEEMING,
    )  # fmt: skip
    custom_fields: tuple[CustomField, ...] = option(
        (), values.custom_fields, "Fields that the organisation has added (JSON list).",
        label="Additional fields", group=Group.REDEEMING, kind=Kind.JSON,
    )  # fmt: skip
    # Giving points back undoes a sale, so only store IT decides who may do it.
    give_back: GiveBackRule = option(
        GiveBackRule.CASHIER, values.one_of(GiveBackRule), "Supervisor means the cashier with the supervisor’s PIN.",
        label="Who may give points back", group=Group.REDEEMING, policy_only=True,
        choices={"cashier": "The cashier", "supervisor": "Supervisor", "no-one": "No one"},
        # A slip in the policy must not let every cashier do what only a supervisor was meant to do.
        if_wrong=GiveBackRule.NO_ONE,
    )  # fmt: skip
    give_back_days: int = option(
        90, values.whole(FEWEST_DAYS, 3_650), "Days after a redemption within which its points can be given back.",
        label="Days to give back", group=Group.REDEEMING, policy_only=True,
        # The fewest that a policy can name, because the default may be many more than were meant.
        if_wrong=FEWEST_DAYS,
    )  # fmt: skip
    # Codes
    code_valid_for: float = option(
        900.0, values.number(0, 86_400), "Seconds that the organisation’s codes are good for; 0: not known.",
        label="Codes are valid for", group=Group.CODES,
    )  # fmt: skip
    code_again_after: float = option(
        30.0, values.number(0, 3_600), "Seconds until a code can be sent again.", label="New code after",
        group=Group.CODES,
    )  # fmt: skip
    codes_upper_case: bool = option(
        False, values.flag, "Codes are in capitals: small letters become capitals while they are typed.",
        label="Codes in capitals", group=Group.CODES,
    )  # fmt: skip
    code_by_email: bool = option(
        False, values.flag, "Whether a code can be asked for by the member’s e-mail address.",
        label="Codes by e-mail", group=Group.CODES,
    )  # fmt: skip
    code_by_card: bool = option(
        False, values.flag, "Whether a code can be asked for by the card number with which the member was found.",
        label="Codes by card number", group=Group.CODES,
    )  # fmt: skip
    # Everything that lets a redemption go through without the member's code: a cashier must not be able to set it.
    code_from: Decimal = option(
        Decimal(0), values.points, "Points from which a redemption needs the member’s code. 0: every redemption.",
        label="Code needed from", group=Group.CODES, kind=Kind.TEXT, policy_only=True,
    )  # fmt: skip
    missed_call: bool = option(
        False, values.flag, "Whether a missed call can take the place of the code.",
        label="Missed calls", group=Group.CODES, policy_only=True,
    )  # fmt: skip
    missed_call_number: str = option(
        "", values.text(), "The number that a member calls and hangs up.",
        label="Number for missed calls", group=Group.CODES, policy_only=True,
    )  # fmt: skip
    missed_call_first: bool = option(
        False, values.flag, "Whether a missed call is asked for at once, in place of a code.",
        label="Missed call first", group=Group.CODES, policy_only=True,
    )  # fmt: skip
    skip_validation: bool = option(
        False, values.flag, "Whether a supervisor can let a redemption go without a code; needs supervisor_pin.",
        label="Redeem without a code", group=Group.CODES, policy_only=True,
    )  # fmt: skip
    supervisor_pin: str = option(
        "", values.pin_hash, "The supervisor’s PIN as `points-till pin hash` makes it, never as it is typed.",
        label="Supervisor PIN", group=Group.CODES, kind=Kind.PIN, policy_only=True,
    )  # fmt: skip
    # Printing
    printer: str = option(
        "", values.printer, "A system queue, raw:QUEUE or tcp://HOST:PORT; empty for the default printer.",
        label="Printer", group=Group.PRINTING, kind=Kind.PRINTER,
    )  # fmt: skip
    paper: Paper = option(
        Paper.MM_80, values.paper, "The width of the roll, or a sheet.", label="Paper", group=Group.PRINTING,
        choices={"58": "58 mm", "80": "80 mm", "a4": "A4"},
    )  # fmt: skip
    auto_print: bool = option(
        False, values.flag, "After each redemption.", label="Print automatically", group=Group.PRINTING
    )
    receipt_header: str = option(
        "", values.lines(values.LONGEST_PRINTED), "Below the store’s name, such as its address.",
        label="First lines of the receipt", group=Group.PRINTING, kind=Kind.LINES,
    )  # fmt: skip
    receipt_footer: str = option(
        "", values.lines(values.LONGEST_PRINTED), "In place of the thanks, in the store’s language.",
        label="Last lines of the receipt", group=Group.PRINTING, kind=Kind.LINES,
    )  # fmt: skip
    receipt_logo: str = option(
        "", values.text(LONGEST_PATH), "Path of a PNG or SVG file, for receipts and the customer’s screen.",
        label="Logo", group=Group.PRINTING,
    )  # fmt: skip
    open_drawer: bool = option(
        False, values.flag, "Whether a receipt opens the drawer at a thermal printer.",
        label="Open the drawer", group=Group.PRINTING,
    )  # fmt: skip
    cut_paper: bool = option(
        True, values.flag, "Whether a thermal printer cuts the paper.", label="Cut the paper", group=Group.PRINTING
    )
    printer_commands: Commands = option(
        Commands.RASTER, values.one_of(Commands), "How a thermal printer takes pictures; columns for older models.",
        label="Printer’s commands", group=Group.PRINTING,
        choices={"raster": "Raster (GS v 0)", "columns": "Columns (ESC *)"},
    )  # fmt: skip
    receipt_folder: str = option(
        "", values.text(LONGEST_PATH), "Where saved receipts go; empty for Documents.",
        label="Folder for receipts", group=Group.PRINTING,
    )  # fmt: skip
    receipt_language: str = option(
        "", values.language, "Language of the receipt; empty for the window’s.",
        label="Language of receipts", group=Group.PRINTING, kind=Kind.LANGUAGE,
    )  # fmt: skip
    # Cashiers
    cashier: str = option(
        "", values.text(), "Who is at the till, for the receipt and the audit trail, if no one signs on.",
        label="Cashier", group=Group.CASHIERS,
    )  # fmt: skip
    sign_on: bool = option(
        False, values.flag, "Whether cashiers sign on before they serve.", label="Cashiers sign on",
        group=Group.CASHIERS,
        # If what was meant cannot be read, the till asks who serves.
        if_wrong=True,
    )  # fmt: skip
    cashiers: tuple[str, ...] = option(
        (), values.texts(values.LONGEST_TEXT),
        "Names to choose from (JSON list of texts). A number before a name can be typed in its place: 1042 Meera Nair.",
        label="Cashiers to choose from", group=Group.CASHIERS,
    )  # fmt: skip
    only_listed_cashiers: bool = option(
        False, values.flag, "Whether only the cashiers to choose from can sign on.",
        label="No other cashiers", group=Group.CASHIERS,
        # If there is a list, it counts until it is known whether others may sign on.
        if_wrong=True,
    )  # fmt: skip
    sign_off_after: float = option(
        300.0, values.number(0, 86_400), "Seconds without a key or a touch after which the till signs off; 0: never.",
        label="Sign off after", group=Group.CASHIERS, if_wrong=SIGNS_OFF_SOON,
    )  # fmt: skip
    # A till whose cashiers prove who they are must not be told otherwise by its settings file.
    cashier_pin_file: str = option(
        "", values.text(LONGEST_PATH),
        "Path of a JSON file with each cashier’s PIN as `points-till pin hash` makes it. Cashiers then sign on by PIN.",
        label="File of cashiers’ PINs", group=Group.CASHIERS, policy_only=True, protects_money=True,
    )  # fmt: skip
    # POS
    local_api: int = option(
        0, values.whole(0, 65_535), "Port on which this till serves the POS’s local interface; 0: it does not.",
        label="Port of the local interface", group=Group.POS,
    )  # fmt: skip
    api_origins: tuple[str, ...] = option(
        (), addresses.web_origins,
        "Web pages that may call the local interface, such as https://pos.example (JSON list).",
        label="Web pages that may call", group=Group.POS,
    )  # fmt: skip
    # Head office
    # A shop must not be able to send the journal elsewhere, with digests made with a key of its own choice. Another
    # program on this machine gets nothing that it could not read in the journal.
    head_office: str = option(
        "", addresses.server_address, "Address of head office, which begins with https://. Empty: nothing is sent.",
        label="Address of head office", group=Group.HEAD_OFFICE,
        is_weak=lambda address: bool(address) and not addresses.is_loopback(address),
    )  # fmt: skip
    head_office_key: TillKey = option(
        NO_KEY, head_office_key, "This till’s key, as `points-till head-office enrol` prints it.",
        label="Key for head office", group=Group.HEAD_OFFICE, kind=Kind.KEY,
    )  # fmt: skip
    head_office_pause: float = option(
        5.0, values.number(0.1, 3_600), "Seconds between looks for something new to send.",
        label="Pause between sends", group=Group.HEAD_OFFICE,
    )  # fmt: skip
    head_office_bandwidth: float = option(
        64.0, values.number(0, 1_000_000), "Kilobytes a second that sending to head office may use; 0: no limit.",
        label="Bandwidth for head office", group=Group.HEAD_OFFICE,
    )  # fmt: skip
    # A shop must not be able to send members' numbers elsewhere.
    head_office_numbers: bool = option(
        False, values.flag, "Whether head office gets mobile numbers in full, and not only as keyed digests.",
        label="Numbers for head office", group=Group.HEAD_OFFICE, policy_only=True,
    )  # fmt: skip
    # Look and language
    language: str = option(
        "", values.language, "Language of the window; empty for the system’s own.",
        label="Language", group=Group.LOOK, kind=Kind.LANGUAGE,
    )  # fmt: skip
    theme: Theme = option(
        Theme.SYSTEM, values.one_of(Theme), "system, light, dark or high-contrast.", label="Colours", group=Group.LOOK,
        choices={"system": "System", "light": "Light", "dark": "Dark", "high-contrast": "High contrast"},
    )  # fmt: skip
    number_pad: NumberPadMode = option(
        NumberPadMode.AUTO, values.one_of(NumberPadMode), "When to show it; automatic: if there is a touch screen.",
        label="Number pad", group=Group.LOOK,
        choices={"auto": "Automatic", "always": "Always", "never": "Never"},
    )  # fmt: skip
    reduced_motion: bool = option(
        False, values.flag, "Still patterns take the place of moving ones.", label="Reduced motion", group=Group.LOOK
    )
    customer_display: CustomerDisplay = option(
        CustomerDisplay.OFF, values.one_of(CustomerDisplay), "Points, value and code for the customer’s eyes.",
        label="Screen for the customer", group=Group.LOOK,
        choices={"off": "None", "window": "A window", "second": "Second display"},
    )  # fmt: skip
    # Support
    log_level: LogLevel = option(
        LogLevel.INFO, values.one_of(LogLevel), "The least important lines that are written.",
        label="Log level", group=Group.SUPPORT,
        choices={"error": "Errors", "warning": "Warnings", "info": "Normal", "debug": "Everything"},
    )  # fmt: skip
    log_format: LogFormat = option(
        LogFormat.TEXT, values.one_of(LogFormat), "Text for people, or JSON lines for programs.",
        label="Log format", group=Group.SUPPORT,
        choices={"text": "Text", "json": "JSON lines"},
    )  # fmt: skip

    def needs_code(self, points: Decimal) -> bool:
        """True if redeeming this many points needs the member's code, or what the policy allows in its place."""
        return points >= self.code_from

    @property
    def cashiers_sign_on(self) -> bool:
        """True if no one can serve before signing on. The policy's file of PINs decides that alone."""
        return self.sign_on or bool(self.cashier_pin_file)

    @property
    def service(self) -> str:
        """The service that redemptions are sent to. The journal tells services apart by this."""
        # Imported late, because the first picture needs none of it.
        from desktop.domain.redemption import service_name

        return service_name(self.server)

    @property
    def is_complete(self) -> bool:
        """True if nothing more has to be asked for before the service can be called (apart from the password)."""
        return bool(self.server and self.till)


SCHEMA = schema_of(Settings)
"""Every setting by name. The settings page and the tables in the documentation are made from it."""


def names() -> tuple[str, ...]:
    """Every setting's name, in the order of the list."""
    return tuple(SCHEMA)


def meaning(name: str) -> str:
    """Returns what a setting is for, in English."""
    return SCHEMA[name].help


def is_policy_only(name: str) -> bool:
    """True if a setting counts only if the machine's policy sets it."""
    return SCHEMA[name].policy_only


def needs_policy(name: str, value: object) -> bool:
    """True if this value of a setting weakens a proof, so that it counts only from the policy or on a loopback address.

    Args:
        name: of the setting.
        value: as `read_value` has read it.
    """
    is_weak = SCHEMA[name].is_weak
    return is_weak is not None and bool(is_weak(value))


def read_value(name: str, raw: object) -> object:
    """Reads one setting's raw value.

    Raises:
        ValueError: with what is wrong with it, in plain English.
    """
    return SCHEMA[name].read(raw)


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
        merged.update({name: value for name, value in layer.items() if name in SCHEMA and value is not None})
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
    return tuple(name for name in layer if name not in SCHEMA)


def unknown_in(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the variables that look like a setting's and are not. The variables of secrets are not returned."""
    secrets = ("password", "proxy_password", "oauth_key", "oauth_secret", "database")
    known = {ENVIRONMENT_PREFIX + name.upper() for name in (*names(), *secrets)}
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
