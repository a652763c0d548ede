"""The same commit gives the same bytes: wherever, whenever and however it is built."""

import ast
from pathlib import Path

import pytest

from support.built_example import HERE, copy_example, run_git
from support.elsewhere import FAR_AWAY, HERE_AND_NOW, build_elsewhere, different

CASE = HERE / "tests" / "cases" / "action-log"
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}


def test_a_small_pack_is_the_same_in_two_clones(tmp_path: Path) -> None:
    origin = copy_example(tmp_path / "origin", CASE)
    assert two_builds_differ_in(origin, tmp_path) == []


@pytest.mark.gate
def test_the_example_is_the_same_in_two_clones(tmp_path: Path) -> None:
    origin = copy_example(tmp_path / "origin")
    assert two_builds_differ_in(origin, tmp_path) == []


def two_builds_differ_in(origin: Path, folder: Path) -> list[str]:
    clones = [folder / "here", folder / "a folder" / "far away, with a longer name"]
    for clone in clones:
        run_git(folder, "clone", "--quiet", str(origin), str(clone))
    here, away = (build_elsewhere(clone, place) for clone, place in zip(clones, (HERE_AND_NOW, FAR_AWAY), strict=True))
    assert any(path.endswith("pack.pdf") for path in here)
    return different(here, away)


def test_only_the_command_line_reads_the_clock() -> None:
    readers = {
        path.relative_to(HERE / "src" / "govdocs").as_posix()
        for path in (HERE / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    }
    assert readers == {"cli/options.py"}
