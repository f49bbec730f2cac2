"""What a template is given of the statements of a story: plain values, and Markdown as `Safe`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from storage.comparing import ComparedStory
from storage.export.markdown.diff_marks import mark_changes
from storage.export.markdown.template import Safe
from storage.export.quoted_evidence import QuotedWords
from storage.export.told_findings import Place, ToldFinding, ToldFindings
from storage.export.told_origins import ToldOrigins
from storage.export.told_versions import Version
from storage.wording.finding_names import ORDER_CAVEAT
from textreuse import DiffPiece, Span

Values = dict[str, Any]


def fill_statements(
    compared: ComparedStory | None, findings: ToldFindings | None, origins: ToldOrigins | None
) -> Values:
    """Return the values of the part `sources` on findings and origins; empty where not told."""
    several = [] if findings is None else [one for one in findings.others if len(one.places) > 1]
    return {
        "quotations": _fill_findings(findings.quotations if findings else ()),
        "disagreements": _fill_findings(findings.disagreements if findings else ()),
        "other_quotations": [
            {
                "speaker": one.speaker,
                "words": Safe(_show_words(compared, one.quotation.span)),
                "places": _fill_places(one.places),
            }
            for one in several
        ],
        "lone_quotations": len(findings.others) - len(several) if findings else 0,
        "dismissed": findings.dismissed if findings else 0,
        "origins": _fill_origins(origins) if origins else {},
        "left_out": [
            {
                "letter": letter,
                "passages": [
                    {
                        "words": Safe(_show_words(compared, one.span)),
                        "places": _fill_places(one.carriers),
                    }
                    for one in missing
                ],
            }
            for letter, missing in (origins.missing if origins else ())
        ],
    }


def fill_quoted(quoted: Iterable[QuotedWords]) -> list[Values]:
    """Return the values of a note on the quotations that it stands on."""
    return [
        {
            "speaker": one.own.voice,
            "versions": [
                _fill_version(each.version) | {"name": each.name, "why": each.why}
                for each in one.elsewhere
            ],
        }
        for one in quoted
    ]


def _fill_findings(found: Sequence[ToldFinding]) -> list[Values]:
    return [
        {
            "name": one.name,
            "why": one.why,
            "versions": [_fill_version(version) for version in one.versions],
            "places": _fill_places(one.carriers),
        }
        for one in found
    ]


def _fill_version(version: Version) -> Values:
    words = mark_changes(version.pieces)
    return {
        "letter": version.letter,
        "paragraph": version.paragraph,
        "voice": version.voice,
        "words": Safe(f"“{words}”" if version.is_quoted else words),
    }


def _fill_places(places: Iterable[Place]) -> list[Values]:
    return [{"letter": letter, "paragraph": paragraph} for letter, paragraph in places]


def _fill_origins(origins: ToldOrigins) -> Values:
    return {
        "summary": origins.summary,
        "independent": [one._asdict() for one in origins.origins],
        "order": origins.order,
        "caveat": ORDER_CAVEAT,
        "derivations": [one._asdict() for one in origins.derivations],
        "pairs": [
            {
                "letters": one.letters,
                "what": one.what,
                "shared": max(one.shared_words),
                "in_quotations": max(one.in_quotations),
                "why": one.why,
            }
            for one in origins.overlaps
        ],
    }


def _show_words(compared: ComparedStory | None, span: Span) -> str:
    if compared is None:
        return ""
    words = compared.articles[span.article].text[span.start : span.end]
    return mark_changes([DiffPiece("same", words, words)])
