"""Writes the table of settings in the documentation from the schema: `python -m installer.settings_table`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.setting_schema import Group, Kind
from desktop.domain.setting_values import LANGUAGES
from desktop.domain.settings import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.setting_schema import Setting

PAGE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"
BEGIN, END = "<!-- settings: made by installer.settings_table -->", "<!-- end of settings -->"


def with_table(page: str) -> str:
    """Returns a page with the table in the place of the one that it has.

    Raises:
        ValueError: the page does not have both marks.
    """
    before, mark, rest = page.partition(BEGIN)
    _, other_mark, after = rest.partition(END)
    if not mark or not other_mark:
        raise ValueError("the page does not have the marks of the table")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def table() -> str:
    """Returns the settings of each group as a Markdown table."""
    return "\n".join(line for group in Group for line in _group(group)).strip()


def _group(group: Group) -> Iterator[str]:
    settings = [one for one in SCHEMA.values() if one.group is group]
    if not settings:
        return
    yield f"\n### {group}\n"
    yield "| setting | name | default | values | what it is for | who sets it |"
    yield "|---|---|---|---|---|---|"
    for one in settings:
        who = "policy only" if one.policy_only else "shop or policy"
        who = f"{who}; protects money" if one.protects_money else who
        cells = (one.label, f"`{one.name}`", _default(one), _values(one), one.help, who)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _default(setting: Setting) -> str:
    match setting.default:
        case bool():
            return "on" if setting.default else "off"
        case StrEnum():
            return f"`{setting.default.value}`"
        case float() | int():
            return f"{setting.default:g}"
        case "" | ():
            return "none"
        case other:
            return f"`{other}`"


def _values(setting: Setting) -> str:  # noqa: PLR0911 - one for each kind
    if setting.bounds is not None:
        lowest, highest = setting.bounds
        whole = "whole number, " if setting.is_whole else ""
        return f"{whole}{lowest:g} to {f'{highest:,g}'.replace(',', ' ')}"
    match setting.kind:
        case Kind.FLAG:
            return "`true`, `false`"
        case Kind.CHOICE | Kind.SEVERAL:
            return ", ".join(f"`{value}`" for value in setting.choices)
        case Kind.LANGUAGE:
            return ", ".join(f"`{value}`" for value in LANGUAGES)
        case Kind.REGION:
            return "ISO 3166 code"
        case Kind.LIST:
            return "list of texts"
        case Kind.JSON:
            return "list of objects"
        case _:
            return "text"


def main(arguments: Sequence[str] = ()) -> int:
    """Writes the page. With `--check`, only says whether it is up to date. Returns 1 if it is not."""
    page = PAGE.read_text(encoding="utf-8")
    made = with_table(page)
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if made != page:
        print(f"{PAGE} is out of date: run python -m installer.settings_table")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
