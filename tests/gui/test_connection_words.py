"""Tests what a connection test says: each failure has its own words, and is about the field that is wrong."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from desktop.domain.failures import (
    Call,
    Failure,
    Lost,
    NotSent,
    Refused,
    Secrets,
    SecretUnavailable,
    Throttled,
    Unanswered,
    Unsent,
)
from desktop.flow.service_check import TriedService
from desktop.gui.connection_words import ConnectionWords
from desktop.gui.formats import LocaleFormats
from desktop.gui.words import Words
from desktop.texts import load_catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HTTPS = "https://loyalty.example.com"
NOW = datetime(2026, 11, 28, 10, 14, tzinfo=timezone(timedelta(hours=5.5)))


@pytest.fixture
def words(qapp: QApplication) -> ConnectionWords:  # noqa: ARG001 - QLocale's texts need an application
    """Returns English words."""
    return ConnectionWords(Words(load_catalogue(), LocaleFormats(QLocale("en_IN"), "IN", "")))


FAILURES: list[tuple[Failure, str, int]] = [
    (NotSent(Unsent.NAME), "server", 1),
    (NotSent(Unsent.CONNECT), "server", 1),
    (NotSent(Unsent.CONNECT_TIMEOUT), "server", 1),
    (NotSent(Unsent.PROXY), "proxy", 1),
    (NotSent(Unsent.PROXY_LOGIN), "proxy_user", 1),
    (NotSent(Unsent.CA_FILE), "ca_file", 1),
    (SecretUnavailable(Secrets.PROXY), "proxy_password", 1),
    (NotSent(Unsent.STOPPED), "server", 1),
    (NotSent(Unsent.CERTIFICATE), "server", 2),
    (NotSent(Unsent.CERTIFICATE_EXPIRED), "server", 2),
    (NotSent(Unsent.CERTIFICATE_NOT_YET_VALID), "server", 2),
    (NotSent(Unsent.TLS_VERSION), "server", 2),
    (NotSent(Unsent.CERTIFICATE_NAME), "server", 2),
    (NotSent(Unsent.CERTIFICATE_UNTRUSTED), "server", 2),
    (NotSent(Unsent.TLS), "server", 2),
    (Refused(Call.FIND_MEMBER, 401), "password", 3),
    (Refused(Call.FIND_MEMBER, 403), "till", 3),
    (Refused(Call.FIND_MEMBER, 404), "server", 3),
    (Refused(Call.FIND_MEMBER, 999), "", 3),
    (Throttled(Call.FIND_MEMBER, 429), "", 3),
    (Unanswered(Lost.UNREADABLE, http_status=403), "server", 3),
    (Unanswered(Lost.TIMEOUT), "", 3),
    (SecretUnavailable(Secrets.MISSING), "password", 1),
]


@pytest.mark.parametrize(("failure", "field", "lines"), FAILURES)
def test_each_failure_is_about_a_field(words: ConnectionWords, failure: Failure, field: str, lines: int) -> None:
    """What works comes first, then what does not, with the number for support."""
    result = words.failed(failure, HTTPS)
    assert result.field == field
    assert len(result.facts) == lines
    assert [one.good for one in result.facts] == [True] * (lines - 1) + [False]
    assert result.facts[-1].support == failure.support
    assert result.facts[-1].words.endswith(f"({failure.support})")


def test_every_reason_has_its_own_words(words: ConnectionWords) -> None:
    """Store IT can tell them apart without the number."""
    said = [words.failed(NotSent(why), HTTPS).facts[-1].text for why in Unsent]
    assert len(set(said)) == len(said)


def test_a_test_that_passed(words: ConnectionWords) -> None:
    """It says how long the service took, and that the connection is safe if it is."""
    result = words.passed(TriedService(0.0842, clock_ahead=-30.0), HTTPS)
    assert all(one.good for one in result.facts)
    assert [one.words for one in result.facts] == [
        "The address answers in 84 ms",
        "The connection is safe",
        "The service responds and knows this till.",
    ]
    assert len(words.passed(TriedService(0.0), "http://127.0.0.1:8000").facts) == 2


@pytest.mark.parametrize(("ahead", "there"), [(86_400.0, "27 Nov 2026 10:14"), (-7_200.0, "28 Nov 2026 12:14")])
def test_a_clock_that_is_off(
    words: ConnectionWords, monkeypatch: pytest.MonkeyPatch, *, ahead: float, there: str
) -> None:
    """The service accepts the till. What comes last is what this computer's clock says, and the service's."""
    monkeypatch.setattr(words, "_now", lambda: NOW)
    result = words.passed(TriedService(0.08, ahead), HTTPS)
    assert [one.good for one in result.facts] == [True, True, True, False]
    clock = result.facts[-1]
    assert f"says 28 Nov 2026 10:14 UTC+05:30, and the service’s {there} UTC+05:30." in clock.text
    assert (clock.next_step, clock.support) == ("Check this computer’s date, time and time zone.", "PT-CLOCK")


@pytest.mark.parametrize("why", [Unsent.CERTIFICATE_EXPIRED, Unsent.CERTIFICATE_NOT_YET_VALID])
def test_dates_of_a_certificate(words: ConnectionWords, monkeypatch: pytest.MonkeyPatch, why: Unsent) -> None:
    """The computer's own date is shown, because it is wrong more often than the certificate."""
    monkeypatch.setattr(words, "_now", lambda: NOW)
    said = words.failed(NotSent(why), HTTPS).facts[-1].next_step
    assert said.startswith("Check this computer’s date (Saturday, 28 November 2026).")


def test_a_safe_connection_is_only_claimed_over_https(words: ConnectionWords) -> None:
    """A service on this computer may be called without TLS."""
    assert len(words.failed(Refused(Call.FIND_MEMBER, 401), "http://127.0.0.1:1").facts) == 2
