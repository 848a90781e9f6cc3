"""What came in that people said besides deciding: comments, and what they said of themes.

It comes in their names, as a sealed line shows that they said it; what cannot is left out and told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from articles.actions.themes import bring_decision
from articles.models import Article
from articles.queries.themes import spelled
from articles.refusal import Refused
from review.exchange.brought import CommentThen, ThemeThen
from review.models import Comment, CommentMention, ExtractedTask
from review.queries.people import mentioned_in

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(slots=True)
class Known:
    """The people of this desk, asked for once."""

    people: "dict[str, AbstractUser | None]" = field(default_factory=dict)

    def called(self, name: str) -> "AbstractUser | None":
        if name not in self.people:
            self.people[name] = get_user_model().objects.filter(username=name).first()
        return self.people[name]


def nobody_called(name: str) -> str:
    return _("nobody here is called “%(name)s”") % {"name": name}


def bring_comments(
    known: Known, task: ExtractedTask, comments: Iterable[CommentThen]
) -> Iterator[str]:
    """Put the comments on the record; give why one is left out. Nobody is told of them again."""
    versions = dict(task.versions.values_list("number", "pk"))
    for said in comments:
        person = known.called(said.person)
        if person is None:
            yield nobody_called(said.person)
            continue
        if said.wording not in versions:
            raise Refused(_("A comment is on a wording that is not there."))
        comment = Comment(
            task=task,
            version_id=versions[said.wording],
            person_id=person.pk,
            words=said.words,
            about=said.about,
            made_at=said.made_at,
        )
        comment.save_base(raw=True, force_insert=True)  # else Django writes the present moment
        CommentMention.objects.bulk_create(
            CommentMention(comment=comment, person_id=each.pk) for each in mentioned_in(said.words)
        )


def bring_themes(known: Known, article: Article, themes: Iterable[ThemeThen]) -> Iterator[str]:
    """Put on the record what people said of the article's themes; give why something is not."""
    for said in themes:
        person, theme = known.called(said.person), spelled(said.name)
        if person is None:
            yield nobody_called(said.person)
        elif theme is None:
            yield _("the theme “%(name)s” is not known here") % {"name": said.name}
        elif not person.has_perm("articles.change_article"):
            yield _("“%(name)s” may not change articles here") % {"name": said.person}
        else:
            bring_decision(article, theme, said.verdict, decided_by=person, decided_at=said.made_at)
