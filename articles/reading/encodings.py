"""Bytes to text, without loss, or not at all.

Unicode says what it is. The old Vietnamese encodings do not: each candidate is decoded and
the one that gives most Vietnamese syllables wins (detectors made for the whole world name
TCVN3 and VNI wrongly every time). A further encoding is one more row in `_CANDIDATES`.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from itertools import product
from typing import Final, NamedTuple

from articles.reading.faults import Fault, Unreadable


class Decoded(NamedTuple):
    text: str
    encoding: str


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES: Final[tuple[tuple[str, Callable[[bytes], str]], ...]] = (
    ("windows-1258", lambda data: data.decode("cp1258")),
    ("windows-1252", lambda data: data.decode("cp1252")),
)
_SAMPLE: Final = 20_000  # bytes; enough syllables to tell encodings apart
_LEAST_VIETNAMESE: Final = 0.5  # right decodings score above .9, wrong ones below .35
_MOST_CONTROLS: Final = 0.01
_MOST_DAMAGE: Final = 0.002  # a broken character here and there is no other encoding


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode, or raise `Unreadable` (`empty`, `not_text`, `bad_encoding`)."""
    if not data.strip():
        raise Unreadable(Fault.EMPTY)
    decoded = _unicode(data) or _old(data, declared)
    if _controls(decoded.text[:_SAMPLE]) > _MOST_CONTROLS:
        raise Unreadable(Fault.NOT_TEXT)
    return decoded


def vietnamese_share(text: str) -> float:
    """The share of words that could be Vietnamese syllables, from 0 to 1."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _unicode(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if wide := _unmarked_utf16(data):
        return _decoded(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    damage = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - damage
    if whole > damage and damage <= max(1, _MOST_DAMAGE * len(text)):
        return Decoded(text, "utf-8")
    return None


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > max(1, _MOST_DAMAGE * len(text)):
        raise Unreadable(Fault.BAD_ENCODING)
    return Decoded(text, encoding)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: blanks and plain letters leave a NUL in every second byte."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.3 and even < odd * 0.1:
        return "utf-16-le"
    if even > half * 0.3 and odd < even * 0.1:
        return "utf-16-be"
    return None


def _old(data: bytes, declared: str | None) -> Decoded:
    sample = data[:_SAMPLE]
    if _controls(sample.decode("latin-1")) > _MOST_CONTROLS:
        raise Unreadable(Fault.NOT_TEXT)
    scored = []
    for encoding, attempt in _CANDIDATES:
        try:
            text = unicodedata.normalize("NFC", attempt(data))
        except UnicodeDecodeError:
            continue
        head = re.sub(r"<[^>]*>", " ", text[:_SAMPLE])
        scored.append((vietnamese_share(head), encoding == declared, text, encoding))
    if not scored:
        raise Unreadable(Fault.BAD_ENCODING)
    share, _, text, encoding = max(scored)
    if share < _LEAST_VIETNAMESE:
        raise Unreadable(Fault.BAD_ENCODING)
    return Decoded(text, encoding)


def _controls(text: str) -> float:
    return len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text)) / max(1, len(text))


# --- the shape of a Vietnamese syllable --------------------------------------------------------

_ONSETS: Final = [
    "",
    *re.findall(r"\w+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x"),
]
_RHYMES: Final = re.findall(
    r"\w+",
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in "
    "inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe "
    "oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân "
    "uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên "
    "uyêt uynh uyt uyu uan uang uai uao uay uac uach uanh uat uăc uăm uăn uăng uăt ue uen ueo uet "
    "uit uôt ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh",
)
_SYLLABLES: Final = frozenset(map("".join, product(_ONSETS, _RHYMES)))
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _is_syllable(word: str) -> bool:
    toneless = _TONE.sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", toneless) in _SYLLABLES
