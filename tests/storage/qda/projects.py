"""Projects for the tests: made at random, and written as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from hypothesis import strategies as st

from storage.article_import.input_format import Document
from storage.qda.guids import make_guid
from storage.qda.project import (
    CodedPlace,
    CodedText,
    Memo,
    Project,
    TextSet,
    Value,
    WholeCoding,
)
from storage.qda.qdpx import read_qdpx
from storage.tables.codebook_entry import COLOURS, CodebookEntry

TIME = "2026-03-05T10:30:00.000Z"
LATER = "2026-03-06T11:00:00.250Z"
_SIGNS = "abc XYZ\t\n.,“”'\"<>&]üé\u0301\u200b中文𝕏😀👩‍👧"
_NAMES = [
    "claim",
    "claim/disputed",
    "figure",
    "figure/disputed",
    "genre",
    "genre/report",
    "a & <b>",
]


def texts(least: int = 0, signs: str = _SIGNS) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(signs), min_size=least, max_size=40)


def lines() -> st.SearchStrategy[str]:
    """Notes and memos: what XML can hold, and more than white space."""
    return texts(signs=_SIGNS + "\r").filter(lambda text: not text or bool(text.strip()))


coders = st.sampled_from(["", "Anna", "Böb <x>"])
times = st.sampled_from([TIME, LATER])


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Make projects that a file can hold whole."""
    entries = draw(st.lists(st.sampled_from(_NAMES), unique=True))
    codes = tuple(
        CodebookEntry(
            name,
            definition=draw(st.sampled_from(["", "What is said.", "Two\nlines"])),
            colour=draw(st.sampled_from([None, *COLOURS])),
            is_variable=name in ("genre", "figure") and draw(st.booleans()),
        )
        for name in sorted(entries)
    )
    coded = tuple(
        draw(coded_texts(str(number), entries)) for number in range(draw(st.integers(0, 3)))
    )
    groups = draw(st.lists(st.sampled_from(["One", "Two & more"]), unique=True)) if coded else []
    sets = tuple(
        TextSet(
            make_guid("story", name),
            name,
            tuple(
                draw(
                    st.lists(st.sampled_from([one.guid for one in coded]), min_size=1, unique=True)
                )
            ),
            draw(memos(f"set {name}")),
        )
        for name in groups
    )
    return Project(
        draw(st.sampled_from(["", "Owls & “mills”"])), "Copydesk 1.0", codes, coded, sets
    )


@st.composite
def coded_texts(draw: st.DrawFn, key: str, entries: list[str]) -> CodedText:
    text = draw(texts(1))
    places = []
    for number in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        chosen = draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
        places.append(
            CodedPlace(
                make_guid("target", f"{key} {number}"),
                start,
                end,
                tuple(chosen),
                draw(lines()),
                draw(coders),
                TIME,
                draw(times),
            )
        )
    codings = draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    names = draw(st.lists(st.sampled_from(["Outlet", "genre", "Größe"]), unique=True))
    return CodedText(
        make_guid("article", key),
        draw(texts(1)),
        text,
        tuple(places),
        tuple(WholeCoding(one, draw(coders)) for one in codings),
        draw(memos(f"text {key}")),
        tuple(Value(name, draw(st.sampled_from(["x", "“y” & z"]))) for name in names),
    )


@st.composite
def memos(draw: st.DrawFn, key: str) -> tuple[Memo, ...]:
    writers = draw(st.lists(coders, unique=True))
    written = ((coder, draw(lines())) for coder in writers)
    return tuple(
        Memo(make_guid("memo", f"{key} {coder}"), text, coder, TIME, LATER)
        for coder, text in written
        if text
    )


def pack(
    qde: str, files: Mapping[str, str | bytes] | None = None, name: str = "project.qde"
) -> bytes:
    """Return a project as the ZIP that another program makes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, qde)
        for part, data in (files or {}).items():
            archive.writestr(part, data)
    return file.getvalue()


def read(data: bytes) -> Project:
    return read_qdpx(Document(data))
