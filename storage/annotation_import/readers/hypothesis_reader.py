"""Reading the JSON of Hypothesis: what its API finds, in full or its rows, and what it exports.

Replies are no annotations of a text: each is put below the note of what it answers, with the name
of who wrote it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    LeftOutError,
    Mention,
    clean_tags_and_note,
    make_id,
    name_annotation,
    read_times,
)
from storage.article_import.services.json_document import Part
from storage.export.interchange.hypothesis import USER
from storage.export.interchange.identifiers import parse_article_id

_ROWS = ("rows", "annotations")
"""Where the annotations are: in what the API finds, in what the sidebar exports."""


_PARTS_OF_ROW = ("target", "text", "tags", "user", "group")


class _Reply(NamedTuple):
    """An answer to an annotation, or to another answer."""

    name: str
    root: str
    """The own id of the annotation at the beginning of the thread."""
    created: str
    text: str
    """As it goes into the note."""


def _is_hypothesis(file: AnnotationFile) -> bool:
    """Tell whether a file looks like one of Hypothesis, well-formed or not."""
    if not file.is_like_json:
        return False
    document = file.document
    if document.is_object:
        rows = document.get(*_ROWS)
        if rows is None:
            return _is_row(document)
        return not rows.is_list or not rows.value or any(map(_is_row, rows.each()))
    return any(map(_is_row, document.each()))


def _is_row(part: Part) -> bool:
    """Tell whether it is a row; what agencies write has a `uri` too, of an article."""
    if not part.is_object or part.get("uri") is None:
        return False
    return part.get(*_PARTS_OF_ROW) is not None


def _read(file: AnnotationFile) -> IncomingDocument:
    return read_rows(file.document)


def read_rows(document: Part) -> IncomingDocument:
    """Read annotations of the API; `ExchangeError`, in words after a name, for malformed ones."""
    received = IncomingDocument()
    by_own_id: dict[str, int] = {}
    replies: list[_Reply] = []
    for number, row in enumerate(_list_rows(document), 1):
        own = row.id_of("id")
        name = name_annotation(number, own)
        part = row.rename(name)
        with received.leaving_out(name):
            references = part.texts("references")
            if references:
                replies.append(_read_reply(part, name, references[0]))
                continue
            received.annotations.append(_read_annotation(part, name, own))
            by_own_id[own] = len(received.annotations) - 1
    for reply in sorted(replies, key=lambda reply: reply.created):
        at = by_own_id.get(reply.root)
        if at is None:
            said = f"replies to {reply.root}, which is not in the file"
            received.left_out.append((reply.name, said))
        else:
            received.annotations[at] = _append_reply(received.annotations[at], reply)
    if replies:
        received.notices.append("Replies are added to the notes they answer, signed.")
    return received


def _list_rows(document: Part) -> list[Part]:
    if document.is_list:
        return list(document.each())
    rows = document.get(*_ROWS)
    if rows is None:
        document.need("uri")
        return [document]
    if not rows.is_list:
        raise rows.fault("is not a list")
    # Where they were asked for separately, replies are a list of their own.
    return [*rows.each(), *document.members("replies")]


def _read_annotation(part: Part, name: str, own: str) -> IncomingAnnotation:
    address = part.need("uri").text()
    title = next(iter(_read_titles(part)), "")
    mentions = [_read_mention(target, address, title) for target in part.members("target")]
    tags, note = clean_tags_and_note(part.texts("tags"), [part.text_of("text")])
    created, updated = read_times(part.get("created"), part.get("updated"))
    return IncomingAnnotation(
        make_id(part, own),
        name,
        tuple(mentions) or (Mention(address, parse_article_id(address), title),),
        tags,
        note,
        created,
        updated,
        _read_author(part),
    )


def _read_titles(part: Part) -> list[str]:
    about = part.get("document")
    return about.texts("title") if about is not None and about.is_object else []


def _read_mention(target: Part, address: str, title: str) -> Mention:
    source = target.text_of("source") or address
    # The title is that of the page; another source may be another page.
    found = Mention(
        source, parse_article_id(source), title if source == address else "", in_utf16=True
    )
    kinds = []
    for selector in target.members("selector"):
        kind = selector.text_of("type")
        kinds.append(kind)
        if kind == "TextQuoteSelector":
            found = found._replace(
                quote=selector.need("exact").text(),
                prefix=selector.text_of("prefix"),
                suffix=selector.text_of("suffix"),
            )
        elif kind == "TextPositionSelector":
            start, end = (selector.need(side).offset() for side in ("start", "end"))
            if end < start:
                raise selector.fault("ends before it starts")
            found = found._replace(start=start, end=end)
    if kinds and not found.quote:
        raise LeftOutError(f"has a {', '.join(kinds)} but no quote")
    return found._replace(start=found.start if found.quote else None)


def _read_author(part: Part) -> str:
    about = part.get("user_info")
    shown = about.text_of("display_name") if about is not None and about.is_object else ""
    user = part.text_of("user")
    # Our own exports name no account.
    account = "" if user == USER else user.removeprefix("acct:").partition("@")[0]
    return " ".join((shown or account).split())


def _read_reply(part: Part, name: str, root: str) -> _Reply:
    created, _ = read_times(part.get("created"), part.get("updated"))
    tags, note = clean_tags_and_note(part.texts("tags"), [part.text_of("text")])
    said = " ".join([note, *(f"#{tag}" for tag in tags)]).strip()
    who = _read_author(part) or "somebody"
    return _Reply(name, root, created, f"**{who}, {created[:10]}:** {said}")


def _append_reply(annotation: IncomingAnnotation, reply: _Reply) -> IncomingAnnotation:
    note = "\n\n".join(filter(None, [annotation.note, reply.text]))
    return replace(annotation, note=note)


HYPOTHESIS = AnnotationFormat("hypothesis", "Hypothesis annotations", _is_hypothesis, _read)
"""What the API of Hypothesis and its sidebar give."""
