"""Owns signing programs for Windows, with a certificate from CI's secrets, or by whoever keeps its key.

Run by makensis for the uninstaller and the set-up: `python -m installer.windows.signing FILE`.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CERTIFICATE = "POINTS_TILL_SIGN_PFX"
"""Path of the certificate with its key (PKCS #12). Without it nothing is signed."""

COMMAND = "POINTS_TILL_SIGN_COMMAND"
"""A command that signs the file named behind it, in place of a certificate in a file: authorities give out keys for
signing code in hardware only, or keep them themselves. Its words are split as a shell's; paths are written with `/`."""

PASSWORD = "POINTS_TILL_SIGN_PASSWORD"  # noqa: S105 - the name of the variable that holds it
TIMESTAMP = "POINTS_TILL_SIGN_TIMESTAMP"
"""Address of a time-stamping service (RFC 3161), so that the signature outlives the certificate."""


def is_wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is something to sign with."""
    return bool(environment.get(COMMAND) or environment.get(CERTIFICATE))


def sign(file: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Signs a program in its place.

    Raises:
        FileNotFoundError: where osslsigncode is not installed.
        CalledProcessError: where it cannot sign. The file is then as it was, unless the command left it otherwise.
    """
    if environment.get(COMMAND):
        subprocess.run([*shlex.split(environment[COMMAND]), str(file)], check=True)  # noqa: S603 - whoever builds gave it
        return
    tool = _tool()
    with tempfile.TemporaryDirectory() as folder:
        # In a file: other users of the machine can read a command line.
        password = Path(folder) / "password"
        password.touch(mode=0o600)
        password.write_text(environment.get(PASSWORD, ""), encoding="utf-8")
        signed = Path(folder) / file.name
        command = [tool, "sign", "-pkcs12", environment[CERTIFICATE], "-readpass", str(password), "-h", "sha256"]
        command += ["-n", product.TITLE, "-i", "https://github.com/points-till"]
        if environment.get(TIMESTAMP):
            command += ["-ts", environment[TIMESTAMP]]
        subprocess.run([*command, "-in", str(file), "-out", str(signed)], check=True)  # noqa: S603 - as above
        shutil.copyfile(signed, file)


def verify(file: Path, authority: Path) -> bool:
    """Whether a program is signed, and by whom an authority vouches for.

    Args:
        file: the program.
        authority: certificates to be trusted (PEM).
    """
    done = subprocess.run(  # noqa: S603 - as above
        [_tool(), "verify", "-CAfile", str(authority), "-in", str(file)], capture_output=True, text=True, check=False
    )
    return done.returncode == 0 and "Signature verification: ok" in done.stdout


def _tool() -> str:
    found = shutil.which("osslsigncode")
    if found is None:
        raise FileNotFoundError("osslsigncode is needed to sign")
    return found


def main(arguments: Sequence[str]) -> int:
    """Signs the files that are named; 0 where all are signed."""
    for name in arguments:
        sign(Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
