"""Articles that are alike, as papers print them: for tests of likeness."""

from articles.actions.comparing import compare, to_be_compared
from articles.models import Article, Likeness
from tests.articles.factories import ArticleFactory

LEAD = (
    "Ngày 12/10, Ban Thường vụ Huyện ủy Đông Khê tổ chức hội nghị sơ kết ba năm thực hiện Quy định "
    "số 08-QĐi/TW về trách nhiệm nêu gương của cán bộ, đảng viên."
)
_BELOW_THE_LEAD = """\
Dự hội nghị có 125 đại biểu của các chi bộ, đảng bộ trực thuộc, cùng lãnh đạo các phòng, ban, \
ngành và đoàn thể của huyện.
Báo cáo tại hội nghị cho biết, sau ba năm thực hiện, cấp ủy các cấp đã cụ thể hóa quy định thành \
chương trình hành động sát với từng địa phương, đơn vị; việc khó có người nhận, việc chung có \
người lo.
Toàn huyện có 46 mô hình dân vận khéo được nhân rộng, 12 tập thể và 37 cá nhân được khen thưởng \
về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.
Tuy nhiên, một số chi bộ chưa duy trì nền nếp sinh hoạt chuyên đề; việc tự soi, tự sửa của một bộ \
phận đảng viên còn hình thức, ngại va chạm, thấy đúng không bảo vệ.
Phát biểu kết luận, đồng chí Bí thư Huyện ủy yêu cầu các cấp ủy tiếp tục quán triệt sâu rộng quy \
định, gắn nêu gương với đánh giá, xếp loại cán bộ hằng năm và giải quyết dứt điểm kiến nghị của \
nhân dân ở cơ sở.
Hội nghị cũng thông qua kế hoạch kiểm tra, giám sát chuyên đề đối với người đứng đầu ở 18 xã, thị \
trấn, hoàn thành trước ngày 30/11 và báo cáo Ban Thường vụ Huyện ủy."""
PARAGRAPHS = _BELOW_THE_LEAD.split("\n")
REPORTED = "\n".join((LEAD, *PARAGRAPHS))
# Another paper: the lead is gone, tones stand elsewhere, two figures and the ending differ.
REPOSTED = (
    "\n".join(PARAGRAPHS)
    .replace("125 đại biểu", "130 đại biểu")
    .replace("46 mô hình", "48 mô hình")
    .replace("cụ thể hóa", "cụ thể hoá")
    .replace("và báo cáo Ban Thường vụ Huyện ủy", "theo đúng tiến độ đề ra")
)
EXCERPT = "\n".join(PARAGRAPHS[2:4])
# Another writer who sat in the same hall.
OTHER_ON_THE_SAME_MEETING = """\
Sáng 12/10, tại hội trường Huyện ủy Đông Khê diễn ra hội nghị sơ kết ba năm thực hiện Quy định số \
08-QĐi/TW của Ban Chấp hành Trung ương Đảng.
Ông Lò Văn Pành, bí thư chi bộ bản Nà Khoang, là người đầu tiên xin phát biểu. Ông kể, hồi vận \
động hiến đất mở đường, nhà ông đi trước, hiến hơn hai trăm mét vuông rồi mới sang nói với anh em.
Nhiều ý kiến khác đồng tình rằng dân nhìn vào việc làm chứ không nghe lời nói; cán bộ ở đâu gương \
mẫu thì phong trào ở đó mạnh, và ngược lại.
Trao đổi với phóng viên bên lề, Bí thư Huyện ủy cho hay, huyện sẽ đưa kết quả nêu gương vào tiêu \
chí bình xét cuối năm, bắt đầu từ những người đứng đầu các xã, thị trấn.
Kết thúc buổi sáng, ban tổ chức trao giấy khen cho các tập thể, cá nhân tiêu biểu trong ba năm qua.
"""


def monthly_report(month: int, *, party_members: int, villages: str, done: str) -> str:
    """A report by a form that is filled in every month."""
    return f"""\
BÁO CÁO kết quả công tác xây dựng Đảng tháng {month}, nhiệm vụ trọng tâm tháng {month + 1}
Thực hiện chương trình công tác năm, Đảng ủy xã báo cáo kết quả công tác xây dựng Đảng như sau:
I. Kết quả đạt được
{done}
Trong tháng kết nạp {party_members} đảng viên mới tại các chi bộ {villages}.
II. Nhiệm vụ trọng tâm tháng tới
Tiếp tục lãnh đạo thực hiện tốt các nhiệm vụ chính trị của địa phương.
Trên đây là báo cáo kết quả công tác xây dựng Đảng, Đảng ủy xã báo cáo Ban Thường vụ Huyện ủy."""


def article_saying(body: str, **values: object) -> Article:
    """An article whose text has been compared with all there are."""
    article: Article = ArticleFactory(body=body, **values)
    compared(article)
    return article


def compared(article: Article) -> None:
    assert article.text
    to_be_compared(article.text)
    compare(article.pk)


def likeness_of(one: Article, other: Article) -> Likeness | None:
    first, second = sorted([one.pk, other.pk])
    return Likeness.objects.filter(first=first, second=second).first()


def offered(one: Article, other: Article) -> Likeness:
    likeness = likeness_of(one, other)
    assert likeness
    assert likeness.state == Likeness.State.OFFERED
    return likeness


def pair_alike() -> tuple[Article, Article, Likeness]:
    """Two articles that are offered as one."""
    one, other = article_saying(REPORTED), article_saying(REPOSTED)
    return one, other, offered(one, other)
