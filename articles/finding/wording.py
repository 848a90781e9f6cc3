"""The phrases behind `cues`, by kind; commas and line ends separate them.

A semicolon stands for a comma within a phrase.
"""

from typing import Final

__all__ = ["WORDING"]

WORDING: Final = {
    "act": """
tiến hành, có chế độ, có quy định, có văn bản, có lộ trình, có chính sách, có cơ chế, có kế hoạch
có giải pháp, có biện pháp, có hình thức
có phương án
lãnh; chỉ đạo
tăng cường, đẩy mạnh, đẩy nhanh, tiếp tục, nâng cao, thực hiện, tập trung, chú trọng, quan tâm
phát huy, xây dựng, tổ chức thực hiện, tổ chức triển khai, tổ chức quán triệt, chủ động, kịp thời
kiên quyết, kiên trì, nghiêm túc, thường xuyên, đổi mới, rà soát, hoàn thiện, củng cố, kiện toàn
chỉ đạo, lãnh chỉ đạo, lãnh đạo chỉ đạo, quán triệt, tuyên truyền, triển khai, bảo đảm, đảm bảo
gắn
coi trọng, đề cao, phối hợp, chủ trì, hướng dẫn, kiểm tra, giám sát, khắc phục, ngăn chặn
đấu tranh, hoàn thành, khẩn trương, chấn chỉnh, siết chặt, nghiên cứu, tham mưu, lựa chọn
huy động, khuyến khích, phát triển, bố trí, sắp xếp, cụ thể hóa, giữ vững, thắt chặt, không ngừng
nhân rộng, nêu cao, đôn đốc, thẩm định, theo dõi, tạo điều kiện, tạo chuyển biến, tạo môi trường
khơi dậy, chăm lo, duy trì, vận động, tích cực, quyết liệt, làm tốt, làm rõ, bám sát, nắm chắc
nắm bắt, bổ sung, bồi dưỡng, tuyển chọn, quy hoạch, phân cấp, cải cách, cải thiện, tháo gỡ
thúc đẩy, thu hút, bảo vệ, phòng ngừa, tuân thủ, chấp hành, rèn luyện, tu dưỡng, nêu gương
gương mẫu, tự giác, phê phán, phản bác, nhận diện, lồng ghép, tiếp dân, tiếp thu
rà soát sàng lọc, sàng lọc, kiểm soát, ngăn ngừa, xóa bỏ, loại bỏ, không để, không được để
không được, không bị động, không chủ quan, không vì
kiến nghị xử lý, thông báo kịp thời, phổ biến, cân đối, ưu tiên, bố trí kinh phí, giải ngân
giải phóng mặt bằng, mạnh dạn, đa dạng hóa, hiện đại hóa, chuẩn hóa, số hóa, hệ thống hóa
đồng bộ hóa, luật hóa, cá thể hóa, nhân lên, lan tỏa
vận dụng, đi sâu, đi đầu, hướng về, hướng mạnh, khen thưởng
tôn vinh, tri ân, trợ giúp, quy hoạch lại, cơ cấu lại, tái cơ cấu, tinh giản, tinh gọn, hợp nhất
kết hợp, liên kết, xúc tiến, bám nắm, hưởng ứng, truy cứu, khởi tố điều tra, điều tra làm rõ
rút kinh nghiệm, tự soi, tự sửa, tự phê bình, thể chế hóa, nội luật hóa, giữ gìn, bồi đắp
hun đúc, nuôi dưỡng, hết sức, chuyển mạnh, kiên định, nhất quán, triệt để, tận dụng, tranh thủ
kéo giảm, dứt điểm, dứt khoát, dứt khoát không, tuyệt đối trung thành
chung sức, chung tay
""",
    "verb": """
cấm, cải tiến, chuyển hồ sơ, chuyển thông tin, chuyển cơ quan
mở lớp, mở đợt, mở chuyên mục, mở các lớp, chọn lọc
thi đua, đãi ngộ, tôn trọng, mời, gửi, nộp, dừng, tạm dừng, chấm dứt, thay đổi, thiết lập, điều tra
điều tiết, triệu tập, thông báo, sửa chữa, duy tu, bảo trì, tu bổ, đóng góp, ủng hộ, quyên góp
tham vấn, lấy ý kiến, tham khảo, tìm hiểu, học hỏi, liên hệ, giải thích, thuyết phục, hòa giải
tập hợp, động viên, khích lệ, cổ vũ, đề phòng, cảnh giác, tố giác, trừng trị, răn đe, xét xử
truy tố, khởi tố, đình chỉ, xử phạt, truy thu, nộp lại, hoàn trả, bồi thường, đền bù, gia hạn
trợ cấp, cứu trợ, tầm soát, khoanh vùng, cách ly, truy vết, thu hoạch, chế biến, đăng tải
phát sóng, đưa tin, biên soạn, trang trí, trưng bày, lưu trữ, hoàn chỉnh, chỉnh sửa, thẩm tra
phản biện, hiệp thương, đề cử, sáp nhập, giải thể, điều động, biệt phái, sát hạch, tăng tốc
tạo đột phá, khai thông, dỡ bỏ, đơn giản hóa, tích hợp, tối ưu hóa, xã hội hóa, nâng tầm, xóa đói
đấu nối, tính toán, dự liệu, dự trù, phân định, phân cấp phân quyền, ràng buộc
sớm, cử, nâng cấp, cải tạo, lắp đặt, trang bị, tập huấn, mua sắm, phân bổ, chỉnh trang, bảo tồn
tôn tạo
khôi phục, trồng, chuyển giao, thí điểm, cho phép, bãi bỏ, giảm thiểu, kiềm chế, đẩy lùi
loại trừ, truy quét, trấn áp
chuyển dịch, diễn tập, luyện tập, huấn luyện, ứng trực, trực chiến, canh gác, sẵn sàng lực lượng
sẵn sàng phương án, sẵn sàng các phương án, sẵn sàng nhân lực, sẵn sàng vật tư
sẵn sàng phương tiện, sẵn sàng ứng phó
tuần tra, ứng phó, di dời, sơ tán, tiêm, xét nghiệm, điều trị, chăm sóc, bình chọn, tuyển dụng
đề bạt, kết nạp
trung thành, hết lòng, phụng sự, gìn giữ, đồng lòng
ủy quyền cho, kiểm điểm, phê duyệt, thông qua, giải trình, giải đáp, lắng nghe, tiếp xúc, đồng hành
liên thông, thống kê, tổng hợp
hoàn tất, nhanh chóng, cân nhắc, đặt, coi, xem, soạn thảo, đăng ký, cấp, cấp phát, chi trả
thu thập, đối chiếu
đo đạc, giao lưu học hỏi, hiến kế, tư vấn, đánh số, niêm yết, trả lời, tiếp cận, chọn, xóa, sửa
gỡ, bám, dự sinh hoạt
ghi chép, trao đổi, thảo luận kỹ, thay thế, hỗ trợ kịp thời, thực hành, tiết kiệm, bảo quản
vệ sinh, khử khuẩn, khai báo
lãnh đạo, phát hiện, đánh giá, trình, cảnh báo, báo cáo, thanh tra, công bố, thống nhất, tránh
đưa, làm
giữ, giới thiệu, nhận thức, xác định, quy định, cập nhật, tham gia, tăng, giảm, lập, dành, tạo
biến, lấy, dự báo, phân tích, tìm kiếm, cung cấp, thành lập, ký kết, tiếp nhận, bàn giao, đào tạo
khảo sát, ban hành, sử dụng, áp dụng, vận hành, sáng tạo, linh hoạt, đáp ứng, chống, thu hồi
khởi công, thanh toán, bổ nhiệm, luân chuyển, kết nối, hợp tác, xem xét, cho ý kiến, định kỳ
đột xuất, nỗ lực, cố gắng, quyết tâm, tổ chức, ổn định, điều chỉnh, mở rộng, đồng bộ, giáo dục
học tập, chú ý, làm cho, kêu gọi, phát động, công khai, minh bạch, chuyển đổi, ứng dụng, rút ngắn
cắt giảm, vào cuộc, sơ kết, tổng kết, xác minh, phân loại, đối thoại, mời gọi, quảng bá
quyết toán, giám định, xử lý, giải quyết, hỗ trợ, đầu tư, quản lý, khai thác, sửa đổi
phòng chống, đề xuất, phân công, thăm hỏi, giúp đỡ, hạn chế tối đa, chuẩn bị
""",
    "duty": """
được giao chủ trì, được giao nhiệm vụ chủ trì, được yêu cầu, cần, cần phải, phải
cần tiếp tục, cần tập trung
có trách nhiệm, có nhiệm vụ, phải không ngừng, cần không ngừng
vẫn phải, còn phải
bắt buộc phải, nghiêm cấm, hãy, phải chịu trách nhiệm, nhất thiết phải, cần thiết phải, đòi hỏi phải
nhất định phải, cần sớm, cần có, phải có, chịu trách nhiệm, tuyệt đối không, tuyệt đối không được
""",
    "order": """
yêu cầu, đề nghị, giao, chỉ đạo yêu cầu, giao nhiệm vụ, ra lệnh, giao cho, giao trách nhiệm
nêu yêu cầu, nhấn mạnh yêu cầu, yêu cầu phải, đề nghị phải, đồng ý giao, thống nhất giao
chỉ thị các, chỉ thị cho, chỉ thị:
nghiêm túc yêu cầu, cũng yêu cầu, cũng đề nghị
""",
    "urge": """
nêu rõ, lưu ý, nhắc nhở, kiến nghị, khuyến cáo, gợi mở
định hướng
nhấn mạnh, chỉ rõ
quán triệt yêu cầu
khuyến nghị, chỉ đạo các, phân công các, đề xuất các
""",
    "pledge": """
phấn đấu, sẽ, dự kiến, đặt mục tiêu, đề ra mục tiêu, hướng tới, đặt ra mục tiêu, đề ra nhiệm vụ
xác định nhiệm vụ, quyết tâm thực hiện, cam kết, mục tiêu là, mục tiêu đến
""",
    "ahead": """
trong nhiệm kỳ mới, nhiệm kỳ mới, trong nhiệm kỳ này, trong chặng đường mới, trên chặng đường mới
theo phân công, theo sự phân công, theo phương án, theo lịch phân công
theo kế hoạch, theo chương trình, theo chỉ thị, theo hướng dẫn, theo đề án
chỉ thị nêu rõ, kế hoạch nêu rõ, công điện nêu rõ, công văn nêu rõ, văn bản nêu rõ
nghị quyết nêu rõ
kết luận nêu rõ, hướng dẫn nêu rõ, kế hoạch đề ra, nghị quyết đề ra, chương trình hành động đề ra
phát huy kết quả đạt được, phát huy những kết quả đạt được, phát huy những kết quả
từ kết quả trên
trên cơ sở kết quả đạt được, từ những kết quả đạt được, trên cơ sở những kết quả đạt được
trong thời gian tới, thời gian tới, trong những năm tới, những năm tới, trong năm tới, năm tới
nhiệm kỳ tới, trong giai đoạn tới, giai đoạn tới, từ nay đến, những tháng cuối năm
các tháng cuối năm, tháng cuối năm, cuối năm, quý tới, tháng tới, tuần tới, sắp tới, tới đây
những ngày tới, thời gian còn lại, trong tình hình mới, nhằm phát huy hơn nữa, nhằm phát huy
nhằm khắc phục, để khắc phục, để tiếp tục, để phát huy, nhằm tiếp tục, để thực hiện tốt
để thực hiện hiệu quả, để thực hiện thắng lợi, để hoàn thành, nhằm thực hiện, trước vấn đề trên
trước tình hình đó, trước tình hình trên, trước thực trạng, trước yêu cầu, từ thực trạng trên
từ thực tiễn trên, để nâng cao, để đạt được, để làm được, để đáp ứng, nhằm nâng cao, nhằm đáp ứng
về tổ chức thực hiện, về công tác tổ chức thực hiện
về phương hướng, phương hướng nhiệm vụ, nhiệm vụ trọng tâm, về nhiệm vụ, nhiệm vụ thời gian tới
nhiệm vụ giải pháp, giải pháp chủ yếu, giải pháp trọng tâm, nhiệm vụ chủ yếu
nhiệm vụ và giải pháp
tổ chức thực hiện nghị quyết, kết luận hội nghị, kết luận buổi làm việc, kết luận cuộc họp
kết luận phiên họp, phát biểu kết luận, phát biểu chỉ đạo, phát biểu bế mạc, trong giai đoạn mới
thời gian sắp tới, bước sang năm, các tháng còn lại, tháng còn lại, để đưa, trong bối cảnh đó
""",
    "behind": """
trong những năm qua, những năm qua, nhiều năm qua, năm qua, thời gian qua, trong thời gian qua
thời gian vừa qua, vừa qua, những tháng đầu năm, tháng đầu năm, tháng của năm, tháng qua
nhiệm kỳ qua, từ đầu năm đến nay, từ đầu nhiệm kỳ đến nay, từ đó đến nay, tính từ, sau hơn
hơn một năm qua, kết quả đạt được, những kết quả đạt được, kết quả nổi bật
bài học kinh nghiệm, ngay từ khi, từ việc thực hiện, kể từ, giai đoạn trước, năm ngoái
từ những ngày đầu, những ngày qua, tuần qua, tháng trước
""",
    "aside": """
kết quả;, nhờ đó, nhờ vậy, qua đó, nhờ sự, kết quả là, tuy nhiên, tuy vậy, bên cạnh những kết quả
bên cạnh kết quả, mặc dù, song, bên cạnh đó vẫn, nguyên nhân, hạn chế là, thực tế cho thấy
thực tiễn cho thấy, qua kiểm tra, qua thực tế, qua theo dõi, qua rà soát
điển hình như, điển hình là, đơn cử, có thể kể đến, từ khi, từ sau khi, ngay sau khi, khi đó
đến nay, cho đến nay, hiện nay, trước đây, trước đó, cùng kỳ, tính đến, cách đây, theo báo cáo
báo cáo tại, lúc bấy giờ, hiện tại, trên thực tế, thực tế, theo thống kê, qua công tác
""",
    "done": """
đều có, đã, đang, đã được, đã và đang, đã có, vừa ký, vừa ban hành, vừa có, vừa tổ chức, vừa được
mới đây
từng bị, từng được, từng có, từng là, chưa từng, hiện đang
""",
    "state": """
chưa, vẫn chưa, còn rất, gặp nhiều khó khăn, gặp rất nhiều khó khăn, được nâng lên
được nâng cao, được củng cố, được quan tâm, được chú trọng, được tăng cường
được thực hiện, được triển khai, được duy trì, được đẩy mạnh, được giữ vững, được cải thiện
được bảo đảm, được đảm bảo, được phát huy, được đổi mới, được tiến hành, được tổ chức
được mở rộng
luôn được, thường xuyên được, cơ bản được, tiếp tục được, từng bước được, ngày càng được
có nhiều đổi mới, có chuyển biến, có những chuyển biến, có nhiều chuyển biến, chuyển biến tích cực
đạt kết quả, đạt được kết quả, đạt nhiều kết quả, đạt được nhiều, còn hạn chế, còn nhiều
còn một số, vẫn còn, còn ít, còn thấp, còn hình thức
còn lúng túng, chưa cao, chưa nghiêm, chưa thật sự, chưa thực sự, chưa kịp thời, chưa đầy đủ
chưa đáp ứng, chưa được, còn chậm, còn thiếu, còn yếu, gặp khó khăn, lỏng lẻo, buông lỏng
có mặt còn, có nơi còn, có lúc, khá tích cực, mang lại hiệu quả, phát huy hiệu quả, đi vào nền nếp
trở thành, đạt tỷ lệ, chiếm, tăng so với, giảm so với, so với cùng kỳ, không ngừng được, khởi sắc
được sự đồng thuận, nhận được sự
được ghi nhận, được đánh giá, được nhân dân, đạt những kết quả, đạt được những, luôn coi trọng
luôn chú trọng, luôn quan tâm, luôn xác định, luôn là, đạt được mục tiêu đề ra, kế hoạch đề ra và
có bước chuyển, có bước phát triển, có nhiều tiến bộ, nhìn chung, được hưởng ứng, ngày càng
""",
    "effect": """
góp phần, giúp cho, sẽ giúp, giúp, nhằm mục đích, thể hiện, cho thấy, tạo nên, có tác dụng
phản ánh rõ
""",
    "event": """
thảo luận về, thảo luận các, thảo luận dự án, cho ý kiến vào dự thảo, phát biểu tại
tham gia phát biểu, phát biểu mở đầu, tham dự, dự hội nghị, dự buổi, dự và, dự lễ, diễn ra
khai mạc, bế mạc hội nghị, chủ trì hội nghị
chủ trì phiên, chủ trì kỳ họp, chủ trì đại hội, chủ trì lễ, chủ trì tọa đàm
chủ trì buổi, chủ trì cuộc họp, đến dự, có sự tham gia, thay mặt, trao tặng, trao quà, tặng hoa
tặng quà, tặng kỷ niệm chương, tặng bằng khen, tặng giấy khen
trao bằng khen, trao giấy khen, trao kỷ niệm chương, trao thưởng
nhân dịp, cùng ngày, cùng dự, cùng đi với, tháp tùng, dự có, tại hội nghị đã, các đại biểu đã
thông qua nghị quyết
biểu quyết, bỏ phiếu, dâng hương, thăm và, đoàn công tác, tiếp đoàn, hội đàm, ký ban hành
thảo luận tại, tham luận, tại lễ, buổi lễ, công bố quyết định, trao quyết định, sinh ngày
lần đầu tiên, nhận thức điều này, nhận thức được điều này, nhận thức rõ điều này
nhận thức rõ điều đó, nhận thức được điều đó, ý thức được điều đó, ý thức rõ điều này
quê quán, từ trần, lễ tang, tang lễ, an táng, hưởng thọ, trân trọng kính mời
""",
    "wish": """
tâm niệm, bộc bạch, tâm sự, trăn trở, kể lại, nhớ lại, quan niệm, thổ lộ, giãi bày, tự nhủ
chúc, mong muốn, mong rằng, mong, hy vọng, hi vọng, tin tưởng rằng, tin tưởng, tin rằng, kỳ vọng
xin trân trọng, trân trọng thông báo, xin thông báo, bày tỏ, cảm ơn, xin cảm ơn
trân trọng cảm ơn, muôn năm
""",
    "praise": """
nhấn mạnh tầm quan trọng, nhấn mạnh vai trò, nhấn mạnh ý nghĩa, khẳng định vai trò
ghi nhận, biểu dương, đánh giá cao, chúc mừng, hoan nghênh, khen ngợi, nhiệt liệt, tự hào
nhận định, cho hay, thống nhất với, nhất trí với, đồng tình với, tán thành với
ghi nhận và biểu dương, khẳng định, cho biết, cho rằng, chia sẻ, nhắc lại, lấy ví dụ, dẫn chứng
điểm lại, dẫn lời, thừa nhận, thẳng thắn chỉ ra, cũng chỉ ra, chỉ ra rằng
""",
    "principle": """
giữ vai trò, đóng vai trò, giữ vị trí
có chức năng, có ý nghĩa, có vai trò, có vị trí, là nền tảng, là gốc, là nhân tố, là yếu tố
là động lực
là khâu, là phương thức, là một trong những, là sự, là việc, được hiểu là, nghĩa là, tức là
mang tính, luôn mang, có tính
là cơ sở, là điều kiện, là tiền đề, là nguyên tắc, là trách nhiệm, là quá trình, là truyền thống
là cuộc, là những, là bước, là dịp, là kết quả, là biểu hiện, là thước đo, là nhiệm vụ
chủ tịch hồ chí minh, bác hồ, bác dạy, người dạy, người căn dặn, bác căn dặn, lênin
""",
    "todo": """
yêu cầu nhiệm vụ, các yêu cầu, những yêu cầu, nhiệm vụ, giải pháp, biện pháp, phương hướng
công tác trọng tâm, việc cần làm, nội dung trọng tâm, yêu cầu đặt ra, những việc
nội dung sau, nội dung chủ yếu, nhóm việc, khâu đột phá, kế hoạch thực hiện
chương trình hành động, nội dung cụ thể, mục tiêu
""",
    "found": """
dự thảo luật, dự án luật, dự luật, dự thảo nghị định, dự thảo thông tư
kết quả, thành tựu, thành tích, thực trạng, hạn chế, khuyết điểm, tồn tại, bài học
tình hình, ưu điểm, dấu ấn, chuyển biến, nhìn lại, kinh nghiệm, khó khăn, bất cập, đạt được
được quy định như sau, được phân loại như sau, được hiểu như sau, được xác định như sau
được tính như sau, được chia thành, phân loại như sau
những điểm sáng, điểm sáng, quan điểm, ý nghĩa, cơ sở lý luận, khái niệm, đặc điểm, truyền thống
nhận thấy, xét thấy
biểu hiện, một số vấn đề lý luận, đột phá từ
""",
    "nothing": """
bị cấm, lệnh cấm, cấm kỵ, điều cấm, vùng cấm, ngăn cấm, khu vực cấm, không cấm, quy định cấm
quá coi trọng, quá chú trọng, quá tập trung
ân cần, cần mẫn, có trách nhiệm với, có trách nhiệm và, được cần
giáo dục và đào tạo, giáo dục đào tạo, phòng giáo dục, sở giáo dục, bộ giáo dục
sở giáo dục và đào tạo, bộ giáo dục và đào tạo, phòng giáo dục và đào tạo
hậu cần, cần thơ, cần giờ, cần đước, cần giuộc, có quyền ra lệnh, có thể ra lệnh
có thể yêu cầu, có thể đề nghị, có thể giao
song song, cử tri, cử nhân, cử chỉ, được đề nghị
bị đề nghị, phải làm gì, cần làm gì, phải làm thế nào
cần những gì, phải đến, phải chờ, phải mất, phải gánh, phải đối mặt, phải hứng chịu
phải nhập viện
phải trả giá, phải nhờ
chương trình, quy trình, quá trình, lộ trình, trình độ, công trình, tiến trình, hành trình
toàn trình, giáo trình
thông qua hội nghị, thông qua các, thông qua việc, thông qua đó, thông qua công tác
thông qua hoạt động
theo chương trình làm việc, theo kế hoạch đề ra, theo kế hoạch đã
trồng người, cấp ủy, cấp trên, cấp dưới, cấp cơ sở, cấp xã, cấp huyện, cấp tỉnh, cấp bách
trao đổi với
đặt ra, xem như, coi như, các cấp
tổng mức đầu tư, chủ đầu tư, vốn đầu tư, thời gian xây dựng, nhà đầu tư, dự án đầu tư
hoạt động xây dựng
quá trình xây dựng, quá trình thực hiện, việc thực hiện, kết quả thực hiện
trong quá trình tổ chức
hoạt động đầu tư, kế hoạch đầu tư, không chưa
vấn đề cần, việc cần, nội dung cần, điều cần, những gì cần, khi cần, nếu cần, điểm cần, khâu cần
đối tượng cần, người cần, điều kiện cần, chứ không phải, những điều phải, không nhất thiết phải
rất cần
buổi làm việc, cuộc làm việc, làm việc tại
lập tức, thanh tra tp, thanh tra thành phố, có quyền yêu cầu, phải yêu cầu, quyền yêu cầu
bài tập yêu cầu, nếu yêu cầu, trường hợp, đoàn giám sát, làm việc với, làm ăn
biến đổi khí hậu
giao thông, nút giao, giao diện, đơn yêu cầu, giấy yêu cầu, bị yêu cầu, có yêu cầu, khi yêu cầu
giao hữu, giao ước, giao điểm, đã phải, đang phải, đang phải chịu trách nhiệm, đành phải
không ai phải, sẽ không phải
gửi đề nghị
theo kiến nghị, các kiến nghị, những kiến nghị, kiến nghị của, đơn thư kiến nghị
phản ánh kiến nghị
báo cáo của, báo cáo mới, thanh tra sở, cảnh báo của, trình bày, giao lưu, giao dịch
ngoại giao, giao tiếp, được giao, giao cấu, tuyên giao
không còn phải, sắp phải, từng phải, khi nào cần, chưa cần, cũng từng phải, mới phải
bàn giao lại, giao nhận, giao hàng, giao đất, giao thừa, giao mùa, giao phối, tiền giao
cần thiết, cần cù, cần kiệm, cần trục, chuyên cần, không cần, chỉ cần, cần kiệm liêm chính
trong tình hình hiện nay, trong giai đoạn hiện nay, trong bối cảnh hiện nay
trong điều kiện hiện nay
cần khẳng định, cần nói, cần thấy, cần hiểu rằng, cần nhắc lại, phải nói, phải thừa nhận
phải kể đến, phải khẳng định, phải công nhận, cần phải nói, cần phải khẳng định, cần phải thấy
buộc phải, bị buộc phải, phải chịu, phải gánh chịu
từ phải, tay phải, phía phải, rẽ phải, sang phải
không phải, phải chăng, có phải, bên phải, lẽ phải, phải không, mắc phải, gặp phải, vấp phải
trúng phải, hít phải, uống phải, ăn phải, nuốt phải, va phải, dính phải, giẫm phải, nhiễm phải
vướng phải, mua phải, không yêu cầu, chưa cần thiết phải, không cần thiết phải
theo yêu cầu, đáp ứng yêu cầu, đáp ứng được yêu cầu, yêu cầu của, yêu cầu thực tiễn
trước yêu cầu mới, ngang tầm yêu cầu, với yêu cầu
cần nhiều nhất, cần nhiều, cần nhất, cần hơn
xem xét đề nghị, đề nghị của
theo đề nghị, đơn đề nghị, văn bản đề nghị, theo chỉ đạo, sự chỉ đạo, ban chỉ đạo, sự lãnh đạo
phân công phụ trách, được phân công, nhiệm vụ được giao, chức năng nhiệm vụ, hoàn thành nhiệm vụ
tổ chức đảng, tổ chức chính trị, các tổ chức, tổ chức cơ sở, tổ chức đoàn, tổ chức hội
ban tổ chức
vai trò lãnh đạo, cán bộ lãnh đạo, người lãnh đạo, năng lực lãnh đạo, ủy ban kiểm tra, hội đồng
công tác kiểm tra, công tác tổ chức, công tác tuyên truyền, ban quản lý, cán bộ quản lý
công tác quản lý, tổ chức bộ máy, tổ chức công đoàn, ban kiểm tra, bộ xây dựng, bộ kế hoạch
sở xây dựng, tình hình mới, thanh tra chính phủ, thanh tra tỉnh, thanh tra bộ, sẽ phải
mọi tổ chức, một tổ chức, hệ thống tổ chức, cá nhân tổ chức, quy định của, các quy định
theo quy định
đúng quy định, ý kiến chỉ đạo, chỉ thị số, các chỉ thị, vận động viên, sân vận động
""",
}
