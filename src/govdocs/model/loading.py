"""Files become records, each by the layout of the repository; a broken record costs itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from govdocs.diagnostics import Diagnostic, Problem, Related
from govdocs.model import problems
from govdocs.model.building import build_record, shown
from govdocs.model.record import Record
from govdocs.model.scalars import is_slug, suggest_slug
from govdocs.places import Place
from govdocs.read.nodes import Entry, Mapping, MarkdownFile, Node, Sequence, Sources, YamlFile

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Record)


@dataclass(slots=True)
class Loading:
    """What is gathered while records are built: findings, and the records that could not be."""

    sources: Sources
    findings: list[Diagnostic] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    _by_folder: dict[str, list[str]] = field(default_factory=dict)

    def note(self, problem: Problem, message: str, place: Place, hint: str = "", *related: Related) -> None:
        """Add a finding."""
        self.findings.append(Diagnostic(problem, message, place, hint, related))

    def build(self, kind: type[R], node: Node) -> R | None:
        """One record; None where it is broken."""
        record, found = build_record(kind, node)
        self.findings += found
        return record

    def yaml(self, path: str) -> YamlFile | None:
        """The YAML file at ``path``; None where it is not there or could not be read."""
        found = self.sources.files.get(path)
        return found if isinstance(found, YamlFile) else None

    def markdown(self, path: str) -> MarkdownFile | None:
        """The Markdown file at ``path``; None where it is not there or could not be read."""
        found = self.sources.files.get(path)
        return found if isinstance(found, MarkdownFile) else None

    def is_broken_file(self, path: str) -> bool:
        """Whether ``path`` is there but could not be read."""
        return path in self.sources.broken

    def paths_in(self, folder: str) -> tuple[str, ...]:
        """The paths of the files directly in a folder, sorted."""
        if not self._by_folder:
            for path in sorted(self.sources.files):
                self._by_folder.setdefault(path.rpartition("/")[0], []).append(path)
        return tuple(self._by_folder.get(folder, ()))

    def register(
        self, path: str, of: type[F], key: str, kind: type[R], called: str, *, lists: tuple[str, ...] = ()
    ) -> tuple[F | None, dict[str, R]]:
        """A file that holds many records under ``key``: the file without them, and the records, each built by itself.

        ``called`` is the word for such a record in references (``person``). The keys ``lists`` are left empty as well.
        """
        if self.is_broken_file(path):
            self.broken.add((called, "*"))
        file = self.yaml(path)
        if file is None:
            return None, {}
        entries = file.content.get(key)
        return self.build(of, without_entries(file.content, key, *lists)), dict(self._entries(entries, kind, called))

    def _entries(self, entries: Node | None, kind: type[R], called: str) -> Iterator[tuple[str, R]]:
        for entry in entries.entries if isinstance(entries, Mapping) else ():
            name = entry.key.text
            if not is_slug(name):
                hint = f"write `{suggest_slug(name)}`" if suggest_slug(name) else "choose another id"
                message = f"the key `{shown(name)}` is not an id; expected lower-case letters, digits and hyphens"
                self.note(problems.BAD_SLUG, message, entry.key.place, hint)
                continue
            record = self.build(kind, entry.value)
            if record is None:
                self.broken.add((called, name))
            else:
                yield name, record

    def each(self, kind: type[R], node: Node | None) -> tuple[R, ...]:
        """The records of a list, each built by itself."""
        items = node.items if isinstance(node, Sequence) else ()
        built = (self.build(kind, item) for item in items)
        return tuple(record for record in built if record is not None)


def without_entries(content: Mapping, *keys: str) -> Mapping:
    """``content`` with the mapping or list at each of ``keys`` emptied, so that the rest can be built by itself."""
    return Mapping(tuple(_emptied(entry) if entry.key.text in keys else entry for entry in content), content.place)


def _emptied(entry: Entry) -> Entry:
    match entry.value:
        case Mapping(_, place):
            return Entry(entry.key, Mapping((), place))
        case Sequence(_, place):
            return Entry(entry.key, Sequence((), place))
        case other:
            return Entry(entry.key, other)
