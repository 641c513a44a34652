"""The OpenAPI document and the implementation say the same (schemathesis)."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import CHECKS, load_all_checks

from desktop.domain.result_line import RESULT_FIELDS
from desktop.pos.local_api.application import LocalApi, calls
from desktop.pos.local_api.backend import ApiError
from desktop.pos.local_api.fields import FIELDS, read_bill, read_fields
from desktop.pos.local_api.openapi import DOCUMENT
from desktop.pos.local_api.server import ApiServer
from tests.pos.local_api.backends import TOKEN, MemoryTill
from tests.pos.local_api.caller import ApiCaller

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
load_all_checks()
positive_data_acceptance = CHECKS.get_one("positive_data_acceptance")

_CORES = ("1", "12.5", "1.5000", "٣", "９", "1e3", "+1", "MG-1", "a\tb", "a\u2028b", "a\u00adb", "x" * 100, "1" * 200)
_AROUND = (
    "", " ", "\t", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x1f", "\x00", "\x7f", "\x85", "\u00a0", "\u2003", "\u2028",
    "\u200b", "\u200e", "\u202e", "\ufeff", "\U000e0001", " " * 150,
)  # fmt: skip
EDGES = [f"{around}{core}{around}" for core in ("", *_CORES) for around in _AROUND]
"""Texts at the edge of what a field takes."""


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


@pytest.mark.parametrize("name", [*FIELDS, "attached"])
def test_nothing_is_taken_that_the_document_rules_out(name: str) -> None:
    """Blanks and invisible marks around a field, other digits, and everything that only nearly fits."""
    path, method = ("/v1/outcomes/{reference}/bill", "put") if name == "attached" else ("/v1/hand-overs", "post")
    body = DOCUMENT["paths"][path][method]["requestBody"]["content"]["application/json"]
    described = Draft202012Validator(body["schema"])
    taken = []
    for value in EDGES:
        given = {"bill" if name == "attached" else name: value}
        with contextlib.suppress(ApiError):
            assert read_bill(given) if name == "attached" else read_fields(given)
            taken.append(given)
    assert len(taken) > 5
    assert [one for one in taken if not described.is_valid(one)] == []


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("bill", " MG-1\r\n", "MG-1"),
        ("bill", "\u200eMG\u00a01\u200f", "MG 1"),
        ("mobile", "\t٩٧٧٧٧ ٨٨٢٢١", "٩٧٧٧٧ ٨٨٢٢١"),
        ("points", "12.5000\n", "12.5000"),
        ("bill_amount", "\u00a0250 ", "250"),
    ],
)
def test_what_programs_leave_around_a_field_is_taken(name: str, value: str, taken: str) -> None:
    """A scanner ends with Enter, and a copied number has blanks and marks around it."""
    assert read_fields({name: value}) == {name: taken}


@pytest.mark.parametrize("body", [{"bill": " "}, {"points": "\n", "mobile": ""}])
def test_blanks_alone_hand_nothing_over(body: dict[str, object]) -> None:
    """As no field at all."""
    with pytest.raises(ApiError) as refused:
        read_fields(body)
    assert refused.value.code == "nothing_handed_over"


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
