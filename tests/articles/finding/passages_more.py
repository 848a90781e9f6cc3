# ruff: noqa: E501 - a line of a passage is a line of an article
"""More passages of the genre, harder ones; see `passages` for how they are marked."""

from typing import Final

__all__ = ["MORE_PASSAGES"]

MORE_PASSAGES: Final = {
    "what a meeting has agreed on": """\
Hội nghị đã nghe và cho ý kiến vào dự thảo báo cáo kết quả công tác dân vận năm 2023. Theo đó, toàn tỉnh có 1.235 mô hình “Dân vận khéo” được công nhận. Công tác dân vận của cơ quan nhà nước có nhiều đổi mới.
Hội nghị đã thống nhất một số nhiệm vụ trọng tâm năm 2024, đó là: ⟦tiếp tục quán triệt các quan điểm của Đảng về công tác dân vận; đổi mới nội dung, phương thức hoạt động của Mặt trận và đoàn thể; nắm chắc tình hình nhân dân, nhất là vùng đồng bào dân tộc.⟧
⟦Kết luận hội nghị, Trưởng Ban Dân vận Tỉnh ủy cảm ơn sự phối hợp của các ngành; đồng thời đề nghị các thành viên Ban Chỉ đạo bám sát địa bàn được phân công.⟧
""",
    "explanations between the solutions": """\
Giải pháp nâng cao chất lượng sinh hoạt chi bộ
⟦Trước hết, cấp ủy cấp trên phải tăng cường kiểm tra, hướng dẫn sinh hoạt chi bộ.⟧ Đây là khâu có ý nghĩa quyết định. Thực tế cho thấy, nơi nào cấp ủy cấp trên quan tâm thì nơi đó chi bộ sinh hoạt có nền nếp.
⟦Bên cạnh đó, cần bồi dưỡng kỹ năng điều hành cho bí thư chi bộ.⟧ Bí thư chi bộ là người giữ vai trò hạt nhân, quyết định chất lượng buổi sinh hoạt. ⟦Các trung tâm chính trị cấp huyện tăng thời lượng thực hành trong chương trình bồi dưỡng.⟧
⟦Cùng với đó, đẩy mạnh ứng dụng công nghệ thông tin, triển khai sổ tay đảng viên điện tử.⟧ Việc sử dụng sổ tay giúp đảng viên tiếp cận tài liệu nhanh, thuận tiện.
""",
    "lessons learned": """\
Từ thực tiễn lãnh đạo, Đảng bộ huyện rút ra một số bài học kinh nghiệm:
Một là, phải giữ vững nguyên tắc tập trung dân chủ, đoàn kết thống nhất trong cấp ủy.
Hai là, phải sâu sát cơ sở, nắm chắc tình hình nhân dân.
Ba là, coi trọng sơ kết, tổng kết, nhân rộng điển hình tiên tiến.
Phương hướng nhiệm kỳ 2025 - 2030
⟦Đảng bộ huyện tập trung xây dựng đội ngũ cán bộ đủ phẩm chất, năng lực.⟧ ⟦Khai thác hiệu quả tiềm năng kinh tế biển.⟧
""",
    "an order within a story of an event": """\
Chiều 6/9, đồng chí Phạm Quốc Huy, Phó Chủ tịch Ủy ban nhân dân tỉnh kiểm tra công tác ứng phó bão số 4 tại huyện ven biển Giang Hải.
Đến 15 giờ cùng ngày, huyện đã kêu gọi 312 tàu thuyền vào nơi trú ẩn an toàn, di dời 86 hộ dân ở vùng sạt lở. Lực lượng biên phòng bố trí 40 cán bộ, chiến sĩ trực 24/24 giờ.
⟦Tại các nơi đến kiểm tra, đồng chí Phạm Quốc Huy yêu cầu huyện Giang Hải không được chủ quan, kiên quyết không để người dân ở lại trên tàu khi bão đổ bộ.⟧ ⟦Các lực lượng chuẩn bị sẵn sàng phương tiện, lương thực, thuốc men theo phương châm “bốn tại chỗ”.⟧ ⟦Công ty Thủy lợi vận hành cống tiêu nước đệm, bảo vệ lúa mùa.⟧
""",
    "party cell with unmarked list and semicolons": """\
Đảng ủy phường Bến Gỗ xác định các nhiệm vụ trọng tâm trong năm 2025:
⟦Tổ chức thành công đại hội các chi bộ trực thuộc;⟧
⟦Hoàn thành việc số hóa hồ sơ đảng viên;⟧
⟦Duy trì giao ban với các tổ dân phố hằng tuần.⟧
""",
    "the general secretary is quoted": """\
Phát biểu tại phiên khai mạc, đồng chí Tổng Bí thư khẳng định đất nước ta đang đứng trước thời cơ lớn. Nhân dân ta có truyền thống yêu nước nồng nàn, ý chí tự lực, tự cường. Chúng ta có quyền tự hào về những thành tựu đã đạt được.
⟦Tổng Bí thư đề nghị Ban Chấp hành Trung ương thảo luận kỹ, cho ý kiến về những vấn đề còn khác nhau.⟧
""",
    "resolution reported with aims and solutions": """\
Ban Chấp hành Đảng bộ tỉnh vừa ban hành Nghị quyết số 08-NQ/TU về phát triển du lịch.
Mục tiêu đến năm 2030, tỉnh đón 6 triệu lượt khách; tổng thu từ du lịch đạt 9.500 tỷ đồng.
Nghị quyết đề ra các nhiệm vụ, giải pháp chủ yếu: ⟦Nâng cao nhận thức của các cấp, các ngành về phát triển du lịch.⟧ ⟦Rà soát quy hoạch các khu, điểm du lịch.⟧ ⟦Ưu tiên đầu tư hạ tầng giao thông kết nối các điểm đến.⟧ ⟦Xây dựng sản phẩm du lịch đặc trưng mang bản sắc địa phương.⟧
""",
    "a directive with roman figures": """\
I. ĐÁNH GIÁ TÌNH HÌNH
Công tác quản lý đất đai trên địa bàn thành phố thời gian qua đã đi vào nền nếp. Tuy nhiên, tình trạng lấn chiếm đất công còn xảy ra ở một số phường.
II. YÊU CẦU NHIỆM VỤ
1. Đối với Ủy ban nhân dân các phường:
- ⟦Kiểm tra, lập hồ sơ xử lý dứt điểm các trường hợp vi phạm.⟧
- ⟦Công khai quy hoạch sử dụng đất tại trụ sở.⟧
2. ⟦Phòng Quản lý đô thị tăng cường hậu kiểm giấy phép xây dựng.⟧
III. TỔ CHỨC THỰC HIỆN
⟦Giao Văn phòng Ủy ban nhân dân thành phố theo dõi, tổng hợp kết quả, báo cáo Chủ tịch trước ngày 25 hằng tháng.⟧
""",
    "interview": """\
Phóng viên: Thưa đồng chí, công tác chuẩn bị đại hội của Đảng bộ thị xã đến nay ra sao?
Đồng chí Hoàng Minh Đức: Đến nay, 100% chi bộ đã tổ chức xong đại hội. Nhân sự được chuẩn bị kỹ, đúng quy trình.
Phóng viên: Thị xã sẽ làm gì trong thời gian tới?
⟦Đồng chí Hoàng Minh Đức: Trong thời gian tới, chúng tôi tập trung hoàn thiện văn kiện, lấy ý kiến rộng rãi của nhân dân.⟧ ⟦Thị ủy cũng sẽ chỉ đạo làm tốt công tác tuyên truyền, tạo không khí phấn khởi.⟧
""",
    "good people": """\
Hơn 20 năm làm công tác mặt trận, bà Lò Thị Pọng luôn gần gũi, lắng nghe ý kiến của bà con. Bà vận động từng nhà góp công làm đường, hiến đất xây nhà văn hóa. Bà bảo: “Cán bộ phải làm trước thì dân mới tin”. Gương sáng của bà được nhân dân trong bản noi theo.
""",
    "tasks in a past tense frame that still stand": """\
⟦Ủy ban Thường vụ Quốc hội đề nghị Chính phủ chỉ đạo các bộ khẩn trương ban hành văn bản hướng dẫn.⟧ Về vấn đề này, trước đó, Ủy ban Pháp luật đã tổ chức 3 cuộc giám sát và chỉ ra nhiều bất cập.
""",
    "praise of a province": """\
Thủ tướng đánh giá cao tỉnh Hòa Sơn đã chủ động đổi mới, sáng tạo, khơi dậy tiềm năng. Tỉnh đã cải cách mạnh mẽ thủ tục hành chính, chỉ số năng lực cạnh tranh tăng 8 bậc. Thu hút đầu tư có nhiều khởi sắc; đời sống nhân dân được nâng cao.
""",
    "numbered items that report": """\
Kết quả thực hiện
1. Công tác tuyên truyền
Tổ chức 45 buổi tuyên truyền với trên 3.000 lượt người nghe. Đăng tải 120 tin, bài trên trang thông tin điện tử.
2. Công tác kiểm tra
Xây dựng và thực hiện chương trình kiểm tra, giám sát. Chỉ đạo xử lý dứt điểm 4 vụ việc phức tạp.
Nhiệm vụ thời gian tới
1. Công tác tuyên truyền
⟦Đổi mới hình thức tuyên truyền trên không gian mạng.⟧
2. Công tác kiểm tra
⟦Kiểm tra việc thực hiện Quy định số 37-QĐ/TW tại các chi bộ.⟧
""",
    "sub-items with plus signs": """\
Nhiệm vụ, giải pháp năm 2026
- Về kinh tế:
+ ⟦Chuyển đổi 150 ha đất lúa kém hiệu quả sang trồng cây dược liệu.⟧
+ ⟦Kêu gọi doanh nghiệp đầu tư nhà máy chế biến.⟧
- Về xã hội:
+ ⟦Thực hiện tốt chính sách với người có công.⟧
""",
}
