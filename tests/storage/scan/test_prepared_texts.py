"""What is kept of prepared texts is bounded, and is what was asked for last."""

from storage.scan.prepared_texts import PreparedTexts


def test_those_asked_for_last_are_kept_as_far_as_there_is_room() -> None:
    texts = PreparedTexts(room=7)
    first, second = texts.prepare("abc"), texts.prepare("def")
    assert texts.prepare("abc") is first  # and so it is younger than the other
    texts.prepare("gh")

    assert texts.prepare("abc") is first
    assert texts.prepare("def") is not second
    longer = texts.prepare("longer than all")
    assert texts.prepare("longer than all") is longer
    assert texts.prepare("abc") is not first
