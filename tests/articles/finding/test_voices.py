"""People without an office say what they think; an office may give orders in the same words."""

import pytest

from articles.finding.voices import is_of_no_office
from articles.vietnamese import same_word


@pytest.mark.parametrize(
    "sentence",
    [
        'Ông Lò Văn Pinh, người có uy tín bản Khe, nói: "Cán bộ phải gần dân".',
        "Ông K'Brừm, người có uy tín thôn 4, nói: “Cán bộ phải gần dân”.",
        "Già làng Pơ Loong bảo: “Con cháu phải giữ lấy rừng”.",
        'Chị Vàng Thị Mỷ, tổ viên, chia sẻ: "Đi tuần phải mang theo cơm nắm".',
        'Một phụ huynh ở phường Đông cho biết: "Trạm y tế cần nhắn tin cho gia đình".',
        'Trao đổi với phóng viên, ông Bảy, nguyên Chủ tịch xã, nói: "Xã phải làm theo huyện".',
        'Ông Sáu Lành, trưởng thôn 2, bày tỏ: "Nhà nước cần trả lại đất cho dân".',
        "Cử tri tỉnh Hòa Sơn kiến nghị: Đề nghị Bộ Nội vụ sớm hướng dẫn.",
    ],
)
def test_without_an_office(sentence: str) -> None:
    assert is_of_no_office(same_word(sentence), 0, len(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        'Ông Lò Văn Pản, Hạt trưởng Hạt Kiểm lâm, nói: "Các xã phải rà soát phương án".',
        'Bà Hà Thị Suối, Phó Chủ tịch UBND xã, cho biết: "Các thôn phải báo cáo hằng ngày".',
        'Ông Bảy, nguyên Giám đốc, nay là Bí thư Đảng ủy, nói: "Chi bộ phải họp đúng kỳ".',
        'Đại diện Chi cục Thuế cho biết: "Hộ kinh doanh cần đăng ký trước 30/6".',
        "Ông yêu cầu các xã rà soát phương án chữa cháy.",
        "Bí thư Đảng ủy nói: “Các chi bộ phải họp đúng kỳ”.",
        "Cử tri kiến nghị nhiều nội dung, đề nghị các sở trả lời.",
    ],
)
def test_in_office_or_nobody_quoted(sentence: str) -> None:
    assert not is_of_no_office(same_word(sentence), 0, len(sentence))
