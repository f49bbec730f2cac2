"""What a newer version changed: planted edits that are told as what they are, and the time.

Invented prose of 700 words with statements in between (sums, days, quotations, names). In each of
two hundred articles one edit of each kind is made, each to another sentence.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from benchmarks import prose
from benchmarks.clock import cpu
from textreuse import ChangeKind, find_changes

_ARTICLES, _WORDS = 200, 700
_LENGTHS = (700, 10_000, 100_000)
_NAMES = "Maud Ellery/Tom Hale/Nell Harker/Ruth Okafor/Jan Pietersen/Clara Moreno".split("/")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LAST = 6
"""Sentences at the end that no edit is made in but the one that puts one in front."""

Edit = Callable[[str, random.Random], str]


def run() -> None:
    """Print the share of each kind of edit that is told as that, and the time by length."""
    chance = random.Random(7)
    told: Counter[ChangeKind] = Counter()
    others = 0
    for _ in range(_ARTICLES):
        old, new, planted = _make_versions(chance)
        found = Counter(one.kind for one in find_changes(old, new))
        told.update(found & planted)
        others += (found - planted).total()
    for kind in _EDITS:
        print(f"{kind:<11} {told[kind] / _ARTICLES:>5.0%} told as that")
    total = _ARTICLES * len(_EDITS)
    print(f"{others} changes told that were none, or none of that kind, beside {total} planted")
    for length in _LENGTHS:
        sentences = _write(length, chance)
        edited = [
            _swap_word(one, chance) if at % 5 == 0 else one for at, one in enumerate(sentences)
        ]
        since = cpu()
        find_changes(" ".join(sentences), " ".join(edited))
        print(f"{length:>7,} words, every fifth sentence edited: {cpu() - since:.2f} s CPU")


def _make_versions(chance: random.Random) -> tuple[str, str, Counter[ChangeKind]]:
    old = _write(_WORDS, chance)
    stated: dict[ChangeKind, Callable[[], tuple[str, str]]] = {
        "figure": lambda: _state_figure(chance),
        "quotation": lambda: _state_quotation(chance),
        "name": lambda: _state_name(chance),
        "negation": lambda: _state_negation(chance),
    }
    places = chance.sample(range(len(old) - _LAST), len(_EDITS))
    new: list[str] = [*old]
    for kind, at in zip(_EDITS, places, strict=True):
        if kind in stated:
            old[at], new[at] = stated[kind]()
        elif kind != "added":
            new[at] = _EDITS[kind](old[at], chance)
    added = _write(20, chance)[0]
    new.insert(places[list(_EDITS).index("added")] + 1, added)
    moved = places[list(_EDITS).index("moved")]
    sentence = old[moved]
    new.remove(sentence)
    new.append(sentence)
    return " ".join(old), " ".join(filter(None, new)), Counter(_EDITS.keys())


def _write(words: int, chance: random.Random) -> list[str]:
    topic = prose.topic(chance)
    found = prose.sentences(words, topic, chance)
    return [f"{' '.join(one).capitalize()}." for one in found]


def _state_figure(chance: random.Random) -> tuple[str, str]:
    before, after = (f"{one} million euros" for one in chance.sample(range(2, 90), 2))
    days = chance.sample(_DAYS, 2)
    if chance.random() < 0.5:
        return f"The repair of the bridge cost {before}.", f"The repair of the bridge cost {after}."
    return f"The bridge opens again on {days[0]}.", f"The bridge opens again on {days[1]}."


def _state_quotation(chance: random.Random) -> tuple[str, str]:
    said = [prose.content_word(chance) for _ in range(6)]
    name = chance.choice(_NAMES)
    changed = [*said]
    changed[2] = f"{prose.content_word(chance)}ka"
    return tuple(f"“We would {' '.join(one)},” said {name}." for one in (said, changed))  # type: ignore[return-value]


def _state_name(chance: random.Random) -> tuple[str, str]:
    before, after = chance.sample(_NAMES, 2)
    sentence = "The clerk met {} at the town hall to speak of the repairs."
    return sentence.format(before), sentence.format(after)


def _state_negation(chance: random.Random) -> tuple[str, str]:
    word = prose.content_word(chance)
    return f"The council did not want the {word}.", f"The council did want the {word}."


def _swap_word(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    words[len(words) // 2] = f"{prose.content_word(chance)}ka"
    return " ".join(words)


def _drop(_sentence: str, _chance: random.Random) -> str:
    return ""


def _keep(sentence: str, _chance: random.Random) -> str:
    return sentence


def _add_comma(sentence: str, _chance: random.Random) -> str:
    first, _, rest = sentence.partition(" ")
    return f"{first}, {rest}"


_EDITS: dict[ChangeKind, Edit] = {
    "figure": _keep,
    "quotation": _keep,
    "name": _keep,
    "negation": _keep,
    "removed": _drop,
    "added": _keep,
    "wording": _swap_word,
    "moved": _keep,
    "typography": _add_comma,
}
