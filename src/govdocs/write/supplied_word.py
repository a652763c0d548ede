"""A Word file that somebody else supplied: held against what must not be published, then turned into a PDF."""

import shutil
import subprocess
import tempfile
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from lxml import etree

_MOST_BYTES = 100_000_000
_SECONDS = 120
_TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
#: Elements of a part's XML that must not be there, what to call them, and what to do about it.
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"})
_REMARKS = frozenset({"comment", "commentReference", "commentRangeStart"})
_FETCHED = ("/image", "/oleObject", "/frame", "/subDocument", "/aFChunk", "/video", "/audio")
_CHANGED = ("holds tracked changes; expected none", "accept or reject all changes, save, and supply it again")
_COMMENTED = ("holds comments; expected none", "delete all comments, save, and supply it again")
_HIDDEN = ("holds hidden words; expected none", "show hidden text in Word, delete it, save, and supply it again")
_ELSEWHERE = (
    "shows pictures or parts that lie elsewhere; expected all in the file",
    "break the links in Word (File, Info, Edit Links to Files), save, and supply it again",
)
_DAMAGED = ("is damaged or no Word file; expected .docx", "ask for the file once more")
_Reason = tuple[str, str]


def is_word(name: str) -> bool:
    """Whether a file is a Word file by its name."""
    return name.lower().endswith(".docx")


def word_to_pdf(data: bytes) -> tuple[bytes, str, str]:
    """The Word file as PDF; otherwise what is wrong with it, and what to do about it."""
    wrong, hint = check_word(data)
    if wrong:
        return b"", wrong, hint
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return b"", "is a Word file, which needs LibreOffice to become pages", "install LibreOffice, or supply a PDF"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        words = [office, profile, "--headless", "--convert-to", _TAGGED, "--outdir", folder, str(source)]
        try:
            subprocess.run(words, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - words of our own
            return source.with_suffix(".pdf").read_bytes(), "", ""
        except (OSError, subprocess.SubprocessError):
            return b"", "could not be turned into pages by LibreOffice", "export it to PDF in Word and supply that"


def check_word(data: bytes) -> _Reason:
    """What is wrong with a Word file and what to do about it; empty where it may be bound."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "is locked with a password or in the old Word format; expected .docx", "save it as .docx, unlocked"
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _check_package(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        etree.XMLSyntaxError,
    ):
        return _DAMAGED


def _check_package(package: zipfile.ZipFile) -> _Reason:
    if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
        return f"unpacks to more than {_MOST_BYTES:,} bytes; expected fewer", "save it with smaller pictures"
    names = package.namelist()
    if "word/document.xml" not in names:
        return "is no Word file; expected one", "save it in Word as .docx"
    if any(name.endswith(("vbaProject.bin", ".exe")) or "/embeddings/" in name for name in names):
        return "carries macros or other files; expected words and pictures", "save it as .docx without them"
    parts = {name: _parse(package, name) for name in names if name.startswith("word/") and name.endswith(".xml")}
    links = [_parse(package, name) for name in names if name.startswith("word/") and name.endswith(".rels")]
    if any(_is_fetched(link) for root in links for link in root):
        return _ELSEWHERE
    styles = _hiding_styles(parts.get("word/styles.xml"))
    found = (_refusal(root, styles) for name, root in parts.items() if name != "word/styles.xml")
    return next((reason for reason in found if reason[0]), ("", ""))


def _parse(package: zipfile.ZipFile, name: str) -> etree._Element:
    """The root of a part; parsed and not searched as text, for there are many ways to write the same element."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(package.read(name), parser)


def _is_fetched(link: etree._Element) -> bool:
    """Whether a relationship makes the program that opens the file fetch something from elsewhere."""
    return link.get("TargetMode") == "External" and str(link.get("Type", "")).endswith(_FETCHED)


def _refusal(root: etree._Element, hiding: frozenset[str]) -> _Reason:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _CHANGES or name.endswith("PrChange"):
            return _CHANGED
        if name in _REMARKS:
            return _COMMENTED
        if name == "t" and (element.text or "").strip() and _is_hidden(element, hiding):
            return _HIDDEN
    return "", ""


def _is_hidden(text: etree._Element, hiding: frozenset[str]) -> bool:
    """Whether words do not show: by their run's own mark, or by a style of the run or the paragraph."""
    run = next(text.iterancestors("{*}r"), None)
    paragraph = next(text.iterancestors("{*}p"), None)
    if run is None:
        return False
    own = run.find("{*}rPr/{*}vanish")
    if own is not None:
        return _is_on(own)
    named = [run.find("{*}rPr/{*}rStyle"), paragraph.find("{*}pPr/{*}pStyle") if paragraph is not None else None]
    return any(_value(style) in hiding for style in named if style is not None)


def _hiding_styles(styles: etree._Element | None) -> frozenset[str]:
    """The ids of the styles that hide words."""
    hiding: set[str] = set()
    for style in styles.iterfind("{*}style") if styles is not None else ():
        mark = style.find("{*}rPr/{*}vanish")
        if mark is not None and _is_on(mark):
            hiding.add(_value(style, "styleId"))
    return frozenset(hiding)


def _is_on(mark: etree._Element) -> bool:
    return _value(mark) not in ("0", "false", "off")


def _value(element: etree._Element, key: str = "val") -> str:
    """An attribute, in whichever of the format's namespaces it is; empty where it is not there."""
    return next((str(value) for name, value in element.attrib.items() if etree.QName(name).localname == key), "")
