"""Pictures with the words that stand for them."""

import struct
import zlib
from hashlib import sha256

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from lxml import etree

from govdocs.compose.blocks import Emphasis, Picture, Text
from govdocs.write.bare_pictures import bare_picture
from govdocs.write.docx.lengths import EMUS_PER_TWIP, in_points, twips
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.markup import quote
from govdocs.write.docx.paragraphs import anchor, write_caption, write_paragraph
from govdocs.write.docx.problems import DRAWING_ONLY_IN_NEW_WORD, UNREADABLE_PICTURE
from govdocs.write.docx.runs import runs
from govdocs.write.photographs import photograph
from govdocs.write.problems import NO_ALTERNATIVE

TALLEST_MM = 200.0
"""No picture is taller than a page has room for beside its caption."""

_SVG = "image/svg+xml"
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", _SVG: "svg"}
_GREY = 222


def write_picture(manuscript: Manuscript, picture: Picture, setting: Setting) -> list[str]:
    """A picture and its caption; where the file cannot be read, the words that stand for the picture."""
    anchor(manuscript, picture.anchor, picture.place)
    if not picture.alternative.strip():
        message = "the picture has no alternative text; expected words that say what it shows"
        hint = "write them between the square brackets of the picture"
        manuscript.report(NO_ALTERNATIVE, message, picture.place, hint)
    size = _size(picture)
    if size is None:
        message = f"the picture is no {picture.media_type} that can be read; expected a whole PNG, JPEG or SVG file"
        manuscript.report(UNREADABLE_PICTURE, message, picture.place, "export the picture again as PNG")
        words = runs(manuscript, (Emphasis((Text(f"[{picture.alternative}]"),)),), picture.place, setting.text)
        shown = write_paragraph(manuscript, setting.text, words)
    else:
        drawing = _drawing(manuscript, picture, size, setting)
        shown = write_paragraph(manuscript, "Picture", drawing, keep=bool(picture.caption))
    return [shown, *write_caption(manuscript, picture.caption, None, picture.place, "PictureCaption")]


def _size(picture: Picture) -> tuple[float, float] | None:
    """Width and height in any unit, None where the file is not what it should be."""
    if picture.media_type == _SVG:
        return _drawing_size(picture.data)
    try:
        image = Image.from_blob(picture.data)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, struct.error, KeyError):
        return None
    fits = image.content_type == picture.media_type and image.px_width > 0 and image.px_height > 0
    return (float(image.px_width), float(image.px_height)) if fits else None


def _drawing_size(data: bytes) -> tuple[float, float] | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    box = (root.get("viewBox") or f"0 0 {root.get('width', '')} {root.get('height', '')}").replace(",", " ").split()
    try:
        width, height = (float(side.removesuffix("px").removesuffix("mm").removesuffix("pt")) for side in box[2:4])
    except ValueError:
        return None
    return (width, height) if str(root.tag).endswith("}svg") and width > 0 and height > 0 else None


def _drawing(manuscript: Manuscript, picture: Picture, size: tuple[float, float], setting: Setting) -> str:
    share = min(max(picture.width, 0.02), 1.0)
    width = setting.width * share
    height = width * size[1] / size[0]
    tallest = twips(TALLEST_MM)
    if height > tallest:
        width, height = width * tallest / height, tallest
    across, down = round(width) * EMUS_PER_TWIP, round(height) * EMUS_PER_TWIP
    manuscript.pictures += 1
    ident = manuscript.pictures
    name = f"Picture {ident}"
    blip = _blip(manuscript, picture, size, in_points(width))
    described = f'id="{ident}" name="{name}" descr="{quote(picture.alternative)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
        f"<wp:docPr {described}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )


def _blip(manuscript: Manuscript, picture: Picture, size: tuple[float, float], width_pt: float) -> str:
    """The link to the file; a drawing has a photograph beside it for programs that cannot show drawings."""
    shown = bare_picture(picture.data, picture.media_type)
    if picture.media_type != _SVG:
        return f'<a:blip r:embed="{_keep(manuscript, shown, picture.media_type)}"/>'
    photo = photograph(picture, manuscript.theme, width_pt, width_pt * size[1] / size[0])
    if photo is None:
        message = "the drawing cannot be photographed for programs older than Word 2016, which show no drawings"
        manuscript.report(DRAWING_ONLY_IN_NEW_WORD, message, picture.place, "export the drawing as PNG")
    fallback = _keep(manuscript, photo or _grey_field(*size), "image/png")
    drawing = _keep(manuscript, shown, _SVG)
    return (
        f'<a:blip r:embed="{fallback}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{drawing}"/>'
        f"</a:ext></a:extLst></a:blip>"
    )


def _keep(manuscript: Manuscript, data: bytes, media_type: str) -> str:
    """The file among the document's media, once however often it is shown."""
    target = f"media/{sha256(data).hexdigest()[:16]}.{_ENDINGS[media_type]}"
    manuscript.media[target] = (media_type, data)
    return manuscript.relate("image", target)


def _grey_field(width: float, height: float) -> bytes:
    """A PNG of one grey, 64 pixels wide, of the drawing's proportions."""
    across = 64
    down = max(1, min(1024, round(across * height / width)))
    pixels = zlib.compress((b"\0" + bytes([_GREY]) * across) * down, 9)
    header = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
