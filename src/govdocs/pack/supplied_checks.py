"""Whether a PDF that somebody else supplied may be bound: whole, open, without scripts and without remarks."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary

from govdocs.compose.blocks import Supplied
from govdocs.diagnostics import Diagnostic
from govdocs.pack.objects import Key, dictionaries, entry, measure, members, name_of
from govdocs.pack.parts import claims_ua, extras
from govdocs.pack.problems import LEFT_OUT, SUPPLIED_REFUSED, SUPPLIED_UNTAGGED
from govdocs.pack.supplied_pages import action_kinds, hides_layers
from govdocs.write.supplied_word import check_word, is_word

Findings = tuple[Diagnostic, ...]

MOST_BYTES = 100_000_000
MOST_PAGES = 1000
_LONGEST_SIDE = 3400.0  # points: A0, with something to spare
_SCRIPTED = frozenset({"JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute"})
_REMARKS = frozenset(
    {
        "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Ink", "Redact",
        "Square", "Circle", "Line", "Polygon", "PolyLine",
    }
)  # fmt: skip
_RUNS = ("carries scripts; expected pages and nothing that runs", "print it to a new PDF and supply that")
_FOREIGN = frozenset({"FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D"})


def inspect_supplied(file: Supplied) -> Findings:
    """What is wrong with a supplied file, as far as that can be told of a Word file before it becomes pages."""
    if is_word(file.name):
        wrong, hint = check_word(file.data)
        return (refuse(file, wrong, hint),) if wrong else ()
    return accept_supplied(file, file.data)[1]


def accept_supplied(file: Supplied, data: bytes) -> tuple[pikepdf.Pdf | None, Findings]:
    """The pages of a supplied file, whose PDF is ``data``; None where they may not be bound, and what is wrong."""
    source, wrong, hint = _open(data)
    if source is None:
        return None, (refuse(file, wrong, hint),)
    held = [words for words, there in extras(source.Root) if there]
    message = f"`{file.name}` holds {' and '.join(held)}, which the paper does not carry"
    left = (Diagnostic(LEFT_OUT, message, file.place, "publish them beside the paper if they are needed"),)
    return source, (*(left if held else ()), *_accessibility(file, source))


def refuse(file: Supplied, wrong: str, hint: str) -> Diagnostic:
    """The finding that a supplied file cannot be bound."""
    return Diagnostic(SUPPLIED_REFUSED, f"`{file.name}` {wrong}", file.place, hint, length=len(file.name))


def _accessibility(file: Supplied, source: pikepdf.Pdf) -> Findings:
    if claims_ua(source):
        return ()
    tagged = "is tagged but does not say that it is PDF/UA" if "/StructTreeRoot" in source.Root else "is not tagged"
    message = f"`{file.name}` {tagged}; expected PDF/UA-1, so that all can read it"
    ask = "ask for a PDF/UA export, or for the Word file; until then the pack does not claim to be accessible"
    return (Diagnostic(SUPPLIED_UNTAGGED, message, file.place, ask),)


def _open(data: bytes) -> tuple[pikepdf.Pdf | None, str, str]:
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
        return _RUNS
    if entry(source.Root.get("/AcroForm"), "/XFA") is not None:
        return "is a form that only one program shows; expected pages", "print it to a new PDF and supply that"
    found: Counter[str] = Counter()
    for number, page in enumerate(source.pages, start=1):
        if any(abs(measure(edge, 0)) > _LONGEST_SIDE for edge in members(page.obj.get("/MediaBox"))):
            return f"has a page {number} larger than A0; expected a size that prints", "export it in A4 or A3"
        if "/AA" in page.obj:
            return _RUNS
        for annotation in dictionaries(page.obj.get("/Annots")):
            if "/AA" in annotation or not _SCRIPTED.isdisjoint(action_kinds(annotation.get("/A"))):
                return _RUNS
            found[name_of(annotation.get("/Subtype"))] += 1
    if hides_layers(source.Root):
        return "holds layers that are switched off; expected nothing that does not show", "print it to a new PDF"
    return _refusal_of_notes(found)


def _refusal_of_notes(found: Counter[str]) -> tuple[str, str]:
    """The same for what was laid upon the pages, by its kinds."""
    remarks = sum(count for kind, count in found.items() if kind in _REMARKS)
    if remarks:
        words = "a remark" if remarks == 1 else f"{remarks} remarks"
        return f"holds {words} in its margins or on its pages; expected none", "delete the comments and save it again"
    if any(found[kind] for kind in _FOREIGN):
        return "holds attached files or films on its pages; expected pages alone", "supply those files beside it"
    return "", ""


def _runs_scripts(root: pikepdf.Object) -> bool:
    actions = [root.get("/OpenAction"), *(bookmark.get("/A") for bookmark in _bookmarks(root))]
    return (
        entry(root.get("/Names"), "/JavaScript") is not None
        or "/AA" in root
        or any(not _SCRIPTED.isdisjoint(action_kinds(action)) for action in actions)
    )


def _bookmarks(root: pikepdf.Object) -> Iterator[Dictionary]:
    """All bookmarks, each once: others' files may run in circles."""
    todo, seen = members(entry(root.get("/Outlines"), "/First")), set[Key]()
    while todo:
        bookmark = todo.pop()
        if isinstance(bookmark, Dictionary) and bookmark.objgen not in seen:
            seen.add(bookmark.objgen)
            yield bookmark
            todo += [*members(bookmark.get("/First")), *members(bookmark.get("/Next"))]
