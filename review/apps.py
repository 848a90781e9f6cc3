from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "review"
    verbose_name = _("Review")

    def ready(self) -> None:
        from articles.signals import text_saved
        from review.actions.carrying import on_text_saved

        text_saved.connect(on_text_saved, dispatch_uid="review.on_text_saved")
