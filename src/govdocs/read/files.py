"""Reading bytes from files of one folder and from nowhere else."""

import difflib
import os
import stat
from pathlib import Path, PurePosixPath

from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import read_characters, shown
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits


def read_bytes(
    root: Path, path: str, limits: Limits | None = None, cited: Place | None = None
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of the file ``path`` (relative to ``root``, forward slashes), or None and why not.

    ``cited`` is where the file is named, and where a finding then points; without it findings point at the file.
    """
    limits = limits or Limits()
    findings = Findings(path, limits.findings_of_a_kind)
    content = _read(root, path, limits.asset_bytes, cited or Place(path), findings)
    return content, findings.diagnostics()


def read_text(
    root: Path, path: str, limits: Limits | None = None, cited: Place | None = None
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of the file ``path`` with line feeds at its line ends, or None and why not."""
    limits = limits or Limits()
    findings = Findings(path, limits.findings_of_a_kind)
    content = _read(root, path, limits.text_bytes, cited or Place(path), findings)
    text = None if content is None else read_characters(content, findings, limits)
    return text, findings.diagnostics()


def _read(root: Path, path: str, most: int, place: Place, findings: Findings) -> bytes | None:
    found = _locate(root, path, place, findings)
    if found is None:
        return None
    try:
        # Opening a pipe would wait for ever, hence the look at what it is first.
        facts = found.stat()
        if not stat.S_ISREG(facts.st_mode):
            findings.add(
                problems.FILE_UNREADABLE,
                f"`{shown(path)}` is {'a folder' if stat.S_ISDIR(facts.st_mode) else 'no ordinary file'}; "
                "expected a file",
                place,
                "name a file",
            )
            return None
        if facts.st_size > most:
            findings.add(
                problems.FILE_TOO_LARGE,
                f"`{shown(path)}` has {facts.st_size:,} bytes; expected at most {most:,}",
                place,
                "split it, or store the picture with fewer points",
            )
            return None
        with found.open("rb") as file:
            return file.read(most)
    except OSError as error:
        findings.add(
            problems.FILE_UNREADABLE,
            f"`{shown(path)}` cannot be read: {(error.strerror or str(error)).lower()}",
            place,
            "check that the file exists and that you may read it",
        )
        return None


def _locate(root: Path, path: str, place: Place, findings: Findings) -> Path | None:
    """Where ``path`` really lies, after all links; None where that is outside ``root`` or nowhere."""
    parts = PurePosixPath(path).parts
    if not path or "\\" in path or "\0" in path or path.startswith("/") or ".." in parts or ":" in path[:2]:
        findings.add(
            problems.FILE_OUTSIDE,
            f"the path `{shown(path)}` may lead out of the repository; expected a path below its top folder",
            place,
            "write the path from the top folder down, with forward slashes and without `..`",
            length=len(path),
        )
        return None
    top = os.path.realpath(root)
    found = os.path.realpath(f"{top}/{path}")
    if not found.startswith(top.rstrip(os.sep) + os.sep):
        findings.add(
            problems.FILE_OUTSIDE,
            f"`{shown(path)}` is a link that leads out of the repository; expected a file inside it",
            place,
            "replace the link with a copy of the file",
            length=len(path),
        )
        return None
    if not os.path.lexists(f"{top}/{path}"):
        _missing(Path(top), path, place, findings)
        return None
    return Path(found)


def _missing(top: Path, path: str, place: Place, findings: Findings) -> None:
    name = PurePosixPath(path).name
    try:
        names = [found.name for found in (top / path).parent.iterdir()]
    except OSError:
        names = []
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    findings.add(
        problems.FILE_MISSING,
        f"there is no file `{shown(path)}`; expected one",
        place,
        f"write `{PurePosixPath(path).with_name(near[0])}`" if near else "add the file, or correct its name here",
        length=len(path),
    )
