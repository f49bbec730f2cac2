"""Links: which direct quotations are one utterance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from textreuse.statements.utterances.likeness import FoldedQuotation, Likeness
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.word_runs import Range, WordRun
from textreuse.structures.union_find import UnionFind

_MOST, _MOST_OF_ONE = 40, 2
"""Quotations with one pair of words in common, in all or for each article, above which that
proposes none: it is a phrase."""

_BRIEF = 20
"""Words of a quotation that one pair of words proposes; of longer ones two must."""

_ALIKE = 2
"""What two that are alike count for: two pairs of words."""

_SHORT = 2
"""Words of a quotation too short for a pair of words to propose it."""

_FEW = 3
"""Words of a quotation that may be part of several others."""

_WHOLE_SHARE = 0.9
"""Share of the shorter of two quotations from which on it is the other, or a part of it."""


class Link(NamedTuple):
    """Two quotations that are one utterance, by their numbers, and the words in common."""

    one: int
    other: int
    runs: tuple[WordRun, ...]

    @property
    def common(self) -> int:
        """How many words they have in common."""
        return sum(run.size for run in self.runs)

    @property
    def sides(self) -> tuple[tuple[int, int, Range], tuple[int, int, Range]]:
        """Each quotation, the other one, and from where to where its words in common run."""
        first, last = self.runs[0], self.runs[-1]
        return (
            (self.one, self.other, (first.one, last.one_end)),
            (self.other, self.one, (first.other, last.other_end)),
        )


def link_quotations(
    folded: Sequence[FoldedQuotation], likeness: Likeness, telling: TellingWords
) -> list[Link]:
    """Return the links between `folded` quotations, which are in the order of their places.

    First what its own words tell; then segments of a turn of which another one is linked with the
    same turn.
    """
    found: dict[tuple[int, int], Link] = {}
    left: list[tuple[int, int]] = []
    for one, other in sorted(_propose(folded, telling)):
        if _are_one_speech(folded[one], folded[other]):
            continue
        runs = likeness.align(folded[one], folded[other])
        if runs:
            found[one, other] = Link(one, other, tuple(runs))
        else:
            left.append((one, other))
    turns = {
        (_name_turn(folded[link.one]), _name_turn(folded[link.other])) for link in found.values()
    }
    for one, other in left:
        if (_name_turn(folded[one]), _name_turn(folded[other])) in turns:
            runs = likeness.align(folded[one], folded[other], supported=True)
            if runs:
                found[one, other] = Link(one, other, tuple(runs))
    in_order = [found[pair] for pair in sorted(found)]
    return _leave_out_outdone(folded, _leave_out_ambiguous(folded, in_order))


def _leave_out_ambiguous(folded: Sequence[FoldedQuotation], links: Sequence[Link]) -> list[Link]:
    """Leave out links of a few words that an article quotes in utterances of several kinds.

    Which of them is meant nobody can tell.
    """
    union = UnionFind(len(folded))
    for link in links:
        if not _list_few(folded, link):
            union.union(link.one, link.other)
    meant: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for link in links:
        for few in _list_few(folded, link):
            other = link.one + link.other - few
            if len(folded[other].words) > _FEW:
                meant[few, folded[other].article].add(union.find(other))
    ambiguous = {
        few
        for (few, article), utterances in meant.items()
        if len(utterances) > 1 and article != folded[few].article
    }
    return [link for link in links if ambiguous.isdisjoint(_list_few(folded, link))]


def _list_few(folded: Sequence[FoldedQuotation], link: Link) -> list[int]:
    """Return those of the two quotations of a link that have but a few words."""
    return [one for one in (link.one, link.other) if len(folded[one].words) <= _FEW]


def _leave_out_outdone(folded: Sequence[FoldedQuotation], links: Sequence[Link]) -> list[Link]:
    """Leave out links that differ, and of which one side has a better one for the same words.

    Somebody who says much the same twice is quoted with either, and each belongs to its like.
    """
    near: defaultdict[tuple[int, int], list[tuple[int, Range]]] = defaultdict(list)
    for link in links:
        for mine, other, words in link.sides:
            near[mine, folded[other].article].append((link.common, words))
    return [link for link in links if not _is_outdone(folded, link, near)]


def _is_outdone(
    folded: Sequence[FoldedQuotation],
    link: Link,
    near: Mapping[tuple[int, int], Sequence[tuple[int, Range]]],
) -> bool:
    shorter = min(len(folded[link.one].words), len(folded[link.other].words))
    if link.common >= _WHOLE_SHARE * shorter:
        return False
    return any(
        common > link.common and _overlap(words, others) >= (words[1] - words[0]) / 2
        for mine, other, words in link.sides
        for common, others in near[mine, folded[other].article]
    )


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _are_one_speech(one: FoldedQuotation, other: FoldedQuotation) -> bool:
    """Tell whether two quotations are parts of one turn, or one stands inside the other."""
    if one.quotation.span.overlap(other.quotation.span):
        return True
    return _name_turn(one) == _name_turn(other)


def _name_turn(folded: FoldedQuotation) -> tuple[int, int]:
    return folded.article, folded.quotation.turn


def _propose(folded: Sequence[FoldedQuotation], telling: TellingWords) -> Iterator[tuple[int, int]]:
    """Yield the pairs with two words in a row in common, one of them telling, or few at all."""
    postings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    met: Counter[tuple[int, int]] = Counter()
    short: list[int] = []
    for number, one in enumerate(folded):
        keys = one.words.keys
        is_telling = [telling.is_telling(key, one.article) for key in keys]
        for word in {mine for mine, tells in zip(keys, is_telling, strict=True) if tells}:
            postings[word,].append(number)
        for at, two in enumerate(pairwise(keys)):
            if is_telling[at] or is_telling[at + 1]:
                posted = postings[two]
                if not posted or posted[-1] != number:
                    posted.append(number)
        if len(keys) <= _SHORT:
            short.append(number)
    for alike in _group_by_words(folded):
        met.update(dict.fromkeys(combinations(alike, 2), _ALIKE))
    most = max(_MOST, _MOST_OF_ONE * len({one.article for one in folded}))
    for key, numbers in postings.items():
        if len(key) > 1 and 1 < len(numbers) <= most:
            met.update(combinations(numbers, 2))
    sizes = [len(one.words) for one in folded]
    yield from {
        *(
            (one, other)
            for (one, other), count in met.items()
            if count > 1 or min(sizes[one], sizes[other]) <= _BRIEF
        ),
        *_propose_short(folded, short, postings),
    }


def _group_by_words(folded: Sequence[FoldedQuotation]) -> Iterator[list[int]]:
    """Yield the quotations of few words that are alike word for word, and not too many."""
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(folded):
        if len(one.words) <= _BRIEF:
            groups[one.words.keys].append(number)
    yield from (alike for alike in groups.values() if len(alike) <= _MOST)


def _propose_short(
    folded: Sequence[FoldedQuotation],
    short: Sequence[int],
    postings: Mapping[tuple[str, ...], Sequence[int]],
) -> Iterator[tuple[int, int]]:
    for number in short:
        lists = [postings[key,] for key in folded[number].words.keys if (key,) in postings]
        rarest = min(lists, key=len, default=[])
        if len(rarest) <= _MOST:
            for other in rarest:
                if other != number:
                    yield min(number, other), max(number, other)
