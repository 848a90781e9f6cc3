"""Captions without markup: told from headings and from the text by how they are said."""

import pytest

from articles.reading import Reason, read
from articles.reading.captions import is_caption
from articles.reading.scenes import is_seen, portrait, shows_scene, shows_work, who_does
from tests.articles.reading.words import P1, P2, P3, P4


@pytest.mark.parametrize(
    "line",
    [
        "Lãnh đạo huyện trao quà cho các hộ nghèo. Ảnh: T.L",
        "Lãnh đạo huyện trao quà cho các hộ nghèo. Ảnh T.L",
        "Quang cảnh hội nghị - Ảnh BTG",
        "Mưa lớn trên sông Trà Giang (Ảnh minh hoạ)",
        "Cầu treo xã Đông Hà nhìn từ trên cao (Nguồn: baotragiang.example).",
        "Thủ tục được rút gọn từ tháng này (Hình từ Internet)",
        "Trà Giang: nông dân được mùa cam - Ảnh 3.",
        "Xe cứu hộ đến hiện trường - Video: THU HÀ",
        "(Nguồn: TTXVN)",
        "Giá cam qua các năm. Đồ thị: THU HÀ",
        "Trang mạng giả mạo ngân hàng Chụp màn hình",
        "Ảnh trên: chợ phiên Đông Hà",
    ],
)
def test_credits_tell_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bài, ảnh: Hải Yến",
        "Nguồn lực con người là quan trọng nhất",
        "Công tác tuyên truyền bằng hình ảnh",
        "Đưa tin, ảnh kịp thời về đại hội",
        "Bản đồ số: nền tảng của chuyển đổi",
    ],
)
def test_words_about_pictures_are_no_credits(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Huyện ủy Lê Văn Sông phát biểu tại hội nghị",
        "Phó Chủ tịch UBND huyện Hà Đình Núi kết luận buổi làm việc",
        "Đồng chí Lê Văn Sông thăm hỏi gia đình chính sách ở xã Đông Hà",
        "Lãnh đạo huyện tặng hoa chúc mừng ban chấp hành khóa mới",
        "Các đại biểu tại phiên họp",
        "Đông đảo cán bộ, đảng viên tham gia cuộc thi",
        "Nông dân xã Đông Hà thu hoạch lúa trên cánh đồng mẫu lớn",
        "Người dân làm thủ tục tại bộ phận một cửa",
        "Học sinh Trường THCS Đông Hà trong giờ ngoại khóa",
        "Hội Phụ nữ xã Đông Hà trao sinh kế cho hội viên",
        "Hội thi nấu ăn do Chi đoàn 4 tổ chức năm 2015",
        "Ban Chấp hành Chi đoàn nhiệm kỳ 2012-2014",
        "Lễ ra mắt câu lạc bộ đọc sách của thanh niên",
        "Mô hình trồng cam tại xã Đông Hà",
        "Toàn cảnh lễ khai mạc",
        "Một buổi sinh hoạt của chi bộ thôn Đông",
        "Bà Hà Thị Suối (thứ hai từ trái sang) cùng các hội viên",
        "Cá nhân tiêu biểu được biểu dương trong hội nghị giao ban quý III",
        "Các gương điển hình giao lưu tại hội nghị",
        "Vườn cam của gia đình anh Hà Văn Núi cho thu nhập ổn định",
        "Khu tái định cư thôn Đông nhìn từ trên cao",
        "Trụ sở UBND xã Đông Hà",
        "Sơ đồ quy hoạch vùng trồng cam của xã Đông Hà",
        "Cầu treo Đông Hà được đưa vào sử dụng từ tháng 5/2023",
        "Đường hoa ở xã Đông Hà do hội viên phụ nữ chăm sóc",
        "Thường trực HĐND tỉnh giám sát tại xã Đông Hà",
    ],
)
def test_a_scene_is_no_heading(line: str) -> None:
    assert shows_scene(line)


@pytest.mark.parametrize(
    "line",
    [
        "Đẩy mạnh tuyên truyền, vận động nhân dân",
        "Kết quả bước đầu",
        "Nhiệm vụ trọng tâm năm 2022",
        "Cán bộ là gốc của mọi công việc",
        "Trụ sở mới phải xong trước Tết",
        "Bản đồ số của huyện Trà Giang",
        "Đường về Đông Hà được mở rộng",
        "Vườn cam là nguồn thu chính ở xã Đông Hà",
        "Đảng viên phải nêu gương",
        "Người đứng đầu chịu trách nhiệm",
        "Nhân dân làm chủ, chính quyền phục vụ",
        "Bí thư Huyện ủy yêu cầu làm rõ trách nhiệm",
        "Bộ trưởng Lê Văn Sông trả lời về quy hoạch các dòng sông",
        "Đội ngũ cán bộ cấp cơ sở",
        "Đoàn kết là sức mạnh",
        "Hội nhập kinh tế quốc tế",
        "Đại hội Đảng bộ huyện lần thứ XX",
        "Lễ viếng",
        "Tổ chức thực hiện",
        "Cảnh giác với tin giả",
        "Mô hình chính quyền địa phương hai cấp",
        "Không để ai bị bỏ lại phía sau",
        "Tập thể lãnh đạo, cá nhân phụ trách",
        "Gương điển hình phải được nhân rộng",
        "Cá nhân vi phạm không được khen thưởng",
        "Ủy ban Mặt trận Tổ quốc tổ chức thực hiện giám sát",
    ],
)
def test_a_heading_is_no_scene(line: str) -> None:
    assert not shows_scene(line)


@pytest.mark.parametrize(
    "line",
    [
        "Các đại biểu tham luận tại hội nghị.",
        "Đồng chí Lê Văn Sông, Bí thư Huyện ủy, phát biểu tại hội nghị.",
        "Thường trực Huyện ủy Lê Văn Sông phát biểu tại Hội nghị.",
        "Toàn cảnh hội nghị.",
        "Quang cảnh các đại biểu dự hội nghị.",
        "Chủ tịch huyện Hà Đình Núi kiểm tra đê Đông Hà, sáng 12/9.",
    ],
)
def test_some_sentences_are_captions_wherever_they_stand(line: str) -> None:
    assert is_seen(line)


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Lê Văn Sông, Bí thư Huyện ủy chủ trì hội nghị.",
        "Đồng chí Lê Văn Sông dự và phát biểu chỉ đạo hội nghị.",
        "Các đại biểu đã thảo luận tại hội nghị.",
        "Sáng 12/9, đồng chí Lê Văn Sông kiểm tra đê Đông Hà.",
        "Phát biểu tại hội nghị, đồng chí Lê Văn Sông ghi nhận kết quả.",
        "Hội nghị thành công tốt đẹp.",
    ],
)
def test_sentences_of_reports_are_body(line: str) -> None:
    assert not is_seen(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nhân viên trạm thủy văn đo mực nước sông Trà.",
        "Nông dân xã Đông Hà chăm sóc vườn cam.",
        "Cán bộ bộ phận một cửa hướng dẫn người dân.",
        "Đ/c Lê Văn Sông – Phó Chủ tịch UBND huyện trao vốn cho hội viên.",
        "Các điển hình tiên tiến trong thực hiện Chỉ thị số 05 được tuyên dương.",
        (
            "Ông Lê Văn Sông, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Trà Giang trao Huy hiệu "
            "30 năm tuổi Đảng cho hai đảng viên của chi bộ thôn Đông."
        ),
        "Thủ tướng bắt tay các đại biểu dự hội nghị.",
        "Đ/c Lê Văn Sông – Bí thư Đảng ủy – phát biểu khai mạc.",
        "Lực lượng chức năng dập lửa tại hiện trường.",
        "Toàn cảnh Khu công nghiệp Trà Giang nhìn từ trên cao.",
        "Các nhân viên cứu hộ tại hiện trường ngày 7/7.",
        "Thủ tướng Ruritania Ivan Petrovic.",
        "Ngoại trưởng Ruritania Ivan Petrovic tại họp báo ở thủ đô ngày 12/9.",
    ],
)
def test_people_at_work_between_two_paragraphs_are_a_caption(line: str) -> None:
    draft = read(f"Trà Giang chuyển mình\n\n{P1}\n\n{line}\n\n{P2}".encode())
    assert draft.body.split("\n") == [P1, P2]


@pytest.mark.parametrize(
    "line",
    [
        "Các đội đã hướng dẫn người dân.",
        "Các điển hình tiên tiến phải được tuyên dương.",
        "Các đơn vị và 12 cá nhân được khen thưởng.",
        "Cán bộ xã phải hướng dẫn người dân.",
        "Các đoàn kiểm tra làm việc tại năm xã.",
        "Mỗi năm huyện trồng 500 ha rừng.",
        "Bà Sông động viên các hộ sớm ổn định cuộc sống.",
        "Cô trò chuyện thân tình với các hội viên.",
        "Đồng chí Lê Văn Sông dự và phát biểu.",
        "Toàn cảnh kinh tế huyện đã sáng hơn.",
        "Thủ tướng Ruritania Ivan Petrovic từ chức.",
        "Ông Lê Văn Sông thông báo nội dung trên trong cuộc gặp báo chí ngày 16-4.",
    ],
)
def test_short_sentences_that_tell_are_body(line: str) -> None:
    draft = read(f"Trà Giang chuyển mình\n\n{P1}\n\n{line}\n\n{P2}".encode())
    assert draft.body.split("\n") == [P1, line, P2]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ông Lê Văn Sông", "Lê Văn Sông"),
        ("Đồng chí Lê Văn Sông, Bí thư Huyện ủy Trà Giang", "Lê Văn Sông"),
        ("Phó Chủ tịch UBND huyện Hà Đình Núi tại buổi đối thoại", "Hà Đình Núi"),
        ("Nhạc sĩ Trần Thu Suối.", "Trần Thu Suối"),
        ("Ông Lê Văn Sông – Phó Bí thư, Trưởng Ban chỉ đạo hội thao", "Lê Văn Sông"),
        ("Ông Lê Văn Sông, tại hội nghị chỉ đạo các xã", None),
        ("Ông Lê Văn Sông nhận nhiệm vụ mới", None),
        ("Bí thư Huyện ủy Đông Hà", None),
        ("Chủ tịch Hồ Chí Minh trong lòng nhân dân", None),
        ("Ông Lê Văn Sông: Phải làm ngay", None),
    ],
)
def test_a_portrait_is_a_person_and_no_deed(line: str, name: str | None) -> None:
    assert portrait(line) == name


def test_a_deed_is_who_and_what() -> None:
    deed = who_does("Đại tá Lê Văn Sông, Ủy viên Ban Thường vụ Huyện ủy, chủ trì hội nghị.")
    assert deed is not None
    assert deed == ("Lê Văn Sông", "chủ trì")
    assert who_does("Chi bộ đã kết nạp hai đảng viên.") is None


def test_a_caption_that_ends_open_has_a_second_line() -> None:
    caption = ["Lãnh đạo huyện tặng quà cho các hộ tại lễ công bố dự thảo", "Đề án “Bờ sông xanh”"]
    heading = ["Lãnh đạo huyện tặng quà cho các hộ tại lễ công bố", "Đề án “Bờ sông xanh”"]
    for lines, kept in ((caption, []), (heading, heading[1:])):
        draft = read("\n\n".join(["Đông Hà đổi mới", P1, *lines, P2]).encode())
        assert draft.body.split("\n") == [P1, *kept, P2]


def test_a_caption_that_ends_with_a_comma_has_a_second_line() -> None:
    lines = ["Thượng tá Hà Đình Núi trao quà tại hội nghị,", "Nghị quyết Trung ương 6 khóa XIII"]
    draft = read("\n\n".join(["Đông Hà đổi mới", P1, *lines, P2]).encode())
    assert draft.body.split("\n") == [P1, P2]


def test_what_somebody_does_and_the_text_tells_again_is_a_caption() -> None:
    who = "Đồng chí Đại tá Lê Văn Sông - Bí thư Đảng ủy, Giám đốc Công an tỉnh Sông Lam"
    told = f"Đồng chí Lê Văn Sông đã trực tiếp quán triệt các nội dung của nghị quyết. {P2}"
    for does, kept in (("quán triệt chỉ đạo Hội nghị Trung ương 4.", 0), ("đã quán triệt.", 1)):
        draft = read(f"Đông Hà đổi mới\n\n{P1}\n\n{who} {does}\n\n{told}".encode())
        assert draft.body.split("\n") == [P1, *[f"{who} {does}"] * kept, told]


def test_a_view_between_the_title_and_the_text_is_a_caption() -> None:
    for line, kept in (("Toàn cảnh hội nghị.", []), ("Hội nghị đã thành công.", [1])):
        draft = read(f"Huyện Trà Giang học tập nghị quyết\n{line}\n\n{P1}".encode())
        assert len(draft.body.split("\n")) == 1 + len(kept)


def test_two_acts_one_after_the_other_are_captions_and_one_may_be_a_heading() -> None:
    acts = ["Tuyên dương các tập thể tiêu biểu", "Tuyên dương các cá nhân tiêu biểu"]
    draft = read("\n\n".join(["Đông Hà đổi mới", P1, *acts, P2]).encode())
    assert draft.body.split("\n") == [P1, P2]
    draft = read("\n\n".join(["Đông Hà đổi mới", P1, acts[0], P2, acts[1], P3]).encode())
    assert draft.body.split("\n") == [P1, acts[0], P2, acts[1], P3]


def test_what_an_editors_toolbar_stands_above_is_a_caption() -> None:
    caption = "Thượng tá Hà Đình Núi quán triệt Nghị quyết số 12-NQ/TW."
    page = ["Đông Hà đổi mới", P1, f"leftcenterrightdel\n{caption}", "leftcenterrightdel", P2]
    draft = read("\n\n".join(page).encode())
    assert draft.body.split("\n") == [P1, P2]


def test_people_that_stand_twice_are_a_caption_and_a_lead_that_does_is_none() -> None:
    people = "Tuổi trẻ xã Đông Hà dâng hoa trước nhà bia liệt sĩ Trà Giang."
    draft = read(f"Đông Hà đổi mới\n\n{P1}\n{people}\n{people}\n{P2}".encode())
    assert draft.body.split("\n") == [P1, P2]
    lead = "Đội tuyển huyện đã vào vòng cuối của giải bóng chuyền các xã miền núi."
    draft = read(f"Đông Hà đổi mới\n\n{P1}\n{lead}\n{lead}\n{P2}".encode())
    assert lead in draft.body.split("\n")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Đại hội Đảng bộ xã Đông Hà lần thứ V, nhiệm kỳ (2020 - 2025).", False),
        ("Ban Chấp hành Đảng bộ xã, nhiệm kỳ 2020-2025 ra mắt tại Đại hội.", False),
        ("Đại hội Đảng bộ xã đã thông qua Nghị quyết nhiệm kỳ 2020 - 2025.", True),
        ("Hội nghị thống nhất kế hoạch năm 2021.", True),
    ],
)
def test_the_name_of_an_event_between_two_paragraphs_is_a_caption(line: str, *, kept: bool) -> None:
    draft = read(f"Trà Giang chuyển mình\n\n{P1}\n\n{line}\n\n{P2}".encode())
    assert draft.body.split("\n") == [P1, *[line] * kept, P2]


def test_an_office_that_does_what_the_text_beside_tells_is_a_caption() -> None:
    line = "Đảng ủy xã Đông Hà tổ chức quán triệt Nghị quyết 12"
    told = f"Đầu năm, Đảng ủy xã Đông Hà đã khẩn trương đưa nghị quyết vào cuộc sống. {P2}"
    for text, kept in ((told, 0), (P3, 1)):
        draft = read(f"Trà Giang chuyển mình\n\n{P1}\n\n{line}\n\n{text}".encode())
        assert draft.body.split("\n") == [P1, *[line] * kept, text]


def test_captions_go_and_headings_stay() -> None:
    page = [
        "Chi bộ thôn Đông đổi mới sinh hoạt",
        P1,
        "Bí thư Huyện ủy Lê Văn Sông trao Huy hiệu Đảng",
        P2,
        "Đổi mới từ những việc nhỏ",
        P3,
        "Nhân dân thôn Đông cùng bộ đội biên phòng tổ chức dọn vệ sinh tại bờ",
        "sông Trà Giang sau lũ.",
        P4,
    ]
    draft = read("\n\n".join(page).encode())
    assert draft.body.split("\n") == [P1, P2, "Đổi mới từ những việc nhỏ", P3, P4]
    captions = [item for item in draft.dropped if item.reason is Reason.CAPTION]
    assert [item.text for item in captions] == [page[2], page[6], page[7]]
    assert draft.body[captions[0].offset :].startswith(P2)


def test_a_list_of_people_is_body() -> None:
    people = ["Ông Lê Văn Sông, Bí thư Đảng ủy xã", "Ông Hà Đình Núi, Chủ tịch UBND xã"]
    draft = read("\n\n".join(["Danh sách chủ tọa đại hội", P1, *people, P2]).encode())
    assert draft.body.split("\n") == [P1, *people, P2]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Cán bộ khuyến nông hướng dẫn bà con kỹ thuật tỉa cành", True),
        ("Công nhân hợp tác xã phân loại cam trước khi đóng thùng", True),
        ("Phụ nữ Đông Hà trồng cam chuẩn VietGAP làm giàu", False),
        ("Nông dân trồng cam", False),
        ("Cán bộ nêu gương, hướng dẫn bà con đổi mới cách làm", False),
    ],
)
def test_people_at_work_without_a_stop_are_a_caption_and_what_became_of_them_is_a_heading(
    line: str, *, shown: bool
) -> None:
    assert shows_work(line) is shown
    body = read(f"Trà Giang đổi mới cách làm\n\n{P1}\n\n{P2}\n\n{line}\n\n{P3}".encode()).body
    assert (line in body.split("\n")) is not shown


@pytest.mark.parametrize(
    "line", ["Chị Hà Thị Suối bên vườn cam của gia đình", "Chủ tịch UBND xã Hà Đông Lê Văn Sông"]
)
def test_a_portrait_beside_something_is_a_caption(line: str) -> None:
    told = f"{P2} Theo bà Hà Thị Suối và ông Lê Văn Sông, năm tới còn tốt hơn."
    body = read(f"Trà Giang đổi mới cách làm\n\n{P1}\n\n{told}\n\n{line}\n\n{P3}".encode()).body
    assert line not in body.split("\n")
