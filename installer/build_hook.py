"""Compiles the translations before a wheel is built or the source is installed in place."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Compiles `resources/translations/*.ts` for every wheel, including an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own signature
        """Compiles the translations. hatchling calls it before it packs.

        Raises:
            LinguistError: if a translation cannot be compiled. The build must fail rather than lose a language.
        """
        if self.target_name != "wheel":
            return
        # Load it by path: during a build, the project's folders are not on sys.path.
        linguist = runpy.run_path(str(Path(__file__).with_name("linguist.py")))
        linguist["compile_all"](Path(self.root) / "resources" / "translations")
