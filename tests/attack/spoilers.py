"""What is done to the bytes of a document, so that it is one no longer."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.attack.words import choose_snippet

Spoiler = Callable[[random.Random, bytes], bytes]


def _flip(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data or b"x")
    for _ in range(chance.choice((1, 3, 30, 300))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lose(chance: random.Random, data: bytes) -> bytes:
    begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:begin] + data[end:]


def _double(chance: random.Random, data: bytes) -> bytes:
    begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[begin:end] * chance.choice((1, 2, 50)) + data[end:]


def _grow_numbers(chance: random.Random, data: bytes) -> bytes:
    number = chance.choice((b"0", b"-1", b"99999999999", b"9" * 5_000, b"4294967296", b"1e999"))
    found = [*re.finditer(rb"\d+", data)]
    for one in sorted(chance.sample(found, min(3, len(found))), key=lambda one: -one.start()):
        data = data[: one.start()] + number + data[one.end() :]
    return data


def _insert(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    put = choose_snippet(chance).encode("utf-8", "surrogatepass")
    return data[:at] + put * chance.choice((1, 1, 2_000)) + data[at:]


def _nest(chance: random.Random, data: bytes) -> bytes:
    found = re.findall(rb"<[a-zA-Z][^<>]{0,80}>|\[|\{|\(|<<", data)
    if not found:
        return data
    one: bytes = chance.choice(found)
    at = data.index(one)
    return data[:at] + one * chance.choice((50, 2_000, 30_000)) + data[at:]


def _add_entities(chance: random.Random, data: bytes) -> bytes:
    entities = b'<!DOCTYPE x [<!ENTITY a "owl ">%s<!ENTITY x SYSTEM "file:///etc/passwd">]>' % (
        b"".join(
            b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"%d" % (n - 1) if n else b"") * 9)
            for n in range(12)
        )
    )
    data = re.sub(rb"(?<=\?>)|(?<=^)", lambda _: entities, data, count=1)
    return data.replace(b"owl", chance.choice((b"&a11;", b"&x;", b"&unknown;", b"&#x110000;")))


def _recode(chance: random.Random, data: bytes) -> bytes:
    text: str = data.decode(chance.choice(("utf-8", "latin-1", "utf-16")), "replace")
    return text.encode(chance.choice(("utf-8", "utf-16", "utf-32", "latin-1", "utf-7")), "replace")


SPOILERS: dict[str, Spoiler] = {
    "bits": _flip,
    "cut": _cut,
    "a part lost": _lose,
    "a part doubled": _double,
    "numbers": _grow_numbers,
    "inserted": _insert,
    "nested": _nest,
    "entities": _add_entities,
    "encoding": _recode,
}
"""What is done to documents."""
