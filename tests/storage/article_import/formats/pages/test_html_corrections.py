from __future__ import annotations

import lxml.html
import pytest

from storage.article_import.formats.pages.html_blocks import list_blocks
from storage.article_import.formats.pages.html_corrections import is_correction
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN


def says_correction(markup: str) -> bool:
    root = lxml.html.document_fromstring(f"<html><body>{markup}</body></html>")
    return any(is_correction(block) for block in list_blocks(root, []))


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The owl is a barn owl, not a tawny owl.",
        "CORRECTION (March 3, 2026): The owl is a barn owl.",
        "This article was amended on 3 March 2026 to say that it is a barn owl.",
        "This story has been corrected to say that it is a barn owl.",
        "An earlier version of this article misstated the kind of the owl.",
        "Editor’s note: The owl has moved out since this was written.",
        "Clarification — The choir was not asked by the owl.",
        "Korrektur: In der Mühle arbeiten zwölf Uhrmacher, nicht zwanzig.",
        "In einer früheren Version dieses Artikels stand, die Eule sei eine Schleiereule.",
        "Dieser Artikel wurde am 3. März korrigiert, weil eine Zahl falsch war.",
        "Anmerkung der Redaktion: Die Eule ist inzwischen ausgezogen.",
        "Rectificatif : la chouette n’est pas une effraie mais une hulotte.",
        "Une version précédente de cet article disait que la chouette dormait.",
        "Cet article a été modifié le 3 mars pour préciser le nombre de chouettes.",
        "Fe de errores: el búho no es una lechuza.",
        "Una versión anterior de este artículo decía que había dos búhos.",
        "Errata corrige: il gufo non è una civetta.",
        "Correção: a coruja não é uma coruja-das-torres.",
        "In een eerdere versie van dit artikel stond dat het een steenuil was.",
        "Rättelse: Ugglan är ingen tornuggla, som det stod först.",
        "Sprostowanie: sowa nie jest płomykówką, jak napisaliśmy.",
    ],
)
def test_corrections_are_told_by_their_words(text: str) -> None:
    assert says_correction(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=article-correction><p>{OWL}</p></div>",
        f"<p class='note erratum'>{OWL}</p>",
        f"<div itemprop=correction>{OWL}</div>",
    ],
)
def test_or_by_the_name_of_what_they_stand_in(markup: str) -> None:
    assert says_correction(markup)


@pytest.mark.parametrize(
    "text",
    [
        *(OWL, MILL, PARADE, BRIDGE, HONEY, VAN),
        "Corrections",
        "Correction: see below",
        "The minister promised a correction of the law by March.",
        "The house of corrections was closed: nobody lives there now.",
        "The updated edition of the book is out; an earlier edition sold well.",
        "Die Korrektur des Gesetzes kommt im März, sagte der Minister.",
    ],
)
def test_other_paragraphs_are_none(text: str) -> None:
    assert not says_correction(f"<p>{text}</p>")
