"""Writes every file that store IT can set up tills with: `python -m installer.policies FOLDER [--policy FILE]`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

from desktop.domain.setting_values import printable
from desktop.domain.settings import SCHEMA
from desktop.store import settings_file, settings_text
from desktop.store.settings_layers import DEFAULTS
from installer import product
from installer.policies import admx, json_schema, profile

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLE = product.ROOT / "installer" / "windows" / "deploy" / "policy.example.json"


def problems(policy: Path) -> list[str]:
    """Returns what a till would say about a policy file: values that it cannot read, and names that it does not know.

    The file of cashiers' PINs is on the tills, so only its path is checked.

    Raises:
        OSError: the file cannot be read.
    """
    data = policy.read_bytes()
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / policy.name
        copy.write_bytes(data)
        loaded = settings_file.load(Path(temporary) / "none", [copy], {}, policy_problem=lambda _path: "")
    on_tills = loaded.settings.cashier_pin_file if _is_whole(loaded.settings.cashier_pin_file) else ""
    wrong = [one for one in loaded.problems if not on_tills or one.where != printable(on_tills, 500)]
    found = [str(one).replace(str(copy), policy.name) for one in wrong]
    return found + [f"{name}: is not a setting" for name, _layer in loaded.unknown]


def _is_whole(path: str) -> bool:
    """True if a path is absolute on one of the systems that tills run on."""
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()


def _values(policy: Path) -> dict[str, Any]:
    """Returns the values of a policy without problems, read as a till reads them: also UTF-16, or with a last comma."""
    found = settings_text.read_entries(policy.read_bytes(), SCHEMA, DEFAULTS)
    return found.with_nested(DEFAULTS)


def write(folder: Path, policy: Path = EXAMPLE) -> list[Path]:
    """Writes template, profile and schemas into a folder, and returns their paths.

    Args:
        folder: is made if it does not exist.
        policy: the values of the macOS profile.

    Raises:
        ValueError: the policy cannot be used.
        OSError: a file cannot be read or written.
    """
    found = problems(policy)
    if found:
        raise ValueError("\n".join(found))
    values = _values(policy)
    made = {
        "points-till.admx": admx.admx(),
        f"{admx.LANGUAGE}/points-till.adml": admx.adml(),
        "points-till.mobileconfig": profile.profile(values),
        "policy.schema.json": _json(json_schema.policy()),
        "settings.schema.json": _json(json_schema.settings_file()),
        "points-till.jamf.json": _json(json_schema.jamf_form()),
    }
    for name, data in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return [folder / name for name in made]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns 0 on success, 1 if the policy cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m installer.policies",
        description="Makes, from the one schema of settings: the template of Group Policy and Intune (ADMX and ADML), "
        "a macOS profile, JSON Schemas, and Jamf's form.",
    )
    parser.add_argument("folder", type=Path, help="receives the files")
    parser.add_argument("--policy", type=Path, default=EXAMPLE, help="the values of the macOS profile; checked first")
    found = parser.parse_args(arguments)
    try:
        made = write(found.folder, found.policy)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(path)
    return 0


def _json(schema: dict[str, Any]) -> bytes:
    return json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
