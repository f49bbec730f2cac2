"""What a template is given: plain values, and as `Safe` what is Markdown already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from storage.comparing import ComparedStory
from storage.export.article_coding import (
    NO_CODING,
    ArticleCoding,
    describe_coded,
    list_given,
)
from storage.export.article_rows import count_parts
from storage.export.escaping import (
    escape_line,
    escape_text,
    make_link,
    quote_block,
    write_note,
)
from storage.export.evidence import Evidence, Place
from storage.export.markdown.managed_blocks import Flavour
from storage.export.markdown.statement_values import Values, fill_quoted
from storage.export.markdown.template import Safe
from storage.export.markdown.written_tags import WrittenTags
from storage.export.quoted_evidence import QuotedWords
from storage.models import Article
from storage.paragraph_numbers import ParagraphNumbers
from storage.share_figures import count_matrix, count_shares
from storage.tables.article_fields import parse_citation_key
from storage.wording.passage_kinds import add_doubt
from textreuse import Comparison, name_letters


def fill_articles(
    title: str,
    articles: Sequence[Article],
    compared: ComparedStory | None,
    flavour: Flavour,
    files: Mapping[str, str] | None = None,
    tagged: Mapping[str, Sequence[str]] | None = None,
    written: WrittenTags | None = None,
    coding: ArticleCoding = NO_CODING,
) -> Values:
    """Return the values of the part `sources`, the articles.

    Nothing is said of what is shared where they are not compared. `files` has, by the ids of
    articles, the names of the files that have their annotations, `tagged` the tags of whole
    articles, `coding` who is done with them, and memos.
    """
    written = written or WrittenTags()
    names = name_letters(len(articles))
    comparison = compared.kept if compared else None
    grouped = coding.group_by_article()
    rows: list[Values] = []
    for index, (letter, article) in enumerate(zip(names, articles, strict=True)):
        said = grouped.get(article.id, NO_CODING)
        tags = (tagged or {}).get(article.id, ())
        givers = dict(list_given(said)) if coding.is_by_several else {}
        row: Values = {
            "letter": letter,
            "title": article.title,
            "link": Safe(_make_link(article, flavour, files or {})),
            "outlet": article.outlet,
            "author": article.author or "",
            "date": article.published or "",
            "url": article.url or "",
            "words": article.words,
            "key": Safe(parse_citation_key(article.citation_key or "") or ""),
            "tags": list(map(Safe, written.write(tags))),
            "coders": [givers.get(tag, "") for tag in tags],
            "coded": describe_coded(said.coded),
        }
        if compared is not None and comparison is not None:
            counted = count_shares(comparison, index)
            parts = count_parts(compared, index)
            row |= {
                "shared": counted.shared.words,
                "shared_percent": Safe(str(counted.shared)),
                "shared_in_quotations": parts.in_quotations.words,
                "shared_in_quotations_percent": Safe(str(parts.in_quotations)),
                "shared_in_own_words": parts.in_own_words.words,
                "shared_in_own_words_percent": Safe(str(parts.in_own_words)),
                "only_here": counted.only_here.words,
                "only_here_percent": Safe(str(counted.only_here)),
            }
        rows.append(row)
    return {
        "title": title,
        "flavour": flavour,
        "articles": rows,
        "memos": _fill_memos(coding, dict(zip((one.id for one in articles), names, strict=True))),
        "compared": comparison is not None,
        "matrix": _fill_matrix(names, comparison) if comparison and len(articles) > 1 else [],
    }


def fill_note(
    one: Evidence,
    names: Mapping[str, str],
    flavour: Flavour,
    paragraphs: ParagraphNumbers,
    quoted: Iterable[QuotedWords] = (),
    written: WrittenTags | None = None,
    *,
    tells_coder: bool = False,
) -> Values:
    """Return the values of the part `note`; `names` are the letters of articles by their ids.

    `quoted` are the quotations that it stands on. Who made it is in it if `tells_coder`.
    """

    def fill_place(place: Place) -> Values:
        return {
            "letter": names.get(place.article.id, "?"),
            "title": place.article.title,
            "outlet": place.article.name,
            "paragraph": paragraphs.find(place.article.text, place.start),
            "start": place.start,
            "end": place.end,
        }

    annotation = one.annotation
    return {
        "id": annotation.id,
        "flavour": flavour,
        "quote": Safe(quote_block(one.quote)),
        "state": one.state,
        "place": fill_place(one.place),
        "others": [fill_place(place) for place in one.targets],
        "copies": [
            fill_place(copy.place)
            | {"similarity": Safe(add_doubt(f"{copy.similarity:.0%}", weak=copy.weak))}
            for copy in one.also_in
        ],
        "quotations": fill_quoted(quoted),
        "note": Safe(write_note(annotation, is_obsidian=flavour == "obsidian")),
        "tags": list(map(Safe, (written or WrittenTags()).write(annotation.tags))),
        "coder": annotation.coder if tells_coder else "",
        "created": annotation.created,
        "updated": annotation.updated,
    }


def _fill_memos(coding: ArticleCoding, names: Mapping[str, str]) -> list[Values]:
    """Return the memos on stories, then those on the articles that have names here.

    They read as they are written: like an imported note, one of another coder makes no structure.
    """
    on_articles = [memo for memo in coding.memos if memo.about in names]
    return [
        {
            "about": names.get(one.about, one.name),
            "coder": one.coder,
            "memo": Safe(escape_text(one.memo)),
        }
        for one in (*coding.story_memos, *on_articles)
    ]


def _make_link(article: Article, flavour: Flavour, files: Mapping[str, str]) -> str:
    file = files.get(article.id)
    if file is None:
        return make_link(article.title, article.url)
    if flavour == "obsidian":
        # A bar parts the name from the words, and the cells of the table.
        return f"[[{file.removesuffix('.md')}\\|{escape_line(article.title)}]]"
    return f"[{escape_line(article.title)}](<{file}>)"


def _fill_matrix(names: Sequence[str], comparison: Comparison) -> list[Values]:
    return [
        {
            "letter": names[row],
            "cells": [
                Safe("–" if column == row else str(share)) for column, share in enumerate(of_row)
            ],
        }
        for row, of_row in enumerate(count_matrix(comparison))
    ]
