"""A desk at work: articles imported, some tasks decided, lists at each stage."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from articles.actions.articles import take_down_articles
from articles.actions.imports import start_import
from articles.actions.likeness import merge_articles
from articles.actions.originals import Upload
from articles.actions.running import run_item
from articles.actions.theme_merging import merge_themes
from articles.actions.themes import tag_articles, untag_articles
from articles.models import Article, ImportJob, Likeness, OfficialDocument, Publisher, Theme
from portal.actions import Pick, withdraw_edition
from portal.models import CuratedList, Edition
from portal.people.models import User
from review.actions.articles import sign_off
from review.actions.decisions import decide
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask, Organisation
from tests.articles.alike import REPORTED, article_saying, pair_alike
from tests.articles.factories import ArticleFactory
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.portal.factories import draft_list, published_edition, submitted_list
from tests.review.factories import approve, text_of, wording_now

SEEDS: Path = settings.BASE_DIR / "seeds"
IMPORTED = [
    "thach-linh-ba-nam-neu-guong.txt",
    "ket-luan-ban-thuong-vu-ve-tiep-dan.txt",
    "neu-guong-tu-viec-nho-nhat.txt",
    "neu-guong-tu-viec-nho-nhat-crlf.txt",
    "quy-hoach-can-bo-nhin-nguoi-qua-viec.html",
]


class BusyDesk:
    def __init__(self) -> None:
        self.editor: User = EditorFactory()
        self.reviewer: User = ReviewerFactory()
        self.lead: User = LeadFactory()
        self.managing_editor: User = ManagingEditorFactory()
        self.keeper: User = PersonFactory(is_superuser=True)
        call_command("load_themes", SEEDS / "themes.yaml", verbosity=0)
        self.job = self._import()
        self.article, *_others, self.taken_down = Article.objects.order_by("pk")
        self._tag()
        self.merged = self._merge()
        self._review()
        self._publish()
        self._say_the_same()

    def _import(self) -> ImportJob:
        uploads = [_upload(name, (SEEDS / "articles" / name).read_bytes()) for name in IMPORTED]
        broken = _upload("trang-khong-co-bai.txt", b"\n\n")
        job = start_import(self.editor, ImportJob.Source.FILES, [*uploads, broken])
        for item in job.items.order_by("position"):
            run_item(item.pk, "tests")
        return job

    def _tag(self) -> None:
        mine = Theme.objects.filter(slug__in=["neu-guong", "tu-chuyen-hoa"])
        tag_articles(self.editor, [self.article], mine)
        untag_articles(self.editor, [self.article], Theme.objects.exclude(pk__in=mine))
        take_down_articles(self.editor, [self.taken_down], "Bài đã bị tòa soạn gỡ.")

    def _merge(self) -> Theme:
        theme: Theme
        theme, into = Theme.objects.filter(parent=None).order_by("-pk")[:2]
        merge_themes(self.editor, theme, into)
        theme.refresh_from_db()
        return theme

    def _review(self) -> None:
        first, second, third, *others = self.article.tasks.order_by("start")
        self.task: ExtractedTask = approve(first)
        self.edited: ExtractedTask = second
        rewrite(self.reviewer, second.pk, wording_now(second).pk, Wording("Rà soát bản cam kết."))
        for task, verdict in [
            (third, Decision.Verdict.UNSURE),
            *((other, Decision.Verdict.REJECT) for other in others),
        ]:
            decide(ReviewerFactory(), task.pk, wording_now(task).pk, verdict, "Đã có hạn chưa?")
        sign_off(self.reviewer, text_of(ArticleFactory()).pk)

    def _publish(self) -> None:
        picks = [Pick(article=self.article, note="Đọc **kỹ**."), Pick(task=self.task)]
        self.draft: CuratedList = draft_list(*picks, title="Nghe dân, trả lời dân")
        self.submitted: CuratedList = submitted_list(*picks, title="Một cửa, một lòng")
        self.edition: Edition = published_edition(*picks, title="Nêu gương ở cơ sở")
        self.withdrawn: Edition = published_edition(*picks, title="Đổi mới lề lối")
        withdraw_edition(self.managing_editor, self.withdrawn, reason="Dẫn sai nguồn.")

    def _say_the_same(self) -> None:
        self.stays, self.aside, likeness = pair_alike()
        merge_articles(self.editor, likeness.pk)
        self.offered = article_saying(REPORTED.replace("125 đại biểu", "128 đại biểu"))
        self.likeness = Likeness.objects.filter(second=self.offered)[0]

    def screens(self) -> list[tuple[User, list[str]]]:
        """What each of them has before their eyes in a day."""
        article, task = f"articles/article/{self.article.pk}", self.task.pk
        review = f"review/extractedtask/articles/{self.article.pk}"
        made = f"portal/curatedlist/{self.draft.pk}"
        return [
            (
                self.editor,
                [
                    "",
                    "articles/article/",
                    f"{article}/change/",
                    f"{article}/history/",
                    f"{article}/take-down/",
                    f"articles/article/{self.taken_down.pk}/change/",
                    "articles/article/alike/",
                    f"articles/article/alike/{self.likeness.pk}/",
                    f"articles/article/{self.offered.pk}/change/",
                    f"articles/article/{self.stays.pk}/change/",
                    f"articles/article/{self.aside.pk}/change/",
                    "articles/importjob/",
                    "articles/importjob/add/",
                    f"articles/importjob/{self.job.pk}/change/",
                    "articles/theme/",
                    f"articles/theme/{_first(Theme)}/change/",
                    f"articles/theme/{_first(Theme)}/merge/?q=dang",
                    f"articles/theme/{_first(Theme)}/merge/?into={self.merged.merged_into_id}",
                    f"articles/theme/{self.merged.pk}/change/",
                    f"articles/theme/{self.merged.pk}/history/",
                    f"articles/publisher/{_first(Publisher)}/change/",
                    f"articles/officialdocument/{_first(OfficialDocument)}/change/",
                    f"articles/officialdocument/{_first(OfficialDocument)}/merge/",
                    "articles/officialdocument/doubtful/",
                ],
            ),
            (
                self.reviewer,
                [
                    "",
                    "review/extractedtask/articles/",
                    f"{review}/",
                    f"{review}/?edit={self.edited.pk}",
                    "review/extractedtask/",
                    f"review/extractedtask/{task}/change/",
                    "review/organisation/",
                    f"review/organisation/{_first(Organisation)}/change/",
                    f"review/organisation/{_first(Organisation)}/tasks/",
                    f"review/organisation/{_first(Organisation)}/merge/",
                    "review/extractedtask/how/",
                    "review/extractedtask/decisions/",
                    "review/notice/",
                ],
            ),
            (
                self.lead,
                ["", f"{review}/", "review/extractedtask/how/", "review/extractedtask/bring-in/"],
            ),
            (
                self.managing_editor,
                [
                    "",
                    f"{article}/erase/",
                    "portal/curatedlist/",
                    "portal/curatedlist/add/",
                    f"{made}/change/",
                    f"{made}/preview/",
                    f"portal/curatedlist/{self.submitted.pk}/preview/",
                    "portal/edition/",
                    f"portal/edition/{self.edition.pk}/change/",
                    f"portal/edition/{self.edition.pk}/withdraw/",
                    f"portal/edition/{self.withdrawn.pk}/change/",
                ],
            ),
            (
                self.keeper,
                ["", f"people/user/{self.editor.pk}/change/", "review/desksettings/1/change/"],
            ),
        ]


def _upload(name: str, data: bytes) -> Upload:
    return Upload(name, "", len(data), lambda: data)


def _first(model: "type[Theme | Publisher | OfficialDocument | Organisation]") -> int:
    return model._default_manager.order_by("pk").values_list("pk", flat=True)[0]
