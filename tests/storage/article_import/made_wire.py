"""Items as agencies send them."""

from __future__ import annotations

import json
from typing import Any

from tests.storage.desk import MILL, OWL

BODY = (
    f"<p>{OWL}</p><hl2>At the mill</hl2>"
    f"<media><media-caption>An owl.</media-caption></media><p>{MILL}</p>"
)
TEXT = f"{OWL}\n\nAt the mill\n\n{MILL}"


def nitf(body: str = BODY, docdata: str = "") -> str:
    """Make an item in NITF."""
    return (
        '<?xml version="1.0"?><nitf><head><title>owl-moves</title>'
        f'<docdata {docdata}><date.issue norm="20260305T103000+0100"/>'
        '<urgency ed-urg="4"/></docdata>'
        '<pubdata name="The Belfry Gazette" ex-ref="https://gazette.example/owl"/></head>'
        "<body><body.head><hedline><hl1>Owl moves in</hl1></hedline><byline>By "
        "<person>Nell Harker</person><byttl>Staff</byttl></byline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def newsml_item(content: str, meta: str = "", kind: str = "text", number: int = 1) -> str:
    """Make an item of NewsML-G2."""
    return (
        f'<newsItem guid="urn:owl:{number}" version="3"><itemMeta><itemClass qcode="ninat:{kind}"/>'
        '<provider qcode="nprov:belfry"><name>Belfry Agency</name></provider>'
        f"<versionCreated>2026-03-05T11:30:00+01:00</versionCreated>{meta}</itemMeta><contentMeta>"
        "<urgency>4</urgency><contentCreated>2026-03-05T10:30:00+01:00</contentCreated>"
        "<by>By Nell Harker</by><headline>Owl moves in</headline></contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def newsml(*items: str) -> bytes:
    """Make a message of NewsML-G2."""
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f"{''.join(items)}</itemSet></newsMessage>"
    ).encode()


XHTML = (
    f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>'
)


def ninjs(**known: Any) -> dict[str, Any]:
    """Make an item of ninjs."""
    return {
        "uri": "https://agency.example/owl",
        "type": "text",
        "versioncreated": "2026-03-05T11:30:00+01:00",
        "firstcreated": "2026-03-05T10:30:00+01:00",
        "urgency": 4,
        "headline": "Owl moves in",
        "byline": "By Nell Harker",
        "infosources": [{"name": "Belfry Agency"}],
        "body_text": f"{OWL}\n\n{MILL}",
    } | known


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()
