# ruff: noqa: E501 - a line of a passage is a line of an article
"""Who asks, who only proposes, and who is quoted; see `passages`."""

from typing import Final

__all__ = ["ASKING_PASSAGES"]

ASKING_PASSAGES: Final = {
    "people without an office": """\
⟦Bí thư Đảng ủy xã yêu cầu các thôn rà soát hộ nghèo.⟧
Ông Lò Văn Pinh, người có uy tín bản Khe, nói: "Cán bộ phải gần dân thì dân mới tin".
Già làng Pơ Loong, bản Khe, bảo: "Con cháu phải giữ lấy rừng, mất rừng là mất nước".
Trao đổi với phóng viên, ông Hà Văn Bảy, nguyên Chủ tịch xã, nói: "Xã phải làm theo huyện nên mới ra nông nỗi này".
Anh Tú, chủ một cửa hàng, cho biết: "Đề nghị huyện sớm sửa đường cho dân đi".
""",
    "what voters ask, and the office answers": """\
Cử tri tỉnh Hòa Sơn kiến nghị: Đề nghị Bộ Nội vụ sớm hướng dẫn chế độ đối với cán bộ thôi việc.
Về vấn đề này, Bộ Nội vụ trả lời như sau:
⟦Trong thời gian tới, Bộ Nội vụ sẽ tiếp tục đôn đốc các địa phương giải quyết chế độ.⟧
""",
    "a notice in figures": """\
Thực hiện Công văn số 215/UBND-VX ngày 01/8/2025, UBND xã thông báo như sau:
1. ⟦Các hộ gia đình tổng vệ sinh nhà ở vào sáng Chủ nhật hằng tuần.⟧
2. ⟦Trạm Y tế xã cử cán bộ xuống từng thôn hướng dẫn bà con diệt muỗi.⟧
3. Lịch phun hóa chất:
- Ngày 12/8: thôn Đông, thôn Tây.
- Ngày 13/8: thôn Nam.
""",
    "what an inspection gives as its ground, and what it calls for": """\
Từ kết quả thanh tra, Chánh Thanh tra tỉnh kiến nghị:
- ⟦Chủ tịch UBND huyện tổ chức kiểm điểm tập thể, cá nhân có liên quan.⟧
- ⟦Thu hồi 37 giấy chứng nhận cấp sai.⟧
⟦Chuyển hồ sơ 3 trường hợp sang Cơ quan Cảnh sát điều tra để xem xét.⟧
""",
    "asked before that": """\
⟦Thủ tướng yêu cầu các tỉnh ven biển sơ tán dân khỏi vùng nguy hiểm.⟧
Trước đó, ngày 25/10, Phó Thủ tướng đã chủ trì cuộc họp với 11 địa phương, yêu cầu không chủ quan với bão.
""",
    "a paragraph under a law": """\
Theo Điều 6 Nghị định 117/2025/NĐ-CP, tổ chức quản lý nền tảng phải kê khai thuế theo tháng. Hộ kinh doanh có trách nhiệm cung cấp mã số thuế cho sàn.
⟦Chi cục Thuế có trách nhiệm tập huấn cho hộ kinh doanh.⟧
""",
    "one after the other, in running text": """\
Nghị quyết xác định sáu nhóm. ⟦Nhiệm vụ thứ hai là rà soát các chính sách hỗ trợ hợp tác xã.⟧ ⟦Thứ ba là bố trí ngân sách cho quỹ phát triển hợp tác xã.⟧
⟦Về tổ chức thực hiện, Đảng ủy UBND tỉnh lãnh đạo xây dựng kế hoạch.⟧ ⟦Liên minh Hợp tác xã tỉnh hướng dẫn các xã củng cố hợp tác xã yếu.⟧
""",
    "a table of tasks": """\
TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian
1 | ⟦Rà soát hạ tầng mạng tại nhà văn hóa thôn⟧ | Phòng Văn hóa - Xã hội | Các thôn | Quý I/2026
2 | ⟦Số hóa hồ sơ hộ tịch còn tồn⟧ | Văn phòng HĐND và UBND | Công an xã | Trước 30/6/2026
3 | Tỷ lệ hộ sử dụng nước hợp vệ sinh trên toàn xã | % | 95
""",
    "particulars of a paper that address nobody": """\
Chủ tịch UBND tỉnh vừa ban hành văn bản về phòng, chống dịch tả lợn. ⟦Cụ thể: Tạm dừng chợ buôn bán lợn giống tại 8 xã.⟧ ⟦Cấm vứt xác lợn chết ra môi trường.⟧
Ba hộ bị cấm chăn nuôi vì vi phạm nhiều lần.
""",
    "a table of people": """\
Nhiệm vụ của các tổ
TT | Họ và tên | Chức vụ
1 | Hà Văn Núi | Bí thư Đảng ủy xã
2 | Lê Thị Sông | Chủ tịch Hội Phụ nữ
""",
    "an asking that is talked about": """\
Việc Sở Xây dựng yêu cầu tháo dỡ bờ kè ở Bãi Dài khiến nhiều hộ lo lắng. Ông Lê Văn Sáu cho rằng việc yêu cầu mỗi hộ nộp hai bộ hồ sơ là thừa.
⟦Về việc làm bờ kè, Chủ tịch xã yêu cầu Ban Quản lý chợ hoàn thành trước mùa mưa.⟧
⟦Kiểm tra việc chuẩn bị khai giảng, Bí thư Huyện ủy yêu cầu các trường rà soát phòng học.⟧
""",
    "a punishment is proposed, or asked for": """\
Ủy ban Kiểm tra Tỉnh ủy đề nghị Ban Thường vụ Tỉnh ủy xem xét, thi hành kỷ luật ông Đỗ Văn Bốn. Viện kiểm sát đề nghị tuyên phạt bị cáo mức án 3 năm tù.
⟦Chủ tịch UBND huyện yêu cầu Phòng Nội vụ xem xét kỷ luật cán bộ để thất thoát quỹ.⟧
⟦Ủy ban Kiểm tra Tỉnh ủy đề nghị các huyện ủy tăng cường giám sát chuyên đề.⟧
""",
    "what somebody underwent, or is there for": """\
Ông Đỗ Văn Bốn từng bị Huyện ủy Khe Sậy yêu cầu viết kiểm điểm hai lần. Hội đồng này có chức năng thẩm định, đề nghị Chủ tịch UBND tỉnh quyết định mức thưởng.
⟦Trước những gì bị phản ánh, Huyện ủy Khe Sậy yêu cầu các chi bộ viết kiểm điểm.⟧
""",
    "who may ask, but sets nobody a task": """\
Công nhân xưởng mộc đề nghị công ty trả lương đúng hạn. Chủ tàu yêu cầu thuyền viên tăng ca. Hộ dân ven hồ đề nghị xã lùi ngày thu hồi đất.
⟦Công đoàn tỉnh yêu cầu công ty trả lương đúng hạn cho công nhân.⟧
""",
    "opinions of those who know": """\
⟦Bộ trưởng yêu cầu các viện rà soát quy trình.⟧
PGS.TS Trần Hữu Khoan cũng cho rằng các viện cần phát huy lợi thế phòng thí nghiệm. Nhiều chuyên gia nhận định ngành cần tăng cường liên kết.
⟦PGS.TS Trần Hữu Khoan, Thứ trưởng Bộ Y tế, nhấn mạnh các viện cần tăng cường liên kết.⟧
""",
    "a paper was issued that asks for what is listed": """\
UBND xã Tân Lộc vừa có văn bản yêu cầu các thôn thực hiện một số nội dung sau:
1. ⟦Rà soát hộ chăn nuôi trong khu dân cư.⟧
2. ⟦Báo cáo Công an xã trước thứ Sáu hằng tuần.⟧
Huyện ủy Khe Sậy đã ban hành công văn đề nghị các đảng ủy tập trung các việc sau:
a) ⟦Chuẩn bị nhân sự đại hội chi bộ.⟧
b) ⟦Không để xảy ra tình trạng tặng quà.⟧
""",
    "papers of which only the outcome is listed": """\
Năm qua, huyện đã ban hành nhiều văn bản chỉ đạo, đạt được những kết quả sau:
1. Rà soát xong hộ chăn nuôi trong khu dân cư.
2. Giải quyết dứt điểm ba vụ tranh chấp đất.
Sở đã nhận công văn và thực hiện các nội dung sau:
1. Kiểm tra bếp ăn của 12 trường.
2. Lập biên bản hai cơ sở.
""",
    "what is going on in that which an order names": """\
⟦Chủ tịch UBND tỉnh yêu cầu các sở quán triệt chỉ đạo của Tỉnh ủy.⟧ ⟦Cụ thể, tạm dừng các kỳ thi nâng ngạch, kể cả những trường hợp mà cơ quan đang làm thủ tục mà chưa ra thông báo.⟧ ⟦Rà soát những hộ mà xã đã hỗ trợ xây nhà.⟧
Những hộ mà xã đã hỗ trợ đều xây xong nhà. Các trường mà huyện đang đầu tư có 12 phòng học mới.
""",
    "an essay quotes its sources": """\
Những giải pháp chủ yếu
⟦Các chi bộ phải chuẩn bị kỹ nội dung sinh hoạt.⟧ Nghị quyết Đại hội nêu yêu cầu các chi bộ phải "đổi mới cách ra nghị quyết, tăng cường kiểm tra" (2). ⟦Hằng tháng, chi ủy tổ chức rút kinh nghiệm.⟧
⟦Nghị quyết nêu yêu cầu các chi bộ phải "nói ít, làm nhiều", trước hết trong kiểm tra.⟧ ⟦Đảng viên cần tự giác làm theo lời dặn "nói ít, làm nhiều" (3).⟧
""",
    "a duty that only describes what is owed": """\
Với số nợ hơn 70 tỷ đồng mà phải trả ngay trong năm thì hợp tác xã rất khó xoay xở.
⟦Cán bộ hợp tác xã không chỉ giữ sổ sách mà phải công khai từng khoản nợ trước xã viên.⟧
""",
    "to see it so is what is asked": """\
⟦Đảng ủy yêu cầu các chi bộ đổi mới sinh hoạt.⟧ ⟦Nhận thức rõ chi ủy viên là người giữ lửa cho phong trào ở bản.⟧ Chi ủy viên là người được bản tin cậy.
""",
    "on the grounds of the situation, who acts": """\
⟦Đảng ủy yêu cầu các chi bộ đổi mới sinh hoạt.⟧ ⟦Trên cơ sở nắm vững tình hình của địa phương, chi ủy chuẩn bị nội dung, gợi ý thảo luận.⟧
""",
    "forces are exercised and kept ready": """\
⟦Chỉ huy trưởng yêu cầu các đơn vị trực đủ quân số.⟧ ⟦Diễn tập chữa cháy rừng ở hai xã ven hồ.⟧ ⟦Sẵn sàng lực lượng, phương tiện khi có tình huống.⟧
Cuộc diễn tập năm ngoái kéo dài hai ngày. Người dân luôn sẵn sàng giúp bộ đội.
""",
    "mishaps that end in a duty's word": """\
Nhiều công nhân hít phải khói, hai người va phải lan can khi chạy. Ban tổ chức giải không yêu cầu vận động viên nộp ảnh. Ông Bảy nói chưa cần thiết phải sửa đường.
⟦Chủ tịch xã yêu cầu công ty phải lắp quạt hút khói.⟧
""",
    "who is to blame, and who is to act": """\
⟦Bí thư Tỉnh ủy yêu cầu các sở rà soát dự án.⟧ Ông Đỗ Văn Bốn phải chịu trách nhiệm chính về những sai phạm ở dự án cầu Treo. Giám đốc sở là người chịu trách nhiệm trong vụ việc này.
⟦Giám đốc sở chịu trách nhiệm trước Ủy ban nhân dân tỉnh về tiến độ dự án.⟧
""",
    "what a thinker held, with no verb of saying": """\
Theo Hồ Chí Minh, muốn xây dựng tổ chức vững mạnh, trước hết cần phải có kỷ luật. Người yêu cầu cán bộ luôn đặt việc chung lên trên.
⟦Theo Kế hoạch, trước hết cần phải kiện toàn tổ chức ở các thôn.⟧
""",
    "carrying something out, a body in small letters has done": """\
⟦Bộ trưởng yêu cầu các sở tổng hợp kiến nghị.⟧ ⟦Tiếp thu ý kiến cử tri, Cục Địa chất rà soát lại quy định về thăm dò.⟧ Tiếp thu ý kiến trên, cơ quan soạn thảo đã bổ sung một điều về thăm dò. Thực hiện ý kiến của Bộ trưởng, ngày 16/4/2019, Sở Nội vụ có văn bản trao đổi với các trường.
""",
    "delegates at an event": """\
⟦Chủ tịch huyện yêu cầu các xã chăm sóc cây vải.⟧ ⟦Các xã tham gia hội chợ vải ở tỉnh bạn.⟧ Các đại biểu tham gia cắt băng xuất hành chuyến vải đầu mùa.
""",
    "who is asked, in the passive": """\
Học viên được yêu cầu mặc đồng phục.
⟦Công điện của Bộ yêu cầu các tỉnh trực ban.⟧ ⟦Sở Công Thương các tỉnh được yêu cầu khẩn trương kiểm tra hồ chứa.⟧
""",
    "what is directed stands after a colon": """\
Giáo viên chỉ đạo: em nào cũng được lên bảng.
⟦Phó Thủ tướng chỉ đạo: Việc xử lý nguồn ô nhiễm phải tiến hành đồng bộ.⟧
""",
    "the verb is what the sentence is about": """\
⟦Bí thư Huyện ủy yêu cầu các xã rà soát quy hoạch.⟧ ⟦Đào tạo cán bộ thôn, khắc phục những mặt còn yếu.⟧ Đào tạo cán bộ thôn ngày càng được mở rộng. Xây dựng thôn bản không chỉ là việc của trưởng thôn.
⟦Bí thư Huyện ủy yêu cầu các xã không chỉ rà soát mà còn bổ sung quy hoạch.⟧
""",
    "work that is said to be poor": """\
Trong thời gian tới
⟦Thực hiện giám sát thường xuyên ở các chi bộ nơi còn ít đảng viên.⟧
Thực hiện giám sát thường xuyên còn ít, hiệu quả chưa cao.
""",
    "what looks like an order only leads up to what was done": """\
⟦Chủ tịch tỉnh yêu cầu các sở rà soát.⟧ ⟦Bảo đảm đúng quy định, rà soát những nơi đã giao đất.⟧ Với tinh thần thận trọng, bảo đảm đúng quy định của tỉnh và trên cơ sở tờ trình, Ban cán sự đảng đã họp, trao đổi.
⟦Chủ tịch tỉnh yêu cầu các sở chuẩn bị.⟧ Trước kiến nghị của cử tri, lãnh đạo các sở liên quan đã trả lời rõ từng việc.
""",
    "something came to have to be done": """\
Sự việc đó đã thúc đẩy hợp tác xã phải xem xét lại cách ghi sổ.
⟦Để phát triển chăn nuôi, hợp tác xã phải xem xét lại cách ghi sổ.⟧
""",
    "never to stop": """\
⟦Vì vậy, chi bộ phải không ngừng đổi mới sinh hoạt.⟧ Anh cũng là người bản này, phải không?
""",
    "what a measure is for, and what a part it plays": """\
Một số giải pháp nâng cao chất lượng sinh hoạt
⟦Các chi bộ cần học kỹ nghị quyết.⟧ Việc học kỹ nghị quyết nhằm nâng cao nhận thức của đảng viên. Bí thư chi bộ giữ vai trò quan trọng, giúp chi bộ xây dựng nghị quyết sát việc. Tự phê bình và phê bình là vũ khí sắc bén để xây dựng Đảng. ⟦Công tác kiểm tra phải tiến hành thường xuyên, nhằm phòng ngừa vi phạm.⟧ ⟦Xây dựng quy chế để bí thư giữ vai trò nêu gương.⟧
""",
    "who goes with a leader": """\
⟦Thủ tướng yêu cầu các bộ chuẩn bị nội dung hội đàm.⟧ Cùng đi với Thủ tướng có Bộ trưởng Kế hoạch và đầu tư, lãnh đạo một số tỉnh.
""",
    "an item that looks back, in a list that goes on": """\
Các cơ quan báo chí cần thực hiện tốt những việc sau:
- ⟦Tăng cường tuyên truyền an toàn giao thông.⟧
- Các bài học kinh nghiệm rút ra từ những vụ tai nạn năm trước.
- ⟦Thường xuyên cập nhật tình hình ùn tắc.⟧
- ⟦Phân công người trực báo theo chế độ 24/7.⟧
""",
    "a report after a list of tasks": """\
Các cơ quan báo chí cần thực hiện tốt những việc sau:
- ⟦Tăng cường tuyên truyền an toàn giao thông.⟧
Những năm qua, công tác tuyên truyền đã đi vào nền nếp.
""",
    "a decision goes on after the item that orders": """\
Bộ ban hành quyết định về kế hoạch giám sát thị trường.
(1) ⟦Giao Cục trưởng Cục Quản lý nhà chủ trì, phối hợp với các sở tổng hợp kết quả.⟧
⟦Thủ trưởng các đơn vị thuộc Bộ chủ động tổ chức thực hiện.⟧
(2) Quyết định này có hiệu lực kể từ ngày ký.
⟦Chánh Văn phòng Bộ và thủ trưởng các đơn vị chịu trách nhiệm thực hiện Quyết định này.⟧
""",
    "a long heading that the next line says again": """\
Bộ Xây dựng yêu cầu theo dõi tình hình thị trường nhà ở để kịp thời có giải pháp điều tiết, bình ổn thị trường nhà ở
⟦Theo Kế hoạch mới ban hành, Bộ Xây dựng yêu cầu theo dõi tình hình thị trường nhà ở để kịp thời có giải pháp điều tiết, bình ổn thị trường nhà ở trong năm.⟧
⟦Bộ Xây dựng yêu cầu theo dõi tình hình thị trường vật liệu để kịp thời có giải pháp điều tiết, bình ổn giá cát⟧
Giá cát ở các mỏ ven sông đã tăng gấp đôi từ đầu năm.
""",
    "a committee of a house plans": """\
⟦Ủy ban Pháp luật của Quốc hội sẽ nghiên cứu, tiếp thu kiến nghị trong quá trình sửa đổi các luật.⟧
Kiến nghị của Quốc hội sẽ được gửi tới các bộ.
""",
    "to agree, and to direct": """\
⟦Phó Chủ tịch UBND tỉnh nhất trí với kế hoạch kiểm toán và chỉ đạo các sở phối hợp, cung cấp đủ hồ sơ.⟧
Hợp tác xã nhất trí với giá mới và trả tiền ngay tại chợ.
""",
    "a sentence among orders that holds a colon": """\
⟦UBND tỉnh yêu cầu các sở hưởng ứng phong trào.⟧ ⟦Đăng ký tham gia phong trào gắn với thực hiện nhiệm vụ trọng tâm do ngành phát động: Tăng cường các giải pháp quản lý rác thải.⟧
""",
    "answers of an interview say what somebody thinks": """\
Những việc cần làm ngay
- ⟦Chi ủy phải lắng nghe đảng viên.⟧
Phóng viên: Chi bộ nên làm gì để buổi sinh hoạt bớt nhạt?
- Theo tôi, chi ủy cần lắng nghe hơn.
- Tôi nghĩ rằng bí thư phải gần dân hơn nữa.
- Theo suy nghĩ của cá nhân tôi, cấp ủy cần tăng cường kiểm tra.
- Thiết nghĩ, cấp ủy cần tăng cường kiểm tra.
Theo chúng tôi, các chi bộ phải đổi mới cách ra nghị quyết.
- ⟦Theo đề nghị của tôi, chi ủy giao đồng chí Lan chuẩn bị nội dung.⟧
- ⟦Theo tôi được biết việc chưa xong, yêu cầu các tổ báo cáo trước thứ Sáu.⟧
""",
}
