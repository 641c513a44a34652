"""Keyrings for tests: one in memory, and one in a file for processes that a test starts."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend

FILE_VARIABLE = "TEST_KEYRING_FILE"


class MemoryKeyring(KeyringBackend):
    """Keeps passwords while the object lives, or none at all."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no types here
        self.kept: dict[tuple[str, str], str] = {}
        self.keeps = True

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.keeps:
            self.kept[service, username] = password


class FileKeyring(KeyringBackend):
    """Keeps passwords in a file whose path is in an environment variable."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        found = self._read().get(f"{service} {username}")
        return found if isinstance(found, str) else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._path.write_text(json.dumps(self._read() | {f"{service} {username}": password}), encoding="utf-8")

    @property
    def _path(self) -> Path:
        return Path(os.environ[FILE_VARIABLE])

    def _read(self) -> dict[str, object]:
        return dict(json.loads(self._path.read_text(encoding="utf-8"))) if self._path.exists() else {}
