"""A worker whose answers a test gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.failures import JournalTrouble, JournalUnusable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType


class SlowWorker(QObject):
    """Keeps what it is asked until the test answers.

    Attributes:
        asked: the names of the methods, in order.
        arguments: of the last of them.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.arguments: tuple[object, ...] = ()
        self._slots: list[tuple[Callable[[Any], None], Callable[[Any], None]]] = []

    def ask(
        self, on_answer: Callable[[Any], None], on_failure: Callable[[Any], None], method: FunctionType, *args: object
    ) -> None:
        self.asked.append(method.__name__)
        self.arguments = args
        self._slots.append((on_answer, on_failure))

    def answer(self, answer: object) -> None:
        """Answers what was asked first."""
        self._slots.pop(0)[0](answer)

    def fail(self) -> None:
        """Fails at what was asked first."""
        self._slots.pop(0)[1](JournalUnusable(JournalTrouble.DAMAGED))
