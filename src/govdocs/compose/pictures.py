"""Pictures of the repository: found, held to their kind, and nothing outside is ever read."""

import warnings
from io import BytesIO
from pathlib import Path, PurePosixPath

from lxml import etree
from PIL import Image

from govdocs.compose.problems import PICTURE_MISSING
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

LARGEST = 20_000_000
MOST_PIXELS = 60_000_000
_SVG = "image/svg+xml"
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": _SVG}


def read_picture(
    file: Path | None, folder: str, address: str, place: Place
) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
    """The bytes and media type of the picture ``address``, for which ``file`` was found in ``folder`` or at the root.

    A picture that is missing, too large, of another kind than its name says, or outside the repository is a finding.
    """
    media_type = _TYPES.get(PurePosixPath(address).suffix.lower())
    if media_type is None:
        message = f"the picture is `{address}`; expected a file of this repository that ends in .png, .jpg or .svg"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "save the picture as PNG, JPEG or SVG"),)
    if file is None and ":" in address:
        message = f"the picture `{address}` is not in the repository; expected a file beside the document"
        hint = "save it beside the document: nothing is fetched from elsewhere while papers are built"
        return None, (Diagnostic(PICTURE_MISSING, message, place, hint),)
    if file is None:
        message = f"there is no picture `{address}`; expected it in `{folder or '.'}`"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "put the file there, or correct its name"),)
    try:
        content = file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except OSError as error:
        message = f"the picture `{address}` cannot be read: {(error.strerror or '').lower()}"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "make the file readable"),)
    if file.stat().st_size > LARGEST:
        message = f"the picture `{address}` has {file.stat().st_size:,} bytes; expected {LARGEST:,} at most"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "save it smaller: 2,000 pixels are wide enough"),)
    wrong = _wrong_drawing(content) if media_type == _SVG else _wrong_photograph(content, media_type)
    if wrong:
        message = f"the picture `{address}` {wrong}"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "save it again in the format that its name says"),)
    return (content, media_type), ()


def _wrong_photograph(content: bytes, media_type: str) -> str:
    """What is wrong with a PNG or JPEG, in words; only its head is looked at."""
    if not content:
        return f"is empty; expected {media_type}"
    try:
        # A picture of many pixels can be a small file: the size is held against our own limit, not the library's.
        with warnings.catch_warnings(), Image.open(BytesIO(content)) as image:
            warnings.simplefilter("ignore")
            found, (width, height) = Image.MIME.get(image.format or "", "another kind"), image.size
    except Image.DecompressionBombError:
        return f"has far too many pixels; expected {MOST_PIXELS:,} at most"
    except (OSError, ValueError, SyntaxError):
        return f"is no picture, or a damaged one; expected {media_type}"
    if found != media_type:
        return f"is {found}; expected {media_type}"
    if width * height > MOST_PIXELS:
        return f"has {width:,} by {height:,} pixels; expected {MOST_PIXELS:,} in all at most"
    return ""


def _wrong_drawing(content: bytes) -> str:
    """What is wrong with an SVG, in words."""
    if not content:
        return f"is empty; expected {_SVG}"
    if b"<!ENTITY" in content:
        return "defines entities, which a drawing does not need; expected a plain drawing"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return f"cannot be read in its line {error.lineno or 1}; expected {_SVG}"
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return f"is no drawing; expected {_SVG}"
    return ""


def find_picture(root: Path, folder: str, address: str) -> Path | None:
    """The file of a picture, in or below ``folder`` or at the root, if there is one within the repository."""
    if PurePosixPath(address).suffix.lower() not in _TYPES:
        return None
    if address.startswith(("/", "\\")) or ":" in address:
        return None
    home = root.resolve()
    for base in (home / folder, home):
        file = (base / address).resolve()
        if file.is_file() and file.is_relative_to(home):
            return file
    return None
