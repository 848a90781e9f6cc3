"""What answers look like, in JSON Schema: what the OpenAPI document and the page for people say.

Each part brings an example, and the example of an answer is put together from these.
"""

from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Schema = dict[str, Any]

_HOST: Final = "https://duyet.example.vn"


def text(meaning: Promise, example: str, **more: Any) -> Schema:
    return {"type": "string", "description": meaning, "examples": [example], **more}


def integer(meaning: Promise, example: int) -> Schema:
    return {"type": "integer", "description": meaning, "examples": [example]}


def address(meaning: Promise, path: str) -> Schema:
    return text(meaning, _HOST + path, format="uri")


def maybe(schema: Schema) -> Schema:
    return schema | {"type": [schema["type"], "null"]}


def many(of: Schema, meaning: Promise) -> Schema:
    return {"type": "array", "items": of, "description": meaning}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def ref_or_null(name: str, meaning: Promise) -> Schema:
    return {"anyOf": [ref(name), {"type": "null"}], "description": meaning}


def of_fields(meaning: Promise, **fields: Schema) -> Schema:
    return {
        "type": "object",
        "description": meaning,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _page_of(name: str) -> Schema:
    return of_fields(
        _("One page of what there is."),
        items=many(ref(name), _("What stands on this page.")),
        next=maybe(
            address(
                _("The address of the next page; null on the last."),
                "/api/v1/articles?cursor=WyJhcnRpY2xlcyIsNDJd",
            )
        ),
        terms=_TERMS,
    )


def example_of(schema: Schema) -> Any:
    """Put together the example of an answer."""
    if "$ref" in schema:
        return example_of(SCHEMAS[schema["$ref"].rpartition("/")[2]])
    if "examples" in schema:
        return schema["examples"][0]
    if "anyOf" in schema:
        return example_of(schema["anyOf"][0])
    if schema["type"] == "array":
        return [example_of(schema["items"])]
    return {name: example_of(field) for name, field in schema["properties"].items()}


_TERMS: Final = text(_("On what terms it may be used."), "Được trích dẫn, kèm địa chỉ ấn bản.")
_PAGE: Final = _("The page that people read.")
_SELF: Final = _("Where this itself stands in the API.")
_LIST: Final = text(_("The slug of the list."), "neu-guong-o-co-so")
_NUMBER: Final = integer(_("The number of the edition, counted from 1 in each list."), 3)
_TITLE: Final = text(_("The title of the edition."), "Nêu gương ở cơ sở")
_PUBLISHED: Final = text(
    _("When the edition was published."), "2021-09-20T09:40:00+07:00", format="date-time"
)
_OF_ARTICLE: Final[Schema] = {
    "number": integer(_("The number of the article; it never means another one."), 42),
    "title": text(_("The title of the article."), "Giữ nếp nêu gương ở Đông Khê"),
    "publisher": text(_("Who published the article."), "Báo Sông Lam"),
    "author": text(_("As the article names its author."), "Thu Thảo"),
    "published_on": maybe(
        text(_("The day on which the article was published."), "2021-10-02", format="date")
    ),
    "source": maybe(
        text(_("Where the article stands at its publisher."), "https://bao.example.vn/bai-1.html")
    ),
    "self": address(_SELF, "/api/v1/articles/42"),
    "page": address(_PAGE, "/bai-viet/42/"),
}
_OF_EDITION: Final[Schema] = {
    "list": _LIST,
    "number": _NUMBER,
    "title": _TITLE,
    "published_at": _PUBLISHED,
    "self": address(_SELF, "/api/v1/lists/neu-guong-o-co-so/editions/3"),
    "page": address(_PAGE, "/danh-muc/neu-guong-o-co-so/an-ban/3/"),
}
_KIND: Final = text(_("What it is."), "task", enum=["article", "task"])
_THEMES: Final = many(ref("ThemeName"), _("Themes, as they were called when it was published."))
_CORRECTIONS: Final = many(
    ref("Correction"), _("What was wrong in it, in the order in which it was put right.")
)
_LEAD: Final = text(_("The lead of the article."), "Từ việc nhỏ, cán bộ Đông Khê nêu gương.")
_KNOWN: Final = many(ref("DocumentName"), _("Those of them that the desk knew."))
_DOCUMENTS: Final = many(
    text(_("An official document, by name."), "Quy định số 08-QĐi/TW ngày 25/10/2018"),
    _("Official documents that it cites, as they were called when it was published."),
)
_TAGS: Final[Schema] = {
    "documents": _DOCUMENTS,
    "known_documents": _KNOWN,
    "themes": _THEMES,
    "corrections": _CORRECTIONS,
}
_SAYS: Final = ref("EditionName")
_WORDING: Final[Schema] = {
    "task": integer(_("The number of the task; it never means another one."), 7),
    "version": integer(_("The number of the wording that people approved."), 11),
    "wording": text(_("What is to be done."), "Rà soát quy chế làm việc của cấp ủy"),
    "responsible": many(
        text(_("A body, as the wording names it."), "Ban Thường vụ Huyện ủy"), _("Who is to do it.")
    ),
    "taking_part": many(
        text(_("A body, as the wording names it."), "Ủy ban Kiểm tra Huyện ủy"),
        _("Who takes part."),
    ),
    "due": text(_("By when, as the wording says it."), "quý IV/2021"),
}

_OF_DOCUMENT: Final[Schema] = {
    "slug": text(_("Its name in addresses."), "quy-dinh-08-qdi-tw"),
    "name": text(_("Its kind and number."), "Quy định 08-QĐi/TW"),
    "self": address(_SELF, "/api/v1/documents/quy-dinh-08-qdi-tw"),
    "page": address(_PAGE, "/van-ban/quy-dinh-08-qdi-tw/"),
}

SCHEMAS: Final[dict[str, Schema]] = {
    "ThemeName": of_fields(
        _("A theme, as it was called when it was published."),
        slug=text(_("Its name in addresses."), "neu-guong"),
        name=text(_("Its name."), "nêu gương"),
    ),
    "EditionName": of_fields(_("Which edition says so."), **_OF_EDITION),
    "Edition": of_fields(
        _("A frozen, numbered publication of a list."),
        **_OF_EDITION,
        id=text(
            _("Names it for ever, in feeds too."), "urn:uuid:8a1c6b9e-1f0b-4c57-9d2b-6d0a0b9f2c11"
        ),
        introduction=text(_("In Markdown."), "Những bài viết về *nêu gương* ở cơ sở."),
        entries_count=integer(_("How many entries it has."), 12),
        entries=address(
            _("Its entries in the API."), "/api/v1/lists/neu-guong-o-co-so/editions/3/entries"
        ),
        picture=ref_or_null("Picture", _("The lead picture; null where there is none.")),
        corrections=_CORRECTIONS,
        exports=of_fields(
            _("The edition to take away."),
            docx=address(_("For a word processor."), "/danh-muc/neu-guong-o-co-so/an-ban/3.docx"),
            xlsx=address(_("As a spreadsheet."), "/danh-muc/neu-guong-o-co-so/an-ban/3.xlsx"),
            csv=address(_("As a table."), "/danh-muc/neu-guong-o-co-so/an-ban/3.csv"),
        ),
        terms=_TERMS,
    ),
    "Picture": of_fields(
        _("The lead picture of an edition."),
        address=address(_("Where it stands."), f"/hinh/{'5f2b91c4' * 8}/1600.jpg"),
        alt=text(_("What it shows."), "Người dân họp ở nhà văn hóa thôn"),
        credit=text(_("Who made it."), "Ảnh: Thu Thảo"),
    ),
    "Correction": of_fields(
        _("What an edition said, and what it says now. The edition itself is never changed."),
        position=maybe(
            integer(_("The place of the entry; null where it is the edition itself."), 1)
        ),
        field=text(
            _("What was wrong, by its name in the entry or edition; empty for a remark."), "author"
        ),
        said=text(_("What it said."), "Thu Thao"),
        says=text(_("What it says now."), "Thu Thảo"),
        reason=text(_("Why it was corrected."), "Sai tên tác giả."),
        corrected_at=text(
            _("When it was corrected."), "2021-09-21T08:00:00+07:00", format="date-time"
        ),
    ),
    "List": of_fields(
        _("An ordered, commented choice of articles and approved tasks."),
        slug=_LIST,
        title=text(_("Its title, as its newest edition has it."), "Nêu gương ở cơ sở"),
        edition=ref("Edition"),
        editions=address(_("All its editions."), "/api/v1/editions?list=neu-guong-o-co-so"),
        self=address(_SELF, "/api/v1/lists/neu-guong-o-co-so"),
        page=address(_PAGE, "/danh-muc/neu-guong-o-co-so/"),
    ),
    "SourceArticle": of_fields(_("The article that it stands on."), **_OF_ARTICLE),
    "Wording": of_fields(_("A task, in the wording that people approved."), **_WORDING),
    "Entry": of_fields(
        _("What stands at one place of an edition."),
        position=integer(_("Its place, counted from 1."), 1),
        section=text(_("The heading that it stands under; empty where there is none."), "Ở xã"),
        kind=_KIND,
        note=text(_("What the editor says of it, in Markdown."), "Nên đọc **kỹ** đoạn cuối."),
        lead=_LEAD,
        task=ref_or_null("Wording", _("The task; null where the entry is an article.")),
        article=ref("SourceArticle"),
        **_TAGS,
        page=address(_PAGE, "/danh-muc/neu-guong-o-co-so/an-ban/3/#muc-1"),
    ),
    "Article": of_fields(
        _("An article, as the newest edition that has it describes it."),
        **_OF_ARTICLE,
        lead=_LEAD,
        **_TAGS,
        edition=_SAYS,
    ),
    "Task": of_fields(
        _("A task, as the newest edition that has it words it."),
        **_WORDING,
        article=ref("SourceArticle"),
        **_TAGS,
        edition=_SAYS,
        self=address(_SELF, "/api/v1/tasks/7"),
    ),
    "Theme": of_fields(
        _("A theme that something is published on."),
        slug=text(_("Its name in addresses."), "neu-guong"),
        name=text(_("Its name."), "nêu gương"),
        articles=address(_("What is published on it."), "/api/v1/articles?theme=neu-guong"),
        tasks=address(_("Tasks on it."), "/api/v1/tasks?theme=neu-guong"),
        self=address(_SELF, "/api/v1/themes/neu-guong"),
        page=address(_PAGE, "/chu-de/neu-guong/"),
    ),
    "DocumentName": of_fields(
        _("An official document, as it was called when it was published."), **_OF_DOCUMENT
    ),
    "Document": of_fields(
        _("An official document that something is published on."),
        **_OF_DOCUMENT,
        issuer=text(_("Who issued it."), "Ban Chấp hành Trung ương"),
        title=text(_("What it is called."), "về trách nhiệm nêu gương của cán bộ, đảng viên"),
        issued_on=maybe(text(_("When it was issued."), "2018-10-25", format="date")),
        articles=address(
            _("Articles that cite it."), "/api/v1/articles?document=quy-dinh-08-qdi-tw"
        ),
        tasks=address(_("Tasks that carry it out."), "/api/v1/tasks?document=quy-dinh-08-qdi-tw"),
    ),
    "Hit": of_fields(
        _("An article or a task that was found."),
        kind=_KIND,
        article=ref_or_null("Article", _("The article; null where a task was found.")),
        task=ref_or_null("Task", _("The task; null where an article was found.")),
    ),
    "Problem": {
        "type": "object",
        "description": _("What went wrong (RFC 9457)."),
        "properties": {
            "type": address(_("Says for ever what kind of problem it is."), "/api/v1/#not-found"),
            "title": text(_("The same in words."), "Không có gì ở địa chỉ này"),
            "status": integer(_("The status of the answer."), 404),
            "detail": text(_("What is the matter here."), "Chưa từng được công bố."),
            "instance": text(_("What was asked for."), "/api/v1/articles/43"),
            "parameter": text(_("The parameter that is not right."), "limit"),
            "reason": text(_("Why it was withdrawn."), "Dẫn sai nguồn."),
            "withdrawn_at": text(
                _("When it was withdrawn."), "2021-09-21T08:00:00+07:00", format="date-time"
            ),
            "page": address(_PAGE, "/danh-muc/neu-guong-o-co-so/an-ban/2/"),
        },
        "required": ["type", "title", "status", "detail", "instance"],
    },
}
_WHOLE: Final = SCHEMAS["Article"]["properties"] | {
    "text": maybe(
        text(
            _("The whole text, where its publisher allows it; otherwise null."),
            "Từ việc nhỏ, cán bộ Đông Khê nêu gương.\n\nCấp ủy xã thực hiện Quy định 08.",
        )
    )
}
SCHEMAS["WholeArticle"] = of_fields(
    _("An article, as the newest edition that has it describes it."), **_WHOLE
)
for _name in ("List", "Edition", "Entry", "Article", "Task", "Theme", "Document"):
    SCHEMAS[f"{_name}Page"] = _page_of(_name)
SCHEMAS["HitPage"] = of_fields(
    _("One page of what was found, the best first."),
    number=integer(_("How many were found; beyond 10,000 they are not counted."), 12),
    **_page_of("Hit")["properties"],
)
