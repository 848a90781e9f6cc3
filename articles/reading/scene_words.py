"""Words that captions of pictures are made of: who is seen, doing what, where and when.

Tables only; `scenes` asks the questions.
"""

import re
from typing import Final

_CAPITAL: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_NAME_WORD: Final = rf"(?<!\w)[{_CAPITAL}][\w’'-]*"
_END: Final = r"(?![^\W\d_])"

NAMES: Final = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,5}}")

# --- who ---------------------------------------------------------------------------------------

_HONORIFIC: Final = (
    r"đồng chí|đ/c|ông|bà|anh|chị|em|cô|thầy|cụ|bác sĩ|nghệ sĩ|nsưt|nsnd|nhạc sĩ|ca sĩ|họa sĩ|"
    r"diễn viên|nhà (?:báo|văn|thơ|giáo|khoa học|nghiên cứu)|luật sư|kỹ sư|gs|pgs|ts|ths|"
    r"giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|linh mục|hòa thượng|thượng tọa|đại đức|già làng|"
    r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|mẹ việt nam anh hùng"
)
_POST: Final = (
    r"(?:phó |quyền |tân |nguyên |cựu |cố )*(?:tổng bí thư|chủ tịch|thủ tướng|bộ trưởng|"
    r"thứ trưởng|ngoại trưởng|bí thư|thường trực|trưởng (?:ban|đoàn|phòng|thôn|khoa|công an)|"
    r"giám đốc|tổng giám đốc|chánh (?:án|văn phòng|thanh tra)|viện trưởng|cục trưởng|vụ trưởng|"
    r"chi cục trưởng|tổng cục trưởng|hiệu trưởng|tư lệnh|chính ủy|tham mưu trưởng|"
    r"chủ nhiệm|đại sứ|thống đốc|tổng thư ký|tổng biên tập|ủy viên|uỷ viên|đại biểu|tổng thống|"
    r"quốc vương|thị trưởng|phu nhân|chủ tọa)"
)
PERSON: Final = re.compile(rf"(?:{_HONORIFIC}|{_POST}){_END}", re.IGNORECASE)
PEOPLE: Final = re.compile(
    r"(?:(?:các|một số|nhiều|đông đảo|những|hai|ba|toàn thể|tập thể) )*"
    r"(?:(?:đồng chí )?(?:lãnh đạo|thành viên)|đại biểu|đại diện|vị đại biểu|đồng chí|"
    r"cán bộ|chiến sĩ|chiến sỹ|bộ đội|dân quân|công nhân|nông dân|ngư dân|người dân|bà con|"
    r"tuổi trẻ|hộ dân|học sinh|sinh viên|học viên|giáo viên|đoàn viên|thanh niên|hội viên|phụ nữ|"
    r"cựu chiến binh|cử tri|đảng viên|du khách|khách|khán giả|thí sinh|vận động viên|"
    r"công chức|viên chức|lực lượng|tình nguyện viên|y bác sĩ|thầy thuốc|phật tử|giáo dân|"
    r"nhân viên|nhân dân|y tá|điều dưỡng|tiểu thương|đồng bào|bạn trẻ|em nhỏ|thiếu nhi|"
    r"nghi phạm|bị cáo|bị can|nghệ nhân|nghệ sĩ|gia đình|vợ chồng|đoàn(?! kết| viên| thể)|"
    rf"đội(?! ngũ)|tổ(?! chức)|nhóm(?! giải| nhiệm| vấn)){_END}",
    re.IGNORECASE,
)
OFFICIALS: Final = re.compile(
    rf"(?:các |một số )?(?:đồng chí )?(?:lãnh đạo|đoàn công tác|đại biểu){_END}", re.IGNORECASE
)
OFFICE: Final = re.compile(
    r"(?:ubnd|(?:thường trực )?hđnd|(?:ub)?mttq|ủy ban|uỷ ban|hội(?! nghị| thảo| đồng| thi)|"
    r"công an|ban chỉ huy|trường|trung tâm|(?:đảng|huyện|tỉnh|thành|thị|quận) (?:ủy|uỷ)|công đoàn|"
    rf"liên đoàn|mặt trận|đồn biên phòng|xã đoàn|huyện đoàn|tỉnh đoàn){_END}",
    re.IGNORECASE,
)
# Words in small letters that stand inside posts and offices, between a title and a name.
OF_OFFICES: Final = frozenset(
    re.findall(
        r"\w+",
        "án bảo ban bí biểu bộ báo binh ca cả cán chánh chi chiến chính chí chủ chức chuyên công "
        "cục cựu dân dục dựng du doanh đại đảng đạo đầu đoàn đồng động đốc đội đô đức giám giáo "
        "giới hạ hành hạm hiệu hoạch họa hòa học hợp hội huyện hưởng khách khoa khóa khối khu kế "
        "kinh kiểm kỹ lao lãnh lâm liên lịch lệnh luật lực lượng mặt mẫu mưu môi mục nghệ nghiệp "
        "nghị ngoại nhà nhạc nhân nhiệm nguyên ngôn niên nông nữ nội nước phát pháp phòng phố phó "
        "phủ phường quân quận quốc sát sĩ sở sư sự sử tác tá tài tế tham thành thanh thẩm thể thị "
        "thiếu thông thôn thống thú thư thượng thủ thứ tịch tiến tin tỉnh tòa toàn tổ tổng tra "
        "tranh trị triển trường trung trưởng truyền trực tuyên tú tư tướng tự ủy uỷ văn vấn viên "
        "viện việt vụ vương xã xây y",
    )
)
REVERED: Final = re.compile(r"Hồ Chí Minh|Bác Hồ|Nguyễn Ái Quốc")

# --- what is seen ------------------------------------------------------------------------------

_PLAIN: Final = (
    r"phát biểu|chụp (?:ảnh|hình)|dâng (?:hương|hoa)|đặt vòng hoa|thắp (?:hương|nến)|viếng|"
    r"mặc niệm|chào cờ|cắt băng|(?:nhấn|bấm|ấn) nút|bắt tay|nắm tay|diễu (?:hành|binh)|"
    r"trò chuyện|tặng (?:quà|hoa|bằng|cờ|giấy|kỷ|biểu|sách)|trao (?:quà|tặng|bằng|giấy|cờ|thưởng|"
    r"huân|huy|danh|quyết|số tiền|bảng|biển)|biểu quyết|bỏ phiếu"
)
# What a camera sees whoever does it; what it sees named people do; what wants a place or a day.
PLAINLY_SEEN: Final = re.compile(rf"\b(?:{_PLAIN}){_END}")
SEEN: Final = re.compile(
    rf"\b(?:{_PLAIN}|trao|tặng|thăm|tham quan|"
    r"ký (?:kết|giao|cam kết|văn bản|biên bản|thỏa thuận|sổ)|đón|tiếp (?!tục|theo|cận|thu|nhận)|"
    r"hội (?:kiến|đàm)|gặp(?! khó)|trao đổi|chúc (?:mừng|tết|Tết)|tuyên thệ|"
    r"điều hành (?:hội|phiên|thảo)|chủ (?:trì|tọa)|khai mạc|bế mạc|"
    r"kết luận (?:hội|phiên|buổi|cuộc)|trình bày|đọc|dự|tham dự|tham luận|viết sổ|ghi sổ|"
    r"kiểm tra|thị sát|khảo sát|động viên|biểu diễn|thu hoạch|tuần tra|"
    r"tập luyện|huấn luyện|hướng dẫn|giới thiệu|tra cứu|làm (?:việc (?:tại|với)|thủ tục)|"
    r"lấy mẫu|dọn|ra quân|tìm hiểu|tiếp xúc|quyên góp|đặt câu hỏi|trả lời chất vấn|"
    r"gắn (?:huân|huy|biển)|vẫy|cầm|ngồi|đứng (?:bên|cạnh|trước|giữa)|trồng|thả|"
    r"khởi công|động thổ|ra mắt|nhận)"
    rf"{_END}"
)
SEEN_SOMEWHERE: Final = re.compile(
    r"\b(?:tham gia|thực hiện|tuyên truyền|vận động|thảo luận|chia sẻ|báo cáo|quán triệt|"
    r"chăm sóc|sản xuất|gói|làm|học|xem|nghe|mua|bán|giao dịch|đối thoại|thi đấu|hỗ trợ|"
    r"đang|cùng|nghiên cứu|(?:kiểm|xét) nghiệm|khám|tiêm|cấp phát|vận hành|thao tác|lắp ráp|may|"
    r"đóng gói|phơi|hái|tưới|phun|nuôi|chế biến|giải quyết (?:thủ tục|hồ sơ|các thủ)|tiếp nhận|"
    rf"bốc|vận chuyển|sửa chữa|xây dựng|thi công){_END}"
)
# Who is honoured: `Các tập thể, cá nhân tiêu biểu được khen thưởng`.
HONOURED: Final = re.compile(
    r"(?:(?:các|những|một số|nhiều) )?(?:tập thể|cá nhân|(?:tấm )?gương|điển hình|gương mặt|"
    rf"đơn vị){_END}[^.:;!?]{{0,110}}?\b(?:(?:được|nhận|đón nhận) (?:tuyên dương|biểu dương|khen|"
    r"vinh danh|tôn vinh|trao|tặng|nhận|bằng khen|giấy khen|cờ thi đua|kỷ niệm chương)|"
    rf"giao lưu (?:tại|trong)){_END}",
    re.IGNORECASE,
)
# Acts of ceremonies, which as lines of their own stand under pictures, one after the other.
ACT: Final = re.compile(
    r"(?:tuyên dương|khen thưởng|biểu dương|trao (?:thưởng|giải|tặng|quà|bằng|giấy|cờ|huy)|"
    r"tặng (?:hoa|quà|bằng|giấy|cờ)|biểu quyết|bỏ phiếu|dâng (?:hương|hoa)|thắp hương|chào cờ|"
    rf"cắt băng|văn nghệ|tiết mục){_END}",
    re.IGNORECASE,
)
# What people are seen at, where the text beside tells why.
AT_WORK: Final = re.compile(
    r"\b(?:tham quan|hướng dẫn|thu hoạch|tuần tra|tập luyện|luyện tập|huấn luyện|lấy mẫu|tra cứu|"
    r"làm thủ tục|(?:kiểm|xét) nghiệm|khám (?:bệnh|sức)|tiêm|cấp phát|lắp ráp|may|chăm sóc|gói|"
    r"phơi|hái|tưới|phun|chế biến|vận chuyển|sửa chữa|dọn|trồng|thả|biểu diễn|chụp|"
    r"diễu (?:hành|binh)|"
    r"gặt|cấy|phân loại|đóng gói|sơ chế|tỉa|bốc xếp|dập lửa|đứng gác|vẫy tay|"
    rf"đo|dâng (?:hương|hoa)|thắp (?:hương|nến)){_END}"
)
GIVES: Final = re.compile(rf"\b(?:trao|tặng|thăm(?! và)|chúc mừng|bắt tay|động viên){_END}")
ORGANISED: Final = re.compile(
    r"\b(?:tổ chức (?:lễ|hội|hướng|tặng|trao|chương|buổi|ngày|giải|diễn|tọa|thăm|đối thoại|tập|"
    r"ra|ký|cho (?:đoàn|học|cán|hội))|ra (?:quân|mắt)|trao|tặng|thăm|ký (?:kết|cam kết)|"
    r"(?:giám sát|khảo sát|kiểm tra|tiếp xúc cử tri|làm việc) (?:tại|với)|"
    rf"phản biện xã hội đối với){_END}"
)
# Of whom a heading says what became of it: `Phụ nữ trồng cam thoát nghèo`.
SUCCEEDS: Final = re.compile(
    r"\b(?:thoát nghèo|làm giàu|vươn lên|vượt khó|hiệu quả|giỏi|bền vững|an toàn|đúng|kịp thời|"
    rf"theo|thế|thi đua|được mùa){_END}"
)
# What makes a statement of it before the camera sees anything; capitals are names (`Cần Thơ`).
STATED: Final = re.compile(
    r":|\b(?:yêu cầu|đề nghị|nhấn mạnh|khẳng định|cho (?:biết|rằng)|(?<!an )chỉ đạo|chỉ thị|"
    r"giao(?! lưu| ban| thông| dịch)|"
    r"quyết định (?!số)|phải|cần|nên|không|chưa|là|từng|bị|sẽ|đã|giữ|thôi|nói|nêu|kêu gọi|"
    r"muốn|mong|được (?:bầu|bổ|Quốc)|có(?! mặt)|luôn|tiếp tục|tích cực|chủ động|tăng cường|"
    r"nâng cao|gửi|đẩy mạnh|phát huy|vừa|để|hãy|thế nào|ra sao|vì sao|"
    rf"làm (?!việc|thủ tục)){_END}"
)
# What makes a sentence of the text of it, not the name of a scene.
TELLING: Final = re.compile(
    r"\b(?:đã|đang|sẽ|cũng|được|cần|phải|nghe|nhất trí|thống nhất|cho rằng|có|là|đều|còn|như|"
    r"nhằm|để|yêu cầu|đề nghị|nhấn mạnh|khẳng định|cho biết|thay mặt|"
    rf"(?:nội dung|thông tin|vấn đề|vụ việc|nêu|nói|kể) trên|(?:điều|việc) (?:này|đó)){_END}"
)

ORGANISES: Final = re.compile(
    r"\b(?:tổ chức (?:hội|lễ|quán triệt|học tập|triển khai|sơ kết|tổng kết|tập huấn|ký)|"
    rf"quán triệt|sơ kết|tổng kết|ra quân|trao|tặng){_END}"
)

# --- where and when ----------------------------------------------------------------------------

WHERE: Final = re.compile(
    r"\b(?:tại|ở|trên|bên|trước|sau|sáng|chiều|tối|ngày|tháng|nhân dịp|nhân|trong (?:buổi|chương|"
    r"lễ|giờ|cuộc|phần|ngày|đêm|khuôn))\b|\d/\d|\b(?:hội nghị|hội thảo|đại hội|lễ|buổi|cuộc thi|"
    rf"hội thi|phiên họp|cuộc họp|kỳ họp|chương trình|nghi thức){_END}",
    re.IGNORECASE,
)
AT: Final = re.compile(
    r"\s*(?:[^\W\d_]+ ){0,6}(?:tại|trong|bên lề) (?:buổi|hội|đại hội|lễ|cuộc|phiên|kỳ họp|họp báo|"
    r"giờ|ca|tiết|hiện trường|"
    rf"chương trình|tọa đàm|phòng|sân|công trường|khu|xã|phường|thôn|trụ sở){_END}"
)
DATED: Final = re.compile(
    r"\b(?:(?:nhiệm kỳ|năm|ngày|sáng|chiều|tối|tháng|xuân .{0,9}|lần thứ)\s+[\dIVX]|"
    r"tại (?!sao|chức))|\d{1,2}[/-]\d{1,2}",
    re.IGNORECASE,
)
# In a text the day comes first.
DATED_END: Final = re.compile(
    r",? (?:(?:sáng|trưa|chiều|tối|ngày|tháng) ){1,2}\d{1,2}[/.-]\d{1,4}(?:[/.-]\d{4})?\.?$"
)
PLACED: Final = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản|ấp|khu|tổ|số) "
    rf"(?:{_NAME_WORD}|\d)"
)
SIDE: Final = re.compile(
    r"\((?:[^()]*(?:từ|bên|bìa|hàng|ngoài cùng|đứng|ngồi|áo|đội mũ)[^()]*(?:trái|phải|giữa|đầu|"
    r"trước|sau|trắng|đỏ|xanh|đen|vàng|qua|sang)[^()]*|trái|phải|giữa|bìa (?:trái|phải))\)",
    re.IGNORECASE,
)

# --- views and events --------------------------------------------------------------------------

VIEW: Final = re.compile(
    r"(?:quang cảnh|toàn cảnh|khung cảnh|cận cảnh|cảnh(?! báo| giác| sát| tỉnh| quan| cáo)|"
    r"một góc|một cảnh|một (?:phiên|kỳ|buổi|tiết|giờ|lớp|đoạn|khu|tuyến)(?! sáng| trưa| chiều|"
    r" tối| gian)|khoảnh khắc|"
    r"(?:hình ảnh|bức ảnh) (?:\S+ ){3}|chân dung|phối cảnh|hiện trường|"
    r"(?:một số |các )?tiết mục|"
    rf"poster|video|clip|infographic){_END}(?=.{{5}})",
    re.IGNORECASE,
)
EVENT: Final = re.compile(
    r"(?:hội (?:nghị|thảo|thi|diễn|thao)|cuộc (?:thi|họp)|đại hội(?! đảng| đại biểu| lần| xi| x)|"
    r"buổi|phiên họp|ngày hội|tọa đàm|toạ đàm|đêm|lễ(?! nghi| tân)|giải (?:bóng|chạy|thi|vô địch|"
    r"việt dã|cầu|quần|thể)|đội(?! ngũ)|đoàn(?! kết| viên| thể)|ban chấp hành|bch|chi đoàn|"
    rf"gian (?:hàng|trưng bày)|tập thể){_END}",
    re.IGNORECASE,
)
FROM_ABOVE: Final = re.compile(
    rf"\bnhìn (?:từ|qua) (?:trên cao|trên không|flycam|xa|phía|ảnh|vệ tinh|máy bay){_END}",
    re.IGNORECASE,
)
# What stands there, by its own name, and what was done to it: no heading names a thing so.
THING: Final = re.compile(
    r"(?:trụ sở|cổng chào|bản đồ|sơ đồ)(?! số| tư duy)(?: (?!mới\b)[^\s,.:;!?]+){2,14}",
    re.IGNORECASE,
)
BUILT: Final = re.compile(
    r"(?:(?:tuyến )?đường|cầu|nhà (?:văn hóa|ở|máy)|trường|trạm|công trình|vườn|khu|cổng|"
    rf"sản phẩm|gian hàng|bia|đài) [^,.:;!?]{{0,60}}?\b(?:được|do){_END}[^,.:;!?]{{1,60}}?\b"
    r"(?:bày bán|trưng bày|đưa vào sử dụng|khánh thành|xây (?:dựng|mới)|tu sửa|chăm sóc|trang trí|"
    r"trồng|lắp đặt|thi công)"
    rf"{_END}[^,.:;!?]{{0,60}}",
    re.IGNORECASE,
)
CEREMONY: Final = re.compile(
    r"lễ (?:chào cờ|ra mắt|ký|khánh thành|khởi công|trao|công bố|phát động|khai (?:mạc|trương)|"
    r"đón nhận|kết nạp|bàn giao)(?: \S+){3}|chương trình (?:nghệ thuật|văn nghệ|giao lưu)",
    re.IGNORECASE,
)
MODEL: Final = re.compile(
    r"(?:mô hình|vườn|cánh đồng|sản phẩm|gian hàng|công trình|tuyến đường|nhà văn hóa|lớp học) "
    r"(?:[^\s,.:;]+ ){1,9}(?:tại|ở|của) (?:gia đình|hộ|hợp tác xã|htx|xã|huyện|thôn|bản|ấp|"
    r"phường|thị trấn|tổ) ",
    re.IGNORECASE,
)
_GATHERING: Final = (
    r"(?:hội (?:nghị|thảo|thi|diễn|trường)|đại hội|tọa đàm|toạ đàm|(?:buổi )?lễ|"
    r"buổi (?:\w+ ){0,2}\w+|cuộc (?:họp|thi|gặp|làm việc)|phiên (?:\w+ ){0,2}\w+|kỳ họp|"
    rf"diễn đàn|chương trình|điểm cầu|ngày hội|cơ quan công an|phiên tòa|phiên toà){_END}"
)
# The name of an event and nothing else: `Đại hội Đảng bộ xã lần thứ V, nhiệm kỳ 2020 - 2025.`
EVENT_SENTENCE: Final = re.compile(
    r"(?:đại hội|hội (?:nghị|thảo|thi)|liên hoan|ngày hội|lễ|ban chấp hành)"
    r"(?: (?!(?:đã|đang|sẽ|được|là|có|diễn|tổ|khai|bế|bầu|họp|thông|kết|đề|xác|thành công|nhất|"
    r"thống|gồm|với|do|cần|phải|tiếp|nghe|đánh)\b)[^\s.:;!?]+){3,24}?,?"
    r" (?:lần thứ \w+|(?:nhiệm kỳ|năm) \(?\d{4}(?:\s?[-–]\s?\d{4})?\)?)"
    r"(?: (?:ra mắt|chụp ảnh|tuyên thệ)(?: (?:tại|trước|trong|cùng) [^.:;!?]{2,60})?)?\.",
    re.IGNORECASE,
)
VIEW_SENTENCE: Final = re.compile(
    r"(?:(?:quang|toàn|khung|cận) cảnh|hiện trường (?:vụ|nơi|xảy ra)|"
    rf"một (?:góc|phiên họp|buổi họp|kỳ họp|tiết mục)|"
    rf"tiết mục){_END}[^.:;!?]{{0,140}}\.?",
    re.IGNORECASE,
)
GATHERED: Final = re.compile(
    rf"(?:[^\W\d_]+ ){{0,7}}(?:tại|trong|dự|bên lề) (?:\w+ )?{_GATHERING}[^,.:;!?]{{0,120}}\.?",
    re.IGNORECASE,
)
SPEAKING: Final = re.compile(
    r"(?<!dự và )(?<!trì và )\bphát biểu(?: \w+){0,4} (?:tại|trước|trong|kết luận|khai mạc|"
    rf"bế mạc|chỉ đạo) (?:\w+ )?{_GATHERING}[^.:;!?]{{0,90}}\.?$",
    re.IGNORECASE,
)
