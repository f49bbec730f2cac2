"""Link the quotations of articles into utterances, and tell how their forms differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from textreuse.comparison import Comparison
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.counterparts import Counterpart, Counterparts
from textreuse.statements.utterances.folded_words import fold_words
from textreuse.statements.utterances.likeness import FoldedQuotation, Likeness
from textreuse.statements.utterances.links import Link, link_quotations
from textreuse.statements.utterances.relations import Relations
from textreuse.statements.utterances.shared_quotations import OwnWords
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.utterance import QuotationFinding, Utterance
from textreuse.structures.union_find import UnionFind


@dataclass
class _Found:
    """An utterance while it is put together."""

    kept: list[int]
    """The numbers of its quotations, without those that an article gives again."""
    repeats: list[int]
    told: list[Quotation] = field(default_factory=list)
    """What other articles tell in their own words."""
    findings: list[QuotationFinding] = field(default_factory=list)


def find_utterances(
    comparison: Comparison, quotations: Sequence[Sequence[Quotation]], names: Sequence[str]
) -> tuple[Utterance, ...]:
    """Return what was said, by first place; `quotations` are the direct ones of each article.

    Every direct quotation with a word in it is in exactly one, as a quotation or a repeat. Pairs of
    direct quotations have a finding where they have words in common; so has each with what another
    article, which does not quote it, tells instead.
    """
    corpus = comparison.corpus
    folded = [
        FoldedQuotation(quotation, words)
        for of_article in quotations
        for quotation in of_article
        for words in (fold_words(corpus, quotation.span),)
        if len(words)
    ]
    if not folded:
        return ()
    telling = TellingWords(corpus)
    links = link_quotations(folded, Likeness(corpus, telling), telling)
    relations = Relations(corpus, folded, OwnWords(comparison, quotations), names)
    found = list(_join(folded, links))
    of_quotation = {number: each for each in found for number in each.kept}
    for link in links:
        utterance = of_quotation.get(link.one)
        one, other = folded[link.one], folded[link.other]
        if utterance and link.other in of_quotation and one.article != other.article:
            utterance.findings.append(relations.relate(one, other, link.runs))
    counterparts = Counterparts(comparison, quotations, telling)
    for utterance in found:
        _add_told(utterance, folded, range(len(quotations)), counterparts, relations)
    _add_extensions(found, folded, relations)
    return _number(found, folded)


def _join(folded: Sequence[FoldedQuotation], links: Sequence[Link]) -> Iterator[_Found]:
    """Yield the utterances that `links` make of quotations, by their first one."""
    union = UnionFind(len(folded))
    first_said = list(range(len(folded)))
    for link in links:
        union.union(link.one, link.other)
        one, other = folded[link.one], folded[link.other]
        if one.article == other.article and one.words.keys == other.words.keys:
            first_said[link.other] = min(first_said[link.other], first_said[link.one])
    members: dict[int, list[int]] = {}
    for number in range(len(folded)):
        members.setdefault(union.find(number), []).append(number)
    for of_one in members.values():
        kept = [number for number in of_one if first_said[number] == number]
        yield _Found(kept, [number for number in of_one if first_said[number] != number])


def _add_told(
    utterance: _Found,
    folded: Sequence[FoldedQuotation],
    articles: Iterable[int],
    counterparts: Counterparts,
    relations: Relations,
) -> None:
    """Add what the articles that do not quote an utterance tell of it, each the best it has."""
    quoting = {folded[number].article for number in utterance.kept}
    for article in articles:
        if article in quoting:
            continue
        found: list[tuple[int, Counterpart]] = []
        for number in utterance.kept:
            counterpart = counterparts.find(folded[number], article)
            if counterpart is not None:
                found.append((number, counterpart))
        if not found:
            continue
        best = max(found, key=lambda one: (one[1].has_wording, one[1].common, -one[0]))[1]
        utterance.told.append(best.told)
        for number, counterpart in found:
            if counterpart.told.span == best.told.span:
                utterance.findings.append(relations.relate_told(folded[number], counterpart))


def _add_extensions(
    found: Sequence[_Found], folded: Sequence[FoldedQuotation], relations: Relations
) -> None:
    """Add that a turn has words nobody else has, where another segment of it is narration."""
    narrated: dict[tuple[int, int], Quotation] = {}
    for utterance in found:
        for finding in utterance.findings:
            if finding.kind == "narration_elsewhere" and finding.flagged:
                quoted, told = finding.one, finding.other
                if quoted.form != "direct":
                    quoted, told = told, quoted
                narrated.setdefault((quoted.span.article, quoted.turn), told)
    for utterance in found:
        if utterance.findings or len(utterance.kept) != 1:
            continue
        only = folded[utterance.kept[0]]
        told_there = narrated.get((only.article, only.quotation.turn))
        if told_there is not None:
            utterance.findings.append(relations.relate_added(only, told_there))


def _number(found: Iterable[_Found], folded: Sequence[FoldedQuotation]) -> tuple[Utterance, ...]:
    made = []
    for utterance in found:
        direct = [folded[number].quotation for number in utterance.kept]
        quotations = tuple(sorted([*direct, *utterance.told], key=lambda one: one.span))
        repeats = tuple(folded[number].quotation for number in utterance.repeats)
        made.append((quotations, tuple(_sort(utterance.findings)), repeats))
    made.sort(key=lambda one: one[0][0].span)
    return tuple(Utterance(number, *one) for number, one in enumerate(made, 1))


def _sort(findings: Iterable[QuotationFinding]) -> list[QuotationFinding]:
    return sorted(
        findings, key=lambda finding: (not finding.flagged, finding.one.span, finding.other.span)
    )
