"""Lines that are furniture of the page wherever they stand, known by their own words."""

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from articles.reading.captions import is_caption, is_picture_file, is_toolbar
from articles.reading.draft import Reason
from articles.vietnamese import same_word

_LONGEST: Final = 420
_SHORT: Final = 60


def _fold(text: str) -> str:
    return " ".join(same_word(text).split())


def _row_of(*phrases: str) -> re.Pattern[str]:
    """Lines that are two or more of these, one after the other."""
    folded = "|".join(_fold(phrase) for phrase in phrases)
    return re.compile(rf"[\W_]*(?:(?:{folded})(?:[\W_]+|$)){{2,}}")


def _exactly(*phrases: str) -> re.Pattern[str]:
    """Lines that are one of these, whatever the case, tone placement and outer signs."""
    folded = "|".join(_fold(phrase) for phrase in phrases)
    return re.compile(rf"[\W_]*(?:{folded})[\W_]*")


_CHROME: Final = _exactly(
    r"a[ -]*(?:a[ -+]*)*a?", r"aa\+?", r"(?:cỡ|kích thước|kiểu) chữ.{0,30}", "font size.{0,20}",
    "(?:tăng|giảm) (?:cỡ|kích thước) chữ", "xem (?:với|theo) cỡ chữ.{0,20}",
    "chọn (?:cỡ chữ|giọng đọc|ngôn ngữ).{0,20}", "tương phản", "mặc định", "toàn màn hình",
    "chế độ (?:ban đêm|đọc|tối|sáng).{0,10}", "(?:bật|tắt) thông báo",
    "truy cập nội dung luôn", "skip to (?:main )?content", "bỏ qua nội dung", "đến nội dung chính",
    "chuyển đến nội dung.{0,10}", "nghe(?: bài viết| đọc bài| audio| nội dung| tin| báo nói)?",
    "đọc bài(?: viết)?", "đọc báo nói", "audio", "giọng (?:nam|nữ)",
    "(?:nam|nữ) miền (?:bắc|nam|trung)", r"\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?",
    r"\d(?:[.,]\d+)?x", "tốc độ đọc.{0,20}", "in(?: bài| tin| trang)?(?: viết| này)?", "bản in",
    "print", "gửi(?: (?:email|bài|cho bạn bè|qua mail|tòa soạn))?(?: viết.{0,15})?", "email",
    "lưu(?: bài| tin)?(?: viết| này)?", "báo lỗi", "góp ý", "đóng",
    "quay (?:lại|về)(?: trang trước| đầu trang)?", "trở (?:về|lại)", "về trang (?:trước|chủ)",
    "(?:về |lên )?đầu trang", "xem (?:ảnh|hình)(?: lớn| gốc)?", "phóng to", "thu (?:gọn|nhỏ)",
    "previous", "next", "trước", "sau", "trang (?:trước|sau)", "top", "menu", "close", "xem nhanh",
    "mục lục", "tải về", "download", "quảng cáo", "advertisement", "logo", "hotline.{0,40}",
    "đăng nhập", "đăng ký(?: nhận (?:tin|bản tin).{0,30})?", "trang chủ", "home",
    "tiếng việt", "english", "vietnamese", "rss", "sitemap", "sơ đồ (?:site|trang|web.{0,10})",
    "tìm kiếm(?: nâng cao)?", "search", "nhập (?:email|từ khóa|mã).{0,30}",
    "mã (?:xác nhận|bảo mật)",
    "xem (?:tất cả|toàn bộ|chi tiết|tiếp)", "chi tiết", "mở rộng",
    "(?:click|bấm|nhấn|kích)(?: chuột)?(?: vào)?(?: đây| để).{0,40}",
    "(?:(?:xem|tải|đọc|chi tiết|download)(?: .{1,60})? )?tại đây",
    r"(?:quý khách|quý vị|bạn|bạn đọc|độc giả)\b.{1,60} (?:đặt câu hỏi|liên hệ|gửi) .{0,30}tại đây",
    "(?:file|tệp|tập tin|tài liệu|văn bản)(?: tin)? đính kèm.{0,40}", "page content",
    "(?:web content )?image(?: banner)?", "[a-z]+'s picture", "analytics?", "news",
    "(?:đang tải|loading|xin chờ).{0,20}", "video", "clip", "play", "pause",
    "thời tiết", "giá vàng", "tỷ giá(?: ngoại tệ)?", "chứng khoán", "lịch vạn niên", "xổ số",
    r"(?:[^\d°]{2,25} )?\d{1,2} ?°c?(?: ?[-/] ?\d{1,2} ?°c?)?",
    "your browser does not.*", "trình duyệt không hỗ trợ.*", "liên kết web(?:site)?",
)  # fmt: skip
_BUTTONS: Final = _row_of(
    "mặc định", "(?:chọn )?(?:cỡ|kích thước|kiểu) chữ", "font size", "tương phản", "đọc bài viết",
    "(?:bản )?in(?: bài(?: viết)?| trang)?", "gửi (?:email|bài(?: viết)?|cho bạn bè)", "lưu tin",
    "quay lại", "a[-+]?", "đánh giá", "phản hồi", "chia sẻ", "nghe (?:bài|audio)",
)  # fmt: skip
_NETWORK: Final = (
    r"(?:facebook|twitter|zalo|messenger|telegram|linkedin|pinterest|youtube|instagram|tiktok|"
    r"viber|zing ?me|google ?\+|email|print|fanpage)"
)
_SHARE: Final = _exactly(
    r"chia sẻ(?: (?:bài viết|qua|lên|facebook|zalo|link|với|tin).{0,30})?(?: ?:? ?\d+)?",
    "share(?: on .{0,20})?", _NETWORK, "tweet", r"(?:thích|like)(?: \d+)?", r"\d+ thích",
    "(?:sao chép|copy)(?: (?:liên kết|link|đường dẫn))?", "google news", ".{0,60}trên google news",
    "theo dõi .{0,60}(?:google news|facebook|zalo|youtube|fanpage|tiktok).{0,30}",
    f"(?:follow|kết nối)(?: .{{1,30}})? {_NETWORK}.{{0,20}}",
    f"{_NETWORK}(?:[ |/•-]+{_NETWORK})+.*",
    rf"(?:(?:chia sẻ(?: lên| qua)?|{_NETWORK}|in bài|in trang|gửi (?:cho bạn bè|bài|email)|lưu bài|"
    r"bình luận|thích|copy link|tweet)[ |/•-]*){3,}",
    "đánh giá(?: bài viết| của bạn)?.{0,20}", "xếp hạng.{0,30}", "click để đánh giá bài viết",
    r"tổng số điểm của bài viết.{0,60}", "bình chọn.{0,20}", r"(?:\d+ )?bình luận",
    "facebook zalo.*", "hãy là người đầu tiên.{0,40}", "quan tâm (?:báo|trang).{0,40}zalo.{0,20}",
)  # fmt: skip
_CONTENTS_LABEL: Final = _exactly(
    "(?:những )?nội dung chính(?: của bài viết)?", "nội dung bài viết", "trong bài viết này",
    "tóm tắt(?: nội dung| bài viết)?", "điểm chính",
)  # fmt: skip
_COUNTER: Final = re.compile(
    r"[\W_]*(?:(?:số )?(?:lượt|lần)(?: người)? (?:xem|đọc|truy cập|tải)|đã (?:xem|đọc|truy cập)|"
    r"xem|views?|hits?|visitors?|online|"
    r"đang (?:truy cập|online|xem)|"
    r"(?:tổng|tổng số|số)(?: lượt| số| người)* (?:truy cập|online|xem|lượt)|hôm nay|hôm qua|"
    r"tuần này|tuần trước|"
    r"tháng này|tháng trước|năm nay|tất cả|trực tuyến|khách(?: viếng thăm| online)?|"
    r"thành viên(?: online)?|máy chủ tìm kiếm|bot)"
    r"\s*:?\s*\(?[\d.,\s]+\)?(?:lượt|lần|người)?(?:\s*(?:xem|đọc|truy cập))?[\W_]*"
    r"|[\W_]*[\d.,\s]+(?:lượt|lần|người)? ?(?:xem|đọc|views?|truy cập|bình luận|chia sẻ|"
    r"thích)[\W_]*"
    r"|(?:số )?lượt(?: người)? (?:xem|đọc)\s*:?\s*[\d.,]*\s*(?:bản in|in|quay lại).*"
    r"|[\W_]*[\d.,]+[\W_]*|(?:id|mã)(?: bài| tin)?: ?\d+",
)
_LINK: Final = re.compile(
    r"\s*(?:>\s?>|>{2,}|»|►|▶|☛|👉|➡|⇒|\[?(?:Xem thêm|XEM THÊM|Đọc thêm|ĐỌC THÊM|Mời xem|"
    r"Mời đọc)\]?\s*[:>»]|=>{1,2} ?|(?:ĐỌC THÊM|XEM THÊM|TIN LIÊN QUAN) (?=[A-ZĐ“\"]?\w+ \w+ \w+)|"
    r"Xem thêm (?=[A-ZĐ“\"'])(?!.*\.$))"
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
# What a newspaper asks of those who write to it.
_RULES_OF_COMMENTS: Final = re.compile(
    r"(?=.*\b(?:vui lòng|đề nghị|có quyền|hoan nghênh|gõ)\b).{0,160}"
    r"\b(?:ý kiến|bình luận|phản hồi)\b.{0,60}\b(?:bạn đọc|độc giả|của bạn|quý vị)\b.{0,260}?"
    r"\b(?:trước khi xuất bản|gõ (?:tiếng việt|có dấu)|tiếng việt có dấu|không (?:sử dụng|đăng)|"
    r"quyền biên tập|sẽ được (?:biên tập|kiểm duyệt|xét duyệt))\b.*",
    re.IGNORECASE,
)
_POLL: Final = re.compile(r".{0,300}\b(?:bình chọn|biểu quyết)\W+xem kết quả\b.*", re.IGNORECASE)
# What the desk says of an article: `(*) Đầu đề do Tòa soạn đặt`.
_OF_DESK: Final = re.compile(
    r"[\W_]*(?:bài (?:viết|báo)(?: này| trên)? (?:chỉ )?(?:thể hiện|là) (?:quan điểm|góc nhìn|"
    r"ý kiến|suy nghĩ)|(?:tên|đầu đề|tiêu đề|tựa(?: đề)?|tít)(?: bài| phụ| và| các| viết)*"
    r"(?: (?:của )?(?:bài|trong bài))? (?:do|là của) (?:tòa soạn|toà soạn|ban biên tập|bbt|người)|"
    r"bài viết không (?:nhất thiết )?(?:thể hiện|phản ánh) (?:quan điểm|ý kiến))\b.*",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(r"Chủ đề\s+(?=[A-ZĐÀ-Ỹ])[^.:;]{3,90}")
_CRUMBS: Final = re.compile(
    r"(?:(?:trang chủ|home|trang nhất)\s*(?:[>›»/|\\→•-]|$)|"
    r"[^>›»]{2,50}\s[>›»]\s?[^>›»]{2,50}(?:[>›»]|$)|(?:bạn )?đang ở:).*",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"[\W_]*(?:©|copyright|bản quyền (?:thuộc|©|\d)|(?:cơ quan|đơn vị) (?:chủ quản|"
    r"quản lý|vận hành)|"
    r"(?:số )?giấy phép\s*(?:số|xuất bản|hoạt động|thiết lập|báo|ttđt|mxh|:)|gpxb|"
    r"(?:phó )?tổng biên tập\s*:|chịu trách nhiệm (?:nội dung|chính|xuất bản)\s*[:-]|"
    r"chịu trách nhiệm (?:nội dung|chính|xuất bản)$|"
    r"(?:phó )?trưởng ban(?: biên tập| trị sự)?\s*:|ban biên tập\s*:|quản trị mạng|"
    r"(?:địa chỉ|trụ sở|tòa soạn|toà soạn|trụ sở chính|văn phòng đại diện)\s*:|"
    r"tòa soạn(?: và)? trị sự|(?:số )?(?:điện thoại|đt|tel|fax|email|e-mail|website|đường dây nóng|"
    r"hotline|fanpage|hộp thư)\s*:|(?:yêu cầu |vui lòng |đề nghị |xin )?ghi rõ nguồn|"
    r"cơ quan ngôn luận của|không (?:được )?sao chép|liên hệ (?:quảng cáo|tòa soạn)|"
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
    r"(?:(?:các |những )?(?:tin|bài|bài viết|tin bài|tin, bài|tin tức|nội dung|bài báo|tin/bài|"
    r"thông tin|thông báo|văn bản|tài liệu|hình ảnh|video|sự kiện|chủ đề|chuyên mục))"
)
_SECTIONS: Final = (
    (
        Section.RELATED,
        _exactly(
            rf"{_WHAT}(?: viết| bài| tức)* (?:khác|liên quan|cùng (?:chuyên )?mục|cùng chủ đề|"
            rf"cùng loại|cùng sự kiện|mới(?: hơn| nhất| đăng| ban hành| cập nhật)?|"
            r"cũ hơn|nổi bật|(?:đã|vừa) đưa|(?:đã|vừa) đăng|trước(?: đó)?|tiếp theo|kế tiếp|sau|"
            r"đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|tham khảo|hay|tiêu điểm|nóng).{0,30}",
            "đọc thêm", "xem thêm", "đọc nhiều(?: nhất)?", "xem nhiều(?: nhất)?",
            "(?:bạn )?có thể (?:bạn )?quan tâm", "liên quan", "dòng sự kiện",
            "cùng (?:chuyên mục|chủ đề|mục|tác giả)", "mới (?:nhất|cập nhật)", "(?:tin )?nổi bật",
            "dành cho bạn", "gợi ý (?:cho bạn|bài viết).{0,10}", "bạn đọc quan tâm",
            "đừng bỏ lỡ", "tin (?:ảnh|video)", "video clip", "thư viện (?:ảnh|video).{0,20}",
            "ảnh (?:hoạt động|đẹp)", "các ý kiến khác",
            "những tin (?:mới|cũ|khác).{0,20}", "tiêu điểm", "(?:tin|bài) đọc nhiều",
            "tin mới cập nhật", "related (?:news|articles|posts)", "(?:newer|older) news items",
            "tin (?:trong nước|địa phương) khác", "quan tâm nhiều", "tin tài trợ",
        ),
    ),
    (
        Section.COMMENT,
        _exactly(
            r"(?:gửi |viết |đăng )?(?:phản hồi|bình luận|nhận xét)(?: của bạn| bài viết| mới)?"
            r"(?: ?\(\d+\))?", "phản hồi ?gửi bình luận",
            r"ý kiến(?: của)? (?:bạn đọc|độc giả|bạn)(?: ?\(\d+\))?.{0,20}",
            "ý kiến (?:bình luận|phản hồi|đóng góp).{0,10}", "gửi ý kiến.{0,30}",
            "để lại (?:bình luận|một bình luận|phản hồi).{0,30}", "viết bình luận.{0,30}",
            "comments?.{0,10}", "(?:vui lòng |hãy )?đăng nhập để (?:gửi )?bình luận.{0,20}",
            "bình luận bằng tài khoản.{0,40}", "họ (?:và )?tên(?: ?:)?",
            "nội dung bình luận.{0,20}", "leave a (?:reply|comment)",
        ),
    ),
    (
        Section.COUNTER,
        _exactly(
            r"(?:tổng )?(?:số )?(?:lượt |người )?(?:người )?(?:đang )?(?:truy cập|online|"
            r"trực tuyến)",
            "thống kê truy cập", "số lượt người (?:xem|đọc).{0,20}", "tìm kiếm theo ngày",
            "tìm theo ngày", "thống kê", "số lượt truy cập", "lịch công tác",
            "xem theo ngày.{0,30}",
            "thăm dò (?:ý kiến|dư luận)", "liên kết (?:web(?:site)?|trang|ngoài).{0,20}",
            "website liên kết", "bộ đếm",
        ),
    ),
)  # fmt: skip


@lru_cache(maxsize=4_096)  # asked of each line more than once, and menus are the same everywhere
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
    (Reason.WIDGET, _BUTTONS),
    (Reason.SHARE, _SHARE),
    (Reason.COUNTER, _COUNTER),
)
_LINES: Final = (
    ("mời ", Reason.SHARE, _INVITATION),
    ("có dấu", Reason.COMMENT, _RULES_OF_COMMENTS),
    ("trước khi xuất bản", Reason.COMMENT, _RULES_OF_COMMENTS),
    ("", Reason.FOOTER, _OF_DESK),
    ("xem kết quả", Reason.WIDGET, _POLL),
    (",", Reason.TAGS, _TAG_LIST),
)


@lru_cache(maxsize=4_096)
def furniture(text: str) -> Reason | None:
    """What a line is, if it is furniture whatever stands around it."""
    if len(text) > _LONGEST:
        return None
    if _LINK.match(text):
        return Reason.RELATED
    if is_picture_file(text) or is_toolbar(text) or is_caption(text):
        return Reason.CAPTION
    folded = text.lower()
    for word, reason, form in _LINES:
        if word in folded and form.fullmatch(text):
            return reason
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
