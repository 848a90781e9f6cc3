"""Words that introduce: a list of tasks, the contents of a paper, a picture."""

from typing import Final

from articles.finding.phrases import folded

__all__ = ["ACCORDINGLY", "CAPTION", "ENDS_OPEN", "INTRODUCES", "ISSUES", "VAGUE"]

# "Các nhiệm vụ, giải pháp …, đó là: Tăng cường …": the words before the colon only introduce.
INTRODUCES: Final = folded(
    r"""[^:]{0,300}?(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|biện\s+pháp|vấn\s+đề|việc|yêu\s+cầu)
    (?:(?!\s+như\s*:)[^:]){0,160}:\s*(?=\w)""",
)
ENDS_OPEN: Final = folded(
    r""":\s*$ | (?:sau|sau\s+đây|như\s+sau)\s*[:.]?\s*$
    | (?:một\s+số|các|những)\s+(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung)[^,.;:]{0,30}[.:]\s*$""",
)
# "thực hiện tốt một số nhiệm vụ.": which ones comes after.
VAGUE: Final = folded(
    r"""(?<!\w)một\s+số\s+(?:nội\s+dung,?\s+)?(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|công\s+việc|việc|vấn\s+đề)
    (?:,?\s+(?:nhiệm\s+vụ|giải\s+pháp|trọng\s+tâm|chủ\s+yếu|cụ\s+thể|cơ\s+bản|sau(?:\s+đây)?))*\s*\.$""",
)
# "Sở Y tế vừa có văn bản gửi các bệnh viện. Theo đó, …"
ISSUES: Final = folded(
    r"""(?<!\w)(?:có|ban\s+hành|ký|gửi|phát)\s+[^.]{0,30}?(?:văn\s+bản|công\s+văn|công\s+điện|chỉ\s+thị
    |kế\s+hoạch|hướng\s+dẫn|thông\s+báo|kết\s+luận)(?!\w)""",
)
ACCORDINGLY: Final = folded(r"(?:theo\s+đó|trong\s+đó|cụ\s+thể)\s*,")
CAPTION: Final = folded(r"(?:ảnh|đồ\s+họa|video|clip)\s*:")
