"""What the card of a statement says: each article's version, and what is found of them."""

from __future__ import annotations

from collections.abc import Iterator

from storage.comparing import ComparedStory
from storage.findings import Finding
from textreuse import (
    REWORDED,
    Comparison,
    DiffPiece,
    Disagreement,
    Quotation,
    Span,
    Utterance,
    align_spans,
    diff_words,
    find_shared_words,
)
from tui.story.display.card_content import (
    Bit,
    Card,
    Line,
    Style,
    describe_way,
    emphasise,
    list_copies,
)
from tui.story.display.passage_context import make_flowing
from tui.story.display.statement_words import (
    FLAG,
    describe_saying,
    mark_finding,
)
from tui.story.items import Item
from tui.story.stated import Stated

# A plain space at the start of a row would be taken for the end of a line that was wrapped.
_UNMARKED = "\u00a0" * (len(FLAG) + 1)
_WORD_BY_WORD = frozenset({"same", "cut", "altered", "extended"})
"""Relations of two forms whose words can be held against each other, however few are the same."""


def make_statement_card(
    compared: ComparedStory, stated: Stated, item: Item, here: Span, other: Span, called: str
) -> Card:
    """Describe the statement of `item`, which is `called` by its number.

    Its form `here` is held against the `other`, and each further one against that here. The two
    are the same where it stands only once.
    """
    statement = item.statement
    assert statement is not None
    if isinstance(statement, Utterance):
        quotations = {quotation.span: quotation for quotation in _list_quotations(statement)}
        versions = tuple(
            _list_versions(stated.statements.comparison, compared, statement, here, other)
        )

        def describe(span: Span) -> str:
            return describe_saying(quotations[span])

    else:
        versions = _list_values(compared, statement, here)

        def describe(span: Span) -> str:
            return make_flowing(compared.articles[span.article].text[span.start : span.end])

    findings = stated.list_findings(statement)
    heading = [called]
    if other != here:
        heading.append(describe_way(compared, here, other))
    if isinstance(statement, Disagreement):
        heading.append(f"{statement.severity}, {statement.kind}")
    copies, order = list_copies(compared, item.spans, here, other, describe)
    return Card(
        " · ".join(heading),
        versions,
        tuple(_describe_finding(compared, stated, finding, here) for finding in findings),
        order,
        copies,
        copies_last=True,
    )


def _list_quotations(utterance: Utterance) -> Iterator[Quotation]:
    for finding in utterance.findings:
        yield from (finding.one, finding.other)
    yield from utterance.quotations


def _describe_finding(
    compared: ComparedStory, stated: Stated, finding: Finding, here: Span
) -> Line:
    said = mark_finding(finding, stated, compared.letters, here)
    why = Bit(f"  {make_flowing(finding.why)}")
    if stated.is_open(finding):
        return Bit(said, "flagged"), why
    return Bit(f"{_UNMARKED}{said}", "letter"), why


# Versions of an utterance


def _list_versions(
    comparison: Comparison,
    compared: ComparedStory,
    utterance: Utterance,
    here: Span,
    other: Span,
) -> Iterator[Line]:
    """Yield the form here over the other, word by word, then each further one."""
    quotations = {quotation.span: quotation for quotation in _list_quotations(utterance)}
    relations = {frozenset((one.one.span, one.other.span)): one.kind for one in utterance.findings}
    further = sorted(quotations.keys() - {here, other})
    for span in (here, other, *further) if other != here else (here, *further):
        beside = other if span == here else here
        by_word = relations.get(frozenset((span, beside)), "same") in _WORD_BY_WORD
        first: Style = "deleted" if span == here else "inserted"
        bits = list(_mark_version(comparison, span, beside, first, by_word=by_word))
        if quotations[span].form == "direct":
            bits = [Bit("“"), *bits, Bit("”")]
        yield (Bit(f"{compared.letters[span.article]}  ", "letter"), *bits)


def _mark_version(
    comparison: Comparison, span: Span, beside: Span, style: Style, *, by_word: bool
) -> Iterator[Bit]:
    """Yield the words at `span`; marked is what is others beside, or, in other words, the same."""
    pair = align_spans(comparison, span, beside)
    if pair.kind in REWORDED and not by_word:
        words, _ = find_shared_words(comparison, pair)
        yield from emphasise(comparison.texts[span.article], span, words)
        return
    for piece in diff_words(comparison, pair):
        yield from _mark(piece, style)


def _mark(piece: DiffPiece, style: Style) -> Iterator[Bit]:
    words = make_flowing(piece.ours)
    if piece.how in ("same", "marks") or not words.strip():
        yield Bit(words)
        return
    yield Bit(words[: len(words) - len(words.lstrip())])
    yield _enclose(words.strip(), style)
    yield Bit(words[len(words.rstrip()) :])


def _enclose(words: str, style: Style) -> Bit:
    """Return changed words between the marks of wdiff: here the one pair, there the other."""
    return Bit(f"[-{words}-]" if style == "deleted" else f"{{+{words}+}}", style)


# Values that disagree


def _list_values(
    compared: ComparedStory, disagreement: Disagreement, here: Span
) -> tuple[Line, ...]:
    """Return both statements with the values marked, the one here first."""
    sides = [
        (disagreement.left, disagreement.left_context),
        (disagreement.right, disagreement.right_context),
    ]
    if here == disagreement.right:
        sides.reverse()
    lines: list[Line] = []
    styles: tuple[Style, Style] = ("deleted", "inserted")
    for (value, context), style in zip(sides, styles, strict=True):
        text = compared.articles[value.article].text
        start, end = min(context.start, value.start), max(context.end, value.end)
        lines.append(
            (
                Bit(f"{compared.letters[value.article]}  ", "letter"),
                Bit(make_flowing(text[start : value.start])),
                _enclose(make_flowing(text[value.start : value.end]), style),
                Bit(make_flowing(text[value.end : end])),
            )
        )
    return tuple(lines)
