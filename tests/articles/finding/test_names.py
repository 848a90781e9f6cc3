"""Names of those who act: where one begins, what completes it, and where it ends."""

import pytest

from articles.finding.names import Head, name_at, names_at
from articles.vietnamese import same_word

# Words that begin with a name, a bar where it ends, and what kind of word it begins with.
NAMES = [
    ("Ban Tổ chức Huyện ủy| tham mưu", Head.BODY),
    ("Ban Nội chính Tỉnh ủy Hòa Sơn| theo dõi", Head.BODY),
    ("Vụ Hợp tác quốc tế| làm đầu mối", Head.BODY),
    ("Bộ Giáo dục và đào tạo| ban hành", Head.BODY),
    ("Văn phòng HĐND và UBND huyện| rà soát", Head.BODY),
    ("Ban Quản lý dự án| nghiệm thu", Head.BODY),
    ("ủy ban nhân dân tỉnh| giao", Head.BODY),  # four words in small letters are one too
    ("Quân khu 4| huấn luyện", Head.BODY),
    ("huyện ủy Khe Lim| chỉ đạo", Head.COMMITTEE),
    ("các huyện, thành, thị ủy| quán triệt", Head.COMMITTEE),
    ("Chủ tịch UBND tỉnh| yêu cầu", Head.OFFICE),
    ("Chủ tịch xã| Hà Thị Sến", Head.OFFICE),  # somebody's own name is no part of it
    ("người đứng đầu cấp ủy| trực tiếp", Head.OFFICE),
    ("cán bộ, công chức", Head.GROUP),
    ("các cơ quan chức năng| xử lý", Head.GROUP),
    ("cán bộ làm công tác dân vận| phải", Head.GROUP),
    ("các trường đại học| rà soát", Head.GROUP),
    ("các xã, phường", Head.PLACE),
    ("mỗi thôn| chọn", Head.PLACE),
    # What an institute works on, in small letters that no table knows.
    ("Viện Vệ sinh dịch tễ Trung ương| chủ trì", Head.BODY),
    ("Viện Vệ sinh dịch tễ Hòa Sơn| giám sát", Head.BODY),
    ("Viện Dinh dưỡng lâm sàng| có trách nhiệm", Head.BODY),
    ("Viện Sốt rét - Ký sinh trùng - Côn trùng Trung ương| hướng dẫn", Head.BODY),
    ("Bệnh viện Răng hàm mặt Trung ương| tiếp nhận", Head.BODY),
    ("Bệnh viện Y học cổ truyền tỉnh| khám", Head.BODY),
    ("Trung tâm Khí tượng thủy văn quốc gia| theo dõi", Head.BODY),
    ("Trung tâm Khuyến ngư quốc gia| phối hợp", Head.BODY),
    ("Trung tâm Phục vụ hành chính công tỉnh| công bố", Head.BODY),
    ("Vụ Sức khỏe bà mẹ và trẻ em| chủ trì", Head.BODY),
    ("Cục Phòng, chống HIV/AIDS| rà soát", Head.BODY),
    ("Cục Đường thủy nội địa Việt Nam| kiểm tra", Head.BODY),
    ("Kho bạc Nhà nước khu vực XII| kiểm soát", Head.BODY),
    ("Sở Y tế Thành phố Hòa Sơn| báo cáo", Head.BODY),
    # Verbs that no table knows end a name that is whole.
    ("Bệnh viện Hòa Sơn| cứu sống bệnh nhân tỉnh Sông Trà", Head.BODY),
    ("Hội Nông dân xã| đổ bê tông đường thôn", Head.BODY),
    ("Sở Y tế| đưa bác sĩ xuống Trung ương", Head.BODY),
    ("Cục Thuế| nhanh chóng chủ trì", Head.BODY),
    ("Bộ Ngoại giao| mời lãnh đạo Việt Nam", Head.BODY),
    ("Trung tâm Y tế| cứu chữa người dân tỉnh Hòa Sơn", Head.BODY),
]
NO_NAMES = [
    "xã hội đồng thuận",  # begins like a commune
    "ban hành kế hoạch",
    "phòng chống thiên tai",
    "đoàn kết nội bộ",
    "cấp đất cho dân",
    "nêu gương",
    "",
]


@pytest.mark.parametrize(("marked", "head"), NAMES)
def test_a_name_is_whole_and_ends_where_the_next_word_is_none_of_it(
    marked: str, head: Head
) -> None:
    body, end = marked.replace("|", ""), marked.find("|")
    name = name_at(body, same_word(body), 0)
    assert name is not None
    assert name.head is head
    if end >= 0:
        assert body[: name.end] == body[:end]


@pytest.mark.parametrize("body", NO_NAMES)
def test_words_that_only_look_like_a_name(body: str) -> None:
    assert name_at(body, same_word(body), 0) is None


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Các huyện ủy, thị ủy chỉ đạo", ["Các huyện ủy", "thị ủy"]),
        ("UBND các phường, xã tổ chức", ["UBND các phường, xã"]),
        ("Các cơ quan, đơn vị rà soát", ["Các cơ quan, đơn vị"]),
        ("Bộ Xây dựng và Bộ Tài chính rà soát", ["Bộ Xây dựng", "Bộ Tài chính"]),
        ("Sở Nội vụ cùng các sở, ngành lập", ["Sở Nội vụ", "các sở, ngành"]),
        ("nêu gương", []),
    ],
)
def test_an_enumeration_is_parted_where_a_name_of_its_own_begins(
    body: str, names: list[str]
) -> None:
    found = names_at(body, same_word(body), 0, len(body))
    assert [body[name.start : name.end] for name in found] == names


def test_no_name_goes_on_behind_the_line() -> None:
    body = "Ban Tổ chức\nHuyện ủy Khe Lim"
    stop = body.index("\n")
    (name,) = names_at(body, same_word(body), 0, stop)
    assert body[name.start : name.end] == "Ban Tổ chức"


def test_several_and_what_completes_a_name_last_are_said() -> None:
    body = "UBND các xã"
    (name,) = names_at(body, same_word(body), 0, len(body))
    assert (name.several, name.inner, name.proper) == (False, Head.PLACE, True)
    several = name_at("mỗi chi bộ", same_word("mỗi chi bộ"), 0)
    assert several is not None
    assert (several.several, several.proper) == (True, False)
