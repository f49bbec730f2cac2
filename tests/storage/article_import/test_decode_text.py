from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.decode_text import decode
from storage.errors import ReadError
from storage.wording.plural import pluralize
from tests.storage.desk import thoroughly

TEXTS = {
    "English": "“The owl’s nest is a mess”, said the sexton — and swept the belfry again.",
    "French": (
        "Le marché aux légumes a été déplacé près de l’église, où les clients déçus ont dû "
        "patienter. Le maire a répondu que la fontaine gelée n’était pas à réparer avant l’été."
    ),
    "French ligatures": (
        "Le cœur du village bat près du marché aux œufs, où la sœur du maire a vendu des bœufs "
        "pour vingt € la pièce. Une œuvre singulière, a-t-elle répété à l’été dernier."
    ),
    "German": (
        "Der Bürgermeister eröffnete die Brücke über den Mühlbach früher als geplant. "
        "Die Gäste aßen süße Brötchen und hörten zwölf Trompeten; später schloß die Straße."
    ),
    "Turkish": (
        "Belediye başkanı yeni okulun yapımına başlandığını duyurdu. Köprü dün akşam kapatıldı; "
        "işçiler yağmur yüzünden çalışamadı."
    ),
    "Russian": (
        "Сова поселилась на колокольне и мешает спать всему хору. Староста обещал построить ей "
        "новый дом, но денег в деревне пока нет."
    ),
    "Polish": (
        "Sowa zamieszkała na wieży kościoła i budzi cały chór. Wójt obiecał, że zbuduje jej "
        "nowy dom, lecz pieniędzy w gminie ciągle brakuje. Dzieci są szczęśliwe."
    ),
    "Czech": (
        "Starý mlýn se na jaře znovu otevře jako škola. Sova se usídlila ve věži kostela a budí "
        "celý sbor."
    ),
    "Romanian": (
        "Casa bătrână a fost vândută. O bufniţă s-a mutat în clopotniţă şi ţine corul treaz "
        "toată noaptea."
    ),
    "Croatian": (
        "Kuća na brdu je prodana. Sova se uselila u zvonik i ne da zboru spavati, pa čuvar traži "
        "pomoć."
    ),
    "Greek": "Μια κουκουβάγια μένει στο καμπαναριό και ξυπνά τη χορωδία κάθε νύχτα του χειμώνα.",
    "Japanese": "鐘楼に住みついたフクロウが聖歌隊を眠らせない。村長は新しい小屋を約束した。",
    "Chinese": "一只猫头鹰住进了钟楼，整个唱诗班都睡不着。村长答应给它盖一座新房子。",
    "Korean": "올빼미 한 마리가 종탑에 둥지를 틀어 성가대가 잠을 이루지 못한다.",
}
WESTERN = ["English", "French", "French ligatures", "German"]
OTHER_CODE_PAGES = [
    *(("koi8_r", "Russian"), ("cp1251", "Russian"), ("iso8859_5", "Russian")),
    *(("cp866", "Russian"), ("cp1250", "Polish"), ("iso8859_2", "Polish")),
    *(("cp1250", "Czech"), ("iso8859_2", "Czech"), ("cp1253", "Greek")),
    *(("cp1250", "Romanian"), ("iso8859_2", "Romanian"), ("iso8859_2", "Croatian")),
    *(("cp850", "French"), ("cp437", "French")),
    *(("mac_roman", "French"), ("mac_roman", "German"), ("mac_roman", "English")),
    *(("cp850", "German"), ("cp1254", "Turkish"), ("iso8859_9", "Turkish")),
    *(("iso8859_15", "French ligatures"), ("shift_jis", "Japanese"), ("euc_jp", "Japanese")),
    *(("gb18030", "Chinese"), ("gbk", "Chinese"), ("euc_kr", "Korean")),
]


def encoded(text: str, codec: str) -> bytes:
    """Encode a text; what the code page has no sign for is written as an older writer would."""
    plainer = text
    for sign, instead in (("’", "'"), ("“", '"'), ("”", '"'), ("—", "-")):
        try:
            sign.encode(codec)
        except UnicodeEncodeError:
            plainer = plainer.replace(sign, instead)
    return plainer.encode(codec)


def first_sentence(text: str) -> str:
    return text.partition(". ")[0]


def test_utf_8_is_read_as_it_stands() -> None:
    assert decode(TEXTS["English"].encode()) == (TEXTS["English"], "")


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + TEXTS["English"].encode()) == (TEXTS["English"], "")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    ],
)
@pytest.mark.parametrize("language", ["English", "Russian", "Japanese"])
def test_a_byte_order_mark_names_its_encoding(
    mark: bytes, codec: str, name: str, language: str
) -> None:
    text = TEXTS[language]

    assert decode(mark + text.encode(codec)) == (text, f"was read as {name}")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Мельница у реки сгорела в понедельник, сообщили пожарные.",
        "川沿いの製粉所が月曜日に焼けたと消防が発表した。けが人はいなかった。",
        "Ο μύλος στο ποτάμι κάηκε τη Δευτέρα.\nΚανείς δεν τραυματίστηκε.\n",
    ],
    ids=["Russian", "Japanese", "Greek"],
)
def test_utf_16_in_other_scripts_need_not_say_so(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, "was read as UTF-16")


def test_zeros_behind_a_text_are_left_out() -> None:
    text = "Eulen für alle.\n" * 9

    found = decode(text.encode() + b"\0" * 40)

    assert found == (text, "had 40 zero bytes at its end, left out")


def test_chinese_in_ascii_is_read() -> None:
    text = "港务局星期一表示，桥将关闭。"

    assert decode(text.encode("hz")) == (text, "was read as HZ")
    assert decode(b"~{ home ~}").text == "~{ home ~}"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [TEXTS["English"], TEXTS["French"], "Owl"], ids=["English", "French", "short"]
)
def test_utf_16_is_known_by_its_zeros(codec: str, text: str) -> None:
    assert decode(text.encode(codec)) == (text, "was read as UTF-16")


@pytest.mark.parametrize("language", WESTERN)
def test_windows_1252_is_read_and_named(language: str) -> None:
    text = TEXTS[language]

    assert decode(text.encode("cp1252")) == (text, "was read as Windows-1252")


def test_one_curly_quote_in_a_long_english_text_is_enough() -> None:
    text = "The choir sang in the square instead. " * 60 + "The sexton didn’t mind."

    assert decode(text.encode("cp1252")) == (text, "was read as Windows-1252")


@pytest.mark.parametrize(("codec", "language"), OTHER_CODE_PAGES)
@pytest.mark.parametrize("length", ["sentence", "text", "long text"])
def test_other_encodings_are_read_or_refused_but_never_read_as_other_letters(
    codec: str, language: str, length: str
) -> None:
    text = TEXTS[language]
    shown = {"sentence": first_sentence(text), "text": text, "long text": f"{text}\n" * 20}[length]
    data = encoded(shown, codec)

    try:
        read, notice = decode(data)
    except ReadError as error:
        assert length == "sentence"
        assert "is not UTF-8 (it looks like" in str(error)  # noqa: PT017 (not to fail is right too)
    else:
        assert read == data.decode(codec)
        assert notice.startswith("was read as ")


@pytest.mark.parametrize(
    ("codec", "name", "language"),
    [
        *(("koi8_r", "KOI8-R", "Russian"), ("cp1251", "Windows-1251", "Russian")),
        *(("cp1250", "Windows-1250", "Polish"), ("iso8859_2", "ISO-8859-2", "Polish")),
        ("iso2022_jp", "ISO-2022-JP", "Japanese"),
        *(("shift_jis", "Shift_JIS", "Japanese"), ("euc_jp", "EUC-JP", "Japanese")),
        *(("gb18030", "GB18030", "Chinese"), ("mac_roman", "Mac Roman", "French")),
        *(("cp1253", "Windows-1253", "Greek"), ("iso8859_5", "ISO-8859-5", "Russian")),
    ],
)
def test_an_encoding_is_named(codec: str, name: str, language: str) -> None:
    text = TEXTS[language]
    assert decode(encoded(text, codec)).notice == f"was read as {name}"


@pytest.mark.parametrize(
    ("codec", "word"),
    [
        *(("cp1251", "Сова"), ("mac_cyrillic", "Сова"), ("cp1253", "Κουκουβάγια")),
        *(("cp1255", "ינשוף"), ("cp1256", "بومة"), ("cp1250", "Łódź"), ("koi8_r", "Сова")),
        *(("cp1250", "Škoda"), ("mac_roman", "São"), ("shift_jis", "東京")),
    ],
)
def test_one_foreign_word_is_not_read_as_other_letters(codec: str, word: str) -> None:
    text = f"The sexton wrote {word} on the door. " + "The choir sang in the square. " * 20

    read, notice = decode(text.encode(codec))

    lost = read.count("\ufffd")
    assert lost
    assert read.replace("\ufffd", "") == "".join(
        sign for sign in text if sign.isascii() or sign in read
    )
    assert notice == f"has {pluralize(lost, 'damaged character')}, shown as �"


@pytest.mark.parametrize("codec", ["cp850", "cp437", "mac_roman"])
def test_one_accent_is_read_where_only_one_western_page_fits(codec: str) -> None:
    text = "The sexton wrote café on the door. " + "The choir sang in the square. " * 20

    assert decode(text.encode(codec)).text == text


class TestDamage:
    TEXT = f"{TEXTS['English']}\n\n{TEXTS['French']}\n"

    @pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\xf0\x9f\x98", b"\x80", b"\xc3"])
    @pytest.mark.parametrize("at", ["owl", "bel", "\u00e9t\u00e9 "])
    def test_a_bad_byte_is_shown_and_counted(self, bad: bytes, at: str) -> None:
        data = self.TEXT.encode()
        place = data.index(at.encode())

        found = decode(data[:place] + bad + data[place:])

        assert found.text == self.TEXT.replace(at, f"\ufffd{at}", 1)
        assert found.notice == "has 1 damaged character, shown as �"

    def test_all_are_counted_but_not_those_that_were_lost_before(self) -> None:
        data = f"caf\ufffd {self.TEXT}".encode() + b"an owl\xff, a mill\xff\xfe."

        assert decode(data).notice == "has 3 damaged characters, shown as �"

    @pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\x81"])
    def test_one_bad_byte_in_ascii_is_no_other_encoding(self, bad: bytes) -> None:
        data = b"The owl keeps the choir awake. " * 9

        assert decode(data + bad + b" " + data).text.count("\ufffd") == 1

    @pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
    def test_what_says_what_it_is_may_be_damaged_too(self, mark: bytes) -> None:
        is_wide = mark != codecs.BOM_UTF8
        data = mark + self.TEXT.encode("utf-16-le" if is_wide else "utf-8")

        found = decode(data + (b"\x00\xd8" if is_wide else b"\xff"))

        assert found.text == f"{self.TEXT}\ufffd"
        assert found.notice.endswith("has 1 damaged character, shown as �")

    @pytest.mark.parametrize(
        ("codec", "language"),
        [("shift_jis", "Japanese"), ("gb18030", "Chinese"), ("euc_jp", "Japanese")],
    )
    def test_a_legacy_text_that_is_cut_within_a_sign_is_read(
        self, codec: str, language: str
    ) -> None:
        text = TEXTS[language]

        found = decode(text.removesuffix("。").encode(codec)[:-1])

        assert found.text == f"{text.removesuffix('。')[:-1]}\ufffd"
        assert found.notice.endswith("and has 1 damaged character, shown as �")


class TestTwoEncodings:
    @pytest.mark.parametrize(
        ("codec", "name", "language"),
        [
            ("cp1252", "Windows-1252", "French"),
            ("cp1251", "Windows-1251", "Russian"),
            ("koi8_r", "KOI8-R", "Russian"),
            ("cp1250", "Windows-1250", "Polish"),
            ("mac_roman", "Mac Roman", "French"),
            ("gb18030", "GB18030", "Chinese"),
        ],
    )
    @pytest.mark.parametrize("order", [1, -1])
    def test_each_line_is_read_in_its_own(
        self, codec: str, name: str, language: str, order: int
    ) -> None:
        ours, theirs = f"{TEXTS['German']} Łódź\n", f"{TEXTS[language]}\n"
        data = encoded(theirs, codec)
        pieces = [(ours.encode(), ours), (data, data.decode(codec))][::order]

        found = decode(b"\n".join(piece for piece, _ in pieces))

        assert found.text == "\n".join(piece for _, piece in pieces)
        assert found.notice == f"was read as UTF-8, some lines as {name}"


class TestMojibake:
    @pytest.mark.parametrize("wrongly", ["latin-1", "mac_roman", "cp1252"])
    @pytest.mark.parametrize("language", ["English", "French", "German", "Polish"])
    def test_it_is_read_as_it_was_meant(self, wrongly: str, language: str) -> None:
        # Windows-1252 has no sign for five bytes; programs put the control character there.
        garbled = (
            TEXTS[language].encode().decode(wrongly, "replace" if wrongly != "cp1252" else "ignore")
        )
        if wrongly == "cp1252":
            garbled = "".join(
                bytes([byte]).decode("cp1252", "ignore") or chr(byte)
                for byte in TEXTS[language].encode()
            )

        found = decode(garbled.encode())

        assert found.text == TEXTS[language]
        assert found.notice == "had 1 garbled line, read as meant"

    def test_lines_that_are_well_stay(self) -> None:
        well = "“CAFÉ” — CAFÉ’s «À» São Paulo, ÊTRE…"

        found = decode(f"{well}\nThe cafÃ© itâ€™s\n{well}".encode())

        assert found.text == f"{well}\nThe café it’s\n{well}"

    @pytest.mark.parametrize("language", TEXTS)
    def test_no_text_that_is_well_is_changed(self, language: str) -> None:
        for text in (TEXTS[language], TEXTS[language].upper()):
            assert decode(text.encode()) == (text, "")


def test_what_is_not_sure_is_refused_by_what_it_seems_to_be() -> None:
    data = encoded(first_sentence(TEXTS["Romanian"]), "iso8859_2")

    with pytest.raises(ReadError, match=r"is not UTF-8 \(it looks like .+\); save it as UTF-8"):
        decode(data)


@pytest.mark.parametrize(
    ("start", "thing"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"SQLite format 3\0", "a database"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(start: bytes, thing: str) -> None:
    with pytest.raises(ReadError, match=f"is {thing}"):
        decode(start + b"and so on")


@pytest.mark.parametrize(
    "data",
    [
        b"The owl\0 is awake.",
        b"\0\0\0\0",
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04owl",
        codecs.BOM_UTF8 + b"The owl\0 is awake.",
    ],
    ids=["a zero", "zeros", "all bytes", "controls", "a zero after a mark"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="is a binary file, not text"):
        decode(data)


def test_a_zero_in_a_long_text_is_damage() -> None:
    text = "The owl in the café is awake.\r\n" * 20

    found = decode(f"{text}The mill\0is not.".encode())
    assert found.text.endswith("awake.\nThe mill\ufffdis not.")
    assert found.notice == "has 1 damaged character, shown as \ufffd"


@pytest.mark.parametrize(
    "end", [b"\0\0x", b"\0\xff", b" \0" * 9], ids=["a run", "no UTF-8", "many"]
)
def test_zeros_in_a_long_binary_file(end: bytes) -> None:
    with pytest.raises(ReadError, match="is a binary file, not text"):
        decode(b"The owl is awake.\n" * 20 + end)


@pytest.mark.parametrize(
    ("mark", "data"),
    [(codecs.BOM_UTF8, b"owl \xff"), (codecs.BOM_UTF16_LE, b"o"), (codecs.BOM_UTF16_BE, b"\xd8\0")],
)
def test_a_text_that_breaks_its_promise_is_damaged(mark: bytes, data: bytes) -> None:
    with pytest.raises(ReadError, match=r"claims to be UTF-\d+ but is damaged"):
        decode(mark + data)


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\r\n", "\u00a0\u2003".encode(), codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"],
)
def test_without_a_word_it_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError, match="is empty"):
        decode(data)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_line_breaks_of_every_system_become_one(codec: str) -> None:
    text = "one é\r\ntwo\rthree\nfour\r\n\r\n"

    assert decode(text.encode(codec)).text == "one é\ntwo\nthree\nfour\n\n"


def test_nothing_else_is_changed() -> None:
    text = "  Tab\there, soft\u00adhyphen, no\u00a0break, e\u0301, \x1b[31mred\x1b[0m, \u202e.  \n"

    assert decode(text.encode()).text == text


@thoroughly
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\r\t")))
def test_any_text_survives(text: str) -> None:
    text = f"Owl {text}"

    found = decode(text.encode())

    if found.notice != "had 1 garbled line, read as meant":
        assert found == (text.replace("\r\n", "\n").replace("\r", "\n"), "")


@thoroughly
@given(
    st.binary(max_size=200)
    | st.text("aé“ßñ owl\n", max_size=80).map(lambda text: text.encode("cp1252"))
    | st.text(max_size=40).map(lambda text: text.encode("utf-16-le", "surrogatepass"))
    | st.text(max_size=40).map(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-8"))
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, notice = decode(data)
    except ReadError:
        return
    assert text.strip()
    assert "\r" not in text
    assert notice or text.encode().startswith(data[:1]) or data.startswith(codecs.BOM_UTF8)
    text.encode()
