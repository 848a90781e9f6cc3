"""Mix known-wrong tasks among the others, at the rate that the desk has set.

Each is made of a real article: a true task of the finder's, with another body or another time, or a
sentence that tells what was done. The true task steps aside until the wrong one has served.
"""

from collections.abc import Iterable
from random import Random, SystemRandom
from typing import TypeVar

from django.db import transaction
from django.db.models import Max

from articles.models import Article, ArticleText
from articles.vietnamese import for_search
from review.actions.pointing import heading_above
from review.actions.twins import twin_of, word_alike, word_plainly
from review.faults import Due, told_as_done, wrong_due
from review.models import ExtractedTask, SeededError, TaskVersion, VersionOrganisation
from review.queries.seeding import articles_to_sow_in, seeded_errors_missing
from review.queries.standing import not_retired

Fault = SeededError.Fault
Role = VersionOrganisation.Role
T = TypeVar("T")
MOST_AT_ONCE = 20


def sow_seeded_errors(chance: Random | None = None) -> int:
    """Sow as many as are missing, a few at a time; say how many. Harmless when run twice."""
    chance = chance or SystemRandom()
    sown = 0
    for _each in range(min(seeded_errors_missing(), MOST_AT_ONCE)):
        article_id = _somewhere(chance)
        if article_id is None:
            break
        sown += sow_in(article_id, chance) is not None
    return sown


def _somewhere(chance: Random) -> int | None:
    """Jump into the articles anywhere and take the next: their number must not matter."""
    last = Article.objects.aggregate(last=Max("pk"))["last"] or 0
    jump = chance.randint(1, last) if last else 1
    articles = articles_to_sow_in().order_by("pk").values_list("pk", flat=True)
    return articles.filter(pk__gte=jump).first() or articles.filter(pk__lt=jump).first()


@transaction.atomic
def sow_in(article_id: int, chance: Random) -> SeededError | None:
    """Make one of an article, if there is anything in it to make one of."""
    free = Article.objects.select_for_update(of=("self",), skip_locked=True)
    if free.filter(pk=article_id).first() is None:
        return None
    tasks = not_retired(ExtractedTask.objects.filter(article=article_id)).order_by("pk")
    list(tasks.select_for_update().values_list("pk"))
    article = articles_to_sow_in().filter(pk=article_id).select_related("text").first()
    if article is None or article.text is None:  # somebody has been there meanwhile
        return None
    placed = [*tasks.filter(text=article.text_id).select_related("version")]
    for made in _shuffled((_wrong_body, _wrong_due, _no_task), chance):
        if seeded := made(article.text, placed, chance):
            return seeded
    return None


def _wrong_body(
    _text: ArticleText, tasks: list[ExtractedTask], chance: Random
) -> SeededError | None:
    """Name a body that the article makes responsible for something else."""
    bodies = VersionOrganisation.objects.filter(version__current_of__in=tasks)
    named = list(bodies.filter(role=Role.RESPONSIBLE).order_by("pk"))
    for task, version in _shuffled(_worded(tasks), chance):
        own = {body.organisation_id for body in bodies if body.version_id == version.pk}
        others = [
            body
            for body in named
            if body.organisation_id not in own
            and for_search(body.printed) not in for_search(task.quote)
        ]
        if others and any(body.version_id == version.pk for body in named):
            other = chance.choice(others)
            other.position = 0
            return _instead_of(task, version, Fault.WRONG_BODY, responsible=[other])
    return None


def _wrong_due(
    _text: ArticleText, tasks: list[ExtractedTask], chance: Random
) -> SeededError | None:
    for task, version in _shuffled(_worded(tasks), chance):
        wrong = wrong_due(Due(version.due, version.due_from, version.due_to))
        if wrong:
            return _instead_of(
                task,
                version,
                Fault.WRONG_DUE,
                due=wrong.words[:200],
                due_from=wrong.first,
                due_to=wrong.last,
            )
    return None


def _no_task(text: ArticleText, tasks: list[ExtractedTask], chance: Random) -> SeededError | None:
    """Take a sentence that tells what was done, with the rule and certainty of a true task."""
    taken = [*((task.start, task.end) for task in tasks), *map(tuple, text.headings)]
    places = list(told_as_done(text.body, taken))
    alike = _worded(tasks)
    if not places or not alike:
        return None
    (start, end), (like, version) = chance.choice(places), chance.choice(alike)
    task = twin_of(
        like,
        start=start,
        end=end,
        quote=text.body[start:end],
        heading=heading_above(text, start),
        marker="",
    )
    word_plainly(task, version)
    return SeededError.objects.create(task=task, fault=Fault.NO_TASK)


def _instead_of(
    task: ExtractedTask, version: TaskVersion, fault: Fault, **other: object
) -> SeededError:
    task.state = ExtractedTask.State.RETIRED
    task.save(update_fields=["state"])
    wrong = twin_of(task)
    word_alike(wrong, version, **other)  # type: ignore[arg-type]
    return SeededError.objects.create(task=wrong, fault=fault, instead_of=task)


def _worded(tasks: Iterable[ExtractedTask]) -> list[tuple[ExtractedTask, TaskVersion]]:
    return [(task, task.version) for task in tasks if task.version]


def _shuffled(things: Iterable[T], chance: Random) -> list[T]:
    listed = list(things)
    chance.shuffle(listed)
    return listed
