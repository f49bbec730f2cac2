"""Lets the wheel be built from a clone too, where the engine lies two folders above."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Takes the engine from where it lies; in the source it lies here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Name its folder."""
        here = Path(self.root)
        if not (here / "textreuse").is_dir():
            build_data["force_include"][str(here.parents[1] / "textreuse")] = "textreuse"
