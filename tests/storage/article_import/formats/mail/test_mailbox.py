from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.mail import mailbox
from storage.article_import.formats.mail.mailbox import read_mailbox
from storage.article_import.input_format import Document
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.article_import.reader import Reader
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE, quickly


def read(data: bytes) -> list[ParsedArticle | LeftOut]:
    return list(read_mailbox(Document(data)))


def read_texts(data: bytes) -> list[str]:
    return [one.text.rstrip("\n") for one in read(data) if isinstance(one, ParsedArticle)]


def test_one_article_a_mail() -> None:
    found = read(made.mailbox(made.mail(OWL, Subject="Owl"), made.mail(MILL, Subject="Mill")))

    assert [(one.title, one.text.strip()) for one in found if isinstance(one, ParsedArticle)] == [
        ("Owl", OWL),
        ("Mill", MILL),
    ]


def test_a_line_that_begins_like_a_mail_is_text() -> None:
    body = f"{OWL}\n\nFrom the belfry it hunts.\n\nFrom here on it is quiet."

    assert read_texts(made.mailbox(made.mail(body), made.mail(MILL))) == [body, MILL]


def test_lines_that_were_quoted_are_as_they_were() -> None:
    data = made.mailbox(made.mail(f"{OWL}\n\n>From Monday on.\n>>From Tuesday on.\n> From x"))

    assert read_texts(data) == [f"{OWL}\n\nFrom Monday on.\n>From Tuesday on.\n> From x"]


@quickly
@given(
    st.lists(
        st.lists(st.sampled_from([OWL, MILL, "", "From the sea", ">", "Seen: by night"])),
        min_size=1,
    )
)
def test_every_mail_comes_back(bodies: list[list[str]]) -> None:
    texts = ["\n".join([PARADE, *body]) for body in bodies]

    found = read_texts(made.mailbox(*(made.mail(text) for text in texts)))
    assert found == [text.rstrip("\n") for text in texts]


def test_what_cannot_be_read_is_told_by_its_subject() -> None:
    empty = made.mail("", Subject="Nothing")

    assert read(made.mailbox(empty, made.mail(OWL)))[0] == LeftOut("“Nothing”", "has no text")


def test_what_was_deleted_or_is_the_programs_own_is_none() -> None:
    data = made.mailbox(
        made.mail(OWL, X_Mozilla_Status="0009"),
        made.mail(MILL, X_Mozilla_Status="0001"),
        made.mail(PARADE, Subject="DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA"),
    )
    assert read_texts(data) == [MILL]


def test_a_huge_mail_keeps_the_others_not_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "LARGEST_FILE", 2 * 2**20)
    huge = made.mail("owl\n" * 600_000, Subject="Huge")

    first, second = read(made.mailbox(huge, made.mail(OWL)))
    assert first == LeftOut("“Huge”", "is larger than 2 MB")
    assert isinstance(second, ParsedArticle)


def test_something_else_is_refused() -> None:
    with pytest.raises(ReadError, match="is damaged or not an mbox"):
        read(made.mail(OWL))


@pytest.mark.parametrize("name", ["inbox.mbox", "inbox.eml", "Inbox"])
def test_a_box_is_known_by_whatever_name(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(made.mailbox(made.mail(OWL), made.mail(MILL)))

    with Reader() as reader:
        texts = [
            one.article.text.strip() for one in reader.read(str(path)) if one.article is not None
        ]
    assert texts == [OWL, MILL]
