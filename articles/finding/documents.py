"""Kinds of official documents, their symbols, and who issues them.

Sources: Nghị định 30/2020/NĐ-CP, article 7 and appendices I and III (kinds and symbols of
state documents); Hướng dẫn 36-HD/VPTW of 2018 (Party documents); Luật Ban hành văn bản quy
phạm pháp luật (normative documents, laws by term: `QH15`). The list of issuers is open by
nature; the tables only add what a symbol says beyond itself.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

__all__ = ["ABBREVIATIONS", "ISSUERS", "KINDS", "SYMBOLS", "Kind", "Naming"]


class Naming(IntEnum):
    """How little is enough for a kind to name one document."""

    SYMBOL = 1  # "Luật số 45/2019/QH14": a bare number after it means something else
    WORD = 2  # "Chương trình số 05", never "Chương trình 135"
    NUMBER = 3  # "Chỉ thị 05"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `verbal`: the same words are everyday verbs ("quyết định 3 nội dung"), so that a number
    alone after the lower-case word proves nothing.
    `free`: its number may have any symbol, or an office's only ("1245/UBND-KGVX").
    """

    name: str
    symbols: tuple[str, ...]
    naming: Naming = Naming.NUMBER
    verbal: bool = False
    by_meeting: bool = False
    free: bool = False


_ALL: Final = (
    Kind("nghị quyết", ("NQ", "UBTVQH", "QH"), by_meeting=True),
    Kind("nghị quyết liên tịch", ("NQLT",)),
    Kind("nghị định", ("NĐ", "ND")),
    Kind("nghị định thư", (), Naming.SYMBOL),
    Kind("chỉ thị", ("CT",)),
    Kind("thông tư", ("TT",)),
    Kind("thông tư liên tịch", ("TTLT",)),
    Kind("thông tri", ("TT", "TTr")),
    Kind("thông cáo", ("TC",), Naming.WORD),
    Kind("công văn", ("CV",), free=True),
    Kind("công điện", ("CĐ",)),
    Kind("pháp lệnh", ("PL", "UBTVQH"), Naming.SYMBOL),
    Kind("sắc lệnh", ("SL", "LCT")),
    Kind("lệnh", ("L",), Naming.SYMBOL, verbal=True),
    Kind("luật", ("QH", "L"), Naming.WORD),
    Kind("bộ luật", ("QH",), Naming.SYMBOL),
    Kind("tờ trình", ("TTr",), Naming.WORD),
    Kind("quyết định", ("QĐ",), verbal=True),
    Kind("quy định", ("QĐ", "QyĐ", "QĐi"), verbal=True),
    Kind("quy chế", ("QC",), Naming.WORD, verbal=True),
    Kind("quy chế phối hợp", ("QC", "QCPH"), Naming.WORD, verbal=True),
    Kind("kết luận", ("KL", "TB"), verbal=True, by_meeting=True),
    Kind("kết luận thanh tra", ("KL", "KLTT"), Naming.WORD),
    Kind("thông báo kết luận", ("TB", "KL"), verbal=True),
    Kind("thông báo", ("TB",), verbal=True),
    Kind("hướng dẫn", ("HD",), verbal=True),
    Kind("hướng dẫn liên ngành", ("HD", "HDLN"), verbal=True),
    Kind("kế hoạch", ("KH",), verbal=True),
    Kind("kế hoạch liên tịch", ("KHLT", "KH"), verbal=True),
    Kind("kế hoạch hành động", ("KH",), Naming.WORD, verbal=True),
    Kind("kế hoạch phối hợp", ("KH", "KHPH"), Naming.WORD, verbal=True),
    Kind("chương trình", ("CTr",), Naming.WORD, verbal=True),
    Kind("chương trình hành động", ("CTr", "CTHĐ", "CTrHĐ"), Naming.WORD, verbal=True),
    Kind("chương trình phối hợp", ("CTr", "CTPH", "CTrPH"), Naming.WORD, verbal=True),
    Kind("đề án", ("ĐA",), verbal=True),
    Kind("phương án", ("PA",), Naming.SYMBOL, verbal=True),
    Kind("dự án", ("DA",), Naming.SYMBOL, verbal=True),
    Kind("báo cáo", ("BC",), Naming.WORD, verbal=True),
    Kind("biên bản", ("BB",), Naming.SYMBOL, verbal=True),
    Kind("hợp đồng", ("HĐ",), Naming.SYMBOL, verbal=True),
    Kind("giấy mời", ("GM",), Naming.SYMBOL, verbal=True),
    Kind("văn bản hợp nhất", ("VBHN",), Naming.SYMBOL),
    Kind("văn bản", (), Naming.WORD, free=True),
)
KINDS: Final = {kind.name: kind for kind in _ALL}

ABBREVIATIONS: Final = {
    "NQ": "nghị quyết",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "CT": "chỉ thị",
    "QĐ": "quyết định",
    "KL": "kết luận",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "KH": "kế hoạch",
    "CV": "công văn",
}
"""Printed instead of the kind's name ("NQ 18-NQ/TW", "NQ Trung ương 4")."""

SYMBOLS: Final = frozenset(symbol.upper() for kind in _ALL for symbol in kind.symbols) | {
    "QCLN",
    "LN",
}
"""Every symbol of a kind, in capitals: after stray spaces only these go on with a number."""

JOINT_SYMBOLS: Final = frozenset(
    ["TTLT", "NQLT", "KHLT", "QCPH", "CTPH", "CTRPH", "KHPH", "QCLN", "HDLN", "LN"],
)
"""Symbols of documents that several bodies issue: all that follow have a part in it."""

ISSUERS: Final = {
    "CP": "Chính phủ",
    "TTG": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "CTN": "Chủ tịch nước",
    "VPCTN": "Văn phòng Chủ tịch nước",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "VPQH": "Văn phòng Quốc hội",
    "TW": "Trung ương",
    "BTCTW": "Ban Tổ chức Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "VPTW": "Văn phòng Trung ương Đảng",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "BNCTW": "Ban Nội chính Trung ương",
    "BKTTW": "Ban Kinh tế Trung ương",
    "BCSTW": "Ban Chính sách, chiến lược Trung ương",
    "QUTW": "Quân ủy Trung ương",
    "BNV": "Bộ Nội vụ",
    "BNG": "Bộ Ngoại giao",
    "BTC": "Bộ Tài chính",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BYT": "Bộ Y tế",
    "BTP": "Bộ Tư pháp",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BNN": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "NHNN": "Ngân hàng Nhà nước",
    "TTCP": "Thanh tra Chính phủ",
    "KTNN": "Kiểm toán Nhà nước",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "HĐTPTANDTC": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "TWĐTN": "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
}
"""What a symbol says where it says one body only (`TU`, `UBND` are shared: kept as codes)."""
