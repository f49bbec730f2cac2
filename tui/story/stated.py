"""What the articles of a story state, all of it found, and what the reader decided on findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from storage.comparing import ComparedStory
from storage.findings import About, Finding, make_findings
from storage.tables.finding_verdicts import Verdict
from textreuse import Statements, Utterance
from tui.story.items import Statement


@dataclass(frozen=True, eq=False)
class Stated:
    """Statements with their findings; dismissed ones are known, and flagged no more."""

    statements: Statements
    findings: Mapping[About, Finding]
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """By the keys of findings."""

    def decide(self, verdicts: Mapping[str, Verdict]) -> Stated:
        """Return it with these verdicts and no others."""
        return replace(self, verdicts=verdicts)

    def verdict_on(self, finding: Finding) -> Verdict | None:
        """Return what the reader decided on a finding, if anything."""
        return self.verdicts.get(finding.key)

    def is_open(self, finding: Finding) -> bool:
        """Tell whether a finding is flagged and not dismissed."""
        return finding.flagged and self.verdict_on(finding) != "dismissed"

    def list_findings(self, statement: Statement) -> tuple[Finding, ...]:
        """Return the findings on a statement, what is flagged and not dismissed first.

        What is the same is none.
        """
        told = statement.findings if isinstance(statement, Utterance) else (statement,)
        found = [self.findings[one] for one in told if one in self.findings]
        return tuple(
            sorted(
                found,
                key=lambda one: (self.verdict_on(one) == "dismissed", not one.flagged),
            )
        )

    def is_flagged(self, statement: Statement) -> bool:
        """Tell whether any finding on a statement is flagged and not dismissed."""
        return any(map(self.is_open, self.list_findings(statement)))

    def is_dismissed(self, statement: Statement) -> bool:
        """Tell whether a disagreement was dismissed; an utterance stays one, whatever is."""
        if isinstance(statement, Utterance):
            return False
        return self.verdict_on(self.findings[statement]) == "dismissed"


def find_stated(compared: ComparedStory) -> Stated:
    """Find what the articles state: up to a second for very long stories; in any thread."""
    statements = compared.statements
    _ = statements.origins  # found here, where it may take its time
    return Stated(statements, make_findings(compared))
