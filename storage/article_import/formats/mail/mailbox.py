"""Boxes of mails in one file (mbox), read mail by mail: RFC 4155, and what programs make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from storage.article_import.formats.mail.email_message import looks_like_mail, read_mail
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.files import describe_too_large
from storage.limits import LARGEST_FILE
from storage.wording.terminal_text import shorten

_BEGINS = b"From "
_PARTS = re.compile(rb"From .*(?:\d\d:\d\d|\d{4})")
"""A line between two mails: who sent it, or no more than `-`, and when."""
_HEADER = re.compile(rb"[!-9;-~]+:|>From ")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SUBJECT = re.compile(rb"^Subject:[ \t]*([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_MOZILLA = re.compile(rb"^X-Mozilla-Status:[ \t]*([0-9A-Fa-f]{4})", re.MULTILINE)
_DELETED = 0x0008
"""How Thunderbird marks what it has deleted and not yet taken out of the file."""
_OF_PROGRAM = re.compile(rb"^Subject:[ \t]*DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", re.M)
_LINE = 2**16
_LONG_SUBJECT = 60


def _looks_like_box(data: bytes) -> bool:
    first, _, rest = data.partition(b"\n")
    return first.startswith(_BEGINS) and looks_like_mail(rest)


MAILBOX = InputFormat(
    name="mailbox",
    called="an mbox",
    read=lambda document: read_mailbox(document),
    endings=(".mbox", ".mbx"),
    content_types=("application/mbox",),
    looks_like=_looks_like_box,
    articles="mbox",
    within=("mail", "text"),
    is_read_in_place=True,
)


def read_mailbox(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the mails of a box, those that cannot be read by their subjects.

    What was deleted in it, and what a program keeps there for itself, are none. `ReadError` where
    it is no box.
    """
    with document.open() as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            raise ReadError("is damaged or not an mbox")
        file.seek(0)
        for number, data in enumerate(_split(file), 1):
            heads = data[: data.find(b"\n\n") + 1] if b"\n\n" in data else data[:_LINE]
            if _is_deleted(heads) or _OF_PROGRAM.search(heads):
                continue
            try:
                if len(data) > LARGEST_FILE:
                    raise ReadError(describe_too_large(LARGEST_FILE))
                yield from read_mail(data)
            except ReadError as error:
                yield LeftOut(_name(heads, number), str(error))


def _split(file: BinaryIO) -> Iterator[bytes]:
    """Yield the mails of a box, without the lines that part them; of a huge one only so much.

    A line that begins like one of these parts nothing unless headers follow it.
    """
    lines: list[bytes] = []
    room = LARGEST_FILE
    was_empty = True
    parting = b""
    while line := file.readline(_LINE):
        line = line.replace(b"\r\n", b"\n")
        if parting and _HEADER.match(line):
            if lines:
                yield _join(lines)
            lines, room = [], LARGEST_FILE
        elif parting:
            lines.append(parting)
        parting = line if was_empty and (_PARTS.match(line) or not lines) else b""
        was_empty = line == b"\n"
        if not parting and room >= 0:
            lines.append(line)
            room -= len(line)
    if lines:
        yield _join(lines)


def _join(lines: list[bytes]) -> bytes:
    """Return a mail without the empty line that parts it from the next one."""
    return _QUOTED.sub(rb"\1", b"".join(lines).removesuffix(b"\n"))


def _is_deleted(heads: bytes) -> bool:
    status = _MOZILLA.search(heads)
    return status is not None and int(status[1], 16) & _DELETED != 0


def _name(heads: bytes, number: int) -> str:
    subject = _SUBJECT.search(heads)
    told = subject[1].decode("utf-8", "replace").strip() if subject else ""
    return f"“{shorten(told, _LONG_SUBJECT)}”" if told else f"mail {number}"
