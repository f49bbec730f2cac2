"""Find who a text names.

By rule: runs of words with capitals; titles, first names and roles tell persons, head words and
acronyms organisations. Whoever is named twice is one: a surname belongs to the longest name with
it, a short form to the longest name that begins with it, an acronym to the name it abbreviates.
"""

from __future__ import annotations

from typing import cast

from textreuse.statements.names.candidates import read_runs
from textreuse.statements.names.capital_runs import find_runs
from textreuse.statements.names.join_names import join_candidates
from textreuse.statements.names.name import Name
from textreuse.text.corpus import Corpus
from textreuse.text.language import have_nouns_capitals


def find_names(corpus: Corpus, article: int) -> tuple[Name, ...]:
    """Return whom `article` names, by first mention; no two mentions overlap. Never raises."""
    known = corpus.found.get(("names", article))
    if known is None:
        runs = find_runs(corpus, article)
        nouns = have_nouns_capitals(corpus.languages[article])
        candidates = read_runs(
            corpus.texts[article], corpus.words[article], article, runs, have_nouns_capitals=nouns
        )
        names = join_candidates(list(candidates))
        # Where nouns have capitals, one word tells of no name unless something else does.
        known = corpus.found["names", article] = tuple(
            name for name in names if not (nouns and name.kind == "other")
        )
    return cast(tuple[Name, ...], known)
