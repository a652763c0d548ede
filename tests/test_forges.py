"""The ready-made workflows: every command of ours in them runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.organisation import put_files, sound_files

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "docs/forges").glob("*.yml")), ROOT / ".pre-commit-hooks.yaml"]


def _commands(path: Path) -> list[str]:
    return re.findall(r"(?m)^\s*(?:- run:|-|entry:) (govdocs .*)$", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_command_runs_on_sound_records(path: Path, tmp_path: Path) -> None:
    put_files(tmp_path, sound_files())
    commands = _commands(path)
    assert commands
    for command in commands:
        arguments = command.split()[1:]
        program = [sys.executable, "-c", "from govdocs.cli.main import run; run()", *arguments]
        done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
