"""Ids of documents: the next that is free, and none twice."""

from storage.scan.corpus.free_ids import FreeIds


def choose(*wanted: tuple[str, str], asked: list[str] | None = None) -> list[str | None]:
    known: dict[str, str] = {}

    def find(name: str) -> str | None:
        if asked is not None:
            asked.append(name)
        return known.get(name)

    ids, chosen = FreeIds(find), []
    for one, digest in wanted:
        name, is_new = ids.choose(one, digest)
        assert is_new == (name not in (None, one))
        chosen.append(name)
        if name is not None:
            known[name] = digest
    return chosen


def test_a_number_follows_an_id_that_was_there_and_the_same_text_is_none() -> None:
    assert choose(("d", "A"), ("d", "A"), ("d", "B"), ("e", "A"), ("d", "C"), ("d", "B")) == [
        "d",
        None,
        "d#2",
        "e",
        "d#3",
        None,
    ]


def test_a_number_that_others_came_with_is_passed_over() -> None:
    assert choose(("d#2", "A"), ("d", "B"), ("d", "C")) == ["d#2", "d", "d#3"]
    assert choose(("d#2", "A"), ("d", "B"), ("d", "A")) == ["d#2", "d", None]
    assert choose(("d", "A"), ("d", "B"), ("d#2", "C"), ("d#3", "D"), ("d", "E")) == [
        "d",
        "d#2",
        "d#2#2",
        "d#3",
        "d#4",
    ]


def test_an_id_that_all_have_is_asked_for_a_few_times_each() -> None:
    asked: list[str] = []
    assert choose(*(("d", str(n)) for n in range(200)), asked=asked)[-1] == "d#200"
    assert len(asked) < 500
