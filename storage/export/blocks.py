"""Exporting again into the same file: our blocks are renewed, everything else stays.

A block stands between two markers; the first carries a checksum of what we wrote, by which an
edit inside is noticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from storage.errors import ConflictError

# The user's editor may have changed the line breaks, here or there.
_BLOCK = re.compile(
    r"^<!-- copydesk:begin (?P<name>\S+) (?P<sum>[0-9a-f]{12}) -->(?P<break>\r?\n)"
    r"(?P<body>.*?)(?:\r?\n)?^<!-- copydesk:end (?P=name) -->(?=\r?$)",
    re.MULTILINE | re.DOTALL,
)
_FRONT_MATTER = re.compile(r"\A\ufeff?---(\r?\n)(.*?)^---\r?\n", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_WHOLE = "sources"
"""What the name of the block begins with that belongs to the whole story."""
_DELETED = "*Deleted in Copydesk; remove this block when you no longer need it.*"


class Block(NamedTuple):
    """A part of the file that an export may renew; names are unique and hold no white space."""

    name: str
    body: str

    def __str__(self) -> str:
        return (
            f"<!-- copydesk:begin {self.name} {_checksum(self.body)} -->\n"
            f"{self.body}\n"
            f"<!-- copydesk:end {self.name} -->"
        )


def document(front_matter: Mapping[str, str], blocks: Sequence[Block]) -> str:
    """Return a new file: `front_matter` maps keys to values that are YAML already."""
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return f"---\n{lines}---\n\n" + "\n\n".join(map(str, blocks)) + "\n"


def merged(
    existing: str, front_matter: Mapping[str, str], blocks: Sequence[Block], *, force: bool
) -> str:
    """Return `existing` with its blocks renewed, new ones after their predecessors.

    What the user wrote outside the blocks, unknown keys of the front matter, and line breaks of
    either kind stay as they are. A block whose annotation is gone is marked so. `ConflictError`
    if the file has no block of ours, those of another story, or one that was edited inside; with
    `force` the file is replaced in the first two cases, the block in the last.
    """
    found = list(_BLOCK.finditer(existing))
    if not found:
        if force or not existing.strip():
            return document(front_matter, blocks)
        raise ConflictError("was not written by Copydesk; --force replaces it")
    renewed = {block.name: block for block in blocks}
    if any(match["name"].startswith(_WHOLE) and match["name"] not in renewed for match in found):
        if force:
            return document(front_matter, blocks)
        raise ConflictError("holds the export of another story; --force replaces it")
    if not force:
        _refuse_edited(found, renewed)
    head = existing[: found[0].start()]
    parts: list[_Part] = []
    for match, following in zip_longest(found, found[1:]):
        name = match["name"]
        block = renewed.get(name) or _marked_deleted(name, _body(match))
        below = existing[match.end() : following.start() if following else None]
        parts.append(_Part(name, str(block).replace("\n", match["break"]), below))
    _insert_new(parts, blocks, found[0]["break"])
    text = head + "".join(part.text + part.below for part in parts)
    return _with_front_matter(text, front_matter)


@dataclass
class _Part:
    """A block as it will stand in the file, and what the user has below it."""

    name: str
    text: str
    below: str


def _body(match: re.Match[str]) -> str:
    """Return what stands in a block, with the line breaks that it was written with."""
    return match["body"].replace("\r\n", "\n")


def _refuse_edited(found: Sequence[re.Match[str]], renewed: Mapping[str, Block]) -> None:
    edited = [
        match["name"]
        for match in found
        if _checksum(_body(match)) != match["sum"]
        and (match["name"] not in renewed or renewed[match["name"]].body != _body(match))
    ]
    if edited:
        raise ConflictError(
            f"has blocks that were edited by hand ({', '.join(edited)});"
            " --force replaces them, -o writes elsewhere"
        )


def _marked_deleted(name: str, body: str) -> Block:
    return Block(name, body if body.startswith(_DELETED) else f"{_DELETED}\n\n{body}")


def _insert_new(parts: list[_Part], blocks: Sequence[Block], newline: str) -> None:
    """Put blocks that the file lacks behind the one that precedes them, or before the first.

    What the user wrote under a block belongs to it, up to the next heading.
    """
    gap = newline * 2
    known = {part.name for part in parts}
    place = 0
    for block in blocks:
        if block.name in known:
            place = 1 + next(at for at, part in enumerate(parts) if part.name == block.name)
            continue
        new = _Part(block.name, str(block).replace("\n", newline), gap)
        if place:
            before = parts[place - 1]
            heading = _HEADING.search(before.below)
            end = heading.start() if heading else len(before.below)
            own = before.below[:end].rstrip("\r\n")
            new.below = (before.below[len(own) : end] or newline) + before.below[end:]
            before.below = own + gap
        parts.insert(place, new)
        place += 1


def _with_front_matter(text: str, front_matter: Mapping[str, str]) -> str:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text  # the user has taken it away
    newline, lines = match.groups()
    for key, value in front_matter.items():
        line = f"{key}: {value}{newline}"
        # Another program may have written a list over several lines.
        old = rf"^{re.escape(key)}:.*\n(?:(?:[ \t]+\S|-[ \t]|[\]}}]).*\n)*"
        found = re.search(old, lines, re.MULTILINE)
        if found:
            lines = lines[: found.start()] + line + lines[found.end() :]
        else:
            lines += line
    start, end = match.span(2)
    return text[:start] + lines + text[end:]


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:12]
