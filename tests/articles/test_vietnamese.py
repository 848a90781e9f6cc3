import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.vietnamese import (
    SEARCH_FROM,
    SEARCH_TO,
    for_search,
    normalise,
    paragraphs,
    same_word,
    same_word_key,
    sentences,
    sort_key,
)

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
SIGNS = " \n\t\r.,;:!?…/-–“”\"'()0123456789Ðð\u00a0\u00ad\u200b\u0301\u0302"
PHRASES = ["nbsp;", "&nbsp;", "TP.", "T.Ư", "Một là,", "1.", "này.Dự án", "/.", "..."]
PIECES = st.sampled_from([*LETTERS, *LETTERS.upper(), *SIGNS, *PHRASES])
VIETNAMESE = st.lists(PIECES).map("".join)
ANY = st.one_of(st.text(), VIETNAMESE)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (unicodedata.normalize("NFD", "Đảng bộ huyện"), "Đảng bộ huyện"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("Một là,\u00a0giữ\u2003vững\tnếp", "Một là, giữ vững nếp"),
        ("chi\u00adbộ \u200bthôn\ufeff", "chibộ thôn"),
        ("Ðảng, HÐND, QÐ-TU", "Đảng, HĐND, QĐ-TU"),
        ("ðồng chí ðã", "đồng chí đã"),
        ("Sigurður Guðmundsson", "Sigurður Guðmundsson"),
        ("tỉnh&nbsp;ủy &amp;nbsp;vànbsp;huyện", "tỉnh ủy  và huyện"),
        ("ca\u0301\u0302p", "cấp"),
        ("a\x00b\x07c", "abc"),
        ("a\ufffeb\uffffc", "abc"),
        ("\ud800", "\ufffd"),
    ],
)
def test_the_door_lets_one_form_in(raw: str, kept: str) -> None:
    assert normalise(raw) == kept


@given(ANY)
def test_the_door_is_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa bình", "hoà bình"),
        ("KHÓA XIII", "khoá xiii"),
        ("Tỉnh ủy", "tỉnh uỷ"),
        ("thủy lợi", "thuỷ lợi"),
        ("khỏe", "khoẻ"),
        ("qúy", "quý"),
        ("hòan thành", "hoàn thành"),
        ("hùynh", "huỳnh"),
        ("“tự diễn biến”", '"tự diễn biến"'),
        ("‘tự diễn biến’", '"tự diễn biến"'),
        ("kinh tế – xã hội", "kinh tế - xã hội"),
    ],
)
def test_spellings_of_the_same_word_meet(one: str, other: str) -> None:
    assert same_word(one) == same_word(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("đảng", "đang"), ("hòa", "hóa"), ("quý", "quỷ"), ("múa", "mùa"), ("hóa", "hoa"), ("đ", "d")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert same_word(one) != same_word(other)


def test_tones_that_have_only_one_place_stay_there() -> None:
    for word in ("hoàn", "huỳnh", "quý", "thuỷ", "khoẻ", "hoá", "mía", "của", "chuyện", "loài"):
        assert same_word(word) == word


@given(ANY)
def test_same_word_keeps_the_length_and_is_idempotent(text: str) -> None:
    folded = same_word(text)
    assert len(folded) == len(text)
    assert same_word(folded) == folded


def test_every_code_point_keeps_its_length() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert len(same_word(everything)) == len(everything)
    assert len(for_search(everything)) == len(everything)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  “Tự  chuyển\u00a0hóa” ", "tự chuyển hoá"),
        ("Nêu gương.", "nêu gương"),
        ("(Học tập và làm theo Bác)", "học tập và làm theo bác"),
        ("Đảng bộ huyện (khóa XII)", "đảng bộ huyện (khoá xii)"),
        ("…", ""),
    ],
)
def test_a_key_is_what_a_name_is_known_by(text: str, key: str) -> None:
    assert same_word_key(text) == key


@given(ANY)
def test_keys_are_idempotent(text: str) -> None:
    assert same_word_key(same_word_key(text)) == same_word_key(text)


def test_search_folds_every_vietnamese_letter() -> None:
    assert for_search("Đảng ủy Thị xã Ðường Quỳnh") == "dang uy thi xa duong quynh"
    assert for_search(LETTERS.upper()) == for_search(LETTERS)
    assert for_search(LETTERS).isascii()


def test_the_search_table_is_one_to_one() -> None:
    assert len(SEARCH_FROM) == len(SEARCH_TO) == len(set(SEARCH_FROM))
    assert len(SEARCH_FROM) < 250


@given(ANY)
def test_search_keeps_the_length_and_is_idempotent(text: str) -> None:
    assert len(for_search(text)) == len(text)
    assert for_search(for_search(text)) == for_search(text)


@pytest.mark.parametrize(
    "names",
    [
        ["an", "Ăn", "ân", "Bé", "cá", "dê", "Đá", "em", "êm"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["An Bình", "Án Bình", "An Cư", "Anh"],
        ["Hà Nam", "Hà Nội", "Hải Dương", "Hoà Bình", "Huế"],
        ["ô tô", "ôn", "ơn", "uy", "ưu", "vui", "xa", "yên"],
        ["Quận 1", "Quận 2"],
    ],
)
def test_names_sort_in_vietnamese_order(names: list[str]) -> None:
    keys = [sort_key(name) for name in names]
    assert keys == sorted(set(keys))


def test_spelling_of_the_tone_and_case_do_not_change_the_order() -> None:
    assert sort_key("HÒA BÌNH") == sort_key("Hoà  Bình,")


ONE_SENTENCE = [
    "Nghị quyết T.Ư 4 được quán triệt tới từng chi bộ.",
    "Đoàn công tác về thăm TP. Hồ Chí Minh và TX. Sông Lam trong tuần.",
    "Th.S Lê Văn A. Bình và PGS.TS. Trần Hòa cùng dự.",
    "Hội có 11.819 đảng viên, tính đến 20.9.2021.",
    "Cán bộ xã, thôn, v.v. đều tham gia.",
    "Tập huấn cho cấp ủy; kiểm tra chi bộ; giám sát đảng viên.",
    "1. Rà soát quy chế làm việc.",
    "a) Phân công cấp ủy viên phụ trách thôn.",
    "II. Phương hướng, nhiệm vụ",
    "Điều 5. Trách nhiệm của người đứng đầu",
    "Một là, nâng cao nhận thức của cán bộ.",
    "“Vì sao dân chưa tin?” là câu hỏi của nhiều cán bộ.",
    "Đảng bộ nỗ lực vượt khó... để về đích sớm.",
    "Tin đăng trên trang Baosonglam.vn sáng nay.",
    "Phong trào được nhân rộng trong toàn huyện./.",
    "Đ/c. Nguyễn Văn Bình phát biểu.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_these_are_one_sentence(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Chi bộ họp đều.", "Đảng viên tham gia đầy đủ."],
        ["Huyện có 25 xã.", "25 xã đều đạt chuẩn."],
        ["Ban Thường vụ đã họp (khóa XI).", "Hội nghị thống nhất."],
        ["Ông nói: “Phải làm ngay.”", "Mọi người đồng tình."],
        ["Dân hỏi: “Vì sao thế?”.", "Cán bộ trả lời ngay."],
        ["Còn nhiều khó khăn…", "Tuy nhiên, huyện đã cố gắng."],
        ["Các cuộc họp ở khu dân cư...", "Đồng thời, phân công phụ trách."],
        ["Vì sao?", "Vì thiếu kiểm tra!", "Phải sửa ngay."],
        ["Kế hoạch ban hành năm 2021.", "Các xã đã triển khai."],
        ["Nghị quyết được thông qua tại khóa XIII.", "Đây là dấu mốc."],
        ["Bổ sung vitamin A.", "Ngoài ra, khám định kỳ."],
        ["Hội nghị đánh giá quý I.", "Các cơ quan thống nhất."],
        ["Hội trường xã, sân vận động, v.v.", "Tất cả đã xong."],
        ["Đảng ta là đạo đức, là văn minh.(1)", "Lời dạy ấy còn nguyên giá trị."],
    ],
)
def test_sentences_end_where_they_end(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_glued_sentences_come_apart() -> None:
    text = "Xã hoàn thành việc này.Dự án sau bắt đầu."
    assert [text[s:e] for s, e in sentences(text)] == [
        "Xã hoàn thành việc này.",
        "Dự án sau bắt đầu.",
    ]


def test_numbers_in_a_run_on_list_do_not_end_a_sentence() -> None:
    text = "Gồm các việc: 1. Rà soát quy chế. 2. Kiểm tra chi bộ."
    assert [text[s:e] for s, e in sentences(text)] == [
        "Gồm các việc: 1. Rà soát quy chế.",
        "2. Kiểm tra chi bộ.",
    ]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "\n  Một dòng \n\n\u3000\nDòng nữa"
    assert [text[s:e] for s, e in paragraphs(text)] == ["Một dòng", "Dòng nữa"]


@given(ANY)
def test_sentences_cover_every_letter_once_and_in_order(text: str) -> None:
    text = normalise(text)
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[s:e] for s, e in spans).split()) == "".join(text.split())
