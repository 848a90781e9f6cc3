"""Files in old Vietnamese encodings: decoded without loss, or refused."""

import shutil
import subprocess
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import Fault, Unreadable, read
from articles.reading.encodings import decode
from articles.reading.old_tables import IN_FILES, shown
from tests.articles.reading.old_letters import (
    ENCODERS,
    TCVN3,
    VNI,
    as_tcvn3_has_it,
    in_tcvn3,
    in_viscii,
    in_vni,
    in_windows_1258,
)

SENTENCES = [
    "Đảng bộ huyện Trà Giang",
    "Thực hiện nghị quyết của cấp trên, các chi bộ đã phân công đảng viên phụ trách từng hộ.",
    "Trong thời gian tới, Ban Thường vụ yêu cầu các cơ quan, đơn vị tiếp tục đổi mới lề lối.",
    "Ông Nguyễn Hữu Thuỷ, Bí thư Đảng uỷ xã, cho biết: những khuyết điểm ấy phải được sửa ngay.",
    "Kẻ xấu vẫn tuyên truyền xuyên tạc, kích động; mỗi đảng viên cần nêu gương, giữ kỷ luật.",
    "Quỹ khuyến học của thôn Đồng Vẽ giúp 45 em nghèo vượt khó, với hơn 30 triệu đồng/năm.",
    "1. Ở đâu có dân, ở đó có chi bộ; ở đâu khó, ở đó có đảng viên đi trước.",
    "Ăn chắc mặc bền, uống nước nhớ nguồn, lá lành đùm lá rách (tục ngữ).",
    "Mưa lũ làm ngập 120 ha lúa ở các xã ven sông; thiệt hại ước tính 2,5 tỷ đồng.",
    "Cuộc thi viết về tấm gương đạo đức Hồ Chí Minh thu hút hàng nghìn bài dự thi khắp cả nước.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6).map("\n".join)
OLD = {old.name: old for old in IN_FILES}


@pytest.mark.parametrize("name", ENCODERS)
@given(text=TEXTS)
def test_a_text_comes_back_as_it_was(name: str, text: str) -> None:
    kept = as_tcvn3_has_it(text) if name == "tcvn3" else text
    assert decode(ENCODERS[name](text)) == (kept, name)


@pytest.mark.parametrize("name", ["vni", "viscii", "windows-1258"])
@given(text=TEXTS)
def test_capitals_come_back_too(name: str, text: str) -> None:
    assert decode(ENCODERS[name](text.upper())) == (text.upper(), name)


@pytest.mark.parametrize("sentence", SENTENCES[1:])
@pytest.mark.parametrize("name", ENCODERS)
def test_one_sentence_is_enough(name: str, sentence: str) -> None:
    kept = as_tcvn3_has_it(sentence) if name == "tcvn3" else sentence
    assert decode(ENCODERS[name](sentence)) == (kept, name)


@pytest.mark.parametrize(("letter", "typed"), [*TCVN3.items()])
def test_letters_of_tcvn3(letter: str, typed: str) -> None:
    assert OLD["tcvn3"].decode(typed) == letter


@pytest.mark.parametrize(("letter", "typed"), [*VNI.items()])
def test_letters_of_vni(letter: str, typed: str) -> None:
    assert OLD["vni"].decode(typed) == letter
    assert OLD["vni"].decode(typed.upper()) == letter.upper()
    assert OLD["vni"].decode(typed[:1].upper() + typed[1:]) == letter.upper()


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
@pytest.mark.parametrize(("name", "known_as"), [("viscii", "VISCII"), ("tcvn3", "TCVN")])
def test_tables_are_those_of_iconv(name: str, known_as: str) -> None:
    assert shutil.which("iconv")
    different = []
    for byte in range(0x80, 0x100):
        ran = subprocess.run(
            ["iconv", "-f", known_as, "-t", "UTF-8"],
            input=bytes([byte]),
            capture_output=True,
            check=True,
        )
        letter, ours = ran.stdout.decode(), OLD[name].decode(shown(bytes([byte])))
        if letter != ours:
            different.append(byte)
    # In the fonts of TCVN3 these are € … quotation marks, dashes and ° ± ² ³ ´.
    in_fonts = [0x80, 0x85, *range(0x91, 0x98), *range(0xB0, 0xB5)]
    assert different == (in_fonts if name == "tcvn3" else [])


def test_a_file_by_the_standard_has_capitals_where_the_fonts_have_signs() -> None:
    high = "§¶ng bé huyÖn häp bµn viÖc x©y dùng §¶ng. ¶nh: "
    data = high.encode("cp1252") + b"QUANG \xa7\x91NH, ng\xb5y 5/3, b\x8bO L\x97C, \x16 ki\xd5n"
    assert decode(data).text.endswith("ả nh: QUANG ĐỊNH, ngày 5/3, bẸO LỘC, Ý kiến"[2:])


def test_signs_of_windows_between_letters_of_the_fonts_stay() -> None:
    text = "Hội nghị “Học tập và làm theo” – lần thứ hai… đã bế mạc; người M’Nông, 30 m², 25°C."
    assert decode(in_tcvn3(text)).text == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("§¶NG Bé HUYÖN TRµ GIANG", "ĐẢNG BỘ HUYỆN TRÀ GIANG"),
        ("Ban ChÊp hµnh §¶NG Bé tØnh", "Ban Chấp hành ĐẢNG Bộ tỉnh"),
        ("§¶ng bé HuyÖn", "Đảng bộ Huyện"),
        ("H§ND, UBND x· ®· häp", "HĐND, UBND xã đã họp"),
    ],
)
def test_capitals_of_tcvn3_are_told_by_the_plain_letters_beside_them(
    typed: str, meant: str
) -> None:
    body = in_tcvn3("\n" + "\n".join(SENTENCES))
    assert decode(typed.encode("cp1252") + body).text.split("\n")[0] == meant


def test_bullets_before_the_words_of_a_line_are_no_letters() -> None:
    data = (
        in_tcvn3("\n".join(SENTENCES))
        + b"\n\xb7 Thi \xaeua\n\xa7 H\xe4c t\xcbp\n\xae) \xa7o\xb5n k\xd5t"
    )
    assert decode(data).text.split("\n")[-3:] == ["· Thi đua", "§ Học tập", "đ) Đoàn kết"]


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", "vps", None])
@pytest.mark.parametrize("name", ENCODERS)
def test_what_is_declared_wrongly_is_not_believed(name: str, declared: str | None) -> None:
    assert decode(ENCODERS[name](SENTENCES[1]), declared).encoding == name


def test_what_is_declared_decides_where_two_fit_as_well() -> None:
    data = in_tcvn3("Công dân")  # in VISCII: Cụng dõn
    with pytest.raises(Unreadable) as refused:
        decode(in_viscii("Tỷ phú") + b".")
    assert refused.value.code is Fault.BAD_ENCODING
    assert decode(in_viscii("Tỷ phú") + b".", "VISCII").text == "Tỷ phú."
    assert decode(data, "x-viet-tcvn5712").text == "Công dân"


def test_a_text_with_much_ascii_is_decoded_by_its_few_words() -> None:
    script = (
        "<script>var a = 1; function menu() { return document.getElementById('x'); }</script>\n"
    )
    data = (script * 400).encode() + in_vni(SENTENCES[1])
    assert decode(data) == (script * 400 + SENTENCES[1], "vni")


def test_files_put_together_from_old_parts_and_new_ones() -> None:
    parts = [in_tcvn3(SENTENCES[1]), SENTENCES[2].encode(), in_tcvn3(SENTENCES[3]), b"Tin 24h"]
    decoded = decode(b"\n".join(parts))
    assert decoded.text == "\n".join([*SENTENCES[1:4], "Tin 24h"])
    assert decoded.encoding == "tcvn3"


def test_files_put_together_from_two_old_encodings() -> None:
    texts = SENTENCES * 2
    half = len(texts) // 2
    kept = map(as_tcvn3_has_it, texts[:half])
    data = [*map(in_tcvn3, texts[:half]), *map(in_vni, texts[half:])]
    assert decode(b"\n".join(data)).text == "\n".join([*kept, *texts[half:]])


@pytest.mark.parametrize(
    "data",
    [
        "Сегодня в городе прошло собрание жителей района.".encode("cp1251"),
        "今日は町で集会がありました。".encode("shift-jis"),
        "今天在城市举行了居民会议。".encode("gbk"),
        in_tcvn3(SENTENCES[1])
        + "\nСегодня в городе прошло собрание жителей района".encode("koi8-r"),
    ],
)
def test_what_is_in_no_known_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert refused.value.code is Fault.BAD_ENCODING


@pytest.mark.parametrize(
    "text",
    [
        "The café’s owner – a naïve man – was not amused by what the papers wrote.",
        "The pores are 5 µm wide, and the area is 30 m² at 25°C. © 2019",
    ],
)
def test_western_text_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, "windows-1252")
    assert decode(text.encode()) == (text, "utf-8")


def test_page_in_tcvn3_is_read_whole() -> None:
    title, *paragraphs = (
        SENTENCES[0],
        *(f"{one} {other}" for one, other in pairwise(SENTENCES[1:6])),
    )
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><meta charset='windows-1252'><title>{title}</title><h1>{title}</h1>{body}"
    draft = read(in_tcvn3(page), name="tin.htm")
    assert (draft.title, draft.encoding) == (title, "tcvn3")
    assert draft.body == "\n".join(paragraphs)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
def test_old_letters_saved_as_unicode_are_made_modern(encoding: str) -> None:
    text = as_tcvn3_has_it("\n".join(SENTENCES))
    assert decode(shown(in_tcvn3(text)).encode(encoding)) == (text, "tcvn3")


def test_decomposed_letters_of_windows_1258_are_whole() -> None:
    decoded = decode(in_windows_1258("\n".join(SENTENCES)))
    assert unicodedata.is_normalized("NFC", decoded.text)
