"""Reading JSON-LD of the W3C Web Annotation Data Model, ours and that of other programs.

What Copydesk has no place for is kept in the note where that can be; what is left out is told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingCoding,
    IncomingDocument,
    LeftOutError,
    Mention,
    clean_tags_and_note,
    make_id,
    name_annotation,
    read_time,
    read_times,
)
from storage.annotation_import.readers.selector_reader import apply_selectors
from storage.annotation_import.readers.skos_reader import read_concepts
from storage.article_import.services.json_document import Part
from storage.export.interchange.identifiers import (
    CodingKind,
    parse_article_id,
    parse_coding_kind,
)
from storage.export.interchange.jsonld import KEPT

_PLAIN = ("commenting", "tagging", "highlighting")
"""Motivations that note, tags and mark tell by themselves."""
_OTHERS = (
    *("assessing", "bookmarking", "classifying", "describing", "editing", "identifying"),
    *("linking", "moderating", "questioning", "replying"),
)
"""The model's other motivations: each becomes a tag, as do those added to the model by an IRI."""
_END_OF_IRI = re.compile(r":.*?([^:/#]+)[/#]?$", re.DOTALL)
_TAGS = ("tagging", "classifying")
"""Purposes of a body that is a tag."""
_TITLES = ("dcterms:title", "dc:title", "title", "name", "label")
_PAGES = frozenset(("AnnotationPage", "AnnotationSet"))
"""What holds annotations: of the model, and of e-readers by Readium."""
_SETS = ("Choice", "Composite", "List", "Independents")


def _is_jsonld(file: AnnotationFile) -> bool:
    """Tell whether a file looks like Web Annotations, whether it is well-formed or not."""
    if not file.is_like_json:
        return False
    first = next(file.document.each(), file.document)
    if not isinstance(first.value, dict):
        return False
    known = (first.value.get(name) for name in ("@context", "type", "@type"))
    if any("anno" in json.dumps(one).lower() for one in known):
        return True
    graph = first.value.get("@graph")
    return isinstance(graph, list) and any(map(_is_annotation, first.members("@graph")))


def _read(file: AnnotationFile) -> IncomingDocument:
    """Read a page, a collection that holds its pages, an annotation, or a list of annotations."""
    received = IncomingDocument()
    kept: Counter[str] = Counter()
    for number, part in enumerate(_find_annotations(file.document, received), 1):
        own = part.id_of("id", "@id")
        name = name_annotation(number, own)
        kind = parse_coding_kind(own)
        with received.leaving_out(name):
            if kind is None:
                received.annotations.append(_read_annotation(part.rename(name), name, own, kept))
            else:
                received.codings.append(_read_coding(part.rename(name), name, kind))
    if kept:
        told = ", ".join(f"{count} × {name}" for name, count in sorted(kept.items()))
        received.notices.append(f"Motivations are kept as tags: {told}.")
    return received


def _find_annotations(document: Part, received: IncomingDocument) -> Iterator[Part]:
    for part in document.each():
        kinds = _list_kinds(part)
        if not _PAGES.isdisjoint(kinds):
            yield from _read_pages(part, received)
        elif "AnnotationCollection" in kinds:
            yield from _read_collection(part, received)
        elif part.is_object and part.get("@graph") is not None:
            # What else is there belongs to them, or to something else.
            yield from filter(_is_annotation, part.members("@graph"))
        elif document.is_list or "Annotation" in kinds:
            yield part
        else:
            raise part.fault("has no Web Annotation “type”")


def _is_annotation(part: Part) -> bool:
    return "Annotation" in _list_kinds(part)


def _list_kinds(part: Part) -> list[str]:
    """Return what types a part states; what is no text is none."""
    if not part.is_object:
        return []
    stated = (one.value for one in part.members("type", "@type"))
    return [one for one in stated if isinstance(one, str)]


def _read_collection(part: Part, received: IncomingDocument) -> Iterator[Part]:
    first = part.get("first")
    if first is not None and first.is_object:
        yield from _read_pages(first, received)
    elif first is not None:
        raise part.fault("is a collection with its pages elsewhere; import those instead")
    else:
        yield from part.members("items")


def _read_pages(page: Part | None, received: IncomingDocument) -> Iterator[Part]:
    while page is not None:
        read_concepts(page, received)
        yield from page.members("items")
        page = page.get("next")
        if page is not None and not page.is_object:
            received.notices.append(f"There is another page to import: {page.text()}")
            return


def _read_annotation(part: Part, name: str, own: str, kept: Counter[str]) -> IncomingAnnotation:
    _require_annotation(part)
    motivations = [_read_motivation(one) for one in part.members("motivation")]
    others = [one for one in motivations if one not in _PLAIN]
    bodies = _Bodies(default="tagging" if motivations == ["tagging"] else "commenting")
    for body in part.members("body"):
        bodies.take(body)
    bodies.notes += part.texts("bodyValue")
    targets = _read_targets(part)
    tags, note = clean_tags_and_note([*bodies.tags, *others], bodies.notes)
    created, updated = read_times(part.get("created"), part.get("modified"))
    kept.update(others)
    return IncomingAnnotation(
        make_id(part, own), name, tuple(targets), tags, note, created, updated, _read_author(part)
    )


def _read_coding(part: Part, name: str, kind: CodingKind) -> IncomingCoding:
    """Read what a coder said of an article or a story as a whole, which we wrote."""
    _require_annotation(part)
    bodies = _Bodies(default="commenting")
    for body in part.members("body"):
        bodies.take(body)
    about = _read_targets(part)[0]
    tags, too_long = clean_tags_and_note(bodies.tags, [])
    if too_long:
        raise LeftOutError("has a tag that is too long")
    memo = "\n\n".join(bodies.notes).strip()
    if not (tags if kind == "article-tags" else memo):
        raise LeftOutError("says nothing")
    times = read_times(part.get("created"), part.get("modified"))
    return IncomingCoding(kind, name, about, _read_author(part), tags, memo, *times)


def _require_annotation(part: Part) -> None:
    if "Annotation" not in part.texts("type", "@type"):
        raise part.fault("is not of type “Annotation”")


def _read_targets(part: Part) -> list[Mention]:
    targets = [mention for one in part.members("target") for mention in _read_mentions(one)]
    if not targets:
        raise LeftOutError("has no target")
    return targets


def _read_motivation(part: Part) -> str:
    """Return a motivation; of one that a community added, the end of its IRI."""
    name = part.text().removeprefix("oa:").removeprefix("http://www.w3.org/ns/oa#")
    if name in _PLAIN + _OTHERS:
        return name
    added = _END_OF_IRI.search(name)
    if added is None:
        raise part.fault(f"is not a Web Annotation motivation: “{name[:40]}”")
    return added[1]


def _read_author(part: Part) -> str:
    """Return the name of the first creator that has one."""
    for creator in part.members("creator"):
        name = creator.text_of("name", "nickname", "id") if creator.is_object else creator.text()
        if name:
            return " ".join(name.split())
    return ""


@dataclass(slots=True)
class _Bodies:
    """The bodies of an annotation, as tags and notes in their order."""

    default: str
    """The purpose of a body that states none."""
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, body: Part) -> None:
        """Take a body in; an address stands for what is elsewhere."""
        if not body.is_object:
            self.notes.append(f"<{body.text()}>")
            return
        if not set(_SETS).isdisjoint(body.texts("type", "@type")):
            for one in body.members("items", "item"):
                self.take(one)
            return
        purposes = body.texts("purpose") or [self.default]
        is_tag = not set(_TAGS).isdisjoint(purposes)
        value = body.get("value", "rdf:value")
        if value is not None:
            (self.tags if is_tag else self.notes).append(value.text())
            return
        source = body.get("source", "id", "@id")
        if source is None:
            raise body.fault("has neither a value nor an address")
        address = source.text_of("id", "@id") if source.is_object else source.text()
        self.notes.append(f"<{address}>")


def _read_mentions(target: Part) -> Iterator[Mention]:
    if not target.is_object:
        yield from apply_selectors(Mention(target.text()), [])
        return
    if not set(_SETS).isdisjoint(target.texts("type", "@type")):
        for one in target.members("items", "item"):
            yield from _read_mentions(one)
        return
    source = target.get("source") or target
    address, own, title = source.text_of("id", "@id") if source.is_object else source.text(), "", ""
    if source.is_object:
        own, title = source.text_of("canonical"), next(_read_titles(source), "")
    kept = target.get(KEPT)
    about = Mention(
        address or own,
        parse_article_id(own) or parse_article_id(address),
        title,
        orphaned=read_time(kept),
    )
    selectors = list(target.members("selector"))
    if not about.address and not selectors:
        raise LeftOutError("has neither a source nor a quote")
    yield from apply_selectors(about, selectors)


def _read_titles(source: Part) -> Iterator[str]:
    for name in _TITLES:
        for one in source.members(name):
            yield one.text()


JSONLD = AnnotationFormat("jsonld", "Web Annotations", _is_jsonld, _read)
"""JSON-LD of the W3C Web Annotation Data Model."""
