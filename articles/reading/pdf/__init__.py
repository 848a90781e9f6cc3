"""PDF files that hold text: lines put together to paragraphs by where they stand on the page."""

from articles.reading.pdf.document import MEDIA_TYPE, is_pdf, read_pdf

__all__ = ["MEDIA_TYPE", "is_pdf", "read_pdf"]
