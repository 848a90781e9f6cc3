from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "review"
    verbose_name = _("Review")

    def ready(self) -> None:
        from articles.signals import article_stepping_aside, text_saved
        from review.actions.carrying import on_text_saved
        from review.actions.stepping_aside import on_article_stepping_aside

        text_saved.connect(on_text_saved, dispatch_uid="review.on_text_saved")
        article_stepping_aside.connect(
            on_article_stepping_aside, dispatch_uid="review.on_article_stepping_aside"
        )
