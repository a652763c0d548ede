"""Whatever stands in a sound record's place, the library is built and the rest is complained of, never a traceback."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from govdocs.model.attendance import attendance_of
from govdocs.model.library import build_library
from govdocs.model.quorum import quorum_checks
from govdocs.places import Place
from govdocs.read.nodes import (
    Entry,
    Mapping,
    MarkdownFile,
    Node,
    RecordBlock,
    Scalar,
    Sequence,
    SourceFile,
    Sources,
    YamlFile,
)
from govdocs.read.repository import read_repository
from support.repositories import CASES

WORDS = ("", "blank", "none", "2018-06-21", "13:30", "1/2", "no", "x", "A name", "{n}", "-1", "ann-price", "é" * 300)


def _mutated(node: Node, chance: random.Random) -> Node:
    """The node with about one value in twenty put out of shape."""
    if chance.random() < 0.05:
        place = node.place
        word = Scalar(chance.choice(WORDS), place)
        shapes: tuple[Node, ...] = (
            word,
            Sequence((), place),
            Sequence((word, node), place),
            Mapping((), place),
            Mapping((Entry(word, node),), place),
        )
        return chance.choice(shapes)
    if isinstance(node, Mapping):
        kept = [entry for entry in node.entries if chance.random() > 0.02]
        return Mapping(tuple(Entry(entry.key, _mutated(entry.value, chance)) for entry in kept), node.place)
    if isinstance(node, Sequence):
        return Sequence(tuple(_mutated(item, chance) for item in node.items), node.place)
    return node


def _mapping(node: Mapping, chance: random.Random) -> Mapping:
    mutated = _mutated(node, chance)
    return mutated if isinstance(mutated, Mapping) else node


def _file(file: SourceFile, chance: random.Random) -> SourceFile:
    if isinstance(file, YamlFile):
        return replace(file, content=_mapping(file.content, chance))
    if isinstance(file, MarkdownFile):
        body = tuple(
            replace(part, facts=_mapping(part.facts, chance)) if isinstance(part, RecordBlock) else part
            for part in file.body
            if chance.random() > 0.05
        )
        return replace(file, header=_mapping(file.header, chance), body=body)
    return file


def _repositories() -> Iterator[Path]:
    yield from (CASES / name for name in ("town-council", "association-board", "committees-in-common"))
    yield CASES.parents[1]


@pytest.mark.parametrize("root", list(_repositories()), ids=lambda root: root.name)
def test_no_mutation_of_the_records_breaks_the_library(root: Path) -> None:
    sources, _ = read_repository(root)
    for seed in range(25):
        chance = random.Random(seed)  # noqa: S311 (not for secrets)
        files = {path: _file(file, chance) for path, file in sources.files.items() if chance.random() > 0.03}
        library, findings = build_library(Sources(files, sources.assets, sources.broken))
        assert all(finding.hint and finding.place != Place("") for finding in findings)
        for minutes in library.minutes.values():
            attendance_of(minutes)
            assert list(quorum_checks(library, minutes)) is not None
