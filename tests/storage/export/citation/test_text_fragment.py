from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from storage.export.citation.text_fragment import (
    Directive,
    find_directive,
    find_place,
    link_to_quote,
    split_directives,
)
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, thoroughly

Place = tuple[int, int]

PAGE = "https://example.org/owl"

WORDS = st.sampled_from(
    [
        *("owl", "Owl", "owls", "the", "moved,", "well-known", "-", "a,b", "Q&A", "café", "cafe"),
        *("“The", "nest”", "50%", "火曜日", "3,000", "it's", "e\u0301t\u0301", "#:~:text=", "(no)"),
    ]
)
SPACES = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\n", "\n\n", "\n  "])


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    words = draw(st.lists(WORDS, min_size=1, max_size=40))
    text = "".join(word + draw(SPACES) for word in words)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


# A browser, after the draft's "find a range from a text directive".


def parsed(url: str) -> Directive:
    """Read the directive of an address as the draft's grammar says."""
    terms = url.partition(":~:text=")[2].split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else ""
    start, end = (*terms, "")[:2]
    assert len(terms) in (1, 2)
    return Directive(*map(unquote, (prefix, start, end, suffix)))


def browsed(directive: Directive, text: str) -> Place | None:
    """Return what a browser would scroll to, each line of the text being a block."""
    return next(
        (
            whole
            for begun in starts(directive, text)
            if (whole := completed(directive, text, begun))
        ),
        None,
    )


def starts(directive: Directive, text: str) -> Iterator[Place]:
    """Yield where `start` stands, behind `prefix` if there is one."""
    prefix, start, end, suffix = directive
    at, ends = 0, bool(end or not suffix)
    while True:
        match = found(prefix or start, text, at, begins=True, ends=ends and not prefix)
        if match is None:
            return
        at = match[0] + 1
        if prefix:
            begin = past_space(text, match[1])
            match = found(start, text, begin, begins=False, ends=ends)
            if match is None:
                return
            if match[0] != begin:
                continue
        yield match


def completed(directive: Directive, text: str, begun: Place) -> Place | None:
    """Return a place with `end`, and before `suffix`; None if it is not there."""
    end, suffix = directive[2:]
    whole = begun
    while True:
        if end:
            last = found(end, text, whole[1], begins=True, ends=not suffix)
            if last is None:
                return None
            whole = begun[0], last[1]
        if not suffix:
            return whole
        begin = past_space(text, whole[1])
        after = found(suffix, text, begin, begins=False, ends=True)
        if after is not None and after[0] == begin:
            return whole
        if after is None or not end:
            return None


def found(query: str, text: str, at: int, *, begins: bool, ends: bool) -> Place | None:
    edges = {match.start() for match in regex.finditer(r"\b", text, regex.WORD)}
    pattern = r"[^\S\n]+".join(regex.escape(bare(word)) for word in query.split())
    for match in regex.finditer(pattern, bare(text), overlapped=True):
        start, end = match.span()
        bounded = (not begins or start in edges) and (not ends or end in edges)
        if start >= at and bounded:
            return start, end
    return None


def past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFD", sign)[0].lower() for sign in text)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without white space at its ends."""
    quote = text[start:end]
    return start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())


class TestDirective:
    @thoroughly
    @given(places())
    def test_a_browser_finds_the_quote_and_no_other_place(
        self, place: tuple[str, int, int]
    ) -> None:
        text, start, end = place
        url = link_to_quote(PAGE, text, start, end)
        if ":~:" not in url:
            return
        at = browsed(parsed(url), text)

        assert at is not None
        first, last = widened(text, start, end)
        assert at[0] <= first < last <= at[1]
        assert len((text[at[0] : first] + "." + text[last : at[1]]).split()) == 1

    @thoroughly
    @given(st.integers(0, 199), st.integers(1, 120), st.sampled_from([" ", "\n", "\n\n"]))
    def test_of_words_that_are_not_repeated_every_place_is_found(
        self, first: int, count: int, space: str
    ) -> None:
        words = [f"word{number}x" for number in range(200)]
        text = "".join(
            word + (space if index % 9 == 8 else " ") for index, word in enumerate(words)
        )
        start = text.index(words[first])
        last = words[min(first + count, 200) - 1]
        end = text.index(last) + len(last)

        url = link_to_quote(PAGE, text, start, end)

        assert browsed(parsed(url), text) == (start, end)

    @thoroughly
    @given(places())
    def test_no_term_goes_over_the_end_of_a_paragraph(self, place: tuple[str, int, int]) -> None:
        directive = find_directive(*place)
        assert directive is None or not any("\n" in term for term in directive)

    def test_a_short_quote_is_written_out(self) -> None:
        text = f"{MILL} {OWL}"
        start = text.index("paper mill")
        assert link_to_quote(PAGE, text, start, start + 10) == f"{PAGE}#:~:text=paper%20mill"

    def test_part_of_a_word_takes_the_whole_word(self) -> None:
        start = OWL.index("oved into the bel")
        directive = find_directive(OWL, start, start + len("oved into the bel"))
        assert directive == ("", "moved into the belfry", "", "")

    def test_of_a_long_quote_its_beginning_and_its_end_are_looked_for(self) -> None:
        text = " ".join(
            [OWL, MILL, PARADE, BRIDGE, HONEY, "That is all for today, said the editor."]
        )
        end = text.index(" That is all")
        directive = find_directive(text, 0, end)
        assert directive == (
            "",
            "A barn owl has moved into the belfry and",
            "honey harvest since records began.",
            "",
        )

    def test_what_is_cut_begins_and_ends_beside_a_space(self) -> None:
        end = ". for the old mill at the water’s edge."
        assert len(end) < 40 < len(f"a.m{end}")
        text = " ".join([OWL, MILL, PARADE, BRIDGE, f"It left at 3.20 a.m{end}"])
        directive = find_directive(text, 0, len(text))
        assert directive is not None
        assert directive.end == end[2:]

    def test_words_without_spaces_between_them_are_cut_too(self) -> None:
        text = "".join(chr(0x4E00 + number) for number in range(400))
        assert find_directive(text, 0, 400) == ("", text[:40], text[-40:], "")

    def test_of_several_paragraphs_the_ends_are_looked_for(self) -> None:
        text = "One owl.\n\nTwo owls.\n\nThree owls."
        assert str(find_directive(text, 4, len(text) - 6)) == "owl.,Three"

    @pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\u2028", "\u2029"])
    def test_every_sign_that_ends_a_line_ends_a_term(self, mark: str) -> None:
        text = f"One owl.{mark}Two owls.{mark}Three owls."
        assert str(find_directive(text, 4, len(text) - 6)) == "owl.,Three"

    def test_signs_of_the_syntax_are_quoted(self) -> None:
        text = "A well-known Q&A, said 50% of them"
        url = link_to_quote(PAGE, text, 2, 22)
        assert url == f"{PAGE}#:~:text=well%2Dknown%20Q%26A%2C%20said"

    def test_what_stands_twice_is_told_apart_by_what_stands_before_or_after(self) -> None:
        text = "The owl said no. Then the owl said yes. Later THE OWL left."
        second, third = text.index("the owl"), text.index("THE OWL")
        assert str(find_directive(text, second, second + 7)) == "owl%20said%20no.%20Then-,the%20owl"
        assert browsed(parsed(link_to_quote(PAGE, text, third, third + 7)), text) == (
            third,
            third + 7,
        )

    def test_a_paragraph_that_stands_twice_is_told_apart_by_its_neighbours(self) -> None:
        text = "\n\n".join([OWL, "Go on.", MILL, "Go on."])
        start = text.rindex("Go on.")
        directive = find_directive(text, start, len(text))
        assert directive is not None
        assert directive.prefix
        assert browsed(directive, text) == (start, len(text))

    def test_where_nothing_tells_two_places_apart_the_link_leads_to_the_page(self) -> None:
        text = "\n".join(["Go on."] * 40)
        start = len(text) // 14 * 7
        assert link_to_quote(PAGE, text, start, start + 6) == PAGE

    def test_accents_and_case_make_no_difference_to_a_browser(self) -> None:
        text = "The CAFÉ is shut. Every cafe is."
        start = text.index("cafe")
        assert str(find_directive(text, start, start + 4)) == "CAF%C3%89%20is%20shut.%20Every-,cafe"

    def test_white_space_alone_is_nowhere(self) -> None:
        assert link_to_quote(PAGE, "One  two", 3, 5) == PAGE

    @pytest.mark.parametrize(
        ("url", "kept"),
        [
            (PAGE, f"{PAGE}#"),
            (f"{PAGE}#", f"{PAGE}#"),
            (f"{PAGE}#nest", f"{PAGE}#nest"),
            (f"{PAGE}?a=1&b=2#nest", f"{PAGE}?a=1&b=2#nest"),
            (f"{PAGE}#:~:text=old", f"{PAGE}#"),
            (f"{PAGE}#nest:~:text=old&text=older", f"{PAGE}#nest"),
        ],
    )
    def test_a_fragment_stays_and_an_older_directive_goes(self, url: str, kept: str) -> None:
        assert link_to_quote(url, "An owl", 3, 6) == f"{kept}:~:text=owl"

    def test_a_long_article_that_repeats_itself_takes_no_time(self) -> None:
        text = "\n\n".join([" ".join([OWL, MILL] * 10)] * 200)
        middle = text.index("mill", len(text) // 2)
        assert find_directive(text, middle, middle + 4) is None


_TERMS = st.text(min_size=1, max_size=20).map(lambda term: " ".join(term.split())).filter(bool)
_ANY = _TERMS | st.just("")


@thoroughly
@given(st.lists(st.builds(Directive, _ANY, _TERMS, _ANY, _ANY), max_size=3))
def test_directives_are_read_as_they_are_written(directives: list[Directive]) -> None:
    written = "&".join(f"text={one}" for one in directives)

    assert split_directives(f"https://a.example/x?y=1#top:~:{written}") == (
        "https://a.example/x?y=1#top",
        tuple(directives),
    )


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example/x#:~:text=", "https://a.example/x"),
        ("https://a.example/x#:~:text=a-", "https://a.example/x"),
        ("https://a.example/x#:~:text=a,b,c,d,e", "https://a.example/x"),
        ("https://a.example/x#:~:selector(type=CssSelector)", "https://a.example/x"),
    ],
)
def test_what_is_no_text_directive_leads_to_the_page(address: str, plain: str) -> None:
    assert split_directives(address) == (plain, ())


def test_a_line_break_of_the_text_keeps_no_words_from_being_found() -> None:
    directive = Directive("", "reopen in spring as", "", "")
    text = MILL.replace("in spring", "in\nspring")

    assert find_place(directive, text) == find_place(directive, MILL)
