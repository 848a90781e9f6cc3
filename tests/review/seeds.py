"""Articles with a known-wrong task in them, for tests."""

from datetime import date
from random import Random

from articles.models import Article
from review.actions import seeding
from review.actions.finding import make_tasks
from review.models import ExtractedTask, SeededError
from tests.articles.factories import ArticleFactory
from tests.review.factories import found, text_of

BODY = (
    "Trong năm qua, Huyện ủy Đông Khê đã tổ chức mười hai hội nghị học tập cho cán bộ toàn huyện.\n"
    "Nhiệm vụ trọng tâm\n"
    "Một là, Ban Tổ chức Huyện ủy rà soát đội ngũ cán bộ trước ngày 30/6/2022.\n"
    "Hai là, các chi bộ tổ chức sinh hoạt chuyên đề về nêu gương trong quý IV/2021.\n"
    "Ba là, Ban Tuyên giáo Huyện ủy tham mưu kế hoạch tuyên truyền."
)
DONE, _HEADING, FIRST, SECOND, THIRD = BODY.split("\n")
Fault = SeededError.Fault


def untouched_article() -> Article:
    """Three tasks, two bodies, two times, and a sentence that tells what was done."""
    article: Article = ArticleFactory(body=BODY)
    make_tasks(
        text_of(article),
        (
            found(
                BODY,
                FIRST,
                responsible=("Ban Tổ chức Huyện ủy",),
                due="trước ngày 30/6/2022",
                due_to=date(2022, 6, 29),
            ),
            found(BODY, SECOND, due="quý IV/2021", due_from=date(2021, 10, 1)),
            found(BODY, THIRD, responsible=("Ban Tuyên giáo Huyện ủy",)),
        ),
    )
    return article


def sown(fault: str, article: Article | None = None) -> SeededError:
    """Sow one with this fault in an article of its own."""
    article = article or untouched_article()
    made = {
        Fault.WRONG_BODY: seeding._wrong_body,
        Fault.WRONG_DUE: seeding._wrong_due,
        Fault.NO_TASK: seeding._no_task,
    }[Fault(fault)]
    seeded = made(text_of(article), standing(article), Random(1))
    assert seeded is not None
    return SeededError.objects.select_related("task__version", "task__text").get(pk=seeded.pk)


def standing(article: Article) -> list[ExtractedTask]:
    rows = ExtractedTask.objects.filter(article=article).exclude(state="retired")
    return list(rows.select_related("version", "text").order_by("start"))
