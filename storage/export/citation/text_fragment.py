"""Addresses that lead a browser to a quote on its page: text fragments.

After the WICG's draft "URL Fragment Text Directives": `#:~:text=prefix-,start,end,-suffix`, where
all but `start` may be missing. A browser takes the first place that fits, of whole words, without
regard to case and accents, and looks for each of the four in one block of the page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

import regex

from textreuse import unify_line_breaks

_EXACT = 300
"""Characters up to which a quote is written out; of a longer one only how it begins and ends."""
_ENDS = (40, 80, 140)
"""Characters of a beginning and of an end, the fewest that are enough."""
_CONTEXT = (20, 40, 80, 160)
"""Characters of what stands before or after, where the quote alone is not enough."""
_EDGE = regex.compile(r"\b", regex.WORD)


class Directive(NamedTuple):
    """What a browser looks for; empty is what it does not look for."""

    prefix: str
    start: str
    end: str
    suffix: str

    def __str__(self) -> str:
        parts = [f"{_encode(self.prefix)}-" if self.prefix else "", _encode(self.start)]
        parts += [_encode(self.end), f"-{_encode(self.suffix)}" if self.suffix else ""]
        return ",".join(part for part in parts if part)


def link_to_quote(url: str, text: str, start: int, end: int) -> str:
    """Return `url` so that it leads to `text[start:end]`, grown to whole words, on its page.

    A fragment of its own stays, a text directive does not. Where none leads to this place and no
    other, there is none: then the address leads to the page.
    """
    page, _, fragment = url.partition("#")
    fragment = fragment.partition(":~:")[0]
    directive = find_directive(text, start, end)
    if directive is None:
        return f"{page}#{fragment}" if fragment else page
    return f"{page}#{fragment}:~:text={directive}"


def find_directive(text: str, start: int, end: int) -> Directive | None:
    """Return the least directive whose first place in `text` is these words; None if none is."""
    start, end = _grow_to_words(text, start, end)
    if start >= end:
        return None
    folded = _fold(text)
    wanted = start, end
    for prefix, suffix in _list_contexts(text, start, end):
        for first, last in _list_terms(text, start, end):
            directive = Directive(prefix, first, last, suffix)
            if _find(directive, folded) == wanted:
                return directive
    return None


def split_directives(address: str) -> tuple[str, tuple[Directive, ...]]:
    """Return an address without its text directives, and these; those without a start are none."""
    page, _, fragment = address.partition("#")
    fragment, _, directives = fragment.partition(":~:")
    written = (one.partition("=") for one in directives.split("&"))
    found = (_parse_directive(value) for name, _, value in written if name == "text")
    return f"{page}#{fragment}" if fragment else page, tuple(one for one in found if one)


def find_place(directive: Directive, text: str) -> tuple[int, int] | None:
    """Return where a directive leads in `text`, as on its page; None where it leads nowhere.

    A text may have line breaks where its page had none; these count only where nothing else fits.
    """
    folded = _fold(text)
    return _find(directive, folded) or _find(directive, folded.replace("\n", " "))


def _parse_directive(written: str) -> Directive | None:
    terms = written.split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms and terms[-1].startswith("-") else ""
    if not 1 <= len(terms) <= 2 or not unquote(terms[0]).strip():
        return None
    start, end = (*terms, "")[:2]
    return Directive(*map(unquote, (prefix, start, end, suffix)))


def _list_terms(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the quote, or ever longer beginnings and ends of it, each inside one line."""
    lines = unify_line_breaks(text[start:end]).split("\n")
    if len(lines) == 1 and end - start <= _EXACT:
        yield text[start:end], ""
        return
    for most in _ENDS:
        yield _take_beginning(lines[0], most), _take_ending(lines[-1], most)


def _list_contexts(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield ever more of what stands before and after, at first nothing."""
    yield "", ""
    before = unify_line_breaks(text[:start]).rstrip().rpartition("\n")[2]
    after = unify_line_breaks(text[end:]).lstrip().partition("\n")[0]
    for most in _CONTEXT:
        prefix, suffix = _take_ending(before, most), _take_beginning(after, most)
        if prefix:
            yield prefix, ""
        if suffix:
            yield "", suffix
        if prefix and suffix:
            yield prefix, suffix


def _take_beginning(line: str, most: int) -> str:
    """Return the whole words among the first `most` characters of a line, at least one."""
    line = line.strip()
    if len(line) <= most:
        return line
    seen = line[: most + _EXACT]
    edges = [edge for edge in _find_edges(seen) if 0 < edge < len(seen)]
    spaced = [edge for edge in edges if edge <= most and seen[edge].isspace()]
    fitting = spaced or [edge for edge in edges if edge <= most]
    return line[: max(fitting) if fitting else min(edges, default=len(line))].rstrip()


def _take_ending(line: str, most: int) -> str:
    """Return the whole words among the last `most` characters of a line, at least one."""
    line = line.strip()
    if len(line) <= most:
        return line
    seen = line[-most - _EXACT :]
    edges = [edge - len(seen) for edge in _find_edges(seen) if 0 < edge < len(seen)]
    spaced = [edge for edge in edges if -edge <= most and seen[edge - 1].isspace()]
    fitting = spaced or [edge for edge in edges if -edge <= most]
    return line[min(fitting) if fitting else max(edges, default=-len(line)) :].lstrip()


def _grow_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without white space at its ends, grown to where words begin and end."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, end
    first = text.rfind("\n", 0, start) + 1
    last = text.rfind("\n", 0, end) + 1
    after = text.find("\n", end)
    before_start = [edge for edge in _find_edges(text[first : start + 1]) if first + edge <= start]
    # What follows a place tells whether a word ends there, so the whole line is looked at.
    behind = [last + edge for edge in _find_edges(text[last : after if after >= 0 else len(text)])]
    return (
        first + max(before_start, default=0),
        min((edge for edge in behind if edge >= end), default=end),
    )


def _find_edges(text: str) -> list[int]:
    """Return where words begin or end, by Unicode's rules (UAX 29)."""
    return [match.start() for match in _EDGE.finditer(text)]


def _find(directive: Directive, folded: str) -> tuple[int, int] | None:
    """Return where a browser would find it in a text without case and accents."""
    prefix, start, end, suffix = map(_make_pattern, directive)
    parts = [rf"\b{prefix}\s*+({start}" if prefix else rf"\b({start}"]
    if end:
        parts.append(rf"\b.*?\b{end}")
    parts.append(rf")(?=\s*+{suffix}\b)" if suffix else r"\b)")
    found = regex.search("".join(parts), folded, regex.DOTALL | regex.WORD)
    return found.span(1) if found else None


def _make_pattern(term: str) -> str:
    """Return a pattern for a term, with any white space but line breaks between its words."""
    return r"[^\S\n]+".join(map(regex.escape, _fold(term).split()))


def _fold(text: str) -> str:
    """Return `text` without case and accents, code point for code point."""
    return text.translate({ord(sign): _fold_sign(sign) for sign in set(text)})


def _fold_sign(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)[0].casefold()
    return plain if len(plain) == 1 else sign


def _encode(term: str) -> str:
    """Return a term as it is written: `-`, `,` and `&` mean something, so they are quoted too."""
    return quote(" ".join(term.split()), safe="", errors="replace").replace("-", "%2D")
