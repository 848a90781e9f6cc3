# ruff: noqa: E501 - a line of a passage is a line of an article
"""Demands in unusual places, beside the same words where they ask for nothing; see `passages`."""

from typing import Final

__all__ = ["DEMAND_PASSAGES"]

DEMAND_PASSAGES: Final = {
    "a demand drawn from the year to come, behind all who owe it": """\
Năm 2023, Công ty Xi măng Hòa Phát đạt doanh thu 2.100 tỷ đồng, tăng 12% so với năm trước. Đảng ủy đã lãnh đạo tốt phong trào thi đua. Đời sống người lao động được nâng lên.
⟦Tại hội nghị, ông Trần Quang Vinh, Tổng Giám đốc Công ty nhấn mạnh: “Năm 2024 là năm kỷ niệm 40 năm thành lập, là năm đưa dây chuyền số 2 vào sản xuất, do đó toàn thể cán bộ, kỹ sư, công nhân trong toàn Công ty, từ lãnh đạo đến các phân xưởng, tổ đội, với tinh thần làm chủ, đoàn kết và sáng tạo, phải quyết tâm hoàn thành kế hoạch”.⟧ ⟦Đưa dây chuyền mới vào hoạt động đúng hạn.⟧ ⟦Tổ chức tốt các phong trào thi đua.⟧
""",
    "a demand drawn from the year to come, and what it is to be seen as": """\
Năm 2023, các cấp hội cựu chiến binh đã xóa 58 nhà tạm, xây dựng quỹ hội 12 tỷ đồng. Nhiều gương điển hình được biểu dương.
⟦Thiếu tướng Lê Văn Dũng, Chủ tịch Hội cũng nhấn mạnh, năm 2024 là năm diễn ra đại hội thi đua, yêu cầu đặt ra cao hơn, vì vậy các cấp hội cần chủ động hơn nữa.⟧ ⟦Đặt công tác giáo dục truyền thống lên hàng đầu.⟧ ⟦Gắn phong trào với xây dựng nông thôn mới.⟧ ⟦Coi việc giúp nhau làm kinh tế là nội dung thi đua chính.⟧
""",
    "the year spoken of in a sentence of its own": """\
Trong năm, Đảng bộ xã lãnh đạo nhân dân đạt 18/19 tiêu chí nông thôn mới. Bình quân lương thực đạt 620 kg/người.
Đồng chí Bí thư Đảng ủy xã đã nhấn mạnh: Năm 2024 là năm xã về đích nông thôn mới nâng cao, khối lượng công việc còn lại rất nặng nề. ⟦Chính vì vậy cả hệ thống chính trị phải vào cuộc mạnh mẽ.⟧ ⟦Đưa tiêu chí môi trường lên hàng đầu.⟧ ⟦Tổ chức ra quân làm đường ngay sau Tết.⟧
""",
    "what a year meant is told, or judged": """\
Năm 2021 là năm đầu thực hiện nghị quyết, vì vậy huyện đã tập trung nguồn lực làm đường. Năm 2022 là năm thứ hai, rất có ý nghĩa để đánh giá, do vậy, việc kiểm tra lần này của Tỉnh ủy là rất cần thiết, nhất là để thấy những cách làm hay, sáng tạo cần nhân rộng.
Đề xuất cũng góp phần tăng thu nhập cho người dân.
""",
    "everyday verbs go on with an order": """\
Bí thư Huyện ủy kết luận hội nghị. ⟦Đồng chí yêu cầu các chi bộ đổi mới nội dung sinh hoạt.⟧ ⟦Đặt hòm thư góp ý tại nhà văn hóa thôn.⟧ ⟦Họp giao ban vào thứ hai hằng tuần.⟧ ⟦Mở thêm hai điểm tiếp nhận hồ sơ.⟧ ⟦Dành ít nhất một buổi mỗi tháng để xuống thôn.⟧ ⟦Chọn mỗi xã một việc khó để làm điểm.⟧ ⟦Bàn kỹ cách làm trước khi ra nghị quyết.⟧ ⟦Nắm tình hình từ cơ sở.⟧
""",
    "everyday verbs go on with a plan": """\
⟦Trong thời gian tới, thị trấn sẽ chỉnh trang ba tuyến phố.⟧ ⟦Tổ chức bốc thăm vị trí kinh doanh ở chợ mới.⟧ ⟦Kẻ vạch sơn, cắm biển chỉ dẫn.⟧ ⟦Đưa các hộ bán rong vào khu tập trung.⟧ ⟦Treo bảng giá ở cổng chợ.⟧
""",
    "everyday verbs go on with a duty": """\
⟦Để làm tốt việc này, chi ủy cần phân công người theo dõi.⟧ ⟦Đặt ra chỉ tiêu cho từng tổ đảng.⟧ ⟦Gặp từng đảng viên còn băn khoăn.⟧ ⟦Coi đây là nhiệm vụ thường xuyên.⟧
""",
    "what a plan holds that has just been issued by somebody named behind it": """\
Kế hoạch tuyên truyền kỷ niệm ngày thành lập tỉnh vừa được Ban Tuyên giáo Tỉnh ủy ban hành. ⟦Theo đó, tổ chức cuộc thi viết về quê hương.⟧ ⟦Đặt pano ở các cửa ngõ thành phố.⟧ ⟦Đưa nội dung kỷ niệm vào sinh hoạt chi bộ tháng 5.⟧ ⟦Lấy ngày 12/5 làm ngày hội của nhân dân.⟧
""",
    "everyday verbs of a custom": """\
Ngày xưa làng họp ở đình. Đặt lệ làng, chọn người cầm trịch. Lấy ngày rằm làm ngày hội. Mở hội đua thuyền. Chọn trai làng rước kiệu. Bố trí trai tráng canh đê. Coi trọng tình làng nghĩa xóm.
""",
    "everyday verbs of a report": """\
Xã Phú Cường báo cáo kết quả một năm. Xã đã vận động nhân dân hiến đất. Mở 12 lớp dạy nghề. Dành 1,2 tỷ đồng làm đường. Chọn 6 thôn làm điểm. Treo 30 biển cảnh báo. Đặt camera ở các ngã ba.
""",
    "a duty behind a purpose, a time, a condition": """\
Năm qua xã tiếp 214 lượt công dân. Số đơn vượt cấp giảm.
⟦Để người dân yên tâm, mỗi lá đơn gửi đến phải có phiếu hẹn trả lời.⟧ ⟦Sau mỗi buổi tiếp dân, biên bản phải được niêm yết tại trụ sở.⟧ ⟦Khi có vụ việc phức tạp, người đứng đầu phải trực tiếp đối thoại.⟧ ⟦Muốn vậy, cán bộ tiếp dân phải là người am hiểu pháp luật.⟧ ⟦Và cuối cùng là phải chấm dứt tình trạng đùn đẩy.⟧
""",
    "a duty of two and of who else goes along": """\
Rừng phòng hộ đầu nguồn của huyện có hơn 21.000 ha. Nhiều năm trước, rừng bị phá để làm rẫy.
⟦Các ban quản lý rừng và chính quyền các xã có rừng, cùng với lực lượng biên phòng đóng trên địa bàn, cần chia sẻ thông tin hằng tuần.⟧ ⟦Nguồn vốn của Trung ương và nguồn vốn lồng ghép từ các chương trình, cùng với đóng góp của doanh nghiệp, cần được quản lý chặt chẽ.⟧
""",
    "a duty that stays, whoever has it": """\
Sắp xếp đơn vị hành chính là việc lớn. Huyện Đông Trà có 4 xã trong diện sáp nhập.
⟦Dù trụ sở thiếu, vẫn phải bảo đảm tiếp công dân đủ ngày trong tuần.⟧ ⟦Ngoài ra, còn phải giải quyết dứt điểm chế độ cho cán bộ dôi dư trong quý III.⟧ ⟦Tuy phương tiện truyền thông phát triển, vẫn phải coi trọng tuyên truyền miệng.⟧
""",
    "what is forbidden": """\
UBND phường Tân Mỹ thông báo về việc trông giữ xe dịp lễ hội. Lễ hội mở từ mồng 6 tháng Giêng.
⟦Không được thu tiền trông xe cao hơn giá niêm yết.⟧ ⟦Nghiêm cấm lấn chiếm lòng đường, vỉa hè.⟧ ⟦Nghiêm cấm mọi hành vi chèo kéo du khách.⟧
""",
    "answers that open with a duty": """\
Phóng viên: Thưa đồng chí, làm thế nào để chi bộ thôn mạnh lên?
⟦Đồng chí Vũ Thị Hoa, Phó Trưởng Ban Tổ chức Tỉnh ủy: Phải có bí thư chi bộ giỏi, được dân tin.⟧ ⟦Cần có quy định rõ về phụ cấp cho chi ủy viên.⟧
Phóng viên: Đồng chí có thể cho biết kết quả năm qua?
- Năm qua chúng tôi tổ chức 34 hội thi. Có được kết quả đó là nhờ sự quan tâm của các cấp ủy.
Phóng viên: Còn việc kết nạp đảng viên?
- ⟦Cần có nguồn từ thanh niên xuất ngũ.⟧
""",
    "duties of life": """\
Để có nước sinh hoạt, bà con phải đi bộ ba cây số. Để con được đến lớp, chị Mẩy phải dậy từ bốn giờ sáng. Khi mưa lũ về, nhiều hộ phải sơ tán lên đồi. Sau trận lũ, cả bản phải dời lên núi. Muốn làm mật, con ong phải bay hàng nghìn cây số. Để thắng trận này, đội chủ nhà phải ghi ít nhất hai bàn. Dù vất vả, thầy giáo Lâm vẫn phải bám trường. Ngoài ra, gia đình còn phải trả nợ ngân hàng.
""",
    "what was not allowed, or not given": """\
Quy định mới về dạy thêm đã có hiệu lực. Không được dạy thêm ở nhà, nhiều thầy cô chuyển sang dạy ở trung tâm. Không được hỗ trợ kịp thời, nhiều hộ bỏ dở nhà. Ngày ấy không được đốt lửa ban đêm vì sợ máy bay. Vẫn còn phải chờ hướng dẫn.
""",
    "a question, and an answer that tells": """\
Vì sao cây chè Nậm Lừu được giá?
Người trồng chè ở đây phải dậy từ tờ mờ sáng. Búp chè cần hái trước khi nắng lên. Phải chăng vì thế mà chè thơm?
""",
    "news that close with what was asked of a commune": """\
Đoàn giám sát HĐND tỉnh làm việc với xã Tà Lài
Sáng 12/6, đoàn giám sát của HĐND tỉnh làm việc tại xã Tà Lài. Đoàn đã nghe báo cáo, kiểm tra thực địa hai tuyến đường. ⟦Kết thúc buổi làm việc, trưởng đoàn đã đề nghị xã rà soát lại danh mục đầu tư, công khai cho dân biết.⟧
""",
    "news that close with what was asked of a class": """\
Khai giảng lớp bồi dưỡng nghiệp vụ
Ngày 3/4, Trung tâm Chính trị huyện khai giảng lớp bồi dưỡng cho 86 bí thư chi bộ. Lớp học trong ba ngày. ⟦Phát biểu khai giảng, đồng chí Trưởng ban Tổ chức Huyện ủy đã yêu cầu học viên chấp hành nghiêm nội quy, dành thời gian trao đổi kinh nghiệm.⟧
""",
    "news that close with what was asked of those who hold an examination": """\
Tỉnh kiểm tra công tác chuẩn bị thi
Chiều 20/6, Phó Chủ tịch UBND tỉnh Lê Thị Vân đi kiểm tra các điểm thi. ⟦Tại các nơi đến, Phó Chủ tịch UBND tỉnh đã yêu cầu các điểm thi bảo đảm an toàn tuyệt đối, không để thí sinh nào phải bỏ thi vì khó khăn.⟧
""",
    "news that close with what was entrusted to new teams": """\
Công an xã tổ chức ra mắt tổ bảo vệ an ninh
Sáng 1/7, xã Bình Minh ra mắt 12 tổ bảo vệ an ninh, trật tự ở cơ sở với 36 thành viên. Đại diện các tổ đã nhận quyết định. ⟦Chủ tịch UBND xã đã giao nhiệm vụ cho các tổ sớm ổn định tổ chức, nắm chắc địa bàn.⟧
""",
    "news that close with what was asked of those who are inspected": """\
Công bố quyết định kiểm tra
Ngày 9/5, Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy công bố quyết định kiểm tra Ban Thường vụ Huyện ủy Sông Lam. Đồng chí Trưởng đoàn nêu rõ mục đích của đợt kiểm tra. ⟦Đồng chí đã đề nghị Ban Thường vụ Huyện ủy chuẩn bị đầy đủ hồ sơ, cử cán bộ phối hợp với đoàn.⟧
""",
    "what was asked long ago, or by who asks nobody": """\
Trước đó, ngày 2/5, UBND tỉnh đã yêu cầu các sở báo cáo. Các sở đã báo cáo đầy đủ. Năm 2019, Thanh tra đã đề nghị thu hồi 12 ha đất. Ông Nam đã yêu cầu chủ quán trả lại tiền. Gia đình đã đề nghị công an điều tra. Tuy nhiên, Chính phủ đã giao Bộ Công Thương tổng hợp từ lâu. Chủ tịch tập đoàn đã ra lệnh cho các đại lý giảm giá. Ông Anh cho biết, phòng đã yêu cầu địa chính xã lập biên bản.
""",
    "work assigned without a word of duty": """\
Họp Ban Tổ chức Ngày hội Văn hóa các dân tộc huyện Mường Ảng
Ngày hội diễn ra từ ngày 15 đến 18/11 với nhiều hoạt động. Có 10 xã, thị trấn tham gia.
⟦Theo phân công, Phòng Văn hóa - Thông tin chuẩn bị sân khấu, âm thanh.⟧ ⟦Theo kế hoạch, Trung tâm Y tế huyện bố trí hai xe cứu thương tại sân vận động.⟧ ⟦Theo sự phân công của Ban Tổ chức, Công an huyện chịu trách nhiệm phân luồng giao thông.⟧ ⟦Cũng theo kế hoạch, Huyện đoàn huy động 120 đoàn viên dọn vệ sinh trước ngày 14/11.⟧
""",
    "work assigned before an examination": """\
Kỳ thi tốt nghiệp trung học phổ thông năm nay, tỉnh có 24 điểm thi với 11.200 thí sinh. ⟦Theo phân công của Ban Chỉ đạo, Sở Y tế cử cán bộ đến từng điểm thi.⟧
""",
    "work assigned before a congress": """\
Chuẩn bị đại hội điểm
⟦Theo phân công của Ban Thường vụ Huyện ủy, Ban Tổ chức Huyện ủy thẩm định nhân sự.⟧ ⟦Văn phòng Huyện ủy chuẩn bị hội trường.⟧
""",
    "what goes by plan, and what plans are": """\
Theo kế hoạch, hội nghị diễn ra trong hai ngày. Theo chương trình, đại hội thảo luận văn kiện. Theo phân công lao động quốc tế, nước ta xuất khẩu nông sản. Theo kế hoạch, tàu rời cảng lúc 5 giờ. Theo kế hoạch, năm 2022 xã đã hoàn thành đường liên thôn. Theo báo cáo, Sở Y tế tổ chức 12 đoàn kiểm tra.
""",
    "assignments of life, and figures of a plan": """\
Theo phương án, tuyến đường dài 12 km. Theo phương án ban đầu, cầu rộng 9 m. Theo phân công, ông Hai trông đình, ông Ba lo trầu nước. Theo sự phân công của tổ chức, năm 1965 ông vào Nam chiến đấu. Theo phương án đền bù, mỗi hộ nhận 200 triệu đồng. Theo sự phân công, chị làm ở tổ may.
""",
    "topics of a list, each with the body that acts": """\
Hội nghị giao ban khối nội chính quý I
Hội nghị đánh giá kết quả công tác quý I. Các cơ quan thống nhất phân công như sau:
(1) ⟦Đơn thư tồn đọng: Thanh tra huyện tham mưu.⟧
(2) ⟦Tội phạm công nghệ cao: Công an huyện lập chuyên án.⟧
(3) ⟦Hồ sơ chậm: Phòng Tư pháp làm rõ nguyên nhân.⟧
""",
    "topics of a list, each with the body that acts, under a government": """\
Nghị quyết phiên họp Chính phủ thường kỳ
Chính phủ thống nhất các nội dung sau:
(1) ⟦Giá điện: Bộ Công Thương báo cáo phương án trước ngày 15/5.⟧
(2) ⟦Cao tốc Bắc - Nam: Bộ Xây dựng làm việc với các nhà thầu.⟧
""",
    "topics in one line behind a conclusion": """\
Tại phiên họp, Chủ tịch UBND tỉnh kết luận: (1) ⟦Chuyển đổi số: Sở Khoa học và Công nghệ lập kế hoạch;⟧ (2) ⟦Lao động: Sở Nội vụ mở sàn giao dịch việc làm.⟧
""",
    "what others are asked to weigh and favour": """\
Đoàn đại biểu Quốc hội tỉnh làm việc với Sở Y tế. Sở Y tế có một số kiến nghị:
- ⟦Xem xét ưu tiên đầu tư trạm y tế xã.⟧
- ⟦Đề nghị Bộ Y tế sớm ban hành định mức.⟧
""",
    "what is to be weighed and favoured": """\
Các giải pháp cho thời gian tới
- ⟦Về nguồn vốn: xem xét ưu tiên các dự án dở dang.⟧
- ⟦Ngân hàng xem xét ưu tiên cho vay hộ mới thoát nghèo.⟧
- ⟦Xem xét ưu tiên người địa phương khi tuyển công nhân.⟧
""",
    "topics of a contest": """\
Cuộc thi có ba chủ đề:
(1) Môi trường: học sinh vẽ tranh về rác thải nhựa.
(2) Giao thông: học sinh chụp ảnh nút giao.
(3) Lịch sử: Bảo tàng tỉnh giới thiệu hiện vật.
""",
    "topics of a report, each with the body that has acted": """\
Kết quả sau một năm:
(1) Giáo dục: Phòng Giáo dục mở 12 lớp xóa mù.
(2) Y tế: Trung tâm Y tế khám cho 4.200 lượt người.
- Xem xét, giải quyết 45 đơn.
""",
    "what a contest weighs and favours": """\
Ban Tổ chức công bố thể lệ:
- Xem xét ưu tiên tác phẩm chưa đăng báo.
- Giải nhất 20 triệu đồng.
Tiêu chí xét nhà ở xã hội
- Xem xét ưu tiên người có công.
- Người thu nhập dưới 15 triệu đồng được đăng ký.
""",
    "a list in one sentence behind a conclusion": """\
Tỉnh ủy vừa họp phiên thường kỳ. Các đại biểu đã thảo luận sôi nổi.
⟦Đồng chí Bí thư Tỉnh ủy kết luận: thời gian tới tập trung vào một số việc như: hoàn thành sắp xếp thôn, tổ dân phố; bố trí việc làm cho cán bộ dôi dư; xử lý trụ sở bỏ trống.⟧
""",
    "a list in one sentence for the rest of a year": """\
Hội Khuyến học huyện sơ kết 6 tháng. Hội đã trao 312 suất học bổng. ⟦6 tháng cuối năm, Hội tập trung vào một số nội dung như: phát triển hội viên ở dòng họ; xây dựng quỹ khuyến học; tổ chức tuyên dương học sinh giỏi.⟧
""",
    "a list in one sentence that a meeting agreed on": """\
Ban Chỉ đạo 35 tỉnh họp phiên thứ hai. Các thành viên đã thảo luận về tình hình mạng xã hội. ⟦Phiên họp thống nhất một số nhiệm vụ trọng tâm quý II, như: kiện toàn tổ cộng tác viên; mở chuyên mục đấu tranh phản bác; gỡ bỏ tin giả.⟧
""",
    "a list in one sentence that a meeting gave for a direction": """\
⟦Hội nghị đã định hướng một số nội dung trọng tâm trong thời gian tới như: đổi mới sinh hoạt chi hội; chăm lo hội viên nghèo; phát động thi đua chào mừng đại hội.⟧
""",
    "lists in one sentence that set nothing": """\
Hội chợ có nhiều hoạt động như: trưng bày đặc sản; trình diễn nghề dệt; thi nấu ăn. Xã đạt nhiều kết quả như: làm 12 km đường; xây ba cầu; trồng 40 ha rừng. Năm qua, hội thực hiện nhiều nội dung như: phát triển hội viên; xây dựng quỹ. Chương trình có các nội dung: văn nghệ; trò chơi dân gian; bốc thăm trúng thưởng. Hội nghị giao ban báo chí tháng 4 diễn ra sáng nay.
""",
    "what a plenum set and a resolution states": """\
Xây dựng đội ngũ cán bộ theo nghị quyết của Đảng
Cán bộ là gốc của mọi công việc. Nhiều kỳ đại hội đã bàn về công tác cán bộ.
Hội nghị Trung ương 7 khóa XII đã đề ra nhiệm vụ, giải pháp: ⟦đổi mới công tác quản lý cán bộ; xây dựng đội ngũ cán bộ chủ chốt ngang tầm; kiểm soát quyền lực chặt chẽ.⟧
⟦Nghị quyết xác định: tập trung xây dựng đội ngũ cấp chiến lược, nhất là người đứng đầu.⟧
""",
    "what a resolution holds that a plenum has issued": """\
Nâng cao chất lượng tổ chức cơ sở đảng
Ban Chấp hành Trung ương khóa XIII đã ban hành Nghị quyết số 21-NQ/TW về tăng cường củng cố, xây dựng tổ chức cơ sở đảng. ⟦Đổi mới mạnh mẽ phương thức lãnh đạo của tổ chức cơ sở đảng.⟧ ⟦Nâng cao chất lượng sinh hoạt chi bộ.⟧ ⟦Sàng lọc, đưa những đảng viên không đủ tư cách ra khỏi Đảng.⟧
""",
    "what a plenum issued, and what came of it later": """\
Chăm lo giai cấp công nhân
Ban Chấp hành Trung ương khóa X đã ban hành Nghị quyết số 20-NQ/TW. ⟦Quan tâm đào tạo nghề cho công nhân.⟧ ⟦Bảo đảm nhà ở, nơi gửi trẻ ở khu công nghiệp.⟧ Đến nay, cả nước có hơn 16 triệu công nhân.
""",
    "what late meetings state, and what old ones did": """\
Phát huy vai trò của thanh niên
⟦Hội nghị Trung ương 7 khóa X thống nhất: tiếp tục tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên.⟧
⟦Đại hội XIII của Đảng xác định: tăng cường giáo dục lý tưởng cách mạng cho thế hệ trẻ.⟧
Đại hội VI xác định: đổi mới tư duy, trước hết là tư duy kinh tế. Năm 1960, Đại hội III xác định: đẩy mạnh cách mạng xã hội chủ nghĩa ở miền Bắc.
""",
    "what old meetings set, and what resolutions brought": """\
Hội nghị Trung ương 5 khóa XII đã ban hành Nghị quyết số 10-NQ/TW. Nghị quyết đã tạo luồng gió mới. Phát triển kinh tế tư nhân mạnh mẽ, đất nước có thêm nhiều doanh nghiệp lớn. Năm 1986, Đại hội VI đề ra đường lối đổi mới: xóa bỏ cơ chế tập trung, quan liêu, bao cấp. Đại hội III xác định nhiệm vụ: tiến hành cách mạng xã hội chủ nghĩa ở miền Bắc.
""",
    "what came of a rule and of a resolution": """\
Xây dựng văn hóa trong Đảng
Văn hóa trong Đảng là vấn đề được nhiều nhà nghiên cứu bàn tới. Bộ Chính trị đã ban hành Quy định số 144-QĐ/TW về chuẩn mực đạo đức cách mạng. Huyện ủy Bình Sơn đã triển khai đến 100% chi bộ. Đổi mới sinh hoạt, chất lượng đảng viên được nâng lên.
Sau Nghị quyết 57
Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW. Thực hiện nghị quyết, nhiều doanh nghiệp đã đầu tư cho nghiên cứu. Đẩy mạnh ứng dụng công nghệ, Công ty May 10 tăng năng suất 15%. Xây dựng nhà máy thông minh là hướng đi đúng.
""",
    "what a resolution says that something is, and what it wants": """\
Nghị quyết của Tỉnh ủy nêu rõ: văn hóa công vụ là một bộ phận của văn hóa dân tộc, phải được bồi đắp qua nhiều thế hệ.
Điều lệ ghi rõ: tổ chức cơ sở đảng là nền tảng của Đảng, là hạt nhân chính trị ở cơ sở.
Nghị quyết 29 nêu rõ: giáo dục là quốc sách hàng đầu, là sự nghiệp của Đảng, Nhà nước và của toàn dân, đầu tư cho giáo dục là đầu tư phát triển.
Nghị quyết nêu rõ: Công tác dân vận là một bộ phận của công tác xây dựng Đảng, cần gắn với công tác tổ chức.
⟦Nghị quyết nêu rõ: các cấp ủy phải đổi mới công tác dân vận.⟧ ⟦Nghị quyết chỉ rõ cần coi dân vận là việc của cả hệ thống chính trị.⟧
""",
}
