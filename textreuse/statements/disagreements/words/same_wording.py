"""One wording: other words that are the same when they are read aloud, or put in by an editor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textreuse.paraphrase.spellings import unify_spelling
from textreuse.text.corpus import Corpus, Stretch

_FULL_FORMS = (
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'(?:s|as)\b"), " is"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bgotta\b"), "got to"),
    (re.compile(r"\bwanna\b"), "want to"),
)
_AND = frozenset({"and", "und", "et", "y"})
_EDITED = re.compile(r"[\[\]*_…]|\. ?\. ?\.")
"""Words put in by an editor stand in square brackets, letters left out are stars, words points."""


def are_one_wording(corpus: Corpus, mine: Stretch, yours: Stretch) -> bool:
    """Tell whether two wordings are one: spelt otherwise, contracted, or edited openly."""
    told, words, ands = [], [], []
    for first, last in (mine, yours):
        span = corpus.span(first, last)
        text = corpus.texts[span.article]
        if _EDITED.search(text, max(0, span.start - 1), span.end + 1):
            return True
        row, base = corpus.words[span.article], corpus.first[span.article]
        language = corpus.languages[span.article]
        spelt = " ".join(
            unify_spelling(key, language) for key in row.keys[first - base : last - base]
        )
        for pattern, full in _FULL_FORMS:
            spelt = pattern.sub(full, spelt)
        words.append(row.keys[first - base : last - base])
        ands.append(" & " in text[span.start : span.end])
        told.append(spelt.replace(" ", "").replace("'", ""))
    if ands[0] != ands[1]:
        signed, spelt_out = words if ands[0] else words[::-1]
        return [word for word in spelt_out if word not in _AND] == signed
    plain = ["".join(keys).replace("'", "") for keys in words]
    return (
        told[0] == told[1]
        or plain[0] == plain[1]
        or _is_acronym(*words)
        or _is_acronym(*words[::-1])
    )


def _is_acronym(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether one word is made of the first letters of others."""
    return len(full) > 1 and len(short) == 1 and short[0] == "".join(word[0] for word in full)
