"""Owns what has to be made before a wheel is packed, or the source is installed in place: the compiled translations."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Compiles `resources/translations/*.ts` for every wheel, also for an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own signature
        """Called by hatchling before it packs.

        Raises:
            LinguistError: where a translation cannot be compiled; a till must not lose its languages in silence.
        """
        if self.target_name != "wheel":
            return
        # By path: while building, the project's own folders are on no search path.
        linguist = runpy.run_path(str(Path(__file__).with_name("linguist.py")))
        linguist["compile_all"](Path(self.root) / "resources" / "translations")
