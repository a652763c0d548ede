"""The hidden fields from which Word makes an index anew."""

import re
from collections.abc import Iterable, Mapping

from govdocs.write.docx.markup import escape

_SIGN = re.compile(r'([\\":;])')
"""Signs that mean something in such a field."""


def index_entry(path: tuple[str, ...], instead: str = "") -> str:
    """The field of a place of the term ``path``; ``instead`` is printed in place of the page."""
    words = ":".join(map(_plain, path))
    switch = f' \\t "{_plain(instead)}"' if instead else ""
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    return (
        f'<w:r>{hidden}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{hidden}<w:instrText xml:space="preserve"> XE "{words}"{switch} </w:instrText></w:r>'
        f'<w:r>{hidden}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def index_entries(entries: Iterable[str], paths: Mapping[str, tuple[str, ...]]) -> str:
    """The fields of a place for those entries that the index has."""
    return "".join(index_entry(paths[entry]) for entry in entries if entry in paths)


def _plain(words: str) -> str:
    return escape(_SIGN.sub(r"\\\1", words))
