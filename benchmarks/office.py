"""What else makes PDFs of the same pack, where it is installed."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.workload import make_pack

PROGRAMS: Mapping[str, str] = {
    "LibreOffice: our DOCX to PDF": "soffice",
    "Chromium: plain HTML to PDF": "chromium",
    "pandoc: plain HTML to DOCX": "pandoc",
    "pandoc and XeLaTeX: plain HTML to PDF": "xelatex",
}


def installed() -> dict[str, str]:
    """The programs of the table that are there, by title."""
    return {title: found for title, name in PROGRAMS.items() if (found := shutil.which(name))}


def prepare(folder: Path) -> None:
    """The workload as the files that those programs start from."""
    from benchmarks.plain_html import write_plain_html  # noqa: PLC0415 - only where a program is there
    from govdocs.write.docx.writer import docx  # noqa: PLC0415
    from govdocs.write.options import WriteOptions  # noqa: PLC0415

    pack = make_pack()
    (folder / "pack.html").write_text(write_plain_html(pack), encoding="utf-8")
    for part in pack.parts:
        (folder / f"{part.document.name}.docx").write_bytes(docx(part.document, WriteOptions())[0])


def command(title: str, program: str, folder: Path) -> list[str]:
    """The command line of one program over the prepared files."""
    commands: dict[str, Callable[[], list[str]]] = {
        "soffice": lambda: [
            program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', "--outdir", f"{folder}/pdf",
            *map(str, sorted(folder.glob("*.docx"))),
        ],
        "chromium": lambda: [
            program, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder}/pack.pdf",
            f"file://{folder}/pack.html",
        ],
        "pandoc": lambda: [program, f"{folder}/pack.html", "-o", f"{folder}/pandoc.docx"],
        "xelatex": lambda: ["pandoc", f"{folder}/pack.html", "--pdf-engine=xelatex", "-o", f"{folder}/pandoc.pdf"],
    }  # fmt: skip
    return commands[PROGRAMS[title]]()


def run(line: list[str]) -> None:
    """Run it; what it prints is of no interest."""
    done = subprocess.run(line, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"`{line[0]}` ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
