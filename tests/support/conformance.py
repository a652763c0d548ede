"""Whether PDFs keep the standards that they claim."""

from collections.abc import Iterator

import page

STANDARDS = ("ua1", "3a")


def failures(data: bytes) -> list[str]:
    """What a validator says against the claims of PDF/UA-1 and PDF/A-3a."""
    return [said for standard in STANDARDS for said in _failures(data, standard)]


def _failures(data: bytes, standard: str) -> Iterator[str]:
    for failure in page.validate_pdf_bytes(data, profile=standard).failures:
        # It takes a stream's own last byte, should that be a carriage return, for a part of the line end after it.
        if failure.rule_id.endswith("STREAM-LENGTH-001") and b"\r\nendstream" in data:
            continue
        yield f"{standard}: {failure}"
