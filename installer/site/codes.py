"""Writes the page of codes, with what the cashier reads, cause and cure: `python -m installer.site.codes`."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import desktop.domain
from desktop.domain.failures import FailureWithReason, support_code
from desktop.domain.result_line import BY_HAND, PERHAPS_REDEEMED
from desktop.texts import load_catalogue
from installer import product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.messages import Catalogue

CURES = Path(__file__).with_name("cures.toml")
PAGE = product.ROOT / "docs" / "codes.md"

WITHOUT_REASON = {
    "PT-SEVERAL": "member.several",
    "PT-ELSEWHERE": "settling.elsewhere",
    "PT-SETTINGS": "settings.unusable",
    "PT-SETTINGS-NOT-SAVED": "settings.not_saved",
    "PT-DAY-NOT-BEGUN": "day.not_begun",
    "PT-HAND-OVER-FILE": "hand_over.file",
    "PT-UNEXPECTED": "unexpected",
    "PT-HTTP-500": "lost.server_error",
    BY_HAND: "",
    PERHAPS_REDEEMED: "",
    # What the test of the connection and `doctor` say.
    "PT-CLOCK": "",
    # What `doctor` says.
    "PT-ATTEMPTS-UNKNOWN": "",
    "PT-CERTIFICATE-EXPIRES-SOON": "",
    "PT-CHECK-FAILED": "",
    "PT-CHECK-TIMEOUT": "",
    "PT-DISK": "",
    "PT-DISK-SPACE": "",
    "PT-HEAD-OFFICE": "",
    "PT-HEAD-OFFICE-FORKED": "",
    "PT-HEAD-OFFICE-INCOMPLETE": "",
    "PT-JOURNAL-LEFT": "",
    "PT-LOCAL-API-TAKEN": "",
    "PT-LOG": "",
    "PT-NOT-SET-UP": "",
    "PT-POS-RECORDS": "",
    "PT-PROGRAM-INCOMPLETE": "",
    "PT-PROGRAM-UNKNOWN": "",
    "PT-RESOURCES": "",
    "PT-TILL-INACTIVE": "",
}
"""Codes that are not made of a reason, with the catalogue's key; empty if no cashier reads them."""

_HEAD = """# Codes

<!-- made by installer.site.codes from installer/site/cures.toml and resources/messages.toml -->

Small below a message, the window shows a number for support. `PT-…` is the till's own code; a number alone is the
service's. Both are in the journal, in `history export`, in the log and in the result for the POS.

After *unknown*, the same code stands for the reason why no answer proved the outcome. The till then finds it out by
itself: do not redeem again.
"""
_SERVICE = """
## Codes of the service

What the cashier reads for each code of the service. *Proves* says if the code alone proves that no points were moved
by a redemption. After any other code the till looks the redemption up before it believes so.

| code | what the cashier reads | proves |
|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Code:
    """One of the till's own codes.

    Attributes:
        name: as it is shown.
        reads: what the cashier reads, in English; empty if no cashier does.
        cause: what has happened, for store IT; empty if no one has written it down.
        cure: what store IT can do; empty if no one has written it down.
    """

    name: str
    reads: str
    cause: str
    cure: str


def codes(catalogue: Catalogue | None = None) -> list[Code]:
    """Returns every code of the till in the order of the alphabet.

    Args:
        catalogue: the product's own by default.
    """
    catalogue = catalogue or load_catalogue()
    cures = tomllib.loads(CURES.read_text(encoding="utf-8"))
    keys = dict(_with_reason()) | WITHOUT_REASON
    found = []
    for name, key in sorted(keys.items()):
        meaning = catalogue.meaning_of(key) if key else None
        reads = f"{meaning.says} {meaning.next_step}" if meaning is not None else ""
        about = cures.get(name, {})
        found.append(Code(name, reads, about.get("cause", ""), about.get("cure", "")))
    return found


def page(catalogue: Catalogue | None = None) -> str:
    """Returns the page in Markdown.

    Args:
        catalogue: the product's own by default.
    """
    catalogue = catalogue or load_catalogue()
    lines = [_HEAD]
    for one in codes(catalogue):
        lines.append(f"## {one.name}\n")
        if one.reads:
            lines.append(f"{_wrapped(one.reads, '> ')}\n")
        if one.cause:
            lines.append(f"{_wrapped(f'**Cause.** {one.cause}')}\n")
        if one.cure:
            lines.append(f"{_wrapped(f'**Cure.** {one.cure}')}\n")
    lines.append(_SERVICE + "\n".join(_of_the_service(catalogue)))
    return "\n".join(lines) + "\n"


def _wrapped(text: str, mark: str = "") -> str:
    """Breaks a paragraph into lines as the documents have them. The mark begins each."""
    return "\n".join(
        textwrap.wrap(
            text, 120, initial_indent=mark, subsequent_indent=mark, break_long_words=False, break_on_hyphens=False
        )
    )


def _with_reason() -> Iterator[tuple[str, str]]:
    """Yields each code that is made of a reason, and its key in the catalogue.

    Of two failures with one code, such as `PT-STOPPED`, the one comes last that leaves more open.
    """
    for module in pkgutil.iter_modules(desktop.domain.__path__, "desktop.domain."):
        importlib.import_module(module.name)
    for failure in _below(FailureWithReason):
        reasons = next(one for base in getattr(failure, "__orig_bases__", ()) for one in get_args(base))
        if isinstance(reasons, type) and issubclass(reasons, StrEnum):
            for why in reasons:
                yield support_code(why, failure.codes), f"{failure.keys}.{why.value}"


def _below(kind: type[FailureWithReason[Any]]) -> Iterator[type[FailureWithReason[Any]]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _of_the_service(catalogue: Catalogue) -> Iterator[str]:
    numbers = {key.rpartition(".")[2] for key in catalogue.entries if key.startswith("refused.")}
    for number in sorted((one for one in numbers if one.isdecimal()), key=int):
        meaning = catalogue.meaning_of(f"refused.redeem.{number}")
        entry = catalogue.entries.get(f"refused.redeem.{number}")
        if entry is None and f"refused.any.{number}" not in catalogue.entries:
            # Only giving points back has it.
            meaning = catalogue.meaning_of(f"refused.reverse.{number}")
        proves = "–" if entry is None else "yes" if entry.proves else "no"
        yield f"| {number} | {meaning.says} {meaning.next_step} | {proves} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
