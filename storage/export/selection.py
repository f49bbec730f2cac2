"""What an export is made of: chosen articles, and annotations on them. Every format takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.errors import NotFoundError
from storage.export.article_coding import NO_CODING, ArticleCoding, gather_coding
from storage.export.export_format import SelectionKind
from storage.library import Library
from storage.models import Annotation, Article, Story
from storage.tables.tag_names import clean_tags, is_within
from storage.wording.terminal_text import quote_asked

_ALL = 1_000_000
"""Results of a search beyond any library's."""


@dataclass(frozen=True)
class Selection:
    """Annotations to export and the articles that they stand in. Nothing of it is in the trash."""

    kind: SelectionKind
    """By what it was chosen."""
    name: str
    """What to call it, to people and in the name of a file."""
    key: str
    """Tells choices apart: the same for the same one, in every export."""
    story: Story | None
    """The story, where one was chosen."""
    articles: tuple[Article, ...]
    """Those chosen, then all others that an annotation stands in too."""
    annotations: tuple[Annotation, ...]
    """Oldest first. Each has a target at least, and all its targets are in `articles`."""
    coding: ArticleCoding = NO_CODING
    """What coders said of these articles as a whole, and of the story, or all stories."""
    passage: int | None = None
    """The number of the passage, as the gutter has it; of passages without one all are meant."""
    is_repeat: bool = False
    """Whether that is the number of a repeat."""

    branches: tuple[str, ...] = ()
    """The tags that were chosen, where it was chosen by tags: each means those below it too."""

    def list_uses(self, annotation: Annotation) -> list[str]:
        """Return those tags of an annotation of which the uses were chosen: a table counts them.

        Where annotations are told whole, they keep their other tags.
        """
        if not self.branches:
            return [*annotation.tags]
        return [tag for tag in annotation.tags if any(is_within(tag, one) for one in self.branches)]

    @cached_property
    def located(self) -> Sequence[LocatedTarget]:
        """Where the targets of its annotations stand, by annotation, then number."""
        return locate_targets(self.annotations, self.articles)

    def index_by_id(self) -> dict[str, Article]:
        """Return all its articles by their ids."""
        return {article.id: article for article in self.articles}


def select_story(library: Library, story: Story) -> Selection:
    """Choose the articles of a story, and all annotations on them."""
    annotations = library.annotations.find_on(story.articles)
    return _select(library, "story", story.id, story.name, story.articles, annotations, story=story)


def select_passage(
    library: Library, story: Story, number: int, *, is_repeat: bool = False
) -> Selection:
    """Choose one passage of a story, by its number in the gutter; whether it is there is not asked.

    With `is_repeat` it is the repeat of that number. That takes a comparison: `exporting` makes it,
    and says what is wrong with the number.
    """
    name = "repeat" if is_repeat else "passage"
    chosen = _select_evidence(library, story, f"{name} {number}", f"{name}:{story.id} {number}")
    return replace(chosen, passage=number, is_repeat=is_repeat)


def select_passages(library: Library, story: Story) -> Selection:
    """Choose all passages of a story and all that its articles repeat."""
    return _select_evidence(library, story, "all passages", f"passages:{story.id}")


def _select_evidence(library: Library, story: Story, name: str, key: str) -> Selection:
    return replace(
        select_story(library, story),
        kind="passage",
        name=f"{story.name} {name}",
        key=key,
        annotations=(),
        coding=NO_CODING,
    )


def select_article(library: Library, article: Article) -> Selection:
    """Choose an article, and all annotations on it."""
    annotations = library.annotations.find_on([article.id])
    return _select(library, "article", article.id, article.title, [article.id], annotations)


def select_articles(library: Library, articles: Sequence[Article]) -> Selection:
    """Choose several articles, and all annotations on them; it is called after the first of them.

    They are the same choice in whatever order.
    """
    ids = [article.id for article in articles]
    name = f"{articles[0].title} and {len(articles) - 1} more"
    annotations = library.annotations.find_on(ids)
    return _select(library, "articles", " ".join(sorted(ids)), name, ids, annotations)


def select_tag(library: Library, name: str) -> Selection:
    """Choose the annotations with a tag or one below it, and the articles with it as a whole.

    What else is said of whole articles is not chosen. `NotFoundError` where there is neither.
    """
    wanted = clean_tags([name])
    tags = [
        tag for tag in library.tags.list_all() if any(is_within(tag.name, one) for one in wanted)
    ]
    articles = dict.fromkeys(
        article for tag in tags for article in library.tags.find_articles(tag.id)
    )
    having = {tag.name for tag in tags}
    annotations = [one for one in library.annotations.list_all() if not having.isdisjoint(one.tags)]
    if not articles and not annotations:
        raise NotFoundError(f"Nothing in the library has the tag {quote_asked(name)}.")
    chosen = _select(library, "tag", ",".join(wanted), name.lstrip("#"), articles, annotations)
    given = tuple(one for one in chosen.coding.tags if one.tag in having)
    return replace(chosen, coding=ArticleCoding(given), branches=tuple(wanted))


def select_search(library: Library, typed: str) -> Selection:
    """Choose what a search finds: articles with all annotations on them, and single annotations.

    A note or tag that has the words chooses that annotation; a text, a title or the tag of an
    article chooses all that is on it. `NotFoundError` where nothing is found.
    """
    found = library.search.find(typed, _ALL)
    if not found:
        raise NotFoundError(f"Nothing in the library matches {quote_asked(typed)}.")
    articles = dict.fromkeys(one.article for one in found if one.annotation is None)
    single = {one.annotation for one in found}
    on_articles = {one.id for one in library.annotations.find_on(articles)}
    annotations = [
        one for one in library.annotations.list_all() if one.id in single or one.id in on_articles
    ]
    return _select(library, "search", typed, typed, articles, annotations)


def select_all(library: Library) -> Selection:
    """Choose all articles, oldest first, and all annotations on them."""
    articles = [article.id for article in reversed(library.articles.list_all())]
    annotations = library.annotations.list_all()
    stories = [library.stories.get(one.id) for one in library.stories.list_all()]
    return _select(library, "all", "", "whole library", articles, annotations, stories=stories)


def _select(
    library: Library,
    kind: SelectionKind,
    what: str,
    name: str,
    chosen: Iterable[str],
    annotations: Sequence[Annotation],
    story: Story | None = None,
    stories: Sequence[Story] = (),
) -> Selection:
    standing = (target.article for one in annotations for target in one.targets)
    articles = library.articles.get_all(dict.fromkeys([*chosen, *standing]))
    there = {article.id for article in articles}
    kept = (_keep_on(there, one) for one in annotations)
    return Selection(
        kind,
        name,
        f"{kind}:{what}",
        story,
        tuple(articles),
        tuple(one for one in kept if one.targets),
        gather_coding(library, articles, [story] if story else stories),
    )


def _keep_on(articles: Collection[str], annotation: Annotation) -> Annotation:
    """Return an annotation with its targets in some articles alone."""
    kept = tuple(one for one in annotation.targets if one.article in articles)
    return annotation if kept == annotation.targets else replace(annotation, targets=kept)
