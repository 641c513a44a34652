"""Tests signing with a certificate made here: a signed program verifies, and a changed one does not."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from installer import icons, pack, product
from installer.windows import signing
from tests.installer.conftest import PASSWORD

pytestmark = [
    pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="osslsigncode is not installed"),
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed"),
]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The smallest valid Windows program: one empty section."""
    head = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22)
    optional = struct.pack("<HBBIIIIIQIIHHHHHHIIIIHHQQQQII", 0x20B, 14, 0, 512, 0, 0, 0, 4096, 0x140000000,
                           4096, 512, 6, 0, 0, 0, 6, 0, 0, 8192, 512, 0, 3, 0,
                           1 << 20, 4096, 1 << 20, 4096, 0, 16)  # fmt: skip
    section = struct.pack("<8sIIIIIIHHI", b".text", 1, 4096, 512, 512, 0, 0, 0, 0, 0x60000020)
    made = tmp_path / "program.exe"
    made.write_bytes((head + coff + optional.ljust(240, b"\0") + section).ljust(512, b"\0") + bytes(512))
    return made


def test_a_signed_program_verifies(program: Path, certificate: tuple[Path, Path]) -> None:
    """A signed program verifies with the certificate, and an unsigned one does not."""
    pfx, pem = certificate
    assert not signing.verify(program, pem)
    signing.sign(program, {signing.CERTIFICATE: str(pfx), signing.PASSWORD: PASSWORD})
    assert signing.verify(program, pem)


def test_a_changed_program_does_not_verify(program: Path, certificate: tuple[Path, Path]) -> None:
    """Changing one byte invalidates the signature."""
    pfx, pem = certificate
    signing.sign(program, {signing.CERTIFICATE: str(pfx), signing.PASSWORD: PASSWORD})
    content = bytearray(program.read_bytes())
    content[600] ^= 1
    program.write_bytes(content)
    assert not signing.verify(program, pem)


def test_a_wrong_password_leaves_the_program_unchanged(program: Path, certificate: tuple[Path, Path]) -> None:
    """A wrong password leaves the program unchanged, and the error does not contain the password."""
    before = program.read_bytes()
    with pytest.raises(subprocess.CalledProcessError) as told:
        signing.sign(program, {signing.CERTIFICATE: str(certificate[0]), signing.PASSWORD: "wrong password"})
    assert program.read_bytes() == before
    assert "wrong password" not in str(told.value)


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_program_and_set_up_are_signed(
    program: Path, certificate: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program and the set-up are signed.

    makensis fails if the uninstaller is not, or if the script has a warning.
    """
    bundle = tmp_path / "frozen" / "points-till"
    licence = bundle / "_internal" / "licences" / "LICENSE.txt"
    licence.parent.mkdir(parents=True)
    licence.write_text("MIT", encoding="utf-8")
    shutil.copyfile(program, bundle / "points-till.exe")
    icons.make_ico(tmp_path / "points-till.ico")
    monkeypatch.setattr(product, "build_folder", lambda _system: tmp_path)
    monkeypatch.setenv(signing.CERTIFICATE, str(certificate[0]))
    monkeypatch.setenv(signing.PASSWORD, PASSWORD)
    made = pack.windows_setup(bundle, "1.2.3", tmp_path / "points-till-1.2.3-windows-x64-setup.exe", quick=True)
    assert signing.verify(bundle / "points-till.exe", certificate[1])
    assert signing.verify(made, certificate[1])


def test_an_external_command_can_sign(program: Path, tmp_path: Path) -> None:
    """An external command can sign, for keys in hardware or in a cloud. It gets the file's path."""
    script = tmp_path / "a signer.py"
    script.write_text("import sys; open(sys.argv[-1], 'ab').write(sys.argv[1].encode())", encoding="utf-8")
    before = program.read_bytes()
    command = f'"{Path(sys.executable).as_posix()}" "{script.as_posix()}" signed'
    signing.sign(program, {signing.COMMAND: command, signing.CERTIFICATE: "not looked at"})
    assert program.read_bytes() == before + b"signed"
    with pytest.raises(subprocess.CalledProcessError):
        signing.sign(program, {signing.COMMAND: f'"{Path(sys.executable).as_posix()}" -c "raise SystemExit(3)"'})


def test_without_a_certificate_nothing_is_signed() -> None:
    """A build without a certificate succeeds and signs nothing."""
    assert not signing.is_wanted({})
    assert not signing.is_wanted({signing.CERTIFICATE: ""})
    assert signing.is_wanted({signing.CERTIFICATE: "c.pfx"})
    assert signing.is_wanted({signing.COMMAND: "sign"})
