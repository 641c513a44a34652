"""Holds what the commands share: the command line, the settings, the folders, and the output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from desktop import paths, standard_output
from desktop.domain.failures import JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.standard_output import complain

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine
    from desktop.domain.failures import Failure
    from desktop.domain.messages import Catalogue
    from desktop.domain.settings import Settings
    from desktop.store.settings_file import Loaded


@dataclass(frozen=True, slots=True)
class Console:
    """What a command works with.

    Attributes:
        command: the command line.
        loaded: the settings in force and their sources.
        config: the folder of the settings file.
        data: the data folder.
        catalogue: the catalogue of messages.
        out: standard output, or a replacement for it.
    """

    command: CommandLine
    loaded: Loaded
    config: Path
    data: Path
    catalogue: Catalogue
    out: TextIO

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    @property
    def journal(self) -> Path:
        """The journal's file. It may not exist."""
        return paths.journal(self.data)

    def print(self, text: str, *, flush: bool = False) -> None:
        """Prints a line on standard output, if a program still reads it."""
        with standard_output.reader_may_be_gone():
            try:
                print(text, file=self.out, flush=flush)
            except UnicodeEncodeError:
                # The name of a file may be bytes that are no text. JSON escapes them in the same way.
                print(text.encode(errors="backslashreplace").decode(), file=self.out, flush=flush)

    def explain(self, failure: Failure) -> str:
        """Explains a failure in English."""
        return explain(failure, self.catalogue)


def explain(failure: Failure, catalogue: Catalogue, *, is_reading: bool = False) -> str:
    """Explains a failure in English.

    Args:
        failure: the failure.
        catalogue: the catalogue of messages, which are about a till that redeems.
        is_reading: True for a command that only reads the journal.
    """
    if isinstance(failure, SettingsUnusable):
        return f"settings cannot be used: {failure} ({failure.support})"
    if is_reading and isinstance(failure, JournalUnusable) and failure.why is JournalTrouble.READ_ONLY:
        return f"this user may not read {failure.path}: check the rights of the file and its folder ({failure.support})"
    return catalogue.explain(failure, str).text


def without_words() -> Catalogue:
    """Returns a catalogue that explains every failure by its code alone."""
    from desktop.domain.messages import UNLISTED, Catalogue, Meaning

    return Catalogue({UNLISTED: Meaning("", "")}, {}, "", "")


def complain_of_no_journal(journal: Path) -> None:
    """Says on standard error that a folder has no journal: `--data` may be mistyped.

    A till that has not been opened yet has none either, so the exit code and standard output do not change.
    """
    complain(f"there is no journal in {journal.parent}")


def explain_moved(identity: str) -> str:
    """Says that the journal was copied or restored.

    Args:
        identity: the identity of the journal that it was copied from.
    """
    return f"this journal was copied or restored; it was {identity} before, and nothing that it sent then is sent again"
