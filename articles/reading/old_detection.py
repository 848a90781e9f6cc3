"""In which old encoding a text is, by how many Vietnamese syllables each way of decoding gives.

Detectors made for the whole world name TCVN3 and VNI wrongly every time. Here the text is given
as Windows-1252 shows it; a document may hold paragraphs that are Unicode already.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from articles.reading.old_tables import IN_FILES, IN_TEXTS, OldEncoding
from articles.reading.syllables import (
    Evidence,
    evidence,
    marked_syllables,
    vietnamese_share,
)

_SAMPLE: Final = 30_000  # characters
_SURE: Final = 3  # different words; fewer need a text in which nothing speaks against it
_CLEARLY: Final = 2  # words that are met on every page; so many more decide between equals
_LEAST_GOOD: Final = 0.7  # right decodings reach .95 and more, wrong ones stay below .4
_LEAST_VIETNAMESE: Final = 0.5  # of all words, so that English with a stray sign stays as it is
_HOPELESS: Final = 5  # bad words, with few good ones: a paragraph in yet another encoding

# No Unicode text in Vietnamese has these inside a word; nearly all text in an old encoding has.
_FOREIGN: Final = "\x80-\x9f¡-¬®-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŽžŸƒˆ˜™€"
_FOREIGN_SIGN: Final = re.compile(f"[{_FOREIGN}]")
_SUSPICIOUS: Final = re.compile(
    f"[A-Za-z][{_FOREIGN}]|[{_FOREIGN}][A-Za-z]|[a-zà-ý][À-ÖØ-Þ]|[a-zà-ý][·»\xad][a-zà-ý]|"
    "[aA][àáâãèéêùúÀÁÂÃÈÉÊÙÚ]|[eE][àáâãùõÀÁÂÃÙÕ]|[oO][âùõÂÙÕ]|[uU][ùõÙÕ]|[yY][ùõÙÕ]|"  # VNI
    "[ÃÂÄÆáº][\x80-\xbf\u2000-\u2122]",  # UTF-8 taken for Windows-1252
)
_UNICODE_LETTER: Final = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
_PLAIN: Final = re.compile("[\t\n\r -~]*")  # the low control characters are letters in some


def is_suspicious(text: str) -> bool:
    """Whether a paragraph is worth a closer look."""
    return not text.isascii() and _SUSPICIOUS.search(text) is not None


def may_be_old(document: str, ends: str = "\n\n") -> bool:
    """Whether a whole document is; most are not, and this takes next to no time.

    Paragraphs in an old encoding beside Unicode have foreign signs between them, and no letters
    of Unicode. `ends` are the signs before and behind a paragraph (`><` in markup).
    """
    if document.isascii():
        return False
    if not is_unicode(document):
        return is_suspicious(document)
    looked_at = 0
    for sign in _FOREIGN_SIGN.finditer(document):
        if sign.start() >= looked_at:
            start = document.rfind(ends[0], 0, sign.start()) + 1
            looked_at = document.find(ends[1], sign.start()) % (len(document) + 1)
            paragraph = document[start:looked_at]
            if not is_unicode(paragraph) and is_suspicious(paragraph):
                return True
    return False


def is_unicode(text: str) -> bool:
    """Whether it has letters that no old encoding shows."""
    return _UNICODE_LETTER.search(text) is not None


def fitting_text(paragraphs: Iterable[str], *, alone: bool) -> list[OldEncoding]:
    """The old encodings that fit paragraphs of characters best: one, none, or several as well.

    `alone` says that no other part of the document is Vietnamese in Unicode.
    """
    sample = _sample(paragraphs)
    before = [evidence(text) for text in sample]
    alone = alone and not any(found.good for found in before)
    return _best([_weigh(old, sample, before) for old in IN_TEXTS], alone=alone)


def fitting_file(lines: Iterable[str], declared: str | None, *, alone: bool) -> list[OldEncoding]:
    """Likewise for lines of bytes that are no Unicode; `declared` decides between equals."""
    sample = _sample(lines)
    before = [Evidence()] * len(sample)
    best = _best([_weigh(old, sample, before) for old in IN_FILES], alone=alone)
    return [old for old in best if old.name == declared] or best


def _best(weighed: Sequence["_Weighed"], *, alone: bool) -> list[OldEncoding]:
    most = max(found.gain for found in weighed)
    best: list[_Weighed] = []
    for found in weighed:
        other = not best or _read_otherwise(best[0], found)
        if found.gain == most and other and _is_sure(found, alone=alone):
            best.append(found)
    common = max((found.found.common for found in best), default=0)
    return [found.old for found in best if found.found.common > common - _CLEARLY]


def _read_otherwise(one: "_Weighed", other: "_Weighed") -> bool:
    """Whether the two make different texts of the same paragraph."""
    return one.old.name != other.old.name and any(
        one.texts.get(place, text) != text for place, text in other.texts.items()
    )


def explained(lines: Iterable[str]) -> bool:
    """Whether an old encoding makes sense of most of the words that make none."""
    text = "\n".join(_sample(lines))
    before = evidence(text)
    gain = max(evidence(old.decode(text)).net - before.net for old in IN_FILES)
    return gain > before.bad


def _sample(paragraphs: Iterable[str]) -> list[str]:
    sample, size = [], 0
    for paragraph in paragraphs:
        sample.append(paragraph[:_SAMPLE])
        size += len(paragraph)
        if size >= _SAMPLE:
            break
    return sample


class _Weighed(NamedTuple):
    old: OldEncoding
    texts: dict[int, str]
    """The paragraphs that decoding makes better, decoded, by their places."""
    found: Evidence
    """What speaks for and against them."""
    gain: int
    """How much more speaks for them than for the paragraphs as they are."""


def _weigh(old: OldEncoding, sample: Sequence[str], before: Sequence[Evidence]) -> _Weighed:
    good = bad = common = gain = 0
    texts = {}
    for place, (text, plain) in enumerate(zip(sample, before, strict=True)):
        made = old.decode(text)
        after = evidence(made)
        if after.net > plain.net:
            texts[place] = made
            gain += after.net - plain.net
            good, bad, common = good + after.good, bad + after.bad, common + after.common
    return _Weighed(old, texts, Evidence(good, bad, common), gain)


def _is_sure(weighed: _Weighed, *, alone: bool) -> bool:
    good, bad, _ = weighed.found
    if not good or good < _LEAST_GOOD * (good + bad):
        return False
    text = "\n".join(weighed.texts.values())
    different = len(marked_syllables(text))
    if different < _SURE and not alone:
        return False
    if different > _SURE or (different == _SURE and not bad):
        return True
    return vietnamese_share(text) >= _LEAST_VIETNAMESE


def leaning(old: OldEncoding, paragraphs: Iterable[str]) -> bool:
    """Whether most of the paragraphs are in this encoding."""
    sample = _sample(text for text in paragraphs if not text.isascii())
    return sum(evidence(old.decode(text)).net - evidence(text).net for text in sample) > 0


def better(old: OldEncoding, text: str) -> str:
    """The paragraph decoded, if it reads better so."""
    if _PLAIN.fullmatch(text) or is_unicode(text):
        return text
    made = old.decode(text)
    before, after = evidence(text), evidence(made)
    if after.net == before.net:
        return made if after.common > before.common else text
    return made if after.net > before.net and after.good >= after.bad else text


def not_worse(old: OldEncoding, text: str, *, alone: bool) -> str:
    """The paragraph decoded, unless it reads worse so: for a text that is in this encoding.

    Where it stands beside Unicode and reads as well both ways, the commoner words win.
    """
    if _PLAIN.fullmatch(text) or is_unicode(text):
        return text
    made = old.decode(text)
    before, after = evidence(text), evidence(made)
    rarer = after.common < before.common and not alone
    return text if after.net < before.net or rarer or is_ruin(after) else made


def is_ruin(found: Evidence) -> bool:
    """Whether a decoded paragraph was in yet another encoding."""
    return found.bad >= _HOPELESS and found.bad > 2 * found.good
