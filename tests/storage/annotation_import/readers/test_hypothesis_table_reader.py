from __future__ import annotations

from storage.annotation_import.import_annotations import import_annotations
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import PAGE, words_at

SIDEBAR_TABLE = f"""\
Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags
2026-03-05 10:30,anna,,{PAGE},Public,Annotation,barn owl,Is it?,"claim,bird"
2026-03-05 10:30,anna,,{PAGE},Public,Highlight,barn owl,,
2026-03-05 10:31,anna,,{PAGE},Public,Page note,,All of it,
2026-03-05 10:32,ben,,{PAGE},Public,Reply,,It is,
"""


def test_rows_become_annotations_each_once(library: Library, article: Article) -> None:
    for _ in range(2):
        result = import_annotations(library, SIDEBAR_TABLE.encode(), "notes.csv")

    assert (result.added, len(result.there), result.differing) == ((), 3, 0)
    assert result.left_out == [
        ("row 4", "is a reply, and a table does not say to what; export as JSON to keep it")
    ]
    found = library.annotations.find_on([article.id])
    first = next(one for one in found if one.tags)
    assert (first.note, set(first.tags)) == ("Is it?", {"claim", "bird"})
    assert first.created == "2026-03-05T10:30:00.000Z"
    assert words_at(library, article)[:2] == ["barn owl", "barn owl"]


def test_older_tables_and_semicolons_are_read(library: Library, article: Article) -> None:
    table = (
        "Creation Date;URL;Group;Annotation/Reply Type;Quote;User;Body;Tags;Page\n"
        f'2026-03-05 10:30;{PAGE};Public;Annotation;"choir; or";anna;Why, then?;;\n'
        f"2026-03-05 10:30;{PAGE};Public;Annotation;the whole choir;anna;Why, then?;;\n"
    )

    result = import_annotations(library, table.encode("utf-8-sig"), "notes.csv")

    assert len(result.added) == 2
    assert "the whole choir" in words_at(library, article)
