"""What the formats of agencies have in common: times, what was withdrawn, what is embargoed."""

from __future__ import annotations

from storage.article_import.formats.page_metadata.bylines import parse_byline
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.tables.article_details import write_details
from storage.tables.article_fields import flatten
from storage.wording.written_dates import parse_date

_WITHDRAWN = ("canceled", "cancelled", "withheld")


def make_item(
    article: ParsedArticle,
    *,
    status: str = "",
    embargo: str = "",
    slug: str = "",
    version: str = "",
    urgency: str = "",
    section: str = "",
) -> ParsedArticle | LeftOut:
    """Return an item as an article: its times as they are stored, its byline as names.

    One without text, or that its agency has withdrawn, is left out; an embargo is told. `status` is
    of the IPTC's codes for publishing, `slug` its name where it has no headline.
    """
    name = f"“{article.title or slug}”" if article.title or slug else "an item"
    if status.lower().rpartition(":")[2] in _WITHDRAWN:
        return LeftOut(name, "was withdrawn by its agency")
    if not article.has_words:
        return LeftOut(name, "has no text")
    published, modified = (parse_date(one) or "" for one in (article.published, article.modified))
    until = parse_date(embargo)
    return article._replace(
        author=", ".join(parse_byline(article.author)),
        published=published or modified,
        modified=modified if modified > published != "" else "",
        url=article.url if article.url.startswith(("https://", "http://")) else "",
        notice=f"is embargoed until {until}" if until else "",
        item=flatten(article.item),
        details=write_details(
            {"section": section, "slug": slug, "urgency": urgency, "version": version}
        ),
    )
