"""Tests what the log masks and catches, and that it never writes on the calling thread."""

from __future__ import annotations

import json
import logging
import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import logs
from desktop.logs import crashes, files
from desktop.logs.redaction import MASK
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logs.Log]:
    log = logs.start(tmp_path / "logs")
    log.write()
    yield log
    log.stop()


def text_of(log: logs.Log) -> str:
    """Returns the content of the file after everything is written."""
    log.stop()
    assert log.path is not None
    return log.path.read_text(encoding="utf-8")


def test_a_line_says_when_where_and_what(log: logs.Log) -> None:
    """A line contains time with offset, level, thread, logger and message."""
    logging.getLogger("desktop.flow").info("said %s", "+91 97777 88221")
    (line,) = text_of(log).splitlines()
    assert re.fullmatch(
        rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}[+-]\d\d:\d\d INFO MainThread desktop\.flow: said \+{MASK}",
        line,
    )


def test_a_traceback_is_hidden_too(log: logs.Log) -> None:
    """The text of an exception is masked too."""
    try:
        int("no member 919777788221 with validation_code='NS3U05'")
    except ValueError:
        logging.getLogger("desktop").exception("look-up")
    text = text_of(log)
    assert "ValueError: invalid literal" in text
    assert "test_log.py" in text
    assert "919777788221" not in text
    assert "NS3U05" not in text


def test_messages_are_formatted_at_the_call(log: logs.Log) -> None:
    """A list that changes after the call does not change the log."""
    steps = ["sent"]
    logging.getLogger("desktop").info("%s", steps)
    steps.append("lost")
    assert "['sent']" in text_of(log)


def test_nothing_is_written_on_the_calling_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The GUI thread never waits for a disk."""
    writers: list[str] = []
    emit = files.RotatingFile.emit

    def remember(self: files.RotatingFile, record: logging.LogRecord) -> None:
        writers.append(threading.current_thread().name)
        emit(self, record)

    monkeypatch.setattr(files.RotatingFile, "emit", remember)
    log = logs.start(tmp_path)
    log.write()
    logging.getLogger("desktop").warning("one")
    log.stop()
    assert writers
    assert threading.current_thread().name not in writers


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes, and the user's folder is private")
def test_only_the_owner_can_read_the_log(log: logs.Log) -> None:
    """Only the owner can read folder, log and crash file, also after rotation."""
    assert log.path is not None
    for _ in range(70):
        logging.getLogger("desktop").info("x" * 15_000)
    log.stop()
    made = [path for path in log.path.parent.rglob("*") if path.is_file()]
    assert "points-till.log.1" in {path.name for path in made}
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
    folders = [log.path.parent, log.path.parent / crashes.FOLDER]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_the_log_never_outgrows_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are at most five files, with the newest lines in the first. Each ends with the line that fills it."""
    monkeypatch.setattr(files, "MAX_BYTES", 2_000)
    log = logs.start(tmp_path)
    for number in range(500):
        logging.getLogger("desktop").info("line %s", number)
    assert "line 499" in text_of(log)
    kept = [path for path in tmp_path.iterdir() if path.name.startswith("points-till.log")]
    assert len(kept) == files.FILES
    assert all(path.stat().st_size <= 2_100 for path in kept)


def test_a_file_that_cannot_be_rotated_is_still_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another window has the file open, as on Windows, no line is lost."""

    def refuse(_source: str, _target: str) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(files, "MAX_BYTES", 500)
    monkeypatch.setattr(os, "rename", refuse)
    log = logs.start(tmp_path)
    for number in range(50):
        logging.getLogger("desktop").info("line %s", number)
    text = text_of(log)
    assert all(f"line {number}\n" in text for number in range(50))


def test_a_folder_that_cannot_be_written_does_not_stop_the_till(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A till without a log is better than none. It prints a warning if it can."""
    (tmp_path / "logs").write_text("in the way")
    log = logs.start(tmp_path / "logs")
    log.write()
    logging.getLogger("desktop").warning("still running")
    log.stop()
    assert log.path is None
    said = capsys.readouterr().err
    assert "no log can be kept" in said
    assert "still running" in said


def test_hooks_and_levels_are_restored(tmp_path: Path) -> None:
    """Starting and stopping a log changes nothing in the process. Stopping again has no effect."""
    before = (
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        logging.getLogger().level,
        logging.getLogger().handlers[:],
    )
    log = logs.start(tmp_path)
    assert sys.excepthook is not before[0]
    log.stop()
    log.stop()
    after = (
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        logging.getLogger().level,
        logging.getLogger().handlers,
    )
    assert after == before


def test_addresses_of_the_transport_are_not_written(log: logs.Log) -> None:
    """Every line of urllib3 and werkzeug about a request contains the member's number."""
    for name in ("urllib3.connectionpool", "werkzeug"):
        logging.getLogger(name).info("GET /v1.1/customer/get from %s", name)
        logging.getLogger(name).error("trouble in %s", name)
    # urllib3 warns with the whole address, for example of a header that it cannot read.
    logging.getLogger("urllib3.connectionpool").warning("Failed to parse headers (url=GET)")
    text = text_of(log)
    assert "GET" not in text
    assert text.count("trouble in") == 2


CRASHES = {
    "main": ("raise RuntimeError('boom 919777788221')", "in the main thread", 1),
    "thread": (
        "import threading; t = threading.Thread(target=lambda: 1 / 0, name='settler'); t.start(); t.join()",
        "in settler",
        0,
    ),
    "ended thread": ("import threading; t = threading.Thread(target=sys.exit); t.start(); t.join()", "", 0),
    "finaliser": ("class Odd:\n    def __del__(self): 1 / 0\nOdd(); import gc; gc.collect()", "ZeroDivisionError", 0),
    "qt": (
        "log.log_qt_messages(); from PySide6.QtCore import qWarning; qWarning('no such font 919777788221')",
        "WARNING MainThread qt.",
        0,
    ),
    "hard": (
        "log.log_qt_messages(); from PySide6.QtCore import qFatal; qFatal('out of colours')",
        "CRITICAL MainThread qt.",
        None,
    ),
}


@pytest.mark.parametrize("windowed", [False, True], ids=["terminal", "windowed"])
@pytest.mark.parametrize("crash", CRASHES)
def test_uncaught_exceptions_are_logged(tmp_path: Path, crash: str, windowed: bool) -> None:
    """Uncaught exceptions of any thread, finalisers and Qt are logged, with a terminal and without one."""
    code, expected, status = CRASHES[crash]
    start = "import sys; from pathlib import Path; from desktop import logs\n"
    if windowed:
        start += "sys.stdout = sys.stderr = None\n"
    start += "log = logs.start(Path(sys.argv[1])); log.write()\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code, str(tmp_path)],
        cwd=REPOSITORY,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    text = (tmp_path / "points-till.log").read_text(encoding="utf-8")
    assert expected in text
    assert bool(expected) is bool(text)
    assert "919777788221" not in text
    assert status is None or done.returncode == status
    if expected and not windowed:
        assert expected in done.stderr
        assert "919777788221" not in done.stderr
    if crash == "hard":
        assert done.returncode != 0
        (left,) = (tmp_path / crashes.FOLDER).glob("running-*.txt")
        stacks = left.read_text(encoding="utf-8")
        assert "(most recent call first)" in stacks
        # On Windows Qt ends the process by a call that no handler sees.
        assert ("Fatal Python error" in stacks) is (os.name != "nt")


def test_ctrl_c_ends_without_a_line(tmp_path: Path) -> None:
    """Ctrl-C at a terminal is not an error."""
    code = "import sys, pathlib\nfrom desktop import logs\nlogs.start(pathlib.Path(sys.argv[1])).write()\n"
    code += "raise KeyboardInterrupt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert (tmp_path / "points-till.log").read_text(encoding="utf-8") == ""


def test_the_log_is_light_to_import() -> None:
    """The log starts before the first paint, so it imports neither Qt nor network modules."""
    code = "import sys; from desktop import logs; print({'PySide6', 'requests', 'urllib3', 'ssl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_lines_wait_until_the_settings_are_known(tmp_path: Path) -> None:
    """The log begins before the settings are read, and has its first lines in the form and level that they ask for."""
    log = logs.start(tmp_path)
    logging.getLogger("desktop").info("first")
    log.write(as_json=True, level="warning")
    logging.getLogger("desktop").info("not wanted")
    logging.getLogger("desktop").warning("second")
    lines = [json.loads(line) for line in text_of(log).splitlines()]
    assert [line["message"] for line in lines] == ["first", "second"]


def test_a_log_that_never_learnt_its_settings_is_written_at_the_end(tmp_path: Path) -> None:
    """If reading the settings fails, the lines so far are what support needs."""
    log = logs.start(tmp_path)
    logging.getLogger("desktop").error("no settings")
    assert "no settings" in text_of(log)


def test_a_changed_level_counts_at_once(log: logs.Log) -> None:
    """Saving the settings needs no restart."""
    logging.getLogger("desktop").debug("one")
    log.write(level="debug")
    logging.getLogger("desktop").debug("two")
    text = text_of(log)
    assert "one" not in text
    assert "DEBUG MainThread desktop: two" in text


def test_a_repeated_fault_is_logged_once_and_counted(log: logs.Log) -> None:
    """A mistake that is made a thousand times takes a traceback, a line for each power of ten, and one at the end."""
    told: list[int] = []
    log.on_fault = lambda: told.append(1)

    def paint() -> None:
        raise RuntimeError("no paint")

    for _ in range(1000):
        try:
            paint()
        except RuntimeError as error:
            sys.excepthook(RuntimeError, error, error.__traceback__)
    try:
        int("x")
    except ValueError:
        logging.getLogger("desktop").exception("another")
    text = text_of(log)
    assert text.count("Traceback") == 2
    assert re.findall(r"the same fault again.* times=(\d+)", text) == ["10", "100", "1000"]
    assert "a fault happened again and again" in text
    assert len(told) == 1000
    assert log.path is not None
    assert len(crashes.reports(log.path.parent)) == 2


def test_a_mistake_in_a_worker_leaves_a_report_with_time_and_versions(log: logs.Log) -> None:
    """The till goes on after it, and support gets what it needs, without secrets."""
    try:
        int("no member 919777788221 with validation_code='NS3U05'")
    except ValueError:
        logging.getLogger("desktop.gui.worker").exception("request 1, Till.find_member failed")
    log.stop()
    assert log.path is not None
    (path,) = crashes.reports(log.path.parent)
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^Time: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$", text, re.MULTILINE)
    for wanted in ("Version: ", "Python: 3.", "Qt: ", "System: ", "ValueError: invalid literal", "Till.find_member"):
        assert wanted in text
    assert "919777788221" not in text
    assert "NS3U05" not in text


def test_the_next_start_finds_a_hard_crash_and_a_killed_run(tmp_path: Path) -> None:
    """A crash of the interpreter becomes a report with the versions of that run; a kill is told apart from it."""
    start = "import sys, os, faulthandler\nfrom pathlib import Path\nfrom desktop import logs\n"
    start += "log = logs.start(Path(sys.argv[1])); log.write()\n"
    expected = {
        # What a call of ctypes does wrong is an exception of Python's on Windows.
        "faulthandler._sigsegv()": "an earlier run crashed",
        "os._exit(9)": "it was killed, or the power failed",
    }
    for end, said in expected.items():
        subprocess.run(
            [sys.executable, "-c", start + end, str(tmp_path)], cwd=REPOSITORY, capture_output=True, check=False
        )
        log = logs.start(tmp_path)
        log.write()
        assert text_of(log).count(said) == 1
        assert not list((tmp_path / crashes.FOLDER).glob("running-*"))
    (report,) = crashes.reports(tmp_path)
    assert report.name in text_of(log)
    told = report.read_text(encoding="utf-8")
    assert "Version: " in told
    assert "(most recent call first)" in told
    assert str(report) in crashes.newest(tmp_path)


def test_a_run_that_goes_on_is_not_taken_for_a_crash(tmp_path: Path) -> None:
    """A second process on the same folder leaves the first one alone."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom desktop import logs\n"
        "log = logs.start(Path(sys.argv[1])); log.write()\n"
        "print('ready', flush=True); sys.stdin.read(); log.stop()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stdout.readline().strip() == b"ready"
    log = logs.start(tmp_path)
    assert "earlier run" not in text_of(log)
    assert len(list((tmp_path / crashes.FOLDER).glob("running-*.txt"))) == 1
    running.communicate(timeout=20)
    assert running.returncode == 0
    assert not list((tmp_path / crashes.FOLDER).glob("running-*"))


def test_a_run_that_ends_in_order_has_not_crashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the interpreter also writes the stacks of errors that a library of the system handles itself."""
    monkeypatch.setattr("faulthandler.is_enabled", lambda: False)
    monkeypatch.setattr("faulthandler.enable", lambda _file: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    run = crashes.CrashReports(tmp_path)
    run.dump_stacks()
    (left,) = (tmp_path / crashes.FOLDER).glob("running-*.txt")
    assert "(most recent call first)" in left.read_text(encoding="utf-8")
    run.close()
    assert not list((tmp_path / crashes.FOLDER).iterdir())


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    """Crashes cannot fill the disk: a run writes a few reports, and old ones go."""
    folder = tmp_path / crashes.FOLDER
    folder.mkdir()
    for number in range(30):
        (folder / f"crash-20200101T0000{number:02}000000Z-1.txt").write_text("old")
    kept = crashes.CrashReports(tmp_path)
    for number in range(20):
        kept.write("a thread", ValueError(str(number)))
    kept.close()
    found = crashes.reports(tmp_path)
    assert len(found) == crashes.MOST_REPORTS
    assert sum("old" not in path.read_text() for path in found) == crashes.MOST_IN_A_RUN


def test_a_disk_that_hangs_does_not_keep_the_window_open(log: logs.Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end waits a moment for the last lines, and not for ever."""
    hangs = threading.Event()
    monkeypatch.setattr(logs, "_LAST_LINES", 0.05)
    monkeypatch.setattr(files.RotatingFile, "emit", lambda *_: hangs.wait(60))
    logging.getLogger("desktop").info("never written")
    assert not log.stop()
    hangs.set()


def test_two_starts_that_look_at_the_same_ended_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows keeps the lock's file while the other start has it open. This one still reports crashes of its own."""
    crashes.CrashReports(tmp_path).close()
    folder = tmp_path / crashes.FOLDER
    (folder / "running-1-20261126T100000000000Z.txt").write_text(crashes._STACKS, encoding="utf-8")
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".lock":
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    found = crashes.CrashReports(tmp_path)
    monkeypatch.undo()
    assert found.ended == (crashes.EndedRun(None),)
    assert found.write("the test", ValueError("x")) is not None
    found.close()


def test_a_machine_that_has_run_out_of_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The till goes on, and the lines are written at the end, when other threads have ended."""
    log = logs.start(tmp_path)
    with monkeypatch.context() as patched:
        refuse_threads(patched)
        log.write()
        logging.getLogger("desktop").info("said meanwhile")
    assert log.stop()
    assert log.path is not None
    assert "said meanwhile" in log.path.read_text()


def test_a_machine_that_never_has_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines are lost, and the end is in order."""
    log = logs.start(tmp_path)
    refuse_threads(monkeypatch)
    log.write()
    assert log.stop()
