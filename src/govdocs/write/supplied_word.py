"""A Word file that somebody else supplied: held against what must not be published, then turned into a PDF."""

import re
import shutil
import subprocess
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

_MOST_BYTES = 100_000_000
_SECONDS = 120
_TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
#: What in a part's XML must not be there, what to call it, and what to do about it.
_REFUSED = (
    (
        re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)[ />]"),
        "holds tracked changes; expected none",
        "accept or reject all changes, save, and supply it again",
    ),
    (
        re.compile(rb"<w:comment[ />]|<w:commentReference[ />]"),
        "holds comments; expected none",
        "delete all comments, save, and supply it again",
    ),
    (
        re.compile(rb"<w:vanish(?: w:val=\"(?:1|true|on)\")? ?/>"),
        "holds hidden words; expected none",
        "show hidden text in Word, delete it, save, and supply it again",
    ),
)


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


def check_word(data: bytes) -> tuple[str, str]:
    """What is wrong with a Word file and what to do about it; empty where it may be bound."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "is locked with a password or in the old Word format; expected .docx", "save it as .docx, unlocked"
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
                return f"unpacks to more than {_MOST_BYTES:,} bytes; expected fewer", "save it with smaller pictures"
            names = package.namelist()
            if "word/document.xml" not in names:
                return "is no Word file; expected one", "save it in Word as .docx"
            if any(name.endswith(("vbaProject.bin", ".exe")) or "/embeddings/" in name for name in names):
                return "carries macros or other files; expected words and pictures", "save it as .docx without them"
            for name in names:
                if name.startswith("word/") and name.endswith(".xml"):
                    text = package.read(name)
                    for pattern, wrong, hint in _REFUSED:
                        if pattern.search(text):
                            return wrong, hint
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return "is damaged or no Word file; expected .docx", "ask for the file once more"
    return "", ""
