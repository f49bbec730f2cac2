"""The clippings of a Kindle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from storage.annotation_import.import_annotations import ImportResult, import_annotations
from storage.errors import ExchangeError
from storage.library import Library
from storage.models import Annotation, Article
from tests.storage.annotation_import.written_elsewhere import words_at
from tests.storage.desk import HONEY, MILL, OWL, add

HEAD = "Owl moves in (Bell, Anna)"
HIGHLIGHT = (
    "- Your Highlight on page 3 | Location 40-42 | Added on Tuesday, March 3, 2026 9:12:13 PM"
)


def clipping(text: str = "barn owl", about: str = HIGHLIGHT, head: str = HEAD) -> str:
    return f"\ufeff{head}\n{about}\n\n{text}\n==========\n"


def clip(library: Library, *clippings: str) -> ImportResult:
    data = "".join(clippings).replace("\n", "\r\n").encode()
    return import_annotations(library, data, "My Clippings.txt")


def list_notes(library: Library, article: Article) -> Sequence[Annotation]:
    return library.annotations.find_on([article.id])


def test_highlights_stand_at_their_words(library: Library, article: Article) -> None:
    result = clip(library, clipping("barn owl"), clipping(MILL))

    assert (result.left_out, result.notices, result.states) == ([], [], {"exact": 2})
    assert words_at(library, article) == ["barn owl", MILL]
    assert list_notes(library, article)[0].created == "2026-03-03T21:12:13.000Z"


def test_a_second_import_adds_what_is_new(library: Library, article: Article) -> None:
    clip(library, clipping("barn owl"))

    result = clip(library, clipping("barn owl"), clipping("choir"), clipping("barn owl"))

    assert (len(result.added), len(result.there), result.differing) == (1, 1, 0)
    assert words_at(library, article) == ["barn owl", "choir"]


class _Device(NamedTuple):
    """What a Kindle writes in one language."""

    highlight: str
    note: str
    bookmark: str


DEVICES = {
    "English": _Device(
        HIGHLIGHT,
        "- Your Note on page 3 | Location 42 | Added on Tuesday, March 3, 2026 9:13:00 PM",
        "- Your Bookmark on Location 9 | Added on Tuesday, March 3, 2026 9:13:00 PM",
    ),
    "British": _Device(
        "- Your Highlight at location 40-42 | Added on Tuesday, 3 March 2026 21:12:13",
        "- Your Note at location 42 | Added on Tuesday, 3 March 2026 21:13:00",
        "- Your Bookmark at location 9 | Added on Tuesday, 3 March 2026 21:13:00",
    ),
    "old": _Device(
        "- Highlight Loc. 140-42  | Added on Tuesday, March 03, 2026, 09:12 PM",
        "- Note Loc. 142  | Added on Tuesday, March 03, 2026, 09:13 PM",
        "- Bookmark Loc. 9  | Added on Tuesday, March 03, 2026, 09:13 PM",
    ),
    "German": _Device(
        "- Ihre Markierung auf Seite 3 | bei Position 40-42 | Hinzugefügt am Dienstag, 3. März 2026"
        " 21:12:13",
        "- Ihre Notiz bei Position 42 | Hinzugefügt am Dienstag, 3. März 2026 um 21:13:00",
        "- Ihr Lesezeichen bei Position 9 | Hinzugefügt am Dienstag, 3. März 2026 21:13:00",
    ),
    "French": _Device(
        "- Votre surlignement sur la page 3 | emplacement 40-42 | Ajouté le mardi 3 mars 2026"
        " 21:12:13",
        "- Votre note à l’emplacement 42 | Ajouté le mardi 3 mars 2026 à 21:13:00",
        "- Votre signet à l’emplacement 9 | Ajouté le mardi 3 mars 2026 21:13:00",
    ),
    "Spanish": _Device(
        "- Tu subrayado en la página 3 | posición 40-42 | Añadido el martes, 3 de marzo de 2026"
        " 21:12:13",
        "- Tu nota en la posición 42 | Añadido el martes, 3 de marzo de 2026 21:13:00",
        "- Tu marcador en la posición 9 | Añadido el martes, 3 de marzo de 2026 21:13:00",
    ),
    "Italian": _Device(
        "- La tua evidenziazione a pagina 3 | posizione 40-42 | Aggiunto in data martedì 3 marzo"
        " 2026 21:12:13",
        "- La tua nota alla posizione 42 | Aggiunto in data martedì 3 marzo 2026 21:13:00",
        "- Il tuo segnalibro alla posizione 9 | Aggiunto in data martedì 3 marzo 2026 21:13:00",
    ),
    "Portuguese": _Device(
        "- Seu destaque na página 3 | posição 40-42 | Adicionado: terça-feira, 3 de março de 2026"
        " 21:12:13",
        "- Sua nota na posição 42 | Adicionado: terça-feira, 3 de março de 2026 21:13:00",
        "- Seu marcador na posição 9 | Adicionado: terça-feira, 3 de março de 2026 21:13:00",
    ),
    "Dutch": _Device(
        "- Je markering op pagina 3 | locatie 40-42 | Toegevoegd op dinsdag 3 maart 2026 21:12:13",
        "- Je notitie op locatie 42 | Toegevoegd op dinsdag 3 maart 2026 21:13:00",
        "- Je bladwijzer op locatie 9 | Toegevoegd op dinsdag 3 maart 2026 21:13:00",
    ),
    "Japanese": _Device(
        "- 3ページ|位置No. 40-42のハイライト |作成日: 2026年3月3日火曜日 21:12:13",
        "- 3ページ|位置No. 42のメモ |作成日: 2026年3月3日火曜日 21:13:00",
        "- 位置No. 9のブックマーク |作成日: 2026年3月3日火曜日 21:13:00",
    ),
    "Chinese": _Device(
        "- 您在第 3 页（位置 #40-42）的标注 | 添加于 2026年3月3日星期二 下午9:12:13",
        "- 您在位置 #42 的笔记 | 添加于 2026年3月3日星期二 下午9:13:00",
        "- 您在位置 #9 的书签 | 添加于 2026年3月3日星期二 下午9:13:00",
    ),
}


@pytest.mark.parametrize("language", DEVICES)
def test_a_kindle_is_understood_in_its_language(
    library: Library, article: Article, language: str
) -> None:
    device = DEVICES[language]

    result = clip(
        library,
        clipping("barn owl", device.highlight),
        clipping("Is it?", device.note),
        clipping("", device.bookmark),
    )

    (made,) = list_notes(library, article)
    assert words_at(library, article) == ["barn owl"]
    assert made.note == "Is it?"
    assert made.created[:16] == "2026-03-03T21:12"
    assert result.left_out == []
    assert result.notices == ["1 bookmark left out, without words."]


def test_a_note_goes_to_the_highlight_that_ends_at_it(library: Library, article: Article) -> None:
    about = "- Your {} on Location {} | Added on Tuesday, March 3, 2026 9:12:13 PM"

    clip(
        library,
        clipping(OWL, about.format("Highlight", "10-14")),
        clipping("choir", about.format("Highlight", "12-13")),
        clipping("On the choir.", about.format("Note", "13")),
        clipping("On all.", about.format("Note", "14")),
        clipping("mill", about.format("Highlight", "12-13"), "The mill (Bo Dean)"),
    )

    notes = {one.targets[0].anchor.quote: one.note for one in list_notes(library, article)}
    assert notes == {OWL: "On all.", "choir": "On the choir."}


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("Owl moves in (Bell, Anna)", "Owl moves in", "Anna Bell"),
        ("Owl moves in (Anna Bell;Bo Dean)", "Owl moves in", "Anna Bell, Bo Dean"),
        ("Owl moves in (Inconnu(e))", "Owl moves in", None),
        ("Owl moves in (part one)", "Owl moves in (part one)", None),
        ("Owl moves in", "Owl moves in", None),
        ("owl-moves-in", "Owl moves in", None),
    ],
)
def test_the_article_is_found_by_title_and_author(
    library: Library, head: str, title: str, author: str | None
) -> None:
    known = {"author": author} if author else {}
    theirs = add(library, f"{OWL}\n\n{MILL}", title, **known)
    add(library, f"{OWL}\n\n{HONEY}", title, author="Somebody Else")
    if author is None:
        library.articles.delete(library.articles.list_all()[0].id)

    clip(library, clipping("barn owl", head=head))

    assert words_at(library, theirs) == ["barn owl"]


@pytest.mark.usefixtures("article")
def test_what_cannot_be_placed_is_named_and_keeps_nothing_out(library: Library) -> None:
    result = clip(
        library,
        clipping("swans left the pond in the night", head="Swans (Bo Dean)"),
        clipping("Why?", "- Your Note on Location 7 | Added on Tuesday, March 3, 2026 9:12:13 PM"),
        clipping("<You have reached the clipping limit for this item>"),
        clipping(""),
        "A title\nwithout what follows\n==========\n",
        clipping(MILL, head="Another title (Somebody)"),
        clipping("barn owl"),
    )

    assert len(result.added) == 2
    assert sorted(result.left_out) == [
        ("clipping 1 (“Swans”)", "is on “Swans”, which is not in the library"),
        ("clipping 2 (“Owl moves in”)", "is a note without highlighted words"),
        ("clipping 3 (“Owl moves in”)", "is beyond what its publisher lets be copied"),
        ("clipping 4 (“Owl moves in”)", "has no words"),
        ("clipping 5", "does not say what it is in its second line"),
    ]


def test_another_file_is_not_taken_for_clippings(library: Library) -> None:
    with pytest.raises(ExchangeError, match="it has no clippings of a Kindle"):
        import_annotations(library, b"- one\n- two 2\n", "list.txt", "kindle")
    with pytest.raises(ExchangeError, match="not UTF-8"):
        import_annotations(library, clipping("caf\u00e9").encode("latin-1", "ignore"), "a.txt")
