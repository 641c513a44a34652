"""Simulates tills that have nothing but prepared batches, so that ten thousand of them fit beside the receivers."""

from __future__ import annotations

import gzip
import http.client
import json
import multiprocessing
import random
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.domain.event_batch import write
from tests.head_office.chains import Chain, busy_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STORES_OF = 10
"""Tills in one store."""

_PATIENCE = 1_200.0
_RETRY = 0.3
_TIMEOUT = 60.0
"""Seconds in which a till must come to its end, between two tries, and for one answer."""

_DUPLICATES, _OUT_OF_ORDER, _FORGETS = 0.1, 0.05, 0.3
"""How often a till with mischief sends a batch again or another one, and any till asks anew after a failure."""


@dataclass(frozen=True)
class Plan:
    """What one till has recorded. The same plan always gives the same journal.

    Attributes:
        number: of the till.
        redemptions: how many it has made.
        extra: prefix of a redemption that it makes at the end, if there is one: a copied disk goes on with another one.
    """

    number: int
    redemptions: int
    extra: str = ""

    @property
    def till(self) -> str:
        """Name of the till."""
        return f"till.{self.number}"

    @property
    def identity(self) -> str:
        """Identity of its journal."""
        return f"{self.number:032x}"

    def chain(self) -> Chain:
        """Returns the journal."""
        chain = busy_chain(self.till, self.identity, self.redemptions, self.number)
        chain.store = f"Store {self.number // _STORES_OF}"
        if self.extra:
            chain.redeem(f"{self.extra}{self.till}", "1")
        return chain


@dataclass(frozen=True)
class SimulatedTill:
    """A till that has been prepared.

    Attributes:
        plan: what it has recorded.
        last: number of its newest event.
        hashes: the hashes of all its events, one after the other.
        references: of all its redemptions.
        batches: bodies of requests, by the most events that one has and the number of the event before its first one.
            That after the newest event asks only where to begin.
    """

    plan: Plan
    last: int
    hashes: bytes
    references: tuple[str, ...]
    batches: dict[tuple[int, int], bytes]

    @cached_property
    def _chain(self) -> Chain:
        return self.plan.chain()

    def places(self, size: int) -> list[int]:
        """Returns after which events a batch of this size begins if all goes well, and the newest one."""
        return [*range(0, self.last, size), self.last]

    def body(self, size: int, after: int) -> bytes:
        """Returns the request with the events after a number, at most `size`."""
        # Only forks are asked for events at other places than the prepared ones.
        return self.batches.get((size, after)) or _body(self._chain, after, size)


def prepare(plans: list[Plan], *sizes: int, processes: int = 2) -> list[SimulatedTill]:
    """Makes the journals of tills, and the requests that they will send.

    Args:
        plans: of the tills.
        sizes: the most events in one request; for each size there are requests.
        processes: how many processes make them.
    """
    # Threads of this process may hold locks, so it must not be forked.
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(partial(_prepare, sizes), plans, chunksize=20))


def _prepare(sizes: tuple[int, ...], plan: Plan) -> SimulatedTill:
    chain = plan.chain()
    hashes = bytes.fromhex("".join(event.hash for event in chain.events))
    till = SimulatedTill(plan, chain.last, hashes, tuple(chain.states), {})
    return replace(
        till, batches={(size, after): _body(chain, after, size) for size in sizes for after in till.places(size)}
    )


def _body(chain: Chain, after: int, count: int) -> bytes:
    # The time of sending is left out, because a batch may have been prepared long before it is sent.
    batch = replace(chain.batch(after, count), sent_at="")
    return gzip.compress(write(batch), compresslevel=6, mtime=0)


class _UnansweredError(Exception):
    """The receiver did not confirm."""


def send_all(till: SimulatedTill, size: int, credential: str, url: Callable[[int], str], *, mischief: bool) -> int:
    """Sends until everything is confirmed, as a till does, over one connection for as long as that works.

    Args:
        till: what to send.
        size: the most events in one request.
        credential: the till's.
        url: the address of a receiver, by any number, as a balancer chooses it.
        mischief: True to send some batches twice and some out of order.

    Returns:
        How many requests were answered.
    """
    dice = random.Random(f"{till.plan.till}{till.plan.extra}")
    after, calls = till.last, 0
    is_first = True
    ends = time.monotonic() + _PATIENCE
    while is_first or after != till.last:
        assert time.monotonic() < ends, f"{till.plan.till} never came to its end"
        try:
            with closing(_connect(url(dice.randrange(1_000)))) as connection:
                post = partial(_post, connection, credential)
                while is_first or after != till.last:
                    after = post(till.body(size, after))
                    is_first = False
                    calls += 1
                    if mischief:
                        calls += sum(1 for body in _mischief(till, size, after, dice) if post(body) >= 0)
        except (OSError, http.client.HTTPException, _UnansweredError):
            if dice.random() < _FORGETS:
                # A till that was started again asks where to begin.
                after, is_first = till.last, True
            threading.Event().wait(_RETRY)
    return calls


def _mischief(till: SimulatedTill, size: int, after: int, dice: random.Random) -> Iterator[bytes]:
    places = till.places(size)
    if dice.random() < _DUPLICATES:
        yield till.body(size, max((one for one in places if one < after), default=0))
    if dice.random() < _OUT_OF_ORDER:
        yield till.body(size, dice.choice(places))


def _connect(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    return http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=_TIMEOUT)


def _post(connection: http.client.HTTPConnection, credential: str, body: bytes) -> int:
    """Sends a batch. Returns the number after which the receiver wants to go on."""
    connection.request(
        "POST",
        "/v1/events",
        body,
        {"Authorization": f"Bearer {credential}", "Content-Encoding": "gzip", "Content-Type": "application/json"},
    )
    response = connection.getresponse()
    answer = response.read()
    if response.status >= 500:
        raise _UnansweredError
    assert response.status == 200, answer
    resume = json.loads(answer)["resume"]
    assert isinstance(resume, int)
    return resume
