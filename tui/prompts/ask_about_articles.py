"""Asking for what is known of articles, in one form: outlet, author, date, or dates alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from storage.models import Article
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.parts import Host
from tui.prompts.fields_prompt import FieldsPrompt, FormField

FIELD_NAMES = {"published": "date", "url": "address", "citation_key": "citekey"}
"""What people call the fields of `article_fields`, where it is something else."""
_ASKED = ("outlet", "author", "published")
_SEVERAL = "(several)"
_EXAMPLES = {"published": "2026-03-05, or with a time: 2026-03-05T14:30"}
_KEYS = "Tab next · Enter save · Esc cancel"
_NO_DATE = "no date"
_TITLE = 66


class KnownArticle(Protocol):
    """What is known of an article."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def outlet(self) -> str:
        """Who published it; empty where unknown."""

    @property
    def author(self) -> str | None:
        """Who wrote it."""

    @property
    def published(self) -> str | None:
        """When it was published."""


def ask_what_is_known(screen: Host, articles: Sequence[KnownArticle]) -> None:
    """Let the user change outlet, author and date of articles, of all of them alike.

    Of one, an empty field takes away what was known; of several, it leaves each as it is.
    """
    edit_all = screen.library.articles.edit_all
    is_one = len(articles) == 1

    def accept(changed: Mapping[str, str]) -> None:
        given = {name: value for name, value in changed.items() if is_one or value.strip()}
        edit_all({one.id: given for one in articles})

    if is_one:
        title = f"Edit “{shorten(reveal_line(articles[0].title), _TITLE)}”"
        hint = f"Leave unknown fields empty. {_KEYS}"
    else:
        title = f"Edit {len(articles)} articles"
        hint = f"Empty fields stay as they are. {_KEYS}"
    fields = [_make_field(name, articles) for name in _ASKED]
    done = screen.tell_if_changed("Changed. {undo}: undo")
    screen.app.push_screen(FieldsPrompt(title, hint, fields, accept), done)


def _make_field(name: str, articles: Sequence[KnownArticle]) -> FormField:
    known = {str(getattr(one, name) or "") for one in articles}
    value = known.pop() if len(known) == 1 else ""
    placeholder = _SEVERAL if known else _EXAMPLES.get(name, "")
    return FormField(name, FIELD_NAMES.get(name, name), value, placeholder)


def ask_for_dates(
    screen: Host,
    articles: Sequence[Article],
    letters: Sequence[str],
    then: Callable[[bool | None], None],
) -> None:
    """Ask when those of the articles were published that have no date, in a line each.

    `then` is told whether any was given.
    """

    def accept(changed: Mapping[str, str]) -> None:
        screen.library.articles.edit_all(
            {one: {"published": written} for one, written in changed.items()}
        )

    fields = [
        FormField(
            one.id, f"{letter} {' · '.join(dict.fromkeys((one.name, one.title)))}", "", _NO_DATE
        )
        for letter, one in zip(letters, articles, strict=True)
        if not one.published
    ]
    title = f"{pluralize(len(fields), 'article has', 'articles have')} no date"
    hint = (
        "For publication order: 2026-03-05 or 2026-03-05T14:30; empty if unknown\n"
        "Tab next · Enter save · Esc skip"
    )
    screen.app.push_screen(FieldsPrompt(title, hint, fields, accept), then)
