"""Where the words that another program quotes stand in an article.

Its offsets are of its own view of the page, and its white space and quotes may be others. So the
quote is looked for first; an offset only chooses between places that fit alike.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from storage.anchoring.anchors import CONTEXT, make_anchor
from storage.anchoring.find_quote import find_quote
from storage.anchoring.locate import State, locate
from storage.anchoring.utf16 import Utf16
from storage.annotation_import.incoming import LeftOutError, Mention
from storage.export.citation.text_fragment import find_place
from storage.models import Anchor, Article, Target
from textreuse import find_front_matter

_AROUND = 4
"""Times the context's length in which it is looked for: white space may be more here."""
_FAR = 8
"""Times the length of the text: from so far away no place is nearer than another."""
_LONGER = 4
"""Times the length of the text beyond which a quote is not looked for, whatever white space it has.
"""
_MOST = 200
"""Places where a quote stands that are looked at."""

_LINE = re.compile(r"[^\s].*[^\W_].*|[^\W_].*")


class PlacedQuote(NamedTuple):
    """A target, and how sure its place is."""

    target: Target
    state: State


def place_quote(mention: Mention, article: Article) -> PlacedQuote:
    """Return the target in `article` that a mention means.

    An anchor in an article that we named is taken as it is. Any other becomes an anchor at the
    words where these surely stand; else it stays as it was told, and its offsets choose no place,
    so that the reader is asked. A mention of the whole article stands on its first line.
    `LeftOutError` where an article has no text there.
    """
    text = article.text
    if mention.directive is not None:
        place = find_place(mention.directive, text)
        if place is not None:
            return PlacedQuote(Target(article.id, make_anchor(text, *place)), "exact")
        if mention.directive.end:
            mention = mention._replace(quote=f"{mention.quote} … {mention.directive.end}")
    if not mention.quote:
        if not mention.is_whole and mention.article != article.id:
            raise LeftOutError(f"has no quote, and {mention.name} has a different text here")
        start, end = (
            _find_first_line(text) if mention.start is None else (mention.start, mention.end or 0)
        )
        try:
            return PlacedQuote(
                Target(article.id, make_anchor(text, start, end), mention.orphaned), "exact"
            )
        except ValueError as error:
            raise LeftOutError(f"has no text at {start}:{end} of {mention.name}") from error
    if mention.article is not None and mention.start is not None and not mention.in_utf16:
        anchor = Anchor(
            mention.start,
            mention.start if mention.end is None else mention.end,
            mention.quote,
            mention.prefix,
            mention.suffix,
        )
        return PlacedQuote(Target(article.id, anchor, mention.orphaned), _find_state(anchor, text))
    anchor = _choose_anchor(mention, text)
    return PlacedQuote(Target(article.id, anchor, mention.orphaned), _find_state(anchor, text))


def _find_state(anchor: Anchor, text: str) -> State:
    found = locate(anchor, text)
    return "orphan" if found is None else found.state


def _find_first_line(text: str) -> tuple[int, int]:
    """Return the first line that has a word, after front matter if that is not all."""
    head = find_front_matter(text)
    # Below a headline it leaves that the first line.
    begin = head.end if head is not None and not text[: head.start].strip() else 0
    line = _LINE.search(text, begin) or _LINE.search(text)
    return line.span() if line else (0, len(text))


def _choose_anchor(mention: Mention, text: str) -> Anchor:
    place = _find_sure_place(mention, text)
    if place is not None:
        return make_anchor(text, *place)
    start = _FAR * len(text)
    neutral = Anchor(
        start,
        start + len(mention.quote),
        mention.quote,
        mention.prefix[-CONTEXT:],
        mention.suffix[:CONTEXT],
    )
    found = locate(neutral, text)
    if found is not None and found.state in ("exact", "moved"):
        return make_anchor(text, found.start, found.end)
    return neutral


def _find_sure_place(mention: Mention, text: str) -> tuple[int, int] | None:
    """Return the one place with these words, but for white space and quotes, that is meant.

    With both sides of the context around it; or the only one, with one side or by its length.
    """
    if len(mention.quote) > _LONGER * len(text):
        return None
    around = f"{mention.prefix}{mention.quote}{mention.suffix}"
    at = text.find(around)
    if at >= 0 and around != mention.quote and text.find(around, at + 1) < 0:
        start = at + len(mention.prefix)
        return start, start + len(mention.quote)
    places = find_quote(mention.quote, text)[:_MOST]
    sides = {place: _match_sides(mention, text, *place) for place in places}
    both = [place for place in places if all(sides[place])]
    if len(both) > 1:
        offset = mention.start
        if offset is not None and mention.in_utf16:
            offset = Utf16(text).count_points(offset)
        both = [place for place in both if place[0] == offset]
    if len(both) == 1:
        return both[0]
    if len(places) == 1 and (any(sides[places[0]]) or len(mention.quote) > CONTEXT):
        return places[0]
    return None


def _match_sides(mention: Mention, text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether the context stands before and after, white space aside."""
    prefix, suffix = _strip_spaces(mention.prefix), _strip_spaces(mention.suffix)
    reach = _AROUND * (CONTEXT + max(len(prefix), len(suffix)))
    return (
        _strip_spaces(text[max(0, start - reach) : start]).endswith(prefix),
        _strip_spaces(text[end : end + reach]).startswith(suffix),
    )


def _strip_spaces(text: str) -> str:
    return "".join(text.split())
