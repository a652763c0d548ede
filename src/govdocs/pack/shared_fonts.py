"""A font or a colour profile that several parts embed alike is kept once."""

import hashlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from govdocs.pack.objects import Key, dictionaries, entries, entry

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


def share_profiles(target: pikepdf.Pdf) -> None:
    """Let pages whose colour spaces have the same profile share it; every document brings the same one along."""
    kept: dict[bytes, pikepdf.Object] = {}
    seen: set[Key] = set()
    intents = dictionaries(target.Root.get("/OutputIntents"))
    for holder, key in [(each, "/DestOutputProfile") for each in intents]:
        _share(holder, key, kept)
    for page in target.pages:
        spaces = entry(page.obj.get("/Resources"), "/ColorSpace")
        if not isinstance(spaces, Dictionary) or spaces.objgen in seen:
            continue
        if spaces.is_indirect:
            seen.add(spaces.objgen)
        for _, space in entries(spaces):
            if isinstance(space, Array) and len(space) > 1 and space[0] == Name.ICCBased:
                _share(space, 1, kept)


def _share(holder: pikepdf.Object, key: str | int, kept: dict[bytes, pikepdf.Object]) -> None:
    profile = holder[key]
    if isinstance(profile, Stream):
        first = kept.setdefault(hashlib.sha256(profile.read_raw_bytes()).digest(), profile)
        if first.objgen != profile.objgen:
            holder[key] = first
