"""Who is heard: people without an office say what they think and live through, and set no tasks.

"Già làng bảo: "Con cháu phải giữ lấy rừng"", "Chị Tú nói: "Chúng tôi phải thuê kế toán"". The same
words of somebody in office may be an order.
"""

from typing import Final

from articles.finding.lexicon import OFFICES
from articles.finding.phrases import any_of, folded

__all__ = ["is_of_no_office"]

_SAYS: Final = r"""(?:nói|bảo|kể|cho\s+biết|cho\s+hay|chia\s+sẻ|tâm\s+sự|bộc\s+bạch|bày\s+tỏ
    |thổ\s+lộ|giãi\s+bày|phấn\s+khởi|phản\s+ánh|băn\s+khoăn|than|lo\s+lắng|nhận\s+xét|bình\s+luận|khuyên
    |nhắn\s+nhủ|trăn\s+trở|mong\s+muốn|đề\s+xuất|kiến\s+nghị|cho\s+rằng|nhớ\s+lại|xúc\s+động|vui\s+vẻ|hồ\s+hởi)"""
_SOMEBODY: Final = r"""(?:ông|bà|anh|chị|em|cụ|bác|cô|chú|cháu|già\s+làng|nghệ\s+nhân|lão\s+nông
    |nông\s+dân|người\s+có\s+uy\s+tín|(?:một|nhiều)\s+(?:người|phụ\s+huynh|hộ|bạn|bà|ông|tiểu\s+thương|tài\s+xế
    |công\s+nhân|sinh\s+viên|học\s+sinh|cử\s+tri))(?!\w)"""
# "Trao đổi với phóng viên, ông Trần Văn Bảy, nguyên Chủ tịch xã, nói: "…""
_HEARD: Final = folded(
    rf"""["“(*\s-]*(?:[^,:"“”]{{3,60}},\s+)?(?P<who>{_SOMEBODY}(?:[^:;"“”]|(?<=\w)"(?=\w)){{0,160}}?)(?<!\w){_SAYS}
    (?:\s+(?:thêm|rằng|rõ|với\s+[^:;"“”]{{2,40}}))?\s*[:,]\s*["“]"""
)
_OF_THE_VILLAGE: Final = frozenset(["", "trưởng thôn", "trưởng bản"])
_OFFICES: Final = {each.strip() for each in OFFICES.replace("\n", ",").split(",")}
_OFFICE: Final = folded(
    rf"""(?<!\w)(?:{any_of(_OFFICES - _OF_THE_VILLAGE)}|đồng\s+chí|lãnh\s+đạo|đại\s+diện
    |phát\s+ngôn|\w+\s+trưởng(?!\s+thành)|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy)|phó\s+\w+
    |trưởng\s+(?!thôn|bản|ấp|buôn|xóm|tộc|họ)\w+)(?!\w)"""
)
_FORMER: Final = folded(r"(?<!\w)(?:nguyên|cựu)\s+(?:là\s+)?$")
# "Cử tri tỉnh Lai Sơn kiến nghị: …": what voters ask of the office that answers below.
_PETITION: Final = folded(
    r"""["“(*\s-]*(?:cử\s+tri|bạn\s+đọc|độc\s+giả)(?!\w)[^:;"“”]{0,90}?
    (?<!\w)(?:kiến\s+nghị|đề\s+nghị|hỏi|phản\s+ánh|thắc\s+mắc)[^:;"“”]{0,60}:"""
)


def is_of_no_office(text: str, start: int, end: int) -> bool:
    """Whether a sentence is what voters ask, or somebody without an office says."""
    if _PETITION.match(text, start, end):
        return True
    found = _HEARD.match(text, start, end)
    if found is None:
        return False
    offices = _OFFICE.finditer(text, found.start("who"), found.end("who"))
    return all(_FORMER.search(text, found.start("who"), each.start()) for each in offices)
