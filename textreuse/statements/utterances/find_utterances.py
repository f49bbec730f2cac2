"""Link the quotations of articles into utterances, and tell how their forms differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textreuse.comparison import Comparison
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.folded_words import fold_words
from textreuse.statements.utterances.likeness import FoldedQuotation, Likeness
from textreuse.statements.utterances.links import Link, link_quotations
from textreuse.statements.utterances.relations import Relations
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.utterance import QuotationFinding, Utterance
from textreuse.structures.union_find import UnionFind


def find_utterances(
    comparison: Comparison, quotations: Sequence[Sequence[Quotation]], names: Sequence[str]
) -> tuple[Utterance, ...]:
    """Return what was said, by first place; `quotations` are the direct ones of each article."""
    corpus = comparison.corpus
    folded = [
        FoldedQuotation(quotation, words)
        for of_article in quotations
        for quotation in of_article
        for words in (fold_words(corpus, quotation.span),)
        if len(words)
    ]
    telling = TellingWords(corpus)
    links = link_quotations(folded, Likeness(corpus, telling), telling)
    relations = Relations(corpus, folded, names)
    first_said = _find_first_said(folded, links)
    found = []
    for members in _join(len(folded), links):
        kept = [number for number in members if first_said[number] == number]
        shown = set(kept)
        findings = [
            relations.relate(folded[link.one], folded[link.other], link.runs)
            for link in links
            if link.one in shown
            and link.other in shown
            and folded[link.one].article != folded[link.other].article
        ]
        found.append((kept, members, findings))
    return tuple(
        Utterance(
            number,
            tuple(folded[each].quotation for each in kept),
            tuple(_sort_findings(findings)),
            tuple(folded[each].quotation for each in members if each not in kept),
        )
        for number, (kept, members, findings) in enumerate(found, 1)
    )


def _join(count: int, links: Iterable[Link]) -> Iterator[list[int]]:
    """Yield the numbers of the quotations of each utterance, by their first."""
    union = UnionFind(count)
    for link in links:
        union.union(link.one, link.other)
    members: dict[int, list[int]] = {}
    for number in range(count):
        members.setdefault(union.find(number), []).append(number)
    yield from members.values()


def _find_first_said(folded: Sequence[FoldedQuotation], links: Iterable[Link]) -> list[int]:
    """Return for each quotation the first one in its article that has the same words."""
    first = list(range(len(folded)))
    for link in links:
        one, other = folded[link.one], folded[link.other]
        if one.article == other.article and one.words.keys == other.words.keys:
            first[link.other] = min(first[link.other], first[link.one])
    return first


def _sort_findings(findings: Iterable[QuotationFinding]) -> list[QuotationFinding]:
    return sorted(
        findings, key=lambda finding: (not finding.flagged, finding.one.span, finding.other.span)
    )
