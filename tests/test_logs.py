"""Tests what the log masks and catches, and that it never writes on the calling thread."""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import re
import stat
import subprocess
import sys
import threading
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import logs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).parents[1]
SECRETS = st.text("ghjkqzGHJKQZ0123456789 \"'\\&=;,:/@{}[]üß✓", min_size=5, max_size=20).filter(
    lambda text: text.strip() == text
)
"""Texts with every character that could end a value too early, and none of the words around them."""
KEYS = st.sampled_from(
    ["validation_code", "password", "mobile", "user_group2_primary_user_identifier_value", "validationCode", "Password"]
)
WRITINGS: list[Callable[[str, str], str]] = [
    lambda key, secret: json.dumps({"points": 1, key: secret, "notes": "n"}),
    lambda key, secret: json.dumps({"points": 1, key: secret}, ensure_ascii=False),
    lambda key, secret: json.dumps(json.dumps({key: secret}, ensure_ascii=False), ensure_ascii=False),
    lambda key, secret: repr({"points": 1, key: secret}),
    lambda key, secret: repr([(key, secret), ("points", "1")]),
    lambda key, secret: f"Draft(points=1, {key}={secret!r})",
    lambda key, secret: "GET /v1.1/points/isredeemable?" + urlencode({"points": 1, key: secret, "format": "json"}),
    lambda key, secret: json.dumps({key: secret}, ensure_ascii=False)[:-2],
]
"""The ways in which a secret appears in a text: JSON, JSON within JSON, Python, addresses, and truncated."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logs.Log]:
    log = logs.start(tmp_path / "logs")
    yield log
    log.stop()


def text_of(log: logs.Log) -> str:
    """Returns the content of the file after everything is written."""
    log.stop()
    assert log.path is not None
    return log.path.read_text(encoding="utf-8")


@given(KEYS, SECRETS, st.sampled_from(WRITINGS))
def test_a_secret_is_hidden_however_it_is_written(key: str, secret: str, write: Callable[[str, str], str]) -> None:
    """Codes, passwords and numbers are masked, whether plain or escaped, and no longer half is left."""
    text = logs.redact(f"sent {write(key, secret)}")
    assert key in text
    assert text.startswith("sent ")
    for form in (secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], urlencode({"": secret})[1:]):
        assert form not in text
        for piece in re.findall(r"[ghjkqzGHJKQZ0-9üß✓]{4,}", form):
            assert piece not in text


@given(st.text("0123456789", min_size=6, max_size=20), st.text(max_size=10), st.text(max_size=10))
def test_long_runs_of_digits_are_hidden_wherever_they_stand(digits: str, before: str, after: str) -> None:
    """A number is masked even without a key."""
    assert not re.search(r"\d{6}", logs.redact(before + digits + after))
    assert digits not in logs.redact(f"{before}[{digits}]{after}")


@pytest.mark.parametrize("region", ["IN", "ID", "TH", "CN", "AE", "US", "GB", "FR", "ES", "BR", "MX", "SG"])
@pytest.mark.parametrize("form", [0, 1, 2, 3], ids=["e164", "international", "national", "rfc3966"])
def test_numbers_are_hidden_in_the_forms_that_people_read(region: str, form: int) -> None:
    """Numbers with spaces, dashes and brackets are masked."""
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    assert number is not None
    shown = phonenumbers.format_number(number, form)
    assert sum(one.isdigit() for one in logs.redact(f"looking for {shown} now")) <= 1


@given(st.text(min_size=1, max_size=20), st.text(min_size=6, max_size=30))
def test_credentials_are_hidden(user: str, password: str) -> None:
    """The Authorization header contains the till's password, so it is masked in every form."""
    token = b64encode(f"{user}:{password}".encode()).decode()
    for text in (
        f"Authorization: Basic {token}",
        f"{{'Authorization': 'Basic {token}', 'Accept': 'json'}}",
        f'{{"authorization": "Basic {token}"}}',
        f"('Authorization', b'Basic {token}')",
        f"send: b'GET / HTTP/1.1\\r\\nauthorization: basic {token}\\r\\n'",
        f"curl -H 'Authorization:Basic {token}'",
        f"Basic {token}",
        f"proxy-authorization = {token}",
    ):
        assert token not in logs.redact(text)
    assert "Accept" in logs.redact(f"{{'Authorization': 'Basic {token}', 'Accept': 'json'}}")


def test_addresses_lose_their_user_and_cookies_their_value() -> None:
    """A proxy's address can contain a password, and a cookie can replace one."""
    assert logs.redact("via http://joe:hunter2@proxy:3128/") == f"via http://{logs.MASK}@proxy:3128/"
    assert "abcdef" not in logs.redact("Set-Cookie: session=abcdef; path=/")
    assert "abcdef" not in logs.redact("{'Cookie': 'session=abcdef'}")


@pytest.mark.parametrize(
    "text",
    [
        "redeemed 250.125 points, code 808, HTTP 520",
        "at 2025-03-10 14:37:11 the answer came",
        'File "desktop/flow/redeem.py", line 123, in redeem',
        "X-Cap-Requestid: a1b2-c3d4",
        "schema version 12, took 0.345 s",
        "",
    ],
)
def test_what_support_needs_stays(text: str) -> None:
    """Codes, amounts, dates, line numbers and request ids are not secrets."""
    assert logs.redact(text) == text


@pytest.mark.parametrize(
    "text", ["otp" * 50_000, "a" * 200_000, "mobile" + " " * 200_000, "1 " * 100_000, 'mobile="' + "\\" * 100_000]
)
def test_a_long_text_does_not_hold_the_log_up(text: str) -> None:
    """Masking takes linear time, whatever a service answers. The time limit of the suite checks that."""
    assert isinstance(logs.redact(text), str)


def test_a_line_says_when_where_and_what(log: logs.Log) -> None:
    """A line contains time with offset, level, thread, logger and message."""
    logging.getLogger("desktop.flow").info("said %s", "+91 97777 88221")
    (line,) = text_of(log).splitlines()
    assert re.fullmatch(
        rf"\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{{3}}[+-]\d\d:\d\d INFO MainThread desktop\.flow: said \+{logs.MASK}",
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
    assert "test_logs.py" in text
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
    emit = logging.FileHandler.emit

    def remember(self: logging.FileHandler, record: logging.LogRecord) -> None:
        if Path(self.baseFilename).is_relative_to(tmp_path):
            writers.append(threading.current_thread().name)
        emit(self, record)

    monkeypatch.setattr(logging.FileHandler, "emit", remember)
    log = logs.start(tmp_path)
    logging.getLogger("desktop").warning("one")
    log.stop()
    assert writers
    assert threading.current_thread().name not in writers


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes, and the user's folder is private")
def test_only_the_owner_can_read_the_log(log: logs.Log) -> None:
    """Only the owner can read folder, log and crash file, also after rotation."""
    assert log.path is not None
    logging.getLogger("desktop").info("x" * logs.MAX_BYTES)
    logging.getLogger("desktop").info("next")
    log.stop()
    files = list(log.path.parent.iterdir())
    assert len(files) >= 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_the_log_never_outgrows_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are at most five files of limited size, with the newest lines in the first."""
    monkeypatch.setattr(logs, "MAX_BYTES", 2_000)
    log = logs.start(tmp_path)
    for number in range(500):
        logging.getLogger("desktop").info("line %s", number)
    assert "line 499" in text_of(log)
    files = [file for file in tmp_path.iterdir() if file.name.startswith("points-till.log")]
    assert len(files) == logs.FILES
    assert all(file.stat().st_size <= 2_000 for file in files)


def test_a_file_that_cannot_be_rotated_is_still_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another window has the file open, as on Windows, no line is lost."""

    def refuse(_source: str, _target: str) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(logs, "MAX_BYTES", 500)
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
    for name in ("urllib3.connectionpool", "requests", "werkzeug"):
        logging.getLogger(name).info("GET /v1.1/customer/get from %s", name)
        logging.getLogger(name).warning("trouble in %s", name)
    text = text_of(log)
    assert "GET" not in text
    assert text.count("trouble in") == 3


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
    start += "log = logs.start(Path(sys.argv[1]))\n"
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
        stacks = (tmp_path / logs.CRASH_FILE).read_text(encoding="utf-8")
        assert "(most recent call first)" in stacks
        # On Windows Qt ends the process by a call that no handler sees.
        assert ("Fatal Python error" in stacks) is (os.name != "nt")


def test_ctrl_c_ends_without_a_line(tmp_path: Path) -> None:
    """Ctrl-C at a terminal is not an error."""
    code = (
        "import sys, pathlib\nfrom desktop import logs\nlogs.start(pathlib.Path(sys.argv[1]))\nraise KeyboardInterrupt"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert (tmp_path / "points-till.log").read_text(encoding="utf-8") == ""


def test_an_old_crash_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash file that has become large is started anew."""
    monkeypatch.setattr(faulthandler, "is_enabled", lambda: False)
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    crash_file = tmp_path / logs.CRASH_FILE
    for size, kept in ((logs.MAX_BYTES, logs.MAX_BYTES), (logs.MAX_BYTES + 1, 0)):
        crash_file.write_text("x" * size)
        logs.start(tmp_path).stop()
        assert crash_file.stat().st_size == kept


def test_the_log_is_light_to_import() -> None:
    """The log starts before the first paint, so it imports neither Qt nor network modules."""
    code = "import sys; from desktop import logs; print({'PySide6', 'requests', 'urllib3', 'ssl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
