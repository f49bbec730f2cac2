from __future__ import annotations

import pytest

from tests.textreuse.reading import sides_of, text_of, texts_of
from tests.textreuse.stories import BELLS, DAM, FERRY, FLOUR, KEEPER, RAIN, ROAD, TRAMS, VIOLIN
from textreuse import Passage, Settings, compare


def passages_of(*texts: str, settings: Settings | None = None) -> tuple[Passage, ...]:
    return compare(texts, settings).passages


def changed(text: str, *replacements: tuple[str, str]) -> str:
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_copied_sentence_is_verbatim_to_its_full_stop() -> None:
    comparison = compare([f"{DAM} {FERRY} {RAIN}", f"{ROAD} {FERRY} {VIOLIN}"])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (FERRY, FERRY)
    assert passage.kind == "verbatim"
    assert passage.similarity == 1
    assert [texts_of(comparison, run) for run in passage.runs] == [[FERRY[:-1]] * 2]


def test_marks_that_differ_stay_outside() -> None:
    comparison = compare([f"“{FERRY}”", f"({FERRY[:-1]}), they said."])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (FERRY[:-1], FERRY[:-1])


def test_quotes_around_a_quotation_belong_to_it() -> None:
    comparison = compare([f"He said: “{FERRY}” Twice.", f'She read: "{FERRY}" Once.'])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (f"“{FERRY}”", f'"{FERRY}"')


def test_marks_between_the_words_do_not_make_an_edit() -> None:
    (passage,) = passages_of(
        "The ferry, it seems, left the old harbour; nobody was aboard",
        "the ferry it seems left - the old harbour. Nobody was aboard",
    )

    assert passage.kind == "verbatim"


def test_changed_words_leave_one_edited_passage() -> None:
    rewrite = changed(FERRY, ("dawn", "noon"), ("forty", "fifty"))
    comparison = compare([FERRY, rewrite])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (FERRY, rewrite)
    assert passage.kind == "edited"
    assert passage.similarity == pytest.approx(11 / 13)
    assert [text_of(comparison, run) for run, _ in passage.runs] == [
        "The ferry left the old harbour at",
        "with",
        "crates of oranges",
    ]


def test_an_inserted_clause_leaves_one_passage_of_two_runs() -> None:
    rewrite = changed(FERRY, ("harbour", "harbour, which the town had sold,"))
    comparison = compare([f"{DAM} {FERRY}", f"{rewrite} {ROAD}"])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (FERRY, rewrite)
    assert passage.similarity == pytest.approx(2 * 13 / (13 + 18))
    assert len(passage.runs) == 2


def test_a_clause_that_was_left_out_leaves_one_passage_too() -> None:
    original = changed(FERRY, ("harbour", "harbour, which the town had sold,"))

    (passage,) = passages_of(original, FERRY)

    assert passage.kind == "edited"
    assert len(passage.runs) == 2


def test_inserted_sentences_part_two_passages() -> None:
    comparison = compare([f"{FERRY} {KEEPER}", f"{FERRY} {DAM} {RAIN} {ROAD} {KEEPER}"])

    assert [sides_of(comparison, passage) for passage in comparison.passages] == [
        (FERRY, FERRY),
        (KEEPER, KEEPER),
    ]


def test_a_passage_goes_over_the_end_of_a_paragraph() -> None:
    texts = [f"{FERRY}\n\n{KEEPER}", f"{DAM} {FERRY} {KEEPER} {RAIN}"]
    comparison = compare(texts)

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (texts[0], f"{FERRY} {KEEPER}")
    assert passage.kind == "verbatim"


def test_a_moved_paragraph_is_found_where_it_went() -> None:
    comparison = compare(
        ["\n\n".join((FERRY, DAM, RAIN, ROAD)), "\n\n".join((FERRY, RAIN, ROAD, DAM))]
    )

    assert [sides_of(comparison, passage) for passage in comparison.passages] == [
        (FERRY, FERRY),
        (DAM, DAM),
        (f"{RAIN}\n\n{ROAD}", f"{RAIN}\n\n{ROAD}"),
    ]


def test_sentences_in_the_opposite_order_are_all_found() -> None:
    order = (FERRY, DAM, RAIN, ROAD, VIOLIN)
    comparison = compare([" ".join(order), " ".join(reversed(order))])

    assert [text_of(comparison, passage.left) for passage in comparison.passages] == list(order)


def test_a_text_that_repeats_itself_has_a_passage_within() -> None:
    comparison = compare([f"{FERRY} {DAM} {RAIN}\n\n{ROAD}\n\n{FERRY} {DAM} {RAIN}"])

    (passage,) = comparison.passages
    assert passage.left.article == passage.right.article == 0
    assert sides_of(comparison, passage) == (f"{FERRY} {DAM} {RAIN}",) * 2


def test_a_text_pasted_twice_is_one_half_and_the_other() -> None:
    half = f"{FERRY} {DAM} {RAIN}\n"
    comparison = compare([half + half])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (half.strip(), half.strip())


def test_a_sentence_said_many_times_over_is_found_every_time() -> None:
    comparison = compare([" ".join([FERRY] * 5)])

    assert comparison.word_count(0, comparison.repeats(0)) == comparison.word_count(0)
    assert all(passage.kind == "verbatim" for passage in comparison.passages)


def test_every_occurrence_is_in_a_passage() -> None:
    comparison = compare([f"{FERRY} {DAM}", f"{FERRY}\n{RAIN}\n{FERRY}\n{ROAD}\n{FERRY}"])

    across = [passage for passage in comparison.passages if passage.left.article == 0]
    assert len(across) == 3
    assert all(sides_of(comparison, passage) == (FERRY, FERRY) for passage in across)


def test_the_nearest_copy_is_chosen() -> None:
    text = f"{FERRY} {DAM} {RAIN} {FERRY}"

    across = [p for p in passages_of(text, text) if p.left.article != p.right.article]

    assert [(passage.left.start, passage.right.start) for passage in across] == [(0, 0)]


def test_an_exact_copy_is_preferred_to_an_edited_one() -> None:
    edited = changed(FERRY, ("dawn", "noon"))
    comparison = compare([f"{edited} {DAM} {FERRY}", f"{FERRY} {ROAD}"])

    kinds = {
        text_of(comparison, passage.left): passage.kind
        for passage in comparison.passages
        if passage.right.article == 1
    }
    assert kinds == {edited: "edited", FERRY: "verbatim"}


def test_a_common_word_after_the_end_does_not_belong_to_a_copied_sentence() -> None:
    comparison = compare([f"{FERRY[:-1]}, although the pilot had left", f"{FERRY} {ROAD}"])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (FERRY[:-1], FERRY[:-1])
    assert passage.kind == "verbatim"


def test_fewer_words_than_asked_for_are_no_passage() -> None:
    texts = "Then the ferry left the harbour", "Perhaps the ferry left the pier"

    assert passages_of(*texts) == ()
    (passage,) = passages_of(*texts, settings=Settings(rare_words=4))
    assert passage.kind == "verbatim"


def test_text_changed_too_much_is_no_passage() -> None:
    one = "the old ferry left a b c d e the new harbour at noon"
    other = "the old ferry left f g h i j the new harbour at noon"

    (passage,) = passages_of(one, other)
    assert passage.similarity == pytest.approx(9 / 14)
    strict = Settings(min_similarity=0.7, rare_words=6)
    assert passages_of(one, other, settings=strict) == ()


@pytest.mark.parametrize("least", [0.55, 0.8, 0.9, 0.95, 1])
def test_a_verbatim_sentence_is_found_however_strict_the_comparison(least: float) -> None:
    after = changed(KEEPER, ("village", "old blue village"))
    comparison = compare([f"{FERRY} {after}", f"{FERRY} {KEEPER}"], Settings(min_similarity=least))

    assert comparison.passages
    assert all(passage.similarity >= least for passage in comparison.passages)
    assert texts_of(comparison, comparison.shared(0))[0].startswith(FERRY)


def test_chinese_text_works_by_characters() -> None:
    sentence = "老渡船在黎明时分载着四十箱橙子离开了旧港口。"
    comparison = compare([f"今天有新闻。{sentence}没有人受伤。", f"记者说：{sentence}天气很好。"])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (sentence, sentence)
    assert passage.kind == "verbatim"


def test_an_edited_chinese_sentence_is_one_passage() -> None:
    sentence = "老渡船在黎明时分载着四十箱橙子离开了旧港口。"
    rewrite = changed(sentence, ("黎明", "傍晚"))
    comparison = compare([f"今天有新闻。{sentence}", f"记者说：{rewrite}"])

    (passage,) = comparison.passages
    assert sides_of(comparison, passage) == (sentence, rewrite)
    assert passage.kind == "edited"


def test_two_unspaced_characters_count_as_one_word() -> None:
    assert passages_of("前老渡船在黎明时离开后", "东老渡船在黎明时离开西") == ()
    assert len(passages_of("前老渡船在黎明时离开旧后", "东老渡船在黎明时离开旧西")) == 1


def test_other_alphabets_are_compared_too() -> None:
    sentence = "Старый паром покинул гавань на рассвете с грузом апельсинов."

    (passage,) = passages_of(f"Новость дня. {sentence}", f"{sentence} Пошёл дождь.")

    assert passage.kind == "verbatim"


def test_the_sides_of_a_long_story_are_told_by_place() -> None:
    texts = [f"{BELLS} {FERRY}", f"{FERRY} {FLOUR} {TRAMS}", f"{TRAMS} {BELLS}"]

    found = [(p.left.article, p.right.article, p.left.start) for p in passages_of(*texts)]

    assert found == [(0, 2, 0), (0, 1, len(BELLS) + 1), (1, 2, len(f"{FERRY} {FLOUR} "))]
