"""`copydesk read`: a story as plain sentences, one after another, for who listens to a screen.

No columns, colours or signs: what the app shows beside the text is said in words behind the
paragraph in which it begins.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from storage.comparing import ComparedStory, compare_in
from storage.export.evidence import Evidence, find_article_evidence
from storage.models import Story
from storage.passage_numbers import is_shared
from storage.share_figures import count_shares
from storage.wording.passage_kinds import describe_likeness
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from textreuse import DOUBLE_QUOTES, Group, Span, pair_copies, split_paragraphs
from tui.cli.export import find_only_story
from tui.cli.maintenance import open_existing
from tui.cli.printing import say

_LONGEST = 8
"""Words of a place that are said whole; of a longer one, how it begins and ends."""
_ENDS = 3


def read_story(options: argparse.Namespace) -> int:
    """Print the story that is named, or the only one, from its first article to its last."""
    with open_existing(options) as library:
        story = library.stories.find(options.story or find_only_story(library))
        articles = library.articles.get_all(story.articles)
        compared = compare_in(library, articles)
        annotations = library.annotations.find_on(story.articles)
        notes = find_article_evidence(annotations, compared) if annotations else []
    for line in tell_story(story, compared, notes):
        say(line)
    return 0


def tell_story(story: Story, compared: ComparedStory, notes: Sequence[Evidence]) -> Iterator[str]:
    """Yield the lines of a story; an empty one parts articles and paragraphs."""
    count = len(compared.articles)
    yield f"{reveal_line(story.name)}. {pluralize(count, 'article')}."
    groups = _sort_by_article(compared)
    for article in range(count):
        yield ""
        yield _introduce(compared, article)
        yield from _tell_paragraphs(compared, article, groups[article], notes)


def _sort_by_article(compared: ComparedStory) -> dict[int, list[tuple[Span, Group]]]:
    """Return the places of passages in each article, in order."""
    found: dict[int, list[tuple[Span, Group]]] = defaultdict(list)
    places = ((span, group) for group in compared.kept.groups for span in group.spans)
    for span, group in sorted(places, key=lambda one: (one[0], one[1].id)):
        found[span.article].append((span, group))
    return found


def _introduce(compared: ComparedStory, article: int) -> str:
    """Say which article begins, who published it when, and how much of it is shared."""
    known, shares = compared.articles[article], count_shares(compared.kept, article)
    head = f"Article {compared.letters[article]}: {reveal_line(known.title)}"
    told = [head if head[-1] in ".?!" else f"{head}."]
    published = ", ".join(filter(None, [reveal_line(known.outlet), format_day(known.published)]))
    told += [f"{published}."] if published else []
    told.append(f"{pluralize(shares.words, 'word')}, {shares.shared} shared.")
    return " ".join(told)


def _tell_paragraphs(
    compared: ComparedStory,
    article: int,
    groups: Sequence[tuple[Span, Group]],
    notes: Sequence[Evidence],
) -> Iterator[str]:
    known = compared.articles[article]
    paragraphs = split_paragraphs(known.text)
    starts = [start for start, _ in paragraphs]
    said: dict[int, list[str]] = defaultdict(list)
    for span, group in groups:
        at = max(0, bisect_right(starts, span.start) - 1)
        said[at].append(_tell_passage(compared, span, group))
    for note in notes:
        if note.place.article.id == known.id:
            at = max(0, bisect_right(starts, note.place.start) - 1)
            said[at].append(_tell_note(note))
    left_out = 0
    for number, (start, end) in enumerate(paragraphs):
        if _is_boilerplate(compared, Span(article, start, end)):
            left_out += 1
            continue
        paragraph = compared.number_paragraph(Span(article, start, end))
        yield ""
        yield f"Paragraph {paragraph}. {reveal_line(known.text[start:end])}"
        yield from said[number]
    if left_out:
        yield ""
        yield f"{pluralize(left_out, 'paragraph')} of boilerplate left out."


def _is_boilerplate(compared: ComparedStory, paragraph: Span) -> bool:
    """Tell whether nothing of a paragraph but boilerplate has a word."""
    comparison = compared.kept
    inside = [
        Span(paragraph.article, max(one.start, paragraph.start), min(one.end, paragraph.end))
        for one in comparison.boilerplate(paragraph.article)
        if one.overlap(paragraph)
    ]
    return inside != [] and comparison.word_count(
        paragraph.article, inside
    ) == comparison.word_count(paragraph.article, [paragraph])


def _tell_passage(compared: ComparedStory, ours: Span, group: Group) -> str:
    """Say which words stand elsewhere too, where, and how like they are."""
    number = f"Passage {compared.numbers.number_passage(group)}" if is_shared(group) else "Repeat"
    text = compared.articles[ours.article].text[ours.start : ours.end]
    where = "; ".join(_tell_copy(compared, group, ours, one) for one in group.spans if one != ours)
    return f"{number}, {_say_words(text)}: {where}."


def _tell_copy(compared: ComparedStory, group: Group, ours: Span, theirs: Span) -> str:
    pair = pair_copies(compared.kept, group, ours, theirs)
    likeness = describe_likeness(pair.kind, pair.similarity, weak=group.is_weak)
    paragraph = compared.number_paragraph(theirs)
    where = (
        f"again in paragraph {paragraph}"
        if theirs.article == ours.article
        else f"also in article {compared.letters[theirs.article]}, paragraph {paragraph}"
    )
    return f"{where}, {likeness}"


def _tell_note(note: Evidence) -> str:
    """Say what is annotated, with which tags, and the note."""
    annotation = note.annotation
    told = [f"Annotation on {_say_words(note.quote)}"]
    if note.state in ("changed", "orphan"):
        told[0] += ", whose words have changed"
    if annotation.tags:
        told.append(f"tagged {', '.join(map(reveal_line, annotation.tags))}")
    head = ", ".join(told)
    return f"{head}: {reveal_line(annotation.note)}" if annotation.note else f"{head}."


def _say_words(text: str) -> str:
    """Return the words of a place as they are said: of many, the first and the last."""
    words = reveal_line(text).strip(DOUBLE_QUOTES + " ").split()
    if len(words) <= _LONGEST:
        return f"“{' '.join(words)}”"
    return f"from “{' '.join(words[:_ENDS])}” to “{' '.join(words[-_ENDS:])}”"
