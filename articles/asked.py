"""What addresses and forms ask for."""

BIGGEST = 2**63 - 1


def number(text: str | None) -> int | None:
    """Give the number of a row, or None where the text is no such number."""
    if text and text.isascii() and text.isdecimal() and len(text) <= len(str(BIGGEST)):
        return min(int(text), BIGGEST)
    return None
