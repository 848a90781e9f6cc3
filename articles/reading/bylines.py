"""Who wrote it and whose page it is, as printed: bylines, datelines, sources."""

import re
from typing import Final, NamedTuple

_ROLE: Final = r"(?:tin|bài|ảnh|bài viết|clip|video|đồ họa|đồ hoạ|trình bày|nội dung|thực hiện)"
_ROLES: Final = re.compile(
    rf"{_ROLE}(?:(?:\s*[,&+/–-]\s*|\s+và\s+|\s+){_ROLE})*\s*:\s*(?P<names>\S.{{0,90}})",
    re.IGNORECASE,
)
_PICTURES_ONLY: Final = re.compile(
    r"(?:ảnh|video|clip|đồ họa|đồ hoạ|trình bày|infographic|nguồn ảnh)\b[^:]{0,20}:", re.IGNORECASE
)
_AUTHOR_LABEL: Final = re.compile(
    r"(?:tác giả(?: bài viết)?|người viết|người đăng(?: tin| bài viết)?|viết bởi|by|author)"
    r"\s*:\s*(?P<names>\S.{0,90})",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\(?theo (?P<names>[^\W\d_].{0,70}?)\)?", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"\(?(?:P\.?V\.?|NHÓM P\.?V|B\.?B\.?T\.?|B\.?T\.?V|C\.?T\.?V|BAN BIÊN TẬP|NHÓM PHÓNG VIÊN|"
    r"TTXVN|"
    r"PHÓNG VIÊN|BAN TUYÊN GIÁO|CỘNG TÁC VIÊN|TÒA SOẠN)"
    r"(?:\s*(?:[-–/,&]|và|\(|TH|tổng hợp|biên tập|[^\W\d_]+).{0,50})?\)?",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"\(?(?:nguồn|source|theo nguồn)\s*(?:tin)?\s*:\s*\S.{0,100}", re.IGNORECASE
)
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
_LONGEST_LINE: Final = 110
_SURNAMES: Final = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "lương",
        "đoàn",
        "trịnh",
        "hà",
        "tạ",
        "mai",
        "cao",
        "lâm",
        "phùng",
        "tô",
        "vi",
        "nông",
        "quách",
        "chu",
        "thái",
        "thạch",
        "kim",
        "lò",
        "lường",
        "cầm",
        "giàng",
        "triệu",
        "vương",
        "lục",
        "lưu",
        "mạc",
        "ma",
        "hứa",
        "la",
        "thân",
        "thiều",
        "tăng",
        "từ",
        "tống",
        "trương",
        "đào",
        "đàm",
        "đậu",
        "đồng",
        "hầu",
        "khuất",
        "khổng",
        "kiều",
        "lại",
        "lữ",
        "nghiêm",
        "ninh",
        "ông",
        "phí",
        "phương",
        "quan",
        "sầm",
        "tôn",
        "trang",
        "trà",
        "ung",
        "văn",
        "viên",
        "y",
        "ksor",
        "siu",
        "rơ",
        "mùa",
        "sùng",
        "vàng",
        "thào",
        "hạng",
        "bàn",
        "đèo",
    ],
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
_PLACES: Final = frozenset(
    [
        "hà nội",
        "hà nam",
        "hà giang",
        "hà tĩnh",
        "lào cai",
        "cao bằng",
        "lạng sơn",
        "thái bình",
        "thái nguyên",
        "hồ chí minh",
        "đà nẵng",
        "hải phòng",
        "hải dương",
        "huế",
        "cần thơ",
        "lâm đồng",
        "đồng nai",
        "ninh bình",
        "quảng nam",
        "quảng trị",
        "vĩnh long",
        "kiên giang",
        "cà mau",
        "đắk lắk",
        "gia lai",
        "kon tum",
    ],
)


def author_line(text: str, *, trailing: bool) -> str | None:
    """The author as printed, if the line is a byline.

    Under a title (`trailing` false) a bare name must begin with a surname, since headings and
    sections stand there too; after the last paragraph any run of names is a byline.
    """
    text = text.strip()
    if len(text) > _LONGEST_LINE or not text or is_source(text):
        return None
    if label := _AUTHOR_LABEL.fullmatch(text):
        return label["names"].strip()
    roles = _ROLES.fullmatch(text)
    if roles and not _PICTURES_ONLY.match(text) and roles["names"][0].isupper():
        return text
    bare = text[1:-1].strip() if text[0] == "(" and text[-1] == ")" else text
    if trailing and _OFFICE.fullmatch(bare) and _is_short(bare):
        return bare
    after = _AFTER.fullmatch(text)
    if after and _is_short(after["names"]) and _is_somebody(after["names"]):
        return bare
    names = bare if trailing else text
    return names if _are_names(names, surname=not trailing) else None


def _is_somebody(text: str) -> bool:
    """A name, or the address of a newspaper."""
    return text[0].isupper() or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", text) is not None


def is_source(text: str) -> bool:
    """Whether the line only says where the text was taken from ("Nguồn: …")."""
    return _SOURCE.fullmatch(text.strip()) is not None


def _is_short(text: str) -> bool:
    most = 9
    return len(text.split()) <= most and not text.rstrip(")").endswith((":", ";", "?", "!", "…"))


def _are_names(text: str, *, surname: bool) -> bool:
    bare = _RANK.sub("", _POST.sub("", text)).strip().rstrip(".")
    names = [name for name in _BETWEEN.split(bare) if name]
    if not names or len(names) > _MOST_NAMES:
        return False
    if not all(_is_name(name) for name in names):
        return False
    if not surname:
        return True
    return names[0].split()[0].lower() in _SURNAMES and names[0].lower() not in _PLACES


def _is_name(text: str) -> bool:
    words = _RANK.sub("", text).split()
    longest = _LONGEST_NAME - text.isupper()  # headings are printed in capitals, too
    if not 0 < len(words) <= longest:
        return False
    if not all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    return _NOT_NAMES.search(text) is None


_OFFICE_OF_AUTHOR: Final = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Th\.S|Tiến sĩ|Thạc sĩ)\b|Học viện|Trường|Viện|Ban |Khoa |Ủy viên|"
    r"Uỷ viên|Bí thư|"
    r"Phó |Nguyên |Trưởng |Giám đốc|Chủ tịch|Vụ |Cục |Sở |Tạp chí |Hội đồng |Tỉnh ủy|Huyện ủy|"
    r"Thành ủy|Bộ Tư lệnh|Đảng ủy)[^.!?]{3,120}",
)


def is_office_of_author(text: str) -> bool:
    """What stands under an author's name: `TS, Học viện Chính trị khu vực I`."""
    return _OFFICE_OF_AUTHOR.fullmatch(text.strip("()* ")) is not None


class Dateline(NamedTuple):
    publisher: str
    end: int
    """Where the article's own words begin."""


_IN_BRACKETS: Final = re.compile(r"[(\[](?P<who>[A-ZĐ][^()\[\]\n]{0,38})[)\]]\s*[.:]?\s*[-–—]+\s*")
_DOTTED: Final = re.compile(r"(?P<who>[A-Za-z]\w*(?:\.\w+)+)\s*[-–—]+\s*(?=[\"“A-ZĐÀ-Ỹ\d])")
_CAPITALS: Final = re.compile(
    r"(?P<who>[A-ZĐƯƠÊÂĂ]{2,8}(?: (?:Online|online|Portal))?)\s*[-–—]+\s+(?=[\"“A-ZĐÀ-Ỹ\d])"
)
_PLACE: Final = re.compile(
    r"[A-ZĐÀ-Ỹ][^\n().,:;]{1,30}\((?P<who>[A-ZĐ]{2,8})(?:[ ,]+\d{1,2}/\d{1,2})?\)\s*[-–—]+\s*"
)
_BODIES: Final = frozenset(
    "HĐND UBND MTTQ UBMTTQ TP TU TW KT QP CNH VH CCHC KHCN LLVT CBCC TDTT".split()  # noqa: SIM905
)


def dateline(text: str) -> Dateline | None:
    """The publisher's mark before the first words: `(Baohatinh.vn) -`, `CTTĐT -`."""
    for form in (_IN_BRACKETS, _DOTTED, _CAPITALS, _PLACE):
        found = form.match(text)
        if found and found["who"] not in _BODIES and found.end() < len(text):
            return Dateline(found["who"].strip(), found.end())
    return None
