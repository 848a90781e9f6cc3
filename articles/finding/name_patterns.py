"""What names of bodies, offices and groups go on with: patterns for `names`.

They are matched against `same_word(body)`, except for capitals.
"""

import re
from typing import Final

from articles.finding import lexicon
from articles.finding.phrases import Phrases, any_of, folded
from articles.vietnamese import same_word

LEVELS: Final = Phrases(lexicon.LEVELS)
# "tỉnh ủy", "xã hội", "huyện đoàn", "bản cam kết" are no levels.
_NO_LEVEL: Final = ("ủy", "hội", "đoàn", "trưởng", "cam kết", "án")
SEVERAL: Final = folded(
    r"""(?:(?:tất\s+cả|toàn\s+bộ|toàn\s+thể|toàn|100\s?%(?:\s+số)?)(?:\s+(?:các|những|thể))?|các|mỗi|từng|mọi|những
    |hai(?=\s+(?:bên|đơn\s+vị|ngành|cơ\s+quan|địa\s+phương|lực\s+lượng)))\s+(?=\w)""",
)
LEVEL_LAST: Final = re.compile(rf"(?<!\w){any_of(LEVELS.all)}$")
# Fields of one syllable.
WHOLE: Final = frozenset(
    ["thuế", "giá", "đảng", "dược", "báo", "thi", "việt", "bộ", "sở", "tỉnh", "thành"]
)
LEVEL: Final = re.compile(
    r"(?:các\s+|từng\s+|mỗi\s+)?"
    rf"{any_of(LEVELS.all)}(?!\w)(?!\s+{any_of(_NO_LEVEL)}(?!\w))",
)
TIERS: Final = folded(
    r"""(?:các|ba|hai|mọi|\d)\s+cấp(?!\s+(?:ủy|trên|dưới))
    |cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|trên|dưới|trung\s+ương|mình|chiến\s+lược)
    (?:\s+và\s+cấp\s+(?:huyện|xã|cơ\s+sở))?
    |cùng\s+cấp|khu\s+vực\s+[ivx]+(?!\w)|miền\s+(?:bắc|trung|nam|tây)|trung\s+ương(?:\s+đảng)?|cơ\s+sở(?!\s+(?:dữ|hạ|vật))|địa\s+phương|tp\.?(?=\s)""",
)
# What may complete a group or office, after its head.
COMPLETES: Final = folded(
    r"""(?:(?:có\s+)?liên\s+quan|(?:có\s+)?chức\s+năng|(?:có\s+)?thẩm\s+quyền|chuyên\s+môn|trực\s+thuộc|chủ\s+chốt|đảng
    |lãnh\s+đạo,\s+quản\s+lý|lãnh\s+đạo(?=\s+(?:các\s+cấp|quản\s+lý))|tham\s+mưu,?\s+giúp\s+việc|chủ\s+quản|công\s+lập
    |chính\s+trị\s*-\s*xã\s+hội|xã\s+hội\s*-\s*nghề\s+nghiệp|vũ\s+trang|quần\s+chúng|đoàn\s+thể|báo\s+chí|thông\s+tấn
    |hành\s+chính|sự\s+nghiệp|nghiệp\s+vụ|nhà\s+nước|kiểm\s+tra|quản\s+lý|quân\s+sự|thành\s+viên|nhân\s+dân|chiến\s+sĩ
    |dân\s+cử|xây\s+dựng\s+đảng|chi\s+bộ|cấp\s+ủy(?:\s+viên)?|truyền\s+thông|thông\s+tin(?:\s+đại\s+chúng)?|tố\s+tụng|tư\s+pháp
    |nội\s+chính|chuyên\s+trách|bảo\s+vệ\s+pháp\s+luật|chính\s+quyền|đại\s+học|tiểu\s+học|phổ\s+thông|mầm\s+non|y\s+tế|tín\s+dụng
    |công\s+an|đảng\s+viên|cấp\s+ủy\s+viên|ủy\s+viên|người\s+đứng\s+đầu|là\s+đảng\s+viên|trẻ|giữ\s+chức\s+vụ\s+lãnh\s+đạo|thi\s+công|xây\s+dựng(?=\s+đảng)
    |đoàn(?!\s+kết)|hội(?!\s+nghị)|kinh\s+tế|thương\s+mại|được\s+(?:phân\s+công|giám\s+sát|kiểm\s+tra)
    |gương\s+mẫu(?=\s+các)|còn\s+lại|nói\s+trên|nêu\s+trên)(?!\w)""",
)
WORK: Final = folded(r"làm\s+công\s+tác\s+")
WHERE: Final = folded(
    r"""(?:(?:ở|tại)\s+(?:cơ\s+sở|trung\s+ương|địa\s+phương|các\s+cấp)
    |trên\s+(?:địa\s+bàn|cả\s+nước|toàn\s+quốc)(?:\s+toàn)?
    |(?:trong\s+)?(?:toàn|cả)\s+(?:tỉnh|huyện|xã|ngành|quân|đảng\s+bộ|thành\s+phố|nước|quốc|hệ\s+thống\s+chính\s+trị)
    |trong\s+(?:tỉnh|huyện|xã|ngành|hệ\s+thống\s+chính\s+trị|diện\s+\w+\s+\w+|phạm\s+vi\s+cả\s+nước)
    |trực\s+thuộc\s+(?:trung\s+ương|tỉnh)|thuộc\s+diện\s+\w+\s+\w+)(?!\w)""",
)
OF: Final = folded(r"(?:của|thuộc|kiêm|trực\s+thuộc)\s+")
# "Ủy ban Pháp luật của Quốc hội": whose committee it is.
OF_A_HOUSE: Final = folded(
    r"\s+của\s+(?:quốc\s+hội|chính\s+phủ|hđnd|hội\s+đồng\s+nhân\s+dân)(?!\w)"
)
# "các huyện, thành, thị ủy"
SHORT: Final = folded(
    r"(?:tỉnh|huyện|thành|thị|quận)(?:,\s+(?:tỉnh|huyện|thành|thị|quận|đảng))+\s+ủy(?!\w)"
)
LONG: Final = 2  # blanks in a name that is one in small letters too: "ủy ban nhân dân"
# The short form within a name: "Tổng Liên đoàn Lao động (LĐLĐ) | Việt Nam".
SHORT_FORM: Final = re.compile(r"\s\([A-ZĐ][A-ZĐ&-]{1,9}\)")
NUMBERED: Final = folded(
    r"(?:(?:quân|trung|lữ|tiểu|binh)\s+đoàn|đại\s+đội|thôn|ấp|bản|tổ\s+dân\s+phố|khu\s+phố|quân\s+khu|quận|phường|khu\s+vực|sư\s+đoàn|khối)\s+$"
)
FIGURE: Final = re.compile(r"\d{1,3}(?!\w)")
# "Bộ Lao động-Thương binh": the press leaves the blanks out.
SIGN: Final = re.compile(r"\s+(?:[-–]\s+)?|(?<=tp\.)|(?<=\w)[-–](?=[^\W\d])")
# Bodies of several parts. A list, since "Bộ Xây dựng và Bộ Tài chính" are two bodies.
SECOND_PART: Final = folded(
    r"""(?:,\s+|\s+(?:và|&)\s+|\s*[-–]\s*)(?P<part>đào\s+tạo|đầu\s+tư|truyền\s+thông|môi\s+trường|phát\s+triển\s+nông\s+thôn
    |xã\s+hội|du\s+lịch|thể\s+thao|công\s+nghệ|thương\s+binh|gia\s+đình|trẻ\s+em|dân\s+vận|tôn\s+giáo|thông\s+tin|khoa\s+học
    |pháp\s+luật|ngân\s+sách|miền\s+núi|truyền\s+hình|công\s+nghiệp|phát\s+triển|cứu\s+nạn|tìm\s+kiếm|hộ\s+tịch|kế\s+toán
    |thống\s+kê|thú\s+y|hạ\s+tầng|đô\s+thị|kế\s+hoạch|xây\s+dựng|văn\s+hóa|thi\s+hành\s+án|trả\s+kết\s+quả|giải\s+quyết|khai\s+thác
    |công\s+thương|lao\s+động|tiêu\s+cực|chuyển\s+đổi\s+số|bảo\s+vệ|phòng\s+cháy|quản\s+lý|dân\s+tộc|nội\s+vụ|kỹ\s+thuật)(?!\w)""",
)
# The press writes "Bộ Giáo dục và đào tạo", "Sở Tài nguyên - môi trường" too.
MINISTRY: Final = folded(r"(?:bộ|sở|phòng|chi\s+cục|trung\s+tâm|đài|cục|vụ|ban)\s")
MINISTRY_PARTS: Final = frozenset(
    same_word(
        "đào tạo|đầu tư|truyền thông|môi trường|phát triển nông thôn|xã hội|du lịch|thể thao"
        "|công nghệ|thương binh|truyền hình|thú y",
    ).split("|"),
)
# "Ban Quản lý | dự án", "Văn phòng Đăng ký | đất đai": what a body deals with.
DEALS: Final = folded(
    r"(?:quản\s+lý|đăng\s+ký|kiểm\s+soát|bảo\s+vệ|xúc\s+tiến|phát\s+triển|tư\s+vấn|dịch\s+vụ|kiểm\s+định|cứu\s+hộ|chỉ\s+đạo)$",
)
DEALT: Final = folded(
    r"""(?:(?:các\s+)?dự\s+án(?:\s+đầu\s+tư(?:\s+xây\s+dựng)?)?|đất\s+đai|rừng(?:\s+phòng\s+hộ)?|thị\s+trường|(?:các\s+)?khu\s+(?:kinh\s+tế|công\s+nghiệp)
    |quỹ\s+đất|việc\s+làm|thủ\s+tục\s+hành\s+chính|bệnh\s+tật|đầu\s+tư|chất\s+lượng|cây\s+trồng
    |phòng,?\s+chống\s+(?:tham\s+nhũng(?:,\s+tiêu\s+cực)?|dịch(?:\s+bệnh)?(?:\s+covid-19)?|thiên\s+tai|tội\s+phạm|ma\s+túy))(?!\w)""",
)
# Names that join bodies: "Văn phòng HĐND và UBND", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể".
JOINED: Final = (
    (
        folded(r"văn\s+phòng(?!\w)"),
        folded(r"\s+và\s+(?:ubnd|ủy\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)(?!\w)"),
    ),
    (
        folded(r"đảng\s+ủy\s+(?:mttq|mặt\s+trận|ủy\s+ban\s+m)"),
        folded(r",\s+các\s+(?:đoàn\s+thể|tổ\s+chức\s+chính\s+trị\s+-\s+xã\s+hội)(?!\w)"),
    ),
)
JOIN: Final = folded(r"\s*,\s*(?:và\s+)?|\s*;\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+(?=các\s)")
PERSON: Final = folded(
    r"""\s+(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|hà|đinh|trịnh|lương
    |mai|tô|cao|lò|vàng|giàng|lục|vi|kha|đậu|tạ|thái|triệu|nông|hứa|trương|châu|quách)\s+\w+\s+\w+""",
)
