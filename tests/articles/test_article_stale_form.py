"""Two people with the page of an article open: each changes what they changed, and no more."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import Article, ArticleTheme, Theme, ThemeDecision
from portal.people.models import User
from tests.articles.desk import seen_in, signed_in, text_of
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


class Tab:
    """The page of an article as somebody has it open, and what they typed into it so far."""

    def __init__(self, person: User, article: Article) -> None:
        self.desk: Client = signed_in(person)
        with translation.override("en"):
            self.address = reverse("admin:articles_article_change", args=[article.pk])
        article = Article.objects.get(pk=article.pk)
        self.typed: dict[str, object] = {
            "title": article.title,
            "published_on": str(article.published_on or ""),
            "author": article.author,
            "publisher": str(article.publisher_id or ""),
            "themes": [str(theme.pk) for theme in article.themes.all()],
        }
        self.seen = seen_in(self.desk.get(self.address))

    def send(self, **typed: object) -> str:
        """Send the form, and give what is told, with what a form shown again carries then."""
        self.typed |= typed
        page = self.desk.post(self.address, self.typed | {"seen": self.seen})
        if page.status_code == 302:
            return "saved"
        self.seen = seen_in(page)
        form = page.context["adminform"].form
        for name in self.typed:  # nothing that was typed is lost
            assert form[name].value() == self.typed[name]
        return text_of(page)


@pytest.fixture
def first() -> User:
    return EditorFactory()


@pytest.fixture
def second() -> User:
    return EditorFactory()


@pytest.fixture
def article() -> Article:
    made: Article = ArticleFactory(title="Cũ", author="A", published_on=date(2021, 9, 2))
    return made


def themed(article: Article) -> Theme:
    theme: Theme = ThemeFactory()
    ArticleTheme.objects.create(content_object=article, tag=theme, source="finder")
    return theme


def decisions(article: Article) -> set[tuple[int, str, int | None]]:
    rows = ThemeDecision.objects.filter(article=article)
    return set(rows.values_list("theme", "verdict", "decided_by"))


def test_a_removed_theme_does_not_come_back_by_an_old_page(
    article: Article, first: User, second: User
) -> None:
    theme = themed(article)
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(themes=[])

    assert old.send(author="B") == "saved"

    article.refresh_from_db()
    assert article.author == "B"
    assert not article.themes.exists()
    assert decisions(article) == {(theme.pk, "removed", first.pk)}


def test_a_theme_added_meanwhile_stays(article: Article, first: User, second: User) -> None:
    added = ThemeFactory()
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(themes=[added.pk])

    assert old.send(author="B") == "saved"

    assert list(article.themes.all()) == [added]
    assert decisions(article) == {(added.pk, "confirmed", first.pk)}


def test_themes_that_both_changed_add_up(article: Article, first: User, second: User) -> None:
    gone, also_gone, kept = themed(article), themed(article), themed(article)
    mine, new = ThemeFactory(), ThemeFactory()
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(themes=[also_gone.pk, kept.pk, new.pk])

    assert old.send(themes=[gone.pk, kept.pk, mine.pk]) == "saved"

    assert set(article.themes.all()) == {kept, new, mine}
    assert decisions(article) == {
        (gone.pk, "removed", first.pk),
        (new.pk, "confirmed", first.pk),
        (also_gone.pk, "removed", second.pk),
        (mine.pk, "confirmed", second.pk),
    }


def test_a_theme_that_both_removed_is_gone(article: Article, first: User, second: User) -> None:
    theme = themed(article)
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(themes=[])

    assert old.send(themes=[]) == "saved"

    assert decisions(article) == {(theme.pk, "removed", first.pk)}


def test_themes_typed_into_a_form_with_an_error_are_still_new(
    article: Article, first: User
) -> None:
    theme, tab = ThemeFactory(), Tab(first, article)
    assert "This field is required." in tab.send(title="", themes=[str(theme.pk)])

    assert tab.send(title="Mới") == "saved"

    assert list(article.themes.all()) == [theme]


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Mới"), ("author", ""), ("published_on", "2020-01-02"), ("publisher", "")],
)
def test_a_field_corrected_meanwhile_stays(
    article: Article, first: User, second: User, field: str, value: object
) -> None:
    theirs, old = Tab(first, article), Tab(second, article)
    assert theirs.send(**{field: value}) == "saved"
    theme = ThemeFactory()

    assert old.send(themes=[theme.pk]) == "saved"

    article.refresh_from_db()
    assert str(article.serializable_value(field) or "") == value
    assert article.corrected == [field]
    assert list(article.themes.all()) == [theme]


def test_what_is_told_of_a_saved_article_is_not_the_old_page(
    article: Article, first: User, second: User
) -> None:
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(title="Mới")

    old.send(author="B")

    told = text_of(old.desk.get("/en/admin/articles/article/"))
    assert "The article “ Mới ” was changed successfully." in told


@pytest.mark.parametrize(
    ("field", "theirs", "mine", "named"),
    [
        ("title", "Mới", "Khác", "to “Mới”."),
        ("author", "B", "C", "to “B”."),
        ("author", "", "C", "Somebody else emptied this meanwhile."),
        ("published_on", "2020-01-02", "2020-01-03", "to “02/01/2020”."),
        ("published_on", "", "2020-01-03", "Somebody else emptied this meanwhile."),
    ],
)
def test_a_field_that_both_changed_is_told_and_saved_when_sent_again(  # noqa: PLR0917
    article: Article, first: User, second: User, field: str, theirs: str, mine: str, named: str
) -> None:
    before, old = Tab(first, article), Tab(second, article)
    before.send(**{field: theirs})

    told = old.send(**{field: mine})

    assert named in told
    article.refresh_from_db()
    assert str(article.serializable_value(field) or "") == theirs
    assert old.send() == "saved"
    article.refresh_from_db()
    assert str(article.serializable_value(field)) == mine


def test_a_publisher_that_both_changed_is_told_by_name(
    article: Article, first: User, second: User
) -> None:
    theirs, mine = PublisherFactory(name="Báo Sông Lam"), PublisherFactory()
    before, old = Tab(first, article), Tab(second, article)
    before.send(publisher=str(theirs.pk))

    assert "to “Báo Sông Lam”." in old.send(publisher=str(mine.pk))

    assert old.send() == "saved"
    article.refresh_from_db()
    assert article.publisher == mine


def test_both_may_change_a_field_to_the_same(article: Article, first: User, second: User) -> None:
    theirs, old = Tab(first, article), Tab(second, article)
    theirs.send(title="Mới")

    assert old.send(title="Mới") == "saved"


def test_one_told_change_does_not_hide_the_next(
    article: Article, first: User, second: User
) -> None:
    old = Tab(second, article)
    Tab(first, article).send(title="Mới")
    assert "to “Mới”." in old.send(title="Khác", published_on="2021-02-31")
    Tab(first, article).send(title="Mới nữa")

    assert "to “Mới nữa”." in old.send(published_on="2021-02-28")

    assert old.send() == "saved"


@pytest.mark.parametrize("seen", ["", "nonsense", "of another"])
def test_a_page_that_does_not_say_what_was_seen_saves_nothing(
    article: Article, first: User, seen: str
) -> None:
    tab = Tab(first, article)
    tab.seen = Tab(first, ArticleFactory()).seen if seen == "of another" else seen

    assert "Please open it again." in tab.send(title="Mới")
    assert "Please open it again." in tab.send()

    article.refresh_from_db()
    assert article.title == "Cũ"


@pytest.mark.django_db(transaction=True)
def test_a_field_corrected_at_this_very_moment_is_told_too(
    article: Article, first: User, second: User
) -> None:
    theirs, old = Tab(first, article), Tab(second, article)
    told: list[str] = []

    results = one_behind_the_other(
        lambda: theirs.send(title="Mới"), lambda: told.append(old.send(title="Khác"))
    )

    assert results == [None, None]
    assert "to “Mới”." in told[0]
    assert Article.objects.get(pk=article.pk).title == "Mới"
    assert old.send() == "saved"
    assert Article.objects.get(pk=article.pk).title == "Khác"
