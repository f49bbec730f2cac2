"""Link the quotations of articles into utterances, and tell how their forms differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from textreuse.comparison import Comparison
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.shared_quotations import OwnWords
from textreuse.statements.utterances.counterparts import Counterpart, Counterparts
from textreuse.statements.utterances.folded_words import fold_words
from textreuse.statements.utterances.likeness import FoldedQuotation, Likeness
from textreuse.statements.utterances.links import Link, link_quotations
from textreuse.statements.utterances.relations import Relations
from textreuse.statements.utterances.speakers import are_same_speakers
from textreuse.statements.utterances.telling_words import TellingWords
from textreuse.statements.utterances.utterance import QuotationFinding, Utterance
from textreuse.structures.union_find import UnionFind
from textreuse.text.spans import Span

_FEWEST_AGAIN = 3
"""Words of what an article quotes again; fewer may be another answer."""


@dataclass
class _Found:
    """An utterance while it is put together."""

    kept: list[int]
    """The numbers of its quotations."""
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
    said, repeats = _set_repeats_apart(folded)
    telling = TellingWords(corpus)
    links = link_quotations(said, Likeness(corpus, telling), telling)
    relations = Relations(corpus, said, OwnWords(comparison, quotations), names)
    found = list(_join(said, links))
    of_quotation = {number: each for each in found for number in each.kept}
    for link in links:
        one, other = said[link.one], said[link.other]
        if one.article != other.article:
            of_quotation[link.one].findings.append(relations.relate(one, other, link.runs))
    counterparts = Counterparts(comparison, quotations, telling)
    for utterance in found:
        _add_told(utterance, said, range(len(quotations)), counterparts, relations)
    _add_extensions(found, said, relations)
    return _number(found, said, repeats)


def _set_repeats_apart(
    folded: Iterable[FoldedQuotation],
) -> tuple[list[FoldedQuotation], dict[Span, list[Quotation]]]:
    """Return what articles quote, and by its place what the same article quotes again with it."""
    said: list[FoldedQuotation] = []
    repeats: dict[Span, list[Quotation]] = {}
    first_with: dict[tuple[int, tuple[str, ...]], FoldedQuotation] = {}
    for one in folded:
        first = first_with.setdefault((one.article, one.words.keys), one)
        speakers = first.quotation.speaker, one.quotation.speaker
        if first is one or len(one.words) < _FEWEST_AGAIN or are_same_speakers(*speakers) is False:
            said.append(one)
        else:
            repeats.setdefault(first.quotation.span, []).append(one.quotation)
    return said, repeats


def _join(said: Sequence[FoldedQuotation], links: Iterable[Link]) -> Iterator[_Found]:
    """Yield the utterances that `links` make of quotations, by their first one."""
    union = UnionFind(len(said))
    for link in links:
        union.union(link.one, link.other)
    members: dict[int, list[int]] = {}
    for number in range(len(said)):
        members.setdefault(union.find(number), []).append(number)
    yield from map(_Found, members.values())


def _add_told(
    utterance: _Found,
    said: Sequence[FoldedQuotation],
    articles: Iterable[int],
    counterparts: Counterparts,
    relations: Relations,
) -> None:
    """Add what other articles tell of an utterance without marks, each the best it has.

    An article that quotes it as well must have its wording.
    """
    quoting = {said[number].article for number in utterance.kept}
    for article in articles:
        found: list[tuple[int, Counterpart]] = []
        for number in utterance.kept:
            if said[number].article == article:
                continue
            counterpart = counterparts.find(said[number], article)
            if counterpart is not None and (counterpart.has_wording or article not in quoting):
                found.append((number, counterpart))
        if not found:
            continue
        best = max((counterpart for _, counterpart in found), key=_rank_told)
        utterance.told.append(best.told)
        for number, counterpart in found:
            if counterpart.told.span == best.told.span:
                utterance.findings.append(
                    relations.relate_told(
                        said[number], counterpart, is_quoted_too=article in quoting
                    )
                )


def _rank_told(counterpart: Counterpart) -> tuple[bool, int, int, str]:
    """Return what is greater for what tells an utterance best, whatever the order of articles."""
    told = counterpart.told
    return counterpart.has_wording, counterpart.common, -told.span.start, told.speaker.name


def _add_extensions(
    found: Sequence[_Found], said: Sequence[FoldedQuotation], relations: Relations
) -> None:
    """Add that a turn has words nobody else has, where another segment of it is narration."""
    narrated: dict[tuple[int, int], Quotation] = {}
    for utterance in found:
        for finding in utterance.findings:
            if finding.kind == "narration_elsewhere" and finding.flagged:
                quoted, told = finding.one, finding.other
                if quoted.form != "direct":
                    quoted, told = told, quoted
                turn = quoted.span.article, quoted.turn
                known = narrated.get(turn, told)
                # Of several the one that stands first in its article, whichever that is.
                narrated[turn] = min(known, told, key=lambda one: one.span[1:])
    for utterance in found:
        if utterance.findings or len(utterance.kept) != 1:
            continue
        only = said[utterance.kept[0]]
        told_there = narrated.get((only.article, only.quotation.turn))
        if told_there is not None:
            utterance.findings.append(relations.relate_added(only, told_there))


def _number(
    found: Iterable[_Found],
    said: Sequence[FoldedQuotation],
    repeats: Mapping[Span, Sequence[Quotation]],
) -> tuple[Utterance, ...]:
    made = []
    for utterance in found:
        direct = [said[number].quotation for number in utterance.kept]
        again = [repeat for one in direct for repeat in repeats.get(one.span, ())]
        quotations = tuple(sorted([*direct, *utterance.told], key=lambda one: one.span))
        again.sort(key=lambda one: one.span)
        made.append((quotations, tuple(_sort(utterance.findings)), tuple(again)))
    made.sort(key=lambda one: one[0][0].span)
    return tuple(Utterance(number, *one) for number, one in enumerate(made, 1))


def _sort(findings: Iterable[QuotationFinding]) -> list[QuotationFinding]:
    return sorted(
        findings, key=lambda finding: (not finding.flagged, finding.one.span, finding.other.span)
    )
