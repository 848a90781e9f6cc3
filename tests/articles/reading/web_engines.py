"""Web pages as the engines behind Vietnamese newspapers and portals write them."""

from datetime import date

from tests.articles.reading.web import MENU, TEASERS, Case
from tests.articles.reading.words import LEAD, P1, P2, P3, P4, P5, TITLE

LINKS = "".join(f'<td><a href="/{n}">Chuyên mục số {n}</a></td>' for n in range(9))

CASES = [
    Case(
        "a news agency: sapo, table with a picture, agency behind the name",
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{TITLE} | baosongtra.example</title><meta name="keywords" content="chi bộ, Trà Giang">
<meta property="og:title" content="{TITLE}"></head><body><div class="menu-top">{MENU}</div>
<div class="boxdetail"><h1 class="detail-title">{TITLE}</h1>
<div class="date"><span class="txt">Thứ Ba, 16/03/2021 08:15</span></div>
<ul class="social-list"><li>Chia sẻ</li><li>Tăng cỡ chữ</li></ul>
<h2 class="sapo">{LEAD}</h2><div class="contents" id="content"><p>{P1}</p>
<table class="contentimg"><tbody><tr><td><img src="/a.jpg"></td></tr>
<tr><td><i>Đồng chí Lê Văn Sông tại buổi làm việc. Ảnh: Hải An/TTXVN</i></td></tr></tbody></table>
<p>{P2}</p><p>{P3}</p></div>
<div class="author"><strong>Hải An (TTXVN)</strong></div>
<div class="keysword"><span>Từ khóa:</span><a>chi bộ</a>, <a>Trà Giang</a></div>
<div class="boxother"><h3>Tin cùng chuyên mục</h3><ul>{TEASERS}</ul></div></div></body></html>""",
        [LEAD, P1, P2, P3],
        date(2021, 3, 16),
        "Hải An (TTXVN)",
        None,
        [],
        ["Đồng chí Lê Văn Sông tại buổi làm việc. Ảnh: Hải An/TTXVN"],
    ),
    Case(
        "a broadcaster: everything in divs, its name before the lead, tags of links",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} | STV.VN</title>
<meta property="og:title" content="{TITLE} | STV.VN">
<meta property="og:site_name" content="STV.VN"></head><body>
<div class="container"><div class="col"><div class="row article-title"><h1>{TITLE}</h1></div>
<div class="row"><div class="col-md-4 mb-2">Thứ Năm, 19:12, 18/11/2021</div></div>
<div class="row article-summary"><div>STV.VN - {LEAD}</div></div>
<div class="row article-content"><div class="text-long"><p>{P1}</p>
<figure class="align-center"><img src="a.jpg"><figcaption>Một buổi sinh hoạt</figcaption></figure>
<p>&gt;&gt; <a href="/3">Huyện Trà Giang sơ kết công tác sáu tháng đầu năm</a></p>
<p>{P4}</p><p>{P3}</p></div></div>
<div class="row article-author"><div>Lan Hương/STV-Tây Bắc</div></div>
<div class="article-tags"><span>Tag:</span> <a>chi bộ</a> <a>đảng viên</a></div>
<div class="comment-fb">Bình luận</div></div></div></body></html>""",
        [f"STV.VN - {LEAD}", P1, P4, P3],
        date(2021, 11, 18),
        "Lan Hương/STV-Tây Bắc",
        "STV.VN",
        [],
        ["Huyện Trà Giang sơ kết công tác sáu tháng đầu năm"],
    ),
    Case(
        "a provincial portal on Liferay: journal article in a portlet, words in spans and fonts",
        f"""<html class="ltr" dir="ltr" lang="vi-VN"><head><meta charset="utf-8">
<title>Chi tiết tin - Cổng thông tin điện tử tỉnh Trà Giang</title></head>
<body class="yui3-skin-sam"><nav class="sort-pages">{MENU}</nav>
<div class="portlet-boundary" id="p_p_id_101_"><div class="portlet-body">
<div class="breadcrumb">Trang chủ » Tin tức</div><div class="asset-content">
<h3 class="title-news"><a href="/-/chi-bo">{TITLE}</a></h3>
<p class="date-news">Cập nhật lúc: 14:30 12/03/2021</p>
<div class="journal-content-article"><p><span style="font-size:14px"><font face="Arial"><b>{LEAD}
</b></font></span></p><p><font size="3"><span>{P1[:40]}</span>{P1[40:90]}<span>{P1[90:]}</span>
</font></p><p>&nbsp;</p><p style="text-align:center"><img src="x.jpg"></p>
<p style="text-align:center"><em>Quang cảnh một buổi sinh hoạt</em></p>
<p><font size="3">{P2}</font></p><p>{P3}</p>
<p style="text-align:right"><strong>Hoàng Thị Mai</strong></p></div></div>
<div class="asset-related"><b>Tin liên quan</b><ul>{TEASERS}</ul></div></div></div>
<div class="thongke">Tổng truy cập: 1.204.552</div></body></html>""",
        [LEAD, P1, P2, P3],
        date(2021, 3, 12),
        "Hoàng Thị Mai",
        None,
        [],
        ["Quang cảnh một buổi sinh hoạt"],
    ),
    Case(
        "a department on SharePoint: a form round all, divs, double line ends, captions in cells",
        f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" dir="ltr"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<title>Trang chủ - {TITLE}</title></head><body><form method="post" action="?id=9" id="aspnetForm">
<table width="100%"><tr>{LINKS}</tr></table><table width="100%"><tr><td valign="top" width="20%">
{MENU}</td><td valign="top"><div class="ms-webpart-zone"><div class="ms-rtestate-read">
<div class="tieude"><font color="#004b91"><b>{TITLE}</b></font></div>
<div class="ngaydang">(Ngày đăng: 24/02/2021 14:33)</div>
<div class="ms-rtestate-field"><div align="justify">\u200b{LEAD}<br><br>{P1}<br><br>
<table align="center" border="0"><tr><td><img src="/a.png"></td></tr><tr><td align="center">
<font size="2">Lãnh đạo Sở trao đổi với chi bộ thôn</font></td></tr></table><br>{P4}<br>
<br>{P2}<br><br>{P3}<br><br><div align="right"><b>Phạm Thị Thu</b></div></div></div>
<div><b>Các tin khác</b></div><ul>{TEASERS}</ul></div></div></td></tr></table>
<div>Bản quyền thuộc Sở Sông ngòi tỉnh Trà Giang</div></form></body></html>""",
        [LEAD, P1, P4, P2, P3],
        date(2021, 2, 24),
        "Phạm Thị Thu",
        None,
        [],
        ["Lãnh đạo Sở trao đổi với chi bộ thôn"],
    ),
    Case(
        "a party newspaper: the site's name behind the title and nowhere else, lead said twice",
        f"""<html><head><meta charset="utf-8"><title>{TITLE} - Người Trà Giang</title></head><body>
<div id="head">{MENU}</div><div id="main"><div class="article__header"><h1>{TITLE}</h1></div>
<div class="article__meta"><time>Thứ sáu, ngày 12/03/2021 - 06:30</time></div>
<div class="article__sapo">NTG - {LEAD}</div><div class="article__body"><p>{P1}</p>
<p>{P2}</p><p>{P5}</p></div><div class="article__author">TRẦN LƯU</div></div></body></html>""",
        [f"NTG - {LEAD}", P1, P2, P5],
        date(2021, 3, 12),
        "TRẦN LƯU",
        "NTG",
    ),
    Case(
        "a portal of an office: running greetings, the section and the day above a long title",
        f"""<html><head><meta charset="utf-8"><title>Website Sở Sông ngòi tỉnh Trà Giang</title>
</head><body><div class="div-maquee"><div>Nhiệt liệt chào mừng Đại hội Công đoàn tỉnh lần thứ XII,
nhiệm kỳ 2018 - 2023; kỷ niệm 90 năm Ngày Thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2019) và
các ngày lễ lớn trong năm</div></div><ul class="topnav">{MENU}</ul><table><tr>
<td class="FolderTitle">Tin nổi bật</td></tr><tr><td class="Time">(05.08.2019 16:32)
</td></tr><tr><td>
<p class="Title">{TITLE}</p></td></tr></table><div class="asset-content"><p>{P1}</p>
<table><tr><td><img src="a.jpg"></td></tr><tr><td>
<p>Nhân viên trạm thủy văn đo mực nước sông Trà.</p></td></tr></table><p>{P2}</p><p>{P3}</p></div>
<p>Xem chi tiết tại đây</p>
<p class="OtherTitle">TIN ĐÃ ĐƯA</p><ul>{TEASERS}</ul><div class="HitTitle">
<h3>Đang truy cập</h3></div><div>0</div><div>4</div></body></html>""",
        [P1, P2, P3],
        date(2019, 8, 5),
        None,
        None,
        [],
        ["Nhân viên trạm thủy văn đo mực nước sông Trà.", "Tin nổi bật"],
    ),
    Case(
        "a portal whose first heading is the name of the section",
        f"""<html><head><meta charset="utf-8"><title>Liên đoàn lao động Trà Giang</title>
</head><body><section class="portlet">
<header class="portlet-topper"><h1 class="portlet-title">Công đoàn
cấp trên cơ sở</h1></header><div class="asset-full-content">
<div class="nd_detail"><h2>{TITLE} ( )</h2>
<p>{P1}</p><p>{P2}</p><p>{P5}</p></div><h3>Các tin khác</h3><marquee>{TEASERS}</marquee></div>
</section></body></html>""",
        [P1, P2, P5],
        None,
        None,
        None,
    ),
]
