"""What the library's lists show: stories, and the articles that are asked for, in what order."""

from __future__ import annotations

from collections.abc import Container, Sequence

from storage.coder import NOBODY, Coder
from storage.tables.listed_articles import ListedArticle
from storage.tables.stories import ListedStory
from storage.wording.name_cutting import NameCutter
from storage.wording.plural import pluralize
from tui.library.article_list import SORTABLE, ArticleList
from tui.library.columns import COLUMNS

_ADDED = SORTABLE[0]


class LibraryContents:
    """The stories, and the articles: filtered, sorted, some of them marked."""

    def __init__(self, coder: Coder = NOBODY) -> None:
        self._coder = coder
        self.stories: dict[str, ListedStory] = {}
        """By their ids, the last made at the end."""
        self.articles: dict[str, ListedArticle] = {}
        """By their ids; those whose newer version is here too are left out."""
        self.found: list[str] = []
        """The ids of the articles that the filter lets through, in the order asked for."""
        self.marked: dict[str, None] = {}
        """The ids of the articles that are marked, in the order of marking."""
        self.typed = ""
        """The filter as it is written."""
        self.newcomers = 0
        """How many newcomers from watched feeds nobody has looked at."""
        self.titles = NameCutter(())
        """What tells the titles of all articles from each other."""
        self._list = ArticleList()
        self._column = _ADDED
        self._turned = False

    def take(
        self,
        listed: Sequence[ListedArticle],
        stories: Sequence[ListedStory],
        newcomers: int = 0,
    ) -> None:
        """Take what the library has now; marks on what is gone go too."""
        self.newcomers = newcomers
        if listed != self._list.listed:
            self._list = ArticleList(listed)
            self.titles = NameCutter(self._list_titles)
        # To list an article alone as a story would be to list it once more.
        self.stories = {story.id: story for story in stories if not story.is_article_alone}
        self.articles = {one.id: one for one in self._list.articles}
        self.marked = {one: None for one in self.marked if one in self.articles}
        self._find()

    @property
    def is_empty(self) -> bool:
        """Whether the library has no article."""
        return not self.articles

    # Which articles, and in what order

    def filter(self, typed: str) -> bool:
        """Let through what meets the filter; tells whether that is not what it was before."""
        before = self.found
        self.typed = typed
        self._find()
        return self.found != before

    def sort_by_next(self, shown: Container[str]) -> None:
        """Sort by the next of the columns shown; after the last by when articles were added."""
        at = SORTABLE.index(self._column) + 1
        order = SORTABLE[at:] + SORTABLE[:at]
        self._sort_by(next(one for one in order if one == _ADDED or one in shown))

    def sort_by(self, column: str) -> None:
        """Sort by one of `SORTABLE`, reversed if it was sorted by that."""
        if column == self._column:
            self.turn()
        else:
            self._sort_by(column)

    def turn(self) -> None:
        """Turn the order around."""
        self._turned = not self._turned
        self._find()

    def _sort_by(self, column: str) -> None:
        self._column, self._turned = column, False
        self._find()

    def _find(self) -> None:
        found = self._list.find(self.typed, self._column, turned=self._turned)
        self.found = [one.id for one in found]

    # Marking

    def mark(self, article: str) -> None:
        """Mark an article, or take its mark away."""
        if article in self.marked:
            del self.marked[article]
        else:
            self.marked[article] = None

    def mark_all(self) -> None:
        """Mark all articles that the filter lets through; if they are, take all marks away."""
        if all(one in self.marked for one in self.found):
            self.marked.clear()
        else:
            self.marked |= dict.fromkeys(self.found)

    # What is said of them

    def cells_of(self, article: str) -> tuple[str, ...]:
        """Return what stands in the columns of an article, its mark before them."""
        one = self.articles[article]
        _, *others = (column.cell(one) for column in COLUMNS)
        mark = "●" if one.id in self.marked else "✓" if self._coder.name in one.coded else " "
        return mark, self._name(one), *others

    def cells_of_story(self, story: str) -> tuple[str, ...]:
        """Return what stands in the columns of a story."""
        one = self.stories[story]
        return one.name, f"{len(one.articles)}", f"{one.annotations}", self.tags_of(one)

    def _list_titles(self) -> list[str]:
        return [self._name(one) for one in self.articles.values()]

    def _name(self, article: ListedArticle) -> str:
        older = self._list.count_older(article.id)
        return f"{article.title} ({older + 1} versions)" if older else article.title

    @property
    def column_heads(self) -> tuple[str, ...]:
        """The names of the columns; that which is sorted by has an arrow."""
        names = (column.name for column in COLUMNS)
        arrow = "▲" if self._turned else "▼"
        return "", *(f"{name} {arrow}" if name == self._column else name for name in names)

    @property
    def heading(self) -> str:
        """What stands over the articles; `{compare}` is where the key's name belongs."""
        every = f"{len(self.articles):,}"
        head = f"Articles · {f'{len(self.found):,} of {every}' if self.typed else every}"
        if self.marked:
            unseen = len(self.marked.keys() - set(self.found))
            told = f" ({unseen} not shown)" if unseen else ""
            head += f" · {len(self.marked)} marked{told}, {{compare}}: compare"
        if self._column != _ADDED or self._turned:
            head += f" · by {self._column}{', reversed' if self._turned else ''}"
        if self._coder.name:
            head += f" · coder {self._coder.name}{', blind' if self._coder.is_blind else ''}"
        if self._coder.hides_names:
            head += " · outlets hidden"
        if self.newcomers:
            many = pluralize(self.newcomers, "newcomer")
            head += f" · {many}, {{carriers}} {{carriers}}: look"
        return head

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be said of the filter, as it was written."""
        if not self.typed:
            return ()
        from storage.search.query import parse_query

        return parse_query(self.typed).explain(found=bool(self.found))

    def tags_of(self, story: ListedStory) -> str:
        """Return the tags of a story's articles, each once, parted by commas."""
        tags = (
            tag
            for article in story.articles
            if article in self.articles
            for tag in self.articles[article].tags
        )
        return ", ".join(dict.fromkeys(tags))
