"""Owns links of the program's own scheme, by which a web POS hands over: `points-till://redeem?bill=…&mobile=…&points=…`.

Anybody can put such a link on a page, so it can do no more than fill fields in: nothing is sent before the cashier
presses a button, and no link names a file, a server or any other option.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from desktop.handed_text import TextError, cleaned

SCHEME = "points-till"
FIELDS = ("bill", "mobile", "points")


class LinkError(ValueError):
    """A link that cannot be followed, in plain English. It repeats nothing of the link, which may hold a number."""


def is_link(argument: str) -> bool:
    """Whether an argument of the command line is such a link; the system writes the scheme as it likes."""
    return argument.lower().startswith(f"{SCHEME}:")


def parse(link: str) -> dict[str, str]:
    """The fields that a link hands over; those that it does not name are not there.

    A `+` stands for itself, as in `+91 97777 88221`; a space is written `%20`.

    Raises:
        LinkError: where it is no such link, names something else, names a field twice, or a value cannot be one.
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
        return cleaned(f"{name} in the link", unquote(raw, errors="strict"))
    except UnicodeDecodeError:
        raise LinkError(f"{name} in the link is not text") from None
    except TextError as error:
        raise LinkError(str(error)) from None
