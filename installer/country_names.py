"""Writes the names of countries in each language of the window, from CLDR: `python -m installer.country_names`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from desktop.domain.regions import REGIONS
from desktop.domain.setting_values import LANGUAGES

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "countries"

CLDR = "49"
"""The version of CLDR that the names are from, for `installer.notices`."""


def main() -> int:
    """Writes a file for each language but English, whose names are Qt's own. Returns 0, or 1 if `CLDR` is not true."""
    # Imported late, because freezing needs only the version.
    from babel.core import Locale, get_cldr_version

    if get_cldr_version() != CLDR:
        print(f"the names are from CLDR {get_cldr_version()}: change installer/country_names.py", file=sys.stderr)
        return 1
    for language in LANGUAGES:
        if language != "en":
            locale = Locale.parse(language)
            names = {code: locale.territories[code] for code in sorted(REGIONS)}
            text = json.dumps(names, ensure_ascii=False, indent=0)
            (FOLDER / f"{locale.language}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
