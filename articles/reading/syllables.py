"""The shape of a Vietnamese syllable: what tells Vietnamese from its ruins."""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

_ONSETS: Final = re.findall(
    r"\w+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x"
)
_RHYMES: Final = re.findall(
    r"\w+",
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in "
    "inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe "
    "oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân "
    "uâng uât uây uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên "
    "uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt "
    "yêu",
)
# After q, where the u is no vowel of the rhyme.
_AFTER_Q: Final = re.findall(
    r"\w+",
    "ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt uân uâng uât uây uâc "
    "ue uen ueo uet ue uê uêch uên uênh uêt uôc uơ uơn uơt uy uych uyên uyêt uynh uyt uyu uit uôn",
)
_FRONT: Final = tuple("eêiy")


def _fit(onset: str, rhyme: str) -> bool:
    """Whether the onset is spelled as it is before this rhyme."""
    if onset in {"gh", "ngh", "k"}:
        return rhyme.startswith(_FRONT)
    if onset in {"c", "ng"}:
        return not rhyme.startswith(_FRONT)
    if onset == "g":  # `gì`, `gìn`
        return not rhyme.startswith(("e", "ê", "y"))
    return True


_TONELESS: Final = frozenset(
    [
        *_RHYMES,
        *(onset + rhyme for onset, rhyme in product(_ONSETS, _RHYMES) if _fit(onset, rhyme)),
        *("q" + rhyme for rhyme in _AFTER_Q),
    ],
)
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED: Final = ("c", "ch", "p", "t")
_HIGH_TONES: Final = frozenset(["\u0301", "\u0323"])


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Whether a word (in NFC) could be a Vietnamese syllable: letters, tone and capitals fit.

    One that ends in c, ch, p or t has the tone sắc or nặng, unless all marks are left out.
    """
    if not (word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    if len(tones) > 1:
        return False
    toneless = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if toneless not in _TONELESS:
        return False
    if not toneless.endswith(_STOPPED) or (toneless.isascii() and not tones):
        return True
    return bool(tones) and tones[0] in _HIGH_TONES
