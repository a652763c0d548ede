"""Whether a PDF that somebody else supplied may be bound: whole, open, without scripts and without remarks."""

from collections import Counter
from io import BytesIO

import pikepdf
from pikepdf import Dictionary

from govdocs.pack.objects import dictionaries, entry, measure, members, name_of

MOST_BYTES = 100_000_000
MOST_PAGES = 1000
_LONGEST_SIDE = 3400.0  # points: A0, with something to spare
_SCRIPTED = frozenset({"JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute"})
_REMARKS = frozenset({"Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Ink", "Redact"})
_FOREIGN = frozenset({"FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D"})


def open_supplied(data: bytes) -> tuple[pikepdf.Pdf | None, str, str]:
    """The PDF, or why it cannot be bound and what to do about it."""
    if len(data) > MOST_BYTES:
        return None, f"has {len(data):,} bytes; expected {MOST_BYTES:,} at most", "save it with smaller pictures"
    if not data.lstrip()[:5].startswith(b"%PDF-"):
        return None, "is no PDF; expected one", "export the document to PDF again"
    try:
        # No recovery: what is left of a damaged file may well open, with pages missing.
        source = pikepdf.open(BytesIO(data), attempt_recovery=False)
        pages = len(source.pages)
    except pikepdf.PasswordError:
        return None, "is locked with a password; expected one that opens", "ask for a copy without a password"
    except pikepdf.PdfError:
        return None, "is damaged or incomplete; expected a PDF that can be read whole", "ask for the file once more"
    if source.is_encrypted:
        return None, "is protected against changes; expected one that is not", "ask for a copy without protection"
    if source.get_warnings() or not pages:
        return None, "is damaged or has no pages; expected a PDF that can be read whole", "ask for the file once more"
    if pages > MOST_PAGES:
        return None, f"has {pages:,} pages; expected {MOST_PAGES:,} at most", "divide it, or publish it beside the pack"
    wrong, hint = _refusal(source)
    return (None, wrong, hint) if wrong else (source, "", "")


def _refusal(source: pikepdf.Pdf) -> tuple[str, str]:
    """What in the file may not go into a pack, and what to do; empty where there is nothing."""
    if _runs_scripts(source.Root):
        return "carries scripts; expected pages and nothing that runs", "print it to a new PDF and supply that"
    if entry(source.Root.get("/AcroForm"), "/XFA") is not None:
        return "is a form that only one program shows; expected pages", "print it to a new PDF and supply that"
    found: Counter[str] = Counter()
    for number, page in enumerate(source.pages, start=1):
        edges = [measure(edge, 0) for edge in members(page.obj.get("/MediaBox"))]
        if edges and max(abs(edge) for edge in edges) > _LONGEST_SIDE:
            return f"has a page {number} larger than A0; expected a size that prints", "export it in A4 or A3"
        if "/AA" in page.obj:
            return "carries scripts; expected pages and nothing that runs", "print it to a new PDF and supply that"
        for annotation in dictionaries(page.obj.get("/Annots")):
            kind, action = name_of(annotation.get("/Subtype")), annotation.get("/A")
            if "/AA" in annotation or name_of(entry(action, "/S")) in _SCRIPTED:
                return "carries scripts; expected pages and nothing that runs", "print it to a new PDF and supply that"
            found[kind] += 1
    remarks = sum(count for kind, count in found.items() if kind in _REMARKS)
    if remarks:
        words = "a remark" if remarks == 1 else f"{remarks} remarks"
        return f"holds {words} in its margins or on its pages; expected none", "delete the comments and save it again"
    if any(found[kind] for kind in _FOREIGN):
        return "holds attached files or films on its pages; expected pages alone", "supply those files beside it"
    return "", ""


def _runs_scripts(root: pikepdf.Object) -> bool:
    names = root.get("/Names")
    opening = root.get("/OpenAction")
    return (
        entry(names, "/JavaScript") is not None
        or "/AA" in root
        or (isinstance(opening, Dictionary) and name_of(opening.get("/S")) in _SCRIPTED)
    )


def strip_pages(source: pikepdf.Pdf) -> None:
    """Take from the pages what readers do not see: programs' private notes, thumbnails, who wrote what when."""
    for page in source.pages:
        for key in ("/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/AF"):
            if key in page.obj:
                del page.obj[key]
    for item in source.objects:
        if isinstance(item, Dictionary | pikepdf.Stream):
            for key in ("/Metadata", "/PieceInfo"):
                if key in item:
                    del item[key]
