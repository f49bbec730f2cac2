"""What `find_utterances` promises of any texts, and of another order of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.statements.utterances.said import find_said
from tests.textreuse.stories import any_texts, odd_texts, orders, quick, thorough
from textreuse import Span, Utterance, compare, find_statements

_SAID = (
    *("we will mend the harbour wall before winter", "nobody has the money for it"),
    *("if the bank pays we will mend the harbour wall", "but it was never safe"),
    *("the wall is a danger to every ship in the harbour", "I do not know … it is late"),
)
_FRAMES = (
    *("“{}.” So said Ida Lund.", "“{},” Olaf Berg said.", "Ida Lund said that {}.", "{}."),
    *("“{},” she said. “It is so.”", "He called it “{}.”", 'The letter said "{}".', "“{}"),
)


@st.composite
def sayings(draw: st.DrawFn) -> str:
    """Draw a text in which people say some of a few things, more or less."""
    drawn = []
    for frame in draw(st.lists(st.sampled_from(_FRAMES), min_size=1, max_size=6)):
        words = draw(st.sampled_from(_SAID)).split()
        if draw(st.booleans()):
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(("", "may", "…")))
        first = draw(st.sampled_from((0, 0, 2)))
        drawn.append(frame.format(" ".join(words[first:])))
    return draw(st.sampled_from((" ", "\n\n"))).join(drawn)


said = st.lists(sayings(), min_size=1, max_size=3)


def check(texts: Sequence[str], utterances: Sequence[Utterance]) -> None:
    names = [str(number) for number in range(len(texts))]
    direct = find_statements(compare(texts), names=names).direct_quotations
    assert [utterance.id for utterance in utterances] == list(range(1, len(utterances) + 1))
    firsts = [utterance.quotations[0].span for utterance in utterances]
    assert firsts == sorted(firsts)
    found: list[Span] = []
    for utterance in utterances:
        spans = [quotation.span for quotation in utterance.quotations]
        assert spans == sorted(spans)
        found.extend(one.span for one in utterance.quotations if one.form == "direct")
        found.extend(one.span for one in utterance.repeats)
        flags = [finding.flagged for finding in utterance.findings]
        assert flags == sorted(flags, reverse=True)
        for finding in utterance.findings:
            assert finding.one.span < finding.other.span
            assert finding.one.span.article != finding.other.span.article
            for pair in finding.changes:
                for span, quotation in zip(pair, (finding.one, finding.other), strict=True):
                    assert span.article == quotation.span.article
                    assert quotation.span.start <= span.start <= span.end <= quotation.span.end
                    assert span.end <= len(texts[span.article])
            if finding.kind == "same":
                assert not finding.changes
    worded = [one.span for row in direct for one in row if compare_words(texts, one.span)]
    assert sorted(found) == worded


def compare_words(texts: Sequence[str], span: Span) -> bool:
    return any(character.isalnum() for character in texts[span.article][span.start : span.end])


@thorough
@given(said)
def test_every_quotation_is_in_one_utterance_and_all_is_in_order(texts: list[str]) -> None:
    check(texts, find_said(*texts))


@quick
@given(st.lists(any_texts() | odd_texts(), max_size=3))
def test_any_text_has_utterances(texts: list[str]) -> None:
    quoted = [f"“{text}” said Ida Lund." for text in texts]
    find_said(*texts)
    find_said(*quoted)


def test_long_quotations_of_few_words_are_held_against_each_other() -> None:
    find_said(f"“{'a wall b ' * 60}” said Ida Lund.", f"“{'b wall a ' * 60}” said Ida Lund.")


def name(utterances: Sequence[Utterance], names: Sequence[int]) -> Sequence[object]:
    """Return what is found, as it would stand if article i were numbered `names[i]`."""

    def rename(span: Span) -> Span:
        return span._replace(article=names[span.article])

    return sorted(
        (
            sorted((rename(one.span), one.form, one.speaker.name) for one in utterance.quotations),
            sorted(
                (sorted((rename(one.one.span), rename(one.other.span))), one.kind, one.flagged)
                for one in utterance.findings
            ),
        )
        for utterance in utterances
    )


@thorough
@given(said, orders())
def test_another_order_of_the_articles_renumbers_them(texts: list[str], drawn: list[int]) -> None:
    order = [article for article in drawn if article < len(texts)]
    found = name(find_said(*texts), range(len(texts)))
    assert name(find_said(*(texts[article] for article in order)), order) == found
