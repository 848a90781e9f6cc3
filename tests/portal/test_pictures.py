"""The picture above a list, from the form to what readers see."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from articles.refusal import NotAllowed, Refused
from portal.actions import Illustration, Pick, draw, illustrate, withdraw_edition
from portal.models import CuratedList, Edition, Picture
from portal.queries.proofs import proof_of
from portal.sharing import token_for
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import draft_list, next_edition
from tests.portal.pictures import ALT, illustrated, picture_file

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

Get = Callable[..., str]


@pytest.fixture
def made() -> CuratedList:
    picks = [Pick(article=ArticleFactory(), note="Nên đọc.")]
    return illustrated(draft_list(*picks, title="Nêu gương"), credit="Ảnh: Lê Hà")


@pytest.fixture
def edition(made: CuratedList) -> Edition:
    return next_edition(made)


def address_of(picture: Picture | None, width: int = 480) -> str:
    assert picture
    return reverse("picture", args=[picture.key, width])


# -- Making ----------------------------------------------------------------------------------------


def test_a_picture_needs_words_for_those_who_cannot_see_it() -> None:
    made = draft_list()

    with pytest.raises(Refused, match="Describe the picture"):
        illustrated(made, alt=" ")
    assert not Picture.objects.exists() or CuratedList.objects.get().picture is None


def test_a_change_of_the_picture_makes_a_draft_and_the_same_again_changes_nothing(
    made: CuratedList,
) -> None:
    revision = made.revision
    again = illustrated(made, credit="Ảnh: Lê Hà")
    assert again.revision == revision

    assert illustrated(made, credit="Ảnh: Lê Hoa").revision == revision + 1
    assert Picture.objects.count() == 1


def test_a_picture_is_taken_out_with_what_was_said_of_it(made: CuratedList) -> None:
    gone = illustrate(
        ManagingEditorFactory(),
        made,
        Illustration(alt=ALT, credit="Ảnh: Lê Hà", taken_out=True),
        expected=made.revision,
    )
    assert (gone.picture, gone.picture_alt, gone.picture_credit) == (None, "", "")


def test_who_makes_no_lists_illustrates_none(made: CuratedList) -> None:
    with pytest.raises(NotAllowed):
        illustrate(EditorFactory(), made, Illustration(), expected=made.revision)


def test_what_is_no_picture_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="480 points wide"):
        draw(BytesIO(picture_file(100, 90)))
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        draw(BytesIO(b"<svg/>"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE portal_curatedlist SET picture_alt = ''",
        "UPDATE portal_curatedlist SET picture_id = NULL",
        "UPDATE portal_picture SET key = 'x'",
        "DELETE FROM portal_picture; SET CONSTRAINTS ALL IMMEDIATE",
    ],
)
def test_the_database_holds_pictures_and_their_words_together(
    made: CuratedList, statement: str
) -> None:
    assert made.picture
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_picture_is_given_on_the_lists_page(client: Client) -> None:
    client.force_login(ManagingEditorFactory())
    form = {
        "title": "Nêu gương",
        "entries-TOTAL_FORMS": 0,
        "entries-INITIAL_FORMS": 0,
        "picture_alt": ALT,
        "_continue": "1",
    }
    address = "/en/admin/portal/curatedlist/add/"

    def sent(data: bytes, **said: str) -> str:
        upload = SimpleUploadedFile("anh.jpg", data, "image/jpeg")
        response = client.post(address, form | {"picture_file": upload} | said)
        return "" if response.status_code == 302 else response.content.decode()

    assert "Describe the picture in words" in sent(picture_file(), picture_alt="")
    assert "This is not a picture that can be shown" in sent(b"<svg onload=alert(1)>")
    assert not CuratedList.objects.exists()
    assert sent(picture_file()) == ""
    assert CuratedList.objects.get().picture_alt == ALT


def test_an_old_picture_stays_when_the_list_is_saved_and_goes_when_ticked(
    client: Client, made: CuratedList
) -> None:
    client.force_login(ManagingEditorFactory())
    address = f"/en/admin/portal/curatedlist/{made.pk}/change/"
    entry = made.entries.get()
    form = {
        "title": "Tên khác",
        "slug": made.slug,
        "picture_alt": ALT,
        "entries-TOTAL_FORMS": 1,
        "entries-INITIAL_FORMS": 1,
        "entries-0-id": entry.pk,
        "entries-0-curated_list": made.pk,
        "_continue": "1",
    }
    client.post(address, form | {"seen": made.revision})
    made.refresh_from_db()
    assert made.title == "Tên khác"
    assert made.picture

    client.post(address, form | {"seen": made.revision, "picture_taken_out": "on"})
    made.refresh_from_db()
    assert made.picture is None


# -- What readers see ------------------------------------------------------------------------------


def test_an_edition_keeps_its_picture_when_the_list_gets_another(
    made: CuratedList, edition: Edition, get: Get
) -> None:
    made.refresh_from_db()
    asked = Illustration(alt="Lớp học ở bản", new=draw(BytesIO(picture_file(900, 700))))
    illustrate(ManagingEditorFactory(), made, asked, expected=made.revision)
    page = get("/en/danh-muc/neu-guong/an-ban/1/")

    assert f'src="{address_of(edition.picture, 1200)}"' in page
    assert f"{address_of(edition.picture, 480)} 480w" in page
    assert f'alt="{ALT}" lang="vi"' in page
    assert "Ảnh: Lê Hà" in page
    assert (
        f'property="og:image" content="http://testserver{address_of(edition.picture, 1200)}"'
        in page
    )
    assert "Lớp học ở bản" not in page


def test_the_picture_itself_is_served_and_only_in_the_widths_that_there_are(
    client: Client, edition: Edition
) -> None:
    response = client.get(address_of(edition.picture))

    assert response["Content-Type"] == "image/jpeg"
    assert response.content.startswith(b"\xff\xd8")
    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert client.get(address_of(edition.picture, 481)).status_code == 404
    assert client.get(f"/hinh/{'0' * 64}/480.jpg").status_code == 404


def test_a_picture_of_no_standing_edition_is_shown_to_nobody(
    client: Client, made: CuratedList
) -> None:
    address = address_of(made.picture)
    assert client.get(address).status_code == 404
    edition = next_edition(made)
    assert client.get(address).status_code == 200
    withdraw_edition(ManagingEditorFactory(), edition, reason="Ảnh sai.")
    assert client.get(address).status_code == 404


def test_the_preview_shows_it_to_the_desk_and_the_link_to_who_has_it(
    client: Client, made: CuratedList
) -> None:
    token, _until = token_for(made)
    shared = f"/en/xem-truoc/{token}/hinh/480.jpg"
    assert (
        f'"{shared.replace("480", "1200")}"'
        in client.get(f"/en/xem-truoc/{token}/").content.decode()
    )
    assert client.get(shared).status_code == 200
    assert client.get("/en/xem-truoc/x/hinh/480.jpg").status_code == 404

    desk = reverse("admin:portal_curatedlist_picture", args=[made.pk, 480])
    assert client.get(desk).status_code == 302
    client.force_login(EditorFactory())
    preview = client.get(reverse("admin:portal_curatedlist_preview", args=[made.pk]))
    assert desk.replace("480", "1200") in preview.content.decode()
    assert client.get(desk).status_code == 200


def test_another_picture_is_another_proof(made: CuratedList) -> None:
    seen = proof_of(made).fingerprint
    assert proof_of(illustrated(made, alt="Khác")).fingerprint != seen


def test_a_word_document_has_the_picture_with_its_words(client: Client, edition: Edition) -> None:
    word = docx.Document(BytesIO(client.get("/en/danh-muc/neu-guong/an-ban/1.docx").content))

    [shape] = word.inline_shapes
    assert shape._inline.docPr.get("descr") == ALT
    assert "Ảnh: Lê Hà" in [paragraph.text for paragraph in word.paragraphs]


def test_a_comparison_tells_of_another_picture(
    made: CuratedList, edition: Edition, get: Get
) -> None:
    made.refresh_from_db()
    asked = Illustration(alt=ALT, new=draw(BytesIO(picture_file(900, 700))))
    illustrate(ManagingEditorFactory(), made, asked, expected=made.revision)
    next_edition(made)
    page = get("/en/danh-muc/neu-guong/an-ban/2/so-voi/1/")

    assert "<ins>another one, described as before</ins>" in page
    assert "<del>Ảnh: Lê Hà</del>" in page
