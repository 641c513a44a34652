"""The OpenAPI document and the implementation say the same (schemathesis)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

from desktop.domain.result_line import RESULT_FIELDS
from desktop.pos.local_api.application import LocalApi, calls
from desktop.pos.local_api.openapi import DOCUMENT
from desktop.pos.local_api.server import ApiServer
from tests.pos.local_api.backends import TOKEN, MemoryTill
from tests.pos.local_api.caller import ApiCaller

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
load_all_checks()
positive_data_acceptance = CHECKS.get_one("positive_data_acceptance")


@pytest.fixture(scope="module")
def server() -> Iterator[ApiServer]:
    """Yields the interface on a free port, with a hand-over that exists."""
    till = MemoryTill()
    till.taken["H0"] = {"bill": "1"}
    made = ApiServer(0, lambda port: LocalApi(till, (), port))
    yield made
    made.stop()


@SCHEMA.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_call_answers_as_described(case: Any, server: ApiServer) -> None:  # noqa: ANN401 - schemathesis' own
    """Whatever is sent: the status, the type and the shape of the answer are in the document, and nothing fails."""
    case.call_and_validate(
        base_url=f"http://127.0.0.1:{server.port}",
        headers={"Authorization": f"Bearer {TOKEN}", "Host": f"127.0.0.1:{server.port}"},
        timeout=60,
        # Which characters can be shown, and that give_back goes with points only, is more than the schema says.
        # `test_application` has what is accepted.
        excluded_checks=[positive_data_acceptance],
    )


def test_the_document_has_every_call() -> None:
    """No more and no fewer."""
    described = {
        (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }
    assert described == set(calls())


def test_the_document_has_the_fields_of_the_contract() -> None:
    """The result JSON is that of the command line."""
    assert tuple(DOCUMENT["components"]["schemas"]["Result"]["required"]) == RESULT_FIELDS


def test_the_document_needs_no_token(server: ApiServer) -> None:
    """A programmer can read it first."""
    said = ApiCaller(server.port, "").call("GET", "/openapi.json")
    assert (said.status, said.body) == (200, DOCUMENT)
