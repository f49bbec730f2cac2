"""An export as a folder: the articles in one file, the annotations of each article in another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from storage.export.evidence import Evidence
from storage.export.existing_file import read_head
from storage.export.filenames import make_safe_name
from storage.export.markdown import front_matter
from storage.export.markdown.document import (
    Export,
    ExportContent,
    MarkdownStyle,
    render_note_blocks,
    render_whole,
    shorten_key,
)
from storage.export.markdown.managed_blocks import Block
from storage.export.markdown.template_values import fill_articles
from storage.models import Article

_KEY = re.compile(r'^copydesk: (?P<key>".*")\r?$', re.MULTILINE)
_HEAD = 4000
"""Bytes of a file in which its front matter stands."""


def split(found: ExportContent, style: MarkdownStyle, folder: Path) -> dict[str, Export]:
    """Render a selection as files for `folder`, by their names.

    An article keeps the file that it has there, whatever that is called by now. Names differ by
    more than case.
    """
    present = _find_present(folder)
    taken = {name.casefold() for name in present.values()}
    own = _choose_name(present, _spell_key(found.selection.key), found.selection.name, taken)
    files = {
        article.id: _choose_name(present, _make_key(found, article), article.title, taken)
        for article in found.articles
    }
    exports = {own: render_whole(found, style, files)}
    for article in found.articles:
        # A note on several copies stands in the file of each.
        notes = [
            one
            for one in found.notes
            if article.id in (one.place.article.id, *(place.article.id for place in one.targets))
        ]
        exports[files[article.id]] = _render_article(found, article, notes, style)
    return exports


def _render_article(
    found: ExportContent, article: Article, notes: Iterable[Evidence], style: MarkdownStyle
) -> Export:
    notes = list(notes)
    key = _make_key(found, article)
    head = {
        "title": front_matter.write_text(article.title),
        "copydesk": front_matter.write_text(key),
        "outlet": front_matter.write_text(article.outlet),
        "author": front_matter.write_text(article.author or ""),
        "published": front_matter.write_day(article.published) or front_matter.write_text(""),
        "url": front_matter.write_text(article.url or ""),
        "tags": found.list_tags([article], notes),
    }
    values = fill_articles(
        article.title,
        [article],
        None,
        style.flavour,
        tagged=found.tagged,
        written=found.written,
        coding=found.selection.coding._replace(story_memos=()),
    )
    for named, name in ((values["articles"], "letter"), (values["memos"], "about")):
        for one in named:
            one[name] = found.names[article.id]
    block = Block(
        f"sources-{shorten_key(f'article:{key}')}", style.template.render("sources", values)
    )
    return Export(head, [block, *render_note_blocks(found, notes, style)], style.flavour)


def _spell_key(key: str) -> str:
    return key.replace(":", " ", 1)


def _make_key(found: ExportContent, article: Article) -> str:
    return f"article {article.id} of {_spell_key(found.selection.key)}"


def _choose_name(present: Mapping[str, str], key: str, title: str, taken: set[str]) -> str:
    """Return the name of the file with that key, or a new one that is not taken, and take it."""
    if key in present:
        return present[key]
    name, number = make_safe_name(title, "md"), 2
    while name.casefold() in taken:
        name, number = make_safe_name(f"{title} {number}", "md"), number + 1
    taken.add(name.casefold())
    return name


def _find_present(folder: Path) -> dict[str, str]:
    """Return the names of our files in a folder, by the key in their front matter."""
    found = {}
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
        try:
            text = read_head(path, _HEAD).decode("utf-8", "replace")
        except OSError:
            continue
        match = _KEY.search(text.split("\n---", 1)[0])
        if match and text.startswith(("---", "\ufeff---")):
            with suppress(ValueError):
                found[json.loads(match["key"])] = path.name
    return found
