"""Boilerplate: what a site puts on every page, told from reporting by its lines.

Three signs, each of a whole line: it is a phrase that sites are known to use; it stands in a row of
short lines that are no sentences and of which two are known or name a network (a share bar, a
menu); or it stands in at least three articles of one outlet. A reader's verdict is above all signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from textreuse.text.normalize import fold
from textreuse.text.spans import Span, merge
from textreuse.text.words import Words

_NETWORKS = (
    r"facebook|twitter|x|linkedin|pinterest|pocket|whats ?app|reddit|telegram|tumblr|bluesky|"
    r"threads|mastodon|e-?mail|messenger|flipboard|copy link|print"
)
_MENU_ENTRY = re.compile(rf"(?:{_NETWORKS})")
"""A line that is boilerplate beside others of its kind; alone it may be a subheading."""

_PHRASE = re.compile(
    rf"""
      share\ (?:on|via|to)\ (?:{_NETWORKS})
    | share(?:\ this)?(?:\ (?:article|story|page|post))?
    | (?:estimated\ )?(?:reading\ time:?\ )?\d+[\ -]min(?:ute)?s?(?:\ read)?
    | select\ language | skip\ to\ (?:main\ )?content | advertisement | sponsored
    | (?:read|see|show|load)\ (?:more|next|also|full\ story)(?:[:.…]|\ here)?
    | (?:related|recent|popular|latest|trending)\ (?:news|articles|stories|posts|topics)
    | editor.?s\ picks? | most\ read | you\ (?:may|might)\ also\ like
    | (?:sign\ up|subscribe|never\ miss)\b.{{0,60}}
      \b(?:newsletters?|e-?mails?|inbox|updates|alerts|notifications|channel
           |briefings?|bulletin|digest|for\ free)\b.{{0,40}}
    | subscribe(?:\ now|\ today)?
    | (?:leave|post)\ a\ (?:comment|reply) | comments?(?:\ \(\d+\))? | log\ in | sign\ in
    | (?:this|our)\ (?:web)?site\ uses\ cookies.{{0,200}} | accept\ (?:all\ )?cookies
    | .{{0,60}}\bnewsletters?\b.{{0,40}}\ here
    | all\ rights\ reserved | ©.{{0,100}} | copyright\ ©?\ ?\d{{4}}.{{0,80}}
    """,
    re.VERBOSE,
)
_FRAME = " \t\r\f\v\u00a0•·|*-–—>»:.!"
_ENDS_SENTENCE = re.compile(r"""[.!?…:;。！？]["'”’»)\]]*\s*$""")

_LONGEST = 250
"""Characters of the longest line that a known phrase is looked for in."""
_MENU_SIGNS = 2
"""Known lines that make a row of short ones a share bar; one alone may be a subheading."""
_MENU_WORDS = 3
"""Most words in a line of a share bar or menu."""
_OUTLET_ARTICLES = 3
"""Articles of one outlet in which a line must stand to be boilerplate, not reporting."""


class Verdicts(NamedTuple):
    """What a reader said of places, whatever the signs say; empty spans say nothing."""

    boilerplate: tuple[Span, ...] = ()
    """These are boilerplate."""
    reporting: tuple[Span, ...] = ()
    """No line that touches one of these is boilerplate by its looks."""


NO_VERDICTS = Verdicts()


def find_boilerplate(
    texts: Sequence[str],
    rows: Sequence[Words],
    outlets: Sequence[str | None] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> tuple[Span, ...]:
    """Return what is taken for boilerplate, sorted and disjoint.

    That is whole lines, trimmed, but for what `verdicts` say. `rows` are the words of `texts`;
    `outlets`, where given, names the outlet of each.
    """
    found = _find_by_looks(texts, rows, outlets)
    if verdicts == NO_VERDICTS:
        return found
    spared = [line for line in found if not any(map(line.overlap, verdicts.reporting))]
    return merge([*spared, *(span for span in verdicts.boilerplate if span.length)])


def _find_by_looks(
    texts: Sequence[str], rows: Sequence[Words], outlets: Sequence[str | None] | None
) -> tuple[Span, ...]:
    outlets = outlets or [None] * len(texts)
    lines = [_split_lines(article, text) for article, text in enumerate(texts)]
    common = _find_common_lines(lines, outlets)
    found: list[Span] = []
    for article, (text, row, outlet) in enumerate(zip(texts, rows, outlets, strict=True)):
        known = [
            line.is_known or (outlet is not None and (outlet, line.content) in common)
            for line in lines[article]
        ]
        signs = [
            mark or line.is_menu_entry for mark, line in zip(known, lines[article], strict=True)
        ]
        marked = known
        if sum(signs) >= _MENU_SIGNS:
            short = [line.is_short(text, row) for line in lines[article]]
            marked = _add_menus(known, signs, short)
        found.extend(line.span for line, mark in zip(lines[article], marked, strict=True) if mark)
    return tuple(found)


class _Line(NamedTuple):
    span: Span
    content: str
    """The line folded and bare of bullets and marks around it."""

    @property
    def is_known(self) -> bool:
        return len(self.content) <= _LONGEST and _PHRASE.fullmatch(self.content) is not None

    @property
    def is_menu_entry(self) -> bool:
        return _MENU_ENTRY.fullmatch(self.content) is not None

    def is_short(self, text: str, row: Words) -> bool:
        """Tell whether the line is as short as an entry of a menu, and no sentence."""
        start, end = self.span.start, self.span.end
        return len(row.within(start, end)) <= _MENU_WORDS and not _ENDS_SENTENCE.search(
            text, start, end
        )


def _split_lines(article: int, text: str) -> list[_Line]:
    lines = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            # Only short lines can be boilerplate by their words; long ones need no folding.
            short = len(line) <= 2 * _LONGEST
            content = " ".join(fold(line).strip(_FRAME).split()) if short else line
            lines.append(_Line(Span(article, start, start + len(line)), content))
        at += len(raw) + 1
    return lines


def _find_common_lines(
    lines: Sequence[Sequence[_Line]], outlets: Sequence[str | None]
) -> set[tuple[str, str]]:
    carriers: Counter[tuple[str, str]] = Counter()
    for of_one, outlet in zip(lines, outlets, strict=True):
        if outlet is not None:
            carriers.update({(outlet, line.content) for line in of_one if line.content})
    return {line for line, count in carriers.items() if count >= _OUTLET_ARTICLES}


def _add_menus(known: Sequence[bool], signs: Sequence[bool], short: Sequence[bool]) -> list[bool]:
    """Add to the known lines the rows of short lines among which there are enough signs."""
    marked = list(known)
    at = 0
    while at < len(short):
        end = at
        while end < len(short) and short[end]:
            end += 1
        if sum(signs[at:end]) >= _MENU_SIGNS:
            marked[at:end] = [True] * (end - at)
        at = max(end, at + 1)
    return marked
