"""What a comparison states, for people: origins, disagreements, quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storage.comparing import ComparedStory
from storage.export.markdown.diff_marks import mark_changes
from storage.export.told_findings import Place, ToldFinding, ToldUtterance, tell_findings
from storage.export.told_origins import tell_origins
from storage.export.told_versions import Version
from storage.tables.finding_verdicts import Verdict
from storage.wording.finding_names import ORDER_CAVEAT
from storage.wording.plural import inflect, pluralize
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Span
from tui.cli.hanging_lines import say_hanging
from tui.cli.printing import say
from tui.cli.table import TableColumn, print_table

_QUOTE = 70
"""Characters of a quotation that is told in short."""


def print_findings(compared: ComparedStory) -> None:
    """Print what is found in short: a sentence a finding. Nothing of an article alone."""
    if len(compared.articles) < 2:
        return
    told, origins = tell_findings(compared, {}), tell_origins(compared)
    say()
    say(f"{origins.summary}.")
    for one in origins.origins:
        say_hanging(f"{one.letters}: {f'{one.what}. ' if one.what else ''}{one.why}")
    say_hanging(f"{origins.order} {ORDER_CAVEAT}")
    _print_sentences(told.disagreements, "disagreement")
    _print_sentences(told.quotations, "quotation to check", "quotations to check")


def print_quotations(compared: ComparedStory, verdicts: Mapping[str, Verdict]) -> None:
    """Print the quotations: those to check with their versions over one another, others in short.

    What the reader dismissed by `verdicts` is among the others.
    """
    told = tell_findings(compared, verdicts)
    if not told.quotations and not told.others:
        say("No quotations found.")
        return
    if told.quotations:
        say(
            f"{pluralize(len(told.quotations), 'quotation')} to check; ~~only in the first~~,"
            " **only in the second**"
        )
    for one in told.quotations:
        say()
        say(one.name)
        for version in one.versions:
            say_hanging(_show_version(version))
        say_hanging(one.why)
        if one.carriers:
            say_hanging(f"Also in {_list_places(one.carriers)}.")
    if told.others:
        if told.quotations:
            say()
        _print_others(told.others, compared, told.quotations != ())


def read_line(compared: ComparedStory, span: Span) -> str:
    """Return the words at `span` in one line of a terminal."""
    return reveal_line(compared.articles[span.article].text[span.start : span.end])


def _print_sentences(found: Sequence[ToldFinding], one: str, many: str | None = None) -> None:
    if not found:
        return
    say()
    say(f"{pluralize(len(found), one, many)}:")
    for finding in found:
        say_hanging(f"{finding.name}. {finding.why}")


def _print_others(others: Sequence[ToldUtterance], compared: ComparedStory, is_rest: bool) -> None:
    what = f"{'other ' if is_rest else ''}{inflect(len(others), 'quotation')}"
    say(f"{len(others):,} {what}, nothing to check")
    print_table(
        [TableColumn("in", 8), TableColumn("speaker", 12), TableColumn("quotation", 24, 40)],
        [
            (
                _list_places(one.places),
                one.speaker,
                shorten(read_line(compared, one.quotation.span), _QUOTE),
            )
            for one in others
        ],
    )


def _list_places(places: Sequence[Place]) -> str:
    return ", ".join(f"{letter} ¶{paragraph}" for letter, paragraph in places)


def _show_version(version: Version) -> str:
    words = mark_changes(version.pieces, reveal_line)
    words = f"“{words}”" if version.is_quoted else words
    return f"{version.letter} ¶{version.paragraph} {version.voice}: {words}"
