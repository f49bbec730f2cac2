"""Lines that an outlet puts on its pages, told from reporting by how many articles have them.

Such a line is short, no sentence and a paragraph of its own, and stands in articles of which no two
are takes of one another: what takes have in common is the report. A sentence that three follow-ups
share is background, and as well worth showing as what two outlets share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.spans import Span
from textreuse.text.words import Words

_ARTICLES = 3
"""Articles of one outlet, none a take of another, in which a line must stand."""
_LONGEST = 120
"""Characters of the longest line."""
_ENDS_SENTENCE = re.compile(r"""[.!?…。！？]["'”’»)\]]*\s*$""")
_RUN = 4
"""Words in a row by which two articles are held against each other."""
_TAKE = 0.25
"""The share of the runs of the shorter article that a take of it has."""


def find_outlet_lines(
    texts: Sequence[str],
    rows: Sequence[Words],
    outlets: Sequence[str | None],
    lines: Sequence[Sequence[tuple[Span, str]]],
) -> set[tuple[str, str]]:
    """Return the lines that are an outlet's own, as (outlet, content).

    `lines` has those of each text by span and content, `rows` its words. The order of the texts
    makes no difference.
    """
    carriers: defaultdict[tuple[str, str], dict[int, Span]] = defaultdict(dict)
    for article, (text, outlet) in enumerate(zip(texts, outlets, strict=True)):
        for span, content in lines[article] if outlet is not None else ():
            if content and span.length <= _LONGEST and not _ENDS_SENTENCE.search(text, *span[1:]):
                carriers[outlet or "", content].setdefault(article, span)
    common = {line: found for line, found in carriers.items() if len(found) >= _ARTICLES}
    if not common:
        return set()
    takes = _Takes(texts, rows, [span for found in common.values() for span in found.values()])
    paragraphs = cache(lambda article: set(split_paragraphs(texts[article])))
    chosen = set()
    for line, found in common.items():
        alone = [one for one, span in found.items() if (span.start, span.end) in paragraphs(one)]
        if takes.are_apart(alone):
            chosen.add(line)
    return chosen


class _Takes:
    """Tells takes of one report from articles that are apart."""

    def __init__(
        self, texts: Sequence[str], rows: Sequence[Words], without: Sequence[Span]
    ) -> None:
        """Make one for these texts; what stands `without` makes no two of them alike."""
        self._texts = texts
        self._rows = rows
        self._without: defaultdict[int, set[int]] = defaultdict(set)
        for span in without:
            self._without[span.article].update(rows[span.article].within(span.start, span.end))
        self._runs: dict[int, frozenset[tuple[str, ...]]] = {}
        self._known: dict[tuple[int, int], bool] = {}

    def are_apart(self, articles: Sequence[int]) -> bool:
        """Tell whether enough of these are no takes of each other.

        They are gone through from the longest on, equally long ones by what they say.
        """
        apart: list[int] = []
        for one in sorted(articles, key=lambda one: (-len(self._texts[one]), self._texts[one])):
            if not any(self._is_take(one, other) for other in apart):
                apart.append(one)
                if len(apart) == _ARTICLES:
                    return True
        return False

    def _is_take(self, one: int, other: int) -> bool:
        pair = min(one, other), max(one, other)
        if pair not in self._known:
            runs, others = self._find_runs(one), self._find_runs(other)
            fewest = min(len(runs), len(others))
            self._known[pair] = fewest > 0 and len(runs & others) >= _TAKE * fewest
        return self._known[pair]

    def _find_runs(self, article: int) -> frozenset[tuple[str, ...]]:
        if article not in self._runs:
            without = self._without[article]
            keys = [key for at, key in enumerate(self._rows[article].keys) if at not in without]
            runs = zip(*(keys[at:] for at in range(_RUN)), strict=False)
            self._runs[article] = frozenset(runs)
        return self._runs[article]
