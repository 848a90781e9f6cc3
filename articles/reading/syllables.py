"""The shape of a Vietnamese syllable: what tells Vietnamese from its ruins."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

_ONSETS: Final = re.findall(
    r"\w+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x"
)
_RHYMES: Final = re.findall(
    r"\w+",
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em "
    "en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip "
    "it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo "
    "oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât "
    "uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt "
    "uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt "
    "yêu",
)
# After q, where the u is no vowel of the rhyme.
_AFTER_Q: Final = re.findall(
    r"\w+",
    "ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt uâc uân uâng uât uây "
    "ue uen ueo uet uê uêch uên uênh uêt ui uôc uôn uơ uơi uơn uơt uy uych uyên uyêt uynh uyt uyu "
    "uit",
)
_FRONT: Final = tuple("eêiy")


def _fit(onset: str, rhyme: str) -> bool:
    """Whether the onset is spelled as it is before this rhyme."""
    if onset in {"gh", "ngh", "k"}:
        return rhyme.startswith(_FRONT)
    if onset in {"c", "ng"}:
        return not rhyme.startswith(_FRONT)
    if onset == "g":  # `gì`, `gìn`
        return not rhyme.startswith(("e", "ê", "y"))
    return True


_TONELESS: Final = frozenset(
    [
        *_RHYMES,
        *(onset + rhyme for onset, rhyme in product(_ONSETS, _RHYMES) if _fit(onset, rhyme)),
        *("q" + rhyme for rhyme in _AFTER_Q),
    ],
)
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED: Final = ("c", "ch", "p", "t")
_TONES_WHEN_STOPPED: Final = (["\u0301"], ["\u0323"])


@lru_cache(maxsize=32_768)
def is_syllable(word: str) -> bool:
    """Whether a word (in NFC) could be a Vietnamese syllable: letters, tone and capitals fit.

    One that ends in c, ch, p or t has the tone sắc or nặng, unless all marks are left out.
    """
    if not (word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    toneless = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if len(tones) > 1 or toneless not in _TONELESS:
        return False
    if not toneless.endswith(_STOPPED) or word.isascii():
        return True
    return tones in _TONES_WHEN_STOPPED


# Three quarters of all syllables with marks, in news of any kind.
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        "và của có các là không đã được người với một công này để những tại ông ở về đến bị "
        "quốc nhà từ việc vào đó năm trên hiện đồng cũng nhiều ngày định sẽ đầu sự thể chính "
        "làm thành nước bộ số như nhân động phải thông lại chỉ hàng tôi điều ảnh cơ trường vụ "
        "đối hành biết mỹ dân nhưng đang trước hội việt nhận thời viên phát nhất lý còn hợp chủ "
        "hơn học đi án chức bình dự báo thực cùng hình trình đây tiếp cuộc mới thủ giá nói thì "
        "đường văn thế tế tổng liên điểm vì tư lực giải kết pháp rất dụng thị tình cầu đại "
        "thống mà cả rằng lượng đề tỉnh sản tiền xuất tài phòng mình nên lên nghiệp tới tháng "
        "xã phương cấp bản vẫn sở diễn bà chúng năng bảo quyết khác đạo quân hà phạm nội đội "
        "chiến toàn tác chưa tiên tăng lớn tâm họ trưởng cách giới thương tuổi đưa cáo ý tổ "
        "thấy đất lần nhiên luật mặt quyền máy tự cô vị ngoài hệ vực cảnh khách tập sử triển "
        "bằng trọng tục địa phần yêu gần bố sát điện sĩ thường nghị độ thứ cần đình quả trẻ bất "
        "kỳ bắt tượng triệu nếu vấn hoạt kiến tính nào tạo huyện kiểm quá bán gây bên nhiệm trở "
        "xây đông đổi mạnh khoảng đánh bạn tên bệnh hải sáng sống xử khiến cứu thức trị tiến "
        "đơn trận dựng đoàn nguyên nghệ vừa hiệu nữ biển lập diện tìm chuyển lời tích chị giữa "
        "lãnh biểu hoàn viện tiêu thêm thái đấu mức tàu dẫn giám sách vậy nạn giáo quản giờ cảm "
        "xác dịch bàn đặc biệt thiết đều giữ ngân phủ lợi khó chế hộ chất phố ngoại chuyên vũ "
        "muốn tiếng chí bắc hoàng từng bỏ hồ tịch lúc trí gặp tướng tốt thân thắng giảm trả phó "
        "triều sân ứng tỷ loại tấn thuộc truyền dù phía nhập kế vệ luận phục trợ mạng nơi "
        "chương kiện chứng gì hôm phụ cá rõ chuyện sơn mẹ châu lịch ăn dùng phẩm giả hướng trần "
        "sức đức mọi hoặc dài chiếc hoá giúp hồi nguồn ký cổ xét hoạch tuyên tố rồi vận hết xảy "
        "dương đốc cố mục vốn phí cuối nhóm bóng phép quảng trực vật hậu hoà chiều kể thuận "
        "trách mở liệu nhật khí phân tử mỗi mất cái lê đủ hạn vùng ngành khả phản gái trái hữu "
        "nhằm đảng ủy uỷ bí",
    ),
)


class Evidence(NamedTuple):
    """Words with letters beyond ASCII: how many are Vietnamese syllables, how many are not."""

    good: int = 0
    bad: int = 0
    common: int = 0
    """Of the good ones, those that are met on every page."""

    @property
    def net(self) -> int:
        return self.good - self.bad


# Whatever stands inside a word, letter or not: in an old encoding "§¶ng" and "c«ng" are words.
_WORD: Final = re.compile(
    "[^\x00-\x40\\[-`{-\x7f\xa0\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff]+",
)
_ABBREVIATION: Final = re.compile("[A-ZĂÂĐÊÔƠƯ]{2,8}")
_TAG: Final = re.compile("<[^<>]*>")
_QUANTITY: Final = re.compile("[µΜμ][A-Za-z]{1,2}|[A-Za-z]{1,2}[²³]|°[A-Z]")
_QUOTES: Final = "«»"


def evidence(text: str) -> Evidence:
    """Weigh a text; abbreviations, quantities (m², °C) and single letters say nothing."""
    good = bad = common = 0
    for word in _marked_words(text):
        if is_syllable(word):
            good += 1
            common += word.lower() in _COMMON
        elif not _ABBREVIATION.fullmatch(word):
            bad += 1
    return Evidence(good, bad, common)


def marked_syllables(text: str) -> set[str]:
    """The different syllables with letters beyond ASCII."""
    return set(filter(is_syllable, _marked_words(text)))


def _marked_words(text: str) -> Iterator[str]:
    text = _TAG.sub(" ", text) if "<" in text else text
    text = unicodedata.normalize("NFC", text.replace("\xad", "").replace("Ð", "Đ"))
    for found in _WORD.findall(text):
        word = found.strip(_QUOTES)
        if len(word) > 1 and not word.isascii() and not _QUANTITY.fullmatch(word):
            yield word


def vietnamese_share(text: str) -> float:
    """The share of words, with marks or without, that could be syllables, from 0 to 1."""
    text = _TAG.sub(" ", text) if "<" in text else text
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
