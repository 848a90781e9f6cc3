"""Documents that bear a secrecy mark: MẬT, TỐI MẬT, TUYỆT MẬT (Law 29/2018/QH14).

The mark stands by itself at the head, so only whole lines, whole columns of a line and the
value of "Độ mật:" count. Words of prose and titles ("bí mật", "MẬT ONG RỪNG") do not.
"""

import re
from typing import Final

from articles.vietnamese import normalise

_HEAD_LINES: Final = 25
_MARK: Final = re.compile("(?:(TUYỆT|TỐI) ?)?MẬT")
_MAYBE: Final = re.compile(r"[mM]\s*[ậẬ]\s*[tT]")
_FRAME: Final = " *_.,:;!-–—~=[](){}<>«»“”\"'|/\\"
_LABEL: Final = re.compile(
    r"(?:mức )?(?:độ|dấu)(?: chỉ độ)? (?:bí )?mật\s*[:\-–]?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_MARK_LAST: Final = re.compile(
    r"\bsố\s*[:\d].{0,40}[-–—(\[](?P<value>[^-–—()\[\]]+)$", re.IGNORECASE
)
_MARK_FIRST: Final = re.compile(
    r"(?P<value>[^-–—()\[\].,;:]+)[-–—(\[.,;: ]+"
    r"(?:(?:văn bản |tài liệu |bản )?số[:. ]*)?\d[\w/.–-]*",
    re.IGNORECASE,
)
# A title broken over lines, "MẬT / ONG RỪNG" or "CÔNG TÁC BẢO / MẬT": the words that go with it.
_NEXT_WORDS: Final = frozenset(
    [
        "ong",
        "gấu",
        "mía",
        "ngọt",
        "khẩu",
        "mã",
        "thư",
        "vụ",
        "danh",
        "nghị",
        "độ",
        "ước",
        "thiết",
        "đường",
        "hoa",
        "dừa",
        "nhân",
    ],
)
_WORDS_BEFORE: Final = frozenset(["bí", "bảo", "cơ", "thân", "hoa", "nước", "túi", "rỉ", "chuyên"])


def secrecy_mark(text: str) -> str | None:
    """The mark that a document bears (`MẬT`, `TỐI MẬT`, `TUYỆT MẬT`), or None."""
    text = normalise(text.replace("\t", "   "))
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_HEAD_LINES]
    for place, line in enumerate(lines):
        if not _MAYBE.search(line):
            continue
        before = lines[place - 1] if place else ""
        after = lines[place + 1] if place + 1 < len(lines) else ""
        if mark := _mark_of(line, before, after):
            return mark
    return None


def _mark_of(line: str, before: str, after: str) -> str | None:
    if label := _LABEL.fullmatch(line.strip(_FRAME)):
        return _as_mark((label["value"] or after).upper())
    if mark := _beside_number(line.strip(_FRAME)):
        return mark
    if mark := _as_mark(_unspaced(line)):
        return None if _is_part_of_title(before, after) else mark
    if line[0] in "([*" and line[-1] in ")]*":
        return _as_mark(line.upper())
    columns = ["", *re.split(r" {3,}|\|", line), ""]
    return next(
        (
            mark
            for place in range(1, len(columns) - 1)
            if (mark := _as_mark(columns[place]))
            and not _is_part_of_title(columns[place - 1], columns[place + 1])
        ),
        None,
    )


def _beside_number(line: str) -> str | None:
    """`TỐI MẬT - SỐ 05`, `Số: 12/BC-UBND (MẬT)`."""
    found = _MARK_FIRST.fullmatch(line) or _MARK_LAST.search(line)
    return _as_mark(found["value"]) if found else None


def _as_mark(text: str) -> str | None:
    mark = _MARK.fullmatch(" ".join(text.strip(_FRAME).split()))
    if mark is None:
        return None
    return f"{mark[1]} MẬT" if mark[1] else "MẬT"


def _unspaced(line: str) -> str:
    """`T Ố I  M Ậ T` → `TỐIMẬT`."""
    letters = line.strip(_FRAME).split()
    return "".join(letters) if all(len(letter) == 1 for letter in letters) else line


def _is_part_of_title(before: str, after: str) -> bool:
    following, preceding = after.lower().split()[:1], before.lower().split()[-1:]
    return (after.isupper() and bool(_NEXT_WORDS.intersection(following))) or (
        before.isupper() and bool(_WORDS_BEFORE.intersection(preceding))
    )
