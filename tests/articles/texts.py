"""Small pages for import tests, as they come in: bytes and uploads."""

from articles.actions.originals import Upload

SECRET_WORD = "Thạch Lựu Đỏ"


def page(
    title: str = "Đông Khê giữ nếp nêu gương",
    *,
    body: str = "",
    publisher: str = "SLO",
) -> str:
    return f"""{title}

02-10-2021 09:40

({publisher}) - Cấp ủy xã Đông Khê thực hiện Quy định số 08-QĐi/TW ngày 25/10/2018 về nêu gương.

{body or "Hai năm qua, chi bộ nào cũng có người đi trước, việc khó có người nhận."}

Trong thời gian tới, Đảng ủy xã cần tiếp tục phân công cán bộ bám bản. Quy định số 08-QĐi/TW phải
được quán triệt đến từng chi bộ.
"""


def upload(text: str | bytes = "", name: str = "bai.txt", media_type: str = "text/plain") -> Upload:
    data = text if isinstance(text, bytes) else (text or page()).encode()
    return Upload(name, media_type, len(data), lambda: data)


def pages(count: int) -> list[Upload]:
    return [
        upload(
            page(f"Bài số {n}", body=f"Chi bộ thôn {n} có {n + 3} đảng viên."), f"bai-{n:03}.txt"
        )
        for n in range(count)
    ]


def secret_page() -> str:
    return f"""TỈNH ỦY SÔNG LAM
TỐI MẬT

KẾ HOẠCH {SECRET_WORD.upper()}

Kế hoạch {SECRET_WORD} được phổ biến trong cấp ủy, không sao chép.

Các đơn vị thực hiện kế hoạch {SECRET_WORD} từ ngày 01/10/2021.
"""
