"""What coders said elsewhere of whole articles and stories, as codings of those in the library."""

from __future__ import annotations

from collections.abc import Iterable

from storage.annotation_import.article_matching import ArticleMatcher
from storage.annotation_import.incoming import IncomingCoding, LeftOutError
from storage.export.interchange.identifiers import parse_story_id
from storage.library import Library
from storage.tables.all_coders import GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.memos import Memo
from storage.tables.merged_codings import Codings
from storage.wording.coder_names import clean_coder_name


def match_codings(
    library: Library, matching: ArticleMatcher, given: Iterable[IncomingCoding]
) -> tuple[Codings, list[tuple[str, str]]]:
    """Return the codings of what is in the library, and the names of the others with why.

    What nobody has signed is by whoever imports it.
    """
    codings = Codings([], [], [], [], [])
    left_out: list[tuple[str, str]] = []
    for one in given:
        try:
            _add(codings, one, library, matching)
        except LeftOutError as error:
            left_out.append((one.name, str(error)))
    return codings, left_out


def _add(codings: Codings, one: IncomingCoding, library: Library, matching: ArticleMatcher) -> None:
    coder = clean_coder_name(one.author) or library.coder.name
    about = (
        _find_story(library, one) if one.kind == "story-memo" else matching.find_article(one.about)
    )
    if about is None:
        where = one.about.name or "something without a name"
        raise LeftOutError(f"is on {where}, which is not in the library")
    if one.kind == "article-tags":
        codings.tags.extend(GivenTag(about, tag, coder) for tag in one.tags)
    elif one.kind == "coded-article":
        codings.marks.append(CodedMark(about, coder, one.created))
    else:
        memos = codings.story_memos if one.kind == "story-memo" else codings.article_memos
        memos.append(Memo(about, coder, one.memo, one.created, one.updated))


def _find_story(library: Library, one: IncomingCoding) -> str | None:
    """Return the id of the story that we named, else of the one with that name."""
    own = parse_story_id(one.about.address)
    found = (library.stories.find_named(own) if own else None) or (
        library.stories.find_named(one.about.title) if one.about.title else None
    )
    return None if found is None else found.id
