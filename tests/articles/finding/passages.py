# ruff: noqa: E501 - a line of a passage is a line of an article
"""Passages of the genre, written for the project about invented places.

Words between ⟦ and ⟧ are what a careful reader marks as tasks, by the rules in
`articles.finding.tasks`; a passage without marks has none.
"""

from typing import Final

__all__ = ["PASSAGES", "marked"]


def marked(passage: str) -> tuple[str, list[str]]:
    """A passage without its marks, and the words that were marked."""
    tasks = [piece.split("⟧")[0] for piece in passage.split("⟦")[1:]]
    return passage.replace("⟦", "").replace("⟧", ""), tasks


PASSAGES: Final = {
    "conclusion of a committee, numbered, with assignments": """\
Kết luận của Ban Thường vụ Tỉnh ủy Hòa Sơn về công tác phát triển đảng viên
Sau 5 năm thực hiện Nghị quyết số 12-NQ/TU, công tác phát triển đảng viên đã đạt nhiều kết quả. Toàn tỉnh kết nạp 4.215 đảng viên, đạt 103% kế hoạch. Chất lượng sinh hoạt chi bộ từng bước được nâng lên.
Tuy nhiên, một số cấp ủy chưa quan tâm đúng mức; việc tạo nguồn ở các doanh nghiệp còn chậm.
Để tiếp tục thực hiện có hiệu quả Nghị quyết, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nhiệm vụ sau:
1. ⟦Quán triệt sâu sắc vị trí, ý nghĩa của công tác phát triển đảng viên. Gắn trách nhiệm người đứng đầu với kết quả phát triển đảng viên hằng năm.⟧
2. ⟦Chú trọng tạo nguồn trong đoàn viên thanh niên, công nhân trực tiếp sản xuất, học sinh trung học phổ thông.⟧
3. ⟦Các huyện ủy, thành ủy rà soát các thôn, bản chưa có đảng viên, báo cáo Ban Thường vụ Tỉnh ủy trước ngày 30/9/2023.⟧
Tổ chức thực hiện
⟦Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Ban Dân vận Tỉnh ủy hướng dẫn, theo dõi việc thực hiện Kết luận này.⟧ ⟦Định kỳ 6 tháng báo cáo Thường trực Tỉnh ủy.⟧
⟦Văn phòng Tỉnh ủy đôn đốc các đơn vị.⟧
""",
    "speech at a conference, reported sentence by sentence": """\
Sáng 12/7, Huyện ủy Trà Lâm tổ chức hội nghị sơ kết công tác 6 tháng đầu năm. Đồng chí Lê Văn Thuận, Bí thư Huyện ủy chủ trì hội nghị.
Trong 6 tháng đầu năm, kinh tế của huyện tiếp tục tăng trưởng khá; thu ngân sách đạt 62% dự toán. Công tác kiểm tra, giám sát được tăng cường. Các tổ chức đoàn thể đã vận động hội viên hiến 2,3 ha đất làm đường.
Phát biểu kết luận hội nghị, đồng chí Lê Văn Thuận ghi nhận, biểu dương những kết quả mà các địa phương, đơn vị đã đạt được. ⟦Đồng chí yêu cầu các chi bộ, đảng bộ trực thuộc tập trung lãnh đạo hoàn thành các chỉ tiêu năm.⟧ ⟦Tiếp tục rà soát, tháo gỡ khó khăn cho doanh nghiệp.⟧ ⟦Phòng Tài chính - Kế hoạch cần tham mưu phân bổ vốn kịp thời.⟧ ⟦Đẩy mạnh giải ngân vốn đầu tư công, phấn đấu đến hết quý III đạt trên 75% kế hoạch.⟧
Nhân dịp này, Huyện ủy đã trao giấy khen cho 5 tập thể có thành tích xuất sắc.
""",
    "prime minister gives work to ministries": """\
Thủ tướng Chính phủ vừa ký ban hành Công điện số 77/CĐ-TTg về phòng, chống hạn hán.
Theo nội dung Công điện, từ đầu năm đến nay, lượng mưa ở nhiều nơi thiếu hụt từ 20 đến 50%. Một số hồ chứa đã xuống dưới mực nước chết.
⟦Thủ tướng giao Bộ Nông nghiệp và Môi trường chủ trì, phối hợp với Bộ Công Thương chỉ đạo điều tiết nước các hồ chứa.⟧ ⟦Bộ Tài chính cân đối, bố trí kinh phí hỗ trợ các địa phương trước ngày 15/5.⟧ ⟦Yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh, thành phố kiểm tra, xử lý nghiêm việc lấy nước trái phép.⟧
""",
    "one is, two is, in a journal": """\
Nâng cao bản lĩnh chính trị cho đội ngũ cán bộ trẻ
Bản lĩnh chính trị là phẩm chất hàng đầu của người cán bộ. Chủ tịch Hồ Chí Minh căn dặn: “Cán bộ là cái gốc của mọi công việc”. Đó là sự kiên định mục tiêu, lý tưởng, không dao động trước khó khăn.
Thời gian qua, nhiều cấp ủy đã quan tâm bồi dưỡng cán bộ trẻ. Tuy nhiên, một bộ phận còn ngại khó, ngại khổ.
Để nâng cao bản lĩnh chính trị cho đội ngũ cán bộ trẻ trong tình hình mới, cần thực hiện đồng bộ một số giải pháp sau:
Một là, ⟦tăng cường giáo dục chính trị tư tưởng cho cán bộ trẻ. Nội dung giáo dục phải thiết thực, gắn với vị trí việc làm.⟧
Hai là, ⟦đổi mới công tác đào tạo, bồi dưỡng; mạnh dạn giao việc khó để thử thách cán bộ.⟧
Ba là, ⟦phát huy vai trò nêu gương của người đứng đầu.⟧
Bản lĩnh chính trị không tự nhiên mà có, đó là kết quả của quá trình rèn luyện bền bỉ, thường xuyên.
""",
    "a pure report in the same verbs": """\
Đảng bộ xã Khe Lim nhìn lại một nhiệm kỳ
Trong những năm qua, Đảng bộ xã Khe Lim đã lãnh đạo nhân dân hoàn thành nhiều mục tiêu quan trọng. Chỉ đạo các thôn quy hoạch lại vùng chè, xây dựng 3 mô hình liên kết. Tăng cường công tác tuyên truyền, vận động nhân dân xóa bỏ hủ tục. Thực hiện nghiêm quy chế dân chủ ở cơ sở, giải quyết kịp thời đơn thư của công dân.
Công tác kiểm tra, giám sát được tiến hành thường xuyên. Đảng ủy kiểm tra 12 chi bộ, giám sát 25 đảng viên. Phát huy vai trò của các đoàn thể trong xây dựng đời sống văn hóa.
Nhờ đó, thu nhập bình quân đầu người đạt 42 triệu đồng, tỷ lệ hộ nghèo giảm còn 4,1%.
""",
    "obituary": """\
Đồng chí Nguyễn Văn Lạc, nguyên Phó Bí thư Thị ủy Phước Long, sinh ngày 12/3/1938, quê quán xã Tân Hòa, đã từ trần hồi 5 giờ 20 phút ngày 3/4/2022, hưởng thọ 85 tuổi. Lễ viếng tổ chức từ 8 giờ ngày 4/4 tại nhà riêng.
Với công lao và thành tích xuất sắc, đồng chí đã được tặng thưởng Huân chương Kháng chiến hạng Nhì. Trong quá trình công tác, đồng chí luôn nêu cao tinh thần trách nhiệm, hoàn thành tốt nhiệm vụ được giao.
""",
    "ceremony with wishes": """\
Tối 18/11, khu dân cư số 3, phường Đông Kiều tổ chức Ngày hội Đại đoàn kết toàn dân tộc. Phó Chủ tịch Hội đồng nhân dân thành phố đến dự, chung vui với bà con.
Phát biểu tại ngày hội, đồng chí chúc mừng những kết quả của khu dân cư và mong muốn bà con tiếp tục phát huy truyền thống đoàn kết, chăm lo phát triển kinh tế. Đồng chí tin tưởng khu dân cư sẽ ngày càng giàu đẹp, văn minh.
Dịp này, đồng chí trao quà tặng 10 hộ gia đình tiêu biểu.
""",
    "turn in running text after shortcomings": """\
Những năm qua, phong trào toàn dân bảo vệ an ninh Tổ quốc ở huyện Vĩnh Cát có nhiều chuyển biến. Lực lượng công an xã tích cực bám địa bàn, hòa giải hàng trăm vụ mâu thuẫn.
Tuy vậy, tình trạng lừa đảo qua mạng vẫn còn diễn biến phức tạp. Một số nơi chưa phát huy hết vai trò của nhân dân.
⟦Trước thực trạng đó, các cấp ủy, chính quyền cần xác định rõ trách nhiệm trong lãnh đạo, chỉ đạo phong trào.⟧ ⟦Đổi mới hình thức tuyên truyền, đưa thông tin cảnh báo đến từng hộ gia đình.⟧ ⟦Lực lượng công an thường xuyên nắm chắc địa bàn, kịp thời phát hiện, đấu tranh với các loại tội phạm.⟧ ⟦Mỗi người dân nêu cao tinh thần cảnh giác, tích cực tố giác tội phạm.⟧
""",
    "numbered headings with paragraphs under them": """\
II. Nhiệm vụ, giải pháp trọng tâm năm 2024
1. Công tác chính trị, tư tưởng
⟦Đổi mới việc học tập, quán triệt nghị quyết theo hướng ngắn gọn, dễ nhớ.⟧ ⟦Chủ động đấu tranh, phản bác các quan điểm sai trái, thù địch.⟧
2. Công tác tổ chức, cán bộ
⟦Tiếp tục sắp xếp tổ chức bộ máy tinh gọn.⟧ ⟦Ban Thường vụ Đảng ủy xây dựng quy hoạch cán bộ nhiệm kỳ 2025 - 2030, hoàn thành trong quý II/2024.⟧
""",
    "dashes under letters under figures": """\
Các nhiệm vụ chủ yếu
1. Phát triển kinh tế
a) Nông nghiệp
- ⟦Mở rộng diện tích lúa chất lượng cao lên 2.500 ha.⟧
- ⟦Xây dựng mã số vùng trồng cho cây ăn quả.⟧
b) Công nghiệp
- ⟦Hoàn thành giải phóng mặt bằng cụm công nghiệp Bãi Sậy.⟧
2. ⟦Bảo đảm quốc phòng, an ninh; hoàn thành chỉ tiêu tuyển quân.⟧
""",
    "a list of results and a list of tasks": """\
Hội nghị đánh giá công tác năm 2022 nêu rõ một số kết quả nổi bật:
- Hoàn thành sửa chữa 12 tuyến đường liên thôn.
- Tổ chức 15 lớp dạy nghề cho 430 lao động.
- Thực hiện tốt công tác tuyển quân.
Hội nghị thống nhất các nhiệm vụ trọng tâm năm 2023:
- ⟦Hoàn thành xây dựng trường mầm non xã.⟧
- ⟦Tổ chức tốt ngày hội văn hóa các dân tộc.⟧
- ⟦Thực hiện dứt điểm việc cấp đổi giấy chứng nhận quyền sử dụng đất.⟧
""",
    "items within one line": """\
⟦Bộ trưởng yêu cầu các đơn vị hoàn thành kế hoạch năm trước 15/12.⟧ Trong đó, tập trung vào ba nhiệm vụ: (1) ⟦Rà soát toàn bộ văn bản quy phạm pháp luật đã hết hiệu lực;⟧ (2) ⟦Hoàn thiện cơ sở dữ liệu dùng chung của ngành;⟧ (3) ⟦Cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính.⟧
""",
    "tasks after a colon in one paragraph": """\
Nghị quyết xác định 4 nhiệm vụ chủ yếu, gồm: ⟦Tập trung phát triển hạ tầng giao thông nông thôn.⟧ ⟦Nâng cao chất lượng nguồn nhân lực.⟧ ⟦Đẩy mạnh chuyển đổi số trong cơ quan nhà nước.⟧ ⟦Giữ vững an ninh biên giới.⟧
""",
    "principles and definitions": """\
Tự phê bình và phê bình là quy luật phát triển của Đảng. Mục đích của phê bình là giúp nhau cùng tiến bộ. Nêu gương là trách nhiệm, là đạo lý của người đảng viên, nhất là người đứng đầu. Người cán bộ có uy tín là người nói đi đôi với làm. Chi bộ là nền tảng của Đảng, là nơi trực tiếp thực hiện đường lối, chủ trương.
""",
    "what a ministry will do": """\
Trao đổi với báo chí bên lề hội nghị, đại diện Cục Việc làm cho biết số người thất nghiệp quý III đã giảm 4,2% so với quý trước.
⟦Trong thời gian tới, Cục sẽ phối hợp với các địa phương tổ chức các phiên giao dịch việc làm trực tuyến.⟧ ⟦Cục cũng sẽ hoàn thiện quy định về dự báo nhu cầu lao động, trình Bộ trưởng ban hành trong tháng 11.⟧
""",
    "limits and causes in a list": """\
Hạn chế, khuyết điểm
- Chỉ đạo thực hiện ở một số nơi chưa quyết liệt.
- Thực hiện công tác tuyên truyền còn hình thức.
Nguyên nhân
- Nhận thức của một số cấp ủy chưa đầy đủ.
- Phối hợp giữa các ngành thiếu chặt chẽ.
Phương hướng, nhiệm vụ
- ⟦Chỉ đạo quyết liệt hơn việc thực hiện nghị quyết.⟧
- ⟦Thực hiện công tác tuyên truyền thiết thực, hiệu quả.⟧
""",
    "letter from a chairwoman with duties of all": """\
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Lĩnh kêu gọi các tầng lớp nhân dân chung tay ủng hộ đồng bào vùng lũ.
⟦Các cơ quan, tổ chức, doanh nghiệp có trách nhiệm công khai số tiền, hàng tiếp nhận.⟧ ⟦Nghiêm cấm lợi dụng việc quyên góp để trục lợi.⟧
""",
    "instructions by the party's information office": """\
⟦Để khắc phục những hạn chế trên, các chi bộ phải duy trì nghiêm nền nếp sinh hoạt, ghi chép nghị quyết đầy đủ.⟧ ⟦Đồng chí bí thư chi bộ chuẩn bị kỹ nội dung, gợi mở để đảng viên thảo luận.⟧ ⟦Đảng ủy cơ sở phân công cấp ủy viên dự sinh hoạt với chi bộ ít nhất 2 lần trong năm.⟧
""",
    "speaker urges by duty": """\
Đồng chí Trần Thị Vân, Phó Trưởng Ban Tổ chức Tỉnh ủy nhấn mạnh, công tác cán bộ là khâu then chốt. ⟦Theo đồng chí, các cấp ủy cần thực hiện nghiêm quy trình giới thiệu nhân sự.⟧ ⟦Đồng chí cũng đề nghị Ủy ban Kiểm tra Tỉnh ủy tăng cường giám sát việc kê khai tài sản.⟧
""",
    "half a year's news with plan": """\
Theo báo cáo của Sở Y tế, 9 tháng qua, toàn tỉnh ghi nhận 1.204 ca sốt xuất huyết, giảm 15% so với cùng kỳ. Ngành y tế đã phun hóa chất diện rộng tại 47 xã.
⟦Những tháng cuối năm, ngành y tế tiếp tục giám sát chặt chẽ các ổ dịch cũ, không để dịch lan rộng.⟧ ⟦Tăng cường truyền thông để người dân chủ động diệt loăng quăng.⟧ ⟦Bảo đảm đủ thuốc, vật tư, hóa chất phục vụ điều trị.⟧
""",
    "group by group": """\
Nghị quyết đề ra 3 nhóm nhiệm vụ, giải pháp:
Nhóm 1: ⟦Hoàn thiện cơ chế, chính sách về thu hút nhân tài.⟧
Nhóm 2: ⟦Đầu tư hạ tầng số đến 100% thôn, bản.⟧
Nhóm 3: ⟦Tăng cường hợp tác với các viện nghiên cứu, trường đại học.⟧
""",
    "first, second with a stop to the past": """\
Thứ nhất, ⟦nâng cao nhận thức của cán bộ, đảng viên về chuyển đổi số.⟧
Thứ hai, ⟦hoàn thiện hạ tầng viễn thông ở vùng sâu, vùng xa.⟧
Thứ ba, ⟦bố trí đủ kinh phí, ưu tiên cho các xã đặc biệt khó khăn.⟧
Được biết, năm 2022, tỉnh đã dành 120 tỷ đồng cho chuyển đổi số. Hơn 300 cán bộ xã được tập huấn kỹ năng số.
""",
    "history": """\
Mùa thu năm 1945, dưới sự lãnh đạo của Đảng, nhân dân huyện An Thái nhất tề đứng lên giành chính quyền. Chi bộ đầu tiên của huyện được thành lập với 7 đảng viên. Trải qua hai cuộc kháng chiến, quân và dân trong huyện luôn nêu cao tinh thần yêu nước, đóng góp sức người, sức của cho tiền tuyến. Phát huy truyền thống đó, ngày nay huyện An Thái đang đổi thay từng ngày.
""",
    "plan with named due dates": """\
Nhiệm vụ cụ thể
1. ⟦Sở Nội vụ chủ trì tham mưu đề án sắp xếp đơn vị hành chính, trình Ủy ban nhân dân tỉnh chậm nhất ngày 20/8/2024.⟧
2. ⟦Ủy ban nhân dân các huyện phối hợp với Sở Tài nguyên và Môi trường đo đạc bản đồ, hoàn thành trước quý IV/2024.⟧
3. ⟦Công an tỉnh tổ chức cấp căn cước cho người dân, xong trước 31/12.⟧
""",
    "directive of a chairman as news": """\
Chủ tịch Ủy ban nhân dân tỉnh Nam Hà Trung vừa có văn bản số 1245/UBND-KGVX về việc tăng cường phòng, chống đuối nước trẻ em.
⟦Theo đó, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, địa phương rà soát, cắm biển cảnh báo tại các khu vực nguy hiểm.⟧ ⟦Sở Giáo dục và Đào tạo chỉ đạo các trường phổ biến kỹ năng an toàn dưới nước cho học sinh trước kỳ nghỉ hè.⟧ ⟦Ủy ban nhân dân các xã chịu trách nhiệm nếu để xảy ra tai nạn do thiếu biển cảnh báo.⟧
""",
    "model that is praised": """\
Mô hình “Chi bộ bốn tốt” ở xã Đồng Vân đang phát huy hiệu quả. Hằng tháng, chi ủy phân công đảng viên phụ trách hộ nghèo, hướng dẫn bà con kỹ thuật chăn nuôi. Ông Bùi Văn Tâm, Bí thư Chi bộ thôn Đồi, chia sẻ: “Chúng tôi xác định đảng viên đi trước thì làng nước theo sau”. Nhờ vậy, thôn không còn hộ nghèo.
""",
    "the party calls its work to mind, then asks": """\
⟦Phát huy kết quả đạt được, trong thời gian tới, Đảng bộ Công ty Cao su Đắk Lim tiếp tục lãnh đạo thực hiện tốt nhiệm vụ sản xuất kinh doanh, chăm lo đời sống người lao động.⟧ ⟦Thực hiện nghiêm quy chế dân chủ tại nơi làm việc.⟧ ⟦Xây dựng Đảng bộ trong sạch, vững mạnh.⟧
Với truyền thống 40 năm xây dựng và phát triển, tin tưởng rằng Đảng bộ Công ty sẽ gặt hái nhiều thành công mới.
""",
    "reported order in a report": """\
Trong năm 2021, Ban Thường vụ Huyện ủy đã yêu cầu 5 chi bộ kiểm điểm, rút kinh nghiệm. Ủy ban Kiểm tra Huyện ủy đã đề nghị thi hành kỷ luật 3 đảng viên. Các đơn vị được yêu cầu khắc phục đã hoàn thành việc sửa chữa sai phạm.
""",
}
