"""What the W3C Web Annotation Data Model and Vocabulary say that a document MUST be.

After the Recommendations of 23 February 2017: each check names its section of the model. IRIs are
held against RFC 3987 as far as a pattern can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.services.json_document import Part

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = (
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"),
)
PREFIXES = ("dc", "dcterms", "dctypes", "foaf", "oa", "rdf", "rdfs", "schema", "skos", "as", "xsd")
"""That the context defines."""
TERMS = {
    "page": "@context id type partOf items next prev startIndex generator",
    "collection": "id type label total first last generator creator",
    "annotation": "id type motivation created modified creator generator body bodyValue target",
    "body": "id type purpose format language value textDirection creator created modified",
    "target": "id type source selector purpose state scope renderedVia styleClass",
    "source": "id type format language canonical via rights creator created modified",
}
"""Terms of the context by where they are allowed; all else needs a prefix."""
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def faults(page: Any) -> list[str]:
    """Return what is wrong with an AnnotationPage, a line a thing."""
    return list(_page(page))


def _page(page: dict[str, Any]) -> Iterator[str]:
    contexts = page["@context"] if isinstance(page["@context"], list) else [page["@context"]]
    if CONTEXT not in contexts:
        yield "3.1: the context is not the model's"
    own = {name for one in contexts if isinstance(one, dict) for name in one}
    yield from _terms(page, "page", own)
    if page.get("type") != "AnnotationPage":
        yield "5.2: a page has the type AnnotationPage"
    yield from _iri(page.get("id"), "5.2: the page")
    if not isinstance(page.get("items"), list):
        yield "5.2: a page has items in order"
    if not isinstance(page.get("startIndex", 0), int) or page.get("startIndex", 0) < 0:
        yield "5.2: startIndex is not negative"
    yield from _collection(page["partOf"], own)
    ids = [one.get("id") for one in page["items"]]
    if len(set(ids)) < len(ids):
        yield "3.1: two annotations have one IRI"
    for one in page["items"]:
        yield from _annotation(one, own)


def _collection(collection: dict[str, Any], own: set[str]) -> Iterator[str]:
    yield from _terms(collection, "collection", own)
    yield from _iri(collection.get("id"), "5.1: the collection")
    if collection.get("type") != "AnnotationCollection":
        yield "5.1: a collection has the type AnnotationCollection"
    if not isinstance(collection.get("total"), int) or collection["total"] < 0:
        yield "5.1: total is not negative"
    for end in ("first", "last"):
        yield from _iri(collection.get(end), f"5.1: {end}")


def _annotation(annotation: dict[str, Any], own: set[str]) -> Iterator[str]:
    yield from _terms(annotation, "annotation", own)
    yield from _iri(annotation.get("id"), "3.1: an annotation")
    if annotation.get("type") != "Annotation":
        yield "3.1: an annotation has the type Annotation"
    if annotation.get("motivation") not in MOTIVATIONS:
        yield "3.3.5: the motivation is none of the vocabulary's"
    for name in ("created", "modified"):
        if not _TIME.fullmatch(annotation.get(name, "2026-01-01T00:00:00Z")):
            yield f"3.3.1: {name} is no xsd:dateTime"
    if "bodyValue" in annotation and "body" in annotation:
        yield "3.2.5: bodyValue and body exclude each other"
    for body in _each(annotation.get("body", [])):
        yield from _textual_body(body, own)
    targets = _each(annotation.get("target", []))
    if not targets:
        yield "3.1: an annotation has a target or more"
    for one in targets:
        yield from _target(one, own)


def _textual_body(body: dict[str, Any], own: set[str]) -> Iterator[str]:
    yield from _terms(body, "body", own)
    if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str):
        yield "3.2.4: a TextualBody has exactly one value"
    if body.get("purpose") not in MOTIVATIONS:
        yield "3.3.5: the purpose is none of the vocabulary's"


def _target(target: dict[str, Any], own: set[str]) -> Iterator[str]:
    if "source" not in target and "selector" not in target:
        yield from _terms(target, "source", own)
        yield from _iri(target.get("id"), "3.2.1: the target")
        return
    yield from _terms(target, "target", own)
    if target.get("type") != "SpecificResource":
        yield "4: a target with a selector is a SpecificResource"
    source = target.get("source")
    if not isinstance(source, dict):
        yield "4: exactly one source"
        return
    yield from _terms(source, "source", own)
    yield from _iri(source.get("id"), "4: the source")
    yield from _iri(source.get("canonical"), "3.3.7: canonical")
    for selector in _each(target.get("selector", [])):
        yield from _selector(selector)


def _selector(selector: dict[str, Any]) -> Iterator[str]:
    part = Part(selector)
    if selector.get("type") == "TextQuoteSelector":
        if not part.need("exact").text():
            yield "4.2.4: exactly one exact"
        part.text_of("prefix")
        part.text_of("suffix")
    elif selector.get("type") == "TextPositionSelector":
        if part.need("start").offset() > part.need("end").offset():
            yield "4.2.5: start and end"
    else:
        yield "4.2: another selector than was meant"


def _terms(part: dict[str, Any], kind: str, own: set[str]) -> Iterator[str]:
    for name in part:
        prefix, colon, _ = name.partition(":")
        known = prefix in own.union(PREFIXES) if colon else name in TERMS[kind].split()
        if not known:
            yield f"{kind}: “{name}” is no term of the context"


def _iri(value: object, what: str) -> Iterator[str]:
    if not isinstance(value, str) or not _IRI.fullmatch(value):
        yield f"{what} has no IRI: {value!r}"


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
