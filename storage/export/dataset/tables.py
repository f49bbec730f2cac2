"""The tables of a dataset: what stands in each, and what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.anchoring.located_targets import locate_targets
from storage.export.export_format import ExportJob
from storage.export.provenance import hash_text
from storage.models import Story
from storage.tables.codebook_entry import CodebookEntry
from storage.wording.csv_cells import write_rows

Cell = str | int | None


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: str
    """`text`, `number`, `yes or no`, `time` or a name of fixed values."""
    meaning: str


class Table(NamedTuple):
    """One table of a dataset."""

    name: str
    """The name of its file, without the ending."""
    about: str
    """What a row is."""
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


_ARTICLE = Column("article_id", "text", "the article, as in articles.csv")
_ANNOTATION = Column("annotation_id", "text", "the annotation, as in annotations.csv")
_CODER = Column("coder", "text", "who did it; empty where nobody was named")
_CREATED = Column("created", "time", "when it was made, in UTC")
_UPDATED = Column("updated", "time", "when it was last changed, in UTC")
_TAG = Column("tag", "text", "the tag with its parents: parent/child, as in codebook.csv")


def write_table(table: Table) -> str:
    """Return a table as CSV."""
    return write_rows([column.name for column in table.columns], table.rows)


def make_codebook(entries: Sequence[CodebookEntry]) -> Table:
    """Return the codebook, as `copydesk codebook import` reads it."""
    return Table(
        "codebook",
        "a tag, in the order of the codebook",
        (
            Column("path", "text", "the tag after its parents, parted by slashes"),
            Column("definition", "text", "what it is for"),
            Column("inclusion", "text", "what is to have it"),
            Column("exclusion", "text", "what is not to have it, though it seems to fit"),
            Column("example", "text", "words that have it"),
            Column("colour", "a colour's name", "its own; empty for that of its parent"),
            Column("key", "number", "the number of the quick tag, if any"),
            Column("variable", "yes or empty", "whether an article has one of the tags below"),
            Column("guid", "text", "what another program calls it"),
        ),
        [
            (
                *(one.name, one.definition, one.inclusion, one.exclusion, one.example),
                *(one.colour, one.number, "yes" if one.is_variable else "", one.guid),
            )
            for one in entries
        ],
    )


def make_tables(job: ExportJob) -> list[Table]:
    """Return all tables of what is chosen, and the whole codebook."""
    stories = list_stories(job)
    return [
        _make_articles(job),
        *_make_annotations(job),
        *_make_coding(job),
        make_codebook(job.library.codebook.list_entries()),
        Table(
            "stories",
            "a story",
            (Column("story_id", "text", "the story"), Column("name", "text", "its name")),
            [(story.id, story.name) for story in stories],
        ),
        Table(
            "story_articles",
            "an article of a story",
            (
                Column("story_id", "text", "the story, as in stories.csv"),
                _ARTICLE,
                Column("position", "number", "its place in the story, from 1"),
            ),
            [
                (story.id, article, position)
                for story in stories
                for position, article in enumerate(story.articles, 1)
                if article in job.selection.index_by_id()
            ],
        ),
    ]


def list_stories(job: ExportJob) -> list[Story]:
    """Return the stories that any chosen article is in; only that which was chosen, if one was."""
    if job.selection.story is not None:
        return [job.selection.story]
    chosen = job.selection.index_by_id()
    stories = [job.library.stories.get(one.id) for one in job.library.stories.list_gathered()]
    return [story for story in stories if not chosen.keys().isdisjoint(story.articles)]


def _make_articles(job: ExportJob) -> Table:
    columns = (
        _ARTICLE,
        Column("title", "text", "its headline"),
        Column("outlet", "text", "who published it; empty where unknown"),
        Column("author", "text", "who wrote it; empty where unknown"),
        Column("published", "time", "when, as exactly as is known: a year, a day or a moment"),
        Column("url", "text", "its address on the web"),
        Column("citation_key", "text", "its key in a reference manager"),
        Column("words", "number", "words of its text"),
        Column("sha256", "text", "of its text in UTF-8: tells it from every other text"),
    )
    rows = [
        (
            *(one.id, one.title, one.outlet, one.author, one.published, one.url),
            *(one.citation_key, one.words, hash_text(one.text)),
        )
        for one in job.selection.articles
    ]
    return Table("articles", "an article", columns, rows)


def _make_annotations(job: ExportJob) -> Iterable[Table]:
    annotations = job.selection.annotations
    yield Table(
        "annotations",
        "an annotation, on one place or on several",
        (_ANNOTATION, _CODER, Column("note", "text", "what was written"), _CREATED, _UPDATED),
        [(one.id, one.coder, one.note, one.created, one.updated) for one in annotations],
    )
    yield Table(
        "places",
        "a place of an annotation",
        (
            _ANNOTATION,
            Column("place", "number", "which of the annotation's places it is, from 1"),
            _ARTICLE,
            Column("state", "exact, moved, changed or orphan", "how its words were found again"),
            Column("start", "number", "its first code point, from 0; empty for an orphan"),
            Column("end", "number", "the code point behind its last; empty for an orphan"),
            Column("quote", "text", "its words; of an orphan those that were there"),
        ),
        [
            (
                one.annotation.id,
                one.number + 1,
                one.article.id,
                one.state,
                one.span.start if one.stands else None,
                one.span.end if one.stands else None,
                one.quote,
            )
            for one in locate_targets(annotations, job.selection.articles)
        ],
    )
    yield Table(
        "annotation_tags",
        "a tag of an annotation",
        (_ANNOTATION, _TAG),
        [(one.id, tag) for one in annotations for tag in job.selection.list_uses(one)],
    )


def _make_coding(job: ExportJob) -> Iterable[Table]:
    coding = job.selection.coding
    yield Table(
        "article_tags",
        "a tag that a coder gave a whole article",
        (_ARTICLE, _TAG, _CODER),
        [(one.article, one.tag, one.coder) for one in coding.tags],
    )
    yield Table(
        "coded_articles",
        "an article that a coder is done with",
        (_ARTICLE, _CODER),
        [(one.article, one.coder) for one in coding.coded],
    )
    yield Table(
        "memos",
        "a memo on an article or a story",
        (
            Column("about", "article or story", "what it is about"),
            Column("id", "text", "the article or story"),
            _CODER,
            Column("memo", "text", "what was written"),
            _CREATED,
            _UPDATED,
        ),
        [
            (about, one.about, one.coder, one.memo, one.created, one.updated)
            for about, memos in (("article", coding.memos), ("story", coding.story_memos))
            for one in memos
        ],
    )
