"""Marked text is safe, complete and says where each mark is."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from articles.marking import Mark, Paragraph, marked_paragraphs
from articles.vietnamese import paragraphs

BODY = "Nêu gương\nCán bộ nêu gương theo Quy định 08-QĐi/TW.\n\n  Hết."


class Reader(HTMLParser):
    """What a browser would see: the text, and the elements with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids_of_letters: list[set[str]] = []
        self._ids: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._ids = set((dict(attrs).get("data-mark") or "").split())

    def handle_endtag(self, tag: str) -> None:
        self._ids = set()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.ids_of_letters += [self._ids] * len(data)


def html(lines: list[Paragraph]) -> list[str]:
    return [str(line.html) for line in lines]


def test_lines_without_marks_are_escaped_text() -> None:
    lines = marked_paragraphs(BODY, [], headings=[[0, 9]])

    assert html(lines) == ["Nêu gương", "Cán bộ nêu gương theo Quy định 08-QĐi/TW.", "Hết."]
    assert [line.is_heading for line in lines] == [True, False, False]
    assert [BODY[line.start : line.end] for line in lines][2] == "Hết."


def test_a_mark_says_its_kind_its_name_its_place_and_its_title() -> None:
    start = BODY.index("nêu gương")
    mark = Mark(start, start + 9, "theme", "neu-guong", id="theme-7-1", title="Nêu gương")

    assert html(marked_paragraphs(BODY, [mark]))[1] == (
        'Cán bộ <mark class="mark mark-theme mark-theme-neu-guong" id="theme-7-1"'
        ' data-mark="theme-7-1" title="Nêu gương">nêu gương</mark> theo Quy định 08-QĐi/TW.'
    )


def test_overlapping_marks_are_cut_into_pieces_that_carry_all_classes() -> None:
    marks = [Mark(0, 6, "task", id="a"), Mark(3, 9, "theme", id="b")]

    pieces = Reader(html(marked_paragraphs("abcdefghij", marks))[0]).elements

    assert [(piece["class"], piece.get("id"), piece["data-mark"]) for _tag, piece in pieces] == [
        ("mark mark-task", "a", "a"),
        ("mark mark-task mark-theme", "b", "a b"),
        ("mark mark-theme", None, "b"),
    ]


def test_each_of_two_marks_that_begin_together_can_be_linked_to() -> None:
    marks = [Mark(0, 4, "task", id="a"), Mark(0, 2, "theme", id="b")]

    elements = Reader(html(marked_paragraphs("abcd", marks))[0]).elements

    assert [attributes["id"] for _tag, attributes in elements if "id" in attributes] == ["b", "a"]


def test_a_mark_that_crosses_lines_is_linked_to_once() -> None:
    lines = marked_paragraphs("mot\nhai", [Mark(0, 7, "task", id="a")])

    assert html(lines) == [
        '<mark class="mark mark-task" id="a" data-mark="a">mot</mark>',
        '<mark class="mark mark-task" data-mark="a">hai</mark>',
    ]


def test_the_words_of_a_mark_lead_to_its_link_and_only_the_first_piece_is_a_tab_stop() -> None:
    marks = [Mark(0, 7, "task", id="a", link="#task-1"), Mark(4, 7, "theme", id="b")]
    assert html(marked_paragraphs("mot hai ba", marks)) == [
        (
            '<mark class="mark mark-task" id="a" data-mark="a"><a href="#task-1">mot </a></mark>'
            '<mark class="mark mark-task mark-theme" id="b" data-mark="a b">'
            '<a href="#task-1" tabindex="-1">hai</a></mark> ba'
        )
    ]


def test_what_lies_outside_the_text_is_left_out() -> None:
    marks = [Mark(9, 40, "theme"), Mark(1, 1, "theme"), Mark(3, 2, "theme")]

    assert html(marked_paragraphs("abc", marks)) == ["abc"]


def test_hostile_text_ids_names_and_titles_stay_text() -> None:
    body = "<script>alert(1)</script>&amp;"
    evil = '"><script>alert(2)</script>'

    line = html(marked_paragraphs(body, [Mark(0, 8, "theme", evil, id=evil, title=evil)]))[0]

    assert [tag for tag, _attributes in Reader(line).elements] == ["mark"]
    assert Reader(line).text == body


spans = st.builds(
    Mark,
    start=st.integers(0, 60),
    end=st.integers(0, 60),
    kind=st.sampled_from(["theme", "citation", "task"]),
    name=st.sampled_from(["", "focus"]),
    id=st.sampled_from([None, "a", "b", "c", "d"]),
)


@given(st.text(alphabet=st.sampled_from("aê <>&\"'\n"), max_size=60), st.lists(spans, max_size=8))
def test_the_words_of_a_line_are_those_of_the_body_whatever_is_marked(
    body: str, marks: list[Mark]
) -> None:
    lines = marked_paragraphs(body, marks)

    assert [Reader(line.html).text for line in lines] == [
        body[start:end] for start, end in paragraphs(body)
    ]


@given(st.lists(spans, max_size=8))
def test_every_letter_under_a_mark_carries_its_id_and_no_other_letter_does(
    marks: list[Mark],
) -> None:
    reader = Reader("".join(html(marked_paragraphs("x" * 50, marks))))

    assert reader.ids_of_letters == [
        {mark.id for mark in marks if mark.id and mark.start <= place < mark.end}
        for place in range(50)
    ]
    links = [attributes["id"] for _tag, attributes in reader.elements if "id" in attributes]
    assert len(links) == len(set(links))
    assert set(links) == set().union(*reader.ids_of_letters)
