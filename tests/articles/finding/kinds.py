"""For every kind of document: words that cite one, and words that only look like it.

Cited words stand between ⟦ and ⟧, then the number that is to be found. All sentences were written
for these tests; so were the places in them.
"""

CITING: dict[str, list[tuple[str, str]]] = {
    "nghị quyết": [
        ("Chi bộ học ⟦Nghị quyết số 11-NQ/ĐU⟧ trong tháng.", "11-NQ/ĐU"),
        ("Thực hiện ⟦Nghị quyết 04-NQ/HU⟧, xã đã làm xong đường.", "04-NQ/HU"),
        ("Xã viện dẫn ⟦Nghị quyết số 12/2021/QH15⟧ khi trả lời.", "12/2021/QH15"),
        ("theo ⟦Nghị quyết số 595/2022/UBTVQH15⟧ về thẻ", "595/2022/UBTVQH15"),
    ],
    "nghị quyết liên tịch": [
        ("ký ⟦Nghị quyết liên tịch số 01/NQLT-HND-HPN⟧ về vay vốn", "01/NQLT-HND-HPN"),
        ("theo ⟦Nghị quyết liên tịch 403/2017/NQLT-CP-UBTVQH⟧", "403/2017/NQLT-CP-UBTVQH"),
    ],
    "nghị định": [
        ("Điều 4 ⟦Nghị định 61/2018/NĐ-CP⟧ nêu rõ", "61/2018/NĐ-CP"),
        ("Sau ⟦nghị định 61⟧, một cửa đã thông.", "61"),
        ("gõ thiếu dấu: ⟦Nghị định 61/2018/ND-CP⟧", "61/2018/ND-CP"),
    ],
    "nghị định thư": [("gửi kèm ⟦Nghị định thư số 05/NĐT-CP⟧ để biết", "05/NĐT-CP")],
    "chỉ thị": [
        ("Huyện quán triệt ⟦Chỉ thị số 09-CT/HU⟧ tới từng thôn.", "09-CT/HU"),
        ("Sau ⟦chỉ thị 27⟧, họp gọn hơn.", "27"),
    ],
    "thông tư": [
        ("Mẫu đơn theo ⟦Thông tư số 01/2023/TT-VPCP⟧ có sửa.", "01/2023/TT-VPCP"),
        ("theo ⟦TT 01/2023/TT-VPCP⟧ thì khác", "01/2023/TT-VPCP"),
    ],
    "thông tư liên tịch": [
        ("⟦Thông tư liên tịch 06/2015/TTLT-BNV-BTC⟧ hết hiệu lực.", "06/2015/TTLT-BNV-BTC"),
        ("theo ⟦TTLT 06/2015/TTLT-BNV-BTC⟧ cũ", "06/2015/TTLT-BNV-BTC"),
    ],
    "thông tri": [
        ("Ban Thường trực ra ⟦Thông tri số 07/TTr-MTTQ⟧ về bầu cử.", "07/TTr-MTTQ"),
        ("⟦Thông tri 22-TT/HU⟧ nhắc việc cũ.", "22-TT/HU"),
        ("làm theo ⟦Thông tri 22⟧ của tỉnh", "22"),
    ],
    "thông cáo": [
        ("Văn phòng phát ⟦Thông cáo số 03-TC/TU⟧ ngay chiều ấy.", "03-TC/TU"),
        ("đọc ⟦Thông cáo số 3⟧ trên loa", "3"),
    ],
    "công văn": [
        ("Sở gửi ⟦Công văn số 88/SNV-TCCC⟧ hỏi lại.", "88/SNV-TCCC"),
        ("trả lời ⟦Công văn số 14-CV/ĐU⟧ của xã", "14-CV/ĐU"),
        ("gửi ⟦Công văn hỏa tốc số 88/UBND-VX⟧ trong đêm", "88/UBND-VX"),
        ("xem ⟦CV 14-CV/ĐU⟧ và làm", "14-CV/ĐU"),
    ],
    "công điện": [
        ("Chủ tịch tỉnh ra ⟦Công điện số 05/CĐ-UBND⟧ khi lũ lên.", "05/CĐ-UBND"),
        ("sau ⟦công điện 05⟧, xã trực đêm", "05"),
    ],
    "pháp lệnh": [("Điều 7 ⟦Pháp lệnh số 34/2007/PL-UBTVQH11⟧ giao", "34/2007/PL-UBTVQH11")],
    "sắc lệnh": [
        ("Lớp học bắt đầu từ ⟦Sắc lệnh số 17/SL⟧ năm ấy.", "17/SL"),
        ("Bác Hồ ký ⟦Sắc lệnh 17⟧ về bình dân học vụ", "17"),
        ("nhắc ⟦sắc lệnh 29 - LCT⟧ ra ngày đó", "29-LCT"),
    ],
    "lệnh": [("công bố bằng ⟦Lệnh số 11/2021/L-CTN⟧ hôm qua", "11/2021/L-CTN")],
    "luật": [
        ("theo ⟦Luật số 10/2022/QH15⟧ về cơ sở", "10/2022/QH15"),
        ("⟦Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15⟧ có hiệu lực", "10/2022/QH15"),
        ("⟦Luật Dân chủ (số 10/2022/QH15⟧) đã phát tận nhà", "10/2022/QH15"),
        ("⟦Luật Dân chủ 10/2022/QH 15⟧ đã phát tận nhà", "10/2022/QH15"),
    ],
    "bộ luật": [("Điều 5 ⟦Bộ luật Lao động số 45/2019/QH14⟧ nêu", "45/2019/QH14")],
    "tờ trình": [
        ("xét ⟦Tờ trình số 21/TTr-UBND⟧ của xã", "21/TTr-UBND"),
        ("xét ⟦Tờ trình số 21⟧ của xã", "21"),
    ],
    "quyết định": [
        ("Huyện ban hành ⟦Quyết định số 900/QĐ-UBND⟧ thu hồi.", "900/QĐ-UBND"),
        ("theo ⟦quyết định 1.719/QĐ-TTg⟧ của Thủ tướng", "1.719/QĐ-TTg"),
        ("tống đạt ⟦Quyết định khởi tố bị can số 522⟧ hôm qua", "522"),
        ("hủy ⟦Quyết định 88⟧ vì sai", "88"),
        ("xem lại ⟦QĐ 88⟧ ấy", "88"),
    ],
    "quy định": [
        ("Đảng viên ký cam kết theo ⟦Quy định số 08-QĐi/TW⟧.", "08-QĐi/TW"),
        ("⟦Quy định 08-QyĐ/TW⟧ nêu tám điều", "08-QyĐ/TW"),
        ("⟦Quy định 37⟧ cấm việc này", "37"),
        ("theo ⟦quy định 37⟧ của Ban Chấp hành Trung ương", "37"),
    ],
    "quy chế": [
        ("sửa ⟦Quy chế số 05-QC/HU⟧ cho khớp", "05-QC/HU"),
        ("sửa ⟦Quy chế số 5⟧ cho khớp", "5"),
    ],
    "quy chế phối hợp": [
        ("ký ⟦Quy chế phối hợp số 02/QCPH-CA-MTTQ⟧ giữ bình yên", "02/QCPH-CA-MTTQ")
    ],
    "kết luận": [
        ("Huyện ủy ra ⟦Kết luận số 55-KL/HU⟧ sau kỳ họp.", "55-KL/HU"),
        ("mười năm làm theo ⟦kết luận 62 KL/TW⟧ của Bộ Chính trị", "62-KL/TW"),
        ("triển khai ⟦Kết luận 55⟧, xã làm ngay", "55"),
        ("nói về ⟦KL 55-KL/HU⟧ ấy", "55-KL/HU"),
    ],
    "kết luận thanh tra": [
        ("công khai ⟦Kết luận thanh tra số 07/KLTT-TTH⟧ trên loa", "07/KLTT-TTH"),
        ("làm theo ⟦kết luận thanh tra số 07⟧ ấy", "07"),
    ],
    "thông báo kết luận": [
        ("⟦Thông báo kết luận số 31-TB/HU⟧ giao việc", "31-TB/HU"),
        ("⟦Thông báo kết luận 31-KL/HU⟧ giao việc", "31-KL/HU"),
    ],
    "thông báo": [
        ("Xã dán ⟦Thông báo số 16/TB-UBND⟧ ở nhà văn hóa.", "16/TB-UBND"),
        ("rà soát theo ⟦thông báo 331⟧ của Thành ủy", "331"),
        ("đọc ⟦TB 16/TB-UBND⟧ cho dân nghe", "16/TB-UBND"),
    ],
    "hướng dẫn": [
        ("Chi bộ làm theo ⟦Hướng dẫn số 12-HD/BTCTU⟧.", "12-HD/BTCTU"),
        ("thay ⟦Hướng dẫn 12⟧ bằng văn bản mới", "12"),
        ("làm đúng ⟦HD 12-HD/BTCTU⟧ ấy", "12-HD/BTCTU"),
    ],
    "hướng dẫn liên ngành": [
        ("⟦Hướng dẫn liên ngành số 03/HDLN-TA-VKS⟧ còn hiệu lực", "03/HDLN-TA-VKS")
    ],
    "kế hoạch": [
        ("UBND xã ra ⟦Kế hoạch số 77/KH-UBND⟧ làm đường.", "77/KH-UBND"),
        ("sơ kết ⟦Kế hoạch 77⟧, ai cũng vui", "77"),
        ("nhắc ⟦KH 77/KH-UBND⟧ ấy", "77/KH-UBND"),
    ],
    "kế hoạch liên tịch": [
        ("ký ⟦Kế hoạch liên tịch số 02/KHLT-HND-NHCS⟧ vay vốn", "02/KHLT-HND-NHCS")
    ],
    "kế hoạch hành động": [("làm ⟦Kế hoạch hành động số 15-KH/ĐU⟧ ngay", "15-KH/ĐU")],
    "kế hoạch phối hợp": [
        ("ký ⟦Kế hoạch phối hợp số 06/KHPH-ĐTN-CA⟧ giữ trật tự", "06/KHPH-ĐTN-CA")
    ],
    "chương trình": [
        ("sơ kết ⟦Chương trình số 08-CTr/HU⟧ sau hai năm", "08-CTr/HU"),
        ("sơ kết ⟦Chương trình số 08⟧ sau hai năm", "08"),
    ],
    "chương trình hành động": [
        ("⟦Chương trình hành động số 18-CTr/HU⟧ giao rõ việc", "18-CTr/HU"),
        ("⟦Chương trình hành động 18-CTHĐ/ĐU⟧ giao rõ việc", "18-CTHĐ/ĐU"),
    ],
    "chương trình phối hợp": [
        ("ký ⟦Chương trình phối hợp số 04/CTPH-MTTQ-HCCB⟧ hôm nay", "04/CTPH-MTTQ-HCCB")
    ],
    "đề án": [
        ("phê duyệt ⟦Đề án số 03-ĐA/HU⟧ về cán bộ", "03-ĐA/HU"),
        ("tiếp tục triển khai ⟦Đề án 06⟧, xã cấp tài khoản", "06"),
    ],
    "phương án": [("duyệt ⟦Phương án số 12/PA-BCH⟧ chống lũ", "12/PA-BCH")],
    "dự án": [("gửi ⟦Dự án số 02/DA-HTX⟧ lên huyện", "02/DA-HTX")],
    "báo cáo": [
        ("nghe ⟦Báo cáo số 99-BC/HU⟧ rồi góp ý", "99-BC/HU"),
        ("nghe ⟦Báo cáo số 99⟧ rồi góp ý", "99"),
    ],
    "biên bản": [("kèm ⟦Biên bản số 09/BB-MTTQ⟧ có chữ ký", "09/BB-MTTQ")],
    "hợp đồng": [("ký ⟦Hợp đồng số 15/HĐ-UBND⟧ thuê đất", "15/HĐ-UBND")],
    "giấy mời": [("nhận ⟦Giấy mời số 44/GM-UBND⟧ họp thôn", "44/GM-UBND")],
    "văn bản hợp nhất": [("đọc ⟦Văn bản hợp nhất số 05/VBHN-BNV⟧ cho dễ", "05/VBHN-BNV")],
    "văn bản": [
        ("Sở có ⟦Văn bản số 3175/UBND-ĐT⟧ giao huyện.", "3175/UBND-ĐT"),
        ("Sở có ⟦văn bản số 3175⟧ giao huyện.", "3175"),
    ],
}
"""Every kind's name in small letters, and sentences that cite a document of it."""

NOT_CITING: dict[str, list[str]] = {
    "nghị quyết": [
        "Nghị quyết này giao cho xã.",
        "Năm qua huyện ra 12 nghị quyết.",
        "nghị quyết 3 nội dung về đất",
        "Nghị quyết năm 2021 của xã",
        "Nghị quyết 2375 của Hội đồng Bảo an Liên hợp quốc",
    ],
    "nghị quyết liên tịch": ["Hai hội ký nghị quyết liên tịch về vay vốn."],
    "nghị định": ["Chính phủ sắp có nghị định mới, 8 chương."],
    "nghị định thư": ["Nghị định thư 1987 về tầng ozone"],
    "chỉ thị": ["chỉ thị của Huyện ủy về mùa vụ", "Chỉ thị có 5 nhiệm vụ"],
    "thông tư": ["Bộ sẽ ra 15 thông tư", "Thông tư này thay thông tư cũ"],
    "thông tư liên tịch": ["hai bộ bàn thông tư liên tịch trong 3 tháng"],
    "thông tri": ["Mặt trận ra thông tri về bầu cử"],
    "thông cáo": ["thông cáo 2 trang phát chiều qua", "thông cáo báo chí ngày 12/7/2020"],
    "công văn": ["gửi công văn hỏi huyện", "Công văn đến ngày 3/8/2020"],
    "công điện": ["ra công điện khẩn trong đêm 12/9"],
    "pháp lệnh": ["Pháp lệnh 2007 đã cũ", "Pháp lệnh Thực hiện dân chủ năm 2007"],
    "sắc lệnh": ["Người ký sắc lệnh lập Nha Bình dân học vụ."],
    "lệnh": ["Bộ Tư lệnh Vùng 3 cử người", "Lệnh 1 cấm ra khơi", "khớp lệnh 307.830 cổ phiếu"],
    "luật": [
        "Luật Đất đai 2024 mở ra nhiều điều",
        "Luật Đất đai năm 2024",
        "kỷ luật 24 đảng viên",
        "Luật Phòng, chống tham nhũng",
    ],
    "bộ luật": ["Bộ luật Dân sự 2015", "Điều 8 Bộ luật Lao động"],
    "tờ trình": ["tờ trình 5 trang", "trình tờ trình lên huyện"],
    "quyết định": [
        "chi bộ quyết định 3 việc",
        "quyết định 1.200 tỷ đồng",
        "Quyết định 5 năm một lần",
        "quyết định ngày 5/8/2020",
        "quyết định xử phạt số tiền 25 triệu",
    ],
    "quy định": [
        "luật quy định 2 hình thức",
        "quy định những điều đảng viên không được làm",
        "theo quy định tại khoản 3 Điều 8",
        "vượt quá quy định 115 người",
    ],
    "quy chế": ["Quy chế 2 cấp", "sửa quy chế sau 5 năm"],
    "quy chế phối hợp": ["ký quy chế phối hợp giữa 4 ngành"],
    "kết luận": [
        "đoàn kết luận 3 đảng viên vi phạm",
        "kết luận hội nghị, đồng chí nêu 5 việc",
        "Kết luận: 3 đảng viên vi phạm",
    ],
    "kết luận thanh tra": ["kết luận thanh tra 5 dự án"],
    "thông báo kết luận": ["ra thông báo kết luận 2 cuộc họp"],
    "thông báo": ["thông báo 15/9 của trường", "thông báo 6 người mất tích", "thông báo 9/2020"],
    "hướng dẫn": ["hướng dẫn 20 hộ trồng keo", "màn hình HD 720p"],
    "hướng dẫn liên ngành": ["theo hướng dẫn liên ngành về 3 nhóm"],
    "kế hoạch": [
        "kế hoạch 5 năm 2021 - 2025",
        "Kế hoạch 5 năm 2021 - 2025",
        "vượt kế hoạch 10 %",
        "kế hoạch 2022",
        "kế hoạch 9/2020 của xã",
    ],
    "kế hoạch liên tịch": ["kế hoạch liên tịch giữa 2 hội"],
    "kế hoạch hành động": ["kế hoạch hành động 100 ngày"],
    "kế hoạch phối hợp": ["kế hoạch phối hợp 3 bên"],
    "chương trình": ["Chương trình 135 giúp xã nghèo", 'Chương trình "3 cùng"'],
    "chương trình hành động": ["chương trình hành động 5 năm"],
    "chương trình phối hợp": ["chương trình phối hợp 4 bên"],
    "đề án": ["đề án 10.800 tỷ đồng", "tàu lớp Đề án 22350", 'Đề án "1 triệu héc-ta lúa"'],
    "phương án": ["Phương án 1: thu 19 năm", "chọn phương án 2"],
    "dự án": ["Ban quản lý dự án 85", "dự án 36 ha", "dự án số 2 khu đô thị"],
    "báo cáo": ["báo cáo 6 tháng đầu năm", "báo cáo 9/2020"],
    "biên bản": ["lập biên bản 3 trường hợp"],
    "hợp đồng": ["ký hợp đồng 5 năm", "hợp đồng 100 máy bay"],
    "giấy mời": ["gửi giấy mời 40 hộ"],
    "văn bản hợp nhất": ["đọc văn bản hợp nhất 3 trang"],
    "văn bản": ["gửi 12 văn bản", "văn bản 2 trang", "Văn bản ngày 23/4/2020"],
}
"""Every kind's name, and sentences in which it names no one document."""

ISSUED: list[tuple[str, str]] = [
    ("09-NQ/TU", "TU"),
    ("09-NQ/HU", "HU"),
    ("09-NQ/QU", "QU"),
    ("09-NQ/ĐU", "ĐU"),
    ("09-KL/BCSĐ", "BCSĐ"),
    ("12/KH-UBND", "UBND"),
    ("12/NQ-HĐND", "HĐND"),
    ("26/QĐ-UBND-HC", "UBND"),
    ("4600/QĐ-CT", "CT"),
    ("54-CV/BTGTU", "BTGTU"),
    ("05-CT/TW", "Trung ương"),
    ("05-CT/T.Ư", "Trung ương"),
    ("05-CT/TƯ", "Trung ương"),
    ("43/NQ-TW", "Trung ương"),
    ("1295-QĐNS/TW", "Trung ương"),
    ("09-HD/BTCTW", "Ban Tổ chức Trung ương"),
    ("09-HD/UBKTTW", "Ủy ban Kiểm tra Trung ương"),
    ("09-HD/VPTW", "Văn phòng Trung ương Đảng"),
    ("09-HD/BTGTW", "Ban Tuyên giáo Trung ương"),
    ("09-HD/BTGDVTW", "Ban Tuyên giáo và Dân vận Trung ương"),
    ("09-HD/BDVTW", "Ban Dân vận Trung ương"),
    ("09-HD/BNCTW", "Ban Nội chính Trung ương"),
    ("12/2021/QH15", "Quốc hội"),
    ("595/2022/UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
    ("11/2021/L-CTN", "Chủ tịch nước"),
    ("30/2020/NĐ-CP", "Chính phủ"),
    ("84/CP", "Chính phủ"),
    ("1706/TTg-KTN", "Thủ tướng Chính phủ"),
    ("24/TB-VPCP", "Văn phòng Chính phủ"),
    ("141/VPCP-KNTN", "Văn phòng Chính phủ"),
    ("88/SNV-TCCC", "SNV"),
    ("01/2023/TT-BNV", "Bộ Nội vụ"),
    ("01/2023/TT-BTC", "Bộ Tài chính"),
    ("01/2023/TT-BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
    ("01/2023/TT-BCA", "Bộ Công an"),
    ("01/2023/TT-BQP", "Bộ Quốc phòng"),
    ("37/2015/TTLT-BYT-BTC", "Bộ Y tế, Bộ Tài chính"),
    ("02/QCPH-CA-MTTQ", "CA, MTTQ"),
]
"""Numbers, and who issued them by their symbol."""
