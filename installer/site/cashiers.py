"""Makes the cashiers' page in every language, of the texts that the window and its lessons have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths, texts
from desktop.domain.lessons import LESSONS
from desktop.gui.setting_words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.messages import Catalogue

NAMES = {code: name for name, code in LANGUAGES}

KEYS = (
    ("Enter", "SetupPage", "Next"),
    ("Esc", "SetupPage", "Back"),
    ("F2", "Bar", "History"),
    ("F4", "Bar", "New customer"),
    ("F6", "AmountChips", "All points"),
    ("F9", "ReceiptPage", "Print receipt"),
    ("F10", "Bar", "Settings"),
)
"""Keys of the window, each with the context and the text of what it does."""

PICTURES = {
    "redemption": (("redeeming", "points_typed"), ("redeeming", "code"), ("redeeming", "receipt")),
    "wrong_code": (("redeeming", "code_wrong"),),
    "too_many_points": (("redeeming", "points_too_many"),),
    "lost_answer": (("waiting", "unknown"),),
}
"""For each lesson, the scene and the state of `python -m tests.pictures`."""

_ABOUT = ("refused.redeem.", "not_sent.", "held.", "attempt.", "paper.")
"""Begins the keys of what a cashier meets while redeeming."""


def page(language: str, pictures: Callable[[str, str], str | None] = lambda _scene, _state: None) -> str:
    """Returns the page of a language in Markdown.

    Args:
        language: one of the window's.
        pictures: returns the file of a scene's state, or None if it was not drawn.
    """
    translator = texts.translator(paths.resources() / "translations", language)

    def translate(context: str, text: str) -> str:
        # English has no translation, except of plurals.
        return translator.translate(context, text) or text

    lines = [f"# {NAMES[language]}\n"]
    for lesson in LESSONS:
        lines.append(f"## {translate('Training', lesson.title)}\n")
        lines += [f"{number}. {translate('Training', step.says)}" for number, step in enumerate(lesson.steps, 1)]
        lines.append("")
        for scene, state in PICTURES.get(lesson.name, ()):
            file = pictures(scene, state)
            if file is not None:
                lines.append(f"![{translate('Training', lesson.title)}]({file})\n")
    lines.append(f"## {translate('NumberPad', 'Keys')}\n")
    lines += ["| | |", "|---|---|"]
    lines += [f"| `{translate('SetupPage', key)}` | {translate(context, text)} |" for key, context, text in KEYS]
    lines.append(f"\n## {translate('HistoryDetail', 'What happened')}\n")
    lines += _messages(texts.load_catalogue(), lambda text: translate("Messages", text))
    return "\n".join(lines) + "\n"


def _messages(catalogue: Catalogue, translate: Callable[[str], str]) -> Iterator[str]:
    """Yields each message once: what it says, and what to do."""
    named = dict.fromkeys(entry.meaning for key, entry in catalogue.entries.items() if key.startswith(_ABOUT))
    for name in named:
        meaning = catalogue.meanings[name]
        yield f"- **{translate(meaning.says)}** {translate(meaning.next_step)}"
