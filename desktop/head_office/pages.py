"""Draws the pages for accountants and store IT, from templates. They only read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.wrappers import Response

from desktop.domain.head_office import member_digest
from desktop.domain.mobile import MobileError, MobileNumber
from desktop.domain.points import plain
from desktop.head_office import access, alarms, queries, reconciling
from desktop.head_office.answering import RequestError

if TYPE_CHECKING:
    from pathlib import Path

    from psycopg import Connection
    from werkzeug.wrappers import Request

    from desktop.head_office.calendar import Calendar

_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
_MOST_DAYS = 400
_LONGEST_SEARCH = 200

_MOST_TILLS = 500
_FIRST_TILLS = 50
"""Tills on one page of the list, and on the overview. A browser needs a minute for ten thousand."""

_GROUPS = ("store", "program", "till", "cashier", "day")


class Reader(NamedTuple):
    """Who reads.

    Attributes:
        name: as the proxy or the key says.
        address: where the request came from; behind a proxy, what the proxy has seen.
        sign_out: proves that a request to sign out comes from a page of this session; empty if there is none to end.
    """

    name: str
    address: str
    sign_out: str = ""


class Pages:
    """The pages, one method for each."""

    def __init__(self, resources: Path, calendar: Calendar) -> None:
        """Loads the templates.

        Args:
            resources: the folder of head office in the program's resources.
            calendar: says which day it is.
        """
        self._calendar = calendar
        self._style = (resources / "style.css").read_bytes()
        self._templates = Environment(
            loader=FileSystemLoader(resources / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["amount"] = _amount
        self._templates.filters["moment"] = _moment
        self._templates.globals |= {"alarm_words": alarms.KINDS, "calendar": calendar}

    def style(self) -> Response:
        """Returns the style sheet."""
        return Response(self._style, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=300"})

    def respond(self, connection: Connection, request: Request, reader: Reader) -> Response:  # noqa: PLR0911 - one for each page
        """Returns the page at a path.

        Raises:
            RequestError: there is no such page, or a date cannot be read.
        """
        match request.path:
            case "/":
                return self._overview(connection, reader)
            case "/tills":
                return self._tills(connection, request, reader)
            case "/totals":
                return self._totals(connection, request, reader)
            case "/open":
                return self._draw("open.html", reader, attempts=queries.open_attempts(connection))
            case "/reconciliation":
                return self._reconciliation(connection, request, reader)
            case "/search":
                return self._search(connection, request, reader)
            case "/redemption":
                return self._redemption(connection, request, reader)
            case _:
                raise RequestError(404, "there is no such page")

    def refusal(self, error: RequestError) -> Response:
        """Returns a page that says why a request is not answered."""
        status = HTTPStatus(error.status)
        return self._draw("refusal.html", Reader("", ""), title=status.phrase, text=str(error), status=error.status)

    def signed_out(self, provider: str) -> Response:
        """Returns the page that says that the session has ended.

        Args:
            provider: where the session at the provider ends; empty if it says nothing of that.
        """
        return self._leaving(self._draw("signed_out.html", Reader("", ""), provider=provider), provider)

    def going_on(self, provider: str) -> Response:
        """Returns the page that goes on to the provider, so that a person signs on there.

        Args:
            provider: where it goes on.
        """
        return self._leaving(self._draw("sign_on.html", Reader("", ""), provider=provider), provider)

    @staticmethod
    def _leaving(response: Response, address: str) -> Response:
        """Lets a page go on to another site, if there is an address.

        Not by a redirect: browsers apply `form-action` to the redirects of a form as well. If the session has ended,
        the form of any page leads to the provider.
        """
        if address:
            response.headers["Refresh"] = f"0; url={address}"
        return response

    def _overview(self, connection: Connection, reader: Reader) -> Response:
        today, yesterday = self._calendar.today, self._calendar.yesterday
        tills = queries.tills(connection)
        wrong = [one for one in tills if one["problems"]]
        return self._draw(
            "overview.html",
            reader,
            tills=wrong[:_FIRST_TILLS],
            wrong=len(wrong),
            count=len(tills),
            alarms=queries.alarms(connection),
            yesterday=yesterday,
            totals=queries.totals(connection, yesterday, yesterday),
            today=today,
            totals_today=queries.totals(connection, today, today),
            attempts=queries.open_attempts(connection),
        )

    def _tills(self, connection: Connection, request: Request, reader: Reader) -> Response:
        text = request.args.get("q", "").strip()[:_LONGEST_SEARCH]
        wanted = text.casefold()
        found = [
            one
            for one in queries.tills(connection)
            if wanted in one["name"].casefold() or wanted in one["store"].casefold()
        ]
        page = request.args.get("page", 1, type=int)
        start = (page - 1) * _MOST_TILLS
        if start < 0 or start >= max(len(found), 1):
            raise RequestError(404, "there is no such page")
        return self._draw(
            "tills.html",
            reader,
            tills=found[start : start + _MOST_TILLS],
            start=start,
            count=len(found),
            page=page,
            most=_MOST_TILLS,
            q=text,
        )

    def _totals(self, connection: Connection, request: Request, reader: Reader) -> Response:
        first, last = self._days(request)
        by = request.args.get("by", "store")
        if by not in _GROUPS:
            raise RequestError(400, f"totals go by one of {', '.join(_GROUPS)}")
        return self._draw(
            "totals.html",
            reader,
            first=first,
            last=last,
            by=by,
            groups=_GROUPS,
            totals=queries.totals(connection, first, last, by),
        )

    def _reconciliation(self, connection: Connection, request: Request, reader: Reader) -> Response:
        first, last = self._days(request)
        source = request.args.get("source", "service")
        if source not in {"service", "pos"}:
            raise RequestError(400, "the source is service or pos")
        found = reconciling.compare(connection, source, first, last)
        days = {first + timedelta(days=number) for number in range((last - first).days + 1)}
        return self._draw(
            "reconciliation.html",
            reader,
            first=first,
            last=last,
            source=source,
            results=list(reconciling.Result),
            counts={result: found.count(result) for result in reconciling.Result},
            sums=found.sums,
            differences=found.differences,
            given_back=found.given_back,
            given_back_differences=found.given_back_differences,
            most=reconciling.MOST_DIFFERENCES,
            missing=sorted(days - found.listed_days),
        )

    def _search(self, connection: Connection, request: Request, reader: Reader) -> Response:
        # A number would stay in the address, the browser's history and the logs of proxies, so it comes in the body.
        given = request.form if request.method == "POST" else request.args
        kind, text = given.get("kind", "any"), given.get("q", "").strip()[:_LONGEST_SEARCH]
        if kind == "mobile" and request.method != "POST":
            raise RequestError(400, "a mobile number does not belong in an address")
        found: list[queries.Row] = []
        problem = ""
        if text:
            try:
                searches, asked = self._searches(connection, kind, text)
            except MobileError:
                problem = "This is not a mobile number with its country code."
            else:
                known: dict[str, queries.Row] = {}
                for search in searches:
                    known |= {one["reference"]: one for one in queries.redemptions(connection, search)}
                found = list(known.values())
                what = "member" if kind == "mobile" else kind
                access.log(
                    connection, who=reader.name, address=reader.address, what=what, asked=asked, found=len(found)
                )
        # The number itself is not repeated on the page, which may stay on a screen.
        shown = "" if kind == "mobile" else text
        return self._draw("search.html", reader, kind=kind, q=shown, found=found, searched=bool(text), problem=problem)

    @staticmethod
    def _searches(connection: Connection, kind: str, text: str) -> tuple[list[queries.Search], str]:
        match kind:
            case "reference":
                return [queries.Search(reference=text)], text
            case "bill":
                return [queries.Search(bill=text)], text
            case "redemption":
                return [queries.Search(redemption_id=text)], text
            case "mobile":
                number = MobileNumber.parse(text if text.startswith(("+", "00")) else f"+{text}", "")
                row = connection.execute("SELECT digest_key FROM company").fetchone()
                digest = "" if row is None else member_digest(bytes(row[0]), "mobile", number.wire())
                return [queries.Search(member=digest)], digest
            case _:
                every = (
                    queries.Search(reference=text),
                    queries.Search(bill=text),
                    queries.Search(redemption_id=text),
                )
                return list(every), text

    def _redemption(self, connection: Connection, request: Request, reader: Reader) -> Response:
        reference = request.args.get("reference", "").strip()
        found = queries.redemptions(connection, queries.Search(reference=reference))
        access.log(
            connection, who=reader.name, address=reader.address, what="redemption", asked=reference, found=len(found)
        )
        if not found:
            raise RequestError(404, "no till has sent a redemption with this reference")
        one = found[0]
        return self._draw(
            "redemption.html",
            reader,
            one=one,
            record=queries.record(one),
            reversals=queries.reversals(connection, one["reference"]),
            events=queries.trail(connection, one["reference"]),
        )

    def _days(self, request: Request) -> tuple[date, date]:
        """Returns the days of a request; yesterday if it names none.

        Raises:
            RequestError: they cannot be read.
        """
        try:
            first = date.fromisoformat(request.args.get("from") or self._calendar.yesterday.isoformat())
            last = date.fromisoformat(request.args.get("to") or first.isoformat())
        except ValueError:
            raise RequestError(400, "a date is YYYY-MM-DD") from None
        if not 0 <= (last - first).days <= _MOST_DAYS:
            raise RequestError(400, f"the last day is before the first, or more than {_MOST_DAYS} days later")
        return first, last

    def _draw(self, template: str, reader: Reader, *, status: int = 200, **values: object) -> Response:
        text = self._templates.get_template(template).render(reader=reader, now=datetime.now(UTC), **values)
        headers = {
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Frame-Options": "DENY",
        }
        return Response(text, status, headers, content_type="text/html; charset=utf-8")


def _amount(value: Decimal | int | None) -> str:
    return "–" if value is None else plain(Decimal(value))


def _moment(value: datetime | str | None) -> str:
    if value is None:
        return "never"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return value[:19].replace("T", " ")
