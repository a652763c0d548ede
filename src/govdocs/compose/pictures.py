"""Pictures of the repository: found, held to their kind, and nothing outside is ever read."""

from pathlib import Path, PurePosixPath

from govdocs.compose.problems import PICTURE_MISSING
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

LARGEST = 20_000_000
_KINDS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/svg+xml": (b"<svg", b"<?xml", b"<!--"),
}
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def read_picture(
    root: Path, folder: str, address: str, place: Place
) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
    """The bytes and media type of the picture ``address``, which lies in or below ``folder`` or at the root.

    A picture that is missing, too large, of another kind than its name says, or outside the repository is a finding.
    """
    media_type = _TYPES.get(PurePosixPath(address).suffix.lower())
    if media_type is None:
        message = f"the picture is `{address}`; expected a file of this repository that ends in .png, .jpg or .svg"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "save the picture as PNG, JPEG or SVG"),)
    file = _inside(root, folder, address)
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
    if not content.lstrip().startswith(_KINDS[media_type]):
        message = f"the picture `{address}` is empty, too large or of another kind; expected {media_type}"
        return None, (Diagnostic(PICTURE_MISSING, message, place, "save it again in the format that its name says"),)
    return (content, media_type), ()


def _inside(root: Path, folder: str, address: str) -> Path | None:
    """The file, if it lies within the repository."""
    if address.startswith(("/", "\\")) or ":" in address:
        return None
    home = root.resolve()
    for base in (home / folder, home):
        file = (base / address).resolve()
        if file.is_file() and file.is_relative_to(home):
            return file
    return None
