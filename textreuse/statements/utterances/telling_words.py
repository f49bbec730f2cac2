"""Telling words: how much it says that two stretches have a word in common."""

from __future__ import annotations

from collections.abc import Iterable

from textreuse.text.corpus import Corpus
from textreuse.text.framing_words import list_general_words
from textreuse.text.function_words import list_function_words

_COMMON = 4
"""Times that a word stands in either article, from which on it is a word of the story."""

_OF_STORY = 0.5
_OF_NEWS = 0.5
"""What a word of the story, or of any report, is worth beside a rare one."""

_NOTHING = 0.0


class TellingWords:
    """The worth of the folded words of a corpus, 0..1 each."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._of_pair: dict[tuple[int, int], dict[str, float]] = {}

    def weigh(self, key: str, pair: tuple[int, int]) -> float:
        """Return what it says that two articles have the word `key` in common; function words 0."""
        known = self._of_pair.setdefault(pair, {})
        worth = known.get(key)
        if worth is None:
            worth = known[key] = self._weigh(key, pair)
        return worth

    def add_up(self, keys: Iterable[str], pair: tuple[int, int]) -> float:
        """Return what different words are worth together."""
        return sum(sorted(self.weigh(key, pair) for key in set(keys)))

    def is_telling(self, key: str, article: int) -> bool:
        """Tell whether a word is no function word of the article's language."""
        return key not in list_function_words(self._corpus.languages[article]) and (
            len(key) > 1 or not key.isascii() or key.isdigit()
        )

    def _weigh(self, key: str, pair: tuple[int, int]) -> float:
        if not all(self.is_telling(key, article) for article in pair):
            return _NOTHING
        languages = {self._corpus.languages[article] for article in pair}
        if any(key in list_general_words(language) for language in languages):
            return _OF_NEWS
        most = max(self._corpus.words[article].counts.get(key, 0) for article in pair)
        return _OF_STORY if most >= _COMMON else 1.0
