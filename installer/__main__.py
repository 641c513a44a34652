"""Parses the command line for building installers: `python -m installer lock|build|check|smoke|pack|…`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from subprocess import SubprocessError
from typing import TYPE_CHECKING

from installer import freeze, lock, product

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = ("lock", "build", "check", "smoke", "pack", "all", "twice", "msi", "deploy", "notes", "checksums")
_HELP = """
lock    pins every package of a build in installer/requirements.txt (--upgrade: to its newest release)
build   freezes the program for this system into build/SYSTEM/frozen/
check   is all there that a till needs, and nothing that it never uses; has it grown
smoke   the frozen program redeems once on the practice service (arguments behind -- are Qt's, as -platform offscreen)
pack    makes the installers of this system of the frozen program, into dist/
all     build, check, smoke, pack
twice   builds the program twice in different folders, and says what differs (--keep FOLDER keeps both)
msi     wraps the Windows set-up of dist/ in an MSI
deploy  packs scripts, policy templates and winget's manifests for store IT, into dist/
notes   prints what CHANGELOG.md says of this version
checksums  writes dist/SHA256SUMS of all that is in dist/
"""


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one for each verb
    """Runs the command line. Returns 0 on success."""
    parser = argparse.ArgumentParser(
        prog="python -m installer",
        description="Freezes the program, and packs it for shops.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=VERBS)
    parser.add_argument("--upgrade", action="store_true", help="lock: newest releases")
    parser.add_argument("--bundle", type=Path, help="check, smoke, pack: another frozen program than that of build/")
    parser.add_argument("--system", choices=product.SYSTEMS, default=product.this_system(), help="check, pack: whose")
    parser.add_argument("--as", dest="version", help="msi: another version's, into build/, for tests of upgrades")
    parser.add_argument("--keep", type=Path, help="twice: the folder for both builds")
    parser.add_argument("qt", nargs="*", help="smoke, all: Qt's options, after --")
    found = parser.parse_args(arguments)
    if found.qt and found.verb not in {"smoke", "all"}:
        parser.error(f"{found.verb} takes no further words: {' '.join(found.qt)}")
    bundle: Path = found.bundle or product.bundle(found.system)
    try:
        match found.verb:
            case "lock":
                lock.make(upgrade=found.upgrade)
                return _print_problems(lock.problems(lock.LOCK.read_text(encoding="utf-8")))
            case "build":
                print(freeze.build())
            case "check":
                return _check(bundle, found.system)
            case "smoke":
                return freeze.smoke(product.program(found.system, bundle), found.qt)
            case "pack":
                _pack(bundle, found.system)
            case "twice":
                from installer import reproduce

                differences = reproduce.build_twice(found.keep)
                return _print_problems([str(one) for one in differences])
            case "msi" | "deploy" | "notes" | "checksums":
                print(_for_release(found.verb, found.version))
            case _:
                freeze.build()
                passed = _check(bundle, found.system) or freeze.smoke(product.program(found.system, bundle), found.qt)
                if passed:
                    return passed
                _pack(bundle, found.system)
    except (SubprocessError, OSError, ValueError, RuntimeError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def _for_release(verb: str, version: str | None) -> object:
    """Makes what a release has beside the installers. Returns what to print."""
    # The job of the release has no packages, and notes and checksums need none.
    match verb:
        case "msi":
            from installer import pack
            from installer.windows import msi

            return msi.make(pack.windows_setup_path(), version=version)
        case "deploy":
            from installer import deploy

            return deploy.make()
        case "notes":
            from installer import release

            return release.notes(product.version())
        case _:
            from installer import pack

            return pack.write_checksums(product.DIST)


def _check(bundle: Path, system: str) -> int:
    recorded = freeze.recorded_size(system)
    was = f"{recorded / freeze.MEGABYTE:.1f} MB recorded" if recorded else "none recorded"
    print(f"{bundle}: {freeze.size(bundle) / freeze.MEGABYTE:.1f} MB ({was})")
    return _print_problems(freeze.problems(bundle, system))


def _pack(bundle: Path, system: str) -> None:
    from installer import pack

    for made in pack.pack(bundle, system):
        print(made)


def _print_problems(problems: list[str]) -> int:
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
