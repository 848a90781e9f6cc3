"""What `portal` does when `articles` announces something."""

from typing import Any

from django.dispatch import receiver

from articles.models import Article
from articles.signals import article_being_erased
from portal.actions import let_go_of_article


@receiver(article_being_erased, dispatch_uid="portal.let_go_of_article")
def on_article_being_erased(article: Article, **_kwargs: Any) -> None:
    let_go_of_article(article)
