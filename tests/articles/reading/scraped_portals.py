"""Whole pages of portals and official documents, as somebody copied them from the browser."""

from datetime import date

from tests.articles.reading.scraped import Case
from tests.articles.reading.words import P1, P2, P3, P5

MENU = "\n".join(
    f"x {item}"
    for item in (
        "Giới thiệu chung",
        "Cơ cấu tổ chức",
        "Chức năng nhiệm vụ",
        "Đơn vị trực thuộc",
        "Văn bản pháp quy",
        "Tiếp công dân",
        "Kết quả giải quyết đơn thư",
        "Chiến lược định hướng",
    )
)

CASES = [
    Case(
        "a portal with all its menus, a slogan among them, buttons under the title",
        f"""x The archive discovers and captures pages through many crawls, some of them for months.
{MENU}
x Nhiệt liệt chào mừng Đại hội Công đoàn tỉnh Trà Giang lần thứ XII, nhiệm kỳ 2018 - 2023; kỷ niệm \
90 năm Ngày Thành lập Công đoàn Việt Nam và các ngày lễ lớn trong năm
x Tìm kiếm
x Liên kết Website
{MENU}
x Tin nổi bật
x (05.08.2019 16:32)
T Sắp xếp bộ máy gắn với tinh giản biên chế ở Trà Giang
x Soạn bài viết
x Chỉnh sửa bài viết
B {P1}
x Nhân viên trạm thủy văn đo mực nước sông Trà.
B {P2}
B {P3}
x Xem chi tiết tại đây
x TIN ĐÃ ĐƯA
x Khai giảng lớp bồi dưỡng đối tượng kết nạp Đảng
x Đang truy cập
x 0
x 4""",
        date(2019, 8, 5),
    ),
    Case(
        "a labelled date beside the clock of the page, share words in one line",
        f"""x Thứ ba, ngày 03/08/2021 - 09:46 (GMT+7)
x | Lịch phát sóng
x Dòng sự kiện
x Cập nhật: 16:49, Thứ 6, 10/03/2017
x Chia sẻ lên twitter Chia sẻ lên facebook In bài Gửi cho bạn bè
T Ngăn chặn, đẩy lùi những biểu hiện suy thoái ở Trà Giang
B (STV) -{P1}
B {P3}""",
        date(2017, 3, 10),
        None,
        "STV",
    ),
    Case(
        "the section's name between the title and the date",
        f"""T Để báo chí là chiến sĩ tiên phong trên mặt trận tư tưởng
x Để báo chí là chiến sĩ tiên phong trên mặt trận tư tưởng
x Đảng và cuộc sống
x 15:05 - 25/05/2021
B {P1}
B {P3}""",
        date(2021, 5, 25),
    ),
    Case(
        "a journal's article: authors with their offices, where it was printed, keywords",
        f"""x Trang chủ
x Thứ sáu, 02 Tháng 12 2022 14:10
x 4527 Lượt xem
T Nhận diện những biểu hiện suy thoái trong cán bộ hiện nay
x PGS, TS PHẠM ĐỨC KIÊN
x ĐÀO ĐÌNH THẠO
x Văn phòng Ban Chỉ đạo huyện,
x Học viện Chính trị khu vực Sông Trà
x Bài đăng trên Tạp chí Dòng sông số 537 (11-2022)
B Tóm tắt: {P1}
x Từ khóa: suy thoái; cán bộ, đảng viên; nêu gương.
B {P3}
B {P5}
x Các bài viết khác
x Thông tin tuyên truyền""",
        date(2022, 12, 2),
        "PGS, TS PHẠM ĐỨC KIÊN, ĐÀO ĐÌNH THẠO",
        "Tạp chí Dòng sông",
    ),
    Case(
        "a newspaper that presents a document in full",
        f"""T Nghị quyết đại hội đảng bộ huyện Trà Giang
B Báo Trà Giang điện tử trân trọng đăng toàn văn nghị quyết đã được đại hội thông qua.
B {P1}
B {P3}""",
        None,
        None,
        "Báo Trà Giang điện tử",
    ),
    Case(
        "an official document from its letterhead to its signature",
        f"""x ỦY BAN NHÂN DÂN
x HUYỆN TRÀ GIANG
x -------
x CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
x Độc lập - Tự do - Hạnh phúc
x ---------------
x Số: 853/QĐ-UBND
x Trà Giang, ngày 07 tháng 5 năm 2018
.
T QUYẾT ĐỊNH VỀ VIỆC PHÊ DUYỆT QUY HOẠCH CÁC BẾN SÔNG
.
B CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN
.
B Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
.
B Điều 1. {P1}
.
B Điều 2. {P5}
.
x TM. ỦY BAN NHÂN DÂN
x CHỦ TỊCH
x (Đã ký)
x Hà Đình Núi""",
        date(2018, 5, 7),
        None,
        "ỦY BAN NHÂN DÂN HUYỆN TRÀ GIANG",
    ),
    Case(
        "what a plan says of every task alike stands as often as it is said",
        f"""T Kế hoạch hành động thực hiện nghị quyết về các bến sông
B {P1}
B 1. Rà soát các bến sông trên địa bàn.
B Cơ quan phối hợp: Công an huyện, Phòng Kinh tế, Ủy ban nhân dân các xã ven sông Trà Giang.
B 2. Cắm biển báo ở các bến sông.
B Cơ quan phối hợp: Công an huyện, Phòng Kinh tế, Ủy ban nhân dân các xã ven sông Trà Giang.
B {P3}""",
    ),
]
