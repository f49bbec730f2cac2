from __future__ import annotations

from hypothesis import given

from storage.share_figures import Share, count_shared_parts, count_shares
from tests.storage.desk import HONEY, OWL, compared, quickly
from tests.textreuse.stories import stories


def test_shared_words_are_parted_by_who_speaks() -> None:
    text = f"“{OWL}” {HONEY}"
    story = compared(text, f"{HONEY}\n\n{OWL}")

    parts = count_shared_parts(story.kept, story.statements.direct_quotations, 0)

    assert parts == (Share(14, 23), Share(9, 23))


@quickly
@given(stories())
def test_both_parts_together_are_all_that_is_shared(texts: list[str]) -> None:
    story = compared(*texts)
    for article in range(len(texts)):
        parts = count_shared_parts(story.kept, story.statements.direct_quotations, article)

        shared = count_shares(story.kept, article).shared
        assert parts.in_quotations.words + parts.in_own_words.words == shared.words
        assert 0 <= parts.in_quotations.words <= shared.words
