"""Parses the command line: verbs, links, and which option belongs to which verb."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.command_options import UsageError, make_parser, split
from desktop.pos import links
from desktop.pos.handed_text import TextError, clean, clean_amount, clean_bill, clean_cashier, clean_limit, clean_mobile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

# This module is imported before the first picture, so it uses a named tuple instead of a dataclass and imports
# `datetime` late.

WINDOW = ""
VERBS = (
    "training-server", "outcome", "history export", "history events", "report day", "settle", "password set",
    "oauth set", "pin hash", "journal verify", "doctor", "support-file", "machine share", "machine move",
    "attach-bill", "withdraw", "api-token",
    "head-office serve", "head-office migrate", "head-office enrol", "head-office import", "head-office close-alarm",
    "head-office fetch", "head-office demo",
)  # fmt: skip

_WITH_OPERAND = ("head-office enrol", "head-office import", "head-office close-alarm")
"""Verbs that may be followed by one more word: a till, a file, or a number."""


_BELONGS = {
    "from_day": {"history export", "history events", "head-office fetch"},
    "to_day": {"history export", "history events", "head-office fetch"},
    "after": {"history export", "history events"},
    "date": {"report day"},
    "format": {"history export", "report day"},
    "full_mobile": {"history export"},
    "port": {"training-server", "head-office serve", "head-office demo"},
    "reference": {"settle", "outcome", "attach-bill", "withdraw"},
    "settled_as": {"settle"},
    "reason": {"settle", "head-office close-alarm"},
    "head": {"journal verify"},
    "group": {"machine share"},
    "new": {"api-token"},
    "json": {"doctor"},
    "proxy": {"password set"},
    "bill": {WINDOW, "outcome", "attach-bill", "withdraw"},
    "mobile": {WINDOW},
    "points": {WINDOW},
    "cashier": {WINDOW},
    "bill_amount": {WINDOW},
    "max_points": {WINDOW},
    "give_back": {WINDOW},
    "result": {WINDOW},
    "smoke_test": {WINDOW},
    "database": {verb for verb in VERBS if verb.startswith("head-office") and verb != "head-office demo"},
    "reader": {"head-office enrol"},
    "revoke": {"head-office enrol"},
    "host": {"head-office serve"},
    "trusted_proxy": {"head-office serve"},
    "user_header": {"head-office serve"},
    "certificate_header": {"head-office serve"},
    "source": {"head-office import"},
    "most": {"head-office fetch"},
    "oidc_issuer": {"head-office serve"},
    "oidc_client": {"head-office serve"},
    "public_url": {"head-office serve"},
    "require_claim": {"head-office serve"},
    "time_zone": {"head-office serve", "head-office fetch"},
}
"""Options that only some verbs accept. An option that would be ignored is an error."""

_FORMATS = {"history export": ("csv", "jsonl"), "report day": ("text", "json", "csv", "pdf")}
"""The formats of each verb that has some. The first one is the default."""

_OPTIONS = {"from_day": "--from", "to_day": "--to", "settled_as": "--as"}
"""Options whose names differ from the names in this module."""


_HANDED = {
    "bill": clean_bill,
    "mobile": clean_mobile,
    "points": clean_amount,
    "cashier": clean_cashier,
    "bill_amount": clean_amount,
    "max_points": clean_limit,
    "give_back": clean,
}
"""What the POS hands over, and how each is checked."""


_FROM_STANDARD_INPUT = (
    "use “password set --till NAME” or “oauth set --till NAME”, and give the secret on standard input"
)


_MAX_REASON_LENGTH = 1_000

_HEX = re.compile("[0-9a-fA-F]+")


class CommandLine(NamedTuple):
    """What the command line asks for.

    Attributes:
        verb: one of `VERBS`, or `WINDOW`.
        overrides: settings for this run.
        config: another folder for the settings; None for the platform's.
        data: another folder for the journal; None for the platform's.
        training: True for the practice service.
        bill: the bill number that the POS hands over; None if it does not.
        mobile: likewise, the mobile number.
        points: likewise, the points.
        cashier: likewise, who serves.
        bill_amount: likewise, the amount to pay.
        max_points: likewise, the most points that may be redeemed.
        give_back: the reference of a redemption of which the POS asks to give points back; None for a bill.
        result: the file for the outcome, without links in its path; None for standard output only.
        smoke_test: True to check the installation.
        from_day: the first day of an export.
        to_day: the last day of an export, inclusive.
        after: only what has a higher number in the journal; None for all.
        date: the day of a report; None for today.
        format: of an export or a report; empty for the verb's own.
        full_mobile: True if an export has mobile numbers in full.
        port: the port of the practice service; 0 for any.
        reference: the attempt to settle by hand.
        settled_as: its outcome, `redeemed` or `not-redeemed`.
        reason: how the outcome is known.
        head: an earlier head of the journal's chain.
        group: the group whose members share the machine's folder; None for the usual one.
        new: True to replace the token of the local interface.
        file: the support file to write.
        json: True if the report is one JSON object.
        proxy: True if the password is the proxy's.
        qt: Qt's own options.
        by_link: True if a link handed this over, so no program waits for the outcome.
        operand: the till, the file or the number that a command of head office is about.
        database: head office's PostgreSQL; empty for what the environment says.
        reader: the reader who gets a key.
        revoke: True to end all keys in place of making one.
        host: the address that head office listens on.
        trusted_proxy: addresses of the proxies that sign people on for head office.
        user_header: the header in which they name the person; empty for the usual one.
        certificate_header: the header in which they name a till's certificate; empty for none.
        source: of an imported list, `service` or `pos`.
        most: members that are asked about at most; 0 for all.
        oidc_issuer: the OpenID provider that signs people on for head office; empty for none.
        oidc_client: head office's client id there.
        public_url: the address under which browsers see head office.
        require_claim: names and values of claims that people need to sign on.
        time_zone: the IANA name of the time zone whose days head office means; empty for the machine's own.
    """

    verb: str = WINDOW
    overrides: Mapping[str, object] = MappingProxyType({})
    config: Path | None = None
    data: Path | None = None
    training: bool = False
    bill: str | None = None
    mobile: str | None = None
    points: str | None = None
    cashier: str | None = None
    bill_amount: str | None = None
    max_points: str | None = None
    give_back: str | None = None
    result: Path | None = None
    smoke_test: bool = False
    from_day: date | None = None
    to_day: date | None = None
    after: int | None = None
    date: date | None = None
    format: str = ""
    full_mobile: bool = False
    port: int = 0
    reference: str = ""
    settled_as: str = ""
    reason: str = ""
    head: str = ""
    group: str | None = None
    new: bool = False
    file: Path | None = None
    json: bool = False
    proxy: bool = False
    qt: tuple[str, ...] = ()
    by_link: bool = False
    operand: str = ""
    database: str = ""
    reader: str = ""
    revoke: bool = False
    host: str = "127.0.0.1"
    trusted_proxy: tuple[str, ...] = ()
    user_header: str = ""
    certificate_header: str = ""
    source: str = ""
    most: int = 0
    oidc_issuer: str = ""
    oidc_client: str = ""
    public_url: str = ""
    require_claim: tuple[tuple[str, str], ...] = ()
    time_zone: str = ""

    @property
    def is_handed_over(self) -> bool:
        """True if the POS hands a customer over."""
        given = (
            self.bill,
            self.mobile,
            self.points,
            self.cashier,
            self.bill_amount,
            self.max_points,
            self.give_back,
            self.result,
        )
        return self.verb == WINDOW and any(one is not None for one in given)


def parse(arguments: Sequence[str]) -> CommandLine:
    """Parses the arguments after the program's name. Options may come before or after the verb.

    A link must be the only argument. If it comes with options, they may be part of a malicious link.

    Raises:
        UsageError: with the reason.
        SystemExit: for `--help` and `--version`, after printing.
    """
    if any(links.is_link(argument) for argument in arguments):
        return _parse_link(arguments)
    own, qt = split(arguments)
    try:
        found = vars(make_parser(VERBS).parse_intermixed_args(own))
    except UsageError:
        if "password" in own or "oauth" in own:
            # The wrong argument may be the password, so do not quote it.
            raise UsageError(_FROM_STANDARD_INPUT) from None
        raise
    words = found.pop("words")
    verb = _verb(words, found)
    if words[:1] in (["password"], ["oauth"]) and verb not in VERBS:
        raise UsageError(_FROM_STANDARD_INPUT)
    # An empty word, such as a variable without a value, is no wish for a window.
    if words and verb not in VERBS:
        raise UsageError(f"there is no command “{verb}”; the commands are {', '.join(VERBS)}")
    for name, verbs in _BELONGS.items():
        if found[name] is not None and found[name] is not False and verb not in verbs:
            option = _OPTIONS.get(name, f"--{name.replace('_', '-')}")
            raise UsageError(f"{option} does not belong with “{verb or 'the window'}”")
    overrides = {"server": found.pop("server"), "till": found.pop("till")}
    given = {name: value for name, value in found.items() if value is not None}
    _check_secret(verb, overrides["till"], is_proxy=found["proxy"])
    if given.get("trusted_proxy"):
        given["trusted_proxy"] = tuple(given["trusted_proxy"])
    if given.get("require_claim"):
        given["require_claim"] = tuple(_claim(one) for one in given["require_claim"])
    _check_texts(verb, given, overrides)
    _check_formats(verb, given)
    _check_by_hand(verb, given)
    _check_head_office(verb, given)
    _check_give_back(given)
    _check_bill(verb, given)
    if given.get("result") is not None:
        given["result"] = _result(given)
    return CommandLine(
        verb=verb, overrides={name: value for name, value in overrides.items() if value is not None}, qt=qt, **given
    )


def _verb(words: list[str], found: dict[str, Any]) -> str:
    """Returns the words of a command. The one word that some commands are about goes to what was found."""
    if words[:1] == ["support-file"]:
        found["file"] = _support_file(words)
        return words[0]
    verb = " ".join(words[:2])
    if verb in _WITH_OPERAND and len(words) == 3:  # noqa: PLR2004 - a verb of two words, and one more
        found["operand"] = words[2]
        return verb
    return " ".join(words)


def _check_secret(verb: str, till: str | None, *, is_proxy: bool) -> None:
    if verb not in {"password set", "oauth set"}:
        return
    if till:
        _check_till(till)
    elif verb == "oauth set":
        raise UsageError("oauth set needs --till NAME")
    elif not is_proxy:
        raise UsageError("password set needs --till NAME, or --proxy")


def _check_head_office(verb: str, given: dict[str, Any]) -> None:
    operand = given.get("operand", "")
    if verb == "head-office enrol" and bool(operand.strip()) == bool(given.get("reader", "").strip()):
        raise UsageError("head-office enrol needs either the name of a till or --reader NAME")
    if verb == "head-office enrol" and operand and not given.get("revoke"):
        _check_till(operand)
    if verb == "head-office import" and not (operand and given.get("source")):
        raise UsageError("head-office import needs a file and --source service or --source pos")
    if verb == "head-office close-alarm" and not (operand.isascii() and operand.isdigit() and given.get("reason")):
        raise UsageError("head-office close-alarm needs the number of the alarm and --reason")
    if len({bool(given.get(name)) for name in ("oidc_issuer", "oidc_client", "public_url")}) > 1:
        raise UsageError("--oidc-issuer, --oidc-client and --public-url go together")
    if given.get("require_claim") and not given.get("oidc_issuer"):
        raise UsageError("--require-claim needs --oidc-issuer")
    for name in ("user_header", "certificate_header"):
        if given.get(name) and not given.get("trusted_proxy"):
            # It would never count, and with the second one every till would be refused.
            raise UsageError(f"--{name.replace('_', '-')} needs --trusted-proxy")


def _claim(text: str) -> tuple[str, str]:
    """Splits `NAME=VALUE`. A value may have further equals signs, as the names of groups in a directory do."""
    name, _, value = text.partition("=")
    if not name.strip() or not value.strip():
        raise UsageError("--require-claim takes NAME=VALUE, such as groups=head-office")
    return name.strip(), value.strip()


def _check_till(name: str) -> None:
    """Checks that a till can have this name in its settings. Otherwise its key or password would be of no use."""
    # Imported late, because the command line is parsed before the first picture.
    from desktop.domain.setting_values import till_name

    try:
        till_name(name)
    except ValueError as error:
        raise UsageError(f"the name of a till {error}") from None


def _support_file(words: Sequence[str]) -> Path:
    if len(words) != 2 or not words[1].strip():  # noqa: PLR2004 - the verb and the file
        raise UsageError("support-file needs the name of one file")
    return Path(words[1])


def _check_formats(verb: str, given: dict[str, Any]) -> None:
    """Checks what is read of the journal, and sets the format."""
    if "head" in given and not _HEX.fullmatch(given["head"].strip()):
        # A script that lost the head must be told neither that it is in the chain nor that the journal was cut off.
        raise UsageError("--head needs a head of the journal's chain: hexadecimal digits, as journal verify prints it")
    if verb in _FORMATS:
        given.setdefault("format", _FORMATS[verb][0])
        if given["format"] not in _FORMATS[verb]:
            raise UsageError(f"“{given['format']}” is no format of “{verb}”, but {', '.join(_FORMATS[verb])} are")
    if verb in {"outcome", "withdraw"}:
        named = [name for name in ("bill", "reference") if given.get(name, "").strip()]
        if len(named) != 1:
            raise UsageError(f"{verb} needs either --bill or --reference")
    if given.get("from_day") and given.get("to_day") and given["from_day"] > given["to_day"]:
        raise UsageError("--from is after --to")


def _check_by_hand(verb: str, given: dict[str, Any]) -> None:
    if verb != "settle":
        return
    by_hand = [bool(str(given.get(name, "")).strip()) for name in ("reference", "settled_as", "reason")]
    if any(by_hand) and not all(by_hand):
        raise UsageError("settling by hand needs --reference, --as and --reason")


def _check_give_back(given: dict[str, Any]) -> None:
    if "give_back" not in given:
        return
    if not given["give_back"]:
        raise UsageError("--give-back needs the reference of a redemption")
    for name in ("bill", "mobile", "cashier", "bill_amount", "max_points"):
        if name in given:
            raise UsageError(f"--{name.replace('_', '-')} does not belong with --give-back")


def _check_bill(verb: str, given: dict[str, Any]) -> None:
    if verb != "attach-bill":
        return
    if not given.get("reference") or not given.get("bill"):
        raise UsageError("attach-bill needs --reference and --bill")


def _parse_link(arguments: Sequence[str]) -> CommandLine:
    if len(arguments) > 1:
        raise UsageError("a link stands alone, without options")
    try:
        found = links.parse(arguments[0])
    except links.LinkError as error:
        raise UsageError(str(error)) from None
    return CommandLine(bill=found.get("bill"), mobile=found.get("mobile"), points=found.get("points"), by_link=True)


def _check_texts(verb: str, given: dict[str, Any], overrides: dict[str, str | None]) -> None:
    """Cleans what is handed over, and rejects texts that cannot be stored or shown.

    Raises:
        UsageError: names the option but does not quote its text, which may be a member's number.
    """
    for name, value in (given | overrides).items():
        if isinstance(value, list):
            # argparse makes an empty list of `--bill=--`.
            raise UsageError(f"--{name.replace('_', '-')} needs a value")
    try:
        for name, check in _HANDED.items():
            if name in given:
                given[name] = check(f"--{name.replace('_', '-')}", given[name])
        for name in ("reference", "reason", "reader"):
            if name in given:
                given[name] = clean(
                    f"--{name}", given[name], max_length=_MAX_REASON_LENGTH, joiners=name != "reference"
                )
        # The name of a file is kept as it is: it may have special spaces.
        if "operand" in given and verb != "head-office import":
            given["operand"] = clean(f"what follows {verb}", given["operand"], max_length=_MAX_REASON_LENGTH)
    except TextError as error:
        raise UsageError(str(error)) from None
    for name, value in overrides.items():
        if value is not None and not value.isprintable():
            raise UsageError(f"--{name} has characters that cannot be shown")


def _result(given: dict[str, Any]) -> Path:
    """Returns the file for the outcome. It is checked now, because an error after the redemption would be too late.

    Raises:
        UsageError: the file cannot take an outcome.
    """
    from desktop import paths
    from desktop.pos import result_file

    asked: Path = given["result"]
    own = paths.own_folders(given.get("config") or paths.config_dir(), given.get("data") or paths.data_dir())
    try:
        return result_file.check(asked, own)
    except result_file.ResultFileError as error:
        raise UsageError(f"--result {asked} cannot take the outcome: it {error.strerror}") from None
