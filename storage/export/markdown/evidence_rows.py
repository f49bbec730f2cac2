"""The places of one passage, each beside the copy that is asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.markdown.diff_marks import mark_changes
from storage.wording.passage_kinds import add_doubt
from storage.wording.percent import format_similarity
from storage.wording.publication_dates import sort_spans_by_publication
from textreuse import (
    REWORDED,
    Comparison,
    CopyPair,
    DiffPiece,
    Group,
    Span,
    align_spans,
    diff_words,
    find_copies,
    pair_copies,
)


class EvidenceRow(NamedTuple):
    """A place of the passage, by what it is beside the copy that is asked about."""

    span: Span
    paragraph: int
    """Its number from 1; see `ParagraphNumbers`."""
    kind: str
    """`reference` for the copy that is asked about; says so of a weak match."""
    similarity: str
    words: str
    """In Markdown: all that stands at the span, changes marked."""


def make_evidence_rows(compared: ComparedStory, group: Group, here: Span) -> list[EvidenceRow]:
    """Return the places of `group` in order of publication, each beside its place `here`.

    With them come all other copies of the words of `here`: a passage that an article
    repeats may have been found between two of its own paragraphs only. `ValueError` if `here` is
    no place of the group.
    """
    if here not in group.spans:
        raise ValueError(f"{here} is no place of passage {group.id}")
    comparison = compared.kept
    texts, weak_copies = comparison.texts, compared.find_weak_copies(here)
    found = []
    for span in sort_spans_by_publication(
        find_all_places(comparison, group, here), compared.articles
    ):
        if span == here:
            words = texts[span.article][span.start : span.end]
            told = "reference", "", mark_changes([DiffPiece("same", words, words)])
        else:
            both = (
                pair_whole(comparison, group, here, span)
                if span in group.spans
                else _decide_kind(align_spans(comparison, here, span))
            )
            alike = "100%" if both.kind == "verbatim" else format_similarity(both.similarity)
            weak = group.is_weak if span in group.spans else span in weak_copies
            changes = mark_changes(diff_words(comparison, both))
            told = add_doubt(both.kind, weak=weak), alike, changes
        found.append(EvidenceRow(span, compared.number_paragraph(span), *told))
    return found


def find_all_places(comparison: Comparison, group: Group, here: Span) -> list[Span]:
    """Return the places of `group`, and where else the words of its place `here` stand."""
    more = [copy.span for copy in find_copies(comparison, here)]
    apart = [one for one in more if not any(one.overlap(span) for span in group.spans)]
    return [*group.spans, *apart]


def pair_whole(comparison: Comparison, group: Group, ours: Span, theirs: Span) -> CopyPair:
    """Put two places of `group` over one another, all of both.

    What a third copy adds to a place counts as a change: whoever looks up the offsets finds it. A
    paraphrase stays as like as the engine finds it.
    """
    joined = pair_copies(comparison, group, ours, theirs)
    if (joined.ours, joined.theirs) == (ours, theirs):
        return joined
    whole = align_spans(comparison, ours, theirs)
    if joined.kind in REWORDED:
        return replace(whole, kind=joined.kind, similarity=joined.similarity)
    # However little of the place a copy took, it took these very words.
    return _decide_kind(whole)


def _decide_kind(whole: CopyPair) -> CopyPair:
    return replace(whole, kind="verbatim" if whole.similarity == 1 else "edited")
