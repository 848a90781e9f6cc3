"""Lines that belong to the page and not to the article, and lines that only look like them."""

import pytest

from articles.reading.draft import Reason
from articles.reading.furniture import Section, furniture, section_opened


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A- A A+", Reason.WIDGET),
        ("Xem với cỡ chữ A- A A+", Reason.WIDGET),
        ("Nghe đọc bài", Reason.WIDGET),
        ("Mặc định Cỡ chữ", Reason.WIDGET),
        ("Đọc bài viết | In trang | Gửi email", Reason.WIDGET),
        ("leftcenterrightdel", Reason.CAPTION),
        (
            "LƯU Ý: ý kiến của bạn đọc được xem trước khi xuất bản. Vui lòng gõ tiếng có dấu.",
            Reason.COMMENT,
        ),
        ("In bài viết", Reason.WIDGET),
        ("Lưu tin này", Reason.WIDGET),
        ("1.5x", Reason.WIDGET),
        ("Xem chi tiết tại đây", Reason.WIDGET),
        ("Tải toàn văn kế hoạch tại đây", Reason.WIDGET),
        ("Tệp đính kèm:", Reason.WIDGET),
        ("TẠI ĐÂY", Reason.WIDGET),
        ("Page Content", Reason.WIDGET),
        ("Trà Giang 25°C", Reason.WIDGET),
        ("Giá vàng", Reason.WIDGET),
        ("…", Reason.WIDGET),
        ("Chia sẻ", Reason.SHARE),
        ("Chia sẻ: 12", Reason.SHARE),
        ("Facebook", Reason.SHARE),
        ("Chia sẻ lên Twitter Chia sẻ lên Facebook In bài Gửi cho bạn bè", Reason.SHARE),
        ("Theo dõi Báo Trà Giang trên Google News", Reason.SHARE),
        ("Mời bạn đọc vào chuyên mục Xây dựng Đảng xem các tin, bài khác", Reason.SHARE),
        ("4527 Lượt xem", Reason.COUNTER),
        ("Lượt xem: 182", Reason.COUNTER),
        ("Đã truy cập : 43584994", Reason.COUNTER),
        ("Từ khóa: chi bộ, sinh hoạt chuyên đề", Reason.TAGS),
        ("Chi bộ,Đảng viên,Nghị quyết,Đại hội,Kiểm tra,Giám sát", Reason.TAGS),
        (">> Chi bộ thôn Đông đổi mới sinh hoạt", Reason.RELATED),
        ("=>> Danh sách các xã đạt chuẩn", Reason.RELATED),
        ("ĐỌC THÊM Chi bộ thôn Đông đổi mới sinh hoạt", Reason.RELATED),
        ("Xem thêm Chi bộ thôn Đông đổi mới sinh hoạt", Reason.RELATED),
        ("> > Chi bộ thôn Đông đổi mới sinh hoạt", Reason.RELATED),
        ("* Bài viết thể hiện quan điểm riêng của tác giả", Reason.FOOTER),
        ("Bến nào đẹp nhất? Bến Đông Bến Tây BÌNH CHỌN Xem kết quả Chia sẻ", Reason.WIDGET),
        ("(*) Tên bài do Tòa soạn đặt", Reason.FOOTER),
        ("(*) Đầu đề do Tòa soạn đặt", Reason.FOOTER),
        ("Trang chủ > Xây dựng Đảng > Tin tức", Reason.MENU),
        ("hoi-nghi-1036.jpg", Reason.CAPTION),
    ],
)
def test_furniture_is_known_by_its_words(line: str, reason: Reason) -> None:
    assert furniture(line) is reason


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ khó khăn với doanh nghiệp",
        "Đánh giá, phản hồi ý kiến của cử tri",
        "Tiếp thu ý kiến của bạn đọc trước khi xuất bản cuốn lịch sử Đảng bộ huyện.",
        "left center rights",
        "Chi tiết các nhiệm vụ",
        "Xem thêm các phụ lục kèm theo",
        "Xem thêm Nghị quyết số 12 để nắm rõ.",
        "Bài viết được đọc tại lễ kỷ niệm",
        "Tên bài hát do nhân dân đặt",
        "Bình chọn sản phẩm tiêu biểu năm 2021",
        "In ấn tài liệu đại hội",
        "Lưu ý khi thực hiện",
        "Góp ý vào dự thảo văn kiện",
        "Đăng ký thực hiện nêu gương",
        "Tìm kiếm nguồn lực mới",
        "Xem xét, cho ý kiến về nhân sự",
        "Trước mắt và lâu dài",
        "Sau hội nghị",
        "Thời tiết và mùa vụ",
        "Từ khóa của năm là đổi mới",
        "Chủ đề năm 2021: “Kỷ cương, trách nhiệm”",
        "Thích ứng an toàn với dịch bệnh",
        "Nghe dân nói",
        "3 nhiệm vụ trọng tâm",
        "1. Công tác tổ chức",
        "“Gần dân, trọng dân, vì dân”",
        "Ôi Trà Giang, dòng sông quê tôi",
    ],
)
def test_short_lines_of_an_article_are_no_furniture(line: str) -> None:
    assert furniture(line) is None
    assert section_opened(line) is None


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Tin liên quan", Section.RELATED),
        ("CÁC TIN, BÀI KHÁC", Section.RELATED),
        ("Tin đã đưa", Section.RELATED),
        ("Bài viết cùng chuyên mục", Section.RELATED),
        ("Những tin cũ hơn", Section.RELATED),
        ("Đọc thêm", Section.RELATED),
        ("Có thể bạn quan tâm", Section.RELATED),
        ("Older news items:", Section.RELATED),
        ("Văn bản mới ban hành", Section.RELATED),
        ("Bình luận (0)", Section.COMMENT),
        ("Ý kiến bạn đọc", Section.COMMENT),
        ("Gửi phản hồi của bạn", Section.COMMENT),
        ("Vui lòng đăng nhập để bình luận", Section.COMMENT),
        ("Thống kê truy cập", Section.COUNTER),
        ("Đang truy cập", Section.COUNTER),
        ("Số lượt đang online", Section.COUNTER),
        ("Thăm dò ý kiến", Section.COUNTER),
        ("Liên kết website", Section.COUNTER),
        ("© Báo Trà Giang", Section.FOOTER),
        ("Cơ quan chủ quản: Tỉnh ủy Trà Giang", Section.FOOTER),
        ("Giấy phép số 12/GP-BTTTT ngày 1/2/2021", Section.FOOTER),
        ("Tổng Biên tập: Lê Văn Sông", Section.FOOTER),
        ("Chịu trách nhiệm nội dung: Hà Đình Núi", Section.FOOTER),
        ("Điện thoại: 0123.456.789", Section.FOOTER),
        ("Đề nghị ghi rõ nguồn khi phát hành lại", Section.FOOTER),
    ],
)
def test_the_parts_at_the_foot_are_known_by_their_first_line(line: str, section: Section) -> None:
    assert section_opened(line) is section


@pytest.mark.parametrize(
    "line",
    [
        "Chịu trách nhiệm nội dung văn bản trình cấp trên",
        "Tin tưởng vào sự lãnh đạo của Đảng",
        "Bài học kinh nghiệm",
        "Các nội dung cụ thể",
        "Ý kiến của cử tri và nhân dân",
        "Liên quan đến công tác cán bộ",
        "Thống kê, rà soát các bến sông",
        "Địa chỉ đỏ giáo dục truyền thống",
        "Trưởng ban chỉ đạo chịu trách nhiệm chung",
    ],
)
def test_headings_open_no_part_of_the_page(line: str) -> None:
    assert section_opened(line) is None
