from __future__ import annotations

import io
import zipfile

import pytest

from storage import comparable
from storage.comparable import describe_too_long, find_too_long
from storage.comparing import compare_in
from storage.export.citation.formats import BIBTEX, CSL_JSON, RIS
from storage.export.export import ExportOptions, render
from storage.export.formats import FORMATS
from storage.export.selection import select_story
from storage.library import Library
from tests.storage.desk import HONEY, MILL, OWL, annotate, draft, story, unstored

WITH_NOTES = [one for one in FORMATS if one not in (CSL_JSON, BIBTEX, RIS)]


def _unpack(made: str | bytes) -> bytes:
    """Return an export's bytes, of a ZIP those of all files in it."""
    data = made if isinstance(made, bytes) else made.encode()
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


@pytest.fixture(autouse=True)
def fifty_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparable, "MOST_WORDS_COMPARED", 50)


def test_the_longest_are_left_out_until_the_others_fit() -> None:
    lengths = (40, 12, 90, 14, 14)
    articles = [unstored(at, "word " * length) for at, length in enumerate(lengths)]
    assert find_too_long(articles) == (0, 2)
    assert find_too_long([draft(article.text) for article in articles]) == (0, 2)
    assert find_too_long(articles[3:]) == ()
    assert find_too_long([]) == ()


def test_of_equally_long_ones_the_last_is_left_out() -> None:
    assert find_too_long([unstored(at, "word " * 15) for at in range(4)]) == (3,)


def test_words_count_and_not_characters() -> None:
    assert find_too_long([draft("consequently " * 50)]) == ()


def test_a_sentence_names_them() -> None:
    assert describe_too_long(["Archive"]) == (
        "Too long to compare, left out: Archive. The limit is 50 words in all."
    )


class TestStory:
    """The second article has too many words; the first and third share a sentence."""

    @pytest.fixture
    def texts(self) -> tuple[str, ...]:
        return f"{OWL}\n\n{MILL}", f"{OWL} {HONEY} " * 4, OWL

    def test_the_others_are_compared_and_known_when_asked_again(
        self, library: Library, texts: tuple[str, ...]
    ) -> None:
        members = library.articles.get_all(story(library, *texts).articles)

        compared = compare_in(library, members)

        assert {span.article for group in compared.kept.groups for span in group.spans} == {0, 2}
        assert compare_in(library, members, compared) is compared

    @pytest.mark.parametrize(
        "chosen", [one for one in WITH_NOTES if "story" in one.takes and one.name != "graphml"]
    )
    def test_it_goes_out_in_every_format_with_its_text_and_notes(
        self, library: Library, texts: tuple[str, ...], chosen: object
    ) -> None:
        news = story(library, *texts)
        long = library.articles.get(news.articles[1])
        annotate(library, long, HONEY, note="seen twice")

        made = render(library, select_story(library, news), ExportOptions(chosen))  # type: ignore[arg-type]

        assert b"seen twice" in _unpack(made)

    def test_no_share_is_told_of_it(self, library: Library, texts: tuple[str, ...]) -> None:
        made = render(
            library, select_story(library, story(library, *texts)), ExportOptions(FORMATS[0])
        )

        assert isinstance(made, str)
        row = next(line for line in made.splitlines() if line.startswith("| B"))
        assert "–" in row
        assert "%" not in row
