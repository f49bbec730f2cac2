from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.speech.subtitles import SUBTITLES, read_subtitles
from storage.article_import.formats.speech.transcripts import TRANSCRIPT, read_transcript
from storage.article_import.reader import Reader
from storage.errors import ReadError
from tests.storage.desk import BRIDGE, MILL, OWL


def srt(*shown: str, gap: int = 0) -> bytes:
    """Make a SubRip file of what is shown, two seconds each, with that many seconds between."""
    return "\r\n".join(
        f"{at}\r\n00:{at * (2 + gap) // 60:02}:{at * (2 + gap) % 60:02},000 -->"
        f" 00:{(at * (2 + gap) + 2) // 60:02}:{(at * (2 + gap) + 2) % 60:02},000\r\n{text}\r\n"
        for at, text in enumerate(shown, 1)
    ).encode()


def vtt(*shown: str) -> bytes:
    cues = "\n".join(
        f"00:{at:02}.000 --> 00:{at + 1:02}.000 align:start position:0%\n{text}\n"
        for at, text in enumerate(shown)
    )
    return f"WEBVTT\nKind: captions\n\nNOTE a remark\n\nSTYLE\n::cue {{}}\n\n{cues}".encode()


class TestSubtitles:
    def test_speech_is_text_without_times_and_numbers(self) -> None:
        data = srt("An owl has moved", "into the belfry\r\nand <i>stays</i>.", "{\\an8}It hunts.")

        assert guess_by_look(data) == SUBTITLES
        assert read_subtitles(data).text == "An owl has moved into the belfry and stays. It hunts."

    def test_a_pause_ends_a_paragraph(self) -> None:
        assert read_subtitles(srt(OWL, MILL, gap=4)).text == f"{OWL}\n\n{MILL}"

    def test_a_long_paragraph_ends_with_a_sentence(self) -> None:
        said = [f"{OWL} {number}," for number in range(12)]

        paragraphs = read_subtitles(srt(*said, "and more.", "The end.")).text.split("\n\n")
        assert paragraphs[0].endswith("and more.")
        assert paragraphs[1:] == ["The end."]

    @pytest.mark.parametrize(
        ("shown", "text"),
        [
            (
                ("<v Nell Harker>An owl.</v>\n<v Tom>Where?", "<v Tom>There?"),
                "Nell Harker: An owl.\n\nTom: Where? There?",
            ),
            (
                ("NELL: An owl.", "It hunts.", "TOM ASH: Where?"),
                "NELL: An owl. It hunts.\n\nTOM ASH: Where?",
            ),
            ((">> An owl.", ">> Where?"), "An owl.\n\nWhere?"),
            (("- An owl.\n- Where?", "There."), "An owl.\n\nWhere? There."),
        ],
        ids=["voices", "names", "turns", "dashes"],
    )
    def test_speakers_are_paragraphs(self, shown: tuple[str, ...], text: str) -> None:
        assert read_subtitles(vtt(*shown)).text == text

    def test_lines_that_roll_up_are_taken_once(self) -> None:
        rolling = (
            "an owl has",
            "an owl has\nmoved<00:00:01.500><c> in</c>",
            "moved in",
            "moved in\nand stays",
        )
        assert read_subtitles(vtt(*rolling)).text == "an owl has moved in and stays"

    def test_sounds_are_none_of_it_and_entities_are_signs(self) -> None:
        data = vtt("[APPLAUSE]", "(laughs)", "♪ La la ♪", "Owl &amp; mill [sic].")

        assert read_subtitles(data).text == "Owl & mill [sic]."

    def test_what_is_broken_is_passed_over(self) -> None:
        first = b"1\n00:00:01,000 --> 00:00:02,000\nAn owl.\n"
        second = b"2\n00:00:03,0 -> 00:00:04\nIt hunts.\n\nx\n"
        assert read_subtitles(first + second).text == "An owl. It hunts."

    def test_nothing_said_is_refused(self) -> None:
        with pytest.raises(ReadError, match="has no text"):
            read_subtitles(b"WEBVTT\n\n")


class TestTranscripts:
    def test_times_are_left_out_and_speakers_are_paragraphs(self) -> None:
        data = (
            f"Interview in the belfry\n\n[00:00:01] Nell Harker: {OWL}\n[00:00:09] It hunts.\n\n"
            f"[00:00:15] Tom Ash: {MILL}\n\n[00:01:20] Nell Harker: {BRIDGE}\n"
        ).encode()

        assert guess_by_look(data) == TRANSCRIPT
        assert read_transcript(data).text == (
            f"Interview in the belfry\n\nNell Harker: {OWL} It hunts.\n\nTom Ash: {MILL}\n\n"
            f"Nell Harker: {BRIDGE}"
        )

    def test_names_on_the_lines_of_times(self) -> None:
        data = "".join(
            f"00:0{at}:00 {name}\n{said}\n\n"
            for at, name, said in (
                (0, "Nell", OWL),
                (1, "Tom", MILL),
                (2, "Nell", BRIDGE),
                (3, "Tom", OWL),
            )
        )

        assert guess_by_look(data.encode()) == TRANSCRIPT
        assert read_transcript(data.encode()).text == (
            f"Nell: {OWL}\n\nTom: {MILL}\n\nNell: {BRIDGE}\n\nTom: {OWL}"
        )

    @pytest.mark.parametrize(
        "text",
        [
            f"10:45 {OWL}\n\n10:30 {MILL}\n\n10:15 {BRIDGE}\n\n10:00 {OWL}",
            f"[11:00] {OWL}\n\n[10:45] {MILL}\n\n[10:30] {BRIDGE}\n\n[10:15] {OWL}",
            f"At [00:01] {OWL}\n\n{MILL}",
            f"[00:01:00] {OWL}\n" + f"{MILL}\n" * 20,
        ],
        ids=["times of a day", "latest first", "a time in a text", "one time"],
    )
    def test_texts_with_times_are_texts(self, text: str) -> None:
        assert guess_by_look(text.encode()).name == "text"

    def test_it_is_known_though_it_is_called_a_text(self, folder: Path) -> None:
        path = folder / "2026-03-05 talk.txt"
        path.write_text("".join(f"[00:00:{at}0] Nell: {OWL}\n" for at in range(5)), "utf-8")

        with Reader() as reader:
            (reading,) = reader.read(str(path))
        assert reading.article is not None
        assert "[00" not in reading.article.text
        assert reading.article.published == "2026-03-05"
