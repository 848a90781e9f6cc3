"""Invented paragraphs that the pages of these tests are made of."""

P1 = (
    "Những năm qua, cấp ủy, chính quyền huyện Trà Giang luôn xác định công tác xây dựng Đảng là "
    "nhiệm vụ then chốt, từ đó tập trung lãnh đạo, chỉ đạo bằng nhiều việc làm cụ thể, thiết thực."
)
P2 = (
    "Theo đồng chí Lê Văn Sông, Bí thư Huyện ủy, toàn huyện hiện có 42 tổ chức cơ sở đảng với "
    "3.215 đảng viên; năm 2020 có 90,5% chi bộ hoàn thành tốt nhiệm vụ trở lên."
)
P3 = (
    "Trong thời gian tới, các cấp ủy tiếp tục quán triệt, thực hiện nghiêm Nghị quyết Trung ương 4 "
    "khóa XII; đẩy mạnh công tác kiểm tra, giám sát, nhất là đối với người đứng đầu."
)
P4 = (
    "Cùng với đó, Huyện ủy ban hành Chỉ thị số 07-CT/HU ngày 12/3/2021 về nâng cao chất lượng "
    "sinh hoạt chi bộ, yêu cầu mỗi cấp ủy viên phụ trách ít nhất một chi bộ thôn, tổ dân phố."
)
P5 = (
    "Nhờ thực hiện tốt các giải pháp trên, niềm tin của nhân dân đối với Đảng, chính quyền ngày "
    "càng được củng cố, tạo động lực để huyện hoàn thành các chỉ tiêu đề ra."
)
LEAD = (
    "Sau một năm thực hiện nghị quyết của Huyện ủy, sinh hoạt chi bộ ở Trà Giang đã có nhiều "
    "chuyển biến rõ nét."
)
TITLE = "Trà Giang nâng cao chất lượng sinh hoạt chi bộ"
