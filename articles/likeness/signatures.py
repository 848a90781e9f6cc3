"""What of a text is kept to find the texts that are like it: 64 numbers.

MinHash by one permutation: the runs of three words are hashed, thrown into 128 bins, and each bin
keeps its least. In two texts a bin has the same least with a chance that is their Jaccard
likeness J, so the share of bins that agree estimates J (give or take .04).

Two bins make a key. Of 64 keys, two texts share one or more with these odds:

    J   .01   .05   .1    .2    .3    .4      .5
        .006  .15   .47   .93   .998  .99999  1 - 10⁻⁸

These numbers are stored: what they are may never change by itself. So they stand on BLAKE2b and
arithmetic alone, not on a library (rensa 0.5 computes others than 0.4 did, and says to compute all
anew). Where this module or `words_of` is changed so that they do change, all articles have to be
compared again (`manage.py compare_articles --again`); a test has some of them by heart.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import count
from typing import Final

from articles.likeness.grams import FEWEST, words_of

BINS: Final = 128
KEYS: Final = BINS // 2
_BITS_OF_A_BIN: Final = 7
_LOW: Final = 0xFFFF_FFFF
_KNOWN_WORDS: Final = 50_000

Keys = list[int]


def sign(text: str) -> Keys:
    """Give the keys of a text, as PostgreSQL keeps them: 64 bits with a sign.

    None for a text that is too short to be compared.
    """
    hashed = _hashed(words_of(text))
    if len(hashed) < FEWEST:
        return []
    least = _least(hashed)
    pairs = zip(least[::2], least[1::2], _SALTS, strict=True)
    return [_signed((one << 32 | other) ^ salt) for one, other, salt in pairs]


def estimate(keys: Sequence[int], others: Sequence[int]) -> float:
    """Estimate the Jaccard likeness of two texts by their keys."""
    if not keys or not others:
        return 0.0
    agreeing = 0
    for key, other in zip(keys, others, strict=True):
        apart = key ^ other
        agreeing += (apart & _LOW == 0) + (apart >> 32 & _LOW == 0)
    return agreeing / BINS


def _hashed(words: list[str]) -> set[int]:
    """Hash the runs of three words by tabulation: as good as chance for such a purpose."""
    tables = [_tabled(word) for word in words]
    return {
        one[0] ^ two[1] ^ three[2]
        for one, two, three in zip(tables, tables[1:], tables[2:], strict=False)
    }


@lru_cache(_KNOWN_WORDS)
def _tabled(word: str) -> tuple[int, int, int]:
    digest = blake2b(word.encode(), digest_size=24).digest()
    return (
        int.from_bytes(digest[:8], "big"),
        int.from_bytes(digest[8:16], "big"),
        int.from_bytes(digest[16:], "big"),
    )


def _least(hashed: set[int]) -> list[int]:
    """Give the least of each bin; an empty bin takes that of another, always looked for alike."""
    bins: list[int | None] = [None] * BINS
    for number in sorted(hashed, reverse=True):  # so that the least comes last
        bins[number & (BINS - 1)] = number >> 64 - 32
    return [_lent(bins, at) if least is None else least for at, least in enumerate(bins)]


def _lent(bins: Sequence[int | None], at: int) -> int:
    for step in count():
        least = bins[_lender(at, step)]
        if least is not None:
            return least
    raise AssertionError


@lru_cache(None)
def _lender(at: int, step: int) -> int:
    digest = blake2b(f"{at}/{step}".encode(), digest_size=1).digest()
    return digest[0] & (BINS - 1)


def _signed(key: int) -> int:
    return key - (1 << 64) if key >> 63 else key


# The same pair of numbers in other bins is another key.
_SALTS: Final = [
    int.from_bytes(blake2b(f"key {place}".encode(), digest_size=8).digest(), "big")
    for place in range(KEYS)
]
