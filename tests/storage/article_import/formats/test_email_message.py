from __future__ import annotations

import base64

import pytest

from storage.article_import.formats.email_message import read_mail
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL

BODY = "\n\n".join(made.TEXTS)


def test_a_mail_tells_subject_sender_and_date() -> None:
    found = read_mail(made.mail())

    assert found.text == BODY
    assert (found.title, found.outlet, found.author, found.published) == (
        made.HEADLINE,
        "The Belfry Gazette",
        "The Belfry Gazette",
        "2026-03-05T09:30:00Z",
    )


def test_a_sender_without_a_name_is_known_by_the_host() -> None:
    found = read_mail(made.mail(From="nell@gazette.example"))

    assert (found.outlet, found.author) == ("gazette.example", "")


def test_a_page_alone_is_read_as_one() -> None:
    found = read_mail(made.mail(made.page().decode(), "text/html; charset=utf-8"))

    assert OWL in found.text
    assert "<p>" not in found.text
    assert found.title == made.HEADLINE


@pytest.mark.parametrize(
    ("plain", "taken"),
    [(BODY, BODY), ("Your program cannot show pages.", OWL)],
    ids=["text", "excuse"],
)
def test_of_text_and_page_the_text_is_taken_unless_it_is_an_excuse(plain: str, taken: str) -> None:
    page = base64.encodebytes(made.page()).decode()
    body = (
        f"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{page}\r\n--x--\r\n"
    )
    found = read_mail(made.mail(body, "multipart/alternative; boundary=x"))

    assert taken in found.text
    assert "Your program" not in found.text


def test_lines_that_flow_are_joined() -> None:
    body = "A barn owl has moved \r\ninto the belfry.\r\n> quoted \r\n> twice\r\n-- \r\nNell"

    text = read_mail(made.mail(body, "text/plain; charset=utf-8; format=flowed")).text

    assert "A barn owl has moved into the belfry.\n" in text
    assert "\n-- \nNell" in text


@pytest.mark.parametrize("charset", ["nonsense", "utf-8", "rot13"])
def test_an_unknown_encoding_does_no_harm(charset: str) -> None:
    assert MILL in read_mail(made.mail(kind=f"text/plain; charset={charset}")).text


@pytest.mark.parametrize("date", ["someday", "", "Thu, 99 Foo 2026 99:99:99 +9999"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert read_mail(made.mail(Date=date)).published == ""


@pytest.mark.parametrize(
    "data",
    [b"From: a@b.example\n\n", made.mail("", "image/png"), b"\n\n"],
    ids=["head alone", "picture", "nothing"],
)
def test_a_mail_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="has no text"):
        read_mail(data)
