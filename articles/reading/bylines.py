"""Who wrote it, as printed: bylines, sources, reposts."""

import re
from typing import Final, NamedTuple

from articles.reading.names import are_names, is_place
from articles.reading.publishers import credited_page, newspaper_line

_ROLE: Final = r"(?:tin|bài|ảnh|bài viết|clip|video|đồ họa|đồ hoạ|trình bày|nội dung|thực hiện)"
_ROLES: Final = re.compile(
    rf"{_ROLE}(?:(?:\s*[,&+/–-]\s*|\s+và\s+|\s+){_ROLE})*\s*:\s*(?P<names>\S.{{0,90}})",
    re.IGNORECASE,
)
# `Tin Lê Sông – Hà Núi`: the colon left out.
_BARE_ROLES: Final = re.compile(
    r"(?P<roles>(?i:(?:tin|bài)(?:(?:\s*[,&+/–-]\s*|\s+và\s+)(?:tin|bài|ảnh|clip))*))\s+"
    r"(?P<names>[^\W\d_a-z]\S*\s.{1,90})"
)
_PICTURES_ONLY: Final = re.compile(
    r"(?:ảnh|video|clip|đồ họa|đồ hoạ|trình bày|infographic|nguồn ảnh)\b[^:]{0,20}:", re.IGNORECASE
)
_AUTHOR_LABEL: Final = re.compile(
    r"\(?(?:tác giả(?: bài viết)?|người viết|bạn đọc|"
    r"người đăng(?: tin| bài viết)?|viết bởi|by|author)"
    r"\s*:\s*(?P<names>\S.{0,90}?)\)?",
    re.IGNORECASE,
)
_GLUED_SOURCE: Final = re.compile(r"(?<=[^\W\d_A-Z])(?=Theo [A-ZĐ])")  # `Minh HàTheo Đời sống`
_AFTER: Final = re.compile(r"\(?theo (?P<names>[^\W\d_].{0,70}?)\)?", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"\(?(?:P\.?V\.?|NHÓM P\.?V|B\.?B\.?T\.?|B\.?T\.?V|C\.?T\.?V|BAN BIÊN TẬP|NHÓM PHÓNG VIÊN|"
    r"TTXVN|"
    r"PHÓNG VIÊN|BAN TUYÊN GIÁO|CỘNG TÁC VIÊN|TÒA SOẠN)"
    r"(?:\s*(?:[-–/,&]|và|\(|TH|tổng hợp|biên tập|[^\W\d_]+).{0,50})?\)?",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"\(?(?i:nguồn|source|theo nguồn)\s*(?i:tin)?\s*:\s*\S.{0,100}|"
    r"\(?(?:Nguồn|NGUỒN) [A-ZĐ][\w.]*(?: [A-ZĐ][\w.]*){0,3}\)?"
)
_REPOST: Final = re.compile(
    r"\(?(?:theo )?(?P<names>[^\W\d_][^/|]{2,60}?)\s*[/|]\s*"
    r"(?P<page>[\w-]+(?:\.[a-z]{2,}){1,3})\)?",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 110
_STOPPED: Final = re.compile(r"[^\W\d_]{3}\.$")


class Repost(NamedTuple):
    author: str
    publisher: str


def author_line(text: str, *, trailing: bool) -> str | None:
    """The author as printed, if the line is a byline.

    Under a title (`trailing` false) a bare name must begin with a surname, since headings and
    sections stand there too; after the last paragraph any run of names is a byline.
    """
    text = text.strip().removesuffix("|").strip()
    if not text or len(text) > _LONGEST_LINE or is_source(text) or newspaper_line(text):
        return None
    if credited_page(text):
        return None
    bare = text[1:-1].strip() if text[0] == "(" and text[-1] == ")" else text
    if named := _labelled(text) or (bare if _follows(text) else None):
        return named
    if trailing and _OFFICE.fullmatch(bare) and _is_short(bare):
        return bare
    names = _GLUED_SOURCE.split(bare if trailing else text)[0]
    bare_roles = _BARE_ROLES.fullmatch(names)
    if bare_roles and (" " in bare_roles["roles"] or are_names(names, surname=False)):
        names = bare_roles["names"]  # `Tin Tức Sự Kiện` is a section's name
    # After a full stop it is `Tàu Sông Lam.` rather than somebody: captions stand here, too.
    surname = not trailing or _STOPPED.search(names) is not None or text.startswith("Bài ")
    return names.removesuffix(" .") if are_names(names, surname=surname) else None


def author_beside_date(rest: str) -> str | None:
    """What a line of a date says besides is its author, unless it says where."""
    return None if is_place(rest) else author_line(rest, trailing=True)


def _labelled(text: str) -> str | None:
    """`Tác giả: Hoàng Lan`, `Bài, ảnh: Hải Yến` → the name; `Bài: … - Ảnh: …` as it stands."""
    if label := _AUTHOR_LABEL.fullmatch(text):
        return label["names"].strip()
    if original := repost(text):
        return original.author
    roles = _ROLES.fullmatch(text)
    if roles is None or _PICTURES_ONLY.match(text) or not roles["names"][0].isupper():
        return None
    return text if ":" in roles["names"] else roles["names"].strip()


def _follows(text: str) -> bool:
    """`Theo TTXVN`."""
    after = _AFTER.fullmatch(text)
    return after is not None and _is_short(after["names"]) and _is_somebody(after["names"])


def _is_somebody(text: str) -> bool:
    """A name, or the address of a newspaper."""
    return text[0].isupper() or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", text) is not None


def repost(text: str) -> Repost | None:
    """`Theo Trần An/baosong.vn`: who wrote it and on whose page it was first."""
    found = _REPOST.fullmatch(text.strip())
    if found is None or not are_names(found["names"], surname=False):
        return None
    return Repost(found["names"].strip(), found["page"])


def is_source(text: str) -> bool:
    """Whether the line only says where the text was taken from ("Nguồn: …")."""
    return _SOURCE.fullmatch(text.strip()) is not None


def _is_short(text: str) -> bool:
    most = 9
    return len(text.split()) <= most and not text.rstrip(")").endswith((":", ";", "?", "!", "…"))


_OFFICE_OF_AUTHOR: Final = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Th\.S|Tiến sĩ|Thạc sĩ)\b|Học viện|Trường|Viện|Ban |Khoa |Ủy viên|"
    r"Uỷ viên|Bí thư|"
    r"Phó |Nguyên |Trưởng |Giám đốc|Chủ tịch|Văn phòng|Trung tâm|Khoa |Phòng |Báo |"
    r"Đại học|Bộ |Tổng cục|"
    r"Quân khu|Nghiên cứu viên|Giảng viên|Vụ |Cục |Sở |Tạp chí |Hội đồng |Tỉnh ủy|Huyện ủy|"
    r"Thành ủy|Bộ Tư lệnh|Đảng ủy)[^.!?]{3,120}",
)


def is_office_of_author(text: str) -> bool:
    """What stands under an author's name: `TS, Học viện Chính trị khu vực I`."""
    return _OFFICE_OF_AUTHOR.fullmatch(text.strip("()* ")) is not None
