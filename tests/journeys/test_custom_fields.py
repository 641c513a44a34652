"""Custom fields and notes are asked for only if there are any, checked, and sent as typed. Refusals are explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop.gui.screen import Place
from desktop.gui.voice import voice_of
from tests.journeys.signing_on import sign_off, sign_on
from tests.journeys.test_hand_overs_and_cashiers import Pos
from tests.journeys.test_touch import tap_text

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

STAFF = {
    "name": "store_staff",
    "label": "Served by",
    "kind": "choice",
    "choices": ["Meera", "Ravi"],
    "required": True,
    "remembered": True,
}
GIVEN = {"name": "point_transfered_to", "label": "Given to", "kind": "number"}


def _sent(cashier: Cashier) -> dict[str, Any]:
    body = json.loads(cashier.requests("/points/redeem")[-1])
    item: dict[str, Any] = body["root"]["redeem"][0]
    return item


def test_fields_are_asked_for_and_checked_and_sent(open_till: OpenTill) -> None:
    """Missing values are named by their label, numbers are checked, and remembered values stay for the next one."""
    cashier = open_till(custom_fields=[GIVEN, STAFF])
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says("Fill in “Served by”")
    assert cashier.focus == "Served by"
    cashier.key(Qt.Key.Key_Down, times=2)
    cashier.type("Given to", "a friend")
    cashier.enter()
    cashier.until_says("“Given to” must be a number")
    assert cashier.focus == "Given to"
    cashier.type("Given to", "9777788221")
    cashier.enter()
    cashier.until_sees("Validation code")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    fields = [{"name": "point_transfered_to", "value": "9777788221"}, {"name": "store_staff", "value": "Ravi"}]
    assert _sent(cashier)["custom_fields"] == {"field": fields}
    cashier.enter()
    cashier.find_member()
    assert cashier.find("Served by").currentText() == "Ravi"
    assert cashier.text("Given to") == ""


def test_the_error_of_a_field_is_said_again_if_enter_changes_nothing(open_till: OpenTill) -> None:
    """The field that it is about is marked, and no other. A cashier who cannot see heard nothing at a second Enter."""
    cashier = open_till(custom_fields=[GIVEN, STAFF])
    said: list[str] = []
    voice_of(cashier.window).said.connect(lambda text, _interrupts: said.append(text))
    cashier.find_member()
    cashier.type("Points to redeem", "10")

    def error(name: str) -> tuple[str, str]:
        field = cashier.find(name)
        return str(field.property("tone") or ""), field.accessibleDescription()

    def enter_twice(why: str) -> None:
        cashier.enter()
        cashier.until_says(why)
        said.clear()
        cashier.enter()
        assert said == [why]

    enter_twice("Fill in “Served by”.")
    assert [error("Given to"), error("Served by")] == [("", ""), ("bad", "Error: Fill in “Served by”.")]
    cashier.key(Qt.Key.Key_Down, times=2)
    assert error("Served by") == ("", "")
    cashier.type("Given to", "a friend")
    enter_twice("“Given to” must be a number.")
    assert [error("Given to"), error("Served by")] == [("bad", "Error: “Given to” must be a number."), ("", "")]
    cashier.type("Given to", "9777788221")
    assert error("Given to") == ("", "")


def test_what_one_cashier_entered_is_not_remembered_for_another(open_till: OpenTill) -> None:
    """*Served by* of the cashier before would be recorded for the wrong person. The same cashier finds it again."""
    cashier = open_till(custom_fields=[STAFF], sign_on=True, cashiers=["Meera", "Ravi"])

    def served_by() -> str:
        return str(cashier.find("Served by").currentText())

    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.find("Served by").setFocus()
    cashier.key(Qt.Key.Key_Down)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    cashier.rest()
    cashier.enter()
    sign_off(cashier)
    sign_on(cashier, "Ravi")
    cashier.find_member()
    assert served_by() == "–"
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says("Fill in “Served by”")
    # What was chosen for a half served customer stays for the cashier who comes back.
    cashier.key(Qt.Key.Key_Down, times=2)
    assert served_by() == "Ravi"
    sign_off(cashier)
    sign_on(cashier, "Ravi")
    assert served_by() == "Ravi"
    sign_off(cashier)
    sign_on(cashier, "Meera")
    assert cashier.screen.member is None
    cashier.find_member()
    assert served_by() == "Meera"


def test_a_cashier_of_the_pos_does_not_get_what_another_one_entered(open_till: OpenTill) -> None:
    """The POS says who serves each bill. Without its word, it is the cashier of the settings."""
    cashier = open_till(custom_fields=[STAFF])
    pos = Pos(cashier)
    for bill, name, before in (("MG-1", "Meera", "–"), ("MG-2", "Ravi", "–"), ("MG-3", "Meera", "Meera")):
        pos.hand_over(bill, cashier=name)
        cashier.until_at(Place.POINTS)
        cashier.rest()
        assert cashier.find("Served by").currentText() == before
        cashier.find("Served by").setFocus()
        cashier.key(Qt.Key.Key_Home)
        cashier.key(Qt.Key.Key_Down, times=1 if name == "Meera" else 2)
        cashier.send_code("10")
        cashier.enter_code()
        cashier.until_sees("Updated balance")
        cashier.rest()
        cashier.enter()
    cashier.find_member()
    assert cashier.find("Served by").currentText() == "–"


def test_yes_or_no_and_text_begin_with_their_defaults(open_till: OpenTill) -> None:
    """Both are sent with their defaults if the cashier does not touch them."""
    gift = {"name": "store_staff", "label": "A gift", "kind": "yes_no", "default": "yes"}
    why = {"name": "point_transfered_to", "label": "To whom", "default": "herself"}
    cashier = open_till(custom_fields=[gift, why])
    cashier.redeem("10")
    fields = [{"name": "store_staff", "value": "true"}, {"name": "point_transfered_to", "value": "herself"}]
    assert _sent(cashier)["custom_fields"] == {"field": fields}


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_from_yes_or_no(open_till: OpenTill, enter: Qt.Key) -> None:
    """As from every field, also with the Enter of the number pad. Only Space changes the value."""
    cashier = open_till(custom_fields=[{"name": "store_staff", "label": "A gift", "kind": "yes_no"}])
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    cashier.find("A gift").setFocus()
    cashier.key(Qt.Key.Key_Space)
    cashier.key(enter)
    cashier.until_sees("Validation code")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert _sent(cashier)["custom_fields"] == {"field": [{"name": "store_staff", "value": "true"}]}


def test_a_field_that_the_service_does_not_know_is_named(open_till: OpenTill) -> None:
    """The cashier reads which field it is, and that no points were taken."""
    cashier = open_till(custom_fields=[{"name": "colour", "label": "Colour", "default": "blue"}])
    cashier.find_member()
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_says("does not know a field of this shop (colour)")
    assert "No points were taken" in cashier.message
    assert cashier.service.ledger() == ()


def test_a_note_is_counted_begun_from_a_template_and_sent(open_till: OpenTill) -> None:
    """The field is hidden until the cashier adds a note, and takes no more characters than the limit."""
    cashier = open_till(note_templates=["For a friend"], notes_limit=20)
    cashier.find_member()
    assert not cashier.sees("Note")
    cashier.press("Add a note")
    assert cashier.focus == "Note"
    templates = cashier.find("Note templates")
    templates.setFocus()
    cashier.key(Qt.Key.Key_Down)
    assert cashier.text("Note") == "For a friend"
    assert cashier.value("Characters left") == "8"
    cashier.keys(" who is far away")
    assert cashier.text("Note") == "For a friend who is "
    assert cashier.value("Characters left") == "0"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert _sent(cashier)["notes"] == "For a friend who is"


def test_another_member_does_not_get_the_note_of_the_one_before(open_till: OpenTill) -> None:
    """A note for one member is not kept for the next."""
    cashier = open_till()
    cashier.find_member()
    cashier.press("Add a note")
    cashier.keys("for Asha")
    cashier.press("Change member")
    cashier.find_member("9876543001")
    assert not cashier.sees("Note")
    assert cashier.screen.choices.notes == ""


@pytest.mark.parametrize("size", [(800, 600), (1024, 600)])
def test_the_pad_has_the_digits_for_a_number(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """A number is entered with the keys of digits and the decimal mark, and a text with letters."""
    why = {"name": "store_staff", "label": "To whom"}
    cashier = open_till(service=service, custom_fields=[GIVEN, why], number_pad="always", size=size)
    cashier.find_member()
    cashier.find("Given to").setFocus()
    tap_text(cashier, "12.5")
    assert cashier.text("Given to") == "12.5"
    assert not cashier.sees("Space")
    cashier.find("To whom").setFocus()
    tap_text(cashier, "her")
    assert cashier.text("To whom") == "her"
