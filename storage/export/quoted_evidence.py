"""The quotation on which an annotation stands: who says it, and how other articles give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.evidence import Evidence
from storage.export.told_versions import Version, VersionMaker
from storage.findings import list_findings
from storage.tables.finding_verdicts import Verdict
from storage.wording.finding_names import add_verdict, name_relation
from textreuse import Quotation, QuotationFinding, Span, SpanIndex, Utterance


class SaidElsewhere(NamedTuple):
    """How another article gives the quotation."""

    version: Version
    """What it has that the annotated one has not is marked as added."""
    name: str
    """What differs: `cut`; empty of a finding that was dismissed."""
    why: str
    """One sentence; empty where nothing differs."""


class QuotedWords(NamedTuple):
    """A quotation under an annotation."""

    own: Version
    elsewhere: tuple[SaidElsewhere, ...]
    """By place; at least one."""


class QuotedEvidence:
    """Looks up what is said of quotations in one story."""

    def __init__(self, compared: ComparedStory, verdicts: Mapping[str, Verdict]) -> None:
        """Take `verdicts` of the reader, by the keys of findings."""
        self._maker = VersionMaker(compared)
        self._articles = {article.id: at for at, article in enumerate(compared.articles)}
        self._verdicts: dict[QuotationFinding, Verdict] = {
            finding.about: verdicts[finding.key]
            for finding in list_findings(compared)
            if finding.key in verdicts and isinstance(finding.about, QuotationFinding)
        }
        self._said: SpanIndex[tuple[Quotation, Utterance]] = SpanIndex(
            (span, (quotation, utterance))
            for utterance in compared.statements.utterances
            if len(utterance.articles) > 1
            for quotation in utterance.quotations
            for span in (quotation.span, *_list_repeats(quotation, utterance))
        )

    def find(self, evidence: Evidence) -> list[QuotedWords]:
        """Return the quotations on which an annotation stands and that another article has too."""
        found = dict.fromkeys(
            quotation
            for place in self._list_places(evidence)
            for _, quotation in self._said.find_overlaps(place)
        )
        told = (
            QuotedWords(
                self._maker.show_plain(quotation), tuple(self._list_elsewhere(quotation, utterance))
            )
            for quotation, utterance in found
        )
        return [one for one in told if one.elsewhere]

    def _list_places(self, evidence: Evidence) -> Iterator[Span]:
        for place in (evidence.place, *evidence.targets) if evidence.state != "orphan" else ():
            article = self._articles.get(place.article.id)
            if article is not None:
                yield Span(article, place.start, place.end)

    def _list_elsewhere(self, ours: Quotation, utterance: Utterance) -> Iterator[SaidElsewhere]:
        findings = {
            other: finding
            for finding in utterance.findings
            for one, other in ((finding.one, finding.other), (finding.other, finding.one))
            if one == ours
        }
        for theirs in utterance.quotations:
            if theirs.span.article == ours.span.article:
                continue
            finding = findings.get(theirs)
            verdict = self._verdicts.get(finding) if finding else None
            if finding is None or verdict == "dismissed":
                yield SaidElsewhere(self._maker.show_plain(theirs), "", "")
                continue
            _, version = self._maker.show_pair(finding, ours.span)
            name = add_verdict(name_relation(finding.kind), is_confirmed=verdict == "confirmed")
            yield SaidElsewhere(version, name, finding.why if finding.kind != "same" else "")


def _list_repeats(quotation: Quotation, utterance: Utterance) -> Iterator[Span]:
    """Yield where the article of a quotation gives it again."""
    for one in utterance.repeats:
        if one.span.article == quotation.span.article:
            yield one.span
