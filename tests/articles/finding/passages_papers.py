# ruff: noqa: E501 - a line of a passage is a line of an article
"""Laws that are retold, papers that give duties, and who asks for what; see `passages`."""

from typing import Final

__all__ = ["PAPER_PASSAGES"]

PAPER_PASSAGES: Final = {
    "a law is quoted, article by article": """\
Hộ kinh doanh có phải dùng hóa đơn điện tử không?
Căn cứ khoản 2 Điều 9 Nghị định 311/2024/NĐ-CP quy định về hóa đơn như sau:
1. Hộ kinh doanh phải lập hóa đơn khi bán hàng hóa, cung cấp dịch vụ.
2. Cơ quan thuế có trách nhiệm hướng dẫn hộ kinh doanh lập hóa đơn.
a) Bảo đảm đúng thời điểm lập hóa đơn.
Như vậy, hộ kinh doanh phải lập hóa đơn khi bán hàng.
Theo đó, cơ quan thuế phải hướng dẫn người nộp thuế.
""",
    "a directive is quoted where laws are quoted": """\
Theo Điều 4 Nghị định 311/2024/NĐ-CP quy định về hóa đơn, hộ kinh doanh phải lập sổ.
Tại Chỉ thị 17/CT-UBND, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện như sau:
- ⟦Sở Tài chính chủ trì tập huấn cho hộ kinh doanh trong quý I.⟧
- ⟦Thuế tỉnh bố trí cán bộ hỗ trợ tại chợ Mường Nhé.⟧
⟦Chủ tịch Ủy ban nhân dân tỉnh giao Văn phòng theo dõi, đôn đốc.⟧
""",
    "after a law the article itself goes on": """\
Luật Phòng cháy sửa đổi quy định trách nhiệm của chủ nhà như sau:
- Chủ nhà phải trang bị bình chữa cháy.
Yêu cầu của tỉnh
⟦Tại hội nghị, Bí thư Tỉnh ủy yêu cầu các xã kiểm tra từng khu nhà trọ.⟧ ⟦Các xã hoàn thành trước ngày 30/6.⟧
""",
    "principles under their heading": """\
Nguyên tắc sắp xếp
- Bảo đảm tinh gọn, hiệu lực, hiệu quả.
- Bảo đảm đúng quy định của Đảng, pháp luật của Nhà nước.
Nhiệm vụ, giải pháp
- ⟦Bảo đảm bố trí đủ trụ sở cho các xã mới.⟧
- ⟦Rà soát, sắp xếp cán bộ dôi dư.⟧
""",
    "resolution of a people's council": """\
Điều 1. Thông qua mức hỗ trợ học bán trú trên địa bàn tỉnh.
Điều 2. ⟦Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này.⟧
Điều 3. ⟦Thường trực Hội đồng nhân dân, các ban của Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết này.⟧
Điều 4. Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2025.
Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa XV, kỳ họp thứ 18 thông qua ngày 10 tháng 7 năm 2025.
""",
    "an item that only introduces": """\
Ban Thường vụ yêu cầu thực hiện các việc sau:
1. Về công tác cán bộ, Ban Thường vụ xét thấy cần phân vai như sau:
- ⟦Ban Tổ chức chủ trì rà soát quy hoạch.⟧
2. Đối với vốn phân cho cấp xã theo Quyết định số 44:
⟦Tiếp tục thanh toán cho các công trình đã phê duyệt.⟧
""",
    "goals by dates": """\
Để bảo đảm tiến độ, yêu cầu:
- Cuối tháng 4/2025: ⟦hoàn thành kiểm kê tài sản ở các thôn.⟧
- Tháng 7/2025: ⟦họp sơ kết đợt một.⟧
""".replace("Cuối tháng 4/2025: ⟦", "⟦Cuối tháng 4/2025: ").replace(
        "Tháng 7/2025: ⟦", "⟦Tháng 7/2025: "
    ),
    "who asks is said last": """\
Chợ Nậm Pồ xây xong đã hai năm mà chưa mở. “Huyện và các sở sớm đưa chợ vào hoạt động” - ông Lò Văn Hặc, Phó Chủ tịch UBND tỉnh kể với bà con như vậy.
⟦“Huyện cùng các ngành sớm triển khai việc cho thuê quầy để chợ hoạt động” - ông Lò Văn Hặc, Phó Chủ tịch UBND tỉnh yêu cầu.⟧
“Tôi dậy sớm chuẩn bị hàng” - chị Mùa Thị Dế, tiểu thương ở chợ kể.
""",
    "asked for after thanks and after a judgement": """\
⟦Phó Thủ tướng hoan nghênh hai bộ đã khẩn trương vào cuộc; yêu cầu hai bộ hoàn thiện đề án trước khi trình.⟧
⟦Về phía tỉnh, Phó Thủ tướng cho rằng lũ trên các sông còn lên; cần theo dõi chặt chẽ mực nước.⟧
⟦Bí thư Tỉnh ủy chúc mừng và đề nghị các đồng chí được điều động bắt tay ngay vào công việc.⟧
Đoàn đã kiểm tra và yêu cầu các hộ ký cam kết.
Đoàn đã kiểm tra 8 kho hàng, thu giữ 2 tấn đường; yêu cầu 3 chủ kho ký cam kết.
""",
    "stressed after a colon": """\
⟦Đồng chí Phó Trưởng ban Tuyên giáo Tỉnh ủy nhấn mạnh: Cần tập trung tuyên truyền kỳ họp thứ bảy của Hội đồng nhân dân tỉnh.⟧
Nhiều phụ huynh nhấn mạnh: Cần nhiều thời gian để trẻ quen trường mới.
""",
    "one pause in a series of orders": """\
⟦Chính phủ giao Bộ Y tế bảo đảm đủ vắc-xin.⟧ ⟦Bộ Tài chính bố trí kinh phí.⟧ ⟦Các bộ, cơ quan đã cắt giảm thủ tục phải công bố danh mục.⟧ ⟦Các địa phương chuẩn bị điểm tiêm.⟧
Đây là đợt tiêm lớn nhất từ trước tới nay ở miền núi.
⟦Đối với vùng sâu, các tỉnh khẩn trương lập đội lưu động.⟧
""",
    "what is not to be done": """\
⟦Thủ tướng yêu cầu công an các địa phương xử lý nghiêm vi phạm nồng độ cồn.⟧ ⟦Ngoài ra, không chấp nhận việc can thiệp để bỏ qua lỗi vi phạm.⟧
Không ít người uống rượu vẫn lái xe. Không chỉ người lái, người ngồi sau cũng bị thương.
""",
    "a meeting resolves": """\
Phương hướng những tháng cuối năm
⟦Về công tác đảng, Hội nghị xác định tiếp tục kiện toàn các chi bộ ghép.⟧
Nhìn lại nhiệm kỳ qua
Đảng bộ xác định tập trung phát triển chè và đã trồng mới 40 ha.
""",
    "names of what was told before": """\
⟦Thời gian tới, tỉnh cần làm tốt việc dồn điền.⟧ Đánh giá trên được nêu trong báo cáo của Sở Nông nghiệp. Yêu cầu này không mới.
""",
    "how much it matters": """\
Chính vì vậy, việc rèn luyện đạo đức càng cần được coi trọng hơn bao giờ hết.
⟦Chính vì vậy, cấp ủy cần coi trọng việc rèn luyện đạo đức.⟧
""",
    "the page speaks to its readers": """\
⟦Đồng chí yêu cầu các xã niêm yết thủ tục tại trụ sở.⟧
Quý khách cần hỏi thêm thông tin có thể gọi đường dây nóng.
Bạn đọc cần tư vấn hãy gửi câu hỏi về tòa soạn.
""",
    "a draft and a session": """\
⟦Ủy ban đề nghị Chính phủ sớm hoàn thiện hồ sơ dự án luật.⟧ Bổ sung quy định về thanh toán thuốc khi thiếu thuốc. Về mức đóng, tiếp thu ý kiến đại biểu, điều chỉnh thời điểm tăng mức đóng.
Theo chương trình, ngày 25/6, Quốc hội tiến hành bầu các Phó Chủ tịch.
""",
    "they still have faults": """\
⟦Đồng chí đề nghị các chi bộ giữ nền nếp sinh hoạt.⟧ Bên cạnh ưu điểm, các chi bộ còn có một số hạn chế trong thực hiện quy chế. ⟦Đồng chí yêu cầu các chi bộ khắc phục ngay.⟧
""",
    "items that look like headings": """\
Để nâng cao chất lượng sinh hoạt chi bộ, cần thực hiện các giải pháp chủ yếu sau:
Thứ nhất, đổi mới nội dung sinh hoạt chi bộ
⟦Các chi ủy cần chọn chuyên đề sát với thôn, bản.⟧
Thứ hai, ⟦phát huy vai trò của các đoàn thể ở thôn, bản⟧
Các đoàn thể là cầu nối giữa chi bộ với hội viên.
Thứ ba, ⟦tăng cường sự kiểm tra của đảng ủy xã⟧
Sự kiểm tra của đảng ủy xã có vai trò rất quan trọng.
""",
    "a list begins over within an item": """\
(1) Mục tiêu
(2) Tầm nhìn đến năm 2045
Trách nhiệm tổ chức thực hiện Nghị quyết như sau:
- ⟦Đảng ủy Quốc hội lãnh đạo việc hoàn thiện pháp luật.⟧
- Đảng ủy Chính phủ:
(1) ⟦Chỉ đạo xây dựng chương trình hành động.⟧
(2) ⟦Chủ trì chuẩn bị tài liệu quán triệt.⟧
- ⟦Ban Dân vận vận động nhân dân thực hiện Nghị quyết.⟧
""",
    "money in a list of tasks": """\
Tổ chức thực hiện
1. ⟦Sở Nội vụ mở 12 lớp bồi dưỡng cho cán bộ xã.⟧
2. Tổng cộng trong ba năm: 1.250.000.000 đồng, chưa gồm tiền in giáo trình.
""",
    "what a classic came to": """\
Từ đó, Chủ tịch Hồ Chí Minh đi tới kết luận rằng cán bộ phải gần dân.
⟦Học theo Người, mỗi cán bộ phải gần dân, lắng nghe dân.⟧
""",
}
