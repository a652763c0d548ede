"""How long a written document is."""

from io import BytesIO

import pikepdf


def count_pages(data: bytes) -> int:
    """The number of pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as file:
        return len(file.pages)
