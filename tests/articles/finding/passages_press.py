# ruff: noqa: E501 - a line of a passage is a line of an article
"""Passages in the styles of the press, marked before the rules had seen them; see `passages`."""

from typing import Final

__all__ = ["DATED_PASSAGE", "PRESS_PASSAGES"]

PRESS_PASSAGES: Final = {
    "press communique": """\
Thông cáo báo chí phiên họp thứ 26 Ban Chỉ đạo Trung ương
Ngày 20/8, tại Hà Nội, Ban Chỉ đạo họp phiên thứ 26 để thảo luận, cho ý kiến về kết quả hoạt động từ sau phiên họp thứ 25.
Ban Chỉ đạo thống nhất đánh giá, từ sau phiên họp trước đến nay, các cơ quan chức năng đã tích cực đẩy nhanh tiến độ xác minh, điều tra, truy tố, xét xử nhiều vụ án. Đã khởi tố mới 6 vụ án, 27 bị can.
Ban Chỉ đạo yêu cầu trong thời gian tới tập trung thực hiện tốt một số nhiệm vụ trọng tâm sau:
Thứ nhất, ⟦tiếp tục hoàn thiện thể chế, khắc phục sơ hở trong các lĩnh vực dễ phát sinh tham nhũng.⟧
Thứ hai, ⟦kết thúc điều tra 4 vụ án, truy tố 5 vụ án, xét xử sơ thẩm 3 vụ án trong năm 2024.⟧
Thứ ba, ⟦giao Ban Nội chính Trung ương chủ trì, phối hợp với các cơ quan liên quan theo dõi, đôn đốc việc thực hiện.⟧
""",
    "military newspaper": """\
QĐND - Sáng 3/12, Đảng ủy Quân khu tổ chức hội nghị ra nghị quyết lãnh đạo thực hiện nhiệm vụ năm 2025.
Năm 2024, Đảng ủy Quân khu lãnh đạo lực lượng vũ trang hoàn thành toàn diện các mặt công tác, có mặt hoàn thành xuất sắc. Huấn luyện chiến đấu đạt 100% khá, giỏi. Công tác dân vận được nhân dân ghi nhận.
⟦Phát biểu chỉ đạo tại hội nghị, Trung tướng Đỗ Xuân Khải yêu cầu Đảng ủy Quân khu tiếp tục quán triệt, triển khai nghiêm nghị quyết của Quân ủy Trung ương.⟧ ⟦Duy trì nghiêm chế độ sẵn sàng chiến đấu, nhất là trong dịp lễ, Tết.⟧ ⟦Nâng cao chất lượng huấn luyện, diễn tập.⟧ ⟦Chấp hành nghiêm kỷ luật, bảo đảm an toàn trong huấn luyện và tham gia giao thông.⟧
Tin, ảnh: VĂN THÀNH
""",
    "union portal": """\
CTTĐT - Liên đoàn Lao động tỉnh Đắk Mơ vừa triển khai Tháng Công nhân năm 2023 với chủ đề “Đoàn kết công nhân - Vững mạnh tổ chức”.
⟦Theo kế hoạch, các cấp công đoàn tập trung tổ chức hoạt động “Cảm ơn người lao động”, trao nhà Mái ấm công đoàn.⟧ ⟦Công đoàn cơ sở phối hợp với người sử dụng lao động cải thiện bữa ăn ca, nơi làm việc.⟧ ⟦Các đơn vị báo cáo kết quả về Liên đoàn Lao động tỉnh trước ngày 10/6/2023.⟧
Năm 2022, các cấp công đoàn trong tỉnh đã thăm hỏi, tặng quà 5.600 lượt công nhân, trị giá 2,8 tỷ đồng.
""",
    "interview with an expert": """\
Theo PGS, TS. Vũ Đình Hòe, văn hóa công vụ không chỉ là khẩu hiệu mà phải thành thói quen. Ông cho rằng nhiều nơi mới dừng ở việc treo bảng nội quy.
⟦“Muốn chuyển biến thực chất, người đứng đầu phải làm gương trước, sau đó mới đến kiểm tra, chế tài.⟧ Ở nhiều nước, người dân chấm điểm công chức ngay sau khi giao dịch”, ông Hòe nói.
""",
    "government conclusion by figures": """\
Thông báo kết luận của Phó Thủ tướng tại cuộc họp về tiến độ các dự án đường sắt
Phó Thủ tướng đánh giá cao Bộ Xây dựng và thành phố đã tích cực tháo gỡ khó khăn. Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm so với yêu cầu.
Phó Thủ tướng yêu cầu:
1. Bộ Xây dựng
a) ⟦Rà soát, hoàn thiện tiêu chuẩn kỹ thuật, gửi các bộ lấy ý kiến trước ngày 15/9;⟧
b) ⟦Đôn đốc các địa phương bàn giao mặt bằng.⟧
2. ⟦Bộ Tài chính bố trí đủ vốn đối ứng theo tiến độ thực hiện dự án.⟧
3. ⟦Ủy ban nhân dân thành phố chịu trách nhiệm toàn diện về tiến độ giải phóng mặt bằng.⟧
""",
    "a study conference in the past": """\
Sáng 9/4, Đảng ủy khối Doanh nghiệp tỉnh tổ chức hội nghị học tập, quán triệt, triển khai thực hiện Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII. Hơn 300 cán bộ chủ chốt dự hội nghị.
Tại hội nghị, báo cáo viên đã truyền đạt những nội dung cơ bản, cốt lõi của nghị quyết, nhất là các quan điểm, mục tiêu, nhiệm vụ và giải pháp chủ yếu.
Thông qua hội nghị nhằm nâng cao nhận thức, trách nhiệm của cán bộ, đảng viên, tạo sự thống nhất trong toàn Đảng bộ.
""",
    "youth union story with a plan at the end": """\
Chiến dịch tình nguyện hè năm nay thu hút hơn 2.000 đoàn viên của huyện Ea Trang. Các đội hình đã sửa 4 nhà tình nghĩa, dạy chữ cho 150 thiếu nhi, khám bệnh miễn phí cho bà con ba buôn.
⟦Chị H'Len Niê, Bí thư Huyện đoàn cho biết: “Thời gian tới, Huyện đoàn sẽ nhân rộng mô hình dạy tin học miễn phí ra toàn huyện.⟧ ⟦Chúng tôi cũng tiếp tục vận động nguồn lực xây dựng sân chơi cho thiếu nhi vùng khó”.⟧
""",
    "report that mixes achievements and verbs at heads": """\
Điểm sáng trong xây dựng nông thôn mới
Xác định xây dựng nông thôn mới là nhiệm vụ trọng tâm, Đảng ủy xã Bình Phong đã ban hành nghị quyết chuyên đề, phân công từng đồng chí cấp ủy phụ trách thôn. Đẩy mạnh tuyên truyền bằng nhiều hình thức, xã huy động được hơn 12 tỷ đồng và 3.500 ngày công. Thực hiện phương châm “dân biết, dân bàn, dân làm, dân kiểm tra”, mọi khoản đóng góp đều được công khai.
Phát huy vai trò chủ thể của người dân, các thôn đã bê tông hóa 100% đường ngõ xóm. Chú trọng phát triển sản xuất, xã hình thành vùng rau an toàn 25 ha.
""",
    "education ministry": """\
⟦Bộ trưởng lưu ý các trường đại học phải công khai đề án tuyển sinh, không để thí sinh thiệt thòi vì thiếu thông tin.⟧ ⟦Bộ sẽ xử lý nghiêm những cơ sở tuyển vượt chỉ tiêu.⟧ ⟦Đối với các địa phương, Bộ trưởng đề nghị chuẩn bị tốt phương án tổ chức thi trong điều kiện mưa bão.⟧
""",
    "list without stops at ends": """\
Nội dung trọng tâm quý III
- ⟦Tổ chức đại hội điểm cấp cơ sở⟧
- ⟦Kiểm tra việc thực hiện Quy định số 144-QĐ/TW⟧
- ⟦Tổng kết 10 năm thực hiện Chỉ thị số 50-CT/TW⟧
""",
    "viewpoints then tasks": """\
Quan điểm chỉ đạo
Phát triển văn hóa là nền tảng tinh thần của xã hội. Xây dựng con người là trung tâm của chiến lược phát triển. Văn hóa phải được đặt ngang hàng với kinh tế, chính trị, xã hội.
Nhiệm vụ và giải pháp
⟦Xây dựng môi trường văn hóa lành mạnh từ gia đình, nhà trường đến xã hội.⟧ ⟦Bảo tồn, phát huy giá trị các di sản của đồng bào các dân tộc.⟧ ⟦Đãi ngộ xứng đáng đối với nghệ nhân.⟧
""",
    "what the task of the month is": """\
⟦Kết thúc buổi làm việc, đồng chí Bí thư Thành ủy nêu rõ: Nhiệm vụ trọng tâm trong tháng 9 là tổ chức thành công lễ khai giảng năm học mới.⟧ ⟦Tiến hành rà soát, sửa chữa các điểm trường bị hư hỏng sau bão.⟧
Nhiệm vụ của báo chí là phản ánh đời sống.
""",
    "long article with results in the body and tasks at the end without heading": """\
Thực hiện Chỉ thị số 05-CT/TW, Huyện ủy Lạc Thành đã ban hành 12 văn bản lãnh đạo, chỉ đạo. Cấp ủy các cấp cụ thể hóa thành kế hoạch hằng năm, yêu cầu 100% cán bộ, đảng viên đăng ký nội dung làm theo. Nhiều mô hình được nhân rộng như “Ngày thứ Bảy vì dân”, “Chính quyền thân thiện”.
Việc nêu gương của người đứng đầu được coi trọng. Các đồng chí Ban Thường vụ Huyện ủy thường xuyên đi cơ sở, trực tiếp giải quyết kiến nghị của nhân dân.
⟦Phát huy những kết quả đạt được, Huyện ủy Lạc Thành xác định tiếp tục đưa việc học tập và làm theo Bác đi vào chiều sâu.⟧ ⟦Chú trọng kiểm tra, giám sát việc thực hiện bản đăng ký của cán bộ chủ chốt.⟧ ⟦Kịp thời biểu dương, nhân rộng các gương điển hình.⟧
""",
    "advice by a doctor's office": """\
Trước diễn biến phức tạp của bệnh sởi, Sở Y tế vừa có văn bản gửi các bệnh viện. ⟦Theo đó, các bệnh viện bố trí khu cách ly, bảo đảm đủ thuốc và trang thiết bị.⟧ ⟦Trung tâm Kiểm soát bệnh tật tỉnh giám sát chặt chẽ các ca nghi ngờ, báo cáo Sở Y tế hằng ngày.⟧ ⟦Người dân cần đưa trẻ đi tiêm chủng đầy đủ, đúng lịch.⟧
Bệnh sởi lây qua đường hô hấp, có thể gây biến chứng viêm phổi, viêm não.
""",
    "inspection commission communique": """\
Ủy ban Kiểm tra Tỉnh ủy vừa tổ chức kỳ họp thứ 18. Tại kỳ họp, Ủy ban Kiểm tra Tỉnh ủy đã xem xét, thi hành kỷ luật đối với 2 đảng viên vi phạm quy định về đất đai.
⟦Ủy ban Kiểm tra Tỉnh ủy yêu cầu Ban Thường vụ Huyện ủy Cẩm Đường kiểm điểm, rút kinh nghiệm, khắc phục kịp thời các khuyết điểm đã được chỉ ra.⟧
Cùng với việc xem xét kỷ luật, Ủy ban Kiểm tra đã cho ý kiến về quy trình kiểm tra tài chính đảng.
""",
    "theory with musts": """\
Đảng cầm quyền phải thường xuyên tự đổi mới, tự chỉnh đốn, đó là quy luật tồn tại và phát triển của Đảng. Lênin từng chỉ rõ, một đảng che giấu khuyết điểm là một đảng hỏng. Bởi vậy, tự phê bình và phê bình không phải là việc làm nhất thời mà là sinh hoạt thường xuyên.
""",
    "programme of a ministry with bullets and glued markers": """\
Bộ Khoa học và Công nghệ đề ra các nhiệm vụ trọng tâm năm 2024:
•⟦Hoàn thiện hành lang pháp lý về dữ liệu;⟧
•⟦Phát triển hạ tầng 5G tại các khu công nghiệp;⟧
•⟦Đào tạo 5.000 kỹ sư bán dẫn.⟧
Năm 2023, doanh thu công nghiệp công nghệ thông tin ước đạt 142 tỷ USD.
""",
    "the provincial chairman on site": """\
Kiểm tra thực tế tại hiện trường, đồng chí Chủ tịch Ủy ban nhân dân tỉnh biểu dương tinh thần làm việc của các nhà thầu. Đến nay, dự án đạt 68% khối lượng.
⟦Đồng chí đề nghị chủ đầu tư bám sát tiến độ, giải quyết dứt điểm vướng mắc về điện, nước.⟧ ⟦Các nhà thầu tăng ca, tăng kíp, bảo đảm chất lượng và an toàn lao động.⟧ ⟦Phấn đấu thông xe kỹ thuật trước ngày 2/9.⟧
""",
    "resolution of the people's council passed": """\
Với 100% đại biểu tán thành, Hội đồng nhân dân tỉnh đã thông qua 21 nghị quyết, trong đó có Nghị quyết về dự toán ngân sách năm 2025. Kỳ họp cũng tiến hành chất vấn hai giám đốc sở. Chủ tọa kỳ họp đánh giá các đại biểu thẳng thắn, trách nhiệm.
⟦Chủ tịch Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh sớm triển khai các nghị quyết vừa được thông qua.⟧
""",
    "lists of both kinds without heading": """\
Bên cạnh kết quả, công tác này còn một số hạn chế: việc nắm tình hình chưa kịp thời; phối hợp giữa các ngành chưa chặt chẽ; tổ chức thực hiện thiếu quyết liệt.
⟦Nhằm khắc phục những hạn chế trên, huyện tập trung vào các giải pháp: tăng cường nắm tình hình từ cơ sở; xây dựng quy chế phối hợp giữa các ngành; phân công rõ người, rõ việc, rõ thời gian.⟧
""",
    "communal portal": """\
Đảng ủy xã Phú Lộc triển khai nhiệm vụ 6 tháng cuối năm 2022
Sáng ngày 8/7/2022, Đảng ủy xã tổ chức hội nghị Ban Chấp hành mở rộng đánh giá tình hình 6 tháng đầu năm.
6 tháng đầu năm, cấp ủy đã tập trung lãnh đạo, chỉ đạo thực hiện đạt và vượt nhiều chỉ tiêu. Tổng thu ngân sách đạt 71%. Kết nạp 5 đảng viên mới. Duy trì 19 tiêu chí nông thôn mới. Tổ chức tốt Tết trồng cây.
Trên cơ sở đó, hội nghị đề ra nhiệm vụ 6 tháng cuối năm: ⟦Tiếp tục thực hiện nghiêm các văn bản chỉ đạo của cấp trên.⟧ ⟦Hoàn thành các chỉ tiêu còn lại về y tế, giáo dục.⟧ ⟦Đẩy mạnh phát triển cây dược liệu, hỗ trợ hộ nghèo vay vốn.⟧ ⟦Củng cố các chi bộ yếu kém.⟧
Đồng chí Bí thư Đảng ủy ghi nhận những kết quả đạt được. ⟦Đồng chí yêu cầu các thôn khẩn trương thu hoạch lúa, không để thất thoát.⟧
""",
    "theory journal solution essay": """\
Bảo vệ nền tảng tư tưởng của Đảng là nhiệm vụ cơ bản, hệ trọng, sống còn. Các thế lực thù địch lợi dụng mạng xã hội để xuyên tạc, bịa đặt. Chúng triệt để khai thác những vụ việc tiêu cực để kích động.
Do đó, để nâng cao hiệu quả đấu tranh, cần thực hiện tốt một số vấn đề cơ bản sau đây:
Một là, ⟦tiếp tục nâng cao nhận thức của cán bộ, đảng viên và nhân dân về tính chất nguy hiểm của các quan điểm sai trái. Đây là giải pháp quan trọng hàng đầu.⟧
⟦Các cấp ủy đảng cần tăng cường thông tin chính thống, định hướng dư luận.⟧
Hai là, ⟦xây dựng lực lượng chuyên sâu, nòng cốt.⟧
⟦Lựa chọn những người có bản lĩnh, am hiểu công nghệ tham gia lực lượng này.⟧
""",
    "short order news": """\
⟦Chủ tịch nước yêu cầu các lực lượng vũ trang sẵn sàng giúp dân khắc phục hậu quả mưa lũ.⟧
Trận lũ ngày 2/10 đã làm 3 người chết, hơn 600 ngôi nhà bị ngập. Quân khu đã điều 500 chiến sĩ đến hiện trường.
""",
    "report of inspection with should": """\
Qua kiểm tra, đoàn nhận thấy việc lưu trữ hồ sơ ở một số chi bộ còn sơ sài. Biên bản họp chưa ghi đầy đủ ý kiến phát biểu.
⟦Đoàn kiểm tra đề nghị chi ủy các chi bộ bổ sung hồ sơ trước ngày 30/11.⟧ ⟦Thường xuyên cập nhật sổ theo dõi thu, nộp đảng phí.⟧
""",
    "numbered with headings inside item": """\
Tổ chức thực hiện
1. ⟦Các ban xây dựng Đảng của Tỉnh ủy theo chức năng, nhiệm vụ hướng dẫn việc thực hiện Chỉ thị.⟧
2. ⟦Đảng ủy Hội đồng nhân dân tỉnh lãnh đạo giám sát việc thực hiện.⟧
3. ⟦Báo và Đài Phát thanh - Truyền hình tỉnh mở chuyên mục tuyên truyền.⟧
4. ⟦Chỉ thị này phổ biến đến chi bộ.⟧
""",
    "anniversary article": """\
93 năm qua, ngành Tuyên giáo luôn đồng hành cùng dân tộc. Trong kháng chiến, những người làm công tác tuyên truyền đã cổ vũ quân và dân ta xông lên giết giặc. Trong xây dựng hòa bình, ngành tích cực tham mưu nhiều chủ trương lớn. Tăng cường đối thoại, nắm bắt tâm tư nhân dân là bài học quý. Mỗi cán bộ tuyên giáo hôm nay tự hào và càng thêm trách nhiệm.
""",
    "secretariat directive as news, figures within the line": """\
Ban Bí thư vừa ban hành Chỉ thị số 39-CT/TW về nâng cao hiệu quả tín dụng chính sách xã hội.
Chỉ thị nêu rõ, sau 10 năm thực hiện Chỉ thị số 40-CT/TW, nguồn vốn tín dụng chính sách tăng nhanh, góp phần giảm nghèo bền vững. Tuy nhiên, nguồn vốn còn phụ thuộc ngân sách Trung ương.
Để tiếp tục phát huy vai trò của tín dụng chính sách, Ban Bí thư yêu cầu các cấp ủy, tổ chức đảng thực hiện các nhiệm vụ sau: 1- ⟦Quán triệt, tuyên truyền sâu rộng về vai trò của tín dụng chính sách.⟧ 2- ⟦Hoàn thiện cơ chế, chính sách, nhất là chính sách cho người có thu nhập thấp.⟧ 3- ⟦Tập trung nguồn lực, bảo đảm Ngân hàng Chính sách xã hội có đủ vốn hoạt động.⟧
""",
    "district news with the mayor's words": """\
Nhằm chủ động phòng, chống cháy rừng mùa hanh khô, huyện Sơn Kỳ đã thành lập 14 tổ tuần tra, bố trí 3 trạm gác. Hạt Kiểm lâm tổ chức ký cam kết với 1.250 hộ dân sống gần rừng.
Ông Đinh Văn Thắng, Phó Chủ tịch Ủy ban nhân dân huyện cho biết: Huyện đã chỉ đạo các xã rà soát phương án, mua sắm thêm dụng cụ chữa cháy. ⟦Thời gian tới, huyện tiếp tục tuyên truyền để người dân không đốt nương trong những ngày nắng nóng.⟧ ⟦Các xã duy trì lực lượng trực 24/24 giờ.⟧
""",
    "guidance on a campaign": """\
Ban Tuyên giáo Tỉnh ủy ban hành Hướng dẫn số 88-HD/BTGTU về tuyên truyền kỷ niệm 50 năm Ngày giải phóng tỉnh.
Nội dung tuyên truyền tập trung làm rõ ý nghĩa lịch sử của chiến thắng, những thành tựu sau 50 năm xây dựng và phát triển.
Hướng dẫn đề nghị các huyện ủy, thành ủy:
- ⟦Tổ chức hội thảo, tọa đàm, hành quân về nguồn.⟧
- ⟦Trang trí cờ, băng rôn, khẩu hiệu tại các trục đường chính.⟧
- ⟦Phát động đợt thi đua cao điểm từ ngày 1/2 đến 30/4.⟧
""",
    "political academy essay": """\
Thực hành dân chủ trong Đảng là điều kiện để phát huy trí tuệ tập thể. Dân chủ phải đi đôi với kỷ luật, kỷ cương. V.I. Lênin coi dân chủ và tập trung là hai mặt của một nguyên tắc.
Thực hiện dân chủ trong Đảng những năm qua có chuyển biến tích cực. Việc lấy phiếu tín nhiệm, chất vấn trong Đảng được tiến hành nghiêm túc.
Thời gian tới, cần tập trung vào những nội dung sau:
⟦Cụ thể hóa nguyên tắc tập trung dân chủ thành quy chế, quy định dễ thực hiện, dễ kiểm tra.⟧
⟦Mở rộng các hình thức lấy ý kiến đảng viên trước khi quyết định những vấn đề lớn.⟧
⟦Xử lý nghiêm mọi biểu hiện dân chủ hình thức, độc đoán, chuyên quyền.⟧
""",
    "women's union results and figures under mixed headings": """\
Phong trào thi đua sôi nổi, rộng khắp
Các cấp Hội Liên hiệp Phụ nữ tỉnh hỗ trợ 312 hội viên khởi nghiệp, thành lập 9 hợp tác xã. Xây dựng 46 mái ấm tình thương. Vận động hội viên giữ gìn vệ sinh môi trường.
Hướng về cơ sở
⟦Trong nhiệm kỳ mới, các cấp Hội tập trung hướng mạnh về cơ sở, lấy hội viên làm trung tâm.⟧ ⟦Đa dạng hóa hình thức tập hợp phụ nữ, nhất là phụ nữ tôn giáo, dân tộc thiểu số.⟧ ⟦Chăm lo, bảo vệ quyền lợi chính đáng của phụ nữ và trẻ em.⟧
""",
    "solution section with sub-headings of its own": """\
3. Giải pháp
3.1. Về công tác tuyên truyền
⟦Đổi mới phương thức tuyên truyền, sử dụng hiệu quả mạng xã hội.⟧ ⟦Báo chí mở chuyên trang, chuyên mục về phòng, chống lãng phí.⟧
3.2. Về hoàn thiện thể chế
⟦Rà soát, bãi bỏ các quy định gây lãng phí nguồn lực.⟧ ⟦Quy định rõ chế tài xử lý người đứng đầu để xảy ra lãng phí.⟧
""",
    "an official's article in the first person plural": """\
Chúng ta đã đi qua chặng đường 40 năm đổi mới với những thành tựu to lớn. Nhưng chúng ta cũng không được phép chủ quan. ⟦Mỗi đảng viên phải tự soi, tự sửa hằng ngày.⟧ ⟦Mỗi chi bộ phải là một pháo đài vững chắc trên mặt trận tư tưởng.⟧
""",
    "anti-corruption case report": """\
Cơ quan Cảnh sát điều tra Công an tỉnh vừa ra quyết định khởi tố bị can đối với Giám đốc Trung tâm Đăng kiểm. Trước đó, lực lượng chức năng khám xét trụ sở, thu giữ nhiều tài liệu. Bị can phải chịu trách nhiệm về hành vi nhận hối lộ. Vụ án đang được điều tra mở rộng.
""",
    "tasks in the imperative after a sentence of agreement": """\
Thường trực Hội đồng nhân dân tỉnh thống nhất chương trình giám sát năm 2025 gồm 2 chuyên đề. ⟦Ban Pháp chế xây dựng đề cương, gửi các cơ quan chịu sự giám sát trước ngày 20/2.⟧ ⟦Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh chuẩn bị các điều kiện phục vụ.⟧
""",
    "notice of a rule with conditions": """\
Từ ngày 1/7, người dân làm thủ tục tại trung tâm phục vụ hành chính công cấp xã. Hồ sơ gồm đơn đề nghị, bản sao căn cước. Thời hạn giải quyết là 5 ngày làm việc. Trường hợp hồ sơ chưa hợp lệ, cán bộ tiếp nhận hướng dẫn bổ sung.
""",
}

DATED_PASSAGE: Final = """\
Đại hội đại biểu Mặt trận Tổ quốc Việt Nam huyện Yên Thủy lần thứ XII, nhiệm kỳ 2024 - 2029 diễn ra trong hai ngày 14 và 15/3.
Nhiệm kỳ qua, Mặt trận các cấp trong huyện vận động Quỹ “Vì người nghèo” được 6,8 tỷ đồng, xây mới 154 nhà Đại đoàn kết. Chủ trì giám sát 42 cuộc; phản biện 17 dự thảo văn bản.
⟦Nhiệm kỳ 2024 - 2029, Ủy ban Mặt trận Tổ quốc Việt Nam huyện tiếp tục đổi mới nội dung, phương thức hoạt động, hướng mạnh về cơ sở.⟧ ⟦Phấn đấu hằng năm có 95% khu dân cư tổ chức tốt Ngày hội Đại đoàn kết.⟧
Phát biểu tại đại hội, đồng chí Phó Bí thư Huyện ủy biểu dương những kết quả của Mặt trận huyện. ⟦Đồng chí đề nghị Mặt trận tập trung xây dựng đội ngũ cán bộ có uy tín, am hiểu dân vận.⟧
Đại hội hiệp thương cử 55 vị tham gia Ủy ban Mặt trận huyện khóa XII.
"""
