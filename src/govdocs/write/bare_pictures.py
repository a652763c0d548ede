"""Pictures without what nobody sees in them: where and by whom they were taken or drawn, with what, and remarks."""

from functools import lru_cache
from io import BytesIO

from lxml import etree
from PIL import Image

_SVG = "http://www.w3.org/2000/svg"
#: What a drawing needs; programs keep names of files and people in namespaces of their own.
_SHOWN = (None, _SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
#: In a JPEG: what begins each segment, segments that nobody sees, and the one after which the picture itself comes.
_SEGMENT, _UNSEEN, _PICTURE = 0xFF, (0xE1, *range(0xE3, 0xEE), 0xFE), 0xDA
_PNG, _UNSEEN_CHUNKS = b"\x89PNG\r\n\x1a\n", (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
_ORIENTATION = 0x0112


@lru_cache(maxsize=32)  # each is asked for by the paper and the pack
def bare_picture(data: bytes, media_type: str) -> bytes:
    """The file without its notes; it looks as before, also where a photograph says which way up it is."""
    match media_type:
        case "image/jpeg":
            return bare_photograph(data, _upright(data))
        case "image/png":
            return _bare_image(data)
        case _:
            return _bare_drawing(data)


def bare_photograph(data: bytes, first: bytes = b"") -> bytes:
    """A JPEG without its remarks and the notes of cameras and programs, and with the segment ``first`` before all.

    What cannot be followed stays as it is.
    """
    if data[:2] != b"\xff\xd8":
        return data
    kept, at = [data[:2], first], 2
    while at + 4 <= len(data) and data[at] == _SEGMENT:
        marker = data[at + 1]
        if marker == _PICTURE:
            return b"".join((*kept, data[at:]))
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in _UNSEEN:
            kept.append(data[at:end])
        at = end
    return data


def _upright(data: bytes) -> bytes:
    """The segment that says which way up a photograph is, and nothing else; empty where that goes without saying."""
    try:
        with Image.open(BytesIO(data)) as image:
            way = image.getexif().get(_ORIENTATION, 1)
    except (OSError, ValueError, SyntaxError):
        return b""
    if way not in range(2, 9):
        return b""
    notes = Image.Exif()
    notes[_ORIENTATION] = way
    content = notes.tobytes()
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content


def _bare_image(data: bytes) -> bytes:
    """A PNG without its texts; what cannot be followed stays as it is."""
    if not data.startswith(_PNG):
        return data
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _UNSEEN_CHUNKS:
            kept.append(data[at:end])
        at = end
    return b"".join(kept) if at == len(data) else data


def _bare_drawing(data: bytes) -> bytes:
    """A drawing without comments, without its description of itself, and without what its program keeps for itself."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return data
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        parent = element.getparent()
        if parent is not None and (name.namespace not in _SHOWN or name.localname == "metadata"):
            _take_out(parent, element)
            continue
        for key in [key for key in element.attrib if etree.QName(key).namespace not in _SHOWN]:
            del element.attrib[key]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _take_out(parent: etree._Element, element: etree._Element) -> None:
    """Remove an element and keep the words behind it, which belong to its parent."""
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
