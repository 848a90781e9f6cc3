"""The clauses of a sentence: where it begins, what only leads up to it, what it draws from that."""

import re
from collections.abc import Sequence
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.names import SPEAKER, Head, name_at
from articles.finding.phrases import folded

__all__ = [
    "answered",
    "answers",
    "clauses",
    "consequence",
    "enumerated",
    "opening",
    "quoted",
    "up_to_order",
]

# Whose report it is comes first: "(HSO) - ", "Hoasononline - ".
_CONNECTIVE: Final = folded(
    r"""(?:\([^()\n]{2,30}\)\s*(?:[-–—]\s+)?|[\w.]{3,20}\s+[-–—]\s+)?
    (?:["“(*\s-]* (?:đồng\s+thời|bên\s+cạnh\s+đó|cùng\s+với\s+đó|ngoài\s+ra|trước\s+hết
    |đặc\s+biệt|quan\s+trọng\s+nhất|bên\s+cạnh\s+việc\s+này
    |theo\s+đó|vì\s+vậy|do\s+vậy|do\s+đó|vì\s+thế|bởi\s+vậy|trong\s+đó|cụ\s+thể(?=\s*[,:]|\s+là)|mặt\s+khác|tiếp\s+đó
    |thứ\s+(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?=\s+là\s)|tiếp\s+theo|cuối\s+cùng|từ\s+đó|song\s+song\s+với\s+đó|song\s+song\s+đó|song\s+song|cùng\s+đó
    |thêm\s+vào\s+đó|và|nhất\s+là|hơn\s+nữa|đi\s+đôi\s+với\s+đó|gắn\s+với\s+đó|đi\s+liền\s+với\s+đó
    |đó\s+là(?=\s+(?:phải|cần|tiếp\s+tục|tập\s+trung|đẩy|tăng|nâng|xây|thực\s+hiện|khẩn|chủ\s+động|rà|hoàn|đổi\s+mới|phát\s+huy|không\s+được|làm))|vì\s+lẽ\s+đó|như\s+vậy|chính\s+vì\s+vậy|chính\s+vì\s+thế|tóm\s+lại|trên\s+cơ\s+sở\s+đó|trước\s+mắt)
    (?!\w) (?:\s+là(?!\w)(?!\s+(?:một|những|các|kết|nội|ý|sự)))? \s*[,:]?\s*
    | (?:đối\s+với|với|về\s+phía|riêng)\s[^:,.;]{3,60}:\s*
    | (?:về|đối\s+với)
    (?:\s+(?!yêu|đề|nhấn|nêu|nói|chỉ|cho|đã|cần|phải|khẳng|lưu|là|sẽ|được|có|ông|bà)[^\s:.;]+){1,24}
    \s*:\s*
    | (?:trước|từ|đầu|giữa|cuối|đến|trong|ngày|tháng|quý|năm|giai\s+đoạn)\s[^:,.;]{1,40}:\s*)*
    ["“(*\s-]*""",
)
# What a clause before the main one begins with: where, when, what for, who says so.
_LEADS: Final = folded(
    r"""["“(*\s-]*(?:cũng\s+)?(?:theo|trong|tại|ở|với|để|nhằm|về|từ|trên|sau|trước|cùng\s+với|cùng|bên\s+cạnh|ngoài|đối\s+với|(?:do|vì)(?!\s+(?:đây|đó))|khi
    |(?:nghị\s+quyết|kế\s+hoạch|chỉ\s+thị|công\s+điện|kết\s+luận|văn\s+bản|thông\s+báo|công\s+văn)(?:\s[^,.;:]{1,60})?\snêu\s+rõ(?=,)
    |nếu|(?:trừ\s+)?trường\s+hợp|thông\s+qua|năm|quý|tháng|ngày|sáng|chiều|tối|thời\s+gian|những|các\s+tháng|nhiệm\s+kỳ|giai\s+đoạn|qua|đến|căn\s+cứ|nhân(?=\s+(?:dịp|kỷ|ngày))|riêng
    |tuy|so\s+với|muốn|hằng|hàng|mỗi|định\s+kỳ|cuối|đầu|kết\s+luận|phát\s+biểu|tới\s+đây|sắp\s+tới|dù|mặc\s+dù|liên\s+quan|một\s+\w+\s+khác
    |\w+\s+\w+\s+nữa)(?!\w)""",
)
# "Thực hiện Chỉ thị số 5, | Huyện ủy đã …": a verb, but not what is to be done.
_CARRIES_OUT: Final = folded(
    r"""(?:tiếp\s+tục\s+)?(?:thực\s+hiện|triển\s+khai|quán\s+triệt|tiếp\s+thu|chấp\s+hành|hưởng\s+ứng|phát\s+huy|xác\s+định|nhận\s+thức|bám\s+sát
    |cụ\s+thể\s+hóa|kế\s+thừa|đánh\s+giá|ghi\s+nhận|trả\s+lời|trao\s+đổi|chia\s+sẻ|tham\s+dự|chủ\s+trì|thay\s+mặt)(?!\w)""",
)
_ACTS: Final = folded(
    r"""(?:\s+[^\s,.;:]+){0,6}?\s+(?:đã|vừa|sẽ|cùng|cần|phải|yêu\s+cầu|đề\s+nghị|giao|ban\s+hành|tiếp\s+tục|chủ\s+động|phối\s+hợp|triển\s+khai|tổ\s+chức|đẩy\s+mạnh|tăng\s+cường|khẩn\s+trương|thường\s+xuyên|tập\s+trung|chỉ\s+đạo|xây\s+dựng|luôn|cũng|có|nhấn\s+mạnh|cho\s+biết|nhất\s+trí|đồng\s+ý|tán\s+thành|hoan\s+nghênh|bày\s+tỏ|mong\s+muốn|cảm\s+ơn|chúc|tin\s+tưởng|nhận\s+định|đánh\s+giá|thông\s+báo
    |khẳng\s+định|ghi\s+nhận|biểu\s+dương|lưu\s+ý|cho\s+rằng)(?!\w)"""
)
_HAS_DONE: Final = folded(r"(?:\s+[^\s,.;:]+){0,4}?\s+(?:đã|vừa)(?!\w)")
_PURPOSE: Final = folded(r"""["“(*\s-]*(?:cũng\s+)?(?:để|nhằm|muốn|với)(?!\w)""")
_OWES: Final = folded(r"(?:trước\s+hết\s+)?(?:cần|phải|đòi\s+hỏi|yêu\s+cầu|đề\s+nghị|hãy)(?!\w)")
_OWES_AT_ONCE: Final = folded(
    r"(?<=\s)(?<!những\s)(?<!việc\s)(?<!khi\s)(?:(?:cũng\s+)?(?:cần|phải)|đòi\s+hỏi\s+phải)(?!\w)(?!\s+(?:thiết|làm|có\s+của)(?!\w))"
)
_DID: Final = folded(r"(?:tại|ở|trong)(?:\s+[^\s,.;:]+){1,8}?\s+(?=đã\s)")
_IF: Final = folded(r"(?:nếu|(?:trừ\s+)?trường\s+hợp|khi)(?!\w)")
_ORDERED: Final = folded(
    r"(?:nếu|trường\s+hợp|(?:sau\s+)?khi|theo|liên\s+quan|(?:về|trước|sau)\s+việc)(?!\w)"
)
_THEN: Final = folded(r"(?<=\s)thì\s+(?=\w)")
# "năm 2026 | tiến hành rà soát": no comma parts the time from what is done.
_TIME: Final = folded(
    r"(?:trong\s+)?(?:năm\s+\d{4}|quý\s+[ivx\d]+|tháng\s+\d{1,2})(?:\s*[/-]\s*\d{4})?\s+(?=\w)"
)
_EVERY: Final = folded(r"(?:định\s+kỳ\s+)?(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)\s+(?=\w)")
_COMMA: Final = re.compile(r",\s+")
_LONGEST: Final = 240  # characters of a clause before the main one
_MOST: Final = 6  # clauses before the main one
# "… còn hạn chế, do đó phải đổi mới …": what is to be done is drawn from what is.
_HENCE: Final = folded(
    r"""[,;]\s+(?:(?:vì\s+vậy|vì\s+thế|do\s+đó|do\s+vậy|bởi\s+vậy|bởi\s+thế|cho\s+nên)(?!\w),?\s*
    |(?P<also>đồng\s+thời|song|nhưng|từ\s+đó|qua\s+đó|và|trên\s+cơ\s+sở\s+đó),?\s+(?=(?:cũng\s+)?(?:đề\s+nghị|yêu\s+cầu)(?!\w)))
    | (?P<said>;)\s+(?=(?:cũng\s+)?(?:cần|phải|đề\s+nghị|yêu\s+cầu)(?!\w))
    | (?P<and>\s+và\s+)
      (?=(?:cũng\s+)?(?:đề\s+nghị|yêu\s+cầu|chỉ\s+đạo)\s+(?:các|đồng|mỗi|từng|tập|cán|lãnh)(?!\w))""",
)
_SAYS: Final = folded(r"\s*(?:thêm|rõ)?\s*:\s*[\"“]?\s*(?=\w)")
_TOPIC: Final = re.compile(r"[^:.,;\"()]{3,60}:\s+")
_NAMES_WHO: Final = re.compile(r"[^:.;\"]{3,120}:\s+")
_SAY_OR_TELL: Final = frozenset([CueKind.DONE, CueKind.PRAISE, CueKind.WISH, CueKind.URGE])
_COUNTS: Final = folded(
    r"(?:trong\s+khi\s+đó,?\s+)?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s[^,.;:]{2,60}?(?:gồm|là)\s*:\s*(?=\w)"
)
# "do vậy, việc kiểm tra | là rất cần thiết": what follows is a statement; not "là | phải".
_IS: Final = folded(r"(?<=\s)là\s+(?=\w)")
_DRAWN: Final = 170  # characters from there to the duty, with a long list of who owes it


def opening(text: str, start: int, end: int) -> int:
    """Where a sentence begins to say something: after "Đồng thời,", "Bên cạnh đó,"."""
    found = _CONNECTIVE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def clauses(body: str, text: str, start: int, end: int) -> list[int]:
    """Where the clauses before the main one begin, and last the main one.

    "Theo Ban Chỉ đạo, | để đẩy mạnh cải cách, | thời gian tới, | tỉnh tăng cường …".
    """
    found = [opening(text, start, end)]
    led = _led(body, text, found[0], end)
    if led is not None:
        return [*found, led]
    every = _EVERY.match(text, found[0], end)
    if every:
        return [*found, every.end()]
    after_topic = _after_topic(body, text, found[0], end)
    if after_topic is not None:
        found.append(after_topic)
    while len(found) < _MOST and _LEADS.match(text, found[-1], end):
        after = _after_clause(body, text, found[-1], end)
        if after is None:
            break
        found.append(after)
    time = _TIME.match(text, found[-1], end)
    return [*found, time.end()] if time else found


def _after_topic(body: str, text: str, at: int, end: int) -> int | None:
    """Where a body begins to act behind a topic: "Đơn thư tồn đọng: | Thanh tra huyện …"."""
    topic = _TOPIC.match(text, at, end)
    if topic is None or not body[topic.end() : topic.end() + 1].isupper():
        return None
    name = name_at(body, text, topic.end())
    acts = name is not None and name.head in {Head.BODY, Head.COMMITTEE, Head.OFFICE}
    return topic.end() if acts else None


def up_to_order(text: str, heads: Sequence[int], cues: Sequence[Cue]) -> Sequence[int]:
    """The `clauses` without those after an order: "Phát biểu tại đó ông yêu cầu các sở, | ngành".

    No comma parts the circumstance from who orders. "Khi có yêu cầu, | sở …" is no such clause.
    """
    order = next((cue.start for cue in cues if cue.kind is CueKind.ORDER), heads[-1])
    before = [head for head in heads if head <= order] or heads[:1]
    if _ORDERED.match(text, before[-1]):
        return heads
    # After "Qua kiểm tra, nghe báo cáo," it is "Trung tướng … đề nghị"; or what follows a colon.
    comma, colon = (_after_last(text, stop, before[-1], order) for stop in (", ", ": "))
    last = max(comma, colon)
    head = next(
        (
            each.start()
            for each in SPEAKER.finditer(text, last, order)
            if _speaks(text, each.start())
        ),
        colon,
    )
    return [*before, head] if head > before[-1] else before


def _after_last(text: str, stop: str, start: int, end: int) -> int:
    """Where it goes on after the last such stop; `start` where there is none."""
    found = text.rfind(stop, start, end)
    return start if found < 0 else found + len(stop)


def _speaks(text: str, at: int) -> bool:
    """Whether an office begins who speaks: not "theo đề nghị của | chủ tịch"."""
    return not text.endswith((" của ", " với ", " và ", " cho ", " gửi ", " là ", " đến "), 0, at)


def _after_clause(body: str, text: str, at: int, end: int) -> int | None:
    stops = [comma.end() for comma in _COMMA.finditer(text, at, min(end, at + _LONGEST))]
    # "Khi làm luật | phải bám sát thực tiễn": no comma parts the clause from the main one.
    then = _THEN.search(text, at, end) if _IF.match(text, at, end) else None
    if then:
        return then.end()
    did = _DID.match(text, at, stops[0] if stops else end)
    if did and not (stops and _goes_on_to_act(body, text, stops[0])):
        return did.end()  # "Tại Hòa Sơn | đã kiểm tra 12 hộ, xử phạt 3 hộ": no comma parts them
    owes = _OWES_AT_ONCE.search(text, at, stops[0] if stops else end)
    if owes:
        return owes.start() if owes.start() > at else None
    if not stops:
        return None
    if _PURPOSE.match(text, at, end):
        # "Để giữ rừng, phòng cháy, | huyện đã …": purposes are enumerated.
        pieces = zip(stops, [*stops[1:], end], strict=True)
        return next(
            (
                stop
                for stop, following in pieces
                if _begins(body, text, stop) or _OWES_AT_ONCE.search(text, stop, following)
            ),
            stops[0],
        )
    return stops[0]


def _goes_on_to_act(body: str, text: str, at: int) -> bool:
    """Whether a clause begins there by itself: with anybody, a duty, or a circumstance."""
    return _begins(body, text, at) or name_at(body, text, at) is not None


def _led(body: str, text: str, at: int, end: int) -> int | None:
    """Where the main clause begins after "Thực hiện Chỉ thị …, | Ủy ban nhân dân tỉnh đã"."""
    if _CARRIES_OUT.match(text, at, end) is None:
        return None
    for comma in _COMMA.finditer(text, at, min(end, at + 2 * _LONGEST)):
        name = name_at(body, text, comma.end())
        if name is None:
            continue
        capital = body[comma.end() : comma.end() + 1].isupper()
        if (_ACTS if capital else _HAS_DONE).match(text, name.end):
            return comma.end()
    return None


def _begins(body: str, text: str, at: int) -> bool:
    """Whether a purpose ends there: with who is to act, a duty, or another circumstance."""
    if _LEADS.match(text, at) and not _PURPOSE.match(text, at):
        return True
    name = name_at(body, text, at)
    known = name is not None and (name.several or body[at].isupper() or name.head is not Head.GROUP)
    return known or _OWES.match(text, at) is not None


def enumerated(text: str, start: int, end: int) -> int | None:
    """Where the list begins in "5 quyết tâm gồm: Quyết tâm …; quyết tâm …"."""
    found = _COUNTS.match(text, opening(text, start, end), end)
    return found.end() if found else None


def quoted(text: str, start: int, end: int, cues: Sequence[Cue]) -> int | None:
    """Where somebody's words begin after "cho biết:"; None where they do not."""
    for cue in cues:
        found = _SAYS.match(text, cue.end, end) if cue.kind is CueKind.PRAISE else None
        if found and cue.start > start:
            return found.end()
    return None


def answered(text: str, start: int, end: int, cues: Sequence[Cue]) -> int | None:
    """Where somebody's answer begins after his name: "Đồng chí Vũ Thị Hoa: | Cần có …"."""
    found = _NAMES_WHO.match(text, start, end) if cues and cues[0].kind is CueKind.DUTY else None
    answers = found is not None and found.end() == cues[0].start
    return cues[0].start if answers and SPEAKER.match(text, start) else None


def answers(text: str, start: int, end: int, cues: Sequence[Cue]) -> bool:
    """Whether a line behind a question answers with a duty: "- Phải có …"."""
    at = answered(text, start, end, cues) or opening(text, start, end)
    return any(cue.kind is CueKind.DUTY and cue.start == at for cue in cues)


def consequence(text: str, start: int, end: int, cues: Sequence[Cue]) -> int | None:
    """Where a sentence draws a duty from what it has told; None where it does not."""
    duties = [cue.start for cue in cues if cue.kind in {CueKind.DUTY, CueKind.ORDER}]
    first = next((cue.kind for cue in cues if cue.kind in _SAY_OR_TELL), None)
    for found in _HENCE.finditer(text, start + 1, end) if duties else ():
        if first is CueKind.DONE and (found["also"] or found["said"] or found["and"]):
            continue  # "đã kiểm tra, đồng thời yêu cầu …" goes on with what was done
        if first is None and (found["said"] or found["and"]):
            continue  # an enumeration goes on
        drawn = (duty for duty in duties if found.end() <= duty <= found.end() + _DRAWN)
        if any(not _IS.search(text, found.end(), duty) for duty in drawn):
            return found.end()
    return None
