"""Quotes as they are copied: alone, or with where they stand."""

from __future__ import annotations

from storage.export.citation.citation_style import DEFAULT_STYLE, CitationStyle, fill
from storage.export.citation.text_fragment import link_to_quote
from storage.export.escaping import clean_web_address, escape_line, make_link, quote_block
from storage.export.evidence import Place
from storage.models import Article
from storage.tables.article_fields import parse_citation_key
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, reveal_lines


def clean_quote(quote: str) -> str:
    """Return a quote as text: what would act on a terminal is made visible, as on the screen."""
    return "\n".join(reveal_lines(quote.strip()))


def cite(
    article: Article,
    quote: str,
    extent: tuple[int, int] | None,
    style: CitationStyle = DEFAULT_STYLE,
) -> str:
    """Return a quote with where it stands.

    `extent`: where in the article's text; None for words that are not in it any more. Nothing of
    the article makes structure: in Markdown all of it is escaped, in plain text it is visible.
    `{quote}` keeps its lines where its own begins with `>`, and each begins like it.
    """
    return fill(style.template, _Values(article, quote, extent, style.markup == "markdown")).strip()


class _Values:
    """The value of each placeholder."""

    def __init__(
        self, article: Article, quote: str, extent: tuple[int, int] | None, in_markdown: bool
    ) -> None:
        self._article = article
        self._quote = quote.strip()
        self._extent = extent
        self._escaped = escape_line if in_markdown else reveal_line
        self._in_markdown = in_markdown

    def __call__(self, name: str, begun: str) -> str:
        article = self._article
        match name:
            case "quote":
                return self._format_quote(begun)
            case "url":
                return self._format_address(article.url)
            case "quote_url":
                return self._format_address(self._make_quote_url())
            case "link" if self._in_markdown:
                return make_link(article.title, self._make_quote_url())
            case "link":
                address = self._format_address(self._make_quote_url())
                return f"{reveal_line(article.title)} <{address}>".removesuffix(" <>")
            case "date":
                return self._escaped(format_day(article.published))
            case "paragraph":
                return str(Place(article, *self._extent).paragraph) if self._extent else ""
            case "key":  # no sign of it means anything in Markdown; escaped, it is another key
                return parse_citation_key(article.citation_key or "") or ""
            case _:
                return self._escaped(getattr(article, name) or "")

    def _format_quote(self, begun: str) -> str:
        """Return the quote: in one line, or, where the line begins with `>`, in lines like it."""
        margin = begun.rstrip()
        if not margin or margin.strip("> "):
            return self._escaped(self._quote)
        if self._in_markdown:
            block = quote_block(self._quote)
        else:
            block = "\n".join(f"> {line}".rstrip() for line in reveal_lines(self._quote))
        lines = [line.removeprefix(">") for line in block.split("\n")]
        return f"\n{margin}".join(lines).lstrip()

    def _make_quote_url(self) -> str | None:
        article = self._article
        if clean_web_address(article.url) is None or self._extent is None:
            return article.url
        return link_to_quote(article.url or "", article.text, *self._extent)

    def _format_address(self, url: str | None) -> str:
        """Return an address, in Markdown in angle brackets; empty if it leads not to the web."""
        address = clean_web_address(url) or ""
        return f"<{address}>" if self._in_markdown and address else address
