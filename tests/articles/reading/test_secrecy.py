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
        ("SỐ 05 - TỐI MẬT", "TỐI MẬT"),
        ("TỐI MẬT - SỐ 05", "TỐI MẬT"),
        ("TUYỆT MẬT, bản số: 2", "TUYỆT MẬT"),
        ("MẬT (Văn bản số 5)", "MẬT"),
        ("MẬT – 15-BC/TU", "MẬT"),
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
        "MẬT – 5 CÔNG DỤNG KHÔNG NGỜ",
        "MẬT (ONG RỪNG)",
        "Mật (văn bản số 5)",
        "Số 5 - Mật ong",
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


REPORT = f"<h1>Báo cáo tình hình tháng 6</h1><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p>"
MENU = "".join(f"<li><a href='/{n}'>Chuyên mục {n}</a></li>" for n in range(60))


@pytest.mark.parametrize(
    "markup",
    [
        f"<p><b>TỐI MẬT</b></p>{REPORT}",
        f"<div>TỐI MẬT</div>{REPORT}",
        f"<div><div>Số 05</div><div><span>TỐI</span> <span>MẬT</span></div></div>{REPORT}",
        f"<header>TỐI MẬT</header>{REPORT}",
        f"<header><p>TỐI MẬT</p></header><main>{REPORT}</main>",
        f"<div class='header'>TỐI MẬT</div>{REPORT}",
        f"<aside>TỐI MẬT</aside>{REPORT}",
        f"<nav>TỐI MẬT</nav>{REPORT}",
        f"<table><tr><td>TỈNH ỦY</td><td>TỐI MẬT</td></tr></table>{REPORT}",
        f"<table><tr><th>Độ mật</th><td>Tối mật</td></tr></table>{REPORT}",
        f"<article><p>TỐI MẬT</p>{REPORT}</article>",
        f"<article><header><p class='label'>TỐI MẬT</p></header>{REPORT}</article>",
        f"<h1>TỐI MẬT</h1>{REPORT}",
        f"<h1>TỐI MẬT</h1><p>{BODY}</p><p>{BODY}</p>",
        f"<p>TỐI MẬT - SỐ 05</p>{REPORT}",
        f"<nav><ul>{MENU}</ul></nav><p>TỐI MẬT</p>{REPORT}",
        f"<nav><ul>{MENU}</ul></nav><article><div>TỐI MẬT</div>{REPORT}</article>",
        f"<pre>TỈNH ỦY TRÀ GIANG\n*\nTỐI MẬT</pre>{REPORT}",
        f"<pre>TỈNH ỦY TRÀ GIANG          TỐI MẬT\n*</pre>{REPORT}",
        f"<p>TỈNH ỦY TRÀ GIANG          MẬT</p>{REPORT}",
        f"<p>TỈNH ỦY TRÀ GIANG\t\t\tMẬT</p>{REPORT}",
        f"<p>TỈNH ỦY{'&nbsp;' * 9}MẬT<br>*<br>Số 12-BC/TU</p>{REPORT}",
        f"<p><b>TỈNH ỦY</b>&emsp;&emsp;&emsp;<b>TUYỆT&nbsp;MẬT</b></p>{REPORT}",
        f"<p>TỈNH ỦY <span style='float: right'>MẬT</span></p>{REPORT}",
        f"<p><b style='float:left'>TỈNH ỦY</b>TỐI MẬT</p>{REPORT}",
        f"<h3><i style='display:inline-block'>TỈNH ỦY</i> <i>MẬT</i></h3>{REPORT}",
    ],
)
def test_a_page_with_a_mark_anywhere_at_its_head_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(f"<!doctype html><html><body>{markup}</body></html>".encode())
    assert refused.value.code is Fault.SECRET


@pytest.mark.parametrize(
    "markup",
    [
        f"<nav><a href='/1'>Mật ong</a><a href='/2'>Bảo mật</a></nav>{REPORT}",
        f"<ul><li><a href='/1'>BẢO MẬT</a></li><li>Chính sách bảo mật</li></ul>{REPORT}",
        f"<header><div>MẬT ONG RỪNG</div><div>BẢO MẬT THÔNG TIN</div></header>{REPORT}",
        f"<div class='header'>Bí mật nhà nước</div>{REPORT}",
        f"<p>BẢO VỆ BÍ&nbsp;&nbsp;&nbsp;MẬT&nbsp;&nbsp;&nbsp;NHÀ NƯỚC</p>{REPORT}",
        f"<p>NGHỀ NUÔI\n        MẬT\n        NGỌT</p>{REPORT}",
        f"<p>TỔ HỢP TÁC LẤY&nbsp;&nbsp;&nbsp;MẬT&nbsp;&nbsp;&nbsp;ONG RỪNG</p>{REPORT}",
        f"<p><span style='float:left'>NGHỀ LÀM</span> MẬT ONG</p>{REPORT}",
        f"<aside>Mật ong rừng</aside><article><p>Mật</p>{REPORT}</article>",
        f"{REPORT}{REPORT * 9}<p>TỐI MẬT</p>",
    ],
)
def test_a_page_whose_menu_or_sections_speak_of_honey_or_secrets_is_read(markup: str) -> None:
    draft = read(f"<!doctype html><html><body>{markup}</body></html>".encode())
    assert BODY in draft.body
