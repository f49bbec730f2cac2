from __future__ import annotations

import base64

import pytest

from storage.article_import.formats.mail import email_message
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE

BODY = "\n\n".join(made.TEXTS)


def read_mail(data: bytes) -> ParsedArticle:
    (found,) = email_message.read_mail(data)
    return found


def multipart(*parts: tuple[str, str], kind: str = "mixed", mark: str = "x") -> bytes:
    """Make a mail of parts, each a content type and what it holds."""
    body = "".join(f"--{mark}\r\nContent-Type: {of}\r\n\r\n{text}\r\n" for of, text in parts)
    multiple = f"multipart/{kind}; boundary={mark}"
    return made.mail(f"{body}--{mark}--\r\n", multiple, Subject="Fwd: read this")


PLAIN = "text/plain; charset=utf-8"


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


EXCUSE = (
    "Hello reader, this letter is made for programs that show pages, which yours is not, or you"
    " have turned that off. To see what is in it please go to the address below with any browser"
    " that you like. You get it because you asked for it some time ago, and can stop"
    " it whenever you want."
)


@pytest.mark.parametrize(
    ("plain", "is_page"),
    [(EXCUSE, True), (f"{BODY}\n\n{EXCUSE}", False), (f"{OWL} {EXCUSE}", True), (BODY, False)],
    ids=["long excuse", "text with a foot", "beginning and excuse", "text"],
)
def test_a_text_that_says_something_else_than_its_page_is_an_excuse(
    plain: str, is_page: bool
) -> None:
    data = multipart(
        (PLAIN, plain), ("text/html; charset=utf-8", made.page().decode()), kind="alternative"
    )
    found = read_mail(data)

    assert made.TEXTS[-1] in found.text
    assert ("Hello reader" in found.text) == (EXCUSE in plain and not is_page)


class TestForwardedAsAttachment:
    CARRIED = made.mail(Subject="Owl moves in").decode()

    def test_it_is_the_article_where_the_mail_says_next_to_nothing(self) -> None:
        found = read_mail(
            multipart((PLAIN, "fyi\r\n-- \r\n" + EXCUSE), ("message/rfc822", self.CARRIED))
        )

        assert found.text.strip() == BODY
        assert (found.title, found.outlet) == ("Owl moves in", "The Belfry Gazette")
        assert found.published == "2026-03-05T09:30:00Z"

    def test_a_mail_that_says_something_is_one_too(self) -> None:
        data = multipart((PLAIN, EXCUSE), ("message/rfc822", self.CARRIED))

        assert [found.title for found in email_message.read_mail(data)] == [
            "Fwd: read this",
            "Owl moves in",
        ]

    def test_several_and_those_in_one_another_are_read(self) -> None:
        inner = multipart((PLAIN, "see below"), ("message/rfc822", self.CARRIED), mark="y")
        other = made.mail(MILL, Subject="Mill opens").decode()
        data = multipart(
            (PLAIN, "two"), ("message/rfc822", inner.decode()), ("message/rfc822", other)
        )
        assert [found.title for found in email_message.read_mail(data)] == [
            "Owl moves in",
            "Mill opens",
        ]


def attached(kind: str, name: str, body: str, said: str = "See below.") -> bytes:
    part = f'{kind}\r\nContent-Disposition: attachment; filename="{name}"'
    return multipart((PLAIN, said), (part, body))


def test_an_attached_page_is_an_article_beside_the_mail_or_alone() -> None:
    page = made.page().decode()

    alone = list(email_message.read_mail(attached("text/html; charset=utf-8", "a.html", page)))
    beside = list(email_message.read_mail(attached("text/html", "a.html", page, said=BODY)))

    assert [one.title for one in alone] == [made.HEADLINE]
    assert OWL in alone[0].text
    assert [one.title for one in beside] == ["Fwd: read this", made.HEADLINE]


def test_documents_that_are_attached_are_named() -> None:
    found = read_mail(attached("application/pdf", "Owl, final.pdf", "x", said=BODY))

    assert found.notice == "has attachments that were left out: Owl, final.pdf"
    assert read_mail(attached("image/png", "owl.png", "x", said=BODY)).notice == ""


class TestForwardedInTheText:
    GMAIL = (
        "fyi\n\n---------- Forwarded message ---------\n"
        "From: The Mill Post <news@mill.example>\nDate: Mon, Mar 2, 2026 at 9:30 AM\n"
        f"Subject: Mill opens\nTo: <me@example.org>\n\n\n{MILL}\n\n{OWL}\n"
    )
    OUTLOOK = (
        "________________________________\nVon: The Mill Post <news@mill.example>\n"
        "Gesendet: Montag, 2. März 2026 09:30\nAn: me@example.org;\n other@example.org\n"
        f"Betreff: Mill opens\n\n{MILL}\n\n{OWL}\n"
    )
    APPLE = (
        "Begin forwarded message:\n\n> From: The Mill Post <news@mill.example>\n> Subject: Mill"
        " opens\n> Date: 2 March 2026 at 09:30:00 GMT\n> To: me@example.org\n> \n"
        f"> {MILL}\n> \n> {OWL}\n"
    )

    APPLE_BOLD = (
        "> Begin forwarded message:\n> \n> *From: *The Mill Post <news@mill.example>\n> *Subject:"
        " **Mill opens*\n> *Date: *2 March 2026 at 09:30:00 GMT\n> *To: *me@example.org\n> \n"
        f"> {MILL}\n> \n> {OWL}\n"
    )
    POLISH = (
        "-----Original Message-----\nOd: The Mill Post <news@mill.example>\n"
        "Wysłano: poniedziałek, 2 marca 2026 09:30\nDo: me@example.org\nTemat: Mill opens\n\n"
        f"{MILL}\n\n{OWL}\n"
    )
    JAPANESE = (
        "差出人: The Mill Post <news@mill.example>\n送信日時: 2026年3月2日 月曜日 9:30\n"
        f"宛先: me@example.org\n件名: Mill opens\n\n{MILL}\n\n{OWL}\n"
    )

    @pytest.mark.parametrize(
        "text",
        [GMAIL, OUTLOOK, APPLE, APPLE_BOLD, POLISH, JAPANESE],
        ids=["Gmail", "Outlook", "Apple", "Apple, bold", "Polish", "Japanese"],
    )
    def test_it_is_the_article_where_the_mail_says_next_to_nothing(self, text: str) -> None:
        found = read_mail(made.mail(text, Subject="Fwd: Mill opens"))

        assert found.text.strip() == f"{MILL}\n\n{OWL}"
        assert (found.title, found.outlet) == ("Mill opens", "The Mill Post")
        assert found.published == "2026-03-02T09:30:00Z"

    @pytest.mark.parametrize(
        ("sender", "outlet"),
        [
            ("The Mill Post", "The Mill Post"),
            ("The Mill Post [mailto:news@mill.example]", "The Mill Post"),
            ("Post, The Mill <news@mill.example>", "Post, The Mill"),
            ('"The Mill Post" <news@mill.example>', "The Mill Post"),
            ("news@mill.example", "mill.example"),
            ("<news@mill.example>", "mill.example"),
            ("'Ash, Tom' [tom@mill.example]", "Ash, Tom"),
            ("Tom Ash (tom@mill.example)", "Tom Ash"),
            ("[mailto:news@mill.example]", "mill.example"),
        ],
    )
    def test_senders_as_programs_write_them(self, sender: str, outlet: str) -> None:
        text = self.GMAIL.replace("The Mill Post <news@mill.example>", sender)

        assert read_mail(made.mail(text)).outlet == outlet

    def test_within_a_page(self) -> None:
        head = (
            "<b>From:</b> The Mill Post &lt;news@mill.example&gt;<br><b>Sent:</b> 2 March 2026<br>"
        )
        page = f"<div>fyi</div><hr><p>{head}<b>Subject:</b> Mill opens</p><p>{MILL}</p><p>{OWL}</p>"

        found = read_mail(
            made.mail(f"<html><body>{page}</body></html>", "text/html; charset=utf-8")
        )
        assert (found.title, found.published) == ("Mill opens", "2026-03-02")
        assert found.text == f"{MILL}\n\n{OWL}"

    def test_a_mail_that_says_something_stays_whole(self) -> None:
        found = read_mail(made.mail(f"{EXCUSE}\n\n{self.GMAIL}"))

        assert found.title == made.HEADLINE
        assert EXCUSE in found.text
        assert MILL in found.text

    @pytest.mark.parametrize(
        "text",
        [
            f"From: the belfry\n\n{OWL}",
            f"Date: today\nSubject: owls\n\n{OWL}",
            f"From:\nDate: x\n{OWL}",
        ],
    )
    def test_lines_that_are_no_headers_are_text(self, text: str) -> None:
        assert read_mail(made.mail(text)).text == text


class TestLinesThatLeadToThePage:
    @pytest.mark.parametrize(
        "line",
        [
            "View this email in your browser (https://news.example/view?u=1)",
            "Web version: https://news.example/view",
            "Having trouble reading this? Open it in your browser\nhttps://news.example/view",
            "Wird dieser Newsletter nicht korrekt dargestellt? <https://news.example/view>",
            "Voir cet e-mail dans votre navigateur\n\n<https://news.example/view>",
        ],
    )
    def test_they_are_left_out_at_the_top(self, line: str) -> None:
        assert read_mail(made.mail(f"{line}\n\n{BODY}")).text.strip() == BODY

    @pytest.mark.parametrize(
        "line",
        [
            f"Open data: what the browser makers say. {OWL} {PARADE}",
            "Read more in the library.",
            "https://news.example/view",
        ],
    )
    def test_prose_is_kept(self, line: str) -> None:
        assert line in read_mail(made.mail(f"{line}\n\n{BODY}")).text

    def test_they_are_kept_where_nothing_else_is_there(self) -> None:
        assert "browser" in read_mail(made.mail("View this in your browser")).text


def test_a_file_of_apple_mail() -> None:
    mail = made.mail(OWL)
    data = f"{len(mail)}      \n".encode() + mail + b"<?xml version='1.0'?><plist></plist>"

    assert read_mail(data).text == OWL
    assert email_message.looks_like_mail(data)
