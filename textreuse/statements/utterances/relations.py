"""Relations: how two direct quotations of one utterance differ, and whether it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.shared_quotations import OwnWords
from textreuse.statements.utterances import reasons
from textreuse.statements.utterances.counterparts import Counterpart
from textreuse.statements.utterances.cuts import Cut, Misleading, QuotedRows, judge_cut
from textreuse.statements.utterances.differences import Change, Difference, find_differences
from textreuse.statements.utterances.folded_words import FoldedWords
from textreuse.statements.utterances.likeness import FoldedQuotation
from textreuse.statements.utterances.narration_around import (
    is_narrated_after,
    is_narrated_before,
    read_sentence,
)
from textreuse.statements.utterances.speakers import are_same_speakers
from textreuse.statements.utterances.speakers_near import are_named_near
from textreuse.statements.utterances.utterance import QuotationFinding, Relation
from textreuse.statements.utterances.word_runs import WordRun
from textreuse.text.corpus import Corpus


@dataclass(frozen=True)
class _Pair:
    """Two quotations of one utterance and what differs between them."""

    one: FoldedQuotation
    other: FoldedQuotation
    runs: Sequence[WordRun]
    differences: Sequence[Difference]

    def of(self, change: Change) -> list[Difference]:
        return [difference for difference in self.differences if difference.change is change]


class Relations:
    """What tells how quotations of one comparison differ."""

    def __init__(
        self,
        corpus: Corpus,
        folded: Sequence[FoldedQuotation],
        own_words: OwnWords,
        names: Sequence[str],
    ) -> None:
        self._corpus, self._names, self._own_words = corpus, names, own_words
        of_article: dict[int, list[FoldedWords]] = {}
        for one in folded:
            of_article.setdefault(one.article, []).append(one.words)
        self._quoted = {article: QuotedRows(words) for article, words in of_article.items()}

    def relate(
        self, one: FoldedQuotation, other: FoldedQuotation, runs: Sequence[WordRun]
    ) -> QuotationFinding:
        """Return how two quotations differ; `one` is the smaller place, `runs` what is the same."""
        language = self._find_language(one.article, other.article)
        pair = _Pair(one, other, runs, find_differences(one.words, other.words, runs, language))
        kind, flagged, why = self._judge(pair, language)
        changes = tuple(
            (one.words.span_of(*difference.one), other.words.span_of(*difference.other))
            for difference in pair.differences
            if difference.change is not Change.TYPOGRAPHY
        )
        return QuotationFinding(kind, flagged, one.quotation, other.quotation, changes, why)

    def relate_told(
        self, one: FoldedQuotation, other: Counterpart, *, is_quoted_too: bool
    ) -> QuotationFinding:
        """Return how a quotation and what another article tells in its place differ.

        `is_quoted_too` says that the other article quotes the utterance as well.
        """
        language = self._find_language(one.article, other.told.span.article)
        is_document = one.quotation.speaker.kind == "document"
        flagged = (
            other.told.form == "narration"
            and other.has_wording
            and not (is_document or is_quoted_too)
        )
        quoting, telling = self._names[one.article], self._names[other.told.span.article]
        if flagged:
            quoted = one.words.wording(0, len(one.words))
            why = reasons.tell_narrated(quoting, quoted, telling)
        else:
            why = reasons.tell_reported(quoting, telling, in_same_words=other.has_wording)
        found = find_differences(one.words, other.words, other.runs, language) if other.runs else []
        changes = [
            (one.words.span_of(*difference.one), other.words.span_of(*difference.other))
            for difference in found
            if difference.change is not Change.TYPOGRAPHY
        ]
        return _put_in_order(
            QuotationFinding(
                "narration_elsewhere", flagged, one.quotation, other.told, tuple(changes), why
            )
        )

    def relate_added(self, added: FoldedQuotation, other: Quotation) -> QuotationFinding:
        """Return that a quotation goes on from one that is narration elsewhere, with new words."""
        words = added.words
        why = reasons.tell_added(
            self._names[added.article],
            words.wording(0, len(words)),
            self._names[other.span.article],
        )
        at = other.span._replace(start=other.span.end)
        changes = ((words.span_of(0, len(words)), at),)
        return _put_in_order(
            QuotationFinding("extended", True, added.quotation, other, changes, why)
        )

    def _find_language(self, one: int, other: int) -> str | None:
        """Return the language of two articles: where that of one is not clear, the other's."""
        known = {self._corpus.languages[article] for article in (one, other)} - {None}
        return known.pop() if len(known) == 1 else None

    def _judge(self, pair: _Pair, language: str | None) -> tuple[Relation, bool, str]:
        one, other = self._names[pair.one.article], self._names[pair.other.article]
        speakers = pair.one.quotation.speaker, pair.other.quotation.speaker
        if are_same_speakers(*speakers) is False and not are_named_near(
            self._corpus, pair.one.quotation, pair.other.quotation
        ):
            why = reasons.tell_reattributed(one, speakers[0].name, other, speakers[1].name)
            return "reattributed", True, why
        altered, silent = pair.of(Change.ALTERED), pair.of(Change.SILENT)
        if altered:
            first = altered[0]
            words = pair.one.words.wording(*first.one), pair.other.words.wording(*first.other)
            more = len(altered) + len(silent) - 1
            return "altered", True, reasons.tell_altered(one, words[0], other, words[1], more)
        extended = next(self._find_extended(pair), None)
        if extended is not None:
            return "extended", True, extended
        if silent:
            return "altered", True, self._tell_silent(pair, silent[0])
        return self._judge_quiet(pair, language)

    def _judge_quiet(self, pair: _Pair, language: str | None) -> tuple[Relation, bool, str]:
        one, other = self._names[pair.one.article], self._names[pair.other.article]
        outer = pair.of(Change.OUTER)
        misleading = next(self._find_misleading(pair, language), None)
        if misleading is not None:
            return "cut", True, misleading
        if pair.of(Change.SPOKEN):
            return "altered", False, reasons.tell_spoken(one, other)
        if outer:
            is_ours = {difference.one[0] < difference.one[1] for difference in outer}
            is_theirs = {difference.other[0] < difference.other[1] for difference in outer}
            if True in is_ours and True in is_theirs:
                return "cut", False, reasons.tell_overlap(one, other)
            names = (other, one) if True in is_ours else (one, other)
            return "cut", False, reasons.tell_cut(*names)
        if pair.of(Change.OPEN):
            return "cut", False, reasons.tell_open(one, other)
        ours, theirs = pair.one.words, pair.other.words
        written_alike = ours.wording(0, len(ours)) == theirs.wording(0, len(theirs))
        return "same", False, reasons.tell_same(one, other, written_alike=written_alike)

    def _tell_silent(self, pair: _Pair, silent: Difference) -> str:
        longer, shorter, left_out = pair.one, pair.other, silent.one
        if silent.one[0] == silent.one[1]:
            longer, shorter, left_out = pair.other, pair.one, silent.other
        return reasons.tell_left_out(
            self._names[shorter.article],
            self._names[longer.article],
            reasons.show(longer.words.wording(*left_out)),
        )

    def _find_extended(self, pair: _Pair) -> Iterator[str]:
        """Yield what tells that narration of one article stands inside the marks of the other."""
        for longer, shorter, left_out, kept in _list_cuts(pair):
            first, last = left_out
            is_narrated = is_narrated_before if first == 0 else is_narrated_after
            at_edge = kept[0] == 0 if first == 0 else kept[1] == len(shorter.words)
            # Of two reports one may well quote less of a sentence, and tell the rest of it.
            if (
                at_edge
                and is_narrated(self._corpus, longer.words, last - first, shorter.words)
                and self._own_words.are_shared(longer.article, shorter.article)
            ):
                yield reasons.tell_extended(
                    self._names[longer.article],
                    longer.words.wording(first, last),
                    self._names[shorter.article],
                )

    def _find_misleading(self, pair: _Pair, language: str | None) -> Iterator[str]:
        """Yield what tells that a cut may mislead."""
        for longer, shorter, left_out, kept in _list_cuts(pair):
            first_run = pair.runs[0]
            start = first_run.one if longer is pair.one else first_run.other
            cut = Cut(longer.words, left_out, shorter.words, kept, start)
            before = read_sentence(self._corpus, shorter.words.span)[0]
            why: Misleading | None = judge_cut(cut, self._quoted[shorter.article], before, language)
            if why is not None:
                yield reasons.tell_misleading(
                    why,
                    self._names[shorter.article],
                    self._names[longer.article],
                    reasons.show(longer.words.wording(*left_out)),
                )


def _put_in_order(finding: QuotationFinding) -> QuotationFinding:
    """Return a finding with the smaller place first."""
    if finding.one.span <= finding.other.span:
        return finding
    changes = tuple((theirs, ours) for ours, theirs in finding.changes)
    return finding._replace(one=finding.other, other=finding.one, changes=changes)


def _list_cuts(
    pair: _Pair,
) -> Iterator[tuple[FoldedQuotation, FoldedQuotation, tuple[int, int], tuple[int, int]]]:
    """Yield longer and shorter, what the shorter leaves out at an end, and what it keeps."""
    first, last = pair.runs[0], pair.runs[-1]
    ours, theirs = (first.one, last.one_end), (first.other, last.other_end)
    for difference in pair.of(Change.OUTER):
        if difference.other[0] == difference.other[1]:
            yield pair.one, pair.other, difference.one, theirs
        elif difference.one[0] == difference.one[1]:
            yield pair.other, pair.one, difference.other, ours
