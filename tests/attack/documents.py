"""Documents of every format with anything in every field, well-formed or broken in many ways."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.attack.json_values import choose_annotations
from tests.attack.spoilers import SPOILERS
from tests.attack.words import (
    choose_field,
    choose_hostile,
    choose_text,
    encodable,
)
from tests.storage.article_import import made

Builder = Callable[[random.Random], bytes]


class File(NamedTuple):
    """A document and the name of its file."""

    name: str
    data: bytes
    made_as: str
    """Format and spoiling."""


def make_document(chance: random.Random) -> File:
    """Return a document that somebody could send, with a name that may say something else."""
    kind = chance.choice([*BUILDERS])
    build, endings = BUILDERS[kind]
    data = build(chance)
    spoilt = []
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        how = chance.choice([*SPOILERS, "joined"])
        data = SPOILERS.get(how, _join)(chance, data)[:_LARGEST]
        spoilt.append(how)
    ending = chance.choice(chance.choice([endings, _ENDINGS]))
    stem = "article" if chance.random() < 0.7 else choose_hostile(chance)
    stem = re.sub(r"[/\0]", "_", encodable(stem))[:40] or "x"
    return File(f"{stem}{ending}", data, f"{kind}: {', '.join(spoilt) or 'whole'}")


_LARGEST = 3 * 2**20
_ENDINGS = (
    *(".txt", ".md", ".html", ".pdf", ".epub", ".eml", ".rss", ".atom", ".opml", ".json", ".xml"),
    *("", ".docx", ".TXT", ".htm", ".mbox", ".zip", ".gz"),
)


def _build_text(chance: random.Random) -> bytes:
    text = choose_text(chance)
    coding = chance.choice(
        ("utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32", "shift_jis", "utf-7")
    )
    return text.encode(coding, "replace")


def _build_markdown(chance: random.Random) -> bytes:
    names = ("title", "outlet", "author", "date", "url", "source", "tags", "<<", "&a", "*a", "!!x")
    lines = [f"{chance.choice(names)}: {_yaml(chance)}" for _ in range(chance.randrange(8))]
    text = "\n".join(["---", *lines, "---", "", choose_text(chance)])
    return text.encode("utf-8", "replace")


def _yaml(chance: random.Random) -> str:
    field = choose_field(chance)
    deep = "[" * chance.choice((3, 2_000))
    return chance.choice(
        (field, f'"{field}"', f"|\n  {field}", f"[{field}, {field}]", f"{{a: {field}}}", deep)
    ) + chance.choice(("", "", " # x", ' !!python/object/apply:os.system ["true"]'))


def _build_page(chance: random.Random) -> bytes:
    fields = [encodable(choose_field(chance)).replace('"', "'") for _ in range(6)]
    metas = (
        f'<meta property="og:title" content="{fields[0]}">'
        f'<meta name="author" content="{fields[1]}">'
        f'<meta property="og:site_name" content="{fields[2]}"><title>{fields[3]}</title>'
        f'<meta property="article:published_time" content="{fields[4]}">'
        f'<link rel="canonical" href="{fields[5]}">'
        f'<script type="application/ld+json">{_ld(chance)}</script>'
    )
    head = made.HEAD if chance.random() < 0.3 else metas
    if chance.random() < 0.2:
        head += chance.choice(
            (
                '<meta charset="utf-7">',
                '<meta charset="x">',
                '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
                '<base href="http://127.0.0.1/">',
                '<meta http-equiv="Content-Type" content="text/html; charset=utf-16">',
            )
        )
    paragraphs = encodable(choose_text(chance)).split("\n\n")
    deep = chance.choice((0, 0, 0, 300, 20_000))
    if deep:
        tag = chance.choice(("div", "b", "table><tr><td", "ul><li", "blockquote"))
        paragraphs.insert(0, f"<{tag}>" * deep)
    return made.page(head, paragraphs)


def _ld(chance: random.Random) -> str:
    value = encodable(choose_field(chance)).replace("\\", "").replace('"', "'")
    return chance.choice(
        (
            f'{{"@type": "NewsArticle", "headline": "{value}", "author": {{"name": "{value}"}}}}',
            f'{{"@graph": [{{"@type": ["NewsArticle", 1], "datePublished": "{value}"}}]}}',
            '{"@type": "NewsArticle", "author": [[[null]], 1e999, {"name": {}}]}',
            "[" * 5_000,
            value,
        )
    )


def _build_pdf(chance: random.Random) -> bytes:
    pages = []
    for _ in range(chance.choice((1, 1, 2, 5))):
        lines = choose_text(chance).replace("\r", "\n").split("\n")
        pages.append([line.encode("cp1252", "ignore").decode("cp1252")[:300] for line in lines])
    title, author, created = (
        choose_field(chance).encode("cp1252", "ignore").decode("cp1252") for _ in range(3)
    )
    extra = chance.choice(
        ("", "/Encrypt << /Filter /Standard /V 1 >>", "/Prev 9", "/XRefStm 3", "/Prev 0")
    )
    return made.pdf(*pages, title=title, author=author, created=created, extra=extra)


def _build_book(chance: random.Random) -> bytes:
    chapters = [
        "".join(f"<p>{one}</p>" for one in encodable(choose_text(chance)).split("\n\n"))
        for _ in range(chance.randrange(1, 5))
    ]
    parts: dict[str, bytes | str] = {**made.epub_parts(*chapters)}
    name = chance.choice([*parts])
    spoil = chance.random()
    if spoil < 0.15:
        del parts[name]
    elif spoil < 0.3:
        parts[name] = b"\0" * chance.choice((0, 10, 30_000_000))
    elif spoil < 0.5:
        parts[name] = SPOILERS[chance.choice([*SPOILERS])](chance, str(parts[name]).encode())
    elif spoil < 0.6:
        parts[chance.choice(("../../x", "/etc/x", "META-INF/encryption.xml", "a" * 300))] = "x"
    elif spoil < 0.7:
        parts = {key: _swap(chance, value) for key, value in parts.items()}
    return made.archive(parts)


def _swap(chance: random.Random, value: bytes | str) -> bytes | str:
    """Put something else in place of some value."""
    if isinstance(value, bytes) or chance.random() < 0.6:
        return value
    field = encodable(choose_field(chance))
    return re.sub(r"(?<=>)[^<]{3,}(?=<)|(?<=\")[^\"]{3,}(?=\")", lambda _: field, value, count=2)


def _build_mail(chance: random.Random) -> bytes:
    heads = {
        name: encodable(choose_field(chance)).replace("\n", " ").replace("\r", " ")
        for name in ("Subject", "From", "Date", "Message_ID", "Content_Transfer_Encoding")
        if chance.random() < 0.5
    }
    text = encodable(choose_text(chance))
    kind = chance.choice(
        ("text/plain; charset=utf-8", "text/html", "text/plain; charset=x-unknown", "text/", "x/y")
    )
    if chance.random() < 0.4:
        parts = [
            f"--x\r\nContent-Type: {one}\r\nContent-Disposition: {chance.choice(_DISPOSITIONS)}"
            f"\r\n\r\n{text}\r\n"
            for one in (kind, "text/html", "message/rfc822", "multipart/mixed; boundary=x")
        ]
        times = chance.choice((1, 1, 1, 300))
        return made.mail(
            "".join(parts) * times + "--x--\r\n", "multipart/mixed; boundary=x", **heads
        )
    return made.mail(text, kind, **heads)


_DISPOSITIONS = ("inline", "attachment; filename=../../x", "x" * 100, 'attachment; filename*="\'"')


def _build_feed(chance: random.Random) -> bytes:
    items = []
    for _ in range(chance.choice((0, 1, 3, 40))):
        fields = [encodable(choose_field(chance)) for _ in range(3)]
        text = encodable(choose_text(chance))
        more = chance.choice(
            (
                f"<description>{text}</description>",
                f"<content:encoded><![CDATA[{text}]]></content:encoded>",
                "",
                f"<author>{fields[0]}</author><guid>{fields[1]}</guid>",
            )
        )
        items.append(made.item(fields[0], fields[1], fields[2], more))
    return chance.choice(
        (made.rss(*items, title=encodable(choose_field(chance))), made.ATOM, made.BOMB, made.OPML)
    )


def _build_annotations(chance: random.Random) -> bytes:
    return choose_annotations(chance)


BUILDERS: dict[str, tuple[Builder, Sequence[str]]] = {
    "text": (_build_text, (".txt",)),
    "Markdown": (_build_markdown, (".md", ".markdown")),
    "page": (_build_page, (".html", ".htm")),
    "PDF": (_build_pdf, (".pdf",)),
    "book": (_build_book, (".epub",)),
    "mail": (_build_mail, (".eml",)),
    "feed": (_build_feed, (".rss", ".atom", ".xml", ".opml")),
    "annotations": (_build_annotations, (".json", ".jsonld")),
}


def _join(chance: random.Random, data: bytes) -> bytes:
    other = BUILDERS[chance.choice([*BUILDERS])][0](chance)
    return chance.choice((data + other, other + data, other[: len(other) // 2] + data))
