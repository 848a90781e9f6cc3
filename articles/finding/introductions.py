"""Words that introduce: a list of tasks, the contents of a paper, a picture."""

import re
from typing import Final

from articles.finding.phrases import folded
from articles.vietnamese import same_word

__all__ = [
    "ACCORDINGLY",
    "ANNOUNCES",
    "DUE_ALONE",
    "ENDS_OPEN",
    "GROUNDS",
    "INTRODUCES",
    "ISSUES",
    "JUST_ISSUED",
    "KEYWORDS",
    "PICTURE",
    "is_caption",
    "is_head_of_tasks",
    "is_particular",
    "is_table_head",
    "is_vague",
]

_MATTERS: Final = (
    r"(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|công\s+việc|việc|vấn\s+đề|yêu\s+cầu|quan\s+điểm"
    r"|hướng\s+giải\s+quyết)"
)
_KINDS: Final = r"""
    (?:,?\s+(?:nhiệm\s+vụ|giải\s+pháp|trọng\s+tâm|chủ\s+yếu|cụ\s+thể|cơ\s+bản|lớn|quan\s+trọng|cấp\s+bách
    |sau(?:\s+đây)?))*"""
_TO_DO: Final = r"""\s(?:cần|phải)\s+(?:tập\s+trung\s+|quan\s+tâm\s+|lưu\s+ý\s+|sớm\s+)?
    (?:thực\s+hiện|làm|triển\s+khai|quan\s+tâm|giải\s+quyết|lưu\s+ý|chú\s+ý)[^,.;:]{0,24}"""

# "Các nhiệm vụ, giải pháp …, đó là: Tăng cường …": the words before the colon only introduce.
INTRODUCES: Final = folded(
    r"""(?:[^:]*:\s*["“][^"”\n]*["”])?[^:]{0,300}?(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|biện\s+pháp|vấn\s+đề|việc|yêu\s+cầu|khâu\s+đột\s+phá)
    (?:(?!\s+như\s*:)[^:]){0,160}:\s*(?=\w)
    | [^:]{0,200}?\s(?:như\s+sau|sau\s+đây)\s*:\s*(?=\w)""",
)
ENDS_OPEN: Final = folded(
    r""":\s*$ | (?:sau|sau\s+đây|như\s+sau)\s*[:.]?\s*$
    | (?:một\s+số|các|những)\s+(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung)[^,.;:]{0,30}[.:]\s*$""",
)
# "thực hiện tốt một số nhiệm vụ.", "nêu 7 yêu cầu đối với đại hội.": which ones comes after.
_VAGUE: Final = folded(
    rf"""(?<!\w)(?:một\s+số\s+(?:nội\s+dung,?\s+)?{_MATTERS}{_KINDS}(?:[^.;:]{{0,80}}?{_TO_DO})?
    | (?:những|các)\s+{_MATTERS}{_KINDS}[^.;:]{{0,80}}?{_TO_DO}
    | (?:đề\s+nghị|đề\s+xuất|kiến\s+nghị
      |đặt\s+ra|đề\s+ra|nêu(?:\s+lên|\s+ra)?|xác\s+định|đưa\s+ra|nhấn\s+mạnh|gợi\s+mở
      |lưu\s+ý|gồm)\s+
      (?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:nhóm\s+)?(?:{_MATTERS}|công\s+tác[^,.;:]{{0,40}}?){_KINDS}
      (?:\s+(?:đối\s+với|về|trong|cho|của|cần|để)\s[^,.;:]{{0,140}})?
    | (?:thực\s+hiện|triển\s+khai)\s+(?:(?:tốt|đồng\s+bộ|hiệu\s+quả|quyết\s+liệt),?\s+)*
      (?:các|những|nhiều)\s+{_MATTERS}(?:\s+(?:sau|trên))?)\s*\.$""",
)
# "Kế hoạch … vừa được Ban Tuyên giáo Tỉnh ủy ban hành.": the paper comes before who issued it.
_IS_ISSUED: Final = r"""
    (?<!\w)(?:kế\s+hoạch|chỉ\s+thị|công\s+điện|công\s+văn|văn\s+bản|hướng\s+dẫn|chương\s+trình\s+(?:phối\s+hợp|hành\s+động))(?!\w)
    [^.;:]{0,160}?\s(?:vừa|mới)\s+được(?!\w)[^.;:]{0,80}?\s(?:ban\s+hành|phê\s+duyệt|ký|thông\s+qua)(?!\w)"""
# "Sở Y tế vừa có văn bản gửi các bệnh viện. Theo đó, …"
ISSUES: Final = folded(
    r"""(?<!\w)(?:có|ban\s+hành|ký(?:\s+kết)?|gửi|phát)\s+[^.]{0,30}?(?:văn\s+bản|công\s+văn|công\s+điện|chỉ\s+thị
    |kế\s+hoạch|hướng\s+dẫn|thông\s+báo|kết\s+luận|chương\s+trình\s+(?:phối\s+hợp|hành\s+động)|quy\s+chế\s+phối\s+hợp)(?!\w)
    |"""
    + _IS_ISSUED,
)
# "Liên đoàn Lao động tỉnh vừa ban hành kế hoạch …": what it holds comes after.
JUST_ISSUED: Final = folded(
    r"""(?<!\w)(?:vừa|mới)\s+(?:có|ban\s+hành|ký|gửi|triển\s+khai)(?!\w)[^.]{0,40}?(?:văn\s+bản|công\s+văn|công\s+điện|chỉ\s+thị
    |kế\s+hoạch|hướng\s+dẫn|chương\s+trình\s+(?:phối\s+hợp|hành\s+động))(?!\w)
    | (?<!\w)ký\s+kết\s+(?:chương\s+trình|kế\s+hoạch|quy\s+chế)\s+phối\s+hợp(?!\w)
    |"""
    + _IS_ISSUED
    + r"""
    |
    trung\s+ương(?:\s+đảng)?(?:\s+khóa\s+x[iv]*)?\s+(?:đã\s+)?ban\s+hành\s+(?:nghị\s+quyết|kết\s+luận)(?!\w)""",
)
# "UBND xã thông báo như sau:", "… triển khai kế hoạch, cụ thể như sau:": its own words follow.
ANNOUNCES: Final = folded(
    r"""(?<!\w)(?:thông\s+báo|ban\s+hành|triển\s+khai|tổ\s+chức|thực\s+hiện|hướng\s+dẫn|phân\s+công|kế\s+hoạch)(?!\w)[^:;]{0,160}?
    (?:như\s+sau|sau\s+đây|sau)\s*:$|
    (?<!\w)(?:đồng\s+chí|ông|bà|chủ\s+tịch|bí\s+thư|thủ\s+tướng|bộ\s+trưởng|thứ\s+trưởng|giám\s+đốc)(?!\w)[^:;]{0,90}?\skết\s+luận\s*:$""",
)
# "Từ kết quả thanh tra, | Chánh Thanh tra kiến nghị:": on what grounds.
GROUNDS: Final = folded(r"(?:từ|qua|trên\s+cơ\s+sở|căn\s+cứ)\s[^,:;]{4,90},\s")
ACCORDINGLY: Final = folded(r"(?:theo\s+đó|trong\s+đó|cụ\s+thể)\s*,")
_CAPTION: Final = folded(
    r"""(?:xem|đọc)\s+(?:thêm|chi\s+tiết)[^.]{0,40}?\s(?:tại|ở)(?!\w)[^.]*\.?$
    | (?:ảnh|đồ\s+họa|video|clip)\s*:
    | \(?(?:hình|ảnh)\s+(?:từ\s+internet|minh\s+họa|tư\s+liệu)\)?\s*\.?$
    | (?:^|[.\s])ảnh\s+(?:\w\.\s?\w|\w{1,3})\.?$ | \(?nguồn\s*:[^.]*$""",
)
# "Phó Chủ tịch tỉnh phát biểu tại hội nghị": under a picture, though it stands like a heading.
PICTURE: Final = folded(
    r"""(?:quang\s+cảnh|toàn\s+cảnh|một\s+góc|các\s+đại\s+biểu|đại\s+biểu|hoạt\s+động\s+tại
    |(?:đồng\s+chí\s+|ông\s+|bà\s+)?(?:phó\s+)?(?:chủ\s+tịch|bí\s+thư|bộ\s+trưởng|thứ\s+trưởng|thủ\s+tướng|tổng\s+bí\s+thư|trưởng\s+ban|giám\s+đốc|đại\s+tướng|thượng\s+tướng
    |trung\s+tướng|thiếu\s+tướng|đại\s+tá|thượng\s+tá|lãnh\s+đạo|tổng\s+thanh\s+tra|chánh)\s|(?:đồng\s+chí|ông|bà|các\s+đồng\s+chí)\s)
    [^:;]{0,110}?(?:phát\s+biểu|kết\s+luận|chủ\s+trì|trao|tặng|trình\s+bày|thăm|tham\s+quan|kiểm\s+tra|làm\s+việc|thảo\s+luận|báo\s+cáo|điều\s+hành|dâng|thắp|tại\s+hội\s+nghị|tại\s+buổi|tại\s+phiên
    |tham\s+dự|chụp\s+ảnh|trao\s+đổi)(?!\w)[^:;]*$ | (?:quang|toàn)\s+cảnh\s[^:;]*$""",
)
# "Hoàn thành trước ngày 25/5.": by when the task before it is due.
DUE_ALONE: Final = folded(
    r"(?:thời\s+(?:gian|hạn)\s+)?(?:hoàn\s+thành|xong|thực\s+hiện)(?:\s+xong)?\s*:?\s+(?:trước|chậm\s+nhất|trong|vào)[^,;]{3,48}\.?$"
)
# "Thời gian thực hiện: …": particulars of a task, no task.
_PARTICULAR: Final = folded(
    r"""(?:(?:cơ\s+quan|đơn\s+vị)\s+(?:được\s+giao\s+)?(?:thực\s+hiện|chủ\s+trì|đầu\s+mối|tham\s+mưu|chịu\s+trách\s+nhiệm|phối\s+hợp|theo\s+dõi)
    |(?:thời\s+gian(?!\s+tới)|thời\s+hạn|tiến\s+độ|kinh\s+phí|địa\s+điểm|thành\s+phần|sản\s+phẩm
    |hình\s+thức|đối\s+tượng|phạm\s+vi))
    (?:,?\s+[\w/]+){0,5}?\s*:""",
)
# "Tái cơ cấu,Đổi mới,Cổ phần hóa": the page's key words, run together.
KEYWORDS: Final = re.compile(r"(?:[^,.;:\n]{2,40},(?=\S)){3,}[^,.;:\n]{2,40}$")
_TAIL: Final = 50  # characters at the end of a line that tell a caption
_VAGUE_TAIL: Final = 280  # characters at the end of a sentence that name what comes after
# Looked for first, which is much quicker than the patterns.
_CAPTION_WORDS: Final = tuple(
    map(same_word, ("ảnh", "hình", "xem", "đọc", "họa", "video", "clip", "nguồn"))
)
_VAGUE_WORDS: Final = tuple(
    map(
        same_word,
        (
            "vụ",
            "công tác",
            "giải pháp",
            "nội dung",
            "việc",
            "vấn đề",
            "yêu cầu",
            "quan điểm",
            "hướng",
        ),
    )
)


# "TT | Nội dung công việc | Cơ quan chủ trì | Thời gian": over the rows of a plan.
_TABLE_HEAD: Final = folded(r"(?:s?tt|số\s+tt|số\s+thứ\s+tự)\s*\|")
_TABLE_OF_TASKS: Final = folded(
    r"""[^|]*\|[^|]*(?:nhiệm\s+vụ|công\s+việc|nội\s+dung|giải\s+pháp|hoạt\s+động)(?!\w)[^|]*\|.*
    (?:chủ\s+trì|thực\s+hiện|hoàn\s+thành|thời\s+(?:gian|hạn)|tiến\s+độ|phụ\s+trách|phân\s+công|đầu\s+mối)"""
)


# "Thực hiện: Thanh Loan": who made the report.
_CREDIT: Final = folded(
    r"(?:thực\s+hiện|biên\s+tập|tổng\s+hợp|thiết\s+kế|kỹ\s+thuật|nội\s+dung|tin|bài)\s*:\s*[^.:;]{3,40}$"
)


def is_caption(text: str, start: int, end: int) -> bool:
    """Whether a line says whose picture it stands under, or where more is to be read."""
    if end - start < _TAIL and _CREDIT.match(text, start, end):
        return True
    start = max(start, end - _TAIL)
    words = text[start:end]
    return any(word in words for word in _CAPTION_WORDS) and bool(_CAPTION.search(text, start, end))


def is_table_head(text: str, start: int, end: int) -> bool:
    """Whether a line names the columns of a table."""
    return _TABLE_HEAD.match(text, start, end) is not None


def is_head_of_tasks(text: str, start: int, end: int) -> bool:
    """Whether the columns of a table are what is to be done, and who does it or by when."""
    return _TABLE_OF_TASKS.match(text, start, end) is not None


def is_vague(text: str, start: int, end: int) -> bool:
    """Whether a sentence only says that there are things to be done, which follow."""
    start = max(start, end - _VAGUE_TAIL)
    words = text[start:end]
    return any(word in words for word in _VAGUE_WORDS) and bool(_VAGUE.search(text, start, end))


def is_particular(text: str, start: int, end: int) -> bool:
    """Whether a line gives a particular of a task, and none itself."""
    return _PARTICULAR.match(text, start, end) is not None
