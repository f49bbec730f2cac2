"""What tables say of each article of a story: who published it when, and its figures."""

from __future__ import annotations

from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.escaping import clean_web_address
from storage.share_figures import Share, SharedParts, count_shared_parts, count_shares
from storage.wording.publication_dates import format_day_and_time
from storage.wording.terminal_text import reveal_line


class ArticleRow(NamedTuple):
    """What is said of one article; every text is one line, fit to be shown."""

    letter: str
    name: str
    """The outlet, else the title."""
    title: str
    outlet: str
    author: str
    published: str
    address: str | None
    """Where it can be read, if that is on the web."""
    words: int
    shared: Share
    only_here: Share
    repeats: Share
    shared_parts: SharedParts


def make_article_rows(compared: ComparedStory) -> list[ArticleRow]:
    """Return what is said of the articles, in the order of the story."""
    return [
        ArticleRow(
            letter,
            reveal_line(article.name),
            reveal_line(article.title),
            reveal_line(article.outlet),
            reveal_line(article.author or ""),
            _format_date(article.published),
            clean_web_address(article.url),
            *count_shares(compared.kept, index),
            count_parts(compared, index),
        )
        for index, (letter, article) in enumerate(
            zip(compared.letters, compared.articles, strict=True)
        )
    ]


def count_parts(compared: ComparedStory, article: int) -> SharedParts:
    """Part the shared words of an article by whether they stand in its direct quotations."""
    return count_shared_parts(compared.kept, compared.statements.direct_quotations, article)


def _format_date(published: str | None) -> str:
    """Return a date, with its time where that is known, as it stands in a table."""
    from textreuse import has_time  # the engine is not needed to list formats

    date = reveal_line(format_day_and_time(published))
    return f"{date} UTC" if has_time(published) else date
