"""Small repositories from text, and the cases under tests/cases."""

from collections.abc import Mapping
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library, build_library
from govdocs.read.csv_text import read_csv
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import SourceFile, Sources
from govdocs.read.repository import read_repository
from govdocs.read.yaml_text import read_yaml

CASES = Path(__file__).parents[1] / "cases"


def load_case(name: str) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library of a case, and all findings of reading and building it."""
    sources, read = read_repository(CASES / name)
    library, built = build_library(sources)
    return library, (*read, *built)


def build_texts(texts: Mapping[str, str]) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library of files given as text by path; the text must be readable."""
    files: dict[str, SourceFile] = {}
    for path, text in texts.items():
        source: SourceFile | None
        if path.endswith(".md"):
            source, found = read_markdown(text, path)
        elif path.endswith(".csv"):
            source, found = read_csv(text, path)
        else:
            source, found = read_yaml(text, path)
        assert source is not None, found
        assert found == (), found
        files[path] = source
    return build_library(Sources(files))


def case_texts(name: str) -> dict[str, str]:
    """The records of a case as text by path, to be changed by a test; not what a build may have left there."""
    root = CASES / name
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] in {"govdocs.yaml", "records", "meetings"}
    }
