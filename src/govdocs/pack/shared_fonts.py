"""A font that several parts embed alike is kept once."""

import hashlib

import pikepdf
from pikepdf import Dictionary, Name, Stream

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def share_fonts(target: pikepdf.Pdf) -> int:
    """Let fonts with the same program share it; the result is how many copies fall away.

    Writers cut each document's fonts down to the characters in it, so equal ones are those of pages that say the
    same: blank pages, follow-on sheets.
    """
    kept: dict[bytes, pikepdf.Object] = {}
    dropped = 0
    for item in target.objects:
        if not isinstance(item, Dictionary) or item.get("/Type") != Name.FontDescriptor:
            continue
        for key in _PROGRAMS:
            program = item.get(key)
            if not isinstance(program, Stream):
                continue
            first = kept.setdefault(hashlib.sha256(program.read_raw_bytes()).digest(), program)
            if first.objgen != program.objgen:
                item[key] = first
                dropped += 1
    return dropped
