"""Names of people, as lines print them: alone or several, with ranks before and posts behind."""

import re
from typing import Final

_RANK: Final = re.compile(
    r"^(?:(?:Đồng chí|GS|PGS|TSKH|TS|ThS|Th\.S|Ths|BS|KS|LS|CN|CVC|NCS|Thiếu tướng|Trung tướng|"
    r"Thượng tướng|"
    r"Đại tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Nhà báo|Luật sư|Nhà văn|Tiến sĩ|"
    r"Thạc sĩ|Giáo sư|Phó Giáo sư)[.,:]?\s*)+(?=[A-ZĐ])",
)
_POST: Final = re.compile(r"\s*(?:\([^()]{2,90}\)|\*+)\s*\.?$")
_NAME_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_BETWEEN: Final = re.compile(r"\s*(?:[-–—,/&;+]|\svà\s)\s*")
_LONGEST_NAME: Final = 5
_MOST_NAMES: Final = 4
_SURNAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lương đoàn "
        "trịnh hà tạ mai cao lâm phùng tô vi nông quách chu thái thạch kim lò lường cầm giàng "
        "triệu vương lục lưu mạc ma hứa la thân thiều tăng từ tống trương đào đàm đậu đồng hầu "
        "khuất khổng kiều lại lữ nghiêm ninh ông phí phương quan sầm tôn trang trà ung văn viên "
        "y ksor siu rơ mùa sùng vàng thào hạng bàn đèo",
    )
)
# Title Case words that sections, places and offices are made of: these are nobody's name.
_NOT_NAMES: Final = re.compile(
    r"\b(?:tin tức|tin mới|thời sự|trang chủ|chính trị|xã hội|kinh tế|văn h[oó][aá]|thể thao|"
    r"giáo dục|"
    r"quốc phòng|pháp luật|xây dựng|chuyên đề|chuyên mục|liên hệ|tìm kiếm|video|media|multimedia|"
    r"podcast|infographics?|e-?magazine|tags?|bình luận|phản hồi|đọc thêm|đảng|tỉnh|huyện|thị xã|"
    r"thành phố|cổng thông tin|tạp chí|nghị quyết|văn bản|facebook|zalo|twitter|youtube|google|"
    r"news|share|print|email|longform|megastory|việt nam|thông báo|giới thiệu|bản đồ|dịch vụ|"
    r"công nghệ|khoa học|sức khỏe|sức khoẻ|du lịch|quốc tế|thế giới|bạn đọc|đời sống|môi trường|"
    r"quay lại|về trước|đăng nhập|rss|tòa soạn|chia sẻ|báo)\b",
    re.IGNORECASE,
)
# Nobody is called by these.
_NO_PART_OF_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "mừng chúc các những của được cho về với kính gửi thưa ơn nghị vụ việc mới cùng xem đọc "
        "nguồn phần hết tiếp bài ảnh số và không",
    )
)
_PLACES: Final = frozenset(
    re.split(
        ", ",
        "hà nội, hà nam, hà giang, hà tĩnh, lào cai, cao bằng, lạng sơn, thái bình, "
        "thái nguyên, hồ chí minh, đà nẵng, hải phòng, hải dương, huế, cần thơ, lâm đồng, "
        "đồng nai, ninh bình, quảng nam, quảng trị, vĩnh long, kiên giang, cà mau, đắk lắk, "
        "gia lai, kon tum",
    )
)


def are_names(text: str, *, surname: bool) -> bool:
    """Whether a line is nothing but names; with `surname`, the first must begin with one."""
    bare = _RANK.sub("", _POST.sub("", text)).strip().rstrip(".")
    names = [name for name in _BETWEEN.split(bare) if name]
    if not names or len(names) > _MOST_NAMES:
        return False
    if not all(_is_name(name) for name in names):
        return False
    if not surname:
        return True
    return is_surname(names[0].split()[0]) and not is_place(names[0])


def is_place(text: str) -> bool:
    return text.lower() in _PLACES


def is_surname(word: str) -> bool:
    return word.lower() in _SURNAMES


def _is_name(text: str) -> bool:
    words = _RANK.sub("", text).split()
    longest = _LONGEST_NAME - text.isupper()  # headings are printed in capitals, too
    if not 0 < len(words) <= longest:
        return False
    if not all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    if any(word.lower() in _NO_PART_OF_NAMES for word in words) or text == "Hồ Chí Minh":
        return False
    return _NOT_NAMES.search(text) is None
