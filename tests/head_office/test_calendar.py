"""Tests that head office means the days of the people who read."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.head_office.calendar import Calendar
from tests.head_office.chains import NOON, Chain
from tests.head_office.receivers import running

FIRST, LAST = "Pacific/Kiritimati", "Pacific/Pago_Pago"
"""25 hours lie between them, so the one's day never is the other's."""


@pytest.mark.parametrize("name", [FIRST, LAST])
def test_the_days_are_those_of_the_zone(name: str) -> None:
    """Today and yesterday, whatever this machine's own zone is."""
    before = datetime.now(ZoneInfo(name)).date()
    calendar = Calendar.of(name)
    assert before <= calendar.today <= datetime.now(ZoneInfo(name)).date()
    assert calendar.yesterday < calendar.today
    assert calendar.name == name


def test_without_a_name_it_is_the_machines_own() -> None:
    """It is said as such, because an abbreviation may mean several zones."""
    before = datetime.now().astimezone().date()
    assert before <= Calendar.of("").today <= datetime.now().astimezone().date()
    assert Calendar.of("").name == f"the server’s time zone, {datetime.now().astimezone().tzname()}"


@pytest.mark.parametrize("name", ["Nowhere/Else", "../etc/passwd", "/etc/localtime", "Asia", "UTC+2\0"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    """At the start, instead of days that no one meant."""
    with pytest.raises(ValueError, match="no time zone"):
        Calendar.of(name)


def test_the_pages_have_the_zones_days(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shop's redemption of today is today's where the same day is, and every page says which day it means."""
    monkeypatch.setattr(Calendar, "_now", lambda calendar: NOON.astimezone(calendar.zone))
    chain = Chain(at=NOON.astimezone(ZoneInfo(FIRST)))
    chain.redeem("ABC123", "12.5")
    shown = {}
    for name in (FIRST, LAST):
        with running(database, calendar=Calendar.of(name)) as receiver:
            if name == FIRST:
                receiver.send(chain.batch(), receiver.enrol())
            reader = receiver.enrol_reader()
            page = receiver.get("/", key=reader).text
            assert f"It is {Calendar.of(name).today} in {name}." in page
            shown[name] = page.partition('id="today"')[2].partition("</section>")[0]
            chosen = receiver.get("/totals", key=reader).text
            assert f'value="{Calendar.of(name).yesterday}"' in chosen
    assert "12.5" in shown[FIRST]
    assert "12.5" not in shown[LAST]
