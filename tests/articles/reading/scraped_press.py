"""Scraped pages of the national press: captions that are sentences, reposts, meta lines."""

from datetime import date

from tests.articles.reading.scraped import Case
from tests.articles.reading.words import P1, P2, P3, P4, P5

CASES = [
    Case(
        "a box of doubled titles in the middle, a picture behind it, and the article goes on",
        f"""T Trà Giang nâng cao chất lượng sinh hoạt chi bộ
x 05/07/2021 16:29
B {P1}
B {P2}
x Đọc thêm
x Thạch Hà giao ban công tác dân vận quý II
x Thạch Hà giao ban công tác dân vận quý II
x Khai giảng lớp bồi dưỡng cấp ủy viên
x Khai giảng lớp bồi dưỡng cấp ủy viên
B {P3}
x hop-chi-bo-0507.jpg
x Một buổi sinh hoạt chi bộ ở thôn 3.
B {P4}
B {P5}""",
        date(2021, 7, 5),
    ),
    Case(
        "the title again, with the date behind it on the line",
        f"""T Trà Giang nâng cao chất lượng sinh hoạt chi bộ
.
x Trà Giang nâng cao chất lượng sinh hoạt chi bộ 05/07/2021 16:29
.
B (BTG)- {P1}
.
B {P2}
B {P3}""",
        date(2021, 7, 5),
        None,
        "BTG",
    ),
    Case(
        "captions with a full stop: delegates at an event, somebody the lead has told of",
        f"""T Đại tá Lê Văn Sông chủ trì hội nghị giao ban quý III
x Thứ năm, 05/08/2021
B Sáng 5-8, Bộ Chỉ huy tổ chức hội nghị giao ban quý III. Đại tá Lê Văn Sông chủ trì. Cùng dự có \
đại diện các cơ quan, đơn vị.
B {P1}
x Đại tá Lê Văn Sông, Chính ủy Bộ Chỉ huy quân sự tỉnh Trà Giang chủ trì hội nghị.
B {P2}
x Các đại biểu phát biểu tại hội nghị.
B {P4}
B {P3}
x Tin, ảnh: DUY LÂM
x *Mời bạn đọc vào chuyên mục Xây dựng Đảng xem các tin, bài liên quan.""",
        date(2021, 8, 5),
        "DUY LÂM",
    ),
    Case(
        "a person's name and office, said twice, stand under a picture and among the pictures",
        f"""T Trà Giang kỷ luật ba đảng viên
B {P1}
x Ông Lê Văn Sông, Chủ nhiệm Ủy ban Kiểm tra Huyện ủy.
B {P2}
B {P3}
x Ông Lê Văn Sông, Chủ nhiệm Ủy ban Kiểm tra Huyện ủy.""",
    ),
    Case(
        "who chaired a meeting is told once: that is body, and so is what delegates did",
        f"""T Trà Giang tổng kết năm
x 05/08/2021
B {P1}
B Đồng chí Lê Văn Sông, Bí thư Huyện ủy chủ trì hội nghị.
B {P2}
B Các đại biểu đã thảo luận, thống nhất thông qua nghị quyết của hội nghị.
B {P3}""",
        date(2021, 8, 5),
    ),
    Case(
        "a portrait's caption is nothing but a name between two paragraphs",
        f"""T Thi hành kỷ luật một số cán bộ
x Thứ Năm, 19:12, 18/11/2021
B STV.VN - {P1}
B 1. Ông Lê Văn Sông, trong thời gian giữ chức vụ Bí thư Huyện ủy, đã vi phạm quy định của Đảng \
trong thực hiện chức trách, nhiệm vụ được giao, gây hậu quả nghiêm trọng.
x Ông Lê Văn Sông
B 2. Ông Hà Đình Núi đã thiếu trách nhiệm trong lãnh đạo, chỉ đạo, để xảy ra nhiều vi phạm về \
đất đai, xây dựng trên địa bàn trong thời gian dài.
B {P5}""",
        date(2021, 11, 18),
        None,
        "STV.VN",
    ),
    Case(
        "those who spoke in an interview, and those on a list, are no captions",
        f"""T Giữ mối liên hệ mật thiết với nhân dân
x 30-12-2021
B {P1}
B Thưa ông, việc đối thoại giữa cấp ủy với nhân dân ở huyện được thực hiện thế nào?
B Ông Lê Văn Sông
B {P2}
B Bà Hà Thị Suối
B {P4}
B Khen thưởng hai cá nhân:
B Ông Trần Văn Đồi
B Bà Lò Thị Nương
B {P3}""",
        date(2021, 12, 30),
    ),
    Case(
        "a scene without a credit, and an invitation behind a star",
        f"""T Khẩn trương khắc phục hậu quả vụ sạt lở tại Trà Giang
x 22/02/2021
B {P1}
x Hiện trường vụ sạt lở làm 12 nhà dân bị hư hỏng tại km 25, đoạn qua xã Đông Hà, huyện Trà Giang.
B Vào hồi 23h30 ngày 21/2/2021, tại km 25, xã Đông Hà xảy ra vụ sạt lở làm hư hỏng 12 nhà dân.
B {P3}
x * Mời quý độc giả theo dõi các chương trình đã phát sóng của Đài Phát thanh Trà Giang!""",
        date(2021, 2, 22),
    ),
    Case(
        "what a content system prints below: date, section, tags, the newspaper's name",
        f"""T Chỉ thị của Huyện ủy về đại hội Mặt trận các cấp
B {P1}
B {P4}
B {P3}
x 27/05/13 09:55 GMT+7
x Xã hội
x Mặt trận Tổ quốc,Đại hội,Đại đoàn kết toàn dân,Nhân dân,Huyện ủy,Nhiệm kỳ,Đại hội đại biểu,\
Phát huy dân chủ,Tập hợp nhân dân,Giám sát
x Đại Đoàn Kết""",
        date(2013, 5, 27),
        None,
        "Đại Đoàn Kết",
    ),
    Case(
        "a repost in one line: author and newspaper behind the last sentence",
        f"""T Kết nạp đảng viên mới ở thôn vùng cao
.
B {P1} {P2} {P4} {P3} ‖Theo Trần Lam/baotragiang.example""",
        None,
        "Trần Lam",
        "baotragiang.example",
    ),
    Case(
        "a summary's label over the first lines is no text",
        f"""T Huyện ủy yêu cầu hoàn tất sắp xếp các thôn trước 15/7
x Nội dung chính
B Bảo đảm đoàn kết trong quá trình sắp xếp
B {P1}
B {P2}
B {P3}./.
x Theo Cổng Thông tin điện tử huyện
x Giờ đăng: 11:57 ngày 26/05/2021""",
        date(2021, 5, 26),
        None,
        "Cổng Thông tin điện tử huyện",
    ),
    Case(
        "a gathered page: the author glued to the last words, the newspaper's mark under the tags",
        f"""T Trà Giang sơ kết công tác sáu tháng đầu năm
B NTG - {P1}
B {P2}‖Hà Thu Suối
x 27/05/21 10:57 GMT+7
x Xã hội
x Công tác,Chi bộ,Đại biểu,Hội nghị,Ban giám đốc,Đồng chí,Lãnh đạo
x NTG""",
        date(2021, 5, 27),
        "Hà Thu Suối",
        "NTG",
    ),
    Case(
        "an agency's report with the names of those who wrote it",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3}
x Theo TTXVN
x Tác giả: Hà Thu Suối""",
        None,
        "Hà Thu Suối",
        None,
    ),
    Case(
        "a report taken from a newspaper, which is named in quotation marks",
        f"""T Trà Giang tổng kết phong trào thi đua
x 05/08/2021
B {P1}
B {P3}
x Lê Văn Sông
x Theo "Báo Trà Giang điện tử\"""",
        date(2021, 8, 5),
        "Lê Văn Sông",
        "Báo Trà Giang điện tử",
    ),
    Case(
        "the newspaper's name stands only at the foot",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3}
x Tin liên quan
x Bản quyền thuộc về Báo Trà Giang. Giấy phép số 12/GP-BTTTT""",
        None,
        None,
        "Báo Trà Giang",
    ),
    Case(
        "an official document: receivers and signatures under its text",
        f"""T Tăng cường quản lý các bến sông trên địa bàn huyện
B {P1}
B 1. Phòng Kinh tế rà soát các bến sông; hoàn thành trước ngày 30/9/2021.
B 2. Công an huyện kiểm tra phương tiện, xử lý nghiêm vi phạm./.
x Nơi nhận:
x - Thường trực Huyện ủy (b/c);
x - Các phòng, ban, ngành;
x - Lưu: VT.
x KT. CHỦ TỊCH
x PHÓ CHỦ TỊCH
x Hà Đình Núi""",
    ),
    Case(
        "a signature before the receivers, and an annex behind them",
        f"""T Kế hoạch thực hiện nghị quyết về các bến sông
B {P1}
B {P2}
x TM. BAN THƯỜNG VỤ
x BÍ THƯ
x (Đã ký)
x Lê Văn Sông
x Nơi nhận:
x - Các chi bộ trực thuộc;
x - Lưu Văn phòng.
B PHỤ LỤC
B {P3}
B {P5}""",
    ),
    Case(
        "the clock of the page stands above the title of an older article",
        f"""x Thứ Sáu, 22/11/2024, 16:08 (GMT+7)
x Chuyên luận chỉ đạo
T Nâng cao ý thức tôn trọng pháp luật trong lực lượng vũ trang huyện
B Sáng 23-2, Ban Chỉ huy quân sự huyện tổng kết năm 2016 và triển khai nhiệm vụ năm 2017.
B {P1}
B {P3}""",
    ),
    Case(
        "the section and the newspaper among date and tags, under a text that was cut short",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3[:80]}
x 01/06/13 09:04 GMT+7
x Thể thao
x Bóng đá,Cầu thủ,Giải đấu,Huyện đội,Sân cỏ,Tham dự
x Thể Thao Trà Giang""",
        date(2013, 6, 1),
        None,
        "Thể Thao Trà Giang",
    ),
    Case(
        "captions that a machine gathered under the author's name",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3}
B {P5}
x Nguyễn Đông
x {P3}
x Người dân không thể rửa sạch bến do nước quá đục.""",
        None,
        "Nguyễn Đông",
    ),
    Case(
        "a name between paragraphs is a heading",
        f"""T Những người giữ bến
B {P1}
B Nguyễn Văn Đông
B {P2}
B {P3}
B {P5}""",
    ),
    Case(
        "who wrote it stands beside the date under the text",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3}
x Trần Huy Đông | 17:59 28/09/2024""",
        date(2024, 9, 28),
        "Trần Huy Đông",
    ),
    Case(
        "where it was written stands beside the date under the text",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P1}
B {P3}
x Hà Nội | 17:59 28/09/2024""",
        date(2024, 9, 28),
    ),
    Case(
        "a summary above the title with its date, and above the dateline",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P3}
x Trà Giang tổng kết phong trào thi đua 31/05/2024 17:18
B (BTG)- {P1}
B {P5}""",
        date(2024, 5, 31),
        None,
        "BTG",
    ),
    Case(
        "a summary above a byline with a number",
        f"""T Trà Giang tổng kết phong trào thi đua
B {P3}
x Thu Hà (Theo Song24)-Chủ nhật, ngày 14/07/2024 14:20 GMT+7
B {P1}
B {P5}""",
        date(2024, 7, 14),
        "Thu Hà (Theo Song24)",
    ),
    Case(
        "a date above the title that the text bears out",
        f"""x Thứ Năm, 15/10/2020, 16:21 (GMT+7)
x .
T Toàn văn nghị quyết đại hội đảng bộ huyện Trà Giang
B Đại hội đã thông qua nghị quyết trong phiên bế mạc vào sáng ngày 15-10.
B {P1}
B {P3}""",
        date(2020, 10, 15),
    ),
]
