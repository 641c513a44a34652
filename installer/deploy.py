"""Packs what store IT needs beside the installers: scripts, templates, profile, schemas, winget's manifests."""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from pathlib import Path

from installer import pack, product
from installer.policies.__main__ import write as write_policies
from installer.windows import winget

SCRIPTS = {
    "windows": product.ROOT / "installer" / "windows" / "deploy",
    "macos": product.ROOT / "installer" / "macos" / "deploy",
}


def make(folder: Path = product.DIST) -> Path:
    """Makes the archive of a release. The same source and set-up give the same bytes.

    Args:
        folder: has the set-up for winget's manifests, which are left out without it, and gets the archive.
    """
    target = folder / f"{product.NAME}-{product.version()}-deploy.zip"
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary)
        write_policies(made / "policies")
        set_up = folder / pack.windows_setup_path().name
        if set_up.is_file():
            winget.write(set_up, made / "winget")
        entries = {path.relative_to(made).as_posix(): path for path in made.rglob("*") if path.is_file()}
        for system, scripts in SCRIPTS.items():
            entries |= {f"{system}/{path.name}": path for path in scripts.iterdir() if path.is_file()}
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in sorted(entries.items()):
                archive.writestr(_entry(name), path.read_bytes())
    return target


def _entry(name: str) -> zipfile.ZipInfo:
    date = dt.datetime.fromtimestamp(max(product.source_date(), product.FIRST_DATE), dt.UTC)
    made = zipfile.ZipInfo(name, date.timetuple()[:6])
    made.compress_type = zipfile.ZIP_DEFLATED
    # Unix, whatever system this runs on: the rights of a file, with those to run a script.
    made.create_system = 3
    made.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
    return made
