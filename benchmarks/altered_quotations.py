"""Quotations of BASIL put into another article of their story, altered or not, from a seed.

What was done to each is known: whether the copy is linked to it, and told as what it is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import textreuse
from textreuse import QuotationFinding, Span, find_statements, split_paragraphs

_SEED = 1
_WORDS = re.compile(r"\S+")
_MARKS = ".,;:!?'‘’“”—-"
_OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
_SWAPS = {
    "is": "are", "are": "is", "was": "were", "were": "was", "will": "would", "would": "will",
    "can": "could", "could": "can", "has": "had", "have": "had", "and": "or", "or": "and",
    "to": "for", "in": "on", "the": "this",
}  # fmt: skip
_NEGATIONS = ("not", "never", "no")
_SHORTEST_TERM = 5
"""Letters from which on a word of a quotation counts as one of content."""

Edit = Callable[[list[str], random.Random, Sequence[str]], list[str] | None]


class Copied(NamedTuple):
    """A quotation, the two articles, and where its copy stands in the second one."""

    texts: tuple[str, str]
    quotation: Span
    copy: Span


class Kind(NamedTuple):
    """One way of copying a quotation."""

    name: str
    edit: Edit
    words: tuple[int, int]
    """Least and most words of the quotations that are copied."""
    expected: tuple[str, ...]
    """What a finding may be, with a "!" where it is flagged."""
    is_narration: bool = False


def _replace(words: list[str], chance: random.Random, others: Sequence[str]) -> list[str] | None:
    return _change(words, chance, lambda _: chance.choice(others), _list_terms(words))


def _drop(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    inner = [index for index in _list_terms(words) if 0 < index < len(words) - 1]
    if not inner:
        return None
    index = chance.choice(inner)
    return [*words[:index], *words[index + 1 :]]


def _add(words: list[str], chance: random.Random, others: Sequence[str]) -> list[str] | None:
    index = chance.randrange(1, len(words) - 1)
    return [*words[:index], chance.choice(others), *words[index:]]


def _swap(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    places = [index for index, word in enumerate(words[1:-1], 1) if word in _SWAPS]
    return _change(words, chance, lambda word: _SWAPS[word], places)


def _inflect(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    places = [index for index in _list_terms(words) if words[index].isalpha()]
    return _change(
        words, chance, lambda word: word[:-1] if word.endswith("s") else f"{word}s", places
    )


def _affirm(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    places = [index for index, word in enumerate(words[1:-1], 1) if word in _NEGATIONS]
    if not places:
        return None
    index = chance.choice(places)
    return [*words[:index], *words[index + 1 :]]


def _move(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    at = chance.randrange(3, len(words) - 4)
    return [*words[:at], *words[at + 2 : at + 4], *words[at : at + 2], *words[at + 4 :]]


def _keep(words: list[str], _: random.Random, __: Sequence[str]) -> list[str] | None:
    return words


def _retype(words: list[str], _: random.Random, __: Sequence[str]) -> list[str] | None:
    text = " ".join(words).replace("’", "'").replace("—", " -- ").replace(" and ", " & ")
    return text.replace(" percent", " per cent").split()


def _cut(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    size = chance.randint(2, len(words) // 2)
    return words[size:] if chance.random() < 1 / 2 else words[:-size]


def _leave_out(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    at = chance.randint(4, len(words) - 9)
    return [*words[:at], "...", *words[at + chance.randint(2, 4) :]]


def _bracket(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str] | None:
    at = chance.randrange(2, len(words) - 2)
    return [*words[:at], "[the", "town’s]", *words[at:]]


_ALTERED, _QUIET, _NARRATED = ("altered!",), ("same", "cut", "cut!"), ("narration_elsewhere!",)
_KINDS = (
    Kind("the same", _keep, (6, 40), ("same",)),
    Kind("three to six words", _keep, (3, 6), ("same",)),
    Kind("typed otherwise", _retype, (8, 60), ("same",)),
    Kind("a word replaced", _replace, (8, 60), _ALTERED),
    Kind("a word of few replaced", _replace, (4, 7), _ALTERED),
    Kind("a word left out", _drop, (8, 60), _ALTERED),
    Kind("a word put in", _add, (8, 60), _ALTERED),
    Kind("a small word replaced", _swap, (8, 60), _ALTERED),
    Kind("singular and plural", _inflect, (8, 60), _ALTERED),
    Kind("a not left out", _affirm, (8, 60), _ALTERED),
    Kind("words moved", _move, (14, 80), _ALTERED),
    Kind("cut at an end", _cut, (12, 80), _QUIET),
    Kind("cut with an ellipsis", _leave_out, (14, 80), _QUIET),
    Kind("words in brackets", _bracket, (8, 60), _QUIET),
    Kind("told as a fact", _keep, (8, 60), _NARRATED, is_narration=True),
)


def _list_terms(words: Sequence[str]) -> list[int]:
    return [index for index, word in enumerate(words) if len(word) >= _SHORTEST_TERM]


def _change(
    words: list[str], chance: random.Random, change: Callable[[str], str], places: Sequence[int]
) -> list[str] | None:
    """Change one of the words at `places`; the marks around it stay."""
    if not places:
        return None
    index = chance.choice(places)
    word = words[index].strip(_MARKS)
    changed = words[index].replace(word, change(word)) if word else change(word)
    return [*words[:index], changed, *words[index + 1 :]]


def score_kinds(corpus: Path, count: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield for each kind of copy how many were made, linked, and told as what they are."""
    stories = [_read_story(paths) for paths in _list_stories(corpus)]
    others = sorted(
        {word for story in stories for text in story[0] for word in re.findall(r"[a-z]{5,}", text)}
    )
    for kind in _KINDS:
        chance = random.Random(f"{kind.name} {_SEED}")
        made = linked = right = 0
        while made < count:
            copied = _copy(kind, chance.choice(stories), chance, others)
            if copied is None:
                continue
            finding = _find(copied)
            made += 1
            linked += finding is not None
            told = f"{finding.kind}{'!' * finding.flagged}" if finding is not None else ""
            right += told in kind.expected
        yield kind.name, made, linked, right


def _list_stories(corpus: Path) -> list[list[Path]]:
    stories: dict[str, list[Path]] = {}
    for path in sorted(corpus.glob("*.txt")):
        stories.setdefault(path.name.rpartition("_")[0], []).append(path)
    return [paths for paths in stories.values() if len(paths) > 1]


def _read_story(paths: Sequence[Path]) -> tuple[list[str], list[tuple[Span, str]]]:
    """Return the texts of a story, and what one of them alone quotes of a person."""
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    statements = find_statements(textreuse.compare(texts), names=[path.stem for path in paths])
    alone = [
        (one.span, one.speaker.name)
        for utterance in statements.utterances
        if len(utterance.articles) == 1
        for one in utterance.quotations
        if one.speaker.kind == "person"
        and not set('[]()…\n"“”') & set(texts[one.span.article][one.span.start : one.span.end])
    ]
    return texts, alone


def _copy(
    kind: Kind,
    story: tuple[Sequence[str], Sequence[tuple[Span, str]]],
    chance: random.Random,
    others: Sequence[str],
) -> Copied | None:
    """Copy a quotation into another article; None where it is none that can be copied so."""
    texts, quotations = story
    if not quotations:
        return None
    span, name = chance.choice(quotations)
    words = _WORDS.findall(texts[span.article][span.start : span.end])
    is_cut = any(".." in word for word in words)
    if is_cut or not kind.words[0] <= len(words) <= kind.words[1]:
        return None
    edited = kind.edit(words, chance, others)
    if edited is None or (kind.is_narration and _OWN.search(" ".join(words))):
        return None
    said = " ".join(edited).strip(" ,.")
    paragraph = f"{said[:1].upper()}{said[1:]}." if kind.is_narration else f"“{said},” {name} said."
    other = chance.choice([text for at, text in enumerate(texts) if at != span.article])
    at = chance.choice(split_paragraphs(other))[1]
    text = f"{other[:at]}\n\n{paragraph}{other[at:]}"
    start = at + len("\n\n")
    return Copied(
        (texts[span.article], text),
        span._replace(article=0),
        Span(1, start, start + len(paragraph)),
    )


def _find(copied: Copied) -> QuotationFinding | None:
    statements = find_statements(textreuse.compare(copied.texts), names=["one", "other"])
    findings = (
        finding
        for utterance in statements.utterances
        for finding in utterance.findings
        if finding.one.span.overlap(copied.quotation) and finding.other.span.overlap(copied.copy)
    )
    return next(findings, None)
