"""Characters that were typed with old Vietnamese fonts, in documents of any format."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import Fault, Unreadable, read
from articles.reading.encodings import decode
from articles.reading.old_fonts import encoding_of_font, from_font, modern, modern_paragraphs
from articles.reading.old_tables import shown
from tests.articles.reading.old_letters import (
    ENCODERS,
    as_tcvn3_has_it,
    in_tcvn3,
    in_vni,
    in_windows_1258,
)
from tests.articles.reading.test_old_encodings import SENTENCES

UNICODE = [
    *SENTENCES,
    "Trang chủ",
    "Hà Tĩnh",
    "Diện tích 30 m², dày 5 µm, nóng 40°C ± 2",
    "© 2021 Báo Trà Giang® · Điện thoại: 0239",
    "Ðảng bộ và HÐND huyện",
    "tuyên\xadtruyền, giáo\u200bdục",
    "Ảnh: Nguyễn Văn A/TTXVN",
    "Theo «Le Monde», François Müller đã tới España – “café”",
    unicodedata.normalize("NFD", SENTENCES[1]),
]


@given(st.lists(st.sampled_from(UNICODE), min_size=1))
def test_unicode_is_left_alone(texts: list[str]) -> None:
    assert modern_paragraphs(texts) == (texts, None)


@pytest.mark.parametrize(
    "text",
    [
        "Le comité s’est réuni à la mairie pour l’élection du président, où il a été élu.",
        "Die Müllabfuhr für Köln öffnet später; größere Straßen bleiben gesperrt.",
        "El niño comió piñas en España; mañana irá a la montaña con su compañero.",
        "The pores are 5 µm wide, and the area is 30 m². A naïve café owner said so.",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert modern(text) == (text, None)


@pytest.mark.parametrize("name", ENCODERS)
@given(text=st.lists(st.sampled_from(SENTENCES), min_size=2).map("\n".join))
def test_letters_of_old_fonts_become_unicode(name: str, text: str) -> None:
    kept = as_tcvn3_has_it(text) if name == "tcvn3" else text
    assert modern(shown(ENCODERS[name](text))) == (kept, name)


@pytest.mark.parametrize("name", ENCODERS)
@given(parts=st.lists(st.tuples(st.sampled_from(SENTENCES[1:]), st.booleans()), min_size=1))
def test_old_paragraphs_and_new_ones_stand_side_by_side(
    name: str, parts: list[tuple[str, bool]]
) -> None:
    kept = [as_tcvn3_has_it(text) if old and name == "tcvn3" else text for text, old in parts]
    typed = [shown(ENCODERS[name](text)) if old else text for text, old in parts]
    encoding = name if any(old for _, old in parts) else None
    assert modern_paragraphs(typed) == (kept, encoding)
    assert modern("\n".join(typed)) == ("\n".join(kept), encoding)  # it looks at the whole first


@pytest.mark.parametrize(
    ("typed", "meant", "encoding"),
    [
        ("Hµ Néi", "Hà Nội", "tcvn3"),
        ("ÑAÛNG BOÄ HUYEÄN", "ĐẢNG BỘ HUYỆN", "vni"),
        ("Uûy ban nhaân daân", "Ủy ban nhân dân", "vni"),
        ("Cµng hòa Xã hµi chü nghîa", "Cộng hòa Xã hội chủ nghĩa", "viscii"),
        ("Ä\x90áº£ng bá»™ huyá»‡n", "Đảng bộ huyện", "utf-8"),
    ],
)
def test_short_texts(typed: str, meant: str, encoding: str) -> None:
    assert modern(typed) == (meant, encoding)


def test_short_paragraphs_follow_the_document() -> None:
    document = [shown(in_tcvn3(text)) for text in SENTENCES]
    made, _ = modern_paragraphs(["hái", *document])
    assert made[0] == "hỏi"
    made, _ = modern_paragraphs(["hái", document[1], *SENTENCES])
    assert made[0] == "hái"


def test_two_old_fonts_in_one_document() -> None:
    old = [shown(in_tcvn3(text)) for text in SENTENCES[:5]]
    older = [shown(in_vni(text)) for text in SENTENCES[5:]]
    made, encoding = modern_paragraphs(old + older)
    assert made == [*map(as_tcvn3_has_it, SENTENCES[:5]), *SENTENCES[5:]]
    assert encoding in {"tcvn3", "vni"}


def test_letters_of_utf_8_that_were_lost_on_the_way_are_not_taken_for_a_text() -> None:
    text = SENTENCES[2].encode().decode("cp1252", errors="ignore")
    with pytest.raises(Unreadable) as refused:
        decode(text.encode())
    assert refused.value.code is Fault.BAD_ENCODING


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnArialH", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("Times New Roman", None),
        ("", None),
    ],
)
def test_fonts_tell_their_encoding(font: str, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("hµ", ".VnTime", "hà"),
        ("®¶ng bé", ".VnTimeH", "ĐẢNG BỘ"),
        ("Ñaûng", "VNI-Times", "Đảng"),
        ("Đảng bộ", ".VnTime", "Đảng bộ"),
        ("Hµ Néi", "Arial", "Hµ Néi"),
    ],
)
def test_a_run_whose_font_is_known(text: str, font: str, meant: str) -> None:
    assert from_font(text, font) == meant


PARAGRAPHS = [f"{SENTENCES[place]} {SENTENCES[place + 1]}" for place in range(1, 7)]
PAGE = (
    "<!doctype html><meta charset=utf-8><title>{title}</title><p><a href=/>Trang chủ</a></p>"
    "<h1><font face='.VnTimeH'>{title}</font></h1>{body}"
)


def page(letters: str) -> str:
    old = shown(in_tcvn3("\n".join([SENTENCES[0], *PARAGRAPHS]))).split("\n")
    if letters == "references":
        old = ["".join(f"&#{ord(sign)};" if sign > "~" else sign for sign in text) for text in old]
    return PAGE.format(title=old[0], body="".join(f"<p>{text}</p>" for text in old[1:]))


@pytest.mark.parametrize("letters", ["characters", "references"])
def test_a_page_of_today_with_letters_of_old_fonts(letters: str) -> None:
    draft = read(page(letters).encode(), name="tin.html")
    assert draft.body == as_tcvn3_has_it("\n".join(PARAGRAPHS))
    assert draft.title == SENTENCES[0].upper()
    assert draft.encoding == "tcvn3"


def test_a_text_of_today_with_letters_of_windows_1258() -> None:
    text = shown(in_windows_1258("\n\n".join([SENTENCES[0], *PARAGRAPHS])))
    draft = read(text.encode(), name="tin.txt")
    assert draft.body == "\n".join(PARAGRAPHS)
    assert draft.encoding == "windows-1258"
