"""What a JSON-LD processor makes of a document, without a network.

The terms are those of the W3C's context for annotations, as far as we write them.
"""

from __future__ import annotations

from typing import Any

from pyld import jsonld

_VOCABULARIES = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_NAMES = {
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "SpecificResource": "oa:SpecificResource",
    "Text": "dctypes:Text",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextualBody": "oa:TextualBody",
    "assessing": "oa:assessing",
    "commenting": "oa:commenting",
    "describing": "oa:describing",
    "highlighting": "oa:highlighting",
    "tagging": "oa:tagging",
    "created": "dcterms:created",
    "end": "oa:end",
    "exact": "oa:exact",
    "format": "dc:format",
    "label": "rdfs:label",
    "modified": "dcterms:modified",
    "name": "foaf:name",
    "prefix": "oa:prefix",
    "start": "oa:start",
    "startIndex": "as:startIndex",
    "suffix": "oa:suffix",
    "total": "as:totalItems",
    "value": "rdf:value",
}
_REFERENCES = {
    "body": "oa:hasBody",
    "canonical": "oa:canonical",
    "creator": "dcterms:creator",
    "first": "as:first",
    "generator": "as:generator",
    "last": "as:last",
    "partOf": "as:partOf",
    "selector": "oa:hasSelector",
    "source": "oa:hasSource",
    "target": "oa:hasTarget",
}
_CHOICES = {"motivation": "oa:motivatedBy", "purpose": "oa:hasPurpose"}

CONTEXT = {
    "@context": {
        **_VOCABULARIES,
        **_NAMES,
        **{name: {"@id": iri, "@type": "@id"} for name, iri in _REFERENCES.items()},
        **{name: {"@id": iri, "@type": "@vocab"} for name, iri in _CHOICES.items()},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "id": "@id",
        "type": "@type",
    }
}


def there_and_back(document: dict[str, Any]) -> Any:
    """Return the document after it was expanded to full IRIs, and compacted by its own context.

    What has no meaning as linked data is gone then.
    """
    options = {"documentLoader": _load}
    return jsonld.compact(jsonld.expand(document, options), document["@context"], options)


def _load(address: str, _options: object) -> dict[str, Any]:
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}
