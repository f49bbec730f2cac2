"""A story as one HTML page: its articles side by side, what they share, and the annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from storage.comparing import ComparedStory, compare_in
from storage.export.article_coding import gather_coding
from storage.export.article_rows import ArticleRow, make_article_rows
from storage.export.evidence import find_article_evidence
from storage.export.html.carriers import draw_carriers
from storage.export.html.differences import (
    Difference,
    find_differences,
    render_pieces,
    take_opening,
)
from storage.export.html.panes import PaneMaker
from storage.export.html.report_file import seal
from storage.export.html.report_findings import ShownFindings, show_findings, show_missing
from storage.export.html.story_notes import make_story_notes
from storage.export.html.template_page import render_page, render_part
from storage.export.html.timeline import draw_timeline
from storage.export.html.whole_codings import list_memos, list_whole_codings
from storage.export.provenance import describe_provenance
from storage.export.story_passages import StoryPassage, list_story_passages
from storage.export.told_findings import find_verdicts, tell_findings
from storage.export.told_origins import ToldOrigins, tell_origins
from storage.library import Library
from storage.models import Story
from storage.share_figures import count_matrix
from storage.wording.finding_names import ORDER_CAVEAT
from storage.wording.terminal_text import reveal_line
from textreuse import KINDS, Comparison, Settings


def render_report(
    library: Library,
    story: Story,
    known: ComparedStory | None = None,
    *,
    version: str,
    settings: Settings | None = None,
) -> str:
    """Render a story, without the passages ignored in `library`.

    `known` and `settings` are for `compare_in`. `version` is that of the program, for the record
    of how the report was made. The same library gives the same page.
    """
    compared = compare_in(library, library.articles.get_all(story.articles), known, settings)
    articles, comparison = compared.articles, compared.kept
    rows = make_article_rows(compared)
    passages = list_story_passages(compared)
    annotations = library.annotations.find_on(article.id for article in articles)
    verdicts = find_verdicts(library, compared)
    colours = library.tags.find_colours()
    notes = make_story_notes(
        find_article_evidence(annotations, compared), compared, colours, verdicts
    )
    coding = gather_coding(library, articles, [story])
    is_story = len(articles) > 1
    findings = (
        show_findings(tell_findings(compared, verdicts), compared) if is_story else ShownFindings()
    )
    origins = tell_origins(compared) if is_story else None
    return seal(
        render_page(
            title=reveal_line(story.name),
            story=story.id,
            articles=rows,
            codings=list_whole_codings(coding, articles, colours),
            memos=list_memos(coding, articles, rows),
            matrix=count_matrix(comparison),
            kinds=KINDS,
            has_weak=any(one.weak for one in comparison.passages),
            panes=PaneMaker(compared, rows, passages, notes, findings.all).make_panes(),
            passages=_list_entries(comparison, passages),
            findings=findings,
            origins=origins,
            **_render_pictures(compared, rows, passages, origins),
            order_caveat=ORDER_CAVEAT,
            left_out=[
                (letter, show_missing(missing, passages, compared))
                for letter, missing in (origins.missing if origins else ())
            ],
            notes=notes,
            show_pieces=render_pieces,
            paragraph=compared.number_paragraph,
            method=describe_provenance(version, compared),
        )
    )


def _render_pictures(
    compared: ComparedStory,
    rows: Sequence[ArticleRow],
    passages: Sequence[StoryPassage],
    origins: ToldOrigins | None,
) -> dict[str, Markup]:
    """Return the pictures of a story as SVG; empty where there is nothing to draw."""
    if origins is None:
        return {"timeline": Markup(""), "carriers": Markup("")}
    timeline = draw_timeline(compared.statements.timeline, rows)
    carriers = draw_carriers(compared, rows, passages)
    return {
        "timeline": render_part("timeline.svg", picture=timeline, order=origins.order),
        "carriers": render_part("carriers.svg", picture=carriers) if carriers else Markup(""),
    }


class _PassageEntry(NamedTuple):
    """A passage in the list below the texts."""

    passage: StoryPassage
    words: int
    opening: str
    differences: list[Difference]


def _list_entries(comparison: Comparison, passages: Sequence[StoryPassage]) -> list[_PassageEntry]:
    found = []
    for passage in passages:
        first = passage.group.spans[0]
        found.append(
            _PassageEntry(
                passage,
                comparison.word_count(first.article, [first]),
                take_opening(comparison, first),
                find_differences(comparison, passage),
            )
        )
    return found
