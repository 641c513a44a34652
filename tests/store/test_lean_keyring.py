"""Tests that keyring is imported without what the till never uses, and that the same keyring is found as before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

NULL = "keyring.backends.null.Keyring"


def run(source: str, folder: Path, **environment: str) -> Any:  # noqa: ANN401 - what the source prints as JSON
    """Runs a program in a fresh interpreter without a keyring of the system, and returns what it printed."""
    folders = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LOCALAPPDATA": str(folder)}
    folders |= {name: os.environ[name] for name in ("PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    source = f"import json, sys\nfrom desktop.store.lean_keyring import import_keyring, select_keyring\n{source}"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source],
        capture_output=True, text=True, timeout=60, check=False, env={**folders, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


LOADED = "print(json.dumps([name for name in {names} if name in sys.modules]))"


def test_libraries_are_left_out_and_come_when_they_are_called(tmp_path: Path) -> None:
    """keyring's own libraries work all the same: they import what they call."""
    names = ["more_itertools", "importlib_metadata", "backports.tarfile"]
    loaded = LOADED.format(names=names)
    assert run(f"import_keyring()\n{loaded}", tmp_path) == []
    source = "import_keyring()\nfrom keyring.compat.py312 import metadata\nimport jaraco.functools\n"
    found = "any(one.name == 'SecretService' for one in metadata.entry_points(group='keyring.backends'))"
    # A function of its own, which was made while the library was left out.
    source += "made = list(jaraco.functools.more_itertools.take(2, range(9)))\n"
    assert run(f"{source}print(json.dumps([{found}, made]))", tmp_path) == [True, [0, 1]]


def test_what_the_environment_names_is_used(tmp_path: Path) -> None:
    """No other back end is imported."""
    source = "print(json.dumps([type(select_keyring()).__module__, 'keyring.backends.Windows' in sys.modules]))"
    assert run(source, tmp_path, PYTHON_KEYRING_BACKEND=NULL) == ["keyring.backends.null", False]


def test_what_the_configuration_of_keyring_names_is_used(tmp_path: Path) -> None:
    """Store IT can name another keyring in keyringrc.cfg."""
    for folder in ("python_keyring", "Python Keyring"):
        file = tmp_path / folder / "keyringrc.cfg"
        file.parent.mkdir()
        file.write_text(f"[backend]\ndefault-keyring={NULL}\n", encoding="utf-8")
    assert run("print(json.dumps(type(select_keyring()).__module__))", tmp_path) == "keyring.backends.null"


def test_the_systems_own_is_the_only_one_that_is_imported(tmp_path: Path) -> None:
    """It is the one that keyring would choose, and the others are not there to be compared."""
    source = (
        "import_keyring()\nimport keyring.backends.null as own\nfrom desktop.store import lean_keyring\n"
        f"own.Keyring.priority = 5\nlean_keyring._SYSTEM_BACK_ENDS[sys.platform] = {NULL!r}\n"
        "lean_keyring._OTHERS_ON_LINUX = ()\nfound = select_keyring()\nimport keyring\n"
        "again = select_keyring() is found is keyring.get_keyring()\n"
        "modules = [name for name in sys.modules if name.startswith('keyring.backends.')]\n"
        "print(json.dumps([again, sorted(modules)]))"
    )
    assert run(source, tmp_path) == [True, ["keyring.backends.fail", "keyring.backends.null"]]


def test_another_one_is_found_if_the_systems_own_cannot_be_used(tmp_path: Path) -> None:
    """A machine without a keyring of its own may have another one that is installed: keyring then compares all."""
    source = (
        "from desktop.store import lean_keyring\nlean_keyring._SYSTEM_BACK_ENDS[sys.platform] = "
        "'keyring.backends.no_such.Keyring'\nimport_keyring()\nimport keyring.backend\n"
        "class Other(keyring.backend.KeyringBackend):\n"
        "    priority = 100\n    get_password = set_password = lambda *_: None\n"
        "print(json.dumps(type(select_keyring()).__name__))"
    )
    assert run(source, tmp_path) == "Other"


def test_several_at_once_stay_several(tmp_path: Path) -> None:
    """If Linux has libraries for more keyrings, keyring itself decides about their order."""
    source = (
        "from desktop.store import lean_keyring\nlean_keyring._OTHERS_ON_LINUX = ('json',)\n"
        "sys.platform = 'linux'\nprint(json.dumps(lean_keyring._systems_own()))"
    )
    assert run(source, tmp_path) is None


def test_what_a_program_has_set_stays(tmp_path: Path) -> None:
    """A keyring that was chosen before is not replaced."""
    source = (
        "import keyring, keyring.backends.null as own\nkept = own.Keyring()\nkeyring.set_keyring(kept)\n"
        "print(json.dumps(select_keyring() is kept))"
    )
    assert run(source, tmp_path) is True
