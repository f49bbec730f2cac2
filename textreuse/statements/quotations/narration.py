"""One article by its words: what is quoted and what is told, where sentences and names begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from textreuse.statements.names.name import Mention, Name
from textreuse.statements.quotations.clause import Clause
from textreuse.statements.quotations.speaker_words import SpeakerWords, list_speaker_words
from textreuse.statements.quotations.speech_verbs import SpeechVerbs, list_speech_verbs
from textreuse.text.corpus import Corpus
from textreuse.text.paragraph_marks import CLOSES
from textreuse.text.spans import Span

_PARTING = frozenset(",;:()—–…\n")
_FEW = 5
"""Characters looked at beside a mark."""


class Quoted(NamedTuple):
    """A text between marks: its offsets, and its words, counted from the article's first."""

    start: int
    end: int
    first: int
    last: int


class Named(NamedTuple):
    """A mention by words: `first:last`."""

    name: Name
    mention: Mention
    first: int
    last: int


class Narration:
    """The words of one article, counted from its first, and what is known of them."""

    def __init__(
        self,
        corpus: Corpus,
        article: int,
        quoted: Sequence[tuple[int, int]],
        names: Sequence[Name],
    ) -> None:
        row = self.row = corpus.words[article]
        base = corpus.first[article]
        self.article = article
        self.text = corpus.texts[article]
        self.keys, self.starts, self.ends = row.keys, row.starts, row.ends
        self.language = corpus.languages[article]
        self.is_english = self.language not in ("german", "french", "spanish")
        self.verbs: SpeechVerbs = list_speech_verbs(self.language)
        self.words: SpeakerWords = list_speaker_words(self.language)
        self.quoted = [Quoted(*one, *self._find_words(*one)) for one in quoted]
        self.sentences = [first - base for first, _ in corpus.sentences[article]]
        low = bisect_left(corpus.paragraphs, base)
        high = bisect_left(corpus.paragraphs, base + len(row))
        starts = [first - base for first in corpus.paragraphs[low:high]] or [0]
        self.paragraphs = list(zip(starts, [*starts[1:], len(row)], strict=True))
        self.names = names
        self.clauses: dict[tuple[int, int], tuple[Clause, ...]] = {}
        """What has been read of it, see `references`."""
        self.named = sorted(
            (
                Named(name, mention, *self._find_words(mention.span.start, mention.span.end))
                for name in names
                for mention in name.mentions
            ),
            key=lambda named: named.first,
        )
        self._named_firsts = [named.first for named in self.named]
        self.named_at = dict(zip(self._named_firsts, self.named, strict=True))

    @cached_property
    def called(self) -> dict[str, list[Named]]:
        """The mentions of organisations, by place, by each word of their names, folded."""
        by_word: dict[str, list[Named]] = {}
        for named in self.named:
            if named.name.kind == "organisation":
                for word in named.name.name.lower().split():
                    by_word.setdefault(word, []).append(named)
        return by_word

    def _find_words(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, lo=first)

    def add_quoted(self, places: Iterable[tuple[int, int]]) -> None:
        """Let the texts at these places count as quoted, and what of these stands inside them."""
        added = [Quoted(*one, *self._find_words(*one)) for one in places]
        kept = [
            one
            for one in self.quoted
            if not any(each.start <= one.start < each.end for each in added)
        ]
        self.quoted = sorted([*kept, *added])

    def gap(self, index: int) -> str:
        """Return what stands between the word `index` and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def is_parted(self, index: int) -> bool:
        """Tell whether a comma, dash or the like stands between a word and the one before it."""
        gap = self.gap(index)
        return gap != " " and (not _PARTING.isdisjoint(gap) or "--" in gap or " -" in gap)

    def before(self, quoted: Quoted) -> str:
        """Return the few characters before a quotation and its mark, trimmed at the end."""
        start = quoted.start
        while start and self.text[start - 1].isspace():
            start -= 1
        if start and self.text[start - 1] in CLOSES:
            start -= 1
        return self.text[max(0, start - _FEW) : start].rstrip()

    def behind(self, quoted: Quoted) -> str:
        """Return the few characters behind the mark that closes a quotation, if any does."""
        end = quoted.end
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        return self.text[end + 1 : end + 1 + _FEW]

    def is_closed(self, quoted: Quoted) -> bool:
        """Tell whether a mark closes a quotation in its own paragraph."""
        behind = self.text[quoted.end : quoted.end + _FEW]
        return behind.lstrip(" \u00a0\u202f")[:1].strip() != ""

    def goes_before_tag(self, quoted: Quoted) -> bool:
        """Tell whether a comma, or a mark of another kind than a full stop, parts who said it."""
        return self.text[quoted.end - 1] in ",?!…—-" or self.behind(quoted)[:1] == ","

    def sentence_of(self, index: int) -> int:
        """Return the first word of the sentence in which the word `index` stands."""
        at = bisect_right(self.sentences, index)
        return self.sentences[at - 1] if at else 0

    def next_sentence(self, index: int) -> int:
        """Return the first word of the sentence behind that of the word `index`."""
        at = bisect_right(self.sentences, index)
        return self.sentences[at] if at < len(self.sentences) else len(self.keys)

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a sentence begins with the word `index`."""
        at = bisect_left(self.sentences, index)
        return at < len(self.sentences) and self.sentences[at] == index

    def list_named(self, first: int, last: int) -> Sequence[Named]:
        """Return the mentions that begin with one of the words `first:last`."""
        low = bisect_left(self._named_firsts, first)
        return self.named[low : bisect_left(self._named_firsts, last, lo=low)]

    def is_quoted(self, index: int) -> bool:
        """Tell whether the word `index` stands between quotation marks."""
        at = bisect_right(self.quoted, index, key=lambda one: one.first)
        return at > 0 and index < self.quoted[at - 1].last

    def span(self, first: int, last: int) -> Span:
        """Return the place of the words `first:last`, at least one."""
        return Span(self.article, self.starts[first], self.ends[last - 1])
