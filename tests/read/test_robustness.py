"""Whatever is in a file, reading ends, raises nothing, and points at what was typed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdocs.diagnostics import Diagnostic
from govdocs.read.characters import CONTROL
from govdocs.read.csv_text import read_csv
from govdocs.read.files import read_text
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import Mapping, Node, Scalar, Sequence
from govdocs.read.yaml_text import read_yaml

YAML = """\
body: ccb  # the board
start: 13:00
agenda:
  - {standing: minutes, of: ccb/2018-05-17, time: "13:15"}
  - paper: qipp-update
    presenters: [spencer-gay, {person: sue-lock, printed: 'Head of "QIPP"'}]
    text: |
      first £ line
       second
"""
MARKDOWN = f"---\n{YAML}---\n# Summary\n\nWords.\n\n```table\ncaption: Cost\n---\n| a | 1 |\n```\n\n```\nplain\n```\n"
CSV = 'item,cost\nStaffing,"49,608"\n"two\nlines",5\n'
SIGNS = st.sampled_from([*list("\n\t :-#,[]{}&*!|>'\"%@`?~\\x0£\xa0\u2028\ufeff"), "```", "---", "  ", "a: ", "\n- "])
QUICK = settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """``text`` with a few pieces cut out, doubled, or replaced by signs that mean something."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(st.one_of(SIGNS, st.just(text[start:end] * 2), st.just("")))
        text = text[:start] + put + text[end:]
    return text


def scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for entry in node:
                yield entry.key
                yield from scalars(entry.value)


def check_findings(text: str, found: tuple[Diagnostic, ...]) -> None:
    lines = text.split("\n")
    for finding in found:
        assert 1 <= finding.place.line <= len(lines) + 1
        assert 1 <= finding.place.column <= max(map(len, lines)) + 2
        assert finding.message
        assert finding.message[:1] == finding.message[:1].lower()
        assert not finding.message.endswith(".")


@QUICK
@given(mutated(YAML))
def test_mutated_yaml(text: str) -> None:
    text = CONTROL.sub(" ", text)  # as `read_text` does, which alone knows the lines that were typed
    file, found = read_yaml(text, "a.yaml")
    check_findings(text, found)
    assert file is not None or found
    if file is None or found:
        return
    lines = text.split("\n")
    for scalar in scalars(file.content):
        typed = lines[scalar.place.line - 1][scalar.place.column - 1 :]
        first = scalar.text.split("\n")[0].split(" ")[0]
        if scalar.quoted:
            assert typed[:1] in "'\"" or first in typed or not first
        else:
            assert typed.startswith(first)


@QUICK
@given(mutated(MARKDOWN))
def test_mutated_markdown(text: str) -> None:
    file, found = read_markdown(text, "a.md")
    check_findings(text, found)
    assert file is not None or found


@QUICK
@given(mutated(CSV))
def test_mutated_csv(text: str) -> None:
    file, found = read_csv(text, "a.csv")
    check_findings(text, found)
    assert file is not None or found
    for row in file.rows if file else ():
        assert len(row) == len(file.header if file else ())


@QUICK
@given(st.binary(max_size=200))
def test_random_bytes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    text, found = read_text(tmp_path, "a.txt")
    assert text is not None or found
    for reader in (read_yaml, read_markdown, read_csv):
        reader(text or "", "a.txt")


@QUICK
@given(st.text(max_size=100))
def test_random_text(text: str) -> None:
    for reader in (read_yaml, read_markdown, read_csv):
        reader(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "x " * 200_000,
        "a: '" + "x\n " * 50_000,
        "#" * 200_000,
        "a: b: c\n" * 20_000,
        "k: [" * 20_000,
        "```decision\n" * 20_000,
        "---\n" * 20_000,
        '"' * 100_001,
        "\u00a0" * 50_000,
        ": " * 50_000,
        "a:\u00a0\n" * 20_000,
        "\t\n" * 50_000,
        "a:\n" * 50_000,
        "- \n" * 50_000,
        "a: x #b\n" * 50_000,
        "\u2028" * 90_000,
        "\x0b\n" * 50_000,
        '"x"\n' * 50_000,
        "a: {b, c}\n" * 20_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    for reader in (read_yaml, read_markdown, read_csv):
        reader(text, "a.txt")
    assert time.process_time() - start < 8
