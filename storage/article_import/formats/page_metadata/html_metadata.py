"""What a web page says of its article beside the text: title, outlet, authors, dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from storage.article_import.formats.page_metadata.html_authors import find_authors
from storage.article_import.formats.page_metadata.html_modified import find_modified
from storage.article_import.formats.page_metadata.html_outlet import find_outlet
from storage.article_import.formats.page_metadata.html_places import Places
from storage.article_import.formats.page_metadata.html_published import find_published
from storage.article_import.formats.page_metadata.html_things import (
    SCRIPTS,
    Thing,
    list_article_scopes,
)
from storage.article_import.formats.page_metadata.page_dates import (
    check_guess,
    describe_missing,
    find_language,
    spell_markup,
)
from storage.article_import.formats.pages.html_blocks import Block, list_blocks
from storage.article_import.formats.pages.html_corrections import is_correction
from storage.article_import.formats.pages.html_live import find_updates
from storage.article_import.formats.pages.html_roles import is_of_others

_CONTAINERS = ("article", "aside", "div", "footer", "li", "nav", "ol", "section", "ul")


class PageMetadata(NamedTuple):
    """What is said of an article; empty where nothing is."""

    title: str
    outlet: str
    author: str
    published: str
    modified: str
    notice: str = ""
    """Words that follow its name, where the date may be two."""


def take_metadata(
    root: Any, url: str, text: str, own: Sequence[Thing], things: Sequence[Thing]
) -> PageMetadata:
    """Return what the page at `url` says of the article whose `text` is known.

    `own` is said of this article in JSON-LD or attributes, `things` is all that is said. The tree
    is spent: what tells of other articles is taken out of it.
    """
    import trafilatura.metadata

    outlet = find_outlet(root, own, things, url)
    blocks = list_blocks(root, text.split("\n\n"))
    places = Places(blocks)
    authors = find_authors(root, own, places, outlet)
    published, language = find_published(root, own, places), find_language(root)
    is_told = bool(published.date or published.readings)
    markup = "" if is_told else f"{url} {spell_markup(root)}"
    modified = find_modified(root, own, places)
    title = " ".join(root.xpath("//title//text()")[:1])
    _strip(root, things, blocks)
    document = trafilatura.metadata.extract_metadata(
        root,
        default_url=url or None,
        date_config={"extensive_search": False, "original_date": True},
    )
    if not is_told and document.date:
        published = check_guess(document.date, markup, language)
    return PageMetadata(
        document.title or title,
        outlet,
        authors,
        published.date,
        modified,
        describe_missing(published),
    )


def _strip(root: Any, things: Sequence[Thing], blocks: Iterable[Block]) -> None:
    """Take out of a page what tells of other articles, and the day of a correction."""
    around = {
        element
        for block in blocks
        if block.place is not None
        for element in block.element.iterancestors()
    }
    drop = [*root.xpath(SCRIPTS), *find_updates(root, things)]
    drop += [block.element for block in blocks if is_correction(block)]
    drop += [one for one in list_article_scopes(root) if one not in around]
    drop += [one for one in root.iter(*_CONTAINERS) if is_of_others(one)]
    for element in drop:
        if element.getparent() is not None and element.tag != "body":
            element.drop_tree()
