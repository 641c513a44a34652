"""Tests the program from outside: real processes, their exit codes, and their output."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from urllib.request import urlopen

import portalocker
import pytest

from desktop import __version__, app, command_line, commands, paths
from desktop.domain.journal_failures import JournalUnusable
from desktop.standard_output import READER_GONE
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.journeys.keyrings import FILE_VARIABLE
from tests.journeys.remote_till import ROOT, RemoteTill, ended, run, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.pos_connection import PosConnection
    from desktop.session import Session

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM that a process can handle")


@pytest.fixture
def options(tmp_path: Path) -> list[str | Path]:
    """Returns options for folders of this test."""
    return ["--config", tmp_path / "config", "--data", tmp_path / "data"]


@pytest.fixture
def service() -> Iterator[PracticeService]:
    """Returns a practice service that stands for the real one."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.mark.parametrize("arguments", [("--nonsense",), ("sell",), ("settle", "--bill", "1"), ("password", "set")])
def test_a_usage_error(arguments: tuple[str, ...]) -> None:
    """The exit code is 2, standard error gives the reason, and standard output is empty."""
    end = run(*arguments)
    assert end.code == 2
    assert end.output == ""
    assert end.complaints.startswith("points-till: ")
    assert "--help" in end.complaints


@pytest.mark.parametrize(
    "content",
    ['{"theme": {}}', '{"theme": ["dark"]}', '{"theme": "\\ud800"}', '{"theme": 1}', "[" * 100_000, "[]", "\x00", "{"],
)
def test_any_settings_file_lets_the_first_picture_be_painted(
    content: str, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A valid theme is used for the first picture, and the desktop's own colours otherwise."""
    monkeypatch.delenv("POINTS_TILL_THEME", raising=False)
    expected = app._first_colours(qapp, tmp_path)
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert app._first_colours(qapp, tmp_path) == expected
    (tmp_path / "settings.json").write_text('{"theme": "high-contrast"}', encoding="utf-8")
    assert app._first_colours(qapp, tmp_path) != expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"theme": {}}', "theme: must be one of system, light, dark, high-contrast"),
        ('{"store": "\\ud800"}', "store: must be one line without control characters"),
        ('{"attribution_code": "a\\nb"}', "attribution_code: must be one line without control characters"),
        ('{"note_templates": ' + "[" * 900 + "]" * 900 + "}", "note_templates: must be a text"),
        ('{"\\ud800_password": 1}', "_password: does not belong in a file"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    content: str, says: str, options: list[str | Path], tmp_path: Path
) -> None:
    """Standard error has one line with file, line and reason, and the command runs with the default."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(content, encoding="utf-8")
    SqliteJournal.open(paths.journal(tmp_path / "data")).close()
    end = run("history", "export", *options)
    assert end.code == 0
    assert end.complaints.startswith("points-till: setting cannot be used: ")
    assert says in end.complaints
    assert "settings.json, line 1)" in end.complaints
    assert "\n" not in end.complaints
    assert end.output


def test_nothing_heavy_comes_before_the_first_picture() -> None:
    """Modules that only a filled window needs are imported after the first picture."""
    heavy = {
        "sqlite3",
        "dataclasses",
        "datetime",
        "socket",
        "requests",
        "msgspec",
        "keyring",
        "phonenumbers",
        "werkzeug",
    }
    program = "import sys, desktop.app, desktop.start; desktop.start.command_line.parse([]);"
    program += f" print([*{heavy!r} & sys.modules.keys()])"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=paths.resources().parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_is_utf8(options: list[str | Path], encoding: str, service: PracticeService) -> None:
    """Names in any script are printed, whatever the code page of this machine."""
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "POINTS_TILL_PASSWORD": PASSWORD}
    environment["POINTS_TILL_CASHIER"] = "रमेश"
    end = run("doctor", *options, "--server", service.url, "--till", TILL, environment=environment)
    assert (end.code, end.complaints) == (0, "")
    assert "रमेश" in end.output


def test_version_and_help() -> None:
    """Both print on standard output with exit code 0, whatever the other arguments are."""
    end = run("--version")
    assert (end.code, end.output, end.complaints) == (0, f"points-till {__version__}\n", "")
    end = run("settle", "--help")
    assert end.code == 0
    assert end.output.startswith("usage: points-till [--training]")


@pytest.mark.parametrize(("content", "code"), [('{"country": "ZZ"}', 0), ('{"settle_after": "2 min"}', 6)])
def test_the_doctor_runs_whatever_the_settings_are(
    options: list[str | Path], tmp_path: Path, service: PracticeService, content: str, code: int
) -> None:
    """It names what is wrong. Its exit code is 6 only if the window would refuse to redeem."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(content, encoding="utf-8")
    environment = {"POINTS_TILL_PASSWORD": PASSWORD}
    end = run(*options, "doctor", "--server", service.url, "--till", TILL, environment=environment)
    assert end.code == code
    assert "setting cannot be used: " in end.output
    assert "accepts this till and its password" in end.output
    assert ("Nothing is redeemed until it is corrected." in end.output) is (code == 6)


def test_password_and_settle_work_with_settings_that_cannot_be_used(options: list[str | Path], tmp_path: Path) -> None:
    """They are needed most when something is wrong."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"country": "ZZ", "settle_after": []}', encoding="utf-8")
    end = run(*options, "settle")
    assert (end.code, end.output.strip()) == (0, "nothing to settle")
    assert end.complaints.count("setting cannot be used: ") == 2


def test_a_log_that_another_process_holds_does_not_hold_up_a_command(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """A process that is stopped while it writes a line keeps the log's lock."""
    SqliteJournal.open(paths.journal(tmp_path / "data"), till=TILL).close()
    folder = paths.log_dir(tmp_path / "data")
    folder.mkdir(parents=True, exist_ok=True)
    environment = {"POINTS_TILL_PASSWORD": PASSWORD}
    with portalocker.Lock(folder / ".__points-till.lock", "a", flags=portalocker.LOCK_EX):
        end = run("--server", service.url, "--till", TILL, *options, "settle", environment=environment)
    assert end.code == 0
    # Wine does not say that another process has a lock, so it counts as one that cannot be taken at all.
    assert not end.complaints or (os.name == "nt" and "Cannot acquire lock" in end.complaints)


def test_verify_runs_whatever_the_settings_are(options: list[str | Path], tmp_path: Path) -> None:
    """Unusable settings say nothing about the journal."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"country": "nowhere"}', encoding="utf-8")
    end = run(*options, "journal", "verify")
    assert (end.code, end.complaints) == (0, f"points-till: there is no journal in {tmp_path / 'data'}")
    assert json.loads(end.output) == {"ok": True, "events": 0, "head": ""}


def test_a_journal_that_cannot_be_used(options: list[str | Path], tmp_path: Path) -> None:
    """A damaged journal is reported on standard error with exit code 6, and nothing is exported."""
    journal = paths.journal(tmp_path / "data")
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"no journal" * 100)
    end = run("history", "export", *options)
    assert end.code == 6
    assert end.output == ""
    assert "(PT-JOURNAL-DAMAGED)" in end.complaints


@on_posix
def test_the_practice_service_alone(tmp_path: Path) -> None:
    """It prints address, till and members as one line of JSON, answers with codes, and ends cleanly on SIGTERM."""
    process = start("desktop", "--config", tmp_path, "training-server", "--port", "0")
    assert process.stdout is not None
    described = json.loads(process.stdout.readline())
    assert set(described) == {"url", "till", "password", "oauth_key", "oauth_secret", "members"}
    assert all(set(one) == {"mobile", "name", "points", "case"} for one in described["members"])
    assert described["url"].startswith("http://127.0.0.1:")
    with urlopen(f"{described['url']}/training/codes") as answer:
        assert json.load(answer) == {}
    process.send_signal(signal.SIGTERM)
    end = ended(process)
    assert (end.code, end.output, end.complaints) == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_export_onto_a_full_disk(options: list[str | Path], tmp_path: Path) -> None:
    """The command reports the error and ends with 6, because half an export must not look complete."""
    SqliteJournal.open(paths.journal(tmp_path / "data")).close()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, options), "history", "export"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (6, "points-till: standard output: No space left on device\n")


def test_a_folder_of_another_user(capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is named, the exit code is 6, and what was printed before is not lost."""
    sys.stdout.write("data folder: x\n")
    assert commands.end_after_error(PermissionError(errno.EACCES, "Permission denied", "/home/other/journal.db")) == 6
    printed = capsys.readouterr()
    assert printed.out == "data folder: x\n"
    assert printed.err == "points-till: /home/other/journal.db: Permission denied\n"


@pytest.mark.parametrize("number", sorted(READER_GONE))
def test_a_file_of_an_invalid_name(capsys: pytest.CaptureFixture[str], number: int) -> None:
    """It is no reader that is gone, although Windows has the same number for both, so the exit code is not 0."""
    assert commands.end_after_error(OSError(number, "Invalid argument", "a|b")) == 6
    assert capsys.readouterr().err == "points-till: a|b: Invalid argument\n"
    assert commands.end_after_error(OSError(number, "Invalid argument")) == 0


@on_posix
def test_a_signal_that_is_ignored_stays_ignored(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A till that `nohup` has started goes on when its terminal is closed."""
    taken: list[int] = []
    ignored = signal.SIGHUP
    monkeypatch.setattr(signal, "set_wakeup_fd", lambda _descriptor, **_more: -1)
    monkeypatch.setattr(signal, "getsignal", lambda one: signal.SIG_IGN if one == ignored else signal.SIG_DFL)
    monkeypatch.setattr(signal, "signal", lambda one, _handler: taken.append(one))
    started = app.Application("points-till", command_line.parse([]), config=tmp_path, data=tmp_path, lock=None)
    started._handle_signals(qapp)
    assert taken == [signal.SIGTERM, signal.SIGINT]
    assert started._notifier is not None
    started._notifier.setEnabled(False)


@on_posix
@pytest.mark.parametrize(
    ("verb", "code", "says"),
    [
        (("history", "export"), 0, ""),
        (("settle",), 0, ""),
        (("password", "set", "--till", "till.one"), 2, "points-till: no password on standard input\n"),
    ],
)
def test_a_command_without_standard_input_and_output(
    options: list[str | Path], tmp_path: Path, verb: tuple[str, ...], code: int, says: str
) -> None:
    """A scheduler may give neither standard input nor output. The command still ends with its exit code."""
    SqliteJournal.open(paths.journal(tmp_path / "data")).close()
    environment = {**os.environ, "POINTS_TILL_PASSWORD": PASSWORD, "POINTS_TILL_SERVER": "http://127.0.0.1:9"}
    environment["POINTS_TILL_TILL"] = "till.one"
    command = [sys.executable, "-m", "desktop", *map(str, options), *verb]
    shell = ["sh", "-c", 'exec "$@" <&- >&-', "sh", *command]
    done = subprocess.run(shell, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (code, says)


def test_a_reader_that_stops_reading(options: list[str | Path], tmp_path: Path) -> None:
    """A program that stops reading an export in the middle causes no error and no message."""
    SqliteJournal.open(paths.journal(tmp_path / "data")).close()
    with start("desktop", *options, "history", "export") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.parametrize("verb", [["doctor"], ["doctor", "--json"], ["journal", "verify"]])
def test_the_exit_code_stays_if_no_program_reads_the_words(
    options: list[str | Path], tmp_path: Path, verb: list[str]
) -> None:
    """A monitor that has read enough must not be told that a till with a damaged journal is fine."""
    SqliteJournal.open(paths.journal(tmp_path / "data")).close()
    paths.journal(tmp_path / "data").write_bytes(b"damaged" * 1_000)
    with start("desktop", *options, *verb) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 6


def test_a_password_in_the_keyring_opens_the_window(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """After `password set`, the window opens with only server and till set, and asks for nothing."""
    keyring = {
        "PYTHON_KEYRING_BACKEND": "tests.journeys.keyrings.FileKeyring",
        FILE_VARIABLE: str(tmp_path / "keyring.json"),
    }
    end = run("password", "set", *options, "--till", TILL, environment=keyring, said=f"{PASSWORD}\n")
    assert (end.code, end.complaints) == (0, "")
    end = run("--server", service.url, "doctor", *options, "--till", TILL, environment=keyring)
    assert end.code == 0
    assert "accepts this till and its password" in end.output
    with RemoteTill("--server", service.url, "--till", TILL, *options, environment=keyring) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.do("close")
        assert till.end().code == 0


def test_export_and_doctor_beside_an_open_window(options: list[str | Path], service: PracticeService) -> None:
    """Both work while a window is open on the same data folder, and do not disturb it."""
    environment = {"POINTS_TILL_PASSWORD": PASSWORD, "POINTS_TILL_LANGUAGE": "en"}
    options = ["--server", service.url, "--till", TILL, *options]
    with RemoteTill(*options, environment=environment) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.send_code("10", bill="MG-1")
        till.enter_code(service.codes()["919777788221"])
        till.until_sees("Updated balance")
        end = run(*options, "history", "export", "--format", "jsonl", environment=environment)
        assert end.code == 0
        assert [json.loads(line)["bill"] for line in end.output.splitlines()] == ["MG-1"]
        end = run(*options, "doctor", environment=environment)
        assert end.code == 0
        assert "ok    attempts    0 not known yet" in end.output
        end = run(*options, "settle", environment=environment)
        assert end.code == 6
        assert "(PT-JOURNAL-IN-USE)" in end.complaints
        till.do("key", "Return")
        till.until_sees("Mobile number")
        till.do("close")
        assert till.end().code == 0


INTERRUPTED_WHILE_QT_LOADS = """
import builtins, os, signal, sys
from desktop import start
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background may ignore it
load = builtins.__import__
def interrupt(name, *others, **named):
    if name.startswith("PySide6"):
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *others, **named)
builtins.__import__ = interrupt
sys.exit(start.run(sys.argv))
"""


@on_posix
def test_a_start_that_is_interrupted(options: list[str | Path], tmp_path: Path) -> None:
    """Ctrl-C ends it at once. Qt's bindings would swallow what Python raises, and open a window that is not whole."""
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED_WHILE_QT_LOADS, "--training", *options, "-platform", "offscreen"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = ended(process)
    assert (end.code, end.output, end.complaints) == (-signal.SIGINT, "", "")
    WriterLock(paths.journal(paths.training_dir(tmp_path / "data"))).release()


@on_posix
def test_the_plain_command(options: list[str | Path], tmp_path: Path) -> None:
    """`python -m desktop --training -platform offscreen` accepts Qt's options and ends cleanly on SIGTERM."""
    process = start("desktop", "--training", *options, "-platform", "offscreen", "-style", "fusion")
    log = paths.log_dir(paths.training_dir(tmp_path / "data")) / "points-till.log"
    journal = paths.journal(paths.training_dir(tmp_path / "data"))
    while not journal.exists() and process.poll() is None:
        # Poll the process, because no signal tells when the journal is created.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02)
    process.send_signal(signal.SIGTERM)
    end = ended(process)
    assert (end.code, end.output, end.complaints) == (0, "", "")
    assert log.exists()


def test_no_other_start_gets_the_journal_while_settings_are_saved(options: list[str | Path], tmp_path: Path) -> None:
    """The window starts again with its new settings. It would find its own journal in use, and redeem no more."""
    journal = paths.journal(paths.training_dir(tmp_path / "data"))
    is_saved = threading.Event()
    found_free: list[bool] = []

    def look() -> None:
        while not is_saved.wait(0.002):
            try:
                WriterLock(journal).release()
            except JournalUnusable:
                continue
            found_free.append(True)

    with RemoteTill("--training", *options, environment={"POINTS_TILL_LANGUAGE": "en"}) as till:
        till.until_sees("Mobile number")
        till.until_sees("Connection: Training")
        till.do("press", "Settings")
        till.until_sees("Save")
        till.do("type", "Time for a call", "25")
        looking = threading.Thread(target=look)
        looking.start()
        try:
            till.do("press", "Save")
            till.until_says("The settings are saved.")
            till.until_sees("Connection: Training")
        finally:
            is_saved.set()
            looking.join()
        till.find_member()
        till.do("close")
        assert till.end().code == 0
    assert not found_free


def test_a_thread_that_an_earlier_session_has_left(tmp_path: Path) -> None:
    """The program ends without Python's own end, which would abort it because of that thread."""
    started = app.Application("points-till", command_line.parse([]), config=tmp_path, data=tmp_path, lock=None)
    nothing_kept = {"setup": None, "failed_to_open": False, "kept_lock": None, "kept_printing": None}
    for end in (lambda **_given: False, lambda **_given: True):
        started._session = cast("Session", SimpleNamespace(**nothing_kept, end=end))
        started._end()
    assert not started._ended


@pytest.mark.parametrize("is_restart", [True, False])
def test_nothing_is_handed_over_to_a_window_that_closes(tmp_path: Path, *, is_restart: bool) -> None:
    """It takes nothing more from the moment it closes. What comes while settings are saved waits for the new ones."""
    started = app.Application("points-till", command_line.parse([]), config=tmp_path, data=tmp_path, lock=None)
    done: list[str] = []
    steps = {name: partial(done.append, name) for name in ("stop_listening", "prepare_end", "end")}
    started._pos = cast("PosConnection", SimpleNamespace(**steps))
    nothing_kept = {"setup": None, "failed_to_open": False, "kept_lock": None, "kept_printing": None}
    started._session = cast("Session", SimpleNamespace(**nothing_kept, end=lambda **_given: True))
    started._end(is_restart=is_restart)
    assert done == [*([] if is_restart else ["stop_listening"]), "prepare_end", "end"]


_CLOSED = """
import sys
from desktop.__main__ import main
from desktop.gui.main_window import MainWindow

show = MainWindow.show_fitting

def close_soon(window):
    window.painted.connect(window.close)
    show(window)

MainWindow.show_fitting = close_soon
code = main()
from PySide6.QtWidgets import QApplication
sys.exit(f"{code} {QApplication.allWidgets()}")
"""


def test_no_widget_is_left_at_the_end(options: list[str | Path]) -> None:
    """The bindings and Qt both deleted the accessible objects of those that were, if a screen reader had read them.

    The crash took the place of the exit code.
    """
    command = [sys.executable, "-c", _CLOSED, "--training", *map(str, options)]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.stderr.strip() == "0 []"


@on_posix
@pytest.mark.parametrize("rules", ["", "*.debug=true"])
def test_a_window_writes_nothing_about_fonts(
    options: list[str | Path], service: PracticeService, tmp_path: Path, rules: str
) -> None:
    """Qt writes that under a lock; see `gui/qt_messages.py`. No font has all of these scripts.

    Support may ask for all messages. Qt then writes until the process is gone, when Python has ended.
    """
    environment = {"POINTS_TILL_PASSWORD": PASSWORD, "POINTS_TILL_LANGUAGE": "en", "POINTS_TILL_STORE": "भंडार متجر ร้าน"}
    environment |= {"POINTS_TILL_LOG_LEVEL": "debug", "QT_LOGGING_RULES": rules}
    with RemoteTill("--server", service.url, "--till", TILL, *options, environment=environment) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.send_code("10", bill="MG-1")
        till.enter_code(service.codes()["919777788221"])
        till.until_sees("Updated balance")
        till.do("close")
        assert till.end().code == 0
    logged = b"".join(one.read_bytes() for one in paths.log_dir(tmp_path / "data").rglob("*") if one.is_file())
    assert b"started" in logged
    assert (b" DEBUG MainThread qt." in logged) == bool(rules)
    assert b"qt.text" not in logged


@on_posix
def test_no_secret_in_the_log(options: list[str | Path], service: PracticeService, tmp_path: Path) -> None:
    """After a redemption, the log contains neither the number, nor the code, nor the password."""
    environment = {"POINTS_TILL_PASSWORD": PASSWORD, "POINTS_TILL_LANGUAGE": "en"}
    with RemoteTill("--server", service.url, "--till", TILL, *options, environment=environment) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.send_code("10", bill="MG-1")
        code = service.codes()["919777788221"]
        till.enter_code("WRONG1")
        till.until_says("(808)")
        till.enter_code(code)
        till.until_sees("Updated balance")
        till.do("close")
        till.end()
    kept = b"".join(one.read_bytes() for one in (tmp_path / "data").rglob("*") if one.is_file())
    logged = b"".join(one.read_bytes() for one in paths.log_dir(tmp_path / "data").rglob("*") if one.is_file())
    for secret in (code.encode(), b"WRONG1", PASSWORD.encode() + b"\n"):
        assert secret not in kept
    assert b"9777788221" not in logged
