"""What reports tell of the statements of a story: by what the reader decided on each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.told_versions import Version, VersionMaker
from storage.findings import Finding, list_findings
from storage.library import Library
from storage.tables.finding_verdicts import Verdict
from storage.wording.finding_names import (
    add_verdict,
    name_speaker,
)
from storage.wording.publication_dates import sort_spans_by_publication
from textreuse import Disagreement, Quotation, QuotationFinding, Span, Utterance, split_words

Place = tuple[str, int]
"""The letter of an article, and the number of a paragraph in it."""


class ToldFinding(NamedTuple):
    """A finding as reports tell it."""

    name: str
    """What it is: `Quotation altered, confirmed`."""
    why: str
    versions: tuple[Version, Version]
    """The earlier one first, as far as dates tell, else by place. Of a quotation the first has the
    words that the second has not marked as removed, the second its own as added; of a disagreement
    both have the value marked as added."""
    carriers: tuple[Place, ...]
    """Who has the quotation besides these two."""


class ToldUtterance(NamedTuple):
    """An utterance of which nothing needs a reader's eye."""

    quotation: Quotation
    """As the first article has it that quotes it so."""
    speaker: str
    places: tuple[Place, ...]
    """Where articles quote it in these words."""


class ToldFindings(NamedTuple):
    """All that reports tell of who said what, and of values that disagree."""

    quotations: tuple[ToldFinding, ...]
    """Flagged, and not dismissed."""
    disagreements: tuple[ToldFinding, ...]
    """Not dismissed; conflicts first."""
    others: tuple[ToldUtterance, ...]
    """The other utterances, by first place."""
    dismissed: int
    """How many findings that would stand there the reader dismissed."""


def find_verdicts(library: Library, compared: ComparedStory) -> dict[str, Verdict]:
    """Return what the reader decided on the findings of a story, by their keys."""
    return library.finding_verdicts.find(finding.key for finding in list_findings(compared))


def tell_findings(compared: ComparedStory, verdicts: Mapping[str, Verdict]) -> ToldFindings:
    """Return what is told of the findings of a story; `verdicts` are those of the reader, by key.

    A finding that was dismissed is only counted.
    """
    teller = _Teller(compared, verdicts)
    all_found = [
        one for one in list_findings(compared) if one.flagged or isinstance(one.about, Disagreement)
    ]
    kept = [one for one in all_found if verdicts.get(one.key) != "dismissed"]
    named = {one.about for one in kept if isinstance(one.about, QuotationFinding)}
    return ToldFindings(
        tuple(teller.tell(one) for one in kept if one.kind == "quotation"),
        tuple(teller.tell(one) for one in kept if one.kind == "disagreement"),
        tuple(
            told
            for one in compared.statements.utterances
            if named.isdisjoint(one.findings)
            for told in teller.tell_quiet(one)
        ),
        len(all_found) - len(kept),
    )


class _Teller:
    """Puts the findings of one story into what reports show."""

    def __init__(self, compared: ComparedStory, verdicts: Mapping[str, Verdict]) -> None:
        self._articles = compared.articles
        self._maker = VersionMaker(compared)
        self._verdicts = verdicts
        self._utterances = {
            finding: utterance
            for utterance in compared.statements.utterances
            for finding in utterance.findings
        }

    def tell(self, finding: Finding) -> ToldFinding:
        """Return a finding with its two versions."""
        about = finding.about
        carriers: tuple[Place, ...]
        if isinstance(about, Disagreement):
            versions, carriers = self._show_values(about), ()
        else:
            versions = self._show_quotations(about)
            carriers = tuple(self._list_carriers(self._utterances[about], about))
        is_confirmed = self._verdicts.get(finding.key) == "confirmed"
        name = f"{finding.name[:1].upper()}{finding.name[1:]}"
        name = add_verdict(name, is_confirmed=is_confirmed)
        return ToldFinding(name, finding.why, versions, carriers)

    def tell_quiet(self, utterance: Utterance) -> Iterator[ToldUtterance]:
        """Yield an utterance in short: once for each wording in which articles quote it."""
        by_article: dict[int, Quotation] = {}
        for one in utterance.quotations:
            if one.form == "direct":
                by_article.setdefault(one.span.article, one)
        wordings: dict[tuple[str, ...], list[Quotation]] = {}
        for one in sorted(by_article.values(), key=lambda one: one.span):
            text = self._articles[one.span.article].text[one.span.start : one.span.end]
            wordings.setdefault(tuple(split_words(text).keys), []).append(one)
        for found in wordings.values():
            sure = (one.speaker for one in found if one.speaker.kind != "unresolved")
            yield ToldUtterance(
                found[0],
                name_speaker(next(sure, found[0].speaker)),
                tuple(self._maker.find_place(one.span) for one in found),
            )

    def _show_quotations(self, about: QuotationFinding) -> tuple[Version, Version]:
        first, _ = self._sort(about.one.span, about.other.span)
        return self._maker.show_pair(about, first)

    def _show_values(self, about: Disagreement) -> tuple[Version, Version]:
        values = {about.left_context: about.left, about.right_context: about.right}
        first, second = self._sort(about.left_context, about.right_context)
        return (
            self._maker.show_value(first, values[first]),
            self._maker.show_value(second, values[second]),
        )

    def _sort(self, one: Span, other: Span) -> tuple[Span, Span]:
        first, second = sort_spans_by_publication((one, other), self._articles)
        return first, second

    def _list_carriers(self, utterance: Utterance, about: QuotationFinding) -> Iterator[Place]:
        told = {about.one.span.article, about.other.span.article}
        for quotation in utterance.quotations:
            if quotation.span.article not in told:
                yield self._maker.find_place(quotation.span)
