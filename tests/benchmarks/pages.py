"""Texts for benchmarks, and web pages around them as newspapers lay them out."""

import gzip
import html
import json
import os
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
LOAD: Final = Path(os.environ.get("LOAD_DIR", ROOT.parent / "shared" / "load"))
_SECTIONS: Final = [
    *("Chính trị", "Xã hội", "Kinh tế", "Văn hóa", "Giáo dục", "Y tế", "Pháp luật", "Thể thao"),
    *("Thế giới", "Khoa học", "Bạn đọc", "Đảng trong cuộc sống", "Xây dựng nông thôn mới"),
    *("Học và làm theo Bác", "Quốc phòng"),
]
_SCRIPT: Final = """
window.dataLayer = window.dataLayer || [];
function track(name, value) { dataLayer.push({"event": name, "value": value, "page": location}); }
"""


class Text(NamedTuple):
    title: str
    body: str


def texts(count: int) -> list[Text]:
    return list(islice(all_texts(), count))


def all_texts() -> Iterator[Text]:
    """The load texts; where those are not there, the samples of the demo again and again."""
    file = LOAD / "articles.jsonl.gz"
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield Text(row["title"], row["text"])
        return
    samples = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
    yield from cycle(Text(one.stem, one.read_text(encoding="utf-8")) for one in samples)


def changed_texts(count: int) -> Iterator[Text]:
    """As many texts as asked for: the load texts again and again, with a new paragraph in each."""
    known = texts(4_000)
    for number, text in enumerate(islice(cycle(known), count)):
        added = f"Bài số {number}: chi bộ thôn {number % 97} có {number % 53} đảng viên."
        yield Text(f"{text.title} ({number})", f"{text.body}\n\n{added}")


def newspaper_page(text: Text, others: list[Text]) -> bytes:
    """Menus, boxes of other articles, scripts, comments and a foot around the article."""
    title = html.escape(text.title)
    described = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": text.title,
            "datePublished": "2021-03-16T05:15:00+07:00",
        },
        ensure_ascii=False,
    )
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>{title} - Báo</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="Báo">
<script type="application/ld+json">{described}</script><script>{_SCRIPT * 25}</script>
<style>{".box .item a { color: #123456; margin: 0 auto; }" * 100}</style></head>
<body><div class="header"><div class="logo"><a href="/">Báo</a></div>{_menu()}</div>
<div class="main"><div class="col-left"><div class="breadcrumb"><a href="/xa-hoi">Xã hội</a></div>
<h1 class="title-detail">{title}</h1><div class="date">Thứ Ba, 16/03/2021, 05:15 [GMT+7]</div>
<div class="share"><a href="#">Chia sẻ</a> <a href="#">Bình luận</a></div>
<div class="content-detail">{_paragraphs(text)}<p class="author"><b>THU HÀ</b></p></div>
<div class="tags">Từ khóa: <a href="/t/1">chi bộ</a>, <a href="/t/2">đảng viên</a></div>
{_box("related", "Tin liên quan", others[:8])}{_comments(others[:5])}</div>
<div class="col-right">{_box("most-read", "Đọc nhiều", others[:12])}
{_box("latest", "Tin mới", others[12:24])}</div></div>{_menu()}
<div class="footer"><p>Giấy phép số 123/GP-BTTTT. Ghi rõ nguồn khi phát hành lại.</p></div>
</body></html>""".encode()


def bare_page(text: Text) -> bytes:
    """Next to nothing around the article: the worst case for what reading adds."""
    title = html.escape(text.title)
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>{title}</title></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin</a></li></ul></nav>
<article><h1>{title}</h1>{_paragraphs(text)}</article><aside><a href="/1">Đọc thêm</a></aside>
<footer>Bản quyền thuộc về tòa soạn</footer></body></html>""".encode()


def _paragraphs(text: Text) -> str:
    return "".join(
        f"<p>{html.escape(line)}</p>\n" for line in text.body.split("\n") if line.strip()
    )


def _menu() -> str:
    items = [
        f'<li><a href="/{place}" class="nav-item">{name}</a><ul>'
        + "".join(f'<li><a href="/{place}/{sub}">{_SECTIONS[sub]}</a></li>' for sub in range(4))
        + "</ul></li>"
        for place, name in enumerate(_SECTIONS)
    ]
    return f'<div class="menu"><ul>{"".join(items)}</ul></div>'


def _box(name: str, head: str, others: list[Text]) -> str:
    items = [
        f'<li class="item"><a href="/a/{place}"><img src="/i/{place}.jpg" alt=""></a>'
        f'<h3><a href="/a/{place}">{html.escape(text.title)}</a></h3>'
        f'<p class="sapo">{html.escape(text.body[:120])}</p></li>'
        for place, text in enumerate(others)
    ]
    return f'<div class="{name}"><h2>{head}</h2><ul>{"".join(items)}</ul></div>'


def _comments(others: list[Text]) -> str:
    said = [
        f'<div class="comment-item"><b>Bạn đọc {place}</b>'
        f"<p>{html.escape(text.body[:90])}</p></div>"
        for place, text in enumerate(others)
    ]
    return f'<div class="comments"><h3>Bình luận</h3>{"".join(said)}</div>'
