"""Import, given what nobody would send: at worst a sentence, and then nothing has changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from storage.annotation_import.annotation_formats import list_formats
from storage.annotation_import.import_annotations import import_annotations
from storage.errors import CopydeskError
from storage.export import selection
from storage.export.interchange.formats import HYPOTHESIS, JSONLD
from storage.export.interchange.identifiers import make_article_urn
from storage.library import Library
from tests.budget import examples
from tests.storage.annotation_import.readers.test_kindle_reader import clipping
from tests.storage.annotation_import.readers.test_readwise_reader import highlight, table
from tests.storage.annotation_import.readers.test_zotero_note_reader import HTML, MARKDOWN
from tests.storage.annotation_import.readers.test_zotero_reader import (
    annotation,
    exported,
    parents,
)
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    document,
    quote_selector,
    row,
    rows,
    web_annotation,
)
from tests.storage.desk import BRIDGE, MILL, OWL, add, annotate, target

REFINED = {
    "source": PAGE,
    "selector": {"type": "FragmentSelector", "value": "p=1", "refinedBy": quote_selector("owl")},
}
DIRECTED = f"{PAGE}#:~:text=A-,barn,belfry&text=choir"

Shelf = Callable[[], AbstractContextManager[Library]]

fuzzing = examples(40, HealthCheck.function_scoped_fixture)

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**400, -1, 2**63, 2**53, 1e308, 0.5]),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["\ud800", "\0", "x" * 5000, "9999-12-31T23:59:59-23:59", "a,b", "#", PAGE]),
)
_NAMES = st.sampled_from(
    "type id @context items rows target source selector exact start end body value purpose"
    " motivation tags text uri references created canonical first next user document refinedBy"
    " annotations attachments data key parentItem annotationType annotationText creators".split()
)
ANY_JSON = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_NAMES | st.text(max_size=5), inner)
    ),
    max_leaves=25,
)


def filled(library: Library) -> None:
    first = add(library, f"{OWL}\n\n{MILL}", "Owl moves in", url=PAGE)
    second = add(library, f"{BRIDGE}\n\n{OWL}")
    library.annotations.create([target(first, OWL), target(second, OWL)], "Same words", ["claim"])
    annotate(library, first, "paper mill", "Which?", "place/mill", "to check")
    library.stories.create("Owls", [first.id, second.id])


@pytest.fixture(scope="session")
def valid(shelf: Shelf) -> list[Any]:
    """Return well-formed documents of both formats, ours and others'."""
    with shelf() as library:
        filled(library)
        chosen = selection.select_story(library, library.stories.find("Owls"))
        reply = row("reply", references=["s3jkEGJKTFqBt3NrCF7BUg"], text="No.")
        return [
            document(library, chosen, JSONLD),
            document(library, chosen, HYPOTHESIS),
            rows(row(), reply, row("page", target=[{"source": PAGE}])),
            [web_annotation("barn owl"), web_annotation("choir", target=PAGE)],
            [web_annotation("barn owl", target=REFINED), web_annotation("x", target=DIRECTED)],
            [*parents(), annotation(), annotation("choir", "NOTE2345")],
            exported(annotation()),
        ]


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where every part of a document is."""
    if path:
        yield path
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, one in inner:
            yield from paths(one, (*path, name))


def changed(document: Any, path: tuple[Any, ...], value: Any, *, gone: bool) -> Any:
    found = document = copy.deepcopy(document)
    for name in path[:-1]:
        found = found[name]
    if gone:
        del found[path[-1]]
    else:
        found[path[-1]] = value
    return document


def state(library: Library) -> Any:
    return library.annotations.list_all(), library.tags.list_all(), library.articles.list_all()


def try_in(shelf: Shelf, data: bytes, kind: Any = None) -> None:
    """Import; where that is refused, nothing has changed, and undo has nothing to take back."""
    with shelf() as library:
        filled(library)
        library.undo_log.undo()
        before = state(library)
        refusal = ""
        try:
            import_annotations(library, data, "notes.json", kind)
        except CopydeskError as error:
            refusal = str(error)
        if refusal:
            assert refusal.startswith("Cannot import notes.json: ")
            assert "\n" not in refusal
            assert state(library) == before
        elif library.undo_log.undo() == "annotations imported":
            assert state(library)[0] == before[0]


@fuzzing
@given(value=ANY_JSON, kind=st.sampled_from([None, *(one.name for one in list_formats())]))
def test_any_json(shelf: Shelf, value: Any, kind: Any) -> None:
    try_in(shelf, json.dumps(value).encode(), kind)


@fuzzing
@given(data=st.data())
def test_a_document_with_parts_exchanged(shelf: Shelf, valid: list[Any], data: Any) -> None:
    spoilt = data.draw(st.sampled_from(range(len(valid))).map(valid.__getitem__))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(paths(spoilt)) or [()]))
        if path:
            spoilt = changed(spoilt, path, data.draw(ANY_JSON), gone=data.draw(st.booleans()))
    try_in(shelf, json.dumps(spoilt).encode())


@fuzzing
@given(data=st.data())
def test_a_document_with_bytes_exchanged(shelf: Shelf, valid: list[Any], data: Any) -> None:
    raw = json.dumps(data.draw(st.sampled_from(range(len(valid))).map(valid.__getitem__))).encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 60)))
    put = data.draw(st.binary(max_size=6) | st.sampled_from([b"NaN", b"\\ud83d", b"[" * 40]))
    try_in(shelf, raw[:start] + put + raw[end:])


@fuzzing
@given(data=st.data(), kind=st.sampled_from([None, "kindle", "readwise", "zotero-note"]))
def test_a_list_of_highlights_with_bytes_exchanged(shelf: Shelf, data: Any, kind: Any) -> None:
    clippings = "".join([clipping("barn owl"), clipping("Is it?", "- Your Note on page 4 | x")])
    lists = [clippings.encode(), table(highlight(), highlight('"choir",\n', Note="Which?"))]
    lists += [MARKDOWN.encode(), HTML.encode()]
    raw = data.draw(st.sampled_from(range(len(lists))).map(lists.__getitem__))
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 60)))
    put = data.draw(st.binary(max_size=6) | st.sampled_from([b'"', b"==========\n", b"\0", b"("]))
    try_in(shelf, raw[:start] + put + raw[end:], kind)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xef\xbb\xbf ", id="mark alone"),
        pytest.param(b'{"rows": [{"id": "x", "uri": "htt', id="truncated"),
        pytest.param(b"\xff\xfe{\0}\0", id="UTF-16"),
        pytest.param(b'{"rows": "\xe4"}', id="Latin-1"),
        pytest.param(b"<html></html>", id="page"),
        pytest.param(b'{"rows": NaN}', id="NaN"),
        pytest.param(b'{"rows": -Infinity}', id="infinity"),
        pytest.param(b"[" * 100_000, id="deep, open"),
        pytest.param(b"[" * 100_000 + b"]" * 100_000, id="deep"),
        pytest.param(b'{"rows":' * 400 + b"1" + b"}" * 400, id="deep objects"),
        pytest.param(b'{"rows": [' + b"1" * 5000 + b"]}", id="digits"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[]", id="empty list"),
        pytest.param(b'{"rows": [{"uri": "\\ud800"}]}', id="surrogate"),
        pytest.param(b'{"type": "AnnotationPage", "items": [null]}', id="null for one"),
        pytest.param(b'"' + b"x" * 50 * 2**20 + b'"', id="50 MB"),
    ],
)
def test_what_is_malformed_is_told_in_a_sentence(shelf: Shelf, data: bytes) -> None:
    with shelf() as library, pytest.raises(CopydeskError, match=r"^Cannot import notes\.json: "):
        import_annotations(library, data, "notes.json")


def test_a_quote_of_megabytes_is_an_orphan(shelf: Shelf) -> None:
    long = "barn owl " * 200_000
    with shelf() as library:
        article = add(library, OWL, url=PAGE)
        own = {"source": make_article_urn(article.id), "selector": []}
        quote = {"type": "TextQuoteSelector", "exact": long}
        position = {"type": "TextPositionSelector", "start": 0, "end": len(long)}
        given_ones = [
            web_annotation(target={"source": PAGE, "selector": quote}),
            web_annotation(id="urn:x:own", target=own | {"selector": [quote, position]}),
        ]

        brought = import_annotations(library, json.dumps(given_ones).encode(), "notes.json")

        assert brought.states == {"orphan": 2}
