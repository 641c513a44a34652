"""Owns what the tests of bad days share: shops, and that at every end the ledger and the journals are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.faults.shop import Shop

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from pathlib import Path


class MakeShop(Protocol):
    """Makes a shop with settings of its own."""

    def __call__(
        self,
        *,
        folder: Path | None = None,
        context: ssl.SSLContext | None = None,
        **settings: Any,  # noqa: ANN401 - as Shop
    ) -> Shop:
        """Makes one, with its journals in a folder."""


@pytest.fixture
def make_shop(tmp_path: Path) -> Iterator[MakeShop]:
    """Makes shops; at the end, whatever the test has asserted, ledger and journals must not contradict each other."""
    made: list[Shop] = []

    def make(
        *,
        folder: Path | None = None,
        context: ssl.SSLContext | None = None,
        **settings: Any,  # noqa: ANN401 - as Shop
    ) -> Shop:
        made.append(Shop(folder or tmp_path / f"shop-{len(made)}", context=context, **settings))
        return made[-1]

    yield make
    try:
        assert [one.disagreements(settled=False) for one in made] == [{}] * len(made)
    finally:
        for one in made:
            one.close()


@pytest.fixture
def shop(make_shop: MakeShop) -> Shop:
    """A shop with time limits that nothing in it reaches by itself."""
    return make_shop()
