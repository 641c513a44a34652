"""Opens real tills for tests: real threads, a real journal, the practice service over real HTTP."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Protocol

import keyring
import pytest
from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler

from desktop import paths
from desktop.domain.settings import Theme, is_policy_only
from desktop.gui.main_window import MainWindow
from desktop.gui.screen import Place
from desktop.gui.style import Style
from desktop.session import Session
from desktop.store import settings_file
from desktop.texts import load_catalogue
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.journeys.cashier import Cashier
from tests.journeys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.domain.failures import Failure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PLATFORMS_OWN = "This plugin does not support propagateSizeHints()"
"""A warning of Qt's offscreen platform about every window that is shown. A real platform does not print it."""

_SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class OpenTill(Protocol):
    """Opens a till's window."""

    def __call__(
        self,
        *,
        service: PracticeService | None = None,
        server: str = "",
        data: Path | None = None,
        ready: bool = True,
        failure: Failure | None = None,
        size: tuple[int, int] = (1024, 720),
        training: bool | None = None,
        policies: tuple[Path, ...] = (),
        password: str = PASSWORD,
        **settings: object,
    ) -> Cashier:
        """Opens a till at the given service or address, or in training if neither is given.

        Args:
            service: a practice service in this process that acts as the real one.
            server: an address.
            data: the folder of the journal; a fresh one unless given.
            ready: True to wait until the till can work.
            failure: why the settings could not be read.
            size: of the window.
            training: True for training; by default, if there is no address.
            policies: policy files.
            password: in the environment; empty for none.
            settings: overrides. Those that count only in the machine's policy are put into one.
        """


@pytest.fixture(scope="session")
def style(qapp: QApplication) -> Style:
    """Returns the style of all windows of a run, because an application has one."""
    return Style(qapp, paths.resources() / "style", Theme.LIGHT)


@pytest.fixture(autouse=True)
def qt_warnings() -> Iterator[list[str]]:
    """Yields Qt's warnings during a test. The test fails for any of them."""
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in _SERIOUS and text != _PLATFORMS_OWN:
            said.append(f"{context.category}: {text}")

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)
    assert not said, said


@pytest.fixture
def service() -> Iterator[PracticeService]:
    """Yields a practice service that acts as the real one."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def machine_keyring() -> Iterator[MemoryKeyring]:
    """Yields the machine's keyring, for this test alone."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def open_till(
    qtbot: QtBot, qapp: QApplication, style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenTill]:
    """Opens tills, ends them in order, and fails if a thread is left or Qt printed a warning."""
    opened: list[Cashier] = []
    for name in [one for one in os.environ if one.startswith("POINTS_TILL_")]:
        monkeypatch.delenv(name)

    def open_one(
        *,
        service: PracticeService | None = None,
        server: str = "",
        data: Path | None = None,
        ready: bool = True,
        failure: Failure | None = None,
        size: tuple[int, int] = (1024, 720),
        training: bool | None = None,
        policies: tuple[Path, ...] = (),
        password: str = PASSWORD,
        **settings: object,
    ) -> Cashier:
        address = service.url if service is not None else server
        overrides: dict[str, object] = {
            "language": "en",
            "theme": "light",
            "receipt_folder": str(tmp_path / "receipts"),
            "requests_per_minute": 100_000,
            # Only the tests of looking ahead expect calls that the cashier has not asked for.
            "look_ahead": False,
        }
        if address:
            overrides |= {"server": address, "till": TILL}
        if address and password:
            monkeypatch.setenv("POINTS_TILL_PASSWORD", password)
        config = tmp_path / "config"
        policies = (*policies, *_policy(tmp_path, settings))
        settings = {name: value for name, value in settings.items() if not is_policy_only(name)}
        trains = not address and failure is None if training is None else training
        loaded = settings_file.load(
            config, policies, {}, overrides | settings, training=trains, policy_problem=lambda _path: ""
        )
        window = MainWindow({role: style.colour(role).name() for role in ("surface", "ground", "faint")})
        window.show_fitting()
        session = Session(
            loaded,
            style,
            load_catalogue(),
            window,
            config=config,
            data=data or tmp_path / "data",
            training=trains,
            lock=None,
            failure=failure,
        )
        cashier = Cashier(qtbot, session, service)
        opened.append(cashier)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*size)
        with qtbot.waitActive(window, timeout=5_000):
            window.activateWindow()
        session.begin()
        if ready:
            cashier.until_ready()
        return cashier

    yield open_one
    left = [cashier for cashier in opened if not cashier.end()]
    for cashier in opened:
        cashier.window.close()
        cashier.window.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # The next test may look at a widget without a window, in any order.
    style.reduce_motion(reduced=False)
    style.scale = 1.0
    style.apply(Theme.LIGHT)
    assert not left, "a thread still runs after the end"


@pytest.fixture
def after_loss(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Returns a cashier at the empty window. The outcome of Asha's 10 points on bill MG-1 is and stays unknown."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    return cashier


def _policy(folder: Path, settings: dict[str, object]) -> tuple[Path, ...]:
    """Returns a policy with those settings that count only there, or none.

    The loader is told to trust it. In the program, no environment variable can do that: only the system's own place and
    an administrator's file count.
    """
    chosen = {name: value for name, value in settings.items() if is_policy_only(name)}
    if not chosen:
        return ()
    path = folder / "policy-of-this-till.json"
    path.write_text(json.dumps(chosen), encoding="utf-8")
    return (path,)
