"""What the names in a page's markup say: its tags, roles, classes and ids.

Names are compared whole, in the spellings that Vietnamese publishing engines use
(`box-tin-lien-quan`, `PhotoCMS_Caption`, `pCaption`), not by a word inside them: the class of
a wrapper ("has-comment-box", "share-page") says nothing about what is in it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from articles.reading.draft import Reason

_TAG_HINTS: Final = {
    "nav": Reason.MENU,
    "footer": Reason.FOOTER,
    "figcaption": Reason.CAPTION,
    "caption": Reason.CAPTION,
    "form": Reason.WIDGET,
    "label": Reason.WIDGET,
    "marquee": Reason.WIDGET,
}
_WORDS: Final = (
    (
        Reason.CAPTION,
        (
            r"captions?|p?caption|photo-?cms-?caption|image-?(?:desc|note|caption)|wp-caption-text|"
            r"chu-?thich(?:-?anh)?|ghichu-?anh|photo-?note|pic-?note|expnoedit|imgcaption"
        ),
    ),
    (
        Reason.RELATED,
        (
            r"(?:box-?|list-?|news-?|tin-?|bai-?|post-?|article-?|other-?|c-|block-?|"
            r"detail-?)*(?:related?|relatednews|relation|relate|lien-?quan|lienquan|lq|"
            r"cung-?(?:chuyen-?)?muc|cung-?chu-?de|khac|others?|other-?news|read-?more|more-?news|"
            r"docthem|doc-?them|xem-?them|tin-?moi|hot-?news|most-?(?:read|view(?:ed)?)|doc-?nhieu|"
            r"xem-?nhieu|recommend(?:ed|ation)?s?|teasers?|suggest(?:ion)?s?)(?:-?(?:news|box|list|"
            r"post|posts|articles?|container|items?|wrap(?:per)?|content|inner|title))*"
        ),
    ),
    (
        Reason.SHARE,
        (
            r"(?:social|share|sharing|addthis|fb|facebook|zalo|like|google-?news|gg-?news|rating|"
            r"danh-?gia|vote)(?:-?(?:box|bar|buttons?|icons?|links?|list|top|bottom|plugins?|"
            r"toolbox|"
            r"like|share|follow|article|post|wrap(?:per)?|container|inline|root|news|this|media|"
            r"network|networks|toolbar))*|toolbar|tool-?box|tools|btn-?group"
        ),
    ),
    (
        Reason.COMMENT,
        (
            r"(?:box-?|list-?|wrap-?|form-?|fb-?|block-?|post-?|article-?)*(?:comments?|binh-?luan|"
            r"phan-?hoi|y-?kien|ykien|feedback)(?:-?(?:box|list|form|area|wrap(?:per)?|section|"
            r"container|respond))*|respond|disqus_thread"
        ),
    ),
    (
        Reason.TAGS,
        (
            r"(?:box-?|list-?|post-?|article-?|news-?|the-?|block-?|detail-?)*(?:tags?|"
            r"tag-?(?:list|"
            r"box|cloud|links|name|title|item)|keywords?|tu-?khoa|topics?|chu-?de)(?:-?(?:box|list|"
            r"wrap(?:per)?|container|news|detail))*"
        ),
    ),
    (
        Reason.MENU,
        (
            r"(?:main-?|top-?|site-?|left-?|right-?|sub-?|mega-?|mobile-?|nav-?)*(?:menu|navbar|"
            r"navigation|nav|breadcrumbs?|bread-?crumb|crumbs|paging|pagination|pager|sidebar|"
            r"side-?bar|cate(?:gory)?-?(?:name|title|parent)?|duong-?dan)(?:-?(?:list|bar|"
            r"wrap(?:per)?|container|item|main|top|left|right|mobile|inner))*"
        ),
    ),
    (
        Reason.FOOTER,
        (
            r"(?:site-?|page-?|main-?|bottom-?)*footer(?:-?(?:wrap(?:per)?|container|content|inner|"
            r"bottom|top|main))*|copyright"
        ),
    ),
    (
        Reason.COUNTER,
        (
            r"(?:view|views|hit|luot)-?(?:counts?|counter|xem|number)?|counter|visitors?|thong-?ke|"
            r"post-?views?|luotxem|article__view"
        ),
    ),
    (
        Reason.WIDGET,
        (
            r"(?:div-?|box-?|block-?)*(?:audio|player|tts|text-?to-?speech|ads?|advert(?:isement)?|banner|quang-?cao|qc|"
            r"adv|"
            r"popup|modal|font-?size|zoom|print|survey|poll|weather|box-?video|search|subscribe|"
            r"newsletter|login|marquee|maquee|chu-?chay|ticker|wm-ipp|donato|skip-?link|skiplink|visually-?hidden|sr-only|"
            r"screen-reader-text)(?:-?(?:box|bar|wrap(?:per)?|container|controls?|content|item|"
            r"form|"
            r"news|play|button|reader|top|bottom|left|right|zone))*"
        ),
    ),
    (
        Reason.DATE,
        (
            r"(?:post-?|article-?|news-?|detail-?|entry-?|content-?|c-|box-?|publish(?:ed)?-?|"
            r"created-?|tin-?|meta-?)*(?:date|time|datetime|date-?time|pub-?date|publish(?:ed)?|"
            r"thoi-?gian|ngay(?:-?dang|-?thang)?|timestamp|created)(?:-?(?:time|date|post|"
            r"published|"
            r"created|up|news|detail))*"
        ),
    ),
    (
        Reason.AUTHOR,
        (
            r"(?:post-?|article-?|news-?|detail-?|entry-?|content-?|c-|box-?|the-?|name-?|"
            r"p)*(?:author|tac-?gia|byline|but-?danh|nguoi-?viet|writer|authors)(?:-?(?:name|info|"
            r"box|detail|title))*"
        ),
    ),
)
_TITLE: Final = re.compile(
    r"(?:news-?|article-?|post-?|detail-?|entry-?|main-?|content-?|page-?|the-?|p-?|lbl-?)*"
    r"(?:title|titles|tieu-?de|headline|tit)"
    r"(?:-?(?:detail|news|article|main|page|entry|post|bai|tin|name|content|h1|viet))*"
)
_CLASS_HINTS: Final = tuple((reason, re.compile(form)) for reason, form in _WORDS)
_MOST_NAMES: Final = 12  # classes of one element that are looked at
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def hint_of(tag: str, marks: Mapping[str, str]) -> Reason | None:
    """What an element's name, role, class and id say it holds, where that is not body."""
    if tag in _TAG_HINTS:
        return _TAG_HINTS[tag]
    if marks.get("role") in {"navigation", "banner", "search"}:
        return Reason.MENU
    names = f"{marks.get('class', '')} {marks.get('id', '')}".split()
    return next(filter(None, map(_hint_of_name, names[:_MOST_NAMES])), None)


def names_title(marks: Mapping[str, str]) -> bool:
    """Whether the names say that an element holds the title of an article."""
    names = f"{marks.get('class', '')} {marks.get('id', '')}".split()
    return any(map(_is_title, names[:_MOST_NAMES]))


@lru_cache(maxsize=4096)
def _is_title(name: str) -> bool:
    return _TITLE.fullmatch(_plain(name)) is not None


def _plain(name: str) -> str:
    return _CAMEL.sub("-", name).replace("_", "-").lower()


@lru_cache(maxsize=4096)  # a page has few names, and a newspaper's pages have the same
def _hint_of_name(name: str) -> Reason | None:
    plain = _plain(name)
    return next((reason for reason, form in _CLASS_HINTS if form.fullmatch(plain)), None)
