"""The articles of a library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.database.undo_log import UndoLog
from storage.errors import AmbiguousError, ConflictError, NotFoundError
from storage.ids import make_text_id
from storage.models import Article, NewArticle
from storage.tables.article_fields import clean_fields
from storage.tables.article_versions import (
    find_at,
    find_edited,
    find_item,
    list_versions,
    put_among_versions,
)
from storage.tables.hidden_names import hide_listed_names, hide_names
from storage.tables.listed_articles import ListedArticle, list_articles
from storage.wording.terminal_text import clean_line, fit_utf8, fold_line, quote_asked

_AS_THEY_ARE = ("text", "path")


_BESIDE_TEXT = [field.name for field in fields(Article) if field.name != "text"]


class Articles:
    """Adds and finds articles. An article is known by its text: the same text is the same one."""

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._coder = coder

    def add(self, article: NewArticle, *, may_be_edited_file: bool = True) -> tuple[Article, bool]:
        """Store an article, or find the one with this text; tell whether it is new.

        One that is there keeps its metadata, except that an outlet given now replaces it, and a
        citation key is taken where it has none. One that was in the trash comes back. Another text
        at the address of an article, of the same item of an agency, or from its file where it was
        edited, is a version of it; the newest takes over its annotations, tags and places in
        stories. No file is an edited one where it holds several articles.
        """
        from storage.search.fingerprints import Fingerprints  # for what is added alone
        from storage.search.text_measures import measure_text

        article = article._replace(
            **{
                name: fit_utf8(value) if name in _AS_THEY_ARE else clean_line(value)
                for name, value in article._asdict().items()
                if value
            }
        )
        article_id = make_text_id(article.text)
        with hold_write_lock(self._db):
            asked = "SELECT outlet, citation_key, deleted FROM article WHERE id = ?"
            known = next(self._db.query(asked, [article_id]), None)
            if known is not None:
                wanted = {
                    "outlet": article.outlet or known["outlet"],
                    "citation_key": known["citation_key"] or article.citation_key,
                    "deleted": None,
                }
                if wanted != known:
                    self._db.table("article").update(article_id, wanted)
            else:
                sibling = find_at(self._db, article.url) or find_item(self._db, article.item)
                if sibling is None and may_be_edited_file:
                    sibling = find_edited(self._db, article)
                measures = measure_text(article.text)
                self._db.table("article").insert(
                    article._asdict()
                    | {
                        "id": article_id,
                        "words": measures.words,
                        "added": now(),
                        "deleted": None,
                        "previous": None,
                    }
                )
                Fingerprints(self._db).put(article_id, measures)
                if sibling is not None:
                    put_among_versions(self._db, self._undo_log, sibling, article_id)
            new = known is None or known["deleted"] is not None
        return self._get_with_text(article_id, article.text), new

    def edit(self, article_id: str, values: Mapping[str, str]) -> None:
        """Change what is known of one article; see `edit_all`."""
        self.edit_all({article_id: values})

    def edit_all(self, values: Mapping[str, Mapping[str, str]]) -> None:
        """Change what is known of articles, by their ids, beside their texts.

        An empty value takes away what was known. One step for undo. What is given as it stands is
        left alone. The title stays a title: `ReadError` for an empty one, or a date that is none or
        may be two; `NotFoundError` if there is no such article.
        """
        if self._coder.hides_names:
            raise ConflictError(
                "What is known of articles cannot be edited while hide_outlets hides it."
            )
        label = "article edited" if len(values) == 1 else f"{len(values)} articles edited"
        with self._undo_log.record_step(label) as step:
            for article_id, given in values.items():
                article = self.get(article_id)
                changed = {
                    name: value
                    for name, value in given.items()
                    if value != (getattr(article, name) or "")
                }
                step.update("article", [article_id], clean_fields(changed, article.text))

    def delete(self, article_id: str) -> None:
        """Put an article into the trash; see `delete_all`."""
        self.delete_all([article_id])

    def delete_all(self, ids: Sequence[str]) -> None:
        """Put articles into the trash, with their annotations; undo brings them back in one step.

        `NotFoundError` if there is no such article.
        """
        label = (
            "article moved to the trash"
            if len(ids) == 1
            else f"{len(ids)} articles moved to the trash"
        )
        with self._undo_log.record_step(label) as step:
            deleted = now()
            for article_id in ids:
                self.get(article_id)
                step.update("article", [article_id], {"deleted": deleted})

    def get(self, article_id: str) -> Article:
        """Return the article with that id; `NotFoundError` if there is none."""
        rows = list(
            self._db.query("SELECT * FROM article WHERE id = ? AND deleted IS NULL", [article_id])
        )
        if not rows:
            raise NotFoundError(f"No article has the id {article_id}.")
        return self._show(_make_article(rows[0]))

    def _get_with_text(self, article_id: str, text: str) -> Article:
        """Return an article whose text is known, without reading that: it may be long."""
        asked = f"SELECT {', '.join(_BESIDE_TEXT)} FROM article WHERE id = ?"
        return Article(**next(self._db.query(asked, [article_id])), text=text)

    def get_all(self, ids: Iterable[str]) -> list[Article]:
        """Return the articles with these ids, in their order; unknown ones are left out."""
        wanted = list(ids)
        marks = ", ".join("?" for _ in wanted)
        rows = {
            row["id"]: self._show(_make_article(row))
            for row in self._db.query(
                f"SELECT * FROM article WHERE id IN ({marks}) AND deleted IS NULL", wanted
            )
        }
        return [rows[article_id] for article_id in wanted if article_id in rows]

    def renew(self, articles: Sequence[Article]) -> list[Article]:
        """Return these articles with what is known of them by now; those gone stay as they are.

        Their texts, which never change and may be long, are not read.
        """
        marks = ", ".join("?" for _ in articles)
        asked = f"SELECT {', '.join(_BESIDE_TEXT)} FROM article WHERE id IN ({marks})"
        found = self._db.query(f"{asked} AND deleted IS NULL", [one.id for one in articles])
        known = {row["id"]: row for row in found}
        return [
            self._show(Article(**known[one.id], text=one.text)) if one.id in known else one
            for one in articles
        ]

    def join_versions(self, one: str, other: str) -> list[str]:
        """Make two articles versions of one; see `joined_versions`.

        `NotFoundError` if there is no such article.
        """
        from storage.tables.joined_versions import join_versions  # not before somebody does

        for article in (one, other):
            self.get(article)
        return join_versions(self._db, self._undo_log, one, other)

    def find_versions(self, article_id: str) -> list[str]:
        """Return the ids of all versions of an article that are not in the trash, oldest first.

        An article with no other version is the only one.
        """
        return list_versions(self._db, article_id)

    def find_at(self, url: str) -> Article | None:
        """Return the newest version of the article with that address; None without one."""
        found = find_at(self._db, url)
        return None if found is None else self.get(list_versions(self._db, found)[-1])

    def find(self, name: str) -> Article:
        """Return the article with that id, or whose title alone contains `name`.

        Versions of one article count as the newest that does. `NotFoundError` if there is none, or
        if several do; then the message lists them.
        """
        ids = {listed.id: listed for listed in self.list_all()}
        if name in ids:
            return self.get(name)
        wanted = fold_line(name)
        exact = [one for one in ids.values() if fold_line(one.title) == wanted]
        found = exact or [one for one in ids.values() if wanted in fold_line(one.title)]
        older = {one.previous for one in found}
        found = [one for one in found if one.id not in older]
        if len(found) == 1:
            return self.get(found[0].id)
        if not found:
            raise NotFoundError(
                f"No article has {quote_asked(name)} as its id or in its title."
                " `copydesk list` shows all articles."
            )
        raise AmbiguousError(
            f"{quote_asked(name)} matches {len(found):,} articles; give the id of one:",
            [f"{one.id} {one.title}" for one in found],
        )

    def list_details(self) -> dict[str, tuple[str | None, str | None]]:
        """Return the citation key and the details of those articles that have either, by their ids.

        For one of them look at the article: this reads past all texts.
        """
        if self._coder.hides_names:
            return {}
        rows = self._db.execute(
            """
            SELECT id, citation_key, details FROM article
            WHERE deleted IS NULL AND (citation_key IS NOT NULL OR details IS NOT NULL)
            """
        )
        return {article: (key, details) for article, key, details in rows}

    def list_all(self) -> list[ListedArticle]:
        """Return every article that is not in the trash, the last added first."""
        listed = list_articles(self._db)
        return hide_listed_names(self._db, listed) if self._coder.hides_names else listed

    @property
    def with_names(self) -> Articles:
        """The same, nothing hidden: to find articles by what is known of them, not to show it."""
        return Articles(self._db, self._undo_log, self._coder._replace(hides_names=False))

    def _show(self, article: Article) -> Article:
        return hide_names(article) if self._coder.hides_names else article


def _make_article(row: dict[str, Any]) -> Article:
    return Article(**{key: value for key, value in row.items() if key != "deleted"})
