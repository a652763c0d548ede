"""The PDFs of a pack's parts, opened and found fit to be bound."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Stream

from govdocs.compose.blocks import Pack, Part
from govdocs.diagnostics import Diagnostic
from govdocs.pack.attached import own_sources
from govdocs.pack.objects import entry, members, tree_nodes
from govdocs.pack.problems import BROKEN_PART, LEFT_OUT, MISSING_PART, UNTAGGED_PART

_UA_CLAIM = b"pdfuaid:part"
# As an element or as an attribute, which XMP takes for the same.
_A_CLAIMS = (
    re.compile(rb"pdfaid:part(?:=[\"']|>)3"),
    re.compile(rb"pdfaid:conformance(?:=[\"']|>)A"),
)
# What the library has to say becomes a finding; it need not be printed as well.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part and its PDF.

    ``name`` is the document's name, with a number after it where one document is bound more than once (a blank page),
    so that it is unique in the pack. ``tagged`` says that the PDF claims PDF/UA-1 and has a structure tree,
    ``archival`` that it claims PDF/A-3a.
    """

    part: Part
    name: str
    source: pikepdf.Pdf
    tagged: bool
    archival: bool


def open_parts(pack: Pack, pdfs: Mapping[str, bytes]) -> tuple[tuple[OpenPart, ...], tuple[Diagnostic, ...]]:
    """The PDF of every part that can be bound, in the pack's order.

    A part that is missing or cannot be read whole is reported, and left out of the result.
    """
    opened: list[OpenPart] = []
    found: list[Diagnostic] = []
    times: Counter[str] = Counter()
    for part in pack.parts:
        name = part.document.name
        times[name] += 1
        source = _open(part, pdfs.get(name))
        if isinstance(source, Diagnostic):
            if times[name] == 1:
                found.append(source)
            continue
        tagged = claims_ua(source)
        unique = name if times[name] == 1 else f"{name}-{times[name]}"
        opened.append(OpenPart(part, unique, source, tagged, _claims_a(source)))
        if times[name] == 1:
            found.extend(_check(part, source, tagged=tagged))
    return tuple(opened), tuple(found)


def _open(part: Part, data: bytes | None) -> pikepdf.Pdf | Diagnostic:
    document = part.document
    if not data:
        message = f"there is no PDF of `{document.name}`, which the pack binds; expected one"
        return Diagnostic(MISSING_PART, message, document.place, "mend what stopped its PDF; the pack was not written")
    try:
        # No recovery: what is left of a damaged file may well open, with pages missing.
        source = pikepdf.open(BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        return _broken(part, "is locked with a password", "ask for a copy without a password")
    except pikepdf.PdfError as error:
        return _damaged(part, str(error))
    if source.is_encrypted:
        # It opens, but whoever made it forbids what binding does.
        return _broken(part, "is protected against changes", "ask for a copy without protection")
    try:
        pages = len(source.pages)
    except pikepdf.PdfError as error:
        return _damaged(part, str(error))
    if warnings := source.get_warnings():
        # Said of a list of pages with something else in it: a page may be gone.
        return _damaged(part, str(warnings[0]))
    return source if pages else _broken(part, "has no pages", "export the document to PDF again")


def _damaged(part: Part, reason: str) -> Diagnostic:
    reason = re.sub(r"^.*(?:\)|>|offset \d+): ", "", reason).strip().rstrip(".")
    return _broken(part, "is damaged or incomplete", f"export the document to PDF again (what stopped it: {reason})")


def _broken(part: Part, what: str, hint: str) -> Diagnostic:
    message = f"the PDF of `{part.document.name}` {what}; expected a PDF that can be read whole"
    return Diagnostic(BROKEN_PART, message, part.document.place, f"{hint}; the pack was not written")


def claims_ua(source: pikepdf.Pdf) -> bool:
    """Whether a PDF is tagged and says that it is PDF/UA-1."""
    root = source.Root
    marked = entry(root.get("/MarkInfo"), "/Marked")
    tagged = isinstance(root.get("/StructTreeRoot"), Dictionary) and isinstance(marked, bool) and marked
    return tagged and _UA_CLAIM in _packet(source)


def _claims_a(source: pikepdf.Pdf) -> bool:
    packet = _packet(source)
    return all(claim.search(packet) for claim in _A_CLAIMS)


def _packet(source: pikepdf.Pdf) -> bytes:
    packet = source.Root.get("/Metadata")
    try:
        return packet.read_bytes() if isinstance(packet, Stream) else b""
    except pikepdf.PdfError:
        return b""


def _check(part: Part, source: pikepdf.Pdf, *, tagged: bool) -> Iterator[Diagnostic]:
    document = part.document
    if not tagged and not document.supplied:  # of supplied files it was said already, by name
        message = f"the PDF of `{document.name}` is not tagged as PDF/UA-1; expected it to be, so that all can read it"
        hint = "ask for a tagged PDF (PDF/UA); until then the pack does not claim to be accessible"
        yield Diagnostic(UNTAGGED_PART, message, document.place, hint)
    held = [words for words, there in extras(source.Root) if there]
    if held:
        message = f"the PDF of `{document.name}` holds {' and '.join(held)}, which the pack does not carry"
        yield Diagnostic(LEFT_OUT, message, document.place, "publish them beside the pack if they are needed")


def extras(root: pikepdf.Object) -> Iterator[tuple[str, bool]]:
    """What a PDF may hold besides its pages, and whether it does."""
    names, action = root.get("/Names"), root.get("/OpenAction")
    tree = entry(names, "/EmbeddedFiles")
    attached = sum(len(members(entry(node, "/Names"))) // 2 for node in tree_nodes(tree))
    yield "attached files", attached > len(own_sources(root))
    yield "scripts", entry(names, "/JavaScript") is not None or entry(action, "/JS") is not None or "/AA" in root
    yield "form fields", bool(members(entry(root.get("/AcroForm"), "/Fields")))
    yield "layers", "/OCProperties" in root
