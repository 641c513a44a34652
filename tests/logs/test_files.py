"""Tests that several processes share the files of a log, and that no disk can stop the till."""

from __future__ import annotations

import logging
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import logs
from desktop.logs import files
from tests.disks import small_disk

REPOSITORY = Path(__file__).parents[2]

WRITER = """
import logging, sys
from pathlib import Path
from desktop import logs
from desktop.logs import files
files.MAX_BYTES = 20_000
log = logs.start(Path(sys.argv[1]))
log.write()
for number in range(300):
    logging.getLogger("desktop").info("writer %s line %d %s", sys.argv[2], number, "x" * 50)
log.stop()
"""


def test_several_processes_rotate_together(tmp_path: Path) -> None:
    """No line is torn or lost, except in what rotation has deleted, and the disk use stays bounded."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=REPOSITORY, stderr=subprocess.PIPE)
        for name in "ABC"
    ]
    for one in writers:
        _, complaints = one.communicate(timeout=120)
        assert (one.returncode, complaints) == (0, b"")
    kept = sorted(tmp_path.glob("points-till.log*"))
    assert [path.name for path in kept] == ["points-till.log", *(f"points-till.log.{n}" for n in range(1, files.FILES))]
    assert all(path.stat().st_size <= 20_300 for path in kept)
    lines = [line for path in reversed(kept) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [re.fullmatch(r"\S+ INFO MainThread desktop: writer ([ABC]) line (\d+) x{50}", line) for line in lines]
    assert all(found)
    for name in "ABC":
        numbers = [int(one[2]) for one in found if one is not None and one[1] == name]
        # The oldest may be deleted. What is kept has no hole.
        assert numbers == list(range(numbers[0], 300)) if numbers else True
    assert max(int(one[2]) for one in found if one is not None) == 299


UNREAD = """
import logging, os, sys
from pathlib import Path
from desktop import logs
log = logs.start(Path(sys.argv[1]))
log.write()
for number in range(2_000):
    logging.getLogger("desktop").warning("line %d %s", number, "x" * 90)
os._exit(0 if not log.stop() else 1)
"""


def test_a_terminal_that_is_not_read_does_not_stop_the_log(tmp_path: Path) -> None:
    """The program that started the till keeps standard error as a pipe, and never reads it. The file has every line."""
    with subprocess.Popen([sys.executable, "-c", UNREAD, str(tmp_path)], cwd=REPOSITORY, stderr=subprocess.PIPE) as one:
        assert one.wait(60) == 0
    lines = (tmp_path / "points-till.log").read_text(encoding="utf-8").splitlines()
    assert [line.split()[5] for line in lines if "WARNING" in line] == [str(number) for number in range(2_000)]


def test_a_full_disk_does_not_stop_the_till(capsys: pytest.CaptureFixture[str]) -> None:
    """Lines that do not fit are counted, the terminal hears it once, and the log goes on when there is room."""
    with small_disk(200_000) as disk:
        filler = disk / "filler"
        log = logs.start(disk / "logs")
        log.write()
        logging.getLogger("desktop").info("before")
        filler.write_bytes(bytes(4096))
        with filler.open("ab", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                pass
        for number in range(200):
            logging.getLogger("desktop").info("no room for line %d %s", number, "x" * 200)
        _wait_for(log)
        filler.unlink()
        logging.getLogger("desktop").info("room again")
        log.stop()
        assert log.path is not None
        text = log.path.read_text(encoding="utf-8")
    assert "before" in text
    assert "room again" in text
    assert re.search(r"  \| \d+ lines before this one could not be written", text)
    assert capsys.readouterr().err.count("the log cannot be written: ") == 1


def _wait_for(log: logs.Log) -> None:
    """Waits until everything so far is written, or not."""
    log._listener.stop()
    log._listener.start()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")
@pytest.mark.parametrize("umask", [0o000, 0o277, 0o777])
def test_every_file_of_the_log_is_private_and_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int
) -> None:
    """Whatever the umask is, also after a rotation."""
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    before = os.umask(umask)
    try:
        handler = files.RotatingFile(tmp_path / "points-till.log")
        for number in range(3):
            handler.emit(logging.LogRecord("desktop", logging.INFO, "", 0, f"{number} {'x' * 200}", None, None))
        handler.close()
    finally:
        os.umask(before)
    made = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    names = ["points-till.log", "points-till.log.1", "points-till.log.2", ".__points-till.lock"]
    assert made == dict.fromkeys(names, 0o600)
