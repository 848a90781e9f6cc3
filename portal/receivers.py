"""What `portal` does when `articles` or `review` announces something."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.utils.translation import gettext as _

from articles.actions.doorbell import ring_on_commit
from articles.models import Article, Publisher
from articles.refusal import Refused
from articles.signals import (
    article_being_erased,
    article_stepping_aside,
    text_permission_changed,
    what_erasing_leaves,
)
from portal.actions.erasing import copies_left_of, let_go_of_article
from portal.actions.indexing import index_what_is_missing
from portal.doctor.services import migrations_left
from portal.queries.editions import editions_with
from portal.queries.lists import lists_with
from review.models import Decision
from review.signals import decision_being_withdrawn


@receiver(article_being_erased, dispatch_uid="portal.let_go_of_article")
def on_article_being_erased(article: Article, **_kwargs: Any) -> None:
    let_go_of_article(article)


@receiver(what_erasing_leaves, dispatch_uid="portal.copies_left_of")
def on_what_erasing_leaves(article: Article, **_kwargs: Any) -> list[str]:
    return copies_left_of(article)


@receiver(article_stepping_aside, dispatch_uid="portal.lists_keep_article")
def on_article_stepping_aside(article: Article, **_kwargs: Any) -> list[str]:
    return [
        _("It stands in the list “%(list)s”: take it out there first.") % {"list": curated_list}
        for curated_list in lists_with(article)
    ]


@receiver(post_migrate, dispatch_uid="portal.index_what_is_missing")
def on_migrated(sender: AppConfig, **said: Any) -> None:
    """Index what was published before the index was there, or before it was as it is.

    Emptying the database tells the same, but has no plan.
    """
    if sender.name == "portal" and "plan" in said and not migrations_left():
        count = index_what_is_missing()
        if count and said.get("verbosity") and (stdout := said.get("stdout")):
            stdout.write(f"  Indexed {count} articles for search.")


@receiver(text_permission_changed, dispatch_uid="portal.follow_permissions")
def on_text_permission_changed(publisher: Publisher, **_kwargs: Any) -> None:
    ring_on_commit("portal.jobs.follow_permissions", [publisher.pk])


@receiver(decision_being_withdrawn, dispatch_uid="portal.published_stays_decided")
def on_decision_being_withdrawn(decision: Decision, **_kwargs: Any) -> None:
    editions = editions_with(decision.version_id)
    if editions:
        raise Refused(
            _(
                "This wording stands in what was published: %(editions)s. What you said of it can"
                " no longer be taken back, unless the edition is withdrawn first."
            )
            % {"editions": "; ".join(f"“{edition}”" for edition in editions)}
        )
