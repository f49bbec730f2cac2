from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.office.rtf import read_rtf
from storage.article_import.input_format import Document
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE, quickly


def read(body: str, head: str = "") -> ParsedArticle:
    (found,) = read_rtf(Document(made.rtf(body, head)))
    assert isinstance(found, ParsedArticle)
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rf"{OWL}\par {MILL}", f"{OWL}\n\n{MILL}"),
        ("one\\line two\\tab three\\\nfour", "one\ntwo three\n\nfour"),
        (r"\'93caf\'e9\'94 \emdash  10\~\'80", "“café” — 10\u00a0€"),
        (r"\u8364?5 \u-10179?\u-9099? {\uc2\u8220\'93\'93}", "€5 👵 “"),
        (r"\uc0\u233e {\f1\'ef\'ee}\'e9", "ée поé"),
        (r"be{\b l}fry\~\{a\}\_b", "belfry\u00a0{a}-b"),
        (
            r'{\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt the Gazette}}',
            "the Gazette",
        ),
        (r"seen {\v hidden}{\v0 too}", "seen too"),
        (r"seen \v hidden\v0  and \v hidden\plain more", "seen and more"),
        (r"{\pict\bin5 }}{{{}{\header page 1}{\*\unknown x}seen", "seen"),
        (r"{\shp{\*\shpinst{\sp{\sn name}{\sv 1}}{\shptxt boxed\par}}}seen", "boxed\n\nseen"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert read(body).text == text


def test_letters_of_several_bytes_are_decoded_whole() -> None:
    data = rb"{\rtf1\ansi\ansicpg932 \'83A\'83\'8b}"  # the second byte of the first is a letter

    (found,) = read_rtf(Document(data))
    assert isinstance(found, ParsedArticle)
    assert found.text == "アル"


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    found = read(r"The owl {\deleted left\par }{\revised stayed}.")

    assert found.text == "The owl stayed."
    assert found.notice == "has tracked changes, which were read as accepted"


@pytest.mark.parametrize("marked", ["", r"\*"], ids=["as Word", "as LibreOffice"])
def test_notes_stand_at_the_end_by_number(marked: str) -> None:
    note = rf"{{\super\chftn{{{marked}\footnote\pard\plain\chftn  Seen by the verger.}}}}"

    found = read(rf"An owl{note} moved in.\par {MILL}")
    assert found.text == f"An owl[1] moved in.\n\n{MILL}\n\n[1] Seen by the verger."


def test_tables_and_lists() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    rows = row.format("Year", "Owls") + row.format("2026", "1")
    layout = row.format(rf"{OWL}\par {MILL}\par {PARADE}", "Share")
    items = r"\pard{\listtext\'b7\tab}one\par\pard{\pntext 2.\tab}two\par\pard "

    assert (
        read(f"{OWL}\\par {rows}\\pard {MILL}").text == f"{OWL}\n\nYear | Owls\n2026 | 1\n\n{MILL}"
    )
    assert read(layout).text == f"{OWL}\n\n{MILL}\n\n{PARADE}\n\nShare"
    assert read(f"{OWL}\\par {items}{MILL}").text == f"{OWL}\n\n- one\n2. two\n\n{MILL}"


def test_headings_and_what_it_says_of_itself() -> None:
    head = (
        r"{\stylesheet{\s0 Normal;}{\s3\b heading 1;}}"
        r"{\info{\author Nell Harker}{\company Belfry}{\creatim\yr2026\mo3\dy5\hr9\min30}"
        r"{\revtim\yr2026\mo3\dy6\hr0\min0}}"
    )
    found = read(rf"\pard News\par\pard\s3 {made.HEADLINE}\par\pard\s0 {OWL}", head)

    assert found.text == f"News\n\n{made.HEADLINE}\n\n{OWL}"
    assert (found.title, found.author) == (made.HEADLINE, "Nell Harker")
    assert (found.published, found.modified) == ("2026-03-05T09:30:00Z", "2026-03-06")


def test_one_that_breaks_off_is_read_up_to_there() -> None:
    (found,) = read_rtf(Document(made.rtf(rf"{OWL}\par {{\b {MILL}")[:-1]))

    assert isinstance(found, ParsedArticle)
    assert found.text == f"{OWL}\n\n{MILL}"


@quickly
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1))
def test_every_sign_comes_back(text: str) -> None:
    units = text.encode("utf-16-le")
    codes = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    body = "".join(f"\\u{code}?" for code in codes)

    assert read(f"a{body}b").text == f"a{text}b".replace("\u200b", " ")


def test_something_else_is_refused() -> None:
    with pytest.raises(ReadError, match="is damaged or not an RTF document"):
        list(read_rtf(Document(b"An owl has moved in.")))
