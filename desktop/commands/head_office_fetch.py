"""Asks the service about the members of some days, and keeps what it answers to compare with the tills."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from desktop import paths
from desktop.api.client import LoyaltyClient
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure, SettingsUnusable, Throttled
from desktop.domain.masking import mask_digits
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.mobile import MobileError, MobileNumber
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.flow.clock import SystemClock
from desktop.head_office import fetching, migrations, serving
from desktop.head_office.calendar import Calendar
from desktop.head_office.importing import ImportedListError
from desktop.standard_output import complain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psycopg import Connection

    from desktop.commands.console import Console
    from desktop.domain.mobile import MobileForm
    from desktop.domain.reconciliation import ServiceRedemption
    from desktop.head_office.fetching import MemberToAsk

_WIDER = timedelta(days=1)
"""How much wider the service is asked, because the zone of its times is not documented (customer/redemptions)."""

_SHARE = 2
"""One in so many of the calls that the service allows is used, because tills may have the same key."""

_THROTTLED_WAIT = 60.0
_MOST_THROTTLED = 5
_MOST_FAILURES = 5
"""Failures in a row after which the rest is left for the next run: the service cannot be reached, or refuses all."""


class Service(Protocol):
    """What is asked."""

    def redemptions_of(self, draft: Draft, start: date, end: date) -> Sequence[ServiceRedemption]:
        """See `LoyaltyClient.redemptions_of`."""


@dataclass(slots=True)
class Progress:
    """How far a fetch has come.

    Attributes:
        asked: members about whom the service was asked.
        redemptions: how many it listed.
        failed: members whose list could not be read; the next run asks about them again.
        left: members who were not asked about yet.
        without_number: redemptions of members whose number is not here.
    """

    asked: int = 0
    redemptions: int = 0
    failed: int = 0
    left: int = 0
    without_number: int = 0


def run(console: Console, database: str) -> ExitCode:
    """Fetches yesterday, or the days that the command line names, and prints one line of JSON.

    Raises:
        Failure: the settings or the password cannot be used.
    """
    # Each failure is reported with its member. Without a handler, Python would print the log's bare message beside it.
    logging.getLogger("desktop").addHandler(logging.NullHandler())
    command, settings = console.command, console.settings
    if not settings.is_complete:
        raise SettingsUnusable((("server", "is needed, and so is till: head office asks the service as this till"),))
    try:
        yesterday = Calendar.of(command.time_zone).yesterday
    except ValueError as error:
        complain(str(error))
        return ExitCode.USAGE
    first = command.from_day or command.to_day or yesterday
    last = command.to_day or max(first, yesterday)
    clock = SystemClock()
    client = _client(console)
    try:
        with serving.connect(database) as connection:
            migrations.check_version(connection, paths.head_office_resources() / "migrations")
            with fetching.alone(connection):
                made = fetch(
                    connection,
                    client,
                    (first, last),
                    clock,
                    form=settings.mobile_form,
                    pause=60.0 * _SHARE / settings.requests_per_minute,
                    most=command.most,
                )
    finally:
        client.close()
    fields = {name: getattr(made, name) for name in Progress.__slots__}
    console.print(json.dumps({"from": first.isoformat(), "to": last.isoformat(), **fields}))
    return ExitCode.UNUSABLE if made.failed else ExitCode.DONE


def fetch(
    connection: Connection,
    service: Service,
    days: tuple[date, date],
    clock: SystemClock,
    *,
    form: MobileForm,
    pause: float,
    most: int = 0,
) -> Progress:
    """Asks about each member once, and keeps each answer at once, so that a fetch can be stopped and goes on later.

    Args:
        connection: the database.
        service: what is asked.
        days: the first and the last day, inclusive.
        clock: waits, and ends when it is interrupted.
        form: of mobile numbers on the wire.
        pause: seconds between two members.
        most: members to ask about at most; 0 for all.
    """
    first, last = days
    found = fetching.members(connection, first, last, clock.now())
    turn = found.waiting[:most] if most else found.waiting
    made = Progress(left=len(found.waiting), without_number=found.without_number)
    failures = 0
    for number, one in enumerate(turn):
        if number and clock.wait(pause):
            break
        try:
            redemptions = _ask(service, one, last, clock, form=form)
            made.redemptions += fetching.keep(connection, one.member, days, redemptions, clock.now())
        except (Failure, ImportedListError, MobileError) as error:
            made.failed += 1
            failures += 1
            # The digest is how head office knows the member. The number stays out of every log.
            complain(f"member {one.member[:12]}: {error.support if isinstance(error, Failure) else error}")
            if failures >= _MOST_FAILURES:
                complain("the service does not answer as it should: run the command again later, and it goes on")
                break
        else:
            made.asked += 1
            made.left -= 1
            failures = 0
    return made


def _ask(
    service: Service, one: MemberToAsk, last: date, clock: SystemClock, *, form: MobileForm
) -> Sequence[ServiceRedemption]:
    number = MobileNumber.parse(f"+{one.mobile}", "").wire(form)
    # The points are not part of this call.
    draft = Draft(
        identifier=Identifier(IdentifierKind.MOBILE, number), shown=mask_digits(one.mobile), points=Points(Decimal(1))
    )
    throttled = 0
    while True:
        try:
            return service.redemptions_of(draft, one.since - _WIDER, last + _WIDER)
        except Throttled as failure:
            throttled += 1
            if throttled == _MOST_THROTTLED or clock.wait(failure.retry_after or _THROTTLED_WAIT):
                raise


def _client(console: Console) -> LoyaltyClient:
    from desktop.store.proxy_password import ProxyPassword
    from desktop.store.secrets import Passwords

    settings, machine = console.settings, paths.machine_data(console.data)
    passwords = Passwords(os.environ, home=console.loaded.home, sign_in=settings.sign_in, machine=machine)
    return LoyaltyClient.of(
        settings,
        passwords.secret(settings.till, settings.server),
        proxy_password=ProxyPassword(os.environ, machine=machine).get(settings),
    )
