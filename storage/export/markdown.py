"""A story as one Markdown file: its sources, what they share, and the annotations on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from storage.errors import ConflictError, CopydeskError
from storage.evidence import Evidence, Place, compare_in, of_story
from storage.export.blocks import Block, document, merged
from storage.export.escaping import escaped, linked, own_words, quoted, tag
from storage.files import write_atomically
from storage.library import Library
from storage.records import Article, Story
from storage.stories import letters
from storage.visible import visible_line
from textreuse import Comparison

# What YAML does not allow as it stands.
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Export(NamedTuple):
    """What goes into the file: `front_matter` maps keys to YAML values."""

    front_matter: dict[str, str]
    blocks: list[Block]

    def __str__(self) -> str:
        return document(self.front_matter, self.blocks)


def story_export(library: Library, story: Story, comparison: Comparison | None = None) -> Export:
    """Render a story, without the passages ignored in `library`.

    `comparison`, where given, is used if it is that of its articles.
    """
    articles = library.articles.all(story.articles)
    compared = compare_in(library, articles, comparison)
    notes = of_story(library, story, compared)
    names = dict(zip((article.id for article in articles), letters(len(articles)), strict=True))
    tags = dict.fromkeys(name for note in notes for name in _tags(note))
    return Export(
        {
            "title": _yaml(story.name),
            "copydesk": _yaml(f"story {story.id}"),
            "sources": _yaml_list(article.name for article in articles),
            "tags": _yaml_list(tags),
        },
        [
            Block(f"sources-{story.id}", _sources(story, articles, compared)),
            *(Block(f"note-{note.annotation.id}", _note(note, names)) for note in notes),
        ],
    )


def write(export: Export, path: Path, *, force: bool = False) -> None:
    """Write the export to `path`, atomically, keeping what the user wrote into the file before.

    `ConflictError` says which file, and why it is not touched without `force`.
    """
    try:
        existing = path.read_bytes().decode("utf-8") if path.exists() else None
    except UnicodeDecodeError:
        existing = "\ufffd"  # whatever it is, we did not write it
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {(error.strerror or '').lower()}.") from error
    if existing is None:
        write_atomically(path, str(export))
        return
    try:
        text = merged(existing, export.front_matter, export.blocks, force=force)
    except ConflictError as error:
        raise ConflictError(f"{path} {error}.") from error
    if text != existing:
        write_atomically(path, text)


def _sources(story: Story, articles: Sequence[Article], comparison: Comparison) -> str:
    rows = []
    for index, (letter, article) in enumerate(zip(letters(len(articles)), articles, strict=True)):
        shared = comparison.word_count(index, comparison.shared(index))
        only_here = comparison.word_count(index, comparison.only_here(index))
        rows.append(
            [
                letter,
                linked(article.title, article.url),
                escaped(article.source),
                escaped(article.published or ""),
                str(article.words),
                f"{shared} ({percent(shared, article.words)})",
                f"{only_here} ({percent(only_here, article.words)})",
            ]
        )
    parts = [
        f"# {escaped(story.name)}",
        "## Sources",
        _table(["", "Title", "Outlet", "Date", "Words", "Shared", "Only here"], rows, figures=4),
    ]
    if len(articles) > 1:
        parts += [
            "## Who shares how much with whom",
            "How many of the words in the row's article also stand in the column's.",
            _matrix(articles, comparison),
        ]
    return "\n\n".join(parts)


def _matrix(articles: Sequence[Article], comparison: Comparison) -> str:
    names = letters(len(articles))
    rows = []
    for index, article in enumerate(articles):
        cells = [f"**{names[index]}**"]
        for other in range(len(articles)):
            words = comparison.word_count(index, comparison.shared(index, other))
            cells.append("–" if other == index else percent(words, article.words))
        rows.append(cells)
    return _table(["", *names], rows, figures=1)


def _note(note: Evidence, names: dict[str, str]) -> str:
    annotation = note.annotation
    parts = [quoted(note.quote), f"— {_where(note.place, names)}"]
    if note.state == "orphan":
        parts.append("*The article's text has changed; this quote is no longer in it.*")
    parts += [f"Also marked: {_where(place, names)}" for place in note.targets]
    if note.also_in:
        parts.append(
            "\n".join(
                f"- also in {_where(copy.place, names)} ({copy.similarity:.0%})"
                for copy in note.also_in
            )
        )
    if annotation.note:
        parts.append(own_words(annotation.note))
    if _tags(note):
        parts.append(" ".join(f"#{name}" for name in _tags(note)))
    parts.append(f"^note-{annotation.id}")
    return "\n\n".join(parts)


def _tags(note: Evidence) -> list[str]:
    """Return the tags as Markdown can write them, without those of which nothing is left."""
    marked = map(tag, note.annotation.tags)
    return [name.removeprefix("#") for name in marked if name != "#"]


def _where(place: Place, names: dict[str, str]) -> str:
    letter = names.get(place.article.id, "?")
    return f"**{letter}** {escaped(place.article.name)}, paragraph {place.paragraph}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], figures: int) -> str:
    """Return a table whose columns from number `figures` on are aligned to the right."""
    rule = ["---" if column < figures else "---:" for column in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def percent(part: int, whole: int) -> str:
    """Return a share in whole per cent; 0 % and 100 % only where it is exactly that."""
    if not whole or not part:
        return "0%"
    if part == whole:
        return "100%"
    return f"{min(99, max(1, round(100 * part / whole)))}%"


def _yaml(text: str) -> str:
    # A JSON string is a double-quoted YAML string.
    line = json.dumps(visible_line(text), ensure_ascii=False)
    return _NOT_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def _yaml_list(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_yaml, items))}]"
