"""One till of the simulation: the real flow, the real client and the real journal on a machine that can die."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, cast

from desktop.api.client import LoyaltyClient
from desktop.api.transport import IDLE_LIMIT, REDEEM_IDLE_LIMIT
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.flow.background_till import BackgroundTill
from desktop.flow.settling.reversal_by_hand import settle_reversal_by_hand
from desktop.flow.till import Till
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.texts import load_catalogue
from tests.simulation import network
from tests.simulation.fault import Fault
from tests.simulation.watched_journal import WRITING, Died, DyingConnection, WatchedJournal
from tests.simulation.world import START

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from decimal import Decimal
    from pathlib import Path

    from desktop.api.exchange import Answer, Request
    from desktop.api.transport import Transport
    from desktop.domain.history import Event
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.flow.ports import Journal
    from tests.simulation.cashier import Intent
    from tests.simulation.service import Service
    from tests.simulation.world import World

INDIA = timezone(timedelta(hours=5, minutes=30))

_START = START.astimezone(INDIA)

_WAL = "-wal"


class TillClock:
    """The clock of one machine: its wall clock can be set, its monotonic clock begins anew with every start.

    Attributes:
        offset: what the wall clock is wrong by.
    """

    def __init__(self, world: World, till: SimulatedTill) -> None:
        self._world = world
        self._till = till
        self._booted = world.now - world.drawn.uniform(0, 1e5)
        self.offset = timedelta(0)

    def now(self) -> datetime:
        return _START + timedelta(seconds=self._world.now) + self.offset

    def monotonic(self) -> float:
        return self._world.now - self._booted

    def wait(self, seconds: float) -> bool:
        self._world.pass_time(seconds)
        return False

    def set_by(self, days: float) -> None:
        """Somebody sets the wall clock; no time passes."""
        self.offset += timedelta(days=days)

    def restart(self) -> None:
        """The monotonic clock of a process says nothing to the next one."""
        self._booted = self._world.now - self._world.drawn.uniform(0, 1e5)


_HAS_ANOTHER = 0.5


class _Agrees:
    """A supervisor whose PIN is always right."""

    def check(self, pin: str) -> None:
        pass


class Line:
    """The connection of one desk, in place of `desktop.api.transport.Transport`.

    Attributes:
        answers: what the connection has brought.
        leftovers: answers that have not been read yet: the next request reads the oldest of them.
        cache: what a cache between till and service remembers.
    """

    def __init__(self, till: SimulatedTill, desk: str) -> None:
        self.answers: list[Answer] = []
        self.leftovers: list[Answer] = []
        self.cache = till.cache
        self._till = till
        self._desk = desk
        self._used = till.world.now

    @property
    def has_right_clock(self) -> bool:
        """True if no one has set the wall clock of this connection's till."""
        return not self._till.clock.offset

    def call(self, request: Request, *, moves_points: bool = False) -> Answer:
        world = self._till.world
        if world.now - self._used > (REDEEM_IDLE_LIMIT if moves_points else IDLE_LIMIT):
            self.drop_connection()
        try:
            return network.carry(self._till, self, self._desk, request)
        finally:
            self._used = world.now

    def renew_access(self) -> bool:
        """Every other time the till has another password or token by the time that one was not accepted."""
        return self._till.world.drawn.random() < _HAS_ANOTHER

    def drop_connection(self) -> None:
        """The till drops the connection, and what was on its way with it."""
        self.leftovers.clear()

    def brought(self, answer: Answer) -> Answer:
        """Remembers an answer that reaches the till."""
        self.answers.append(answer)
        return answer

    def warm_up(self) -> bool:
        return True

    def cancel(self) -> None:
        pass

    def abort(self) -> None:
        pass

    def close(self) -> None:
        pass


class SimulatedTill:
    """A till from its installation to the end of the case, through every crash and restart.

    Attributes:
        name: of the till.
        intent: what the cashier is busy with.
        intents: which intent every reference of this journal belongs to.
        absent_at: when absence was written down, by reference, or by the id of a reversal.
        reversing: the reversal that the counter has begun and not finished; empty for none.
        unsent: the same, until its request leaves.
        wrong: what the till has done that it must not do, and the judge would not see at the end.
        cache: what a cache between this till and the service remembers.
        offline: whether the service cannot be reached.
        is_full: whether the disk takes nothing more.
        dies_at: the moment at which the machine dies, for example `counter.begin before`; empty for never.
        full_at: the moment from which the disk is full; empty for never.
        copy: a second machine that has a copy of the journal.
        starts: how often the program was started.
        is_on: whether the program runs.
        is_pressing: whether the counter is busy.
        is_settling: whether a look-up is on its way.
    """

    def __init__(
        self, world: World, service: Service, folder: Path, settings: Settings, *, offset: timedelta = timedelta(0)
    ) -> None:
        self.world = world
        self.service = service
        self.name = settings.till
        self.settings = settings
        self.path = folder / "journal.db"
        self.clock = TillClock(world, self)
        self.clock.offset = offset
        self.intent: Intent | None = None
        self.intents: dict[str, Intent] = {}
        self.absent_at: dict[str, list[float]] = {}
        self.reversing = self.unsent = ""
        self.wrong: list[tuple[Fault, Intent | None, str]] = []
        self.cache: dict[object, Answer] = {}
        self.offline = False
        self.is_full = False
        self.dies_at = ""
        self.full_at = ""
        self._open: list[SqliteJournal] = []
        self._lock: WriterLock | None = None
        self.copy: SimulatedTill | None = None
        self.starts = 0
        self.is_on = self.is_pressing = self.is_settling = False
        world.actors.append(self)
        self.start()

    def start(self) -> None:
        """Starts the program, as `desktop.services` does it."""
        self.clock.restart()
        self.starts += 1
        self.is_on = True
        self.world.say(self.name, "starts")
        self._lock = WriterLock(self.path)
        counter = self._journal()
        counter.recover(self.clock.now())
        self.till = Till(
            self._client("counter"),
            cast("Journal", WatchedJournal(counter, self, "counter")),
            self.clock,
            self.settings,
            load_catalogue(),
            supervisor=_Agrees(),
            service=self.settings.service,
        )
        self._settling = self._journal()
        self.desk = BackgroundTill(
            self._client("settling"),
            cast("Journal", WatchedJournal(self._settling, self, "settling")),
            self.clock,
            self.settings,
            service=self.settings.service,
        )
        self.desk.resume()

    def stop(self) -> None:
        """Ends the program at once, without another word to service or journal."""
        self.is_on = False
        self.reversing = self.unsent = ""
        for journal in self._open:
            connection = journal._connection
            if isinstance(connection, DyingConnection):
                journal._connection = connection._inner
            journal.close()
        self._open.clear()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def restart(self, why: str = "is started again") -> None:
        """Ends the program and starts it again on the same journal."""
        self.world.say(self.name, why)
        self.stop()
        self.dies_at = self.full_at = ""
        self.is_full = False
        self.start()

    def twin(self) -> SimulatedTill:
        """A second machine with an image of this one, where the cashier goes on. The first one stays where it is."""
        folder = self.path.parent.with_name(self.path.parent.name + "-copy")
        folder.mkdir()
        for suffix in ("", _WAL):
            source = self.path.with_name(self.path.name + suffix)
            if source.exists():
                shutil.copyfile(source, folder / source.name)
        self.world.say(self.name, "is copied to a second machine")
        self.copy = SimulatedTill(self.world, self.service, folder, self.settings, offset=self.clock.offset)
        self.copy.intents = self.intents
        return self.copy

    def fail_within(self, statements: int, error: Callable[[], BaseException]) -> None:
        """Has one of the counter's next SQL statements fail, in the middle of a transaction or not."""
        journal = self._open[0]
        journal._connection = cast("sqlite3.Connection", DyingConnection(journal._connection, statements, error))

    def due(self) -> float | None:
        """The moment of the next look-up."""
        if self.is_settling or not self.is_on:
            return None
        seconds = self.next_look()
        return None if seconds is None else self.world.now + seconds

    def next_look(self) -> float | None:
        """Seconds until the next look-up."""
        both = (self.desk.settler.next_due(), self.desk.reversal_settler.next_due())
        return min((one for one in both if one is not None), default=None)

    @property
    def is_settled(self) -> bool:
        """True if settling has nothing that is unknown."""
        return not self.desk.settler.unknown() and not self.desk.reversal_settler.unknown()

    def look(self) -> None:
        """Makes the look-up that is due, as the settling thread does."""
        self.world.stack.append(self)
        self.is_settling = True
        try:
            self.desk.look_once()
        except JournalUnusable as trouble:
            self.world.say(self.name, f"cannot settle: {trouble.support}")
        except Died:
            if self in self.world.stack[:-1]:
                raise
            self.restart("has died while it settled")
        finally:
            self.is_settling = False
            self.world.stack.pop()

    def attach_bill(self, reference: str, bill: str) -> str:
        """A POS attaches a bill, as the settling thread does it; how it ended."""
        self.world.say("POS", f"attaches bill {bill} to {reference[-6:]}")
        self.world.stack.append(self)
        self.is_settling = True
        try:
            told = self.desk.attach_bill(reference, bill).trouble or "attached"
        except JournalUnusable as trouble:
            told = trouble.support
        except Died:
            if self in self.world.stack[:-1]:
                raise
            self.restart("has died while it attached a bill")
            told = "died"
        finally:
            self.is_settling = False
            self.world.stack.pop()
        self.world.say("POS", f"is told {told}")
        return told

    def watch(self, attempt: Attempt) -> None:
        """Hands an attempt to settling, as the window does."""
        self.desk.settler.watch(attempt)

    def watch_reversal(self, reversal: Reversal) -> None:
        """Hands a reversal to settling, as the window does."""
        self.desk.reversal_settler.watch(reversal)

    def begins_reversal(self, reference: str, reversal_id: str, *, points: Decimal) -> None:
        """Notes that the counter has recorded a reversal, which it may only do if no other one is open."""
        intent = self.intents.get(reference)
        if sum(one.is_open for one in self._settling.reversals_of(reference)) > 1:
            self.wrong.append((Fault.NOT_HELD, intent, f"{reversal_id} was begun while another one was unknown"))
        self.reversing = self.unsent = reversal_id
        if intent is not None and intent.give_backs is not None:
            intent.give_backs.has_begun(self, reversal_id, points)

    def sends_reversal(self, reference: str) -> str:
        """Returns the reversal whose request leaves the till. Each may leave once, after it was recorded."""
        reversal_id, self.unsent = self.unsent, ""
        if not reversal_id:
            self.wrong.append(
                (Fault.SENT_TWICE, self.intents.get(reference), f"a reversal of {reference} at {self.name}")
            )
        self.service.book.sent.setdefault(reference, []).append(reversal_id)
        return reversal_id

    def settle_by_hand(self, attempt: Attempt, *, redeemed: bool) -> str:
        """A supervisor has looked into the service's books; the state that the window shows then."""
        settled = self.till.settle_by_hand(attempt, "", "Seen in the books", redeemed=redeemed)
        self.world.say("window", f"shows {settled.state}")
        self.watch(settled)
        return settled.state

    def settle_reversal_by_hand(self, reversal: Reversal, *, given_back: bool) -> None:
        """Support has looked into the service's books."""
        self.world.say("support", f"settles reversal {reversal.id[-6:]} by hand, given back: {given_back}")
        settle_reversal_by_hand(
            self._settling, self.clock, reversal, given_back=given_back, reason="Seen in the books", who="Support"
        )

    def attempt(self, reference: str) -> Attempt | None:
        """One attempt, as the journal has it now."""
        return self._settling.get(reference)

    def reversals(self, reference: str) -> tuple[Reversal, ...]:
        """The reversals of one redemption, as the journal has them now."""
        return self._settling.reversals_of(reference)

    def attempts(self) -> Iterator[Attempt]:
        """Every attempt of the journal, oldest first."""
        return self._settling.export(None, None)

    def events(self, reference: str) -> tuple[Event, ...]:
        """What the journal says happened to an attempt."""
        return self._settling.events(reference)

    def journal_moment(self, desk: str, what: str, when: str) -> None:
        """Lets the machine die, or the disk be full, at a moment that was planned."""
        if self.full_at or self.dies_at:
            moment = f"{desk}.{what} {when}"
            if moment == self.full_at:
                self.world.say(self.name, f"has a full disk at {moment}")
                self.is_full, self.full_at = True, ""
            if moment == self.dies_at:
                self._die(moment)
        if self.is_full and when == "before" and what.split(" ", maxsplit=1)[0] in WRITING:
            raise JournalUnusable(JournalTrouble.FULL, "journal.db")

    def line_moment(self, desk: str, path: str, when: str) -> None:
        """Lets the machine die before or after a call, at a moment that was planned."""
        moment = f"{desk}.{path.rpartition('/')[2]} {when}"
        if moment == self.dies_at:
            self._die(moment)

    def _die(self, moment: str) -> None:
        self.dies_at = ""
        self.world.say(self.name, f"dies at {moment}")
        raise Died

    def _journal(self) -> SqliteJournal:
        journal = SqliteJournal.open(self.path, till=self.name, lock=self._lock)
        self._open.append(journal)
        return journal

    def _client(self, desk: str) -> LoyaltyClient:
        return LoyaltyClient(cast("Transport", Line(self, desk)))
