"""What a phrase of the tables means where it stands: the same words order, tell and describe."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.names import SPEAKER, name_at
from articles.finding.orders import Orders
from articles.finding.phrases import folded
from articles.finding.telling import lists_tasks

__all__ = ["Senses", "without_settled"]

# Without a subject, among things to be done: "Đồng thời chia sẻ …", "Lưu ý việc …".
_AT_HEAD: Final = frozenset([CueKind.PRAISE, CueKind.URGE, CueKind.EFFECT])
_CALLS: Final = frozenset([CueKind.ACT, CueKind.DUTY, CueKind.ORDER, CueKind.PLEDGE])
# "Thủ tướng đánh giá, …": how he sees it.
_SAYS_SO: Final = folded(r"(?:đánh\s+giá|phân\s+tích|xác\s+định|nhận\s+thức)(?:\s*,|\s+rằng)")
# "là những mục tiêu | cần hướng đến", "nội dung | phải công khai": the duty describes a thing.
_DESCRIBES: Final = folded(
    r"""(?<!\w)là\s+(?:những|một|vấn\s+đề|mục\s+tiêu|(?:các\s+)?(?:nội\s+dung|vấn\s+đề|mục\s+tiêu|việc|yêu\s+cầu))(?!\w)
    [^,;:.]*$""",
)
# "chịu trách nhiệm chính về những vi phạm": who is to blame, not who is to act.
_BLAMED: Final = folded(
    r"""(?:phải\s+)?chịu\s+trách\s+nhiệm(?:\s+(?:chính|trực\s+tiếp|liên\s+đới|hình\s+sự|hoàn\s+toàn|cá\s+nhân|người\s+đứng\s+đầu|và|,))*
    \s+(?:về|đối\s+với|trong|vì)\s+(?:(?:những|các|mọi|việc\s+để|hành\s+vi|\w+)\s+){0,3}(?:vi\s+phạm|khuyết\s+điểm|sai\s+phạm|thiệt\s+hại|hậu\s+quả)(?!\w)"""
)
_IS_WHO: Final = folded(r"(?<!\w)là\s+(?:người|cơ\s+quan|đơn\s+vị)\s+$")
# "cần 1.000 tỷ đồng": it is needed, not owed.
_NEEDS: Final = folded(
    r"cần\s+(?:(?:khoảng\s+|hơn\s+|tới\s+|thêm\s+)?\d|(?:thêm\s+)?thời\s+gian(?!\w))"
)
# "không bộ ngành nào | phải mất công"
# In a speech "cần sự vào cuộc" asks for it; of a nurse it is told that she "cần sự kiên nhẫn".
_LACKS: Final = folded(r"cần\s+(?:sự|nhiều|một|có\s+sự)(?!\w)")
_DENIED: Final = folded(r"(?<!\w)(?:không|chẳng)\s[^,;:.]{1,40}\snào(?:\s+còn)?\s+$")
_NOT_ONLY: Final = folded(r"(?<!\w)không\s+(?:chỉ|những|phải|thể|nên)(?!\w)")
# "vẫn có tồn tại | cần phải tháo gỡ"
# "khiến thẩm phán | phải phân tích", "đau buồn khi | phải chứng kiến": it came to that.
_COMES_TO: Final = folded(
    r"(?<!\w)(?:khiến|buộc|thúc\s+đẩy|làm\s+cho|(?:do|vì)(?!\s+(?:đó|vậy|thế)))\s[^,;:.]{0,40}$|(?<!\w)(?<!trước\s)(?<!sau\s)khi\s+$"
)
_DESCRIBES_FAULTS: Final = folded(
    r"""(?<!\w)(?:tồn\s+tại|vướng\s+mắc|khó\s+khăn|hạn\s+chế|bất\s+cập|yếu\s+kém|thách\s+thức|(?:có|còn)(?:\s+\w+){0,3}\s+(?:vấn\s+đề|điểm|việc|nội\s+dung))\s+$"""
)
# "những người | đã vi phạm": what was done describes somebody or something.
_RELATIVE: Final = folded(
    r"""(?<!\w)(?:người|ai|việc|vấn\s+đề|nội\s+dung|kết\s+quả|trường\s+hợp|văn\s+bản|nhiệm\s+vụ|mục\s+tiêu|kế\s+hoạch|chỉ\s+tiêu
    |chủ\s+trương|đối\s+tượng|dự\s+án|vụ|công\s+trình|thành\s+tích|nghị\s+quyết|kiến\s+nghị|giải\s+pháp|nơi|lịch|đề\s+án|cam\s+kết
    |phương\s+án|vướng\s+mắc|tồn\s+tại|khuyết\s+điểm|hạn\s+chế|vi\s+phạm|quy\s+định|cơ\s+sở|điều|thành\s+tựu|kinh\s+nghiệm)\s+$""",
)
# "các xã | chưa đạt chuẩn", "những nội dung đã": one of several that are named.
_WHICH: Final = folded(r"(?<!\w)(?:các|những|số|từng)\s(?:\w+\s){1,4}$")
# "kể cả những trường hợp mà cơ quan | đang làm thủ tục": told of what is named.
_THAT: Final = folded(r"(?<!\w)(?:những|các|mọi)\s(?:\w+\s){1,3}mà\s[^.;:]{0,90}$")
# "đã ban hành Chỉ thị số 04/CT-UBND yêu cầu": the order stands in the paper that is named.
_NUMBERED: Final = folded(
    r"""đã\s+(?:ban\s+hành|ký|có|gửi)\s+(?:công\s+điện|chỉ\s+thị|công\s+văn|văn\s+bản|thông\s+báo|kế\s+hoạch|kết\s+luận)
    \s+(?:số|khẩn|hỏa\s+tốc)(?!\w)""",
)
_SET: Final = folded(
    r"""(?:đã|đang)\s+(?:cùng\s+|cũng\s+)?(?:thống\s+nhất|đề\s+ra|xác\s+định|thông\s+qua|đưa\s+ra|nêu|nhấn\s+mạnh|yêu\s+cầu
    |đề\s+nghị|chỉ\s+đạo|quyết\s+nghị|quyết\s+định|định\s+hướng|giao|quán\s+triệt|thảo\s+luận|đặt\s+ra|lưu\s+ý)""",
)
# "Đánh giá trên được …", "Yêu cầu này …": the verb is the name of what was told.
_IS_NAMED: Final = folded(
    r"\s+(?:này|ấy|nêu\s+trên|nói\s+trên|trên\s+(?:được|của|do|là|đã|cũng))(?!\w)"
)
# "các mục tiêu … đã đề ra.": as they were set.
_AS_SET: Final = folded(
    r"đã\s+(?:được\s+)?(?:đề\s+ra|ban\s+hành|giao|xác\s+định|phê\s+duyệt|ký\s+kết|cam\s+kết|nêu|duyệt|thông\s+qua|đăng\s+ký)(?:\s*[.,;…]|\s*$)"
)
_WHO_HAS: Final = 40  # characters from "đã" to the duty of who has done it
# "Trước đó, ngày 2/5, ông đã yêu cầu …": asked before what the text is about.
_LONG_AGO: Final = folded(
    r"(?<!\w)(?:trước\s+(?:đó|đây)|năm\s+(?:ngoái|\d)|cách\s+đây|vừa\s+qua|thời\s+gian\s+qua|sau\s+khi|từng|nhiều\s+lần|ngày\s+\d|tháng\s+\d)"
)
_REPORTED: Final = frozenset(["ra lệnh", "giao", "giao cho"])  # of these news only tell
_STILL: Final = ("vẫn phải", "còn phải")
_AUXILIARIES: Final = ("đã", "đang", "chưa", "còn")
_FOUND: Final = frozenset([CueKind.FOUND, CueKind.ASIDE, CueKind.BEHIND, CueKind.DONE])
_NAMING: Final = frozenset([CueKind.ACT, CueKind.VERB])  # kinds of verbs that names hold
_LONGEST_HEAD: Final = 40  # characters of a name in which a verb may stand
_ISSUED: Final = 110  # characters between "vừa ký" and the order in the document
_BEFORE: Final = 40  # characters before a duty that may say what it describes


def without_settled(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """Without the "đã" of "đã thống nhất các nhiệm vụ": it was set, not done."""
    return [cue for cue in cues if cue.kind is not CueKind.DONE or not _SET.match(text, cue.start)]


class Senses:
    """The meanings of the cues of one sentence.

    It begins at `start`, its main clause at `main`. `ahead` says that the text looks ahead there.
    """

    def __init__(  # noqa: PLR0913 - a place in a text, and what is known of it
        self, body: str, text: str, start: int, main: int, end: int, *, ahead: bool
    ) -> None:
        self.body, self.text, self.start, self.main, self.ahead = body, text, start, main, ahead
        self.lists = lists_tasks(text, start, end)
        self.orders = Orders(body, text, start)

    def of(self, cues: Sequence[Cue]) -> list[Cue]:
        """The cues, each as what it means there."""
        kept: list[Cue] = []
        cues = self._outside_name(cues)
        if self.lists:
            cues = without_settled(self.text, cues)
        for cue, following in zip_longest(cues, cues[1:]):
            kind = self._kind(cue, following)
            if kind is CueKind.DONE and (
                self._is_issued(cue, cues) or self._directs(cue, cues) or self._has_asked(cue, cues)
            ):
                continue
            if self.text.startswith(_AUXILIARIES, cue.start) and (
                self._is_relative(cue, kept) or self._says_who(cue, cues)
            ):
                continue
            if kind is not CueKind.NOTHING:
                kept.append(cue if kind is cue.kind else replace(cue, kind=kind))
        return kept

    def _outside_name(self, cues: Sequence[Cue]) -> Sequence[Cue]:
        """Without those in the name of who acts: "Đoàn KIỂM TRA đề nghị"."""
        stop = self.main + _LONGEST_HEAD
        leads = self.text.startswith("lãnh đạo", self.main)
        inside = leads or any(self.main < cue.start <= stop and cue.kind in _NAMING for cue in cues)
        name = name_at(self.body, self.text, self.main) if inside else None
        if name is None:
            return cues
        # "Lãnh đạo các sở đã trả lời": who leads them.
        told = any(cue.kind is CueKind.DONE for cue in cues)
        return [
            cue
            for cue in cues
            if not self.main < cue.start < name.end
            and not (told and cue.start == self.main and self._is(cue, "lãnh đạo"))
        ]

    def _kind(self, cue: Cue, following: Cue | None) -> CueKind:
        if cue.kind is CueKind.ORDER:
            return cue.kind if self.orders.is_order(cue, following) else CueKind.NOTHING
        if cue.kind is CueKind.DUTY:
            told = not self.ahead and self._is(cue, "được yêu cầu")
            told = told or self._still_has_to(cue, following)
            return CueKind.NOTHING if told or self._describes(cue) else cue.kind
        if cue.kind is CueKind.ASIDE:
            return self._aside(cue, following)
        if self._is_named(cue):
            return CueKind.NOTHING
        kind = self._doing(cue, following)
        at_head = cue.start == self.main and self.ahead and kind in _AT_HEAD
        return CueKind.VERB if at_head else kind

    def _still_has_to(self, cue: Cue, following: Cue | None) -> bool:
        """Whether somebody lives on under it: not "Dù thiếu trụ sở, | vẫn phải tiếp dân"."""
        if not self.text.startswith(_STILL, cue.start):
            return False
        calls = following is not None and following.kind in _NAMING
        at_once = following is not None and following.start == cue.end + 1
        return not (calls and at_once and cue.start == self.main)

    def _is_named(self, cue: Cue) -> bool:
        """Whether it is the name of what was told: "Đánh giá trên …", "chỉ đạo của …"."""
        if self._is(cue, "chỉ đạo") and self.text.startswith(" của ", cue.end):
            return True
        return cue.start == self.main and _IS_NAMED.match(self.text, cue.end) is not None

    def _doing(self, cue: Cue, following: Cue | None) -> CueKind:
        if cue.kind is CueKind.ACT:
            return self._acting(cue, following)
        if cue.kind is CueKind.URGE:
            return self._urging(cue, following)
        if cue.kind is CueKind.PRAISE and following is not None:
            # "Bộ Y tế khẳng định | sẽ kiểm tra": who says so is who will do so.
            says = following.kind is CueKind.PLEDGE and following.start <= cue.end + 1
            return CueKind.NOTHING if says else cue.kind
        if cue.kind is CueKind.VERB and _SAYS_SO.match(self.text, cue.start):
            return CueKind.PRAISE if self.orders.by_a_person(cue) else cue.kind
        if cue.kind is CueKind.VERB and self.orders.is_resolved(cue, following, ahead=self.ahead):
            return CueKind.ORDER
        helps = cue.kind is CueKind.EFFECT and self._is(cue, "giúp")
        helped = name_at(self.body, self.text, cue.end + 1) if helps else None
        return CueKind.VERB if helped and self.body[helped.start].isupper() else cue.kind

    def _acting(self, cue: Cue, following: Cue | None) -> CueKind:
        if self.orders.is_command(cue):
            return CueKind.ORDER
        goes_on = following is not None and following.start == cue.end + 1
        event = goes_on and following is not None and following.kind is CueKind.EVENT
        # "văn bản | chỉ đạo của tỉnh", "tiếp tục | diễn ra"
        event = event and self._is(cue, "tiếp tục")
        nothing = event or self.text.endswith("văn bản ", 0, cue.start)
        return CueKind.NOTHING if nothing else cue.kind

    def _is(self, cue: Cue, words: str) -> bool:
        return self.text[cue.start : cue.end] == words

    def _urging(self, cue: Cue, following: Cue | None) -> CueKind:
        if self.text.endswith(" các", cue.start, cue.end):
            # "chỉ đạo các đơn vị": an order by a person, a task of a body.
            return CueKind.ORDER if self.orders.by_a_person(cue) else CueKind.ACT
        if self.orders.is_directed(cue, following):
            return CueKind.ORDER
        if following is not None and following.kind in _FOUND:
            return CueKind.PRAISE  # "chỉ rõ nguyên nhân của những hạn chế"
        return CueKind.ORDER if self.orders.is_urged(cue, following) else cue.kind

    def _describes(self, cue: Cue) -> bool:
        near = max(self.start, cue.start - _BEFORE)
        return (
            _DESCRIBES.search(self.text, self.start, cue.start) is not None
            or _DESCRIBES_FAULTS.search(self.text, near, cue.start) is not None
            or self._weighs(cue)
            or self._is_to_blame(cue)
            or self._is_what_owes(cue)
            or _NEEDS.match(self.text, cue.start) is not None
            or (not self.ahead and _LACKS.match(self.text, cue.start) is not None)
            or _COMES_TO.search(self.text, near, cue.start) is not None
            or _DENIED.search(self.text, near - _BEFORE, cue.start) is not None
        )

    def _is_what_owes(self, cue: Cue) -> bool:
        # "khoản nợ mà | phải trả trong năm", not "không chỉ nói mà | phải làm".
        which = self.text.endswith(" mà ", self.start, cue.start)
        return which and not _NOT_ONLY.search(self.text, self.start, cue.start)

    def _is_to_blame(self, cue: Cue) -> bool:
        if _BLAMED.match(self.text, cue.start):
            return True
        liable = self.text.startswith("chịu trách nhiệm", cue.start)
        return liable and _IS_WHO.search(self.text, self.start, cue.start) is not None

    def _weighs(self, cue: Cue) -> bool:
        """Whether it only says how much something matters: "càng cần được coi trọng"."""
        more = self.text.endswith("càng ", self.start, cue.start)
        return more and self.text.startswith(" được", cue.end)

    def _aside(self, cue: Cue, following: Cue | None) -> CueKind:
        """Among things to be done "qua đó" names the means: "Qua đó lấy cái tốt thay cái xấu"."""
        if not self.ahead or not self._is(cue, "qua đó") or following is None:
            return cue.kind
        doing = following.kind in {CueKind.ACT, CueKind.VERB}
        return CueKind.NOTHING if doing and following.start - cue.end <= len(", ") else cue.kind

    def _is_issued(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether what was just done is to order: "vừa ban hành văn bản | yêu cầu các sở …"."""
        just = self.text.startswith(("vừa", "mới đây"), cue.start)
        if not just and not _NUMBERED.match(self.text, cue.start):
            return False
        order = next((each for each in cues if self._may_order(each)), None)
        return order is not None and 0 < order.start - cue.end <= _ISSUED

    def _directs(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether what was done is to direct: "đã | định hướng trong tháng 4 báo chí …"."""
        after = [each for each in cues if each.start > cue.start][:2]
        if len(after) < 2 or after[0].start != cue.end + 1:  # noqa: PLR2004 - the verb and what it asks
            return False
        return self.orders.is_directed(*after)

    def _has_asked(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether it is how news close: "Kết thúc buổi làm việc, trưởng đoàn | đã đề nghị xã …"."""
        order = next((each for each in cues if each.start == cue.end + 1), None)
        if order is None or order.kind is not CueKind.ORDER or not self._is(cue, "đã"):
            return False
        if self.text[order.start : order.end] in _REPORTED or any(
            each.kind in {CueKind.ASIDE, CueKind.PRAISE} for each in cues if each.start < cue.start
        ):
            return False
        # "ông Hà, phó chủ tịch huyện, đã yêu cầu", not "Theo phó giám đốc Sở, Sở đã yêu cầu".
        comma = self.text.rfind(", ", self.main, cue.start)
        at = self.main if comma in {-1, cue.start - len(", ")} else comma + len(", ")
        speaks = SPEAKER.match(self.text, at) is not None
        also = self.text.endswith("cũng ", self.main, cue.start)
        return speaks and not also and not _LONG_AGO.search(self.text, self.start, cue.start)

    def _may_order(self, cue: Cue) -> bool:
        return cue.kind is CueKind.ORDER or self.text.startswith("chỉ đạo", cue.start)

    def _says_who(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """Whether "đã" tells who is meant: "các cơ quan | đã cắt giảm phải công bố"."""
        duties = (each.start for each in cues if each.kind is CueKind.DUTY)
        duty = next((start for start in duties if start > cue.end), None) if self.ahead else None
        if duty is None:
            return False
        between = self.text[cue.end : duty]
        return len(between) <= _WHO_HAS and not any(stop in between for stop in ",;:")

    def _is_relative(self, cue: Cue, before: Sequence[Cue]) -> bool:
        """Whether "đã" tells of something named in what is to be done."""
        calls = [
            each.end
            for each in before
            if each.kind in _CALLS or (each.kind is CueKind.VERB and each is before[0])
        ]
        if not calls:
            return False
        if _AS_SET.match(self.text, cue.start):
            return True
        if _RELATIVE.search(self.text, max(0, cue.start - 16), cue.start):
            return True
        if _THAT.search(self.text, calls[-1], cue.start):
            return True
        which = _WHICH.search(self.text, calls[-1], cue.start)
        return which is not None and self.text.find(",", calls[-1], which.start()) < 0
