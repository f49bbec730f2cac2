"""Articles and annotations as Markdown: one file, or one for each article beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from storage.comparing import ComparedStory, compare_in
from storage.database.locked_files import open_to_read
from storage.errors import ConflictError, CopydeskError
from storage.export.evidence import Evidence, of_annotations, of_articles
from storage.export.markdown import front_matter
from storage.export.markdown.managed_blocks import Block, Flavour, document, merged
from storage.export.markdown.template import Template, load
from storage.export.markdown.template_values import article_values, in_markdown, note
from storage.export.selection import Selection, of_story
from storage.files import explain_error, write_atomically
from storage.library import Library
from storage.models import Article, Story
from storage.paragraph_numbers import ParagraphNumbers
from storage.tables.stories import name_letters
from textreuse import Settings


@dataclass(frozen=True, slots=True)
class Export:
    """What goes into a file: `front_matter` maps keys to YAML values."""

    front_matter: dict[str, str]
    blocks: list[Block]
    flavour: Flavour = "commonmark"

    def __str__(self) -> str:
        return document(self.front_matter, self.blocks, self.flavour)


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

    def tags(self, articles: Iterable[Article], notes: Iterable[Evidence]) -> str:
        """Return all tags of these, each once, as a value of front matter."""
        of_articles = (self.tagged.get(article.id, ()) for article in articles)
        of_notes = (one.annotation.tags for one in notes)
        names = in_markdown(chain.from_iterable(chain(of_articles, of_notes)))
        return front_matter.texts(dict.fromkeys(names))


def story_export(library: Library, story: Story, known: ComparedStory | None = None) -> Export:
    """Render a story as it is exported where nothing else is asked for; see `exported`."""
    return exported(library, of_story(library, story), known=known)


def exported(
    library: Library,
    selection: Selection,
    style: MarkdownStyle | None = None,
    known: ComparedStory | None = None,
) -> Export:
    """Render a selection as one file; see `gathered`. `CopydeskError` for a template that fails."""
    style = style or MarkdownStyle()
    return whole(gathered(library, selection, known), style)


def gathered(
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
        notes = of_articles(selection.annotations, compared)
    else:
        articles = selection.articles
        notes = of_annotations(library, selection.annotations)
    ids = [article.id for article in articles]
    names = dict(zip(ids, name_letters(len(ids)), strict=True))
    tagged = library.tags.find_on_articles(ids)
    return ExportContent(selection, articles, compared, notes, names, tagged)


def whole(
    found: ExportContent, style: MarkdownStyle, files: Mapping[str, str] | None = None
) -> Export:
    """Render all of it; where `files` have the annotations of articles, only the articles."""
    selection, key = found.selection, found.selection.key
    values = article_values(
        selection.name, found.articles, found.compared, style.flavour, files, found.tagged
    )
    head = {
        "title": front_matter.text(selection.name),
        "copydesk": front_matter.text(key.replace(":", " ", 1)),
        "outlets": front_matter.texts(article.name for article in found.articles),
        "tags": found.tags(found.articles, found.notes),
    }
    if style.flavour == "obsidian":
        head |= _properties(found)
    blocks = [Block(f"sources-{short(key)}", style.template.render("sources", values))]
    if files is None:
        blocks += note_blocks(found.notes, found.names, style)
    return Export(head, blocks, style.flavour)


def note_blocks(
    notes: Sequence[Evidence], names: Mapping[str, str], style: MarkdownStyle
) -> list[Block]:
    """Render annotations, a block for each."""
    paragraphs = ParagraphNumbers()
    return [
        Block(
            f"note-{one.annotation.id}",
            style.template.render("note", note(one, names, style.flavour, paragraphs)),
        )
        for one in notes
    ]


def short(key: str) -> str:
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
        existing = _existing(path)
        if existing is None:
            texts[path] = str(export)
            continue
        try:
            renewed = merged(
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


def _existing(path: Path) -> str | None:
    try:
        if not path.exists():
            return None
        with open_to_read(path) as file:
            return file.read().decode("utf-8")
    except UnicodeDecodeError:
        return "\ufffd"  # whatever it is, we did not write it
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error


def _properties(found: ExportContent) -> dict[str, str]:
    """Return what Obsidian shows as numbers and dates."""
    days = sorted(filter(None, (front_matter.day(one.published) for one in found.articles)))
    properties = {"articles": str(len(found.articles)), "notes": str(len(found.notes))}
    return properties | ({"first": days[0], "last": days[-1]} if days else {})
