"""Draws the pictures that `python -m tests.pictures` was asked for. pytest opens the tills; nothing else runs this."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.settings import Theme
from desktop.store import policy_trust
from tests.gui.test_layouts import problems, settle
from tests.journeys.test_customer_display import misplaced_parts
from tests.journeys.tills import machine_keyring, open_till, qt_warnings, service, style
from tests.pictures.choice import CHOICE, Choice
from tests.pictures.scenes import SCENES
from tests.pictures.sheet import Picture

if TYPE_CHECKING:
    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
from tests.journeys.tills import OpenTill

__all__ = ["machine_keyring", "open_till", "qt_warnings", "service", "style"]

CHOSEN = Choice.read(os.environ[CHOICE])


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trusts the file of PINs, because a test cannot own a system's folder."""
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")


@pytest.mark.parametrize("language", CHOSEN.languages)
@pytest.mark.parametrize("name", CHOSEN.scenes)
@pytest.mark.usefixtures("trusted", "machine_keyring")
def test_draw(  # noqa: PLR0917 - pytest gives them by name
    open_till: OpenTill, service: PracticeService, style: Style, tmp_path: Path, name: str, language: str
) -> None:
    """Draws one scene in one language, in every size and theme."""
    scene = SCENES[name]
    cashier = open_till(
        service=None if scene.training or scene.is_new or not scene.ready else service,
        failure=None if scene.ready else JournalUnusable(JournalTrouble.DAMAGED),
        ready=scene.ready and not scene.is_new,
        training=False if scene.is_new else None,
        size=CHOSEN.sizes[0],
        language=language,
        **(
            {"store": "MG Road", "cashier": "Meera", "number_pad": "always"}
            | scene.file_of_pins(tmp_path)
            | scene.settings
        ),
    )
    if scene.is_new:
        cashier._service = service
    folder = Path(CHOSEN.folder)
    try:
        for place, state in enumerate(scene.walk(cashier)):
            window = scene.window_of(cashier)
            for size in scene.sizes or CHOSEN.sizes:
                window.resize(*size)
                settle(cashier)
                scene.at_size(cashier)
                settle(cashier)
                for theme in CHOSEN.themes:
                    style.apply(Theme(theme))
                    settle(cashier)
                    wrong = misplaced_parts(window) if scene.sizes else problems(cashier, size)
                    picture = Picture(name, place, state, language, theme, size, tuple(wrong))
                    window.grab().save(str(folder / picture.file))
                    (folder / picture.file).with_suffix(".json").write_text(json.dumps(picture.as_record()))
            style.apply(Theme(CHOSEN.themes[0]))
    finally:
        style.apply(Theme.LIGHT)
