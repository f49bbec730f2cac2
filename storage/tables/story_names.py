"""The names of stories that nobody gave one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from storage.ids import name_by_id


def is_called_after(story: str, article: str, title: str) -> bool:
    """Tell whether a story has the name that work on that article alone gives it."""
    # It may have been read while titles were hidden. Where the name was taken, a number stands
    # behind it.
    names = "|".join(map(re.escape, filter(None, (" ".join(title.split()), name_by_id(article)))))
    return re.fullmatch(rf"({names})( \(\d+\))?", story) is not None


def hide_title(story: str, articles: Sequence[str], titles: Mapping[str, str]) -> str:
    """Return the name of a story of these articles as it is shown while titles are hidden."""
    if len(articles) == 1 and is_called_after(story, articles[0], titles[articles[0]]):
        return name_by_id(articles[0])
    return story
