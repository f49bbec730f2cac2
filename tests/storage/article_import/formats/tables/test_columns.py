from __future__ import annotations

import pytest

from storage.article_import.formats.tables.columns import choose_columns, describe_columns
from storage.errors import ReadError


@pytest.mark.parametrize(
    ("names", "told"),
    [
        pytest.param(
            "id publish_date title url language media_name media_url indexed_date text",
            "text=text title=title outlet=media_name published=publish_date url=url",
            id="Media Cloud",
        ),
        pytest.param(
            "authors date_publish description maintext source_domain title title_page url",
            "text=maintext title=title outlet=source_domain author=authors published=date_publish"
            " url=url",
            id="news-please",
        ),
        pytest.param(
            "title plaintext authors publishing_date topics free_access lang publisher",
            "text=plaintext title=title outlet=publisher author=authors published=publishing_date",
            id="fundus",
        ),
        pytest.param("id series date text", "text=text outlet=series published=date", id="passim"),
        pytest.param(
            "source.name author title description url publishedAt content",
            "text=content title=title outlet=source.name author=author published=publishedAt"
            " url=url",
            id="a service",
        ),
        pytest.param(
            "webTitle webUrl webPublicationDate fields.bodyText fields.byline",
            "text=fields.bodyText title=webTitle author=fields.byline published=webPublicationDate"
            " url=webUrl",
            id="another service",
        ),
        pytest.param(
            "Überschrift Datum Zeitung Volltext",
            "text=Volltext title=Überschrift outlet=Zeitung published=Datum",
            id="German",
        ),
        pytest.param(
            "Headline BODY Pub-Date By-line",
            "text=BODY title=Headline author=By-line published=Pub-Date",
            id="as somebody typed it",
        ),
        pytest.param(
            "text citation-key", "text=text citation_key=citation-key", id="a bibliography"
        ),
        pytest.param("id value", "", id="none"),
    ],
)
def test_columns_are_known_by_their_names(names: str, told: str) -> None:
    assert describe_columns(choose_columns(names.split())).replace(",", "") == told


def test_what_is_said_counts_more_and_is_used_once() -> None:
    columns = choose_columns(["text", "body", "title", "when"], "text=Body, date=when,title=text")

    assert columns == {"text": "body", "published": "when", "title": "text"}


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("text=copy", "has no column “copy”, only body, title"),
        ("body", "say its columns as text=NAME,title=NAME, not “body”"),
        ("colour=body", "not “colour=body”"),
        ("text=", "not “text=”"),
    ],
)
def test_what_is_said_wrongly_is_told(said: str, problem: str) -> None:
    with pytest.raises(ReadError) as told:
        choose_columns(["body", "title"], said)

    assert problem in str(told.value)
