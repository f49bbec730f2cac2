"""Texts to measure with: invented, made from a seed, so that every run measures the same."""

from __future__ import annotations

import random

_SYLLABLES = "ba ce di fo gu la me ni ro su ta ve wi xo yu zar len mor tis pel".split()


def article(words: int, seed: int) -> str:
    """Return a text of so many words, in sentences and paragraphs, with Zipf's frequencies."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(6000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    drawn = chance.choices(vocabulary, weights, k=words)
    sentences, at = [], 0
    while at < words:
        length = chance.randint(8, 28)
        sentences.append(" ".join(drawn[at : at + length]).capitalize() + ".")
        at += length
    paragraphs = []
    while sentences:
        size = chance.randint(1, 4)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return "\n\n".join(paragraphs) + "\n"


def story(articles: int, words: int, shared: int, seed: int = 1) -> list[str]:
    """Return articles of which neighbours have about `shared` passages of 12–30 words in common."""
    chance = random.Random(seed)
    texts = [article(words, seed * 1000 + number).split(" ") for number in range(articles)]
    for number in range(shared):
        source, target = number % articles, (number + 1) % articles
        length = chance.randint(12, 30)
        start = chance.randrange(len(texts[source]) - length)
        place = chance.randrange(len(texts[target]) - length)
        copied = texts[source][start : start + length]
        if number % 2:
            copied[length // 2] = "changed"
        texts[target][place : place + length] = copied
    return [" ".join(text) for text in texts]
