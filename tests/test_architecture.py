"""The house: which way imports point, who owns which library, how large things may grow.

The tables below are those of docs/architecture.md.
"""

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "govdocs"

#: What every phase may import.
GROUND = {"places", "diagnostics", "errors", "writing", "__init__"}
#: What each phase may import besides; a dot names one module of a phase.
ALLOWED = {
    "read": set(),
    "model": {"read.nodes"},
    "check": {"model", "read.nodes", "compose.blocks"},
    "compose": {"model", "read.nodes"},
    "write": {"compose.blocks"},
    "pack": {"compose.blocks", "write"},
    "publish": {"pack", "write", "model"},
    "history": {"read", "model"},
    "workflow": {"read", "model", "check", "compose", "write", "pack", "publish", "history"},
    "cli": {"workflow"},
    "__main__": {"cli"},
}
#: Outside libraries and their only owners.
OWNERS = {
    "yaml": {"read"},
    "pydantic": {"model"},
    "jinja2": {"compose"},
    "markupsafe": {"compose"},
    "markdown": {"compose"},
    "holidays": {"check"},
    "lxml": {"compose", "write"},
    "weasyprint": {"write"},
    "docx": {"write"},
    "matplotlib": {"write"},
    "pypdfium2": {"write"},
    "pikepdf": {"write", "pack"},
    "zipfile": {"write"},
    "git": {"history"},
    "click": {"cli"},
    "rich": {"cli"},
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager"}

MODULES = sorted(SOURCE.rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def _imports(path: Path) -> list[tuple[int, str]]:
    """Line and dotted name of all imports, also those inside functions."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def _own_imports(path: Path) -> list[tuple[int, str]]:
    return [(line, name.removeprefix("govdocs.")) for line, name in _imports(path) if name.startswith("govdocs.")]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_leftward(path: Path) -> None:
    phase = _name(path).split(".")[0]
    if phase not in ALLOWED:
        assert all(name.split(".")[0] in GROUND for _, name in _own_imports(path))
        return
    for line, name in _own_imports(path):
        first = name.split(".")[0]
        allowed = (
            first in GROUND
            or first == phase
            or any(name == target or name.startswith(f"{target}.") for target in ALLOWED[phase])
        )
        assert allowed or name == "__version__", f"{path}:{line}: {phase} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_each_library_is_imported_by_its_owner_only(path: Path) -> None:
    phase = _name(path).split(".")[0]
    for line, name in _imports(path):
        library = name.split(".")[0]
        if library in OWNERS:
            assert phase in OWNERS[library], f"{path}:{line}: {library} belongs to {sorted(OWNERS[library])}"
        else:
            assert library in sys.stdlib_module_names | {"govdocs", "PIL", "fontTools", "pydantic_core"}, (
                f"{path}:{line}: {library} has no owner in this test's table"
            )


def test_no_import_is_hidden_from_this_test() -> None:
    for path in MODULES:
        assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8"), f"{path} hides an import"


def test_no_cycle_between_modules() -> None:
    known = {_name(path).removesuffix(".__init__") for path in MODULES}
    graph = {
        _name(path).removesuffix(".__init__"): {
            target
            for _, name in _own_imports(path)
            for target in (name, name.rpartition(".")[0])
            if target in known and target != _name(path).removesuffix(".__init__")
        }
        for path in MODULES
    }
    done: set[str] = set()
    while ready := {module for module in graph.keys() - done if graph[module] <= done}:
        done |= ready
    assert not graph.keys() - done, f"these modules import each other in a circle: {sorted(graph.keys() - done)}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    limit = 700 if path.name == "blocks.py" else 400
    assert len(text.splitlines()) <= limit, f"{path} has more than {limit} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            # A rule's manual is its docstring: only what is done is counted.
            start = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node
            lines = (node.end_lineno or node.lineno) - start.lineno + 1
            assert lines <= 60, f"{path}:{node.lineno}: {node.name} has {lines} lines"


def test_no_room_for_odds_and_ends() -> None:
    assert not [path for path in MODULES if path.stem in FORBIDDEN_NAMES]
