from __future__ import annotations

import pytest

from storage.discovery.story_names import choose_name, propose_story
from storage.errors import NotFoundError
from storage.library import Library
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add, compared, unstored


def test_articles_that_nobody_gathered_are_proposed_and_not_kept(library: Library) -> None:
    ids = [add(library, text).id for text in (OWL, MILL)]

    story = propose_story(library, ids)

    assert (story.articles, story.is_kept) == (tuple(ids), False)
    assert library.stories.list_all() == []


def test_a_story_of_just_these_articles_is_the_one(library: Library) -> None:
    ids = [add(library, text).id for text in (OWL, MILL)]
    kept = library.stories.keep(propose_story(library, ids))

    assert kept.is_kept
    assert propose_story(library, ids[::-1]) == kept
    assert propose_story(library, ids[:1]) != kept
    assert library.stories.keep(kept) is kept


def test_what_is_kept_has_the_id_that_was_proposed_and_a_name_of_its_own(
    library: Library,
) -> None:
    ids = [add(library, text, "Owl moves in").id for text in (OWL, MILL)]
    library.stories.create("Owl moves in", ids[:1])

    proposed = propose_story(library, ids)
    kept = library.stories.keep(proposed)

    assert (kept.id, kept.name) == (proposed.id, "Owl moves in (2)")


def test_an_article_that_is_named_twice_is_in_it_once(library: Library) -> None:
    ids = [add(library, text).id for text in (OWL, MILL)]
    assert propose_story(library, [*ids, ids[0]]).articles == tuple(ids)


def test_articles_that_are_gone_are_no_story(library: Library) -> None:
    article = add(library, OWL)
    library.articles.delete(article.id)
    with pytest.raises(NotFoundError, match="in the trash"):
        propose_story(library, [article.id])


def test_it_is_called_after_the_article_that_shares_most() -> None:
    texts = (HONEY, f"{OWL} {MILL}", f"{OWL} {PARADE}", MILL)
    articles = [unstored(number, text) for number, text in enumerate(texts)]

    assert choose_name(articles, compared(*texts).kept) == "Text 1"
    assert choose_name(articles) == "Text 0"
    assert choose_name([]) == ""
