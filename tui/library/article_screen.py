"""An article: what is known of it, to be corrected, and where it belongs."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.discovery.story_names import propose_story
from storage.errors import NotFoundError
from storage.library import Library
from storage.models import Article
from storage.tables.article_details import read_details
from storage.tables.tag_names import clean_tags
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day, format_day_and_time
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import has_time
from tui.base.command_screen import CommandScreen
from tui.base.destinations import FoundPlace
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.prompts.about import About
from tui.prompts.ask_about_articles import FIELD_NAMES
from tui.prompts.line_prompt import LinePrompt
from tui.prompts.memo_editor import edit_memo
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_prompt import TagPrompt
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable

_HINTS = {
    "title": "The headline.",
    "outlet": "The outlet. Leave empty if unknown.",
    "author": "The author. Leave empty if unknown.",
    "published": "2026-03-05, or with a time: 2026-03-05T14:30. Leave empty if unknown.",
    "url": "The web address. A different text at this address becomes a newer version.",
    "citation_key": "As in your bibliography: harker2026owl. Leave empty if there is none.",
}
"""What to write into each thing that can be changed, by its name in `article_fields`."""
_NARROWEST = 30
_OTHER_COLUMN = 14
"""Cells that the column of names takes."""


class ArticleScreen(CommandScreen):
    """Rows of what is known: the first can be changed, the others lead on.

    It is dismissed with a `FoundPlace` where the article is to be read, with the id of a story
    where that is, else with None.
    """

    CSS_PATH = "article_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("article")
    place: ClassVar[Where] = "article"

    def __init__(self, library: Library, article: Article) -> None:
        super().__init__(library)
        self._article = article
        self._rows: list[tuple[str, str, str]] = []
        """Of each row its key, its name and what it says."""

    def compose(self) -> ComposeResult:
        """Put the title over the rows."""
        yield Static(id="article-head")
        yield ListTable(id="article-rows", cursor_type="row", show_header=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is known."""
        self._table.add_columns("what", "is")
        self._table.focus()

    @property
    def _table(self) -> ListTable:
        return self.query_one("#article-rows", ListTable)

    def reload(self) -> None:
        """Show the article as the library has it now; close where it is gone."""
        try:
            self._article = self.library.articles.get(self._article.id)
        except NotFoundError:
            self.dismiss(None)
            return
        with self.tell_errors():
            self._rows = self._list_known()
        self._show()

    def on_screen_resume(self) -> None:
        """Show what there is, at first and after another screen was on top."""
        self.reload()

    def on_resize(self) -> None:
        """Cut what is long for the new width."""
        self._show()

    def snapshot(self) -> object:
        """Return all rows."""
        return self._rows

    def _list_known(self) -> list[tuple[str, str, str]]:
        article = self._article
        rows = [
            (key, FIELD_NAMES.get(key, key), str(getattr(article, key) or "")) for key in _HINTS
        ]
        tags = self.library.tags.find_on_articles([article.id]).get(article.id, ())
        rows.append(("tags", "tags", " ".join(f"#{tag}" for tag in tags)))
        for memo in self.library.memos.find("article", article.id):
            whose = f" ({memo.coder})" if memo.coder else ""
            rows.append(("memo", "memo", f"{memo.memo}{whose}"))
        coded = self.library.coded_articles.find_coders().get(article.id, ())
        if coded:
            rows.append(("", "coded", ", ".join(name or "yes" for name in coded)))
        notes = len(self.library.annotations.find_on([article.id]))
        size = f"{pluralize(article.words, 'word')}, {pluralize(notes, 'note')}"
        rows.append(("read", "text", size))
        for name in ("modified", "captured"):
            known = format_day_and_time(getattr(article, name))
            rows += [("", name, f"{known} UTC" if has_time(known) else known)] if known else []
        rows += [("", name, told) for name, told in read_details(article.details).items()]
        rows.append(("", "added", f"{format_day_and_time(article.added)} UTC"))
        if article.path:
            rows.append(("", "file", self.app.reach.name_file(article.path)))
        for story in self.library.stories.list_gathered():
            if article.id in story.articles:
                told = f"{story.name} ({pluralize(len(story.articles), 'article')})"
                rows.append((f"story {story.id}", "story", told))
        versions = self.library.articles.get_all(self.library.articles.find_versions(article.id))
        if len(versions) > 1:
            for number, one in enumerate(versions, 1):
                day = format_day(one.modified or one.captured or one.added)
                which = "this one" if one.id == article.id else f"of {day}"
                told = f"{number} of {len(versions)}, {which}, {pluralize(one.words, 'word')}"
                rows.append((f"version {one.id}", "version", told))
        return rows

    def _show(self) -> None:
        self.query_one("#article-head", Static).update(Content(reveal_line(self._article.title)))
        room = max(_NARROWEST, self.size.width - _OTHER_COLUMN)
        self._table.fill(
            [
                (f"{number}", (name, shorten(reveal_line(told), room)))
                for number, (_, name, told) in enumerate(self._rows)
            ]
        )

    # What can be done

    @on(DataTable.RowSelected)
    def action_change(self) -> None:
        """Change what the row says, or go where it leads."""
        chosen = self._table.chosen
        if chosen is None:
            return
        key, name, told = self._rows[int(chosen)]
        kind, _, other = key.partition(" ")
        if kind in _HINTS:
            self._ask(key, name, told)
        elif kind == "tags":
            self.action_tag()
        elif kind == "memo":
            self.action_memo()
        elif kind == "read":
            self.action_read()
        elif kind == "story":
            with self.tell_errors():
                self.dismiss(self.library.stories.get(other))
        elif kind == "version":
            self._read_beside(other)
        else:
            self.tell("This cannot be changed.")

    def _ask(self, key: str, name: str, value: str) -> None:
        def accept(line: str) -> None:
            self.library.articles.edit(self._article.id, {key: line})

        about = About(self._article.title)
        prompt = LinePrompt(f"Change the {name}", _HINTS[key], value, accept, about)
        self.app.push_screen(prompt, self.tell_if_changed("Changed. {undo}: undo"))

    def action_tag(self) -> None:
        """Change the tags of the whole article."""
        with self.tell_errors():
            article = self._article.id
            found = self.library.tags.find_on_articles([article], changeable=True)
            given = found.get(article, ())

            def accept(line: str, _every: bool) -> None:
                self.library.tags.set_on_article(article, clean_tags([line]))

            about = About(self._article.title, pluralize(self._article.words, "word"))
            offered = OfferedTags.load(self.library, of_articles=True)
            prompt = TagPrompt("Tags for the article", about, given, accept, offered)
            self.app.push_screen(prompt, self.tell_if_changed("Tags changed. {undo}: undo"))

    def action_memo(self) -> None:
        """Write a memo on the article."""
        article = self._article
        then = self.tell_if_changed("Memo saved. {undo}: undo")
        edit_memo(self, "article", article.id, article.title, then)

    def action_read(self) -> None:
        """Read the article."""
        self.dismiss(FoundPlace(self._article.id))

    def action_versions(self) -> None:
        """Read all versions side by side."""
        with self.tell_errors():
            versions = self._find_versions()
            if versions:
                self._read(versions)

    def action_changes(self) -> None:
        """List what each version changed."""
        from tui.library.changes_screen import ChangesScreen

        with self.tell_errors():
            if self._find_versions():
                self.app.push_screen(ChangesScreen(self.library, self._article), self._leave_with)

    def _leave_with(self, story: object) -> None:
        if story is not None:
            self.dismiss(story)

    def _find_versions(self) -> list[str]:
        """Return the ids of the versions; none, and say so, where there is only this one."""
        versions = self.library.articles.find_versions(self._article.id)
        if len(versions) < 2:
            self.tell("Only one version. A different text at the same address adds another.")
            return []
        return versions

    def _read_beside(self, other: str) -> None:
        """Read another version beside this one, the older one first."""
        if other == self._article.id:
            self.action_read()
            return
        with self.tell_errors():
            versions = self.library.articles.find_versions(self._article.id)
            self._read([one for one in versions if one in (other, self._article.id)])

    def _read(self, ids: list[str]) -> None:
        self.dismiss(propose_story(self.library, ids))
