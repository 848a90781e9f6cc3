"""Whether a word of ordering is an order: "yêu cầu", "đề nghị" and "giao" name things as often."""

import re
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.names import SPEAKER, name_at
from articles.finding.phrases import folded
from articles.finding.telling import is_long_past

__all__ = ["Orders"]

_VERBS: Final = frozenset(
    [CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.PLEDGE, CueKind.ORDER],
)
_PERSON: Final = re.compile(rf"{SPEAKER.pattern}[^,;:.]{{0,60}}$")
# "Công điện số 5 | chỉ đạo các bộ …"
_DOCUMENT: Final = folded(
    r"(?<!\w)(?:công\s+điện|công\s+văn|văn\s+bản|chỉ\s+thị|thông\s+báo|kết\s+luận)(?!\w)[^,;:]{0,60}$"
)
_AFTER_ORDER: Final = folded(r"\s*(?:,\s*)?(?:đối\s+với\s+|cho\s+)?")
_SPEAKS: Final = folded(
    r"(?:nhấn\s+mạnh|lưu\s+ý|chỉ\s+rõ|nêu\s+rõ|nhắc\s+nhở|gợi\s+mở|khuyến\s+cáo|kiến\s+nghị)(?!\w)"
)
_RESOLVES: Final = folded(r"(?:xác\s+định|thống\s+nhất|quyết\s+nghị|nhất\s+trí)(?!\w)")
# "Nghị quyết xác định: | tập trung …": a colon before what is resolved.
_COLON: Final = folded(r":\s+[\"“]?")
_MEETS: Final = folded(
    r"(?:[^.;:]{0,100}?,\s+)?(?:hội\s+nghị|đại\s+hội|cuộc\s+họp|phiên\s+họp|ban\s+(?:chấp\s+hành|thường\s+vụ)|đảng\s+ủy|huyện\s+ủy|tỉnh\s+ủy|thành\s+ủy|đảng\s+bộ|chi\s+bộ|nghị\s+quyết)(?!\w)"
)
_AFTER_URGE: Final = folded(r"\s*(?:[,:]\s*[\"“]?\s*)?(?:(?:rằng|thêm)\s+)?")
# "công việc mà Thủ tướng đã | yêu cầu": the order describes the work.
_ORDERED: Final = folded(r"(?<!\w)mà\s[^,;:.]{0,60}$")
# Who may ask, but sets nobody a task: "luật sư đề nghị", "người biểu tình yêu cầu".
_PRIVATE: Final = folded(
    r"""(?<!\w)(?:luật\s+sư|vks\w*|viện\s+kiểm\s+sát|hđxx|hội\s+đồng\s+xét\s+xử|tòa(?:\s+án)?|công\s+nhân|chủ\s+tàu|chuyên\s+gia|hộ\s+dân|bà\s+con|bị\s+cáo|bị\s+hại|bị\s+đơn|nguyên\s+đơn|đối\s+tượng|kẻ\s+(?:gian|xấu)|người\s+dân|cư\s+dân|khách\s+hàng|cổ\s+đông|nghìn\s+người|phụ\s+huynh|hành\s+khách|biểu\s+tình
    |gia\s+đình|cử\s+tri|phóng\s+viên|pv|bạn\s+đọc|lá\s+đơn|đơn|phiếu|công\s+đoàn\s+viên|khủng\s+bố|(?P<country>triều\s+tiên|hàn\s+quốc|trung\s+quốc|mỹ|nga|ukraine|israel|iran|nhật\s+bản|philippines
    |ấn\s+độ|đức|pháp|eu|nato|washington|bắc\s+kinh|moscow))(?!\w)[^,;:.]{0,24}$
    | (?:(?:nhóm|loại|nhiều|một\s+số|luồng)\s+ý\s+kiến|(?<!\w\s)có\s+ý\s+kiến)(?!\w)[^,;:.]{0,24}$
    | đe\s+dọa[^;:.]{0,24}$""",
)
# "các yêu cầu", "mục tiêu, yêu cầu": here it is a noun.
_NOUN_BEFORE: Final = folded(
    r"""(?<!\w)(?:các|những|mọi|nhiều|một|hai|ba|bốn|năm|sáu|bảy|(?<!\d)\d{1,2}|theo|về|với|đúng|trước|bảo\s+đảm|đảm\s+bảo|đáp\s+ứng(?:\s+được)?|bổ\s+sung
    |thực\s+hiện|chấp\s+nhận|bác|hướng\s+tới|giữ\s+nguyên|xem\s+xét|tiếp\s+nhận|nhận\s+được|trả\s+lời|giải\s+quyết|đặt\s+ra|có|ra|so\s+với|tiếp\s+thu|từ|(?:mục\s+tiêu|nguyên\s+tắc|nhiệm\s+vụ|mục\s+đích|quan\s+điểm
    |tiêu\s+chuẩn|nội\s+dung),)\s+$""",
)
# "việc Sở Y tế | yêu cầu tháo dỡ là …", "việc | đề nghị …": somebody's asking is talked about.
_ASKING: Final = folded(r"(?<!công\s)(?<!mọi\s)(?<!những\s)(?<!\w)(?:việc|chuyện)\s+$")
_TALKED_OF: Final = folded(
    r"(?<!công\s)(?<!\w)(?:việc|chuyện)\s+(?=[^\W\d])(?!này|đó|trên)(?P<who>[^,;:.\n]{2,60}?)\s+$"
)
# "bị Ủy ban Kiểm tra | đề nghị", "có chức năng | đề nghị …".
_UNDERGOES: Final = folded(
    r"(?<!\w)bị\s[^,;:.]{2,60}$|(?<!\w)có\s+(?:chức\s+năng|thẩm\s+quyền)(?!\w)[^;:.]{0,120}$"
)
# Who proposes a punishment to those who decide on it.
_PROSECUTES: Final = folded(
    r"(?<!\w)(?:ủy\s+ban\s+kiểm\s+tra|ubkt\w*|viện\s+kiểm\s+sát|vks\w*|cơ\s+quan\s+(?:cảnh\s+sát\s+)?điều\s+tra|công\s+tố\s+viên|công\s+an)(?!\w)[^;:.]{0,90}$"
)
_PUNISHMENT: Final = folded(
    r"[^.;:]{0,90}?(?<!\w)(?:truy\s+tố|tuyên\s+(?:phạt|bị)|xử\s+phạt\s+bị\s+cáo|mức\s+án|khai\s+trừ|cảnh\s+cáo|cách\s+chức|(?:thi\s+hành|hình\s+thức|xem\s+xét,?)\s+kỷ\s+luật)(?!\w)"
)
_REASON: Final = folded(r"(?<!\w)(?:do|vì)\s+$")  # "do yêu cầu phải …"
# "Kế hoạch đặt ra yêu cầu | triển khai …".
_SETS: Final = folded(r"(?<!\w)(?:đặt\s+ra|đề\s+ra|đưa\s+ra|nêu\s+ra|nêu)\s+$")
_NOUN_AFTER: Final = folded(
    r"""\s+(?:được(?!\s+giao)|cho\s+phép|đối\s+với\s+công\s+tác|đặt\s+ra|này|đó|của|về|trên|là|khác|mới|cao|chính(?!\s+(?:quyền|phủ|ủy))|cơ\s+bản|cấp\s+bách|tất\s+yếu|khách\s+quan|thiết\s+yếu|hàng\s+đầu|bức\s+thiết|thực\s+tiễn|nhiệm\s+vụ|tiến\s+độ|tài\s+chính
    |quản\s+lý|phát\s+triển|kỹ\s+thuật|công\s+việc)(?!\w)|\s+và\s+(?:những|các|nhiệm|nội)""",
)
# Who speaks, or "cũng": here it is a verb, whatever comes after.
_VERB_BEFORE: Final = folded(
    r"""(?<!\w)(?:cũng|còn|tiếp\s+tục|nhiều\s+lần|kiên\s+quyết|đồng\s+thời|ông|bà|đồng\s+chí|thủ\s+tướng|phó\s+thủ\s+tướng|tổng\s+bí\s+thư|chủ\s+tịch(?:\s+nước)?
    |bộ\s+trưởng|thứ\s+trưởng|bí\s+thư|chính\s+ủy|trưởng\s+đoàn|đoàn\s+công\s+tác|đoàn\s+kiểm\s+tra|đoàn\s+giám\s+sát|chỉ\s+thị|công\s+điện|công\s+văn|kết\s+luận|kế\s+hoạch
    |nghị\s+quyết|văn\s+bản|thông\s+báo|quốc\s+hội|chính\s+phủ|ban\s+bí\s+thư|bộ\s+chính\s+trị|ban\s+thường\s+vụ|ban\s+chỉ\s+đạo)\s+$""",
)
_ALL: Final = ("các ", "mỗi ", "mọi ", "toàn ", "tất cả ", "từng ")  # who is asked
# "định hướng | trong tháng 4 báo chí …", not "định hướng nghề nghiệp".
_DIRECTS: Final = folded(
    r"""định\s+hướng,?\s+(?:(?:trong\s+)?(?:thời\s+gian\s+tới|(?:tháng|quý|năm|tuần)\s+(?:\d[\d/]*|[ivx]+|tới|này)),?\s+(?=\w)
    |(?:các\s+)?(?:cơ\s+quan\s+)?(?:báo(?!\s+cáo)|đài|truyền\s+thông|thông\s+tấn)(?!\w))""",
)
# Who may direct by "chỉ thị", and what makes it a paper.
_OFFICE: Final = folded(
    r"(?<!\w)(?:ubnd|ủy\s+ban|ban|bộ|cục|sở|(?:tỉnh|thành|huyện|quân|đảng)\s+ủy)(?!\w)[^,;:.]{0,60}$"
)
_ISSUES: Final = folded(
    r"(?<!\w)(?:ban\s+hành|ra|có|ký|theo|thực\s+hiện|gửi|quán\s+triệt|của|các|những|một|bằng|nhận)\s+$"
)
_STOPS: Final = re.compile(r"[,.;:()]")
_CLOSE: Final = 60  # characters between an order and the verb, with who is to do it
_NEAR: Final = 16  # characters between an order and the verb of what is ordered
_SPEAKER: Final = 50  # characters before an order in which its speaker stands
_LEAD: Final = 24  # characters before the word that tell a noun from a verb


class Orders:
    """The words of ordering in one sentence, which begins at `start`."""

    def __init__(self, body: str, text: str, start: int) -> None:
        self.body, self.text, self.start = body, text, start

    def by_a_person(self, cue: Cue) -> bool:
        """Whether somebody in office stands before it in the clause, or what he has signed."""
        return any(
            pattern.search(self.text, self.start, cue.start) is not None
            for pattern in (_PERSON, _DOCUMENT)
        )

    def _is(self, cue: Cue, words: str) -> bool:
        return self.text[cue.start : cue.end] == words

    def is_command(self, cue: Cue) -> bool:
        """Whether "chỉ đạo" is an order: a person in office before it, a body after it."""
        return (
            self._is(cue, "chỉ đạo")
            and self.by_a_person(cue)
            and (
                self.text.startswith(":", cue.end)
                or name_at(self.body, self.text, cue.end + 1) is not None
            )
        )

    def is_directed(self, cue: Cue, following: Cue | None) -> bool:
        """Whether "định hướng" tells the press, or anybody for a time ahead, what to do."""
        if following is None or _DIRECTS.match(self.text, cue.start) is None:
            return False
        between = self.text[cue.end : following.start]
        noun = self.text.endswith(("công tác ", "việc ", "để ", "sự "), 0, cue.start)
        calls = following.kind in _VERBS and len(between) <= _CLOSE
        return calls and not noun and not _STOPS.search(between)

    def is_urged(self, cue: Cue, following: Cue | None) -> bool:
        """Whether what is to be done comes directly after "nhấn mạnh", or who is to do it.

        "lưu ý đánh giá bối cảnh", "nhấn mạnh Ban Kinh tế tiếp tục phối hợp".
        """
        if following is None or not self._is_said(cue):
            return False
        if following.kind is CueKind.DUTY:
            return self._in_one_breath(cue, following) and self.by_a_person(cue)
        directs = self.text.startswith("chỉ đạo", following.start)
        if following.kind not in {CueKind.ACT, CueKind.VERB} and not directs:
            return False
        after = _AFTER_URGE.match(self.text, cue.end)
        at = after.end() if after else cue.end
        name = name_at(self.body, self.text, at)
        named = name is not None and name.end + 1 == following.start
        # "kiến nghị" is as often a noun, or one of many things that were done.
        return named or (following.start == at and not self._is(cue, "kiến nghị"))

    def _is_said(self, cue: Cue) -> bool:
        """Whether somebody stands before "nhấn mạnh" who may ask for something."""
        speaks = cue.start > self.start and _SPEAKS.match(self.text, cue.start) is not None
        return speaks and not self._is_private(cue)

    def is_resolved(self, cue: Cue, following: Cue | None, *, ahead: bool) -> bool:
        """Whether a meeting resolves to do what follows: "Hội nghị | xác định tiếp tục …"."""
        if following is None or following.kind is not CueKind.ACT:
            return False
        colon = _COLON.match(self.text, cue.end)
        at = colon.end() if colon else cue.end + 1
        states = colon is not None and not is_long_past(self.text[self.start : cue.start])
        return (
            (states if colon else ahead)
            and following.start == at
            and _RESOLVES.match(self.text, cue.start) is not None
            and _MEETS.match(self.text, self.start) is not None
        )

    def _in_one_breath(self, cue: Cue, duty: Cue) -> bool:
        """Whether the duty belongs to it: "nhấn mạnh: Cần …", "lưu ý các đơn vị | phải …"."""
        after = _AFTER_URGE.match(self.text, cue.end)
        between = self.text[after.end() if after else cue.end : duty.start]
        return len(between) <= _CLOSE and not any(stop in between for stop in ".;:")

    def is_order(self, cue: Cue, following: Cue | None) -> bool:
        """Whether it is a verb, with somebody or something to do after it.

        `following` is the next cue of the sentence.
        """
        lead = self.text[max(0, cue.start - _LEAD) : cue.start]
        if self._binds_nobody(cue, lead):
            return False
        if self._is(cue, "giao"):
            return self._entrusts(cue, following)
        said = (
            self.text.startswith("cũng", cue.start)
            or _VERB_BEFORE.search(lead) is not None
            or self.by_a_person(cue)
        )
        if said and following is not None and following.kind not in {CueKind.EVENT, CueKind.WISH}:
            return not self._names(cue)
        if not said and self._is_noun(cue, lead, following):
            return False
        return self._calls(cue, following)

    def _binds_nobody(self, cue: Cue, lead: str) -> bool:
        """Whether it only describes, gives a reason, or comes from one who orders nobody."""
        return (
            _ORDERED.search(self.text, self.start, cue.start) is not None
            or self._is_paper(cue, lead)
            or self._is_private(cue)
            or self._is_talked_of(cue)
            or _UNDERGOES.search(self.text, self.start, cue.start) is not None
            or self._proposes_punishment(cue)
            or _REASON.search(lead) is not None
            or self.text.startswith((" mà ", " này "), cue.end)
            # "những việc cấp trên giao, xã đã …"
            or (self.text.startswith("giao", cue.start) and self.text.startswith(",", cue.end))
        )

    def _is_talked_of(self, cue: Cue) -> bool:
        """Whether the asking is what a sentence is about: "việc ông Ba | yêu cầu … là sai"."""
        if (
            self.text.find("việc", self.start, cue.start) < 0
            and "chuyện" not in self.text[self.start : cue.start]
        ):
            return False
        if _ASKING.search(self.text, self.start, cue.start):
            return True
        found = _TALKED_OF.search(self.text, self.start, cue.start)
        if found is None:
            return False
        at = found.start("who")
        name = name_at(self.body, self.text, at)
        named = name is not None and name.end == found.end("who")
        return named or self.body[at].isupper() or SPEAKER.match(self.text, at) is not None

    def _proposes_punishment(self, cue: Cue) -> bool:
        return (
            _PUNISHMENT.match(self.text, cue.end) is not None
            and _PROSECUTES.search(self.text, self.start, cue.start) is not None
        )

    def _is_paper(self, cue: Cue, lead: str) -> bool:
        """Whether "chỉ thị" is the paper: "vừa ra chỉ thị", "Chỉ thị cho các xã được gửi …"."""
        if not self.text.startswith("chỉ thị", cue.start):
            return False
        who = self.by_a_person(cue) or _OFFICE.search(self.text, self.start, cue.start)
        return not who or _ISSUES.search(lead) is not None

    def _is_private(self, cue: Cue) -> bool:
        before = max(self.start, cue.start - _SPEAKER)
        found = _PRIVATE.search(self.text, before, cue.start)
        return found is not None and not self._is_given_name(found.start("country"))

    def _is_given_name(self, at: int) -> bool:
        """Whether the name of a country is somebody's: "ông Trần | Đức Lượng", "bà | Nga"."""
        before = self.text[self.start : max(at, 0)].split()[-2:]
        if not before or before[-1] in {"ông", "bà"}:
            return bool(before)
        # "Phía | Nga": every sentence begins with a capital.
        return len(before) > 1 and self.body[at - 1 - len(before[-1])].isupper()

    def _entrusts(self, cue: Cue, following: Cue | None) -> bool:
        """Whether "giao" has a body after it; "giao ban" is a briefing."""
        at = self._after(cue)
        name = name_at(self.body, self.text, at)
        if self.text.endswith(("hội nghị ", "họp ", "buổi "), self.start, cue.start):
            return False
        if self.body.startswith("ban ", at):
            return name is not None and " " in self.text[name.start : name.end]
        if name is not None:
            return True
        # "giao Hòa Sơn chủ trì", not "giao cho Nguyễn Văn Ba 500 triệu đồng"
        near = following is not None and following.start - cue.end <= _CLOSE
        return near and self.body[at : at + 1].isupper()

    def _after(self, cue: Cue) -> int:
        after = _AFTER_ORDER.match(self.text, cue.end)
        return after.end() if after else cue.end

    def _calls(self, cue: Cue, following: Cue | None) -> bool:
        at = self._after(cue)
        if self.text[at : at + 1] in {":", '"'} or self.text.startswith(_ALL, at):
            return True
        if following is not None and following.kind in _VERBS:
            if following.start - cue.end <= _NEAR:
                return True
            # "đề nghị chi ủy bổ sung"
            between = self.text[cue.end : following.start]
            if len(between) <= _CLOSE and not _STOPS.search(between):
                return True
        return name_at(self.body, self.text, at) is not None or (
            self.body[at : at + 1].isupper() and not self.body[cue.start].isupper()
        )

    def _is_noun(self, cue: Cue, lead: str, following: Cue | None) -> bool:
        """Whether it names something; `lead` is what stands before."""
        if _SETS.search(lead) and following is not None and following.start == cue.end + 1:
            return False
        if cue.end - cue.start > len("yêu cầu"):
            return False  # "yêu cầu phải"
        if _NOUN_BEFORE.search(lead):
            return True
        named = self._names(cue) or self.text.startswith(",", cue.end)
        return named and not lead.endswith(("\n", ". "))

    def _names(self, cue: Cue) -> bool:
        """Whether what follows tells of a noun: "yêu cầu | đặt ra", not "yêu cầu | Chính phủ"."""
        after = self.body[cue.end + 1 : cue.end + 2]
        return not after.isupper() and _NOUN_AFTER.match(self.text, cue.end) is not None
