import pytest

from articles.reading import Fault, Unreadable, read, secrecy_mark

BODY = (
    "Thực hiện kế hoạch của Tỉnh ủy, các cơ quan tham mưu đã phối hợp rà soát, báo cáo tình hình "
    "và "
    "đề xuất những giải pháp trong thời gian tới."
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỈNH ỦY TRÀ GIANG\n*\nTỐI MẬT\nBÁO CÁO", "TỐI MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("T U Y Ệ T   M Ậ T", "TUYỆT MẬT"),
        ("[TUYỆT MẬT]", "TUYỆT MẬT"),
        ("(Mật)", "MẬT"),
        ("- MẬT -", "MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ("Mức độ mật:\nTuyệt mật", "TUYỆT MẬT"),
        ("ĐẢNG BỘ TỈNH\tMẬT", "MẬT"),
        ("UBND TỈNH TRÀ GIANG        MẬT", "MẬT"),
        ("| TỐI MẬT | Số: 15-BC/TU |", "TỐI MẬT"),
        ("Số: 12/BC-UBND (MẬT)", "MẬT"),
        ("M\u00e2\u0323t".upper(), "MẬT"),
    ],
)
def test_a_mark_at_the_head_is_seen(text: str, mark: str) -> None:
    assert secrecy_mark(text + "\n" + BODY) == mark


@pytest.mark.parametrize(
    "text",
    [
        "MẬT ONG RỪNG U MINH",
        "MẬT\nONG RỪNG",
        "TẬP HUẤN BẢO MẬT THÔNG TIN",
        "TĂNG CƯỜNG CÔNG TÁC BẢO\nMẬT",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Mật ong",
        "Mật",
        "Bí mật của thành công",
        "Độ mật: Thường",
        "Độ mật: Không",
        "Độ mật của văn bản là gì?",
        "Có ba mức độ: tuyệt mật, tối mật và mật",
        "MẬT MÃ HỌC",
        "Hồ sơ giải MẬT",
        "Chuyên án TUYỆT MẬT được kể lại sau 40 năm",
        "Quan hệ mật thiết với nhân dân",
        "MẤT",
        "MẶT TRẬN",
    ],
)
def test_words_of_prose_and_titles_are_no_marks(text: str) -> None:
    assert secrecy_mark(text + "\n" + BODY) is None


def test_a_mark_far_below_the_head_is_a_word() -> None:
    assert secrecy_mark("Một dòng.\n" * 30 + "MẬT") is None


@pytest.mark.parametrize(
    "page",
    [
        f"TỈNH ỦY TRÀ GIANG\n*\nMẬT\n\nBÁO CÁO TÌNH HÌNH THÁNG 6\n\n{BODY}",
        (
            f"<html><body><p>TỈNH "
            f"ỦY</p><p><b>TỐI&nbsp;MẬT</b></p><p>{BODY}</p><p>{BODY}</p></body></html>"
        ),
        f"<table><tr><td>TỈNH ỦY</td><td>MẬT</td></tr></table><p>Số 1</p><p>{BODY}</p><div></div>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nothing_is_read_of_a_secret_document(page: str, encoding: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(page.encode(encoding))
    assert refused.value.code is Fault.SECRET
    assert BODY[:20] not in str(refused.value)
