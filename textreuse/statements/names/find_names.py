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


def find_names(corpus: Corpus, article: int) -> tuple[Name, ...]:
    """Return whom `article` names, by first mention; no two mentions overlap. Never raises."""
    known = corpus.found.get(("names", article))
    if known is None:
        runs = find_runs(corpus, article)
        candidates = read_runs(corpus.texts[article], corpus.words[article], article, runs)
        known = corpus.found["names", article] = join_candidates(list(candidates))
    return cast(tuple[Name, ...], known)
