"""Find values of one statement on which two articles do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from textreuse.comparison import Comparison
from textreuse.statements.disagreements.contexts import widen
from textreuse.statements.disagreements.disagreement import Disagreement, Severity
from textreuse.statements.disagreements.find_in_pair import ValuesOfArticles
from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.disagreements.reasons import give_reason
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import Corpus, Position
from textreuse.text.normalize import fold
from textreuse.text.spans import Span

_RANK: dict[Severity, int] = {"conflict": 0, "precision": 1, "later": 2}


def find_disagreements(
    comparison: Comparison,
    quotations: Sequence[Sequence[Quotation]],
    names: Sequence[str],
    published: Sequence[str | None],
) -> tuple[Disagreement, ...]:
    """Return the disagreements, conflicts first, then by place.

    Two articles disagree once on a pair of values, however often they repeat them.
    """
    corpus = comparison.corpus
    values = ValuesOfArticles(comparison, quotations, published)
    found = []
    for left, right in combinations(range(len(corpus.texts)), 2):
        # Ties are decided by the texts, so that no order of articles is favoured.
        is_turned = corpus.texts[right] < corpus.texts[left]
        asked = values.find(right, left) if is_turned else values.find(left, right)
        for finding in _keep_once(corpus, asked):
            told = finding.turn() if is_turned else finding
            found.append(_tell(comparison, told, names))
    return tuple(sorted(found, key=lambda one: (_RANK[one.severity], *one[2:], one.kind)))


def _keep_once(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield of findings on the same words, or at the same place, the first."""
    worded: set[tuple[str, str]] = set()
    placed: dict[Position, list[Span]] = {}
    for finding in findings:
        # "They" and "it" are changed in many statements, "two" is told of many things.
        with_next = finding.manner == "quotes" or finding.kind == "number"
        words = (
            _fold_text(corpus, finding.ours, with_next=with_next),
            _fold_text(corpus, finding.theirs, with_next=with_next),
        )
        places = [Position(place) for place in range(*finding.ours.at)]
        theirs = finding.theirs.span
        at_one_place = any(
            theirs.overlap(other) for place in places for other in placed.get(place, ())
        )
        if words in worded or at_one_place:
            continue
        worded.add(words)
        for place in places:
            placed.setdefault(place, []).append(theirs)
        yield finding


def _fold_text(corpus: Corpus, place: Place, *, with_next: bool) -> str:
    """Return the words of a place, and the word behind it, folded."""
    article, start, end = place.span
    row = corpus.words[article]
    following = place.at[1] - corpus.first[article]
    if with_next and following < len(row):
        end = row.ends[following]
    return fold(corpus.texts[article][start:end])


def _tell(comparison: Comparison, finding: Finding, names: Sequence[str]) -> Disagreement:
    corpus, units = comparison.corpus, comparison.sentence_similarity.units
    left, right = finding.ours, finding.theirs
    return Disagreement(
        finding.kind,
        finding.severity,
        left.span,
        right.span,
        corpus.span(*widen(units, left.at)),
        corpus.span(*widen(units, right.at)),
        give_reason(corpus, finding, names),
    )
