"""Tests signing in over real HTTP, with the practice service: tokens, and secrets that change while a till is open."""

from __future__ import annotations

import logging
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.client import LoyaltyClient, access_of
from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.failures import Call, NotSent, OutdatedAccess, Refused, Unsent
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.training.answers import TILL
from desktop.training.application import TOKEN_PATH
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from desktop.training.tokens import CLIENT
from tests.api.servers import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.access import Secret

    MakeClient = Callable[..., LoyaltyClient]

RICH = Identifier(IdentifierKind.MOBILE, "919876543003")
DRAFT = Draft(identifier=RICH, points=Points(Decimal(1)), bill="B-1")


@pytest.fixture
def service() -> Iterator[PracticeService]:
    """A practice service of the test's own."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def make_client(service: PracticeService) -> Iterator[MakeClient]:
    """Makes clients that share what signs their requests. By default they sign in with key and secret."""
    made: list[LoyaltyClient] = []

    def make(
        secret: Secret = CLIENT,
        *,
        read_again: Callable[[], Secret] | None = None,
        like: LoyaltyClient | None = None,
        **settings: Any,  # noqa: ANN401 - of Settings
    ) -> LoyaltyClient:
        sign_in = SignIn.OAUTH if isinstance(secret, OAuthClient) else SignIn.BASIC
        chosen: dict[str, Any] = {"server": service.url, "till": TILL, "sign_in": sign_in} | settings
        whole = Settings(**chosen)
        access = like._transport._access if like else access_of(whole, secret, read_again=read_again)
        made.append(LoyaltyClient.of(whole, access))
        return made[-1]

    yield make
    for client in made:
        client.close()


def paths_of(service: PracticeService) -> list[str]:
    return [str(one["path"]).rpartition("/")[2] for one in service.requests()]


def redeem(client: LoyaltyClient, service: PracticeService, reference: str = "REF-1") -> object:
    return client.redeem(DRAFT, reference, ValidationCode(service.calls.codes.issue(RICH.value)[0]))


def test_a_till_signs_in_with_key_and_secret(service: PracticeService, make_client: MakeClient) -> None:
    """One token serves every call, and the calls are made for this till, which the key alone does not name."""
    client = make_client()
    assert client.find_member(RICH).points
    redeem(client, service)
    assert paths_of(service) == ["generate", "get", "redeem"]
    headers = service.requests()[-1]["headers"]
    assert isinstance(headers, dict)
    sent = {name.casefold(): value for name, value in headers.items()}
    assert sent["x-cap-api-attribution-entity-type"] == "TILL"
    assert sent["x-cap-api-attribution-entity-code"] == TILL
    assert service.tokens.given == 1


def test_a_till_that_posts_for_another_keeps_doing_so(service: PracticeService, make_client: MakeClient) -> None:
    """The settings of attribution count before the till's own name."""
    make_client(attribution_type="STORE_CODE", attribution_code="S-7").find_member(RICH)
    headers = service.requests()[-1]["headers"]
    assert isinstance(headers, dict)
    sent = {name.casefold(): value for name, value in headers.items()}
    assert (sent["x-cap-api-attribution-entity-type"], sent["x-cap-api-attribution-entity-code"]) == (
        "STORE_CODE", "S-7",
    )  # fmt: skip


def test_a_token_is_fetched_in_advance(service: PracticeService, make_client: MakeClient) -> None:
    """Warming up fetches it, so that the first call costs one round trip."""
    client = make_client()
    assert client.warm_up()
    assert client.warm_up()
    assert paths_of(service) == ["generate"]
    client.find_member(RICH)
    assert paths_of(service) == ["generate", "get"]


def test_warming_up_says_if_no_token_is_given(service: PracticeService, make_client: MakeClient) -> None:
    """It never raises."""
    service.bad_day(BadDay.TOKEN_NOT_GIVEN)
    assert not make_client().warm_up()


@pytest.mark.parametrize("fault", [BadDay.TOKEN_EXPIRED, BadDay.ACCESS_REFUSED])
def test_a_question_is_asked_again_with_a_new_token(
    service: PracticeService, make_client: MakeClient, fault: BadDay
) -> None:
    """498 and 401 in the body, although its status says success: once more, with another token."""
    service.bad_day(fault, 1, call=Call.FIND_MEMBER)
    assert make_client().find_member(RICH).points
    assert paths_of(service) == ["generate", "get", "generate", "get"]


def test_a_question_is_asked_again_once(service: PracticeService, make_client: MakeClient) -> None:
    """A service whose tokens expire at once gets no endless calls, and the reason is the token."""
    service.bad_day(BadDay.TOKEN_EXPIRES_AT_ONCE)
    with pytest.raises(Refused) as caught:
        make_client().find_member(RICH)
    assert caught.value.code == 498
    assert paths_of(service) == ["generate", "get", "generate", "get"]


@pytest.mark.parametrize(
    ("fault", "code", "moved"),
    [
        (BadDay.TOKEN_EXPIRED, 498, 0), (BadDay.TOKEN_EXPIRED_MOVED, 498, 1),
        (BadDay.ACCESS_REFUSED, 401, 0), (BadDay.ACCESS_REFUSED_MOVED, 401, 1),
    ],
)  # fmt: skip
def test_a_redemption_is_never_repeated_by_the_client(
    service: PracticeService, make_client: MakeClient, fault: BadDay, code: int, moved: int
) -> None:
    """It says that there is a new token, and the flow looks before it sends again."""
    service.bad_day(fault, 1, call=Call.REDEEM)
    client = make_client()
    with pytest.raises(OutdatedAccess) as caught:
        redeem(client, service)
    assert caught.value.code == code
    assert paths_of(service) == ["generate", "redeem"]
    assert len(service.ledger()) == moved
    client.find_member(RICH)
    assert paths_of(service)[2:] == ["generate", "get"]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (BadDay.TOKEN_NOT_GIVEN, Unsent.NO_TOKEN),
        (BadDay.TOKEN_HANGS, Unsent.NO_TOKEN),
        (BadDay.TOKEN_CUT, Unsent.NO_TOKEN),
        (BadDay.TOKEN_UNREADABLE, Unsent.NO_TOKEN),
        (BadDay.KEY_REFUSED, Unsent.KEY_REFUSED),
    ],
)
def test_without_a_token_a_redemption_is_not_sent(
    service: PracticeService, make_client: MakeClient, fault: BadDay, why: Unsent
) -> None:
    """Also if the call for a token hangs until its deadline. The next press works."""
    service.bad_day(fault, 1)
    client = make_client(read_timeout=1.0)
    with pytest.raises(NotSent) as caught:
        redeem(client, service)
    assert caught.value.why is why
    assert set(paths_of(service)) == {"generate"}
    redeem(client, service)
    assert len(service.ledger()) == 1


def test_no_connection_is_the_reason_as_without_tokens(service: PracticeService, make_client: MakeClient) -> None:
    """A cable that is out is not called a refused sign-in."""
    service.stop()
    with pytest.raises(NotSent) as caught:
        make_client().find_member(RICH)
    assert caught.value.why is Unsent.CONNECT


def test_cancelling_ends_the_call_for_a_token(service: PracticeService, make_client: MakeClient) -> None:
    """The cashier cancels while it hangs: nothing is sent, and the next call works."""
    service.bad_day(BadDay.TOKEN_HANGS, 1)
    client = make_client(read_timeout=60.0)
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            client.find_member(RICH)
        except NotSent as failure:
            failures.append(failure)

    asking = threading.Thread(target=ask)
    asking.start()
    arrived = threading.Event()
    while not paths_of(service):
        assert not arrived.wait(0.01)
    client.cancel()
    asking.join(TIMEOUT)
    assert [getattr(one, "why", None) for one in failures] == [Unsent.STOPPED]
    assert client.find_member(RICH).points


def test_two_clients_share_one_token(service: PracticeService, make_client: MakeClient) -> None:
    """The counter's and the settling worker's connection cause one call for a token, and one renewal."""
    first = make_client()
    second = make_client(like=first)
    first.find_member(RICH)
    second.find_member(RICH)
    assert service.tokens.given == 1
    service.tokens.expire()
    first.find_member(RICH)
    second.find_member(RICH)
    assert service.tokens.given == 2


def test_a_changed_password_takes_effect_in_an_open_till(service: PracticeService, make_client: MakeClient) -> None:
    """A question is asked again by itself; a redemption is left to the flow."""
    stored = [PASSWORD]
    client = make_client(PASSWORD, read_again=lambda: stored[0])
    client.find_member(RICH)
    service.password = stored[0] = "changed"
    client.find_member(RICH)
    assert paths_of(service) == ["get", "get", "get"]
    service.password = stored[0] = "changed again"
    with pytest.raises(OutdatedAccess):
        redeem(client, service)
    assert service.ledger() == ()
    redeem(client, service)
    assert len(service.ledger()) == 1


def test_a_wrong_password_is_sent_once(service: PracticeService, make_client: MakeClient) -> None:
    """If the stored one is the same, the till does not insist: services lock a till out after some tries."""
    client = make_client("wrong", read_again=lambda: "wrong")
    with pytest.raises(Refused):
        client.find_member(RICH)
    with pytest.raises(Refused) as caught:
        redeem(client, service)
    assert not isinstance(caught.value, OutdatedAccess)
    assert paths_of(service) == ["get", "redeem"]


def test_a_changed_key_takes_effect_in_an_open_till(service: PracticeService, make_client: MakeClient) -> None:
    """Even before a redemption, because the refused call for a token moved nothing."""
    client = make_client(read_again=lambda: service.tokens.client)
    client.find_member(RICH)
    service.tokens.client = OAuthClient("new-key", "new-secret")
    service.tokens.expire()
    client.find_member(RICH)
    service.tokens.client = OAuthClient("newer-key", "newer-secret")
    client._transport._access.renew(client._transport._signed)
    redeem(client, service)
    assert len(service.ledger()) == 1


def test_neither_token_nor_key_gets_into_the_log(
    service: PracticeService,
    make_client: MakeClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At any level, with every fault, and in no failure. The service keeps no token call's body either."""
    given: list[str] = []
    give = service.tokens.give

    def remember(*, lives: float | None = None) -> str:
        given.append(give(lives=lives))
        return given[-1]

    monkeypatch.setattr(service.tokens, "give", remember)
    caplog.set_level(logging.DEBUG)
    failures = []
    for fault in [BadDay.TOKEN_EXPIRED, BadDay.ACCESS_REFUSED, *(one for one in BadDay if one.calls == {Call.TOKEN})]:
        service.bad_day(fault, 1, call=Call.FIND_MEMBER if fault.calls != {Call.TOKEN} else None)
        client = make_client(read_timeout=0.5)
        try:
            client.find_member(RICH)
        except (NotSent, Refused) as failure:
            failures.append(repr(failure) + str(failure) + repr(failure.__cause__) + repr(failure.__context__))
    assert given
    assert failures
    everything = caplog.text + repr(failures) + repr(service.requests())
    for secret in (*given, CLIENT.key, CLIENT.secret):
        assert secret not in everything
    assert {one["body"] for one in service.requests() if one["path"] == TOKEN_PATH} == {""}
