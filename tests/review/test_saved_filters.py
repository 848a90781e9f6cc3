"""What somebody chose on the queue page, by name."""

import pytest
from django.urls import reverse

from articles.refusal import NotAllowed, Refused
from review.actions.filters import remove_filter, save_filter
from review.models import SavedFilter
from review.queries.saved_filters import filters_for
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.review.factories import task_in_article
from tests.review.queue import QUEUE
from tests.review.screens import body, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_what_was_chosen_is_saved_and_leads_there_again() -> None:
    task_in_article()
    client = signed_in()
    address = f"{reverse('admin:review_filter_save')}?queue=unsure&order=due&after=1_2"
    page = body(client.post(address, {"name": " Việc  gấp "}, follow=True))
    assert "Saved as “Việc gấp”." in page
    assert 'href="?order=due&amp;queue=unsure"' in page
    assert SavedFilter.objects.get().chosen == {"queue": "unsure", "order": "due"}


def test_one_sees_ones_own_and_what_others_share() -> None:
    first, second = ReviewerFactory.create_batch(2)
    own = save_filter(first, "Của tôi", {"queue": "lead"})
    shared = save_filter(second, "Chung", {"queue": "lead"}, is_shared=True)
    save_filter(second, "Riêng", {"queue": "lead"})
    assert set(filters_for(first)) == {own, shared}


def test_the_same_name_means_the_newer_from_now_on() -> None:
    person = ReviewerFactory()
    save_filter(person, "Gấp", {"queue": "lead"})
    save_filter(person, "Gấp", {"queue": "soon"}, is_shared=True)
    saved = SavedFilter.objects.get()
    assert (saved.chosen, saved.is_shared) == ({"queue": "soon"}, True)


def test_only_who_saved_it_removes_it_or_a_lead_what_is_shared() -> None:
    owner, other, lead = ReviewerFactory(), ReviewerFactory(), LeadFactory()
    shared = save_filter(owner, "Chung", {}, is_shared=True)
    private = save_filter(owner, "Riêng", {})
    for who, saved in ((other, shared), (other, private), (lead, private)):
        with pytest.raises(NotAllowed):
            remove_filter(who, saved.pk)
    remove_filter(lead, shared.pk)
    remove_filter(owner, private.pk)
    remove_filter(owner, private.pk)
    assert not SavedFilter.objects.exists()


def test_no_name_and_too_much_are_refused() -> None:
    person = ReviewerFactory()
    for name in ("", "  "):
        with pytest.raises(Refused, match="name"):
            save_filter(person, name, {})
    with pytest.raises(Refused, match="too long"):
        save_filter(person, "Dài", {"words": "x" * 300})
    with pytest.raises(NotAllowed):
        save_filter(PersonFactory(), "Gấp", {})
    for number in range(100):
        save_filter(person, str(number), {})
    with pytest.raises(Refused, match="a hundred"):
        save_filter(person, "Nữa", {})


def test_the_page_removes_and_says_what_it_refuses() -> None:
    owner = ReviewerFactory()
    saved = save_filter(owner, "Chung", {"queue": "lead"}, is_shared=True)
    address = reverse("admin:review_filter_remove", args=[saved.pk])
    assert "Only who saved it" in body(signed_in().post(address, follow=True))
    assert "Removed." in body(signed_in(owner).post(f"{address}?queue=lead", follow=True))
    save = reverse("admin:review_filter_save")
    assert "Give it a name" in body(signed_in(owner).post(save, {"name": ""}, follow=True))
    assert signed_in(owner).get(reverse(QUEUE)).status_code == 200
