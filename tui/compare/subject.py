"""What a prompt of the compare view is about: how it quotes that, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from storage.models import Target
from storage.paragraph_numbers import ParagraphNumbers
from storage.wording.plural import pluralize
from textreuse import Span
from tui.prompts.about import About
from tui.story.story_reader import StoryReader


class Subject(NamedTuple):
    """What a prompt quotes, and the place of it; None where it has none in the texts."""

    about: About
    place: Span | None = None


def describe_meant(
    reading: StoryReader, placed: LocatedTarget | None, span: Span | None
) -> Subject:
    """Return what is meant: an annotation, else a place in a text, else nothing."""
    if placed is not None:
        return describe_annotation(reading, placed)
    return Subject(About("")) if span is None else describe_span(reading, span)


def describe_span(reading: StoryReader, span: Span) -> Subject:
    """Return the words of a place, how many they are, and in which paragraph of which article."""
    if reading.compared is not None:
        paragraph = reading.compared.number_paragraph(span)
    else:
        paragraph = ParagraphNumbers().find(reading.articles[span.article].text, span.start)
    words = pluralize(reading.count_words(span), "word")
    facts = f"{words} · {reading.letters[span.article]} ¶{paragraph}"
    return Subject(About(reading.words_at(span), facts), span)


def describe_annotation(reading: StoryReader, placed: LocatedTarget) -> Subject:
    """Return the words of an annotation likewise; where they are gone, those it was put on."""
    if placed.stands:
        return describe_span(reading, placed.span)
    return Subject(About(placed.quote, f"gone from {reading.letters[placed.span.article]}"))


def describe_targets(reading: StoryReader, targets: Sequence[Target]) -> Subject:
    """Return the words of the first of these targets, and their place if they still stand there."""
    if not targets:
        return Subject(About(""))
    anchor = targets[0].anchor
    ids = [article.id for article in reading.articles]
    if targets[0].article in ids:
        span = Span(ids.index(targets[0].article), anchor.start, anchor.end)
        if reading.words_at(span) == anchor.quote:
            return describe_span(reading, span)
    return Subject(About(anchor.quote))


def describe_article(reading: StoryReader, article: int) -> Subject:
    """Return the title of an article, how many words it has, and which it is."""
    known = reading.articles[article]
    words = pluralize(known.words, "word")
    return Subject(About(known.title, f"{words} · {reading.letters[article]}"))
