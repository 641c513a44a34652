"""Tests that a draft carries what the service told about the member, to compare its answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.member import Identifier, IdentifierKind, Member
from desktop.domain.settings import Settings
from desktop.gui.drafting import Drafting
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.screen import Screen
from desktop.gui.words import Words
from desktop.texts import load_catalogue

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_draft_knows_the_member_s_number_and_id(qtbot: QtBot) -> None:
    """Also of a member who was found by a card, whose number the cashier never typed. No log shows it."""
    del qtbot
    member = Member(identifier=Identifier(IdentifierKind.CARD, "80001003"), user_id="5646", mobile="919777788221")
    drafting = Drafting(Settings(), Words(load_catalogue(), LocaleFormats(locale_of("en", "IN"), "IN", "")))
    draft = drafting.draft(Screen(member=member), "5", "B-17")
    assert (draft.identifier, draft.user_id, draft.mobile) == (member.identifier, "5646", "919777788221")
    assert "919777788221" not in repr(draft)
