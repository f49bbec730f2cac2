"""Front matter of a file that is exported into again: our keys are renewed, the user's stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from storage.export.escaping import escape_line
from storage.export.markdown import front_matter

_FORMER = {"outlet": "source", "outlets": "sources"}
"""Our keys by the names that earlier versions had for them."""
_FORMER_HEADING = "## Sources"
"""By what our own template said the exports of earlier versions are known."""
_FRONT_MATTER = re.compile(r"\A\ufeff?---(\r?\n)(.*?)^---\r?\n", re.MULTILINE | re.DOTALL)


def renew(text: str, values: Mapping[str, str], said: str) -> str:
    """Return `text` with our keys renewed in its front matter; if it has none, as it is.

    `values` maps keys to YAML; `said` is what we say in the file so far. By it the user's hand is
    known: a title that is not our heading stays, and so does a tag that no block of ours has.
    A key as an earlier version named it is renamed, unless the user has one of the new name.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text  # the user has taken it away
    newline, lines = match.groups()
    for key, value in values.items():
        found, former = _find(key, lines), _find_former(key, lines, value, said)
        if former is not None:
            key, found = (key if found is None else _FORMER[key]), former
        if found is None:
            lines += f"{key}: {value}{newline}"
            continue
        chosen = _choose_value(key, _read(found.group()), value, said)
        if chosen is not None:
            line = f"{key}: {chosen}{newline}"
            lines = lines[: found.start()] + line + lines[found.end() :]
    start, end = match.span(2)
    return text[:start] + lines + text[end:]


def _find(key: str, lines: str) -> re.Match[str] | None:
    # Another program may have written a list over several lines.
    pattern = rf"^{re.escape(key)}:.*\n(?:(?:[ \t]+\S|-[ \t]|[\]}}]).*\n)*"
    return re.search(pattern, lines, re.MULTILINE)


def _find_former(key: str, lines: str, value: str, said: str) -> re.Match[str] | None:
    """Find our key by its former name; a key that only bears that name is the user's."""
    found = _find(_FORMER[key], lines) if key in _FORMER else None
    if found is None or _FORMER_HEADING in said.splitlines():
        return found
    return found if _read(found.group()) == _read(f"{key}: {value}") else None


def _choose_value(key: str, old: Any, new: str, said: str) -> str | None:
    """Return the value that is to stand now; None for the one that does."""
    if key == "title" and isinstance(old, str):
        return new if f"# {escape_line(old)}" in said.splitlines() else None
    if key == "tags" and isinstance(old, list):
        told = set(said.split())
        ours = yaml.safe_load(new)
        own = [tag for tag in old if isinstance(tag, str) and f"#{tag.lstrip('#')}" not in told]
        both = list(dict.fromkeys([*ours, *own]))
        return None if both == old else front_matter.write_texts(both)
    return new


def _read(chunk: str) -> Any:
    """Return the value of a key as strings and lists of them; None if there is none to be read."""
    try:
        (value,) = yaml.load(chunk, yaml.BaseLoader).values()
    except (yaml.YAMLError, AttributeError, ValueError):
        return None
    if isinstance(value, str) and chunk.startswith("tags:"):
        return [part for part in re.split(r"[,\s]+", value) if part]
    return value
