"""Find names that stand in the place of one another in one statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product, starmap
from typing import NamedTuple

from textreuse.statements.disagreements.disagreement import DisagreementKind
from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.disagreements.words.opposite_words import OppositeWords
from textreuse.statements.disagreements.words.same_wording import are_one_wording
from textreuse.statements.names.name import Name, NameKind
from textreuse.statements.names.spelling import strip_word
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.function_words import list_function_words

_LEAST_COMMON = 4
"""Words right before and right behind the names that are the same in both."""
_SURE_COMMON = 6
"""How many of them say that nothing but the name was changed."""
_LEAST_OF_PLACES, _SURE_OF_PLACES = 3, 4
"""The same of places, of which a text names none by several names."""
_MOST_CHANGED = 6
_SHORT, _LONGER = 5, 3
"""Letters of an abbreviation at most, and by how many the word is longer: "Bucks", "Glos"."""
_BEHIND_NAMES = frozenset("jr sr ii iii iv qc kc sc mp md phd obe mbe cbe esq".split())
"""What stands behind a last name and is none."""
_AND = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "o"})
_ADJECTIVE = ("an", "ans", "ese", "ish", "ch", "i", "ic")
"""How adjectives made of the names of places end."""
_ONE_THING = tuple(
    frozenset(names.split(", "))
    for names in (
        "america, american, u.s, us, u.s.a, usa, united, states",
        "britain, british, uk, u.k, england, english, united, kingdom",
        "holland, dutch, netherlands",
        "congress, capitol, hill, house, senate",
        "bbc, beeb",
        "china, beijing",
        "russia, moscow, kremlin",
        "iran, tehran",
        "israel, jerusalem",
        "france, paris",
        "germany, berlin",
        "japan, tokyo",
        "india, delhi",
        "korea, seoul, pyongyang",
        "syria, damascus",
        "ukraine, kyiv",
        "turkey, ankara",
        "egypt, cairo",
        "cuba, havana",
        "pakistan, islamabad",
        "eu, europe, european, brussels, union",
        "burma, myanmar",
        "kiev, kyiv",
        "commons, parliament, westminster",
    )
)
"""Words of names, folded, that outlets use for one thing: a capital for its government."""


class NamedPlace(NamedTuple):
    """A place where an article names somebody or something."""

    at: Stretch
    """The positions of its words, without a title."""
    with_title: Stretch
    kind: NameKind


def list_named_places(corpus: Corpus, names: Sequence[Name]) -> list[NamedPlace]:
    """Return all places where an article names somebody or something, in order."""
    found = []
    for name in names:
        for mention in name.mentions:
            # An 's behind a name is part of its last word.
            row, base = corpus.words[mention.span.article], corpus.first[mention.span.article]
            at = row.find_overlaps(mention.span.start, mention.span.end)
            size = len(mention.name.split())
            if at:
                start, stop = Position(base + at.start), Position(base + at.stop)
                first = Position(max(start, stop - size))
                found.append(NamedPlace((first, stop), (start, stop), name.kind))
    return sorted(found)


def pair_replaced_names(
    corpus: Corpus,
    ours: Sequence[NamedPlace],
    theirs: Sequence[NamedPlace],
    opposite: OppositeWords,
) -> Iterator[Finding]:
    """Yield two names in one place of a statement, of which neither article has the other's.

    Words of that statement stand on both sides of them, the same in both articles; nothing but the
    names, and function words, is changed there.
    """
    for passage in chain(opposite.passages, opposite.reworded):
        # Of many it is told, in the same words, what they said: who begins a passage is no value.
        for behind in range(len(passage.runs)):
            here, there = passage.measure_gap(behind)
            if here[0] == here[1] or there[0] == there[1]:
                continue
            around = passage.count_around(corpus, behind)
            if not around[0] or sum(around) < _LEAST_OF_PLACES:
                continue
            mine, yours = (
                _find_name(corpus, names, gap, around)
                for names, gap in ((ours, here), (theirs, there))
            )
            if mine is None or yours is None or _is_listed(corpus, mine):
                continue
            kind: DisagreementKind = "place" if "place" in (mine.kind, yours.kind) else "name"
            if kind == "name" and sum(around) < _LEAST_COMMON:
                continue
            is_surely_one = sum(around) >= (
                _SURE_OF_PLACES if kind == "place" and all(around) else _SURE_COMMON
            )
            if _are_two(corpus, mine, yours, anywhere=not is_surely_one):
                ours_at, theirs_at = mine.at, yours.at
                yield Finding(
                    kind,
                    "conflict",
                    Place(corpus.span(*ours_at), ours_at),
                    Place(corpus.span(*theirs_at), theirs_at),
                )


def _find_name(
    corpus: Corpus, names: Sequence[NamedPlace], gap: Stretch, around: tuple[int, int]
) -> NamedPlace | None:
    """Return what of a name stands in a gap; None if there is more than one, or anything else.

    Where nothing is the same behind the gap, anything may stand there.
    """
    first, last = gap
    if not 0 < last - first <= _MOST_CHANGED:
        return None
    low = bisect_left(names, first, key=lambda one: Position(one.at[1] - 1))
    inside = [one for one in names[low : low + 2] if one.at[0] < last]
    if not inside or (len(inside) > 1 and all(around)):
        return None
    name = inside[0]
    article = corpus.article(first)
    row, base = corpus.words[article], corpus.first[article]
    known = list_function_words(corpus.languages[article])
    start, end = max(first, name.at[0]), min(last, name.at[1])
    before = range(first, min(start, max(first, name.with_title[0])))
    rest = (*before, *(range(end, last) if around[1] else ()))
    if any(row.keys[at - base] not in known for at in rest):
        return None
    if name.kind == "person" and any(
        row.keys[at - base] not in _BEHIND_NAMES for at in range(end, name.at[1])
    ):
        return None  # a first name may be short for the other
    if name.kind == "other" and corpus.sentence(start)[0] == start:
        return None  # any word has a capital there
    return name._replace(at=(start, end))


def _is_listed(corpus: Corpus, name: NamedPlace) -> bool:
    """Tell whether a name is the last of several: which is left out, and where, is free."""
    article = corpus.article(name.at[0])
    row, before = corpus.words[article], name.with_title[0] - corpus.first[article] - 1
    return before >= 0 and row.keys[before] in _AND


def _are_two(corpus: Corpus, mine: NamedPlace, yours: NamedPlace, *, anywhere: bool) -> bool:
    """Tell whether two names are not names of one.

    Of people, whom a text calls by several, and `anywhere` of all names neither article has a word
    of the other's.
    """
    if mine.kind != yours.kind and "other" not in (mine.kind, yours.kind):
        return False
    words = []
    for one in (mine, yours):
        article = corpus.article(one.at[0])
        base = corpus.first[article]
        keys = corpus.words[article].keys[one.at[0] - base : one.at[1] - base]
        words.append([key.removesuffix("'s") for key in keys])
    ours, theirs = (corpus.words[corpus.article(one.at[0])].counts for one in (mine, yours))
    is_known = any(_has(theirs, word) for word in words[0]) or any(
        _has(ours, word) for word in words[1]
    )
    if is_known and (anywhere or "person" in (mine.kind, yours.kind)):
        return False
    if are_one_wording(corpus, mine.at, yours.at):
        return False
    if any(
        not known.isdisjoint(words[0]) and not known.isdisjoint(words[1]) for known in _ONE_THING
    ):
        return False
    letters = [list(filter(None, map(strip_word, spelt))) for spelt in words]
    return all(letters) and not any(starmap(_are_forms, product(*letters)))


def _has(counts: Mapping[str, int], word: str) -> bool:
    plain = word.removesuffix("'s")
    return plain in counts or f"{plain}'s" in counts


def _are_forms(one: str, other: str) -> bool:
    """Tell whether one word may be short for another, or an adjective made of it."""
    short, full = sorted((one, other), key=len)
    if short[:2] != full[:2]:
        return False
    is_short = len(short) <= _SHORT and len(full) - len(short) >= _LONGER
    return (
        is_short or full.startswith(short) or one.endswith(_ADJECTIVE) != other.endswith(_ADJECTIVE)
    )
