"""Whatever screen, job or command asks for it: an action asks itself whether the person may."""

import pytest

from portal.people.roles import ROLES
from tests.factories import PersonFactory
from tests.roles.acts import LETTERS, Act, acts, unasked

WITHOUT_A_PERMISSION_OF_THEIR_OWN: dict[str, str] = {
    # Name: who asks, or why anybody may.
    "articles.actions.fetching.start_import_of_addresses": "by imports.new_import",
    "articles.actions.merging.distinguish": "by keep_apart, split_document and take_out",
    "articles.actions.seeing.see_end": "only marks one's own imports as seen",
    "portal.actions.publishing.publish_locked": "by publish_list; by due, of who approved",
    "portal.actions.publishing.seen_proof": "by publish_locked and schedule_publication",
    "portal.actions.stopping.stop_publication": "by what publishes, sets a time or calls it off",
    "portal.actions.stopping.stop_withdrawal": "by what withdraws, sets a time or calls it off",
    "review.actions.notices.read": "only marks one's own notices as read",
    "review.actions.notices.choose_mail": "only about one's own mail",
}


def test_every_action_that_is_told_who_acts_asks_whether_they_may() -> None:
    missing = [name for name in unasked() if name not in WITHOUT_A_PERMISSION_OF_THEIR_OWN]
    assert not missing, (
        "Ask `require(person, …)` in it, or say in tests/roles/test_acts.py who has asked:\n"
        + "\n".join(f'    "{name}": "…",' for name in missing)
    )


def test_nothing_is_excused_that_is_gone() -> None:
    assert WITHOUT_A_PERMISSION_OF_THEIR_OWN.keys() <= set(unasked())


@pytest.mark.django_db
def test_groups_have_the_permissions_that_the_table_is_made_of() -> None:
    asked = {permission for act in acts() for permission in act.permissions}
    for role, permissions in ROLES.items():
        person = PersonFactory(roles=[role])
        assert {name for name in asked if person.has_perm(name)} == permissions & asked


@pytest.mark.django_db
def test_every_permission_that_an_action_asks_for_is_one() -> None:
    superuser = PersonFactory(is_superuser=True)
    known = superuser.get_all_permissions()
    assert not [act for act in acts() if not set(act.permissions) <= known]


def test_the_table_reads_both_words_of_an_action_that_asks_for_one_of_two() -> None:
    found = {act.name: act for act in acts()}
    assert found["review.actions.organisations.save_organisation"] == Act(
        "review.actions.organisations.save_organisation",
        ("review.add_organisation", "review.change_organisation"),
    )
    assert set(LETTERS) == set("ERLM")
