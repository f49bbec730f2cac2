"""Tags as Markdown can hold them: legal in Obsidian, and no two of a library alike.

Obsidian's help allows letters, numbers, `_`, `-` and, between a tag and its parent, `/`; numbers
alone are no tag.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, count

import regex

_ILLEGAL = regex.compile(r"[^\p{L}\p{M}\p{N}_-]+|\p{VS}+")
_INVISIBLE = regex.compile(r"[\p{VS}\p{Cf}\p{Cc}]+")
_SYMBOL = regex.compile(r"[\p{Sc}\p{Sm}\p{So}#%&@*§--[<>|~]]", regex.V1)
"""Signs that say something; the others part words, or say how they are meant."""
_WORD = regex.compile(r"[\p{L}\p{N}]")
_NUMBER = regex.compile(r"[\p{N}/]+")
_WORDS = {
    "+": "plus",
    "#": "sharp",
    "&": "and",
    "%": "percent",
    "@": "at",
    "=": "equals",
    "*": "star",
    ".": "dot",
    "-": "dash",
    "_": "underscore",
}
"""What is said more shortly than by its name in Unicode."""


class WrittenTags:
    """How the tags of a library are written, by their names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Take the names of all tags; those that come out alike are told apart."""
        self._written: dict[str, str] = {}
        taken: set[str] = set()
        # Who is written as it is called stays so, whatever else there is.
        for name in sorted(names, key=lambda name: (_write(name) != name, name)):
            ways = chain([_write(name), _write(name, spelled=True)], _number(name))
            written = next(one for one in ways if one.casefold() not in taken)
            taken.add(written.casefold())
            self._written[name] = written

    def write(self, names: Iterable[str]) -> list[str]:
        """Return these tags as they are written, each with its `#`."""
        return [f"#{self._written.get(name) or _write(name)}" for name in names]


def _number(name: str) -> Iterator[str]:
    spelled = _write(name, spelled=True)
    return (f"{spelled}-{number}" for number in count(2))


def _write(name: str, *, spelled: bool = False) -> str:
    """Return a tag: white space becomes `-`, as does punctuation unless it is `spelled` out."""
    parts = [_write_part(part, spelled=spelled) for part in name.lstrip("#").split("/")]
    written = "/".join(filter(None, parts)) or "tag"
    return f"n{written}" if _NUMBER.fullmatch(written) else written


def _write_part(part: str, *, spelled: bool) -> str:
    written = _ILLEGAL.sub(lambda signs: _spell(signs.group(), everything=spelled), part)
    written = _trim(part, written)
    if _WORD.search(written):
        return written
    return _spell(part, everything=True).strip("-")


def _trim(part: str, written: str) -> str:
    """Return what was written for `part` without the dashes at its ends that are not its own."""
    start = len(part) - len(part.lstrip("-"))
    end = len(part) - len(part.rstrip("-"))
    return f"{'-' * start}{written.strip('-')}{'-' * end}"


def _spell(signs: str, *, everything: bool) -> str:
    """Return signs that no tag can hold as words between dashes, or as one dash."""
    words = [
        _name(sign)
        for sign in _INVISIBLE.sub("", signs)
        if not sign.isspace() and (everything or _SYMBOL.match(sign))
    ]
    return f"-{'-'.join(words)}-" if words else "-" if not _INVISIBLE.fullmatch(signs) else ""


def _name(sign: str) -> str:
    if sign in _WORDS:
        return _WORDS[sign]
    name = unicodedata.name(sign, f"u{ord(sign):x}").lower().removesuffix(" sign")
    return name.removeprefix("regional indicator symbol letter ").replace(" ", "-")
