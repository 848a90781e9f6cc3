"""Scraped pages as tests write them down, and the commoner layouts of the genre.

The first letter of a line says what it is: `T` title, `B` body, `x` what must be dropped, `+`
the body's last line going on, `.` a blank. A body line that ends with a byline has it behind `‖`.
"""

from datetime import date
from typing import NamedTuple

from tests.articles.reading.words import P1, P2, P3, P4, P5


class Case(NamedTuple):
    name: str
    page: str
    published_on: date | None = None
    author: str | None = None
    publisher: str | None = None


def page_of(case: Case) -> tuple[str, str, str, list[str]]:
    page = title = ""
    body: list[str] = []
    dropped: list[str] = []
    for line in case.page.split("\n"):
        kind, words = line[0], line[2:]
        page += words.replace("‖", "") + "\n"
        if kind == "T":
            title = words
        elif kind == "x":
            dropped.append(words)
        elif kind == "+":
            body[-1] += ("" if body[-1].endswith("-") else " ") + words
        elif kind == "B":
            body.append(words.partition("‖")[0].strip())
    return page, title, "\n".join(body), dropped


CASES = [
    Case(
        "a provincial newspaper with its menu, share words and teasers",
        f"""x Báo Trà Giang điện tử
x Trang chủ
x Thời sự
x Chính trị
x Xây dựng Đảng
x Kinh tế
.
T Trà Giang nâng cao chất lượng sinh hoạt chi bộ
x Thứ Ba, 16/03/2021, 08:15 [GMT+7]
x A A
x Chia sẻ
.
B (BTG) - {P1}
B {P2}
x Đồng chí Lê Văn Sông phát biểu tại hội nghị. Ảnh: T.L
B {P4}
B {P3}
x Bài, ảnh: TRẦN LƯU
.
x Tin liên quan
x Huyện Trà Giang sơ kết công tác kiểm tra quý I
x Chi bộ thôn Đông làm theo lời Bác
x Bình luận
x Tên
x Cơ quan chủ quản: Tỉnh ủy Trà Giang
x Tổng Biên tập: Nguyễn Văn Lâm""",
        date(2021, 3, 16),
        "TRẦN LƯU",
        "BTG",
    ),
    Case(
        "a government news site: lead with its dateline, source under the text",
        f"""T Đẩy mạnh cải cách thủ tục hành chính trong sáu tháng cuối năm
x 15:20 | 05/07/2021
.
B (Songtraonline.vn) - {P1}
.
B {P2}
.
B Tập trung bốn nhóm giải pháp
.
B {P3}
.
B {P5}
.
x Nguồn: Cổng Thông tin điện tử tỉnh Trà Giang
x Từ khóa: cải cách, thủ tục hành chính""",
        date(2021, 7, 5),
        None,
        "Songtraonline.vn",
    ),
    Case(
        "an army newspaper: rank of the author, related link in the text",
        f"""x QĐND Online
x Chính trị
x Bảo vệ nền tảng tư tưởng của Đảng
T Nêu gương từ những việc nhỏ nhất
x Thứ năm, 22/10/2020 - 06:12
.
B {P1}
x >> Làm theo Bác từ việc nhỏ
B {P2}
B {P3}
.
x Đại tá NGUYỄN VĂN SƠN
x TIN LIÊN QUAN
x Người chính trị viên gần lính
x Học Bác để sống đẹp
x Ý KIẾN BẠN ĐỌC (0)""",
        date(2020, 10, 22),
        "Đại tá NGUYỄN VĂN SƠN",
        None,
    ),
    Case(
        "a party journal: author with his office under the title, notes after the end",
        f"""T Xây dựng đội ngũ cán bộ cấp chiến lược trong giai đoạn mới
x PGS, TS. TRẦN VĂN HÒA
x Học viện Chính trị khu vực Sông Trà
x 10:05, ngày 14-09-2020
.
B {P1}
B 1. Một số kết quả bước đầu
B {P2}
B 2. Những vấn đề đặt ra
B {P4}
B {P3}./.""",
        date(2020, 9, 14),
        "PGS, TS. TRẦN VĂN HÒA",
        None,
    ),
    Case(
        "a commune portal: skip link, date with an hour, counters at the foot",
        f"""x Truy cập nội dung luôn
x Giới thiệu
x Tin tức - Sự kiện
x Văn bản
.
T Đảng bộ xã Đông Hà thực hiện tốt công tác phát triển đảng viên
x 02-11-2021 09:40
.
B {P1}
B Một là, làm tốt công tác tạo nguồn.
B Hai là, quan tâm bồi dưỡng quần chúng ưu tú trong lực lượng dân quân và học sinh.
B {P5}
.
x Phạm Thị Thu
.
x Thống kê truy cập
x Đang truy cập: 15
x Hôm nay: 312
x Tổng truy cập: 1.204.552""",
        date(2021, 11, 2),
        "Phạm Thị Thu",
        None,
    ),
    Case(
        "a ministry's page of a well-known engine: poster and views on the date line",
        f"""x Trang nhất » Tin tức » Công tác Đảng
T Đảng ủy Sở quán triệt nghị quyết của Tỉnh ủy
x Đăng lúc: Thứ tư - 24/02/2021 14:33 - Lượt xem: 182
.
B {P4}
B {P1}
B {P5}
x Tác giả bài viết: Hoàng Thị Mai
x Tổng số điểm của bài viết là: 0 trong 0 đánh giá
x Click để đánh giá bài viết
x Ý kiến bạn đọc
x Những tin mới hơn
x Hội nghị cán bộ, công chức năm 2021
x Những tin cũ hơn
x Phát động phong trào thi đua""",
        date(2021, 2, 24),
        "Hoàng Thị Mai",
        None,
    ),
    Case(
        "a page whose title stands twice, with the site's name first",
        f"""x Chuyển biến trong công tác dân vận ở Đông Hà - Báo Trà Giang
x Chuyên mục
x Chính trị - Xã hội
T Chuyển biến trong công tác dân vận ở Đông Hà
x Cập nhật lúc 18:28, Thứ Ba, 26/11/2019 (GMT+7)
B BTGO - {P2}
B {P1}
B {P3}
x MINH ANH
x Theo dõi Báo Trà Giang trên Google News
x Đọc thêm
x Xã Đông Hà ra quân làm thủy lợi
x Xã Đông Hà ra quân làm thủy lợi
x Sáng nay, xã Đông Hà ra quân làm thủy lợi nội đồng với hơn 300 người tham gia ở các thôn.
x Hội Nông dân huyện tổng kết phong trào
x Hội Nông dân huyện tổng kết phong trào
x Phong trào nông dân thi đua sản xuất, kinh doanh giỏi thu hút đông đảo hội viên trong huyện.""",
        date(2019, 11, 26),
        "MINH ANH",
        "BTGO",
    ),
    Case(
        "related news in the middle of the text, after which the text goes on",
        f"""T Sắp xếp tổ chức bộ máy: cách làm ở Trà Giang
x Thứ Hai, ngày 7 tháng 6 năm 2021
B {P1}
B {P2}
x Tin liên quan
x Đổi mới công tác cán bộ ở cơ sở
x Tinh giản biên chế gắn với vị trí việc làm
B {P4}
B {P3}
B {P5}
x (Theo TTXVN)""",
        date(2021, 6, 7),
        "Theo TTXVN",
        None,
    ),
    Case(
        "the clock of the page's head is not the article's date",
        f"""x Thứ sáu, 01/07/2022 10:11:12
x Trang chủ
x Giới thiệu
x Tin tức
x Liên hệ
x Văn bản chỉ đạo
T Hội nghị triển khai công tác kiểm tra, giám sát năm 2022
B {P1}
B {P2}
B {P5}""",
    ),
    Case(
        "a date without a year tells no date, and a cited document's is not the page's",
        f"""T Tích cực phòng, chống suy thoái trong nội bộ
x Ngày 26-11
B Thực hiện Nghị quyết số 04-NQ/TW ngày 30/10/2016 của Trung ương, các chi bộ đã vào cuộc.
B {P1}
B {P3}""",
    ),
    Case(
        "captions under file names, in brackets and with a credit",
        f"""T Người dân Trà Giang chung sức làm đường
x 12/04/2020
B {P1}
x dsc_0117.JPG
x Người dân thôn Đông hiến đất mở rộng đường giao thông nông thôn.
.
B {P2}
x Quang cảnh buổi ra quân làm đường ở thôn Đông
B {P5}
x Ảnh: Minh Tâm
x THANH TÙNG - HOÀI AN""",
        date(2020, 4, 12),
        "THANH TÙNG - HOÀI AN",
        None,
    ),
    Case(
        "a conclusion of a meeting: list with markers to the very end",
        f"""T Thông báo kết luận của Thường trực Huyện ủy
x 30.5.2019
B {P4}
B Thường trực Huyện ủy yêu cầu:
B 1. Ủy ban nhân dân huyện chỉ đạo rà soát các dự án chậm tiến độ, báo cáo trước ngày 30/6/2019.
B 2. Ban Tổ chức Huyện ủy chủ trì, phối hợp với Ủy ban Kiểm tra tham mưu quy chế phối hợp;
B a) phân công người theo dõi
B b) báo cáo hằng tháng
x Phản hồi
x Các tin khác""",
        date(2019, 5, 30),
        None,
        None,
    ),
    Case(
        "an interview: names before the answers are no bylines",
        f"""T Giữ mối liên hệ mật thiết với nhân dân
x 30-12-2021
B {P1}
B Phóng viên
B Thưa đồng chí, việc đối thoại giữa cấp ủy với nhân dân ở huyện được thực hiện thế nào?
B Lê Văn Sông
B {P2}
B {P3}
x Hải Yến (thực hiện)""",
        date(2021, 12, 30),
        "Hải Yến (thực hiện)",
        None,
    ),
    Case(
        "hard-wrapped text: lines broken inside sentences and numbers",
        """T Đông Hà học tập và làm theo Bác
x 05/05/2020
.
B Đảng bộ xã Đông Hà có 12 chi bộ trực thuộc với 356
+ đảng viên, trong những năm qua luôn chú trọng việc
+ học tập và làm theo tư tưởng, đạo đức, phong cách
+ Hồ Chí Minh gắn với thực hiện Chỉ thị số 05-CT/TW
+ và nghị quyết của cấp ủy các cấp.
.
B Thực hiện Quy định số 101-
+ QĐ/TW của Ban Bí thư, mỗi đảng viên đăng ký ít nhất
+ một việc làm theo Bác trong năm, lấy đó làm căn cứ
+ để đánh giá, xếp loại chất lượng đảng viên hằng năm
+ ở từng chi bộ, bảo đảm công khai, dân chủ.
.
x VĂN NAM""",
        date(2020, 5, 5),
        "VĂN NAM",
        None,
    ),
    Case(
        "a byline on the last line of the text, behind the end mark",
        f"""T Trà Giang sẵn sàng cho đại hội
x Thứ 5, 15.10.2020 | 18:04:25
B {P1}
B {P5}/. ‖Thu Hà""",
        date(2020, 10, 15),
        "Thu Hà",
        None,
    ),
    Case(
        "copied from a word processor: no date, no byline, nothing to drop",
        f"""T BÁO CÁO KẾT QUẢ HỌC TẬP VÀ LÀM THEO TẤM GƯƠNG ĐẠO ĐỨC HỒ CHÍ MINH
B I. KẾT QUẢ ĐẠT ĐƯỢC
B {P1}
B {P2}
B II. NHIỆM VỤ TRỌNG TÂM
B - Tiếp tục quán triệt sâu sắc các nội dung của Chỉ thị.
B - Gắn việc làm theo Bác với phong trào thi đua yêu nước""",
    ),
]
