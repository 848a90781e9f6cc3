"""What `portal` does when `articles` announces something."""

from typing import Any

from django.dispatch import receiver

from articles.models import Article
from articles.signals import article_being_erased, what_erasing_leaves
from portal.actions.erasing import copies_left_of, let_go_of_article


@receiver(article_being_erased, dispatch_uid="portal.let_go_of_article")
def on_article_being_erased(article: Article, **_kwargs: Any) -> None:
    let_go_of_article(article)


@receiver(what_erasing_leaves, dispatch_uid="portal.copies_left_of")
def on_what_erasing_leaves(article: Article, **_kwargs: Any) -> list[str]:
    return copies_left_of(article)
