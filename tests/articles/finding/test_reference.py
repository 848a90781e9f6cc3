"""Every row of the tables of numbers, symbols and issuers that the grammar was made from.

Sources: Nghị định 30/2020/NĐ-CP, appendices I and III; Hướng dẫn 36-HD/VPTW; forms that newspapers
print. Each row is a sentence of ours, its words between ⟦ and ⟧, and what is to be read.
"""

import pytest

from articles.finding import find_citations

STATE = [
    ("⟦Nghị quyết số 7/NQ-HĐND⟧", "Nghị quyết", "7/NQ-HĐND", "HĐND"),
    ("⟦Quyết định số 7/QĐ-TTg⟧", "Quyết định", "7/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("⟦Chỉ thị số 7/CT-UBND⟧", "Chỉ thị", "7/CT-UBND", "UBND"),
    ("⟦Quy chế số 7/QC-BNV⟧", "Quy chế", "7/QC-BNV", "Bộ Nội vụ"),
    ("⟦Quy định số 7/QyĐ-UBND⟧", "Quy định", "7/QyĐ-UBND", "UBND"),
    ("⟦Thông cáo số 7/TC-BNG⟧", "Thông cáo", "7/TC-BNG", "Bộ Ngoại giao"),
    ("⟦Thông báo số 7/TB-VPCP⟧", "Thông báo", "7/TB-VPCP", "Văn phòng Chính phủ"),
    ("⟦Hướng dẫn số 7/HD-BTC⟧", "Hướng dẫn", "7/HD-BTC", "Bộ Tài chính"),
    ("⟦Chương trình số 7/CTr-UBND⟧", "Chương trình", "7/CTr-UBND", "UBND"),
    ("⟦Kế hoạch số 7/KH-UBND⟧", "Kế hoạch", "7/KH-UBND", "UBND"),
    ("⟦Phương án số 7/PA-UBND⟧", "Phương án", "7/PA-UBND", "UBND"),
    ("⟦Đề án số 7/ĐA-UBND⟧", "Đề án", "7/ĐA-UBND", "UBND"),
    ("⟦Dự án số 7/DA-UBND⟧", "Dự án", "7/DA-UBND", "UBND"),
    ("⟦Báo cáo số 7/BC-BCA⟧", "Báo cáo", "7/BC-BCA", "Bộ Công an"),
    ("⟦Biên bản số 7/BB-UBND⟧", "Biên bản", "7/BB-UBND", "UBND"),
    ("⟦Tờ trình số 7/TTr-CP⟧", "Tờ trình", "7/TTr-CP", "Chính phủ"),
    ("⟦Hợp đồng số 7/HĐ-UBND⟧", "Hợp đồng", "7/HĐ-UBND", "UBND"),
    ("⟦Công điện số 7/CĐ-TTg⟧", "Công điện", "7/CĐ-TTg", "Thủ tướng Chính phủ"),
    ("⟦Giấy mời số 7/GM-UBND⟧", "Giấy mời", "7/GM-UBND", "UBND"),
    ("⟦Công văn số 7/UBND-VX⟧", "Công văn", "7/UBND-VX", "UBND"),
    ("⟦Luật số 7/2021/QH15⟧", "Luật", "7/2021/QH15", "Quốc hội"),
    (
        "⟦Pháp lệnh số 7/2021/PL-UBTVQH15⟧",
        "Pháp lệnh",
        "7/2021/PL-UBTVQH15",
        "Ủy ban Thường vụ Quốc hội",
    ),
    ("⟦Lệnh số 7/2021/L-CTN⟧", "Lệnh", "7/2021/L-CTN", "Chủ tịch nước"),
    ("⟦Nghị định số 7/2021/NĐ-CP⟧", "Nghị định", "7/2021/NĐ-CP", "Chính phủ"),
    ("⟦Thông tư số 7/2021/TT-BQP⟧", "Thông tư", "7/2021/TT-BQP", "Bộ Quốc phòng"),
    ("⟦Thông tư số 7/2021/TT-BGDĐT⟧", "Thông tư", "7/2021/TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),
    (
        "⟦Thông tư liên tịch số 7/2015/TTLT-BYT-BTC⟧",
        "Thông tư liên tịch",
        "7/2015/TTLT-BYT-BTC",
        "Bộ Y tế, Bộ Tài chính",
    ),
    (
        "⟦Nghị quyết liên tịch số 7/2021/NQLT-CP-UBTVQH⟧",
        "Nghị quyết liên tịch",
        "7/2021/NQLT-CP-UBTVQH",
        "Chính phủ, Ủy ban Thường vụ Quốc hội",
    ),
    (
        "⟦Nghị quyết số 7/2021/UBTVQH15⟧",
        "Nghị quyết",
        "7/2021/UBTVQH15",
        "Ủy ban Thường vụ Quốc hội",
    ),
]
OF_THE_PARTY = [
    ("⟦Nghị quyết số 7-NQ/TW⟧", "Nghị quyết", "7-NQ/TW", "Trung ương"),
    ("⟦Chỉ thị số 7-CT/TU⟧", "Chỉ thị", "7-CT/TU", "TU"),
    ("⟦Chương trình số 7-CTr/HU⟧", "Chương trình", "7-CTr/HU", "HU"),
    ("⟦Tờ trình số 7-TTr/QU⟧", "Tờ trình", "7-TTr/QU", "QU"),
    ("⟦Báo cáo số 7-BC/ĐU⟧", "Báo cáo", "7-BC/ĐU", "ĐU"),
    ("⟦Kết luận số 7-KL/TW⟧", "Kết luận", "7-KL/TW", "Trung ương"),
    ("⟦Thông báo số 7-TB/VPTW⟧", "Thông báo", "7-TB/VPTW", "Văn phòng Trung ương Đảng"),
    ("⟦Hướng dẫn số 7-HD/BTCTW⟧", "Hướng dẫn", "7-HD/BTCTW", "Ban Tổ chức Trung ương"),
    ("⟦Hướng dẫn số 7-HD/UBKTTW⟧", "Hướng dẫn", "7-HD/UBKTTW", "Ủy ban Kiểm tra Trung ương"),
    ("⟦Hướng dẫn số 7-HD/BTGTW⟧", "Hướng dẫn", "7-HD/BTGTW", "Ban Tuyên giáo Trung ương"),
    (
        "⟦Hướng dẫn số 7-HD/BTGDVTW⟧",
        "Hướng dẫn",
        "7-HD/BTGDVTW",
        "Ban Tuyên giáo và Dân vận Trung ương",
    ),
    ("⟦Kế hoạch số 7-KH/BDVTW⟧", "Kế hoạch", "7-KH/BDVTW", "Ban Dân vận Trung ương"),
    ("⟦Kế hoạch số 7-KH/BNCTW⟧", "Kế hoạch", "7-KH/BNCTW", "Ban Nội chính Trung ương"),
    ("⟦Kế hoạch số 7-KH/BCSĐ⟧", "Kế hoạch", "7-KH/BCSĐ", "BCSĐ"),
    ("⟦Quy chế số 7-QC/TU⟧", "Quy chế", "7-QC/TU", "TU"),
    ("⟦Công văn số 7-CV/TU⟧", "Công văn", "7-CV/TU", "TU"),
    ("⟦Quyết định số 7-QĐ/TU⟧", "Quyết định", "7-QĐ/TU", "TU"),
    ("⟦Quy định số 7-QĐ/TW⟧", "Quy định", "7-QĐ/TW", "Trung ương"),
    ("⟦Thông tri số 7-TT/TU⟧", "Thông tri", "7-TT/TU", "TU"),
    ("⟦Thông báo kết luận 7-KL/TU⟧", "Thông báo kết luận", "7-KL/TU", "TU"),
]
AS_PRINTED = [
    ("⟦Kết luận 7 - KL/TW⟧", "Kết luận", "7-KL/TW", "Trung ương"),
    ("⟦Nghị quyết 7- NQ/TW⟧", "Nghị quyết", "7-NQ/TW", "Trung ương"),
    (
        "⟦Tờ trình 7/TTr- SKHCN⟧",
        "Tờ trình",
        "7/TTr-SKHCN",
        "Sở Khoa học và Công nghệ",
    ),
    (
        "⟦Văn bản 7/SNN-CNTY⟧",
        "Văn bản",
        "7/SNN-CNTY",
        "Sở Nông nghiệp và Phát triển nông thôn",
    ),
    ("⟦Kế hoạch 7/KH-SGD&ĐT⟧", "Kế hoạch", "7/KH-SGD&ĐT", "Sở Giáo dục và Đào tạo"),
    ("⟦Công văn 7/SCA-PV01⟧", "Công văn", "7/SCA-PV01", "SCA"),
    ("⟦Công văn 7/SKX-VP⟧", "Công văn", "7/SKX-VP", "SKX"),
    ("⟦Nghị quyết 7/NQ-TW⟧", "Nghị quyết", "7/NQ-TW", "Trung ương"),
    ("⟦Nghị quyết 7–NQ/TW⟧", "Nghị quyết", "7-NQ/TW", "Trung ương"),
    ("⟦Nghị quyết 7 – NQ, TW⟧", "Nghị quyết", "7-NQ/TW", "Trung ương"),
    ("⟦Nghị quyết 7-NQ.TW⟧", "Nghị quyết", "7-NQ/TW", "Trung ương"),
    ("⟦Công văn 7 -CV/TU⟧", "Công văn", "7-CV/TU", "TU"),
    ("⟦Chỉ thị số 17⟧", "Chỉ thị", "17", None),
    ("⟦Quy định 37⟧", "Quy định", "37", None),
    (
        "⟦Nghị quyết T.Ư 4 (khóa XI)⟧",
        "Nghị quyết",
        "Trung ương 4 khóa XI",
        "Ban Chấp hành Trung ương",
    ),
    (
        "⟦Nghị quyết Trung ương 4 khóa XII⟧",
        "Nghị quyết",
        "Trung ương 4 khóa XII",
        "Ban Chấp hành Trung ương",
    ),
    (
        "⟦Nghị quyết 18, 19 Hội nghị TW6 (khóa XII)⟧",
        "Nghị quyết",
        "18, 19 Hội nghị TW6 (khóa XII)",
        "Ban Chấp hành Trung ương",
    ),
]


@pytest.mark.parametrize(
    ("words", "kind", "number", "issuer"),
    [*STATE, *OF_THE_PARTY, *AS_PRINTED],
    ids=[row[0] for row in [*STATE, *OF_THE_PARTY, *AS_PRINTED]],
)
def test_every_row_is_read(words: str, kind: str, number: str, issuer: str | None) -> None:
    body = f"Xã làm theo {words.strip('⟦⟧')} từ tháng trước."
    found = find_citations(body)
    assert [(c.kind, c.number, c.issuer) for c in found] == [(kind, number, issuer)]
    assert f"⟦{body[found[0].start : found[0].end]}⟧" == words
