from __future__ import annotations

from storage.evidence import compare_articles
from storage.library import Library
from storage.sample import add_sample
from textreuse import Span, merge
from tui.marks import current_marks, marks
from tui.reading import Reading


def test_what_is_highlighted_is_what_the_percentages_count(library: Library) -> None:
    story = add_sample(library)
    articles = library.articles.all(story.articles)
    reading = Reading(story, articles)
    comparison = reading.comparison = compare_articles(articles)
    for article in range(len(articles)):
        found = marks(reading, article)
        shared = [Span(article, one.start, one.end) for one in found if one.style != "repeat"]
        repeated = [Span(article, one.start, one.end) for one in found if one.style == "repeat"]
        assert merge(shared) == comparison.shared(article)
        assert merge(repeated) == comparison.repeats(article)


def test_layers_lie_in_order_and_the_shorter_on_top(library: Library) -> None:
    story = add_sample(library)
    articles = library.articles.all(story.articles)
    library.annotations.create([Reading(story, articles).target(Span(0, 80, 120))], "A note")
    reading = Reading(story, articles)
    reading.comparison = compare_articles(articles)
    reading.place(library.annotations.on(story.articles))
    reading.step(1)
    found = marks(reading, 0)
    assert found[-1].style == "annotation"
    assert [one.label for one in current_marks(reading, 0)] == ["1"]
    verbatim = [one.end - one.start for one in found if one.style == "verbatim"]
    assert verbatim == sorted(verbatim, reverse=True)
