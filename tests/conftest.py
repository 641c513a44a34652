"""Gives all tests their own data folder, the settings of hypothesis, and fonts on Windows."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from desktop.gui.bindings import stop_reading_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xdist.remote import Producer
    from xdist.workermanage import WorkerController

SLOW_TIMEOUT = 900
"""Seconds for a test that is marked as slow. All others have what `pyproject.toml` says."""

# Without a deadline for an example, because a busy machine is slow. The checks of a change draw the same examples every
# time, so that they fail because of the change; developers draw new ones.
settings.register_profile(
    "points-till", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("points-till")

if sys.platform == "win32":
    # Without a screen, Qt does not use the fonts of Windows but looks in its own folder, which is empty.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"]) / "Fonts"))


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Takes back PySide6's replacement of `import` after pytest-qt has loaded PySide6, as the program does.

    With it, Python 3.15 puts every import off.
    """
    stop_reading_sources()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives slow tests more time than the others have, if they do not say how much they need."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW_TIMEOUT))


@pytest.fixture(scope="session", autouse=True)
def usual_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps windows of tests from recording in this user's own folder which tills they are open for (Linux)."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("xdg"))


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Undoes what a test has done to all logging. Simulations switch it off."""
    before = logging.root.manager.disable
    yield
    logging.disable(before)


@pytest.fixture(autouse=True)
def automatic_collection() -> Iterator[None]:
    """Switches Python's automatic collection on again. A window leaves it off, because its process ends."""
    yield
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names each test that was skipped, so that `.ci/run` can run exactly these where more tools are installed."""
    if "CI" in os.environ:
        for node in sorted({report.nodeid for report in terminalreporter.getreports("skipped")}):
            terminalreporter.write_line(f"skipped: {node}")


class _Scheduler(LoadFileScheduling):
    """Gives whole files to the processes. If a process crashes, the others get what it has not run."""

    def remove_node(self, node: WorkerController) -> str | None:
        """Forgets files that are done, before the others get the files of a process that is gone.

        xdist would pass them on as files without a test. A process that gets one waits for ever, because it asks for
        the next file when a test ends.
        """
        work = self.assigned_work.get(node, {})
        for file in [file for file, tests in work.items() if all(tests.values())]:
            del work[file]
        return super().remove_node(node)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Scheduler | None:
    """Makes the scheduler of `--dist loadfile`."""
    return _Scheduler(config, log) if config.getvalue("dist") == "loadfile" else None
