"""The articles of the report, with what is marked and numbered in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from storage.comparing import ComparedStory
from storage.export.article_rows import ArticleRow
from storage.export.html.article_text import Signs, make_sign, render_text
from storage.export.html.passage_marks import PassageLabel, label_passages, mark_passages
from storage.export.html.report_findings import ShownFinding, mark_findings
from storage.export.html.segments import Mark
from storage.export.html.story_notes import StoryNote, mark_notes
from storage.export.story_passages import StoryPassage
from textreuse import language_code


class Pane(NamedTuple):
    """One article."""

    article: ArticleRow
    language: str
    """As browsers name it; empty where it is not clear."""
    text: Markup


class PaneMaker:
    """Makes the panes of one story."""

    def __init__(
        self,
        compared: ComparedStory,
        rows: Sequence[ArticleRow],
        passages: Sequence[StoryPassage],
        notes: Sequence[StoryNote],
        findings: Sequence[ShownFinding],
    ) -> None:
        self._compared = compared
        self._rows = rows
        self._passages = passages
        self._notes = notes
        self._findings = findings

    def make_panes(self) -> list[Pane]:
        """Return one pane an article."""
        return [self._make_pane(article) for article in range(len(self._rows))]

    def _make_pane(self, article: int) -> Pane:
        comparison = self._compared.kept
        text = self._compared.articles[article].text
        marks = [
            *mark_passages(self._passages, article),
            *mark_notes(self._notes, article),
            *mark_findings(self._findings, article),
            *(
                Mark(span.start, span.end, "", "boilerplate")
                for span in comparison.boilerplate(article)
            ),
        ]
        language = comparison.languages[article]
        html = render_text(text, marks, self._make_signs(article))
        return Pane(self._rows[article], language_code(language), html)

    def _make_signs(self, article: int) -> Signs:
        signs = Signs()
        for label in label_passages(self._passages, article):
            signs.add_before(label.start, self._make_number(label))
        for note in self._notes:
            for place in () if note.is_orphan else note.places:
                if place.span.article != article:
                    continue
                if place.also:
                    signs.add_before(place.span.start, _make_target(place.anchor))
                else:
                    signs.add_behind(place.span.end, _make_reference(note, place.anchor))
        for finding in self._findings:
            for version in finding.versions:
                if version.span.article == article:
                    signs.add_behind(version.span.end, _make_pointer(finding, version.anchor))
        return signs

    def _make_number(self, label: PassageLabel) -> Markup:
        passage, spans = label.passage, label.passage.group.spans
        others = [
            f"{self._rows[span.article].letter} ¶{self._compared.number_paragraph(span)}"
            for place, span in enumerate(spans)
            if place != label.place
        ]
        return make_sign(
            "number",
            passage.number,
            key=passage.key,
            anchor=passage.anchor(label.place),
            to=passage.anchor((label.place + 1) % len(spans)),
            title=f"{passage.title}: also {', '.join(others)}",
        )


def _make_reference(note: StoryNote, anchor: str) -> Markup:
    tags = ", ".join(tag.name for tag in note.tags)
    return make_sign(
        "reference",
        note.key,
        key=note.key,
        anchor=anchor,
        to=f"note-{note.number}",
        title=f"Note {note.number}{': ' if tags else ''}{tags}",
    )


def _make_pointer(finding: ShownFinding, anchor: str) -> Markup:
    return make_sign(
        "pointer",
        finding.key,
        key=finding.key,
        anchor=anchor,
        to=f"finding-{finding.number}",
        title=finding.title,
    )


def _make_target(anchor: str) -> Markup:
    return Markup('<a id="{}" tabindex="-1"></a>').format(anchor)
