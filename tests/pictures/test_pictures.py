"""Tests that the pictures can be drawn with one command, and that the sheet shows all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.pictures.choice import THEMES, Choice
from tests.pictures.sheet import Picture, write_sheet

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.tuples(*[st.text(max_size=8)] * 3)
SIZE = st.tuples(st.integers(1, 4000), st.integers(1, 4000))


@given(WORDS, st.lists(SIZE, max_size=3))
def test_a_choice_reads_what_it_wrote(words: tuple[str, ...], sizes: list[tuple[int, int]]) -> None:
    """The command and the run that it starts have the same choice."""
    choice = Choice("folder", words, words, THEMES, tuple(sizes))
    assert Choice.read(choice.as_text()) == choice


def test_one_command_draws_and_writes_a_sheet(tmp_path: Path) -> None:
    """A scene is drawn state by state, in each theme and at its size, and the sheet refers to each picture."""
    command = [sys.executable, "-m", "tests.pictures", str(tmp_path), "--scene=finding", "--language=en"]
    sizes = ["--size=1024x600", "--size=800x600", "--theme=light", "--theme=dark"]
    done = subprocess.run([*command, *sizes], capture_output=True, text=True, check=False, timeout=200)
    assert "index.html" in done.stdout, done.stdout + done.stderr
    pictures = sorted(tmp_path.glob("*.png"))
    states = {picture.stem.rsplit("-", 2)[0] for picture in pictures}
    assert len(states) > 1, done.stdout
    assert len(pictures) == 4 * len(states), done.stdout
    sheet = (tmp_path / "index.html").read_text(encoding="utf-8")
    looks = set()
    for picture in pictures:
        assert picture.name in sheet
        image = QImage(str(picture))
        width, _, height = picture.stem.split("-")[-2].partition("x")
        assert (image.width(), image.height()) == (int(width), int(height))
        looks.add(image.pixelColor(2, image.height() - 2).name())
    assert len(looks) == 2, "the themes look the same"


def test_first_start_and_the_drawer_are_drawn_to_their_end(tmp_path: Path) -> None:
    """All three pages of first start, after a real test of the connection, and training's drawer in a narrow window."""
    command = [sys.executable, "-m", "tests.pictures", str(tmp_path), "--scene=first start", "--scene=training panel"]
    only = ["--language=fr", "--size=800x600", "--theme=light"]
    done = subprocess.run([*command, *only], capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    drawn = {picture.name for picture in tmp_path.glob("*.png")}
    last = {"first_start-05-printer-fr-800x600-light.png", "training_panel-04-a_lesson-fr-800x600-light.png"}
    assert last <= drawn


def test_a_picture_in_which_something_does_not_fit_is_marked(tmp_path: Path) -> None:
    """The sheet and the command name what does not fit, and only there."""
    for place, wrong in enumerate(((), ("clipped: Redeem",))):
        picture = Picture("redeeming", place, "code", "en", "light", (800, 600), wrong)
        (tmp_path / picture.file).with_suffix(".json").write_text(json.dumps(picture.as_record()), encoding="utf-8")
    assert write_sheet(tmp_path) == ["redeeming-01-code-en-800x600-light.png: clipped: Redeem"]
    assert (tmp_path / "index.html").read_text(encoding="utf-8").count('class="wrong"') == 1
