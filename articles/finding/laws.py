"""Where a law is retold: what it lays down for everybody is no task that the article sets out.

Newspapers quote laws, decrees and circulars in the verbs of orders ("Đơn vị phải mở sổ kế
toán"). Resolutions, directives and plans are quoted too, and their contents are tasks: what is
told of here is known by its kind, and by the articles and paragraphs that only laws have.
"""

from typing import Final

from articles.finding.phrases import folded

__all__ = ["cites_law", "is_laws_heading", "of_the_paper", "quotes_paper", "retells_law"]

_LAW: Final = folded(
    r"(?<!\w)(?:bộ\s+luật|luật|nghị\s+định|thông\s+tư|pháp\s+lệnh|hiến\s+pháp)(?!\w)(?!\s+sư)"
)
_REGULATION: Final = folded(r"(?<!\w)(?:nghị\s+quyết|quyết\s+định|quy\s+chế|quy\s+định)(?!\w)")
_ARTICLE: Final = folded(r"(?<!\w)điều\s+\d+\w?(?!\w)")
_LAYS_DOWN: Final = folded(r"(?<!\w)(?:quy\s+định|như\s+sau)(?!\w)")
_GUIDES: Final = folded(r"(?<!\w)(?:hướng\s+dẫn|chỉ\s+đạo)(?!\w)")
_BY: Final = folded(r"(?:theo|căn\s+cứ|tại|trong)\s[^,:]{2,160}(?=,)")
# Headings that go on with a law, or open one of its parts.
_PART: Final = folded(
    r"""\W*(?:(?:một\s+số|các|những)\s+)?(?:điều\s+\d+|chương\s+[\divx]+|quy\s+định\s+(?:về|của|chung)|quyền|nghĩa\s+vụ|đối\s+tượng|phạm\s+vi|điều\s+kiện|tiêu\s+chuẩn
    |hồ\s+sơ|trình\s+tự|thủ\s+tục|nguyên\s+tắc|giải\s+thích\s+từ\s+ngữ|hiệu\s+lực)(?!\w)"""
)
_PAPER: Final = (
    r"(?:nghị\s+quyết|quyết\s+định|chỉ\s+thị|kế\s+hoạch|kết\s+luận|chương\s+trình|đề\s+án|công\s+điện"
    r"|thông\s+báo|quy\s+định|hướng\s+dẫn|quy\s+chế|thông\s+tư|nghị\s+định|luật|pháp\s+lệnh|công\s+văn)"
)
_NAMES_PAPER: Final = folded(
    r"(?<!\w)(?:kế\s+hoạch|chương\s+trình|chỉ\s+thị|công\s+điện|kết\s+luận|công\s+văn|thông\s+báo|hướng\s+dẫn|đề\s+án)(?!\w)"
)
# "… tổ chức thực hiện Nghị quyết này": who is to see to the paper itself.
_CARRIES_OUT: Final = folded(
    rf"""(?<!\w)(?:thực\s+hiện|thi\s+hành|triển\s+khai|giám\s+sát|kiểm\s+tra|theo\s+dõi|đôn\s+đốc|quán\s+triệt|phổ\s+biến|hướng\s+dẫn|tuyên\s+truyền)
    [^.:;]{{0,80}}?(?<!\w)(?:{_PAPER}\s+này|(?:quy\s+định\s+)?tại\s+điều\s+\d)(?!\w)"""
)
# "Nghị quyết này có hiệu lực từ …": what becomes of it.
_IN_FORCE: Final = folded(
    rf"{_PAPER}(?:\s+này)?(?:\s+(?:được|đã\s+được)\s[^:;]{{0,120}}?\sthông\s+qua|\s+có\s+hiệu\s+lực|\s+(?:được\s+)?(?:thay\s+thế|bãi\s+bỏ))(?!\w)"
)


def retells_law(text: str, start: int, end: int) -> bool:
    """Whether words that introduce say that what follows is laid down in a law."""
    if not _LAYS_DOWN.search(text, start, end) or _GUIDES.search(text, start, end):
        return False
    law = _LAW.search(text, start, end)
    if law:
        return True
    article = _ARTICLE.search(text, start, end)
    return article is not None and _REGULATION.search(text, article.end(), end) is not None


def quotes_paper(text: str, start: int, end: int) -> bool:
    """Whether words that introduce name a plan, a directive or the like, which gives tasks."""
    return _NAMES_PAPER.search(text, start, end) is not None


def is_laws_heading(text: str, start: int, end: int) -> bool:
    """Whether a heading goes on with the law that is told before it."""
    return _PART.match(text, start, end) is not None


def cites_law(text: str, main: int, begin: int, end: int) -> bool:
    """Whether a sentence says first which law wants it so: "Theo Nghị định 69, người dân phải"."""
    by = _BY.match(text, begin, end)
    if by is not None:
        return _LAW.search(text, begin, max(by.end(), min(main, end))) is not None
    return _LAW.search(text, begin, min(main, end)) is not None


def of_the_paper(text: str, main: int, end: int) -> bool | None:
    """Whether a sentence says who sees to the paper in which it stands.

    False where it says what becomes of that paper, None where it says nothing of it.
    """
    if _IN_FORCE.match(text, main, end):
        return False
    return True if _CARRIES_OUT.search(text, main, end) else None
