"""Defines the options of the command line, and separates them from Qt's."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from _typeshed import SupportsWrite

# This module is imported before the first picture, so it imports `datetime` late.

_QT_WITH_VALUE = frozenset(
    {
        "platform", "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry", "qwindowicon", "qwindowtitle",
        "style", "stylesheet", "display", "geometry", "fn", "font", "session", "icon", "title",
    }
)  # fmt: skip
_QT_WITH_EQUALS = ("style=", "stylesheet=")
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
                   [--oidc-issuer URL --oidc-client ID --public-url URL [--require-claim NAME=VALUE]]
                   [--time-zone ZONE]
       points-till head-office import FILE --source service|pos --database URL
       points-till head-office fetch [--from D] [--to D] [--most N] [--time-zone ZONE] --database URL
       points-till head-office close-alarm NUMBER --reason WHY --database URL
       points-till head-office demo [--port N]
       points-till --smoke-test | --version | --help"""

_WITH_VALUE = frozenset(
    {
        "--server", "--till", "--config", "--data", "--bill", "--mobile", "--points", "--result", "--from", "--to",
        "--format", "--after", "--date", "--reference", "--as", "--reason", "--head", "--port", "--cashier",
        "--bill-amount", "--max-points", "--give-back", "--group", "--database", "--reader", "--host",
        "--trusted-proxy", "--user-header", "--certificate-header", "--source", "--most", "--oidc-issuer",
        "--oidc-client", "--public-url", "--require-claim", "--time-zone",
    }
)  # fmt: skip
"""The program's own options that take a value."""

_LONGEST_NUMBER = 18


class UsageError(ValueError):
    """A command line that is not valid, with the reason in plain English."""


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

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Prints the help or the version. argparse ignores errors, which Python reports in its own way at its end."""
        del file
        stream = sys.stdout or sys.stderr
        if stream is not None:
            print(message, end="", file=stream, flush=True)


def make_parser(verbs: Sequence[str]) -> argparse.ArgumentParser:
    """Returns a parser of the program's own options. It raises `UsageError`.

    Args:
        verbs: the commands, for the help.
    """
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
    add("words", nargs="*", metavar="COMMAND", help=", ".join(verbs))
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
    add("--database", metavar="URL", help="head office's PostgreSQL; POINTS_TILL_DATABASE by default")
    add("--reader", metavar="NAME", help="person or program that gets a key to read at head office")
    add("--revoke", action="store_true", help="end all keys of the till or the reader now, and make none")
    add("--host", metavar="H", help="address that head office listens on; 127.0.0.1 by default")
    add("--trusted-proxy", action="append", metavar="NETWORK", help="proxy that signs people on for head office")
    add("--user-header", metavar="NAME", help="header in which it names the person; X-Remote-User by default")
    add("--certificate-header", metavar="NAME", help="header in which it names a till's client certificate")
    add("--most", type=_number, metavar="N", help="members that head-office fetch asks about at most; 0: all")
    add("--oidc-issuer", metavar="URL", help="the company's OpenID provider, which signs people on for head office")
    add("--oidc-client", metavar="ID", help="head office's client id there; the secret is POINTS_TILL_OIDC_SECRET")
    add("--public-url", metavar="URL", help="address under which browsers see head office")
    add("--require-claim", action="append", metavar="NAME=VALUE", help="claim of the provider that people need")
    add("--time-zone", metavar="ZONE", help="whose today and yesterday head office means, such as Asia/Kolkata")
    add("--source", choices=("service", "pos"), help="what an imported list is")
    return parser


def split(arguments: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Separates the program's own arguments from Qt's.

    Raises:
        UsageError: an option of Qt's has no value.
    """
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
        elif argument.startswith("-") and (name in _QT_FLAGS or name.startswith(_QT_WITH_EQUALS)):
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
        day = date.fromisoformat(text)
        # Python reads other forms too, such as 20261127 and 2026-W48-5.
        if day.isoformat() == text:
            return day
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}” is not a date (YYYY-MM-DD)")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _LONGEST_NUMBER:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number")
    return int(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:  # noqa: PLR2004 - the highest port
        raise argparse.ArgumentTypeError(f"“{text}” is not a port number")
    return int(text)
