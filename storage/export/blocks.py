"""Exporting again into the same file: our blocks are renewed, everything else stays.

A block stands between two markers; the first carries a checksum of what we wrote, by which an
edit inside is noticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storage.errors import ConflictError

_BLOCK = re.compile(
    r"^<!-- copydesk:begin (?P<name>\S+) (?P<sum>[0-9a-f]{12}) -->\n"
    r"(?P<body>.*?)\n?^<!-- copydesk:end (?P=name) -->$",
    re.MULTILINE | re.DOTALL,
)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.MULTILINE | re.DOTALL)
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

    What stands outside the blocks, and unknown keys of the front matter, stays byte for byte. A
    block whose annotation is gone is marked so. `ConflictError` if the file has no block of
    ours, or one that was edited inside; with `force` the former is replaced as a whole, the
    latter's block is.
    """
    newline = "\r\n" if "\r\n" in existing else "\n"
    old = existing.replace("\r\n", "\n")
    found = list(_BLOCK.finditer(old))
    if not found:
        if force or not old.strip():
            return document(front_matter, blocks)
        raise ConflictError("was not written by Copydesk; --force replaces it")
    renewed = {block.name: block for block in blocks}
    if not force:
        _refuse_edited(found, renewed)
    pieces: list[str] = []
    at = 0
    written: dict[str, int] = {}
    for match in found:
        pieces.append(old[at : match.start()])
        name = match["name"]
        block = renewed.get(name) or _marked_deleted(name, match["body"])
        written[name] = len(pieces)
        pieces.append(str(block))
        at = match.end()
    pieces.append(old[at:])
    _insert_new(pieces, written, blocks)
    return _with_front_matter("".join(pieces), front_matter).replace("\n", newline)


def _refuse_edited(found: Sequence[re.Match[str]], renewed: Mapping[str, Block]) -> None:
    edited = [
        match["name"]
        for match in found
        if _checksum(match["body"]) != match["sum"]
        and (match["name"] not in renewed or renewed[match["name"]].body != match["body"])
    ]
    if edited:
        raise ConflictError(
            f"has blocks that were edited by hand ({', '.join(edited)});"
            " --force replaces them, -o writes elsewhere"
        )


def _marked_deleted(name: str, body: str) -> Block:
    return Block(name, body if body.startswith(_DELETED) else f"{_DELETED}\n\n{body}")


def _insert_new(pieces: list[str], written: dict[str, int], blocks: Sequence[Block]) -> None:
    """Put blocks that the file lacks behind the block that precedes them in the new order."""
    previous = None
    for block in blocks:
        if block.name not in written:
            after = written.get(previous.name) if previous else None
            target = max(written.values()) if after is None else after
            pieces[target] += f"\n\n{block}"
            written[block.name] = target
        previous = block


def _with_front_matter(text: str, front_matter: Mapping[str, str]) -> str:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text  # the user has taken it away
    lines = match.group(1)
    for key, value in front_matter.items():
        line = f"{key}: {value}\n"
        found = re.search(rf"^{re.escape(key)}:.*\n", lines, re.MULTILINE)
        if found:
            start, end = found.span()
            lines = lines[:start] + line + lines[end:]
        else:
            lines += line
    return f"---\n{lines}---\n{text[match.end() :]}"


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:12]
