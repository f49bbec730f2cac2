"""Tell what sort of difference two wordings are."""

from __future__ import annotations

from textreuse.statements.disagreements.disagreement import DisagreementKind
from textreuse.statements.disagreements.words.opposite_meanings import list_negators
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.language import have_nouns_capitals


def classify_wordings(corpus: Corpus, ours: Stretch, theirs: Stretch) -> DisagreementKind:
    """Return "negation" where one of two wordings negates, "name" where both are names."""
    if _negates(corpus, ours) != _negates(corpus, theirs):
        return "negation"
    return "name" if _is_name(corpus, ours) and _is_name(corpus, theirs) else "wording"


def _negates(corpus: Corpus, at: Stretch) -> bool:
    article = corpus.article(at[0])
    base = corpus.first[article]
    keys = corpus.words[article].keys[at[0] - base : at[1] - base]
    negators = list_negators(corpus.languages[article])
    return any(key in negators for key in keys)


def _is_name(corpus: Corpus, at: Stretch) -> bool:
    """Tell whether all words have capitals, and none for opening a sentence."""
    article = corpus.article(at[0])
    if have_nouns_capitals(corpus.languages[article]):
        return False
    text, row, base = corpus.texts[article], corpus.words[article], corpus.first[article]
    starts = row.starts[at[0] - base : at[1] - base]
    opens = corpus.sentence(Position(at[0]))[0] == at[0] or corpus.quotations[article].begin_at(
        at[0]
    )
    return not opens and all(
        text[start].isupper() or text[start : start + 3] == "al-" for start in starts
    )
