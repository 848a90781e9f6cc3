# ruff: noqa: E501 - a line of a passage is a line of an article
"""Passages that each show one trait of the genre, about invented places; see `passages`."""

from typing import Final

__all__ = ["PUBLISHED_PASSAGES", "TRAIT_PASSAGES"]

TRAIT_PASSAGES: Final = {
    "figures that count things, not items": """\
Yêu cầu các cấp ủy thực hiện các nội dung sau:
1. ⟦Các đảng ủy trực thuộc báo cáo Ban Thường vụ về: (1) Kết quả rà soát tổ chức bộ máy, nêu rõ khó khăn. (2) Kế hoạch thực hiện năm sau. Hoàn thành trước ngày 15/3.⟧
2. ⟦Ban Tổ chức hướng dẫn thống nhất mẫu báo cáo.⟧
""",
    "lines run together without a blank": """\
Ban Bí thư vừa có chỉ thị về đại hội Hội Nông dân các cấp. Theo đó, Ban Bí thư yêu cầu các cấp ủy thực hiện tốt một số nhiệm vụ.
Nông dân xã Khe Sậy gặt lúa. Ảnh: Minh An1. Lãnh đạo đại hội các cấp.- ⟦Về báo cáo, cần đánh giá đúng tình hình nông dân. Nêu rõ nguyên nhân của hạn chế.⟧- ⟦Việc chuẩn bị nhân sự phải căn cứ tiêu chuẩn. Tăng tỷ lệ cán bộ trẻ.⟧2. ⟦Tăng cường tuyên truyền về đại hội. Các báo mở chuyên mục.⟧3. ⟦Ban Dân vận giúp Ban Bí thư theo dõi việc thực hiện Chỉ thị này.⟧
""",
    "a conclusion is drawn among explanations": """\
Lý luận còn chưa theo kịp thực tiễn, nhiều chuẩn mực cũ vẫn còn tồn tại. Bên cạnh đó, văn hóa lai căng đang tác động đến giới trẻ. ⟦Do đó, cần thường xuyên tổng kết thực tiễn, truyền bá những giá trị mới.⟧ Tuy nhiên, trên thực tế nói và làm còn khoảng cách. ⟦Vì vậy, các trường phải làm rõ những câu hỏi như: đạo đức nghề nghiệp là gì?⟧ Vì đó chính là vấn đề mà sinh viên cần lời giải đáp.
""",
    "headings of a list with paragraphs under them": """\
Xin đề xuất một số giải pháp sau:
Thứ nhất, đổi mới công tác giáo dục truyền thống
⟦Các đoàn thể đổi mới hình thức sinh hoạt.⟧ Hiện nay, hình thức sinh hoạt còn đơn điệu. Nhiều nơi chưa có câu lạc bộ. Thanh niên đã quay lưng với sinh hoạt đoàn.
Thứ hai, coi trọng nêu gương người tốt
⟦Tuyên truyền rộng rãi những tấm gương tiêu biểu.⟧ ⟦Kịp thời biểu dương cách làm hay trong nhân dân.⟧ ⟦Qua đó lấy cái đẹp dẹp cái xấu; phê phán lối sống ích kỷ.⟧
""",
    "definitions that use the verbs of tasks": """\
Trong thời gian tới, cần thực hiện tốt một số việc.
⟦Các cấp ủy nâng cao chất lượng tự phê bình.⟧ Đấu tranh với cái xấu trong nội bộ là nhiệm vụ thường xuyên, cấp bách. Văn hóa ứng xử và văn hóa công vụ là những mục tiêu cần hướng đến trong xây dựng cơ quan. Hoạt động rèn luyện đạo đức của cán bộ luôn mang tính tự giác. Như Lênin viết: muốn xây dựng cái mới thì phải biết kế thừa cái cũ.
""",
    "what had to be done is counted": """\
Từ năm 2010 đến năm 2018, cấp ủy các cấp đã kiểm tra 812 tổ chức đảng, 2.932 đảng viên. Cấp ủy các cấp phải thi hành kỷ luật 15 tổ chức đảng và 192 đảng viên. Ủy ban kiểm tra các cấp đã giải quyết tố cáo đối với 61 đảng viên.
""",
    "a communique that lists violations": """\
Sau khi xem xét đề nghị của Ủy ban Kiểm tra Tỉnh ủy, Ban Thường vụ Tỉnh ủy nhận thấy:
1. Ông Đinh Văn Lụa, trong thời gian giữ cương vị Bí thư Huyện ủy, Chủ tịch HĐND huyện đã vi phạm quy định của Đảng trong thực hiện nhiệm vụ được giao; gây hậu quả nghiêm trọng.
2. Đảng ủy Sở Giao thông đã buông lỏng lãnh đạo, chỉ đạo.
⟦Đề nghị các cơ quan chức năng thi hành kỷ luật hành chính kịp thời, đồng bộ với kỷ luật đảng.⟧
""",
    "a place owes something, somebody says": """\
Kinh tế tiếp tục có chuyển biến tích cực. ⟦Bên cạnh thu hút đầu tư, Chủ tịch nước cho rằng Hòa Sơn cần chú trọng giảm nhanh hộ nghèo.⟧
""",
    "a reported story with a hope for people": """\
Nhận thức điều này, năm ngoái, lần đầu tiên, Đảng bộ xã xây dựng một nghị quyết riêng cho bản Nà Lúa. Bí thư Đảng ủy xã (thứ hai từ phải sang) tặng hoa chúc mừng đảng viên mới. Tới đây, anh Sùng A Lử cũng sẽ tiếp tục vinh dự được đứng trong hàng ngũ của Đảng.
""",
    "long headings between full paragraphs": """\
Ban Bí thư ban hành kết luận về sắp xếp đơn vị hành chính ở miền núi.
Đưa cấp xã mới vào hoạt động từ đầu tháng bảy; nghiêm cấm việc tác động, can thiệp trong quá trình sắp xếp nhân sự
⟦Ban Bí thư giao Ban Thường vụ các tỉnh ủy, thành ủy chuẩn bị các điều kiện cần thiết.⟧
⟦Đưa cấp xã mới vào hoạt động từ ngày 1/7, phấn đấu hoàn thành trước ngày 15/7.⟧
""",
    "what a paper holds": """\
Mục đích, yêu cầu
Phụ lục kèm theo Kế hoạch nêu rõ nội dung, nhiệm vụ thực hiện sắp xếp đơn vị sự nghiệp; mốc thời gian hoàn thành chủ yếu trong năm tới.
""",
    "an item whose verb no table knows": """\
Thời gian tới cần làm tốt mấy việc:
Thứ nhất, ⟦cấp ủy các cấp tiếp tục tạo điều kiện về kinh phí.⟧
Thứ hai, ⟦Ủy ban MTTQ huyện mời luật sư, kỹ sư, kế toán đã nghỉ hưu vào hội đồng tư vấn, xong trước đợt giám sát năm sau.⟧
""",
    "some do so": """\
Bên cạnh đó, còn một số hạn chế. Có chủ tịch xã cả năm ủy quyền cho cấp phó tiếp dân. Vẫn có nơi chỉ đạo chung chung, không kiểm tra.
""",
    "who was in office then": """\
Bí thư Huyện ủy khi đó, ông Trịnh Văn Khoan, đề nghị mỗi đồng chí trong Ban Thường vụ đăng ký một việc. Ông tự nhận việc mở cửa phòng tiếp dân.
""",
    "orders that only describe": """Chiều cùng ngày, Thủ tướng đã quay lại công trường để kiểm tra các công việc mà Thủ tướng đã yêu cầu các nhà thầu triển khai.
""",
    "what was not to happen": """\
⟦Ông Mẫn đề nghị Ban Tổ chức thẩm định kỹ nhân sự.⟧ ⟦“Dứt khoát không để lọt vào cấp ủy những người đã phạm sai lầm, vướng vào tiêu cực” - ông Lương Văn Mẫn nói.⟧
""",
    "needed most, and to be said": """\
Thị xã Bến Cát chọn 30 thủ tục người dân cần nhiều nhất để làm trước. Cần khẳng định rằng, tiếp dân chưa bao giờ là việc dễ.
""",
    "why it was done comes before who did it": """\
Để tạo điều kiện thuận lợi cho học sinh vùng cao, Sở Giáo dục và Đào tạo đã tổ chức xe đưa đón các em đi thi. Kỳ thi năm nay, toàn tỉnh có gần 4.900 thí sinh tham gia.
""",
}

# By the day of publication a deadline is ahead or past.
PUBLISHED_PASSAGES: Final = {
    "a deadline ahead in a report": """\
Năm ngoái, các chi bộ đã liên hệ đầy đủ các biểu hiện. Mẫu báo cáo in kèm hướng dẫn.
⟦Về thời hạn, các chi bộ hoàn thành kiểm điểm trước ngày 10/12/2023, đảng bộ cơ sở trước ngày 20/12/2023.⟧ ⟦Ban tổ chức huyện ủy, thị ủy tổng hợp kết quả, báo cáo Ban Tổ chức Tỉnh ủy chậm nhất ngày 15/01/2024.⟧
""",
    "a year that is past": """\
Đầu năm 2021, Đảng ủy phường giao khối dân vận đi hỏi từng người bán hàng. Từ năm 2022, chợ dời về bãi mới.
""",
}
