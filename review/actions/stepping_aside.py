"""What the review says against it that an article steps aside for another that says the same.

Its tasks would step aside with it. Those that the finder alone has seen may: they come back as they
were if the merge is undone. What people decided on or wrote would be missing from every list, and
cannot be given to a task of another article, since decisions are on exact words in their place.
"""

from typing import Any

from django.utils.translation import ngettext

from articles.models import Article
from review.actions.unmasking import end_seeded_errors
from review.models import ExtractedTask
from review.queries import not_retired, touched
from review.queries.seeding import without_seeded_errors


def on_article_stepping_aside(article: Article, *, holding: bool, **_kwargs: Any) -> list[str]:
    tasks = not_retired(ExtractedTask.objects.filter(article=article))
    if holding:  # who is deciding at this moment is waited for; who decides later is refused
        end_seeded_errors(article.pk)
        list(tasks.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    theirs = without_seeded_errors(tasks.exclude(state=ExtractedTask.State.REJECTED))
    count = touched(theirs).count()
    if not count:
        return []
    sentence = ngettext(
        "People have worked on %(number)s of its tasks.",
        "People have worked on %(number)s of its tasks.",
        count,
    )
    return [sentence % {"number": count}]
