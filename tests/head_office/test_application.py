"""Tests who may send and who may read, what a body may be, and what the pages show, over real HTTP."""

from __future__ import annotations

import base64
import gzip
import json
import logging
import re
import time
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import PoolTimeout
from werkzeug.test import Client

from desktop import paths
from desktop.domain.event_batch import write
from desktop.domain.head_office import TillKey, member_digest
from desktop.domain.result_line import EXPORT_FIELDS
from desktop.head_office import access, serving
from desktop.head_office.answering import LARGEST_BODY, RequestError, _expand
from desktop.head_office.application import Application, Trust, _common_name
from tests.head_office.chains import NOON, Chain, busy_chain
from tests.head_office.receivers import Receiver, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection
    from psycopg_pool import ConnectionPool

DAY = NOON.date().isoformat()
PAGES = ("/", "/tills", "/totals", "/open", "/reconciliation", "/search", f"/totals?from={DAY}&to={DAY}&by=day")


@pytest.fixture
def reader(receiver: Receiver) -> str:
    """A reader's key."""
    return receiver.enrol_reader()


@pytest.fixture
def chain() -> Chain:
    """The journal of a till with ten redemptions and one that is open."""
    made = busy_chain("till.one", "a" * 32, 10)
    made.redeem("ABC123", "0.125", bill="MG-1", program_id="p2")
    made.add("begun", "OPEN77", state="in_flight", points="9.5", bill="MG-2")
    return made


def test_a_till_sends_and_a_reader_reads(receiver: Receiver, reader: str, chain: Chain) -> None:
    """What was sent is found by its reference in any letter case, exactly once and exactly."""
    key = receiver.enrol()
    answer = receiver.send(chain.batch(), key)
    assert (answer.status, answer.json) == (200, {"last": chain.last, "resume": chain.last, "forked": False})
    receiver.send(chain.batch(), key)
    (found,) = receiver.get("/v1/redemptions", key=reader, reference="abc123").json["redemptions"]
    # As docs/head-office.md says.
    left_out, added = {"mobile", "message", "approvals"}, {"store", "program", "journal"}
    assert set(found) == set(EXPORT_FIELDS) - left_out | added
    assert found["external_reference_number"] == "ABC123"
    assert (found["state"], found["points_redeemed"], found["bill"], found["till"]) == (
        "redeemed", "0.125", "MG-1", "till.one",
    )  # fmt: skip
    assert found["redemption_id"] == "id-ABC123"
    assert receiver.get("/v1/redemptions", key=reader, bill="mg-2").json["redemptions"][0]["state"] == "in_flight"
    assert receiver.get("/v1/redemptions", key=reader, reference="none").json == {"redemptions": []}
    (till,) = receiver.get("/v1/tills", key=reader).json["tills"]
    assert (till["till"], till["events"], till["behind"], till["version"]) == ("till.one", chain.last, 0, "1.2.3")


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"state": "redeemed", "redemption_id": "7t4y2a"}, "800"),
        ({"state": "redeemed", "redemption_id": "7t4y2a", "code": "PT-CUT"}, "800"),
        ({"state": "reversed", "redemption_id": "7t4y2a", "code": "PT-BY-HAND"}, "800"),
        ({"state": "redeemed", "code": "PT-BY-HAND"}, "PT-BY-HAND"),
        ({"state": "unknown", "code": "PT-CUT"}, "PT-CUT"),
        ({"state": "refused", "code": "808"}, "808"),
        ({"state": "in_flight"}, None),
    ],
)
def test_the_code_is_that_of_the_tills_own_export(
    receiver: Receiver, reader: str, columns: dict[str, str], code: str | None
) -> None:
    """What happened has the service's code for it, whatever the till knew before it found the redemption."""
    made = Chain()
    made.add("begun", "ABC123", points="1", **columns)
    receiver.send(made.batch(), receiver.enrol())
    (found,) = receiver.get("/v1/redemptions", key=reader, reference="ABC123").json["redemptions"]
    assert found["code"] == code


@pytest.mark.parametrize("path", ["/v1/redemptions?reference=R", "/v1/tills", *PAGES])
def test_no_one_reads_without_a_readers_key(receiver: Receiver, path: str) -> None:
    """Neither a stranger nor a till gets an answer."""
    assert receiver.get(path).status == 401
    assert receiver.get(path, key="wrong").status == 401
    assert receiver.get(path, headers={"X-Remote-User": "anita"}).status == 401
    assert receiver.get(path, key=receiver.enrol()).status == 403


def test_only_a_tills_key_sends(receiver: Receiver, reader: str, chain: Chain) -> None:
    """A reader's key is refused, and so is none."""
    assert receiver.send(chain.batch(), reader).status == 401
    assert receiver.send(chain.batch(), "").status == 401
    assert receiver.request("GET", "/v1/events", key=receiver.enrol()).status == 405


def test_a_key_can_be_rotated_and_revoked(receiver: Receiver, connection: Connection, chain: Chain) -> None:
    """After a new key the old one goes on for some days. Revoking ends both at once."""
    old, new = receiver.enrol(), receiver.enrol()
    assert receiver.send(chain.batch(), old).status == receiver.send(chain.batch(), new).status == 200
    (ends,) = connection.execute("SELECT count(*) FROM credential WHERE ends > now() + interval '6 days'").fetchall()
    assert ends == (1,)
    connection.execute("UPDATE credential SET ends = now() WHERE ends IS NOT NULL")
    assert receiver.send(chain.batch(), old).status == 401
    assert access.revoke(connection, access.Owner(till="till.one")) == 1
    assert receiver.send(chain.batch(), new).status == 401


def test_the_database_knows_no_key(receiver: Receiver, connection: Connection, reader: str) -> None:
    """It has hashes only, so a stolen backup opens nothing."""
    key = TillKey.parse(receiver.enrol())
    rows = str(connection.execute("SELECT * FROM credential").fetchall())
    assert key.credential not in rows
    assert reader not in rows


def test_all_tills_get_the_same_key_for_digests(receiver: Receiver) -> None:
    """So that a member's redemptions at all tills can be matched."""
    one, other = (TillKey.parse(receiver.enrol(till)) for till in ("till.one", "till.two"))
    assert one.digest_key == other.digest_key
    assert one.credential != other.credential


def test_another_tills_journal_is_answered_with_403(receiver: Receiver, chain: Chain) -> None:
    """The till then says that its journal is not accepted."""
    receiver.send(chain.batch(), receiver.enrol())
    assert receiver.send(chain.batch(), receiver.enrol("till.two")).status == 403


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b'{"format": 2}'])
def test_a_body_that_is_no_batch_is_refused(receiver: Receiver, body: bytes) -> None:
    """It is answered with 422 and a reason."""
    answer = receiver.request("POST", "/v1/events", key=receiver.enrol(), body=body)
    assert answer.status == 422
    assert answer.json["error"]


def test_bodies_are_bounded(receiver: Receiver, chain: Chain) -> None:
    """Too many bytes, a small body that expands into all memory, and two bodies in one are refused."""
    key = receiver.enrol()
    zipped = {"Content-Encoding": "gzip"}

    def post(body: bytes, headers: dict[str, str]) -> int:
        return receiver.request("POST", "/v1/events", key=key, body=body, headers=headers).status

    assert post(b" " * (LARGEST_BODY + 1), {}) == 413
    assert post(gzip.compress(b" " * 33_000_000), zipped) == 413
    assert post(gzip.compress(write(chain.batch())) * 2, zipped) == 400
    assert post(gzip.compress(write(chain.batch()))[:-9], zipped) == 400
    assert post(b"no gzip", zipped) == 400
    assert post(b"{}", {"Content-Encoding": "br"}) == 415


@given(st.binary(max_size=60))
def test_any_bytes_can_be_expanded_or_are_refused(body: bytes) -> None:
    """Nothing but `RequestError` comes of a body."""
    try:
        _expand(body)
    except RequestError:
        return


def test_a_proxy_signs_people_on(database: str) -> None:
    """Its header counts only from its address."""
    with running(database, Trust.of(["127.0.0.0/8"])) as receiver:
        page = receiver.get("/", headers={"X-Remote-User": "anita@example.com"})
        assert page.status == 200
        assert "anita@example.com" in page.text
        assert receiver.get("/").status == 401
    with running(database, Trust.of(["10.0.0.0/8"], user_header="X-User")) as receiver:
        assert receiver.get("/", headers={"X-User": "anita"}).status == 401


def test_a_person_has_the_name_that_the_proxy_sends(database: str) -> None:
    """Proxies send UTF-8. The page and the access log must not have the name in other letters."""
    with running(database, Trust.of(["127.0.0.0/8"])) as receiver:
        page = receiver.get("/", headers={"X-Remote-User": "Jürgen".encode().decode("latin-1")})
        assert "Jürgen" in page.text


def test_a_browser_may_use_a_readers_key(receiver: Receiver, reader: str) -> None:
    """It asks for name and password. The key is the password."""
    assert receiver.get("/").headers["www-authenticate"].startswith("Basic")
    token = base64.b64encode(f"anyone:{reader}".encode()).decode()
    page = receiver.get("/", headers={"Authorization": f"Basic {token}"})
    assert page.status == 200
    assert "anita" in page.text
    assert receiver.get("/", headers={"Authorization": "Basic ???"}).status == 401
    # A name that a proxy or a program puts there may have a colon.
    token = base64.b64encode(f"shop:anyone:{reader}".encode()).decode()
    assert receiver.get("/", headers={"Authorization": f"Basic {token}"}).status == 200


def test_a_client_certificate_must_be_the_tills(database: str, chain: Chain) -> None:
    """If a header for it is set, a key alone is not enough, and only the proxy may set the header."""
    trust = Trust.of(["127.0.0.0/8"], certificate_header="X-Client-Subject")
    with running(database, trust) as receiver:
        key = receiver.enrol()
        body = write(chain.batch())

        def post(**headers: str) -> int:
            return receiver.request("POST", "/v1/events", key=key, body=body, headers=headers).status

        assert post() == 401
        assert post(**{"X-Client-Subject": "CN=till.two,O=Example"}) == 401
        assert post(**{"X-Client-Subject": "O=Example, CN=till.one"}) == 200
    with running(database, Trust.of(["10.0.0.0/8"], certificate_header="X-Client-Subject")) as receiver:
        answer = receiver.request("POST", "/v1/events", key=key, body=body, headers={"X-Client-Subject": "CN=till.one"})
        assert answer.status == 401


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("till.one", "till.one"), ("/O=A/CN=till.one", "till.one"), ("cn = x ,O=A", "x"), ("", ""),
        # As nginx writes the subjects of certificates whose OU holds another name.
        (r"OU=x\,CN=till.one,CN=till.two", "till.two"), ("OU=x/CN=till.one,CN=till.two", "till.two"),
        (r"OU=x\\,CN=till.two,O=A", "till.two"), ('O="A, CN=till.one",CN=till.two', "till.two"),
        ("/OU=x/CN=till.one/CN=till.two", ""), ("CN=till.one,CN=till.two", ""),
        ("CN=till.one+serialNumber=5", "till.one"),
        (r"CN=till.\C3\BCber\, 1,O=A", "till.über, 1"), ("CN=till.\xc3\xbcber", "till.über"),
    ],
)  # fmt: skip
def test_the_name_in_a_certificate(named: str, name: str) -> None:
    """Proxies write the subject in several ways."""
    assert _common_name(named) == name


def test_the_access_log_has_the_address_that_the_proxy_has_seen(database: str) -> None:
    """What came to the proxy from outside proves nothing, and neither does the header of anyone else."""
    seen = "6.6.6.6, 192.0.2.7, 10.1.2.3"
    with running(database, Trust.of(["127.0.0.0/8", "10.1.2.0/24"])) as receiver:
        reader = receiver.enrol_reader()
        for given in (seen, "192.0.2.8", "192.0.2.9, x", "127.0.0.1", ""):
            headers = {"X-Forwarded-For": given} if given else {}
            assert receiver.get("/v1/redemptions", key=reader, headers=headers, bill="B").status == 200
    with running(database) as receiver:
        assert receiver.get("/v1/redemptions", key=reader, headers={"X-Forwarded-For": seen}, bill="B").status == 200
    with serving.connect(database) as connection:
        logged = [row[0] for row in connection.execute("SELECT address FROM access_log ORDER BY id")]
    assert logged == ["192.0.2.7", "192.0.2.8", "127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"]


def test_a_database_that_can_only_be_read_is_tried_again_later(receiver: Receiver, chain: Chain) -> None:
    """Tills hear the same as from one that is down: after a failover, the standby may take a moment."""
    key = receiver.enrol()
    name = conninfo_to_dict(receiver.database)["dbname"]
    with serving.connect(receiver.database) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                           " AND pid <> pg_backend_pid()", (name,))  # fmt: skip
    answer = receiver.send(chain.batch(), key)
    assert (answer.status, answer.headers["retry-after"]) == (503, "30")


def test_a_connection_has_its_settings_whatever_the_address_says(database: str) -> None:
    """What else the address has in `options`, such as a schema, stays. A machine that vanishes is noticed."""
    options = "-c search_path=elsewhere -c timezone=Asia/Kolkata"
    with serving.connect(make_conninfo(database, options=options)) as connection:
        assert connection.execute("SHOW search_path").fetchone() == ("elsewhere",)
        assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
        assert connection.info.get_parameters()["tcp_user_timeout"] == "30000"


def test_a_list_of_many_tills_has_pages(receiver: Receiver, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A till or store is found by a part of its name. Tills that lack only a newer version come last of those wrong."""
    monkeypatch.setattr("desktop.head_office.pages._MOST_TILLS", 2)
    monkeypatch.setattr("desktop.head_office.pages._FIRST_TILLS", 1)
    with serving.connect(receiver.database) as connection:
        connection.execute(
            "INSERT INTO till (name, store, version, contact) VALUES ('a', 'MG & Co', '1.0', now()),"
            " ('b', 'MG & Co', '1.1', now()), ('c', 'Park', '1.1', NULL), ('d', 'MG & Co', '1.0', now())"
        )

    def tills(path: str) -> list[str]:
        return re.findall(r'<tr><th scope="row" class="long">(.)</th>', receiver.get(path, key=reader).text)

    assert [tills(f"/tills?page={number}") for number in (1, 2)] == [["c", "a"], ["d", "b"]]
    assert [tills(f"/tills?q={text}") for text in ("PARK", "x", "B")] == [["c"], [], ["b"]]
    page = receiver.get("/tills?q=mg+%26&page=2", key=reader).text
    assert "Tills 3 to 3 of 3" in page
    assert 'href="/tills?q=mg%20%26&amp;page=1"' in page
    assert "page=3" not in page
    assert [receiver.get(f"/tills?page={number}", key=reader).status for number in (0, 3, "9" * 30)] == [404] * 3
    overview = receiver.get("/", key=reader).text
    assert "The first 1 of 3 of 4 tills" in overview
    assert tills("/") == ["c"]


def test_what_a_page_leaves_out_is_counted(receiver: Receiver, reader: str) -> None:
    """The newest 500 alarms are shown, and how many there are."""
    with serving.connect(receiver.database) as connection:
        connection.execute(
            "INSERT INTO alarm (kind, till, journal) SELECT 'clock', 'till.' || number, ''"
            " FROM generate_series(1, 501) AS number"
        )
    assert "The newest 500 of 501." in receiver.get("/", key=reader).text


def test_a_refusal_is_shown_as_it_is_written(receiver: Receiver, reader: str) -> None:
    """Only its first letter becomes a capital."""
    assert "<p>A date is YYYY-MM-DD.</p>" in receiver.get("/totals?from=x", key=reader).text


class _Outline(HTMLParser):
    """Collects what a screen reader needs of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.labels: set[str] = set()
        self.fields: set[str] = set()
        self.captions = 0
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "label":
            self.labels.add(given.get("for") or "")
        if tag in {"input", "select"} and given.get("type") != "hidden":
            self.fields.add(given.get("id") or "without an id")


@pytest.mark.parametrize("path", [*PAGES, "/redemption?reference=ABC123", "/search?q=ABC123&kind=any", "/none"])
def test_every_page_has_what_a_screen_reader_needs(receiver: Receiver, reader: str, chain: Chain, path: str) -> None:
    """One heading of the first level, a language, a label for each field, a caption for each table, no script."""
    receiver.send(chain.batch(), receiver.enrol())
    page = receiver.get(path, key=reader)
    assert page.status == (404 if path == "/none" else 200)
    outline = _Outline()
    outline.feed(page.text)
    assert outline.language == "en"
    assert outline.tags.count("h1") == outline.tags.count("main") == 1
    assert outline.fields <= outline.labels
    assert outline.tags.count("caption") == outline.tags.count("table")
    assert "script" not in outline.tags
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"


def test_the_pages_show_what_was_sent(receiver: Receiver, reader: str, chain: Chain) -> None:
    """Totals, what is open, and the trail of a redemption."""
    receiver.send(chain.batch(), receiver.enrol())
    totals = receiver.get(f"/totals?from={DAY}&to={DAY}&by=program", key=reader).text
    assert ">p2</th>" in totals
    assert "0.125" in totals
    still_open = receiver.get("/open", key=reader).text
    assert "OPEN77" in still_open
    assert "1 redemption with an unknown outcome" in still_open
    page = receiver.get("/redemption", key=reader, reference="ABC123").text
    assert chain.events[-2].hash[:16] in page
    assert "MG-1" in page


@pytest.mark.parametrize("version", ["9" * 5_000, "1.²", "", "..", "1.2.3"])
def test_any_version_of_a_till_can_be_shown(receiver: Receiver, reader: str, chain: Chain, version: str) -> None:
    """A till may call its version anything. People must still see the other tills."""
    receiver.send(replace(chain.batch(), version=version), receiver.enrol())
    for path in ("/", "/tills", "/v1/tills"):
        assert receiver.get(path, key=reader).status == 200


def test_nothing_that_a_till_sent_is_read_as_html(receiver: Receiver, reader: str) -> None:
    """Names, bills and details are shown as they are."""
    chain = Chain(store="<b>MG</b>")
    chain.redeem("X<i>1", bill="<script>alert(1)</script>")
    receiver.send(chain.batch(), receiver.enrol())
    for path in (
        "/",
        f"/totals?from={DAY}&to={DAY}",
        "/redemption?reference=X%3Ci%3E1",
        "/search?q=X%3Ci%3E1&kind=any",
    ):
        page = receiver.get(path, key=reader).text
        assert "<script" not in page
        assert "<b>MG" not in page
        assert "<i>1" not in page


@pytest.mark.parametrize(
    "query",
    ["from=x", "from=2026-01-01&to=2025-01-01", "from=2020-01-01&to=2026-01-01", "by=member", "from=2026-13-01"],
)
def test_a_question_that_cannot_be_read_is_refused(receiver: Receiver, reader: str, query: str) -> None:
    """It is answered with 400 and the reason."""
    assert receiver.get(f"/totals?{query}", key=reader).status == 400


@pytest.mark.parametrize("name", ["reference", "bill", "redemption_id"])
def test_a_text_that_the_database_cannot_hold_is_not_found(receiver: Receiver, reader: str, name: str) -> None:
    """It is no mistake of the program, which would be noted with a traceback each time."""
    assert receiver.get(f"/v1/redemptions?{name}=A%00", key=reader).json == {"redemptions": []}
    assert receiver.get("/search", key=reader, q="A\0", kind="any").status == 200
    assert receiver.get("/redemption", key=reader, reference="A\0").status == 404


def test_a_member_is_found_by_number_and_the_look_up_is_written_down(
    receiver: Receiver, reader: str, connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    """The number is in no address, no log and no table. The access log has who asked, and the digest."""
    caplog.set_level(logging.DEBUG)
    key = TillKey.parse(receiver.enrol())
    digest = member_digest(key.digest_key, "mobile", "919777788221")
    chain = Chain()
    chain.redeem("R1", member=digest)
    chain.redeem("R2")
    receiver.send(chain.batch(), key.text)
    body = b"kind=mobile&q=%2B91+97777+88221"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    page = receiver.request("POST", "/search", key=reader, body=body, headers=form)
    assert ">R1<" in page.text
    assert ">R2<" not in page.text
    assert "88221" not in page.text
    rows = connection.execute("SELECT who, address, what, asked, found FROM access_log").fetchall()
    assert rows == [("anita", "127.0.0.1", "member", digest, 1)]
    assert "88221" not in caplog.text
    assert receiver.get("/search", key=reader, kind="mobile", q="919777788221").status == 400
    wrong = receiver.request("POST", "/search", key=reader, body=b"kind=mobile&q=12", headers=form)
    assert "not a mobile number" in wrong.text


def test_every_look_up_is_written_down(receiver: Receiver, reader: str, connection: Connection, chain: Chain) -> None:
    """By other programs too."""
    receiver.send(chain.batch(), receiver.enrol())
    receiver.get("/v1/redemptions", key=reader, reference="ABC123")
    receiver.get("/search", key=reader, q="MG-1", kind="any")
    receiver.get("/redemption", key=reader, reference="ABC123")
    rows = connection.execute("SELECT what, asked, found FROM access_log ORDER BY id").fetchall()
    assert rows == [("redemptions", "reference=ABC123", 1), ("any", "MG-1", 1), ("redemption", "ABC123", 1)]


def test_without_its_database_it_says_so(database: str) -> None:
    """Tills are told to come back later. Nothing about the database is in the answer."""
    with running(database) as receiver:
        key = receiver.enrol()
        with serving.connect(database) as connection:
            connection.execute("ALTER TABLE credential RENAME TO hidden")
            failed = receiver.send(Chain().batch(), key)
            assert failed.status == 500
            assert "credential" not in failed.text
            connection.execute("ALTER TABLE hidden RENAME TO credential")
        assert receiver.send(Chain().batch(), key).status == 200
        assert json.loads(receiver.get("/v1/health").body) == {"ok": True}


class _Down:
    """Stands in for a pool: it has no connection while it is down, and says how long each request would have waited."""

    timeout = 3.0

    def __init__(self, database: str) -> None:
        self.database = database
        self.is_down = True
        self.waited: list[float | None] = []

    @contextmanager
    def connection(self, timeout: float | None = None) -> Iterator[Connection]:
        """As psycopg's pool does."""
        self.waited.append(timeout)
        if self.is_down:
            raise PoolTimeout
        with serving.connect(self.database) as connection:
            yield connection


def _health(application: Application) -> tuple[int, Any]:
    answer = Client(application).get("/v1/health")
    return answer.status_code, answer.json


def test_only_the_first_requests_wait_for_a_database_that_is_down(
    database: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others would hold every thread, also that for the balancer's check. The log says once each that it went away
    and that it is back.
    """
    pool = _Down(database)
    application = Application(cast("ConnectionPool", pool), paths.head_office_resources(), Trust())
    down = (503, {"error": "the database does not answer"})
    assert [_health(application) for _ in range(3)] == [down] * 3
    pool.is_down = False
    assert [_health(application) for _ in range(2)] == [(200, {"ok": True})] * 2
    assert [one is None or one >= 1 for one in pool.waited] == [True, False, False, False, True]
    assert [one.message for one in caplog.records] == [
        "the database does not answer: PoolTimeout", "the database answers again",
    ]  # fmt: skip
    # It was only busy if another thread had a connection a moment ago.
    pool.is_down = True
    assert [_health(application) for _ in range(2)] == [down] * 2
    assert pool.waited[-1] is None
    monkeypatch.setattr(time, "monotonic", lambda before=time.monotonic: before() + 60)
    assert [_health(application) for _ in range(2)] == [down] * 2
    assert pool.waited[-1] is not None


def test_a_database_that_is_back_is_used_again(database: str, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its connections were cut, and it took no new ones for a while."""
    monkeypatch.setattr(serving, "_POOL_TIMEOUT", 0.2)
    name = conninfo_to_dict(database)["dbname"]
    with running(database) as receiver, serving.connect(postgres) as connection:
        assert receiver.get("/v1/health").status == 200
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false".encode())
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        while receiver.get("/v1/health").status != 503:
            pass
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true".encode())
        while (answer := receiver.get("/v1/health")).status != 200:
            assert answer.json == {"error": "the database does not answer"}
