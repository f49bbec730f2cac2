"""Where a branch of tags is used: on whole articles, and on annotations."""

from __future__ import annotations

from collections.abc import Sequence

from storage.errors import CopydeskError
from storage.library import Library
from storage.tables.tag_tree import Branch, TagTree
from tui.base.destinations import TagUse

_AT_ONCE = 20
"""Uses that are read together: what a screen shows of them, and a little more."""


class TagUseList:
    """The uses of a branch: whole articles first, then annotations, oldest first.

    What is told of a use is read when it is first asked for.
    """

    def __init__(self, library: Library, tree: TagTree, branch: Branch) -> None:
        self._library = library
        self._tree = tree
        self._branch = branch
        self._whole = len(branch.articles)
        self.keys: Sequence[str] = list(map(str, range(self._whole + len(branch.annotations))))
        """What each use goes by here."""
        self._known: dict[int, TagUse] = {}

    def get(self, key: str) -> TagUse | None:
        """Return a use; None for one that has gone since."""
        at = int(key)
        if at not in self._known:
            first = at - at % _AT_ONCE
            self._read(range(first, min(first + _AT_ONCE, len(self.keys))))
        return self._known.get(at)

    def _read(self, which: Sequence[int]) -> None:
        articles = {at: self._branch.articles[at] for at in which if at < self._whole}
        ids = {
            self._tree.annotations[self._branch.annotations[at - self._whole]]: at
            for at in which
            if at >= self._whole
        }
        try:
            annotations = self._library.annotations.get_all(ids)
        except CopydeskError:
            return  # what cannot be read now is asked for again when it is drawn anew
        wanted = dict.fromkeys(target.article for one in annotations for target in one.targets)
        used = self._library.tag_uses.list_articles([*articles.values(), *wanted])
        names = {one.id: (one.outlet or one.title, one.title) for one in used}
        for at, article in articles.items():
            if article in names:
                self._known[at] = TagUse(article, None, *names[article], "whole article")
        for one in annotations:
            target = next((target for target in one.targets if target.article in names), None)
            if target is not None:
                name, _title = names[target.article]
                self._known[ids[one.id]] = TagUse(
                    target.article, one.id, name, target.anchor.quote, one.note
                )
