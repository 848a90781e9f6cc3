"""Words from which the names of Vietnamese bodies, offices and groups of people are made.

Kinds of heads, what may follow them, and the words of several syllables of which only the first
has a capital ("Ban Nội chính", "Bộ Giao thông vận tải"). Commas and line ends separate them.
"""

from typing import Final

__all__ = [
    "COMMITTEES",
    "FIELDS",
    "GROUPS",
    "LEVELS",
    "NAMED",
    "NAME_WORDS",
    "NO_HEADS",
    "OFFICES",
    "SPEAKERS",
    "STOPS",
]

NAMED: Final = """
ban chấp hành, ban bí thư, ban thường vụ, ban thường trực, ban cán sự đảng, ban chỉ đạo
ban tổ chức, ban tuyên giáo, ban dân vận, ban nội chính, ban quản lý, ban giám hiệu, ban chỉ huy
ban thanh tra nhân dân, ban giám đốc, ban công tác mặt trận, ban, bch, btv, bộ chính trị
bộ tư lệnh, bộ chỉ huy, bộ, bộ đội, bộ đội biên phòng, bảo hiểm xã hội, bảo tàng, báo, bệnh viện
chi cục, chi hội, chi đoàn, chi nhánh, chính phủ, công an, công đoàn, công ty, cục, đài, đảng đoàn
đoàn, đoàn thanh niên, đoàn kiểm tra, đoàn giám sát, đồn, đội, đảng bộ, đảng ủy, chi bộ
hạt kiểm lâm, hiệp hội, hđnd, hội, hội đồng, hội đồng nhân dân, học viện, huyện đoàn, tỉnh đoàn
thành đoàn, xã đoàn, hợp tác xã, kho bạc, kiểm toán, liên đoàn, liên minh hợp tác xã, liên hiệp hội
liên hiệp các hội, mặt trận, mặt trận tổ quốc, mttq, ngân hàng
nhà xuất bản, phòng, quân khu, quân ủy, quân đoàn, quốc hội, sở, thanh tra, thường trực, tòa án
tòa án nhân dân, thông tấn xã, tiểu ban, tập đoàn, tổ công tác, tổng cục, tổng công ty
tổng liên đoàn, trung đoàn, trung tâm, trung ương, trường, trạm, ubnd, ubmttq, ubkt, ủy ban
ủy ban nhân dân, ủy ban kiểm tra, ủy ban mặt trận tổ quốc, văn phòng, viện, viện kiểm sát
viện kiểm sát nhân dân, vụ, bưu điện, điện lực, quỹ, câu lạc bộ, đặc khu ủy, chi ủy, trạm y tế
tổng bí thư, đảng ủy khối các cơ quan, đảng ủy khối doanh nghiệp, đảng ủy các cơ quan đảng
đoàn đại biểu quốc hội, sư đoàn, lữ đoàn, tiểu đoàn, đại đội, hải đoàn, binh đoàn, quân chủng
binh chủng, cđ, lđlđ, tlđ, hnd, hlhpn, hccb, lđld, học viện chính trị quốc gia
"""
COMMITTEES: Final = """
tỉnh ủy, thành ủy, huyện ủy, thị ủy, quận ủy, đảng ủy, xã ủy, phường ủy, đặc khu ủy
"""
OFFICES: Final = """
bí thư, phó bí thư, bí thư chi bộ, bộ trưởng, thứ trưởng, chánh án, chánh văn phòng
chánh thanh tra, chỉ huy trưởng, chính ủy, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ tịch
chủ tịch nước, cục trưởng, đội trưởng, giám đốc, phó giám đốc, hiệu trưởng, lãnh đạo
người đứng đầu, cấp phó, thống đốc, thủ trưởng, thủ tướng, phó thủ tướng, tổ trưởng, tổng giám đốc
tổng thanh tra, tổng cục trưởng, tổng kiểm toán, trưởng ban, phó trưởng ban, trưởng phòng
trưởng thôn, trưởng bản, trưởng đoàn, tư lệnh, ủy viên, cấp ủy viên, viện trưởng, vụ trưởng
thủ lĩnh, thường trực, chỉ huy, chính trị viên, phó chính ủy, tham mưu trưởng, đồn trưởng
phó tư lệnh, chủ nhiệm chính trị
"""
# Who asks for something to be done, in his own name.
SPEAKERS: Final = """
thủ tướng, phó thủ tướng, chủ tịch, phó chủ tịch, bí thư, phó bí thư, bộ trưởng, thứ trưởng
tổng bí thư, đồng chí, ông, bà, trưởng ban, phó trưởng ban, giám đốc, phó giám đốc, chính phủ
chính ủy, phó chính ủy, tư lệnh, phó tư lệnh, chính trị viên, chỉ huy trưởng, chủ nhiệm, thống đốc
viện trưởng, chánh án, chánh thanh tra, chánh văn phòng, tổng thanh tra, đại tướng, thượng tướng
trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá, trưởng đoàn
"""
GROUPS: Final = """
cấp ủy, chi bộ, đảng bộ, chi ủy, tổ chức đảng, tổ chức cơ sở đảng, tổ chức đoàn, tổ chức hội
tổ chức chính trị - xã hội, tổ chức đoàn thể, tổ chức, cá nhân, chính quyền, đoàn thể, cơ quan
đơn vị, địa phương, cơ sở, bộ, ngành, sở, ban, phòng, ban đảng, ban xây dựng đảng, cán bộ
đảng viên, công chức, viên chức, người lao động, người sử dụng lao động, quần chúng, chiến sĩ
sĩ quan, đoàn viên, hội viên, thanh niên, phụ nữ, nông dân, nhân dân, người dân, đồng bào, hộ
hộ dân, hộ gia đình, gia đình, học sinh, sinh viên, giáo viên, phụ huynh, công nhân, công dân
nhà báo, phóng viên, báo, đài, báo chí, cơ quan báo chí, tòa soạn, nhà trường, trường, trường học
bệnh viện, trạm y tế, cơ sở y tế, ngân hàng, doanh nghiệp, công ty, tập đoàn, tổng công ty
hợp tác xã, nhà thầu, chủ đầu tư, ban quản lý, trung tâm, viện, học viện, cục, vụ, chi cục
tổng cục, hội, chi hội, chi đoàn, công đoàn, liên đoàn, lực lượng, lực lượng vũ trang, đội ngũ
đội ngũ cán bộ, khối, cấp, cấp tỉnh, cấp huyện, cấp xã, hội đồng, tổ, đội, thành viên, đại biểu
tầng lớp, tầng lớp nhân dân, văn phòng, kho bạc, tổ công tác, công an, quân đội, kiểm lâm
mặt trận, hệ thống chính trị, cấp phó, đồng chí, bên, đầu mối, chúng ta, chúng tôi, tiểu ban
thôn đội, chủ rừng, chủ tàu, chủ hộ, chủ cơ sở, chủ phương tiện, hiệp hội, đối tượng
bộ ngành, sở ngành, ban ngành, ban ngành đoàn thể, cấp ngành
cơ quan ngang bộ, cơ quan thuộc chính phủ, tuyên truyền viên, báo cáo viên, cộng tác viên
bí thư chi bộ, nhà giáo, y bác sĩ, trí thức, doanh nhân, văn nghệ sĩ, già làng, trưởng thôn
trưởng bản, người có uy tín, hòa giải viên
"""
LEVELS: Final = """
tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, thôn, bản, buôn, xóm, ấp
tổ dân phố, khu phố, khu dân cư
"""
# Everyday words that begin like a head.
NO_HEADS: Final = """
xã hội, trường hợp, ngành nghề, bộ máy, bộ phận, đoàn kết, vụ việc, vụ án, vụ mùa, sở hữu
hội nghị, hội thảo, hội thi, hội trường, hội chợ, hội họp, ban hành, ban đầu, ban đêm, ban ngày
cục diện, viện trợ, phòng chống, phòng; chống, phòng ngừa, phòng trào, lực lượng sản xuất
tỉnh táo, đoàn tàu, báo cáo, đội hình, tổ chức thực hiện, tổ chức triển khai, cấp phát, cấp bách
cấp phép, đảng phí, dân chủ, dân số, dân tộc, quân sự, tổ quốc, bên cạnh, cơ sở dữ liệu
cơ sở hạ tầng, cơ sở vật chất, bản thân, bản chất, bản lĩnh, hộ khẩu, hộ chiếu, hộ tịch, đài loan
đối tượng cần, ban bố, hội nhập, hội tụ, đoàn viên hội, tổ chức tốt, tổ chức các
tổ chức quán triệt, quỹ đất, lãnh đạo; chỉ đạo, lãnh đạo thực hiện, lãnh đạo việc
lãnh đạo triển khai, lãnh đạo hoàn thành, lãnh đạo công tác, tổ chức lại, tổ chức sơ kết
tổ chức tổng kết, tổ chức phát động, tổ chức thi, quân số, bản cam kết, cấp cho, cấp giấy
cấp nước, cấp đổi, ngành học, công đoạn, thanh tra lại, thanh tra việc, kiểm toán việc, báo động
báo trước, thôn bản, bộ tiêu chí, bộ câu hỏi, bộ thủ tục, công an toàn, trạm gác, đội tuyển
thường trực tại, trường quốc tế, bên lề, hội chứng
"""
NAME_WORDS: Final = """
an ninh, an toàn, an toàn giao thông, an toàn thực phẩm, bảo hiểm, bảo vệ, bảo vệ thực vật
biên phòng, báo chí, bí thư, cán bộ, cán sự đảng, chấp hành, chỉ đạo, chỉ huy, chính phủ
chính sách, chính trị, chữ thập đỏ, công an, công nghệ, công nghệ thông tin, công nghiệp
công thương, công tác, cảnh sát, cải cách, cộng sản, cựu chiến binh, chăn nuôi, cơ quan, dân chủ
dân cử, dân nguyện, dân số, dân tộc, dân vận, doanh nghiệp, du lịch, dự án, đại biểu, đăng ký
đất đai, đào tạo, đầu tư, đề án, đô thị, điện lực, đoàn thể, giám sát, gia đình, giáo dục
giao thông, giao thông vận tải, hành chính, hành chính công, hạ tầng, hải quan, hỗ trợ, hộ tịch
huấn luyện, hội nhập, khám chữa bệnh, khoa học, khuyến nông, khuyến học, kiểm lâm, kiểm sát
kiểm soát, kiểm tra, kiểm toán, kinh tế, kế hoạch, kế toán, lao động, lâm nghiệp, liên hiệp
liên minh, lưu trữ, lý luận, lương thực, mặt trận, miền núi, môi trường, mầm non, năng lượng
ngân hàng, ngân sách, nghiên cứu, nghệ thuật, ngoại giao, ngoại vụ, người cao tuổi, nghiệp vụ
nhà báo, nhà nước, nhân dân, nội chính, nội vụ, nông dân, nông nghiệp, nông thôn, nông thôn mới
pháp chế, pháp luật, phát thanh, phát triển, phát triển nông thôn, phát triển quỹ đất, phòng cháy
phụ nữ, phục vụ, phổ thông, quân chính, quân sự, quân đội, quản lý, quốc gia, quốc hội, quốc phòng
sự nghiệp, sáng kiến, tài chính, tài nguyên, thanh niên, thanh niên xung phong, thanh tra, thi đua
thi hành án, thi hành án dân sự, thiếu niên, thống kê, thông tin, thông tin đại chúng
thông tấn xã, thú y, thủy lợi, thủy sản, thương binh, thương mại, thể dục, thể thao, thường trực
thường vụ, tiểu học, tin học, tòa án, tôn giáo, tổ chức, tổ quốc, tổng hợp, tối cao, trật tự
tranh chấp, trẻ em, trồng trọt, truyền hình, truyền thông, trung học, trung học cơ sở
trung học phổ thông, trung tâm, trung ương, tuyên giáo, tuyên huấn, tuyên truyền, tư pháp
tư tưởng, thành viên, ủy ban, ủy viên, văn hóa, văn học, văn kiện, văn phòng, vận tải, viễn thông
việc làm, xã hội, xây dựng, xúc tiến, y tế, ứng phó, sự cố, thiên tai, cứu nạn, tìm kiếm, dân sự
phòng thủ, phòng thủ dân sự, đường bộ, hàng hải, hàng không, khí tượng, thủy văn, địa chính
tiếp công dân, hiệp hội, hợp tác, hợp tác xã, xuất nhập khẩu, phòng vệ, điều phối, dịch vụ
thị trường, chính quyền, điều tiết, đấu thầu, đo lường, chất lượng, tiêu chuẩn, sở hữu trí tuệ
viên chức, công chức, khen thưởng, khí hậu, địa chất, khoáng sản, biển, tần số, xuất bản, điện ảnh
di sản, bản quyền, đại học, bưu chính, dự báo, ngoại thương, hóa chất, dược, dược liệu, điều tra
điều tra hình sự, quan hệ, quản trị, tín dụng, tiền tệ, thẩm định, đối ngoại, bồi thường
giải phóng mặt bằng, phòng; chống thiên tai, phòng; chống tham nhũng, phòng; chống hiv/aids
đăng kiểm, đường sắt
đường thủy, khám; chữa bệnh, giáo dục nghề nghiệp, giáo dục thường xuyên, bình đẳng giới
"""
# Not the second syllable of a field: what may follow a body's name instead.
STOPS: Final = """
và, với, của, là, để, về, tại, trong, cùng, cũng, vừa, được, có, do, thì, sớm, nhanh, không, luôn
còn, đều, theo, từ, đến, ở, trên, cho, hoặc, hay, khi, nếu, nhằm, qua, mới, nên, vẫn, sau, trước
như, nhưng, gồm, này, đó, trực tiếp, ra, chỉ, hiện, tự, bằng, hằng, hàng, nhất là, nêu, gửi
"""
# In small letters these go on with a body's name: "Vụ Bảo hiểm | y tế", not "Sở Y tế | tổ chức".
FIELDS: Final = """
y tế, y tế dự phòng, xã hội, cán bộ, quốc tế, đối ngoại, dự phòng, tiểu học, trung học, mầm non
trung học cơ sở, trung học phổ thông, phổ thông, đại học, đa khoa, địa phương, nông thôn mới
công sản, giá, thị trường, kinh doanh, giao thông, giao thông vận tải, vận tải, nông nghiệp
nông thôn, nông dân, dân sự, hình sự, hành chính, kinh tế, viên chức, công chức, học sinh, sinh viên
khen thưởng, thi đua khen thưởng, hành chính công
dân tộc nội trú, dân tộc bán trú, nhà nước, ngân sách, tài chính, tài sản, doanh nghiệp
doanh nghiệp nhỏ và vừa, nước ngoài
trong nước, thương mại, quân sự, biên phòng, phụ nữ, lao động, thực vật, đường bộ, đường sắt
đường thủy, hàng hải, hàng không, chính sách, tiền tệ, tín dụng, công cộng, đô thị, nhà ở
bất động sản, năng lượng, khoáng sản, môi trường, khí hậu, tài nguyên, tài nguyên nước, đất đai
thủ tục hành chính, công nghệ, công nghệ thông tin, khoa học, pháp luật, tội phạm, an ninh
an toàn, an toàn thực phẩm, thực phẩm, bệnh tật, khám chữa bệnh, khám; chữa bệnh, dân số, trẻ em
người có công, việc làm, giáo dục, nghề nghiệp, chính trị, dân tộc, tôn giáo
miền núi, văn hóa, thể thao, du lịch, báo chí, truyền hình, công nghiệp, điện lực, hóa chất
quốc phòng, quỹ đất, khu công nghiệp, khu kinh tế, khu chế xuất, cửa khẩu, chất lượng, đo lường
sở hữu trí tuệ, nghệ thuật, di sản, gia đình, thống kê, thủy lợi, thủy sản, lâm nghiệp, thú y
chăn nuôi, cơ sở dữ liệu, biển đảo, công thương, nội vụ, tư pháp, ngoại vụ, thanh niên
cựu chiến binh, chữ thập đỏ, khuyến nông, khuyến học, hạ tầng, đầu tư công, vốn đầu tư, quyền lợi
văn bản quy phạm pháp luật, chất lượng công trình, giáo dục và đào tạo, tài nguyên và môi trường
nông nghiệp và môi trường, kế hoạch và đầu tư
nông nghiệp và phát triển nông thôn, khoa học và công nghệ, thông tin và truyền thông
"""
