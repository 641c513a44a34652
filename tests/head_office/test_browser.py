"""Uses the pages in a real browser, with the keyboard and through what a screen reader gets."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.head_office import serving
from desktop.head_office.application import Trust
from tests.chromium import find_chromium
from tests.head_office.browser import Browser
from tests.head_office.chains import NOON, busy_chain
from tests.head_office.receivers import Receiver, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = NOON.date().isoformat()
PATHS = ("/", "/tills", f"/totals?from={DAY}", "/open", f"/reconciliation?from={DAY}", "/search?q=ABC1&kind=any",
         "/redemption?reference=ABC1")  # fmt: skip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Chromium's pipe is used through POSIX descriptors")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """A browser."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    one = Browser(program, tmp_path / "profile")
    yield one
    one.close()


@pytest.fixture
def page(database: str) -> Iterator[Receiver]:
    """A receiver with redemptions, an open one, a fork, and a till that was never seen."""
    with running(database, Trust(everyone="anita")) as receiver:
        chain = busy_chain("till.one", "a" * 32, 12)
        copy = chain.copy()
        chain.redeem("ABC1", "12.5", bill="MG-1")
        chain.add("begun", "OPEN1", state="in_flight", points="3", bill="MG-2")
        copy.redeem("COPY1", "1")
        key = receiver.enrol()
        receiver.send(chain.batch(), key)
        receiver.send(copy.batch(), key)
        receiver.enrol("till.two")
        yield receiver


def test_a_bill_is_found_with_the_keyboard_alone(browser: Browser, page: Receiver) -> None:
    """Tab leads through the page in order, Enter searches, and a link leads to the trail."""
    browser.open(f"{page.url}/search")
    said: list[str] = []
    while "textbox Text" not in said:
        browser.press("Tab")
        said.append(browser.focused())
        assert len(said) < 20, said
    assert said == [
        "link Skip to the content", "link Overview", "link Tills", "link Totals", "link Still open",
        "link Reconciliation", "link Search", "combobox Look for", "textbox Text",
    ]  # fmt: skip
    browser.type("MG-1")
    browser.press("Enter", loads=True)
    for _ in range(20):
        browser.press("Tab")
        if browser.focused() == "link ABC1":
            break
    browser.press("Enter", loads=True)
    assert browser.run("document.querySelector('h1').textContent") == "Redemption"
    assert "redeemed" in browser.run("document.body.innerText")


def test_a_screen_reader_gets_names_for_everything(browser: Browser, page: Receiver) -> None:
    """Tables, fields, links and buttons all have a name, and the page that is open is marked."""
    for path in PATHS:
        browser.open(page.url + path)
        nodes = browser.tree()
        named = {"table", "link", "button", "textbox", "combobox", "heading", "Date", "navigation"}
        bare = [one["role"]["value"] for one in nodes if one["role"]["value"] in named and not one["name"]["value"]]
        assert not bare, (path, bare)
    browser.open(f"{page.url}/tills")
    assert browser.run("document.querySelector('[aria-current=page]').textContent") == "Tills"


@pytest.mark.parametrize("width", [360, 1024])
def test_pages_fit_and_can_be_hit(browser: Browser, page: Receiver, width: int) -> None:
    """No page scrolls sideways at the width of a laptop, and fields and buttons are large enough for a finger."""
    browser.resize(width, 768)
    for path in PATHS:
        browser.open(page.url + path)
        if width >= 1024:
            assert browser.run("document.documentElement.scrollWidth") <= width, path
        small = browser.run(
            "[...document.querySelectorAll('input:not([type=hidden]), select, button, nav a')]"
            ".filter(one => one.getBoundingClientRect().height < 43).map(one => one.outerHTML)"
        )
        assert small == [], path


def test_what_a_till_sent_runs_no_script(browser: Browser, page: Receiver) -> None:
    """Neither escaping nor the policy of the page lets it."""
    with serving.connect(page.database) as connection:
        connection.execute(
            "UPDATE attempt SET bill = '<img src=x onerror=\"document.title=1\">' WHERE state = 'in_flight'"
        )
    browser.open(f"{page.url}/open")
    assert "onerror" in browser.run("document.body.innerText")
    assert browser.run("document.title") == "Still open – Points Till head office"
