"""Words of one text are found again in another, or said not to be there."""

from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.vietnamese import same_word
from review.anchoring import Anchoring, aligned

DUTY = "Các chi bộ tổ chức sinh hoạt chuyên đề."


def placed(old: str, words: str, new: str, *, which: int = 0) -> str | None:
    """Give the words found in the new text, for the `which`-th occurrence in the old one."""
    span = place_of(old, words, new, which=which)
    return new[slice(*span)] if span else None


def place_of(old: str, words: str, new: str, *, which: int = 0) -> tuple[int, int] | None:
    start = -1
    for _ in range(which + 1):
        start = old.index(words, start + 1)
    return Anchoring(old, new).place(start, start + len(words))


def letters(words: str) -> str:
    return "".join(same_word(words).split())


# -- Where the words are ---------------------------------------------------------------------------


def test_words_are_found_behind_a_paragraph_that_was_put_before_them() -> None:
    new = f"Mới thêm.\nMở đầu.\n{DUTY}"
    assert place_of(f"Mở đầu.\n{DUTY}", DUTY, new) == (new.index(DUTY), len(new))


def test_words_are_found_when_a_paragraph_was_cut_in_two_or_two_became_one() -> None:
    apart, together = f"Mở đầu.\n{DUTY}\nHết.", f"Mở đầu. {DUTY} Hết."
    assert placed(apart, DUTY, together) == placed(together, DUTY, apart) == DUTY


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("rà soát đội\nngũ cán bộ", "rà soát đội ngũ cán bộ"),
        ("Nghị quyết 09-\nNQ/TU", "Nghị quyết 09-NQ/TU"),
        ("cấp ủy hóa giải", "cấp uỷ hoá giải"),
        ('học tập "làm theo" - nêu gương', "học tập “làm theo” – nêu gương"),
        ("RÀ SOÁT ĐỘI NGŨ", "Rà soát đội ngũ"),
    ],
)
def test_words_are_the_same_by_their_letters(before: str, now: str) -> None:
    assert placed(f"Mở đầu: {before}. Hết.", before, f"Nay, mở đầu: {now}. Hết.") == now


@pytest.mark.parametrize("now", ["đang viên gương mẫu", "đảng viên mẫu", "đảng viên gương mẫu mực"])
def test_other_words_are_not_the_same(now: str) -> None:
    new = now.replace("mẫu mực", "mẫumực")
    assert placed("Mỗi đảng viên gương mẫu.", "đảng viên gương mẫu", f"Mỗi {new}!") is None


def test_words_that_moved_to_another_place_with_their_paragraph_are_found() -> None:
    one, two, three = "Một là, rà soát.", "Hai là, sinh hoạt chuyên đề.", "Ba là, tuyên truyền."
    old, new = f"{one}\n{two}\n{three}", f"{three}\n{one}\n{two}"
    assert [placed(old, words, new) for words in (one, two, three)] == [one, two, three]


def test_words_that_were_taken_out_are_not_found() -> None:
    assert placed(f"Mở đầu.\n{DUTY}\nHết.", DUTY, "Mở đầu.\nHết.") is None


def test_an_empty_text_holds_nothing() -> None:
    assert placed(DUTY, DUTY, "") is None


# -- Which of several it is ------------------------------------------------------------------------


def test_words_whose_paragraph_was_taken_out_do_not_go_to_where_others_stand() -> None:
    """The same words stand in a paragraph that both texts have: those are somebody else's."""
    old = f"Ở Đông Khê: {DUTY}\nXen giữa.\nỞ Thạch Lựu: {DUTY}"
    new = f"Xen giữa.\nỞ Thạch Lựu: {DUTY}"
    assert place_of(old, DUTY, new) is None
    assert place_of(old, DUTY, new, which=1) == (new.index(DUTY), len(new))


def test_what_stands_around_the_words_tells_which_they_are() -> None:
    """Both paragraphs have changed, and a third has come before them."""
    old = f"Ở Đông Khê: {DUTY} Việc này gấp.\nỞ Thạch Lựu: {DUTY} Việc này dễ."
    new = f"Ở Lam Sơn: {DUTY}\nNay ở Đông Khê: {DUTY} Việc này rất gấp.\nỞ Thạch Lựu: {DUTY} Dễ."
    assert place_of(old, DUTY, new) == (at := new.index(DUTY, 60), at + len(DUTY))
    assert place_of(old, DUTY, new, which=1) == (at := new.rindex(DUTY), at + len(DUTY))


def test_of_two_that_nothing_tells_apart_none_is_chosen() -> None:
    assert placed(f"a. {DUTY} x", DUTY, f"b. {DUTY} y\nc. {DUTY} z") is None


def test_as_many_as_there_were_are_the_same_in_the_same_order() -> None:
    old, new = f"a {DUTY} b {DUTY} c", f"x {DUTY} y {DUTY} z"
    assert place_of(old, DUTY, new, which=1) == (at := new.rindex(DUTY), at + len(DUTY))


def test_words_across_paragraphs_that_were_parted_are_not_found() -> None:
    words = "các chi bộ rà soát\nvà báo cáo"
    assert (
        placed(f"Nay {words} ngay.", words, "Nay các chi bộ rà soát\nXen vào.\nvà báo cáo") is None
    )
    assert placed(words, words, words.replace("\n", "\nXen vào.\n")) is None


# -- What holds for any text -----------------------------------------------------------------------

_WORDS = st.lists(
    st.sampled_from(["cấp", "ủy", "uỷ", "rà", "soát", "Đảng", "“nêu", "gương”", "09-NQ/TU", "a,"]),
    min_size=1,
    max_size=9,
).map(" ".join)
_LINES = st.lists(_WORDS, min_size=1, max_size=8)
_PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(old=_LINES, new=_LINES, place=_PLACES)
def test_what_is_placed_always_quotes_the_new_text_by_its_letters(
    old: list[str], new: list[str], place: tuple[float, float]
) -> None:
    before, now = "\n".join(old), "\n".join(new)
    start, end = sorted(round(part * len(before)) for part in place)
    found = Anchoring(before, now).place(start, end)
    if found:
        assert letters(now[slice(*found)]) == letters(before[start:end])


@given(
    kept=st.lists(_WORDS, min_size=1, max_size=5),
    out=st.lists(_WORDS, max_size=3),
    new=st.lists(_WORDS, max_size=3),
    own=_WORDS,
    seed=st.integers(),
)
def test_other_paragraphs_that_come_and_go_never_move_words(
    kept: list[str], out: list[str], new: list[str], own: str, seed: int
) -> None:
    """Each paragraph says the same words after words of its own."""
    shuffle = Random(seed)
    names = [*(f"giữ{n}" for n in range(len(kept))), "này"]
    texts = {name: f"{name}: {own} {line}" for name, line in zip(names, [*kept, ""], strict=True)}
    old_names, new_names = list(names), list(names)
    for some, prefix, where in ((out, "bỏ", old_names), (new, "thêm", new_names)):
        for n, line in enumerate(some):
            texts[f"{prefix}{n}"] = f"{prefix}{n}: {own} {line}"
            where.insert(shuffle.randint(0, len(where)), f"{prefix}{n}")
    before = "\n".join(texts[name] for name in old_names)
    now = "\n".join(texts[name] for name in new_names)
    anchoring = Anchoring(before, now)
    for name in names:
        start, there = before.index(f"{name}: ") + len(name) + 2, now.index(f"{name}: ")
        there += len(name) + 2
        assert anchoring.place(start, start + len(own)) == (there, there + len(own))


@given(old=_LINES, new=_LINES)
def test_no_two_places_become_one(old: list[str], new: list[str]) -> None:
    before, now = "\n".join(old), "\n".join(new)
    anchoring = Anchoring(before, now)
    for words in {*old, "rà", "Đảng"}:
        starts = [n for n in range(len(before)) if before.startswith(words, n)]
        found = [anchoring.place(n, n + len(words)) for n in starts]
        places = [place for place in found if place]
        assert len(set(places)) == len(places)


@given(old=st.lists(st.sampled_from("abcde")), new=st.lists(st.sampled_from("abcde")))
def test_aligned_lines_are_equal_and_in_one_order(old: list[str], new: list[str]) -> None:
    pairs = sorted(aligned(old, new))
    assert all(old[one] == new[other] for one, other in pairs)
    assert [other for _, other in pairs] == sorted({other for _, other in pairs})
    assert len({one for one, _ in pairs}) == len(pairs)


@given(old=st.lists(st.integers(), unique=True), seed=st.integers())
def test_lines_that_stand_once_are_all_aligned_where_only_others_come_and_go(
    old: list[int], seed: int
) -> None:
    shuffle = Random(seed)
    kept = [line for line in old if shuffle.random() < 0.7]
    new = [str(line) for line in kept]
    for n in range(3):
        new.insert(shuffle.randint(0, len(new)), f"mới {n}")
    assert len(list(aligned([str(line) for line in old], new))) == len(kept)


@pytest.mark.parametrize("line", ["0", "Ba cột 1 2 3", "Chi bộ thôn {n} rà soát đội ngũ cán bộ."])
def test_a_long_text_takes_no_longer_because_it_repeats_itself(line: str) -> None:
    lines = [line.format(n=n) for n in range(200_000 // len(line))]
    new = ["Đầu khác.", *lines[: len(lines) // 2], "Xen vào.", *lines[len(lines) // 2 :], "Hết."]
    begin = perf_counter()
    anchoring = Anchoring("\n".join(lines), "\n".join(new))
    for start in range(0, 190_000, 500):
        anchoring.place(start, start + 60)
    assert perf_counter() - begin < 20
