"""The findings of a story as a list that empties, under the origins that its articles rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from storage.comparing import ComparedStory
from storage.findings import Finding
from storage.library import Library
from storage.tables.finding_verdicts import Verdict
from storage.wording.plural import pluralize
from textreuse import Origin, Span
from tui.base.command_screen import CommandScreen
from tui.base.job import Job, relay
from tui.findings.finding_rows import (
    CHOICES,
    Choice,
    Excerpt,
    FindingRow,
    StoryFindings,
    find_in_story,
)
from tui.findings.timeline_list import TimelineList
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_ORIGINS = (Column("articles", 12), Column("origin", 30), Column("evidence", 0))
_FINDINGS = (
    Column("", 1),
    Column("finding", 32),
    Column("in", 5),
    Column("what is found", 0),
)
_MOST_ROWS = 4
"""Origins, and articles over time, that are seen at once on a low screen; others scroll."""
_LOW = 30
"""Rows of a screen that is low; a higher one shows twice as many."""
_NOTHING: dict[Choice, str] = {
    "to review": "Nothing to review. {next_choice}: all findings",
    "all": "No quotation was changed, and no figures, dates or names disagree.",
    "decided": "Nothing was confirmed or dismissed yet. {next_choice}: what is to review",
}


class ChosenFinding(NamedTuple):
    """A finding, or the words that tell an origin, to be gone to in the texts."""

    here: Span
    beside: Span | None
    kind: str
    """That of the finding; "origin" or "article" for one of those."""
    key: str = ""
    """That of the finding."""
    wants_note: bool = False
    """Whether a note is to be written on it there."""


class FindingsScreen(CommandScreen):
    """Lists what deserves a reader's eye; each can be confirmed or dismissed, and is gone then.

    It is dismissed with a `ChosenFinding` where one was chosen to be gone to, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("findings")
    place: ClassVar[Where] = "findings"

    def __init__(self, library: Library, compared: ComparedStory, left_at: str = "") -> None:
        """Make one that begins at the finding with the key `left_at`, where it is listed."""
        super().__init__(library)
        self._left_at = left_at
        self._compared = compared
        self._found: StoryFindings | None = None
        self._verdicts: dict[str, Verdict] = {}
        self._choice: Choice = CHOICES[0]
        self._rows: dict[str, FindingRow] = {}
        self._origins = RowList(_ORIGINS, id="origins")
        self._timeline = TimelineList()
        self._list = RowList(_FINDINGS, id="findings")
        self._job: Job[StoryFindings] | None = None

    def compose(self) -> ComposeResult:
        """Put the origins over the findings over the words of the one under the cursor."""
        yield Static(Content("Looking at what the articles say …"), id="origins-head")
        yield self._origins
        yield self._timeline
        with Vertical(id="findings-part"):
            yield Static(id="findings-head")
            yield self._list
        yield Static(id="finding-words")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look for findings while the screen is there."""
        self._list.focus()
        self._job = Job(
            lambda _: find_in_story(self._compared),
            relay(self.app, self._take),
            lambda _: None,
            relay(self.app, self._fail),
        )
        self._job.start()

    def on_unmount(self) -> None:
        """Wait no more."""
        if self._job is not None:
            self._job.call_off()

    def _take(self, found: StoryFindings) -> None:
        if not self.is_attached:
            return
        self._found = found
        rows = [str(number) for number in range(len(found.origins))]
        self._origins.styles.height = 1 + min(self._most_rows, len(rows))
        self._timeline.styles.height = 1 + min(self._most_rows, len(found.compared.articles))
        self._timeline.show(found.compared, found.timeline)
        self._origins.fill(rows, lambda key: found.list_origin(found.origins[int(key)]))
        head = f"{found.describe_origins()} · by time: an order, not a proof"
        self.query_one("#origins-head", Static).update(Content(head))
        self.reload()
        if self._left_at in self._rows:
            self._list.action_move_to(list(self._rows).index(self._left_at))

    @property
    def _most_rows(self) -> int:
        return _MOST_ROWS if self.app.size.height < _LOW else 2 * _MOST_ROWS

    def _fail(self, error: Exception) -> None:
        why = f"The findings could not be looked for: {type(error).__name__}."
        self.query_one("#origins-head", Static).update(Content(why))

    # Showing

    def reload(self) -> None:
        """Show the findings with what the library has of decisions now."""
        if self._found is None:
            return
        with self.tell_errors():
            self._verdicts = self.library.finding_verdicts.find(self._found.keys)
        rows = self._found.list_rows(self._choice, self._verdicts)
        self._rows = {row.finding.key: row for row in rows}
        self._list.fill(list(self._rows), lambda key: self._rows[key].cells)
        head = f"{self._name_choice()} · {len(rows)}"
        if not rows:
            head = self.spell_keys(_NOTHING[self._choice])
        self.query_one("#findings-head", Static).update(Content(head))
        self._show_words()

    def _name_choice(self) -> str:
        return {
            "to review": "Findings to review",
            "all": "All findings",
            "decided": "Findings decided on",
        }[self._choice]

    def snapshot(self) -> object:
        """Return what is decided on the findings."""
        return dict(self._verdicts)

    @on(RowList.Moved)
    def _show_words(self) -> None:
        found = self._found
        if found is None:
            return
        origin, row = self._origin_here(), self._row_here()
        why = ""
        spans: Sequence[Span] = ()
        having: Sequence[int] = ()
        if origin is not None:
            why, spans, having = origin.why, origin.evidence[:2], origin.articles
        elif self._timeline.has_focus:
            left_out, spans = found.list_left_out(self._timeline.article)
            why = f"{found.describe_derivation(self._timeline.article)} {left_out}"
        elif row is not None:
            why, spans, having = row.finding.why, row.finding.spans, row.finding.articles
            why = f"{why} {found.describe_first(row.finding)}".rstrip()
        if not self._timeline.has_focus:
            self._timeline.mark(having)
        lines = [Content(why), *map(_draw_excerpt, found.list_excerpts(spans))]
        self.query_one("#finding-words", Static).update(Content("\n").join(lines))

    def on_descendant_focus(self) -> None:
        """Tell of the row under the cursor of the list that has the keys now."""
        self._show_words()

    # Choosing

    def _row_here(self) -> FindingRow | None:
        return self._rows.get(self._list.chosen or "")

    def _origin_here(self) -> Origin | None:
        chosen = self._origins.chosen
        if self._found is None or chosen is None or not self._origins.has_focus:
            return None
        return self._found.origins[int(chosen)]

    @on(RowList.Chosen)
    def action_go(self) -> None:
        """Leave for the words in the texts."""
        origin, row = self._origin_here(), self._row_here()
        if origin is not None:
            if origin.evidence:
                self.dismiss(ChosenFinding(origin.evidence[0], None, "origin"))
            else:
                self.tell("No words in the texts show it: these articles share too little.")
        elif self._timeline.has_focus:
            article = self._timeline.article
            if article is not None:
                self.dismiss(ChosenFinding(Span(article, 0, 0), None, "article"))
        elif row is not None:
            self.dismiss(_choose(row.finding))

    def action_note(self) -> None:
        """Leave for the words in the texts, and write a note on them with the evidence in it."""
        row = self._row_here()
        if row is None or not self._list.has_focus:
            self.tell("No finding here.")
            return
        self.dismiss(_choose(row.finding)._replace(wants_note=True))

    def action_other_part(self) -> None:
        """Go to the next of findings, origins and articles, round the end."""
        parts = self._list, self._origins, self._timeline
        at = next((number for number, part in enumerate(parts) if part.has_focus), -1)
        parts[(at + 1) % len(parts)].focus()

    def action_next_choice(self) -> None:
        """Show all findings, those decided on, or those to review."""
        self._choice = CHOICES[(CHOICES.index(self._choice) + 1) % len(CHOICES)]
        self.reload()
        self._list.focus()

    def action_dismiss_finding(self) -> None:
        """Say that the finding under the cursor is none; once more takes that back."""
        self._decide("dismissed")

    def action_confirm(self) -> None:
        """Say that the finding under the cursor holds; once more takes that back."""
        self._decide("confirmed")

    def _decide(self, verdict: Verdict) -> None:
        row = self._row_here()
        if row is None or not self._list.has_focus:
            self.tell("No finding here.")
            return
        with self.tell_errors():
            if row.verdict == verdict:
                self.library.finding_verdicts.reopen(row.finding.key)
                said = "Open again"
            else:
                self.library.finding_verdicts.decide(row.finding.key, verdict)
                said = verdict.capitalize()
            self.reload()
            left = len(self._found.list_rows("to review", self._verdicts)) if self._found else 0
            rest = f"{pluralize(left, 'finding')} left to review"
            self.tell(self.spell_keys(f"{said}. {rest}. {{undo}}: undo"))

    def action_back(self) -> None:
        """Go back to the texts."""
        self.dismiss(None)


def _choose(finding: Finding) -> ChosenFinding:
    here, beside = finding.spans
    return ChosenFinding(here, beside, finding.kind, finding.key)


def _draw_excerpt(excerpt: Excerpt) -> Content:
    return Content.assemble(
        (f"{excerpt.place}  ", "bold"),
        (f"…{excerpt.before}", "dim"),
        (excerpt.words, "underline"),
        (f"{excerpt.after}…", "dim"),
    )
