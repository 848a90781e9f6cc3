"""Forms of sentences that tell, define or quote, whatever verbs they hold."""

from typing import Final

from articles.finding.names import SPEAKER
from articles.finding.phrases import folded
from articles.vietnamese import same_word

__all__ = [
    "asked_at_end",
    "counts",
    "explains",
    "forecasts",
    "has_figures",
    "holds",
    "is_long_past",
    "legislates",
    "lists_tasks",
    "opines",
    "says_so",
    "sits",
    "stressed_at_end",
    "tells",
    "thinks_so",
]

# "Như Lênin viết: …": somebody's words are called on.
_CITES: Final = folded(
    r"theo\s+(?:chủ\s+tịch\s+)?(?:hồ\s+chí\s+minh|bác\s+hồ|bác|người|v\.i\.\s*lênin|lênin|c\.\s*mác|ph\.\s*ăngghen)\s*,|như\s+[^,;:]{2,60}\s(?:nói|viết|dạy|căn\s+dặn|khẳng\s+định|chỉ\s+rõ|nhắc\s+nhở)\s*[:,]",
)
# "Bác Hồ căn dặn các chi bộ phải …": what a classic asked of his time.
_CLASSIC: Final = folded(
    r"""[^;:]{0,120}?(?<!\w)(?:chủ\s+tịch\s+hồ\s+chí\s+minh|hồ\s+chí\s+minh|bác\s+hồ|bác|người|v\.i\.\s*lênin|lênin|c\.mác|ph\.ăngghen|c\.\s*mác
    |chủ\s+nghĩa\s+mác\s+-\s+lênin)\s+(?:đã\s+|từng\s+|luôn\s+|cũng\s+|còn\s+|thường\s+|rất\s+)*(?:căn\s+dặn|dặn|dạy|chỉ\s+rõ|khẳng\s+định|nhấn\s+mạnh|yêu\s+cầu|nói|viết
    |nhắc|chỉ\s+ra|đi\s+(?:tới|đến)|kết\s+luận|đưa\s+ra|chủ\s+trương|nhận\s+thấy|quan\s+niệm|xác\s+định|phê\s+phán|luận\s+giải|cho\s+rằng|đòi\s+hỏi|coi|xem|đề\s+nghị|kêu\s+gọi|nêu)(?!\w)""",
)
# "Tình hình sẽ tiếp tục phức tạp": a forecast.
_FORECAST: Final = folded(
    r"""(?:[^;:]{0,80}?(?<!\w)(?:tình\s+hình|diễn\s+biến|bối\s+cảnh|xu\s+hướng|nguy\s+cơ|thách\s+thức|theo\s+tính\s+toán|ước\s+tính|nếu|thời\s+tiết)(?!\w)
    |[^;:]{1,80}?\sdự\s+báo(?!\w))[^;:.]{0,160}?\s(?:sẽ|dự\s+báo|có\s+thể)(?!\w)""",
)
# "Dự báo cả năm sẽ đạt …".
_WILL_BE: Final = folded(r"(?:dự\s+báo|ước\s+tính|ước)\s[^;:.]{2,160}?\s(?:sẽ|đạt|có\s+thể)(?!\w)")
# "Vì đó là …": a reason for the sentence before, with no clause of its own to follow.
_REASON: Final = folded(
    r"(?:bởi\s+vì|bởi\s+lẽ|vì|bởi)(?!\s+(?:vậy|thế|lẽ\s+đó|mục\s+tiêu|lợi\s+ích|sự|nước|dân))\s[^,;:]*$",
)
# "Có nơi …", "Vẫn còn chi bộ …": there are some who do so.
_SOME: Final = folded(
    r"""(?:vẫn\s+)?(?:có|còn)\s+(?:nơi|lúc|khi|(?:không\s+ít|nhiều|một\s+số|một\s+vài|những)\s|chủ\s+tịch|bí\s+thư|cán\s+bộ|đảng\s+viên|cấp\s+ủy
    |chi\s+bộ|đồng\s+chí|đơn\s+vị|cơ\s+quan|địa\s+phương|tổ\s+chức|xã|huyện|người|trường\s+hợp|lãnh\s+đạo|trưởng|hộ|doanh\s+nghiệp)
    | (?:cá\s+biệt|không\s+ít|ở\s+(?:vài|một\s+số|nhiều)\s|đã\s+có|từng\s+có)(?!\w)""",
)
_MOST: Final = folded(
    r"(?:nhiều|một\s+số|một\s+bộ\s+phận|đa\s+số|phần\s+lớn|hầu\s+hết)\s(?!giải\s+pháp|nhiệm\s+vụ|việc)",
)
# "Đấu tranh … là nhiệm vụ thường xuyên": the verb is the subject of a definition.
_DEFINES: Final = folded(
    r"""(?<!\w)(?<!nhất\s)(?<!biệt\s)(?<!tức\s)(?:(?:chính|luôn)\s+là(?!\s+(?:phải|cần))(?!\w)|(?:đều\s+|cũng\s+)?(?<!vừa\s)là\s+(?:một\s+trong\s+những\s+|một\s+|những\s+)?
    (?:nhiệm\s+vụ|yêu\s+cầu|giải\s+pháp|việc\s+làm|vấn\s+đề|trách\s+nhiệm|nội\s+dung|khâu|biện\s+pháp|mục\s+tiêu|nguyên\s+tắc|nhân\s+tố
    |cần\s+thiết|cấp\s+thiết|tất\s+yếu|quan\s+trọng|phương\s+châm|đòi\s+hỏi|truyền\s+thống|điều\s+kiện|yếu\s+tố|cơ\s+sở|động\s+lực|tiền\s+đề|nền\s+tảng|quá\s+trình|chủ\s+trương
    |vũ\s+khí|quy\s+luật|thước\s+đo|chìa\s+khóa|phương\s+thức|công\s+việc|sự\s+nghiệp|cuộc\s+(?:đấu\s+tranh|cách\s+mạng)|lẽ\s+sống)(?!\w)(?!\s*:))""",
)
_TAKES_FOR: Final = folded(
    r"(?<!\w)(?:coi|xem|xác\s+định|nhận\s+thức|lấy|thật\s+sự|thực\s+sự|đây|đó|;)"
)
# "Việc … không chỉ tiết kiệm mà còn …": what is good about it.
_NOT_ONLY: Final = folded(
    r"(?:việc|qua|thông\s+qua|đây|điều)\s[^.;:]{2,160}?\skhông\s+(?:chỉ|những)(?!\w)[^.;:]*?\s(?:mà|còn)(?!\w)"
)
# "Việc giữ hai đầu mối không còn phù hợp": why something is done.
_OUTLIVED: Final = folded(
    r"(?:việc|mô\s+hình)\s[^.;:,]{2,160}?\s(?:không\s+còn|chưa|không)\s+(?:phù\s+hợp|đáp\s+ứng|cần\s+thiết)(?!\w)"
)
# "Phụ lục nêu rõ nội dung …": what a paper holds.
_HOLDS: Final = folded(
    r"""(?:phụ\s+lục|văn\s+bản|kế\s+hoạch|nghị\s+quyết|chỉ\s+thị|kết\s+luận|đề\s+án|chương\s+trình|báo\s+cáo|quy\s+định|hướng\s+dẫn|cuốn\s+sách
    |tài\s+liệu|dự\s+thảo|dự\s+án\s+luật|thông\s+tư|nghị\s+định|luật)(?!\w)[^,.;:]{0,80}?\s(?:nêu\s+rõ|nêu|gồm|bao\s+gồm|quy\s+định|đề\s+cập|trình\s+bày)\s+(?:rõ\s+|đến\s+|\d+\s+)?
    (?:nội\s+dung|nhiệm\s+vụ|mục\s+tiêu|trách\s+nhiệm|quan\s+điểm|mục\s+đích|phần|chương|những\s+nội\s+dung|các\s+nội\s+dung)(?!\w)[^:]*$
    | (?:dự\s+(?:thảo|luật)|dự\s+án\s+luật)(?!\w)[^,.;:]{0,60}?
    \s(?:quy\s+định|bổ\s+sung|sửa\s+đổi|cho\s+phép|(?:đã\s+)?giao|gồm|nêu|đề\s+xuất)(?!\w)""",
)
# "…", a lecturer said: advice of somebody who orders nobody.
_SAID: Final = folded(
    r"""["”]\s*[,–-]+\s*(?P<who>[^"“”]{3,110}?)\s(?:nói|cho\s+biết|chia\s+sẻ|kể|nhận\s+xét|bình\s+luận|tâm\s+sự|bày\s+tỏ|nhận\s+định|nhấn\s+mạnh|khẳng\s+định|nêu)(?:\s+(?:thêm|rõ))?\s*\.?$"""
)
_SAYS: Final = tuple(
    same_word(word + stop)
    for word in ("nói", "biết", "sẻ", "kể", "xét", "luận", "sự", "tỏ", "định", "mạnh", "thêm", "rõ")
    for stop in ("", ".")
)
_ASKED: Final = folded(
    r"""["”,]\s*[,–-]*\s*(?P<who>[^"“”,;:]{3,110}?)\s(?:yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|lưu\s+ý|nhắc\s+nhở|quán\s+triệt|giao\s+nhiệm\s+vụ)(?:\s+(?:thêm|rõ))?\s*\.?$"""
)
_ASKS: Final = tuple(
    same_word(word + stop)
    for word in ("cầu", "nghị", "đạo", "ý", "nhở", "triệt", "vụ", "thêm", "rõ")
    for stop in ("", ".")
)
# Đại hội XI nhấn mạnh: "…" (2): an essay quotes its sources.
_FOOTNOTED: Final = folded(
    r"""(?:nghị\s+quyết|(?:văn\s+kiện\s+)?đại\s+hội|hội\s+nghị|chỉ\s+thị|kết\s+luận|văn\s+kiện|cương\s+lĩnh|đảng\s+ta|tổng\s+bí\s+thư)(?!\w)
    [^;:]{0,120}?(?::\s*)?["“][^"“”]+["”]\s*[(\[]\d{1,2}[)\]]\s*[.;]?$"""
)
# "Chuyên gia Lê Văn A cho rằng, …", "Nhiều ý kiến cho rằng …": an opinion, whoever has it.
_OPINES: Final = folded(
    r"""(?:theo\s+)?(?:(?:một\s+số|nhiều|các|có|luồng|vị)\s+)*(?:gs|pgs|ts|ths|chuyên\s+gia|giáo\s+sư|tiến\s+sĩ|luật\s+sư|bác\s+sĩ|kiến\s+trúc\s+sư|nhà\s+(?:nghiên\s+cứu|khoa\s+học|phân\s+tích)|giảng\s+viên
    |giới\s+(?:chuyên\s+gia|phân\s+tích|quan\s+sát)|ý\s+kiến|đại\s+biểu|đb|doanh\s+nghiệp|người\s+dân|tổng\s+giám\s+đốc)(?!\w)(?P<who>[^:;]{0,110}?)
    \s(?:cho\s+(?:rằng|biết|hay)|nhận\s+định|khuyên|khuyến\s+cáo|cảnh\s+báo|đề\s+xuất|chia\s+sẻ|nhìn\s+nhận|phân\s+tích|băn\s+khoăn|bày\s+tỏ|nêu\s+quan\s+điểm|lo\s+ngại|nói)(?!\w)"""
)
# "Theo tôi, …", "Tôi nghĩ rằng …", "Thiết nghĩ …": an answer of an interview, an essay's own view.
_THINKS_SO: Final = folded(
    r"""["“]?\s*(?:theo\s+(?:(?:ý\s+kiến|quan\s+điểm|suy\s+nghĩ|góc\s+nhìn|nhận\s+thức|thiển\s+ý|cá\s+nhân|riêng)\s+)*(?:của\s+)?(?:(?:cá\s+nhân|riêng|bản\s+thân)\s+)*
    (?:chúng\s+)?tôi(?:\s+(?:nghĩ|thấy|thì))?\s*,|(?:chúng\s+)?tôi\s+(?:(?:cũng|thì|vẫn|luôn)\s+)*(?:thiết\s+nghĩ|nghĩ|cho\s+rằng)(?!\w)|thiết\s+nghĩ(?!\w))"""
)
_ANYBODY: Final = frozenset(["ông", "bà"])
# "(thứ hai từ phải sang)" under a picture.
_PICTURED: Final = folded(
    r"\([^()]{0,40}(?:từ\s+(?:phải|trái)|bên\s+(?:phải|trái)|ngoài\s+cùng|hàng\s+đầu|đứng\s+giữa|ở\s+giữa)[^()]{0,20}\)"
)
# "sẽ được", "sẽ trở thành": what is to come about, not what somebody plans to do.
_COMES_ABOUT: Final = folded(
    r"""(?<!\w)sẽ(?:\s+(?:cũng|tiếp\s+tục|còn|luôn|ngày\s+càng|mãi|sớm))*\s+(?:vinh\s+dự|được|bị|là|có\s+(?:thể|sức|tác\s+dụng|ý\s+nghĩa|thêm|cơ\s+hội|điều\s+kiện)|trở\s+thành|mang\s+lại|gặt\s+hái|thành\s+công
    |tạo\s+(?:sự|ra|nên|được|bước)|góp|ra\s+được|đem\s+lại|trả\s+lời\s+chất\s+vấn|nghe|thảo\s+luận|chủ\s+trì\s+(?:kỳ|phiên|hội|buổi|lễ)
    |dự|tham\s+dự|phát\s+biểu|trình\s+bày|biểu\s+quyết|bỏ\s+phiếu|khai\s+mạc|bế\s+mạc|diễn\s+ra|mở\s+phiên|thăm)(?!\w)
    | (?<!\w)(?:chắc\s+chắn|ắt|có\s+lẽ)\s+sẽ(?!\w)""",
)
# "Kỳ họp thứ chín dự kiến tổ chức trong 2 ngày": when an event will be.
_SCHEDULED: Final = folded(
    r"""(?:kỳ\s+họp|hội\s+nghị|đại\s+hội|lễ|buổi|giải|cuộc\s+thi|hội\s+thi|phiên\s+họp|triển\s+lãm|liên\s+hoan|ngày\s+hội|hội\s+thảo|kỳ\s+thi)(?!\w)
    [^.;:]{0,120}?\s(?:sẽ|dự\s+kiến)\s+(?:sẽ\s+)?(?:tổ\s+chức|diễn\s+ra|khai\s+mạc|kéo\s+dài|có|thông\s+qua|xem\s+xét|tiến\s+hành)(?!\w)""",
)
# "Quốc hội tiến hành …, biểu quyết": what a session does.
_SITS: Final = folded(
    r"""(?:quốc\s+hội|hđnd|hội\s+đồng\s+nhân\s+dân|(?:các\s+)?đại\s+biểu|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội|hội\s+nghị|kỳ\s+họp|đại\s+hội)(?:\s+[^\s,.;:]+){0,3}?
    \s(?:sẽ\s+)?(?:tiến\s+hành|nghe|thảo\s+luận|biểu\s+quyết|bầu|họp|cho\s+ý\s+kiến)(?!\w)
    | (?:chính\s+phủ|(?:ban\s+chấp\s+hành\s+)?trung\s+ương|ban\s+thường\s+vụ|bộ\s+chính\s+trị)
    (?:\s+[^\s,.;:]+){0,3}?\s(?:sẽ\s+)?(?:nghe|thảo\s+luận|bàn|biểu\s+quyết)(?!\w)""",
)
# "Nội dung này nằm trong …", "Đây là …": a comment on what was said.
_POINTS_BACK: Final = folded(
    r"""(?:đây|đó|điều\s+(?:này|đó)|(?:nội\s+dung|việc|vấn\s+đề|con\s+số|quy\s+định|kết\s+quả|phương\s+án|dự\s+án|mô\s+hình|hoạt\s+động|chương\s+trình|sự\s+kiện)\s+(?:này|đó|trên|như\s+(?:vậy|thế|trên)))(?!\w)"""
)
# "Nghị quyết nêu rõ: văn hóa công vụ là một bộ phận của …": what something is, not what is to be.
_STATES: Final = folded(
    r"""[^:;]{3,120}?\s(?:(?:nêu|chỉ|ghi)\s+rõ|khẳng\s+định)(?:\s+rằng|\s*[:,])?\s+["“]?
    (?:(?!(?:phải|cần|hãy|coi|xem|xác\s+định|đây|đó|nhiệm\s+vụ|giải\s+pháp|việc|trọng\s+tâm|yêu\s+cầu)(?!\w))[^\s,;:.]+\s+){1,14}?là\s+(?!phải|cần|tiếp|đẩy|tăng)"""
)
# "Đây là lỗ hổng mà ngành cần khắc phục": the duty only describes.
_POINTS_OUT: Final = folded(r"(?:đây|đó)\s+(?:chính\s+|cũng\s+)*là\s[^,;:.]{2,80}?\smà\s")
# "Quý khách cần hỏi thêm …": the page speaks to its readers.
_TO_READERS: Final = folded(r"(?:quý\s+(?:khách|vị|độc\s+giả|bạn\s+đọc)|bạn\s+đọc|độc\s+giả)(?!\w)")
# "Bổ sung quy định về …", "tiếp thu ý kiến đại biểu, …": what a draft holds.
_LEGISLATES: Final = folded(
    r"""(?:(?:sửa\s+đổi,?\s+)?bổ\s+sung\s+|sửa\s+đổi\s+)?quy\s+định\s+(?:về|việc|rõ|cụ\s+thể|khái\s+quát|chi\s+tiết|mức
    |theo\s+hướng|nguyên\s+tắc|trách\s+nhiệm)(?!\w)
    | [^.;:]{0,160}?(?<!\w)tiếp\s+thu\s+ý\s+kiến\s+(?:của\s+)?(?:các\s+)?(?:vị\s+)?đại\s+biểu
    (?!\w)""",
)
# "các chi bộ còn có một số hạn chế": how it stands with them.
_FAULTY: Final = folded(
    r"(?<!\w)(?:còn\s+(?:có\s+)?|có\s+|để\s+xảy\s+ra\s+)(?:một\s+số|nhiều|những)\s+(?:vi\s+phạm|hạn\s+chế|khuyết\s+điểm|tồn\s+tại|thiếu\s+sót|bất\s+cập)(?!\w)"
)
_COUNTED: Final = folded(
    r"""[^,;.]{0,50}?\d[\d.]*\s+(?:tổ\s+chức|đảng\s+viên|cán\s+bộ|vụ|trường\s+hợp|người|hộ|cơ\s+sở|xã|bị\s+can|đồng\s+chí|doanh\s+nghiệp|ca|lượt)(?!\w)""",
)

_HAS: Final = folded(
    r"""\s+(?:hiện\s+|đã\s+|cũng\s+)?(?:có|còn|đạt|gồm)\s+(?:(?:gần|hơn|trên|khoảng|tổng\s+số|tới|đến)\s+)?\d""",
)


def tells(text: str, begin: int, end: int, *, obliges: bool, owes: bool) -> float:
    """How much the form of a sentence speaks against its setting out something to be done.

    `obliges`: there is a duty or an order in it; `owes`: there is a duty.
    """
    total = 4.6 * bool(_CITES.match(text, begin, end) or _CLASSIC.match(text, begin, end))
    total += 2.5 * bool(_REASON.match(text, begin, end))
    total += 4.0 * bool(_TO_READERS.match(text, begin, end))
    total += 7.5 * bool(_FOOTNOTED.match(text, begin, end))
    total += 3.0 * bool(_POINTS_OUT.match(text, begin, end))
    total += 3.5 * bool(_STATES.match(text, begin, end))
    if not owes:
        total += 3.0 * bool(_FAULTY.search(text, begin, end))
        total += 2.0 * bool(_POINTS_BACK.match(text, begin, end))
        total += 3.0 * bool(_SOME.match(text, begin, end))
    if not obliges:
        total += 1.5 * bool(_MOST.match(text, begin, end))
        total += 3.0 * bool(_PICTURED.search(text, begin, end))
        total += 4.0 * bool(_COMES_ABOUT.search(text, begin, end))
        total += 4.0 * bool(_SCHEDULED.match(text, begin, end))
        total += 3.0 * _defines(text, begin, end)
    return total


def sits(text: str, at: int, end: int) -> bool:
    """Whether a session is said to hear, discuss or vote."""
    return _SITS.match(text, at, end) is not None


def forecasts(text: str, at: int, end: int, *, imperative: bool) -> bool:
    """Whether it says how things will go: "tình hình dự báo còn phức tạp"."""
    if _WILL_BE.match(text, at, end):
        return True
    return not imperative and _FORECAST.match(text, at, end) is not None


def legislates(text: str, at: int, end: int) -> bool:
    """Whether it only says what a draft provides: "bổ sung quy định về …"."""
    return _LEGISLATES.match(text, at, end) is not None


# "Việc học nghị quyết nhằm nâng cao nhận thức": what it is for.
_IS_FOR: Final = folded(
    r"(?:việc|công\s+tác|hoạt\s+động|quá\s+trình|chủ\s+trương|phong\s+trào|mô\s+hình)\s[^,;:.]{3,90}?\s(?:chính\s+là\s+|là\s+)?nhằm(?!\w)"
)
# "Xây dựng tổ chức không chỉ là việc của …": the verb is the subject of a definition.
_NOT_ONLY_IS: Final = folded(r"[^.;:,]{3,90}?\skhông\s+(?:chỉ|những)\s+là(?!\w)")


def explains(text: str, at: int, end: int) -> bool:
    """Whether it says what is good or bad about something: "việc … không chỉ … mà còn …"."""
    return any(form.match(text, at, end) for form in (_IS_FOR, _NOT_ONLY, _NOT_ONLY_IS, _OUTLIVED))


def holds(text: str, at: int, end: int) -> bool:
    """Whether a paper is said to hold something: "dự thảo luật quy định …"."""
    return _HOLDS.match(text, at, end) is not None


def says_so(text: str, start: int, end: int) -> bool:
    """Whether somebody without an office says it: "…", một giảng viên nói."""
    found = _SAID.search(text, start, end) if text.endswith(_SAYS, start, end) else None
    if found is None:
        return False
    offices = SPEAKER.findall(text, found.start("who"), found.end("who"))
    return all(office in _ANYBODY for office in offices)


def opines(text: str, start: int, end: int) -> bool:
    """Whether an expert, a deputy or a businessman says what he thinks."""
    found = _OPINES.match(text, start, end)
    return found is not None and SPEAKER.search(text, found.start("who"), found.end("who")) is None


def thinks_so(text: str, start: int, end: int) -> bool:
    """Whether somebody says what he himself thinks: "theo tôi, chi ủy cần lắng nghe hơn"."""
    return _THINKS_SO.match(text, start, end) is not None


def asked_at_end(text: str, start: int, end: int) -> bool:
    """Whether it is said last who asks for it: "…", ông Hà yêu cầu."""
    found = _ASKED.search(text, start, end) if text.endswith(_ASKS, start, end) else None
    return found is not None and SPEAKER.search(text, found.start("who"), end) is not None


def stressed_at_end(text: str, start: int, end: int) -> bool:
    """Whether it is said last who stresses it: "… phải xong trước Tết", Chủ tịch xã nhấn mạnh."""
    found = _SAID.search(text, start, end) if text.endswith(_SAYS, start, end) else None
    return found is not None and not says_so(text, start, end)


def _defines(text: str, begin: int, end: int) -> bool:
    found = _DEFINES.search(text, begin, end)
    return found is not None and not _TAKES_FOR.search(text, begin, found.start())


# "Hội nghị định hướng một số nội dung tháng 5 như: đổi mới …; chăm lo …": a list in one sentence.
_LISTS: Final = folded(
    r"""(?P<lead>(?:[^:]{0,120}:\s+)?[^:]{0,200}?(?<!\w)(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|vấn\s+đề|việc|công\s+tác|chủ\s+trương|tuyên\s+truyền)(?!\w)[^:;]{0,110}?)
    :\s+(?=\w)[^;]{8,}?;\s"""
)
_IS_TO_COME: Final = folded(
    r"""(?<!\w)(?:(?:thời\s+gian|tháng|quý|năm|giai\s+đoạn|nhiệm\s+kỳ|sắp)\s+tới|tới\s+đây|cuối\s+năm|định\s+hướng
    |(?:thống\s+nhất|xác\s+định|đề\s+ra|quyết\s+nghị)\s+(?:\w+\s+){0,3}(?:nhiệm\s+vụ|giải\s+pháp))(?!\w)"""
)
# "Đại hội III xác định nhiệm vụ: …": of the Party's meetings only the late ones bind anybody.
_LONG_PAST: Final = folded(
    r"(?<!\w)(?:năm\s+(?:19|200)\d|(?:đại\s+hội|khóa)\s+(?:i{1,3}|iv|vi{0,3}|ix)(?!\w)|(?:năm|thời\s+gian|tháng|quý|nhiệm\s+kỳ)\s+(?:vừa\s+)?qua|trước\s+đây)(?!\w)"
)


def is_long_past(text: str) -> bool:
    """Whether words name a meeting or a time whose decisions bind nobody any more."""
    return _LONG_PAST.search(text) is not None


def lists_tasks(text: str, start: int, end: int) -> bool:
    """Whether one sentence says that there are things to be done, and lists them."""
    found = _LISTS.match(text, start, end)
    if found is None or is_long_past(found["lead"]):
        return False
    return _IS_TO_COME.search(found["lead"]) is not None


def counts(text: str, at: int, end: int) -> bool:
    """Whether what had to be done is counted: "phải thi hành kỷ luật 12 đảng viên"."""
    return _COUNTED.match(text, at, end) is not None


def has_figures(text: str, at: int, end: int) -> bool:
    """Whether the predicate at `at` only gives a number: "toàn huyện có gần 400 hộ"."""
    return _HAS.match(text, at, end) is not None
