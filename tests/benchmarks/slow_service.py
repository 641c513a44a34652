"""Runs the practice service over TLS in a process of its own, with a delay before each answer.

    python -m tests.benchmarks.slow_service DELAY FOLDER

DELAY is in seconds, from a request to its answer. Prints one line of JSON: url, ca (a file), till, password. The path
`/bare` answers after the same delay with a fixed text, for comparison. `/page.html` is a page in FOLDER for a browser,
and what the page posts to `/report` becomes `report.json` there. What is posted to `/booked`, a list of a member's
number and references, are redemptions that the service has made. The process ends when its standard input does.
"""

from __future__ import annotations

import json
import socket
import ssl
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import trustme
from werkzeug.wrappers import Response

from desktop.training import application, calls, coded_members, state
from desktop.training.ledger import Order, Purse
from desktop.training.members import DEFAULT_PROGRAM, Account, Holding
from desktop.training.service import PracticeService

if TYPE_CHECKING:
    from werkzeug.wrappers import Request

BARE = "/bare"
"""Answered with `ANSWER`, as a redemption is."""

ANSWER = b'{"response":' + b'"' + b"x" * 700 + b'"}'
"""As long as an answer to a redemption."""


MORE_MEMBERS = 500
"""Members beside the samples: the national number of the first is `FIRST_MEMBER`, and the others follow."""

FIRST_MEMBER = 9_000_000_000


def _account(number: int) -> Account:
    return Account(
        mobile=f"91{FIRST_MEMBER + number}",
        first_name="Member",
        last_name=str(number),
        case="",
        user_id=str(700_000_000 + number),
        holdings=(Holding(DEFAULT_PROGRAM, Decimal(10**6), "Silver"),),
    )


class _Delayed(application.PracticeApplication):
    """Answers each request after the same time, as a service does that has work to do, whatever its own work takes.

    Otherwise that work would count as the till's, because the bare call needs none. `/training/` is answered at once.
    """

    delay = 0.0
    folder = Path()

    def respond(self, request: Request) -> Response:
        """Answers a request after the delay."""
        begun = time.perf_counter()
        if request.path == BARE:
            time.sleep(self.delay)
            return Response(ANSWER, content_type="application/json")
        if request.path == "/page.html":
            return Response((self.folder / "page.html").read_bytes(), content_type="text/html; charset=utf-8")
        if request.path == "/report":
            part = self.folder / "report.part"
            part.write_bytes(request.get_data())
            part.replace(self.folder / "report.json")
            return Response("{}", content_type="application/json")
        if request.path == "/booked":
            mobile, *references = json.loads(request.get_data())
            for reference in references:
                order = Order(
                    mobile=mobile, purse=Purse(mobile, DEFAULT_PROGRAM), points=Decimal(1), reference=reference
                )
                self._service.calls.ledger.redeem(order)
            return Response("{}", content_type="application/json")
        answer = super().respond(request)
        if not request.path.startswith("/training/"):
            time.sleep(max(0.0, self.delay - (time.perf_counter() - begun)))
        return answer


def _pump(source: socket.socket, target: socket.socket) -> None:
    """Copies what one side sends to the other, until either hangs up."""
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        # The other direction has ended.
        pass
    finally:
        for one in (source, target):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def serve_tls(context: ssl.SSLContext, port: int) -> int:
    """Listens with TLS, and passes the bytes on to a port of this machine. Returns its own port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def connect(plain: socket.socket) -> None:
        try:
            outer = context.wrap_socket(plain, server_side=True)
            inner = socket.create_connection(("127.0.0.1", port))
        except OSError:
            plain.close()
            return
        for one in (outer, inner):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=_pump, args=(outer, inner), daemon=True).start()
        _pump(inner, outer)

    def accept() -> None:
        while True:
            threading.Thread(target=connect, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return int(listener.getsockname()[1])


def main(delay: float, folder: Path) -> None:
    """Serves until standard input ends."""
    authority = trustme.CA()
    ca = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(ca))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    _Delayed.delay, _Delayed.folder = delay, folder
    more = tuple(_account(number) for number in range(MORE_MEMBERS))
    for module in (calls, state):
        setattr(module, "ACCOUNTS", (*coded_members.ACCOUNTS, *more))  # noqa: B010 - as below
    setattr(application, "PracticeApplication", _Delayed)  # noqa: B010 - the service takes the class from there
    service = PracticeService()
    service.start()
    port = serve_tls(context, int(service.url.rpartition(":")[2]))
    facts = {"url": f"https://127.0.0.1:{port}", "plain": service.url, "ca": str(ca)}
    print(json.dumps(facts | {"till": service.till, "password": service.password}), flush=True)
    sys.stdin.read()
    service.stop()


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]))
