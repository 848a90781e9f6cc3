# ruff: noqa: E501 - a line of a passage is a line of an article
"""Orders by subject, by time and by turn, and what only looks like them; see `passages`."""

from typing import Final

__all__ = ["LABELLED_PASSAGES"]

LABELLED_PASSAGES: Final = {
    "subjects before a colon, after an order": """\
⟦UBND tỉnh Mường Hà có văn bản yêu cầu các sở, ngành thực hiện nghiêm việc quản lý biên chế.⟧
⟦Về tiếp nhận viên chức, người lao động: Tạm dừng tiếp nhận từ ngày 1/7.⟧ ⟦Chỉ xem xét trường hợp chuyển công tác theo chồng, theo vợ.⟧ ⟦Kịp thời lập danh sách người đủ điều kiện nghỉ hưu trước tuổi.⟧
⟦Đối với mua sắm xe công, sửa chữa trụ sở: Tạm dừng ký hợp đồng mới.⟧ ⟦Cơ quan, đơn vị tổ chức rà soát tài sản dôi dư.⟧
⟦Về công tác quy hoạch, điều động, luân chuyển cán bộ: Thực hiện đúng hướng dẫn của Ban Tổ chức Tỉnh ủy.⟧
""",
    "subjects before a colon, in a report": """\
Năm qua, các hội đoàn thể đã vượt kế hoạch.
Về phát triển hội viên, đoàn viên: Kết nạp 312 hội viên mới, đạt 104% kế hoạch.
Đối với quỹ vì người nghèo, quỹ khuyến học: Vận động được 450 triệu đồng.
Chỉ có hai chi hội chưa tổ chức đại hội.
""",
    "who speaks stands before the colon": """\
Về việc chậm giao đất, đồng chí Bí thư yêu cầu: ⟦Phòng Tài nguyên rà soát từng hộ.⟧
Về việc chậm giao đất, đồng chí Bí thư cho biết: Huyện đã giao xong 12 thửa.
""",
    "in particular, stop": """\
⟦Thường trực Huyện ủy yêu cầu các xã giữ nguyên trạng đất công.⟧ ⟦Cụ thể, tạm dừng đấu giá các khu đất xen kẹt.⟧
""",
    "only, as a limit and as a remark": """\
⟦Sở Nội vụ yêu cầu các trường rà soát hợp đồng.⟧ ⟦Chỉ ký hợp đồng với giáo viên còn thiếu theo định mức.⟧
Chỉ tính riêng tháng Ba, toàn tỉnh thiếu 120 giáo viên.
""",
    "directive as a verb": """\
⟦Chủ tịch UBND tỉnh chỉ thị các xã biên giới rà soát, đánh giá hầm hào cũ.⟧ ⟦Định kỳ hằng năm thực hiện kiểm tra, bảo dưỡng kho tàng.⟧
""",
    "directive as a noun": """\
Thực hiện chỉ thị của Chủ tịch tỉnh, các xã đã rà soát hầm hào cũ.
Bộ trưởng vừa ban hành chỉ thị về an toàn hồ đập.
Hằng năm chỉ thị cho các đơn vị được gửi vào đầu mùa mưa.
""",
    "the press is directed for the time ahead": """\
Kết thúc buổi giao ban, Ban Tuyên giáo Thành ủy đã thông báo số báo phát hành. ⟦Cũng tại đây, Ban Tuyên giáo Thành ủy đã định hướng trong tháng 9 báo chí tiếp tục tuyên truyền về đại hội chi bộ.⟧ ⟦Tiếp tục giới thiệu những tấm gương giúp dân sau lũ.⟧
⟦Đồng chí Trưởng ban định hướng các cơ quan báo chí tập trung phản ánh mùa thu hoạch.⟧
""",
    "other directions": """\
Nhà trường đã định hướng nghề nghiệp cho 400 học sinh.
Huyện đoàn đã định hướng thanh niên phát triển vườn ươm.
Công tác định hướng báo chí tuyên truyền được làm đều.
""",
    "the second task is": """\
⟦Nhiệm vụ thứ hai là nâng chất lượng giải trình của các phòng, ban.⟧
⟦Việc thứ ba là khôi phục chợ phiên cho bà con.⟧
Nhiệm vụ thứ hai là khó nhất.
Bài học thứ hai là phải dựa vào dân.
""",
    "orders in general news": """\
⟦Phó Thủ tướng cũng yêu cầu tỉnh Lạc Giang và Bộ Xây dựng nghiên cứu, triển khai tuyến kè ven sông.⟧
Cũng theo yêu cầu của tỉnh Lạc Giang, Bộ Xây dựng đã cử đoàn khảo sát.
""",
    "what a rule lets be": """\
⟦Sở Giáo dục yêu cầu các trường công bố quy chế mới.⟧ Theo đó, thí sinh nộp hồ sơ muộn không bị loại, thực hiện bổ sung sau.
⟦Chủ tịch tỉnh yêu cầu ngành điện chuẩn bị vật tư.⟧ ⟦Các xã bảo đảm hộ nghèo không bị cắt điện trong dịp Tết.⟧
""",
    "why something is done": """\
Trong bối cảnh đó, việc duy trì hai đầu mối không còn phù hợp với thực tế quản lý.
Việc bỏ giấy phép con không chỉ tiết kiệm chi phí mà còn nâng cao niềm tin của doanh nghiệp.
Nhằm nâng cao chất lượng bữa ăn, Bộ Y tế dự thảo thông tư hướng dẫn, kiểm soát suất ăn công nghiệp.
⟦Trong bối cảnh đó, các xã cần rà soát những quy định không còn phù hợp.⟧
⟦Việc cấp phép phải công khai, không chỉ ở trụ sở mà còn trên mạng.⟧
""",
    "what a body is there for": """\
Thứ ba, phát huy vai trò của các đoàn thể
⟦Cần bồi dưỡng cán bộ đoàn thể ở thôn.⟧
⟦Các chi bộ trực tiếp lãnh đạo việc đối thoại với dân.⟧
Các chi bộ trực tiếp lãnh đạo các đoàn thể trong thôn.
""",
    "a line that only goes on": """\
⟦Trước tình hình trên, UBND thành phố Lạc Giang yêu cầu các quận rà soát toàn bộ quỹ đất còn lại của những
khu tái định cư và triển khai thực hiện các bước đền bù theo quy định.⟧ ⟦Các phường công khai phương án trước ngày 30/6.⟧
Nhờ cách làm ấy mà trong ba năm qua đã có rất nhiều hộ dân ở các thôn của xã Nậm Kha, nơi trước đây chỉ trồng ngô,
biết phải tập trung phát triển cây ăn quả.
""",
    "lines of a list without marks go on with nothing": """\
Chủ tịch xã yêu cầu:
⟦tập trung nạo vét kênh mương;⟧
⟦kiểm tra các trạm bơm.⟧
""",
    "one of the main tasks is": """\
⟦Trong số các nhiệm vụ trọng tâm năm 2026 của ngành, có việc hoàn thành số hóa sổ hộ tịch.⟧ ⟦Bên cạnh đó, ngành cũng tiếp tục rà soát các điểm trường lẻ.⟧
""",
    "countries in the names of persons": """\
⟦Ông Trần Đức Hải cũng yêu cầu các tổ công tác cần khách quan, chính xác.⟧
⟦Bà Nga đề nghị các phường rà soát hộ kinh doanh.⟧
""",
    "countries": """\
Thủ tướng Đức yêu cầu các nước rà soát hiệp định. Phía Nga đề nghị các bên kiềm chế.
""",
    "opinions on a draft": """\
Nhóm ý kiến thứ hai đề nghị bỏ quy định về đặt cọc. Có ý kiến đề nghị bổ sung trường hợp thiên tai.
⟦Thủ tướng có ý kiến yêu cầu các bộ rà soát quy định về đặt cọc.⟧
Quy định như vậy sẽ tránh được đầu cơ.
""",
    "what was entrusted": """\
Phát biểu tại lễ trao quyết định, Chủ tịch tỉnh nêu rõ, trên các cương vị được tỉnh giao cho, đồng chí Hà đã tích cực thực hiện chức trách.
Theo ông Minh, bên cạnh những nhiệm vụ ngành giao, Sở Nội vụ tỉnh đang mở đợt thi đua.
⟦Chủ tịch tỉnh giao cho Sở Nội vụ mở đợt thi đua.⟧
""",
    "what was done there, without a comma": """\
⟦Thời gian tới, tỉnh tăng cường kiểm tra phòng khám tư.⟧ Tại Hòa Sơn đã thực hiện thanh tra, kiểm tra 123 cơ sở, xử phạt 12 cơ sở.
⟦Thời gian tới, tỉnh tăng cường quản lý đầu tư.⟧ ⟦Tại các dự án đã phê duyệt, chủ đầu tư khẩn trương giải phóng mặt bằng.⟧
""",
    "a purpose that was served": """\
Để có kết quả ấy huyện đã chỉ đạo các xã, thị trấn và Phòng Kinh tế phân công cán bộ bám sát cơ sở, thường xuyên phối hợp kiểm tra.
""",
    "a duty that only describes": """\
“Đây là lỗ hổng mà ngành y tế cần sớm khắc phục”, bà Hoa phân trần.
⟦Bà Hoa đề nghị ngành y tế rà soát quy trình.⟧ Bà cũng đề nghị 3 hướng giải quyết.
""",
    "a demand that is a matter of course": """\
Trả lời cử tri, Bộ trưởng khẳng định, giảm nghèo bền vững là nhiệm vụ đặt ra đến năm 2030, đó là yêu cầu tất yếu để thực hiện mục tiêu chung.
⟦Trả lời cử tri, Bộ trưởng yêu cầu các vụ thực hiện mục tiêu giảm nghèo.⟧ Bộ trưởng thẳng thắn chỉ ra, hiện nay, nhiều cơ sở đào tạo quá coi trọng đồng tiền.
⟦Các cơ sở đào tạo cần coi trọng chất lượng.⟧
""",
}
