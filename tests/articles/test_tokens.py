"""Access tokens: who may make, see and revoke them, and that nobody else ever sees one."""

import hashlib
import logging
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.tokens import UnknownToken, make_token, recognise, revoke_token
from articles.models import ApiToken
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from tests.articles.api import System
from tests.articles.desk import signed_in, text_of
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

NOBODY = (ReviewerFactory, LeadFactory, ManagingEditorFactory, PersonFactory)


@pytest.fixture
def editor() -> User:
    return EditorFactory()


def every_row_of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row_to_json(each)::text FROM "{table}" AS each')
        return "\n".join(row for (row,) in cursor.fetchall())


class TestMaking:
    def test_gives_a_long_random_token_and_keeps_its_hash(self, editor: User) -> None:
        token, secret = make_token(editor, "  Website  của  báo ")
        assert secret.startswith("duyet_")
        assert len(secret) >= len("duyet_") + 43
        assert token.name == "Website của báo"
        assert token.beginning == secret[:12]
        assert token.sha256 == hashlib.sha256(secret.encode()).hexdigest()
        assert make_token(editor, "Another")[1] != secret

    def test_the_token_stands_nowhere_in_the_database(self, editor: User) -> None:
        token, secret = make_token(editor, "Website")
        recognise(secret)
        revoke_token(editor, token)
        with connection.cursor() as cursor:
            cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            rows = {table: every_row_of(table) for (table,) in cursor.fetchall()}
        assert not [table for table, said in rows.items() if secret[12:20] in said]
        # Not even its hash is in the history, which tells all the rest.
        hashed = [table for table, said in rows.items() if token.sha256 in said]
        assert hashed == ["articles_apitoken"]
        assert "Website" in rows["articles_apitokenevent"]

    def test_leaves_events_of_whoever_did_it(self, editor: User) -> None:
        token, secret = make_token(editor, "Website")
        recognise(secret)
        superuser = PersonFactory(is_superuser=True)
        revoke_token(superuser, token)
        events = token.events.order_by("pgh_id")  # type: ignore[attr-defined]
        assert [(event.pgh_label, event.pgh_context.metadata["user"]) for event in events] == [
            ("insert", editor.pk),
            ("update", superuser.pk),
        ]

    @pytest.mark.parametrize("name", ["", "  ", "…", "\u200b"])
    def test_needs_a_name(self, editor: User, name: str) -> None:
        with pytest.raises(Refused):
            make_token(editor, name)

    def test_needs_a_name_that_is_not_in_use(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        with pytest.raises(Refused, match="already"):
            make_token(editor, "Website")
        make_token(EditorFactory(), "Website")
        revoke_token(editor, token)
        make_token(editor, "Website")

    @pytest.mark.parametrize("factory", NOBODY)
    def test_is_for_who_may_import(self, factory: Any) -> None:
        with pytest.raises(NotAllowed):
            make_token(factory(), "Website")

    def test_the_database_takes_no_token_in_plain(self, editor: User) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            ApiToken.objects.create(person=editor, name="x", beginning="d", sha256="duyet_x")


class TestRevoking:
    def test_makes_it_useless(self, editor: User) -> None:
        token, secret = make_token(editor, "Website")
        assert recognise(secret) == token
        revoke_token(editor, token)
        with pytest.raises(UnknownToken):
            recognise(secret)

    def test_is_done_once(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        revoke_token(editor, token)
        with pytest.raises(Refused, match="already"):
            revoke_token(editor, token)

    def test_is_for_whoever_made_it_and_superusers(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        for person in [EditorFactory(), *(factory() for factory in NOBODY)]:
            with pytest.raises(NotAllowed):
                revoke_token(person, token)
        revoke_token(PersonFactory(is_superuser=True), token)


LIST = "admin:articles_apitoken_changelist"
ADD = "admin:articles_apitoken_add"


def pages_of(token: ApiToken) -> dict[str, str]:
    names = ["change", "history", "revoke", "delete"]
    return {name: reverse(f"admin:articles_apitoken_{name}", args=[token.pk]) for name in names}


class TestPages:
    def test_a_token_is_shown_once(self, editor: User) -> None:
        desk = signed_in(editor)
        made = desk.post(reverse(ADD), {"name": "Website"})
        token = ApiToken.objects.get()
        page = made.content.decode()
        secret = page[page.index(token.beginning) :].partition("<")[0]
        assert hashlib.sha256(secret.encode()).hexdigest() == token.sha256
        assert made["Cache-Control"].find("no-store") > 0
        assert "http://testserver/api/imports" in page

        for address in (reverse(LIST), *pages_of(token).values()):
            later = desk.get(address).content.decode()
            assert secret[12:] not in later
            assert token.sha256 not in later
        assert token.beginning in desk.get(reverse(LIST)).content.decode()

    def test_the_page_loaded_again_makes_no_other(self, editor: User) -> None:
        desk = signed_in(editor)
        desk.post(reverse(ADD), {"name": "Website"})
        again = desk.post(reverse(ADD), {"name": "Website"})
        assert "You have a token of this name already." in text_of(again)
        assert ApiToken.objects.count() == 1

    @pytest.mark.parametrize("name", ["", " ", "a" * 101, "a\0b", "—"])
    def test_bad_names_come_back_with_an_error(self, editor: User, name: str) -> None:
        answer = signed_in(editor).post(reverse(ADD), {"name": name})
        assert answer.status_code == 200
        assert 'class="errorlist' in answer.content.decode()
        assert not ApiToken.objects.exists()

    def test_a_name_is_shown_as_text(self, editor: User) -> None:
        answer = signed_in(editor).post(reverse(ADD), {"name": "<script>x</script>"})
        assert "<script>x" not in answer.content.decode()

    def test_people_see_their_own_and_superusers_all(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website of ours")
        other = signed_in(EditorFactory())
        assert "Website of ours" not in text_of(other.get(reverse(LIST)))
        for name, address in pages_of(token).items():
            answer = other.post(address) if name == "revoke" else other.get(address)
            assert answer.status_code in {302, 403, 404}, name
        assert ApiToken.objects.get().revoked_at is None

        superuser = signed_in(PersonFactory(is_superuser=True))
        assert "Website of ours" in text_of(superuser.get(reverse(LIST)))
        superuser.post(pages_of(token)["revoke"])
        assert ApiToken.objects.get().revoked_at is not None

    @pytest.mark.parametrize("factory", NOBODY)
    def test_others_have_no_such_pages(self, factory: Any, editor: User) -> None:
        desk = signed_in(factory())
        token, _secret = make_token(editor, "Website")
        assert desk.get(reverse(LIST)).status_code == 403
        assert desk.post(reverse(ADD), {"name": "x"}).status_code == 403
        desk.post(pages_of(token)["revoke"])
        assert ApiToken.objects.get().revoked_at is None

    def test_revoking(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        desk, pages = signed_in(editor), pages_of(token)
        assert desk.get(pages["revoke"]).status_code == 405
        assert "Revoke this token" in text_of(desk.get(pages["change"]))
        for words in ("The token was revoked.", "This token is revoked already."):
            assert words in text_of(desk.post(pages["revoke"], follow=True))
        assert "Revoke this token" not in text_of(desk.get(pages["change"]))
        assert "revoked" in text_of(desk.get(reverse(LIST)))

    def test_nothing_is_changed_or_deleted(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        desk = signed_in(PersonFactory(is_superuser=True))
        desk.post(pages_of(token)["change"], {"name": "Other"})
        assert desk.post(pages_of(token)["delete"], {"post": "yes"}).status_code == 403
        assert ApiToken.objects.get().name == "Website"

    def test_tell_when_a_token_is_of_no_use(self, editor: User) -> None:
        token, _secret = make_token(editor, "Website")
        desk = signed_in(PersonFactory(is_superuser=True))
        words = "It is of no use at present"
        assert words not in text_of(desk.get(pages_of(token)["change"]))
        editor.groups.clear()
        assert words in text_of(desk.get(pages_of(token)["change"]))
        User.objects.filter(pk=editor.pk).update(is_active=False)
        assert "the account is closed" in text_of(desk.get(reverse(LIST)))

    def test_the_number_of_queries_does_not_grow(self) -> None:
        desk = signed_in(PersonFactory(is_superuser=True))

        def queries(count: int) -> int:
            for n in range(count):
                make_token(EditorFactory(), f"Website {n}")
            with CaptureQueriesContext(connection) as context:
                assert desk.get(reverse(LIST)).status_code == 200
            return len(context)

        assert queries(3) == queries(12)


def test_no_log_line_tells_a_token(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, rung: list[int]
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    system = System()
    signed_in(system.person).post(reverse(ADD), {"name": "Archive"})
    system.sends({"addresses": ["https://bao.example/1"]})
    system.sends({}, key="a")
    system.asks("/api/imports/1")
    Client().post("/api/imports", headers={"Authorization": f"Bearer {system.secret}x"})
    assert "/api/imports" in caplog.text
    assert system.secret[12:20] not in caplog.text
