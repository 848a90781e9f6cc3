"""Web pages as tests write them down, and the commoner layouts of the genre."""

from datetime import date
from typing import NamedTuple

from tests.articles.reading.words import LEAD, P1, P2, P3, P4, TITLE

MENU = """<ul class="nav-menu"><li><a href="/">Trang chủ</a></li><li><a href="/t">Thời sự</a></li>
<li><a href="/x">Xây dựng Đảng</a></li><li><a href="/k">Kinh tế</a></li></ul>"""
TEASERS = """<li><a href="/1">Đại hội điểm ở xã Đông Hà thành công tốt đẹp</a></li>
<li><a href="/2">Tặng Huy hiệu Đảng cho đảng viên lão thành</a></li>
<li><a href="/3">Huyện Trà Giang sơ kết công tác sáu tháng đầu năm</a></li>"""

SUMMARIES = "".join(
    f"""<div class="item"><a href="/{number}">Bài viết khác số {number} về công tác Đảng</a>
<p>Tóm tắt bài viết khác số {number}, kể về việc thực hiện nghị quyết ở các xã trong thời gian qua.
</p></div>"""
    for number in range(12)
)


class Case(NamedTuple):
    name: str
    page: str
    body: list[str]
    published_on: date | None
    author: str | None
    publisher: str | None
    headings: list[str] = []
    dropped: list[str] = []


CASES = [
    Case(
        "a provincial newspaper: lead outside the content, picture tables, JSON-LD",
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{TITLE} - Báo Trà Giang</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Báo Trà Giang"><link rel="canonical"
href="https://baotragiang.example/chi-bo-123.html"><script type="application/ld+json">
{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}",
"datePublished":"2021-03-15T22:15:00Z","author":{{"@type":"Person","name":"Báo Trà Giang"}}}}
</script></head><body><header>{MENU}</header><div class="detail-page"><h1 class="title">{TITLE}</h1>
<div class="meta"><span class="post-date">Thứ Ba, 16/03/2021, 05:15 [GMT+7]</span></div>
<div class="social-share"><a>Chia sẻ</a><a>Facebook</a></div>
<h2 class="sapo">(BTG) - {LEAD}</h2><div class="content-detail"><p>{P1}</p>
<table class="picture"><tr><td><img src="1.jpg"></td></tr>
<tr><td class="pCaption caption">Một buổi sinh hoạt chi bộ ở xã Đông Hà.</td></tr></table>
<p>{P2}</p><p><strong>Giải pháp trọng tâm</strong></p><p>{P3}</p>
<p style="text-align:right"><b>TRẦN LƯU</b></p></div>
<div class="box-tin-lien-quan"><h3>Tin liên quan</h3><ul>{TEASERS}</ul></div></div>
<footer><p>Cơ quan chủ quản: Tỉnh ủy. Giấy phép số 12/GP-BTTTT.</p></footer></body></html>""",
        [f"(BTG) - {LEAD}", P1, P2, "Giải pháp trọng tâm", P3],
        date(2021, 3, 16),
        "TRẦN LƯU",
        "BTG",
        ["Giải pháp trọng tâm"],
        ["Một buổi sinh hoạt chi bộ ở xã Đông Hà."],
    ),
    Case(
        "a ministry's portal in nested tables, every paragraph a div",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Cổng thông tin điện tử Bộ Sông ngòi</title></head><body><table><tr><td class="leftmenu">
{MENU}</td><td><div class="news-title">{TITLE}</div><div class="news-date">02-11-2021 09:40</div>
<div class="news-body"><div>{P1}</div><div>&nbsp;</div><div>{P4}</div><div>1. Công tác tổ chức</div>
<div>{P2}</div><div>{P3}</div></div><div>Phạm Thị Thu</div>
<div class="other-news"><b>Các tin khác</b><ul>{TEASERS}</ul></div></td></tr></table>
<div class="counter">Đang truy cập: 15</div></body></html>""",
        [P1, P4, "1. Công tác tổ chức", P2, P3],
        date(2021, 11, 2),
        "Phạm Thị Thu",
        None,
    ),
    Case(
        "a page of line ends instead of paragraphs",
        f"""<html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Tạp chí Dòng sông"></head><body><div id="menu">{MENU}</div>
<div id="wrap"><h1>{TITLE}</h1><span class="date">16:23 - 30/12/2021</span>
<div class="post">{LEAD}<br><br>{P1}<br>{P2}<br><br><b>Kết quả bước đầu</b><br>{P3}<br><br>
<i>Theo TTXVN</i></div></div></body></html>""",
        [LEAD, P1, P2, "Kết quả bước đầu", P3],
        date(2021, 12, 30),
        "Theo TTXVN",
        "Tạp chí Dòng sông",
        ["Kết quả bước đầu"],
    ),
    Case(
        "a well-known publishing engine: figures with captions, related box in the text",
        f"""<html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2020-10-22T06:12:00+07:00">
<meta name="author" content="Nguyễn Hải Vân"><meta property="og:url"
content="https://www.songtra.example/a.htm"></head><body class="page-detail has-comment-box">
<nav>{MENU}</nav>
<main><article class="detail__content-article"><h1 class="detail-title">{TITLE}</h1>
<div class="detail-cmain"><p class="detail-sapo">{LEAD}</p><p>{P1}</p>
<figure class="VCSortableInPreviewMode"><img src="a.jpg"><figcaption class="PhotoCMS_Caption">
<p>Đồng chí Lê Văn Sông tại hội nghị - Ảnh: VGP</p></figcaption></figure><p>{P2}</p>
<div class="VCSortableInPreviewMode RelatedNews" type="RelatedNewsBox">
<a>Đại hội điểm ở xã Đông Hà</a>
</div><h2>Việc cần làm ngay</h2><p>{P3}</p><p>{P4}</p></div></article>
<div class="detail__comment comment"><h3>Bình luận (2)</h3><p>{"Bài viết rất thiết thực. " * 8}</p>
</div></main></body></html>""",
        [LEAD, P1, P2, "Việc cần làm ngay", P3, P4],
        date(2020, 10, 22),
        "Nguyễn Hải Vân",
        "songtra.example",
        ["Việc cần làm ngay"],
        ["Đại hội điểm ở xã Đông Hà"],
    ),
    Case(
        "a party journal: author under the title, footnotes, a share bar that wraps nothing",
        f"""<html><head><meta charset="utf-8"><title>{TITLE} | Tạp chí Trà Giang</title>
</head><body>
<div class="breadcrumb"><a>Trang chủ</a> » <a>Nghiên cứu - Trao đổi</a></div>
<div class="toolbar-share-wrapper"><h2 class="post-title">{TITLE}</h2>
<p class="author">Lê Thanh Chương (Ban Tổ chức Tỉnh ủy)</p>
<p class="time">Thứ Năm, ngày 14-09-2020</p>
<div class="post-content"><p>TCTG - {P1}</p><p>{P4}</p><p>{P2}</p><p>{P3}</p></div>
<div class="rating-box">Đánh giá bài viết</div></div></body></html>""",
        [f"TCTG - {P1}", P4, P2, P3],
        date(2020, 9, 14),
        "Lê Thanh Chương (Ban Tổ chức Tỉnh ủy)",
        "TCTG",
    ),
    Case(
        "a short article beside a long column of other articles with their summaries",
        f"""<html><head><meta charset="utf-8"></head><body><div class="col-left"><h1>{TITLE}</h1>
<div>12/3/2021 | 08:00</div><div class="body"><p>{P1}</p><p>{P2}</p></div></div>
<div class="col-right">{SUMMARIES}</div></body></html>""",
        [P1, P2],
        date(2021, 3, 12),
        None,
        None,
    ),
    Case(
        "captions in italics or in the middle under pictures",
        f"""<html><head><meta charset="utf-8"></head><body><h1>{TITLE}</h1><div><p>{P1}</p>
<p align="center"><img src="a"><br>Một buổi sinh hoạt chi bộ</p><p>{P2}</p><p><img src="b"></p>
<p><i>Các đại biểu dự hội nghị của huyện.</i></p><p>{P3}</p></div></body></html>""",
        [P1, P2, P3],
        None,
        None,
        None,
        [],
        ["Một buổi sinh hoạt chi bộ", "Các đại biểu dự hội nghị của huyện."],
    ),
    Case(
        "saved from a word processor: the window's title is not the title",
        f"""<html><head><meta charset="utf-8"><title>bai 1</title></head><body>
<p class="MsoNormal" align="center"><b>{TITLE}</b></p><p class="MsoNormal">{P1}</p>
<p class="MsoNormal"><b>I. Kết quả</b></p><p class="MsoNormal">{P2}</p></body></html>""",
        [P1, "I. Kết quả", P2],
        None,
        None,
        None,
        ["I. Kết quả"],
    ),
    Case(
        "plain text in a page",
        f"<html><body><pre>{TITLE}\n\n{P1}\n\n{P2}\n</pre></body></html>",
        [P1, P2],
        None,
        None,
        None,
    ),
    Case(
        "lists and a table are body",
        f"""<html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}">
</head><body><h1>{TITLE}</h1><div class="content"><p>{P1}</p><p>{P4}</p><p>Nhiệm vụ cụ thể:</p>
<ul><li>Rà soát quy chế làm việc của cấp ủy.</li>
<li>Kiểm tra các chi bộ thôn trong quý II.</li></ul>
<p>{P3}</p><p>{P2}</p></div></body></html>""",
        [
            P1,
            P4,
            "Nhiệm vụ cụ thể:",
            "Rà soát quy chế làm việc của cấp ủy.",
            "Kiểm tra các chi bộ thôn trong quý II.",
            P3,
            P2,
        ],
        None,
        None,
        None,
    ),
]
