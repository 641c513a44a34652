"""Tests the thread that sends to head office, and what `doctor` says about it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop import head_office_link, paths
from desktop.api.head_office import HeadOfficeClient
from desktop.domain.failures import Secrets, SecretUnavailable
from desktop.domain.head_office import SendingProblem, SendingStatus, TillKey, in_text
from desktop.domain.settings import Settings
from desktop.flow.clock import SystemClock
from desktop.head_office_link import HeadOfficeLink, head_office_status, make_sender, status_text
from desktop.store.proxy_password import ProxyPassword

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KEY = TillKey(in_text(b"c" * 32), b"d" * 32)
SETTINGS = Settings(head_office="http://127.0.0.1:9", head_office_key=KEY, head_office_pause=0.1)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (SendingStatus(), "0 of 0 events confirmed, 0 behind, never answered"),
        (
            SendingStatus(3, 10, datetime(2026, 11, 25, 9, 30, tzinfo=UTC), SendingProblem.OTHER_TILL, forked=True),
            (
                "3 of 10 events confirmed, 7 behind, last answer 2026-11-25 09:30, last try failed: other till, "
                "head office has other events of this journal: two copies of it have gone on"
            ),
        ),
    ],
)
def test_what_is_said_of_a_status(status: SendingStatus, text: str) -> None:
    """How far, since when, and what is wrong."""
    assert status_text(status) == text


def test_without_head_office_there_is_no_status(tmp_path: Path) -> None:
    """Nor is there a thread."""
    assert head_office_status(Settings(), tmp_path) is None
    link = HeadOfficeLink(Settings(), tmp_path)
    link.start()
    assert link.stop()
    assert not any(one.name == "head-office" for one in threading.enumerate())


def test_it_starts_once_and_ends_at_once(tmp_path: Path) -> None:
    """A second start changes nothing, and a second stop neither."""
    link = HeadOfficeLink(SETTINGS, tmp_path)
    link.start()
    link.start()
    assert sum(one.name == "head-office" for one in threading.enumerate()) == 1
    assert link.stop()
    assert link.stop()
    assert not any(one.name == "head-office" for one in threading.enumerate())


def test_a_locked_keyring_is_tried_again(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy's password may be available later. Until then head office counts as out of reach."""
    tries: list[int] = []

    def get(_self: ProxyPassword, _settings: Settings) -> str:
        tries.append(1)
        if len(tries) < 3:
            raise SecretUnavailable(Secrets.LOCKED)
        return ""

    monkeypatch.setattr(ProxyPassword, "get", get)
    monkeypatch.setattr(head_office_link, "_LOCKED_WAIT", 0.01)
    link = HeadOfficeLink(SETTINGS, tmp_path)
    said: list[SendingStatus] = []
    link.status_changed.connect(said.append)
    link.start()
    qtbot.waitUntil(lambda: len(tries) == 3 and bool(said))
    assert link.stop()
    assert said[0].problem is SendingProblem.OFFLINE


def test_a_till_of_all_logins_has_the_proxy_s_password_in_the_machine_s_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No login's keyring has it, so head office would stay out of reach for ever."""
    monkeypatch.setattr(paths, "machine_data", lambda data: data)
    settings = replace(SETTINGS, proxy="http://proxy.example:3128", proxy_user="till")
    ProxyPassword({}, machine=tmp_path).set(settings, "hush")
    made = make_sender(settings, tmp_path, SystemClock(), lambda _status: None)
    assert made is not None
    _, receiver = made
    assert isinstance(receiver, HeadOfficeClient)
    assert receiver._network.proxy_login == ("till", "hush")


def test_a_mistake_in_the_thread_does_not_end_the_till(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged in full, and the till goes on without head office."""

    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(head_office_link, "make_sender", fail)
    link = HeadOfficeLink(SETTINGS, tmp_path)
    link.start()
    assert link.stop()
    assert "ZeroDivisionError" in caplog.text
