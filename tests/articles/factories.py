"""Articles for tests, as importing would leave them."""

import hashlib

import factory
from django.core.files.base import ContentFile

from articles.models import Article, ArticleText, Original, Publisher, Theme, ThemeSpelling
from articles.vietnamese import same_word_key, sort_key


class PublisherFactory(factory.django.DjangoModelFactory[Publisher]):
    class Meta:
        model = Publisher

    name = factory.Sequence(lambda n: f"Báo Sông Lam {n}")
    key = factory.LazyAttribute(lambda o: same_word_key(o.name))
    sort_key = factory.LazyAttribute(lambda o: sort_key(o.name))


class OriginalFactory(factory.django.DjangoModelFactory[Original]):
    class Meta:
        model = Original

    class Params:
        data = factory.Sequence(lambda n: f"Bản gốc số {n}".encode())

    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.data).hexdigest())
    file = factory.LazyAttribute(lambda o: ContentFile(o.data, name="original"))
    name = factory.Sequence(lambda n: f"bai-{n}.txt")
    size = factory.LazyAttribute(lambda o: len(o.data))
    media_type = "text/plain"
    encoding = "utf-8"


class ArticleFactory(factory.django.DjangoModelFactory[Article]):
    """An article with its first text: `ArticleFactory(body="…")`."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Nêu gương ở Đông Khê {n}")
    published_on = None
    publisher = factory.SubFactory(PublisherFactory)
    original = factory.SubFactory(OriginalFactory)
    content_sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    sort_key = factory.LazyAttribute(lambda o: sort_key(o.title))

    @factory.post_generation
    def body(self: Article, create: bool, body: str | None) -> None:
        if create:
            self.text = ArticleText.objects.create(
                article=self, number=1, body=body or "Cấp ủy các cấp cần nêu gương."
            )
            self.save(update_fields=["text"])


class ThemeFactory(factory.django.DjangoModelFactory[Theme]):
    """A theme whose name is its first spelling, with more: `ThemeFactory(spellings=["…"])`."""

    class Meta:
        model = Theme
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"chủ đề {n}")
    slug = factory.Sequence(lambda n: f"chu-de-{n}")
    key = factory.LazyAttribute(lambda o: same_word_key(o.name))
    sort_key = factory.LazyAttribute(lambda o: sort_key(o.name))

    @factory.post_generation
    def spellings(self: Theme, create: bool, more: list[str] | None) -> None:
        if create:
            for text in [self.name, *(more or [])]:
                ThemeSpelling.objects.create(theme=self, text=text, key=same_word_key(text))
