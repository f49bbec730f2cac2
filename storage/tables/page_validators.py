"""What servers said of the pages that articles came from, to ask whether they have changed."""

from __future__ import annotations

from typing import NamedTuple

from storage.database.connection import Database
from storage.database.transactions import hold_write_lock


class Validators(NamedTuple):
    """What a server gave for that (RFC 9110), as it was; empty where nothing."""

    etag: str = ""
    last_modified: str = ""


class PageValidators:
    """Keeps them by article, which is a version: an older one's say nothing of a newer one.

    No step of the undo log: what is lost is asked for anew.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, article: str, url: str) -> Validators:
        """Return what was said of the article as it lies at `url`; empty where nothing is known."""
        found = self._db.execute(
            "SELECT etag, last_modified FROM page_validators WHERE article = ? AND url = ?",
            [article, url],
        ).fetchone()
        return Validators(*found) if found else Validators()

    def keep(self, article: str, url: str, given: Validators) -> None:
        """Store what was said of it in place of what was said before."""
        with hold_write_lock(self._db):
            self._db.table("page_validators").upsert(
                {"article": article, "url": url, **given._asdict()}, pk="article"
            )
