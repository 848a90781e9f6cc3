# ruff: noqa: E501 - a line of a passage is a line of an article
"""Orders, demands and plans as the press reports them, with what only looks like them; see `passages`."""

from typing import Final

__all__ = ["SPEECH_PASSAGES"]

SPEECH_PASSAGES: Final = {
    "no comma parts the place from who orders": """\
⟦Kết luận tại buổi kiểm tra đồng chí Phó Chủ tịch UBND tỉnh yêu cầu các chủ đầu tư, nhà thầu tăng ca, bù tiến độ đã chậm.⟧ ⟦Các huyện, thị xã bàn giao xong mặt bằng trước mùa mưa.⟧
Tại buổi làm việc lãnh đạo huyện đã báo cáo việc thực hiện nghị quyết.
⟦Phát biểu tại hội nghị ông Lò Văn Pín đề nghị mỗi chi hội nhận đỡ đầu một hộ khó khăn.⟧
""",
    "an order after a walk through the place": """\
⟦Qua kiểm tra thực tế tại xã Mường Đăm, nghe cán bộ xã báo cáo, Thượng tá Cầm Bá Lư đề nghị Ban Chỉ huy Quân sự xã duy trì nghiêm chế độ trực, luyện tập theo phương án.⟧ ⟦Đặc biệt quan tâm đời sống của dân quân thường trực.⟧
Qua kiểm tra, đoàn nhận thấy sổ sách của xã được ghi chép đầy đủ.
""",
    "what is asked after a however": """\
⟦Tuy nhiên, so với yêu cầu đặt ra, các xã, phường cần đẩy nhanh việc số hóa hồ sơ đất đai.⟧
Tuy nhiên, nhiều xã vẫn phải làm thủ công vì thiếu máy tính.
Tuy nhiên, doanh nghiệp phải đối mặt với chi phí vận chuyển tăng cao.
""",
    "a paper that directs": """\
⟦Chủ tịch UBND tỉnh vừa ký Công điện số 14/CĐ-UBND chỉ đạo các địa phương, đơn vị chủ động ứng phó với mưa lớn.⟧ ⟦Chủ tịch UBND các xã: Nậm Cha, Pa Vệ, Sín Thau tổ chức sơ tán các hộ ở ven suối.⟧
Các văn bản chỉ đạo của tỉnh đã được gửi tới thôn, bản ngay trong đêm.
⟦Trước tình hình đó, Sở Y tế vừa có văn bản chỉ đạo giám đốc các bệnh viện chấn chỉnh việc kê đơn thuốc.⟧
""",
    "government gives work to ministries": """\
⟦Theo nghị quyết phiên họp, Chính phủ chỉ đạo Bộ Công Thương chủ trì bảo đảm nguồn cung xăng dầu.⟧ ⟦Chính phủ giao Bộ Tài chính trình phương án giảm phí trong tháng 7.⟧
⟦Ban Bí thư giao ban thường vụ các tỉnh ủy chỉ định cấp ủy mới trước ngày 10/6.⟧
Thứ Hai hằng tuần, thường trực giao ban với các ban, ngành.
Chủ nhà đã giao cho Nguyễn Văn Tấn 500 triệu đồng tiền đặt cọc.
""",
    "orders that nobody gives in office": """\
Các cổ đông đề nghị hội đồng quản trị xem lại khoản đầu tư thua lỗ.
Hàng nghìn người xuống đường yêu cầu thủ tướng nước này từ chức.
Người đàn ông đe dọa, yêu cầu chị Hạnh phải trả lại tiền.
Hội đồng xét xử chấp nhận yêu cầu bồi thường của nguyên đơn.
Hai bị can bị đề nghị truy tố về tội cố ý gây thương tích.
Luật sư đề nghị tòa triệu tập thêm nhân chứng.
""",
    "advice of one who orders nobody": """\
"Để sống được với nghề này cần kiên nhẫn và chăm chỉ", một giảng viên nói.
Chúng tôi phải dậy từ ba giờ sáng để kịp chuyến đò đầu tiên.
Các cô giáo vùng cao cần sự kiên nhẫn nhiều hơn nơi khác.
⟦"Xã phải công khai danh sách hộ được hỗ trợ", Bí thư Đảng ủy xã Lò Thị Pản nói.⟧
""",
    "a question asked of a minister": """\
Đại biểu Hà Văn Sính đề nghị Bộ trưởng cho biết, Bộ có giải pháp gì để chấm dứt tình trạng này?
⟦Đại biểu đề nghị Chính phủ sớm sửa đổi quy định về đấu giá đất.⟧
""",
    "a consequence is drawn from what was told": """\
⟦Hệ thống kênh mương nhiều nơi đã xuống cấp, do đó các xã phải nạo vét trước vụ đông xuân.⟧
⟦Đồng chí ghi nhận kết quả của chi bộ; đồng thời đề nghị chi ủy rà soát lại quy chế làm việc.⟧
Đoàn đã kiểm tra 5 điểm giết mổ, đồng thời yêu cầu 2 điểm dừng hoạt động.
⟦Chính phủ tiếp thu ý kiến của cử tri; trên cơ sở đó yêu cầu các bộ trả lời dứt điểm trong quý III.⟧
""",
    "words that are told after a colon": """\
⟦Bí thư Huyện đoàn cho biết: "Thời gian tới, Huyện đoàn sẽ mở thêm ba lớp dạy bơi miễn phí".⟧
Ông Tráng A Lử cho biết: "Nhà tôi trồng được hơn một héc-ta mận".
⟦Kết luận hội nghị, đồng chí Chủ tịch HĐND huyện nhấn mạnh: để kỳ họp đạt chất lượng, Thường trực HĐND huyện yêu cầu các ban hoàn thành báo cáo thẩm tra trong tuần này.⟧
""",
    "resolve counted up in one sentence": """\
Đại hội phát động phong trào thi đua trong toàn huyện.
⟦Thời gian tới, Đảng bộ huyện tập trung thực hiện tốt nghị quyết đại hội.⟧
Trong đó, 3 khâu đột phá là: ⟦Đổi mới phương thức lãnh đạo, xây dựng đội ngũ cán bộ chủ chốt ngang tầm nhiệm vụ.⟧
""",
    "the core of what was ordered": """\
⟦Bí thư Tỉnh ủy yêu cầu các cấp, các ngành tổ chức thực hiện nghị quyết của kỳ họp.⟧ ⟦Rà soát các chỉ tiêu đạt thấp để có giải pháp sát thực tế.⟧ ⟦Trọng tâm là đẩy nhanh giải ngân vốn đầu tư công; tháo gỡ khó khăn cho doanh nghiệp.⟧
⟦Chỉ đạo các xã chưa đạt chuẩn huy động nguồn lực hoàn thành tiêu chí giao thông.⟧ ⟦Chăm lo Tết cho hộ nghèo.⟧
Do đó, việc nâng cao năng lực bí thư chi bộ đáp ứng yêu cầu đặt ra là cần thiết.
""",
    "military speech with a credit below": """\
⟦Đại tá Lường Văn Hặc, Chính ủy Trung đoàn đề nghị cấp ủy, chỉ huy các đại đội quán triệt kỹ nhiệm vụ huấn luyện.⟧ ⟦Làm tốt công tác bảo đảm hậu cần, giữ sức khỏe bộ đội.⟧ ⟦Thi đua lập thành tích chào mừng ngày truyền thống.⟧
Thực hiện: Bích Hường
""",
    "pictures between what was ordered": """\
⟦Đồng chí Phó Bí thư Thường trực Thành ủy yêu cầu các quận ủy hoàn thành đại hội điểm trong tháng 4.⟧
Phó Bí thư Thường trực Thành ủy phát biểu kết luận hội nghị.
⟦Chú trọng công tác nhân sự, chuẩn bị kỹ văn kiện.⟧
Chủ tịch UBND thành phố chủ trì phiên họp chuyên đề về nhà ở xã hội.
""",
    "what will come about, and when events are": """\
Kỳ họp thứ mười lăm dự kiến tổ chức trong hai ngày, từ 9 đến 10/7.
Bộ trưởng sẽ trả lời chất vấn về giá vật tư nông nghiệp.
Năm tới khối lượng công việc chắc chắn sẽ tăng.
Tuyến đường hoàn thành sẽ tạo ra trục phát triển mới của huyện.
⟦Thời gian tới, UBND huyện sẽ rà soát, sắp xếp lại các điểm trường lẻ.⟧
""",
    "dateline before the demand": """\
⟦Hoasononline - Các lực lượng chức năng phải chốt chặn toàn bộ đường mòn qua biên giới, Bí thư Tỉnh ủy nhấn mạnh.⟧
⟦(HSO) - Sở Công Thương yêu cầu các siêu thị niêm yết giá đầy đủ.⟧
(HSO) - Lễ hội hoa mận thu hút hơn 2.000 du khách.
""",
    "quoted order before who gave it": """\
⟦"Chủ tịch xã phải báo cáo công việc hằng tuần cho thường trực đảng ủy" - đó là chỉ đạo của Bí thư Tỉnh ủy tại hội nghị giao ban.⟧ ⟦Ông nhấn mạnh, không để người dân phải chờ đợi.⟧
Phong trào "Phụ nữ tích cực học tập" được hội duy trì nhiều năm nay.
""",
    "duty that only describes": """\
Chị Sùng Thị Chở kể, những ngày đầu chị đau lòng khi phải gửi con để đi học.
Giá phân bón tăng khiến nhiều hộ phải bỏ ruộng.
Tỉnh cần 1.200 tỷ đồng để kiên cố hóa trường lớp.
Không hộ nào phải mất công đi lại nhiều lần.
""",
    "draft law that provides": """\
Dự thảo Luật quy định người lao động được nghỉ thêm một ngày.
Phụ lục kèm theo kế hoạch gồm các nội dung, mục tiêu của từng năm.
Đối với quỹ, tiếp thu ý kiến đại biểu, dự thảo nghị quyết bổ sung quy định về kiểm toán.
""",
}
