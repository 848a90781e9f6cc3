"""In a text without officialdom nothing is to be done until an office asks for it."""

from typing import Final

from articles.finding import find_tasks

# A thousand characters and more in which no office, Party or army is named.
KITCHEN: Final = (
    "Bếp của chị Lành nằm cuối con hẻm nhỏ, cạnh gốc me già. Sáng nào chị cũng nhóm lửa từ lúc"
    " trời còn tối, ninh nồi nước dùng bằng xương ống và củ cải. Chị kể nồi nước phải sôi lăn tăn,"
    " nóng quá thì nước đục. Khách quen của quán là mấy bác xích lô, cô giáo về hưu và đám học trò"
    " trường vẽ. Ai đến cũng gọi một tô đầy, thêm chén hành dấm. Bán hết nồi là chị nghỉ, có hôm"
    " chưa tới chín giờ. Con gái chị học nghề bánh, chiều về phụ mẹ nhặt rau. "
) * 3
ADVICE: Final = "Vì vậy, người mới học nghề cần kiên trì tập luyện và phải giữ gian bếp thật sạch."
OFFICE: Final = "Sở Y tế yêu cầu các quán ăn kiểm tra nguồn nước."


def tasks_in(body: str) -> list[str]:
    return [body[task.start : task.end] for task in find_tasks(body)]


def test_advice_in_a_feature_is_no_task() -> None:
    assert tasks_in(f"{KITCHEN}\n{ADVICE}") == []


def test_the_same_words_are_one_among_officials() -> None:
    report = KITCHEN.replace("chị Lành", "cán bộ xã").replace("Chị", "Đồng chí Chủ tịch xã")
    assert tasks_in(f"{report}\n{ADVICE}") == [ADVICE]


def test_an_office_that_asks_is_heard_and_what_follows_it() -> None:
    assert tasks_in(f"{KITCHEN}\n{OFFICE} {ADVICE}") == [OFFICE, ADVICE]


def test_what_stands_before_an_office_asks_is_not() -> None:
    assert tasks_in(f"{KITCHEN}\n{ADVICE}\n{OFFICE}") == [OFFICE]


def test_anybody_else_who_asks_is_not_heard() -> None:
    assert tasks_in(f"{KITCHEN}\nChị Lành yêu cầu con gái tập trung nhặt rau.") == []


def test_an_office_may_introduce_a_list() -> None:
    items = ["Kiểm tra nguồn nước.", "Giữ sạch gian bếp."]
    listed = "\n".join(f"- {item}" for item in items)
    assert tasks_in(f"{KITCHEN}\nSở Y tế yêu cầu các quán ăn:\n{listed}") == items
    assert tasks_in(f"{KITCHEN}\nChị dặn con gái cần nhớ:\n{listed}") == []


def test_a_short_text_is_taken_at_its_word() -> None:
    assert tasks_in(ADVICE) == [ADVICE]
