"""What search looks into: kept from what is published, and made anew from it at any time.

One row for each article and task that readers can find, by its newest entry in an edition that was
not withdrawn, as corrected. `portal.actions.indexing` writes it in the transaction that publishes,
corrects or withdraws.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.models.editions import EditionEntry
from portal.models.public_changes import seen_by_readers


class SearchRow(models.Model):
    entry = models.OneToOneField(EditionEntry, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=EditionEntry.Kind)
    article_number = models.BigIntegerField(db_index=True)
    publisher = models.CharField(max_length=200, blank=True, db_index=True)
    published_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True, db_index=True)
    themes = ArrayField(models.CharField(max_length=100), help_text="Their slugs.")
    documents = ArrayField(models.BigIntegerField(), help_text="Their numbers at the desk.")
    heads = SearchVectorField(help_text="What it is called; short, so that it is kept in the row.")
    words = SearchVectorField(help_text="All that is published of it.")
    has_text = models.BooleanField(default=False, help_text="Its whole text is among the words.")

    class Meta:
        default_permissions = ()
        indexes = [
            GinIndex(fields=["heads"], name="search_heads"),
            GinIndex(fields=["words"], name="search_words"),
            GinIndex(fields=["themes"], name="search_themes"),
            GinIndex(fields=["documents"], name="search_documents"),
            models.Index(
                models.F("published_on").desc(nulls_last=True),
                models.F("id").desc(),
                name="search_newest",
            ),
        ]
        triggers = [seen_by_readers()]

    def __str__(self) -> str:
        return str(self.entry_id)


class SearchWord(models.Model):
    """A word that was published, for who has typed another one nearly like it."""

    written = models.CharField(max_length=60, primary_key=True)
    plain = models.CharField(max_length=60, db_index=True)
    times = models.BigIntegerField(help_text="How often it was put into the index.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.written
