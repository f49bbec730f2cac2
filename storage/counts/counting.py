"""Counting what is coded in a library, as it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from storage.coder import name_coder
from storage.counts.co_occurrence import Within, count_together
from storage.counts.coded_uses import Copies, collect_uses
from storage.counts.count_table import CountTable
from storage.counts.tag_counts import CountBy, Measure, count_tags
from storage.library import Library


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

    The note says whose codings are counted, where several have coded.
    """
    table = _count(library, request, articles)
    known = library.coded_articles.list_coders()
    if not request.coders and len(known) < 2:
        return table
    coders = ", ".join(map(name_coder, request.coders or known))
    together = " together" if len(request.coders or known) > 1 else " alone"
    return replace(table, note=f"{table.note} Coded by {coders}{together}.")


def _count(library: Library, request: CountRequest, articles: Collection[str] | None) -> CountTable:
    coders = request.coders or None
    coded = collect_uses(library, articles, request.copies, coders, with_texts=request.takes_texts)
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
