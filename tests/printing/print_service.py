"""Runs a CUPS of the test's own, on a private socket and in private folders."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

CONF = """\
LogLevel debug
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
"""

FILES_CONF = """\
ServerRoot {folder}/root
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
ErrorLog {folder}/log/error_log
AccessLog {folder}/log/access_log
PageLog {folder}/log/page_log
FileDevice Yes
Sandboxing relaxed
SystemGroup root
"""

PDF_DRIVER = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"


class PrintService:
    """A running CUPS. Its commands and the program find it by `CUPS_SERVER`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("root/ppd", "spool/tmp", "cache", "state", "log"):
            (folder / name).mkdir(parents=True)
        for path in (folder, *folder.rglob("*")):
            # Back ends run as another user.
            path.chmod(0o777)
        (folder / "root/cupsd.conf").write_text(CONF.format(folder=folder))
        (folder / "root/cups-files.conf").write_text(FILES_CONF.format(folder=folder))
        self.socket = folder / "cups.sock"
        program = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
        assert program is not None
        command = [program, "-f", "-c", str(folder / "root/cupsd.conf"), "-s", str(folder / "root/cups-files.conf")]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait_until_ready(self) -> bool:
        """Returns False if it ends instead."""
        end = time.monotonic() + 20
        while self._process.poll() is None and time.monotonic() < end:
            if "is running" in self.run("lpstat", "-r"):
                return True
        return False

    def run(self, *command: str) -> str:
        """Runs one of CUPS's commands, and returns what it printed."""
        environment = {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        path = f"{os.environ['PATH']}:/usr/sbin"
        program = shutil.which(command[0], path=path) or command[0]
        done = subprocess.run(
            [program, *command[1:]], capture_output=True, text=True, env=environment, timeout=30, check=False
        )
        return done.stdout + done.stderr

    def add_queue(self, name: str, device: str = "file:///dev/null", driver: str = "raw") -> None:
        """Adds a queue that prints."""
        said = self.run("lpadmin", "-p", name, "-E", "-v", device, "-m", driver)
        assert name in self.run("lpstat", "-e").split(), said

    def stop(self) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.wait(timeout=20)


def start_print_service() -> PrintService:
    """Starts a CUPS, or skips the test with the reason why there can be none."""
    missing = [name for name in ("cupsd", "lp", "lpstat", "lpadmin") if not _find(name)]
    if missing:
        pytest.skip(f"CUPS is not installed: {', '.join(missing)}")
    # The path of a socket may have 107 characters only, and pytest's own folders are long.
    service = PrintService(Path(tempfile.mkdtemp(prefix="cups-")))
    if not service.wait_until_ready():
        service.stop()
        log = service.folder / "log" / "error_log"
        pytest.skip(f"cupsd does not start: {log.read_text()[-300:] if log.exists() else 'no log'}")
    return service


def _find(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
