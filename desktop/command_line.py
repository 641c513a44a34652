"""Parses the command line: verbs, options, links, and which option belongs to which verb."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from desktop import __version__
from desktop.pos import links
from desktop.pos.handed_text import TextError, clean, clean_amount, clean_bill, clean_mobile

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

_QT_WITH_VALUE = frozenset(
    {
        "platform", "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry", "qwindowicon", "qwindowtitle",
        "style", "stylesheet", "display", "geometry", "fn", "font", "session", "icon", "title",
    }
)  # fmt: skip
_QT_FLAGS = frozenset({"reverse", "nograb", "dograb", "sync", "widgetcount"})

_USAGE = """points-till [--training] [--server URL] [--till NAME] [--config DIR] [--data DIR]
       points-till --bill B --mobile M --points P --result FILE
                   [--cashier NAME] [--bill-amount A] [--max-points P]
       points-till --give-back R [--points P] --result FILE
       points-till "points-till://redeem?bill=B&mobile=M&points=P"
       points-till training-server [--port N]
       points-till attach-bill --reference R --bill B
       points-till outcome --bill B | --reference R
       points-till withdraw --bill B | --reference R
       points-till history export [--from D] [--to D] [--after SEQ] [--format csv|jsonl] [--full-mobile]
       points-till history events [--from D] [--to D] [--after SEQ]
       points-till report day [--date D] [--format text|json|csv|pdf]
       points-till settle [--reference R --as redeemed|not-redeemed --reason WHY]
       points-till password set --till NAME | --proxy
       points-till oauth set --till NAME
       points-till pin hash
       points-till api-token [--new]
       points-till journal verify [--head HEX]
       points-till doctor [--json]
       points-till support-file FILE
       points-till machine share [--group NAME]
       points-till machine move
       points-till head-office migrate --database URL
       points-till head-office enrol TILL | --reader NAME [--revoke] --database URL
       points-till head-office serve --database URL [--port N] [--host H] [--trusted-proxy NETWORK]
                   [--user-header NAME] [--certificate-header NAME]
                   [--oidc-issuer URL --oidc-client ID --public-url URL]
       points-till head-office import FILE --source service|pos --database URL
       points-till head-office fetch [--from D] [--to D] [--most N] --database URL
       points-till head-office close-alarm NUMBER --reason WHY --database URL
       points-till head-office demo [--port N]
       points-till --smoke-test | --version | --help"""

_WITH_VALUE = frozenset(
    {
        "--server", "--till", "--config", "--data", "--bill", "--mobile", "--points", "--result", "--from", "--to",
        "--format", "--after", "--date", "--reference", "--as", "--reason", "--port", "--cashier", "--bill-amount",
        "--max-points", "--give-back", "--group", "--database", "--reader", "--host", "--trusted-proxy",
        "--user-header", "--certificate-header", "--source", "--most", "--oidc-issuer", "--oidc-client", "--public-url",
    }
)  # fmt: skip
"""The program's own options that take a value."""

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
    "cashier": clean,
    "bill_amount": clean_amount,
    "max_points": clean_amount,
    "give_back": clean,
}
"""What the POS hands over, and how each is checked."""


_FROM_STANDARD_INPUT = (
    "use “password set --till NAME” or “oauth set --till NAME”, and give the secret on standard input"
)


_MAX_REASON_LENGTH = 1_000
_LONGEST_NUMBER = 18


class UsageError(ValueError):
    """A command line that is not valid, with the reason in plain English."""


def complain(text: str) -> None:
    """Prints a line on standard error. A windowed program on Windows has none."""
    if sys.stderr is not None:
        print(f"points-till: {text}", file=sys.stderr)  # noqa: T201 - tells the terminal


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


class _Help(argparse.HelpFormatter):
    """Formats the help. argparse makes one for each option, and would import `shutil` to ask for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


@cache
def _width() -> int:
    try:
        return int(os.environ.get("COLUMNS", "")) - 2
    except ValueError:
        pass
    try:
        return os.get_terminal_size().columns - 2
    except OSError:
        return 78


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parse(arguments: Sequence[str]) -> CommandLine:
    """Parses the arguments after the program's name. Options may come before or after the verb.

    A link must be the only argument. If it comes with options, they may be part of a malicious link.

    Raises:
        UsageError: with the reason.
        SystemExit: for `--help` and `--version`, after printing.
    """
    if any(links.is_link(argument) for argument in arguments):
        return _parse_link(arguments)
    own, qt = _split(arguments)
    try:
        found = vars(_parser().parse_intermixed_args(own))
    except UsageError:
        if "password" in own or "oauth" in own:
            # The wrong argument may be the password, so do not quote it.
            raise UsageError(_FROM_STANDARD_INPUT) from None
        raise
    words = found.pop("words")
    verb = _verb(words, found)
    if words[:1] in (["password"], ["oauth"]) and verb not in VERBS:
        raise UsageError(_FROM_STANDARD_INPUT)
    if verb and verb not in VERBS:
        raise UsageError(f"there is no command “{verb}”; the commands are {', '.join(VERBS)}")
    for name, verbs in _BELONGS.items():
        if found[name] is not None and found[name] is not False and verb not in verbs:
            option = _OPTIONS.get(name, f"--{name.replace('_', '-')}")
            raise UsageError(f"{option} does not belong with “{verb or 'the window'}”")
    overrides = {"server": found.pop("server"), "till": found.pop("till")}
    given = {name: value for name, value in found.items() if value is not None}
    if verb == "password set" and not overrides["till"] and not found["proxy"]:
        raise UsageError("password set needs --till NAME, or --proxy")
    if verb == "oauth set" and not overrides["till"]:
        raise UsageError("oauth set needs --till NAME")
    if given.get("trusted_proxy"):
        given["trusted_proxy"] = tuple(given["trusted_proxy"])
    _check_texts(given, overrides)
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


def _check_head_office(verb: str, given: dict[str, Any]) -> None:
    operand = given.get("operand", "")
    if verb == "head-office enrol" and bool(operand.strip()) == bool(given.get("reader", "").strip()):
        raise UsageError("head-office enrol needs either the name of a till or --reader NAME")
    if verb == "head-office import" and not (operand and given.get("source")):
        raise UsageError("head-office import needs a file and --source service or --source pos")
    if verb == "head-office close-alarm" and not (operand.isascii() and operand.isdigit() and given.get("reason")):
        raise UsageError("head-office close-alarm needs the number of the alarm and --reason")
    if len({bool(given.get(name)) for name in ("oidc_issuer", "oidc_client", "public_url")}) > 1:
        raise UsageError("--oidc-issuer, --oidc-client and --public-url go together")


def _support_file(words: Sequence[str]) -> Path:
    if len(words) != 2 or not words[1].strip():  # noqa: PLR2004 - the verb and the file
        raise UsageError("support-file needs the name of one file")
    return Path(words[1])


def _check_formats(verb: str, given: dict[str, Any]) -> None:
    """Checks what is read of the journal, and sets the format."""
    if "head" in given and not given["head"].strip():
        # A script that lost the head must not be told that it is in the chain.
        raise UsageError("--head needs a head of the journal’s chain")
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="points-till",
        usage=_USAGE,
        description="The till's window for redeeming loyalty points, exactly once.",
        allow_abbrev=False,
        formatter_class=_Help,
        epilog="Every setting has an environment variable POINTS_TILL_<SETTING>. The password comes from the keyring, "
        "or from POINTS_TILL_PASSWORD (POINTS_TILL_OAUTH_KEY and POINTS_TILL_OAUTH_SECRET for OAuth), never from the "
        "command line. Exit codes: 0 redeemed or done, 2 usage, 3 the "
        "cashier cancelled, 4 refused, not sent or not applied, 5 outcome unknown, 6 settings or journal unusable, "
        "7 the journal has no record.",
    )
    add = parser.add_argument
    add("words", nargs="*", metavar="COMMAND", help=", ".join(VERBS))
    add("--version", action="version", version=f"points-till {__version__}")
    add("--training", action="store_true", help="on the built-in practice service: no account, no network")
    add("--server", metavar="URL", help="address of the loyalty service, for this run")
    add("--till", metavar="NAME", help="the till's name, for this run")
    add("--config", type=_path, metavar="DIR", help="another folder for the settings")
    add("--data", type=_path, metavar="DIR", help="another folder for the journal")
    add("--bill", metavar="B", help="bill number")
    add("--mobile", metavar="M", help="mobile number handed over by the POS")
    add("--points", metavar="P", help="points handed over by the POS")
    add("--cashier", metavar="NAME", help="who serves, handed over by the POS")
    add("--bill-amount", metavar="A", help="amount to pay, handed over by the POS")
    add("--max-points", metavar="P", help="the most points that may be redeemed, handed over by the POS")
    add(
        "--give-back",
        metavar="R",
        help="redemption that the cashier is asked to give back, or --points of it",
    )
    add("--result", type=_path, metavar="FILE", help="file for the outcome, as JSON")
    add("--smoke-test", action="store_true", help="check that this installation is complete")
    add("--from", dest="from_day", type=_day, metavar="DAY", help="first day of an export, YYYY-MM-DD")
    add("--to", dest="to_day", type=_day, metavar="DAY", help="last day of an export, YYYY-MM-DD")
    add("--after", type=_number, metavar="SEQ", help="only what has a higher number (seq) than an earlier export")
    add("--date", type=_day, metavar="DAY", help="day of a report, YYYY-MM-DD; today by default")
    add("--format", metavar="FORMAT", help="of an export (csv, jsonl) or a report (text, json, csv, pdf)")
    add("--full-mobile", action="store_true", help="mobile numbers in full in an export")
    add(
        "--reference",
        metavar="R",
        help="one redemption: settle it by hand, with --as and --reason, show its outcome, attach a --bill to it, or "
        "withdraw the request to give it back",
    )
    add("--as", dest="settled_as", choices=("redeemed", "not-redeemed"), help="its outcome")
    add("--reason", metavar="WHY", help="how the outcome is known; goes into the audit trail")
    add("--head", metavar="HEX", help="a head that the journal's chain must contain, from an earlier journal verify")
    add("--group", metavar="NAME", help="group whose members share the machine's folder; points-till by default")
    add("--new", action="store_true", help="with api-token: replace the token, and let the earlier one in no longer")
    add("--json", action="store_true", help="print the doctor's report as one JSON object")
    add("--proxy", action="store_true", help="the password is for the proxy that the settings name")
    add("--port", type=_port, metavar="N", help="port of the practice service, or of head office")
    add("--database", metavar="URL", help="head office’s PostgreSQL; POINTS_TILL_DATABASE by default")
    add("--reader", metavar="NAME", help="person or program that gets a key to read at head office")
    add("--revoke", action="store_true", help="end all keys of the till or the reader now, and make none")
    add("--host", metavar="H", help="address that head office listens on; 127.0.0.1 by default")
    add("--trusted-proxy", action="append", metavar="NETWORK", help="proxy that signs people on for head office")
    add("--user-header", metavar="NAME", help="header in which it names the person; X-Remote-User by default")
    add("--certificate-header", metavar="NAME", help="header in which it names a till’s client certificate")
    add("--most", type=_number, metavar="N", help="members that head-office fetch asks about at most; 0: all")
    add("--oidc-issuer", metavar="URL", help="the company’s OpenID provider, which signs people on for head office")
    add("--oidc-client", metavar="ID", help="head office’s client id there; the secret is POINTS_TILL_OIDC_SECRET")
    add("--public-url", metavar="URL", help="address under which browsers see head office")
    add("--source", choices=("service", "pos"), help="what an imported list is")
    return parser


def _check_texts(given: dict[str, Any], overrides: dict[str, str | None]) -> None:
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
        for name in ("reference", "reason", "operand", "reader"):
            if name in given:
                given[name] = clean(f"--{name}", given[name], max_length=_MAX_REASON_LENGTH)
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


def _split(arguments: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Separates the program's own arguments from Qt's."""
    own: list[str] = []
    qt: list[str] = []
    rest = iter(arguments)
    is_value = False
    for argument in rest:
        name = argument.lstrip("-")
        # A value that looks like a Qt option is still a value. Otherwise it would consume the next option.
        was_value, is_value = is_value, argument in _WITH_VALUE and not is_value
        if was_value:
            own.append(argument)
        elif argument.startswith("-") and name in _QT_FLAGS:
            qt.append(argument)
        elif argument.startswith("-") and name in _QT_WITH_VALUE:
            value = next(rest, None)
            if value is None:
                raise UsageError(f"{argument} needs a value")
            qt += [argument, value]
        else:
            own.append(argument)
    return own, tuple(qt)


def _path(text: str) -> Path:
    # Python takes an empty text for the folder that the program was started in.
    if not text.strip():
        raise argparse.ArgumentTypeError("it needs a name that is not empty")
    return Path(text)


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date (YYYY-MM-DD)") from None


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _LONGEST_NUMBER:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number")
    return int(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:  # noqa: PLR2004 - the highest port
        raise argparse.ArgumentTypeError(f"“{text}” is not a port number")
    return int(text)
