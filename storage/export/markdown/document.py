"""Articles and annotations as Markdown: one file, or one for each article beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from storage.comparing import ComparedStory, compare_in
from storage.errors import ConflictError
from storage.export.article_coding import is_by_several
from storage.export.evidence import (
    Evidence,
    find_annotation_evidence,
    find_article_evidence,
)
from storage.export.existing_file import read_existing
from storage.export.markdown import front_matter
from storage.export.markdown.managed_blocks import Block, Flavour, merge, render_document
from storage.export.markdown.statement_values import Values, fill_statements
from storage.export.markdown.template import Template, load
from storage.export.markdown.template_values import fill_articles, fill_note
from storage.export.markdown.written_tags import WrittenTags
from storage.export.quoted_evidence import QuotedEvidence, QuotedWords
from storage.export.selection import Selection, select_story
from storage.export.told_findings import find_verdicts, tell_findings
from storage.export.told_origins import tell_origins
from storage.files import write_atomically
from storage.library import Library
from storage.models import Article, Story
from storage.paragraph_numbers import ParagraphNumbers
from storage.tables.finding_verdicts import Verdict
from textreuse import Settings, name_letters

_FOREIGN = "\ufffd"
"""What stands for a file that is too much to read, or no text: we did not write it."""


@dataclass(frozen=True, slots=True)
class Export:
    """What goes into a file: `front_matter` maps keys to YAML values."""

    front_matter: dict[str, str]
    blocks: list[Block]
    flavour: Flavour = "commonmark"

    def __str__(self) -> str:
        return render_document(self.front_matter, self.blocks, self.flavour)


@dataclass(frozen=True, slots=True)
class MarkdownStyle:
    """How an export is written."""

    flavour: Flavour = "commonmark"
    template: Template = field(default_factory=load)


@dataclass(frozen=True, slots=True)
class ExportContent:
    """A selection with all that an export says of it."""

    selection: Selection
    articles: tuple[Article, ...]
    compared: ComparedStory | None
    """The articles, where these are a story."""
    notes: Sequence[Evidence]
    names: Mapping[str, str]
    """The letters of articles, by their ids."""
    tagged: Mapping[str, Sequence[str]]
    """The tags of whole articles, by their ids; only of those that have any."""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """What the reader decided on findings of the story."""
    written: WrittenTags = field(default_factory=WrittenTags)
    """How the tags of the library are written."""

    def find_quoted(self, notes: Iterable[Evidence]) -> Iterator[list[QuotedWords]]:
        """Yield for each note the quotations that it stands on."""
        if self.compared is None:
            yield from ([] for _ in notes)
            return
        said = QuotedEvidence(self.compared, self.verdicts)
        for note in notes:
            yield said.find(note)

    def list_tags(self, articles: Iterable[Article], notes: Iterable[Evidence]) -> str:
        """Return all tags of these, each once, as a value of front matter."""
        of_articles = (self.tagged.get(article.id, ()) for article in articles)
        of_notes = (one.annotation.tags for one in notes)
        tags = self.written.write(chain.from_iterable(chain(of_articles, of_notes)))
        return front_matter.write_texts(dict.fromkeys(tag.removeprefix("#") for tag in tags))


def export_story(library: Library, story: Story, known: ComparedStory | None = None) -> Export:
    """Render a story as it is exported where nothing else is asked for; see `export_selection`."""
    return export_selection(library, select_story(library, story), known=known)


def export_selection(
    library: Library,
    selection: Selection,
    style: MarkdownStyle | None = None,
    known: ComparedStory | None = None,
) -> Export:
    """Render a selection as one file; see `gather_content`.

    `CopydeskError` for a template that fails.
    """
    style = style or MarkdownStyle()
    return render_whole(gather_content(library, selection, known), style)


def gather_content(
    library: Library,
    selection: Selection,
    known: ComparedStory | None = None,
    settings: Settings | None = None,
) -> ExportContent:
    """Compare the articles of a selection and find its annotations in them.

    Of a story, with all copies in it; else with those in any story that has the article. Passages
    ignored in `library` are left out. `known` and `settings` are for `compare_in`.
    """
    compared = None
    if selection.story is not None:
        members = library.articles.get_all(selection.story.articles)
        compared = compare_in(library, members, known, settings)
        articles = compared.articles
        notes = find_article_evidence(selection.annotations, compared)
    else:
        articles = selection.articles
        notes = find_annotation_evidence(library, selection.annotations)
    ids = [article.id for article in articles]
    names = dict(zip(ids, name_letters(len(ids)), strict=True))
    tagged = library.tags.find_on_articles(ids)
    verdicts = find_verdicts(library, compared) if compared else {}
    written = WrittenTags(library.tags.list_names())
    return ExportContent(selection, articles, compared, notes, names, tagged, verdicts, written)


def render_whole(
    found: ExportContent, style: MarkdownStyle, files: Mapping[str, str] | None = None
) -> Export:
    """Render all of it; where `files` have what is said of articles, only these and the story."""
    selection, key = found.selection, found.selection.key
    coding = selection.coding if files is None else selection.coding._replace(memos=())
    values = fill_articles(
        selection.name,
        found.articles,
        found.compared,
        style.flavour,
        files,
        found.tagged,
        found.written,
        coding,
    )
    values |= _fill_statements(found)
    head = {
        "title": front_matter.write_text(selection.name),
        "copydesk": front_matter.write_text(key.replace(":", " ", 1)),
        "outlets": front_matter.write_outlets(found.articles),
        "tags": found.list_tags(found.articles, found.notes),
    }
    if style.flavour == "obsidian":
        head |= _list_properties(found)
    blocks = [Block(f"sources-{shorten_key(key)}", style.template.render("sources", values))]
    if files is None:
        blocks += render_note_blocks(found, found.notes, style)
    return Export(head, blocks, style.flavour)


def render_note_blocks(
    found: ExportContent, notes: Sequence[Evidence], style: MarkdownStyle
) -> list[Block]:
    """Render those of the annotations, a block for each."""
    paragraphs = ParagraphNumbers()
    tells_coder = is_by_several(found.selection.annotations)
    return [
        Block(
            f"note-{one.annotation.id}",
            style.template.render(
                "note",
                fill_note(
                    *(one, found.names, style.flavour, paragraphs, quoted, found.written),
                    tells_coder=tells_coder,
                ),
            ),
        )
        for one, quoted in zip(notes, found.find_quoted(notes), strict=True)
    ]


def shorten_key(key: str) -> str:
    """Return the key of a selection as the name of a block can hold it."""
    kind, _, name = key.partition(":")
    if kind == "story":
        return name
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def write(export: Export, path: Path, *, force: bool = False) -> tuple[str, ...]:
    """Write one export; see `write_all`. Returns the names of the blocks edited by hand."""
    return write_all({path: export}, force=force).get(path, ())


def write_all(
    exports: Mapping[Path, Export], *, force: bool = False
) -> dict[Path, tuple[str, ...]]:
    """Write exports to their files, each atomically, keeping what the user wrote into them before.

    Returns of each file the names of the blocks that were edited by hand, and beside which a newer
    version stands now. `ConflictError` says which file is not touched without `force`, and why;
    then none is.
    """
    texts, edited = {}, {}
    for path, export in exports.items():
        existing = _decode(read_existing(path))
        try:
            renewed = merge(
                existing, export.front_matter, export.blocks, export.flavour, force=force
            )
        except ConflictError as error:
            raise ConflictError(f"{path} {error}.") from error
        if renewed.text != existing:
            texts[path] = renewed.text
        if renewed.edited:
            edited[path] = renewed.edited
    for path, text in texts.items():
        write_atomically(path, text)
    return edited


def _decode(existing: bytes | None) -> str:
    try:
        return _FOREIGN if existing is None else existing.decode("utf-8")
    except UnicodeDecodeError:
        return _FOREIGN


def _fill_statements(found: ExportContent) -> Values:
    compared = found.compared
    if compared is None or len(compared.articles) < 2:
        return fill_statements(None, None, None)
    return fill_statements(
        compared, tell_findings(compared, found.verdicts), tell_origins(compared)
    )


def _list_properties(found: ExportContent) -> dict[str, str]:
    """Return what Obsidian shows as numbers and dates."""
    days = sorted(filter(None, (front_matter.write_day(one.published) for one in found.articles)))
    properties = {"articles": str(len(found.articles)), "notes": str(len(found.notes))}
    return properties | ({"first": days[0], "last": days[-1]} if days else {})
