"""Counting what is coded in a library, as it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from storage.coder import name_coder
from storage.counts.co_occurrence import Within, count_together
from storage.counts.coded_uses import CodedUses, Copies, collect_uses
from storage.counts.count_table import CountTable
from storage.counts.settled_articles import SettledArticles, find_settled
from storage.counts.tag_counts import CountBy, Measure, count_tags
from storage.library import Library
from storage.tables.decisions import SETTLED

Shown = Literal["all", "used"]
SHOWN: tuple[Shown, ...] = get_args(Shown)
"""Which tags have a row: all of the codebook, be it of 0, or those that have a use."""
_SHOWN: Mapping[Shown, str] = {
    "all": "All tags of the codebook, used or not.",
    "used": "Tags that have no use are left out.",
}


@dataclass(frozen=True, slots=True)
class CountRequest:
    """What is to be counted."""

    by: CountBy = "outlet"
    measure: Measure = "uses"
    copies: Copies = "once"
    within: Within | None = None
    """Where tags have to meet, for a table of tags with each other: then nothing is counted `by`
    anything, nor is `measure` asked."""
    coders: tuple[str, ...] = ()
    """Whose codings alone are counted; all where nobody is named."""
    shown: Shown = "all"

    @property
    def takes_texts(self) -> bool:
        """Whether words, or where places stand, matter to it."""
        if self.within is not None:
            return self.within != "article"
        return self.measure == "words"


def count(
    library: Library, request: CountRequest, articles: Collection[str] | None = None
) -> CountTable:
    """Count the tags in the articles with these ids, or in all, in the order of the codebook.

    The note says whose codings are counted, where several have coded. What was settled in an
    article counts instead of what it was settled from.
    """
    known = library.coded_articles.list_coders()
    counted = request.coders or known
    settled = find_settled(library, counted, articles)
    table = _count(library, request, articles, settled)
    told = [table.note, _SHOWN[request.shown]]
    if request.coders or len(known) > 1:
        told.append(_tell_coders(request, counted, settled))
    return replace(table, note=" ".join(told))


def _tell_coders(
    request: CountRequest, counted: Sequence[str], settled: SettledArticles | None
) -> str:
    """Return whose codings are counted, and how those of several go together."""
    if len(counted) == 1:
        return f"Coded by {name_coder(counted[0])} alone."
    coders = [name_coder(one) for one in counted if settled is None or one != SETTLED]
    how = " together" if len(coders) > 1 else ""
    if how and request.within is not None:
        how += ", tags meeting only where one of them has both"
    elif how and request.measure == "uses":
        how += ", a use of each where several coded the same"
    told = f"Coded by {', '.join(coders)}{how}."
    return told if settled is None else f"{told} {settled.describe()}".strip()


def _count(
    library: Library,
    request: CountRequest,
    articles: Collection[str] | None,
    settled: SettledArticles | None,
) -> CountTable:
    coders = request.coders or None
    coded = collect_uses(
        library,
        articles,
        request.copies,
        coders,
        settled=settled,
        with_texts=request.takes_texts,
    )
    if request.shown == "all":
        coded = _add_unused(library, request, coded)
    order = library.tags.read_order()
    if request.within is not None:
        return count_together(coded, request.within, order=order)
    stories = (
        [library.stories.get(one.id) for one in library.stories.list_gathered()]
        if request.by == "story"
        else []
    )
    return count_tags(
        coded, request.by, request.measure, request.copies, stories=stories, order=order
    )


def _add_unused(library: Library, request: CountRequest, coded: CodedUses) -> CodedUses:
    """Return the uses with the tags that have none, and the articles that are coded without any.

    A variable, which nothing is coded with, is none of the tags that may meet.
    """
    unused = [
        tag.name
        for tag in library.tags.list_others(coded.uses)
        if request.within is None or not tag.is_variable
    ]
    coders = {*request.coders}
    done = library.coded_articles.find_coders()
    return replace(
        coded,
        uses={**coded.uses, **dict.fromkeys(unused, ())},
        done={
            number
            for number, article in enumerate(coded.articles)
            if article.id in done and (not coders or not coders.isdisjoint(done[article.id]))
        },
    )
