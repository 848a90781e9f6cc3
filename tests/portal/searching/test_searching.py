"""What is found, in which order, and what there is among it."""

import datetime as dt

import pytest

from articles.models import Article, Theme
from portal.actions import Pick, withdraw_edition
from portal.models import SearchRow
from portal.queries import searching
from portal.queries.hits import Hit, hits
from portal.queries.searching import find
from portal.queries.suggesting import suggestions
from portal.queries.trying import tries
from portal.searching.asking import read
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def article(title: str, lead: str = "", **said: object) -> Article:
    made: Article = ArticleFactory(title=title, **said)
    if lead:
        assert made.text
        made.text = made.texts.create(number=2, body=lead, lead=lead)
        made.save()
    return made


def publish(*articles: Article) -> None:
    published_edition(*(Pick(article=article) for article in articles))


def hits_of(typed: str) -> list[Hit]:
    return hits(find(read(typed), SearchRow.objects.all()).entries, read(typed))


def titles(typed: str) -> list[str]:
    return [str(hit.entry) for hit in hits_of(typed)]


def proposed_themes(typed: str) -> list[str]:
    return [said.text for said in suggestions(typed) if said.kind == "theme"]


def test_the_marks_that_were_typed_come_first_and_others_after_them() -> None:
    publish(article("Họp đang bộ"), article("Họp đảng bộ", published_on=dt.date(2001, 1, 1)))
    assert titles("đảng bộ") == ["Họp đảng bộ", "Họp đang bộ"]
    assert titles("đang bộ") == ["Họp đang bộ", "Họp đảng bộ"]
    assert titles("đáng bọ") != []


def test_what_is_called_so_comes_before_what_says_so() -> None:
    publish(article("Chuyện ở xã", lead="Nêu gương, nêu gương, nêu gương."), article("Nêu gương"))
    assert titles("neu guong") == ["Nêu gương", "Chuyện ở xã"]


def test_words_in_a_row_come_before_words_here_and_there() -> None:
    publish(article("Chi bộ xã"), article("Bộ và chi"), article("Chi cục của bộ"))
    assert titles("chi bộ")[0] == "Chi bộ xã"
    assert titles('"chi bộ"') == ["Chi bộ xã"]


def test_the_words_may_stand_in_title_theme_and_lead() -> None:
    one = article("Thạch Lĩnh", lead="Chuyện của bản.", publisher=PublisherFactory(name="Báo Lam"))
    one.themes.add(ThemeFactory(name="nêu gương"))
    publish(one, article("Đông Khê"))
    assert titles("thach linh neu guong cua ban lam") == ["Thạch Lĩnh"]


def test_what_is_refused_is_left_out_and_one_of_two_is_enough() -> None:
    publish(article("Đảng ủy xã"), article("Đảng ủy phường"), article("Huyện ủy"))
    assert titles("ủy -xã -huyện") == ["Đảng ủy phường"]
    assert set(titles("xã hoặc phường")) == {"Đảng ủy xã", "Đảng ủy phường"}


def test_a_document_is_found_by_its_number_however_it_is_typed() -> None:
    publish(article("Một việc", lead="Theo Nghị quyết 09-NQ/TU."), article("Năm 2009 TU"))
    for typed in ("09-NQ/TU", "9-nq/tu", '"09 nq tu"', "nghị quyết 09-NQ/TU"):
        assert titles(typed) == ["Một việc"]


def test_a_task_is_found_by_its_words_and_bodies() -> None:
    task = approved_task(wording="Rà soát quy chế", responsible=["Huyện ủy Lam Giang"])
    published_edition(Pick(task=task))
    [hit] = hits_of("ra soat lam giang")
    assert hit.printed.is_task
    assert [piece.text for piece in hit.called if piece.is_marked] == ["Rà soát"]


def test_hits_are_marked_in_the_letters_that_were_published() -> None:
    publish(article("Đảng uỷ xã", lead="Đang họp ở Đảng ủy."))
    [hit] = hits_of("đảng ủy")
    assert [piece.text for piece in hit.called if piece.is_marked] == ["Đảng uỷ"]
    assert [piece.text for piece in hit.excerpt if piece.is_marked] == ["Đảng ủy"]


def test_facets_say_how_many_there_are_of_each() -> None:
    theme = ThemeFactory(name="Nêu gương", slug="neu-guong")
    lam = PublisherFactory(name="Báo Lam")
    one = article("Chi bộ một", publisher=lam, published_on=dt.date(2021, 5, 1))
    two = article("Chi bộ hai", publisher=lam, published_on=dt.date(2022, 5, 1))
    one.themes.add(theme)
    task = approved_task(one, wording="Chi bộ họp")
    published_edition(Pick(article=one), Pick(article=two), Pick(task=task))
    facets = find(read("chi bo"), SearchRow.objects.all()).facets
    said = {name: {one.value: one.number for one in counted} for name, counted in facets.items()}
    assert said["kind"] == {"article": 2, "task": 1}
    assert said["theme"] == {"neu-guong": 2}
    assert said["publisher"] == {"Báo Lam": 3}
    assert said["year"] == {"2021": 2, "2022": 1}


def test_a_theme_that_was_merged_is_counted_for_the_one_that_stands() -> None:
    old, new = ThemeFactory(name="làm gương", slug="lam-guong"), ThemeFactory(slug="neu-guong")
    both, one = article("Chi bộ"), article("Chi bộ")
    both.themes.add(old, new)
    one.themes.add(old)
    publish(both, one)
    Theme.objects.filter(pk=old.pk).update(merged_into=new)
    [counted] = find(read("chi bộ"), SearchRow.objects.all()).facets["theme"]
    assert (counted.value, counted.number) == ("neu-guong", 2)


def test_only_so_many_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_FOUND", 3)
    publish(*(article(f"Chi bộ {number}") for number in range(5)))
    found = find(read("chi bộ"), SearchRow.objects.all())
    assert found.is_capped
    assert len(found.entries) >= 3


def test_pages_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "SIZE", 2)
    publish(*(article(f"Chi bộ {number}") for number in range(5)))
    pages = [find(read("chi bộ"), SearchRow.objects.all(), page=page) for page in (1, 2, 3)]
    entries = [entry for page in pages for entry in page.entries]
    assert len(set(entries)) == len(entries) == 5


def test_without_words_the_newest_come_first() -> None:
    publish(
        article("Không rõ ngày"),
        article("Cũ", published_on=dt.date(2001, 1, 1)),
        article("Mới", published_on=dt.date(2021, 1, 1)),
    )
    assert titles("") == ["Mới", "Cũ", "Không rõ ngày"]


def test_while_typing_titles_and_themes_are_proposed() -> None:
    one = article("Thạch Lĩnh sau ba năm")
    one.themes.add(ThemeFactory(name="Nêu gương", slug="neu-guong"))
    publish(one)
    assert [(said.kind, said.text) for said in suggestions("neu gu")] == [
        ("theme", "Nêu gương"),
        ("article", "Thạch Lĩnh sau ba năm"),
    ]
    assert [said.text for said in suggestions("thạch l")] == ["Thạch Lĩnh sau ba năm"]
    for nothing in ("", "t", '"', "-thạch", "x" * 600):
        assert suggestions(nothing) == []


def test_themes_are_proposed_however_much_else_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.queries.suggesting.LOOKED_AT", 1)
    named = article("Một chuyện")
    named.themes.add(ThemeFactory(name="Nêu gương", slug="neu-guong"))
    publish(*(article(f"Nêu gương {number}") for number in range(4)), named)
    assert proposed_themes("neu guong") == ["Nêu gương"]


def test_the_themes_that_were_published_most_come_first_then_the_shortest() -> None:
    short, long, often, gone = (
        ThemeFactory(name=name, slug=name.lower().replace(" ", "-"))
        for name in ("Neu ro", "Neu guong o xa", "Neu cao tinh than", "Neu xau")
    )
    one, two, three = article("Một"), article("Hai"), article("Ba")
    one.themes.add(often, long)
    two.themes.add(often, short)
    three.themes.add(gone)
    publish(one, two)
    withdrawn = published_edition(Pick(article=three))
    withdraw_edition(ManagingEditorFactory(), withdrawn, reason="Nhầm.")
    assert proposed_themes("neu") == ["Neu cao tinh than", "Neu ro", "Neu guong o xa"]
    assert proposed_themes("neu -guong -cao") == ["Neu ro"]


def test_who_finds_nothing_is_told_what_finds_something() -> None:
    publish(article("Nghị quyết của xã"), article("Phường họp"))
    rows = SearchRow.objects.all()
    assert [one.typed for one in tries(read("nghi quuyet"), rows)] == [
        "nghi quyết",
        "nghi or quuyet",
    ]
    assert [one.typed for one in tries(read("nghi quye"), rows)] == ["nghi quyết", "nghi or quye"]
    assert [one.typed for one in tries(read('"xã nghị"'), rows)] == ["xã nghị"]
    assert [one.typed for one in tries(read("xã -nghị"), rows)] == ["xã"]
    assert [one.number for one in tries(read("xã phường"), rows)] == [2]
    assert tries(read("zzzz qqqq"), rows) == []
