# ruff: noqa: E501 - a sentence is a line
"""Who is to do it, and with whom: whole names, in the order of the text, or none."""

import pytest

from articles.finding import find_tasks

# One sentence under "Nhiệm vụ", then who leads, a bar between names.
CASES = [
    (
        "UBND thành phố có văn bản yêu cầu các sở, ngành rà soát biên chế.",
        "các sở, ngành",
    ),
    ("Đối với Sở Nội vụ, đồng chí nhấn mạnh cần hoàn thành đề án vị trí việc làm.", "Sở Nội vụ"),
    ("Đối với các xã, phường, ông đề nghị quan tâm đời sống đồng bào.", "các xã, phường"),
    ("Đối với Sở Y tế, đồng chí đề nghị Sở Tài chính bố trí kinh phí.", "Sở Tài chính"),
    ("Đối với công tác cán bộ, đồng chí yêu cầu làm chặt chẽ.", ""),
    ("Ban Nội chính Tỉnh ủy theo dõi việc thực hiện.", "Ban Nội chính Tỉnh ủy"),
    ("UBND các phường, xã mỗi tuần tổ chức một buổi đối thoại.", "UBND các phường, xã"),
    (
        "Các huyện ủy, thị ủy, thành ủy xây dựng kế hoạch thực hiện.",
        "Các huyện ủy | thị ủy | thành ủy",
    ),
    (
        "Các huyện, thành, thị ủy tổ chức quán triệt nghị quyết.",
        "Các huyện, thành, thị ủy",
    ),
    ("Trường Chính trị tỉnh mở ba lớp bồi dưỡng trong năm.", "Trường Chính trị tỉnh"),
    (
        "Cấp ủy viên các cấp, trước hết là các đồng chí thường vụ, phải nêu gương.",
        "Cấp ủy viên các cấp",
    ),
    ("Cán bộ làm công tác dân vận phải gần dân, hiểu dân.", "Cán bộ làm công tác dân vận"),
    ("Đảng viên đi trước phải giúp đỡ đảng viên mới.", ""),
    ("Ban Thường vụ Thị ủy nghiêm túc rút kinh nghiệm.", "Ban Thường vụ Thị ủy"),
    (
        "Ban Tổ chức Huyện ủy Khe Lim sớm hướng dẫn việc thẩm tra.",
        "Ban Tổ chức Huyện ủy Khe Lim",
    ),
    (
        "Các cấp ủy, người đứng đầu cấp ủy trực tiếp chỉ đạo công tác này.",
        "Các cấp ủy | người đứng đầu cấp ủy",
    ),
    (
        "Người đứng đầu cấp ủy, chính quyền trực tiếp tiếp dân hằng tháng.",
        "Người đứng đầu cấp ủy, chính quyền",
    ),
    (
        "Văn phòng HĐND và UBND huyện rà soát thủ tục hành chính.",
        "Văn phòng HĐND và UBND huyện",
    ),
    (
        "Đoàn Thanh niên và Hội Phụ nữ xã mỗi năm giới thiệu ba quần chúng.",
        "Đoàn Thanh niên | Hội Phụ nữ xã",
    ),
    ("Bộ Nông nghiệp và Môi trường chủ trì xây dựng đề án.", "Bộ Nông nghiệp và Môi trường"),
    ("Bộ Xây dựng và Bộ Tài chính rà soát các dự án.", "Bộ Xây dựng | Bộ Tài chính"),
    (
        "Sở Văn hóa, Thể thao và Du lịch tổ chức ngày hội các dân tộc.",
        "Sở Văn hóa, Thể thao và Du lịch",
    ),
    (
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh lãnh đạo việc giám sát.",
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh",
    ),
    (
        "Chủ tịch UBND các huyện, thành phố chịu trách nhiệm về tiến độ giải ngân.",
        "Chủ tịch UBND các huyện, thành phố",
    ),
    (
        "Các sở, ban, ngành, địa phương báo cáo kết quả trước ngày 5/12.",
        "Các sở, ban, ngành, địa phương",
    ),
    (
        "Các cơ quan, đơn vị theo chức năng, nhiệm vụ tổ chức thực hiện.",
        "Các cơ quan, đơn vị",
    ),
    (
        "Mỗi cán bộ, đảng viên phải tự soi, tự sửa.",
        "Mỗi cán bộ, đảng viên",
    ),
    (
        "Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh tăng cường giám sát.",
        "Ủy ban Mặt trận Tổ quốc | các tổ chức chính trị - xã hội tỉnh",
    ),
    ("Bộ Tư lệnh Quân khu 9 chỉ đạo các đơn vị huấn luyện.", "Bộ Tư lệnh Quân khu 9"),
    ("Sở GD&ĐT chấn chỉnh việc dạy thêm.", "Sở GD&ĐT"),
    ("Công chức Tư pháp - Hộ tịch niêm yết thủ tục tại trụ sở.", "Công chức Tư pháp - Hộ tịch"),
    ("Các trưởng thôn tuyên truyền đến từng hộ.", "Các trưởng thôn"),
    (
        "Thường trực Huyện ủy yêu cầu Phòng Nội vụ rà soát biên chế.",
        "Phòng Nội vụ",
    ),
    (
        "Đồng chí Lê Văn Thuận, Bí thư Huyện ủy đề nghị các chi bộ nâng cao chất lượng sinh hoạt.",
        "các chi bộ",
    ),
    ("Giao Công an huyện chủ trì điều tra, làm rõ vụ việc.", "Công an huyện"),
    (
        "Ban Thường vụ, Thường trực Huyện ủy giao Văn phòng Huyện ủy, Ban Tổ chức Huyện ủy theo dõi, đôn đốc.",
        "Văn phòng Huyện ủy | Ban Tổ chức Huyện ủy",
    ),
    ("Bí thư Tỉnh ủy giao Ban Dân vận hướng dẫn việc sơ kết.", "Ban Dân vận"),
    (
        "Để khắc phục hậu quả mưa lũ, Chủ tịch UBND tỉnh yêu cầu Sở Giao thông vận tải sửa chữa các tuyến đường.",
        "Sở Giao thông vận tải",
    ),
    (
        "Theo Chánh Thanh tra huyện, các phòng chuyên môn cần công khai quy hoạch.",
        "các phòng chuyên môn",
    ),
    (
        "Về đất đai, Phòng Tài nguyên và Môi trường lập bản đồ số.",
        "Phòng Tài nguyên và Môi trường",
    ),
    (
        "Trong thời gian tới, Huyện ủy Bãi Sậy tập trung chỉ đạo thu ngân sách.",
        "Huyện ủy Bãi Sậy",
    ),
    (
        "Bí thư Huyện ủy nhắc nhở người đứng đầu mỗi đơn vị phải công khai lịch tiếp dân.",
        "người đứng đầu mỗi đơn vị",
    ),
    (
        "Thủ tướng chỉ đạo các cấp chính quyền tạo điều kiện cho doanh nghiệp.",
        "các cấp chính quyền",
    ),
    ("Ban Quản lý dự án được giao chủ trì giải phóng mặt bằng.", "Ban Quản lý dự án"),
    (
        "Ban tổ chức huyện ủy, thị ủy, thành ủy tổng hợp, báo cáo kết quả.",
        "Ban tổ chức huyện ủy, thị ủy, thành ủy",
    ),
    ("Mặt trận Tổ quốc các cấp vận động nhân dân hiến đất.", "Mặt trận Tổ quốc các cấp"),
    (
        "Các doanh nghiệp trên địa bàn huyện phải bảo đảm an toàn lao động.",
        "Các doanh nghiệp trên địa bàn huyện",
    ),
    (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương bố trí kinh phí.",
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    ),
    ("Chủ tịch xã Lò Thị Nhung đôn đốc việc làm đường.", "Chủ tịch xã"),
    ("Công chức Văn hóa - Xã hội biên soạn tài liệu hỏi đáp.", "Công chức Văn hóa - Xã hội"),
    # None where nobody is named, or only pointed at, or named as what it is about.
    ("Yêu cầu rà soát các dự án chậm tiến độ.", ""),
    ("Tăng cường trách nhiệm của cán bộ, đảng viên trong thực thi công vụ.", ""),
    ("Thường trực Tỉnh ủy đề nghị đơn vị tiếp tục phát huy truyền thống.", ""),
    ("Chủ tịch tỉnh yêu cầu các đồng chí thực hiện nghiêm quy chế.", ""),
    ("Để nâng cao đạo đức của cán bộ, đảng viên cần đổi mới công tác giáo dục.", ""),
    ("Đổi mới nội dung; chi ủy gửi tài liệu trước ba ngày.", ""),
    ("Việc tiếp dân phải có lịch công khai tại trụ sở.", ""),
    # What a body deals with goes on in small letters; what it does, does not.
    ("Vụ Bảo hiểm y tế chủ trì sửa đổi thông tư.", "Vụ Bảo hiểm y tế"),
    ("Cục Y tế dự phòng giám sát ca bệnh.", "Cục Y tế dự phòng"),
    ("Vụ Hợp tác quốc tế báo cáo lãnh đạo Bộ.", "Vụ Hợp tác quốc tế"),
    ("Vụ Chính quyền địa phương nghiên cứu mô hình mới.", "Vụ Chính quyền địa phương"),
    ("Cục Quản lý khám, chữa bệnh hướng dẫn các bệnh viện.", "Cục Quản lý khám, chữa bệnh"),
    ("Cục Biến đổi khí hậu tổng hợp số liệu.", "Cục Biến đổi khí hậu"),
    ("Cục Thuế rà soát hộ kinh doanh.", "Cục Thuế"),
    ("Sở Y tế tổ chức tiêm chủng.", "Sở Y tế"),
    ("Phòng Tổ chức cán bộ tham mưu quy hoạch.", "Phòng Tổ chức cán bộ"),
    ("Văn phòng Điều phối nông thôn mới thẩm định hồ sơ.", "Văn phòng Điều phối nông thôn mới"),
    ("Đài Phát thanh - truyền hình huyện mở chuyên mục.", "Đài Phát thanh - truyền hình huyện"),
    ("Chi cục Chăn nuôi và thú y hướng dẫn tiêu độc.", "Chi cục Chăn nuôi và thú y"),
    ("Tổng công ty Điện lực miền Bắc bảo đảm cung ứng điện.", "Tổng công ty Điện lực miền Bắc"),
    ("Đảng ủy Khối các cơ quan tỉnh chỉ đạo điểm.", "Đảng ủy Khối các cơ quan tỉnh"),
    ("Ban Chỉ đạo phòng, chống tham nhũng đôn đốc.", "Ban Chỉ đạo phòng, chống tham nhũng"),
    ("Bộ Lao động-Thương binh và Xã hội rà soát.", "Bộ Lao động-Thương binh và Xã hội"),
    ("Sở Văn hóa–Thể thao & Du lịch thẩm định.", "Sở Văn hóa–Thể thao & Du lịch"),
    ("UBND tỉnh Sông Lam-Hòa Sơn chỉ đạo.", "UBND tỉnh Sông Lam-Hòa Sơn"),
    ("Sở Y tế-nơi nhận đơn-trả lời công dân.", "Sở Y tế"),
    ("Ủy ban Pháp luật của Quốc hội thẩm tra.", "Ủy ban Pháp luật của Quốc hội"),
    ("Đoàn đại biểu Quốc hội tỉnh khảo sát.", "Đoàn đại biểu Quốc hội tỉnh"),
    ("Trung đoàn 148 huấn luyện dã ngoại, Sư đoàn 316 kiểm tra.", "Trung đoàn 148"),
    ("Các trường trung học phổ thông tổ chức ôn thi.", "Các trường trung học phổ thông"),
    ("Các đơn vị thường xuyên kiểm tra kho tàng.", "Các đơn vị"),
    ("Các bộ ngành, địa phương thực hiện nghiêm công điện.", "Các bộ ngành, địa phương"),
    ("100% cán bộ, đảng viên ký cam kết nêu gương.", "100% cán bộ, đảng viên"),
    ("Đội ngũ báo cáo viên nắm bắt dư luận.", "Đội ngũ báo cáo viên"),
    # Who asks, signs or sends is not who is to do it.
    (
        "Bí thư Tỉnh ủy chỉ đạo các sở, ngành tháo gỡ cho doanh nghiệp.",
        "các sở, ngành",
    ),
    (
        "Sở Giáo dục và Đào tạo có công văn gửi các phòng giáo dục yêu cầu kiểm tra bếp ăn.",
        "các phòng giáo dục",
    ),
    (
        "Đối với tàu cá, Chủ tịch UBND tỉnh yêu cầu UBND các xã ven biển phải kiểm đếm.",
        "UBND các xã",
    ),
    (
        (
            "Để giữ rừng, bảo đảm nguồn nước, Chủ tịch huyện yêu cầu các đồng chí Chủ tịch xã, "
            "Trưởng bản tuần tra."
        ),
        "các đồng chí Chủ tịch xã | Trưởng bản",
    ),
    ("Ban Bí thư giao ban thường vụ các tỉnh ủy chỉ định cấp ủy.", "ban thường vụ các tỉnh ủy"),
]


@pytest.mark.parametrize(("sentence", "names"), CASES)
def test_who_leads(sentence: str, names: str) -> None:
    (task,) = find_tasks(f"Nhiệm vụ\n{sentence}")
    assert " | ".join(task.responsible) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "với Ban Nội chính Tỉnh ủy và Ban Dân vận Tỉnh ủy",
            "Ban Nội chính Tỉnh ủy | Ban Dân vận Tỉnh ủy",
        ),
        ("với Trường Chính trị tỉnh", "Trường Chính trị tỉnh"),
        ("với các cơ quan, đơn vị liên quan", "các cơ quan, đơn vị liên quan"),
        ("chặt chẽ với Thanh tra tỉnh, Công an tỉnh", "Thanh tra tỉnh | Công an tỉnh"),
        ("với Chi nhánh Văn phòng Đăng ký đất đai", "Chi nhánh Văn phòng Đăng ký đất đai"),
        ("cùng các huyện ủy, thành ủy", "các huyện ủy | thành ủy"),
        ("với nhau", ""),
    ],
)
def test_who_takes_part(words: str, names: str) -> None:
    (task,) = find_tasks(f"Nhiệm vụ\nSở Nội vụ phối hợp {words} tham mưu đề án.")
    assert task.responsible == ("Sở Nội vụ",)
    assert " | ".join(task.participating) == names


def test_a_fragment_may_stand_before_the_subject() -> None:
    body = "Các nhiệm vụ sau:\n1. Về con người. Đảng ủy các xã lập danh sách cán bộ.\n2. Về tài sản. UBND huyện kiểm kê trụ sở."
    assert [task.responsible for task in find_tasks(body)] == [("Đảng ủy các xã",), ("UBND huyện",)]


HEADED = [
    ("2. Sở Y tế chủ trì:\na) Tập huấn cho trạm y tế.", "Sở Y tế"),
    ("2. Sở Giáo dục và Đào tạo thực hiện các việc sau:\na) Rà soát trường lớp.", "Sở Giáo dục và Đào tạo"),
    ("2. Đối với Sở Xây dựng\n2.1. Về quy hoạch\n- Công khai quy hoạch các khu dân cư.", "Sở Xây dựng"),
    ("2. Sở Y tế chủ trì tập huấn về:\na) Rà soát trạm y tế xã.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("items", "who"), HEADED)
def test_whose_tasks_stand_under_a_heading(items: str, who: str) -> None:
    body = f"Phân công thực hiện\n1. Công an tỉnh:\na) Tăng cường tuần tra ban đêm.\n{items}"
    *_, last = find_tasks(body)
    assert " | ".join(last.responsible) == who
