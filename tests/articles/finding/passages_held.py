# ruff: noqa: E501 - a line of a passage is a line of an article
"""Passages that were marked before the rules had seen them; see `passages`."""

from typing import Final

__all__ = ["HELD_PASSAGES"]

HELD_PASSAGES: Final = {
    "essay with sections and free paragraphs": """\
Giữ gìn sự đoàn kết, thống nhất trong Đảng bộ
Đoàn kết là truyền thống cực kỳ quý báu của Đảng và của dân tộc ta. Trong Di chúc, Chủ tịch Hồ Chí Minh căn dặn các đồng chí từ Trung ương đến các chi bộ cần phải giữ gìn sự đoàn kết nhất trí của Đảng như giữ gìn con ngươi của mắt mình.
Những năm gần đây, cấp ủy các cấp đã coi trọng xây dựng khối đoàn kết. Nhiều đảng bộ ban hành quy chế làm việc, phân định rõ trách nhiệm tập thể và cá nhân. Song ở một số nơi, tình trạng bằng mặt không bằng lòng vẫn âm ỉ kéo dài.
⟦Để giữ vững đoàn kết, thống nhất, trước hết cấp ủy phải thực hiện nghiêm nguyên tắc tập trung dân chủ.⟧ ⟦Mọi vấn đề hệ trọng đều phải được bàn bạc kỹ trong tập thể.⟧
Hai là, ⟦thường xuyên tự phê bình và phê bình trên tinh thần xây dựng. Phê bình là để giúp nhau tiến bộ chứ không phải để hạ bệ nhau.⟧
Ba là, ⟦người đứng đầu cấp ủy cần thực sự là hạt nhân quy tụ.⟧
""",
    "journal with bold titles of solutions": """\
Một số giải pháp nâng cao hiệu quả công tác kiểm tra, giám sát
Thứ nhất, nâng cao nhận thức, trách nhiệm của cấp ủy
⟦Cấp ủy các cấp cần quán triệt đầy đủ các quy định của Đảng về công tác kiểm tra, giám sát.⟧ ⟦Đưa kết quả thực hiện công tác này vào tiêu chí đánh giá tổ chức đảng hằng năm.⟧
Thứ hai, xây dựng đội ngũ cán bộ kiểm tra
⟦Chăm lo đào tạo, bồi dưỡng nghiệp vụ cho cán bộ kiểm tra, nhất là ở cơ sở.⟧ ⟦Có chính sách đãi ngộ phù hợp để cán bộ yên tâm công tác.⟧
Thứ ba, phối hợp chặt chẽ với các cơ quan liên quan
⟦Ủy ban Kiểm tra phối hợp với cơ quan thanh tra, kiểm toán, tránh chồng chéo.⟧
""",
    "orders to each by office": """\
Kết luận buổi làm việc, Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo:
- ⟦Đối với Sở Xây dựng: Khẩn trương hoàn thành thẩm định thiết kế kỹ thuật trước ngày 10/4.⟧
- ⟦Đối với Ban Quản lý dự án: Lựa chọn nhà thầu có đủ năng lực, khởi công dự án trong quý II.⟧
- ⟦Đối với huyện Mường Đán: Tập trung giải phóng mặt bằng, bàn giao mặt bằng sạch cho chủ đầu tư.⟧
""",
    "ministry news with paraphrase": """\
Thứ trưởng Bộ Nội vụ Lê Quang Hải vừa chủ trì hội nghị trực tuyến về cải cách hành chính với 34 tỉnh, thành phố.
Báo cáo tại hội nghị cho thấy, chỉ số hài lòng của người dân năm qua đạt 83,9%, tăng 1,2 điểm phần trăm. Có 28 địa phương hoàn thành 100% kế hoạch.
⟦Thứ trưởng đề nghị các địa phương xác định cải cách hành chính là nhiệm vụ trọng tâm, gắn với trách nhiệm người đứng đầu.⟧ ⟦Các bộ, ngành sớm ban hành danh mục thủ tục được cắt giảm.⟧ ⟦Vụ Cải cách hành chính tổng hợp kiến nghị của địa phương, báo cáo lãnh đạo Bộ trong tuần này.⟧
Cũng tại hội nghị, đại diện các địa phương đã chia sẻ kinh nghiệm triển khai bộ phận một cửa.
""",
    "report with headings only": """\
Những kết quả bước đầu
Đưa công nghệ số vào từng chi bộ. Cài đặt sổ tay đảng viên điện tử cho 98% đảng viên. Tổ chức 32 lớp hướng dẫn kỹ năng số.
Duy trì nền nếp sinh hoạt chuyên đề, lồng ghép nội dung học tập và làm theo Bác.
Những việc cần làm ngay
⟦Nâng cấp đường truyền cho các xã vùng cao.⟧ ⟦Cử cán bộ kỹ thuật hỗ trợ tại chỗ.⟧ ⟦Kịp thời khen thưởng các chi bộ làm tốt.⟧
""",
    "news of a plan that a committee has issued": """\
Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh vừa ban hành Kế hoạch số 15-KH/BCĐ về công tác năm 2025.
⟦Kế hoạch yêu cầu các cấp ủy lãnh đạo, chỉ đạo quyết liệt công tác phòng, chống tham nhũng, tiêu cực.⟧ ⟦Tập trung thanh tra, kiểm tra các lĩnh vực đất đai, đầu tư công, đấu thầu.⟧ ⟦Công an tỉnh đẩy nhanh tiến độ điều tra các vụ án thuộc diện theo dõi.⟧ ⟦Cơ quan báo chí của tỉnh tuyên truyền kịp thời kết quả xử lý.⟧
""",
    "a story of a party member": """\
Sinh ra ở vùng quê nghèo, anh Hà Văn Dũng sớm hiểu phải học thì mới thoát nghèo. Năm 2012, anh được kết nạp Đảng. Về làm Bí thư Chi bộ, anh cùng chi ủy xây dựng nghị quyết chuyên đề về phát triển cây mắc ca, vận động 47 hộ tham gia. Đến nay, bản đã có 60 ha mắc ca cho thu hoạch. Anh tâm niệm, muốn dân tin thì đảng viên phải gương mẫu, nói được làm được.
""",
    "meeting of the standing committee, several topics": """\
Ngày 5/8, Ban Thường vụ Thành ủy Hải Bình họp phiên thường kỳ tháng 8.
Cho ý kiến về đề án phát triển nhà ở xã hội, Ban Thường vụ Thành ủy cơ bản thống nhất với dự thảo. ⟦Giao Đảng ủy Ủy ban nhân dân thành phố tiếp thu ý kiến, hoàn thiện đề án, ban hành trong tháng 9.⟧
Về công tác chuẩn bị năm học mới, hội nghị đánh giá ngành giáo dục đã chủ động rà soát cơ sở vật chất. ⟦Ban Thường vụ Thành ủy yêu cầu không để tình trạng thiếu giáo viên, thiếu sách giáo khoa.⟧
""",
    "commentary with rhetorical voice": """\
Không phải ngẫu nhiên mà lòng dân được ví như thành trì vững chắc nhất. Lịch sử đã chứng minh, ở đâu cán bộ gần dân, ở đó việc khó mấy cũng xong. Vậy làm thế nào để cán bộ thực sự gần dân?
Câu trả lời bắt đầu từ những việc nhỏ. Một buổi tiếp dân đúng giờ, một lá đơn được trả lời đúng hạn, một lời xin lỗi chân thành. Những điều giản dị ấy góp phần bồi đắp niềm tin.
""",
    "tasks for the rest of a term with figures": """\
⟦Từ nay đến cuối nhiệm kỳ, Đảng bộ tập trung lãnh đạo hoàn thành các chỉ tiêu còn lại.⟧ ⟦Phấn đấu mỗi năm kết nạp từ 120 đảng viên trở lên.⟧ ⟦Hoàn thành nâng cấp 35 km đường trục xã trước năm 2027.⟧
""",
    "proposal and recommendation": """\
Từ thực tế trên, Đoàn giám sát kiến nghị:
⟦Với Chính phủ: sớm sửa đổi nghị định về chế độ, chính sách đối với cán bộ không chuyên trách.⟧
⟦Với Ủy ban nhân dân tỉnh: bố trí đủ biên chế giáo viên; ưu tiên kinh phí sửa chữa trường, lớp học.⟧
""",
    "closing speech with a call": """\
Bế mạc đại hội, đồng chí Bí thư Huyện ủy khóa mới thay mặt Ban Chấp hành cảm ơn sự tín nhiệm của đại hội. Đồng chí khẳng định Ban Chấp hành sẽ đoàn kết, đem hết sức mình phục vụ nhân dân.
⟦Ngay sau đại hội, các chi bộ, đảng bộ cơ sở cần khẩn trương phổ biến kết quả đại hội đến toàn thể đảng viên.⟧ ⟦Xây dựng chương trình hành động, đưa nghị quyết vào cuộc sống.⟧
Chúc các đồng chí mạnh khỏe, hạnh phúc!
""",
}
