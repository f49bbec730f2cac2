"""Exporting again into the same file: our blocks are renewed, everything else stays.

A block stands between two markers; the first carries a checksum of what we last had to say, by
which an edit inside is noticed, and whether we have anything new to say to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from storage.errors import ConflictError
from storage.export.markdown.front_matter_merge import renew as renewed_front_matter

Flavour = Literal["commonmark", "obsidian"]
"""How what is not to be seen is written: as an HTML comment, or as one of Obsidian's."""
_COMMENT: dict[Flavour, tuple[str, str]] = {
    "commonmark": ("<!--", "-->"),
    "obsidian": ("%%", "%%"),
}

# The user's editor may have changed the line breaks, here or there.
_BLOCK = re.compile(
    r"^(?:<!--|%%) copydesk:begin (?P<name>\S+) (?P<sum>[0-9a-f]{12}) (?:-->|%%)(?P<break>\r?\n)"
    r"(?P<body>.*?)(?:\r?\n)?^(?:<!--|%%) copydesk:end (?P=name) (?:-->|%%)(?=\r?$)",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_WHOLE = "sources"
"""What the name of the block begins with that belongs to the whole story."""
_BESIDE = "conflict-"
"""What the name of a block begins with that stands beside one that was edited by hand."""
_DELETED = "*Deleted in Copydesk; remove this block when you no longer need it.*"
_NEWER = """\
*Copydesk's own text has changed since you edited the block above. Keep what you want of both,
then remove this block:*"""


class Block(NamedTuple):
    """A part of the file that an export may renew; names are unique and hold no white space."""

    name: str
    body: str

    def render(self, flavour: Flavour = "commonmark") -> str:
        """Return the block between its markers."""
        return _wrap(self.name, _compute_checksum(self.body), self.body, flavour)


class MergedFile(NamedTuple):
    """A file after an export into it."""

    text: str
    edited: tuple[str, ...]
    """Names of the blocks that were edited by hand and beside which a newer version stands."""


def render_document(
    front_matter: Mapping[str, str], blocks: Sequence[Block], flavour: Flavour = "commonmark"
) -> str:
    """Return a new file: `front_matter` maps keys to values that are YAML already."""
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    written = "\n\n".join(block.render(flavour) for block in blocks)
    return f"---\n{lines}---\n\n{written}\n"


def merge(
    existing: str,
    front_matter: Mapping[str, str],
    blocks: Sequence[Block],
    flavour: Flavour = "commonmark",
    *,
    force: bool,
) -> MergedFile:
    """Return `existing` with its blocks renewed, new ones after their predecessors.

    What the user wrote outside the blocks, and into the front matter as far as
    `renewed_front_matter` can tell, and line breaks of either kind stay as they are. So does a
    block that was edited inside: where we have something new to say, that is written below it, in
    a block of its own. A block whose annotation is gone is marked so. With `force` edited blocks
    are replaced.

    `ConflictError` if the file has no block of ours, or those of another story; with `force` it is
    replaced.
    """
    found = list(_BLOCK.finditer(existing))
    if not found:
        if force or not existing.strip():
            return MergedFile(render_document(front_matter, blocks, flavour), ())
        raise ConflictError("was not written by Copydesk; use --force to replace it")
    renewed = {block.name: block.body for block in blocks}
    if any(match["name"].startswith(_WHOLE) and match["name"] not in renewed for match in found):
        if force:
            return MergedFile(render_document(front_matter, blocks, flavour), ())
        raise ConflictError("is another export; use --force to replace it")
    head = existing[: found[0].start()]
    parts = [
        _read_block(match, existing[match.end() : following.start() if following else None])
        for match, following in zip_longest(found, found[1:])
    ]
    newline = found[0]["break"]
    # What stands in a block edited by hand may be the user's.
    said = "\n".join(part.body for part in parts if not part.is_edited)
    besides = {part.name: part for part in reversed(parts) if part.name.startswith(_BESIDE)}
    edited, written = [], []
    for part in parts:
        written.append(part)
        if part.name.startswith(_BESIDE):
            continue
        conflict = _renew(part, renewed.get(part.name), flavour, force=force)
        if conflict is not None:
            edited.append(part.name)
        if not part.is_kept:
            beside = besides.get(f"{_BESIDE}{part.name}")
            new = _put_beside(part, beside, conflict, flavour)
            if new is not None:
                written.append(besides.setdefault(new.name, new))
    head, left = _take_out(head, written)
    text = head + "".join(
        part.text + part.below for part in _insert_new(left, blocks, newline, flavour)
    )
    return MergedFile(renewed_front_matter(text, front_matter, said), tuple(edited))


@dataclass
class _BlockInFile:
    """A block as it will stand in the file, and what the user has below it."""

    name: str
    body: str
    """What stood in it, its line breaks made one character."""
    sum: str
    """The checksum of what we last had to say."""
    text: str
    newline: str
    below: str
    is_kept: bool = False
    """Whether it was edited by hand, and we have nothing new to say to it."""
    is_over: bool = False
    """Whether it is to go: what it stands beside is as we have it again."""

    @property
    def is_edited(self) -> bool:
        return _compute_checksum(self.body) != self.sum

    def write(self, body: str, flavour: Flavour, checksum: str | None = None) -> None:
        """Let the block say `body`, as the user's editor breaks lines."""
        text = _wrap(self.name, checksum or _compute_checksum(body), body, flavour)
        self.text = text.replace("\n", self.newline)


def _read_block(match: re.Match[str], below: str) -> _BlockInFile:
    body = match["body"].replace("\r\n", "\n")
    return _BlockInFile(match["name"], body, match["sum"], match.group(), match["break"], below)


def _renew(part: _BlockInFile, new: str | None, flavour: Flavour, *, force: bool) -> str | None:
    """Renew a block; return what is to be said beside it, if it was edited by hand."""
    if part.is_edited and not force and part.body != new:
        said = new if new is not None else _DELETED
        if _compute_checksum(said) == part.sum:
            part.is_kept = True
            return None
        # By this sum it is known next time that the user has seen what we say now.
        part.write(part.body, flavour, _compute_checksum(said))
        return said
    if new is not None:
        part.write(new, flavour)
    elif not part.body.startswith(_DELETED):
        part.write(f"{_DELETED}\n\n{part.body}", flavour)
    else:
        part.write(part.body, flavour)
    return None


def _put_beside(
    part: _BlockInFile, beside: _BlockInFile | None, said: str | None, flavour: Flavour
) -> _BlockInFile | None:
    """Let what we say stand below an edited block; where it was not edited, nothing of the kind.

    `beside` is the block of the kind that the file has; one that it lacks is returned, to follow
    `part`. What the user wrote into such a block stays.
    """
    if beside is not None:
        if not beside.is_edited:
            if said is None:
                beside.is_over = True
            else:
                beside.write(f"{_NEWER}\n\n{said}", flavour)
        return None
    if said is None:
        return None
    new = _BlockInFile(f"{_BESIDE}{part.name}", "", "", "", part.newline, part.below)
    new.write(f"{_NEWER}\n\n{said}", flavour)
    part.below = part.newline * 2
    return new


def _take_out(head: str, parts: Iterable[_BlockInFile]) -> tuple[str, list[_BlockInFile]]:
    """Return what stands above the blocks, and those that stay, with what was below the others."""
    left: list[_BlockInFile] = []
    for part in parts:
        if not part.is_over:
            left.append(part)
        elif left:
            left[-1].below = left[-1].below.rstrip("\r\n") + part.below
        else:
            head = head.rstrip("\r\n") + part.below
    return head, left


def _insert_new(
    parts: Sequence[_BlockInFile], blocks: Sequence[Block], newline: str, flavour: Flavour
) -> list[_BlockInFile]:
    """Return the blocks with those that the file lacks behind what precedes them, or first of all.

    What the user wrote under a block belongs to it, up to the next heading.
    """
    gap = newline * 2
    # Of two with one name the first counts.
    numbers = {part.name: number for number, part in reversed([*enumerate(parts)])}
    before = None
    place = 0
    rows: list[list[_BlockInFile]] = [[], *([part] for part in parts)]
    for block in blocks:
        if block.name in numbers:
            place = numbers[block.name] + 1
            if place < len(parts) and parts[place].name == f"{_BESIDE}{block.name}":
                place += 1
            before = parts[place - 1]
            continue
        new = _BlockInFile(block.name, "", "", "", newline, gap)
        new.write(block.body, flavour)
        if before is not None:
            heading = _HEADING.search(before.below)
            end = heading.start() if heading else len(before.below)
            own = before.below[:end].rstrip("\r\n")
            new.below = (before.below[len(own) : end] or newline) + before.below[end:]
            before.below = own + gap
        rows[place].append(new)
        before = new
    return [part for row in rows for part in row]


def _wrap(name: str, checksum: str, body: str, flavour: Flavour) -> str:
    begin, end = _COMMENT[flavour]
    return (
        f"{begin} copydesk:begin {name} {checksum} {end}\n{body}\n{begin} copydesk:end {name} {end}"
    )


def _compute_checksum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:12]
