"""One passage of a story as Markdown: a table of all places that carry it, and the method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.comparing import ComparedStory, compare_in
from storage.errors import NotFoundError
from storage.export import front_matter
from storage.export.blocks import Block
from storage.export.escaping import escaped, escaped_within, linked
from storage.export.evidence_rows import all_places, evidence_rows
from storage.export.markdown import Export
from storage.export.method import Method, method
from storage.export.report.figures import Source, sources
from storage.export.report.story_passages import StoryPassage, story_passages
from storage.library import Library
from storage.publication_order import in_publication_order, order_in_words
from storage.records import Story
from textreuse import Comparison, Group, Settings, Span

_MANUAL = (
    "What each copy has otherwise is marked, ~~removed~~ or **added**; capitals, white space and"
    " the forms of quotes and dashes count as the same. Similarity is the share of words that"
    " correspond. Offsets are code points of the text as it is stored, the end excluded."
)
_TEXTS = "All that were compared; SHA-256 is of the text in UTF-8, its lines parted by line feeds."


def passage_export(
    library: Library,
    story: Story,
    number: int,
    known: ComparedStory | None = None,
    *,
    version: str,
    settings: Settings | None = None,
    here: Span | None = None,
) -> Export:
    """Render the passage that is `number` of those shared in `story`, as gutter and card count.

    Passages ignored in `library` are left out, and not counted. Changes are marked against `here`,
    which is one of the passage's places, or against the first in order of publication. `known`
    and `settings` are for `compare_in`. `version` is that of the program. The same library gives
    the same file. `NotFoundError` says how many passages there are where `number` is none of them.
    """
    compared = compare_in(library, library.articles.all(story.articles), known, settings)
    articles, kept = compared.articles, compared.kept
    passage = _numbered(number, story, kept)
    rows_of = sources(articles, kept)
    made = method(version, compared)
    whole_group = _whole_group(passage, compared.found)
    # Its number changes with what is ignored, its first place does not.
    first = passage.group.spans[0]
    key = f"passage-{story.id}-{articles[first.article].id}-{first.start}"
    spans = in_publication_order(passage.group.spans, articles)
    told = in_publication_order(all_places(kept, passage.group, here or spans[0]), articles)
    return Export(
        {
            "title": front_matter.text(f"{story.name}: passage {number}"),
            "copydesk": front_matter.text(f"passage {number} of story {story.id}"),
            "sources": front_matter.texts(
                dict.fromkeys(rows_of[span.article].name for span in told)
            ),
        },
        [
            Block(
                f"sources-{key}",
                _table_block(story, passage, compared, rows_of, here or spans[0]),
            ),
            Block(
                f"sources-method-{key}",
                _method_block(made, rows_of, compared.settings, whole_group),
            ),
        ],
    )


def _numbered(number: int, story: Story, comparison: Comparison) -> StoryPassage:
    shared = [one for one in story_passages(comparison) if len(one.group.articles) > 1]
    if not 1 <= number <= len(shared):
        count = _count(len(shared), "shared passage")
        raise NotFoundError(f"There is no passage {number}: “{story.name}” has {count}.")
    return shared[number - 1]


def _whole_group(passage: StoryPassage, found: Comparison) -> Group:
    """Return the group that `passage` is in before anything is ignored."""
    return next(group for group in found.groups if passage.group.passages[0] in group.passages)


# What the blocks say


def _table_block(
    story: Story,
    passage: StoryPassage,
    compared: ComparedStory,
    known: Sequence[Source],
    here: Span,
) -> str:
    articles = compared.articles
    found = evidence_rows(compared, passage.group, here)
    [paragraph] = [row.paragraph for row in found if row.span == here]
    words = compared.kept.word_count(here.article, [here])
    order = order_in_words([articles[row.span.article] for row in found])
    asked = f"**{known[here.article].letter}**, paragraph {paragraph}"
    intro = (
        f"Who carries the {_count(words, 'word')} of {asked}, {order}: an order, never a proof of"
        f" who took from whom. {_MANUAL}"
    )
    return "\n\n".join(
        [
            f"# {escaped(story.name)}: passage {passage.number}",
            intro,
            _table(
                *("", "Outlet", "Date", "Title", "Paragraph", "Offsets", "Kind", "Similarity"),
                "Words",
                rows=[
                    (
                        known[row.span.article].letter,
                        escaped(known[row.span.article].outlet),
                        escaped(known[row.span.article].published or "no date"),
                        linked(articles[row.span.article].title, articles[row.span.article].url),
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


def _method_block(
    made: Method, known: Sequence[Source], settings: Settings, whole_group: Group
) -> str:
    version = escaped_within(made.version)
    by_hand = (
        f"Left out by hand: {_count(made.ignored, 'passage')}; told by hand to be page furniture,"
        f" or none: {_count(made.verdicts, 'place')}."
    )
    items = [
        f"Compared by Copydesk {version} with the settings `{made.settings}`.",
        by_hand,
        _repeating(made, settings, whole_group),
    ]
    return "\n\n".join(
        [
            "## Method",
            "\n".join(f"- {item}" for item in items),
            _TEXTS,
            _table(
                *("", "Outlet", "SHA-256", "Code points", "Words", "Furniture"),
                rows=[
                    (
                        source.letter,
                        escaped(source.outlet),
                        f"`{text.sha256}`",
                        str(text.characters),
                        str(source.words),
                        str(text.furniture),
                    )
                    for source, text in zip(known, made.texts, strict=True)
                ],
            ),
        ]
    )


def _repeating(made: Method, settings: Settings, group: Group) -> str:
    """Return how a third person gets the same."""
    if made.verdicts or settings != Settings():
        return (
            "To repeat it: `textreuse.compare` in Python with these texts, in this order, these"
            " settings, outlets and verdicts; `copydesk compare` takes the usual settings only."
        )
    left_out = ", with what is left out here" if made.ignored else ""
    return (
        "To repeat it: save these texts as files, in this order;"
        f" `copydesk compare --json FILE...` gives group {group.id}{left_out}. It counts articles"
        " from 0. An outlet counts where several texts have it: it is told by a name such as"
        " `2026-03-05 OUTLET - TITLE.txt`."
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number != 1 else ''}"


def _table(*head: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
