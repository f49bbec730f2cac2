"""Reading what the text annotator of Recogito keeps: bodies, and quotes with their offsets.

It does not say what text they are on. Its export as JSON-LD is Web Annotations.
"""

from __future__ import annotations

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

_TAGS = ("tagging", "classifying")


def _is_recogito(file: AnnotationFile) -> bool:
    """Tell whether a file looks like annotations of Recogito, well-formed or not."""
    return file.is_like_json and any(map(_is_annotation, _list_annotations(file.document)))


def _list_annotations(document: Part) -> list[Part]:
    inner = document.get("annotations") if document.is_object else None
    return list((inner or document).each())


def _is_annotation(part: Part) -> bool:
    if not part.is_object:
        return False
    bodies, target = part.get("bodies"), part.get("target")
    return bodies is not None and bodies.is_list and target is not None and target.is_object


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    for number, part in enumerate(_list_annotations(file.document), 1):
        own = part.id_of("id")
        name = name_annotation(number, own)
        with received.leaving_out(name):
            received.annotations.append(_read_annotation(part.rename(name), name, own))
    return received


def _read_annotation(part: Part, name: str, own: str) -> IncomingAnnotation:
    target = part.need("target")
    bodies = list(part.members("bodies"))
    mentions = tuple(_read_mention(one) for one in target.members("selector"))
    if not mentions:
        raise LeftOutError("has no quote")
    tags, note = clean_tags_and_note(
        [_read_value(one) for one in bodies if one.text_of("purpose") in _TAGS],
        [_read_value(one) for one in bodies if one.text_of("purpose") not in _TAGS],
    )
    created, updated = read_times(target.get("created"), target.get("updated"))
    author = next(filter(None, map(_read_creator, (target, *bodies))), "")
    return IncomingAnnotation(
        make_id(part, own), name, mentions, tags, note, created, updated, author
    )


def _read_mention(selector: Part) -> Mention:
    quote = selector.text_of("quote")
    if not quote:
        raise LeftOutError("has no quote")
    start, end = (selector.need(side).offset() for side in ("start", "end"))
    return Mention("", quote=quote, start=start, end=end, in_utf16=True)


def _read_value(body: Part) -> str:
    """Return what a body says; a term of a vocabulary by its label."""
    value = body.get("value")
    if value is not None and value.is_object:
        return value.text_of("label", "id")
    return body.text_of("value")


def _read_creator(part: Part) -> str:
    creator = part.get("creator")
    if creator is None or not creator.is_object:
        return ""
    return " ".join(creator.text_of("name", "id").split())


RECOGITO = AnnotationFormat("recogito", "Recogito annotations", _is_recogito, _read)
"""What the text annotator of Recogito gives as JSON."""
