"""What reading yields: plain values that know where they were typed. No meaning yet."""

from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, exactly as typed: ``13:30``, ``1.10``, ``0123`` and ``no`` stay themselves."""

    text: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order typed; a key occurs once."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value of ``key``, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def key_place(self, key: str) -> Place | None:
        """Where ``key`` itself was typed, or None."""
        return next((entry.key.place for entry in self.entries if entry.key.text == key), None)

    def __iter__(self) -> Iterator[Entry]:
        """The entries in the order typed."""
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of Markdown between record blocks, as typed; ``place`` is the start of its first line."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """A fenced record block: YAML facts, and the words after its line ``---``.

    ``words`` is None where there is no such line. ``kind`` is the word after the fence (``table``, ``decision`` …);
    ``place`` is that of the opening fence.
    """

    kind: str
    facts: Mapping
    words: Prose | None
    place: Place


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A Markdown file: its YAML header and its body, cut at the record blocks."""

    path: str
    header: Mapping
    body: tuple[Prose | RecordBlock, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file whose top level is a mapping."""

    path: str
    content: Mapping


@dataclass(frozen=True, slots=True)
class DataFile:
    """A CSV file: a header row and rows of the same length, every cell as typed."""

    path: str
    header: tuple[Scalar, ...]
    rows: tuple[tuple[Scalar, ...], ...]


SourceFile = YamlFile | MarkdownFile | DataFile


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was read of a repository, by path relative to its root.

    ``assets`` are files that are taken as they are (pictures, PDF); ``broken`` are files that are there but could not
    be read, so that nobody calls them missing.
    """

    files: abc.Mapping[str, SourceFile]
    assets: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()

    def within(self, paths: frozenset[str]) -> "Sources":
        """Those among ``paths``."""
        files = {path: self.files[path] for path in sorted(paths) if path in self.files}
        return Sources(files, self.assets & paths, self.broken & paths)

    def without(self, paths: abc.Container[str]) -> "Sources":
        """Those that are not among ``paths``."""
        return replace(self, files=_Left(self.files, [path for path in self.files if path not in paths]))


class _Left(abc.Mapping[str, SourceFile]):
    """Some of the files; which they are is known without reading them."""

    def __init__(self, files: abc.Mapping[str, SourceFile], left: abc.Iterable[str]) -> None:
        self._files, self._left = files, dict.fromkeys(left)

    def __getitem__(self, path: str) -> SourceFile:
        if path not in self._left:
            raise KeyError(path)
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._left)

    def __len__(self) -> int:
        return len(self._left)
