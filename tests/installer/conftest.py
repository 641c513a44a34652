"""Provides a self-signed code-signing certificate for tests of the installers."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "not so secret"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A self-signed code-signing certificate: with its key (PKCS #12), and alone (PEM)."""
    folder = tmp_path_factory.mktemp("certificate")
    key, pem, pfx = folder / "key.pem", folder / "certificate.pem", folder / "certificate.pfx"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(pem)]
    make += ["-days", "2", "-subj", "/CN=Points Till tests", "-addext", "extendedKeyUsage=codeSigning"]
    subprocess.run(make, check=True, capture_output=True)
    export = ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(pem), "-out", str(pfx)]
    subprocess.run([*export, "-passout", f"pass:{PASSWORD}"], check=True, capture_output=True)
    return pfx, pem
