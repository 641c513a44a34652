"""Parses the links by which a web POS hands over: `points-till://redeem?bill=…&mobile=…&points=…`.

Anyone can put such a link on a page, so it can only fill in fields. Nothing is sent until the cashier presses a button,
and a link cannot name a file, a server or any other option.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from desktop.pos.handed_text import TextError, clean, clean_amount, clean_bill, clean_mobile

SCHEME = "points-till"
FIELDS = ("bill", "mobile", "points")


class LinkError(ValueError):
    """A link that cannot be followed. The message does not quote the link, because it may contain a mobile number."""


def is_link(argument: str) -> bool:
    """True if an argument of the command line is such a link. The scheme may be in any letter case."""
    return argument.lower().startswith(f"{SCHEME}:")


def parse(link: str) -> dict[str, str]:
    """Returns the fields that a link names.

    A `+` stands for itself, as in `+91 97777 88221`. A space is written `%20`.

    Raises:
        LinkError: it is not such a link, names an unknown field or one field twice, or a value is not valid.
    """
    if not is_link(link):
        raise LinkError("this is not a link for Points Till")
    try:
        query = urlsplit(link).query
    except ValueError:
        raise LinkError("the link cannot be read") from None
    found: dict[str, str] = {}
    for pair in filter(None, query.split("&")):
        name, _, raw = pair.partition("=")
        if name not in FIELDS:
            raise LinkError(f"a link can hand over {', '.join(FIELDS)} and nothing else")
        if name in found:
            raise LinkError(f"the link names {name} twice")
        found[name] = _value(name, raw)
    return found


def _value(name: str, raw: str) -> str:
    try:
        text = unquote(raw, errors="strict")
        check = {"bill": clean_bill, "mobile": clean_mobile, "points": clean_amount}.get(name, clean)
        return check(f"{name} in the link", text)
    except UnicodeDecodeError:
        raise LinkError(f"{name} in the link is not text") from None
    except TextError as error:
        raise LinkError(str(error)) from None
