"""Whose words a sentence tells of that somebody else's verb governs.

"Ann Lee accused Paul Stone of saying", "quoted him as saying", "dismissed Stone's claim that".
"""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.statements.quotations.clause import Clause, Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import read_clauses
from textreuse.statements.quotations.speaker_words import DOCUMENTS, OF_SPEECH
from textreuse.text.function_words import list_function_words

_BEFORE_BLAME = frozenset("of for as".split())
_WHEN = frozenset("after before since during amid despite until".split())
_PASSED_ON = frozenset(
    """
    shared share shares retweeted retweet retweets reposted repost reposts forwarded forwards liked
    likes received obtained cited cites circulated sharing retweeting reposting
    """.split()
)
"""What is done with the words of others."""
_AUXILIARIES = frozenset("has had have was is also later once".split())


def find_blamed(narration: Narration, first: int, verb: int) -> Reference | None:
    """Return who is accused of saying, criticised for saying, or quoted as saying something."""
    if verb - 1 <= first or narration.keys[verb - 1] not in _BEFORE_BLAME:
        return None
    clauses = read_clauses(narration, first, verb - 1)
    if narration.keys[verb - 1] == "as":
        # "quoted Ann Lee, a pilot, as saying"
        objects = [one for clause in clauses for one in clause.references if _is_blamed(one)]
        return objects[0] if objects and objects[0].is_object else None
    one = clauses[-1].references[-1] if clauses[-1].references else None
    return one if one is not None and one.last == verb - 1 and _is_blamed(one) else None


def _is_blamed(one: Reference) -> bool:
    return one.is_object and not one.is_governed and one.kind != "noun"


def find_claimant(narration: Narration, first: int, last: int) -> tuple[Reference | None, int]:
    """Return whose claim "the claim that" is, and where it stands; -1 where there is none.

    Without a claimant: nothing says whose it is.
    """
    keys = narration.keys
    if "that" not in keys[first:last]:
        return None, -1
    for that in range(last - 1, first, -1):
        if keys[that] != "that" or keys[that - 1] not in OF_SPEECH:
            continue
        references = read_clauses(narration, first, that)[-1].references
        one = references[-1] if references else None
        if one is None or one.kind != "noun" or one.last != that or not one.is_definite:
            continue
        if one.first == first or keys[one.first - 1] not in _WHEN:
            return one.possessor, one.first
    return None, -1


def find_that(narration: Narration, clauses: Sequence[Clause], verb: int) -> Reference | None:
    """Return what "that" stands for right before a verb: "a report that called"."""
    if len(clauses) < 2 or clauses[-1].opener != "that":
        return None
    clause, before = clauses[-1], clauses[-2]
    between = narration.keys[clause.first + 1 : verb]
    if not before.references or not _AUXILIARIES.issuperset(between):
        return None
    one = before.references[-1]
    is_speech = one.kind == "noun" and one.head in OF_SPEECH and one.possessor is None
    if is_speech and not _PASSED_ON.isdisjoint(narration.keys[before.first : one.first]):
        is_speech = False  # "shared a post that called"
    return one if one.last == clause.first and not is_speech and not one.is_possessive else None


def is_paper(one: Reference) -> bool:
    """Tell whether a noun is a document that speaks by itself: "a sign", no "statement"."""
    return one.kind == "noun" and one.head in DOCUMENTS and one.head not in OF_SPEECH


def is_attribute(narration: Narration, one: Reference) -> bool:
    """Tell whether a noun that is not known follows a name behind "the": "the Kerrow native"."""
    if not one.is_in_phrase or one.name is None or one.name.kind not in ("place", "other"):
        return False
    if one.last >= len(narration.keys) or narration.gap(one.last) != " ":
        return False
    following = narration.keys[one.last]
    return (
        narration.text[narration.starts[one.last]].islower()
        and following not in narration.verbs.every
        and following not in narration.words.prepositions
        and following not in narration.words.clause_words
        and not following.endswith("ly")
        and following not in list_function_words(narration.language or "english")
    )
