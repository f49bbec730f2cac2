from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.encodings.pages import decode_markup
from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made

TEXT = "Zwölf Eulen – “wach” im Café, sagt die Müllerin"
CYRILLIC = "Мельница у реки сгорела в понедельник, сообщили пожарные. Никто не пострадал."
JAPANESE = "川沿いの製粉所が月曜日に焼けたと消防が発表した。けが人はいなかった。"


def page(text: str, charset: str, encoding: str) -> bytes:
    return f"<html><meta charset={charset}><p>{text}</p></html>".encode(encoding)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "us-ascii", "windows-1251"])
def test_utf_8_that_is_called_something_else_is_read_as_utf_8(charset: str) -> None:
    found = decode_markup(page(TEXT, charset, "utf-8"))

    assert TEXT in found.text
    assert found.notice.endswith("but is UTF-8, and was read as that")


def test_the_server_may_be_wrong_too() -> None:
    assert TEXT in decode_markup(page(TEXT, "utf-8", "utf-8"), "ISO-8859-1").text


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        (TEXT, "cp1252", "Windows-1252"),
        (CYRILLIC, "cp1251", "Windows-1251"),
        (CYRILLIC, "koi8-r", "KOI8-R"),
        (JAPANESE * 2, "cp932", "Shift_JIS"),
    ],
)
def test_what_is_called_utf_8_and_is_not_is_read_as_what_it_surely_is(
    text: str, encoding: str, called: str
) -> None:
    found = decode_markup(page(text, "utf-8", encoding))

    assert text in found.text
    assert found.notice == f"says that it is UTF-8 but is {called}, and was read as that"


POLISH = "Młyn nad rzeką spłonął w poniedziałek, poinformowała straż pożarna. Nikt nie ucierpiał."
GREEK = "Ο μύλος στο ποτάμι κάηκε τη Δευτέρα, ανακοίνωσε η πυροσβεστική. Κανείς δεν τραυματίστηκε."


@pytest.mark.parametrize(
    ("text", "charset", "encoding", "called"),
    [
        (CYRILLIC, "iso-8859-1", "cp1251", "Windows-1251"),
        (CYRILLIC, "koi8-r", "cp1251", "Windows-1251"),
        (CYRILLIC, "windows-1251", "koi8-r", "KOI8-R"),
        (POLISH, "windows-1252", "cp1250", "Windows-1250"),
        (GREEK, "windows-1252", "cp1253", "Windows-1253"),
        (JAPANESE * 2, "shift_jis", "euc-jp", "EUC-JP"),
    ],
)
def test_what_is_called_another_old_encoding_is_read_as_what_it_surely_is(
    text: str, charset: str, encoding: str, called: str
) -> None:
    found = decode_markup(page(text * 2, charset, encoding))

    assert text in found.text
    assert f"but is {called}, and was read as that" in found.notice


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT * 9, "cp1252"),
        (f"{CYRILLIC} {CYRILLIC.upper()} iPhone" * 9, "cp1251"),
        (POLISH * 9, "cp1250"),
        (POLISH * 9, "iso8859-2"),
        (JAPANESE * 9, "euc-jp"),
        ("ÉÉN ÀÂÇÈ où naïve ŒUVRE façade ÇÀ et là, McDonald’s" * 9, "cp1252"),
    ],
)
def test_what_names_its_own_is_left_in_it(text: str, encoding: str) -> None:
    found = decode_markup(page(text, encoding, encoding))

    assert text in found.text
    assert found.notice == ""


def test_of_server_and_page_that_one_counts_which_can_be_right() -> None:
    found = decode_markup(page(CYRILLIC, "windows-1251", "cp1251"), "utf-8")

    assert CYRILLIC in found.text
    assert found.notice == "was sent as UTF-8 but is Windows-1251, and was read as that"


def test_a_byte_that_is_no_utf_8_is_shown_and_counted() -> None:
    found = decode_markup(page(TEXT * 3, "utf-8", "utf-8").replace(b"wach", b"wa\xffch", 1))

    assert "wa�ch" in found.text
    assert TEXT in found.text
    assert found.notice == "has 1 damaged character, shown as �"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-16", "utf-8"),
        ("nonsense", "utf-8"),
    ],
)
def test_what_is_said_rightly_is_not_told(charset: str, encoding: str) -> None:
    found = decode_markup(page(TEXT, charset, encoding))

    assert TEXT in found.text
    assert found.notice == ""


@pytest.mark.parametrize("encoding", ["gb18030", "cp932", "big5", "cp949", "windows-1251"])
def test_an_encoding_that_is_named_is_taken_at_its_word(encoding: str) -> None:
    text = CYRILLIC if encoding == "windows-1251" else "大川"
    found = decode_markup(page(text, encoding, encoding))

    assert text in found.text
    assert found.notice == ""


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "latin-1", "gbk", "rot13", "\0"]))
def test_whatever_it_is_nothing_is_refused(data: bytes, stated: str) -> None:
    assert isinstance(decode_markup(data, stated).text, str)


def test_a_page_tells_how_it_was_read() -> None:
    data = made.page("<meta charset=iso-8859-1>", [TEXT] * 9)

    assert "is UTF-8, and was read as that" in read_page(data).notice
