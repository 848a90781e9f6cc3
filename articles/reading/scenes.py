"""Lines that show a scene: what stands under a picture, told by how it is said.

A heading names what is to be said ("Đẩy mạnh tuyên truyền", "Kết quả bước đầu"); a caption names
who is seen doing what, or what was seen where and when. So a caption begins with people or with
an event, and goes on with something that a camera can see; what people say, decide and are
belongs to headings and to the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from articles.reading import scene_words as words
from articles.reading.names import is_surname

_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 45
_MOST_WORDS_OF_PORTRAIT: Final = 20
_MOST_WORDS_AT_WORK: Final = 22
_MOST_WORDS_GIVING: Final = 36  # the offices of who gives stand there, too
_LONGEST: Final = 260
_LONGEST_NAME: Final = 4  # words
_INNER_STOP: Final = re.compile(r"[.!?…;:]\s+\S")
_OWNED: Final = re.compile(rf"\b(?:anh|chị|ông|bà) {words.NAMES.pattern}")
_COUNTS: Final = re.compile(r"(?<![^\W\d])\d+ (?:tập thể|cá nhân|gương|điển hình|đơn vị)")
_WORD: Final = re.compile(r"[ ,./–-]*([\w’']+(?:[.-][\w’']+)*)")
_AFTER_NAME: Final = re.compile(
    r"(?:\s*[-–,(]\s*(?:[^.:;!?]|\.(?=\w)){3,160}?)?"
    r"(?: (?:tại|trong|trên|ở|bên|cùng|và|khi|trước|sau) (?:[^.:;!?]|\.(?=\w)){3,160})?"
)


# --- lines without a full stop -----------------------------------------------------------------


def shows_scene(text: str) -> bool:
    """Whether a line without a full stop names a scene; such a line is a heading otherwise."""
    if len(text) > _LONGEST or len(text.split()) < _FEWEST_WORDS:
        return False
    if words.SIDE.search(text) or words.VIEW.match(text) or words.CEREMONY.match(text):
        return True
    if words.FROM_ABOVE.search(text):
        return True
    if honoured := words.HONOURED.match(text):
        return words.STATED.search(text, 0, honoured.end()) is None
    if ": " in text:
        return False
    return _happens(text) or _stands(text) or _does(text) or _organises(text)


def _happens(text: str) -> bool:
    """`Hội thi nấu ăn năm 2015`, `Vườn cam tại xã Đông Hà`: what it is, and when or where."""
    dated = words.EVENT.match(text) and words.DATED.search(text)
    placed = words.MODEL.match(text) and (words.PLACED.search(text) or _OWNED.search(text))
    return bool(dated or placed) and words.STATED.search(text) is None


def _stands(text: str) -> bool:
    """`Trụ sở UBND xã Đông Hà`, `Đường hoa thôn Đông do phụ nữ xã trồng`: a thing by its name."""
    if words.STATED.search(text) or not words.NAMES.search(text):
        return False
    return words.THING.fullmatch(text) is not None or words.BUILT.fullmatch(text) is not None


def _does(text: str) -> bool:
    """`Lãnh đạo tỉnh trao quà`: people, and what they are seen to do."""
    person, people = words.PERSON.match(text), words.PEOPLE.match(text)
    who = person or people
    if who is None:
        return False
    plainly = words.PLAINLY_SEEN.search(text, who.end())
    if plainly and not words.STATED.search(text, who.end(), plainly.start()):
        return True
    if people and words.AT.match(text, people.end()):
        return True
    seen = words.SEEN.search(text, who.end())
    if seen is None and (words.WHERE.search(text, who.end()) or words.PLACED.search(text)):
        seen = words.SEEN_SOMEWHERE.search(text, who.end())
    if seen is None or words.STATED.search(text, who.end(), seen.start()):
        return False
    known = words.OFFICIALS.match(text) or (person and words.NAMES.search(text, 0, seen.start()))
    placed = words.WHERE.search(text, seen.start()) or words.PLACED.search(text)
    return bool(known or placed)


def _organises(text: str) -> bool:
    """`Hội Nông dân xã Đông Hà tặng quà`: an office that is named, and what it was seen to do."""
    office = words.OFFICE.match(text)
    seen = words.ORGANISED.search(text, office.end()) if office else None
    if office is None or seen is None or words.STATED.search(text, office.end()):
        return False
    return words.PLACED.search(text) is not None


# --- sentences ---------------------------------------------------------------------------------


def begins_as_scene(text: str) -> bool:
    """Whether a sentence is worth asking the questions below: most of a text's are not."""
    return len(text) <= _LONGEST and bool(
        words.PEOPLE.match(text)
        or words.PERSON.match(text)
        or words.HONOURED.match(text)
        or words.VIEW_SENTENCE.fullmatch(text)
        or words.EVENT_SENTENCE.fullmatch(text)
    )


def office_that_acts(text: str) -> str | None:
    """`Đảng ủy xã Đông Hà` of `Đảng ủy xã Đông Hà tổ chức học tập Nghị quyết 12`."""
    office = words.OFFICE.match(text)
    acts = words.ORGANISES.search(text, office.end()) if office else None
    if acts is None or _is_long(text) or words.STATED.search(text):
        return None
    return text[: acts.start()].strip()


def shows_people(text: str) -> bool:
    """`Ông Lê Văn Sông đọc báo.`: people, of whom nothing is told."""
    return begins_as_scene(text) and words.TELLING.search(text) is None


def names_act(text: str) -> bool:
    """`Tuyên dương các tập thể tiêu biểu`: what is done at a ceremony, and by nobody."""
    return words.ACT.match(text) is not None


class Deed(NamedTuple):
    who: str
    """A name, or empty where people have none."""
    does: str


def is_seen(text: str) -> bool:
    """Whether a line with a full stop names a scene, and would be no paragraph of its own."""
    if _is_long(text) or words.TELLING.search(text):
        return False
    if words.VIEW_SENTENCE.fullmatch(text):
        return True
    people = words.PEOPLE.match(text)
    if people and words.GATHERED.fullmatch(text[people.end() :].lstrip()):
        return True
    if not (people or words.PERSON.match(text)):
        return False
    dated = words.DATED_END.search(text) and (
        words.SEEN.search(text) or (people and words.AT.match(text, people.end()))
    )
    return bool(dated or words.SPEAKING.search(text))


def is_at_work(text: str) -> bool:
    """`Nhân viên trạm thủy văn đo mực nước sông.`: a short sentence that only shows people."""
    if words.EVENT_SENTENCE.fullmatch(text):
        return True
    if words.HONOURED.match(text):
        return not (_is_long(text) or words.STATED.search(text) or _COUNTS.search(text))
    person = words.PERSON.match(text)
    who = words.PEOPLE.match(text) or person
    if who is None or len(text.split()) > _MOST_WORDS_GIVING or _is_long(text):
        return False
    if words.TELLING.search(text) or words.STATED.search(text):
        return False
    short = len(text.split()) <= _MOST_WORDS_AT_WORK
    if short and (words.AT_WORK.search(text, who.end()) or _only_gestures(text, who.end())):
        return True
    gives = words.GIVES.search(text, who.end()) if person else None
    return gives is not None and words.NAMES.search(text, who.end(), gives.start()) is not None


def shows_work(text: str) -> bool:
    """`Cán bộ khuyến nông hướng dẫn bà con tỉa cành`: as `is_at_work`, without a full stop."""
    who = words.PEOPLE.match(text) or words.PERSON.match(text)
    doing = words.AT_WORK.search(text, who.end()) if who else None
    if doing is None or words.SUCCEEDS.search(text) or "," in text[: doing.start()]:
        return False
    fewest_words = 2  # of whom or what: "Nông dân trồng cam" may be a heading
    return is_at_work(text) and len(text[doing.end() :].split()) > fewest_words


def _only_gestures(text: str, after: int) -> bool:
    """`Thủ tướng bắt tay …`; who "dự và phát biểu" did more, and "cô" is who was named before."""
    seen = words.SEEN.search(text, after)
    if seen is None or words.PLAINLY_SEEN.match(text, seen.start()) is None:
        return False
    return " " in text[: seen.start()].rstrip()


def who_does(text: str) -> Deed | None:
    """Who is seen to do what, where that is all that the line says."""
    people, person = words.PEOPLE.match(text), words.PERSON.match(text)
    who = person or people
    if who is None or _is_long(text) or words.TELLING.search(text):
        return None
    seen = words.SEEN.search(text, who.end())
    if seen is None and person:
        seen = words.SEEN_SOMEWHERE.search(text, who.end())
    if seen is None or words.STATED.search(text, 0, seen.start()):
        return None
    name = next(filter(_is_name_of_person, words.NAMES.findall(text, who.end(), seen.start())), "")
    if name:
        return Deed(name, seen[0])
    enough = 5
    doing = text[seen.start() :].split()[:enough]
    return Deed("", " ".join(doing)) if people and len(doing) == enough else None


def _is_long(text: str) -> bool:
    return len(text.split()) > _MOST_WORDS or _INNER_STOP.search(text) is not None


def _is_name_of_person(name: str) -> bool:
    return is_surname(name.split(maxsplit=1)[0])


# --- portraits ---------------------------------------------------------------------------------


def portrait(text: str) -> str | None:
    """`Ông Lê Văn Sông tại hội nghị`: the name, where a line tells nothing of what is done."""
    lead = words.PERSON.match(text) if len(text) <= _LONGEST else None
    if lead is None or words.REVERED.search(text) or "'" in text:
        return None
    if text.endswith(".") and len(text.split()) > _MOST_WORDS_OF_PORTRAIT:
        return None
    stopped, text = text.endswith("."), text.rstrip(".")
    end, name = lead.end(), list[str]()
    for word in _words(text[end:]):
        if word[1][0].isupper():
            name.append(word[1])
        elif word[1] in words.OF_OFFICES:
            name.clear()
        else:
            break
        named = _begins_name(name)
        after = end + word.end(1)
        if named is None and stopped and len(name) > 1 and not words.TELLING.search(text):
            named = 0  # `Thủ tướng Malaysia Najib Razak.`: a sentence of a text has a verb
        if named is not None and _AFTER_NAME.fullmatch(text, after):
            acts = words.SEEN.search(text, after) or words.STATED.search(text, after)
            return None if acts else " ".join(name[named:])
    return None


def _begins_name(name: Sequence[str]) -> int | None:
    """Where a person's name begins: `Chủ tịch UBND xã Đông Hà | Lê Văn Sông`."""
    surnames = [at for at, one in enumerate(name[:-1]) if is_surname(one)]
    middle = 1 if len(surnames) > 1 and len(name) > _LONGEST_NAME else 0
    return surnames[middle] if surnames else None


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words up to the first sign that is neither a comma nor a dash."""
    place = 0
    while found := _WORD.match(text, place):
        yield found
        place = found.end()
