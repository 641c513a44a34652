"""Signs programs for Windows, with a certificate from CI's secrets or with an external signing command.

makensis runs it for the uninstaller and the set-up: `python -m installer.windows.signing FILE`.
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
"""The path of the certificate with its key (PKCS #12). Without it nothing is signed."""

COMMAND = "POINTS_TILL_SIGN_COMMAND"
"""A command that signs the file given as its last argument.

It replaces a certificate file, because authorities now issue code-signing keys in hardware only, or keep them
themselves. It is split like a shell command; paths are written with `/`.
"""

PASSWORD = "POINTS_TILL_SIGN_PASSWORD"  # noqa: S105 - the name of the variable, not the password
TIMESTAMP = "POINTS_TILL_SIGN_TIMESTAMP"
"""The URL of a time-stamping service (RFC 3161), so that the signature outlives the certificate."""


def is_wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """True if signing is configured."""
    return bool(environment.get(COMMAND) or environment.get(CERTIFICATE))


def sign(file: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Signs a program in place.

    Raises:
        FileNotFoundError: if osslsigncode is not installed.
        CalledProcessError: if signing fails. The file is then unchanged, unless the signing command changed it.
    """
    if environment.get(COMMAND):
        subprocess.run([*shlex.split(environment[COMMAND]), str(file)], check=True)  # noqa: S603 - the builder's own command
        return
    tool = _tool()
    with tempfile.TemporaryDirectory() as folder:
        # Pass it in a file: other users of the machine can read a command line.
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
    """True if a program has a signature that an authority vouches for.

    Args:
        file: the program.
        authority: the trusted certificates (PEM).
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
    """Signs the named files. Returns 0 if all were signed."""
    for name in arguments:
        sign(Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
