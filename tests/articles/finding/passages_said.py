# ruff: noqa: E501 - a line of a passage is a line of an article
"""What is stressed, resolved, foretold or only told, in the words of those who speak; see `passages`."""

from typing import Final

__all__ = ["SAID_PASSAGES"]

SAID_PASSAGES: Final = {
    "stressed last, with a duty": """\
⟦“Trong mọi hoàn cảnh, đến ngày 2/9 phải thông xe cầu Nậm Rốm”, Chủ tịch UBND tỉnh nhấn mạnh.⟧
“Muốn qua sông phải chờ đò cả tiếng đồng hồ”, một tiểu thương nói.
""",
    "what those in office call attention to": """\
⟦Bên cạnh đó, Chủ tịch UBND thành phố cũng lưu ý các đơn vị thi công phải giữ nguyên hàng cây ven hồ.⟧
⟦Bộ trưởng nhấn mạnh các trường cần sớm chuẩn bị phòng học.⟧
Bộ trưởng nhấn mạnh vai trò của giáo viên cắm bản.
Chuyên gia người Nhật nhấn mạnh, người tiêu dùng cần thời gian làm quen.
""",
    "a proposal that a body direct others": """\
⟦Cục Cảnh sát giao thông kiến nghị Sở Xây dựng chỉ đạo các đơn vị phân lại làn đường.⟧
Kiến nghị của Sở Xây dựng được nhiều người ủng hộ.
""",
    "demand as a noun": """\
Đến nay, do yêu cầu phải ưu tiên chữa bệnh, đồng chí tạm nghỉ công tác. Yêu cầu mà câu lạc bộ đưa ra là đối tác phải trả đủ phí.
⟦Đảng ủy yêu cầu các chi bộ phải báo cáo hằng tuần.⟧
""",
    "as they were set": """\
⟦Phó Trưởng ban đề nghị các chi bộ học tập nghị quyết.⟧ ⟦Quyết tâm thực hiện thắng lợi các mục tiêu mà đại hội nhiệm kỳ 2025 - 2030 đã đề ra.⟧
Đại hội đã đề ra bốn mục tiêu lớn.
""",
    "a deadline that is over stays in the list": """\
⟦Bí thư Tỉnh ủy giao Ủy ban nhân dân tỉnh rà soát dự án thủy điện.⟧ ⟦Trên cơ sở đó, đề xuất giải pháp, báo cáo Thường trực Tỉnh ủy trước ngày 30/6/2019.⟧
""",
    "no comma parts the time": """\
⟦Kế hoạch nêu rõ, năm 2027 tiến hành kiểm kê đất rừng ở các xã.⟧
Năm 2027 là năm kỷ niệm ngày lập huyện.
""",
    "after an exception": """\
⟦Thường trực Tỉnh ủy yêu cầu tạm dừng bổ nhiệm.⟧ ⟦Trừ trường hợp khuyết người đứng đầu thì báo cáo, xin ý kiến cấp trên trước khi bổ nhiệm.⟧
""",
    "how things will go": """\
Nhiệm vụ trong thời gian tới
1. Trong thời gian tới, tình hình khu vực dự báo vẫn tiếp tục phức tạp, khó lường.
2. ⟦Theo dõi sát tình hình, dự báo đúng để có phương án.⟧
Dự báo cả năm tỉnh sẽ đạt 12 chỉ tiêu đề ra.
3. ⟦Dự báo kịp thời lượng mưa để điều tiết hồ chứa.⟧
""",
    "told in passing": """\
⟦Thủ tướng yêu cầu các bộ chuẩn bị hàng Tết.⟧ Người đứng đầu Chính phủ nhắc lại bài học của năm trước. Thủ tướng lấy ví dụ về một huyện nhập khẩu muối. Chính phủ nghe Bộ trưởng Bộ Công Thương trình bày báo cáo. ⟦Thủ tướng giao Bộ Công Thương theo dõi giá xăng.⟧
Nhân dịp này, Ủy ban Kiểm tra tặng Kỷ niệm chương cho 26 đồng chí.
""",
    "questions between quoted orders": """\
⟦Thủ tướng yêu cầu Bộ Nông nghiệp hoàn thành quy trình trồng sầu riêng trong quý III.⟧
Thủ tướng yêu cầu hướng dẫn quy trình trồng sầu riêng hoàn thành khi nào?
Tập đoàn Bưu chính có trách nhiệm thực hiện công điện ra sao?
""",
    "what is named as to be done": """\
⟦Ông cho biết nhiệm vụ, giải pháp trong thời gian tới là tiếp tục quán triệt chỉ thị.⟧ ⟦Các cấp ủy gắn việc học tập với nhiệm vụ được giao.⟧ ⟦Kiên quyết xử lý cán bộ vi phạm.⟧
Đồng chí nhấn mạnh ba nhóm công tác cán bộ cần tập trung thực hiện trong thời gian tới.
⟦Đối với người dôi dư, chỉ đạo của Bộ trưởng là làm tốt công tác tư tưởng.⟧
Chỉ đạo của Bộ trưởng là đúng lúc.
""",
    "duty at the head": """\
Họp thôn có thể kết hợp nhiều cách. ⟦Phải đổi mới ngay cách tiến hành từng buổi họp.⟧
Phải đến ba giờ sáng mưa mới ngớt.
""",
    "said of persons in general": """\
Cán bộ kiểm tra hội tụ những phẩm chất này thì sẽ có sức lan tỏa rất lớn.
⟦Cán bộ ngành kiểm tra càng phải nêu gương, thường xuyên tu dưỡng đạo đức.⟧
""",
    "while a guest is met": """\
⟦Bộ trưởng đề nghị hai bên tăng cường phối hợp.⟧ Trao đổi về tình hình khu vực, Bộ trưởng cùng các đại biểu bày tỏ vui mừng về kết quả của hội nghị. Đánh giá tích cực các đề xuất, Chủ tịch Ủy ban hoan nghênh lập trường của Việt Nam.
""",
    "a headline in quotation marks": """\
"Phải làm những việc cụ thể cho dân"
⟦Thủ tướng yêu cầu Bộ Y tế khắc phục ngay tình trạng thiếu thuốc.⟧
""",
}
