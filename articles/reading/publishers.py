"""Whose page it is, as printed: datelines, and newspapers that sign with their name."""

import re
from typing import Final, NamedTuple

_IN_BRACKETS: Final = re.compile(
    r"[(\[](?!(?:Bài|Kỳ|Phần|Tiếp|Số|Xem|Trích|Ảnh|Hình|Video|Theo|Ngày|Cập nhật|Phóng sự|"
    r"Phỏng vấn)\b)(?P<who>[A-ZĐ][^()\[\]\n]{0,38})[)\]]\s*[.:]?\s*[-–—]+\s*"
)
# Without a dash only an abbreviation or an address is sure to be one: `(STV) Ngày 2/9`.
_BARE_BRACKETS: Final = re.compile(
    r"\((?P<who>[A-ZĐ]{3,8}|[A-Za-z]\w*(?:\.\w+)+)\)\s+(?=[A-ZĐÀ-Ỹ\d“\"])"
)
_DOTTED: Final = re.compile(r"(?P<who>[A-Za-z]\w*(?:\.\w+)+)\s*[-–—]+\s*(?=[\"“A-ZĐÀ-Ỹ\d])")
_CAPITALS: Final = re.compile(
    r"(?P<who>[A-ZĐƯƠÊÂĂ]{2,8}(?: (?:Online|online|Portal))?)\s*[-–—]+\s+(?=[\"“A-ZĐÀ-Ỹ\d])"
)
# A name without blanks and marks is no word of the language: `Baosongtra - Sáng nay`.
_ADDRESS: Final = re.compile(r"(?P<who>[A-Z][a-z]{7,20})\s+[-–—]\s+(?=[\"“A-ZĐÀ-Ỹ\d])")
_PLACE: Final = re.compile(
    r"[A-ZĐÀ-Ỹ][^\n().,:;]{1,30}\((?P<who>[A-ZĐ]{2,8})(?:[ ,]+\d{1,2}/\d{1,2})?\)\s*[-–—]+\s*"
)
_BODIES: Final = frozenset(
    re.findall(r"\w+", "HĐND UBND MTTQ UBMTTQ TP TU TW KT QP CNH VH CCHC KHCN LLVT CBCC TDTT")
)
# Newspapers whose names look like people's where they sign an article.
_NEWSPAPER: Final = re.compile(
    r"(?:báo )?(?:(?:quân đội |công an |đại biểu )?nhân dân|đại đoàn kết|"
    r"(?:người )?lao động|tiền phong|thanh niên|tuổi trẻ|dân trí|dân việt|hà nội mới|"
    r"sài gòn giải phóng|phụ nữ(?: việt nam)?|công thương|giao thông|cựu chiến binh|thời nay|"
    r"tiếng nói việt nam)(?: online| điện tử)?",
    re.IGNORECASE,
)


_PUBLICATION: Final = re.compile(
    r"(?:báo (?!cáo|chí|động|hiệu|giới|đài)|tạp chí |cổng (?:thông tin|ttđt)|"
    r"trang (?:thông tin|tin)|"
    r"đài (?:phát|truyền|tiếng)|bản tin |website |chuyên trang )[^.;:!?/|]{2,70}|"
    r"[\w-]{2,}(?:\.[a-z]{2,}){1,3}|\w+(?: \w+){0,3} (?:online|điện tử)",
    re.IGNORECASE,
)
_PAPER: Final = re.compile(
    r"(?i:báo|tạp chí) (?!cáo|chí|động|hiệu)[A-ZĐÀ-Ỹ][^.,;:!?/|\d]{2,50}?(?i: điện tử| online)?"
)
_CREDIT: Final = re.compile(
    r"\(?(?:theo|nguồn(?: tin)?|theo nguồn)\s*:?\s*(?P<who>[^\s:].{1,90}?)\)?\.?", re.IGNORECASE
)
# `Bài đăng trên Tạp chí Dòng sông số 5 (11-2022)`
_PRINTED: Final = re.compile(
    r"\(?(?i:bài (?:viết )?(?:đã )?đăng (?:trên|ở|tại)) "
    r"(?P<who>(?i:báo|tạp chí) [^.,;:!?/|\d()]{2,60}?)"
    r"(?:,? (?:điện tử )?số .{1,40}|,? ngày .{1,30})?\)?\.?"
)
# `Tạp chí Dòng sông, số 5/2022`, as a line of its own
_ISSUE: Final = re.compile(
    r"(?P<who>(?i:báo|tạp chí) [^.,;:!?/|\d()]{2,60}?),? số \d[\d ()/.-]{0,20}"
)
# `Báo Trà Giang`, `Tạp chí Xây dựng Đảng`: no word but the second of a capital's is small.
_NAMED: Final = r"(?: [A-ZĐÀ-Ỹ][\w.&-]*(?: [a-zđà-ỹ]+)?){1,5}"
# Since 2025 papers and stations of a province are one: `Báo và phát thanh, truyền hình Trà Giang`.
_BROADCASTS: Final = r"(?:phát thanh|pt)(?: ?[-–,] ?| và |)(?: ?truyền hình|th)"
_STATION: Final = rf"(?:đài )?{_BROADCASTS}(?: (?:tỉnh|thành phố|tp\.?))?"
_MASTHEADS: Final = (
    rf"(?i:cơ quan )?(?i:báo)(?:{_NAMED})? (?i:và {_STATION})(?:{_NAMED})?",
    rf"(?i:{_STATION}|đài truyền hình|đài tiếng nói){_NAMED}",
    rf"(?i:báo|tạp chí|đặc san|tập san){_NAMED}(?i: điện tử| online)?",
    r"(?i:cổng|trang) (?i:thông tin|ttđt|tin điện tử)[^.,;:!?/|\d]{3,70}",
    rf"(?i:trung tâm truyền thông(?: (?:và|-) văn hóa)? (?:tỉnh|thành phố|tp\.?)){_NAMED}",
)
_MASTHEAD: Final = re.compile("|".join(_MASTHEADS))
_HOST: Final = re.compile(r"(?:www\.)?[a-z\d-]{3,}(?:\.[a-z]{2,}){0,2}\.(?:vn|com|net|org)")
# `Nông thôn mới, số 12, tháng 3-1991`; `Nghị quyết số 12, ngày 3-2-1991` is a document.
_DATED_ISSUE: Final = re.compile(
    r"(?!(?:nghị|chỉ thị|kết luận|quyết|quy|thông|kế hoạch|công văn|công điện|hướng dẫn|báo cáo|tờ"
    r"|luật|pháp|chương trình|đề án|dự|văn bản|phụ|mẫu|biểu|bài|kỳ|điều|đại hội|ubnd|hđnd|ủy ban|bộ"
    r"|sở|ban|tổ|đội|lớp|trường|số|theo)\b)"
    r"(?-i:(?P<who>[A-ZĐÀ-Ỹ][^.,;:!?/|\d()]{2,50}?)),? số \d[\d.+]*"
    r"(?:, (?:ra )?(?:(?:ngày|tháng|quý|năm) )?|[ (/-]+)[\d./ -]{1,10}"
    r"(?:(?:tháng|năm) [\d./ -]{1,10}){0,2}\)?",
    re.IGNORECASE,
)
_PRESENTS: Final = re.compile(
    r"(?P<who>(?:Báo|Tạp chí|Cổng [Tt]hông tin|Trang [Tt]hông tin)(?! cáo) [^.,;:!?/|\d]{2,60}?)"
    r"(?: xin)? (?:trân trọng |xin )?(?:giới thiệu|đăng|trích đăng|gửi đến|gửi tới)(?![^\W\d_])"
)
_OWNED: Final = re.compile(
    r"(?:©|\(c\)|copyright|bản quyền(?: thuộc)?(?: về)?|ghi rõ nguồn)\s*:?\s*(?:\d{4}\s*)?[\"“]?"
    r"(?P<who>(?:báo|tạp chí|đài|cổng thông tin) [^.,;:!?/|\"”©\d-]{2,60})",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 12


class Dateline(NamedTuple):
    publisher: str
    end: int
    """Where the article's own words begin."""
    sure: bool = True
    """A dash parts it from them."""


def newspaper_line(text: str) -> str | None:
    """The newspaper as printed, if its name is all there is on the line: `Đại Đoàn Kết`."""
    bare = text.strip("() .")
    return bare if bare[:1].isupper() and _NEWSPAPER.fullmatch(bare) else None


def page_named(text: str) -> str | None:
    """The page or newspaper that a line names, if it does nothing else."""
    return newspaper_line(text) or credited_page(text)


def credited_page(text: str) -> str | None:
    """`Theo "Báo Trà Giang"`, `(Nguồn: songtra.example)`: the page that the text was taken from."""
    text = text.strip()
    if own := _own_page(text):
        return own
    credit = _CREDIT.fullmatch(text)
    if credit is None:
        return None
    who = re.sub(r"\s*\([^()]*\)?$", "", credit["who"]).strip(" \"“”'")
    return who if is_publication(who) or newspaper_line(who) else None


def _own_page(text: str) -> str | None:
    """A line that is nothing but the page's own name, or the issue's in which it was printed."""
    if is_host(text) or (len(text.split()) <= _MOST_WORDS and _MASTHEAD.fullmatch(text)):
        return text
    printed = _PRINTED.fullmatch(text) or _ISSUE.fullmatch(text) or _DATED_ISSUE.fullmatch(text)
    return printed["who"] if printed else None


def is_host(text: str) -> bool:
    """`baotragiang.vn`: where the page stands."""
    return _HOST.fullmatch(text) is not None


def is_publication(text: str) -> bool:
    """`Báo Trà Giang điện tử`, `Tạp chí Dòng sông`: the name of one, and nothing else."""
    return len(text.split()) <= _MOST_WORDS and _PUBLICATION.fullmatch(text) is not None


def presenter(text: str) -> str | None:
    """`Tạp chí Dòng sông trân trọng giới thiệu…`: the page speaks of itself."""
    found = _PRESENTS.search(text)
    return found["who"] if found else None


def owner(text: str) -> str | None:
    """Whose page it is by its foot: `© Báo Trà Giang`, or its name alone."""
    owned = _OWNED.search(text)
    if owned:
        return owned["who"].strip()
    return text if _PAPER.fullmatch(text) else _own_page(text)


def dateline(text: str) -> Dateline | None:
    """The publisher's mark before the first words: `(Baohatinh.vn) -`, `CTTĐT -`."""
    for form in (_IN_BRACKETS, _BARE_BRACKETS, _DOTTED, _CAPITALS, _ADDRESS, _PLACE):
        found = form.match(text)
        if found and found["who"] not in _BODIES:
            return Dateline(found["who"].strip(), found.end(), form is not _BARE_BRACKETS)
    return None


def without_dateline(text: str) -> str:
    """A paragraph as it reads without the publisher's mark before its first words."""
    found = dateline(text)
    return text[found.end :] if found else text
