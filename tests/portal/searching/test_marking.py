"""What is marked of a text, in the letters in which it was published."""

from hypothesis import given
from hypothesis import strategies as st

from articles.vietnamese import normalise
from portal.searching.asking import read
from portal.searching.marking import EXCERPT, excerpt, marked


def marks(text: str, typed: str) -> list[str]:
    return [piece.text for piece in marked(text, read(typed)) if piece.is_marked]


def test_words_typed_without_marks_are_marked_with_theirs() -> None:
    assert marks("Xã Phúc Thuận", "phuc thuan") == ["Phúc Thuận"]


def test_words_with_the_marks_that_were_typed_are_marked_and_their_likes_are_not() -> None:
    assert marks("Đảng bộ đang họp", "đảng") == ["Đảng"]


def test_where_no_word_has_these_marks_its_likes_are_marked() -> None:
    assert marks("Đảng bộ đang họp", "đáng") == ["Đảng", "đang"]


def test_a_tone_in_its_older_place_is_the_same_word() -> None:
    assert marks("Đảng uỷ, Đảng ủy", "ủy") == ["uỷ", "ủy"]


def test_the_number_of_a_document_is_marked_as_it_is_written() -> None:
    assert marks("theo Nghị quyết số 09 - NQ/TU.", "9-nq/tu") == ["09 - NQ/TU"]


def test_a_phrase_is_marked_only_where_it_stands() -> None:
    assert marks("bộ của chi bộ", '"chi bộ"') == ["chi bộ"]


def test_what_is_refused_is_not_marked() -> None:
    assert marks("xã và phường", "xã -phường") == ["xã"]


def test_words_are_not_marked_within_others() -> None:
    assert marks("bội bộ", "bo") == ["bộ"]


def test_an_excerpt_shows_the_place_that_says_most() -> None:
    text = "Đảng bộ. " + "Một hai ba. " * 60 + "Đảng bộ xã Phúc Thuận họp. " + "Bốn năm. " * 60
    shown = excerpt(text, read("phúc thuận đảng"))
    assert [piece.text for piece in shown if piece.is_marked] == ["Đảng", "Phúc Thuận"]
    assert shown[0].text == "… "
    assert shown[-1].text == " …"


def test_an_excerpt_shows_words_side_by_side_rather_than_apart() -> None:
    text = "Nghị định và giải quyết. " + "Một hai ba. " * 60 + "Theo Nghị quyết số một."
    shown = excerpt(text, read("nghị quyết"))
    assert [piece.text for piece in shown if piece.is_marked] == ["Nghị quyết"]


def test_an_excerpt_of_what_says_nothing_of_it_is_its_beginning() -> None:
    shown = excerpt("Một hai ba. " * 60, read("phường"))
    assert "".join(piece.text for piece in shown).startswith("Một hai ba.")


@given(st.text(), st.text(alphabet='aăđ “"-.0b', min_size=1))
def test_marking_changes_no_letter(text: str, typed: str) -> None:
    text = normalise(text)
    assert "".join(piece.text for piece in marked(text, read(typed))) == text


@given(st.text(min_size=EXCERPT, max_size=4 * EXCERPT), st.text(min_size=1))
def test_an_excerpt_is_words_of_the_text_and_short(text: str, typed: str) -> None:
    text = normalise(text)
    shown = "".join(piece.text for piece in excerpt(text, read(typed)))
    assert shown.removeprefix("… ").removesuffix(" …") in text
    assert len(shown) <= EXCERPT + len("…  …")
