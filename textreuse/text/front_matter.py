"""Metadata at the top of a text, as clippers and note programs write it: never text to compare.

Between two rows of dashes (YAML, as Jekyll has it) or pluses (TOML), as an object of JSON, in lines
that begin with a sign (Pandoc, Org), or as a few lines `Author: …` at the top or below the
headline, as Notion, Readwise and Logseq export them; or as the article's address alone there.
"""

from __future__ import annotations

import json
import re
from typing import Literal, NamedTuple

_MOST = 65_536
"""Characters of the longest front matter."""
_KEY = r"""(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[^\W\d_][\w .-]{0,60}?)"""
_FENCES = {
    "---": re.compile(rf"(?P<key>{_KEY}[ \t]*:(?:[ \t]|$))|[ \t#\]}}]|-(?:[ \t]|$)|$"),
    "+++": re.compile(rf"(?P<key>{_KEY}[ \t]*=)|[ \t#\[\]}}]|$"),
}
"""What stands before and behind front matter, and what each of its lines begins with."""
_BEFORE_JSON = re.compile(r"\{\s*\"")
_SIGNED = {
    "pandoc": re.compile(r"(?:%(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*){1,3}(?=[ \t]*\n|\Z)"),
    "org": re.compile(r"(?:#\+\w+:[^\n]*\n)+(?=[ \t]*\n|\Z)"),
}
_ADDRESS_BELOW = re.compile(
    r"(?:[^\n]{1,300}\n(?:[ \t]*\n)*)?"
    r"(?P<address><?https?://[^\s<>]+>?[ \t]*\n)(?=[ \t]*\n\s*\S)"
)
"""An address alone at the top, or below the first line, and text behind it."""
_TITLE = re.compile(r"\s*#{1,2}[ \t](?![ \t]*metadata[ \t]*\n)[^\n]*\n", re.IGNORECASE)
_COVER = re.compile(r"\s*!\[[^\n]*\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_HEADING = re.compile(r"\s*#{1,3}[ \t]+metadata[ \t]*\n", re.IGNORECASE)
_PROPERTY = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?P<key>[^\W\d_][\w /.-]{0,30}?)"
    r"(?:\*\*|__)?[ \t]*(?P<mark>::?)(?:\*\*|__)?(?:[ \t]+(?P<value>[^\n]*))?(?:\n|\Z)"
)
_ADDRESS = re.compile(r"<?\[?https?://|\[[^\]\n]*\]\(https?://")
_ADDRESS_ALONE = re.compile(r"(?:<?https?://[^\s<>]+>?|\[[^\]\n]*\]\(https?://[^\s()]+\))[ \t]*")
_KNOWN = frozenset(
    """
    address author authors by byline category canonical creator created date keywords language link
    outlet published publication publisher site source status summary tags title topics type updated
    url adresse auteur autor autore bron datum fecha fonte fuente quelle titel titolo titre título
    veröffentlicht
    """.split()
)
"""Words that names of properties begin with."""
_LEAST_KNOWN = 2


class FrontMatter(NamedTuple):
    """Where metadata stands in a text."""

    start: int
    end: int
    """Behind its last line break."""
    content: str
    """Its lines, without what fences them."""
    syntax: Literal["yaml", "toml", "json", "pandoc", "org", "properties", "address"]


def find_front_matter(text: str) -> FrontMatter | None:
    """Return the metadata at the top of a text, None where there is none."""
    text = text[:_MOST]
    fence = text[: text.find("\n")].rstrip()
    if fence not in _FENCES:
        return (
            _find_json(text) or _find_signed(text) or _find_properties(text) or _find_address(text)
        )
    ends = (fence, "...") if fence == "---" else (fence,)
    start = at = text.index("\n") + 1
    has_key = False
    for line in text[start:].split("\n"):
        if line.rstrip() in ends:
            end = min(at + len(line) + 1, len(text))
            if not has_key:
                return None
            return FrontMatter(0, end, text[start:at], "toml" if fence == "+++" else "yaml")
        match = _FENCES[fence].match(line)
        # What opens with something else is a text, or a list.
        is_blank = not line.strip() or line.startswith("#")
        if match is None or not (has_key or match["key"] or is_blank):
            return None
        has_key = has_key or bool(match["key"])
        at += len(line) + 1
    return None


def _find_json(text: str) -> FrontMatter | None:
    """Find an object with a known name in it, behind which a text begins on a line of its own."""
    if _BEFORE_JSON.match(text) is None:
        return None
    try:
        said, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    line, _, rest = text[end:].partition("\n")
    names = (name.lower() for name in said)
    if line.strip() or not rest.strip() or _KNOWN.isdisjoint(names):
        return None
    return FrontMatter(0, end + len(line) + 1, text[:end], "json")


def _find_signed(text: str) -> FrontMatter | None:
    if found := _SIGNED["pandoc"].match(text):
        return FrontMatter(0, found.end(), found.group(), "pandoc")
    if found := _SIGNED["org"].match(text):
        return FrontMatter(0, found.end(), found.group(), "org")
    return None


def _find_address(text: str) -> FrontMatter | None:
    found = _ADDRESS_BELOW.match(text)
    if found is None:
        return None
    return FrontMatter(*found.span("address"), found["address"].strip(" \t\n<>"), "address")


def _find_properties(text: str) -> FrontMatter | None:
    """Find lines that name properties, at the top or below the headline.

    They are known by a heading, by an address among them, or by their names.
    """
    title = _TITLE.match(text)
    start = at = title.end() if title else 0
    cover = _COVER.match(text, at)
    heading = _HEADING.match(text, cover.end() if cover else at)
    if heading:
        at = heading.end()
    if title or heading:
        at = _BLANK_LINES.match(text, at).end()  # type: ignore[union-attr]
    first = at
    properties = []
    while match := _PROPERTY.match(text, at):
        properties.append(match)
        at = match.end()
        if at == len(text):
            break
    is_whole = at == len(text) or text[at] in "\n#" or not text[at:].split("\n", 1)[0].strip()
    # No text has two colons; in an outline it goes on in the next line.
    is_whole = is_whole or all(one["mark"] == "::" for one in properties)
    if not properties or not is_whole or not (heading or _are_known(properties)):
        return None
    return FrontMatter(start if heading else first, at, text[first:at], "properties")


def _are_known(properties: list[re.Match[str]]) -> bool:
    names = sum(one["key"].lower().split()[0] in _KNOWN for one in properties)
    if len(properties) < _LEAST_KNOWN:
        return names > 0 and _ADDRESS_ALONE.fullmatch(properties[0]["value"] or "") is not None
    addressed = any(_ADDRESS.match(one["value"] or "") for one in properties)
    return names >= _LEAST_KNOWN or (addressed and names > 0)
