"""Which column of a table holds what, by its name in Vietnamese or English."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from articles.vietnamese import for_search, normalise


class Column(StrEnum):
    TITLE = "title"
    PUBLISHED_ON = "published_on"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    SOURCE_URL = "source_url"
    LEAD = "lead"
    BODY = "body"


# As they are folded: without marks, blanks and signs. Of two in one table the first one counts.
_NAMES: Final = {
    Column.TITLE: (
        "tieude", "tieudebaiviet", "tieudebai", "tenbai", "tenbaiviet", "title", "headline",
        "tua", "tuade", "nhande", "daude", "tit",
    ),
    Column.PUBLISHED_ON: (
        "publishedon", "ngayxuatban", "ngaydang", "ngaydangbai", "ngaydangtai", "ngayphathanh",
        "ngayrabao", "datepublished", "publisheddate", "publishdate", "publicationdate",
        "publishedat", "published", "publishedtime", "pubdate", "ngay", "ngaythang",
        "ngaythangnam", "date", "thoigiandang", "thoigian",
    ),
    Column.AUTHOR: (
        "tacgia", "tentacgia", "author", "authors", "authorname", "byline", "butdanh",
        "nguoiviet", "phongvien",
    ),
    Column.PUBLISHER: (
        "coquanbaochi", "publisher", "tobao", "tenbao", "bao", "toasoan", "newspaper",
        "nguontin", "nguonbao", "nguon", "source", "sitename", "tentrang", "site",
    ),
    Column.SOURCE_URL: (
        "sourceurl", "url", "diachi", "diachiweb", "diachitrang", "duongdan", "duonglink",
        "link", "linkbai", "linkbaiviet", "lienket", "href", "address", "canonicalurl",
    ),
    Column.LEAD: (
        "sapo", "lead", "tomtat", "loidan", "doandan", "dande", "summary", "abstract", "excerpt",
        "description", "mota",
    ),
    Column.BODY: (
        "body", "noidung", "noidungbaiviet", "noidungbai", "noidungtoanvan", "toanvan",
        "thanbai", "content", "articlebody", "text", "fulltext", "articletext", "bodytext",
        "bodyhtml", "contenthtml", "html", "article",
    ),
}  # fmt: skip
_BY_NAME: Final = {
    name: (column, rank) for column, names in _NAMES.items() for rank, name in enumerate(names)
}
_LONGEST: Final = 100
_REMARK: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


def columns_used(names: Iterable[str]) -> dict[Column, str]:
    """Say by which name each column goes that is known here. Each is one of the names given."""
    best: dict[Column, tuple[int, str]] = {}
    for name in names:
        known = _BY_NAME.get(_folded(name[:_LONGEST]))
        if known and (known[0] not in best or known[1] < best[known[0]][0]):
            best[known[0]] = (known[1], name)
    return {column: name for column, (_rank, name) in best.items()}


@lru_cache(maxsize=1024)  # the same names come with every row
def _folded(name: str) -> str:
    """`Ngày đăng (dd/mm/yyyy)` → `ngaydang`."""
    return _NOT_LETTERS.sub("", for_search(normalise(_REMARK.sub(" ", name))))
