"""Tests WCAG 2.2 AA over all pages: what a screen reader is told, and that the keyboard alone is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from tests.gui.screen_reader import barriers
from tests.gui.test_layouts import settle
from tests.pictures.scenes import SCENES

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


@pytest.mark.parametrize("name", SCENES)
def test_every_page_can_be_used_without_sight_and_without_a_mouse(
    open_till: OpenTill, service: PracticeService, name: str
) -> None:
    """Names, labels, lists, tabs, errors, sizes and the order of the Tab key are right on every page."""
    scene = SCENES[name]
    cashier = open_till(
        service=None if scene.training or not scene.ready else service,
        failure=None if scene.ready else JournalUnusable(JournalTrouble.DAMAGED),
        ready=scene.ready,
        size=(1366, 768),
        **({"store": "MG Road", "cashier": "Meera"} | scene.settings),
    )
    found = {}
    for state in scene.walk(cashier):
        settle(cashier)
        if wrong := barriers(cashier.window):
            found[state] = wrong
    assert found == {}
