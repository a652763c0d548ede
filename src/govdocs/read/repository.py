"""A repository's text files, read whole: every file or the reason why not."""

import contextlib
import gc
import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from govdocs.diagnostics import Diagnostic, Problem
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import shown
from govdocs.read.csv_text import read_csv
from govdocs.read.files import read_text
from govdocs.read.limits import Limits
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import SourceFile, Sources
from govdocs.read.yaml_text import read_yaml

__all__ = ["Listing", "Sources", "list_files", "read_files", "read_repository", "without_collecting"]

SETTINGS = "govdocs.yaml"
_TEXT_FOLDERS = ("meetings", "records")
_ASSET_FOLDERS = ("templates",)
_READERS = {".yaml": read_yaml, ".md": read_markdown, ".csv": read_csv}
_MISNAMED = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".tsv": ".csv"}


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a repository: ``texts`` are read whole, ``assets`` by those who print them; and what is wrong."""

    root: Path
    limits: Limits
    texts: tuple[str, ...]
    assets: frozenset[str]
    findings: tuple[Diagnostic, ...]


def read_repository(root: Path, limits: Limits | None = None) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Everything under ``govdocs.yaml``, ``records``, ``meetings`` and ``templates`` of the folder ``root``."""
    return read_files(list_files(root, limits))


def list_files(root: Path, limits: Limits | None = None) -> Listing:
    """Which files there are to read in the folder ``root``."""
    limits = limits or Limits()
    walker = _Walker(root, limits)
    texts: list[str] = []
    assets: set[str] = set()
    for path in walker.paths():
        is_text = PurePosixPath(path).suffix in _READERS and path.split("/", 1)[0] not in _ASSET_FOLDERS
        if is_text:
            texts.append(path)
        else:
            assets.add(path)
    return Listing(root, limits, tuple(texts), frozenset(assets), tuple(walker.diagnostics))


def read_files(listing: Listing, known: Container[str] = frozenset()) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """The files of ``listing``, and what is wrong with them.

    Those in ``known`` were read before, and held no surprise that would be told here: each is read when somebody asks
    for it.
    """
    files: dict[str, SourceFile | None] = {}
    broken: set[str] = set()
    diagnostics = list(listing.findings)
    with without_collecting():
        for path in listing.texts:
            if path in known:
                files[path] = None
                continue
            source, found = _read_file(listing, path)
            diagnostics.extend(found)
            if source is None:
                broken.add(path)
            else:
                files[path] = source
    diagnostics.sort(key=lambda finding: (finding.place, finding.problem.code))
    return Sources(_Files(listing, files), listing.assets, frozenset(broken)), tuple(diagnostics)


def _read_file(listing: Listing, path: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    text, found = read_text(listing.root, path, listing.limits)
    if text is None:
        return None, found
    source, more = _READERS[PurePosixPath(path).suffix](text, path, listing.limits)
    return source, (*found, *more)


class _Files(Mapping[str, SourceFile]):
    """Files by path; those that are None are read when they are asked for."""

    def __init__(self, listing: Listing, files: dict[str, SourceFile | None]) -> None:
        self._listing, self._files = listing, files

    def __getitem__(self, path: str) -> SourceFile:
        file = self._files[path]
        if file is None:
            file, _ = _read_file(self._listing, path)
            if file is None:
                raise KeyError(path)  # it was there when it was read before
            self._files[path] = file
        return file

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector still: nodes hold no cycles, and looking for some doubles the time of reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Walker:
    """Lists the files to read, sorted, following no link that leaves the repository."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self._count = 0
        self.diagnostics: list[Diagnostic] = []

    def paths(self) -> Iterator[str]:
        """The paths of all files, relative to the root."""
        if os.path.lexists(self._root / SETTINGS):
            yield SETTINGS
        elif os.path.lexists(self._root / "govdocs.yml"):
            self._misnamed("", "govdocs.yml", ".yaml")
        for folder in sorted((*_TEXT_FOLDERS, *_ASSET_FOLDERS)):
            if (self._root / folder).is_symlink():
                self._refuse_link(folder)
            elif os.path.lexists(self._root / folder):
                yield from self._folder(folder, 1)
        if self._count > self._limits.files:
            self._note(
                problems.TOO_MANY_FILES,
                f"there are more than {self._limits.files:,} files; the rest was not read",
                Place("records"),
                "move what is not a record or a paper to another folder",
            )

    def _folder(self, folder: str, depth: int) -> Iterator[str]:
        place = Place(folder)
        if depth > self._limits.folder_depth:
            self._note(
                problems.TOO_MANY_FILES,
                f"folders lie more than {self._limits.folder_depth} deep; what is below was not read",
                place,
                "move the files further up",
            )
            return
        try:
            with os.scandir(self._root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self._note(
                problems.FILE_UNREADABLE,
                f"the folder `{shown(folder)}` cannot be read: {(error.strerror or str(error)).lower()}",
                place,
                "check that it is a folder and that you may read it",
            )
            return
        for entry in entries:
            if entry.name.startswith(".") or not self._usable_name(folder, entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from self._folder(path, depth + 1)
            elif entry.is_symlink() and not self._usable_link(entry, path):
                continue
            else:
                self._count += 1
                if self._count > self._limits.files:
                    return
                yield path

    def _usable_name(self, folder: str, name: str) -> bool:
        """Whether a file of that name can be read; text files with an unusual ending are named, not passed over."""
        clean = name.encode("utf-8", "replace").decode("utf-8")
        if clean != name or not name.isprintable() or "\\" in name:
            self._note(
                problems.FILE_NAME,
                f"the name `{shown(clean)}` has characters that not every computer can show",
                Place(folder),
                "rename it with letters, digits, `-`, `_` and `.`",
            )
            return False
        suffix = PurePosixPath(name).suffix
        right = _MISNAMED.get(suffix.lower()) or (suffix.lower() if suffix.lower() in _READERS else suffix)
        if right != suffix and folder.split("/", 1)[0] not in _ASSET_FOLDERS:
            self._misnamed(f"{folder}/", name, right)
            return False
        return True

    def _misnamed(self, folder: str, name: str, right: str) -> None:
        self._note(
            problems.FILE_NAME,
            f"the name ends in `{PurePosixPath(name).suffix}`; expected `{right}`",
            Place(f"{folder}{name}"),
            f"rename it to `{PurePosixPath(name).with_suffix(right)}`",
        )

    def _usable_link(self, entry: os.DirEntry[str], path: str) -> bool:
        """Whether a link leads to a file of the repository; links to folders could go round in circles."""
        try:
            target = Path(entry.path).resolve()
            inside = target.is_relative_to(self._root.resolve())
            folder = target.is_dir()
        except (OSError, RuntimeError):
            inside, folder = True, False  # reading the file will say what is wrong with the link
        if inside and not folder:
            return True
        self._refuse_link(path, "to another folder" if inside else "that leads out of the repository")
        return False

    def _refuse_link(self, path: str, whither: str = "to another folder") -> None:
        self._note(
            problems.FILE_OUTSIDE,
            f"`{shown(path)}` is a link {whither}; expected a file or a folder itself",
            Place(path),
            "replace the link with what it leads to",
        )

    def _note(self, problem: Problem, message: str, place: Place, hint: str) -> None:
        self.diagnostics.append(Diagnostic(problem, message, place, hint))
