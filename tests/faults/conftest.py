"""Provides test harnesses. After each test, the ledger is compared with the journals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.faults.harness import Harness

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from pathlib import Path


class MakeHarness(Protocol):
    """Makes a harness with settings of its own."""

    def __call__(
        self,
        *,
        folder: Path | None = None,
        context: ssl.SSLContext | None = None,
        **settings: Any,  # noqa: ANN401 - as Harness
    ) -> Harness:
        """Makes one, with its journals in a folder."""


@pytest.fixture
def make_harness(tmp_path: Path) -> Iterator[MakeHarness]:
    """Makes harnesses. At the end of the test, ledger and journals must not contradict each other."""
    made: list[Harness] = []

    def make(
        *,
        folder: Path | None = None,
        context: ssl.SSLContext | None = None,
        **settings: Any,  # noqa: ANN401 - as Harness
    ) -> Harness:
        made.append(Harness(folder or tmp_path / f"harness-{len(made)}", context=context, **settings))
        return made[-1]

    yield make
    try:
        assert [one.disagreements(settled=False) for one in made] == [{}] * len(made)
    finally:
        for one in made:
            one.close()


@pytest.fixture
def harness(make_harness: MakeHarness) -> Harness:
    """A harness with the default settings."""
    return make_harness()
