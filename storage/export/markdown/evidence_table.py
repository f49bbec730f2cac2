"""Passages of a story as Markdown: a table of all places that carry each, and the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from storage.comparing import ComparedStory, compare_in
from storage.errors import NotFoundError
from storage.export.article_rows import ArticleRow, make_article_rows
from storage.export.escaping import escape_line, escape_within, make_link
from storage.export.markdown import front_matter
from storage.export.markdown.document import Export
from storage.export.markdown.evidence_rows import find_all_places, make_evidence_rows
from storage.export.markdown.managed_blocks import Block
from storage.export.provenance import Provenance, describe_provenance
from storage.export.story_passages import StoryPassage, list_story_passages
from storage.library import Library
from storage.models import Article, Story
from storage.passage_numbers import is_shared
from storage.wording.plural import pluralize
from storage.wording.publication_dates import describe_order, sort_spans_by_publication
from textreuse import WEAK, Group, Settings, Span

_MANUAL = (
    "The order does not prove who copied from whom. Changes in each copy are marked ~~removed~~ or"
    " **added**; differences in capitals, white space, quotes and dashes are ignored. Similarity is"
    " the share of words that correspond. Offsets count code points of the stored text; the end is"
    " excluded."
)
_TEXTS = "All texts compared; SHA-256 is of the text in UTF-8 with line feeds."


def export_passage(
    library: Library,
    story: Story,
    number: int,
    known: ComparedStory | None = None,
    *,
    is_repeat: bool = False,
    version: str,
    settings: Settings | None = None,
) -> Export:
    """Render the passage that is `number` of those shared in `story`, as gutter and card count.

    With `is_repeat` it is that of what one article repeats. All pieces of it that are not ignored
    in `library`, each in a table; changes are marked against its first place in order of
    publication. `known` and `settings` are for `compare_in`. `version` is that of the program. The
    same library gives the same file. `NotFoundError` says why there is nothing to render.
    """
    compared = compare_in(library, library.articles.get_all(story.articles), known, settings)
    pieces = _find_numbered(number, story, compared, is_repeat=is_repeat)
    rows_of = make_article_rows(compared)
    keys = [_make_key(story, piece, compared) for piece in pieces]
    name = pieces[0].name
    blocks = [
        Block(
            f"sources-{key}",
            _render_table_block(
                f"# {escape_line(story.name)}: {_name_piece(piece, len(pieces))}",
                *(piece, compared, rows_of, _MANUAL),
            ),
        )
        for key, piece in zip(keys, pieces, strict=True)
    ]
    group = _find_whole_group(pieces[0], compared)
    method = _render_method_block(f"group {group.id}", version, compared, rows_of)
    return Export(
        {
            "title": front_matter.write_text(f"{story.name}: {name}"),
            "copydesk": front_matter.write_text(f"{name} of story {story.id}"),
            "outlets": _write_outlets(pieces, compared),
        },
        [*blocks, Block(f"sources-method-{keys[0]}", method)],
    )


def export_all_passages(
    library: Library,
    story: Story,
    known: ComparedStory | None = None,
    *,
    version: str,
    settings: Settings | None = None,
) -> Export:
    """Render all passages and repeats of a story as `export_passage` does each, in their order.

    `NotFoundError` where there is none.
    """
    compared = compare_in(library, library.articles.get_all(story.articles), known, settings)
    passages = list_story_passages(compared)
    if not passages:
        raise NotFoundError(f"The articles of “{story.name}” share no passage and repeat none.")
    rows_of = make_article_rows(compared)
    pieces = Counter(one.number for one in passages)
    keys: Counter[str] = Counter()
    blocks = []
    for one in passages:
        key = _make_key(story, one, compared)
        keys[key] += 1
        called = _name_piece(one, pieces[one.number])
        # One that is gone by the next export is no other export: it is marked as deleted.
        blocks.append(
            Block(
                key if keys[key] == 1 else f"{key}-{keys[key]}",
                _render_table_block(
                    f"## {called[:1].upper()}{called[1:]}", one, compared, rows_of, ""
                ),
            )
        )
    head = f"# {escape_line(story.name)}: all passages\n\n{_MANUAL}"
    method = _render_method_block("all groups", version, compared, rows_of)
    return Export(
        {
            "title": front_matter.write_text(f"{story.name}: all passages"),
            "copydesk": front_matter.write_text(f"passages of story {story.id}"),
            "outlets": _write_outlets(passages, compared),
        },
        [
            Block(f"sources-passages-{story.id}", head),
            *blocks,
            Block(f"sources-method-passages-{story.id}", method),
        ],
    )


def _make_key(story: Story, passage: StoryPassage, compared: ComparedStory) -> str:
    """Return what a passage is called in the file.

    An article that is added to the story may change its number, but hardly its first place.
    """
    first = passage.group.spans[0]
    return f"passage-{story.id}-{compared.articles[first.article].id}-{first.start}"


def _name_piece(passage: StoryPassage, pieces: int) -> str:
    return f"{passage.name}, piece {passage.piece} of {pieces}" if pieces > 1 else passage.name


def _write_outlets(passages: Iterable[StoryPassage], compared: ComparedStory) -> str:
    """Return who carries any of these, in order of publication, as a value of front matter."""
    articles = compared.articles
    told = [
        span
        for one in passages
        for span in find_all_places(compared.kept, one.group, _find_reference(one, articles))
    ]
    return front_matter.write_outlets(
        articles[span.article] for span in sort_spans_by_publication(told, articles)
    )


def _find_numbered(
    number: int, story: Story, compared: ComparedStory, *, is_repeat: bool
) -> list[StoryPassage]:
    """Return all that bears the number; `NotFoundError` says why nothing does."""
    wanted = f"R{number}" if is_repeat else str(number)
    pieces = [one for one in list_story_passages(compared) if one.number == wanted]
    if pieces:
        return pieces
    numbers, name = compared.numbers, "repeat" if is_repeat else "passage"
    if any(
        number
        == (
            numbers.number_repeat(one, one.spans[0].article)
            if is_repeat
            else numbers.number_passage(one)
        )
        for one in compared.found.groups
        if is_shared(one) != is_repeat
    ):
        raise NotFoundError(f"{name.capitalize()} {number} of “{story.name}” is ignored.")
    if numbers.has_repeat(number) if is_repeat else numbers.has_passage(number):
        why = (
            "a weaker match than this sensitivity shows"
            if compared.settings.sensitivity < WEAK
            else "part of another one at this sensitivity, or marked as boilerplate"
        )
        raise NotFoundError(f"{name.capitalize()} {number} of “{story.name}” is {why}.")
    count = numbers.repeats if is_repeat else numbers.passages
    counted = pluralize(count, "repeat" if is_repeat else "shared passage")
    raise NotFoundError(f"There is no {name} {number}: “{story.name}” has {counted}.")


def _find_reference(passage: StoryPassage, articles: Sequence[Article]) -> Span:
    """Return the place that the others are held against: the first in order of publication."""
    return sort_spans_by_publication(passage.group.spans, articles)[0]


# What the blocks say


def _render_table_block(
    heading: str,
    passage: StoryPassage,
    compared: ComparedStory,
    known: Sequence[ArticleRow],
    manual: str,
) -> str:
    articles = compared.articles
    here = _find_reference(passage, articles)
    found = make_evidence_rows(compared, passage.group, here)
    [paragraph] = [row.paragraph for row in found if row.span == here]
    words = compared.kept.word_count(here.article, [here])
    order = describe_order([articles[row.span.article] for row in found])
    asked = f"**{known[here.article].letter}**, paragraph {paragraph}"
    intro = f"Who carries the {pluralize(words, 'word')} of {asked}, {order}. {manual}"
    return "\n\n".join(
        [
            heading,
            intro.rstrip(),
            _render_table(
                *("", "Outlet", "Date", "Title", "Paragraph", "Offsets", "Kind", "Similarity"),
                "Words",
                rows=[
                    (
                        known[row.span.article].letter,
                        escape_line(known[row.span.article].outlet),
                        escape_line(known[row.span.article].published or "no date"),
                        make_link(articles[row.span.article].title, articles[row.span.article].url),
                        str(row.paragraph),
                        f"{row.span.start}–{row.span.end}",
                        row.kind,
                        row.similarity,
                        row.words,
                    )
                    for row in found
                ],
            ),
        ]
    )


def _render_method_block(
    groups: str, version: str, compared: ComparedStory, known: Sequence[ArticleRow]
) -> str:
    made = describe_provenance(version, compared)
    by_hand = (
        f"Ignored by hand: {pluralize(made.ignored, 'passage')}; marked by hand as boilerplate"
        f" or not boilerplate: {pluralize(made.verdicts, 'place')}."
    )
    items = [
        f"Compared by Copydesk {escape_within(made.version)} with the settings `{made.settings}`.",
        by_hand,
        _explain_repeating(made, groups, compared),
    ]
    return "\n\n".join(
        [
            "## Method",
            "\n".join(f"- {item}" for item in items),
            _TEXTS,
            _render_table(
                *("", "Outlet", "SHA-256", "Code points", "Words", "Boilerplate"),
                rows=[
                    (
                        row.letter,
                        escape_line(row.outlet),
                        f"`{text.sha256}`",
                        str(text.characters),
                        str(row.words),
                        str(text.boilerplate),
                    )
                    for row, text in zip(known, made.texts, strict=True)
                ],
            ),
        ]
    )


def _find_whole_group(passage: StoryPassage, compared: ComparedStory) -> Group:
    """Return the group as it was found, with what is ignored by hand."""
    first = passage.group.passages[0]
    return next(group for group in compared.found.groups if first in group.passages)


def _explain_repeating(made: Provenance, groups: str, compared: ComparedStory) -> str:
    """Return how a third person gets the same; `groups` are what the passages are there."""
    if made.verdicts or compared.settings != Settings():
        return (
            "To reproduce it: call `textreuse.compare` in Python on these texts, in this order,"
            " with these settings, outlets and verdicts; `copydesk compare` uses only the default"
            " settings."
        )
    left_out = ", including what is ignored here" if made.ignored else ""
    return (
        "To reproduce it: save these texts as files, in this order;"
        f" `copydesk compare --json FILE...` gives {groups}{left_out}. It numbers articles"
        " from 0. An outlet matters if several texts share it; a file name such as"
        " `2026-03-05 OUTLET - TITLE.txt` states it."
    )


def _render_table(*head: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
