"""Where a tag is: on annotations, and on whole articles."""

from __future__ import annotations

from storage.library import Library
from tui.base.destinations import TagUse


def list_uses(library: Library, tag_id: int) -> list[TagUse]:
    """Return all uses of a tag: whole articles first, then annotations, oldest first."""
    whole = library.articles.get_all(library.tags.find_articles(tag_id))
    annotations = library.annotations.find_tagged(tag_id)
    wanted = dict.fromkeys(target.article for one in annotations for target in one.targets)
    articles = {article.id: article for article in library.articles.get_all(wanted)}
    uses = [TagUse(one.id, None, one.name, one.title, "whole article") for one in whole]
    for one in annotations:
        target = next(target for target in one.targets if target.article in articles)
        article = articles[target.article]
        uses.append(TagUse(article.id, one.id, article.name, target.anchor.quote, one.note))
    return uses
