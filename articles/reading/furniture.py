"""Lines that are furniture of the page wherever they stand, known by their own words."""

import re
from enum import Enum
from typing import Final

from articles.reading.captions import is_caption, is_picture_file
from articles.reading.draft import Reason
from articles.vietnamese import same_word

_LONGEST: Final = 420
_SHORT: Final = 60


def _fold(text: str) -> str:
    return " ".join(same_word(text).split())


def _exactly(*phrases: str) -> re.Pattern[str]:
    """Lines that are one of these, whatever the case, tone placement and outer signs."""
    folded = "|".join(_fold(phrase) for phrase in phrases)
    return re.compile(rf"[\W_]*(?:{folded})[\W_]*")


_CHROME: Final = _exactly(
    r"a[ -]*(?:a[ -+]*)*a?", r"aa\+?", r"(?:cỡ|kích thước|kiểu) chữ.{0,30}", "font size.{0,20}",
    "truy cập nội dung luôn", "skip to (?:main )?content", "bỏ qua nội dung", "đến nội dung chính",
    "chuyển đến nội dung.{0,10}", "nghe(?: bài viết| đọc bài| audio| nội dung)?",
    "đọc bài(?: viết)?",
    "giọng (?:nam|nữ)", "(?:nam|nữ) miền (?:bắc|nam|trung)",
    r"\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?",
    r"\d(?:[.,]\d+)?x", "tốc độ đọc.{0,20}", "mặc định", "tương phản", "chế độ ban đêm",
    "in bài(?: viết)?",
    "in trang", "bản in", "in", "print", "gửi (?:email|bài|cho bạn bè|bài viết.{0,15})", "email",
    "lưu bài(?: viết)?", "lưu",
    "quay (?:lại|về)(?: trang trước)?", "trở (?:về|lại)", "về trang trước", "về đầu trang",
    "lên đầu trang",
    "đầu trang", "xem ảnh", "phóng to", "previous", "next", "trước", "sau", "top", "menu",
    "xem (?:với|theo) cỡ chữ", "thu gọn", "xem nhanh", "mục lục", "đóng", "close", "tải về",
    "download",
    "quảng cáo", "advertisement", "logo", "hotline.{0,40}", "đăng nhập", "đăng ký", "trang chủ",
    "home",
    "tiếng việt", "english", "vietnamese", "đọc nhiều", "rss", "sitemap", "tìm kiếm", "search",
    "đang tải.{0,20}", "loading.{0,10}", "image", "video", "clip", "play", "pause",
    "your browser does not.*",
    "trình duyệt không hỗ trợ.*",
)  # fmt: skip
_SHARE: Final = _exactly(
    "chia sẻ(?: (?:bài viết|qua|lên|facebook|zalo|link).{0,30})?", "share(?: on .{0,20})?",
    "facebook",
    "twitter", "zalo", "messenger", "telegram", "linkedin", "pinterest", "youtube", "tweet",
    "thích", "like",
    r"like \d+", r"thích \d+", "(?:sao chép|copy) (?:liên kết|link|đường dẫn)", "copy",
    "theo dõi .{0,60}google news.{0,20}",
    ".{0,60}trên google news", "google news",
    "theo dõi .{0,60}(?:facebook|zalo|youtube|fanpage).{0,30}",
    "đánh giá(?: bài viết| của bạn)?.{0,20}", "xếp hạng.{0,30}", "click để đánh giá bài viết",
    r"tổng số điểm của bài viết.{0,60}", "bình chọn.{0,20}", r"(?:\d+ )?bình luận", r"\d+ thích",
    "facebook zalo.*",
    "hãy là người đầu tiên.{0,40}",
    "quan tâm (?:báo|trang).{0,40}zalo.{0,20}",
)  # fmt: skip
_CONTENTS_LABEL: Final = _exactly(
    "(?:những )?nội dung chính(?: của bài viết)?", "nội dung bài viết", "trong bài viết này",
    "tóm tắt(?: nội dung| bài viết)?", "điểm chính",
)  # fmt: skip
_COUNTER: Final = re.compile(
    r"[\W_]*(?:(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|tải)|đã xem|đã đọc|xem|views?|hits?|"
    r"đang (?:truy cập|online|xem)|"
    r"(?:tổng|tổng số|số)(?: lượt| số| người)* (?:truy cập|online|xem|lượt)|hôm nay|hôm qua|"
    r"tuần này|tuần trước|"
    r"tháng này|tháng trước|năm nay|tất cả|trực tuyến|khách(?: viếng thăm| online)?|"
    r"thành viên(?: online)?|máy chủ tìm kiếm|bot)"
    r"\s*:?\s*\(?[\d.,\s]+\)?(?:lượt|lần|người)?(?:\s*(?:xem|đọc|truy cập))?[\W_]*"
    r"|[\W_]*[\d.,\s]+(?:lượt|lần|người)? ?(?:xem|đọc|views?|truy cập|bình luận|chia sẻ|"
    r"thích)[\W_]*"
    r"|[\W_]*[\d.,]+[\W_]*|(?:id|mã)(?: bài| tin)?: ?\d+",
)
_LINK: Final = re.compile(
    r"\s*(?:>{2,}|»|►|▶|☛|👉|➡|⇒|\[?(?:Xem thêm|XEM THÊM|Đọc thêm|ĐỌC THÊM|Mời xem|"
    r"Mời đọc)\]?\s*[:>»])"
)
_TAGS: Final = re.compile(
    r"[\W_]*(?:tags?|từ khóa|từ khoá|keywords?|chủ đề|thẻ)\s*(?:bài viết)?\s*(?::|$).*",
    re.IGNORECASE,
)
# `Mặt trận,Đại hội,Nhân dân,…`: words as a machine strings them together.
_TAG_LIST: Final = re.compile(r"[^,.:;!?]{2,60}(?:,[^\s,.:;!?][^,.:;!?]{1,60}){4,}")
_INVITATION: Final = re.compile(
    r"[\W_]*(?:kính |trân trọng )?mời (?:quý |các )?(?:vị|bạn|độc giả|bạn đọc|khán giả|thính giả)\b"
    r".{0,60}?\b(?:theo dõi|đón xem|đón đọc|xem|đọc|truy cập|vào|tham gia bình luận|gửi|chia sẻ|"
    r"quan tâm)\b.*",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(r"Chủ đề\s+(?=[A-ZĐÀ-Ỹ])[^.:;]{3,90}")
_CRUMBS: Final = re.compile(
    r"(?:(?:trang chủ|home|trang nhất)\s*(?:[>›»/|\\→•-]|$)|"
    r"[^>›»]{2,50}\s[>›»]\s?[^>›»]{2,50}(?:[>›»]|$)|(?:bạn )?đang ở:).*",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"[\W_]*(?:©|copyright|bản quyền (?:thuộc|©|\d)|cơ quan chủ quản|giấy phép (?:số|xuất bản|"
    r"hoạt động|thiết lập|báo|ttđt|mxh)|"
    r"(?:phó )?tổng biên tập\s*:|chịu trách nhiệm (?:nội dung|chính|xuất bản)|"
    r"trưởng ban biên tập|(?:địa chỉ|trụ sở|tòa soạn|toà soạn|trụ sở chính)\s*:|"
    r"(?:điện thoại|đt|tel|fax|email|e-mail|website|đường dây nóng)\s*:|ghi rõ nguồn|"
    r"all rights reserved|thiết kế (?:bởi|web)|"
    r"powered by|designed by|phát triển bởi|® ?ghi rõ)",
    re.IGNORECASE,
)  # fmt: skip


class Section(Enum):
    """What a line opens at the foot of a page, or in a box beside the text."""

    RELATED = Reason.RELATED
    COMMENT = Reason.COMMENT
    FOOTER = Reason.FOOTER
    COUNTER = Reason.COUNTER


_WHAT: Final = (
    r"(?:tin|bài|bài viết|tin bài|tin, bài|các tin|các bài|những tin|tin tức|nội dung|bài báo|"
    r"tin/bài|các tin, bài)"
)
_SECTIONS: Final = (
    (
        Section.RELATED,
        _exactly(
            rf"{_WHAT}(?: viết| bài| tức)* (?:khác|liên quan|cùng (?:chuyên )?mục|cùng chủ đề|"
            rf"cùng loại|mới(?: hơn| nhất| đăng)?|"
            r"cũ hơn|nổi bật|đã đưa|đã đăng|trước|tiếp theo|đọc nhiều(?: nhất)?|"
            r"xem nhiều(?: nhất)?|tham khảo|hay).{0,30}",
            "đọc thêm", "xem thêm", "đọc nhiều(?: nhất)?", "xem nhiều(?: nhất)?",
            "có thể bạn quan tâm", "liên quan",
            "cùng (?:chuyên mục|chủ đề|mục|tác giả)", "mới nhất", "(?:tin )?nổi bật",
            "dành cho bạn", "bạn có thể quan tâm",
            "đừng bỏ lỡ", "tin (?:ảnh|video)", "video clip", "thư viện (?:ảnh|video).{0,20}",
            "chuyên mục khác", "các ý kiến khác",
            "những tin (?:mới|cũ|khác).{0,20}", "tiêu điểm", "tin đọc nhiều", "bài đọc nhiều",
            "sự kiện nổi bật", "tin mới cập nhật",
            "related (?:news|articles|posts)", "tin (?:trong nước|địa phương) khác",
            "văn bản mới(?: ban hành)?", "quan tâm nhiều",
        ),
    ),
    (
        Section.COMMENT,
        _exactly(
            r"(?:gửi |viết )?(?:phản hồi|bình luận)(?: của bạn| bài viết| mới)?(?: ?\(\d+\))?",
            r"ý kiến(?: của)? (?:bạn đọc|độc giả|bạn)(?: ?\(\d+\))?.{0,20}",
            "ý kiến bình luận.{0,10}", "gửi ý kiến.{0,30}",
            "để lại (?:bình luận|một bình luận|phản hồi).{0,30}", "viết bình luận.{0,30}",
            "comments?.{0,10}",
            "bình luận bằng tài khoản.{0,40}", "họ (?:và )?tên(?: ?:)?",
            "nội dung bình luận.{0,20}", "leave a (?:reply|comment)",
        ),
    ),
    (
        Section.COUNTER,
        _exactly(
            "thống kê truy cập", "lượt truy cập", "tìm kiếm theo ngày", "tìm theo ngày", "thống kê",
            "số lượt truy cập", "lịch công tác", "xem theo ngày.{0,30}", "thăm dò ý kiến",
            "liên kết (?:web(?:site)?|trang).{0,20}", "website liên kết", "bộ đếm",
        ),
    ),
)  # fmt: skip


def section_opened(text: str) -> Section | None:
    """The part of the page that a line opens ("Đọc thêm", "Phản hồi", "Thống kê truy cập")."""
    if len(text) > _SHORT + 20:
        return Section.FOOTER if _is_footer(text) else None
    folded = _fold(text)
    for section, form in _SECTIONS:
        if form.fullmatch(folded):
            return section
    return Section.FOOTER if _is_footer(text) else None


def _is_footer(text: str) -> bool:
    longest = 300
    return len(text) <= longest and _FOOTER.match(text) is not None


def is_contents_label(text: str) -> bool:
    """Stands over a summary or a list of headings at the head of an article, and nowhere else."""
    return len(text) <= _SHORT and _CONTENTS_LABEL.fullmatch(_fold(text)) is not None


def is_breadcrumb(text: str) -> bool:
    longest = 200
    return len(text) <= longest and _CRUMBS.fullmatch(text) is not None


_FURNITURE: Final = (
    (Reason.WIDGET, _CHROME),
    (Reason.SHARE, _SHARE),
    (Reason.COUNTER, _COUNTER),
)


def furniture(text: str) -> Reason | None:
    """What a line is, if it is furniture whatever stands around it."""
    if len(text) > _LONGEST:
        return None
    if _LINK.match(text):
        return Reason.RELATED
    if is_picture_file(text) or is_caption(text):
        return Reason.CAPTION
    if _INVITATION.fullmatch(text):
        return Reason.SHARE
    if _TAG_LIST.fullmatch(text):
        return Reason.TAGS
    return _short_furniture(text) if len(text) <= 2 * _SHORT else None


def _short_furniture(text: str) -> Reason | None:
    folded = _fold(text)
    if not any(map(str.isalnum, folded)):
        return Reason.WIDGET
    for reason, form in _FURNITURE:
        if form.fullmatch(folded):
            return reason
    if _TAGS.fullmatch(text) or _TOPIC.fullmatch(text):
        return Reason.TAGS
    return Reason.MENU if is_breadcrumb(text) else None
