"""Tests with real processes what comes in from outside: result files, second starts and links."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.pos import peers, second_start, single_instance
from desktop.pos.hand_over_queue import MAX_WAITING
from desktop.pos.second_start import connect_to_window
from desktop.pos.single_instance import SecondStartServer
from desktop.pos.window_address import SOCKET_FOLDER, Address, NotPrivateError, addresses
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from tests.journeys.remote_till import ROOT, Ended, RemoteTill, ended, run, start
from tests.posix import unix_socket

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX sockets, modes and users")
on_linux = pytest.mark.skipif(
    sys.platform != "linux",
    reason="file names are bytes, and the usual folders move with the environment, on Linux only",
)


@pytest.fixture
def options(tmp_path: Path) -> list[str | Path]:
    """Returns options for folders of this test, in training, so that no service is needed."""
    return ["--training", "--config", tmp_path / "config", "--data", tmp_path / "data"]


@pytest.mark.parametrize("name", ["data/journal.db", "data/training/journal.db.lock", "config/settings.json", "pos"])
def test_a_result_file_of_the_till_is_rejected(options: list[str | Path], tmp_path: Path, name: str) -> None:
    """The exit code is 2, no window opens, and nothing is created or changed."""
    (tmp_path / "pos").mkdir()
    end = run(*options, "--bill", "1", "--result", tmp_path / name)
    assert (end.code, end.output) == (2, "")
    assert "cannot take the outcome" in end.complaints
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pos"]


def test_a_second_start_cannot_name_the_tills_own_files(options: list[str | Path], tmp_path: Path) -> None:
    """Neither the command line nor a message to the window can name one. The exit code is 2, and the window goes on."""
    with RemoteTill(*options) as till:
        till.until_sees("Connection: Training")
        end = ended(start("desktop", *options, "--bill", "1", "--result", tmp_path / "data" / "r.json"))
        assert (end.code, end.output) == (2, "")
        # This simulates a second start that checks nothing, such as an older version.
        for path in (tmp_path / "data" / "r.json", tmp_path / "config" / "settings.json", "relative.json", 5, "a\0b"):
            answer = tell(tmp_path, {"handed_over": True, "bill": "1", "result": path if path == 5 else str(path)})
            assert answer["code"] == 2
            assert "nothing was handed over" in answer["error"]
        answer = tell(tmp_path, {"handed_over": True, "by_link": True, "result": str(tmp_path / "r.json")})
        assert answer["code"] == 2
        assert till.do("text", "Mobile number") == ""
        till.do("close")
        assert till.end().code == 0
    assert not (tmp_path / "r.json").exists()


CALL = """
import json, sys
from pathlib import Path
from desktop.pos import second_start
print(json.dumps(second_start.ask_window(Path(sys.argv[1]), json.loads(sys.argv[2]))))
"""


def tell(tmp_path: Path, message: dict[str, object]) -> dict[str, Any]:
    """Hands a message over in another process, without the checks of the command line. Returns the window's answer."""
    data = paths.training_dir(tmp_path / "data")
    command = [sys.executable, "-c", CALL, str(data), json.dumps(message)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("message", [{"bill": "a\0b"}, {"mobile": "\ud800"}, {"points": 5}, {"bill": "caf\udce9"}])
def test_bad_text_in_a_hand_over_is_rejected(
    options: list[str | Path], tmp_path: Path, message: dict[str, object]
) -> None:
    """The window answers at once with exit code 2 and a reason, so the caller does not wait for an outcome."""
    with RemoteTill(*options) as till:
        till.until_sees("Connection: Training")
        answer = tell(tmp_path, {"handed_over": True, **message})
        assert answer["code"] == 2
        assert "nothing was handed over" in answer["error"]
        till.do("close")
        assert till.end().code == 0


@on_linux
@pytest.mark.parametrize("option", [b"--bill", b"--mobile", b"--points", b"--till", b"--server"])
def test_bytes_that_are_not_text(tmp_path: Path, option: bytes) -> None:
    """Latin-1 on the command line ends with exit code 2 and the option's name, before a window opens."""
    command = [os.fsencode(sys.executable), b"-m", b"desktop", b"--data", os.fsencode(tmp_path), option, b"caf\xe9"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")
    assert option in done.stderr
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@on_linux
def test_a_result_file_whose_name_is_not_text(options: list[str | Path], tmp_path: Path) -> None:
    """A file name in Latin-1 is valid, and the outcome of a second start is written to that file."""
    file = tmp_path / os.fsdecode(b"caf\xe9 %s {0}.json")
    with RemoteTill(*options) as till:
        till.until_sees("Connection: Training")
        second = start("desktop", *options, "--bill", "ü 1", "--mobile", "97777", "--result", file)
        till.do("until_text", "Mobile number", "97777")
        till.do("close")
        assert till.end().code == 0
        end = ended(second)
    assert end.code == 3
    assert json.loads(file.read_bytes()) == end.record
    assert end.record["bill"] == "ü 1"


def test_a_value_is_never_an_option(options: list[str | Path], tmp_path: Path) -> None:
    """A bill number that looks like an option never consumes the next option."""
    for bill in ("-style", "-platform", "--result", "-x"):
        end = run(*options, "--bill", bill, "--mobile", "9777788221")
        assert end.code == 2
        assert "--bill" in end.complaints
    assert not (tmp_path / "data").exists()


@on_linux
def test_links_leave_no_process_behind(tmp_path: Path) -> None:
    """Each link ends at once, the same bill is next_hand_over once, and a full queue ends with exit code 3."""
    # A link must stand alone on the command line, so the environment moves the usual folders.
    usual = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    till_of = {"SERVER": "http://127.0.0.1:9", "TILL": "t", "PASSWORD": "p", "LANGUAGE": "en"}
    environment = usual | {f"POINTS_TILL_{name}": value for name, value in till_of.items()}

    def follow(bill: str) -> Ended:
        return run(f"points-till://redeem?bill={bill}&mobile=97777", environment=environment)

    with RemoteTill(environment=environment) as till:
        # Until it is ready, what it says about the number of the first bill replaces what it says about the second.
        till.until_sees("Connection: No connection")
        ends = [follow("A"), follow("A")]
        till.until_says("This bill has been handed over already.")
        ends.append(follow("B"))
        assert {(one.code, one.output, one.complaints) for one in ends} == {(0, "", "")}
        command = [sys.executable, "-c", MANY_LINKS, str(tmp_path / "d" / "points-till"), str(MAX_WAITING)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
        assert json.loads(done.stdout) == [0] * (MAX_WAITING - 1) + [3]
        late = follow("late")
        assert (late.code, late.output) == (3, "")
        till.until_says("Too many bills are waiting.")
        till.do("close")
        assert till.end().code == 0


MANY_LINKS = """
import json, sys
from pathlib import Path
from desktop.pos import second_start
links = [{"handed_over": True, "by_link": True, "bill": f"C{number}"} for number in range(int(sys.argv[2]))]
print(json.dumps([second_start.ask_window(Path(sys.argv[1]), one, timeout=10)["code"] for one in links]))
"""


@on_linux
@pytest.mark.slow
def test_a_link_to_a_till_that_does_not_answer(tmp_path: Path) -> None:
    """No second window opens. The exit code is 6, and standard error gives the reason."""
    usual = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    with WriterLock(paths.journal(tmp_path / "d" / "points-till")):
        end = run("points-till://redeem?bill=A", environment=usual)
    assert (end.code, end.output) == (6, "")
    assert "does not answer" in end.complaints


@on_posix
def test_the_socket_is_behind_a_private_folder(options: list[str | Path], tmp_path: Path) -> None:
    """The socket's folder is private even in an open data folder, so no other user can replace the window."""
    data = paths.training_dir(tmp_path / "data")
    data.mkdir(parents=True)
    for folder in (data.parent, data):
        folder.chmod(0o777)
    with RemoteTill(*options) as till:
        till.until_sees("Connection: Training")
        door = data / SOCKET_FOLDER
        assert stat.S_IMODE(door.stat().st_mode) == 0o700
        assert stat.S_ISSOCK((door / "window").lstat().st_mode)
        end = ended(start("desktop", *options))
        assert (end.code, end.output, end.complaints) == (0, "", "")
        till.do("close")
        assert till.end().code == 0
    assert not (door / "window").exists()


@on_posix
@pytest.mark.usefixtures("qapp")
def test_a_folder_that_others_can_enter_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start checks mode and owner of the folder, and that it is not a link, before it connects."""
    forger = Forger(tmp_path / SOCKET_FOLDER)
    with forger:
        line = connect_to_window(tmp_path, 0.5)
        assert line is not None
        line.close()
        for mode in (0o701, 0o710, 0o755, 0o777):
            forger.folder.chmod(mode)
            assert connect_to_window(tmp_path, 0.5) is None
            with pytest.raises(NotPrivateError):
                Address(*next(addresses(tmp_path)))
        forger.folder.chmod(0o700)
        with monkeypatch.context() as patch:
            patch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
            assert connect_to_window(tmp_path, 0.5) is None
        forger.folder.rename(tmp_path / "real")
        forger.folder.symlink_to(tmp_path / "real")
        assert connect_to_window(tmp_path, 0.5) is None


@on_posix
@pytest.mark.usefixtures("qapp")
def test_another_user_in_place_of_the_window_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel tells which user listens, and the answer of another user is never read."""
    monkeypatch.setattr(second_start, "_CONNECT_TIMEOUT", 0.3)
    with Forger(tmp_path / SOCKET_FOLDER):
        monkeypatch.setattr(peers, "_peer", lambda _connection: tmp_path.stat().st_uid + 1)
        assert second_start.ask_window(tmp_path, {"handed_over": True, "bill": "1"}) is None


@on_linux
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="needs root to act as another user")
def test_a_forged_outcome_of_another_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer of another user's process is not read, even if it listens in the right place with all rights."""
    monkeypatch.setattr(second_start, "_CONNECT_TIMEOUT", 0.3)
    door = tmp_path / SOCKET_FOLDER
    door.mkdir(mode=0o700)
    shutil.chown(door, 65_534, 65_534)
    with subprocess.Popen([sys.executable, "-c", FORGER, str(door)], stdout=subprocess.PIPE) as forger:
        assert forger.stdout is not None
        assert forger.stdout.readline() == b"listens\n"
        # The folder becomes this user's own and private, and the other process still listens in it.
        shutil.chown(door, 0, 0)
        assert stat.S_IMODE(door.stat().st_mode) == 0o700
        assert second_start.ask_window(tmp_path, {"handed_over": True, "bill": "1"}) is None
        forger.kill()


FORGER = """
import os, socket, sys
os.chdir(sys.argv[1])
os.setgid(65_534)
os.setuid(65_534)
listening = socket.socket(socket.AF_UNIX)
listening.bind("window")
listening.listen()
print("listens", flush=True)
while True:
    caller, _ = listening.accept()
    caller.sendall(b'{"code": 0, "record": {"outcome": "redeemed"}}' + bytes([10]))
"""


class Forger:
    """Listens in place of a window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True)
        self._listening = unix_socket()
        # Bind through the open folder, because the path of a test may be too long for a socket.
        self._open = os.open(folder, os.O_RDONLY)
        short = f"/proc/self/fd/{self._open}" if sys.platform == "linux" else str(folder)
        self._listening.bind(f"{short}/window")
        self._listening.listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()
        os.close(self._open)


@on_posix
@pytest.mark.usefixtures("qapp")
def test_a_data_folder_of_any_length_has_a_socket(tmp_path: Path) -> None:
    """A data folder works even if its path is longer than `sun_path`, which has about a hundred bytes."""
    data = tmp_path / ("very long " * 12) / ("folder " * 20)
    data.mkdir(parents=True)
    first = SecondStartServer(data)
    assert first.is_listening
    found = connect_to_window(data, 0.5)
    assert found is not None
    found.close()
    second = SecondStartServer(data)
    assert not second.is_listening
    first.close()
    third = SecondStartServer(data)
    assert third.is_listening
    third.close()


@on_posix
@pytest.mark.usefixtures("qapp")
def test_a_till_without_a_place_for_its_socket_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """If no place can hold the socket, that is logged, and the window works without it."""
    (tmp_path / "file").touch()
    monkeypatch.setattr(single_instance, "addresses", lambda _data: iter([(tmp_path / "file" / "door", "window")]))
    server = SecondStartServer(tmp_path)
    assert not server.is_listening
    assert "will not find this window" in caplog.text
    server.close()


def modes(folder: Path) -> dict[str, str]:
    """Returns a folder and everything in it that other users have rights to, with the modes."""
    return {
        str(one.relative_to(folder.parent)): oct(stat.S_IMODE(one.lstat().st_mode))
        for one in (folder, *folder.rglob("*"))
        if not one.is_socket() and stat.S_IMODE(one.lstat().st_mode) != (0o700 if one.is_dir() else 0o600)
    }


@on_posix
@pytest.mark.parametrize("umask", [0o000, 0o022])
@pytest.mark.parametrize("entry", ["window", "training", "settle", "hand-over"])
def test_every_start_makes_private_folders(tmp_path: Path, umask: int, entry: str) -> None:
    """Every start creates folders with mode 0700 and files with 0600, and missing parents too."""
    root = tmp_path / "not there" / "yet"
    options: list[str | Path] = ["--config", root / "config", "--data", root / "data"]
    settings = {"SERVER": "http://127.0.0.1:9", "TILL": "t", "PASSWORD": "p", "LANGUAGE": "en"}
    environment = {f"POINTS_TILL_{name}": value for name, value in settings.items()}
    environment |= {"XDG_DATA_HOME": str(tmp_path / "usual" / "share")}
    before = os.umask(umask)
    try:
        if entry == "settle":
            SqliteJournal.open(paths.journal(root / "data")).close()
            end = run("settle", *options, environment=environment)
            assert end.code == 0
        else:
            more: list[str | Path] = ["--training"] if entry == "training" else []
            if entry == "hand-over":
                more = ["--bill", "1", "--result", root / "pos" / "today" / "r.json"]
            with RemoteTill(*options, *more, environment=environment) as till:
                till.until_sees("Mobile number")
                till.do("close")
                till.end()
    finally:
        os.umask(before)
    assert modes(tmp_path / "not there") == {}
    assert (root / "data").is_dir()
    if entry == "hand-over":
        assert (root / "pos" / "today" / "r.json").is_file()
    if (tmp_path / "usual").exists():
        assert modes(tmp_path / "usual") == {}


@on_posix
def test_an_outcome_reaches_the_exit_code_without_a_reader(options: list[str | Path], tmp_path: Path) -> None:
    """If the POS has closed the pipe, the file and the exit code tell the outcome, and there is no traceback."""
    result = tmp_path / "r.json"
    with RemoteTill(*options, "--bill", "1", "--result", result) as till:
        till.until_sees("Connection: Training")
        assert till.process.stdout is not None
        till.process.stdout.close()
        till.process.stdout = None
        till.do("press", "Cancel, back to POS")
        code = till.process.wait(30)
        assert till.process.stderr is not None
        assert "Traceback" not in till.process.stderr.read()
    assert code == 3
    assert json.loads(result.read_bytes())["outcome"] == "cancelled"
