"""The strip at the foot of a narrow screen: the other copy of a passage, in its context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from storage.models import Article
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from textreuse import Span
from tui.story.display.passage_context import context_of

_WASTED = 8
"""Cells of a row that are lost, on average at most, where a word goes to the next one."""


class CopyStrip(Widget):
    """Shows what stands in another article while there is room for one only.

    It keeps its place where there is nothing to show, so that the text above does not jump.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "copy-strip--shared",
        "copy-strip--changed",
        "copy-strip--muted",
    }

    def __init__(self) -> None:
        super().__init__()
        self._copy: tuple[str, Span, Sequence[Span]] | None = None
        self._instead = ""

    def show(
        self,
        letter: str,
        article: Article,
        span: Span,
        detail: str = "",
        changed: Sequence[Span] = (),
    ) -> None:
        """Show `span` of `article`, the `changed` words in it lifted out.

        `detail` is put behind its name.
        """
        head = [letter, article.name, format_day(article.published), detail]
        name = reveal_line(" · ".join(part for part in head if part))
        # As content, so that nothing in it is read as markup.
        self.border_title = Content(f" {name} ")
        self._copy = article.text, span, changed
        self.refresh()

    def clear(self, instead: str = "") -> None:
        """Show no copy, but perhaps a sentence that says why."""
        if self._copy is not None or self._instead != instead:
            self.border_title = None
            self._copy, self._instead = None, instead
            self.refresh()

    def render(self) -> Content:
        """Cut the context to the room there is."""
        if self._copy is None:
            return Content.styled(self._instead, ".copy-strip--muted")
        text, span, changed = self._copy
        width, height = self.content_size
        context = context_of(text, span, height * (width - _WASTED))
        shared = Content.styled(context.shared, ".copy-strip--shared")
        for place in (context.find(text, span, word) for word in changed):
            if place is not None:
                shared = shared.stylize(".copy-strip--changed", *place)
        # The marks say where there is no colour what is shared.
        return Content.assemble(
            (f"{context.before}‹", ".copy-strip--muted"),
            shared,
            (f"›{context.after}", ".copy-strip--muted"),
        )
