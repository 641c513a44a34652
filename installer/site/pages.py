"""Lists the pages of the site, and rewrites the links of the documents for it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOURCE = "https://github.com/points-till/points-till/blob/main/"
"""Files that have no page are shown there."""

_LINK = re.compile(
    r"(?P<before>!?\[(?:[^\[\]]|\[[^\]]*\]|!\[[^\]]*\]\([^)]*\))*\]\()(?P<target>[^)\s#]*)(?P<anchor>#[^)\s]*)?\)"
)
_CODE = re.compile(r"(^```.*?^```$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A document of the repository that is a page of the site.

    Attributes:
        source: its path in the repository.
        section: where it stands in the navigation.
        target: its path in the site, without `.md`.
    """

    source: str
    section: str
    target: str


IT, SECURITY, POS, DEVELOPERS = "For store IT", "Security and privacy", "For makers of a POS", "For developers"
SECTIONS = (IT, SECURITY, POS, DEVELOPERS)

PAGES = (
    Page("docs/install.md", IT, "install"),
    Page("docs/settings.md", IT, "settings"),
    Page("docs/policy.md", IT, "policy"),
    Page("docs/networks.md", IT, "networks"),
    Page("docs/roll-out.md", IT, "roll-out"),
    Page("installer/windows/deploy/README.md", IT, "roll-out-windows"),
    Page("installer/macos/deploy/README.md", IT, "roll-out-macs"),
    Page("docs/upgrade.md", IT, "upgrade"),
    Page("docs/backup.md", IT, "backup"),
    Page("docs/monitoring.md", IT, "monitoring"),
    Page("docs/doctor.md", IT, "doctor"),
    Page("docs/codes.md", IT, "codes"),
    Page("docs/support.md", IT, "support"),
    Page("docs/accounts.md", IT, "accounts"),
    Page("docs/all-users.md", IT, "all-users"),
    Page("docs/head-office.md", IT, "head-office"),
    Page("docs/support-matrix.md", IT, "support-matrix"),
    Page("CHANGELOG.md", IT, "changelog"),
    Page("docs/privacy.md", SECURITY, "privacy"),
    Page("SECURITY.md", SECURITY, "security"),
    Page("docs/reproducible.md", SECURITY, "reproducible"),
    Page("docs/pos/README.md", POS, "pos/index"),
    Page("docs/pos/examples.md", POS, "pos/examples"),
    Page("docs/hand-overs.md", POS, "hand-overs"),
    Page("docs/exactly-once.md", DEVELOPERS, "exactly-once"),
    Page("docs/parameters.md", DEVELOPERS, "parameters"),
)
"""The pages in the order of the navigation. A page whose document does not exist is left out."""

FIRST = "docs/README.md"


def existing(root: Path = product.ROOT) -> list[Page]:
    """Returns the pages whose documents exist, and every other document below `docs/` at the end.

    Args:
        root: the repository.
    """
    found = [page for page in PAGES if (root / page.source).is_file()]
    known = {page.source for page in PAGES} | {FIRST}
    for path in sorted((root / "docs").rglob("*.md")):
        source = path.relative_to(root).as_posix()
        if source not in known:
            section = POS if source.startswith("docs/pos/") else DEVELOPERS
            found.append(Page(source, section, source.removeprefix("docs/").removesuffix(".md")))
    return found


def with_links(text: str, source: str, target: str, pages: Mapping[str, str], root: Path = product.ROOT) -> str:
    """Rewrites the local links of a document for its place in the site.

    Args:
        text: the document.
        source: its path in the repository.
        target: its path in the site.
        pages: the path in the site of each document that has a page.
        root: the repository.

    Raises:
        ValueError: a link leads nowhere.
    """

    def replaced(found: re.Match[str]) -> str:
        link, anchor = found["target"], found["anchor"] or ""
        if not link or re.match(r"[a-z]+:", link):
            return found[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
        if path in pages:
            new = posixpath.relpath(f"{pages[path]}.md", posixpath.dirname(target) or ".")
        elif (root / path).exists() and not path.startswith(".."):
            new = f"{SOURCE}{path}"
        else:
            raise ValueError(f"{source}: {link} leads nowhere")
        return f"{found['before']}{new}{anchor})"

    parts = _CODE.split(text)
    return "".join(part if number % 2 else _LINK.sub(replaced, part) for number, part in enumerate(parts))
