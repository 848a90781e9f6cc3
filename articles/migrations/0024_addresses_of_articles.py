"""Know the articles that are there already by the addresses that they name."""

from typing import Any

from django.db import migrations

from articles.fetching import canonical

AT_ONCE = 1000


def note(apps: Any, _schema: Any) -> None:
    """Of several articles that name one address, the first has it."""
    article_address = apps.get_model("articles", "ArticleAddress")
    named = apps.get_model("articles", "Article").objects.exclude(source_url="").order_by("pk")
    found = []
    for article, source_url in named.values_list("pk", "source_url").iterator(AT_ONCE):
        if address := canonical(source_url):
            found.append(article_address(article_id=article, address=address))
        if len(found) >= AT_ONCE:
            article_address.objects.bulk_create(found, ignore_conflicts=True)
            found = []
    article_address.objects.bulk_create(found, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_addresses")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
