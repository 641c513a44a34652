"""Gives each state of an attempt its name and its icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.redemption import State

STATE_ICONS = {
    State.IN_FLIGHT: ("question", "wait"),
    State.UNKNOWN: ("question", "wait"),
    State.REDEEMED: ("check", "good"),
    State.REVERSED: ("giveback", "accent"),
    State.REFUSED: ("cross", "bad"),
    State.NOT_SENT: ("cross", "bad"),
    State.NOT_APPLIED: ("cross", "bad"),
}
"""An icon and the role of its colour for every state. The name stands beside it, so that nothing depends on colour."""


def state_words(state: State) -> str:
    """Returns the name of a state."""
    match state:
        case State.REDEEMED:
            return QCoreApplication.translate("State", "Redeemed")
        case State.REFUSED:
            return QCoreApplication.translate("State", "Refused")
        case State.NOT_SENT:
            return QCoreApplication.translate("State", "Not sent")
        case State.UNKNOWN | State.IN_FLIGHT:
            return QCoreApplication.translate("State", "Not known yet")
        case State.NOT_APPLIED:
            return QCoreApplication.translate("State", "Not redeemed")
        case State.REVERSED:
            return QCoreApplication.translate("State", "Given back")
