"""What the tests of utterances ask: articles named A, B … and what is found in them."""

from __future__ import annotations

from textreuse import QuotationFinding, Span, Utterance, compare, find_statements


def find_said(*texts: str) -> tuple[Utterance, ...]:
    names = [chr(ord("A") + number) for number in range(len(texts))]
    return find_statements(compare(texts), names=names).utterances


def find_findings(*texts: str) -> list[QuotationFinding]:
    return [finding for utterance in find_said(*texts) for finding in utterance.findings]


def list_changes(finding: QuotationFinding, *texts: str) -> list[tuple[str, str]]:
    def read(span: Span) -> str:
        return texts[span.article][span.start : span.end]

    return [(read(one), read(other)) for one, other in finding.changes]
