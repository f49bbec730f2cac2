"""Comparing the articles of a story: one value for the screen and for every export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from storage.comparable import find_too_long
from storage.library import Library
from storage.models import Article, NewArticle
from storage.paragraph_numbers import ParagraphNumbers
from storage.passage_numbers import PassageNumbers
from textreuse import (
    NO_VERDICTS,
    VERBATIM,
    WEAK,
    Comparison,
    Missing,
    Passage,
    Settings,
    Span,
    Statements,
    Verdicts,
    compare,
    find_copies,
    find_quotation_passages,
    find_statements,
    name_letters,
)

_Way = tuple[Settings, Verdicts]
"""By which settings texts are compared, and with which verdicts on boilerplate."""


@dataclass(frozen=True, eq=False)
class ComparedStory:
    """What the articles of a story share, and what of it counts.

    Articles are named by their index, in all comparisons alike.
    """

    articles: tuple[Article, ...]
    settings: Settings
    """The sensitivity among them says how sure a passage must be to count."""
    whole: Comparison
    """All that the articles share: at full sensitivity, weak matches included, whatever is asked
    for or ignored."""
    found: Comparison
    """What they share by `settings`, with what is ignored."""
    ignored: tuple[Passage, ...]
    """The passages of `found` that the reader ignores, in its order."""
    kept: Comparison
    """`found` without them: what is highlighted and counted. Shares and tables so count what the
    chosen sensitivity shows, and weak matches only where they are shown."""
    numbers: PassageNumbers
    """Those of the passages: whatever is kept, at every sensitivity, and whatever the reader says
    of boilerplate."""
    _made: Mapping[_Way, Comparison] = field(repr=False)
    """What the engine has said of these texts."""
    _paragraphs: ParagraphNumbers = field(default_factory=ParagraphNumbers, repr=False)
    without_quotations: bool = False
    """Whether passages that are quotations and nothing else are left out of `kept`."""
    _asked: dict[tuple[Verdicts, tuple[str | None, ...]], Statements] = field(
        default_factory=dict, repr=False
    )
    """What these texts state, by verdicts and dates of publication."""

    @cached_property
    def letters(self) -> list[str]:
        """The letters by which the articles are called, in their order."""
        return name_letters(len(self.articles))

    @property
    def statements(self) -> Statements:
        """What the articles state: of all that is surely shared, whatever is shown or ignored."""
        way = self._way_of_stating
        if way not in self._asked:
            self._asked[way] = find_statements(
                self.whole.without(one for one in self.whole.passages if one.weak),
                names=self.letters,
                published=way[1],
                outlets=[article.outlet or None for article in self.articles],
            )
        return self._asked[way]

    @property
    def _way_of_stating(self) -> tuple[Verdicts, tuple[str | None, ...]]:
        """What statements hang on besides the texts and outlets."""
        return self.whole.verdicts, tuple(article.published for article in self.articles)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What most articles carry and another leaves out, of what is kept: by that, then place."""
        statements = find_statements(self.kept, names=self.letters)
        return tuple(
            one for article in range(len(self.articles)) for one in statements.missing_here(article)
        )

    def states_as(self, other: ComparedStory) -> bool:
        """Tell whether its statements are those of `other`, found once for both."""
        return self._asked is other._asked and self._way_of_stating == other._way_of_stating

    def number_paragraph(self, span: Span) -> int:
        """Return the number of the paragraph in which `span` begins; see `ParagraphNumbers`."""
        return self._paragraphs.find(self.articles[span.article].text, span.start)

    def find_weak_copies(self, span: Span) -> frozenset[Span]:
        """Return those of the copies of `span` that only weak matches tell of."""
        if self._sure is self.kept:
            return frozenset()
        sure = [copy.span for copy in find_copies(self._sure, span)]
        copies = (copy.span for copy in find_copies(self.kept, span))
        return frozenset(one for one in copies if not any(map(one.overlap, sure)))

    @cached_property
    def _sure(self) -> Comparison:
        """`kept` without weak matches; itself where it has none."""
        return self.kept.without(one for one in self.kept.passages if one.weak)

    def ignore(self, ignored: Iterable[Passage]) -> ComparedStory:
        """Return it with these passages ignored and no others; itself if it is so."""
        left_out = tuple(ignored)
        if left_out == self.ignored:
            return self
        kept = self._keep(left_out, without_quotations=self.without_quotations)
        return replace(self, ignored=left_out, kept=kept)

    def leave_out_quotations(self, *, wanted: bool) -> ComparedStory:
        """Return it with passages that are quotations left out, or kept; itself if it is so."""
        if wanted == self.without_quotations:
            return self
        kept = self._keep(self.ignored, without_quotations=wanted)
        return replace(self, without_quotations=wanted, kept=kept)

    def _keep(self, ignored: Iterable[Passage], *, without_quotations: bool) -> Comparison:
        kept = self.found.without(ignored)
        if without_quotations:
            quotations = self.statements.direct_quotations
            kept = kept.without(find_quotation_passages(kept, quotations))
        return kept

    def is_of(self, articles: Sequence[Article]) -> bool:
        """Tell whether it is of these texts, published by these outlets: all that it depends on.

        By their outlets it is told what a site puts on each of its pages.
        """
        return _list_compared(self.articles) == _list_compared(articles)

    def knows(self, settings: Settings, verdicts: Verdicts) -> bool:
        """Tell whether nothing need be matched anew to have it by these."""
        return all(way in self._made for way in _list_ways(settings, verdicts))

    def apply_settings(self, settings: Settings) -> ComparedStory:
        """Return it by settings that it `knows`: itself, or with nothing ignored."""
        if settings == self.settings:
            return self
        made = _make_story(self.articles, settings, self.whole.verdicts, self._made)
        return replace(made, _asked=self._asked)


def compare_articles(
    articles: Sequence[Article | NewArticle],
    settings: Settings | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> Comparison:
    """Ask the engine what articles share: the one way that all comparisons take.

    `settings`, `progress` and `verdicts` are those of `textreuse.compare`. Articles that are too
    long share nothing: the engine sees empty texts in their place.
    """
    too_long = find_too_long(articles)
    return compare(
        ["" if index in too_long else article.text for index, article in enumerate(articles)],
        settings,
        outlets=[article.outlet or None for article in articles],
        progress=progress,
        verdicts=verdicts,
    )


def compare_story(
    articles: Sequence[Article],
    settings: Settings | None = None,
    *,
    verdicts: Verdicts = NO_VERDICTS,
    progress: Callable[[float], None] | None = None,
    known: ComparedStory | None = None,
) -> ComparedStory:
    """Compare the articles of a story; needs no library, so that it may run in any thread.

    `known` is taken as far as it is of these very texts, outlets and verdicts: an article may have
    been edited or deleted meanwhile. Where no `settings` are given, those of `known` hold, else the
    usual ones. What is ignored is for `compare_in` to say: nothing is in a new comparison, and what
    was in one that is taken as it stands. `progress` is told as `textreuse.compare` tells it, if
    anything is matched.
    """
    settings = settings or (known.settings if known else Settings())
    members = tuple(articles)
    if known is not None and not known.is_of(members):
        known = None
    if known is not None and known.whole.verdicts == verdicts and known.knows(settings, verdicts):
        taken = known.apply_settings(settings)
        return taken if taken.articles == members else replace(taken, articles=members)
    made = dict(known._made) if known is not None else {}
    missing = list(dict.fromkeys(way for way in _list_ways(settings, verdicts) if way not in made))
    for done, (by, with_verdicts) in enumerate(missing):
        made[by, with_verdicts] = compare_articles(
            members,
            by,
            progress=_scale(progress, done / len(missing), (done + 1) / len(missing)),
            verdicts=with_verdicts,
        )
    story = _make_story(members, settings, verdicts, made)
    return story if known is None else replace(story, _asked=known._asked)


def compare_in(
    library: Library,
    articles: Sequence[Article],
    known: ComparedStory | None = None,
    settings: Settings | None = None,
) -> ComparedStory:
    """Compare articles as `compare_story` does, by what the reader says in `library`.

    That is: which passages are ignored, and what is boilerplate.
    """
    verdicts = library.boilerplate_marks.find_verdicts(articles)
    compared = compare_story(articles, settings, verdicts=verdicts, known=known)
    return compared.ignore(library.ignored_passages.find_ignored(articles, compared.found))


def _list_compared(articles: Sequence[Article]) -> list[tuple[str, str]]:
    return [(article.text, article.outlet) for article in articles]


def _list_ways(settings: Settings, verdicts: Verdicts) -> tuple[_Way, _Way, _Way]:
    """Return how to compare for the numbers, for all that is shared, and for what is sure enough.

    What is shown at a step is what is shared in all, but for what only later steps show; what
    stands elsewhere word for word comes of a comparison of its own.
    """
    full = replace(settings, sensitivity=WEAK)
    own = settings if settings.sensitivity == VERBATIM else full
    return (full, NO_VERDICTS), (full, verdicts), (own, verdicts)


def _make_story(
    articles: tuple[Article, ...],
    settings: Settings,
    verdicts: Verdicts,
    made: Mapping[_Way, Comparison],
) -> ComparedStory:
    reference, whole, own = (made[way] for way in _list_ways(settings, verdicts))
    found = own if settings.sensitivity == VERBATIM else _keep_sure(whole, settings)
    numbers = PassageNumbers(reference, found, with_weak=settings.sensitivity == WEAK)
    wanted = {way: one for way, one in made.items() if way[1] in (NO_VERDICTS, verdicts)}
    return ComparedStory(articles, settings, whole, found, (), found, numbers, wanted)


def _keep_sure(whole: Comparison, settings: Settings) -> Comparison:
    """Return what of all that texts share is as sure as it must be; not for `VERBATIM`."""
    return whole.without(one for one in whole.passages if one.step > settings.sensitivity)


def _scale(
    progress: Callable[[float], None] | None, start: float, end: float
) -> Callable[[float], None] | None:
    """Return what tells `progress` of a part of the work, from `start` to `end` of all of it."""
    if progress is None:
        return None
    return lambda share: progress(start + (end - start) * share)
