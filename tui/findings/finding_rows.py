"""Findings as rows of a list, and what each says in full: plain values, fit for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.findings import Finding, list_findings
from storage.tables.finding_verdicts import Verdict
from storage.wording.finding_names import count_origins, describe_origin
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Origin, Span, Timeline

Choice = Literal["to review", "all", "decided"]
CHOICES: tuple[Choice, ...] = ("to review", "all", "decided")
"""Which findings the list has: flagged ones on which nothing was decided; every one; those that
were confirmed or dismissed."""

_MARKS = {None: "", "confirmed": "✓", "dismissed": "✗"}
_AROUND = 60
"""Characters on either side of the words of a finding that are shown with it."""
_SHOWN, _READ = 240, 2000
"""Characters of these words that are shown, and that are read for it."""


class FindingRow(NamedTuple):
    """A finding, and what the reader decided on it."""

    finding: Finding
    verdict: Verdict | None
    letters: str
    """Those of the articles that have its words."""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What stands in its row: mark, what it is, its articles, and why."""
        mark = _MARKS[self.verdict] or ("!" if self.finding.flagged else "")
        return mark, self.finding.name, self.letters, reveal_line(self.finding.why)


class Excerpt(NamedTuple):
    """The words of a finding as one article has them."""

    place: str
    """Letter and paragraph."""
    before: str
    words: str
    after: str


@dataclass(frozen=True, eq=False)
class StoryFindings:
    """All that is found in a compared story; made in any thread, as it may take a second."""

    compared: ComparedStory
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    timeline: Timeline

    @property
    def keys(self) -> list[str]:
        """By which the library knows what was decided."""
        return [finding.key for finding in self.findings]

    def list_rows(self, choice: Choice, verdicts: Mapping[str, Verdict]) -> list[FindingRow]:
        """Return the rows of a choice, flagged ones first."""
        return [
            FindingRow(finding, verdicts.get(finding.key), self._name_articles(finding))
            for finding in self.findings
            if _belongs(choice, finding, verdicts.get(finding.key))
        ]

    def describe_origins(self) -> str:
        """Return how many articles the story has, and on how many origins they rest."""
        return count_origins(len(self.compared.articles), self.origins)

    def list_origin(self, origin: Origin) -> tuple[str, str, str]:
        """Return what stands in the row of an origin: articles, kind with name, and why."""
        letters = " ".join(self.compared.letters[article] for article in origin.articles)
        return letters, reveal_line(describe_origin(origin)), reveal_line(origin.why)

    def describe_derivation(self, article: int | None) -> str:
        """Return how much of an article comes from the others, in a sentence."""
        derivations = self.compared.statements.origins.derivations
        return next((one.why for one in derivations if one.article == article), "")

    def describe_first(self, finding: Finding) -> str:
        """Return who had first what a finding on a quotation is about; empty for any other."""
        for utterance in self.compared.statements.utterances:
            if finding.about in utterance.findings:
                spans = [one.span for one in utterance.quotations]
                return self.compared.statements.trace(spans).why
        return ""

    def list_left_out(self, article: int | None) -> tuple[str, tuple[Span, ...]]:
        """Return how much an article leaves out that most others carry, and where it stands."""
        if article is None:
            return "", ()
        missing = self.compared.statements.missing_here(article)
        letter = self.compared.letters[article]
        if not missing:
            return f"{letter} leaves out nothing that most others carry.", ()
        passages = pluralize(len(missing), "passage")
        told = f"{letter} leaves out {passages} that at least half of the others carry:"
        return told, tuple(one.group.spans[0] for one in missing)

    def list_excerpts(self, spans: Sequence[Span]) -> Iterator[Excerpt]:
        """Yield the words of each place, with what stands around them."""
        for span in spans:
            text = self.compared.articles[span.article].text
            letter = self.compared.letters[span.article]
            yield Excerpt(
                f"{letter} ¶{self.compared.number_paragraph(span)}",
                _reveal(text[max(0, span.start - _AROUND) : span.start]),
                shorten(_reveal(text[span.start : min(span.end, span.start + _READ)]), _SHOWN),
                _reveal(text[span.end : span.end + _AROUND]),
            )

    def _name_articles(self, finding: Finding) -> str:
        return " ".join(self.compared.letters[article] for article in finding.articles)


def find_in_story(compared: ComparedStory) -> StoryFindings:
    """Find all that deserves a reader's eye: up to a second for many long articles."""
    return StoryFindings(
        compared,
        list_findings(compared),
        compared.statements.origins.independent,
        compared.statements.timeline,
    )


def _belongs(choice: Choice, finding: Finding, verdict: Verdict | None) -> bool:
    if choice == "all":
        return True
    return verdict is not None if choice == "decided" else finding.flagged and verdict is None


def _reveal(text: str) -> str:
    """Return `text` in one line; a blank at either end stays one."""
    middle = reveal_line(text)
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{middle}{' ' * (after and bool(middle))}"
