"""Word files (.docx): the words as Word prints them, with their automatic numbers.

The parts are read from the zip directly. python-docx leaves out what stands in content
controls, in accepted insertions and in smart tags, knows no numbers, and refuses files that
Word opens: with macros, in the strict dialect, with a link to a picture that is gone.
"""

from articles.reading.word.document import MEDIA_TYPE, read_word
from articles.reading.word.package import is_word

__all__ = ["MEDIA_TYPE", "is_word", "read_word"]
