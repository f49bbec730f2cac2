"""Where texts are read that are in no library of the reader's: a library of their own, for a while.

All that reads a library reads them so; nothing can be written in it, and it is gone when closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.article_import.add_articles import add_articles
from storage.errors import LibraryError
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from storage.scan.reading.found_articles import FoundText, merge_alike


class Desk:
    """A library of the texts of one cluster, until it is closed. It belongs to its thread."""

    def __init__(self, name: str, found: Iterable[FoundText], refusal: str) -> None:
        """Lay out the texts as a story called `name`; `refusal` is said to who would write there.

        `LibraryError` where there is no room for them, or no text.
        """
        self.refusal = refusal
        merged = merge_alike(found)
        try:
            self._folder = TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True)
        except OSError as error:
            raise LibraryError(f"There is no room to read the texts: {error.strerror}.") from error
        try:
            self.library: Library = open_library(Path(self._folder.name) / "desk.db")
        except BaseException:
            self._folder.cleanup()
            raise
        try:
            added = add_articles(self.library, [article for article, _ in merged])
            ids = [article.id for article, _ in added]
            self.story: Story = self.library.stories.propose(name, ids)
            self.begins = dict(zip(ids, (begin for _, begin in merged), strict=True))
            """Where the passage begins in each article, by ids."""
            self.library.refuse_writing(refusal)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Take it all away."""
        self.library.close()
        self._folder.cleanup()
