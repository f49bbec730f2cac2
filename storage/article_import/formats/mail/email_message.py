"""Mails and newsletters: the text, or the page where that is the mail, or what was forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from storage.article_import.formats.mail.forwarded_text import find_forwarded
from storage.article_import.formats.mail.mail_parts import (
    decode_part,
    find_body,
    iterate_carried,
    list_attachments,
    read_header,
    read_plain,
    read_sent,
    split_sender,
)
from storage.article_import.formats.mail.web_version import drop_web_version
from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.formats.pages.html import parse_tree
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.wording.joined_words import join_words
from storage.wording.written_dates import read_date

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADERS = re.compile(rb"(?:\d+[ \t]*\n)?((?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\n|\Z))")
_TELLING_HEADERS = (
    re.compile(rb"^From:", re.M | re.I),
    re.compile(rb"^(Date|Message-ID):", re.M | re.I),
)
_APPLE = re.compile(rb"\s*(\d{1,10})[ \t]*\r?\n(?=[!-9;-~]+:)")
"""Before a mail in a file of Apple Mail: how many bytes it has. A property list follows it."""
_FEW = 40
"""Words below which a mail says next to nothing: its text is an excuse for its page, or a word to
go with what is forwarded."""
_RUN = 4
"""Words in a row by which a text and a page are held against each other."""
_SAME = 0.5
"""Share of a page's runs that its text has where it says the same."""
_DEEPEST = 8
"""Mails forwarded in one another."""


def looks_like_mail(data: bytes) -> bool:
    """Tell whether bytes begin with the headers of a mail."""
    headers = _HEADERS.match(take_beginning(data).replace(b"\r\n", b"\n"))
    return headers is not None and all(one.search(headers[1]) for one in _TELLING_HEADERS)


MAIL = InputFormat(
    name="mail",
    called="an email",
    read=lambda document: read_mail(document.data),
    endings=(".eml", ".emlx"),
    content_types=("message/rfc822",),
    looks_like=looks_like_mail,
    articles="email",
)


def read_mail(data: bytes) -> Iterator[ParsedArticle]:
    """Yield the mail with its subject, sender and date, those that are forwarded in it, and pages.

    Where it says next to nothing itself, these alone are yielded. Other attachments are left out,
    with a notice where they are documents.
    `ReadError` where there is no text in any of them.
    """
    import email
    import email.policy

    apple = _APPLE.match(data)
    if apple is not None:
        data = data[apple.end() :][: int(apple[1])]
    message = email.message_from_bytes(data, policy=email.policy.default)
    found = False
    for article in _iterate_articles(message, _DEEPEST):
        found = True
        yield article
    if not found:
        raise ReadError("has no text")


def _iterate_articles(message: EmailMessage, deepest: int) -> Iterator[ParsedArticle]:
    own = _read_own(message)
    carried = list(iterate_carried(message)) if deepest else []
    inner = [found for one in carried for found in _iterate_articles(one, deepest - 1)]
    attached = list_attachments(message)
    inner += filter(_has_article, map(_read_page, attached.pages))
    if attached.documents:
        left_out = f"has attachments that were left out: {', '.join(attached.documents)}"
        own = own._replace(notice=join_words(filter(None, (own.notice, left_out))))
    if own.text.strip() and not (inner and _says_little(own.text)):
        yield own
    yield from inner


def _read_page(part: EmailMessage) -> ParsedArticle:
    """Return what a page says that is attached."""
    tree = parse_html(decode_part(part))
    return parse_tree(tree) if tree.root is not None else ParsedArticle("")


def _has_article(found: ParsedArticle) -> bool:
    return not _says_little(found.text)


def _read_own(message: EmailMessage) -> ParsedArticle:
    """Return what a mail says without those it carries, or what is forwarded within its text."""
    plain, page = (find_body(message, kind) for kind in ("plain", "html"))
    text, notice = drop_web_version(read_plain(plain)) if plain is not None else "", ""
    lines = text
    if page is not None:
        tree = parse_html(decode_part(page))
        of_page = parse_tree(tree) if tree.root is not None else ParsedArticle("")
        if _is_excuse(text, of_page.text):
            text, notice = drop_web_version(of_page.text), of_page.notice
            lines = extract_text(tree.root)
    outlet, name = split_sender(read_header(message, "From"))
    article = ParsedArticle(
        text, read_header(message, "Subject"), outlet, name, read_sent(message), notice=notice
    )
    return _take_forwarded(article, lines)


def _take_forwarded(article: ParsedArticle, lines: str, deepest: int = _DEEPEST) -> ParsedArticle:
    """Return the mail that stands in the text of another one that says next to nothing."""
    forwarded = find_forwarded(lines) if deepest else None
    if forwarded is None or not forwarded.text.strip() or not _says_little(forwarded.before):
        return article
    outlet, name = split_sender(forwarded.sender)
    inner = ParsedArticle(
        drop_web_version(forwarded.text),
        forwarded.subject or article.title,
        outlet,
        name,
        read_date(forwarded.sent).date,
    )
    return _take_forwarded(inner, inner.text, deepest - 1)


def _says_little(text: str) -> bool:
    said, _, _ = text.partition("\n-- \n")  # a signature is long
    return len(said.split()) < _FEW


def _is_excuse(text: str, page: str) -> bool:
    """Tell whether the page is the mail, and the text beside it only says so."""
    said, shown = text.lower().split(), page.lower().split()
    if len(said) < _FEW or not said:
        return len(shown) > len(said)
    if len(shown) < _FEW or 2 * len(shown) < len(said):
        return False  # what was taken for the article of the page may be its foot
    of_text, of_page = (
        {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
        for words in (said, shown)
    )
    return len(of_text & of_page) < _SAME * len(of_page)
