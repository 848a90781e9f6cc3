"""Which official document a citation means, where that is sure.

Numbers begin again at 01 for each kind and each committee, every year or every term. So a
document is known by kind, number and issuer, and by its date too unless the number says its
year or term. A citation that leaves one of these open is joined only to the one document of the
same kind and number that the same article names in full; else it stays without a document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.finding.documents import ISSUERS
from articles.finding.numbers import Number, issuer_of, number_at
from articles.finding.results import Citation
from articles.models import OfficialDocument
from articles.vietnamese import same_word_key

_CENTRAL: Final = frozenset(
    same_word_key(name)
    for name in (
        *ISSUERS.values(),
        "Đảng",
        "Bộ Chính trị",
        "Ban Bí thư",
        "Ban Bí thư Trung ương Đảng",
        "Ban Chấp hành Trung ương",
        "Ban Chấp hành Trung ương Đảng",
    )
)
# "Tỉnh ủy Hà Tĩnh" names one body; "Tỉnh ủy" means another one in every province.
_NAMED: Final = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?: [uủ][yỷ])?"
    r"(?: (?-i:[^\W\d_a-zà-ỹđ])\w*)+",
    re.IGNORECASE,
)
_TERM_IN_SYMBOL: Final = re.compile(r"QH\d+$")
_PLENUM_OF: Final = "Trung ương"
_PLENUMS: Final = "Ban Chấp hành Trung ương"
_TERM: Final = re.compile(" khóa ")
_SAME_SYMBOL: Final = re.compile("-(?:qđi|qyđ)-")


@dataclass(frozen=True, slots=True)
class _Identity:
    kind: str
    number: str
    digits: str
    issuer: str
    issued_on: date | None

    @property
    def key(self) -> str:
        day = self.issued_on.isoformat() if self.issued_on else ""
        return f"{self.kind}|{self.number}|{self.issuer}|{day}"[:400]


def resolve(citations: Sequence[Citation]) -> list[OfficialDocument | None]:
    """Give the document of each citation of one article, or None where it is not sure."""
    known = [_identity(citation) for citation in citations]
    meant = [
        _in_article(citation, identity, known)
        for citation, identity in zip(citations, known, strict=True)
    ]
    documents = _documents(
        {
            identity.key: _document(citation, identity)
            for citation, identity in reversed(list(zip(citations, known, strict=True)))
            if identity
        },
        {identity.key for identity in meant if identity},
    )
    return [documents[identity.key] if identity else None for identity in meant]


def _identity(citation: Citation) -> _Identity | None:
    number = number_at(citation.number, 0)
    whose = _issuer(citation, number)
    if whose is None:
        return None
    if number is None:  # named by its meeting
        sure, dated = True, False
    else:
        dated = not (number.year or _TERM_IN_SYMBOL.search(number.symbol))
        sure = bool(number.symbol) or citation.issued_on is not None
    if not sure:
        return None
    return _Identity(
        kind=same_word_key(citation.kind),
        number=_folded(citation.number),
        digits=_digits(citation.number),
        issuer=same_word_key(whose),
        issued_on=citation.issued_on if dated else None,
    )


def _issuer(citation: Citation, number: Number | None) -> str | None:
    """Who has issued it, where that is one body only."""
    if number is None and citation.number.startswith(_PLENUM_OF):
        return _PLENUMS if _TERM.search(citation.number) else None
    by_symbol = issuer_of(number.symbol) if number and number.symbol else None
    if by_symbol in ISSUERS.values():
        return by_symbol
    printed = citation.issuer or ""
    if same_word_key(printed) in _CENTRAL or _NAMED.search(printed):
        return printed
    return None


def _in_article(
    citation: Citation, identity: _Identity | None, known: Sequence[_Identity | None]
) -> _Identity | None:
    """Complete what this citation leaves open from the rest of the article."""
    if identity and identity.issued_on:
        return identity
    kind, number = same_word_key(citation.kind), _folded(citation.number)
    same = {
        other
        for other in known
        if other and other.kind == kind and number in (other.number, other.digits)
    }
    if identity:
        same = {other for other in same if other.issuer == identity.issuer}
    dated = {other for other in same if other.issued_on}
    candidates = dated or same
    return candidates.pop() if len(candidates) == 1 else identity


def _digits(number: str) -> str:
    found = re.match(r"\d+", number)
    return found[0].lstrip("0") if found else ""


def _folded(number: str) -> str:
    """`05-CT/TW`, `5-CT/T.Ư` and `05/CT-TW` are one number."""
    folded = same_word_key(number).replace("/", "-").replace(".", "")
    folded = _SAME_SYMBOL.sub("-qđ-", re.sub(r"-tư$", "-tw", folded))
    return re.sub(r"^0+(?=\d)", "", folded)


def _document(citation: Citation, identity: _Identity) -> OfficialDocument:
    return OfficialDocument(
        key=identity.key,
        kind=citation.kind[:60],
        number=citation.number[:100],
        issuer=(_issuer(citation, number_at(citation.number, 0)) or "")[:200],
        issued_on=citation.issued_on,
    )


def _documents(
    possible: dict[str, OfficialDocument], wanted: set[str]
) -> dict[str, OfficialDocument]:
    if not wanted:
        return {}
    found = OfficialDocument.objects.in_bulk(list(wanted), field_name="key")
    missing = [possible[key] for key in sorted(wanted - found.keys())]
    if missing:
        # Another worker may be making the same one.
        OfficialDocument.objects.bulk_create(missing, ignore_conflicts=True)
        found = OfficialDocument.objects.in_bulk(list(wanted), field_name="key")
    return found
