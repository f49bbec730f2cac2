from __future__ import annotations

from storage.export.article_rows import make_article_rows
from storage.export.html.report import render_report
from storage.library import Library
from storage.sample_story import add_sample
from storage.share_figures import count_matrix
from tests.storage.export.html.reading import XHTML, parsed, table_rows
from tests.tui.overview.test_figures import of_sample
from tui.overview.figures import OverviewFigures


def test_the_report_has_the_figures_of_the_overview(library: Library) -> None:
    story = of_sample(library)
    overview = OverviewFigures(story)

    assert [
        (one.letter, one.name, one.title, one.words, one.shared, one.only_here, one.repeats)
        for one in make_article_rows(story)
    ] == [
        (one.letter, one.name, one.title, one.words, one.shared, one.only_here, one.repeats)
        for one in overview.articles
    ]
    assert count_matrix(story.kept) == overview.matrix


def test_the_page_shows_them(library: Library) -> None:
    story = of_sample(library)
    overview = OverviewFigures(story)

    page = parsed(render_report(library, add_sample(library), version="1.2"))

    sources_table, matrix_table, *_ = page.iter(f"{XHTML}table")
    # Between them stand the shared words in quotations, and in own words.
    assert [row[3:5] + row[7:] for row in table_rows(sources_table)] == [
        [
            str(one.words),
            *(f"{share} {share.words}" for share in (one.shared, one.only_here, one.repeats)),
        ]
        for one in overview.articles
    ]
    assert [row[1:] for row in table_rows(matrix_table)] == [
        ["–" if column == row else f"{share} {share.words}" for column, share in enumerate(shares)]
        for row, shares in enumerate(overview.matrix)
    ]
