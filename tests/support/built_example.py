"""The example as a user has it: a repository of its own under version control, built through the workflow."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from govdocs.compose.blocks import Document, Pack, PartKind
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.model.library import build_library
from govdocs.places import Place
from govdocs.read.repository import read_repository
from govdocs.workflow.build import build_meetings
from govdocs.workflow.settings import Format, Settings
from govdocs.write.theme import Theme, build_theme

HERE = Path(__file__).parents[2]
MEETING = "ccb/2018-06-21"
#: When the copy of the example is committed; every file must carry this moment and never the clock's.
COMMITTED = datetime(2018, 6, 14, 8, 30, tzinfo=UTC)
RECORDS = ("govdocs.yaml", "records", "meetings", "templates")


@dataclass(frozen=True)
class BuiltExample:
    """One meeting's outputs by file name, and the pack of blocks that they were written from."""

    root: Path
    folder: Path
    pack: Pack
    theme: Theme
    files: dict[str, bytes]
    findings: tuple[Diagnostic, ...]

    @property
    def documents(self) -> dict[str, Document]:
        """The documents that have files of their own, by name, in the pack's order, then those beside it."""
        bound = (part.document for part in self.pack.parts if part.kind is PartKind.DOCUMENT)
        return {document.name: document for document in (*bound, *self.pack.beside)}

    def written(self, ending: str) -> Iterator[tuple[str, bytes]]:
        """The files with that ending, by name."""
        for name, content in self.files.items():
            if name.endswith(ending):
                yield name, content


def copy_example(folder: Path, source: Path = HERE) -> Path:
    """The records of the example, or of the case at ``source``, committed once in a new repository at ``folder``."""
    folder.mkdir(parents=True)
    for path in (source / name for name in RECORDS):
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        elif path.exists():
            shutil.copy(path, folder / path.name)
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    run_git(folder, "init", "--quiet")
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--message", "The papers of June")
    return folder


def run_git(folder: Path, *words: str) -> None:
    """Run git in ``folder`` without the settings and hooks of whoever runs the tests."""
    moment = COMMITTED.isoformat()
    secretary = {"NAME": "Secretary", "EMAIL": "secretary@example.org", "DATE": moment}
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in secretary.items()},
    }
    subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True)


def build_example(root: Path, meeting: str = MEETING) -> BuiltExample:
    """Build ``meeting`` of the example at ``root`` in all formats, on a day long after the commit."""
    settings = Settings(root, datetime(2031, 2, 3, 4, 5, 6, tzinfo=UTC))
    out = root / "build"
    built = build_meetings(settings, [meeting], list(Format), out, lambda *_: None)
    library, _ = build_library(read_repository(root)[0])
    pack, _ = compose_meeting(library, library.meetings[meeting], root)
    body = library.body_of(library.meetings[meeting])
    theme, _ = build_theme(body.theme if body else {}, Place("records"))
    folder = out / meeting
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}
    return BuiltExample(root, folder, pack, theme, files, built.checked.findings)
