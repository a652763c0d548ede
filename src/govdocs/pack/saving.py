"""A finished file as bytes: the same for the same contents."""

from io import BytesIO

import pikepdf
from pikepdf import ObjectStreamMode


def save(target: pikepdf.Pdf) -> bytes:
    """The bytes of ``target``."""
    file = BytesIO()
    target.save(
        file,
        min_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=False,
    )
    return file.getvalue()
