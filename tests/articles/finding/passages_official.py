# ruff: noqa: E501 - a line of a passage is a line of an article
"""Plans, notices and lists in the forms of offices, with what only looks like them; see `passages`."""

from typing import Final

__all__ = ["OFFICIAL_PASSAGES"]

OFFICIAL_PASSAGES: Final = {
    "numerals in brackets within a line": """\
Để khắc phục, chi bộ cần thực hiện các việc: (i) ⟦Duy trì sinh hoạt định kỳ;⟧ (ii) ⟦Phân công đảng viên phụ trách hộ;⟧ (iii) ⟦Kiểm tra việc nộp đảng phí.⟧
Đoàn đã nghe báo cáo về: (1) kết quả thu ngân sách; (2) tiến độ các công trình; (3) tình hình an ninh.
""",
    "figures with one bracket within a line": """\
Nhiệm vụ trọng tâm quý IV: 1) ⟦Hoàn thành thu ngân sách;⟧ 2) ⟦Tổ chức ngày hội đại đoàn kết;⟧ 3) ⟦Chuẩn bị Tết cho hộ nghèo.⟧
""",
    "one is, two is within a sentence": """\
Thời gian tới, huyện tập trung: một là, ⟦đẩy mạnh tuyên truyền phòng cháy rừng;⟧ hai là, ⟦kiện toàn các tổ bảo vệ rừng;⟧ ba là, ⟦xử lý nghiêm vi phạm.⟧
""",
    "letters up to k": """\
Nhiệm vụ cụ thể
a) ⟦Rà soát hồ sơ đảng viên.⟧
b) ⟦Kiểm tra việc nộp đảng phí.⟧
c) ⟦Bồi dưỡng cấp ủy cơ sở.⟧
d) ⟦Cập nhật sổ danh sách đảng viên.⟧
đ) ⟦Phân công đảng viên phụ trách thôn.⟧
e) ⟦Tổ chức sinh hoạt chuyên đề.⟧
g) ⟦Sơ kết công tác hằng quý.⟧
h) ⟦Phát hiện quần chúng ưu tú.⟧
i) ⟦Báo cáo Huyện ủy kết quả.⟧
k) ⟦Khen thưởng kịp thời tập thể có thành tích.⟧
""",
    "small numerals as markers of lines": """\
Nhiệm vụ, giải pháp
(i) ⟦Mở rộng vùng trồng dược liệu.⟧
(ii) ⟦Xây dựng thương hiệu mật ong bạc hà.⟧
(iii) ⟦Đào tạo nghề cho thanh niên.⟧
(iv) ⟦Kết nối tiêu thụ nông sản.⟧
(v) ⟦Cải tạo đường vào vùng nguyên liệu.⟧
""",
    "particulars below the tasks": """\
Phân công nhiệm vụ
1. ⟦Xây dựng đề án vị trí việc làm⟧
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Sở Tài chính, UBND các huyện.
- Thời gian hoàn thành: Quý III/2021.
2. ⟦Rà soát quy hoạch sử dụng đất cấp huyện.⟧
Đơn vị thực hiện: Sở Tài nguyên và Môi trường; đơn vị phối hợp: UBND các huyện, thành phố
Thời gian: Trước ngày 30/9/2021.
3. ⟦Công bố bộ thủ tục hành chính mới.⟧
Kinh phí: 300 triệu đồng.
""",
    "a list that is introduced after a quotation": """\
Với chủ đề: "Đoàn kết - Kỷ cương - Phát triển", đại hội đề ra các nhiệm vụ, trong đó chú trọng: ⟦Phát triển cây ăn quả ôn đới; xây dựng nông thôn mới gắn với du lịch cộng đồng.⟧
""",
    "which tasks comes after": """\
Ban Thường vụ Đảng ủy yêu cầu các chi bộ thực hiện tốt một số nội dung.
⟦Tổ chức học tập nghị quyết tới từng đảng viên.⟧ ⟦Đăng ký việc làm theo gương Bác trước ngày 31/3.⟧
""",
    "due by itself": """\
⟦UBND các xã lập danh sách hộ cần di dời khỏi vùng sạt lở. Hoàn thành trước ngày 25/5.⟧ ⟦Sở Xây dựng thẩm định thiết kế điểm tái định cư.⟧
Khu tái định cư cũ hoàn thành trước năm 2015.
""",
    "inspection report in figures": """\
Qua thanh tra đã kiến nghị thu hồi 2,9 tỷ đồng, yêu cầu hạch toán lại 30 triệu đồng.
Ban hành 6 quyết định xử phạt với số tiền 30,7 triệu đồng.
Bên cạnh đó, kiến nghị kiểm điểm 3 tập thể và 68 cá nhân.
Kiểm tra, đôn đốc việc thực hiện 24 kết luận thanh tra; đã thu hồi 1,9 tỷ đồng.
⟦Thanh tra tỉnh kiến nghị Chủ tịch UBND tỉnh chỉ đạo thu hồi số tiền sai phạm còn lại.⟧
""",
    "grounds of a plan": """\
KẾ HOẠCH
Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số quốc gia;
Thực hiện Kế hoạch số 31/KH-UBND của UBND tỉnh về tuyên truyền cải cách hành chính;
Theo đề nghị của Trưởng phòng Nội vụ, UBND huyện ban hành kế hoạch như sau:
I. NỘI DUNG
1. ⟦Công khai số điện thoại tiếp nhận phản ánh của người dân.⟧
2. ⟦Bố trí cán bộ trực bộ phận một cửa vào sáng thứ Bảy.⟧
II. TỔ CHỨC THỰC HIỆN
1. ⟦Phòng Nội vụ theo dõi, tổng hợp kết quả.⟧
2. ⟦Trung tâm Văn hóa - Truyền thông tăng thời lượng tuyên truyền.⟧
""",
    "heading that gives the direction": """\
Định hướng phát triển
⟦Tập trung lãnh đạo phát triển kinh tế rừng gắn với bảo vệ môi trường.⟧
⟦Huy động mọi nguồn lực để giảm nghèo bền vững.⟧
""",
    "results in a list that looks like tasks": """\
Kết quả nổi bật
Thứ nhất, tham mưu kịp thời cho cấp ủy về công tác dân vận.
Thứ hai, đã chú trọng tuyên truyền, vận động nhân dân hiến đất làm đường.
Triển khai thực hiện quy chế dân chủ ở cơ sở; cải cách thủ tục hành chính được đẩy mạnh.
""",
    "half a year behind and ahead": """\
6 tháng đầu năm, chi bộ duy trì nền nếp sinh hoạt, làm tốt công tác phát triển đảng viên.
Kết nạp 3 đảng viên mới, tổ chức 2 buổi sinh hoạt chuyên đề.
⟦6 tháng cuối năm, chi bộ tập trung khắc phục hạn chế trong tự phê bình và phê bình.⟧ ⟦Phân công đảng viên giúp đỡ hộ khó khăn.⟧
""",
    "what a body works at by habit": """\
Đảng ủy xã cũng quan tâm chăm lo gia đình chính sách.
Các chi hội luôn chú trọng vận động hội viên gửi tiết kiệm.
Hội vừa hướng dẫn kỹ thuật vừa tìm đầu ra cho nông sản.
Nông dân có thể tiếp cận vốn vay ưu đãi tại điểm giao dịch xã.
""",
    "theory of example": """\
Nêu gương là phương thức lãnh đạo của Đảng.
Sinh thời, Bác Hồ căn dặn cán bộ phải cần, kiệm, liêm, chính.
Như Lênin viết: Đảng phải gắn bó với quần chúng.
Xây dựng đội ngũ cán bộ là nhiệm vụ then chốt của công tác xây dựng Đảng.
⟦Mỗi cán bộ, đảng viên phải tự soi, tự sửa hằng ngày.⟧
""",
    "a programme that was just issued": """\
Liên đoàn Lao động tỉnh Mường Hà vừa ban hành kế hoạch Tháng Công nhân. Tháng Công nhân là dịp tri ân người lao động.
⟦Các cấp công đoàn chọn lọc những hoạt động đã và đang có hiệu quả để nhân rộng.⟧ ⟦Công đoàn các khu công nghiệp tổ chức phiên chợ không đồng.⟧
Năm ngoái, công đoàn đã trao 1.200 suất quà.
Các cấp công đoàn tổ chức 40 giải bóng đá.
""",
    "two bodies sign a programme": """\
Tỉnh đoàn và Hội Nông dân tỉnh vừa ký kết chương trình phối hợp.
⟦Theo đó, Tỉnh đoàn (TĐ) Mường Hà và Hội Nông dân sẽ mở các lớp dạy nghề cho thanh niên.⟧ ⟦Hai bên phối hợp tuyên truyền, vận động hội viên trồng cây dược liệu.⟧
⟦Thực hiện chương trình, Hội Nông dân tỉnh chủ động kết nối tiêu thụ nông sản.⟧
""",
    "a numbered paper that orders": """\
⟦UBND tỉnh đã ban hành Chỉ thị số 04/CT-UBND yêu cầu các chủ rừng trực gác trong mùa khô.⟧
Năm qua, huyện đã ban hành nhiều văn bản yêu cầu các xã giữ rừng.
""",
    "somebody tells faults": """\
⟦Chủ tịch nước đề nghị ngành tòa án đẩy mạnh tranh tụng tại phiên tòa.⟧
Chủ tịch nước cũng chỉ rõ nguyên nhân của những hạn chế, nhất là trong công tác kiểm tra.
⟦Ông nhấn mạnh nhiệm vụ trọng tâm của ngành trong năm tới là nâng cao chất lượng xét xử.⟧
""",
}
