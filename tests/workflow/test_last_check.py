"""A check of records that have not changed says what the last one said, and nothing else ever does."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from govdocs.cli.as_json import findings_as_json
from govdocs.diagnostics import Stage
from govdocs.workflow.check import check_repository
from govdocs.workflow.checked import Checked, Choice
from govdocs.workflow.last_check import MOST_KEPT, find_last_check
from govdocs.workflow.settings import Settings
from support.command import call
from support.mutants import EXAMPLE, make_mutant, record_files, repository_folder
from support.organisation import put_files, sound_files

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
PEOPLE = "records/people.yaml"


def copy_of(repository: str, folder: Path) -> Path:
    source = repository_folder(repository)
    for path in record_files(source):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / path, folder / path)
    return folder


def printed(checked: Checked) -> str:
    lists = (checked.findings, checked.waived)
    return "".join(findings_as_json(each, Stage.PUBLISH) for each in lists) + f"{checked.file_count} {checked.as_of}"


@pytest.mark.parametrize(("repository", "edits"), [(EXAMPLE, 4), ("town-council", 12), ("committees-in-common", 8)])
def test_warm_says_what_cold_says(repository: str, edits: int, tmp_path: Path) -> None:
    """After each of a row of random edits, some of which are taken back; byte for byte."""
    root, chance = copy_of(repository, tmp_path / "papers"), random.Random(repository)  # noqa: S311 - not for secrets
    settings = Settings(root, NOW)
    for seed in range(500, 500 + edits):
        mutant = make_mutant(seed, repository)
        path = root / mutant.path
        before = path.read_bytes() if path.exists() else None
        if mutant.content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(mutant.content)
        cold = printed(check_repository(settings, cached=False))
        assert printed(check_repository(settings)) == cold, mutant
        again = find_last_check(settings)
        assert again is not None
        assert printed(again) == cold, mutant
        if before is not None and chance.random() < 0.7:
            path.write_bytes(before)


def sound(tmp_path: Path) -> tuple[Path, Settings]:
    root = put_files(tmp_path, sound_files())
    settings = Settings(root, NOW)
    check_repository(settings)
    assert find_last_check(settings) is not None
    return root, settings


CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter of the same file": lambda root: (root / PEOPLE).write_text((root / PEOPLE).read_text() + "\n"),
    "a new file": lambda root: (root / "records/notes.txt").write_text("x"),
    "a file gone": lambda root: (root / PEOPLE).unlink(),
    "another name": lambda root: (root / PEOPLE).rename(root / "records/persons.yaml"),
    "a template": lambda root: put_files(root, {"templates/words.html": ""}),
    "known findings": lambda root: (root / "govdocs-baseline.json").write_text('{"findings": {}}'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(change: str, tmp_path: Path) -> None:
    root, settings = sound(tmp_path)
    CHANGES[change](root)
    assert find_last_check(settings) is None


def test_a_file_saved_as_it_was_is_no_change(tmp_path: Path) -> None:
    root, settings = sound(tmp_path)
    (root / PEOPLE).write_bytes((root / PEOPLE).read_bytes())
    assert find_last_check(settings) is not None


def test_another_day_stage_or_program_is_a_change(tmp_path: Path) -> None:
    root, settings = sound(tmp_path)
    assert find_last_check(replace(settings, stage=Stage.PUBLISH)) is None
    assert find_last_check(replace(settings, now=NOW + timedelta(days=1), pinned=True)) is None
    tomorrow = find_last_check(replace(settings, now=NOW + timedelta(days=1)))
    assert (tomorrow is None) == ("as_of" not in (root / "govdocs.yaml").read_text())
    (kept,) = (root / ".govdocs").glob("*.check.json")
    kept.write_text(json.dumps(json.loads(kept.read_text()) | {"program": "another"}))
    assert find_last_check(settings) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"day": ""}', b"\x80\x04N.", b"[" * 200_000])
def test_what_cannot_be_understood_counts_as_not_there(damage: bytes, tmp_path: Path) -> None:
    root, settings = sound(tmp_path)
    cold = printed(check_repository(settings, cached=False))
    (kept,) = (root / ".govdocs").glob("*.check.json")
    kept.write_bytes(damage)
    assert find_last_check(settings) is None
    assert printed(check_repository(settings)) == cold


def test_no_more_are_kept_than_a_few(tmp_path: Path) -> None:
    root, settings = sound(tmp_path)
    for days in range(MOST_KEPT + 2):
        check_repository(replace(settings, now=NOW + timedelta(days=days), pinned=True))
    assert len(list((root / ".govdocs").glob("*.check.json"))) == MOST_KEPT


def test_a_choice_is_made_of_what_was_kept(tmp_path: Path) -> None:
    root = copy_of("town-council", tmp_path)
    settings = Settings(root, datetime.combine(date(2024, 5, 1), NOW.timetz()))
    (root / PEOPLE).write_text("people: {}\n")
    for choice in (Choice(), Choice(paths=(root / "meetings",)), Choice(only=("G2",)), Choice(ignore=("unknown-id",))):
        cold = printed(check_repository(settings, choice, cached=False))
        assert [printed(check_repository(settings, choice)) for _ in range(2)] == [cold, cold]


def loaded_by_check(root: Path, *names: str) -> list[str]:
    """Which of the modules ``names`` a check of ``root`` loads, in a process of its own."""
    program = (
        "import sys; from govdocs.cli.main import main; main(['check']);"
        f"print(*[name for name in {names!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


def test_the_command_says_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = put_files(tmp_path, sound_files())
    first, second, anew = (call(capsys, root, "check", *more) for more in ([], [], ["--no-cache"]))
    assert first.out == second.out == anew.out


def test_a_check_loads_no_writer_and_a_second_one_hardly_anything(tmp_path: Path) -> None:
    root = put_files(tmp_path, sound_files())
    writers = ("weasyprint", "docx", "matplotlib", "pikepdf", "pypdfium2")
    assert loaded_by_check(root, "pydantic", *writers) == ["pydantic"]
    assert loaded_by_check(root, "pydantic", "yaml", "jinja2", "markdown", "git", *writers) == []
