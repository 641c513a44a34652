"""Replaces texts that repeat in a journal, such as the names of cashiers, by small numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.errors import DamagedRowError

if TYPE_CHECKING:
    import sqlite3


class Words:
    """The texts in the `word` table, as one connection knows them.

    Another connection may add words, so a number or a text that is not known yet is looked up in the file.
    """

    def __init__(self, *, damaged: bool = False) -> None:
        """Knows no words yet.

        Args:
            damaged: True to read a missing word as an empty text, so that the rest of the row is not lost.
        """
        self._damaged = damaged
        self._texts: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def text(self, connection: sqlite3.Connection, number: int | None) -> str:
        """Returns the text of a number, or an empty text for None.

        Raises:
            DamagedRowError: there is no such word.
        """
        if number is None:
            return ""
        found = self._texts.get(number)
        if found is None:
            found = self._read(connection, number)
            self._texts[number] = found
        return found

    def number(self, connection: sqlite3.Connection, text: str) -> int | None:
        """Returns the number of a text, or None for an empty text. Adds a new word in the caller's transaction."""
        if not text:
            return None
        found = self._numbers.get(text)
        if found is None:
            row = connection.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
            if row is None:
                row = connection.execute("INSERT INTO word (text) VALUES (?) RETURNING id", (text,)).fetchone()
            found = int(row[0])
            self._numbers[text] = found
        return found

    def known_number(self, connection: sqlite3.Connection, text: str) -> int | None:
        """Returns the number of a text, or None if it is not a word. Adds nothing, so a reader may call it."""
        row = connection.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
        return None if row is None else int(row[0])

    def forget(self) -> None:
        """Forgets what it knows. Called after a rollback, because words of the transaction are gone."""
        self._texts.clear()
        self._numbers.clear()

    def _read(self, connection: sqlite3.Connection, number: int) -> str:
        import sqlite3 as sqlite

        # The index is a second copy of every word, on other pages.
        for source in ("word NOT INDEXED", "word INDEXED BY sqlite_autoindex_word_1"):
            try:
                row = connection.execute(f"SELECT text FROM {source} WHERE id = ?", (number,)).fetchone()  # noqa: S608
            except sqlite.DatabaseError:
                if not self._damaged:
                    raise
                continue
            if row is not None and isinstance(row[0], str):
                return row[0]
        if self._damaged:
            return ""
        raise DamagedRowError("a row holds an unknown word")
